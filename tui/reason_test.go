package tui

import (
	"testing"

	"stampdesk"
)

func TestAReasonIsTakenFromTheListOrInOwnWordsTheSameEverywhere(t *testing.T) {
	for name, c := range map[string]struct {
		keys   []string
		reason stampdesk.Reason
		note   string
		lacks  string
	}{
		"nothing":                     {nil, "", "", "Chọn lý do: mũi tên, hoặc gõ lý do rồi Enter."},
		"the first":                   {[]string{"down"}, stampdesk.ReasonDataDiffer, "", ""},
		"what fits":                   {[]string{"n", "g", "h", "i"}, stampdesk.ReasonForged, "", ""},
		"own words, where one fits":   {[]string{"n", "g", "h", "i", "down", "down", "down"}, stampdesk.ReasonOther, "nghi", ""},
		"own words":                   {[]string{"m", "ờ"}, stampdesk.ReasonOther, "mờ", ""},
		"a code":                      {[]string{"H", "O", "N", "G", "down", "down"}, stampdesk.ReasonDamaged, "", ""},
		"another reason, not said":    {[]string{"k", "h", "a", "c"}, stampdesk.ReasonOther, "", "Ghi rõ lý do bằng lời của mình rồi Enter."},
		"erased, so nothing is meant": {[]string{"m", "backspace"}, "", "", "Chọn lý do: mũi tên, hoặc gõ lý do rồi Enter."},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesktop(t).atWork()
			d.scanned("31000401")
			all := []stampdesk.Reason{stampdesk.ReasonDataDiffer, stampdesk.ReasonForged, stampdesk.ReasonDamaged, stampdesk.ReasonOther}
			hold := &picker{card: 31_000_401, title: func(w *words) string { return w.WhyHold }, reason: newReasonField(all),
				ask: func(r stampdesk.Reason, note string) stampdesk.Request {
					return stampdesk.SetAside{Card: 31_000_401, Act: stampdesk.ActHeld, Reason: r, Note: note}
				}}
			approve := newApproval(d.s, approvalOf{reasons: all, needReason: true})
			for _, k := range c.keys {
				for _, top := range []screen{hold, approve} {
					in := input{kind: inputRune, text: k}
					if len(k) > 2 && k != "ờ" {
						in = input{kind: inputKey, name: k}
					}
					top.key(d.s, in)
				}
			}
			for _, f := range []*reasonField{&hold.reason, &approve.reason} {
				if r, note := f.chosen(d.s); r != c.reason || note != c.note || f.lacks(d.s) != c.lacks {
					t.Errorf("%q, note %q, lacks %q", r, note, f.lacks(d.s))
				}
			}
			d.s.open(hold)
			d.press("enter")
			if got := asked[stampdesk.SetAside](d); (len(got) == 1) != (c.lacks == "") || len(got) == 1 && (got[0].Reason != c.reason || got[0].Note != c.note) {
				t.Errorf("%+v", got)
			}
			if c.lacks != "" {
				d.shows(c.lacks)
			}
		})
	}
}

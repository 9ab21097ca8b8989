package tui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"stampdesk"
)

// verdicts are one outcome of each kind that can stand in the frame.
func verdicts() map[string]panel {
	s := newShell(Options{Setup: testSetup, Desk: "B1"}.zero(), terminal{})
	member := testRoster().Members[0]
	card := func(r stampdesk.Result, v stampdesk.Verdict, act stampdesk.Act) *stampdesk.Outcome {
		o := &stampdesk.Outcome{Result: r, Raw: "31000401", Card: member.Card, Member: &member, Verdict: v}
		if act != 0 {
			o.Entry = &stampdesk.Entry{Act: act, Key: stampdesk.EntryKey{Desk: "B1", Seq: 7}, Boxes: v.Boxes}
		}
		return o
	}
	stamp := stampdesk.Verdict{Kind: stampdesk.Stamp, Reason: stampdesk.ReasonEligible, Boxes: stampdesk.BoxesOf(4)}
	ask := question{Outcome: *card(stampdesk.Presented, stamp, stampdesk.ActPresented), boxes: stamp.Boxes}
	lam := ask
	lam.relaminated = true
	trouble := &desk{trouble: &stampdesk.Outcome{Result: stampdesk.Unrecorded, Err: errDisk}}
	return map[string]panel{
		"asked": ask.panel(s), "relaminate": lam.panel(s),
		"recorded":   s.verdict(card(stampdesk.Recorded, stamp, stampdesk.ActStamped)),
		"hold":       s.verdict(card(stampdesk.Recorded, stampdesk.Verdict{Kind: stampdesk.Hold, Reason: stampdesk.ReasonLost, Goes: stampdesk.HeldTray}, stampdesk.ActHeld)),
		"refuse":     s.verdict(card(stampdesk.Recorded, stampdesk.Verdict{Kind: stampdesk.Refuse, Reason: stampdesk.ReasonExpelled, Goes: stampdesk.UpToBoard}, stampdesk.ActRefused)),
		"repeat":     s.verdict(card(stampdesk.Judged, stampdesk.Verdict{Kind: stampdesk.Repeat, Reason: stampdesk.ReasonStamped, Boxes: stampdesk.BoxesOf(4)}, 0)),
		"unreadable": s.verdict(&stampdesk.Outcome{Result: stampdesk.Judged, Raw: "31", Verdict: stampdesk.Verdict{Fault: stampdesk.FaultShort}}),
		"unrecorded": trouble.panel(s), "no scanner": s.withoutScanner(), "idle": s.idle(),
	}
}

func TestVerdictsDifferWithoutColour(t *testing.T) {
	colour := newShell(Options{Setup: testSetup}.zero(), terminal{colours: termenv.ANSI})
	none := newShell(Options{Setup: testSetup}.zero(), terminal{colours: termenv.Ascii})
	plain := newShell(Options{Setup: testSetup}.zero(), terminal{colours: termenv.Ascii, plain: true})
	seen := map[string]string{}
	for name, p := range verdicts() {
		p.lines, p.foot, p.act = nil, "", "" // word, symbol and frame alone must do
		with, without := strings.Join(colour.draw(p, 56, 9), "\n"), strings.Join(none.draw(p, 56, 9), "\n")
		if ansi.Strip(with) != without {
			t.Errorf("%s: the colours change the text", name)
		}
		if p.tone != calm && with == without {
			t.Errorf("%s: no colour at all", name)
		}
		if other := seen[without]; other != "" {
			t.Errorf("%s and %s look the same without colour", name, other)
		}
		seen[without] = name
		for _, l := range plain.draw(p, 56, 9) {
			if frame := []rune(l); frame[0] > 127 || frame[len(frame)-1] > 127 {
				t.Errorf("%s: a frame that is not ASCII: %s", name, l)
			}
		}
	}
}

func TestFramesOfKindsDiffer(t *testing.T) {
	p := verdicts()
	kinds := map[frame]string{}
	for _, name := range []string{"asked", "relaminate", "hold", "refuse", "repeat", "unrecorded"} {
		if other := kinds[p[name].frame]; other != "" {
			t.Errorf("%s and %s have the same frame", name, other)
		}
		kinds[p[name].frame] = name
	}
	for name, want := range map[string]tone{"asked": work, "recorded": good, "hold": warn, "refuse": bad} {
		if p[name].tone != want {
			t.Errorf("%s has tone %d", name, p[name].tone)
		}
	}
}

func TestTheTerminalIsReadFromItsEnvironment(t *testing.T) {
	for _, c := range []struct {
		env   map[string]string
		plain bool
	}{
		{map[string]string{"LANG": "C.UTF-8", "TERM": "xterm-256color"}, false},
		{map[string]string{"LANG": "vi_VN.utf8", "TERM": "tmux"}, false},
		{map[string]string{"LANG": "C.UTF-8", "LC_ALL": "POSIX", "TERM": "xterm"}, !utf8Console},
		{map[string]string{"LANG": "C.UTF-8", "TERM": "linux"}, true},
		{map[string]string{}, !utf8Console},
	} {
		got := terminalOf(nil, func(k string) (string, bool) { v, ok := c.env[k]; return v, ok })
		if got.plain != c.plain {
			t.Errorf("%v: plain %v", c.env, got.plain)
		}
	}
}

// BenchmarkView draws the desk with a question and ten cards.
func BenchmarkView(b *testing.B) {
	s := newModel(b.Context(), Options{Setup: testSetup, Desk: "B1"}, terminal{colours: termenv.TrueColor})
	s.s.width, s.s.height, s.s.front = 120, 40, atDesk
	member := testRoster().Members[0]
	for i := range 10 {
		s.desk.recent.add(s.s, &stampdesk.Outcome{Member: &member, Entry: &stampdesk.Entry{
			Key: stampdesk.EntryKey{Desk: "B1", Seq: uint64(i + 1)}, Act: stampdesk.ActStamped, Card: member.Card, Boxes: stampdesk.BoxesOf(4),
		}})
	}
	s.desk.card(s.s, &stampdesk.Outcome{Result: stampdesk.Presented, Card: member.Card, Member: &member,
		Verdict: stampdesk.Verdict{Kind: stampdesk.Stamp, Boxes: stampdesk.BoxesOf(4)}})
	b.ReportAllocs()
	for b.Loop() {
		s.View()
	}
}

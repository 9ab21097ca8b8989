package main

import (
	"encoding/json"
	"maps"
	"strconv"
	"time"

	"stampdesk"
)

// printJSON writes one object on one line.
func (a *app) printJSON(v any) error {
	enc := json.NewEncoder(a.out)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

// The objects that --json prints. Their fields are stable; fields that do not
// apply are left out, except counts.

type keyJSON struct {
	Desk stampdesk.DeskID `json:"desk"`
	Seq  uint64           `json:"seq"`
}

func keyOf(k stampdesk.EntryKey) *keyJSON {
	if k.IsZero() {
		return nil
	}
	return &keyJSON{k.Desk, k.Seq}
}

type replayJSON struct {
	Raw     string           `json:"raw"`
	Card    string           `json:"card,omitempty"`
	Verdict string           `json:"verdict"`
	Reason  stampdesk.Reason `json:"reason,omitempty"`
	Boxes   []int            `json:"boxes,omitempty"`
	Entry   *keyJSON         `json:"entry,omitempty"`
	Unit    string           `json:"unit,omitempty"`
	Batch   string           `json:"batch,omitempty"`
	At      string           `json:"at,omitempty"`
	Near    []string         `json:"near,omitempty"` // cards of the unit that are almost the number
}

type headJSON struct {
	Desk  stampdesk.DeskID `json:"desk"`
	Seq   uint64           `json:"seq"`
	Chain string           `json:"chain"`
}

func headsJSON(heads []stampdesk.Head) []headJSON {
	out := make([]headJSON, 0, len(heads))
	for _, h := range heads {
		out = append(out, headJSON{h.Desk, h.Seq, h.Chain.String()})
	}
	return out
}

type entryJSON struct {
	Desk     stampdesk.DeskID   `json:"desk"`
	Seq      uint64             `json:"seq"`
	At       string             `json:"at"`
	Act      string             `json:"act"`
	Operator stampdesk.PersonID `json:"operator,omitempty"`
	Approver stampdesk.PersonID `json:"approver,omitempty"`
	Shift    stampdesk.ShiftID  `json:"shift,omitempty"`
	Card     string             `json:"card,omitempty"`
	Issue    stampdesk.Issue    `json:"issue,omitempty"`
	Unit     string             `json:"unit,omitempty"`
	Batch    string             `json:"batch,omitempty"`
	Boxes    []int              `json:"boxes,omitempty"`
	Reason   stampdesk.Reason   `json:"reason,omitempty"`
	Note     string             `json:"note,omitempty"`
	Ref      *keyJSON           `json:"ref,omitempty"`
	Marks    []string           `json:"marks,omitempty"`
	Facts    map[string]string  `json:"facts,omitempty"`
}

func entryOf(e *stampdesk.Entry) entryJSON {
	j := entryJSON{
		Desk: e.Key.Desk, Seq: e.Key.Seq, At: stamp(e.At), Act: e.Act.String(), Operator: e.Operator,
		Unit: string(e.Unit), Batch: string(e.Batch), Boxes: boxes(e.Boxes), Reason: e.Reason, Note: e.Note,
		Ref: keyOf(e.Ref), Approver: e.Approver, Shift: e.Shift, Issue: e.Issue, Marks: marksJSON(e.Flags), Facts: factsJSON(e.Facts),
	}
	if e.Card != 0 {
		j.Card = e.Card.Digits()
	}
	return j
}

func boxes(s stampdesk.BoxSet) []int {
	var b []int
	for n := range s.All() {
		b = append(b, n)
	}
	return b
}

// stamp is a time as JSON carries it, in the zone of the machine.
func stamp(t time.Time) string { return t.Local().Format("2006-01-02T15:04:05.000Z07:00") }

type handledJSON struct {
	Stamped int `json:"stamped"`
	Damaged int `json:"damaged"`
	Lost    int `json:"lost"`
	Held    int `json:"held"`
	Refused int `json:"refused"`
}

func handledOf(h stampdesk.Handled) handledJSON {
	return handledJSON{h.Stamped, h.Damaged, h.Lost, h.Held, h.Refused}
}

func tallyJSON(t stampdesk.Tally) map[string]any {
	perBox := map[string]int{}
	for b, n := range t.Boxes {
		perBox[strconv.Itoa(b)] = n
	}
	shares, percent := stampdesk.Shares{}.OfTally(&t), map[string]string{}
	for _, name := range []string{"stamped", "not_stamped", "damaged", "lost", "uncollected", "held", "refused", "remaining"} {
		percent[name] = shares.At(name).String()
	}
	return map[string]any{
		"members": t.Members(), "official": t.Official, "probationary": t.Probationary,
		"with_card": t.WithCard, "without_card": t.WithoutCard, "without_card_by": counts(t.WithoutCardBy),
		"proposed": t.Proposed, "stamped": t.Stamped, "not_stamped": t.NotStamped(),
		"damaged": t.Damaged, "lost": t.Lost,
		"uncollected": t.Uncollected, "uncollected_by": counts(t.UncollectedBy), "remaining": t.Remaining,
		"relaminated": t.Relaminated, "late": t.Late, "exchanged": t.Exchanged, "reissued": t.Reissued, "voided": t.Voided,
		"held": t.Held, "held_by": counts(t.HeldBy), "refused": t.Refused, "refused_by": counts(t.RefusedBy),
		"boxes":      perBox,
		"percent":    percent,
		"overridden": t.Overridden, "remarks": counts(t.Remarks), "new_cards": handledOf(t.NewCards),
		"guests": handledOf(t.Guests), "outside": handledOf(t.Outside),
		"heads": headsJSON(t.Heads),
	}
}

// counts drops the zeros that undone acts leave, and is never null.
func counts(m map[stampdesk.Reason]int) map[stampdesk.Reason]int {
	out := maps.Clone(m)
	maps.DeleteFunc(out, func(_ stampdesk.Reason, n int) bool { return n == 0 })
	if out == nil {
		out = map[stampdesk.Reason]int{}
	}
	return out
}

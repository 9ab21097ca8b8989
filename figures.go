package stampdesk

import (
	"slices"
	"strings"
)

// figure is one count of a tally by its name.
type figure struct {
	name string
	of   func(*Tally) int
}

// figures are the counts of a tally that a form or a report can show. The names
// are those of JSON.
var figures = []figure{
	{"members", func(t *Tally) int { return t.Members() }},
	{"official", func(t *Tally) int { return t.Official }},
	{"probationary", func(t *Tally) int { return t.Probationary }},
	{"with_card", func(t *Tally) int { return t.WithCard }},
	{"without_card", func(t *Tally) int { return t.WithoutCard }},
	{"proposed", func(t *Tally) int { return t.Proposed }},
	{"stamped", func(t *Tally) int { return t.Stamped }},
	{"not_stamped", func(t *Tally) int { return t.NotStamped() }},
	{"damaged", func(t *Tally) int { return t.Damaged }},
	{"lost", func(t *Tally) int { return t.Lost }},
	{"uncollected", func(t *Tally) int { return t.Uncollected }},
	{"held", func(t *Tally) int { return t.Held }},
	{"refused", func(t *Tally) int { return t.Refused }},
	{"remaining", func(t *Tally) int { return t.Remaining }},
	{"relaminated", func(t *Tally) int { return t.Relaminated }},
	{"late", func(t *Tally) int { return t.Late }},
	{"exchanged", func(t *Tally) int { return t.Exchanged }},
	{"reissued", func(t *Tally) int { return t.Reissued }},
	{"voided", func(t *Tally) int { return t.Voided }},
	{"overridden", func(t *Tally) int { return t.Overridden }},
	{"guests", func(t *Tally) int { return t.Guests.Seen() }},
	{"guests.stamped", func(t *Tally) int { return t.Guests.Stamped }},
	{"outside", func(t *Tally) int { return t.Outside.Seen() }},
	{"new_cards", func(t *Tally) int { return t.NewCards.Seen() }},
	{"new_cards.stamped", func(t *Tally) int { return t.NewCards.Stamped }},
}

// figuresBy are the counts of a tally by reason.
var figuresBy = map[string]func(*Tally) map[Reason]int{
	"without_card_by": func(t *Tally) map[Reason]int { return t.WithoutCardBy },
	"damaged_by":      func(t *Tally) map[Reason]int { return t.DamagedBy },
	"held_by":         func(t *Tally) map[Reason]int { return t.HeldBy },
	"refused_by":      func(t *Tally) map[Reason]int { return t.RefusedBy },
	"uncollected_by":  func(t *Tally) map[Reason]int { return t.UncollectedBy },
	"remarks_by":      func(t *Tally) map[Reason]int { return t.Remarks },
}

// Figure gives one count of the tally by its name in JSON; a reason follows a
// dot, and stands for those that refine it too: "without_card_by.CHUYEN_DEN",
// "remarks_by.KY_LUAT_MAT_THE". It is false for a name that is none.
func (t *Tally) Figure(name string) (int, bool) {
	if i := slices.IndexFunc(figures, func(f figure) bool { return f.name == name }); i >= 0 {
		return figures[i].of(t), true
	}
	by, reason, ok := strings.Cut(name, ".")
	of := figuresBy[by]
	if !ok || of == nil || !Reason(reason).isCode() {
		return 0, false
	}
	n := 0
	for r, m := range of(t) {
		if r.under(Reason(reason)) {
			n += m
		}
	}
	return n, true
}

// FiguresBy gives the counts by reason of one name, "uncollected_by"; false for
// a name that is none.
func (t *Tally) FiguresBy(name string) (map[Reason]int, bool) {
	of := figuresBy[name]
	if of == nil {
		return nil, false
	}
	return of(t), true
}

// FigureNames are the names of all counts without those by reason, in the order
// of reports.
func FigureNames() []string {
	names := make([]string, len(figures))
	for i, f := range figures {
		names[i] = f.name
	}
	return names
}

// Sum is what several tallies come to: of cells their unit's, of boards the
// province's. Heads are put one after the other.
func Sum(parts ...*Tally) Tally {
	t := newTally()
	for _, p := range parts {
		t.Headcount.Add(p.Headcount)
		for _, n := range [...]struct{ to, from *int }{
			{&t.WithoutCard, &p.WithoutCard}, {&t.Proposed, &p.Proposed},
			{&t.Stamped, &p.Stamped}, {&t.Damaged, &p.Damaged}, {&t.Lost, &p.Lost}, {&t.Held, &p.Held},
			{&t.Refused, &p.Refused}, {&t.Uncollected, &p.Uncollected}, {&t.Remaining, &p.Remaining},
			{&t.Relaminated, &p.Relaminated}, {&t.Late, &p.Late}, {&t.Exchanged, &p.Exchanged},
			{&t.Reissued, &p.Reissued}, {&t.Voided, &p.Voided}, {&t.Overridden, &p.Overridden},
		} {
			*n.to += *n.from
		}
		for _, of := range figuresBy {
			into := of(&t)
			for r, n := range of(p) {
				into[r] += n
			}
		}
		for box, n := range p.Boxes {
			t.Boxes[box] += n
		}
		t.Guests.plus(p.Guests)
		t.Outside.plus(p.Outside)
		t.NewCards.plus(p.NewCards)
		t.Heads = append(t.Heads, p.Heads...)
	}
	return t
}

func (h *Handled) plus(o Handled) {
	h.Stamped += o.Stamped
	h.Relaminated += o.Relaminated
	h.Damaged += o.Damaged
	h.Lost += o.Lost
	h.Held += o.Held
	h.Refused += o.Refused
}

package stampdesk

import (
	"slices"
	"strconv"
)

// listForms are the forms whose lines are a figure of the declaration.
var listForms = [...]struct {
	form   Form
	figure string
}{{FormStamp, "proposed"}, {FormDamaged, "damaged"}, {FormLost, "lost"}, {FormCardless, "without_card"}}

func rosterFigures(h Headcount) map[string]int {
	return map[string]int{
		"members": h.Members(), "official": h.Official, "probationary": h.Probationary,
		"with_card": h.WithCard, "without_card": h.Official - h.WithCard,
	}
}

// listedFigures are the cards on the lists of all batches, each once, without
// guests; and the lines of list 5.
func (a *appraisal) listedFigures() map[string]int {
	n := map[string]int{}
	for _, f := range listForms {
		if a.has(f.form) {
			n[f.figure] = len(a.cards[f.form]) - a.guests[f.form]
		}
	}
	if a.has(FormCardless) {
		n["without_card"] = len(a.cardless)
	}
	if a.has(FormStamp) {
		n["count"] = len(a.cards[FormStamp]) + len(a.cards[FormDamaged])
	}
	return n
}

// deskFigures are what the desk counted of the cards that the unit brought.
func (a *appraisal) deskFigures() map[string]int {
	t := &a.desk
	if len(a.batches) == 0 && t.seen() == 0 { // an old card may come among new ones
		return nil
	}
	damaged, lost := t.Damaged, t.Lost
	if !a.isClosed() { // until then what only a list says is no count of the desk's
		damaged, lost = a.broken.damaged, a.broken.lost
	}
	n := map[string]int{
		"stamped": t.Stamped, "damaged": damaged, "lost": lost, "uncollected": t.Uncollected,
		"not_stamped": damaged + lost + t.Held + t.Refused + t.Uncollected, "count": 0,
	}
	for _, b := range a.batches {
		n["count"] += a.seen[b.ID]
	}
	return n
}

// figures compares the declaration of a batch with the roster, the lists, the
// desk and itself, and the count by hand with the lists and the desk.
func (a *appraisal) figures(of *Batch) error {
	slices.SortStableFunc(a.found, byKind)
	if of != nil {
		a.declaration(of)
	}
	for i := range a.batches {
		a.count(&a.batches[i])
	}
	return nil
}

func (a *appraisal) declaration(b *Batch) {
	differs := func(figure, by string, found ...int) {
		if said, ok := b.Declared[figure]; ok && !slices.Contains(found, said) {
			a.add(b.ID, Difference{Kind: FigureDiffers, Figure: figure, Declared: said, Found: found[0], Amount: said - found[0], By: by})
		}
	}
	main := a.delivery()
	whole := main != nil && main.ID == b.ID // speaks for all that the unit brought
	if a.known && b.Kind == Delivery {
		has := rosterFigures(a.unit.Headcount)
		for _, figure := range ReconciledFigures {
			if n, ok := has[figure]; ok {
				differs(figure, "roster", n)
			}
		}
	}
	listed := a.listedFigures()
	for _, f := range listForms {
		by := "list " + strconv.Itoa(int(f.form))
		switch {
		case b.Lists.Has(f.form) && !whole:
			differs(f.figure, by, a.lines[b.ID][f.form])
		case whole && a.has(f.form): // a unit may count the guests whose cards it brings, or not
			differs(f.figure, by, listed[f.figure], listed[f.figure]+a.guests[f.form])
		}
	}
	convention, bad := b.Declared.contradictions(a.visitors()...)
	for _, c := range bad {
		a.add(b.ID, Difference{
			Kind: SumDiffers, Figure: c.figure, Declared: c.declared, Found: c.found, Amount: c.amount(),
			By: "sum", Sum: c.sum, Convention: convention,
		})
	}
	if whole && a.isClosed() {
		t := &a.desk
		unstamped := t.Guests.Seen() - t.Guests.Stamped
		differs("stamped", "desk", t.Stamped, t.Stamped+t.Guests.Stamped)
		within, apart := t.seen()-t.Stamped, t.Held+t.Refused+t.Uncollected
		switch convention {
		case DamagedWithin:
			differs("not_stamped", "desk", within, within+unstamped)
		case DamagedApart:
			differs("not_stamped", "desk", apart, apart+unstamped)
		default:
			differs("not_stamped", "desk", within, apart, within+unstamped, apart+unstamped)
		}
		differs("uncollected", "desk", t.Uncollected)
	}
	a.coincidence(b)
}

// visitors are the numbers by which the cards of the unit's members may rightly
// exceed those that it brings.
func (a *appraisal) visitors() []int {
	seen, listed := a.desk.Guests.Seen(), a.guests[FormStamp]+a.guests[FormDamaged]+a.guests[FormLost]
	own := a.away - a.hosted
	return []int{own, own - seen, own - listed, -seen, -listed}
}

// manyCards is from how many on that two figures being equal is not chance.
const manyCards = 20

func (a *appraisal) coincidence(b *Batch) {
	if s, ok := b.Declared.copied(); ok {
		a.add(b.ID, Difference{Kind: Coincidence, Figure: "probationary", Declared: s.total, Found: s.total, By: "sum", Sum: s.of})
	}
}

// copied gives the sum to which the probationary members are equal, although
// it has nothing to do with them.
func (d Declared) copied() (summed, bool) {
	broken, _ := d.sum("damaged+lost")
	n, ok := d["probationary"]
	return broken, ok && n == broken.total && n >= manyCards
}

// count compares what was counted by hand at receipt with the lists, and with
// the cards that were seen once the batch is closed.
func (a *appraisal) count(b *Batch) {
	if b.Count <= 0 {
		return
	}
	differs := func(n int, by string) {
		if n != b.Count {
			a.add(b.ID, Difference{Kind: CountDiffers, Figure: "count", Declared: n, Found: b.Count, Amount: n - b.Count, By: by})
		}
	}
	if lines := a.lines[b.ID]; b.Lists.Has(FormStamp) {
		differs(lines[FormStamp]+lines[FormDamaged], "count")
	}
	if b.IsClosed() {
		differs(a.seen[b.ID], "desk")
	}
}

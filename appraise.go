package stampdesk

import (
	"cmp"
	"slices"
	"strconv"
)

// Difference is one thing on which a unit's lists, its declaration, the roster
// and the desk do not agree. Nothing is put right by itself: the unit corrects
// its paper, or a person decides.
type Difference struct {
	Kind     DifferenceKind
	Card     CardNumber // zero where it is about a figure
	Unit     UnitCode
	Name     string // as the roster has it, else as the list has it
	Cell     string
	Form     Form   // the list it is about; 0: none
	Figure   string // the figure it is about, under the name that a tally has
	Declared int    // what the unit says
	Found    int    // what the other side says
	By       string // the other side: roster, list, count, sum, desk
	Note     string // what the list says, where it is not a number
}

// DifferenceKind names a sort of difference. The values are stable names.
type DifferenceKind string

// The differences of an appraisal.
const (
	ListedUnknown   DifferenceKind = "listed-unknown"    // a listed number is on no roster of ours
	ListedElsewhere DifferenceKind = "listed-elsewhere"  // a listed card belongs to another unit
	ListedDeparted  DifferenceKind = "listed-not-member" // listed, and may not be stamped by the roster
	ListedTwice     DifferenceKind = "listed-twice"      // on more than one list of the batch, or twice on one
	ListedVoid      DifferenceKind = "listed-replaced"   // a listed number was replaced by another
	NotOnAnyList    DifferenceKind = "not-listed"        // a card of the unit is on no list
	NameDiffers     DifferenceKind = "name-differs"      // the list has another name for the number
	HasCard         DifferenceKind = "has-card"          // on list 5, and the roster has a card number
	FigureDiffers   DifferenceKind = "figure"            // a declared figure is not what was found
	SumDiffers      DifferenceKind = "sum"               // the parts of the declaration do not add up
	CountDiffers    DifferenceKind = "count"             // the cards counted by hand are not those listed
)

// Appraise names every difference between what a unit handed in with a batch
// and what the roster and the desk know: the lists, line by line, then the
// declaration. What was not handed in is not compared.
func Appraise(s Snapshot, id BatchID) ([]Difference, error) {
	b, err := s.Batch(id)
	switch {
	case err != nil:
		return nil, err
	case b == nil:
		return nil, ErrNotFound
	}
	a := appraisal{s: s, batch: b, listed: map[CardNumber]Form{}, lines: map[Form]int{}}
	for f := FormStamp; f <= FormCardless; f++ {
		if err := a.list(f); err != nil {
			return nil, err
		}
	}
	if err := a.members(); err != nil {
		return nil, err
	}
	slices.SortStableFunc(a.found, func(x, y Difference) int {
		return cmp.Or(cmp.Compare(x.Kind, y.Kind), cmp.Compare(x.Cell, y.Cell), cmp.Compare(x.Card, y.Card))
	})
	err = a.figures()
	return a.found, err
}

type appraisal struct {
	s      Snapshot
	batch  *Batch
	found  []Difference
	listed map[CardNumber]Form // the first list that names a card
	lines  map[Form]int
}

func (a *appraisal) add(d Difference) {
	d.Unit = a.batch.Unit
	a.found = append(a.found, d)
}

// list compares one list with the roster, line by line.
func (a *appraisal) list(f Form) error {
	if !a.batch.Lists.Has(f) {
		return nil
	}
	for l, err := range a.s.Paper(a.batch.Lists.Of(f)) {
		if err != nil {
			return err
		}
		a.lines[f]++
		if f == FormCardless {
			err = a.cardless(l)
		} else {
			err = a.line(f, l)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (a *appraisal) line(f Form, l Line) error {
	d := Difference{Card: l.Card, Form: f, Name: l.Name, Cell: l.Cell, Declared: 1, By: "roster"}
	if first, twice := a.listed[l.Card]; twice {
		e := d
		e.Kind, e.By, e.Found = ListedTwice, "list", int(first)
		a.add(e)
		return nil
	}
	a.listed[l.Card] = f
	m, err := a.s.Member(l.Card)
	if err != nil {
		return err
	}
	if m == nil {
		d.Kind = ListedUnknown
		now, err := a.s.Replaced(l.Card)
		if err != nil {
			return err
		}
		if now != nil {
			d.Kind, d.Note = ListedVoid, now.Card.String()
		}
		a.add(d)
		return nil
	}
	d.Name, d.Cell = m.Name, m.Cell
	why, changed := changedTo(m, a.batch)
	switch {
	case why == ReasonOtherUnit:
		d.Kind, d.Note = ListedElsewhere, string(m.Brings())
		a.add(d)
	case changed:
		d.Kind, d.Note = ListedDeparted, string(why)
		a.add(d)
	case l.Name != "" && plainWords(l.Name) != plainWords(m.Name):
		d.Kind, d.Note = NameDiffers, l.Name
		a.add(d)
	}
	return nil
}

// cardless looks for a card of somebody who is on list 5, by name and cell:
// the list has no numbers.
func (a *appraisal) cardless(l Line) error {
	if l.Card == 0 {
		return nil
	}
	m, err := a.s.Member(l.Card)
	if err == nil && m != nil {
		a.add(Difference{Kind: HasCard, Card: m.Card, Name: m.Name, Cell: m.Cell, Form: FormCardless, Declared: 0, Found: 1, By: "roster"})
	}
	return err
}

// members compares the roster with the lists: who has a card must be on one of
// them, once list 2 is in; and who is on list 5 should have none.
func (a *appraisal) members() error {
	if !a.batch.Lists.Has(FormStamp) && !a.batch.Lists.Has(FormCardless) || a.batch.Kind != Delivery {
		return nil
	}
	without, err := a.namedWithout()
	if err != nil {
		return err
	}
	for m, err := range a.s.MembersOf(a.batch.Unit) {
		if err != nil {
			return err
		}
		if m.Brings() != a.batch.Unit || m.Card == 0 || m.Class() == Other || m.Status == Abroad {
			continue
		}
		d := Difference{Card: m.Card, Name: m.Name, Cell: m.Cell, Found: 1, By: "roster"}
		if without[plainWords(m.Name)] {
			d.Kind, d.Form = HasCard, FormCardless
			a.add(d)
		}
		if _, listed := a.listed[m.Card]; !listed && a.batch.Lists.Has(FormStamp) {
			reported, err := a.reported(m.Card)
			if err != nil {
				return err
			}
			if !reported {
				d.Kind, d.Form = NotOnAnyList, FormStamp
				a.add(d)
			}
		}
	}
	return nil
}

// reported reports whether the unit said why a card does not come.
func (a *appraisal) reported(card CardNumber) (bool, error) {
	_, m, err := newestIssue(a.s, a.batch.Round, card)
	return m.Standing.Act == ActReportedUncollected, err
}

func (a *appraisal) namedWithout() (map[string]bool, error) {
	names := map[string]bool{}
	if !a.batch.Lists.Has(FormCardless) {
		return names, nil
	}
	for l, err := range a.s.Paper(a.batch.Lists.Of(FormCardless)) {
		if err != nil {
			return nil, err
		}
		if l.Name != "" {
			names[plainWords(l.Name)] = true
		}
	}
	return names, nil
}

// figures compares the declaration with the roster, the lists and itself, and
// the count by hand with the lists.
func (a *appraisal) figures() error {
	u, err := a.s.Unit(a.batch.Unit)
	if err != nil {
		return err
	}
	if u != nil && a.batch.Kind == Delivery {
		a.figure("members", u.Members(), "roster")
		a.figure("official", u.Official, "roster")
		a.figure("probationary", u.Probationary, "roster")
		a.figure("with_card", u.WithCard, "roster")
		a.figure("without_card", u.Official-u.WithCard, "roster")
	}
	for _, f := range [...]struct {
		form   Form
		figure string
	}{{FormStamp, "proposed"}, {FormDamaged, "damaged"}, {FormLost, "lost"}, {FormCardless, "without_card"}} {
		if a.batch.Lists.Has(f.form) {
			a.figure(f.figure, a.lines[f.form], "list "+strconv.Itoa(int(f.form)))
		}
	}
	a.sums()
	if n := a.lines[FormStamp] + a.lines[FormDamaged]; a.batch.Count > 0 && a.batch.Lists.Has(FormStamp) && n != a.batch.Count {
		a.add(Difference{Kind: CountDiffers, Figure: "count", Declared: n, Found: a.batch.Count, By: "count"})
	}
	return nil
}

func (a *appraisal) figure(name string, found int, by string) {
	if declared, ok := a.batch.Declared[name]; ok && declared != found {
		a.add(Difference{Kind: FigureDiffers, Figure: name, Declared: declared, Found: found, By: by})
	}
}

// sums checks that the parts of the declaration make their whole. Whether what
// is proposed holds the damaged and the lost is a convention of each board: the
// sum is right if either way gives it.
func (a *appraisal) sums() {
	d := a.batch.Declared
	sum := func(whole string, ways ...[]string) {
		want, ok := d[whole]
		if !ok {
			return
		}
		var totals []int
		for _, parts := range ways {
			if total, ok := d.sum(parts); ok {
				totals = append(totals, total)
			}
		}
		if len(totals) > 0 && !slices.Contains(totals, want) {
			a.add(Difference{Kind: SumDiffers, Figure: whole, Declared: want, Found: totals[0], By: "sum"})
		}
	}
	sum("members", []string{"official", "probationary"})
	sum("official", []string{"with_card", "without_card"})
	sum("with_card", []string{"proposed", "damaged", "lost", "uncollected"}, []string{"proposed", "damaged", "lost"}, []string{"proposed", "uncollected"}, []string{"proposed"})
	sum("not_stamped", []string{"damaged", "lost", "uncollected"}, []string{"uncollected"})
	sum("with_card", []string{"stamped", "not_stamped"})
	sum("proposed", []string{"stamped", "not_stamped"}, []string{"stamped", "uncollected"})
}

// sum adds up declared figures; false where one of them is not there.
func (d Declared) sum(names []string) (total int, ok bool) {
	for _, name := range names {
		n, ok := d[name]
		if !ok {
			return 0, false
		}
		total += n
	}
	return total, true
}

package tui

import (
	"strings"

	"stampdesk"
)

// unitPage is one unit in the round: its figures, each time it brought cards,
// and the lists of what still waits.
type unitPage struct {
	unit   stampdesk.UnitCode
	of     *stampdesk.UnitProgress // nil: not read yet, or there is no such unit
	list   list
	writes bool            // there are forms to be written
	opens  map[string]page // by the key of the row
}

func (p *unitPage) read(from sight) (func(*shell), error) {
	all, err := stampdesk.ProgressOf(from, from.round)
	if err != nil {
		return nil, err
	}
	for i := range all.Units {
		if all.Units[i].Code == p.unit {
			return func(s *shell) {
				p.writes = s.opt.Forms.List != nil
				p.take(&all.Units[i])
			}, nil
		}
	}
	return func(*shell) { p.of = nil; p.list.put(nil) }, nil
}

// seenCell is the column of how many cards of a batch were seen.
const seenCell = 31

// take makes the rows: the batches, then where one can go on to.
func (p *unitPage) take(u *stampdesk.UnitProgress) {
	p.of, p.opens = u, map[string]page{}
	var rows []row
	for i := range u.Batches {
		r := p.batchRow(&u.Batches[i])
		p.opens[r.key] = &batchPage{batch: u.Batches[i].ID}
		rows = append(rows, r)
	}
	for _, x := range []struct {
		key   string
		says  func(*words) string
		count int
		open  page
	}{
		{"held", func(w *words) string { return w.UnitHeldN }, u.Held, &heldList{unit: u.Code}},
		{"chase", func(w *words) string { return w.UnitChaseN }, u.Uncollected, &chaseList{unit: u.Code}},
		{"reconcile", func(w *words) string { return w.UnitReconcile }, -1, &reconciledUnit{unit: stampdesk.UnitInfo{Unit: u.Unit, Headcount: u.Headcount}}},
	} {
		p.opens[x.key] = x.open
		rows = append(rows, goOnRow(x.key, x.says, x.count))
	}
	if p.writes {
		p.opens["forms"] = &formsPage{unit: u.Code}
		rows = append(rows, goOnRow("forms", func(w *words) string { return w.UnitForms }, -1))
	}
	p.list.put(rows)
}

func (p *unitPage) batchRow(b *stampdesk.BatchProgress) row {
	r := row{
		key: "batch " + string(b.ID), folded: found(string(b.ID)),
		group: func(s *shell) string { return s.words.Brought },
		cells: func(s *shell) []string {
			kind := ""
			if b.Kind != stampdesk.Delivery {
				kind = s.words.Kinds[b.Kind]
			}
			seen := fill(s.words.SeenOf, s.count(b.Work.Seen), s.count(b.Expected)) + right(s.share(min(b.Work.Seen, b.Expected), b.Expected), 9)
			return []string{s.join(fill(s.words.Batch, s.batchName(b.ID)), kind), right(seen, seenCell-1), " " + s.stateOf(b.State(), b.Handled.Held, b.Freed)}
		},
		detail: func(s *shell) string {
			return s.join(fill(s.words.Batch, s.batchName(b.ID)), s.rules.States[b.Batch.State], s.when(b.Opened), b.By)
		},
	}
	switch st := b.State(); {
	case st <= stampdesk.UnitToClose:
		r.sign, r.tone = holdSign, warn
	case st == stampdesk.UnitDone:
		r.sign, r.tone = stampSign, good
	}
	return r
}

// goOnRow leads to another page; count below zero: nothing is counted there.
func goOnRow(key string, says func(*words) string, count int) row {
	r := row{
		key: key, folded: found(says(&vietnameseWords), says(&englishWords)),
		group: func(s *shell) string { return s.words.SeeAlso },
		cells: func(s *shell) []string {
			n := ""
			if count >= 0 {
				n = s.count(count)
			}
			return []string{says(s.words), right(n, seenCell-1), ""}
		},
		dim: count == 0,
	}
	if key == "held" && count > 0 {
		r.sign, r.tone = holdSign, warn
	}
	return r
}

func (p *unitPage) key(s *shell, in input) {
	r := p.list.now()
	command := !p.list.searching()
	switch {
	case in.is(keys.Esc) && command:
		s.turnBack()
	case in.is(keys.Enter) && in.text == "" && r != nil:
		s.turnTo(p.opens[r.key])
	case command && in.is(keys.Print) && p.of != nil:
		name := p.of.Name
		s.choosePaper(func(s *shell) string { return fill(s.words.AskUnitPrint, s.middle(name, 40)) }, papersOfUnit(p.unit)...)
	default:
		p.list.key(in)
	}
}

// papersOfUnit are the papers that there are of one unit.
func papersOfUnit(u stampdesk.UnitCode) []paper {
	return []paper{
		{word(func(w *words) string { return w.ChaseOfUnit }), []stampdesk.Print{{Document: stampdesk.ChaseList, Unit: u}}},
		{word(func(w *words) string { return w.RenewalsOfUnit }), []stampdesk.Print{{Document: stampdesk.RenewalList, Unit: u}}},
		{word(func(w *words) string { return w.IntakeOfUnit }), []stampdesk.Print{{Document: stampdesk.IntakeSheet, Unit: u}}},
	}
}

func (p *unitPage) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (p *unitPage) view(s *shell, w, h int) []string {
	head := heading{empty: s.words.NoSuchUnit, widths: []int{-1, seenCell, stateCell}, middle: -1}
	if p.of == nil {
		head.title = s.join(string(p.unit), s.unit(p.unit))
		return p.list.view(s, head, w, h)
	}
	u := p.of
	end := "  " + s.progress(&u.Tally) + " "
	out := []string{
		s.ends(" "+s.style.Head.Render(s.middle(s.join(string(u.Code), u.Name), w-2-width(end))), s.style.Head.Render(end), w),
		" " + s.bar(u.Stamped, max(u.WithCard, 1), w-2),
	}
	for _, l := range s.wrap(s.figures(&u.Tally), w-4, 2) {
		out = append(out, "  "+l)
	}
	people := s.join(fill(s.words.MembersOf, s.count(u.Members())), fill(s.words.CardlessN, s.count(u.Official-u.WithCard)), s.unitState(u))
	out = append(out, "  "+s.style.Tone[quiet].Render(people))
	if len(u.Batches) == 0 {
		out = append(out, "", "  "+s.words.NotBrought)
	}
	return append(s.block(out, w, len(out)), p.list.view(s, head, w, h-len(out))...)
}

// figures are all parts of the cards of a tally, in the order of the sum. A
// number never stands on another line than its name.
func (s *shell) figures(t *stampdesk.Tally) string {
	parts := []string{
		fill(s.words.NCards, s.count(t.WithCard)), fill(s.words.StampedN, s.count(t.Stamped)), fill(s.words.KeptN, s.count(t.Held)),
		fill(s.words.RefusedN, s.count(t.Refused)), fill(s.words.DamagedN, s.count(t.Damaged)), fill(s.words.LostN, s.count(t.Lost)),
		fill(s.words.ChaseN, s.count(t.Uncollected)), fill(s.words.RemainN, s.count(t.Remaining)),
	}
	for i := range parts {
		parts[i] = strings.ReplaceAll(parts[i], " ", "\u00a0")
	}
	return s.join(parts...)
}

func (p *unitPage) hints(s *shell) []hint {
	return p.list.hints(s, hint{"Enter", s.words.KeyOpen}, hint{"p", s.words.KeyPrint})
}

func (p *unitPage) help(w *words) string { return w.HelpUnit }

func (p *unitPage) takesText() bool { return p.list.searching() }

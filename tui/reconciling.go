package tui

import (
	"cmp"
	"slices"

	"stampdesk"
)

// reconciling is the whole round, unit by unit: what each declared, what it
// listed, what the roster has and what the desk counted.
type reconciling struct {
	roll
	all    stampdesk.Reconciliation
	total  [stampdesk.Hands]int
	differ int // units with a difference
}

// readsOnce: it walks over all cards and all lists.
func (p *reconciling) readsOnce() {}

func (p *reconciling) read(from sight) (func(*shell), error) {
	all, err := stampdesk.Reconcile(from, from.round, "")
	if err != nil {
		return nil, err
	}
	need := make(map[stampdesk.UnitCode]int, len(all.Units))
	for i := range all.Units {
		if n := all.Units[i].NeedsAttention(); n > 0 {
			need[all.Units[i].Unit.Code] = n
		}
	}
	units, total := all.Units, [stampdesk.Hands]int{-1, -1, -1, -1}
	for i := range units {
		for h, n := range cards(units[i].Figures) {
			if n >= 0 {
				total[h] = max(total[h], 0) + n
			}
		}
	}
	slices.SortStableFunc(units, func(a, b stampdesk.Reconciled) int {
		return cmp.Or(-cmp.Compare(need[a.Unit.Code], need[b.Unit.Code]), cmp.Compare(a.Unit.Code, b.Unit.Code))
	})
	return func(s *shell) {
		p.all, p.total, p.differ = all, total, len(need)
		p.put(s, len(units), func(i int) row { return reconciledRow(&units[i], need[units[i].Unit.Code]) },
			func(i int) string { return string(units[i].Unit.Code) + " " + units[i].Unit.Name })
	}, nil
}

// cards are how many cards each hand speaks of: declared as issued, or else as
// proposed, on lists 2 to 4, issued by the roster, and accounted for at the
// desk; -1 where it says nothing.
func cards(rows []stampdesk.FigureRow) [stampdesk.Hands]int {
	out := [stampdesk.Hands]int{-1, -1, -1, -1}
	add := func(h stampdesk.Hand, n int) {
		if n >= 0 {
			out[h] = max(out[h], 0) + n
		}
	}
	for _, r := range rows {
		switch r.Figure {
		case "with_card":
			add(stampdesk.ByDeclaration, r.By[stampdesk.ByDeclaration])
			add(stampdesk.ByRoster, r.By[stampdesk.ByRoster])
		case "proposed", "damaged", "lost":
			if add(stampdesk.ByLists, r.By[stampdesk.ByLists]); r.Figure == "proposed" && out[stampdesk.ByDeclaration] < 0 {
				add(stampdesk.ByDeclaration, r.By[stampdesk.ByDeclaration])
			}
		case "stamped", "not_stamped":
			add(stampdesk.ByDesk, r.By[stampdesk.ByDesk])
		}
	}
	return out
}

// hands are four figures as they stand in columns.
func (s *shell) hands(by [stampdesk.Hands]int) []string {
	var out []string
	for _, n := range by {
		text := s.sign.Dash
		if n >= 0 {
			text = s.count(n)
		}
		out = append(out, right(text, handWidth-1))
	}
	return out
}

// handWidth is the column of one hand.
const handWidth = 11

func (s *shell) handHeads() []string {
	var out []string
	for _, name := range s.words.Hands {
		out = append(out, right(name, handWidth-1))
	}
	return out
}

func reconciledRow(u *stampdesk.Reconciled, need int) row {
	r := row{
		key: string(u.Unit.Code),
		cells: func(s *shell) []string {
			state := ""
			switch {
			case need > 0:
				state = fill(s.words.DifferShort, s.count(need))
			case u.Closed:
				state = s.words.AgreeShort
			}
			return append(append([]string{s.called(u.Unit.Name)}, s.hands(cards(u.Figures))...), right(state, 11))
		},
		detail: func(s *shell) string {
			var batches []string
			for _, b := range u.Batches {
				batches = append(batches, fill(s.words.Batch, s.batchName(b.ID))+" "+s.rules.States[b.State])
			}
			return s.join(append([]string{string(u.Unit.Code), u.Unit.Name}, batches...)...)
		},
	}
	switch {
	case need > 0:
		r.sign, r.tone = holdSign, warn
	case u.Closed:
		r.sign, r.tone = stampSign, good
	}
	return r
}

func (p *reconciling) key(s *shell, in input) {
	i := p.chosen()
	switch {
	case in.is(keys.Esc) && !p.searching():
		s.turnBack()
	case in.is(keys.Enter) && in.text == "" && i >= 0:
		u := &p.all.Units[i]
		page := &reconciledUnit{unit: u.Unit}
		page.take(u)
		s.turnTo(page)
	case in.is(keys.WriteOut) && !p.searching():
		s.say(work, fill(s.words.ByCommand, "stampdesk reconcile --all --out "+s.words.FileName))
	default:
		p.roll.key(s, in)
	}
}

func (p *reconciling) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (p *reconciling) view(s *shell, w, h int) []string {
	head := heading{
		empty: s.words.NoUnits, how: s.words.NoRosterDo, middle: 0, widths: []int{-1, handWidth, handWidth, handWidth, handWidth, 12},
		columns: append(append([]string{s.words.UnitHead}, s.handHeads()...), ""),
	}
	title := s.words.MenuReconcile
	if p.loaded && p.count > 0 {
		title = s.join(title, fill(s.words.UnitsDiffer, s.count(p.differ), s.count(p.count)))
	}
	out := []string{p.head(s, " "+s.style.Head.Render(title), w), s.fit(" "+s.style.Tone[quiet].Render(s.words.CardsBy), w), s.fit("", w)}
	if p.loaded && p.count > 0 {
		total := append(append([]string{s.words.WholeRound}, s.hands(p.total)...), right(s.count(p.all.NeedsAttention()), 11))
		out = append(out, s.style.Head.Render(s.fit("   "+s.cells(w-4, &head, total), w)))
	}
	return append(out, p.body(s, head, w, h-len(out))...)
}

func (p *reconciling) hints(s *shell) []hint {
	return p.roll.hints(s, hint{"Enter", s.words.KeyOpen}, hint{"e", s.words.KeyFile})
}

func (p *reconciling) help(w *words) string { return w.HelpReconcile }

func (p *reconciling) takesText() bool { return p.searching() }

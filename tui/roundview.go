package tui

import (
	"slices"
	"strings"

	"stampdesk"
)

// Widths of the columns of figures, and of those that only a wide window has.
const (
	figureCell = 8
	smallCell  = 6
	chaseCell  = 9
	stateCell  = 16
	barCell    = 14
	shareCell  = 9
	wideWindow = 110
)

func (p *roundPage) view(s *shell, w, h int) []string {
	if !p.loaded || p.count == 0 {
		head := heading{empty: s.words.NoUnits, how: s.words.NoRosterHow, title: p.when(s)}
		return p.roll.view(s, head, w, h)
	}
	left := " " + s.style.Head.Render(p.when(s))
	out := []string{p.head(s, left, w)}
	if !p.searching() {
		out[0] = s.ends(left, s.style.Head.Render(s.progress(&p.all.Tally)+" "), w)
	}
	out = append(out, " "+s.bar(p.all.Stamped, p.all.WithCard, w-2))
	out = append(out, p.pace(s, w, max(5, min(h/4, 10)))...)
	head := p.columns(s, w)
	total := append([]string{s.words.WholeRound}, s.unitFigures(&p.all.Tally, w)...)
	held := ""
	if n := p.held(); n > 0 {
		held = " " + s.stateOf(stampdesk.UnitHolds, n, 0)
	}
	out = append(out, s.style.Head.Render(s.fit("   "+s.cells(w-4, &head, append(total, held)), w)))
	return append(s.block(out, w, len(out)), p.body(s, head, w, h-len(out))...)
}

// when is the round, its window, and how much of it is left.
func (p *roundPage) when(s *shell) string {
	r := p.round
	if r.Ordinal == 0 {
		return s.words.MenuRound
	}
	from := r.From.String()
	if r.From.Year == r.To.Year {
		from = from[:5]
	}
	window := from + s.sign.Dash + r.To.String()
	return s.join(s.ordinal(r.Ordinal), window, p.left(s))
}

// left says how many days the window has.
func (p *roundPage) left(s *shell) string {
	t := p.tempo(s)
	switch {
	case p.shut:
		return s.words.RoundIsShut
	case t.Until > 0:
		return fill(s.words.RoundStarts, s.count(t.Until))
	case t.Past > 0:
		return fill(s.words.RoundOver, s.count(t.Past))
	case t.Left == 1:
		return s.words.RoundLastDay
	}
	return fill(s.words.RoundLeft, s.count(t.Left-1))
}

func (p *roundPage) tempo(s *shell) stampdesk.Pace {
	return stampdesk.PaceOf(p.round, &p.days, p.all.Remaining, stampdesk.DateOf(s.now))
}

// progress is how much is stamped, in cards and as a share.
func (s *shell) progress(t *stampdesk.Tally) string {
	return s.count(t.Stamped) + "/" + s.count(t.WithCard) + "  " + s.stampedShare(t)
}

// pace is the curve of cards per day, and beside it what it means.
func (p *roundPage) pace(s *shell, w, h int) []string {
	says := p.says(s)
	side := 0
	for _, l := range says {
		side = max(side, width(l))
	}
	side = max(side, 26) + 1
	t := p.tempo(s)
	lines := s.curve(curveOf(p.round, &p.days, t.Needed, stampdesk.DateOf(s.now)), w-side-4, h)
	if lines == nil {
		lines = make([]string, h)
	}
	return beside(s.block(lines, w-side-2, h), s.block(says, side, h))
}

// says is how the round goes: what is left, how fast the desk is, and whether
// that is enough.
func (p *roundPage) says(s *shell) []string {
	w, t, left := s.words, p.tempo(s), p.all.Remaining
	var out []string
	say := func(n tone, sign, text string, values ...int) {
		for _, v := range values {
			text = fill(text, s.count(v))
		}
		out = append(out, s.style.Tone[n].Render(strings.TrimLeft(sign+" "+text, " ")))
	}
	switch {
	case left <= 0:
		say(good, s.sign.Stamp, w.PaceNothing)
	case t.Left == 0:
		say(warn, s.sign.Hold, w.PaceLate, left)
	default:
		say(calm, "", w.PaceRemains, left)
		say(work, s.sample(needLine, plainNeed), w.PaceNeeded, t.Needed)
	}
	switch {
	case t.Over == 0:
		say(quiet, "", w.PaceNone)
	case t.Needed > 0: // else there is nothing to be fast for
		say(calm, s.sample(s.sign.Rule, plainDone), w.PaceNow, t.Now, t.Over)
	}
	switch {
	case !p.brought():
		say(work, "", w.NobodyBrought)
	case t.Needed == 0 || t.Over == 0:
	case t.InTime():
		say(good, s.sign.Stamp, w.PaceInTime)
	default:
		say(warn, s.sign.Hold, w.PaceTooSlow, t.Needed-t.Now)
	}
	if n := p.held(); t.Needed == 0 && n > 0 {
		say(warn, s.sign.Hold, w.PaceHeld, n)
	}
	if t.Needed == 0 && p.all.Uncollected > 0 {
		say(calm, "", w.PaceChase, p.all.Uncollected)
	}
	if n := p.days.On(stampdesk.DateOf(s.now)); n > 0 {
		say(calm, "", w.PaceToday, n)
	}
	return out
}

// sample is a piece of a line of the curve, to tell which it is.
func (s *shell) sample(line, plain string) string {
	switch {
	case s.term.lines:
		return ""
	case s.term.plain:
		return plain
	}
	return line
}

// held is how many cards a supervisor has to settle, those of nobody among them.
func (p *roundPage) held() int {
	t := &p.all.Tally
	return t.Held + t.Guests.Held + t.Outside.Held + t.NewCards.Held
}

// brought reports that a unit has handed in cards.
func (p *roundPage) brought() bool {
	return slices.ContainsFunc(p.all.Units, func(u stampdesk.UnitProgress) bool { return len(u.Batches) > 0 })
}

// column is one of the figures of a unit.
type column struct {
	name  string
	cells int
	text  func(*shell, *stampdesk.Tally) string
	wide  bool // only in a wide window: that cards are kept aside, the state says too
}

func (s *shell) unitColumns(w int) []column {
	few := func(of func(*stampdesk.Tally) int) func(*shell, *stampdesk.Tally) string {
		return func(s *shell, t *stampdesk.Tally) string {
			if n := of(t); n != 0 {
				return s.count(n)
			}
			return s.sign.Dash
		}
	}
	all := []column{
		{"", barCell, func(s *shell, t *stampdesk.Tally) string { return s.plainBar(t.Stamped, t.WithCard, barCell-1) }, true},
		{s.words.ColShare, shareCell, func(s *shell, t *stampdesk.Tally) string { return s.stampedShare(t) }, true},
		{s.words.ColCards, figureCell, func(s *shell, t *stampdesk.Tally) string { return s.count(t.WithCard) }, false},
		{s.words.ColStamped, figureCell, func(s *shell, t *stampdesk.Tally) string { return s.count(t.Stamped) }, false},
		{s.words.ColHeld, smallCell, few(func(t *stampdesk.Tally) int { return t.Held }), true},
		{s.words.ColSpoilt, smallCell, few(func(t *stampdesk.Tally) int { return t.Damaged }), false},
		{s.words.ColLost, smallCell, few(func(t *stampdesk.Tally) int { return t.Lost }), false},
		{s.words.ColChase, chaseCell, few(func(t *stampdesk.Tally) int { return t.Uncollected }), false},
	}
	return slices.DeleteFunc(all, func(c column) bool { return c.wide && w < wideWindow })
}

// columns are those of the list of units: the name, the figures, the state.
func (p *roundPage) columns(s *shell, w int) heading {
	head := heading{middle: 0, columns: []string{s.words.UnitHead}, widths: []int{-1}}
	for _, c := range s.unitColumns(w) {
		head.columns, head.widths = append(head.columns, right(c.name, c.cells-1)), append(head.widths, c.cells)
	}
	head.columns, head.widths = append(head.columns, " "+s.words.StateHead), append(head.widths, stateCell)
	return head
}

// unitFigures are the cells between the name and the state.
func (s *shell) unitFigures(t *stampdesk.Tally, w int) (out []string) {
	for _, c := range s.unitColumns(w) {
		out = append(out, right(c.text(s, t), c.cells-1))
	}
	return out
}

// plainBar is a bar without colours, for a row that may be chosen.
func (s *shell) plainBar(done, all, w int) string {
	n := min(max(done, 0), all) * w / max(all, 1)
	switch {
	case done <= 0:
		return strings.Repeat(s.sign.BarRest, w)
	case n >= w:
		return strings.Repeat(s.sign.BarDone, w)
	}
	return strings.Repeat(s.sign.BarDone, n) + s.sign.BarHead + strings.Repeat(s.sign.BarRest, w-n-1)
}

func unitProgressRow(u *stampdesk.UnitProgress) row {
	r := row{
		key: string(u.Code),
		cells: func(s *shell) []string {
			return append(append([]string{u.Name}, s.unitFigures(&u.Tally, s.width)...), " "+s.unitState(u))
		},
		detail: func(s *shell) string {
			parts := []string{string(u.Code), u.Name, s.stampedShare(&u.Tally), fill(s.words.RemainN, s.count(u.Remaining))}
			if u.Refused > 0 {
				parts = append(parts, fill(s.words.RefusedN, s.count(u.Refused)))
			}
			for i := range u.Batches {
				b := &u.Batches[i]
				parts = append(parts, fill(s.words.Batch, s.batchName(b.ID))+" "+s.rules.States[b.Batch.State])
			}
			return s.join(parts...)
		},
	}
	switch {
	case u.State <= stampdesk.UnitToClose:
		r.sign, r.tone = holdSign, warn
	case u.State == stampdesk.UnitDone && u.WithCard > 0:
		r.sign, r.tone = stampSign, good
	case u.State == stampdesk.UnitDone:
		r.dim = true
	}
	return r
}

// unitState is what a unit waits for, in a column.
func (s *shell) unitState(u *stampdesk.UnitProgress) string {
	if u.State == stampdesk.UnitDone && u.WithCard == 0 && len(u.Batches) == 0 {
		return s.sign.Dash
	}
	return s.stateOf(u.State, u.Waiting, u.Freed)
}

func (s *shell) stateOf(st stampdesk.UnitState, held, freed int) string {
	n := held
	if st == stampdesk.UnitToReopen {
		n = freed
	}
	return strings.ReplaceAll(fill(s.words.UnitStates[st], s.count(n)), "{}", "")
}

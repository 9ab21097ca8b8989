package tui

import (
	"time"

	"stampdesk"
)

// mostRecent is how many cards the list of the last ones keeps.
const mostRecent = 10

// recent is the list of the last cards. Its lines are kept as drawn.
type recent struct {
	all   []passed
	times []time.Time // of the last stamps, for the rate
	from  int         // the first that is seen
	drawn []string
	key   [2]int // width and height of what is drawn
}

// passed is one card that went over the desk.
type passed struct {
	entry  stampdesk.Entry
	name   string
	undone bool
	unused bool // the card was never stamped
	again  int  // how often it was read again since
}

// add puts a card on top.
func (r *recent) add(s *shell, o *stampdesk.Outcome) {
	if o.Entry == nil {
		return
	}
	p := passed{entry: *o.Entry, unused: o.Entry.Key == s.unstamped}
	if o.Member != nil {
		p.name = o.Member.Name
	}
	r.from = 0
	r.all = append([]passed{p}, r.all...)
	r.all = r.all[:min(len(r.all), mostRecent)]
	r.strike()
	if p.entry.Act == stampdesk.ActStamped {
		r.times = append(r.times, s.now)
		r.times = r.times[max(len(r.times)-20, 0):]
	}
}

// mark notes that a card was read again. It counts as nothing.
func (r *recent) mark(card stampdesk.CardNumber) {
	for i := range r.all {
		if p := &r.all[i]; p.entry.Card == card && p.entry.Act == stampdesk.ActStamped && !p.undone {
			p.again++
			r.forget()
			return
		}
	}
}

// scroll moves the list; it goes back to the newest with the next card.
func (r *recent) scroll(in input) {
	step := max(r.key[1]-1, 1)
	switch {
	case in.is(keys.Up):
		r.from--
	case in.is(keys.Down):
		r.from++
	case in.is(keys.PageUp):
		r.from -= step
	case in.is(keys.PageDown):
		r.from += step
	}
	r.forget()
}

// hides reports that there are cards that the list has no room for.
func (r *recent) hides() bool { return r.key[1] > 0 && len(r.all) > r.key[1] }

// seed fills the list from the journal when the screen has seen nothing yet.
func (r *recent) seed(all []passed) {
	if len(r.all) == 0 && len(all) > 0 {
		r.all = all
		r.strike()
	}
}

// strike marks the entries that a later one undid.
func (r *recent) strike() {
	for i := range r.all {
		for j := range r.all[:i] {
			if e := &r.all[j].entry; e.Act == stampdesk.ActVoided && e.Ref == r.all[i].entry.Key {
				r.all[i].undone = true
			}
		}
	}
	r.forget()
}

func (r *recent) forget() { r.drawn = nil }

// undoable is the latest entry that was not undone.
func (r *recent) undoable() *passed {
	for i := range r.all {
		if p := &r.all[i]; p.entry.Act.Stands() && !p.undone {
			return p
		}
	}
	return nil
}

// rate is how many cards are stamped in ten minutes, by the last ones; 0 where
// it cannot be told.
func (r *recent) rate(now time.Time) float64 {
	var first time.Time
	n := 0
	for _, t := range r.times {
		if now.Sub(t) < 10*time.Minute {
			if n++; n == 1 {
				first = t
			}
		}
	}
	if n < 3 || now.Sub(first) < 20*time.Second {
		return 0
	}
	return float64(n) / now.Sub(first).Minutes()
}

// view draws at most h cards, with a mark where there are others above or
// below.
func (r *recent) view(s *shell, w, h int) []string {
	if r.drawn == nil || r.key != [2]int{w, h} {
		r.from = max(min(r.from, len(r.all)-h), 0)
		to := min(r.from+h, len(r.all))
		var out []string
		for i := r.from; i < to; i++ {
			more := " "
			switch {
			case i == r.from && r.from > 0:
				more = s.sign.MoreAbove
			case i == to-1 && to < len(r.all):
				more = s.sign.MoreBelow
			}
			out = append(out, r.all[i].line(s, w-1)+s.style.Tone[quiet].Render(more))
		}
		r.drawn, r.key = s.block(out, w, h), [2]int{w, h}
	}
	return r.drawn
}

func (p *passed) line(s *shell, w int) string {
	sign, t := p.sign(s)
	what := s.deed(&p.entry)
	switch p.entry.Act {
	case stampdesk.ActStamped:
		what = s.boxes(p.entry.Boxes)
		if p.entry.Flags.Has(stampdesk.Relaminated) {
			what = s.words.RelaminatedShort + ", " + what
		}
		if p.entry.Flags.Has(stampdesk.Late) {
			what += ", " + s.words.LateShort
		}
	case stampdesk.ActHeld: // the shorter word leaves the reason its room
		what = s.words.Held + ": " + p.entry.Reason.Label(s.lang)
	case stampdesk.ActRefused:
		what += ": " + p.entry.Reason.Label(s.lang)
	case stampdesk.ActVoided:
		if p.unused {
			what = s.words.KeyNotStamped
		}
	}
	if p.undone {
		sign, t, what = s.sign.Undone, quiet, s.join(what, s.words.UndoneShort)
	}
	time := s.seconds(p.entry.At)
	name := min(26, w/3)
	head := "  " + p.entry.Card.String() + "  " + s.fit(p.name, name) + "  "
	text := head + s.style.Tone[t].Render(sign) + " " + what
	if p.again > 0 {
		text += s.readAgain(p.again, w-width(text)-width(time)-5)
	}
	return s.ends(text, "  "+s.style.Tone[quiet].Render(time)+" ", w)
}

// readAgain is the mark of a card that was read again, in w cells.
func (s *shell) readAgain(n, w int) string {
	text := s.sign.Repeat + " " + s.words.ReadAgain
	if n > 1 {
		text += " " + s.count(n)
	}
	if width(text) > w {
		text = s.sign.Repeat
	}
	return "  " + s.style.Tone[quiet].Render(text)
}

func (p *passed) sign(s *shell) (string, tone) {
	g := s.sign
	switch p.entry.Act {
	case stampdesk.ActStamped:
		if p.entry.Flags.Has(stampdesk.Relaminated) {
			return g.Relaminate, good
		}
		return g.Stamp, good
	case stampdesk.ActHeld:
		return g.Hold, warn
	case stampdesk.ActRefused:
		return g.Refuse, bad
	case stampdesk.ActReportedDamaged, stampdesk.ActIncident:
		return g.Damaged, warn
	case stampdesk.ActVoided:
		return g.Undone, quiet
	}
	return g.Dot, quiet
}

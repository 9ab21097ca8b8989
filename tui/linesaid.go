package tui

import (
	"reflect"
	"slices"
	"strings"

	"stampdesk"
)

// sentence is a panel in one line: the word first, the card, the reason, and
// what to do.
func (s *shell) sentence(p panel, word string) string {
	var parts []string
	add := func(t string) {
		t = strings.TrimRight(strings.TrimSpace(plainly(strings.ReplaceAll(t, "   ", " "))), ".")
		if t != "" {
			parts = append(parts, capital(t))
		}
	}
	for i, t := range p.lines {
		if i != datesLine || !slices.Contains(p.spare, i) {
			add(t)
		}
	}
	if q := p.boxes; q != nil {
		if q.now == 0 { // else the word names them
			add(strings.Join(q.what, ", "))
		}
		add(q.say)
	}
	add(p.act)
	text := plainly(word)
	if len(parts) > 0 {
		text += ": " + strings.Join(parts, ". ")
	}
	return text + "."
}

// panelSaid is what the frame on the desk would say.
func (d *desk) panelSaid(s *shell) string {
	q := d.question
	if q == nil || d.trouble != nil {
		p := d.panel(s)
		return s.sentence(p, p.big)
	}
	return s.sentence(q.said(s))
}

// said is the panel of a question, and its word.
func (q *question) said(s *shell) (panel, string) {
	p := q.panel(s)
	word := p.big
	if q.Verdict.Kind == stampdesk.Stamp && !q.Resumed && q.boxes != 0 {
		word = fill(s.words.LineBoxes, p.big, s.boxes(q.boxes))
		if !p.look && !q.relaminated && s.opt.Confirm != stampdesk.ConfirmNext {
			p.act = s.words.LineStamped
		}
	}
	if q.Verdict.New {
		word = s.words.NewCard + ". " + word
	}
	return p, word
}

// recordedSaid is a stamp on record, and how far the batch is.
func (s *shell) recordedSaid(o *stampdesk.Outcome) string {
	if s.opt.Confirm == stampdesk.ConfirmScan {
		p := s.verdict(o)
		return s.sentence(p, fill(s.words.LineBoxes, p.big, s.boxes(o.Entry.Boxes)))
	}
	what := s.boxes(o.Entry.Boxes)
	if o.Entry.Flags.Has(stampdesk.Relaminated) {
		what = s.words.RelaminatedShort + ", " + what
	}
	text := fill(s.words.LineDone, s.count(int(o.Entry.Key.Seq)), o.Card.String(), what) + "."
	if stampedGuest(o) {
		text += " " + s.words.GuestSlipDo + "."
	}
	if t := s.progressSaid(); t != "" && o.Person != nil {
		text += " " + capital(t) + "."
	}
	return text
}

// progressSaid is how far the batch is.
func (s *shell) progressSaid() string {
	c := &s.counters
	switch {
	case s.batch == nil:
		return ""
	case c.Expected > 0:
		return fill(s.words.LineLeft, s.count(c.Seen), s.count(c.Expected), s.count(c.Left()))
	}
	return fill(s.words.LineSeen, s.count(c.Seen))
}

// event prints an outcome about a card, when it comes and in the order in
// which outcomes come: the next one may take its place before anybody is told.
func (l *lineDesk) event(o *stampdesk.Outcome, was screen) {
	s, d := l.s, l.desk
	if o.Raw == "" && o.Card == 0 && o.Result != stampdesk.Unrecorded || o.Result == stampdesk.Done || o.Result == stampdesk.Declined {
		return
	}
	if strings.HasPrefix(o.Raw, "SD-") {
		return
	}
	text := ""
	switch o.Result {
	case stampdesk.Waiting:
		text = fill(s.words.WaitingFor, dotted(o.Raw))
	case stampdesk.Reread:
		text = fill(s.words.LineAgain, dotted(o.Raw))
	case stampdesk.Presented:
		if d.question != nil && d.question.Card == o.Card {
			text = d.panelSaid(s)
		}
	case stampdesk.Unrecorded:
		text = d.panelSaid(s)
	case stampdesk.Recorded, stampdesk.Judged:
		if _, over := was.(*desk); !over && o.Raw == "" && s.front == atPages {
			return // the page says so
		}
		p := s.verdict(o)
		if text = s.sentence(p, p.big); o.Result == stampdesk.Recorded && o.Entry != nil && o.Entry.Act == stampdesk.ActStamped {
			text = s.recordedSaid(o)
		}
		if e := o.Entry; e != nil && e.Key.Seq != 0 && text != "" {
			if no := fill(s.words.RecordNo, s.count(int(e.Key.Seq))); !strings.HasPrefix(text, no) {
				text += " " + no + "."
			}
		}
	}
	l.print(text)
	if q := d.question; o.Raw != "" && dotted(o.Raw) != l.code || q != nil && q.queued && o.Result == stampdesk.Presented {
		l.unbidden = true
	}
	if l.atDesk() {
		l.panel = d.panelSaid(s)
		l.top, l.lines = d, map[string]bool{}
	}
}

// deskSaid prints what changed on the desk without a card: the boxes that are
// chosen, a batch that was taken.
func (l *lineDesk) deskSaid(d *desk) {
	panel, came := d.panelSaid(l.s), l.top != screen(d)
	switch q := d.question; {
	case q != nil && d.trouble == nil && !came && panel != l.panel: // it is known whose card it is
		p, word := q.said(l.s)
		p.lines, p.spare = []string{q.Card.String()}, nil
		l.print(l.s.sentence(p, word))
	case panel != l.panel || came && (q != nil || d.shown == nil):
		l.print(panel)
	}
	if b := l.s.batch; came && b != nil && d.question == nil && d.shown != nil && d.trouble == nil {
		l.print(fill(l.s.words.LineOpen, l.s.batchName(b.ID), l.s.unit(b.Unit), l.s.progressSaid()))
	}
	if d.typing {
		l.print(l.s.words.NumberIs)
	}
	if l.panel = panel; d.question == nil {
		if next := d.next(l.s); next != "" && (l.mine || came) {
			l.print(next)
		}
	}
	if kind := reflect.TypeOf(d); came && d.question == nil && l.s.batch != nil && !l.known[kind] {
		l.known[kind] = true
		l.keysSaid(d)
	}
}

// devicesSaid prints what is wrong with a device, and that it works again.
func (l *lineDesk) devicesSaid() {
	s := l.s
	var now []string
	add := func(dev Device, name, text string) {
		was := false
		for _, t := range l.about {
			was = was || strings.HasPrefix(t, name)
		}
		switch {
		case dev.Link == Down:
			now = append(now, name+": "+text)
		case was:
			l.print(fill(s.words.LineBack, capital(name)))
		}
	}
	add(s.devices.Scanner, s.words.Scanner, s.join(s.words.ScannerLostBig, s.words.ScannerLostDo, s.devices.Scanner.About))
	add(s.devices.Printer, s.words.Printer, s.devices.Printer.About)
	add(s.devices.Journal, s.words.Journal, s.join(s.words.JournalLost, s.devices.Journal.About))
	for _, t := range now {
		known := false
		for _, was := range l.about {
			known = known || was == t
		}
		if !known {
			l.print(capital(t))
		}
	}
	l.about = now
}

// tell is the list of batches: each in a sentence.
func (b *batchList) tell(s *shell) []string {
	rows := b.rows(s)
	out := append([]string{s.words.Batches + " " + s.count(len(s.board.batches))}, b.remarks(s, lineWidth)...)
	if b.filtering || b.filter.text != "" {
		out = append(out, s.words.Find+columnEnd+b.filter.said(true))
	}
	switch {
	case len(s.board.batches) == 0:
		return append(out, s.words.NoBatches, s.words.NoBatchesDo)
	case len(rows) == 0:
		return append(out, s.words.NothingFound)
	}
	i := b.index(rows)
	from, to := window(len(rows), lineRows, i)
	for n := from; n < to; n++ {
		r := rows[n]
		s.number(n)
		out = append(out, fill(s.words.LineBatch, s.count(n+1), s.batchName(r.ID), r.unit, s.count(r.seen), s.count(r.expected), s.state(r)))
	}
	return append(out, s.more(len(rows)-to)...)
}

// tell is the balance: the difference first, what is not nought, and what is
// missing.
func (c *closing) tell(s *shell) []string {
	b := &c.balance
	title := s.join(fill(s.words.Batch, s.batchName(b.Batch.ID)), b.Unit.Name)
	if c.closed {
		return append([]string{title}, c.envelope(s, lineWidth)...)
	}
	diff, next := c.difference(s), s.words.EnterReason
	if diff == "" {
		diff, next = s.words.Matches, s.words.EnterCloses
	}
	var figures []string
	for _, f := range []struct {
		label  string
		n      int
		always bool
	}{
		{s.words.Counted, b.Batch.Count, false}, {s.words.Expected, b.Expected, true}, {s.words.Seen, len(b.Seen), true},
		{s.words.Stamped, c.in(stampdesk.InStamped), true}, {s.words.Held, c.in(stampdesk.InHeld), false},
		{s.words.Refused, c.in(stampdesk.InRefused), false}, {s.words.Damaged, c.in(stampdesk.InDamaged), false},
		{s.words.Lost, c.in(stampdesk.InLost), false}, {s.words.Missing, len(b.Missing), true}, {s.words.Extra, b.Extra, false},
	} {
		if f.n != 0 || f.always {
			figures = append(figures, f.label+" "+s.count(f.n))
		}
	}
	out := []string{diff + ". " + title, strings.Join(figures, ", ")}
	for _, it := range c.missing[min(c.from, len(c.missing)):min(c.from+lineRows, len(c.missing))] {
		out = append(out, s.words.Missing+" "+it.Card.String()+" "+it.Name)
	}
	if rest := len(c.missing) - c.from - lineRows; rest > 0 {
		out = append(out, s.more(rest)...)
	}
	return append(out, next)
}

package tui

import (
	"cmp"

	"stampdesk"
)

// Rows of the frame, with its edges: the least that hold the heaviest letters
// of ĐÓNG DẤU, the card and its boxes as squares, and what is enough for all.
const (
	leastFrame = 15
	mostFrame  = 21
)

// view draws the frame with the counters beside it, under it the next act, and
// then the last cards. What is said for a while takes the place of the oldest
// of them, at the bottom, so that nothing moves.
func (d *desk) view(s *shell, w, h int) []string {
	p := d.panel(s)
	alerts, said := d.alerts(s, w), d.said(s, p, w)
	frame := min(max(h-2-mostRecent, leastFrame), mostFrame, h-2-len(alerts)-len(said))
	side := sideWidth(w)
	out := append(make([]string, 0, h), s.batchLine(w))
	out = append(out, beside(s.draw(p, w-side-1, frame), d.side(s, side, frame))...)
	out = append(out, s.fit("  "+d.act(s, p, w), w))
	out = append(out, alerts...)
	n := h - len(out) - len(said)
	if d.typing && d.number.value() != "" {
		out = append(out, s.foundLines(d.number.value(), w, n)...)
	} else {
		out = append(out, d.recent.view(s, w, min(n, mostRecent))...)
	}
	out = s.block(out, w, h-len(said))
	return append(out, said...)
}

// said are the lines at the bottom: what became of the card before, what was
// said to the last key, and which machine is in trouble.
func (d *desk) said(s *shell, p panel, w int) []string {
	var out []string
	if d.before != nil {
		out = append(out, s.fit("  "+d.done(s, w-2), w))
	}
	if t := d.under(s, p, w); t != "" {
		out = append(out, s.fit(t, w))
	}
	if t := s.printerTrouble(); t != "" {
		out = append(out, s.fit("  "+s.style.Tone[warn].Render(s.fit(s.sign.Trouble+" "+t, w-3)), w))
	}
	return out
}

// printerTrouble says which printer is in trouble and where to look.
func (s *shell) printerTrouble() string {
	for i := range s.devices.Printers {
		switch n := &s.devices.Printers[i]; {
		case n.Unknown:
			return fill(s.words.PrinterTrouble, capital(s.middle(s.printer(n.ID), 20)), s.words.PrinterUnsure)
		case n.Link == Down:
			return fill(s.words.PrinterTrouble, capital(s.middle(s.printer(n.ID), 20)), s.middle(cmp.Or(n.About, s.words.PrinterLinks[Down]), 30))
		}
	}
	return ""
}

// act is the next act, in a verb; or the field that is typed into.
func (d *desk) act(s *shell, p panel, w int) string {
	if d.typing {
		return s.style.Head.Render(s.words.NumberIs) + " " + d.number.view(s, 20, true) + "  " + d.typingKeys(s)
	}
	t := p.tone
	if t == quiet {
		t = calm
	}
	if p.look {
		t = warn
	}
	next := d.next(s)
	switch more := d.onward(s); {
	case next != "" && d.shown == nil:
		return s.style.Tone[work].Render(next)
	case next != "" && d.nextFits(s, p, w):
		return s.style.Tone[t].Render(p.act) + "  " + s.style.Tone[work].Render(next)
	case next == "" && more != "" && width(p.act)+2+width(more) <= w-4:
		return s.style.Tone[t].Render(p.act) + "  " + more
	}
	return s.style.Tone[t].Render(p.act)
}

// onward says how work goes on after a card that was answered.
func (d *desk) onward(s *shell) string {
	o := d.shown
	switch {
	case o == nil || d.question != nil || d.trouble != nil || d.blind() || o.Result != stampdesk.Recorded || len(s.kept) > 0:
		return ""
	case o.Entry != nil && !o.Entry.Act.Stands(): // the same card once more
		return ""
	case s.counters.Expected > 0 && s.counters.Left() == 0:
		return s.words.CloseNow
	}
	return s.words.ScanNext
}

// typingKeys are the keys of the field: a part of a number is looked for, a
// number is checked.
func (d *desk) typingKeys(s *shell) string {
	if t := d.number.value(); t != "" && isPart(t) {
		return s.words.PartKeys
	}
	return s.words.NumberKeys
}

// next says which card Enter brings, where none is in hand and some wait.
func (d *desk) next(s *shell) string {
	if d.question != nil || d.trouble != nil || len(s.waiting) == 0 {
		return ""
	}
	return fill(s.words.EnterNext, s.queue(s.waiting))
}

func (d *desk) nextFits(s *shell, p panel, w int) bool {
	return width(p.act)+2+width(d.next(s)) <= w-4
}

// done says what became of the card before the one in the frame.
func (d *desk) done(s *shell, w int) string {
	o := d.before
	p := s.verdict(o)
	text := s.join(o.Card.String()+" "+p.word, p.act)
	switch e := o.Entry; {
	case e != nil && o.Result == stampdesk.Recorded && (e.Act == stampdesk.ActStamped || e.Act == stampdesk.ActVoided):
		text = o.Card.String() + " " + p.word
	}
	return s.style.Tone[p.tone].Render(s.fit(p.sign+" "+text, w))
}

// under is what was said to the last key, else who waits, else that a code was
// read twice.
func (d *desk) under(s *shell, p panel, w int) string {
	next := d.next(s)
	wait := len(s.waiting)+len(s.kept) > 0
	switch {
	case s.note.text != "" && wait: // a card that was scanned meanwhile is not hidden by what was said before
		waits := s.waits()
		return "  " + s.style.Tone[s.note.tone].Render(s.fit(s.note.text, min(width(s.note.text), w-5-width(waits)))) +
			"   " + s.style.Tone[warn].Render(waits)
	case s.note.text != "":
		return "  " + s.style.Tone[s.note.tone].Render(s.note.text)
	case next != "" && (d.shown == nil || d.nextFits(s, p, w)) && !d.typing:
		return ""
	case next != "":
		return "  " + s.style.Tone[work].Render(next)
	case wait:
		return "  " + s.style.Tone[warn].Render(s.waits())
	case d.reread:
		return "  " + s.style.Tone[quiet].Render(s.words.Reread)
	}
	return ""
}

// waits names the card that is next and counts the others.
func (s *shell) waits() string {
	all := s.waiting
	for _, k := range s.kept {
		all = append(all[:len(all):len(all)], k.Raw)
	}
	return fill(s.words.WaitingFor, s.queue(all))
}

// queue names the first of some cards and counts the others.
func (s *shell) queue(all []string) string {
	t := dotted(all[0])
	if n := len(all) - 1; n > 0 {
		t += " (+" + s.count(n) + ")"
	}
	return t
}

// alerts are lines under the act: what is wrong while a question is open,
// and cards that still have to be put somewhere.
func (d *desk) alerts(s *shell, w int) []string {
	var out []string
	add := func(t tone, text string) {
		for _, l := range s.wrap(text, w-2, 2) {
			out = append(out, s.style.Strip[t].Render(s.fit(" "+l, w)))
		}
	}
	if s.garble {
		add(bad, s.words.TurnOffIME)
	}
	if s.devices.Scanner.Link == Down && !d.blind() {
		add(bad, s.words.ScannerLostBig+" "+s.sign.Dash+" "+s.words.ScannerLostDo)
	}
	if s.devices.Journal.Link == Down && d.trouble == nil {
		add(bad, s.join(s.words.JournalLost, s.devices.Journal.About))
	}
	if t := s.lowPaper(); t != "" && s.feed.low && d.question == nil {
		add(warn, fill(s.words.LowPaper, t))
	}
	more := max(len(d.asides)-2, 0)
	for i, o := range d.asides[more:] {
		text := cardLine(&o) + ": " + s.verdictWord(&o.Verdict)
		switch o.Verdict.Kind {
		case stampdesk.Unreadable:
			text = s.rules.Verdicts[o.Verdict.Kind] + " " + visible(o.Raw) + ": " + s.rules.Faults[o.Verdict.Fault]
		case stampdesk.Repeat:
			text += " " + s.sign.Dash + " " + s.doneBy(o.Verdict.Stands)
		default:
			text += " " + s.sign.Dash + " " + s.rules.Destinations[o.Verdict.Goes]
		}
		if i == 0 && more > 0 {
			text = "(+" + s.count(more) + ") " + text
		}
		add(warn, text)
	}
	return out
}

func (d *desk) hints(s *shell) []hint {
	w, enter := s.words, keys.Enter.Help().Key
	q := d.question
	var out []hint
	switch {
	case d.typing:
		if t := d.number.value(); t != "" && isPart(t) {
			return []hint{{enter, w.KeyFind}, {"Esc", w.KeyCancel}}
		}
		return []hint{{enter, w.KeyJudge}, {"Esc", w.KeyCancel}}
	case d.trouble != nil:
		out = []hint{{"/", w.KeyNumber}, {"?", w.KeyHelp}}
		if q != nil || d.trouble.Raw != "" {
			out = append([]hint{{enter, w.KeyAgain}}, out...)
		}
		return out
	case q != nil && q.Resumed:
		return []hint{{enter, w.KeyWasStamped}, {"k", w.KeyNotStamped}, {s.boxKeys(), w.KeyBoxes}, {"d", w.KeyDamaged}, {"g", w.KeyHold}, {"t", w.KeyGiveBack}, {"?", w.KeyHelp}}
	case q != nil:
		out = []hint{{enter, w.KeyRecord}, {s.boxKeys(), w.KeyBoxes}, {"l", w.KeyRelaminate}}
	}
	if o := d.aside(); o != nil && (overridable(o) || len(o.Near) > 0) {
		out = append(out, hint{"o", w.KeyAllow})
	}
	if q != nil {
		return append(out, hint{"d", w.KeyDamaged}, hint{"g", w.KeyHold}, hint{"t", w.KeyGiveBack}, hint{"Esc", w.KeyPutBack}, hint{"i", w.KeyCard}, hint{"?", w.KeyHelp})
	}
	if len(s.waiting) > 0 {
		out = append(out, hint{enter, w.KeyNextCard})
	}
	if s.opt.Sim != nil {
		out = append(out, hint{w.KeySpace, s.simName()})
	}
	full := s.counters.Expected > 0 && s.counters.Left() == 0
	if full {
		out = append(out, hint{"c", w.KeyClose})
	}
	if !s.board.shift.on && d.shown == nil {
		out = append(out, hint{"s", w.KeyShift})
	}
	out = append(out, hint{"/", w.KeyNumber}, hint{"u", w.KeyUndo}, hint{"b", w.KeyBatches})
	if !full {
		out = append(out, hint{"c", w.KeyClose})
	}
	if d.recent.hides() {
		out = append(out, hint{s.sign.MoreAbove + s.sign.MoreBelow, w.KeyEarlier})
	}
	out = append(out, hint{"p", w.KeyPrint}, hint{"m", w.KeyMenu}, hint{"i", w.KeyCard})
	if s.board.shift.on || d.shown != nil {
		out = append(out, hint{"s", w.KeyShift})
	}
	return append(out, hint{"?", w.KeyHelp}, hint{"q", w.KeyQuit})
}

func (d *desk) help(w *words) string { return w.HelpDesk }

package tui

import (
	"strconv"
	"strings"

	"stampdesk"
)

// sideWidth is the width of the counters beside the frame. On 80 columns it
// leaves the frame the 52 cells that ĐÓNG DẤU takes in its heaviest letters.
func sideWidth(w int) int { return min(max((w-34)/2, 23), 36) }

func (d *desk) view(s *shell, w, h int) []string {
	out := []string{s.batchLine(w)}
	alerts := d.alerts(s, w)
	out = append(out, alerts...)
	n := min(max((h-len(out)-2)*2/10, 4), mostRecent)
	frame := min(h-len(out)-2-n, 20)
	side := sideWidth(w)
	p := d.panel(s)
	out = append(out, beside(s.draw(p, w-side-1, frame), d.side(s, side, frame))...)
	out = append(out, s.fit("  "+d.act(s, p, w), w))
	if d.before != nil {
		out = append(out, s.fit("  "+d.done(s, w-2), w))
		n--
	}
	out = append(out, s.fit(d.under(s, w), w))
	if d.typing && d.number.value() != "" {
		return s.block(append(out, s.foundLines(d.number.value(), w, n)...), w, h)
	}
	out = append(out, d.recent.view(s, w, n)...)
	return s.block(out, w, h)
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
	text := p.act
	if next := d.next(s); next != "" {
		switch {
		case d.shown == nil:
			return s.style.Tone[work].Render(next)
		case d.nextFits(s, p, w):
			return s.style.Tone[t].Render(text) + "  " + s.style.Tone[work].Render(next)
		}
	}
	return s.style.Tone[t].Render(text)
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

// under is the line below the act: what was said to the last key, else who
// waits, else that a code was read twice.
func (d *desk) under(s *shell, w int) string {
	next := d.next(s)
	switch {
	case s.note.text != "":
		return "  " + s.style.Tone[s.note.tone].Render(s.note.text)
	case next != "" && (d.shown == nil || d.nextFits(s, d.panel(s), w)) && !d.typing:
		return ""
	case next != "":
		return "  " + s.style.Tone[work].Render(next)
	case len(s.waiting)+len(s.kept) > 0:
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

// alerts are lines above the frame: what is wrong while a question is open,
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
		text := cardLine(&o) + ": " + s.rules.Verdicts[o.Verdict.Kind]
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

// layout is how much of a panel is shown.
type layout struct {
	blank int  // blank lines between its parts
	spare bool // with the line that can be spared
}

// layouts are tried in this order until the big word has room.
var layouts = [...]layout{{1, true}, {0, true}, {0, false}}

// draw puts a panel into its frame. The big word comes first: for its sake
// blank lines go, and then the line that can be spared.
func (s *shell) draw(p panel, w, h int) []string {
	inner, rows := w-4, h-2
	lay, text := layouts[0], s.said(p, inner-2, layouts[0])
	var big []string
	for _, l := range layouts {
		t := s.said(p, inner-2, l)
		if big = s.letters(p.big, inner, rows-len(t)-p.footRows(l)-l.blank); big != nil {
			lay, text = l, t
			break
		}
	}
	if big == nil {
		big = []string{spaced(p.big, inner-2)}
	}
	indent := strings.Repeat(" ", min(2, (inner-widest(big))/2))
	var lines []string
	if len(big)+len(text)+p.footRows(lay)+lay.blank < rows {
		lines = append(lines, "")
	}
	for _, l := range big {
		lines = append(lines, indent+s.style.Tone[p.tone].Render(l))
	}
	if lay.blank > 0 {
		lines = append(lines, "")
	}
	for _, l := range text {
		lines = append(lines, "  "+l)
	}
	if p.foot != "" {
		if len(lines) < rows-1 {
			lines = append(lines, "")
		}
		lines = append(lines[:min(len(lines), rows-1)], "  "+p.foot)
	}
	title := p.word
	if p.sign != "" {
		title = p.sign + " " + p.word
	}
	return s.box(p.frame, p.tone, " "+title+" ", lines, w, h)
}

// footRows is how many rows the last line takes.
func (p *panel) footRows(l layout) int {
	if p.foot == "" {
		return 0
	}
	return 1 + l.blank
}

// said is the text of a panel, wrapped into w cells.
func (s *shell) said(p panel, w int, lay layout) []string {
	var text []string
	for i, l := range p.lines {
		switch {
		case l == "" && lay.blank > 0:
			text = append(text, "")
		case l == "", !lay.spare && i > 0 && i == p.spare:
		default:
			text = append(text, s.wrap(l, w, 3)...)
		}
	}
	return text
}

// side are the counters of the batch and of the desk.
func (d *desk) side(s *shell, w, h int) []string {
	b, k := s.counters.Batch, s.counters.Desk
	col := 7
	if w < 27 {
		col = 6
	}
	row := func(sign, name string, x, y int) string {
		left := " " + sign + " " + name
		return s.fit(left, w-2*col) + right(s.count(x), col) + right(s.count(y), col)
	}
	g := s.sign
	out := []string{
		s.style.Tone[quiet].Render(s.fit("", w-2*col) + right(s.words.ThisBatch, col) + right(s.words.ThisDesk, col)),
		row(g.Stamp, s.words.Stamped, b.Stamped, k.Stamped),
		row(g.Relaminate, s.words.RelaminatedShort, b.Relaminated, k.Relaminated),
		row(g.Hold, s.words.Held, b.Held, k.Held),
		row(g.Refuse, s.words.Refused, b.Refused, k.Refused),
		row(g.Damaged, s.words.Damaged, b.Damaged, k.Damaged),
		s.style.Tone[quiet].Render(" " + strings.Repeat(g.Rule, w-1)),
	}
	if s.counters.Expected > 0 {
		out = append(out, s.style.Head.Render(" "+fill(s.words.Left, s.count(s.counters.Left()))))
	}
	if r := d.recent.rate(s.now); r > 0 {
		text := fill(s.words.Rate, s.decimal(strconv.FormatFloat(r, 'f', 1, 64)))
		if left := s.counters.Left(); left > 0 {
			text = s.join(text, fill(s.words.Minutes, s.count(int(float64(left)/r+0.999))))
		}
		out = append(out, s.style.Tone[quiet].Render(" "+text))
	}
	return s.block(out, w, h)
}

func right(t string, w int) string { return strings.Repeat(" ", max(w-width(t), 0)) + t }

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
	return append(out, hint{"/", w.KeyNumber}, hint{"u", w.KeyUndo}, hint{"b", w.KeyBatches}, hint{"c", w.KeyClose},
		hint{"p", w.KeyPrint}, hint{"i", w.KeyCard}, hint{"m", w.KeyMenu}, hint{"s", w.KeyShift}, hint{"?", w.KeyHelp}, hint{"q", w.KeyQuit})
}

func (d *desk) help(w *words) string { return w.HelpDesk }

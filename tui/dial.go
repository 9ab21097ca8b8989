package tui

import "slices"

// dial is a line with a value: arrows turn it, or Enter asks for it.
type dial struct {
	key     string
	label   string
	value   string
	choices []string            // empty: it is typed, or it opens something
	shown   func(string) string // what a value is called; nil: as it is
	note    string              // beside the value
	open    func()              // Enter does this instead; nil: it turns, or asks
	blank   string              // stands for an empty value
	before  string              // a heading above it
}

// turned is the value that comes next, n on.
func (d *dial) turned(n int) string {
	at := slices.Index(d.choices, d.value)
	if at < 0 && n < 0 {
		at = 0
	}
	return d.choices[((at+n)%len(d.choices)+len(d.choices))%len(d.choices)]
}

func (d *dial) says() string {
	switch {
	case d.value == "" && d.blank != "":
		return d.blank
	case d.shown != nil:
		return d.shown(d.value)
	}
	return d.value
}

// dials are the lines of a page, of which one is chosen.
type dials struct{ at int }

// key moves among the lines, and reports what is to be done with the chosen
// one: turned to another value, or entered.
func (p *dials) key(in input, all []dial) (turn int, enter bool) {
	p.at = min(max(p.at, 0), max(len(all)-1, 0))
	switch {
	case len(all) == 0:
	case in.is(keys.Up), in.is(keys.Prev):
		p.at = max(p.at-1, 0)
	case in.is(keys.Down), in.is(keys.Next):
		p.at = min(p.at+1, len(all)-1)
	case in.is(keys.Home), in.is(keys.PageUp):
		p.at = 0
	case in.is(keys.End), in.is(keys.PageDown):
		p.at = len(all) - 1
	case in.is(keys.Left) && len(all[p.at].choices) > 0:
		return -1, false
	case in.is(keys.Right) && len(all[p.at].choices) > 0:
		return 1, false
	case in.is(keys.Enter) && in.text == "":
		return 0, true
	}
	return 0, false
}

// view draws the lines into at most h, the chosen one among them.
func (p *dials) view(s *shell, all []dial, w, h int) []string {
	const label = 26
	var out []string
	at := 0
	for i := range all {
		d := &all[i]
		if d.before != "" {
			if len(out) > 0 {
				out = append(out, "")
			}
			out = append(out, " "+s.style.Head.Render(d.before))
		}
		note := ""
		if d.note != "" {
			note = "  " + d.note
		}
		room := w - label - 8 - width(note)
		value := s.middle(d.says(), room)
		line := "    " + s.fit(d.label, label)
		switch {
		case i != p.at:
			line += "  " + value
		case len(d.choices) > 0:
			line = "  " + s.sign.Pointer + " " + s.fit(d.label, label) + s.sign.Left + " " + s.style.Chosen.Render(value) + " " + s.sign.Right
		default:
			line = "  " + s.sign.Pointer + " " + s.fit(d.label, label) + "  " + s.style.Chosen.Render(value+" ")
		}
		if i == p.at {
			at = len(out)
		}
		out = append(out, s.fit(line+s.style.Tone[quiet].Render(note), w))
	}
	from, to := window(len(out), h, at)
	return out[from:to]
}

// onBy is the way in which a value is turned; Enter turns it on.
func onBy(turn int) int {
	if turn == 0 {
		return 1
	}
	return turn
}

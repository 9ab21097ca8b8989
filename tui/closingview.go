package tui

import (
	"strings"

	"stampdesk"
)

func (c *closing) view(s *shell, w, h int) []string {
	b := &c.balance
	title := s.middle(s.join(fill(s.words.Batch, s.batchName(b.Batch.ID)), b.Unit.Name), w-2)
	out := []string{"", " " + s.style.Head.Render(title)}
	if c.closed {
		return s.block(append(out, c.envelope(s, w)...), w, h)
	}
	left, side := c.figures(s), w-42
	rows := h - len(out) - 4
	out = append(out, beside(s.block(left, 40, rows), s.block(c.names(s, side, rows), side, rows))...)
	out = append(out, "")
	diff := c.difference(s)
	t, text := bad, diff
	if diff == "" {
		t, text = good, s.sign.Stamp+" "+s.words.Matches
	}
	out = append(out, " "+s.style.Tone[t].Render(text))
	switch {
	case diff != "":
		out = append(out, " "+s.words.EnterReason)
	default:
		out = append(out, " "+s.style.Tone[work].Render(s.words.EnterCloses))
	}
	return s.block(append(out, " "+s.style.Tone[s.note.tone].Render(s.note.text)), w, h)
}

// figures are the lines of the balance.
func (c *closing) figures(s *shell) []string {
	b := &c.balance
	row := func(sign, label string, n int) string {
		return s.fit(" "+sign+" "+label, 30) + right(s.count(n), 8)
	}
	counted := s.fit("   "+s.words.Counted, 30) + right(s.sign.Dash, 8)
	if b.Batch.Count > 0 {
		counted = row(" ", s.words.Counted, b.Batch.Count)
	}
	g, rule := s.sign, " "+s.style.Tone[quiet].Render(strings.Repeat(s.sign.Rule, 37))
	return []string{
		"", counted,
		row(" ", s.words.Expected, b.Expected),
		row(" ", s.words.Seen, len(b.Seen)), rule,
		row(g.Stamp, s.words.Stamped, c.in(stampdesk.InStamped)),
		row(g.Hold, s.words.Held, c.in(stampdesk.InHeld)),
		row(g.Refuse, s.words.Refused, c.in(stampdesk.InRefused)),
		row(g.Damaged, s.words.Damaged, c.in(stampdesk.InDamaged)),
		row(" ", s.words.Lost, c.in(stampdesk.InLost)), rule,
		row(g.Unreadable, s.words.Missing, len(b.Missing)),
		row(" ", s.words.Extra, b.Extra),
	}
}

// names are the cards that do not match, as many as fit: the missing ones, and
// below them those that nobody expected.
func (c *closing) names(s *shell, w, h int) []string {
	strays := c.strays(s, w, min(h, 7))
	h -= len(strays)
	if len(c.missing) == 0 {
		return append([]string{"", s.style.Tone[good].Render(s.words.NoneMissing)}, strays...)
	}
	out := []string{"", s.style.Head.Render(fill(s.words.MissingN, s.count(len(c.missing))))}
	room := h - len(out) - 1
	from := min(c.from, max(len(c.missing)-room, 0))
	for _, it := range c.missing[from:min(from+room, len(c.missing))] {
		text := it.Card.String() + "  " + it.Name
		if it.Standing.Reason != "" && it.Standing.Reason != stampdesk.ReasonUncollected {
			text += " (" + it.Standing.Reason.Label(s.lang) + ")"
		}
		if w > 60 {
			text = s.fit(text, w-20) + " " + it.Cell
		}
		out = append(out, s.fit(text, w))
	}
	if rest := len(c.missing) - from - room; rest > 0 || from > 0 {
		out = append(out, s.style.Tone[quiet].Render(s.sign.MoreAbove+s.count(from)+" "+s.sign.MoreBelow+s.count(max(rest, 0))))
	}
	return append(out, strays...)
}

// strays are the cards that nobody expected, in at most h lines.
func (c *closing) strays(s *shell, w, h int) []string {
	all := c.balance.Strays
	if len(all) == 0 {
		return nil
	}
	out := []string{"", s.style.Head.Render(fill(s.words.MoreExtra, s.count(len(all))))}
	for i := range all {
		it := &all[i]
		if len(out) > h-3 && i < len(all)-1 {
			return append(out, s.style.Tone[quiet].Render("+"+s.count(len(all)-i)))
		}
		text := it.Card.String()
		if it.Name != "" {
			text += "  " + it.Name
		}
		reason := why(it, s.lang)
		if reason == "" && it.Unit != c.balance.Batch.Unit {
			reason = s.unit(it.Unit)
		}
		switch one := text + " (" + reason + ")"; {
		case reason == "":
			out = append(out, s.fit(text, w))
		case width(one) < w:
			out = append(out, s.fit(one, w))
		default:
			out = append(out, s.fit(text, w), s.fit("   "+reason, w))
		}
	}
	return out
}

// envelope says what goes back to the unit, and where the rest of the cards is.
func (c *closing) envelope(s *shell, w int) []string {
	stamped, back := c.in(stampdesk.InStamped), c.back()
	lines := []string{"", s.style.Head.Render(fill(s.words.Envelope, s.count(stamped+back))),
		fill(s.words.EnvelopeOf, s.count(stamped), s.count(back)), ""}
	for _, r := range []struct {
		n    int
		text string
	}{
		{c.in(stampdesk.InHeld), s.words.HeldStay},
		{c.in(stampdesk.InDamaged), s.words.DamagedStay},
		{c.in(stampdesk.InRefused) - back, s.words.OthersStay},
		{len(c.balance.Missing), s.words.MissingStay},
	} {
		if r.n > 0 {
			lines = append(lines, fill(r.text, s.count(r.n)))
		}
	}
	lines = append(lines, "", s.style.Tone[c.paper.tone].Render(c.paper.text))
	h := min(len(lines)+4, 16)
	var text []string
	for _, l := range lines {
		text = append(text, "  "+l)
	}
	out := append([]string{""}, s.box(frameStamp, good, " "+s.sign.Stamp+" "+s.words.Closed+" ", text, w-2, h)...)
	for i := range out {
		out[i] = " " + out[i]
	}
	return append(out, "", " "+s.words.EnterOn)
}

func (c *closing) hints(s *shell) []hint {
	if c.closed {
		return []hint{{"Enter", s.words.KeyBatches}, {"?", s.words.KeyHelp}}
	}
	return []hint{{"Enter", s.words.KeyClose}, {s.sign.MoreAbove + s.sign.MoreBelow, s.words.KeyScroll}, {"Esc", s.words.KeyBack}, {"?", s.words.KeyHelp}}
}

func (c *closing) help(w *words) string { return w.HelpClosing }

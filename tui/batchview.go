package tui

import (
	"cmp"
	"strings"

	"stampdesk"
)

func byCell(a, b card) int { return cmp.Or(cmp.Compare(a.Cell, b.Cell), cmp.Compare(a.Card, b.Card)) }

func (p *batchPage) view(s *shell, w, h int) []string {
	head := heading{
		columns: []string{s.words.ColNumber, s.words.ColName, s.words.ColCell, s.words.ColWhat, s.words.ColSince},
		widths:  []int{11, -5, -3, -5, 12}, middle: -1, empty: s.words.NothingHere,
	}
	if p.balance == nil {
		head.title, head.empty = fill(s.words.Batch, s.batchName(p.batch)), s.words.NoBatchOfIt
		return p.roll.view(s, head, w, h)
	}
	b := p.balance
	if len(p.of[allCards]) == 0 {
		head.empty = s.words.NoCardSoFar
	}
	stamped, all := len(p.of[cardsStamped]), b.Expected
	title := " " + s.style.Head.Render(s.join(fill(s.words.Batch, s.batchName(p.batch)), b.Unit.Name, s.rules.States[b.Batch.State]))
	out := []string{p.head(s, title, w)}
	if !p.searching() {
		end := s.style.Head.Render("  " + s.count(stamped) + "/" + s.count(all) + "  " + s.share(stamped, all) + " ")
		out[0] = s.ends(title, end, w)
	}
	out = append(append(out, " "+s.bar(stamped, max(all, 1), w-2)), p.figures(s, w)...)
	out = append(append(out, ""), p.strip(s, w)...)
	return append(s.block(out, w, len(out)), p.body(s, head, w, h-len(out))...)
}

// figures are the batch as a cash desk: what was said and what came, and at the
// end by how much they differ.
func (p *batchPage) figures(s *shell, w int) []string {
	b, says := p.balance, s.words
	var parts []string
	add := func(says string, n int) {
		parts = append(parts, strings.ReplaceAll(fill(says, s.count(n)), " ", "\u00a0")) // never apart
	}
	if n, ok := b.Batch.Declared["with_card"]; ok {
		add(says.DeclaredN, n)
	}
	if p.listed > 0 {
		add(says.ListedN, p.listed)
	}
	if b.Batch.Count > 0 {
		add(says.CountedN, b.Batch.Count)
	}
	add(says.ExpectedN, b.Expected)
	add(says.SeenN, len(b.Seen))
	if b.Extra > 0 {
		add(says.UnexpectedN, b.Extra)
	}
	end := ""
	switch n := b.Difference(); {
	case n == 0:
		end = "  " + s.style.Tone[good].Render(s.sign.Stamp+" "+says.NoDifference) + " "
	case b.Batch.IsClosed():
		end = "  " + s.style.Tone[warn].Render(s.sign.Hold+" "+fill(says.DifferenceN, s.count(n))) + " "
	}
	var out []string
	for _, l := range s.wrap(s.join(parts...), w-2-width(end), 2) {
		out = append(out, "  "+l)
	}
	out[0] = s.ends(out[0], end, w)
	return out
}

// strip names the filters, each with how many cards it shows; a narrow window
// has two lines of them.
func (p *batchPage) strip(s *shell, w int) []string {
	var out []string
	line := " "
	for f := range cardFilters {
		n := len(p.of[f])
		text := " " + string(rune('1'+f)) + " " + s.words.CardFilters[f] + " " + s.count(n) + " "
		if width(line)+width(text) > w-1 {
			out, line = append(out, line), " "
		}
		switch {
		case f == p.on:
			text = s.style.Chosen.Render(s.sign.Pointer + strings.TrimPrefix(text, " "))
		case n == 0:
			text = s.style.Tone[quiet].Render(text)
		}
		line += text
	}
	return append(out, line)
}

func cardRow(c *card) row {
	r := row{
		key: c.Card.Digits(), card: c.Card,
		cells: func(s *shell) []string {
			at := s.since(c.Standing.At)
			return []string{c.Card.String(), s.called(c.Name), s.called(c.Cell), s.cameTo(c), at}
		},
		detail: func(s *shell) string {
			text := s.join(c.Card.String(), c.Name, c.Cell, s.unit(c.Unit)) + ". " + capital(s.cameTo(c))
			if !c.Standing.At.IsZero() {
				text += ": " + s.doneBy(c.Standing)
			}
			return text
		},
	}
	switch c.filter() {
	case cardsMissing:
		r.sign, r.tone = missingSign, quiet
	case cardsStamped:
		r.sign, r.tone = stampSign, good
	case cardsHeld:
		r.sign, r.tone = holdSign, warn
	case cardsRefused:
		r.sign, r.tone = refuseSign, bad
	case cardsDamaged, cardsLost:
		r.sign, r.tone = damagedSign, warn
	}
	return r
}

func damagedSign(g *glyphs) string { return g.Damaged }

// cameTo is what became of a card, in a few words.
func (s *shell) cameTo(c *card) string {
	st := c.Standing
	reason := why(&c.Item, s.lang)
	switch {
	case c.missing && st.Reason == stampdesk.ReasonUncollected && st.Act == 0:
		return s.words.NotHere
	case c.missing:
		return s.join(s.words.NotHere, reason)
	case st.Act == stampdesk.ActStamped:
		return s.join(s.words.Stamped, s.boxes(st.Boxes))
	case st.Act == stampdesk.ActHeld:
		return s.words.Held + ": " + reason
	case st.Act == stampdesk.ActRefused:
		return s.words.Refused + ": " + reason
	}
	deed := s.deed(&stampdesk.Entry{Act: st.Act, Reason: st.Reason})
	if reason == "" || reason == deed {
		return deed
	}
	return deed + ": " + reason
}

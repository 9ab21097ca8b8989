package pdf

import (
	"fmt"
	"strings"

	"stampdesk/printer"
)

// set makes pieces of blocks. Pairs that follow each other share their columns.
func (s *sheet) set(blocks []printer.Block) error {
	for i := 0; i < len(blocks); {
		run := pairsFrom(blocks[i:])
		if len(run) > 0 {
			s.pairs(run)
			i += len(run)
			continue
		}
		if err := s.block(blocks[i]); err != nil {
			return err
		}
		i++
	}
	return nil
}

func pairsFrom(blocks []printer.Block) (run []printer.Pair) {
	for _, b := range blocks {
		p, ok := b.(printer.Pair)
		if !ok {
			break
		}
		run = append(run, p)
	}
	return run
}

func (s *sheet) block(b printer.Block) error {
	switch b := b.(type) {
	case printer.Letterhead:
		s.letterhead(b)
	case printer.Text:
		s.text(b)
	case printer.Pair:
		s.pairs([]printer.Pair{b})
	case printer.Table:
		s.table(b)
	case printer.Rule:
		s.rule(b)
	case printer.Space:
		s.space(float64(max(b.Lines, 1)) * spaceHeight)
	case printer.Barcode:
		s.barcode(b)
	case printer.Labels:
		s.labels(b)
	case printer.Signatures:
		s.signatures(b)
	case printer.Ruler: // a sheet has no dots to count
		s.rule(printer.Rule{})
	case printer.InMode:
		return s.block(b.Block)
	case printer.Sample:
		s.text(printer.Text{Text: b.Text})
	case printer.Cut:
		s.pieces = append(s.pieces, piece{turn: true})
	case printer.Keep:
		from := len(s.pieces)
		if err := s.block(b.Block); err != nil {
			return err
		}
		for i := from; i < len(s.pieces); i++ {
			s.pieces[i].next = true
		}
	default:
		return fmt.Errorf("%T is not a block that this version can draw", b)
	}
	return nil
}

func (s *sheet) add(p piece) { s.pieces = append(s.pieces, p) }

// spaceHeight is less than a line: between the parts of a page a whole one looks like a hole.
const spaceHeight = 3.5

// space is empty paper. It does not part what stands together.
func (s *sheet) space(h float64) {
	n := len(s.pieces)
	s.add(piece{height: h, next: n > 0 && s.pieces[n-1].next})
}

func (s *sheet) title(title string) {
	if s.oneLine(title) == "" {
		return
	}
	s.space(spaceHeight)
	s.lines(heading, title, printer.Center, true)
	s.space(1)
}

// text is a paragraph. One in bold is a heading more often than not and stays with what it is of.
func (s *sheet) text(t printer.Text) {
	f := weight(plain, t.Bold)
	if t.Double {
		f = weight(face{regular, large.size}, t.Bold)
	}
	s.lines(f, t.Text, t.Align, t.Bold)
}

// lines are the pieces of a paragraph, of which no page has a single line.
func (s *sheet) lines(f face, text string, a printer.Align, keep bool) {
	lines := s.wrap(f, text, textWidth)
	for i, line := range lines {
		s.add(piece{
			height: f.line(),
			draw:   func(y float64) { s.write(f, s.align(f, line, a, left, textWidth), y, line) },
			next:   i < len(lines)-1 && (i == 0 || i == len(lines)-2) || i == len(lines)-1 && keep,
		})
	}
}

// rule stands above what follows it.
func (s *sheet) rule(r printer.Rule) {
	width := 0.2
	if r.Double {
		width = 0.6
	}
	s.add(piece{height: 2.4, next: true, draw: func(y float64) {
		s.f.SetLineWidth(width)
		s.f.Line(left, y+1.2, left+textWidth, y+1.2)
	}})
}

const signHint = "(ký, ghi rõ họ tên)" // as printer has it where none is given

// signatures stand on one page, with two lines at least of what is signed.
func (s *sheet) signatures(b printer.Signatures) {
	const signed = 2
	for i, lines := len(s.pieces)-1, 0; i >= 0 && lines < signed && !s.pieces[i].turn; i-- {
		if s.pieces[i].draw != nil {
			lines++
		}
		s.pieces[i].next = true
	}
	room := float64(b.Lines)
	if b.Lines <= 0 {
		room = 4
	}
	const gap = 6.0
	const half = (textWidth - gap) / 2
	hint := face{italic, plain.size - 1}
	for i := 0; i < len(b.Signers); i += 2 {
		var boxes []signature
		titled := 0
		for j, who := range b.Signers[i:min(i+2, len(b.Signers))] {
			box := signature{x: left, name: s.wrap(strong, who.Name, half)}
			if j == 1 || i+1 == len(b.Signers) {
				box.x = left + half + gap
			}
			if strings.TrimSpace(who.Hint) == "" {
				who.Hint = signHint
			}
			box.title, box.hint = s.wrap(strong, who.Title, half), s.wrap(hint, who.Hint, half)
			titled = max(titled, len(box.title))
			boxes = append(boxes, box)
		}
		height, pen := 0.0, room*plain.line()
		for _, box := range boxes {
			h := float64(titled+len(box.name))*strong.line() + float64(len(box.hint))*hint.line() + pen
			height = max(height, h)
		}
		if i+2 < len(b.Signers) {
			height += gap
		}
		s.add(piece{height: height, next: i+2 < len(b.Signers), draw: func(y float64) {
			for _, box := range boxes {
				s.paragraph(strong, box.title, printer.Center, box.x, y, half)
				under := y + float64(titled)*strong.line()
				s.paragraph(hint, box.hint, printer.Center, box.x, under, half)
				s.paragraph(strong, box.name, printer.Center, box.x, under+float64(len(box.hint))*hint.line()+pen, half)
			}
		}})
	}
}

type signature struct {
	x                 float64
	title, hint, name []string
}

package pdf

import (
	"stampdesk/printer"
	"stampdesk/printer/form"
)

// penRoom is the paper between who signs and the name, for the pen and the seal, in millimetres.
const penRoom = 24.0

// place to sign, and the list of who gets the paper, are blocks of lines beside each other.
type signBlock struct {
	lines []signLine
	at    printer.Align
	name  int // the line from which the name stands, below the pen's room; 0: there is none
}

type signLine struct {
	f    face
	text string
	down float64 // paper above it
}

func high(lines []signLine) (h float64) {
	for _, l := range lines {
		h += l.down + l.f.line()
	}
	return h
}

// level gives names that stand beside each other one height.
func level(row []signBlock) {
	most := 0.0
	for _, b := range row {
		most = max(most, high(b.lines[:b.name]))
	}
	for _, b := range row {
		if b.name > 0 {
			b.lines[b.name].down = penRoom + most - high(b.lines[:b.name])
		}
	}
}

// sign ends a form: recipients at the left, signatures at the right, on one sheet with two rows of what is signed.
func (s *formSheet) sign(p *form.Page) {
	if len(p.Signatures)+len(p.Recipients) == 0 {
		return
	}
	s.space(3)
	s.keepRows(2)
	// Where the sheet is wide enough, all stand beside each other; else recipients have a place of their own, under
	// the others.
	columns := len(p.Signatures)
	beside := len(p.Recipients) > 0 && (len(p.Signatures) < 2 || p.Landscape)
	if beside {
		columns++
	}
	columns = min(max(columns, 2), 3)
	const gap = 5.0
	w := (s.area.width() - gap*float64(columns-1)) / float64(columns)
	var blocks []signBlock
	if beside {
		blocks = append(blocks, s.recipients(p.Recipients, w))
	} else if len(p.Signatures) == 1 {
		blocks = append(blocks, signBlock{})
	}
	for _, it := range p.Signatures {
		blocks = append(blocks, s.signature(it, w))
	}
	if len(p.Recipients) > 0 && !beside {
		for len(blocks)%columns > 0 {
			blocks = append(blocks, signBlock{})
		}
		blocks = append(blocks, s.recipients(p.Recipients, s.area.width()))
	}
	for i := 0; i < len(blocks); i += columns {
		row, height := blocks[i:min(i+columns, len(blocks))], 0.0
		level(row)
		for _, b := range row {
			height = max(height, high(b.lines))
		}
		last := i+columns >= len(blocks)
		if !last {
			height += 5
		}
		s.add(piece{height: height, next: !last, draw: func(y float64) {
			for k, b := range row {
				s.drawSign(b, s.area.left+float64(k)*(w+gap), y, w)
			}
		}})
	}
}

func (s *formSheet) drawSign(b signBlock, x, y, w float64) {
	for _, l := range b.lines {
		y += l.down
		s.write(l.f, s.align(l.f, l.text, b.at, x, w), y, l.text)
		y += l.f.line()
	}
}

// keepRows binds the last n rows of the table, or lines of the text below it, to what follows, as far as they leave half
// a sheet for it.
func (s *formSheet) keepRows(n int) {
	room := s.area.height() / 2
	for i, seen := len(s.pieces)-1, 0; i >= 0 && seen < n; i-- {
		if room -= s.pieces[i].height; room < 0 {
			return
		}
		if s.pieces[i].draw != nil {
			seen++
		}
		s.pieces[i].next = true
	}
}

// recipients are smaller than the text, under their heading.
func (s *formSheet) recipients(all []string, w float64) signBlock {
	f, head := face{regular, 12}, face{bold, 12}
	b := signBlock{at: printer.Left, lines: []signLine{{f: head, text: "Nơi nhận:"}}}
	for _, it := range all {
		for _, line := range s.wrap(f, it, w) {
			b.lines = append(b.lines, signLine{f: f, text: line})
		}
	}
	return b
}

// signature is who signs, in bold, the office that is signed for below it, room for the pen, and the name.
func (s *formSheet) signature(it form.Signature, w float64) signBlock {
	b := signBlock{at: printer.Center}
	add := func(f face, text string) {
		for _, line := range s.wrap(f, text, w) {
			b.lines = append(b.lines, signLine{f: f, text: line})
		}
	}
	for _, title := range it.Title {
		add(subtitle, title)
	}
	add(face{italic, 12}, it.Hint)
	b.name = len(b.lines)
	if add(subtitle, it.Name); len(b.lines) == b.name {
		b.lines = append(b.lines, signLine{f: subtitle}) // whoever signs writes it
	}
	return b
}

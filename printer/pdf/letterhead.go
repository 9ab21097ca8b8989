package pdf

import (
	"strings"

	"stampdesk/printer"
)

// letterhead has two columns (36-HD/VPTW): at the left the body above in capitals, the issuer in bold, an asterisk and
// the number; at the right the Party in bold over a line as long as its name, place and date in italics.
func (s *sheet) letterhead(h printer.Letterhead) {
	const gap = 4.0
	issuer := 0.4375 * s.area.width()
	party := s.area.width() - issuer - gap
	left, partyX := s.area.left, s.area.left+issuer+gap
	type line struct {
		f    face
		text string
	}
	column := func(w float64, of ...line) (out []line) {
		for _, it := range of {
			for _, text := range s.wrap(it.f, it.text, w) {
				out = append(out, line{it.f, text})
			}
		}
		return out
	}
	star := ""
	if h.Name != "" {
		star = "*"
	}
	capitals, name := face{regular, 14}, face{bold, 14}
	if w := s.width(capitals, strings.ToUpper(s.oneLine(h.Upper))); w > issuer && w < 1.2*issuer { // on one line where it can be read
		capitals.size *= 0.995 * issuer / w
	}
	issued := column(issuer, line{capitals, strings.ToUpper(h.Upper)}, line{name, strings.ToUpper(h.Name)},
		line{capitals, star}, line{capitals, h.No})
	name.size = 15
	if w := s.width(name, s.oneLine(h.Party)); w > party && w < 1.3*party { // on one line where it can be read
		name.size *= 0.995 * party / w
	}
	of, dated := column(party, line{name, h.Party}), column(party, line{face{italic, 14}, h.Place})
	const ruled = 3.0 // the room of the line
	high := func(lines []line) (h float64) {
		for _, it := range lines {
			h += it.f.line()
		}
		return h
	}
	height := max(high(issued), high(of)+ruled+high(dated))
	if height <= ruled {
		return
	}
	draw := func(lines []line, x, y, w float64) float64 {
		for _, it := range lines {
			s.write(it.f, s.align(it.f, it.text, printer.Center, x, w), y, it.text)
			y += it.f.line()
		}
		return y
	}
	s.add(piece{height: height, next: true, draw: func(y float64) {
		draw(issued, left, y, issuer)
		under := draw(of, partyX, y, party)
		if len(of) > 0 {
			last := of[len(of)-1]
			w := s.width(last.f, last.text)
			s.f.SetLineWidth(0.3)
			s.f.Line(partyX+(party-w)/2, under+0.6, partyX+(party+w)/2, under+0.6)
		}
		draw(dated, partyX, under+ruled, party)
	}})
}

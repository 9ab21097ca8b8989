package pdf

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"strings"

	"stampdesk"
	"stampdesk/printer"
	"stampdesk/printer/form"
)

// The sheets of official forms, in millimetres. A sheet that lies on its side gives the columns more of its width.
var (
	formUpright  = area{wide: paperWidth, high: paperHeight, left: 30, right: 15, top: 20, bottom: 20}
	formSideways = area{wide: paperHeight, high: paperWidth, left: 20, right: 15, top: 20, bottom: 18}
)

// WritePages sets official forms on A4, each upright or on its side as it asks, and writes them to w as one file, in
// one piece. Every form begins a sheet, counts its own, and has a bookmark where there are several. What does not fit
// into a column is wrapped and never cut; a letter that the font lacks is drawn as a box. No page at all is an error.
func WritePages(w io.Writer, pages []form.Page, o Options) error {
	var b bytes.Buffer
	if err := writePages(&b, pages, o); err != nil {
		return fmt.Errorf("set the form on A4: %w", err)
	}
	_, err := w.Write(b.Bytes())
	return err
}

func writePages(w io.Writer, pages []form.Page, o Options) error {
	switch {
	case o.At.IsZero():
		return errors.New("it has no time") // fpdf would take the clock's
	case len(pages) == 0:
		return errors.New("there is none")
	}
	s := formSheet{sheet: sheet{f: newFile(o)}, words: map[face]map[string]float64{}}
	var err error
	if s.letters, err = loadFonts(s.f); err != nil {
		return err
	}
	s.f.SetTitle(s.oneLine(strings.Join(append(pages[0].Title, pages[0].Subtitle...), " ")), true)
	number := capital(printer.PageNumber(cmp.Or(o.Lang, stampdesk.Vietnamese)))
	for i := range pages {
		p := &pages[i]
		s.lay(p)
		if err := s.draw(p, number, len(pages) > 1); err != nil {
			return fmt.Errorf("%s: %w", cmp.Or(p.Name, p.Code, "page"), err)
		}
	}
	return s.f.Output(w)
}

// formSheet sets forms, one after the other.
type formSheet struct {
	sheet
	words map[face]map[string]float64 // how wide words are that were measured once
	foot  []string                    // lines at the foot of each sheet, beside its number
}

// numberRoom is what the number of a sheet needs at its foot, in millimetres.
const numberRoom = 32.0

var footnote = face{regular, 9}

// lay makes pieces of a form.
func (s *formSheet) lay(p *form.Page) {
	s.pieces, s.area = nil, formUpright
	if p.Landscape {
		s.area = formSideways
	}
	s.foot = s.wrap(footnote, s.oneLine(p.Foot), s.area.width()-numberRoom)
	s.area.bottom = max(s.area.bottom, 10+float64(len(s.foot))*footnote.line())

	s.code(p.Code)
	s.letterhead(printer.Letterhead{ // spaces in the number are room to write in
		Upper: p.Upper, Name: p.Issuer, No: strings.ReplaceAll(p.Number, "  ", "\u00a0\u00a0"), Party: "ĐẢNG CỘNG SẢN VIỆT NAM", Place: p.Dated,
	})
	s.space(5)
	for _, title := range p.Title {
		s.block(heading, title, middle, true)
	}
	for _, line := range p.Subtitle {
		s.block(subtitle, line, middle, true)
	}
	s.space(4)
	s.paragraphs(p.Body)
	if p.Table != nil {
		s.space(1)
		s.table(p.Table, p.Font)
	}
	s.space(2)
	s.paragraphs(p.After)
	s.sign(p)
}

// code stands over the right edge of the header: which form this is.
func (s *formSheet) code(code string) {
	if code = s.oneLine(code); code == "" {
		return
	}
	f := face{bold, 11}
	s.add(piece{height: f.line() + 1, next: true, draw: func(y float64) {
		s.write(f, s.area.left+s.area.width()-s.width(f, code), y, code)
	}})
}

// draw puts the pieces on sheets.
func (s *formSheet) draw(p *form.Page, number string, marked bool) error {
	for _, it := range s.pieces {
		if it.draw != nil && it.height > s.area.height() {
			return errors.New("a part of it that cannot be divided is higher than a sheet")
		}
	}
	orientation := "P"
	if p.Landscape {
		orientation = "L"
	}
	sheets := fewest(s.pieces, s.area)
	for i, placed := range sheets {
		s.f.AddPageFormat(orientation, s.f.GetPageSizeStr("A4"))
		if marked && i == 0 {
			s.use(plain) // so that the bookmark is taken as Unicode
			s.f.Bookmark(s.oneLine(cmp.Or(p.Name, p.Code)), 0, 0)
		}
		for _, it := range placed {
			it.draw(it.y)
		}
		y := s.area.high - s.area.bottom + 4
		for k, line := range s.foot {
			s.write(footnote, s.area.left, y+float64(k)*footnote.line(), line)
		}
		if len(sheets) > 1 {
			text := fmt.Sprintf(number, i+1, len(sheets))
			s.write(small, s.area.left+s.area.width()-s.width(small, text), y, text)
		}
	}
	return s.f.Error()
}

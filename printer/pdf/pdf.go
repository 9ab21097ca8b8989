// Package pdf sets the documents of package printer on sheets of A4, as PDF: not the lines of a receipt but a page with
// the header of the Party in two columns, ruled tables and the number of the page, to be signed and filed.
//
// A file is the same, byte for byte, for the same document and [Options]: nothing in it comes from the clock or from
// the machine. Of metadata it has the title of the document, its language and time, and no names.
package pdf

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"stampdesk"
	"stampdesk/printer"
)

// Options say what a document does not know of itself.
type Options struct {
	// Lang is the language of the document, and of the number of its pages where the document has no words for it.
	Lang stampdesk.Lang
	// At is the time of the document, as it stands on it; the file's dates are this one. It must be set.
	At time.Time
}

// Write sets a document on A4 and writes it to w in one piece. It fails for a [printer.Block] that it does not know
// before anything is written. A letter that the font lacks is drawn as a box, never left out.
func Write(w io.Writer, doc printer.Doc, o Options) error {
	var b bytes.Buffer
	if err := write(&b, doc, o); err != nil {
		return fmt.Errorf("set the document on A4: %w", err)
	}
	_, err := w.Write(b.Bytes())
	return err
}

func write(w io.Writer, doc printer.Doc, o Options) error {
	if o.At.IsZero() {
		return errors.New("it has no time") // fpdf would take the clock's
	}
	s := sheet{f: newFile(o), area: upright}
	var err error
	if s.letters, err = loadFonts(s.f); err != nil {
		return err
	}
	title, mark := s.oneLine(doc.Title), strings.ReplaceAll(s.oneLine(doc.Mark), "\u00a0", " ")
	s.f.SetTitle(title, true)
	if err := s.set(doc.Head); err != nil {
		return err
	}
	s.title(doc.Title)
	if err := s.set(doc.Blocks); err != nil {
		return err
	}
	across, err := newWatermark(mark)
	if err != nil {
		return err
	}
	for _, p := range s.pieces {
		if p.draw != nil && p.height > textHeight {
			return errors.New("a part of it that cannot be divided is higher than a page")
		}
	}
	pages := fewest(s.pieces, s.area)
	number := capital(cmp.Or(doc.PageNumber, printer.PageNumber(o.Lang)))
	for i, page := range pages {
		s.f.AddPage()
		s.watermark(across)
		for _, p := range page {
			p.draw(p.y)
		}
		s.mark(mark)
		if len(pages) > 1 {
			s.foot(cmp.Or(s.oneLine(doc.Running), title), s.oneLine(fmt.Sprintf(number, i+1, len(pages))))
		}
	}
	return s.f.Output(w)
}

func newFile(o Options) *fpdf.Fpdf {
	f := fpdf.New("P", "mm", "A4", "")
	f.SetAutoPageBreak(false, 0)
	f.SetCatalogSort(true) // else the order of the fonts is that of a map
	f.SetCreationDate(o.At)
	f.SetModificationDate(o.At)
	f.SetLang(string(cmp.Or(o.Lang, stampdesk.Vietnamese)))
	f.SetLineCapStyle("butt")
	return f
}

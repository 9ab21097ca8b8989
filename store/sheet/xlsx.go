package sheet

import (
	"errors"
	"fmt"
	"sync"
)

// cutBook gives the sheets of a workbook as grids: all that have rows, or the
// one that is wanted. Nothing of the workbook is written to the disk: it is
// unpacked again for every walk.
func cutBook(data []byte, want string, alive func() error) ([]grid, *Problem) {
	b, bad := openBook(data, alive)
	if bad != nil {
		return nil, bad
	}
	sheets := b.sheets
	if want != "" {
		if sheets, bad = b.named(want); bad != nil {
			return nil, bad
		}
	}
	cuts := make([]bookCut, len(sheets))
	var work sync.WaitGroup
	turns := make(chan bool, 2)
	for i, s := range sheets {
		c := &cuts[i]
		c.book, c.sheet = b, s
		work.Add(1)
		turns <- true
		go func() {
			defer func() { <-turns; work.Done() }()
			var err error
			if c.survey, err = b.surveySheet(s.part); err != nil {
				c.unfit = broken(s.name, err)
			}
		}()
	}
	work.Wait()
	var grids []grid
	for i := range cuts {
		c := &cuts[i]
		if c.rows == 0 && c.unfit == nil && len(sheets) > 1 {
			continue
		}
		grids = append(grids, grid{
			format: XLSX, sheet: c.sheet.name, hidden: c.sheet.hidden, comma: ',', rows: c.walk, about: c.survey.rows, padded: true,
			date1904: b.date1904, failed: func() *Problem { return c.bad },
		})
	}
	if len(grids) == 0 {
		return nil, &Problem{Fault: FaultEmpty}
	}
	return grids, nil
}

// bookCut cuts a sheet from the first row on, once for every walk.
type bookCut struct {
	*book
	sheet sheetPart
	survey
	unfit *Problem // what the survey found
	bad   *Problem // why the last walk ended before the end
}

func (c *bookCut) walk(yield func(record) bool) {
	if c.bad = c.unfit; c.bad != nil {
		return
	}
	part, err := c.open(c.sheet.part, c.alive)
	if err != nil {
		c.bad = broken(c.sheet.name, err)
		return
	}
	defer part.Close()
	s := sheetScan{xmlScan: newXMLScan(part), book: c.book}
	m := merger{todo: c.merged}
	// Rows are as long as the longest before them: the headings tell how long
	// the rows below are.
	width, all := 0, 0
	for {
		rec, err := s.row()
		switch {
		case errors.Is(err, errPiece):
			c.bad = &Problem{Fault: FaultLongLine, Line: max(1, s.line), Want: bytesText(maxLine)}
			return
		case err != nil:
			c.bad = broken(c.sheet.name, fmt.Errorf("%s: %w", cellName(max(0, s.col), max(1, s.line)), err))
			return
		case rec.line == 0:
			return
		case rec.blank():
			continue
		}
		if rec.cells, rec.repeats, err = m.fill(rec.line, rec.cells); err != nil {
			c.bad = broken(c.sheet.name, err)
			return
		}
		// Cells that share a text, or are merged, say more than the part holds.
		size := 0
		for _, cell := range rec.cells {
			size += len(cell)
		}
		switch all += size; {
		case size > maxLine:
			c.bad = &Problem{Fault: FaultLongLine, Line: rec.line, Want: bytesText(maxLine)}
			return
		case all > maxText:
			c.bad = &Problem{Fault: FaultInflated, Found: shorten(c.sheet.name), Want: bytesText(maxText)}
			return
		}
		if len(rec.cells) > maxColumns {
			if c.bad = tooWide(&rec); c.bad != nil {
				return
			}
		}
		for width = max(width, len(rec.cells)); len(rec.cells) < width; {
			rec.cells = append(rec.cells, "")
		}
		s.cells = rec.cells // what grew is used again
		if !yield(rec) {
			return
		}
	}
}

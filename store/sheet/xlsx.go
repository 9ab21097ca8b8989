package sheet

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
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
			format: XLSX, sheet: c.sheet.name, comma: ',', rows: c.walk, about: c.survey.rows, padded: true,
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

// sheetScan reads the rows of a sheet.
type sheetScan struct {
	*xmlScan
	book   *book
	inRows bool
	line   int // the row at hand
	col    int // the cell at hand
	cells  []string
	text   []byte // texts of the row that are its own
	own    []owned
	value  []byte // of the cell at hand
}

// owned is a text of the row at hand, before it is a string.
type owned struct{ col, end int }

// row gives the next row; one of line 0 at the end.
func (s *sheetScan) row() (record, error) {
	for {
		if err := s.next(); err != nil {
			if s.line == 0 && !s.inRows {
				return record{}, fmt.Errorf("no rows: %w", err)
			}
			return record{}, err
		}
		name := string(s.name)
		switch {
		case s.kind == xmlText:
		case name == "sheetData" && s.kind == xmlEnd:
			return record{}, s.rest()
		case name == "sheetData":
			s.inRows = true
		case s.kind == xmlStart && name == "row" && s.inRows:
			return s.readRow()
		case s.kind == xmlStart && s.inRows:
			if err := s.skip(); err != nil {
				return record{}, err
			}
		}
	}
}

// rest reads what stands behind the rows: only at the very end of a part is it
// known to be whole.
func (s *sheetScan) rest() error {
	for {
		s.at = s.end
		if !s.more() {
			if s.err == io.EOF {
				return nil
			}
			return s.err
		}
	}
}

func (s *sheetScan) readRow() (record, error) {
	line := s.line + 1
	if r := s.get("r"); r != "" {
		var ok bool
		if _, line, ok = cellPlace([]byte("A" + r)); !ok || line <= s.line {
			return record{}, fmt.Errorf("row %q after row %d", shorten(r), s.line)
		}
	}
	if line > maxSheetRow {
		return record{}, fmt.Errorf("row %d", line)
	}
	s.line, s.col = line, -1
	s.cells, s.text, s.own = s.cells[:0], s.text[:0], s.own[:0]
	for depth := s.depth; ; {
		if err := s.next(); err != nil {
			return record{}, err
		}
		switch {
		case s.depth < depth:
			s.put()
			return record{line: line, cells: s.cells}, nil
		case s.kind != xmlStart:
		case string(s.name) == "c":
			if err := s.cell(); err != nil {
				return record{}, err
			}
		default:
			if err := s.skip(); err != nil {
				return record{}, err
			}
		}
	}
}

// put makes the row's own texts one string, and cells of its pieces.
func (s *sheetScan) put() {
	text, from := string(s.text), 0
	for _, o := range s.own {
		s.cells[o.col] = text[from:o.end]
		from = o.end
	}
}

// cell reads the cell that has just begun.
func (s *sheetScan) cell() error {
	col := s.col + 1
	var kind, style []byte
	for rest := s.attr; ; {
		var name, value []byte
		if name, value, rest = nextAttr(rest); name == nil {
			break
		}
		switch string(name) {
		case "r":
			at, row, ok := cellPlace(value)
			if !ok || row != s.line {
				return fmt.Errorf("cell %q in row %d", shorten(string(value)), s.line)
			}
			col = at
		case "t":
			kind = value
		case "s":
			style = value
		}
	}
	s.col = col
	if s.empty { // only a border or a colour
		return s.next()
	}
	var how cellKind
	switch string(kind) {
	case "s":
		how = cellShared
	case "b":
		how = cellBool
	case "d":
		how = cellDate
	case "", "n":
		how = cellNumber
	default: // str, inlineStr, e
		how = cellPlain
	}
	var mask mask
	if how == cellNumber && len(style) > 0 {
		mask = s.book.mask(style)
	}
	return s.content(how, mask)
}

type cellKind int

const (
	cellPlain cellKind = iota
	cellNumber
	cellShared
	cellBool
	cellDate // as in ISO 8601
)

// content reads what stands in a cell. Of a formula it takes the result that
// was saved with it; where there is none, the cell says so.
func (s *sheetScan) content(how cellKind, mask mask) error {
	formula, valued, isFormula := "", false, false
	s.value = s.value[:0]
	for depth := s.depth; ; {
		if err := s.next(); err != nil {
			return err
		}
		switch {
		case s.depth < depth:
			if isFormula && !valued {
				s.value = append(append(s.value[:0], noResult...), "="+formula...)
				how = cellPlain
			}
			return s.keep(how, mask)
		case s.kind == xmlStart && string(s.name) == "v":
			valued = true
			var err error
			if s.value, err = s.appendInner(s.value[:0]); err != nil {
				return err
			}
			if how == cellPlain {
				s.value = unescape(s.value, 0)
			}
		case s.kind == xmlStart && string(s.name) == "f":
			isFormula = true
			text, err := s.appendInner(nil)
			if err != nil {
				return err
			}
			formula = shorten(string(text))
		case s.kind == xmlStart && string(s.name) == "is":
			valued = true
			var err error
			if s.value, err = s.appendString(s.value[:0]); err != nil {
				return err
			}
		case s.kind == xmlStart:
			if err := s.skip(); err != nil {
				return err
			}
		}
	}
}

// keep puts the value at hand into the row.
func (s *sheetScan) keep(how cellKind, mask mask) error {
	if len(s.value) == 0 {
		return nil
	}
	for len(s.cells) <= s.col {
		s.cells = append(s.cells, "")
	}
	switch how {
	case cellShared:
		i, ok := 0, len(s.value) < 10
		for _, c := range s.value {
			ok = ok && '0' <= c && c <= '9'
			i = i*10 + int(c-'0')
		}
		if !ok || i >= len(s.book.strings) {
			return fmt.Errorf("shared string %q of %d", shorten(string(s.value)), len(s.book.strings))
		}
		s.cells[s.col] = s.book.strings[i]
		return nil
	case cellNumber:
		from := len(s.text)
		s.text = appendNumber(s.text, s.value)
		if mask != "" {
			number := slices.Clone(s.text[from:])
			s.text = mask.append(s.text[:from], number)
		}
	case cellBool:
		s.text = append(s.text, map[bool]string{true: "TRUE", false: "FALSE"}[s.value[0] == '1' || s.value[0] == 't']...)
	case cellDate:
		s.text = append(s.text, dayFirst(string(s.value))...)
	default:
		s.text = append(s.text, s.value...)
	}
	if len(s.text) > maxLine {
		return errPiece
	}
	s.own = append(s.own, owned{s.col, len(s.text)})
	return nil
}

// dayFirst writes the date of a cell that holds one by name, not by number, as
// a person here does.
func dayFirst(iso string) string {
	day, clock, _ := strings.Cut(iso, "T")
	if p := strings.Split(day, "-"); len(p) == 3 && len(p[0]) == 4 && strings.Trim(clock, "0:.Z") == "" {
		return p[2] + "/" + p[1] + "/" + p[0]
	}
	return iso
}

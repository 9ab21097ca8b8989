package sheet

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"stampdesk/store/sheet/charset"
)

// cut cuts a file into rows of cells: one grid, or of a workbook one for each
// sheet, in the order in which they are to be tried. A walk ends early once
// alive gives an error.
func cut(data []byte, o Options, alive func() error) ([]grid, []charset.Evidence, *Problem) {
	if book, bad := look(data[:min(len(data), taken)]); bad != nil {
		return nil, nil, bad
	} else if book {
		grids, bad := cutBook(data, o.Sheet, alive)
		return grids, nil, bad
	}
	text, evidence, bad := decode(data, o.Encoding)
	if bad != nil {
		return nil, evidence, bad
	}
	return []grid{cutCSV(text, alive)}, evidence, nil
}

// cutCSV cuts text into records. Blank rows are left out.
func cutCSV(text []byte, alive func() error) grid {
	c := &csvCut{text: text, comma: separator(text), alive: alive}
	return grid{
		format: CSV, comma: c.comma, rows: c.rows,
		about:  min(bytes.Count(text, []byte("\n")), len(text)/50),
		failed: func() *Problem { return c.bad },
	}
}

// csvCut cuts text from the first row on, once for every walk.
type csvCut struct {
	text  []byte
	comma rune
	alive func() error
	bad   *Problem // why the last walk ended before the end

	reader *csv.Reader
	window window
	begin  int // where the reader began
	lines  int // lines before that
}

// window gives the bytes of a text up to stop. So a quotation mark that is
// never closed costs no more than maxLine, however long the file.
type window struct {
	text     []byte
	at, stop int
}

func (w *window) Read(p []byte) (int, error) {
	if w.at == w.stop {
		return 0, io.EOF
	}
	n := copy(p, w.text[w.at:w.stop])
	w.at += n
	return n, nil
}

// from begins anew at a place in the text.
func (c *csvCut) from(at int) {
	c.lines += bytes.Count(c.text[c.begin:at], []byte("\n"))
	c.begin = at
	c.window = window{text: c.text, at: at, stop: at}
	c.reader = csv.NewReader(bufio.NewReaderSize(&c.window, 32<<10))
	c.reader.Comma = c.comma
	c.reader.FieldsPerRecord = -1
	c.reader.ReuseRecord = true
}

func (c *csvCut) rows(yield func(record) bool) {
	c.begin, c.lines, c.bad = 0, 0, nil
	c.from(0)
	broken := 0
	for n := 0; n%512 != 0 || c.alive() == nil; n++ {
		at := c.begin + int(c.reader.InputOffset())
		c.window.stop = min(at+maxLine+1, len(c.text))
		cells, err := c.reader.Read()
		end := c.begin + int(c.reader.InputOffset())
		parse, isParse := err.(*csv.ParseError)
		var rec record
		switch {
		case end-at > maxLine, isParse && end == len(c.text):
			first := end - len(bytes.TrimLeft(c.text[at:end], "\r\n"))
			if end-at > maxLine && first > at { // blank lines; there may be many
				c.from(first)
				continue
			}
			rec.line = c.lines + 1 + bytes.Count(c.text[c.begin:first], []byte("\n"))
			next := end
			if i := bytes.IndexByte(c.text[first:end], '\n'); i >= 0 {
				next = first + i + 1
			}
			rec.broken = string(bytes.TrimSpace(c.text[first:next]))
			if broken++; broken > maxBroken {
				c.bad = &Problem{Fault: FaultQuote, Line: rec.line, Found: shorten(rec.broken)}
				return
			}
			c.from(next)
		case isParse:
			rec = record{line: c.lines + parse.StartLine, broken: string(bytes.TrimSpace(c.text[at:end]))}
		case err != nil: // the end; there is no other error in bytes at hand
			return
		default:
			rec.cells = cells
			line, _ := c.reader.FieldPos(0)
			rec.line = c.lines + line
		}
		if rec.blank() {
			continue
		}
		if len(rec.cells) > maxColumns {
			if c.bad = tooWide(&rec); c.bad != nil {
				return
			}
		}
		if !yield(rec) {
			return
		}
	}
}

// tooWide takes the blank cells off the end of a long row, and complains where
// it is too long without them.
func tooWide(rec *record) *Problem {
	n := len(rec.cells)
	for n > maxColumns && isBlank(rec.cells[n-1]) {
		n--
	}
	if n <= maxColumns {
		rec.cells = rec.cells[:n]
		return nil
	}
	return &Problem{
		Fault: FaultManyColumns, Line: rec.line, Found: strconv.Itoa(n), Want: strconv.Itoa(maxColumns),
	}
}

// separator is the comma, unless another cuts more of the first rows alike.
func separator(text []byte) rune {
	const commas, most = ",;\t", 40
	var alike [len(commas)]map[int]int // by how many a row has, the rows
	for i := range alike {
		alike[i] = map[int]int{}
	}
	var here [len(commas)]int
	quoted, rows := false, 0
	count := func() {
		for i, n := range here {
			if n > 0 {
				alike[i][n] += n
			}
		}
		here = [len(commas)]int{}
	}
	for _, c := range text[:min(len(text), maxLine)] {
		switch {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\n':
			count()
			rows++
		default:
			if i := strings.IndexByte(commas, c); i >= 0 {
				here[i]++
			}
		}
		if rows == most {
			break
		}
	}
	count()
	best, score := 0, 0
	for i := range alike {
		for _, n := range alike[i] {
			if n > score {
				best, score = i, n
			}
		}
	}
	return rune(commas[best])
}

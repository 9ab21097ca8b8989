package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
)

// span is a merged range: one cell to the eye.
type span struct{ top, bottom, left, right int32 }

// survey is what must be known of a sheet before its first row is read: the
// merged ranges stand behind the rows.
type survey struct {
	rows   int
	merged []span // by their first row
}

// surveySheet unpacks a sheet once, without looking at its cells.
func (b *book) surveySheet(part string) (survey, error) {
	var v survey
	r, err := b.open(part, b.alive)
	if err != nil {
		return v, err
	}
	defer r.Close()
	end := []byte("sheetData>")
	buf := make([]byte, 256<<10)
	kept, size := 0, 0 // kept: what may be the beginning of end
	for {
		n, err := r.Read(buf[kept:])
		size += n
		piece := buf[:kept+n]
		for from := 0; ; {
			i := bytes.Index(piece[from:], end)
			if i < 0 {
				break
			}
			i += from
			from = i + len(end)
			if open := bytes.LastIndexByte(piece[:i], '<'); open >= 0 && open+1 < i && piece[open+1] == '/' {
				v.rows += countRows(piece[:i])
				v.rows = min(v.rows, size/8)
				return v, v.readMerged(io.MultiReader(bytes.NewReader(slices.Clone(piece[from:])), r))
			}
		}
		keep := min(len(piece), len(end)+16)
		v.rows += countRows(piece[:min(len(piece), len(piece)-keep+4)]) // those that begin before what is kept
		kept = copy(buf, piece[len(piece)-keep:])
		if err == io.EOF {
			return v, nil // a sheet without rows, or a broken one: reading it will tell
		} else if err != nil {
			return v, err
		}
	}
}

// countRows counts the rows that end in a piece of a sheet.
func countRows(piece []byte) int {
	return bytes.Count(piece, []byte("/row>")) + bytes.Count(piece, []byte(":row>"))
}

// readMerged reads the merged ranges from what stands behind the rows.
func (v *survey) readMerged(r io.Reader) error {
	s := newXMLScan(r)
	s.fragment = true
	for {
		if err := s.next(); err == io.EOF {
			break
		} else if err != nil {
			return err
		}
		if s.kind != xmlStart || string(s.name) != "mergeCell" {
			continue
		}
		m, err := parseSpan(s.get("ref"))
		if err != nil {
			return err
		}
		if m.left >= maxColumns || m.top == m.bottom && m.left == m.right {
			continue
		}
		m.right = min(m.right, maxColumns-1)
		if v.merged = append(v.merged, m); len(v.merged) > maxMerged {
			return errors.New("too many merged cells")
		}
	}
	slices.SortFunc(v.merged, func(a, b span) int { return int(a.top - b.top) })
	return nil
}

func parseSpan(ref string) (span, error) {
	from, to, ok := bytes.Cut([]byte(ref), []byte(":"))
	if !ok {
		to = from
	}
	left, top, ok1 := cellPlace(from)
	right, bottom, ok2 := cellPlace(to)
	if !ok1 || !ok2 || right < left || bottom < top {
		return span{}, fmt.Errorf("merged cells %q", shorten(ref))
	}
	return span{int32(top), int32(bottom), int32(left), int32(right)}, nil
}

// cellPlace reads the name of a cell such as AB12: the column from 0, the row
// from 1.
func cellPlace(name []byte) (col, row int, ok bool) {
	i := 0
	for ; i < len(name); i++ {
		c := name[i] | 0x20
		if c < 'a' || c > 'z' {
			break
		}
		if col = col*26 + int(c-'a') + 1; col > maxSheetCol {
			return 0, 0, false
		}
	}
	for j := i; j < len(name); j++ {
		if name[j] < '0' || name[j] > '9' {
			return 0, 0, false
		}
		if row = row*10 + int(name[j]-'0'); row > maxSheetRow {
			return 0, 0, false
		}
	}
	return col - 1, row, i > 0 && row > 0
}

// cellName is the name of a cell: the column from 0, the row from 1.
func cellName(col, row int) string {
	var letters []byte
	for col++; col > 0; col = (col - 1) / 26 {
		letters = append(letters, byte('A'+(col-1)%26))
	}
	slices.Reverse(letters)
	return string(letters) + strconv.Itoa(row)
}

// merger fills the cells of merged ranges, row after row.
type merger struct {
	todo []span
	now  []filled // ranges that the last row lay in
}

type filled struct {
	span
	text string
}

var errOverlap = errors.New("merged cells overlap")

// fill gives a row's cells with the text of each range in all of its cells
// that are empty. It tells which only repeat the cell to their left.
func (m *merger) fill(line int, cells []string) (_ []string, repeats []bool, _ error) {
	m.now = slices.DeleteFunc(m.now, func(f filled) bool { return int(f.bottom) < line })
	for len(m.todo) > 0 && int(m.todo[0].top) <= line {
		f := filled{span: m.todo[0]}
		m.todo = m.todo[1:]
		if int(f.bottom) < line {
			continue
		}
		// A range whose first row is not in the file is empty.
		if int(f.top) == line && int(f.left) < len(cells) {
			f.text = cells[f.left]
		}
		if m.now = append(m.now, f); len(m.now) > maxColumns {
			return cells, nil, errOverlap
		}
	}
	for _, f := range m.now {
		if f.text == "" {
			continue
		}
		for len(cells) <= int(f.right) {
			cells = append(cells, "")
		}
		for i := f.left; i <= f.right; i++ {
			if !isBlank(cells[i]) {
				continue
			}
			cells[i] = f.text
			if i > f.left {
				for len(repeats) < len(cells) {
					repeats = append(repeats, false)
				}
				repeats[i] = true
			}
		}
	}
	return cells, repeats, nil
}

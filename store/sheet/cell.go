package sheet

import (
	"fmt"
	"slices"
	"strings"
)

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
			s.value = inUTF8(s.value, 0)
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
		if s.cells[s.col] != "" {
			return errTwice
		}
		s.cells[s.col] = s.book.strings[i]
		return nil
	case cellNumber:
		from := len(s.text)
		s.text = appendNumber(s.text, s.value)
		if mask != "" {
			number := slices.Clone(s.text[from:])
			s.text = mask.append(s.text[:from], number, s.book.date1904)
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

package stampdesk

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// ErrNoTargets is the error of a table that is none of targets.
var ErrNoTargets = errors.New("no table of targets: want a row of headings with “Mã đơn vị” and “Chỉ tiêu”")

// WrongTarget is a row of a table of targets that cannot be read.
type WrongTarget struct {
	Row     int // from 1, the headings among them
	Heading string
	Text    string
	Fault   TargetFault
}

// TargetFault says what is wrong with a cell of a table of targets. The values
// are stable names.
type TargetFault string

// The faults of a table of targets.
const (
	TargetNoYear   TargetFault = "no-year"   // no year from 1900 to 2200
	TargetNoNumber TargetFault = "no-number" // no whole number from 0 up
	TargetNoUnit   TargetFault = "no-unit"   // a target, and no unit: the board's is the sum
	TargetTwice    TargetFault = "twice"     // the unit has a line of this year already
)

// Error says in which row what is wrong.
func (w WrongTarget) Error() string {
	return fmt.Sprintf("targets: row %d, %s %q: %s", w.Row, w.Heading, w.Text, w.Fault)
}

// targetColumns are where the columns of TargetHeadings are in a table; -1:
// nowhere.
type targetColumns [len(TargetHeadings)]int

// ReadTargets reads a table with the headings of TargetHeadings in any order,
// and with any other columns beside them; "Năm" may be missing where a year is
// given, of which all rows then are, and "Đảng viên theo CSDL" always. Rows
// without a number are left out, and what a row of sums says of targets; a nought
// is kept, for its year was meant. The error joins a WrongTarget for each fault.
func ReadTargets(rows [][]string, year int) (Targets, error) {
	at, columns, ok := targetHeader(rows)
	if !ok || columns[1] < 0 || columns[2] < 0 && columns[3] < 0 {
		return nil, ErrNoTargets
	}
	if columns[0] < 0 && year == 0 {
		return nil, fmt.Errorf("targets: %w", WrongTarget{Row: at + 1, Heading: TargetHeadings[0], Fault: TargetNoYear})
	}
	var all Targets
	var errs []error
	seen := map[Target]bool{}
	for i, row := range rows[at+1:] {
		r := targetRow{row: row, columns: columns, n: at + i + 2}
		l := Target{Year: year, Unit: UnitCode(r.cell(1)), Admissions: r.number(2), Known: r.number(3)}
		sums := r.isSum()
		if sums {
			l.Unit, l.Admissions = "", 0
		}
		switch {
		case r.fault == nil && (sums || r.cell(2) == "") && (l.Known == 0 && sums || r.cell(3) == ""):
			continue
		case year == 0:
			l.Year = r.year()
		}
		key := Target{Year: l.Year, Unit: l.Unit}
		switch {
		case r.fault != nil:
		case l.Unit == "" && l.Admissions > 0:
			r.wrong(2, TargetNoUnit)
		case seen[key]:
			r.wrong(1, TargetTwice)
		}
		if r.fault != nil {
			errs = append(errs, r.fault)
			continue
		}
		seen[key] = true
		all = append(all, l)
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	all.sort()
	return all, nil
}

// targetHeader finds the row of headings among the first rows: titles may stand
// above it.
func targetHeader(rows [][]string) (at int, columns targetColumns, ok bool) {
	for at, row := range rows[:min(len(rows), 20)] {
		found := 0
		for i, heading := range TargetHeadings {
			columns[i] = -1
			for j, cell := range row {
				if Fold(strings.TrimSpace(cell)) == Fold(heading) {
					columns[i] = j
					found++
					break
				}
			}
		}
		if found >= 2 {
			return at, columns, true
		}
	}
	return 0, columns, false
}

// targetRow is a row that is being read, up to its first fault.
type targetRow struct {
	row     []string
	columns targetColumns
	n       int
	fault   error
}

func (r *targetRow) cell(column int) string {
	if i := r.columns[column]; i >= 0 && i < len(r.row) {
		return strings.TrimSpace(r.row[i])
	}
	return ""
}

// isSum reports a row that sums up those above it.
func (r *targetRow) isSum() bool {
	return slices.ContainsFunc(r.row, func(cell string) bool {
		switch Fold(strings.Trim(cell, " .:")) {
		case "tong", "cong", "tong cong", "tong so":
			return true
		}
		return false
	})
}

func (r *targetRow) wrong(column int, fault TargetFault) {
	if r.fault == nil {
		r.fault = WrongTarget{r.n, TargetHeadings[column], r.cell(column), fault}
	}
}

// number reads a count; its thousands may be marked.
func (r *targetRow) number(column int) int {
	text := r.cell(column)
	if text == "" {
		return 0
	}
	n, ok := countIn(text)
	if !ok {
		r.wrong(column, TargetNoNumber)
	}
	return n
}

func (r *targetRow) year() int {
	n, err := strconv.Atoi(r.cell(0))
	if err != nil || n < 1900 || n > 2200 {
		r.wrong(0, TargetNoYear)
	}
	return n
}

// mostTyped bounds a count that a person types.
const mostTyped = 99_999_999

// countIn reads a whole number, 151 or 127.455 or 127,455; marks stand before
// three digits each. A spreadsheet may give it as 151.0 or 151,00.
func countIn(text string) (int, bool) {
	for _, none := range [...]string{".0", ",0", ".00", ",00"} {
		if whole, ok := strings.CutSuffix(text, none); ok {
			text = whole
			break
		}
	}
	groups := strings.FieldsFunc(text, func(r rune) bool { return r == '.' || r == ',' })
	if len(groups) > 1 {
		for i, g := range groups {
			if i > 0 && len(g) != 3 || i == 0 && (len(g) == 0 || len(g) > 3) {
				return 0, false
			}
		}
		if len(text) != len(strings.Join(groups, ".")) {
			return 0, false
		}
		text = strings.Join(groups, "")
	}
	n, err := strconv.ParseUint(text, 10, 31)
	return int(n), err == nil && n <= mostTyped
}

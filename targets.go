package stampdesk

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Target is what the board set for one unit and one year (chỉ tiêu kết nạp đảng
// viên). The line without a unit is the board's own, and has no target: the
// board's is the sum of its units'.
type Target struct {
	Year       int
	Unit       UnitCode
	Admissions int // members to be admitted; 0: none was set
	Known      int // members whom the database knows (cơ sở dữ liệu đảng viên); 0: nobody said
}

// Targets are the targets of all years, by year and unit, the board's line of a
// year first. They are kept as TargetsFile, in the form of Text.
type Targets []Target

// TargetHeadings are the headings of a table of targets, in the order of Text.
var TargetHeadings = [...]string{"Năm", "Mã đơn vị", "Chỉ tiêu", "Đảng viên theo CSDL"}

// Text writes the targets as a table of comma-separated values, as ParseTargets
// reads it and spreadsheets do.
func (t Targets) Text() []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Write(TargetHeadings[:])
	number := func(n int) string {
		if n == 0 {
			return ""
		}
		return strconv.Itoa(n)
	}
	for _, l := range t {
		admissions := number(l.Admissions)
		if l.isNone() {
			admissions = "0" // else nothing would be left of the line
		}
		w.Write([]string{strconv.Itoa(l.Year), string(l.Unit), admissions, number(l.Known)})
	}
	w.Flush() // into memory, which takes it all
	return b.Bytes()
}

// Of are the targets of one year.
func (t Targets) Of(year int) Targets {
	var of Targets
	for _, l := range t {
		if l.Year == year {
			of = append(of, l)
		}
	}
	return of
}

// isNone reports a line that sets nothing, which takes away what there was.
func (l Target) isNone() bool { return l.Admissions == 0 && l.Known == 0 }

func (t Targets) sort() {
	slices.SortFunc(t, func(a, b Target) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Unit, b.Unit))
	})
}

// With gives the targets with those of whole years in the place of what these
// years had; a year without any is named beside, or has noughts.
func (t Targets) With(these Targets, years ...int) Targets {
	for _, l := range these {
		years = append(years, l.Year)
	}
	kept := slices.DeleteFunc(slices.Clone(t), func(l Target) bool { return slices.Contains(years, l.Year) })
	kept = slices.DeleteFunc(append(kept, these...), Target.isNone)
	kept.sort()
	return kept
}

// Known is how many members the database knows of a unit, or with "" of the
// board, in the last year up to this one that says so; 0 where none does.
func (t Targets) Known(unit UnitCode, year int) (n int) {
	for _, l := range t {
		if l.Unit == unit && l.Year <= year && l.Known > 0 {
			n = l.Known
		}
	}
	return n
}

// TargetsIn reads the targets that the store keeps; none where it keeps none.
func TargetsIn(r Reader) (Targets, error) {
	body, err := r.File(TargetsFile)
	if err != nil || body == nil {
		return nil, err
	}
	return ParseTargets(body, 0)
}

// ParseTargets reads a table of targets from values separated by commas,
// semicolons or tabs, see ReadTargets.
func ParseTargets(text []byte, year int) (Targets, error) {
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	r := csv.NewReader(bytes.NewReader(text))
	r.FieldsPerRecord = -1
	first, _, _ := bytes.Cut(text, []byte("\n"))
	for _, mark := range [...]rune{';', '\t'} {
		if strings.ContainsRune(string(first), mark) {
			r.Comma = mark
		}
	}
	rows, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("targets: %w", err)
	}
	return ReadTargets(rows, year)
}

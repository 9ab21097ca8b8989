package sheet

import (
	"slices"
	"strings"
)

// nearby reads headings that only their neighbours explain, and proposes what
// those may have meant that are nearly known.
func (y *laying) nearby() {
	found := map[column]bool{}
	for i, m := range y.means {
		if i > 0 && m.cols == nil && headingKey(y.texts[i]) == "ngay cap" && slices.Contains(y.means[i-1].cols, colCard) {
			y.means[i].cols = []column{colIssued}
		}
		for _, c := range y.means[i].cols {
			found[c] = true
		}
	}
	asked := 0
	for i, m := range y.means {
		key := headingKey(y.texts[i])
		if _, known := meanings[key]; m.cols != nil || known || key == "" || len(key) > 60 {
			continue
		}
		if asked++; asked > 50 {
			break
		}
		if c, ok := nearly(key, func(c column) bool { return y.want.has[c] && c < colFault && !found[c] }); ok {
			y.warnings = append(y.warnings, Problem{
				Fault: FaultNearHeading, Line: y.t.heading.line, Found: y.textOf(i), Want: headings[c],
			})
		}
	}
}

// nearly is the one column of which a heading is nearly a heading: it has a
// letter or two wrong, or is only its beginning or its end.
func nearly(key string, may func(column) bool) (best column, ok bool) {
	least := 3
	for known, m := range meanings {
		c := m.cols[0]
		if !may(c) {
			continue
		}
		d := 3
		switch {
		case strings.HasPrefix(known, key+" ") && known == headingKey(headings[c]), strings.HasSuffix(known, " "+key) && known == headingKey(headings[c]):
			d = 2
		case len(key) >= 4 && len(known) >= 4:
			d = distance(key, known, min(2, min(len(key), len(known))/4))
		}
		switch {
		case d < least:
			least, best, ok = d, c, true
		case d == least && d < 3 && c != best:
			ok = false
		}
	}
	return best, ok
}

// distance counts the letters that were added, left out or changed; more than
// most is 3.
func distance(a, b string, most int) int {
	if max(len(a), len(b))-min(len(a), len(b)) > most {
		return 3
	}
	before, row := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range before {
		before[j] = j
	}
	for i := range len(a) {
		row[0] = i + 1
		for j := range len(b) {
			changed := before[j]
			if a[i] != b[j] {
				changed++
			}
			row[j+1] = min(changed, before[j+1]+1, row[j]+1)
		}
		before, row = row, before
	}
	if before[len(b)] > most {
		return 3
	}
	return before[len(b)]
}

package form

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"stampdesk"
)

// figureColumns are the columns of a table of figures.
var figureColumns = []string{"no", "label", "count", "share", "blank"}

// unitFigures are the counts of organisations by their names.
var unitFigures = []struct {
	name string
	of   func(stampdesk.UnitCounts) int
}{
	{"units", func(u stampdesk.UnitCounts) int { return u.Units }},
	{"units.committees", func(u stampdesk.UnitCounts) int { return u.Committees }},
	{"units.basic", func(u stampdesk.UnitCounts) int { return u.Basic }},
	{"units.cells", func(u stampdesk.UnitCounts) int { return u.Cells }},
	{"units.done", func(u stampdesk.UnitCounts) int { return u.Done }},
	{"units.left", func(u stampdesk.UnitCounts) int { return u.Units - u.Done }},
}

// figureNames are the figures that a template can name, but for those by
// reason.
func figureNames() []string {
	names := stampdesk.FigureNames()
	for _, u := range unitFigures {
		names = append(names, u.name)
	}
	return names
}

func figuresByReason() []string {
	return []string{"without_card_by", "damaged_by", "held_by", "refused_by", "uncollected_by", "remarks_by"}
}

// isFigure reports the name of a figure, or of several that are added.
func isFigure(name string) bool {
	_, ok := figureOf(&stampdesk.Tally{}, stampdesk.UnitCounts{}, name)
	return ok
}

// figureOf is a figure, or the sum of several: "held+refused".
func figureOf(t *stampdesk.Tally, u stampdesk.UnitCounts, name string) (sum int, ok bool) {
	for more := true; more; {
		var part string
		part, name, more = strings.Cut(name, "+")
		n, known := figureNamed(t, u, strings.TrimSpace(part))
		if !known {
			return 0, false
		}
		sum += n
	}
	return sum, true
}

func figureNamed(t *stampdesk.Tally, u stampdesk.UnitCounts, name string) (int, bool) {
	if strings.HasPrefix(name, "units") {
		for _, f := range unitFigures {
			if f.name == name {
				return f.of(u), true
			}
		}
	}
	return t.Figure(name)
}

// figureRow is a row of figures before it is cut into cells.
type figureRow struct {
	number, label, share string
	count                int
	counted              bool // false: a heading among the rows
	indent               int
	bold                 bool
}

// figureRows fills the rows of the template, each as often as there are
// reasons for it.
func (t *Template) figureRows(f *stampdesk.Filled, o Options, fill *strings.Replacer) []figureRow {
	shares := o.Shares.OfTally(&f.Tally)
	var rows []figureRow
	for _, r := range t.Rows {
		row := figureRow{number: r.Number, label: fill.Replace(r.Label), indent: r.Indent, bold: r.Bold}
		if r.Each != "" {
			by, _ := f.Tally.FiguresBy(r.Each)
			for _, why := range reasonsOf(by, r.Always) {
				if r.HideZero && by[why] == 0 {
					continue
				}
				each := row
				each.label = fill.Replace(strings.ReplaceAll(r.Label, "{reason}", capital(reasonIn(r.Each, why))))
				each.count, each.counted = by[why], true
				rows = append(rows, each)
			}
			continue
		}
		row.count, row.counted = figureOf(&f.Tally, f.Units, r.Figure)
		if r.HideZero && row.count == 0 {
			continue
		}
		if share, ok := shares.Of(r.Figure); ok && r.Share {
			row.share = share.In(stampdesk.Vietnamese)
		}
		if whole, ok := figureOf(&f.Tally, f.Units, r.ShareOf); ok {
			row.share = o.Shares.One(row.count, whole).In(stampdesk.Vietnamese)
		}
		rows = append(rows, row)
	}
	return rows
}

// reasonsOf are those that are always told, and the others that are there, the
// most frequent first; what says least of why comes last.
func reasonsOf(by map[stampdesk.Reason]int, always []stampdesk.Reason) []stampdesk.Reason {
	all := slices.Clone(always)
	for _, why := range slices.Sorted(maps.Keys(by)) {
		if by[why] != 0 && !slices.Contains(all, why) {
			all = append(all, why)
		}
	}
	vague := func(why stampdesk.Reason) int {
		switch {
		case isPlain(by, why):
			return 2
		case strings.HasSuffix(string(why), ".khac"):
			return 1
		}
		return 0
	}
	slices.SortStableFunc(all[len(always):], func(a, b stampdesk.Reason) int {
		return cmp.Or(cmp.Compare(vague(a), vague(b)), cmp.Compare(by[b], by[a]))
	})
	return all
}

// isPlain reports whether others among the reasons say more of the same.
func isPlain(by map[stampdesk.Reason]int, why stampdesk.Reason) bool {
	for other, n := range by {
		if n != 0 && strings.HasPrefix(string(other), string(why)+".") {
			return true
		}
	}
	return false
}

// cell is what a column shows of the row.
func (r *figureRow) cell(key string) Cell {
	switch {
	case key == "no":
		return Cell{Text: r.number}
	case key == "label":
		return Cell{Text: r.label}
	case key == "count" && r.counted:
		return Cell{N: r.count, Kind: Count}
	case key == "share":
		return Cell{Text: r.share, Kind: Share}
	}
	return Cell{}
}

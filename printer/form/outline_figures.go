package form

import (
	"slices"
	"strconv"
	"strings"

	"stampdesk"
)

// reportFill is what the placeholders of a report are filled from: the whole
// form, or one part of it.
type reportFill struct {
	f      *stampdesk.Filled
	t      *stampdesk.Tally
	shares stampdesk.Shares
	of     stampdesk.TallyShares
	part   string // name of the part
	note   string
}

func newReportFill(f *stampdesk.Filled, t *stampdesk.Tally, shares stampdesk.Shares) reportFill {
	return reportFill{f: f, t: t, shares: shares, of: shares.OfTally(t)}
}

// reportFigures are counts beside those that forms have too.
var reportFigures = []struct {
	name string
	of   func(r *reportFill) int
}{
	{"misuse", func(r *reportFill) int { return remarks(r.t, stampdesk.ReasonMisuse) }},
	{"bad_care", func(r *reportFill) int { return remarks(r.t, stampdesk.ReasonBadCare) }},
	{"discipline", func(r *reportFill) int { return remarks(r.t, stampdesk.ReasonDiscipline) }},
	// Of the proposed cards, by the convention that the damaged and the lost are not among them.
	{"not_stamped_proposed", func(r *reportFill) int { return r.t.NotStamped() - r.t.Damaged - r.t.Lost }},
	{"parts", func(r *reportFill) int { return len(r.f.Parts) }},
	{"boards", func(r *reportFill) int { return len(boardsOf(r.f)) }},
	{"notes", func(r *reportFill) int { return len(r.f.Notes) }},
	{"sources", func(r *reportFill) int { return len(boardsOf(r.f)) + len(r.f.Notes) }},
	{"papers", func(r *reportFill) int { return len(r.f.Round.Papers) }},
	{"base_proposed", func(r *reportFill) int {
		if r.shares.Base == "proposed" {
			return 1
		}
		return 0
	}},
}

func remarks(t *stampdesk.Tally, r stampdesk.Reason) int {
	n, _ := t.Figure("remarks_by." + string(r))
	return n
}

// figure is a count by its name, or the sum of several: "held+refused".
func (r *reportFill) figure(name string) (sum int, ok bool) {
	for part := range strings.SplitSeq(name, "+") {
		n, known := r.figureNamed(strings.TrimSpace(part))
		if !known {
			return 0, false
		}
		sum += n
	}
	return sum, true
}

func (r *reportFill) figureNamed(name string) (int, bool) {
	for _, it := range reportFigures {
		if it.name == name {
			return it.of(r), true
		}
	}
	return figureNamed(r.t, r.f.Units, name)
}

func isReportFigure(name string) bool {
	r := newReportFill(&stampdesk.Filled{}, &stampdesk.Tally{}, stampdesk.Shares{})
	_, ok := r.figure(name)
	return ok
}

func reportFigureNames() []string {
	names := figureNames()
	for _, it := range reportFigures {
		names = append(names, it.name)
	}
	return names
}

// reportWords are what a report says beside its figures.
var reportWords = []struct {
	name string
	of   func(r *reportFill) string
}{
	{"round", func(r *reportFill) string { return ordinal(r.f.Round.Ordinal) }},
	{"round_number", func(r *reportFill) string { return strconv.Itoa(r.f.Round.Ordinal) }},
	{"box", func(r *reportFill) string { return strconv.Itoa(r.f.Round.Box) }},
	{"from", func(r *reportFill) string { return openDate(r.f.Round.From) }},
	{"to", func(r *reportFill) string { return openDate(r.f.Round.To) }},
	{"list_date", func(r *reportFill) string { return openDate(r.f.Round.ListDate) }},
	{"stat_date", func(r *reportFill) string { return openDate(r.f.Round.StatDate) }},
	{"papers", func(r *reportFill) string { return strings.Join(r.f.Round.Papers, "; ") }},
	{"board", func(r *reportFill) string { return r.f.Board.Name }},
	{"board_upper", func(r *reportFill) string { return r.f.Board.Upper }},
	{"place", func(r *reportFill) string { return r.f.Board.Place }},
	{"scope", func(r *reportFill) string {
		if r.f.Unit.Code == "" && r.f.Cell == "" {
			return "toàn đảng bộ"
		}
		return scope(r.f)
	}},
	{"base", func(r *reportFill) string {
		switch r.shares.Base {
		case "proposed":
			return "số thẻ đề nghị đóng dấu"
		case "official":
			return "tổng số đảng viên chính thức"
		}
		return "tổng số thẻ đảng viên"
	}},
}

// eachOf is what a paragraph can be repeated for, and eachWords what it then
// has to say of it.
var (
	eachOf    = []string{"parts", "boards", "notes"}
	eachWords = map[string]string{"parts": "part", "boards": "part", "notes": "note"}
)

// wrongPlaceholder tells what is wrong with a name in braces, if anything is.
func wrongPlaceholder(name, each string) (Fault, bool) {
	if name == eachWords[each] && name != "" {
		return Fault{}, false
	}
	if of, ok := map[string]string{"part": "parts", "note": "notes"}[name]; ok {
		return Fault{Kind: FaultOnlyEach, Value: name, Known: []string{of}}, true
	}
	if share, ok := strings.CutSuffix(name, "%"); ok {
		names := shareNames()
		return Fault{Kind: FaultShare, Value: name}.of(share, names), !slices.Contains(names, share)
	}
	known := reportFigureNames()
	for _, it := range reportWords {
		known = append(known, it.name)
	}
	if slices.Contains(known, name) || isReportFigure(name) || reasonsNamed(name) {
		return Fault{}, false
	}
	known = append(known, figuresByReason()...)
	return Fault{Kind: FaultPlaceholder, Value: name}.of(name, append(known, disciplineBy)), true
}

func reasonsNamed(name string) bool {
	_, ok := new(stampdesk.Tally).FiguresBy(name)
	return ok || name == disciplineBy
}

func shareNames() []string {
	names := []string{"units.done"}
	for _, s := range (stampdesk.Shares{}).OfTally(new(stampdesk.Tally)) {
		names = append(names, s.Figure)
	}
	slices.Sort(names)
	return names
}

package form

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"stampdesk"
)

// noShare stands for a share that the settings do not have, until the brackets
// around it are gone.
const noShare = "\x00"

var emptyBrackets = regexp.MustCompile(`\s*\([^()]*` + noShare + `[^()]*\)`)

// fill puts figures and words in the place of their names.
func (r *reportFill) fill(text string) string {
	text = placeholder.ReplaceAllStringFunc(text, func(m string) string { return r.value(m[1 : len(m)-1]) })
	if strings.Contains(text, noShare) {
		text = emptyBrackets.ReplaceAllString(text, "")
		text = strings.ReplaceAll(text, noShare, "–")
	}
	return text
}

func (r *reportFill) value(name string) string {
	switch name {
	case "part":
		return r.part
	case "note":
		return r.note
	case "units.done%":
		return r.shares.One(r.f.Units.Done, r.f.Units.Units).In(stampdesk.Vietnamese)
	}
	if share, ok := strings.CutSuffix(name, "%"); ok {
		if p, ok := r.of.Of(share); ok {
			return p.In(stampdesk.Vietnamese)
		}
		return noShare
	}
	for _, it := range reportWords { // "papers" is a word where it is written, a figure where it is asked for
		if it.name == name {
			return it.of(r)
		}
	}
	if reasonsNamed(name) {
		return r.reasons(name)
	}
	n, _ := r.figure(name) // ParseOutline knows that there is one
	return stampdesk.Vietnamese.Number(n)
}

// disciplineBy is the measures for a loss, of all remarks.
const disciplineBy = "discipline_by"

// reasons lists counts with what they are, the largest first: 12 nằm viện, 5 đi
// công tác xa.
func (r *reportFill) reasons(name string) string {
	figures := name
	if name == disciplineBy {
		figures = "remarks_by"
	}
	by, _ := r.t.FiguresBy(figures)
	type count struct {
		reason stampdesk.Reason
		n      int
	}
	var all []count
	for reason, n := range by {
		if n > 0 && (name != disciplineBy || isUnder(reason, stampdesk.ReasonDiscipline)) {
			all = append(all, count{reason, n})
		}
	}
	if len(all) == 0 {
		return "không có"
	}
	slices.SortFunc(all, func(a, b count) int {
		return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.reason, b.reason))
	})
	parts := make([]string, len(all))
	for i, c := range all {
		parts[i] = stampdesk.Vietnamese.Number(c.n) + " " + ofReason(name, c.reason)
	}
	return strings.Join(parts, ", ")
}

// countedIn is what a list of reasons counts. Of a measure the sentence says it
// before, and a card that was not collected is told by where its owner is.
var countedIn = map[string]string{
	"without_card_by": "đồng chí ", "uncollected_by": "đồng chí ",
	"damaged_by": "thẻ ", "held_by": "thẻ do ", "refused_by": "thẻ do ", "remarks_by": "trường hợp ",
}

// ofReason is a reason behind a count of what it is the reason of.
func ofReason(list string, r stampdesk.Reason) string {
	counted, why := countedIn[list], reasonIn(list, r)
	if counted == "đồng chí " && (why == "lý do khác" || why == stampdesk.ReasonTechnical.Label(stampdesk.Vietnamese)) {
		return counted + "vì " + why
	}
	return counted + strings.TrimPrefix(why, counted)
}

func isUnder(r, code stampdesk.Reason) bool {
	return r == code || strings.HasPrefix(string(r), string(code)+".")
}

// reasonIn is a reason in a list that says already what all of it is about.
func reasonIn(list string, r stampdesk.Reason) string {
	label := r.Label(stampdesk.Vietnamese)
	switch {
	case list == "uncollected_by" && r == stampdesk.ReasonUncollected:
		return "chưa rõ lý do"
	case list == "uncollected_by":
		return strings.TrimPrefix(label, "chưa thu, ")
	case list == disciplineBy && r == stampdesk.ReasonDiscipline:
		return "chưa ghi hình thức"
	case list == disciplineBy:
		return strings.TrimSuffix(label, " vì làm mất thẻ")
	}
	return label
}

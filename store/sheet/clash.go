package sheet

import (
	"cmp"
	"slices"
	"strings"

	"stampdesk"
)

// AddProblems adds what others than the reader found to be wrong with rows of
// the file, by the lines that the problems name: the file is then not fit for
// use, and WriteErrors says so beside the rows.
func (f *File) AddProblems(problems ...Problem) {
	for _, p := range problems {
		f.count(p, false)
		if f.added == nil {
			f.added = map[int][]Problem{}
		}
		f.added[p.Line] = append(f.added[p.Line], p)
	}
	f.ProblemCount += len(problems)
	f.Problems = merged(f.Problems, problems)
}

// AddWarnings does the same for what a person should look at.
func (f *File) AddWarnings(warnings ...Problem) {
	for _, p := range warnings {
		f.count(p, true)
	}
	f.WarningCount += len(warnings)
	f.Warnings = merged(f.Warnings, warnings)
}

func merged(kept, more []Problem) []Problem {
	kept = append(slices.Clip(kept), more...)
	slices.SortStableFunc(kept, func(p, q Problem) int { return p.Line - q.Line })
	return kept[:min(len(kept), MaxListed)]
}

// AddClashes adds where the members of the file get in the way of members of
// the roster in force.
func (f *RosterFile) AddClashes(clashes []stampdesk.Clash) {
	var problems, warnings []Problem
	for _, c := range clashes {
		m, line := &f.Roster.Members[c.At], f.Line(c.At)
		switch c.Kind {
		case stampdesk.ClashCard:
			problems = append(problems, Problem{
				Fault: FaultCardTaken, Line: line, Column: f.layout.title(colCard), Found: m.Card.String(), Want: whoIs(&c.With),
			})
		case stampdesk.ClashRecord:
			problems = append(problems, Problem{
				Fault: FaultRecordTaken, Line: line, Column: f.layout.title(colRecord), Found: m.Record, Want: whoIs(&c.With),
			})
		case stampdesk.ClashGuest:
			warnings = append(warnings, Problem{
				Fault: FaultGuestKept, Line: line, Column: f.layout.title(colCard), Found: m.Card.String(), Want: whoIs(&c.With),
			})
		case stampdesk.ClashPerson:
			other := string(cmp.Or(c.With.Unit, c.With.Host))
			if c.With.Card != 0 {
				other = strings.TrimSuffix(c.With.Card.String()+", "+other, ", ")
			}
			warnings = append(warnings, Problem{
				Fault: FaultKnownPerson, Line: line, Column: f.layout.title(colName), Found: shorten(m.Name) + ", " + m.Birth.String(),
				Want: other,
			})
		}
	}
	f.AddProblems(problems...)
	f.AddWarnings(warnings...)
}

func whoIs(m *stampdesk.Member) string {
	s := shorten(m.Name)
	if !m.Birth.IsZero() {
		s += ", " + m.Birth.String()
	}
	if u := cmp.Or(m.Unit, m.Host); u != "" {
		s += ", " + string(u)
	}
	return s
}

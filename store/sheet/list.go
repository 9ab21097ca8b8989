package sheet

import (
	"context"
	"io"

	"stampdesk"
)

// ListFile is a unit's list as it was read from a file.
type ListFile struct {
	File
	// Lines has the rows without a problem, in the order of the file; Unit and
	// Class are empty, for only the roster knows them.
	Lines []stampdesk.Line
}

// ReadList reads a list that a unit hands in with its cards (mẫu 2-KTTĐV to
// 5-KTTĐV). What the unit wrote is kept as it is, also where it disagrees with
// the roster. Its error is that of r, or of ctx when that ends; what is wrong
// with the file is in Problems.
func ReadList(ctx context.Context, r io.Reader, form stampdesk.Form, o Options) (*ListFile, error) {
	f := &ListFile{}
	want := columns{must: []column{colCard, colName}, may: []column{colCell, colReason, colNote}}
	if form == stampdesk.FormCardless {
		want = columns{must: []column{colName}, may: []column{colCard, colCell, colReason, colNote}}
	}
	ok, err := f.open(ctx, r, want, o)
	if err != nil {
		return nil, err
	}
	if ok {
		if err := f.read(func(v visit) { f.Lines = readLines(f.table, f.layout, form, v) }); err != nil {
			return nil, err
		}
	}
	return f, nil
}

func readLines(t table, l layout, form stampdesk.Form, v visit) []stampdesk.Line {
	r := newRow(l)
	cards := newSeen(t.about)
	var lines []stampdesk.Line
	for rec := range t.below {
		if r.take(rec) {
			line := stampdesk.Line{Card: r.listed(form), Name: r.name(), Cell: r.word(colCell)}
			line.Reason, line.Note = reasonOn(form, r.word(colReason), r.word(colNote))
			r.once(&cards, line.Card)
			if len(r.problems) == 0 {
				lines = append(lines, line)
			}
		}
		v(rec, r.problems, r.warnings)
	}
	return lines
}

// listed is the number of a line. List 5 is of members who have no card, so
// what stands there instead of a number does no harm.
func (r *row) listed(form stampdesk.Form) stampdesk.CardNumber {
	n := len(r.problems)
	card := r.card(colCard)
	switch {
	case form == stampdesk.FormCardless && len(r.problems) > n:
		p := r.problems[n]
		r.problems = r.problems[:n]
		r.warn(Problem{Fault: FaultCardIgnored, Column: p.Column, Found: p.Found})
	case form != stampdesk.FormCardless && card == 0 && len(r.problems) == n:
		r.fault(Problem{Fault: FaultNoCard, Column: headings[colCard]})
	}
	return card
}

// reasonOn reads the reason of a line. A text that is no known reason becomes
// the note to what the list itself says.
func reasonOn(form stampdesk.Form, text, note string) (stampdesk.Reason, string) {
	unsaid := map[stampdesk.Form]stampdesk.Reason{
		stampdesk.FormDamaged: stampdesk.ReasonDamaged, stampdesk.FormLost: stampdesk.ReasonLost,
		stampdesk.FormCardless: stampdesk.ReasonUnstated,
	}
	if text == "" {
		return unsaid[form], note
	}
	reason, words := stampdesk.ParseReason(text)
	if words == "" {
		return reason, note
	}
	if form == stampdesk.FormDamaged || form == stampdesk.FormLost {
		reason = unsaid[form]
	}
	if note != "" {
		words += "; " + note
	}
	return reason, words
}

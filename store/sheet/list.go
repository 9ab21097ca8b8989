package sheet

import (
	"cmp"
	"context"
	"io"
	"strings"
	"unicode"

	"stampdesk"
)

// ListFile is a unit's list as it was read from a file.
type ListFile struct {
	File
	// Lines has the rows without a problem, in the order of the file; Unit and
	// Class are empty, for only the roster knows them.
	Lines []stampdesk.Line

	lines []int // of Lines
}

// ReadList reads a list that a unit hands in with its cards (mẫu 2-KTTĐV to
// 5-KTTĐV). What the unit wrote is kept as it is, also where it disagrees with
// the roster. Its error is that of r, or of ctx when that ends; what is wrong
// with the file is in Problems.
func ReadList(ctx context.Context, r io.Reader, form stampdesk.Form, o Options) (*ListFile, error) {
	f := &ListFile{}
	ok, err := f.open(ctx, r, listColumns(form), o)
	if err != nil {
		return nil, err
	}
	if !ok {
		return f, nil
	}
	if f.list(form); f.ProblemCount > 0 {
		return f, nil
	}
	err = f.read(ctx, o, func(t table, v visit) (rows int) {
		f.Lines, f.lines, rows = readLines(t, f.layout, form, o, v)
		return rows
	})
	if err != nil {
		return nil, err
	}
	return f, nil
}

// Line is the line of Lines[i].
func (f *ListFile) Line(i int) int { return f.lines[i] }

func readLines(t table, l layout, form stampdesk.Form, o Options, v visit) (read []stampdesk.Line, lines []int, rows int) {
	r := newRow(t, l, o)
	cards := newSeen(t.about)
	for rec := range t.below {
		if r.aside(&rec) {
			v(rec, nil, nil)
			continue
		}
		if r.take(&rec) {
			line := stampdesk.Line{
				Card: r.listed(form), Name: r.name(), Cell: cmp.Or(r.word(colCell), r.asides.cell, o.Cell),
			}
			line.Reason, line.Note = reasonOn(form, r.word(colReason), r.word(colNote))
			line.Note = withMeasure(line.Note, r.word(colMeasure))
			r.once(&cards, line.Card)
			r.listedUnit(stampdesk.UnitCode(r.word(colUnit)), o)
			r.beside(o.Today)
			if len(r.problems) == 0 {
				read, lines = append(read, line), append(lines, rec.line)
			}
		}
		v(rec, r.problems, r.warnings)
	}
	v(record{}, nil, r.asides.report())
	return read, lines, r.asides.all
}

// listedUnit sees whether a line is of the unit whose list it is.
func (r *row) listedUnit(unit stampdesk.UnitCode, o Options) {
	switch {
	case unit == "":
	case o.Known != nil && !o.Known(unit):
		r.fault(Problem{Fault: FaultUnknownUnit, Column: r.title(colUnit), Found: shorten(string(unit))})
	case o.Unit != "" && unit != o.Unit:
		r.fault(Problem{Fault: FaultOtherUnit, Column: r.title(colUnit), Found: shorten(string(unit)), Want: string(o.Unit)})
	}
}

// beside sees whether what a list says beside the line can be right. It is a
// warning where it cannot: the roster has its own.
func (r *row) beside(today stampdesk.Date) {
	m := stampdesk.Member{
		Birth: r.shape(colBirth), Admitted: r.shape(colAdmitted), Official: r.shape(colOfficial), Issued: r.shape(colIssued),
	}
	n := len(r.problems)
	r.flaws(&m, today)
	r.warnings = append(r.warnings, r.problems[n:]...)
	r.problems = r.problems[:n]
	if s := r.word(colRecord); s != "" && !isRecordNumber(s) {
		r.warn(Problem{Fault: FaultRecordNumber, Column: r.title(colRecord), Found: shorten(s)})
	}
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
		r.fault(Problem{Fault: FaultNoCard, Column: r.title(colCard)})
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
	if known, ok := reasonOf[headingKey(text)]; ok && form == stampdesk.FormCardless {
		return known, note
	}
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

// withMeasure puts what a unit says that it did about a loss into the note: the
// measure itself is on record only once the desk has entered it. A stroke is
// what stands where there is nothing to say.
func withMeasure(note, measure string) string {
	if strings.IndexFunc(measure, unicode.IsLetter) < 0 {
		return note
	}
	measure = "hình thức xử lý: " + measure
	if note != "" {
		return note + "; " + measure
	}
	return measure
}

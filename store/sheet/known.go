package sheet

import (
	"context"
	"iter"
	"slices"
)

// fit takes the grid whose headings fit; if none does, the first of all. It
// reports whether the rows can be read: not where sheets beside each other
// could be meant, for one alone would be half of the file.
func (f *File) fit(grids []grid, want columns, o Options) bool {
	var first *laying
	var fits []*laying
	var bad *Problem
	l := newLexicon(want, o.Profile)
	for _, g := range grids {
		if len(fits) > 0 && (g.hidden || g.format == CSV) {
			break
		}
		g, evidence := recode(g, o.Encoding)
		t, p := head(g, l)
		if p != nil {
			if bad == nil {
				bad = p
			}
			continue
		}
		y := lay(t, l)
		y.evidence = evidence
		if first == nil {
			first = y
		}
		if len(y.problems) == 0 {
			fits = append(fits, y)
		}
	}
	if len(fits) > 1 {
		fits = meant(fits, want.form)
	}
	if len(fits) > 0 {
		first = fits[0]
	}
	if first == nil {
		f.note([]Problem{*bad}, nil)
		return false
	}
	f.table, f.layout, f.Headings = first.t, first.layout, first.headings
	f.Format, f.Sheet, f.Profile = first.t.format, first.t.sheet, l.profile.Name
	f.Evidence = append(f.Evidence, first.evidence...)
	f.note(first.problems, first.warnings)
	if len(fits) > 1 {
		f.note([]Problem{{Fault: FaultManySheets, Found: sheetNames(fits)}}, nil)
		return false
	}
	return len(first.problems) == 0
}

// note keeps what is wrong.
func (f *File) note(problems, warnings []Problem) {
	for _, p := range problems {
		f.count(p, false)
	}
	for _, p := range warnings {
		f.count(p, true)
	}
	f.ProblemCount += len(problems)
	f.WarningCount += len(warnings)
	f.Problems = append(f.Problems, problems[:min(len(problems), MaxListed-len(f.Problems))]...)
	f.Warnings = append(f.Warnings, warnings[:min(len(warnings), MaxListed-len(f.Warnings))]...)
}

// read walks the rows and counts what is wrong with them.
func (f *File) read(ctx context.Context, o Options, walk func(table, visit) int) error {
	f.walk = func(v visit) int {
		return walk(f.table, func(rec record, problems, warnings []Problem) {
			if more := f.added[rec.line]; more != nil && rec.line > 0 {
				problems = append(slices.Clip(problems), more...)
			}
			v(rec, problems, warnings)
		})
	}
	watched := f.table
	watched.below = watch(ctx, ahead(f.table.below), f.table.about, o.Progress)
	f.Rows = walk(watched, func(_ record, problems, warnings []Problem) { f.note(problems, warnings) })
	if err := ctx.Err(); err != nil {
		return err
	}
	f.alive = func() error { return nil } // walks after this one are nobody's to end
	if p := f.table.failure(); p != nil {
		f.note([]Problem{*p}, nil)
	}
	if f.Rows == 0 && f.ProblemCount == 0 {
		f.note([]Problem{{Fault: FaultNoRows, Line: f.table.heading.line}}, nil)
	}
	return nil
}

// watch tells how far a walk is, and ends it when ctx does.
func watch(ctx context.Context, rows iter.Seq[record], about int, progress func(done, total int)) iter.Seq[record] {
	const every = 1000
	return func(yield func(record) bool) {
		n := 0
		for r := range rows {
			if n++; n%every == 0 {
				if ctx.Err() != nil {
					return
				}
				if progress != nil {
					progress(n, max(about, n))
				}
			}
			if !yield(r) {
				return
			}
		}
		if progress != nil {
			progress(n, n)
		}
	}
}

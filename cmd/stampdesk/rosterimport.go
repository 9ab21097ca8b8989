package main

import (
	"context"
	"fmt"
	"maps"
	"os"
	"runtime/debug"

	"stampdesk"
	"stampdesk/store/sheet"
)

// rosterIntake is how a roster is to be read, and what is to be done with it.
type rosterIntake struct {
	intake
	dryRun, allowGone, allowBack bool
	errorsTo                     string
	note                         string
	saveColumns                  string // the name under which the columns are kept
}

// manyRows take a moment to compare, in which the screen would stand still.
const manyRows = 100_000

// importRoster takes a roster in, whole or not at all. To look at what it
// would change nobody needs to sign in, as for an export.
func (a *app) importRoster(ctx context.Context, s stampdesk.Store, q rosterIntake) error {
	if a.host == nil {
		defer debug.SetGCPercent(debug.SetGCPercent(a.garbage(q.file)))
	}
	var d *stampdesk.Desk
	if !q.dryRun { // all that can be refused before the file is read
		d = a.desk(s)
		if err := a.signIn(ctx, d); err != nil {
			return err
		}
		if err := a.supervisorAnswers(d); err != nil {
			return err
		}
	}
	if q.saveColumns != "" {
		if err := a.mayKeep(q.saveColumns, false); err != nil {
			return err
		}
	}
	if err := a.mayWriteErrors(q.file, q.errorsTo); err != nil {
		return err
	}
	r, err := a.readRosterShown(ctx, s, q.intake)
	if err != nil {
		return err
	}
	if !a.flags.json {
		a.tellFile(a.out, q.file, &r.File)
	}
	if r.ProblemCount > 0 {
		a.tellProblems(q.file, &r.File)
		return a.badRows(q.file, q.errorsTo, r, r.ProblemCount, a.fileJSON(&r.File))
	}
	bar := a.progress(a.t.ComparingRoster, 0)
	if r.Rows >= manyRows {
		bar.still()
	}
	draft, err := stampdesk.DraftRoster(ctx, s, r.Roster, stampdesk.UnitCode(note(q.unit)), r.Hash)
	bar.done()
	if err != nil {
		return err
	}
	r.AddClashes(draft.Clashes)
	a.tellProblems(q.file, &r.File)
	if !a.flags.json {
		a.tellDraft(r.Rows, draft, q.dryRun)
	}
	for _, w := range a.emptiedSentences(&r.File, draft) {
		fmt.Fprintf(a.err, "%s: %s %s\n", q.file, a.t.Warning, w)
	}
	if err := a.mayApply(q, r, draft); err != nil {
		return err
	}
	flagged := 0
	if !q.dryRun {
		if err := a.applyRoster(ctx, d, draft, note(q.note)); err != nil {
			return err
		}
		ctx = context.WithoutCancel(ctx) // it is in force: who stops now must not hear otherwise
		if q.saveColumns != "" {
			if err := a.keepColumns(q, r); err != nil {
				return err
			}
		}
		if flagged, err = a.flagged(ctx, s); err != nil {
			return err
		}
	}
	if a.flags.json {
		out := a.fileJSON(&r.File)
		maps.Copy(out, a.draftJSON(r, draft, q.dryRun))
		out["changes"], out["applied"] = flagged, !q.dryRun
		return a.printJSON(out)
	}
	return a.tellApplied(q.dryRun, flagged)
}

// garbage is how much of it, in percent of what is in use, may lie about while
// a file is taken in. With much of it the text of a city is in force an eighth
// sooner; a workbook takes its time to unpack, and a million rows take memory
// enough, so that for them it is little.
func (a *app) garbage(file string) int {
	const much, little, city = 400, 50, 64 << 20
	if info, err := os.Stat(a.path(file)); err == nil && info.Size() <= city && !isBook(file) {
		return much
	}
	return little
}

// readRosterShown reads a roster with a bar beside it.
func (a *app) readRosterShown(ctx context.Context, s stampdesk.Store, q intake) (*sheet.RosterFile, error) {
	known, err := knownUnits(ctx, s)
	if err != nil {
		return nil, err
	}
	bar := a.progress(a.t.ReadingFile, 0)
	defer bar.done()
	return a.readRosterFile(ctx, q, known, bar.of)
}

// badRows ends a command whose file cannot be taken: the rows go back with the
// reasons, and nothing was changed.
func (a *app) badRows(file, errorsTo string, f errorsWriter, problems int, out map[string]any) error {
	if err := a.writeErrors(errorsTo, f); err != nil {
		return err
	}
	if a.flags.json {
		out["applied"] = false
		if err := a.printJSON(out); err != nil {
			return err
		}
	}
	return fail(exitBadRows, a.t.HintBadRows, a.t.BadRows, file, a.count(problems))
}

// mayApply refuses a roster that takes another unit's number, and one by which
// many would go unless that is meant.
func (a *app) mayApply(q rosterIntake, r *sheet.RosterFile, d *stampdesk.RosterDraft) error {
	var no error
	switch n := d.CardClashes(); {
	case n > 0:
		no = fail(exitBadRows, a.t.HintClash, a.t.CardClashes, q.file, a.count(n))
		if err := a.writeErrors(q.errorsTo, r); err != nil {
			return err
		}
	case d.Shrinks() && !q.allowGone && !q.dryRun:
		hint := a.t.HintShrinks
		if d.Unit != "" {
			hint = a.t.HintUnitShrinks
		}
		no = fail(exitBadRows, hint, a.t.Shrinks, a.count(len(d.Gone)), a.count(d.Replaces))
	case len(d.Back()) > 0 && !q.allowBack && !q.dryRun:
		no = fail(exitBadRows, a.t.HintBack, a.t.Back, a.count(len(d.Back())))
	}
	if no != nil && a.flags.json {
		out := a.fileJSON(&r.File)
		maps.Copy(out, a.draftJSON(r, d, q.dryRun))
		out["changes"], out["applied"] = 0, false
		if err := a.printJSON(out); err != nil {
			return err
		}
	}
	return no
}

// applyRoster puts a compared roster in force. It is written beside the one in
// force first, so that the desk is busy for a moment only.
func (a *app) applyRoster(ctx context.Context, d *stampdesk.Desk, draft *stampdesk.RosterDraft, note string) error {
	by, err := a.approval(ctx)
	if err != nil {
		return err
	}
	bar := a.progress(a.t.WritingRoster, len(draft.Roster.Members))
	err = draft.Save(ctx, d.Store, bar.set)
	bar.done()
	if err != nil {
		return err
	}
	_, err = a.do(ctx, d, stampdesk.LoadRoster{Draft: draft, Meant: draft.Alarms(), Note: note, By: by})
	return err
}

func (a *app) keepColumns(q rosterIntake, r *sheet.RosterFile) error {
	encoding, err := parseEncoding(q.encoding, a.t)
	if err != nil {
		return err
	}
	p := profileOf(q.saveColumns, q.sheet, &r.File, encoding)
	if err := a.keep(p); err != nil {
		return err
	}
	fmt.Fprintf(a.err, a.t.ProfileKept, p.Name, a.profilePath(p.Name))
	return nil
}

// flagged counts the cards that were stamped or listed, of which the roster in
// force says otherwise and nobody has reviewed it.
func (a *app) flagged(ctx context.Context, s stampdesk.Store) (n int, err error) {
	err = s.View(ctx, func(s stampdesk.Snapshot) error {
		n = 0
		all, err := changesIn(s)
		for _, c := range all {
			if !c.Seen {
				n++
			}
		}
		return err
	})
	return n, err
}

// tellApplied says whether anything was written, and what is to be looked at.
func (a *app) tellApplied(dryRun bool, flagged int) error {
	if dryRun {
		_, err := fmt.Fprintln(a.out, a.t.DryRun)
		return err
	}
	fmt.Fprint(a.out, a.t.RosterApplied)
	if flagged > 0 {
		fmt.Fprintf(a.out, a.t.RosterFlags, a.count(flagged))
	}
	return nil
}

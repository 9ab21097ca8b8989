package main

import (
	"cmp"
	"context"
	"os"

	"github.com/spf13/cobra"

	"stampdesk"
	"stampdesk/store/sheet"
)

// intake is how a person wants a file read. The commands and the screen share
// it.
type intake struct {
	file     string
	sheet    string
	columns  string // the name of a profile that is kept, or a file of one
	encoding string
	unit     string
	cell     string
	lostZero bool

	profile *sheet.Profile // from the screen, in the place of columns
}

// addFlags adds the options that say how a file is read.
func (q *intake) addFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&q.sheet, "sheet", "", "tên trang tính / sheet of a workbook")
	f.StringVar(&q.columns, "columns", "", "cách đọc cột: tên, hoặc tệp .toml / profile of columns: its name, or a file")
	f.StringVar(&q.encoding, "encoding", "", "bảng mã / encoding: auto|utf-8|utf-16|tcvn3|vni|cp1258")
	f.BoolVar(&q.lostZero, "lost-zero", false, "số thẻ 7 chữ số là mất số 0 ở đầu / 7 digits are a number without its leading 0")
}

// options are those of the reader of files.
func (a *app) options(q intake, known func(stampdesk.UnitCode) bool, progress func(done, total int)) (sheet.Options, error) {
	p, err := a.profileOf(q)
	if err != nil {
		return sheet.Options{}, err
	}
	encoding, err := parseEncoding(q.encoding, a.t)
	if err != nil {
		return sheet.Options{}, fail(exitUsage, "", "%w", err)
	}
	now := a.now().Local()
	return sheet.Options{
		Encoding: cmp.Or(encoding, p.Encoding), Sheet: cmp.Or(q.sheet, p.Sheet), Profile: p,
		Unit: stampdesk.UnitCode(note(q.unit)), Cell: note(q.cell), Known: known, LostZero: q.lostZero, Progress: progress,
		Today: stampdesk.Date{Year: int16(now.Year()), Month: uint8(now.Month()), Day: uint8(now.Day())},
	}, nil
}

func (a *app) profileOf(q intake) (sheet.Profile, error) {
	if q.profile != nil {
		return *q.profile, nil
	}
	return a.columns(q.columns)
}

// openPlain opens a file that can be read to its end: what is no file may
// never end, and nobody could stop it.
func (a *app) openPlain(file string) (*os.File, error) {
	info, err := os.Stat(a.path(file))
	if err != nil {
		return nil, asNamed(err, file)
	}
	if !info.Mode().IsRegular() {
		return nil, fail(exitUsage, "", a.t.NotAFile, file)
	}
	return a.open(file)
}

// readRosterFile reads a roster. What is wrong with it is in the file.
func (a *app) readRosterFile(ctx context.Context, q intake, known func(stampdesk.UnitCode) bool, progress func(done, total int)) (*sheet.RosterFile, error) {
	o, err := a.options(q, known, progress)
	if err != nil {
		return nil, err
	}
	f, err := a.openPlain(q.file)
	if err != nil {
		return nil, fail(exitUsage, "", "%s: %w", a.t.ReadingRoster, err)
	}
	defer f.Close()
	r, err := sheet.ReadRoster(ctx, f, o)
	if err != nil {
		return nil, a.unread(ctx, a.t.ReadingRoster, q.file, err)
	}
	return r, nil
}

// readListFile reads a unit's list. What is wrong with it is in the file.
func (a *app) readListFile(ctx context.Context, q intake, form stampdesk.Form, known func(stampdesk.UnitCode) bool, progress func(done, total int)) (*sheet.ListFile, error) {
	o, err := a.options(q, known, progress)
	if err != nil {
		return nil, err
	}
	f, err := a.openPlain(q.file)
	if err != nil {
		return nil, fail(exitUsage, "", "%s: %w", a.t.ReadingList, err)
	}
	defer f.Close()
	l, err := sheet.ReadList(ctx, f, form, o)
	if err != nil {
		return nil, a.unread(ctx, a.t.ReadingList, q.file, err)
	}
	return l, nil
}

// unread is the failure of a file that could not be read to its end.
func (a *app) unread(ctx context.Context, doing, file string, err error) error {
	if ctx.Err() != nil { // the person stopped it
		return ctx.Err()
	}
	return fail(exitBadRows, "", "%s %s: %w", doing, file, asNamed(err, file))
}

// knownUnits says which units the roster in force has; nil where there is no
// roster, for then every unit is new.
func knownUnits(ctx context.Context, s stampdesk.Store) (func(stampdesk.UnitCode) bool, error) {
	have := map[stampdesk.UnitCode]bool{}
	err := s.View(ctx, func(s stampdesk.Snapshot) error {
		clear(have)
		for u, err := range s.Units() {
			if err != nil {
				return err
			}
			have[u.Code] = true
		}
		return nil
	})
	if err != nil || len(have) == 0 {
		return nil, err
	}
	return func(u stampdesk.UnitCode) bool { return have[u] }, nil
}

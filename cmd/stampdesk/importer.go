package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"stampdesk"
	"stampdesk/store/sheet"
	"stampdesk/store/sheet/charset"
	"stampdesk/tui"
)

// importer reads files for the screen of the desk, by the code of the commands.
type importer struct {
	app   *app
	store stampdesk.Store
	dir   string // where the person was last

	last *tui.Import // what was read last, where its rows may be asked for: it has problems
	file *sheet.File // of it

	path    string // that was read last; its columns are kept, its rows are not
	columns sheet.File
	keptAs  string // the name under which its columns were kept
}

var _ tui.Importer = (*importer)(nil)

func newImporter(a *app, s stampdesk.Store) *importer { return &importer{app: a, store: s} }

// in is the program in the language of the screen.
func (im *importer) in(l stampdesk.Lang) *app {
	a := *im.app
	if l != "" {
		a.conf.Lang = string(l)
	}
	a.t = textsIn(a.conf.lang())
	return &a
}

// Read reads a file and compares it.
func (im *importer) Read(ctx context.Context, q tui.ImportQuery) (*tui.Import, error) {
	a := im.in(q.Lang)
	how, err := im.intake(a, q)
	if err != nil {
		return nil, a.onScreen(err)
	}
	known, err := knownUnits(ctx, im.store)
	if err != nil {
		return nil, err
	}
	im.let() // room for the next
	i := &tui.Import{Query: q}
	read := func(done, total int) { tell(q, tui.StageRead, done, total) }
	var f *sheet.File
	if q.Form == 0 {
		f, err = im.readRoster(ctx, a, how, known, read, i)
	} else {
		f, err = im.readList(ctx, a, how, known, read, i)
	}
	if err != nil {
		return nil, a.onScreen(err)
	}
	if i.ProblemCount > 0 {
		im.last, im.file = i, f
	}
	if im.path != q.Path {
		im.keptAs = ""
	}
	im.path, im.columns = q.Path, sheet.File{Sheet: f.Sheet, Headings: f.Headings}
	return i, nil
}

// let lets go of what was read last: a desk stays open for days, and a roster
// is large.
func (im *importer) let() { im.last, im.file = nil, nil }

func (im *importer) readRoster(ctx context.Context, a *app, how intake, known func(stampdesk.UnitCode) bool, read func(done, total int), i *tui.Import) (*sheet.File, error) {
	r, err := a.readRosterFile(ctx, how, known, read)
	if err != nil {
		return nil, err
	}
	if r.ProblemCount > 0 {
		describe(a, i, &r.File)
		return &r.File, nil
	}
	tell(i.Query, tui.StageCompare, 0, 0)
	d, err := stampdesk.DraftRoster(ctx, im.store, r.Roster, i.Query.Unit, r.Hash)
	if err != nil {
		return nil, err
	}
	r.AddClashes(d.Clashes)
	describe(a, i, &r.File)
	others := im.in(a.conf.lang().Other()).emptiedSentences(&r.File, d)
	for n, s := range a.emptiedSentences(&r.File, d) {
		warn(i, s, others[n])
	}
	i.Draft = d
	return &r.File, nil
}

func (im *importer) readList(ctx context.Context, a *app, how intake, known func(stampdesk.UnitCode) bool, read func(done, total int), i *tui.Import) (*sheet.File, error) {
	b, err := a.unitBrings(ctx, im.store, i.Query.Batch, "")
	if err != nil {
		return nil, err
	}
	how.unit = string(b.Unit)
	l, err := a.readListFile(ctx, how, i.Query.Form, known, read)
	if err != nil {
		return nil, err
	}
	describe(a, i, &l.File)
	if l.ProblemCount > 0 {
		return &l.File, nil
	}
	tell(i.Query, tui.StageCompare, 0, 0)
	load := stampdesk.LoadList{Batch: b.ID, Form: i.Query.Form, Lines: l.Lines, File: l.Hash}
	d, err := stampdesk.DraftList(ctx, im.store, load)
	if err != nil {
		return nil, err
	}
	for _, x := range d.Before { // what the roster has against it the screen finds out itself
		warn(i, a.listedSentence(l, x), im.in(a.conf.lang().Other()).listedSentence(l, x))
	}
	i.List = &load
	return &l.File, nil
}

// describe says what the file was found to be, and what is wrong with it.
func describe(a *app, i *tui.Import, f *sheet.File) {
	lang := a.conf.lang()
	i.Rows, i.Format, i.Sheet, i.Profile = f.Rows, string(f.Format), f.Sheet, f.Profile
	i.ProblemCount, i.WarningCount = f.ProblemCount, f.WarningCount
	i.Problems, i.Others.Problems = f.Told(false, lang), f.Told(false, lang.Other())
	i.Warnings, i.Others.Warnings = f.Told(true, lang), f.Told(true, lang.Other())
	for _, e := range f.Evidence {
		i.Samples = append(i.Samples, tui.ImportSample{Encoding: string(e.Encoding), Sample: e.Sample, Read: e.Read})
	}
	for _, h := range f.Headings {
		i.Columns = append(i.Columns, tui.ImportColumn{Heading: h.Text, Fields: slices.Clone(h.Fields)})
	}
}

func tell(q tui.ImportQuery, stage tui.ImportStage, done, total int) {
	if q.Progress != nil {
		q.Progress(stage, done, total)
	}
}

func warn(i *tui.Import, sentence, other string) {
	i.WarningCount++
	i.Warnings, i.Others.Warnings = append(i.Warnings, sentence), append(i.Others.Warnings, other)
}

// intake is a query of the screen as the commands put it.
func (im *importer) intake(a *app, q tui.ImportQuery) (intake, error) {
	how := intake{file: q.Path, sheet: q.Sheet, encoding: q.Encoding, unit: string(q.Unit), lostZero: q.LostZero}
	p, err := im.assigned(a, q)
	how.profile = &p
	return how, err
}

// assigned is the profile that is named, with what the person assigned over
// it.
func (im *importer) assigned(a *app, q tui.ImportQuery) (sheet.Profile, error) {
	p, err := a.columns(q.Profile)
	if err != nil || len(q.Columns) == 0 {
		return p, err
	}
	if p.Columns == nil {
		p.Columns = map[sheet.Field][]string{}
	}
	assign(&p, q.Columns, im.order(q))
	return p, nil
}

// order gives the headings that were assigned in the order of the file.
func (im *importer) order(q tui.ImportQuery) (headings []string) {
	for h := range q.Columns {
		headings = append(headings, h)
	}
	all := im.columns.Headings
	at := func(h string) int {
		if i := slices.IndexFunc(all, func(of sheet.Heading) bool { return of.Text == h }); i >= 0 && im.path == q.Path {
			return i
		}
		return len(all)
	}
	slices.SortFunc(headings, func(x, y string) int {
		if d := at(x) - at(y); d != 0 {
			return d
		}
		return strings.Compare(x, y)
	})
	return headings
}

// assign puts what a person says of headings over a profile.
func assign(p *sheet.Profile, columns map[string][]stampdesk.Field, order []string) {
	for _, h := range order {
		is := func(s string) bool { return s == h }
		for f := range p.Columns {
			if p.Columns[f] = slices.DeleteFunc(p.Columns[f], is); len(p.Columns[f]) == 0 {
				delete(p.Columns, f)
			}
		}
		p.Ignore = slices.DeleteFunc(p.Ignore, is)
	}
	for _, h := range order {
		if len(columns[h]) == 0 {
			p.Ignore = append(p.Ignore, h)
		}
		for _, f := range columns[h] {
			p.Columns[f] = append(p.Columns[f], h)
		}
	}
}

// Save writes the compared roster beside the one in force.
func (im *importer) Save(ctx context.Context, i *tui.Import, progress func(done, total int)) error {
	total := len(i.Draft.Roster.Members)
	return im.in(i.Query.Lang).onScreen(i.Draft.Save(ctx, im.store, func(done int) { progress(done, total) }))
}

// WriteErrors writes the rows with the reasons beside them into a new file
// next to the one that was read.
func (im *importer) WriteErrors(ctx context.Context, i *tui.Import) (string, error) {
	if im.last != i { // another was read since
		again, err := im.Read(ctx, i.Query)
		if err != nil {
			return "", err
		}
		if i = again; i.ProblemCount == 0 {
			return "", errors.New(im.in(i.Query.Lang).t.NoErrorsNow)
		}
	}
	a := im.in(i.Query.Lang)
	name, err := newName(i.Query.Path, a.t.ErrorsName, isBook(i.Query.Path))
	if err != nil {
		return "", err
	}
	write := im.file.WriteErrors
	if isBook(name) {
		write = im.file.WriteErrorsXLSX
	}
	return name, a.onScreen(a.writeFile(name, func(w *bufio.Writer) error { return write(w, a.conf.lang()) }))
}

// newName is a name beside a file that no file has yet.
func newName(path, word string, book bool) (string, error) {
	ending := ".csv"
	if book {
		ending = ".xlsx"
	}
	base := strings.TrimSuffix(path, filepath.Ext(path)) + "-" + word
	for n := 1; n < 1000; n++ {
		name := base + ending
		if n > 1 {
			name = fmt.Sprintf("%s-%d%s", base, n, ending)
		}
		if _, err := os.Lstat(name); errors.Is(err, fs.ErrNotExist) {
			return name, nil
		} else if err != nil {
			return "", err
		}
	}
	return "", &fs.PathError{Op: "create", Path: base + ending, Err: fs.ErrExist}
}

// SaveProfile keeps the columns of the file that was read last, with what the
// person assigned over them.
func (im *importer) SaveProfile(_ context.Context, name string, q tui.ImportQuery) error {
	a := im.in(q.Lang)
	own := name == q.Profile || im.path == q.Path && name == im.keptAs // it was made of these columns
	if err := checkProfileName(name, a.t); err != nil {
		return err
	}
	if a.mayKeep(name, own) != nil {
		return fmt.Errorf(a.t.ProfileTaken, name)
	}
	p, err := im.assigned(a, q)
	if err != nil {
		return err
	}
	if im.path == q.Path {
		p = profileOf(name, q.Sheet, &im.columns, p.Encoding)
		assign(&p, q.Columns, im.order(q))
	}
	p.Name = name
	if p.Sheet = q.Sheet; q.Encoding != "" {
		p.Encoding = charset.Encoding(q.Encoding)
	}
	if err := a.keep(p); err != nil {
		return a.onScreen(err)
	}
	im.keptAs = name
	return nil
}

// Profiles are the names under which columns are kept.
func (im *importer) Profiles(context.Context) ([]string, error) { return im.app.profileNames() }

// onScreen is an error in the language of a screen that shows a sentence or
// two: what to do comes first, the machine's own words after it.
func (a *app) onScreen(err error) error {
	if err == nil || errors.Is(err, context.Canceled) {
		return err
	}
	if f, ok := errors.AsType[*failure](err); ok {
		return f.err
	}
	if f := explain(err, a.t); f.hint != "" {
		return fmt.Errorf("%s (%w)", f.hint, err)
	}
	return err
}

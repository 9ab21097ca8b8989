package main

import (
	"bufio"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"stampdesk"
	"stampdesk/store/sheet"
	"stampdesk/store/sheet/charset"
)

// What is told of a file that was read, and written of it.

// tellFile says what a file was found to be; nothing where that is not known.
func (a *app) tellFile(w io.Writer, name string, f *sheet.File) {
	if f.Format == "" { // no table was found in it
		return
	}
	what := []string{string(f.Format)}
	if f.Sheet != "" {
		what = append(what, fmt.Sprintf(a.t.SheetNamed, f.Sheet))
	}
	if f.Profile != "" {
		what = append(what, fmt.Sprintf(a.t.KnownAs, f.Profile))
	}
	fmt.Fprintf(w, "%s: %s\n", name, strings.Join(what, " · "))
	for _, e := range f.Evidence {
		fmt.Fprintf(w, "  %s\n", a.evidence(e))
	}
	used, unused := a.headingsOf(f)
	if len(used) > 0 {
		fmt.Fprintf(w, a.t.ColumnsUsed, strings.Join(used, ", "))
	}
	if len(unused) > 0 {
		fmt.Fprintf(w, a.t.ColumnsUnused, strings.Join(unused, ", "))
	}
}

// evidence says in which encoding text stands, with the sample that told it.
func (a *app) evidence(e charset.Evidence) string {
	name := encodingTitle(e.Encoding)
	if e.Sample == "" {
		return fmt.Sprintf(a.t.EncodingIs, name)
	}
	return fmt.Sprintf(a.t.EncodingBy, name, e.Sample, e.Read)
}

// encodingTitle is an encoding as office people call it.
func encodingTitle(e charset.Encoding) string {
	switch e {
	case charset.TCVN3:
		return "TCVN3 (ABC)"
	case charset.CP1258:
		return "Windows-1258"
	}
	return strings.ToUpper(string(e))
}

// headingsOf are the columns that were read, and those that were not.
func (a *app) headingsOf(f *sheet.File) (used, unused []string) {
	for _, h := range f.Headings {
		var labels []string
		for _, field := range h.Fields {
			labels = append(labels, a.fieldLabel(field))
		}
		as := strings.Join(labels, " + ")
		switch {
		case len(labels) == 0 && h.Text == "":
		case len(labels) == 0:
			unused = append(unused, "“"+h.Text+"”")
		case strings.EqualFold(as, h.Text):
			used = append(used, as)
		default:
			used = append(used, fmt.Sprintf(a.t.ReadAs, h.Text, as))
		}
	}
	return used, unused
}

// fieldLabel is the heading by which people know a field.
func (a *app) fieldLabel(f stampdesk.Field) string {
	switch f {
	case sheet.FieldUnitName:
		return a.t.FieldUnitName
	case sheet.FieldUnitKind:
		return a.t.FieldUnitKind
	case sheet.FieldReason:
		return a.t.FieldReason
	case sheet.FieldMeasure:
		return a.t.FieldMeasure
	}
	return stampdesk.WordsIn(a.conf.lang()).Fields[f]
}

// tellProblems writes warnings and errors to stderr, each on its line, and many
// of a kind as one; the first of a great many are enough to begin with.
func (a *app) tellProblems(name string, f *sheet.File) {
	for _, warnings := range [...]bool{true, false} {
		mark := a.t.Error
		if warnings {
			mark = a.t.Warning
		}
		told := f.Told(warnings, a.conf.lang())
		for _, text := range told[:min(mostLines, len(told))] {
			fmt.Fprintf(a.err, "%s: %s %s\n", name, mark, text)
		}
		a.andMore(a.err, len(told))
	}
}

// mostLines of one kind are shown; --json has them all.
const mostLines = 100

// count is a number as people group its digits.
func (a *app) count(n int) string { return a.conf.lang().Number(n) }

// andMore says how many lines of a kind were not shown.
func (a *app) andMore(w io.Writer, total int) {
	if total > mostLines {
		fmt.Fprintf(w, a.t.AndMore, a.count(total-mostLines))
	}
}

// errorsWriter is a file that can give its rows back with the reasons.
type errorsWriter interface {
	WriteErrors(io.Writer, stampdesk.Lang) error
	WriteErrorsXLSX(io.Writer, stampdesk.Lang) error
}

// writeErrors writes the person's own rows with the reasons beside them, as csv
// or as a workbook by the ending.
func (a *app) writeErrors(file string, f errorsWriter) error {
	if file == "" {
		return nil
	}
	write := f.WriteErrors
	if isBook(file) {
		write = f.WriteErrorsXLSX
	}
	if err := a.writeFile(file, func(w *bufio.Writer) error { return write(w, a.conf.lang()) }); err != nil {
		return err
	}
	fmt.Fprintf(a.err, a.t.ErrorsWritten, file)
	return nil
}

// mayWriteErrors refuses a file of errors that is the one being read.
func (a *app) mayWriteErrors(file, errorsTo string) error {
	if errorsTo != "" && a.sameFile(file, errorsTo) {
		return fail(exitUsage, "--errors", "%s: %s", errorsTo, a.t.SameFile)
	}
	return nil
}

// isBook reports whether a name is that of a workbook.
func isBook(file string) bool {
	switch strings.ToLower(filepath.Ext(file)) {
	case ".xlsx", ".xlsm":
		return true
	}
	return false
}

type problemJSON struct {
	Fault  sheet.Fault `json:"fault"`
	Line   int         `json:"line,omitempty"`
	Column string      `json:"column,omitempty"`
	Found  string      `json:"found,omitempty"`
	Want   string      `json:"want,omitempty"`
	First  int         `json:"first,omitempty"`
	Text   string      `json:"text"`
}

func (a *app) problemsJSON(list []sheet.Problem) []problemJSON {
	out := []problemJSON{}
	for _, p := range list {
		out = append(out, problemJSON{p.Fault, p.Line, p.Column, p.Found, p.Want, p.First, p.Text(a.conf.lang())})
	}
	return out
}

type columnJSON struct {
	Heading string            `json:"heading"`
	Fields  []stampdesk.Field `json:"fields"`
}

type evidenceJSON struct {
	Encoding charset.Encoding `json:"encoding"`
	Sample   string           `json:"sample,omitempty"`
	Read     string           `json:"read,omitempty"`
}

// fileJSON are the keys that say what a file was found to be; "format" is empty
// where that is not known.
func (a *app) fileJSON(f *sheet.File) map[string]any {
	columns, evidence := []columnJSON{}, []evidenceJSON{}
	for _, h := range f.Headings {
		columns = append(columns, columnJSON{h.Text, append([]stampdesk.Field{}, h.Fields...)})
	}
	encoding := charset.UTF8
	for i, e := range f.Evidence {
		evidence = append(evidence, evidenceJSON{e.Encoding, e.Sample, e.Read})
		if i == 0 {
			encoding = e.Encoding
		}
	}
	return map[string]any{
		"rows": f.Rows, "sha256": f.Hash.String(), "format": f.Format, "sheet": f.Sheet, "profile": f.Profile,
		"encoding": encoding, "evidence": evidence, "columns": columns, "warnings": f.WarningCount, "problems": f.ProblemCount,
		"warning_list": a.problemsJSON(f.Warnings), "problem_list": a.problemsJSON(f.Problems),
	}
}

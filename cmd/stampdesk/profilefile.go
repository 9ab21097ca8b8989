package main

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"stampdesk"
	"stampdesk/store/sheet"
	"stampdesk/store/sheet/charset"
)

// profileTOML is what a file says of the columns of others.
type profileTOML struct {
	Name     string                  `toml:"name"`
	Sheet    string                  `toml:"sheet,omitempty"`
	Heading  int                     `toml:"heading,omitempty"`
	Encoding string                  `toml:"encoding,omitempty"`
	Ignore   []string                `toml:"ignore,omitempty"`
	Columns  map[string]headingsTOML `toml:"columns"`
}

// headingsTOML is one heading, or the headings of which a field is put
// together.
type headingsTOML []string

func (h *headingsTOML) UnmarshalTOML(v any) error {
	all, many := v.([]any)
	if !many {
		all = []any{v}
	}
	*h = nil
	for _, one := range all {
		s, ok := one.(string)
		if !ok || strings.TrimSpace(s) == "" {
			return fmt.Errorf("%v: \"…\" | [\"…\", \"…\"]", one)
		}
		*h = append(*h, s)
	}
	return nil
}

// encodings are what --encoding takes.
var encodings = []charset.Encoding{charset.Auto, charset.UTF8, charset.UTF16, charset.TCVN3, charset.VNI, charset.CP1258}

// parseEncoding reads the name of an encoding; "" is found out.
func parseEncoding(s string, t *texts) (charset.Encoding, error) {
	e := charset.Encoding(strings.ToLower(strings.TrimSpace(s)))
	if e == "" || slices.Contains(encodings, e) {
		return e, nil
	}
	return "", fmt.Errorf(t.BadEncoding, s, encodingNames())
}

func encodingNames() string {
	var names []string
	for _, e := range encodings {
		names = append(names, string(e))
	}
	return strings.Join(names, ", ")
}

// profileFields are the names under [columns].
func profileFields() []stampdesk.Field {
	return append(slices.Clone(stampdesk.MemberFields[:]), sheet.FieldUnitName, sheet.FieldUnitKind, sheet.FieldReason, sheet.FieldMeasure)
}

// readProfile reads a profile of columns that a person wrote.
func (a *app) readProfile(file string) (sheet.Profile, error) {
	var q profileTOML
	f, err := a.readSettings(file, &q)
	if err != nil {
		return sheet.Profile{}, err
	}
	return q.profile(f)
}

// parseProfile reads the text of a profile; name is how the person knows it.
func parseProfile(name, text string, t *texts) (sheet.Profile, error) {
	var q profileTOML
	f := &settingsFile{name, text, t}
	if err := f.decode(&q); err != nil {
		return sheet.Profile{}, err
	}
	return q.profile(f)
}

// profile gives the profile, if it can be worked with.
func (q *profileTOML) profile(f *settingsFile) (sheet.Profile, error) {
	p := sheet.Profile{Name: q.Name, Sheet: q.Sheet, Heading: q.Heading, Ignore: q.Ignore, Columns: map[sheet.Field][]string{}}
	var errs []error
	if q.Name != "" {
		if err := checkProfileName(q.Name, f.t); err != nil {
			errs = append(errs, f.key("", "name", "%v", err))
		}
	}
	if q.Heading < 0 {
		errs = append(errs, f.key("", "heading", f.t.BadHeadingRow, q.Heading))
	}
	var err error
	if p.Encoding, err = parseEncoding(q.Encoding, f.t); err != nil {
		errs = append(errs, f.key("", "encoding", "%v", err))
	}
	if len(q.Columns) == 0 {
		errs = append(errs, f.at(lineOf(f.text, "columns", "", 1), "%s", f.t.NoColumns))
	}
	known, read := profileFields(), map[string]string{}
	for _, name := range inOrderOf(q.Columns, f.text) {
		if !slices.Contains(known, sheet.Field(name)) {
			errs = append(errs, f.key("columns", name, f.t.UnknownField, name, joined(known)))
			continue
		}
		for _, h := range q.Columns[name] {
			if slices.Contains(q.Ignore, h) {
				errs = append(errs, f.key("columns", name, f.t.ReadAndIgnored, h))
			}
			if first, twice := read[name+"\x00"+h]; twice {
				errs = append(errs, f.key("columns", name, f.t.HeadingTwice, h, first))
			}
			read[name+"\x00"+h] = name
		}
		p.Columns[sheet.Field(name)] = q.Columns[name]
	}
	return p, f.bad(errs...)
}

// inOrderOf gives the keys of the columns in the order of their lines.
func inOrderOf(columns map[string]headingsTOML, text string) []string {
	var names []string
	for name := range columns {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		if d := lineOf(text, "columns", a, 1) - lineOf(text, "columns", b, 1); d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	return names
}

func joined(fields []sheet.Field) string {
	var names []string
	for _, f := range fields {
		names = append(names, string(f))
	}
	return strings.Join(names, ", ")
}

// writeProfile is the text of a profile, columns in the order of the register.
func writeProfile(p sheet.Profile) (string, error) {
	var b bytes.Buffer
	line := func(key string, v any) error {
		text, err := toml.Marshal(map[string]any{key: v})
		b.Write(bytes.TrimSpace(text))
		b.WriteByte('\n')
		return err
	}
	var errs []error
	if p.Name != "" {
		errs = append(errs, line("name", p.Name))
	}
	if p.Sheet != "" {
		errs = append(errs, line("sheet", p.Sheet))
	}
	if p.Heading != 0 {
		errs = append(errs, line("heading", p.Heading))
	}
	if p.Encoding != "" && p.Encoding != charset.Auto {
		errs = append(errs, line("encoding", string(p.Encoding)))
	}
	if len(p.Ignore) > 0 {
		errs = append(errs, line("ignore", p.Ignore))
	}
	b.WriteString("\n[columns]\n")
	for _, f := range profileFields() {
		switch h := p.Columns[f]; len(h) {
		case 0:
		case 1:
			errs = append(errs, line(string(f), h[0]))
		default:
			errs = append(errs, line(string(f), h))
		}
	}
	return b.String(), errors.Join(errs...)
}

// profileOf is what was made of the columns of a file, as a profile. It asks
// for a sheet by name only where the person did: the next file of the same
// kind may call it otherwise.
func profileOf(name, sheetName string, f *sheet.File, encoding charset.Encoding) sheet.Profile {
	p := sheet.Profile{Name: name, Sheet: sheetName, Encoding: encoding, Columns: map[sheet.Field][]string{}}
	for _, h := range f.Headings {
		if len(h.Fields) == 0 && h.Text != "" {
			p.Ignore = append(p.Ignore, h.Text)
		}
		for _, field := range h.Fields {
			p.Columns[field] = append(p.Columns[field], h.Text)
		}
	}
	return p
}

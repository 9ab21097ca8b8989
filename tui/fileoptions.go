package tui

import (
	"strconv"
	"strings"

	"stampdesk"
)

// options say how a file is to be read. All of them may be left alone.
type options struct{ all []option }

// option is one of them: one of several values, or a text.
type option struct {
	what   optionKind
	values []string // as the importer calls them; none: it is typed
	at     int
	field
}

type optionKind uint8

const (
	optForm optionKind = iota
	optUnit
	optEncoding
	optSheet
	optProfile
	optLostZero
	optionKinds
)

// encodings are those that can be chosen, by the names that the importer has
// for them, in the order of their words.
var encodings = [...]string{"", "utf-8", "utf-16", "cp1258", "tcvn3", "vni"}

// newOptions are those of a roster, or of the lists of a batch.
func newOptions(list bool) options {
	first := option{what: optUnit, field: field{most: 60}}
	if list {
		first = option{what: optForm, values: []string{"2", "3", "4", "5"}}
	}
	return options{[]option{
		first,
		{what: optEncoding, values: encodings[:]},
		{what: optSheet, field: field{most: 60}},
		{what: optProfile, values: []string{""}},
		{what: optLostZero, values: []string{"", "yes"}},
	}}
}

// named are the profiles that can be chosen.
func (o *options) named(profiles []string) {
	for i := range o.all {
		if v := &o.all[i]; v.what == optProfile {
			was := v.values[v.at]
			v.values, v.at = append([]string{""}, profiles...), 0
			for n, name := range v.values {
				if name == was {
					v.at = n
				}
			}
		}
	}
}

func (v *option) key(in input) {
	switch n := len(v.values); {
	case n == 0:
		v.field.key(in)
	case in.is(keys.Right), in.kind == inputRune && in.text == " ":
		v.at = (v.at + 1) % n
	case in.is(keys.Left):
		v.at = (v.at + n - 1) % n
	}
}

// value is what is chosen or typed.
func (v *option) chosen() string {
	if len(v.values) == 0 {
		return v.field.value()
	}
	return v.values[v.at]
}

// fill puts the options into a query; where one cannot be meant, it gives its
// place from 1.
func (o *options) fill(s *shell, q *ImportQuery) (wrong int) {
	for i := range o.all {
		v := &o.all[i]
		text := v.chosen()
		switch v.what {
		case optForm:
			n, _ := strconv.Atoi(text) // one of the values
			q.Form = stampdesk.Form(n)
		case optUnit:
			if text != "" {
				u := s.unitMeant(text)
				if u == nil {
					return i + 1
				}
				q.Unit = u.code
			}
		case optEncoding:
			q.Encoding = text
		case optSheet:
			q.Sheet = text
		case optProfile:
			q.Profile = text
		case optLostZero:
			q.LostZero = text != ""
		}
	}
	return 0
}

// unitMeant is the unit of a code, or the only one that fits a part of a name;
// nil: none, or several.
func (s *shell) unitMeant(text string) *unitRow {
	want := stampdesk.Fold(text)
	var one *unitRow
	for i := range s.board.units {
		u := &s.board.units[i]
		switch {
		case stampdesk.Fold(string(u.code)) == want:
			return u
		case !strings.Contains(u.folded, want):
		case one != nil:
			one = &unitRow{}
		default:
			one = u
		}
	}
	if one == nil || one.code == "" {
		return nil
	}
	return one
}

// view draws the options in two columns, the one at on marked.
func (o *options) view(s *shell, on, w int) []string {
	half := w / 2
	var out []string
	for i := 0; i < len(o.all); i += 2 {
		line := s.fit(o.all[i].view(s, i == on, half), half)
		if i+1 < len(o.all) {
			line += o.all[i+1].view(s, i+1 == on, w-half)
		}
		out = append(out, line)
	}
	return out
}

func (v *option) view(s *shell, on bool, w int) string {
	const label = 14
	point := "  "
	if on {
		point = s.sign.Pointer + " "
	}
	head := " " + point + s.fit(s.words.Options[v.what], label)
	room := w - label - 4
	text := v.said(s)
	switch {
	case len(v.values) == 0 && on:
		return head + v.field.view(s, room, true)
	case on:
		return head + s.style.Chosen.Render(s.fit(text, min(width(text), room)))
	case v.chosen() == "":
		return head + s.style.Tone[quiet].Render(s.fit(text, room))
	}
	return head + s.fit(text, room)
}

// said is the value in words.
func (v *option) said(s *shell) string {
	switch v.what {
	case optForm:
		return s.words.Forms[v.at]
	case optEncoding:
		return s.words.Encodings[v.at]
	case optLostZero:
		return s.words.LostZero[v.at]
	case optUnit:
		if v.chosen() == "" {
			return s.words.WholeRoster
		}
		if u := s.unitMeant(v.chosen()); u != nil {
			return s.middle(u.name, 24)
		}
		return v.chosen()
	}
	if v.chosen() == "" {
		return s.words.FoundOut
	}
	return v.chosen()
}

package tui

import (
	"slices"
	"strings"

	"stampdesk"
)

// reasonField is a reason: one of a list, found by typing, or own words.
type reasonField struct {
	field
	all []stampdesk.Reason
	at  int // in what is found; behind the last: the words as they are; -1: nothing is chosen
}

func newReasonField(all []stampdesk.Reason) reasonField {
	return reasonField{field: field{most: 120}, all: all, at: -1}
}

// found are the reasons that fit what was typed.
func (f *reasonField) found(s *shell) []stampdesk.Reason {
	want := stampdesk.Fold(f.value())
	var out []stampdesk.Reason
	for _, r := range f.all {
		if strings.Contains(stampdesk.Fold(r.Label(s.lang)), want) {
			out = append(out, r)
		}
	}
	return out
}

// rows is how many lines can be chosen: what is found, and the words as typed.
func (f *reasonField) rows(s *shell) int {
	n := len(f.found(s))
	if f.value() != "" {
		n++
	}
	return n
}

// moved moves the choice, and reports whether the key was for that.
func (f *reasonField) moved(s *shell, in input) bool {
	switch {
	case in.is(keys.Up):
		f.at = max(f.at-1, 0)
	case in.is(keys.Down):
		f.at = min(f.at+1, f.rows(s)-1)
	default:
		return false
	}
	return true
}

// choose chooses the n-th line, and reports whether there is one.
func (f *reasonField) choose(s *shell, n int) bool {
	if n > f.rows(s) {
		return false
	}
	f.at = n - 1
	return true
}

func (f *reasonField) key(in input) {
	if f.field.key(in) {
		if f.at = 0; f.value() == "" {
			f.at = -1
		}
	}
}

// chosen is the reason, and the note of one in own words; "" where there is
// none yet.
func (f *reasonField) chosen(s *shell) (stampdesk.Reason, string) {
	found := f.found(s)
	switch {
	case f.at >= 0 && f.at < len(found):
		return found[f.at], ""
	case f.value() == "":
		return "", ""
	}
	if r, _ := stampdesk.ParseReason(f.value()); slices.Contains(f.all, r) && r != stampdesk.ReasonOther { // its code, or its name in the other language
		return r, ""
	}
	return stampdesk.ReasonOther, f.value()
}

// lacks says what is missing; "" where there is a reason.
func (f *reasonField) lacks(s *shell) string {
	switch r, note := f.chosen(s); {
	case r == "":
		return s.words.ChooseReason
	case r == stampdesk.ReasonOther && note == "":
		return s.words.OwnWords
	}
	return ""
}

// view is the field; without the focus, what was chosen.
func (f *reasonField) view(s *shell, w int, focus bool) string {
	if r, note := f.chosen(s); !focus && r != "" {
		if note == "" {
			note = r.Label(s.lang)
		}
		return s.fit(note, w)
	}
	return f.field.view(s, w, focus)
}

// list are the lines to choose from, at most h.
func (f *reasonField) list(s *shell, h int) []string {
	found := f.found(s)
	var all, lines []string
	for _, r := range found {
		all = append(all, s.number(len(all))+s.fit(r.Label(s.lang), 36))
	}
	if f.value() != "" {
		all = append(all, s.number(len(all))+fill(s.words.OwnWordsRow, f.value()))
	}
	from, to := window(len(all), max(h, 1), max(f.at, 0))
	for i := from; i < to; i++ {
		if i == f.at {
			lines = append(lines, " "+s.sign.Pointer+" "+s.style.Chosen.Render(all[i]))
		} else {
			lines = append(lines, "   "+all[i])
		}
	}
	return lines
}

package tui

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// field is one line that is typed. Its text is always NFC, so that a letter is
// one rune and can be erased at once.
type field struct {
	text string
	most int  // letters; 0: 200
	mask bool // show no letters
	keep bool // the text was there before: the first letter replaces it
}

// key edits the field and reports whether the key was for it.
func (f *field) key(in input) bool {
	if f.keep && (in.kind == inputRune || in.kind == inputText || in.kind == inputPaste) {
		f.text = ""
	}
	f.keep = false
	switch {
	case in.kind == inputRune, in.kind == inputText:
		f.add(in.text)
	case in.kind == inputPaste:
		if all := lines(in.text); len(all) > 0 {
			f.add(all[0])
		}
	case in.is(keys.Erase):
		_, n := utf8.DecodeLastRuneInString(f.text)
		f.text = f.text[:len(f.text)-n]
	case in.is(keys.Clear):
		f.text = ""
	default:
		return false
	}
	return true
}

func (f *field) add(text string) {
	most := f.most
	if most == 0 {
		most = 200
	}
	for _, r := range printable(text) {
		if utf8.RuneCountInString(f.text) >= most {
			break
		}
		f.text = norm.NFC.String(f.text + string(r))
	}
}

// view shows the end of the text and the cursor.
func (f *field) view(s *shell, w int, focus bool) string {
	t := f.text
	if s.term.lines {
		return f.said(focus)
	}
	if f.mask {
		t = strings.Repeat(s.sign.Pw, utf8.RuneCountInString(t))
	}
	for width(t) > w-1 {
		_, n := utf8.DecodeRuneInString(t)
		t = t[n:]
	}
	if focus {
		t += s.sign.Cursor
	}
	return s.fit(t, w)
}

// again begins the field with what was typed before: the first letter replaces
// it.
func (f *field) again(text string) { f.text, f.keep = text, text != "" }

// value is the text without blanks around it.
func (f *field) value() string { return strings.TrimSpace(f.text) }

package tui

import (
	"strings"
	"time"
	"unicode"

	tea "github.com/charmbracelet/bubbletea"
	"golang.org/x/text/unicode/norm"
)

// inputKind says what came from the keyboard, or from a scanner that plays
// keyboard.
type inputKind uint8

const (
	inputNone   inputKind = iota
	inputKey              // a key with a name: enter, esc, up, ctrl+q
	inputRune             // one letter or digit with quiet around it
	inputText             // several letters at once
	inputPaste            // pasted: text that is never a key
	inputScan             // a code that was read
	inputGarble           // a code that an input method rewrote
)

// input is one thing that came in. The library's own type of key goes no
// further than classify.
type input struct {
	kind inputKind
	text string        // letters as NFC, or the code
	name string        // of a key
	took time.Duration // from the first letter to the last; of codes only
}

// String is what bindings are matched with.
func (in input) String() string {
	if in.kind == inputRune {
		return in.text
	}
	return in.name
}

// classify is the one place that reads the library's keys.
func classify(msg tea.KeyMsg) input {
	switch {
	case msg.Paste:
		return input{kind: inputPaste, text: norm.NFC.String(string(msg.Runes))}
	case msg.Type == tea.KeyRunes && !msg.Alt, msg.Type == tea.KeySpace && !msg.Alt:
		text := string(msg.Runes)
		if text == "" {
			text = " "
		}
		return input{kind: inputText, text: text}
	}
	return input{kind: inputKey, name: msg.String()}
}

// lines gives the codes of pasted text, one a line or a column, in order.
func lines(text string) []string {
	var codes []string
	for f := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '\n' || r == '\r' || r == '\t' || r == ';' }) {
		if f = strings.TrimSpace(f); f != "" {
			codes = append(codes, f)
		}
	}
	return codes
}

// printable drops what has no place in a field: control characters, the marks
// that begin and end a scanner's code, and what cannot be seen, such as the mark
// that begins a file and one that turns the writing round.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, s)
}

func digits(s string) (n int) {
	for _, r := range s {
		if '0' <= r && r <= '9' {
			n++
		}
	}
	return n
}

func ascii(s string) bool {
	for _, r := range s {
		if r > unicode.MaxASCII {
			return false
		}
	}
	return true
}

package tui

import (
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"
)

// Times that tell a scanner that plays keyboard from a person.
const (
	settle  = 60 * time.Millisecond  // quiet after which letters are a person's
	trailer = 150 * time.Millisecond // what may still follow a code: CR LF, ETX CR
)

// minDigits makes a burst a card number, or something like one.
const minDigits = 8

// wedge gathers letters that come faster than a person types. A letter is held
// back until it is known to be alone, so that the first digit of a scanned
// number never acts as a key.
type wedge struct {
	held  strings.Builder
	count int       // letters held
	from  time.Time // the first of them came
	at    time.Time // the latest of them
	ended time.Time // when a burst last ended
}

// feed takes one input and gives what can be acted on now; pending says that
// something is held back and wants a settled call after the time settle.
func (w *wedge) feed(in input, now time.Time) (out []input, pending bool) {
	switch in.kind {
	case inputText:
		if w.count > 0 && now.Sub(w.at) >= settle {
			out = w.settled()
		}
		if w.count == 0 {
			w.from = now
		}
		n := len([]rune(in.text))
		w.held.WriteString(in.text)
		w.count += n
		w.at = now
		return out, true
	case inputPaste:
		return append(w.settled(), in), false
	}
	switch in.name {
	case "enter", "ctrl+j", "tab", "ctrl+c":
		return w.end(in, now), w.count > 0
	case "ctrl+b", "ctrl+]", "ctrl+^", "ctrl+\\", "ctrl+_", "ctrl+@":
		return nil, w.count > 0 // STX and the separators of two-dimensional codes
	}
	return append(w.settled(), in), false
}

// end is for the keys that end a code: what is held may be one. A key that
// only trails a code does nothing.
func (w *wedge) end(in input, now time.Time) []input {
	quick := w.count > 0 && now.Sub(w.at) < settle || w.count > 0 && in.name == "ctrl+c"
	text := w.held.String()
	switch {
	case quick && w.code(text):
		w.drop()
		w.ended = now
		code := codeOf(text)
		code.name, code.took = endOf(in.name), w.at.Sub(w.from)
		return []input{code}
	case w.count == 0 && w.trails(in, now):
		return nil
	case in.name == "ctrl+j":
		return w.settled()
	}
	burst := w.count > 1 && quick
	out := w.settled()
	if burst && in.name == "ctrl+c" {
		w.ended = now
		return out
	}
	if burst {
		// A short burst with an end: the text counts, and its end as the Enter
		// of a field; outside a field nothing is confirmed by it.
		return append(out, input{kind: inputKey, name: endOf(in.name), text: text})
	}
	return append(out, in)
}

// trails reports whether a key belongs to the code that just ended: the LF of
// CR LF, the CR after an ETX. An Enter has less time, for a person presses it.
func (w *wedge) trails(in input, now time.Time) bool {
	within := trailer
	if in.name == "enter" {
		within = settle
	}
	return !w.ended.IsZero() && now.Sub(w.ended) < within
}

func endOf(name string) string {
	if name == "tab" {
		return "tab"
	}
	return "enter"
}

// code reports whether a burst that ended is a code, and not a word.
func (w *wedge) code(text string) bool {
	n := digits(text)
	return w.count > 1 && (n >= minDigits || strings.HasPrefix(text, "SD-") ||
		text[0] == ']' && n > 0 || !ascii(text) && n >= minDigits/2)
}

// settled gives what is held once it is quiet: one letter is a key, several
// are text, and a whole number without an end is a code all the same.
func (w *wedge) settled() []input {
	if w.count == 0 {
		return nil
	}
	text, n, at := w.held.String(), w.count, w.at
	code := w.code(text) && digits(text) >= minDigits
	w.drop()
	switch {
	case code:
		w.ended = at
		in := codeOf(text)
		in.took = at.Sub(w.from)
		return []input{in}
	case n == 1:
		return []input{{kind: inputRune, text: norm.NFC.String(text)}}
	}
	return []input{{kind: inputText, text: norm.NFC.String(text)}}
}

func (w *wedge) drop() {
	w.held.Reset()
	w.count = 0
}

func codeOf(text string) input {
	if !ascii(text) {
		return input{kind: inputGarble, text: text}
	}
	return input{kind: inputScan, text: text}
}

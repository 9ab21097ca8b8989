package device

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

const (
	etx = 0x03
	lf  = 0x0A
	cr  = 0x0D
	del = 0x7F
)

// DefaultGap is the silence that ends a code or breaks it. A byte takes 1 ms at 9600 baud and a USB adapter may hold
// one back for 16 ms, so 150 ms never falls inside a code and still ends before the next card is lifted.
const DefaultGap = 150 * time.Millisecond

// MaxCode is the longest code in bytes; a card number has 8, the longest command barcode far fewer than 64.
const MaxCode = 64

// Code is one reading of the scanner.
type Code struct {
	// Text is what was read, without terminator and AIM prefix: valid UTF-8 without control characters, safe to show.
	// Bytes that are no text appear as U+FFFD, so that they can never be mistaken for a number.
	Text string
	// At is when the last of it arrived.
	At time.Time
	// Noise marks a broken or over-long reading: show it, never act on it. Text is then the part that was kept.
	Noise bool
}

// Framer cuts the bytes of one connection into codes; the same codes come out however the stream is cut.
// The zero value is ready to use. Fields are set before the first byte. It is not safe for concurrent use.
type Framer struct {
	// Suffix is what ends a code.
	Suffix Suffix
	// Gap is the silence that ends or breaks a code; zero means [DefaultGap].
	Gap time.Duration
	// Mask7 clears bit 7 of every byte. A scanner set to 7 data bits and a parity bit has the same frame as 8N1, and
	// its parity then shows up in bit 7.
	Mask7 bool

	code [MaxCode]byte
	n    int
	last time.Time
	// ended: a terminator was seen on this connection, so from now on a code without one is a broken code.
	ended bool
	// long: the code went over MaxCode and has been reported; the rest of it is dropped.
	long bool
}

// Feed takes the bytes that arrived at the given time and calls emit for every code that is finished by them, in order.
// Times need only be of one clock that never goes back. emit must not call the framer.
func (f *Framer) Feed(p []byte, at time.Time, emit func(Code)) {
	f.Idle(at, emit)
	for _, b := range p {
		if f.Mask7 {
			b &= 0x7F
		}
		switch {
		case b >= ' ' && b != del && b != 0xFF:
			f.add(b, at, emit)
		case f.Suffix.ends(b):
			f.ended = true
			f.end(at, false, emit)
		}
		// What is left is dropped: STX, NUL (a cable being plugged in reads as NUL), XON/XOFF, 0xFF, other controls.
	}
	if len(p) > 0 {
		f.last = at
	}
}

// Idle tells the framer that nothing has arrived until the given time; a code that silence ends is emitted then.
func (f *Framer) Idle(at time.Time, emit func(Code)) {
	gap := f.Gap
	if gap <= 0 {
		gap = DefaultGap
	}
	if (f.n == 0 && !f.long) || at.Sub(f.last) < gap {
		return
	}
	whole := f.Suffix == SuffixNone || f.Suffix == SuffixAuto && !f.ended
	f.end(f.last, !whole, emit)
}

// Break reports what is unfinished as noise, because the connection ended in the middle of it.
func (f *Framer) Break(emit func(Code)) { f.end(f.last, true, emit) }

func (f *Framer) add(b byte, at time.Time, emit func(Code)) {
	switch {
	case f.long:
	case f.n == MaxCode:
		f.end(at, true, emit)
		f.long = true
	default:
		f.code[f.n] = b
		f.n++
	}
}

func (f *Framer) end(at time.Time, noise bool, emit func(Code)) {
	b := f.code[:f.n]
	f.n, f.long = 0, false
	if !noise {
		b = stripAIM(b)
	}
	if len(b) > 0 {
		emit(Code{Text: text(b), At: at, Noise: noise})
	}
}

// stripAIM removes the symbology identifier ISO/IEC 15424 puts before the data: "]", a letter, a modifier.
// Code 128 is ]C0, Code 39 ]A0, Interleaved 2 of 5 ]I0.
func stripAIM(b []byte) []byte {
	if len(b) >= 3 && b[0] == ']' && letter(b[1]) && (letter(b[2]) || '0' <= b[2] && b[2] <= '9') {
		return b[3:]
	}
	return b
}

func letter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

// text makes b fit for a screen. Beside broken UTF-8 it replaces runes that do not print: among them are C1 controls,
// which some terminals obey, and marks that turn the direction of writing.
func text(b []byte) string {
	ascii := true
	for _, c := range b {
		ascii = ascii && c < utf8.RuneSelf
	}
	if ascii {
		return string(b)
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return utf8.RuneError
	}, string(b))
}

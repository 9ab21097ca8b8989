package charset

import (
	"bytes"
	"iter"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// What of a file is looked at: lines that are not ASCII, so many of them, and
// so many bytes.
const (
	triedLines = 1000
	triedBytes = 1 << 20
	triedCell  = 1 << 10
)

// trial is one encoding that reads the bytes of a file.
type trial struct {
	encoding  Encoding
	good, bad int // words that are syllables, and that are none, by weight
	best      int // of a field
	as        []byte
	read      string
	buf       []byte
	rated     map[string]int // words come again and again
}

func newTrial(e Encoding) *trial { return &trial{encoding: e, best: -1 << 30, rated: map[string]int{}} }

func (t *trial) score() int { return t.good - 2*t.bad }

func (t *trial) over(data []byte) *trial {
	lines, size := 0, 0
	for line := range bytes.Lines(data) {
		if lines == triedLines || size > triedBytes {
			break
		}
		if high(line) < 0 {
			continue
		}
		lines++
		for field := range fields(line[:min(len(line), triedBytes)]) {
			field = field[:min(len(field), triedCell)]
			if size += len(field); high(field) >= 0 {
				t.field(field)
			}
		}
	}
	return t
}

func (t *trial) field(field []byte) {
	t.buf = reader(t.encoding)(t.buf[:0], field)
	text := string(t.buf)
	good, bad := 0, 0
	for word, rest := nextWord(text); word != ""; word, rest = nextWord(rest) {
		n := utf8.RuneCountInString(word)
		if n < 2 || isASCII(word) {
			continue
		}
		points, ok := t.rated[word]
		if !ok {
			points = rate(word)
			t.rated[word] = points
		}
		if points > 0 {
			good += min(n-1, 2) + points - 1
		} else {
			bad += min(n-1, 2)
		}
	}
	t.good, t.bad = t.good+good, t.bad+bad
	if score := good - 2*bad; score > t.best {
		t.best, t.as, t.read = score, field, text
	}
}

func (t *trial) evidence() Evidence {
	as := make([]byte, 0, 2*len(t.as))
	for _, c := range t.as {
		as = utf8.AppendRune(as, windows1252[c])
	}
	return Evidence{Encoding: t.encoding, Sample: shorten(norm.NFC.String(string(as))), Read: shorten(norm.NFC.String(t.read))}
}

// fields cuts a line of csv, whatever separates its cells.
func fields(line []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for len(line) > 0 {
			i := bytes.IndexAny(line, ",;\t\"\r\n")
			if i < 0 {
				i = len(line)
			}
			if field := bytes.Trim(line[:i], " "); len(field) > 0 && !yield(field) {
				return
			}
			line = line[min(i+1, len(line)):]
		}
	}
}

// high is where the first byte above ASCII stands, -1 for none.
func high(b []byte) int {
	for i, c := range b {
		if c >= 0x80 {
			return i
		}
	}
	return -1
}

// shorten cuts a sample to what a message can quote.
func shorten(s string) string {
	const most = 60
	n := 0
	for i := range s {
		if n++; n > most {
			return s[:i] + "…"
		}
	}
	return s
}

package charset

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// readCell reads a cell of letters of an old font. Characters that no byte of
// the font can have been stay as they are.
func readCell(cell string, e Encoding) string {
	if e == Twice {
		return readTwice(cell)
	}
	read := reader(e)
	out := make([]byte, 0, len(cell)+8)
	bytes := make([]byte, 0, len(cell))
	others := false
	for _, r := range cell {
		b, ok := byte(r), r < 0x80
		if !ok {
			if r == 'μ' { // what some programs make of the sign U+00B5
				r = 'µ'
			}
			b, ok = latinByte(r)
			ok = ok && windows1252[b] == r
		}
		if ok {
			bytes = append(bytes, b)
			continue
		}
		out = read(out, bytes)
		bytes = bytes[:0]
		out = append(out, string(r)...)
		others = true
	}
	if out = read(out, bytes); others {
		out = norm.NFC.Bytes(out)
	}
	return string(out)
}

// readTwice undoes UTF-8 made of UTF-8. No other text is UTF-8 by accident.
func readTwice(cell string) string {
	bytes := make([]byte, 0, len(cell))
	for _, r := range cell {
		b, ok := byte(r), r < 0x80
		if !ok {
			b, ok = latinByte(r)
		}
		if !ok {
			return cell
		}
		bytes = append(bytes, b)
	}
	if !utf8.Valid(bytes) {
		return cell
	}
	return norm.NFC.String(string(bytes))
}

// oldFont reports that a cell may stand in the letters of an old font: it has
// some above ASCII and none that only Unicode has.
func oldFont(cell string) bool {
	return !isASCII(cell) && !strings.ContainsFunc(cell, onlyUnicode)
}

// comparison holds a cell as it stands against what it is read as.
type comparison struct {
	stands, reads int  // points of each
	proof         int  // weight of words that are syllables only when read
	none          bool // no word is a syllable either way
	same          bool // it reads as it stands
}

func compare(cell, read string, e Encoding) (c comparison) {
	if c.same = cell == read; c.same {
		return c
	}
	if e == Twice { // which proves itself, and its words are cut elsewhere
		return comparison{reads: 1, proof: enough}
	}
	c.none = true
	for {
		var a, b string
		a, cell = nextWord(cell)
		b, read = nextWord(read)
		if a == "" || b == "" {
			return c
		}
		if a == b {
			continue
		}
		stands, reads := rate(a), rate(b)
		c.stands += stands
		c.reads += reads
		if stands == 0 && reads > 0 {
			c.proof += weight(a, b)
		}
		c.none = c.none && stands == 0 && reads == 0
	}
}

// Suspect gives what a cell of nothing but itself to go by would be in an old
// font, where some of its words are syllables only there and none only as it
// stands; "" for any other.
func Suspect(cell string) string {
	cell = clip(cell)
	if !oldFont(cell) || !odd(cell) {
		return ""
	}
	best, proof := "", 0
	for _, e := range oldFonts {
		read := readCell(cell, e)
		if c := compare(cell, read, e); c.reads > c.stands && c.proof > proof {
			best, proof = read, c.proof
		}
	}
	return best
}

// odd reports a word that is no syllable as it stands.
func odd(cell string) bool {
	for word, rest := nextWord(cell); word != ""; word, rest = nextWord(rest) {
		if !isASCII(word) && !isSyllable(word) {
			return true
		}
	}
	return false
}

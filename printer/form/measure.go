package form

import (
	"strings"
	"sync"

	"github.com/go-fonts/liberation/liberationserifbold"
	"github.com/go-fonts/liberation/liberationserifregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// advances are how wide the letters of a face are, in thousandths of its size.
// Liberation Serif was drawn to the measures of Times New Roman, which a
// workbook names and which cannot be shipped.
type advances [lastLetter + 1]uint16

// lastLetter is the last of the letters that Vietnamese has, and of the marks
// of print.
const lastLetter = 0x2030

var regularFace = sync.OnceValue(func() *advances { return advancesOf(liberationserifregular.TTF) })
var boldFace = sync.OnceValue(func() *advances { return advancesOf(liberationserifbold.TTF) })

func advancesOf(ttf []byte) *advances {
	face, err := sfnt.Parse(ttf)
	if err != nil {
		panic(err) // it is part of the program, and every test reads it
	}
	var a advances
	var buf sfnt.Buffer
	for r := rune(' '); r <= lastLetter; r++ {
		a[r] = 1000 // of a letter that the face has not, as of the widest
		if 0x250 <= r && r < 0x300 || 0x370 <= r && r < 0x1E00 || 0x1F00 <= r && r < 0x2000 {
			continue // other scripts: reading the face for them takes longer than all else
		}
		if glyph, err := face.GlyphIndex(&buf, r); err == nil && glyph != 0 {
			if w, err := face.GlyphAdvance(&buf, glyph, fixed.I(1000), font.HintingNone); err == nil {
				a[r] = uint16(w.Round())
			}
		}
	}
	return &a
}

// of is how wide a letter is.
func (a *advances) of(r rune) int {
	switch {
	case r < ' ':
		return 0
	case r <= lastLetter:
		return int(a[r])
	}
	return 1000
}

// lines is how many lines a text takes in a column that is so many points
// wide. It breaks between words, and within one that is wider than the column.
func (a *advances) lines(text string, size, room float64) int {
	if float64(len(text))*size < room { // no letter is wider than its size
		if strings.IndexByte(text, '\n') < 0 {
			return 1
		}
	}
	most := max(int(room*1000/size), 1000)
	n := 0
	for paragraph := range strings.SplitSeq(text, "\n") {
		n++
		at, word := 0, 0 // how far the line has come, and the word that is last in it
		for _, r := range paragraph {
			w := a.of(r)
			switch {
			case r == ' ':
				at, word = at+w, 0
				continue
			case at+w <= most:
			case word > 0 && word < at && word+w <= most: // the word goes to the next line
				n, at = n+1, word
			default: // it is longer than a line
				n, at, word = n+1, 0, 0
			}
			at, word = at+w, word+w
		}
	}
	return n
}

// head is how many bytes of a text go on so many lines: whole words, or else as
// many letters as fit.
func (a *advances) head(text string, size, room float64, limit int) int {
	fits, words := 0, 0
	for i, r := range text {
		if a.lines(text[:i], size, room) > limit {
			break
		}
		if fits = i; r == ' ' || r == '\n' {
			words = i
		}
	}
	switch {
	case a.lines(text, size, room) <= limit:
		return len(text)
	case words > 0:
		return words
	}
	return max(fits, 1)
}

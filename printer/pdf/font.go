package pdf

import (
	"fmt"
	"strings"

	"codeberg.org/go-pdf/fpdf"
	"github.com/go-fonts/liberation/liberationserifbold"
	"github.com/go-fonts/liberation/liberationserifitalic"
	"github.com/go-fonts/liberation/liberationserifregular"
	"golang.org/x/image/font/sfnt"

	"stampdesk/printer"
)

// family is Liberation Serif: it is as wide as Times New Roman, in which papers of the Party are written, and has all
// Vietnamese letters. A file holds only the letters that it uses. Its licence stands beside the fonts of package
// printer.
const family = "serif"

// letters tells what the faces have. fpdf leaves out, without a word, what they lack.
type letters struct {
	fonts []*sfnt.Font
	known map[rune]bool
	buf   sfnt.Buffer
}

// loadFonts gives the faces to the file.
func loadFonts(f *fpdf.Fpdf) (letters, error) {
	l := letters{known: map[rune]bool{'\n': true}}
	for _, it := range []struct {
		style string
		data  []byte
	}{{regular, liberationserifregular.TTF}, {bold, liberationserifbold.TTF}, {italic, liberationserifitalic.TTF}} {
		font, err := sfnt.Parse(it.data)
		if err != nil {
			return l, fmt.Errorf("read the embedded font: %w", err)
		}
		l.fonts = append(l.fonts, font)
		f.AddUTF8FontFromBytes(family, it.style, it.data)
	}
	return l, f.Error()
}

func (l *letters) has(r rune) bool {
	ok, asked := l.known[r]
	if !asked {
		ok = r <= 0xFFFF // fpdf takes apart what lies beyond the basic plane
		for _, f := range l.fonts {
			i, err := f.GlyphIndex(&l.buf, r)
			ok = ok && err == nil && i != 0
		}
		l.known[r] = ok
	}
	return ok
}

// clean is printer's; and a box stands for a letter that the font lacks, so that whoever reads the paper sees that
// something is missing.
func (l *letters) clean(s string) string {
	return strings.Map(func(r rune) rune {
		if l.has(r) {
			return r
		}
		return '□'
	}, printer.Clean(s))
}

// oneLine is clean text as a single line.
func (l *letters) oneLine(s string) string { return strings.Join(strings.Fields(l.clean(s)), " ") }

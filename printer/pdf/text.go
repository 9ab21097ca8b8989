package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stampdesk/printer"
)

// The styles of the font, as fpdf names them.
const (
	regular = ""
	bold    = "B"
	italic  = "I"
)

// face is a style in a size, in points.
type face struct {
	style string
	size  float64
}

// The sizes are those of 36-HD/VPTW (text 14, the name of the Party 15, titles 15 to 16), but that lists are a little
// smaller: most names must fit on one line beside the other columns.
var (
	plain   = face{regular, 13}
	strong  = face{bold, 13}
	large   = face{bold, 15}
	heading = face{bold, 16}
	cell    = face{regular, 12}
	cellHd  = face{bold, 12}
	small   = face{regular, 10}
)

const millimetres = 25.4 / 72 // a point

// em is the size in millimetres.
func (f face) em() float64 { return f.size * millimetres }

// line is the height of a line: room for Ặ with its marks above and below.
func (f face) line() float64 { return 1.25 * f.em() }

// base leads from the top of a line to the base line of its letters.
func (f face) base() float64 { return 0.96 * f.em() }

func weight(f face, isBold bool) face {
	if isBold {
		f.style = bold
	}
	return f
}

func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// use chooses a face; a page says it once for all that is written in it.
func (s *sheet) use(f face) {
	if f != s.face {
		s.f.SetFont(family, f.style, f.size)
		s.face = f
	}
}

// width is that of clean text, in millimetres.
func (s *sheet) width(f face, text string) float64 {
	s.use(f)
	return s.f.GetStringWidth(text)
}

// write draws a line of clean text; y is the top of the line.
func (s *sheet) write(f face, x, y float64, text string) {
	if text == "" {
		return
	}
	s.use(f)
	s.f.Text(x, y+f.base(), text)
}

// wrap cleans text and breaks it into lines of at most w millimetres: between words, and inside a word only if it is
// wider than a line. Empty text is no line at all.
func (s *sheet) wrap(f face, text string, w float64) []string {
	text = strings.Trim(s.clean(text), " \n")
	if text == "" {
		return nil
	}
	space := s.width(f, " ")
	var lines []string
	for para := range strings.SplitSeq(text, "\n") {
		line, used := "", 0.0
		for _, word := range strings.FieldsFunc(para, func(r rune) bool { return r == ' ' }) {
			word = strings.ReplaceAll(word, "\u00a0", " ") // so that a search for a name finds it
			n := s.width(f, word)
			if used > 0 && used+space+n <= w {
				line, used = line+" "+word, used+space+n
				continue
			}
			if used > 0 {
				lines = append(lines, line)
			}
			for n > w {
				head, tail := s.cutAt(f, word, w)
				if tail == "" {
					break
				}
				lines = append(lines, head)
				word, n = tail, n-s.width(f, head)
			}
			line, used = word, n
		}
		lines = append(lines, line)
	}
	return lines
}

// cutAt splits a word that is too wide, before a letter and after one at least: between words that were to stay
// together, if there are any.
func (s *sheet) cutAt(f face, word string, w float64) (head, tail string) {
	used, at := 0.0, 0
	for i, r := range word {
		used += s.width(f, string(r))
		if used > w && at > 0 {
			break
		}
		if next := i + utf8.RuneLen(r); next < len(word) {
			if after, _ := utf8.DecodeRuneInString(word[next:]); !unicode.Is(unicode.M, after) {
				at = next
			}
		}
	}
	if at == 0 {
		return word, ""
	}
	if space := strings.LastIndexByte(word[:at+1], ' '); space > 0 {
		return word[:space], word[space+1:]
	}
	return word[:at], word[at:]
}

// longest is the width of the widest word, which no column should break.
func (s *sheet) longest(f face, text string) float64 {
	most := 0.0
	for _, word := range strings.FieldsFunc(s.clean(text), func(r rune) bool { return r == ' ' || r == '\n' }) {
		most = max(most, s.width(f, word))
	}
	return most
}

// align gives the place of text in a column that begins at x and is w wide.
func (s *sheet) align(f face, text string, a printer.Align, x, w float64) float64 {
	switch a {
	case printer.Center:
		return x + (w-s.width(f, text))/2
	case printer.Right:
		return x + w - s.width(f, text)
	}
	return x
}

// paragraph draws lines in a column, the first at y.
func (s *sheet) paragraph(f face, lines []string, a printer.Align, x, y, w float64) {
	for i, line := range lines {
		s.write(f, s.align(f, line, a, x, w), y+float64(i)*f.line(), line)
	}
}

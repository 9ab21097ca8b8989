package pdf

import (
	"strings"
	"unicode"

	"stampdesk/printer"
)

// pairs stand below each other with common columns: figures at the right edge with dots that lead to them, words
// beside their keys. A single pair in bold is a heading: its value, mostly a count, stands at the right edge.
func (s *sheet) pairs(run []printer.Pair) {
	figures := true
	keys := 0.0
	for i := range run {
		p := &run[i]
		p.Key, p.Value = s.clean(p.Key), s.clean(p.Value)
		figures = figures && isFigures(p.Value)
		keys = max(keys, s.width(weight(plain, p.Bold), p.Key))
	}
	keys = min(keys+3, textWidth/2)
	for i, p := range run {
		f := weight(plain, p.Bold)
		switch {
		case figures:
			s.figures(f, p, i+1 < len(run) && indent(run[i+1].Key) > indent(p.Key))
		case len(run) == 1 && p.Bold:
			s.apart(f, p)
		default:
			s.beside(f, p, keys)
		}
	}
}

// isFigures tells numbers, with the spaces that hold them in columns, from words.
func isFigures(s string) bool {
	digit := false
	for _, r := range s {
		if r >= '0' && r <= '9' {
			digit = true
		} else if !strings.ContainsRune(".,%-–+ \u00a0", r) {
			return false
		}
	}
	return digit
}

// beside sets the value after the column of the keys.
func (s *sheet) beside(f face, p printer.Pair, keys float64) {
	s.columns(f, s.wrap(f, p.Key, keys-2), s.wrap(f, p.Value, textWidth-keys), printer.Left, left+keys, textWidth-keys, false)
}

// apart sets the value at the right edge, below the key where they do not fit beside each other.
func (s *sheet) apart(f face, p printer.Pair) {
	key, value := s.wrap(f, p.Key, textWidth), s.wrap(f, p.Value, textWidth)
	above := len(key)
	if len(key) > 0 && len(value) == 1 && s.width(f, key[len(key)-1])+4+s.width(f, value[0]) <= textWidth {
		above--
	}
	s.columns(f, key, append(make([]string, above), value...), printer.Right, left, textWidth, true)
}

// columns are the lines of a key and those of its value beside them, of which no page has a single one.
func (s *sheet) columns(f face, key, value []string, a printer.Align, x, w float64, keep bool) {
	n := max(len(key), len(value))
	key, value = append(key, make([]string, n-len(key))...), append(value, make([]string, n-len(value))...)
	for i := range n {
		s.add(piece{
			height: f.line(),
			next:   i < n-1 && (i == 0 || i == n-2) || i == n-1 && keep,
			draw: func(y float64) {
				s.write(f, left, y, key[i])
				s.write(f, s.align(f, value[i], a, x, w), y, value[i])
			},
		})
	}
}

// indent is how many spaces stand before the text of a key.
func indent(key string) int { return len(key) - len(strings.TrimLeft(key, "\u00a0")) }

// figures keeps numbers in the columns that spaces hold them in where all letters are as wide as each other: each of
// them ends where it would there. A row over its parts is kept with the first of them.
func (s *sheet) figures(f face, p printer.Pair, over bool) {
	const wide = 0.62 // of an em: a little more than a digit takes, for the sign of the percentage is wider
	type figure struct {
		text string
		x    float64
	}
	var row []figure
	begins := left + textWidth
	signs := []rune(p.Value)
	for end := len(signs); end > 0; end-- {
		if unicode.IsSpace(signs[end-1]) {
			continue
		}
		from := end
		for from > 0 && !unicode.IsSpace(signs[from-1]) {
			from--
		}
		it := figure{text: string(signs[from:end])}
		it.x = left + textWidth - float64(len(signs)-end)*wide*f.em() - s.width(f, it.text)
		row = append(row, it)
		begins = it.x
		end = from
	}
	indent := float64(indent(p.Key)) / float64(len("\u00a0")) * f.em() / 2
	key := s.wrap(f, strings.TrimLeft(p.Key, "\u00a0"), begins-left-indent-4)
	s.add(piece{height: float64(max(len(key), 1)) * f.line(), next: over, draw: func(y float64) {
		s.paragraph(f, key, printer.Left, left+indent, y, textWidth)
		last := 0.0
		if len(key) > 0 {
			y += float64(len(key)-1) * f.line()
			last = s.width(f, key[len(key)-1])
		}
		for _, it := range row {
			s.write(f, it.x, y, it.text)
		}
		if from := left + indent + last + 1.5; from < begins-1.5 {
			s.f.SetLineWidth(0.15)
			s.f.SetDashPattern([]float64{0.2, 1.2}, 0)
			s.f.Line(from, y+f.base(), begins-1.5, y+f.base())
			s.f.SetDashPattern(nil, 0)
		}
	}})
}

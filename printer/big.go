package printer

import (
	"iter"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Big draws a short text in letters of half blocks (▀▄█ and spaces) at most cols wide and rows high, on one line or,
// broken at a space, on two. It takes the largest of its sizes that fits, and gives nil if none does, or for a sign
// that it cannot draw. Letters are capitals; all rows are equally wide. Of the verdicts the tallest needs 9 rows on 52
// columns.
//
// A terminal has two dots to a row. Drawn from the outlines of Liberation Mono Bold, the marks of Ấ, Ữ and Ợ run into
// each other at every size up to 14 dots, and ĐÓNG DẤU has room for 10 on the 52 columns of an 80-column desk. So these
// letters are drawn by hand, dot by dot: 5 rows of dots for a letter and 3 for the marks above it are the least at
// which all Vietnamese vowels can be told apart.
func Big(text string, cols, rows int) []string {
	words := strings.Fields(strings.ToUpper(clean(text)))
	if len(words) == 0 {
		return nil
	}
	for _, size := range bigSizes {
		if b := size.fit(words, cols, rows); b != nil {
			return b.halfBlocks()
		}
	}
	return nil
}

// bigSize is a way to draw the letters.
type bigSize struct {
	rows   []int // which of their 7 rows, some twice
	scale  int   // dots to a dot, both ways
	narrow bool  // strokes one dot wide
}

// bigSizes are in the order of their worth from two metres away: weight first, then height.
var bigSizes = [...]bigSize{
	{low, 2, false}, {high, 1, false}, {plain, 1, false}, {low, 1, false}, {high, 1, true}, {plain, 1, true}, {low, 1, true},
}

var (
	low   = []int{0, 1, 3, 5, 6}
	plain = []int{0, 1, 2, 3, 4, 5, 6}
	high  = []int{0, 1, 1, 2, 3, 4, 5, 5, 6}
)

// fit sets the words on one line, or else on two with as much between them as there is room for.
func (z bigSize) fit(words []string, cols, rows int) *bigCanvas {
	whole := z.line(words)
	if whole == nil || whole.fits(cols, rows) {
		return whole
	}
	for cut := len(words) - 1; cut > 0; cut-- {
		first, second := z.line(words[:cut]), z.line(words[cut:])
		if max(first.width(), second.width()) > cols {
			continue
		}
		for gap := 3; gap >= z.scale; gap-- {
			if c := first.above(second, gap); c.fits(cols, rows) {
				return c
			}
		}
	}
	return nil
}

// line sets words beside each other; nil if there is a sign that cannot be drawn.
func (z bigSize) line(words []string) *bigCanvas {
	line, x := &bigCanvas{}, 0
	for i, word := range words {
		if i > 0 {
			x += 2 // and the gap after the last letter
		}
		for cluster := range clusters(word) {
			g := z.letter(cluster)
			if g == nil {
				return nil
			}
			left, right := g.extent()
			line.stamp(g, x-left, 0)
			x += right - left + 1 + 1
		}
	}
	return line.scaled(z.scale)
}

// clusters yields the letters of a word with their marks.
func clusters(word string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for word != "" {
			head, tail := cutAt(word, 1)
			if !yield(head) {
				return
			}
			word = tail
		}
	}
}

// letter draws one letter with its marks; row 0 is the top of the letter.
func (z bigSize) letter(cluster string) *bigCanvas {
	var base rune
	var above []string
	var horned, dotted bool
	for i, r := range norm.NFD.String(cluster) {
		switch m := string(r); {
		case i == 0:
			base = r
		case m == horn:
			horned = true
		case m == dotBelow:
			dotted = true
		default:
			above = append(above, m)
		}
	}
	slices.SortFunc(above, func(a, b string) int { return rank(a) - rank(b) })
	letter, ok := bigLetters[base]
	mark, known := bigMarks[strings.Join(above, "")]
	if !ok || len(above) > 0 && !known {
		return nil
	}
	g := &bigCanvas{}
	rows, w := strings.Split(letter, " "), 0
	for y, k := range z.rows {
		row := rows[k]
		if z.narrow {
			row = narrowed(row)
		}
		w = len(row)
		g.draw(0, y, row)
	}
	if horned {
		g.draw(w, -1, "#")
		g.draw(w, 0, "#")
	}
	if dotted {
		g.draw((w-2)/2, len(z.rows)+1, "##")
	}
	if len(above) > 0 {
		lines := strings.Split(mark, " ")
		left := (w - 4) / 2
		if last := above[len(above)-1]; last == grave && len(above) == 2 {
			left -= len(lines[0]) - 4 // a grave stands before the mark it meets
		}
		for i, row := range lines {
			g.draw(left, i-len(lines)-1, row)
		}
	}
	return g
}

// rank puts the mark of the vowel before the tone.
func rank(mark string) int {
	if mark == circumflex || mark == breve {
		return 0
	}
	return 1
}

// narrowed leaves out every second of the doubled columns.
func narrowed(row string) string {
	var keep []int
	switch len(row) {
	case 2:
		keep = []int{0}
	case 3:
		keep = []int{0, 1}
	case 5:
		keep = []int{0, 2, 3, 4}
	case 6:
		keep = []int{0, 2, 3, 5}
	default:
		keep = []int{0, 2, 3, 4, 6}
	}
	b := make([]byte, len(keep))
	for i, k := range keep {
		b[i] = row[k]
	}
	return string(b)
}

// bigCanvas is dots at any place; the zero value is empty.
type bigCanvas struct{ dots map[[2]int]bool }

func (c *bigCanvas) set(x, y int) {
	if c.dots == nil {
		c.dots = map[[2]int]bool{}
	}
	c.dots[[2]int{x, y}] = true
}

func (c *bigCanvas) draw(x, y int, row string) {
	for i := range row {
		if row[i] == '#' {
			c.set(x+i, y)
		}
	}
}

func (c *bigCanvas) stamp(other *bigCanvas, x, y int) {
	for d := range other.dots {
		c.set(d[0]+x, d[1]+y)
	}
}

func (c *bigCanvas) extent() (left, right int) {
	left, _, right, _ = c.bounds()
	return left, right
}

func (c *bigCanvas) bounds() (left, top, right, bottom int) {
	first := true
	for d := range c.dots {
		if first {
			left, top, right, bottom, first = d[0], d[1], d[0], d[1], false
		}
		left, right, top, bottom = min(left, d[0]), max(right, d[0]), min(top, d[1]), max(bottom, d[1])
	}
	return left, top, right, bottom
}

func (c *bigCanvas) width() int {
	left, right := c.extent()
	return right - left + 1
}

func (c *bigCanvas) height() int {
	_, top, _, bottom := c.bounds()
	return bottom - top + 1
}

func (c *bigCanvas) scaled(n int) *bigCanvas {
	if n == 1 {
		return c
	}
	out := &bigCanvas{}
	for d := range c.dots {
		for i := range n * n {
			out.set(d[0]*n+i%n, d[1]*n+i/n)
		}
	}
	return out
}

func (c *bigCanvas) fits(cols, rows int) bool { return c.width() <= cols && (c.height()+1)/2 <= rows }

// above sets another line under this one, as close as leaves gap rows between any two dots of theirs.
func (c *bigCanvas) above(below *bigCanvas, gap int) *bigCanvas {
	_, _, _, bottom := c.bounds()
	_, top, _, _ := below.bounds()
	y := bottom - top
	for c.touches(below, y, gap) {
		y++
	}
	out := &bigCanvas{}
	out.stamp(c, 0, 0)
	out.stamp(below, 0, y)
	return out
}

func (c *bigCanvas) touches(other *bigCanvas, y, gap int) bool {
	_, _, _, bottom := c.bounds()
	for d := range other.dots {
		if d[1]+y-gap > bottom {
			continue
		}
		for dx := -1; dx <= 1; dx++ {
			for dy := -gap; dy <= gap; dy++ {
				if c.dots[[2]int{d[0] + dx, d[1] + y + dy}] {
					return true
				}
			}
		}
	}
	return false
}

// halfBlocks writes two rows of dots as one row of text.
func (c *bigCanvas) halfBlocks() []string {
	left, top, right, bottom := c.bounds()
	var out []string
	for y := top; y <= bottom; y += 2 {
		var b strings.Builder
		for x := left; x <= right; x++ {
			upper, lower := c.dots[[2]int{x, y}], c.dots[[2]int{x, y + 1}]
			switch {
			case upper && lower:
				b.WriteRune('█')
			case upper:
				b.WriteRune('▀')
			case lower:
				b.WriteRune('▄')
			default:
				b.WriteByte(' ')
			}
		}
		out = append(out, b.String())
	}
	return out
}

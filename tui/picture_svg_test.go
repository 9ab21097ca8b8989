package tui

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

// cell is one place of a screen: its sign and how that is drawn.
type cell struct {
	sign          rune
	ink           int // 0 to 7, 8 dark grey; -1: the terminal's own
	bold, reverse bool
}

// cells reads what a view draws. It knows what lipgloss writes for a terminal
// of sixteen colours, and refuses everything else.
func cells(view string) (rows [][]cell, err error) {
	at := cell{ink: -1}
	for _, line := range strings.Split(view, "\n") {
		var row []cell
		for line != "" {
			seq, w, n, _ := ansi.DecodeSequence(line, 0, nil)
			line = line[n:]
			if w > 0 {
				at.sign = []rune(seq)[0]
				if row = append(row, at); w > 1 || len([]rune(seq)) > 1 {
					return nil, fmt.Errorf("%q does not go into one cell", seq)
				}
				continue
			}
			codes, begins := strings.CutPrefix(seq, "\x1b[")
			codes, ends := strings.CutSuffix(codes, "m")
			if !begins || !ends {
				return nil, fmt.Errorf("%q is no colour", seq)
			}
			for _, c := range strings.Split(codes, ";") {
				switch n, err := strconv.Atoi(cmp.Or(c, "0")); {
				case err != nil:
					return nil, err
				case n == 0:
					at = cell{ink: -1}
				case n == 1:
					at.bold = true
				case n == 7:
					at.reverse = true
				case 30 <= n && n <= 37:
					at.ink = n - 30
				case n == 90:
					at.ink = 8
				default:
					return nil, fmt.Errorf("%q is a colour that the pictures do not know", seq)
				}
			}
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// The look of a picture: a dark terminal. A cell is as wide as a letter of most
// monospaced fonts at this size.
const (
	cellWide, cellHigh, fontSize, margin = 9, 18, 15, 12

	paperColour, inkColour = "#15181e", "#d6dae2"
	fonts                  = "'DejaVu Sans Mono','Noto Sans Mono',Menlo,Consolas,'Cascadia Mono','Liberation Mono',monospace"
)

var inks = map[int]string{-1: inkColour, 1: "#ff6b6b", 2: "#4ccf86", 3: "#f0c24a", 6: "#4cc7e0", 8: "#8a93a1"}

// canvas gathers shapes by colour.
type canvas struct {
	boxes map[string][][4]int // left, top, wide, high
	arcs  strings.Builder
	texts strings.Builder
}

// svg is a screen as a picture. Lines and blocks are drawn and not written, so
// that they join whatever font there is.
func svg(title string, rows [][]cell) string {
	c := canvas{boxes: map[string][][4]int{}}
	wide := 0
	for y, row := range rows {
		wide = max(wide, len(row))
		c.row(row, margin+y*cellHigh)
	}
	w, h := wide*cellWide+2*margin, len(rows)*cellHigh+2*margin
	var out strings.Builder
	fmt.Fprintf(&out, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %[1]d %[2]d\" role=\"img\">\n<title>", w, h)
	xml.EscapeText(&out, []byte(title))
	fmt.Fprintf(&out, "</title>\n<rect width=\"%d\" height=\"%d\" rx=\"8\" fill=\"%s\"/>\n", w, h, paperColour)
	colours := slices.Sorted(maps.Keys(c.boxes))
	if i := slices.Index(colours, paperColour); i >= 0 { // lines of what is chosen stand on its ink
		colours = append(slices.Delete(colours, i, i+1), paperColour)
	}
	for _, colour := range colours {
		fmt.Fprintf(&out, "<path shape-rendering=\"crispEdges\" fill=\"%s\" d=\"", colour)
		for _, b := range merged(c.boxes[colour]) {
			fmt.Fprintf(&out, "M%d %dh%dv%dh-%[3]dz", b[0], b[1], b[2], b[3])
		}
		out.WriteString("\"/>\n")
	}
	fmt.Fprintf(&out, "<g fill=\"none\">%s</g>\n", c.arcs.String())
	fmt.Fprintf(&out, "<g font-family=\"%s\" font-size=\"%d\" xml:space=\"preserve\">\n%s</g>\n</svg>\n", fonts, fontSize, c.texts.String())
	return out.String()
}

// merged makes one box of those that touch, along a row and then down.
func merged(all [][4]int) [][4]int {
	for _, axis := range [2][2]int{{0, 1}, {1, 0}} {
		along, across := axis[0], axis[1]
		slices.SortFunc(all, func(a, b [4]int) int {
			return cmp.Or(cmp.Compare(a[across], b[across]), cmp.Compare(a[across+2], b[across+2]), cmp.Compare(a[along], b[along]))
		})
		var out [][4]int
		for _, b := range all {
			if n := len(out) - 1; n >= 0 && out[n][across] == b[across] && out[n][across+2] == b[across+2] && out[n][along]+out[n][along+2] == b[along] {
				out[n][along+2] += b[along+2]
				continue
			}
			out = append(out, b)
		}
		all = out
	}
	return all
}

func (c *canvas) row(row []cell, top int) {
	for x := 0; x < len(row); {
		at, left := row[x], margin+x*cellWide
		n := 1
		for isWord(at.sign) && x+n < len(row) && isWord(row[x+n].sign) && sameLook(row[x+n], at) {
			n++
		}
		colour := inks[at.ink]
		if at.reverse {
			c.boxes[colour] = append(c.boxes[colour], [4]int{left, top, n * cellWide, cellHigh})
			colour = paperColour
		}
		if at.sign != ' ' && !c.shape(at.sign, colour, left, top) {
			var word strings.Builder
			for _, l := range row[x : x+n] {
				word.WriteRune(l.sign)
			}
			c.word(word.String(), colour, at.bold, left, top, n)
		}
		x += n
	}
}

func sameLook(a, b cell) bool { return a.ink == b.ink && a.bold == b.bold && a.reverse == b.reverse }

// isWord reports that a sign is as wide as its neighbours in every font.
func isWord(r rune) bool {
	return r != ' ' && (r < unicode.MaxASCII || unicode.IsLetter(r) || unicode.IsDigit(r))
}

func (c *canvas) word(text, colour string, bold bool, left, top, n int) {
	weight, place := "", fmt.Sprintf("x=\"%d\" textLength=\"%d\"", left, n*cellWide)
	if bold {
		weight = " font-weight=\"bold\""
	}
	if n == 1 {
		place = fmt.Sprintf("x=\"%g\" text-anchor=\"middle\"", float64(left)+cellWide/2.)
	}
	fmt.Fprintf(&c.texts, "<text %s y=\"%d\" fill=\"%s\"%s>", place, top+cellHigh-5, colour, weight)
	xml.EscapeText(&c.texts, []byte(text))
	c.texts.WriteString("</text>\n")
}

// arms are the lines of a box drawing sign: up, right, down, left; 1 light, 2
// heavy, 3 double.
var arms = map[rune][4]int{
	'─': {0, 1, 0, 1}, '│': {1, 0, 1, 0}, '┌': {0, 1, 1, 0}, '┐': {0, 0, 1, 1}, '└': {1, 1, 0, 0}, '┘': {1, 0, 0, 1},
	'├': {1, 1, 1, 0}, '┤': {1, 0, 1, 1}, '┬': {0, 1, 1, 1}, '┴': {1, 1, 0, 1}, '┼': {1, 1, 1, 1},
	'━': {0, 2, 0, 2}, '┃': {2, 0, 2, 0}, '┏': {0, 2, 2, 0}, '┓': {0, 0, 2, 2}, '┗': {2, 2, 0, 0}, '┛': {2, 0, 0, 2},
	'═': {0, 3, 0, 3}, '║': {3, 0, 3, 0}, '╔': {0, 3, 3, 0}, '╗': {0, 0, 3, 3}, '╚': {3, 3, 0, 0}, '╝': {3, 0, 0, 3},
	'╸': {0, 0, 0, 2}, '╺': {0, 2, 0, 0}, '╴': {0, 0, 0, 1}, '╶': {0, 1, 0, 0},
}

// blocksOf are the filled parts of a cell, in eighths of it: left, top, wide, high.
var blocksOf = map[rune][][4]int{
	'█': {{0, 0, 8, 8}}, '▀': {{0, 0, 8, 4}}, '▄': {{0, 4, 8, 4}}, '▌': {{0, 0, 4, 8}}, '▐': {{4, 0, 4, 8}},
	'▛': {{0, 0, 8, 4}, {0, 4, 4, 4}}, '▜': {{0, 0, 8, 4}, {4, 4, 4, 4}}, '▙': {{0, 0, 4, 4}, {0, 4, 8, 4}}, '▟': {{4, 0, 4, 4}, {0, 4, 8, 4}},
	'▁': {{0, 7, 8, 1}}, '▂': {{0, 6, 8, 2}}, '▃': {{0, 5, 8, 3}}, '▅': {{0, 3, 8, 5}}, '▆': {{0, 2, 8, 6}}, '▇': {{0, 1, 8, 7}},
}

// corners are the rounded ones: which way each goes across and down.
var corners = map[rune][2]int{'╭': {1, 1}, '╮': {-1, 1}, '╰': {1, -1}, '╯': {-1, -1}}

// shape draws a sign that is a line or a block, and reports whether it is one.
func (c *canvas) shape(sign rune, colour string, left, top int) bool {
	midX, midY := left+cellWide/2, top+cellHigh/2
	put := func(x, y, w, h int) { c.boxes[colour] = append(c.boxes[colour], [4]int{x, y, w, h}) }
	if all, ok := blocksOf[sign]; ok {
		for _, b := range all {
			x, y := b[0]*cellWide/8, b[1]*cellHigh/8
			put(left+x, top+y, (b[0]+b[2])*cellWide/8-x, (b[1]+b[3])*cellHigh/8-y)
		}
		return true
	}
	if to, ok := corners[sign]; ok {
		edgeX, edgeY := left, top
		if to[0] > 0 {
			edgeX += cellWide
		}
		if to[1] > 0 {
			edgeY += cellHigh
		}
		fmt.Fprintf(&c.arcs, "<path stroke=\"%s\" d=\"M%d %d.5Q%d.5 %[3]d.5 %[4]d.5 %[5]d\"/>", colour, edgeX, midY, midX, edgeY)
		return true
	}
	if '⠀' <= sign && sign <= '⣿' { // dots of braille: bit by bit down the left column, then the right, then the lowest row
		for bit, at := range [8][2]int{{0, 0}, {0, 1}, {0, 2}, {1, 0}, {1, 1}, {1, 2}, {0, 3}, {1, 3}} {
			if (sign-'⠀')>>bit&1 == 1 {
				put(left+1+at[0]*cellWide/2, top+1+at[1]*cellHigh/4, 3, 3)
			}
		}
		return true
	}
	switch sign {
	case '┅':
		for i := range 3 {
			put(left+i*cellWide/3, midY-1, 2, 3)
		}
		return true
	case '┇':
		for i := range 3 {
			put(midX-1, top+i*cellHigh/3+1, 3, 4)
		}
		return true
	}
	arm, ok := arms[sign]
	toX, toY := sideways(arm[1], arm[3]), sideways(arm[2], arm[0])
	weight := slices.Max(arm[:])
	thick, offsets := 1, []int{0}
	switch weight {
	case 2:
		thick = 3
	case 3:
		offsets = []int{-2, 2} // outside and inside of a corner
	}
	for _, off := range offsets {
		x, y := midX+off*toX-thick/2, midY+off*toY-thick/2
		for way, weight := range arm {
			switch {
			case weight == 0:
			case way == 0:
				put(x, top, thick, y+thick-top)
			case way == 1:
				put(x, y, left+cellWide-x, thick)
			case way == 2:
				put(x, y, thick, top+cellHigh-y)
			case way == 3:
				put(left, y, x+thick-left, thick)
			}
		}
	}
	return ok
}

// sideways is which way a sign turns, by its two arms; one that goes through
// counts as turning forward.
func sideways(forward, back int) int {
	if forward == 0 && back != 0 {
		return -1
	}
	return 1
}

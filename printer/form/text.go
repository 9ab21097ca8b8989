package form

import (
	"bufio"
	"io"
	"strings"

	"stampdesk"
)

// TextWidth is how many columns a line of text has at most: it fits a terminal
// beside its scroll bar, and an e-mail.
const TextWidth = 100

// leastText is the narrowest a line may be: half of it holds what stands over
// every paper.
const leastText = 60

// WriteText writes pages as plain UTF-8, for terminals and e-mail: no line has
// more than TextWidth columns, counts end in their column, and what is longer
// is wrapped, never cut. A table of more columns than a line can hold is
// written row by row, each figure after its heading. Nothing in it moves a
// cursor: control characters are left out.
func WriteText(w io.Writer, pages []Page) error { return WriteTextWithin(w, pages, TextWidth) }

// WriteTextWithin is WriteText for lines of at most cols columns, of which it
// takes 60 to TextWidth.
func WriteTextWithin(w io.Writer, pages []Page, cols int) error {
	out := textPage{w: bufio.NewWriter(w), wide: min(max(cols, leastText), TextWidth)}
	for i := range pages {
		if i > 0 {
			out.line("")
			out.line(strings.Repeat("-", out.wide))
			out.line("")
		}
		out.page(&pages[i])
	}
	return out.w.Flush() // keeps the first error
}

// textPage writes the lines of pages.
type textPage struct {
	w    *bufio.Writer
	wide int // columns of a line
}

func (p textPage) line(s string) {
	p.w.WriteString(strings.TrimRight(strings.ReplaceAll(s, "\u00a0", " "), " "))
	p.w.WriteByte('\n')
}

func (p textPage) lines(all []string) {
	for _, s := range all {
		p.line(s)
	}
}

func (p textPage) page(page *Page) {
	p.header(page)
	p.line("")
	for _, titles := range [][]string{page.Title, page.Subtitle} {
		for _, t := range titles {
			for _, line := range wrapText(t, p.wide) {
				p.line(padText(line, p.wide, Center))
			}
		}
	}
	p.line("")
	p.paragraphs(page.Body)
	if page.Table != nil {
		p.table(page.Table)
		p.line("")
	}
	p.paragraphs(page.After)
	p.sign(page)
	if page.Foot != "" {
		p.line("")
		p.lines(wrapText(page.Foot, p.wide))
	}
}

// half is the width of one of two blocks of lines beside each other.
func (p textPage) half() int { return p.wide/2 - 2 }

// beside writes two blocks of lines beside each other, the right one in the
// middle of its half.
func (p textPage) beside(left, right []string, leftAt Align) {
	for i := range max(len(left), len(right)) {
		line := ""
		if i < len(left) {
			line = left[i]
		}
		line = padText(line, p.half(), leftAt)
		if i < len(right) {
			line += "    " + padText(right[i], p.half(), Center)
		}
		p.line(line)
	}
}

func (p textPage) header(page *Page) {
	if page.Code != "" {
		p.line(padText(page.Code, p.wide, Right))
	}
	const party = "ĐẢNG CỘNG SẢN VIỆT NAM"
	left := wrapText(strings.ToUpper(page.Upper), p.half())
	left = append(left, wrapText(strings.ToUpper(page.Issuer), p.half())...)
	if page.Issuer != "" {
		left = append(left, "*")
	}
	number := strings.ReplaceAll(page.Number, "  ", "\u00a0\u00a0") // room to write in
	left = append(left, wrapText(number, p.half())...)
	right := append([]string{party, strings.Repeat("-", textColumns(party))}, wrapText(page.Dated, p.half())...)
	p.beside(left, right, Center)
}

func (p textPage) paragraphs(all []Paragraph) {
	for _, it := range all {
		text := it.Text
		switch {
		case it.Center:
			for _, line := range wrapText(text, p.wide) {
				p.line(padText(line, p.wide, Center))
			}
		case it.Indent:
			const step = "\u00a0\u00a0\u00a0\u00a0"
			for _, line := range wrapText(step+text, p.wide) {
				p.line(line)
			}
		default:
			p.lines(wrapText(text, p.wide))
		}
		p.line("")
	}
}

func (p textPage) sign(page *Page) {
	var list []string // who receives it: beside a single signature, below several
	if len(page.Recipients) > 0 {
		list = append(list, "Nơi nhận:")
		for _, r := range page.Recipients {
			list = append(list, wrapText(r, p.half())...)
		}
	}
	var blocks [][]string
	beside := len(page.Signatures)%2 == 1
	if beside {
		blocks = append(blocks, list)
	}
	for _, s := range page.Signatures {
		var block []string
		for _, t := range append(s.Title, s.Hint) {
			block = append(block, wrapText(t, p.half())...)
		}
		block = append(block, "", "", "")
		blocks = append(blocks, append(block, wrapText(s.Name, p.half())...))
	}
	for i := 0; i < len(blocks); i += 2 {
		at, right := Center, []string(nil)
		if i == 0 && beside {
			at = Left
		}
		if i+1 < len(blocks) {
			right = blocks[i+1]
		}
		p.line("")
		p.beside(blocks[i], right, at)
	}
	if !beside && list != nil {
		p.line("")
		p.lines(list)
	}
}

// cellWords is what stands in a cell.
func cellWords(c Cell) string {
	if c.Kind == Count && c.Text == "" {
		return stampdesk.Vietnamese.Number(c.N)
	}
	return c.Text
}

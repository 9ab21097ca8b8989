package form

import "github.com/xuri/excelize/v2"

// style is what the look of a cell depends on.
type style struct {
	size                    float64
	bold, italic, underline bool
	align                   Align
	top                     bool // the text stands at the top of its cell; else in the middle
	border                  bool
	indent                  int
	format                  format
}

type format uint8

const (
	general format = iota
	text
	grouped
)

// groupedFormat shows 16.560 whatever language the spreadsheet has; the usual
// "#,##0" would be 16,560 in many.
const groupedFormat = `[>=1000000]#\.000\.000;[>=1000]#\.000;0`

const fontName = "Times New Roman"

// style gives the number of a style in the workbook. It is asked for as often
// as there are sorts of cells, never for each cell.
func (b *book) style(s style) (int, error) {
	if id, ok := b.styles[s]; ok {
		return id, nil
	}
	x := excelize.Style{
		Font: &excelize.Font{Family: fontName, Size: s.size, Bold: s.bold, Italic: s.italic, Color: "000000"},
		Alignment: &excelize.Alignment{
			Horizontal: [...]string{Left: "left", Center: "center", Right: "right"}[s.align], Vertical: "center",
			WrapText: true, Indent: s.indent,
		},
	}
	if s.underline {
		x.Font.Underline = "single"
	}
	if s.top {
		x.Alignment.Vertical = "top"
	}
	if s.border {
		for _, side := range [...]string{"left", "right", "top", "bottom"} {
			x.Border = append(x.Border, excelize.Border{Type: side, Color: "000000", Style: 1})
		}
	}
	switch s.format {
	case text:
		x.NumFmt = 49 // "@"
	case grouped:
		format := groupedFormat
		x.CustomNumFmt = &format
	}
	letters := s
	letters.align, letters.top, letters.indent = 0, false, 0
	if like, ok := b.letters[letters]; ok {
		id := b.standing(like, x.Alignment)
		b.styles[s] = id
		return id, nil
	}
	id, err := b.file.NewStyle(&x)
	if err == nil {
		b.styles[s], b.letters[letters] = id, id
	}
	return id, err
}

// standing is a style that differs from another one only in where the text
// stands. The library would hold its letters against those of all styles, which
// for a form takes as long as a hundred rows.
func (b *book) standing(like int, a *excelize.Alignment) int {
	all := b.file.Styles.CellXfs
	xf := all.Xf[like]
	at := *xf.Alignment
	at.Horizontal, at.Vertical, at.Indent = a.Horizontal, a.Vertical, a.Indent
	xf.Alignment = &at
	all.Xf = append(all.Xf, xf)
	all.Count = len(all.Xf)
	return all.Count - 1
}

// usualFont sets the font in whose digits a workbook counts the widths of its
// columns: one that every desk has, or has the like of, and in a size whose
// digits are whole dots.
func (b *book) usualFont() error {
	if err := b.file.SetDefaultFont(fontName); err != nil {
		return err
	}
	size, font := float64(usualFont), b.file.Styles.Fonts.Font[0]
	font.Sz.Val, font.Scheme = &size, nil
	return nil
}

package form

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// onPaper sets the printed page up.
func (s *leaf) onPaper() error {
	const inch = 25.4
	across := "portrait"
	left := marginLeft / inch
	if s.page.Landscape {
		across, left = "landscape", marginLeftAcross/inch
	}
	top, bottom, right, edge := marginTop/inch, marginBottom/inch, marginRight/inch, 10/inch
	yes, no, a4, one, any := true, false, 9, 1, 0
	f := s.file
	for _, set := range []func() error{
		func() error { return f.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &yes}) },
		func() error { return f.SetSheetView(s.name, 0, &excelize.ViewOptions{ShowGridLines: &no}) },
		func() error {
			return f.SetPageLayout(s.name, &excelize.PageLayoutOptions{Orientation: &across, Size: &a4, FitToWidth: &one, FitToHeight: &any})
		},
		func() error {
			return f.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{
				Top: &top, Bottom: &bottom, Left: &left, Right: &right, Header: &edge, Footer: &edge, Horizontally: &yes,
			})
		},
		func() error {
			return f.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{OddFooter: footer(s.page.Foot)})
		},
	} {
		if err := set(); err != nil {
			return err
		}
	}
	return nil
}

// footer is what stands at the foot of each printed page: what binds it to the
// journal, and its number.
func footer(foot string) string {
	const face = `&"` + fontName + `,Regular"`
	page := `&R` + face + `&10Trang &P/&N`
	text := `&L` + face + `&9 ` + strings.ReplaceAll(foot, "&", "&&")
	return cut(text, 250-len(page)) + page
}

// end closes the sheet: the headings stand on each printed page.
func (s *leaf) end() error {
	if s.err == nil && s.heads[1] > 0 {
		s.err = s.repeats(fmt.Sprintf("'%s'!$%d:$%d", strings.ReplaceAll(s.name, "'", "''"), s.heads[0], s.heads[1]))
	}
	if s.err == nil {
		s.err = s.stream.Flush()
	}
	return s.err
}

// repeats names the rows that stand on each printed page of the sheet. The
// library would hold the name against those of all sheets, for each of them
// listing the sheets anew: with a thousand of them half a minute. After the
// first it is told nothing, for no two sheets are alike.
func (b *book) repeats(rows string) error {
	sheets := b.file.WorkBook.Sheets.Sheet
	last := len(sheets) - 1
	if names := b.file.WorkBook.DefinedNames; names != nil {
		n := names.DefinedName[0]
		n.LocalSheetID, n.Data = &last, rows
		names.DefinedName = append(names.DefinedName, n)
		return nil
	}
	return b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: sheets[last].Name, RefersTo: rows})
}

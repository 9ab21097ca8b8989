package form

import (
	"bytes"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"stampdesk"
)

var update = flag.Bool("update", false, "write what the workbooks of the forms have into testdata")

// dump says in words what a workbook has: its sheets, how they are printed,
// columns, rows, cells with their looks, what is merged and what is asked for.
func dump(t *testing.T, file []byte) string {
	t.Helper()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	book, err := excelize.OpenReader(bytes.NewReader(file))
	must(err)
	defer book.Close()
	var out strings.Builder
	say := func(format string, a ...any) { fmt.Fprintf(&out, format+"\n", a...) }
	for _, sheet := range book.GetSheetList() {
		say("== %s", sheet)
		page, err := book.GetPageLayout(sheet)
		must(err)
		props, err := book.GetSheetProps(sheet)
		must(err)
		say("paper %d %s, to the width of %d, fit %t", *page.Size, *page.Orientation, *page.FitToWidth, *props.FitToPage)
		m, err := book.GetPageMargins(sheet)
		must(err)
		mm := func(inch *float64) float64 { return math.Round(*inch * 25.4) }
		say("margins in mm: top %g bottom %g left %g right %g", mm(m.Top), mm(m.Bottom), mm(m.Left), mm(m.Right))
		foot, err := book.GetHeaderFooter(sheet)
		must(err)
		say("foot %s", foot.OddFooter)
		for _, n := range book.GetDefinedName() {
			if n.Scope == sheet {
				say("%s %s", n.Name, n.RefersTo)
			}
		}
		rows, err := book.GetRows(sheet, excelize.Options{RawCellValue: true})
		must(err)
		wide := 0
		for _, r := range rows {
			wide = max(wide, len(r))
		}
		widths := make([]string, wide)
		for i := range widths {
			name, err := excelize.ColumnNumberToName(i + 1)
			must(err)
			w, err := book.GetColWidth(sheet, name)
			must(err)
			widths[i] = fmt.Sprintf("%s %.1f", name, w)
		}
		say("widths %s", strings.Join(widths, ", "))
		merged, err := book.GetMergeCells(sheet)
		must(err)
		over := map[string]string{}
		for _, c := range merged {
			over[c.GetStartAxis()] = c.GetEndAxis()
		}
		for i, r := range rows {
			high, err := book.GetRowHeight(sheet, i+1)
			must(err)
			say("row %d high %g", i+1, high)
			for j, text := range r {
				ref := cellRef(j, i+1)
				if text == "" && over[ref] == "" {
					continue
				}
				to := ""
				if over[ref] != "" {
					to = ":" + over[ref]
				}
				say("  %s%s %q %s", ref, to, text, looks(t, book, sheet, ref))
			}
		}
		asked, err := book.GetDataValidations(sheet)
		must(err)
		for _, v := range asked {
			say("asks %s %s %s", v.Sqref, v.Type, v.Formula1)
			say("  before: %s", *v.Prompt)
			say("  %s: %s", *v.ErrorStyle, *v.Error)
		}
	}
	return out.String()
}

// looks are the looks of a cell in words.
func looks(t *testing.T, book *excelize.File, sheet, ref string) string {
	t.Helper()
	id, err := book.GetCellStyle(sheet, ref)
	if err != nil {
		t.Fatal(err)
	}
	s, err := book.GetStyle(id)
	if err != nil {
		t.Fatal(err)
	}
	words := []string{fmt.Sprintf("%s %g", s.Font.Family, s.Font.Size)}
	if s.Font.Bold {
		words = append(words, "bold")
	}
	if s.Font.Italic {
		words = append(words, "italic")
	}
	if s.Font.Underline != "" {
		words = append(words, "underlined")
	}
	words = append(words, s.Alignment.Horizontal, s.Alignment.Vertical)
	if s.Alignment.Indent > 0 {
		words = append(words, fmt.Sprintf("indent %d", s.Alignment.Indent))
	}
	if !s.Alignment.WrapText {
		words = append(words, "not wrapped")
	}
	if len(s.Border) > 0 {
		words = append(words, fmt.Sprintf("%d borders", len(s.Border)))
	}
	switch {
	case s.CustomNumFmt != nil:
		words = append(words, *s.CustomNumFmt)
	case s.NumFmt == 49:
		words = append(words, "text")
	}
	return strings.Join(words, ", ")
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		g, w := strings.Split(got, "\n"), strings.Split(string(want), "\n")
		for i := range g {
			if i >= len(w) || g[i] != w[i] {
				t.Fatalf("%s differs from line %d:\n got %s\nwant %s", file, i+1, g[i], strings.Join(w[min(i, len(w)):min(i+1, len(w))], ""))
			}
		}
		t.Fatalf("%s has more lines", file)
	}
}

func TestTheWorkbookOfEachFormIsTheOneThatWasLookedAt(t *testing.T) {
	for f := stampdesk.FormUse; f <= stampdesk.FormResult; f++ {
		x := sampleFilled(f)
		if len(x.Rows) > 8 {
			x.Rows = append(x.Rows[:8], x.Rows[23:]...)
		}
		t.Run(fmt.Sprint(f), func(t *testing.T) {
			golden(t, fmt.Sprintf("form%d", f), dump(t, written(t, mustTemplate(t, f).Pages(&x, sampleOptions()))))
		})
		if !f.IsList() {
			continue
		}
		x.Rows, x.Cell = nil, "Tổ 2"
		t.Run(fmt.Sprint(f, " blank"), func(t *testing.T) {
			golden(t, fmt.Sprintf("form%d-blank", f), dump(t, written(t, mustTemplate(t, f).Blank(&x, 3, Options{}))))
		})
	}
}

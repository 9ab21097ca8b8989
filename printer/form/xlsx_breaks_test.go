package form

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"testing"

	"stampdesk"
)

// breaksOf are the rows of the first sheet below which a printed page ends by
// our wish.
func breaksOf(t *testing.T, file []byte) (rows []int) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("xl/worksheets/sheet1.xml")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	xml, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile(`<brk id="(\d+)"`).FindAllSubmatch(xml, -1) {
		n, err := strconv.Atoi(string(m[1]))
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, n)
	}
	return rows
}

func TestTheWorkbookOfAListOfOneIsOnePage(t *testing.T) {
	for f := stampdesk.FormStamp; f <= stampdesk.FormCardless; f++ {
		x := stampdesk.Filled{Form: f, Board: sampleBoard, Round: sampleRound, Unit: sampleUnit, Rows: sampleRows(1, f)}
		if rows := breaksOf(t, written(t, mustTemplate(t, f).Pages(&x, sampleOptions()))); len(rows) > 0 {
			t.Errorf("form %d: pages end below rows %v", f, rows)
		}
	}
}

// Wherever the page ends, the name of a cell is not the last on it.
func TestAPageOfAWorkbookNeverEndsWithAHeading(t *testing.T) {
	for n := 1; n < 60; n++ {
		x := stampdesk.Filled{Form: stampdesk.FormStamp, Board: sampleBoard, Round: sampleRound, Unit: sampleUnit, Rows: sampleRows(n, stampdesk.FormStamp)}
		pages := mustTemplate(t, stampdesk.FormStamp).Pages(&x, sampleOptions())
		const above = 13 // rows of the header, the title and the headings
		for _, row := range breaksOf(t, written(t, pages)) {
			if i := row - above - 1; i >= 0 && i+1 < len(pages[0].Table.Rows) && pages[0].Table.Rows[i].Group {
				t.Errorf("%d members: a page ends with %q", n, pages[0].Table.Rows[i].Cells[0].Text)
			}
		}
	}
}

// The PDF of it has them on one sheet each, too.
func TestFormOneOfAUnitOfSixCellsIsTwoPrintedPages(t *testing.T) {
	x := sampleFilled(stampdesk.FormReturn)
	x.Unit.Name, x.Tally.UncollectedBy, x.Tally.Guests = "Đảng bộ phường Ngọc Lâm", nil, stampdesk.Handled{}
	x.Tally.WithoutCardBy = nil
	x.Parts = nil
	for i := range 6 {
		x.Parts = append(x.Parts, stampdesk.FormPart{Name: fmt.Sprintf("Chi bộ tổ dân phố số %d", i+1), Tally: sampleTally()})
	}
	pages := mustTemplate(t, x.Form).Pages(&x, sampleOptions())
	for i := range pages {
		if rows := breaksOf(t, written(t, pages[i:i+1])); len(rows) > 0 {
			t.Errorf("sheet %d: pages end below rows %v", i+1, rows)
		}
	}
}

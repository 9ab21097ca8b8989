package form

import (
	"archive/zip"
	"bytes"
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

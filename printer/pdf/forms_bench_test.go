package pdf_test

import (
	"io"
	"testing"
	"time"

	"codeberg.org/go-pdf/fpdf"
	"github.com/go-fonts/liberation/liberationserifbold"
	"github.com/go-fonts/liberation/liberationserifitalic"
	"github.com/go-fonts/liberation/liberationserifregular"

	"stampdesk/printer/form"
	"stampdesk/printer/pdf"
)

// A list of 20.000 members, as of a whole board. The metric x-bare is the time against that of the library alone for the
// same cells in the same run, which does not change with the machine.
func BenchmarkListOf20000(b *testing.B) {
	page := listForm(20_000)
	var ours, bare time.Duration
	b.ReportAllocs()
	for b.Loop() {
		start := time.Now()
		if err := pdf.WritePages(io.Discard, []form.Page{page}, pdf.Options{At: at}); err != nil {
			b.Fatal(err)
		}
		ours += time.Since(start)
		b.StopTimer()
		start = time.Now()
		if err := formCellsAlone(page); err != nil {
			b.Fatal(err)
		}
		bare += time.Since(start)
		b.StartTimer()
	}
	b.ReportMetric(float64(ours)/float64(bare), "x-bare")
	b.ReportMetric(float64(len(writtenPages(b, page)))/1024, "KB-file")
}

// formCellsAlone writes the cells of a form's table, one line each, and nothing else.
func formCellsAlone(p form.Page) error {
	f := fpdf.New("L", "mm", "A4", "")
	f.AddUTF8FontFromBytes("serif", "", liberationserifregular.TTF)
	f.AddUTF8FontFromBytes("serif", "B", liberationserifbold.TTF)
	f.AddUTF8FontFromBytes("serif", "I", liberationserifitalic.TTF)
	f.AddPage()
	f.SetFont("serif", "", 12)
	for _, r := range p.Table.Rows {
		for i, c := range r.Cells {
			f.CellFormat(p.Table.Columns[i].Width, 7, c.Text, "1", 0, "L", false, 0, "")
		}
		f.Ln(7)
	}
	return f.Output(io.Discard)
}

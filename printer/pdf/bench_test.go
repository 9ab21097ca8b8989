package pdf_test

import (
	"io"
	"testing"
	"time"

	"codeberg.org/go-pdf/fpdf"
	"github.com/go-fonts/liberation/liberationserifbold"
	"github.com/go-fonts/liberation/liberationserifitalic"
	"github.com/go-fonts/liberation/liberationserifregular"

	"stampdesk/printer"
	"stampdesk/printer/pdf"
)

// A return list of 500 cards. The metric x-bare is the time against that of the library alone for the same cells in the
// same run, which does not change with the machine.
func BenchmarkReturnListOf500(b *testing.B) {
	doc := list(500)
	var ours, bare time.Duration
	b.ReportAllocs()
	for b.Loop() {
		start := time.Now()
		if err := pdf.Write(io.Discard, doc, pdf.Options{At: at}); err != nil {
			b.Fatal(err)
		}
		ours += time.Since(start)
		b.StopTimer()
		start = time.Now()
		if err := cellsAlone(doc); err != nil {
			b.Fatal(err)
		}
		bare += time.Since(start)
		b.StartTimer()
	}
	b.ReportMetric(float64(ours)/float64(bare), "x-bare")
	b.ReportMetric(float64(len(written(b, doc, pdf.Options{At: at})))/1024, "KB-file")
}

// cellsAlone writes the cells of a document's table and nothing else.
func cellsAlone(doc printer.Doc) error {
	f := fpdf.New("P", "mm", "A4", "")
	f.AddUTF8FontFromBytes("serif", "", liberationserifregular.TTF)
	f.AddUTF8FontFromBytes("serif", "B", liberationserifbold.TTF)
	f.AddUTF8FontFromBytes("serif", "I", liberationserifitalic.TTF)
	f.AddPage()
	for _, b := range doc.Blocks {
		t, ok := b.(printer.Table)
		if !ok {
			continue
		}
		f.SetFont("serif", "", 12)
		for _, row := range t.Rows {
			for _, cell := range row {
				f.CellFormat(32, 7, cell, "1", 0, "L", false, 0, "")
			}
			f.Ln(7)
		}
	}
	return f.Output(io.Discard)
}

// A return list of 500 cards must not take the desk's time or memory: it takes what the library does for its cells, and
// little more. The limits are far above what was measured.
func TestALongListCostsLittleMoreThanItsCells(t *testing.T) {
	if testing.Short() {
		t.Skip("takes time")
	}
	doc := list(500)
	best := func(fn func() error) time.Duration {
		least := time.Hour
		for range 5 {
			start := time.Now()
			if err := fn(); err != nil {
				t.Fatal(err)
			}
			least = min(least, time.Since(start))
		}
		return least
	}
	ours := best(func() error { return pdf.Write(io.Discard, doc, pdf.Options{At: at}) })
	bare := best(func() error { return cellsAlone(doc) })
	if ratio := float64(ours) / float64(bare); ratio > 4 {
		t.Errorf("%v, %.1f times the %v of its cells alone", ours, ratio, bare)
	}
	if n := len(written(t, doc, pdf.Options{At: at})); n > 256<<10 {
		t.Errorf("the file has %d bytes", n)
	}
}

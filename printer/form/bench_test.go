package form

import (
	"io"
	"runtime"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"stampdesk"
)

// bare writes the same cells by the library alone: the tables, no paper, and
// one look for all cells, the empty ones too, for they have borders; or the
// values alone.
func bare(b *testing.B, pages []Page, looks bool) {
	file := excelize.NewFile()
	defer file.Close()
	look := 0
	if looks {
		var err error
		if look, err = file.NewStyle(&excelize.Style{Alignment: &excelize.Alignment{WrapText: true}}); err != nil {
			b.Fatal(err)
		}
	}
	for i, p := range pages {
		name := "Sheet1"
		if i > 0 {
			name = p.Name
			if _, err := file.NewSheet(name); err != nil {
				b.Fatal(err)
			}
		}
		stream, err := file.NewStreamWriter(name)
		if err != nil {
			b.Fatal(err)
		}
		values, cells := make([]any, len(p.Table.Columns)), make([]excelize.Cell, len(p.Table.Columns))
		for r, row := range p.Table.Rows {
			for c, cell := range row.Cells {
				var value any
				switch {
				case cell.Kind == Count:
					value = cell.N
				case cell.Text != "":
					value = cell.Text
				}
				if values[c] = value; looks {
					cells[c] = excelize.Cell{StyleID: look, Value: value}
					values[c] = &cells[c]
				}
			}
			if err := stream.SetRow(cellRef(0, r+1), values); err != nil {
				b.Fatal(err)
			}
		}
		if err := stream.Flush(); err != nil {
			b.Fatal(err)
		}
	}
	if err := file.Write(io.Discard); err != nil {
		b.Fatal(err)
	}
}

// against measures a form, laid out and written, against the bare write of its
// cells in the same run: time and allocated bytes.
func against(b *testing.B, x *stampdesk.Filled) {
	tmpl := mustTemplate(b, x.Form)
	pages := tmpl.Pages(x, sampleOptions())
	regularFace() // read once in the life of the program
	boldFace()
	measured := func(f func()) (time.Duration, uint64) {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := time.Now()
		f()
		took := time.Since(start)
		runtime.ReadMemStats(&after)
		return took, after.TotalAlloc - before.TotalAlloc
	}
	var ours, theirs, values time.Duration
	var ourBytes, theirBytes uint64
	for b.Loop() {
		t, n := measured(func() {
			if err := WriteXLSX(io.Discard, Each(tmpl.Pages(x, sampleOptions())), ""); err != nil {
				b.Fatal(err)
			}
		})
		ours, ourBytes = ours+t, ourBytes+n
		t, n = measured(func() { bare(b, pages, true) })
		theirs, theirBytes = theirs+t, theirBytes+n
		t, _ = measured(func() { bare(b, pages, false) })
		values += t
	}
	b.ReportMetric(float64(ours)/float64(theirs), "x-bare")
	b.ReportMetric(float64(ours)/float64(values), "x-values")
	b.ReportMetric(float64(ourBytes)/float64(theirBytes), "x-bare-bytes")
	b.ReportMetric(float64(ours.Milliseconds())/float64(b.N), "ms/form")
	b.ReportMetric(float64(ourBytes)/float64(b.N)/(1<<20), "MB/form")
}

func BenchmarkFormTwoOfAUnit(b *testing.B) {
	x := sampleFilled(stampdesk.FormStamp)
	x.Rows = sampleRows(600, stampdesk.FormStamp)
	against(b, &x)
}

func BenchmarkFormSevenOfAProvince(b *testing.B) {
	x := sampleFilled(stampdesk.FormResult)
	x.Parts = make([]stampdesk.FormPart, 766)
	for i := range x.Parts {
		x.Parts[i] = stampdesk.FormPart{Key: "P", Name: "Đảng ủy phường Bến Thượng", Tally: sampleTally()}
	}
	against(b, &x)
}

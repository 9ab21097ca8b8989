package form

import (
	"fmt"
	"io"
	"iter"
	"runtime"
	"slices"
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
// cells in the same run: the shortest of the times, for a machine with other
// work makes all others longer, and the bytes allocated.
func against(b *testing.B, x *stampdesk.Filled) {
	tmpl := mustTemplate(b, x.Form)
	pages := tmpl.Pages(x, sampleOptions())
	regularFace() // read once in the life of the program
	boldFace()
	ways := [...]func(){
		func() {
			if err := WriteXLSX(io.Discard, Each(tmpl.Pages(x, sampleOptions())), ""); err != nil {
				b.Fatal(err)
			}
		},
		func() { bare(b, pages, true) },
		func() { bare(b, pages, false) },
	}
	var took [len(ways)][]time.Duration
	var bytes [len(ways)]uint64
	for b.Loop() {
		for i, way := range ways {
			var before, after runtime.MemStats
			runtime.GC() // nobody pays for what another left behind
			runtime.ReadMemStats(&before)
			start := time.Now()
			way()
			took[i] = append(took[i], time.Since(start))
			runtime.ReadMemStats(&after)
			bytes[i] += after.TotalAlloc - before.TotalAlloc
		}
	}
	least := func(i int) float64 { return float64(slices.Min(took[i])) }
	b.ReportMetric(least(0)/least(1), "x-bare")
	b.ReportMetric(least(0)/least(2), "x-values")
	b.ReportMetric(float64(bytes[0])/float64(bytes[1]), "x-bare-bytes")
	b.ReportMetric(least(0)/1e6, "ms/form")
	b.ReportMetric(float64(bytes[0])/float64(len(took[0]))/(1<<20), "MB/form")
}

func BenchmarkFormTwoOfAUnit(b *testing.B) {
	x := sampleFilled(stampdesk.FormStamp)
	x.Rows = sampleRows(600, stampdesk.FormStamp)
	against(b, &x)
}

func BenchmarkFormSevenOfAProvince(b *testing.B) {
	x := sampleFilled(stampdesk.FormResult)
	x.Parts = make([]stampdesk.FormPart, 766)
	for i := range x.Parts { // no two are alike, or they would pack to nothing
		t := sampleTally()
		t.Official, t.WithCard, t.Proposed, t.Stamped = t.Official+i*7, t.WithCard+i*5, t.Proposed+i*3, t.Stamped+i*2
		t.Damaged, t.Lost, t.Uncollected = i%37, i%41, i%53
		name := fmt.Sprintf("Đảng ủy phường Bến Thượng %d", i+1)
		x.Parts[i] = stampdesk.FormPart{Key: fmt.Sprintf("P%03d", i+1), Name: name, Tally: t}
	}
	against(b, &x)
}

// BenchmarkFormSixOfEachUnit is a workbook of many small sheets: what the library
// takes for a sheet must not grow with how many there are.
func BenchmarkFormSixOfEachUnit(b *testing.B) {
	tmpl := mustTemplate(b, stampdesk.FormUse)
	for _, units := range []int{192, 383, 766} {
		b.Run(fmt.Sprint(units), func(b *testing.B) {
			for b.Loop() {
				if err := WriteXLSX(io.Discard, sheetsOfUnits(tmpl, units), ""); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/float64(b.N*units), "ms/unit")
		})
	}
}

// sheetsOfUnits are the forms of so many units, one after the other.
func sheetsOfUnits(tmpl *Template, units int) iter.Seq2[Page, error] {
	return func(yield func(Page, error) bool) {
		x := sampleFilled(stampdesk.FormUse)
		for i := range units {
			x.Unit.Code = stampdesk.UnitCode(fmt.Sprintf("P%03d", i+1))
			for _, p := range tmpl.Pages(&x, sampleOptions()) {
				if !yield(p, nil) {
					return
				}
			}
		}
	}
}

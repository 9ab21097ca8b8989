package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"runtime"
	"runtime/metrics"
	"slices"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"stampdesk"
	"stampdesk/printer/form"
)

// cost is what a piece of work took.
type cost struct {
	took        time.Duration
	bytes, peak uint64 // allocated in all, and alive at most at one time
}

// costOf does work and says what it took.
func costOf(b *testing.B, work func() error) (c cost) {
	b.Helper()
	read := func(name string) uint64 {
		s := []metrics.Sample{{Name: name}}
		metrics.Read(s)
		return s[0].Value.Uint64()
	}
	const allocated, alive = "/gc/heap/allocs:bytes", "/memory/classes/heap/objects:bytes"
	runtime.GC()
	quit, peaked := make(chan struct{}), make(chan uint64)
	base := read(alive)
	go func() {
		most := base
		for {
			select {
			case <-quit:
				peaked <- most
				return
			case <-time.After(time.Millisecond):
				most = max(most, read(alive))
			}
		}
	}()
	before, at := read(allocated), time.Now()
	err := work()
	c.took, c.bytes = time.Since(at), read(allocated)-before
	last := read(alive)
	close(quit)
	c.peak = max(<-peaked, last) - base
	if err != nil {
		b.Fatal(err)
	}
	return c
}

// bareWalk goes over the members once, which is what the figures of a board
// cannot do without: its cells are in no sum.
func bareWalk(b *testing.B, s stampdesk.Store) error {
	return s.View(b.Context(), func(s stampdesk.Snapshot) error {
		for _, err := range s.Members() {
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// cellsIn are the cells of a workbook, sheet by sheet.
func cellsIn(b *testing.B, book []byte) map[string][][]string {
	b.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(book))
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	cells := map[string][][]string{}
	for _, name := range f.GetSheetList() {
		if cells[name], err = f.GetRows(name); err != nil {
			b.Fatal(err)
		}
	}
	return cells
}

// bareStream writes cells in the way of excelize that is the leanest: row after
// row, without a style.
func bareStream(w io.Writer, sheets map[string][][]string) error {
	return bareBook(w, sheets, func(f *excelize.File, sheet string, rows [][]string) error {
		stream, err := f.NewStreamWriter(sheet)
		if err != nil {
			return err
		}
		for i, row := range rows {
			values := make([]any, len(row))
			for k, v := range row {
				values[k] = v
			}
			if err := stream.SetRow(fmt.Sprint("A", i+1), values); err != nil {
				return err
			}
		}
		return stream.Flush()
	})
}

// bareCells writes them in the way of excelize that is the usual one.
func bareCells(w io.Writer, sheets map[string][][]string) error {
	return bareBook(w, sheets, func(f *excelize.File, sheet string, rows [][]string) error {
		for i, row := range rows {
			if err := f.SetSheetRow(sheet, fmt.Sprint("A", i+1), &row); err != nil {
				return err
			}
		}
		return nil
	})
}

func bareBook(w io.Writer, sheets map[string][][]string, fill func(*excelize.File, string, [][]string) error) error {
	f := excelize.NewFile()
	defer f.Close()
	for name, rows := range sheets {
		if _, err := f.NewSheet(name); err != nil {
			return err
		}
		if err := fill(f, name, rows); err != nil {
			return err
		}
	}
	if err := f.DeleteSheet("Sheet1"); err != nil {
		return err
	}
	return f.Write(w)
}

// BenchmarkForms sets what a form takes, from the store to the bytes of the
// file, against a bare write of the same cells by the library for workbooks and
// a bare walk over the members, in the same run: form 2 of a unit with more than
// two thousand members, form 7 of a province of 127.455, and form 2 of all of
// them.
func BenchmarkForms(b *testing.B) {
	s := province(b)
	a := newApp(nil, io.Discard, io.Discard, func(string) string { return "" })
	a.conf = defaults()
	for _, c := range []struct {
		name   string
		q      formAsk
		rounds int
	}{
		{"form-2-of-a-unit", formAsk{form: stampdesk.FormStamp, unit: "TC001"}, 7},
		{"form-7-of-a-province", formAsk{form: stampdesk.FormResult}, 7},
		{"form-2-of-a-province", formAsk{form: stampdesk.FormStamp}, 1},
	} {
		b.Run(c.name, func(b *testing.B) {
			var g gathered
			fill := func() (err error) { g, err = a.gather(b.Context(), s, c.q); return err }
			var book bytes.Buffer
			write := func() error {
				laid, err := a.lay(g, c.q)
				if err != nil {
					return err
				}
				book.Reset()
				return form.WriteXLSX(&book, form.Each(slices.Concat(laid...)), "")
			}
			first := costOf(b, func() error { return errors.Join(fill(), write()) })
			sheets, rows := cellsIn(b, book.Bytes()), 0
			for _, cells := range sheets {
				rows += len(cells)
			}
			costs := map[string][]cost{}
			for range c.rounds {
				for name, work := range map[string]func() error{
					"all": func() error { return errors.Join(fill(), write()) }, "fill": fill, "write": write,
					"cells":  func() error { return bareCells(io.Discard, sheets) },
					"stream": func() error { return bareStream(io.Discard, sheets) },
					"walk":   func() error { return bareWalk(b, s) },
				} {
					costs[name] = append(costs[name], costOf(b, work))
				}
			}
			mid := func(name string, of func(cost) float64) float64 {
				var x []float64
				for _, c := range costs[name] {
					x = append(x, of(c))
				}
				slices.Sort(x)
				return x[len(x)/2]
			}
			took := func(c cost) float64 { return float64(c.took.Microseconds()) / 1000 }
			allocated := func(c cost) float64 { return float64(c.bytes) / (1 << 20) }
			peak := func(c cost) float64 { return float64(c.peak) / (1 << 20) }
			b.ReportMetric(float64(rows), "rows")
			b.ReportMetric(took(first), "first-ms")
			for name := range costs {
				b.ReportMetric(mid(name, took), name+"-ms")
				b.ReportMetric(mid(name, allocated), name+"-MB")
				b.ReportMetric(mid(name, peak), name+"-peak-MB")
			}
			for _, bare := range []string{"cells", "stream"} {
				b.ReportMetric(mid("all", took)/mid(bare, took), "all/"+bare)
				b.ReportMetric(mid("write", took)/mid(bare, took), "write/"+bare)
			}
			b.ReportMetric(mid("all", took)/(mid("walk", took)+mid("cells", took)), "all/walk+cells")
			b.ReportMetric(0, "ns/op")
		})
	}
}

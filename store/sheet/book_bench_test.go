package sheet

import (
	"bytes"
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// cityBook is cityRoster as a workbook, all cells text. Texts that cells share
// are what Excel makes of them; without, it is what programs write.
func cityBook(t testing.TB, n int, shared bool) []byte {
	t.Helper()
	rows := csv.NewReader(bytes.NewReader(cityRoster(n)))
	rows.ReuseRecord = true
	f := excelize.NewFile()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	values := make([]any, 15)
	for i := 1; i <= n+1; i++ {
		cells, err := rows.Read()
		if err != nil {
			t.Fatal(err)
		}
		for j := range values {
			if values[j] = cells[j]; cells[j] == "" {
				values[j] = nil
			}
		}
		at, _ := excelize.CoordinatesToCellName(1, i)
		if err := w.SetRow(at, values); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	data := saved(t, f)
	if shared {
		data = shareStrings(t, data)
	}
	return data
}

// BenchmarkReadRosterXLSX reads the members of a large city from a workbook
// and reports, beside its own speed, how many times longer that takes than
// excelize takes to give the same rows, and nothing more.
func BenchmarkReadRosterXLSX(b *testing.B) {
	const n = 127_455
	for name, shared := range map[string]bool{"shared": true, "inline": false} {
		b.Run(name, func(b *testing.B) {
			path := filepath.Join(b.TempDir(), "city.xlsx")
			data := cityBook(b, n, shared)
			if err := os.WriteFile(path, data, 0o600); err != nil {
				b.Fatal(err)
			}
			b.SetBytes(int64(len(data)))
			data = nil
			b.ReportAllocs()
			base, own := time.Hour, time.Hour // the best of each: other work on the machine only adds
			for b.Loop() {
				runtime.GC() // neither pays for what the other left behind
				t0 := time.Now()
				if rows := bareRows(b, path); rows != n+1 {
					b.Fatal(rows)
				}
				base = min(base, time.Since(t0))
				runtime.GC()
				t0 = time.Now()
				file, err := os.Open(path)
				if err != nil {
					b.Fatal(err)
				}
				f, err := ReadRoster(context.Background(), file, Options{})
				file.Close()
				own = min(own, time.Since(t0))
				if err != nil || f.ProblemCount > 0 || len(f.Roster.Members) != n {
					b.Fatal(err, f.Problems[:min(3, len(f.Problems))])
				}
			}
			b.ReportMetric(float64(own)/float64(base), "×excelize")
			b.ReportMetric(float64(own.Milliseconds()), "ms/read")
		})
	}
}

// bareRows counts the rows that excelize streams.
func bareRows(t testing.TB, path string) (n int) {
	f, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.Rows("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		if _, err := rows.Columns(); err != nil {
			t.Fatal(err)
		}
		n++
	}
	return n
}

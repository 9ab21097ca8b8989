package sheet

import (
	"bufio"
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

// cityRoster is a file of n members, n being those of a large city.
func cityRoster(n int) []byte {
	var b bytes.Buffer
	b.WriteString(canonical + "\n")
	families := []string{"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ"}
	middles := []string{"Văn", "Thị", "Hữu", "Ngọc", "Minh", "Đức", "Thanh"}
	givens := []string{"An", "Bình", "Chiến", "Dũng", "Hạnh", "Hương", "Khánh", "Lâm", "Mai", "Nhung", "Oanh", "Phúc", "Thảo"}
	for i := range n {
		card := (i*618_033 + 1) % 999_983
		unit := i / 345
		fmt.Fprintf(&b, "31.%06d,%06dHB,%s %s %s,%02d/%02d/%d,Nam,\"Xã Bãi Sậy %d, Huyện Đồng Mây\",%02d/%02d/%d,%02d/%02d/%d,02/09/%d,C%03d,Đảng bộ phường Bến Trăng %d,Chi bộ %d,,chính thức,\n",
			card+1, i, families[i%11], middles[i%7], givens[i%13], i%28+1, i/7%12+1, 1940+i/3%60, i%200,
			i%28+1, i%12+1, 1965+i/3%60, i%28+1, i%12+1, 1966+i/3%60, 1967+i/3%60, unit, unit, i%345/40+1)
	}
	return b.Bytes()
}

// BenchmarkReadRoster reads the members of a large city and reports, beside
// its own speed, how many times longer that takes than encoding/csv takes to
// cut the same bytes into cells.
func BenchmarkReadRoster(b *testing.B) {
	const n = 127_455
	data := cityRoster(n)
	path := filepath.Join(b.TempDir(), "city.csv")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	base, own := time.Hour, time.Hour // the best of each: other work on the machine only adds
	for b.Loop() {
		runtime.GC() // neither pays for what the other left behind
		t0 := time.Now()
		file, err := os.Open(path)
		if err != nil {
			b.Fatal(err)
		}
		r := csv.NewReader(bufio.NewReaderSize(file, 1<<20))
		r.ReuseRecord = true
		rows := 0
		for ; ; rows++ {
			if _, err := r.Read(); err == io.EOF {
				break
			} else if err != nil {
				b.Fatal(err)
			}
		}
		base = min(base, time.Since(t0))
		runtime.GC()
		t0 = time.Now()
		file.Seek(0, io.SeekStart)
		f, err := ReadRoster(context.Background(), file, Options{})
		file.Close()
		own = min(own, time.Since(t0))
		if err != nil || f.ProblemCount > 0 || len(f.Roster.Members) != rows-1 {
			b.Fatal(err, f.Problems[:min(3, len(f.Problems))])
		}
	}
	b.ReportMetric(float64(own)/float64(base), "×csv")
	b.ReportMetric(float64(own.Milliseconds()), "ms/read")
}

package e2e

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

// spread reports the median and the 99th percentile of some times.
func spread(b *testing.B, times []time.Duration) {
	slices.Sort(times)
	ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
	b.ReportMetric(ms(times[len(times)/2]), "p50-ms")
	b.ReportMetric(ms(times[len(times)*99/100]), "p99-ms")
	b.ReportMetric(0, "ns/op")
}

// grow gives the board a roster of the size of a district.
func (b *board) grow(members int) {
	b.t.Helper()
	var csv strings.Builder
	csv.WriteString("Số thẻ,Họ và tên,Ngày sinh,Mã đơn vị,Đơn vị,Chi bộ\n")
	for i := range members {
		fmt.Fprintf(&csv, "31%06d,Đảng viên Thứ %d,12/04/1961,P%02d,Đảng bộ %d,Chi bộ %d\n", i+1, i+1, 1+i/400, 1+i/400, i/40)
	}
	b.write("roster.csv", csv.String())
	b.run("roster", "import", b.dir+"/roster.csv")
}

// BenchmarkScanToPaintedVerdict is the time from the first byte on the
// scanner's line to the verdict on the screen, durable and painted.
func BenchmarkScanToPaintedVerdict(b *testing.B) {
	board := newBoard(b, "key")
	board.grow(16_886)
	term := board.desk()
	term.see("● máy quét")
	var times []time.Duration
	for i := range 300 {
		name := fmt.Sprintf("Thứ %d ", i+1)
		began := time.Now()
		board.scan(fmt.Sprintf("31%06d", i+1))
		term.wait("for the verdict", func(screen string) bool {
			return strings.Contains(screen+" ", name) || strings.Contains(screen, name[:len(name)-1]+"\n")
		})
		times = append(times, time.Since(began))
		term.keys(enter)
		term.see("━ ✔ ĐÃ GHI")
	}
	spread(b, times)
}

// BenchmarkStartToFirstFrame is the time from the start of the process to a
// screen that can be used, on the store of a district.
func BenchmarkStartToFirstFrame(b *testing.B) {
	board := newBoard(b, "key")
	board.grow(16_886)
	var times []time.Duration
	for range 30 {
		began := time.Now()
		term := start(b, board.env)
		term.see("PIN")
		times = append(times, time.Since(began))
		term.close()
	}
	spread(b, times)
	if info, err := os.Stat(binary); err == nil {
		b.ReportMetric(float64(info.Size())/1e6, "binary-MB")
	}
}

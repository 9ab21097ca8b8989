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
func spread(b *testing.B, what string, times []time.Duration) {
	slices.Sort(times)
	ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
	b.ReportMetric(ms(times[len(times)/2]), what+"p50-ms")
	b.ReportMetric(ms(times[len(times)*99/100]), what+"p99-ms")
	b.ReportMetric(0, "ns/op")
}

// memory reports how much of it the program has, and had at most.
func (term *terminal) memory(b *testing.B) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", term.cmd.Process.Pid))
	if err != nil {
		return // not Linux
	}
	for line := range strings.Lines(string(status)) {
		var kb float64
		for name, unit := range map[string]string{"VmRSS:": "RSS-MB", "VmHWM:": "most-RSS-MB"} {
			if n, _ := fmt.Sscanf(line, name+" %f kB", &kb); n == 1 {
				b.ReportMetric(kb/1024, unit)
			}
		}
	}
}

// bare is the time that the disk takes to keep one page.
func bare(b *testing.B, f *os.File) time.Duration {
	b.Helper()
	page := make([]byte, 4096)
	began := time.Now()
	_, err := f.Write(page)
	if err == nil {
		err = f.Sync()
	}
	if err != nil {
		b.Fatal(err)
	}
	return time.Since(began)
}

// BenchmarkScanToPaintedVerdict is the time from the first byte on the
// scanner's line to the verdict on the screen, durable and painted, and that
// from Enter to ĐÃ GHI, in a city's store with 20.000 entries; between the two
// the same disk keeps bare pages.
func BenchmarkScanToPaintedVerdict(b *testing.B) {
	board, first := newCity(b)
	f, err := os.Create(board.dir + "/bare")
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	term := board.sits("GS1", "2222")
	term.see(fmt.Sprintf("Bến Trăng %d", cityUnit), "● máy quét")
	var scans, records, writes []time.Duration
	for i := range 300 {
		card := cityCard(first + i)
		time.Sleep(100 * time.Millisecond) // reads that follow a verdict are not a part of the next one
		writes = append(writes, bare(b, f))
		began := time.Now()
		board.scan(card)
		term.wait("for the question", func(screen string) bool { return inFrame(screen, dotted(card)) })
		scans = append(scans, time.Since(began))
		time.Sleep(100 * time.Millisecond)
		began = time.Now()
		term.plays(enter)
		term.wait("for the record", func(screen string) bool {
			return strings.Contains(screen, "━ ✔ ĐÃ GHI") && inFrame(screen, dotted(card))
		})
		records = append(records, time.Since(began))
	}
	spread(b, "scan-", scans)
	spread(b, "record-", records)
	spread(b, "bare-", writes)
	b.ReportMetric(float64(scans[len(scans)/2])/float64(writes[len(writes)/2]), "scan/bare")
	b.ReportMetric(float64(records[len(records)/2])/float64(writes[len(writes)/2]), "record/bare")
	b.ReportMetric(float64(board.tally().Heads[0].Seq), "entries")
	term.memory(b)
}

// BenchmarkKeyToPaintedHits is the time from a key in the search to all that
// fits what was typed, in a city's roster. A letter is held back until it is
// sure that no scanner plays keyboard, for 60 ms: they are in it.
func BenchmarkKeyToPaintedHits(b *testing.B) {
	board, first := newCity(b)
	term := board.sits("GS1", "2222")
	term.see(fmt.Sprintf("Bến Trăng %d", cityUnit))
	term.keys(f3)
	term.see("Tìm:")
	for _, kind := range []struct {
		name    string
		queries []string
	}{
		{"number-", []string{cityCard(first)[3:7], cityCard(first + 5)[2:6], cityCard(first + 9)[4:8]}},
		{"name-", []string{"nguyen van hanh", "thi nhung", "dang huu", "huong"}},
	} {
		var times []time.Duration
		for range 10 {
			for _, query := range kind.queries {
				term.keys("\x15")
				term.lose("người")
				typed := ""
				for _, letter := range query {
					typed += string(letter)
					time.Sleep(120 * time.Millisecond)
					began := time.Now()
					term.plays(string(letter))
					term.wait("for the hits", func(screen string) bool {
						return letter == ' ' || strings.Contains(screen, "Tìm: "+typed+"█") && strings.Contains(screen, " người")
					})
					if letter != ' ' {
						times = append(times, time.Since(began))
					}
				}
			}
		}
		spread(b, kind.name, times)
	}
	term.memory(b)
}

// BenchmarkStartToFirstFrame is the time from the start of the process to a
// screen that can be used, in a city's store.
func BenchmarkStartToFirstFrame(b *testing.B) {
	board, _ := newCity(b)
	var times []time.Duration
	for range 30 {
		began := time.Now()
		term := start(b, board.env)
		term.see("PIN")
		times = append(times, time.Since(began))
		term.close()
	}
	spread(b, "", times)
	if info, err := os.Stat(binary); err == nil {
		b.ReportMetric(float64(info.Size())/1e6, "binary-MB")
	}
}

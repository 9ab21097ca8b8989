package device

import (
	"bufio"
	"bytes"
	"testing"
	"time"
)

// BenchmarkFramer reports, beside its own speed, how many times longer the framer takes than bufio.Scanner takes to cut
// the same bytes into lines. A line at 115200 baud brings 0.01 MB/s.
func BenchmarkFramer(b *testing.B) {
	line := bytes.Repeat([]byte("]C012345678\r\n"), 1000)
	// Both keep the text they cut, so that both pay for it.
	lines := func() (texts []string) {
		for s := bufio.NewScanner(bytes.NewReader(line)); s.Scan(); {
			texts = append(texts, s.Text())
		}
		return texts
	}
	frames := func() (texts []string) {
		var f Framer
		f.Feed(line, time.Time{}, func(c Code) { texts = append(texts, c.Text) })
		return texts
	}
	b.SetBytes(int64(len(line)))
	b.ReportAllocs()
	var base, own time.Duration
	for b.Loop() {
		t0 := time.Now()
		lines()
		t1 := time.Now()
		frames()
		base, own = base+t1.Sub(t0), own+time.Since(t1)
	}
	if got, want := len(frames()), len(lines()); got != want {
		b.Fatalf("%d codes, want %d", got, want)
	}
	b.ReportMetric(float64(own)/float64(base), "×lines")
	b.ReportMetric(float64(own.Nanoseconds())/float64(b.N)/1000, "ns/code")
}

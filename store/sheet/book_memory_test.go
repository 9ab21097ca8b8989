package sheet

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// BenchmarkMemory reports how much memory a process takes at most to read a
// city's roster, more than one that reads a file of one row. The process is
// this test binary again.
func BenchmarkMemory(b *testing.B) {
	if runtime.GOOS != "linux" {
		b.Skip("peaks are told by /proc")
	}
	if path := os.Getenv("SHEET_READ"); path != "" {
		readOnce(b, path)
		return
	}
	const n = 127_455
	for name, make := range map[string]func(int) []byte{
		"csv":         cityRoster,
		"xlsx/shared": func(n int) []byte { return cityBook(b, n, true) },
		"xlsx/inline": func(n int) []byte { return cityBook(b, n, false) },
	} {
		b.Run(name, func(b *testing.B) {
			small, large := filepath.Join(b.TempDir(), "small"), filepath.Join(b.TempDir(), "large")
			for path, rows := range map[string]int{small: 1, large: n} {
				if err := os.WriteFile(path, make(rows), 0o600); err != nil {
					b.Fatal(err)
				}
			}
			for b.Loop() {
				idle, _ := peak(b, small)
				most, took := peak(b, large)
				b.ReportMetric(float64(most-idle)/1024, "MiB-over-idle")
				b.ReportMetric(took.Seconds(), "s/process")
			}
		})
	}
}

// peak is the most memory, in KiB, that a process holds that reads a file.
func peak(t testing.TB, path string) (kib int, took time.Duration) {
	cmd := exec.Command(os.Args[0], "-test.run=^$", "-test.bench=^BenchmarkMemory$", "-test.benchtime=1x")
	cmd.Env = append(os.Environ(), "SHEET_READ="+path)
	t0 := time.Now()
	out, err := cmd.CombinedOutput()
	took = time.Since(t0)
	i := strings.Index(string(out), "VmHWM:")
	if err != nil || i < 0 {
		t.Fatal(err, string(out))
	}
	if _, err := fmt.Sscanf(string(out[i:]), "VmHWM: %d", &kib); err != nil {
		t.Fatal(err)
	}
	return kib, took
}

func readOnce(t testing.TB, path string) {
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	t0 := time.Now()
	f, err := ReadRoster(context.Background(), file, Options{})
	if err != nil || f.ProblemCount > 0 {
		t.Fatal(err, f.Problems[:min(3, len(f.Problems))])
	}
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Fatal(err)
	}
	fmt.Printf("%d members in %v\n%s\n", len(f.Roster.Members), time.Since(t0), status[strings.Index(string(status), "VmHWM:"):])
}

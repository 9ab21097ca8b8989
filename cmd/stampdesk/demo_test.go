package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"stampdesk"
)

// headless runs the demo without a screen over a board, and gives its tally
// and what it said besides.
func headless(t testing.TB, b board) (tally map[string]any, said string) {
	t.Helper()
	t.Setenv("TMPDIR", t.TempDir())
	var out, errw bytes.Buffer
	a := &app{in: strings.NewReader(""), out: &out, err: &errw, getenv: func(string) string { return "" },
		now: time.Now, pins: argonPINs{}, t: textsIn(stampdesk.Vietnamese), conf: defaults()}
	a.flags.json = true
	if err := a.demo(context.Background(), b, false, true); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(out.Bytes(), &tally); err != nil {
		t.Fatalf("%v: %s", err, out.String())
	}
	return tally, errw.String()
}

// few is a board of few units, for tests that need not run the whole round.
func few(units int) board {
	b := inventBoard(demoSeed)
	b.units = b.units[:units]
	return b
}

func TestTheDemosFiguresComeFromTheJournalAlone(t *testing.T) {
	longRun(t)
	b := few(3)
	before, said := headless(t, b)
	unit := b.units[1].Code
	people := b.people[unit]
	changed := -1
	for i := range people {
		if people[i].fate == fateStamped {
			people[i].fate, changed = fateLost, i
			break
		}
	}
	if changed < 0 {
		t.Fatal("nobody's card is stamped")
	}
	after, _ := headless(t, b)
	for key, by := range map[string]float64{"stamped": -1, "lost": +1, "not_stamped": +1, "damaged": 0, "uncollected": 0, "with_card": 0, "proposed": -1} {
		if got := after[key].(float64) - before[key].(float64); got != by {
			t.Errorf("one stamped card lost instead moves %s by %v, want %v", key, got, by)
		}
	}
	papers := regexp.MustCompile(`\S+/receipts`).FindString(said)
	lists, _ := filepath.Glob(papers + "/*.txt")
	if len(lists) != len(b.units) {
		t.Fatalf("%d return lists in %q for %d batches: %s", len(lists), papers, len(b.units), said)
	}
	text, err := os.ReadFile(lists[0])
	if err != nil || !bytes.Contains(text, []byte("DANH SÁCH TRẢ THẺ")) {
		t.Errorf("%v: %.300s", err, text)
	}
}

// BenchmarkTheHeadlessDemo measures cards a second through scanner, desk,
// journal and disk.
func BenchmarkTheHeadlessDemo(b *testing.B) {
	for range b.N {
		_, said := headless(b, few(8))
		m := regexp.MustCompile(`: (\d+) thẻ/giây`).FindStringSubmatch(said)
		if m == nil {
			b.Fatal(said)
		}
		rate, err := strconv.Atoi(m[1])
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(rate), "cards/s")
	}
}

package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// A city in the middle of its round: its members, and a journal of so many
// entries at least.
const (
	cityEntries = 20_000
	unitSize    = 345 // of writeCity
	cityUnit    = 200 // its batch is open and has not a stamp
)

var (
	cityFiles map[string][]byte
	founding  sync.Mutex
)

// cityCard is the number of a member of a city, as a scanner reads it.
func cityCard(i int) string { return fmt.Sprintf("31%06d", (i*618_033+1)%999_983+1) }

// newCity is a board with a city's roster and a long journal, and the index of
// the first member of cityUnit, whose batch is open. The data is made once, which takes most of a minute: units are stamped by replay until
// the journal is long enough.
func newCity(b testing.TB) (made *board, first int) {
	b.Helper()
	founding.Lock()
	defer founding.Unlock()
	board := &board{t: b, dir: b.TempDir()}
	board.plug()
	board.write("config.toml", fmt.Sprintf("[scanner]\nport = %q\n[printer]\nto = \"file:receipts\"\n", board.port()))
	board.env = []string{"HOME=" + board.dir, "STAMPDESK_DATA=" + board.dir + "/store", "STAMPDESK_CONFIG=" + board.dir + "/config.toml"}
	if cityFiles != nil {
		if err := os.Mkdir(board.dir+"/store", 0o700); err != nil {
			b.Fatal(err)
		}
		for name, data := range cityFiles {
			board.write(name, string(data))
		}
		return board, cityUnit * unitSize
	}
	board.run("init", "--supervisor", "GS1")
	roster := filepath.Join(board.dir, "city.csv")
	writeCity(b, roster, city)
	board.run("roster", "import", roster)
	units := 0
	for entries := 0; entries < cityEntries; units++ {
		unit := units
		board.run("batch", "open", "--unit", fmt.Sprintf("C%03d", unit), "--count", fmt.Sprint(unitSize))
		if unit == 0 {
			board.run("batch", "decide", "--no", "12-QĐ/TU", "--date", "16/04/2021")
		} else {
			board.run("batch", "decide", "--no", "12-QĐ/TU", "--date", "16/04/2021", "--batch", fmt.Sprintf("B1-%03d", unit+1))
		}
		var codes strings.Builder
		for i := range unitSize {
			codes.WriteString(cityCard(unit*unitSize+i) + "\n")
		}
		if got := board.second(codes.String(), nil, "replay", "--batch", fmt.Sprintf("B1-%03d", unit+1), "--json"); got.code != 0 || strings.Count(got.out, `"verdict":"stamp"`) != unitSize {
			b.Fatalf("replay of unit %d: %d: %.300s %.300s", unit, got.code, got.out, got.errout)
		}
		entries = board.tally().Heads[0].Seq
	}
	board.run("batch", "open", "--unit", fmt.Sprintf("C%03d", cityUnit), "--count", fmt.Sprint(unitSize))
	board.run("batch", "decide", "--no", "13-QĐ/TU", "--date", "16/04/2021", "--batch", fmt.Sprintf("B1-%03d", units+1))
	files, err := filepath.Glob(board.dir + "/store/*")
	if err != nil {
		b.Fatal(err)
	}
	cityFiles = map[string][]byte{}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		cityFiles[strings.TrimPrefix(name, board.dir+"/")] = data
	}
	return board, cityUnit * unitSize
}

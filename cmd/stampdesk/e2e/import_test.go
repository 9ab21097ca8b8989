package e2e

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// city is a roster of n members beside those of the board, all of unit P01.
func (b *board) city(name string, n int) {
	b.t.Helper()
	roster, err := os.ReadFile(filepath.Join(b.dir, "roster.csv"))
	if err != nil {
		b.t.Fatal(err)
	}
	var csv strings.Builder
	csv.Write(roster)
	for i := range n {
		fmt.Fprintf(&csv, "%02d.%06d,Đảng viên Thành phố %d,12/04/1961,19/05/1984,P%02d,Đảng bộ %d,Chi bộ %d,\n",
			32+i/900_000, i%900_000+1, i, 3+i/400%90, 3+i/400%90, i/40%9)
	}
	b.elsewhere(name, csv.String())
}

func (b *board) members() (n int) {
	b.t.Helper()
	var got struct {
		InForce struct{ Members int } `json:"in_force"`
	}
	if err := json.Unmarshal([]byte(b.second("", nil, "roster", "show", "--json").out), &got); err != nil {
		b.t.Fatal(err)
	}
	return got.InForce.Members
}

func TestFilesAreTakenInBesideADeskAsWithoutOne(t *testing.T) {
	b := newBoard(t, "key")
	b.elsewhere("good.csv", goodList)
	b.elsewhere("bad.csv", badList)
	b.elsewhere("columns.toml", "name = \"quan\"\n[columns]\ncard = \"Mã thẻ\"\nname = [\"Họ đệm\", \"Tên\"]\n")
	b.elsewhere("wrong.toml", "[columns]\nso_the = \"Mã thẻ\"\n")
	b.elsewhere("p01.csv", "Số thẻ,Họ và tên,Mã đơn vị\n31.000001,Đảng viên Thứ Nhất,P01\n31.000090,Đảng viên Khác,P01\n")
	b.elsewhere("next.csv", "Số thẻ,Họ và tên,Mã đơn vị,Đơn vị\n31.000001,Đảng viên Thứ Nhất,P01,Đảng bộ phường A\n31.000077,Người Mới,P09,Đảng bộ phường C\n")
	commands := [][]string{
		{"roster", "show"},
		{"roster", "import", "next.csv", "--dry-run"},
		{"roster", "import", "next.csv", "--dry-run", "--json"},
		{"roster", "import", "next.csv", "--dry-run", "--lang", "en"},
		{"roster", "import", "p01.csv", "--unit", "P01", "--dry-run"},
		{"roster", "import", "p01.csv", "--unit", "P01"},
		{"roster", "import", "next.csv", "--encoding", "latin1"},
		{"roster", "import", "next.csv", "--columns", "wrong.toml"},
		{"roster", "import", "next.csv", "--columns", "nowhere.toml"},
		{"roster", "import", "next.csv", "--columns", "none"},
		{"roster", "import", "."},
		{"roster", "restore", "--dry-run"},
		{"roster", "restore"},
		{"roster", "export", "all.csv"},
		{"list", "import", "good.csv", "--form", "2", "--dry-run", "--json"},
		{"list", "import", "bad.csv", "--form", "2", "--errors", "errors.csv"},
		{"list", "import", "bad.csv", "--form", "2", "--errors", "bad.csv"},
		{"profile", "list"},
		{"profile", "check", "columns.toml"},
		{"profile", "check", "wrong.toml"},
	}
	run := func() (all []second) {
		for _, args := range commands {
			all = append(all, b.second("", nil, args...))
		}
		for _, name := range []string{"all.csv", "errors.csv"} {
			path := filepath.Join(b.dir, "elsewhere", name)
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, second{out: name + "\n" + string(text)})
			os.Remove(path)
		}
		return all
	}
	alone := run()
	term := start(b.t, b.env)
	term.see("PIN")
	for i, beside := range run() {
		if alone[i] != beside {
			t.Errorf("%v\nalone  %+v\nbeside %+v", commands[min(i, len(commands)-1)], alone[i], beside)
		}
	}
	if got := b.second("", nil, "roster", "import", "next.csv"); got.code != 0 {
		t.Errorf("import: %+v", got)
	}
	if n := b.members(); n != 2 {
		t.Errorf("%d members in force", n)
	}
	if got := b.second("", nil, "roster", "restore", "--note", "nhầm tệp"); got.code != 0 {
		t.Errorf("restore: %+v", got)
	}
	if n := b.members(); n != 22 {
		t.Errorf("%d members in force again", n)
	}
}

func TestABarStandsBesideADeskAndAnImportThatIsStoppedLeavesTheRoster(t *testing.T) {
	b := newBoard(t, "scan")
	b.city("city.csv", 600_000)
	desk := b.desk()
	desk.see("Lô 001", "● máy quét")
	was := b.second("", nil, "roster", "show").out
	term := start(t, append(b.env, "STAMPDESK_OPERATOR=GS1", "STAMPDESK_PIN=2222"), "roster", "import", b.dir+"/elsewhere/city.csv")
	term.wait("for a bar", func(screen string) bool { // of the reading or of the writing
		return strings.Contains(screen, "━") && strings.Contains(screen, "/s") && strings.Contains(screen, "còn ")
	})
	b.scan("31000001")
	desk.see("31.000001", "ĐÃ GHI")
	term.keys("\x03")
	screen := term.last()
	if code := term.cmd.ProcessState.ExitCode(); code != 1 || !strings.Contains(screen, "đã dừng") || strings.Contains(screen, "━") {
		t.Errorf("exit %d\n%s", code, screen)
	}
	if now := b.second("", nil, "roster", "show").out; now != was {
		t.Errorf("before\n%s\nafter\n%s", was, now)
	}
	b.scan("31000002")
	desk.see("31.000002", "ĐÃ GHI")
	desk.keys(ctrlQ)
	desk.keys(enter)
	desk.end()
	if left, _ := filepath.Glob(b.dir + "/store/*.part"); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	if got := b.run("check", "--json"); !strings.Contains(got, `"ok":true`) {
		t.Errorf("check %s", got)
	}
}

// BenchmarkScanWhileARosterComesIn is the time from a scan to what is recorded
// of it on the screen, while a second terminal takes in the roster of a large
// city; before it, as the baseline, the same without.
func BenchmarkScanWhileARosterComesIn(b *testing.B) {
	board := newBoard(b, "scan")
	board.city("city.csv", 127_455)
	board.city("next.csv", 127_454)
	desk := board.desk()
	desk.see("Lô 001", "● máy quét")
	card := 0
	scan := func() time.Duration {
		card = card%20 + 1
		number := fmt.Sprintf("31%06d", card)
		began := time.Now()
		board.scan(number)
		desk.see(dotted(number))
		return time.Since(began)
	}
	for range 20 { // every card is stamped, and then repeated
		scan()
	}
	var quiet, busy []time.Duration
	for range 100 {
		quiet = append(quiet, scan())
	}
	imports := 0
	var took time.Duration
	for _, file := range []string{"city.csv", "next.csv", "city.csv", "next.csv"} {
		done := make(chan second)
		began := time.Now()
		go func() { done <- board.second("", nil, "roster", "import", file) }()
		for running := true; running; {
			select {
			case got := <-done:
				if running = false; got.code != 0 {
					b.Fatalf("%+v", got)
				}
			default:
				busy = append(busy, scan())
			}
		}
		took += time.Since(began)
		imports++
	}
	ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
	slices.Sort(quiet)
	slices.Sort(busy)
	b.ReportMetric(ms(quiet[len(quiet)/2]), "quiet-p50-ms")
	b.ReportMetric(ms(quiet[len(quiet)-1]), "quiet-max-ms")
	b.ReportMetric(ms(busy[len(busy)/2]), "busy-p50-ms")
	b.ReportMetric(ms(busy[len(busy)-1]), "busy-max-ms")
	b.ReportMetric(took.Seconds()/float64(imports), "s/import")
	b.ReportMetric(0, "ns/op")
}

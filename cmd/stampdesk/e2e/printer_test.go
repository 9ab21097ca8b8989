package e2e

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// onPaper makes the printer of a board one that is played in a directory: its
// state.json says how it is, and what it printed lies beside it.
func (b *board) onPaper(more string) *printer {
	b.t.Helper()
	b.write("config.toml", fmt.Sprintf("[scanner]\nport = %q\n[printer]\nto = \"mock:may-in\"\nprofile = \"mock\"\n%s", b.port(), more))
	return b.printer("may-in")
}

// printer is a printer of the board, in its directory.
type printer struct {
	t   testing.TB
	dir string
}

func (b *board) printer(name string) *printer {
	b.t.Helper()
	p := &printer{b.t, filepath.Join(b.dir, name)}
	if err := os.MkdirAll(p.dir, 0o700); err != nil {
		b.t.Fatal(err)
	}
	return p
}

// is says how the printer is from now on.
func (p *printer) is(state string) {
	p.t.Helper()
	temp := filepath.Join(p.dir, ".state")
	if err := os.WriteFile(temp, []byte(state), 0o600); err != nil {
		p.t.Fatal(err)
	}
	if err := os.Rename(temp, filepath.Join(p.dir, "state.json")); err != nil {
		p.t.Fatal(err)
	}
}

// paper is what came out of a printer for one order.
type paper struct{ name, text string }

// papers waits for so many whole papers, and gives them in the order in which
// they came out. Torn ones are not among them.
func (p *printer) papers(n int) []paper {
	p.t.Helper()
	for deadline := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		whole, err := filepath.Glob(p.dir + "/[0-9]*.bin")
		if err != nil {
			p.t.Fatal(err)
		}
		whole = slices.DeleteFunc(whole, func(name string) bool { return strings.HasSuffix(name, ".part.bin") })
		if len(whole) > n || len(whole) < n && !time.Now().Before(deadline) {
			p.t.Fatalf("%d papers, want %d: %v", len(whole), n, whole)
		}
		if len(whole) < n {
			continue
		}
		var all []paper
		for _, name := range whole {
			text, err := os.ReadFile(strings.TrimSuffix(name, ".bin") + ".txt")
			if err != nil {
				p.t.Fatal(err)
			}
			all = append(all, paper{filepath.Base(name), string(text)})
		}
		return all
	}
}

// torn is how many papers broke off.
func (p *printer) torn() int {
	names, _ := filepath.Glob(p.dir + "/*.part.bin")
	return len(names)
}

// order is a paper that was ordered, as `print queue --json` has it.
type order struct {
	Order             struct{ Seq int }
	Document, State   string
	Printer, Copy, By string
	Again             bool
}

// orders asks a second terminal for those that wait, or for all of the shift.
func (b *board) orders(flags ...string) (all []order) {
	b.t.Helper()
	got := b.second("", nil, append([]string{"print", "queue", "--json"}, flags...)...)
	if got.code != 0 {
		b.t.Fatalf("print queue: %+v", got)
	}
	for line := range strings.Lines(got.out) {
		var o order
		if err := json.Unmarshal([]byte(line), &o); err != nil {
			b.t.Fatalf("%v: %q", err, line)
		}
		all = append(all, o)
	}
	return all
}

// has reports what a paper lacks.
func (p paper) has(t testing.TB, words ...string) {
	t.Helper()
	for _, w := range words {
		if !strings.Contains(p.text, w) {
			t.Errorf("%s has no %q:\n%s", p.name, w, p.text)
		}
	}
}

// reprint is how a paper says that there may be another one like it.
const reprint = "BẢN IN LẠI"

// isNot reports what a paper must not have.
func (p paper) isNot(t testing.TB, words ...string) {
	t.Helper()
	for _, w := range words {
		if strings.Contains(p.text, w) {
			t.Errorf("%s has %q:\n%s", p.name, w, p.text)
		}
	}
}

// signature is the line at the end of a paper: its number, the desk, when and
// by whom it was ordered.
var signature = regexp.MustCompile(`Bản in B1/(\d+)\s·\sbàn B1\s·\s\d\d:\d\d \d\d/\d\d/\d{4}\s·\s(.+)`)

// signed gives the number of a paper and who ordered it.
func (p paper) signed(t testing.TB) (number, who string) {
	t.Helper()
	found := signature.FindStringSubmatch(p.text)
	if found == nil {
		t.Fatalf("%s does not say its number, desk, time and person:\n%s", p.name, p.text)
	}
	return found[1], found[2]
}

package e2e

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const (
	f3     = "\x1bOR"
	f4     = "\x1bOS"
	tabKey = "\t"
	down   = "\x1b[B"
)

// crew is the data of a board with two operators beside its supervisor, and
// with names that differ.
var crew chest

const crewRoster = "31.000101,Nguyễn Thị Hồng Ánh,12/04/1961,19/05/1984,P01,Đảng bộ phường A,Chi bộ 3,\n" +
	"31.000102,Đặng Quốc Khánh,12/04/1971,19/05/1994,P01,Đảng bộ phường A,Chi bộ 3,\n" +
	"31.000103,Lò Văn Mất,12/04/1931,19/05/1954,P01,Đảng bộ phường A,Chi bộ 3,từ trần\n"

// newCrew is a board of its own with that data.
func newCrew(t testing.TB) *board {
	t.Helper()
	abreast(t)
	b := ground(t, "key")
	crew.fill(b, func() {
		laid.fill(b, b.layDown)
		b.write("roster.csv", b.roster("")+crewRoster)
		b.run("roster", "import", b.dir+"/roster.csv")
		b.person("OP1", "Trần Thị Bàn", "1111")
		b.person("OP2", "Vũ Văn Ca", "3333")
	})
	return b
}

// roster is the roster of the board, without the line of the card.
func (b *board) roster(without string) string {
	b.t.Helper()
	text, err := os.ReadFile(filepath.Join(b.dir, "roster.csv"))
	if err != nil {
		b.t.Fatal(err)
	}
	var left strings.Builder
	for line := range strings.Lines(string(text)) {
		if without == "" || !strings.HasPrefix(line, without) {
			left.WriteString(line)
		}
	}
	return left.String()
}

func (b *board) person(id, name, pin string) {
	b.t.Helper()
	if got := b.second("", []string{"STAMPDESK_NEW_PIN=" + pin}, "operator", "add", id, "--name", name); got.code != 0 {
		b.t.Fatalf("operator add: %+v", got)
	}
}

// sits opens the desk and signs a person in.
func (b *board) sits(id, pin string) *terminal {
	b.t.Helper()
	term := start(b.t, b.env)
	term.see("PIN")
	term.keys(id, enter, pin, enter)
	return term
}

// approved fills in what a supervisor is asked for, behind the reason.
func (term *terminal) approved(pin string) {
	term.t.Helper()
	term.keys("GS1", enter, pin, enter)
}

// stamps has a card stamped.
func (b *board) stamps(term *terminal, card string) {
	b.t.Helper()
	b.scan(card)
	term.see(dotted(card), "Enter ghi")
	term.keys(enter)
	term.see(dotted(card), "━ ✔ ĐÃ GHI")
}

// dotted is a card number as screens have it.
func dotted(card string) string { return card[:2] + "." + card[2:] }

// leaves ends the desk, and has the books checked.
func (b *board) leaves(term *terminal) {
	b.t.Helper()
	term.keys(ctrlQ)
	if err := term.end(); err != nil {
		b.t.Errorf("the desk ended with %v", err)
	}
	if got := b.run("check", "--json"); !strings.Contains(got, `"ok":true`) {
		b.t.Errorf("check %s", got)
	}
}

// papers waits for so many papers to have come out of the printer, and gives
// their text, the first one first.
func (b *board) papers(n int) []string {
	b.t.Helper()
	for deadline := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		names, _ := filepath.Glob(b.dir + "/receipts/*.txt")
		if len(names) > n || len(names) < n && !time.Now().Before(deadline) {
			b.t.Fatalf("%d papers, want %d: %v", len(names), n, names)
		}
		if len(names) < n {
			continue
		}
		var all []string
		for _, name := range names {
			text, err := os.ReadFile(name)
			if err != nil {
				b.t.Fatal(err)
			}
			all = append(all, string(text))
		}
		return all
	}
}

// entry is an entry of the journal, as commands print it.
type entry struct {
	Desk     string
	Seq      int
	Act      string
	Operator string
	Approver string
	Shift    int
	Card     string
	Batch    string
	Boxes    []int
	Reason   string
	Note     string
	Marks    []string
	Ref      *struct{ Seq int }
}

// card is what `card --json` says of one, from a second terminal.
type card struct {
	Verdict    string
	Reason     string
	Boxes      []int
	Replaces   string
	ReplacedBy string `json:"replaced_by"`
	History    []entry
}

func (b *board) card(number string) (c card) {
	b.t.Helper()
	b.read(&c, "card", number, "--json")
	return c
}

// acts are what was done with a card, in order.
func (c card) acts() string {
	var all []string
	for _, e := range c.History {
		all = append(all, e.Act)
	}
	return strings.Join(all, " ")
}

// last is the latest entry of an act; an empty one where there is none.
func (c card) last(act string) (last entry) {
	for _, e := range c.History {
		if e.Act == act {
			last = e
		}
	}
	return last
}

// read reads the JSON that a command prints in a second terminal.
func (b *board) read(into any, args ...string) {
	b.t.Helper()
	got := b.second("", nil, args...)
	if err := json.Unmarshal([]byte(got.out), into); got.code != 0 || err != nil {
		b.t.Fatalf("%v: %v: %+v", args, err, got)
	}
}

// tally is a part of what `tally --json` says.
type tally struct {
	Stamped, Held, Refused, Damaged, Overridden, Voided, Exchanged int
	Outside                                                        struct{ Stamped int }
	Heads                                                          []struct {
		Desk  string
		Seq   int
		Chain string
	}
}

func (b *board) tally() (t tally) {
	b.t.Helper()
	b.read(&t, "tally", "--json")
	return t
}

package e2e

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// pours has so many cards of the board come, as a scanner writes them: in one
// piece.
func pours(first, n int) string {
	var all strings.Builder
	for i := range n {
		fmt.Fprintf(&all, "31%06d\r", first+i)
	}
	return all.String()
}

// plays writes on the terminal at once, as a scanner that plays keyboard.
func (term *terminal) plays(text string) {
	term.t.Helper()
	if _, err := term.ptmx.Write([]byte(text)); err != nil {
		term.t.Fatal(err)
	}
}

// answers says of a card in hand that it was stamped.
func (term *terminal) answers(card string) {
	term.t.Helper()
	term.see(dotted(card), "Enter ghi")
	term.wait("for the question about "+card, func(screen string) bool { return inFrame(screen, dotted(card)) })
	term.look()
	term.keys(enter)
	term.wait("for the record of "+card, func(screen string) bool {
		return strings.Contains(screen, "━ ✔ ĐÃ GHI") && inFrame(screen, dotted(card)) || !inFrame(screen, dotted(card))
	})
}

// inFrame reports that a card is the one in the frame of the desk.
func inFrame(screen, number string) bool {
	for line := range strings.Lines(screen) {
		if strings.ContainsAny(line, "┃┇│║") && strings.Contains(line, number) {
			return true
		}
	}
	return false
}

// stamped waits until so many cards are stamped.
func (b *board) stamped(n int) {
	b.t.Helper()
	var got tally
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(200 * time.Millisecond) {
		if got = b.tally(); got.Stamped >= n {
			break
		}
	}
	if got.Stamped != n {
		b.t.Errorf("%d cards are stamped, want %d", got.Stamped, n)
	}
}

func TestCardsThatComeWhileSomethingIsAskedAreKeptAndConfirmNothing(t *testing.T) {
	abreast(t)
	for _, c := range []struct {
		name  string
		card  string // in hand, or the latest one
		acts  string // what was done with it, before and after
		open  []string
		shows string // what is asked
		stays string // what still stands there when the cards have come
		leave int    // how often Esc
		then  string // a card in hand to be answered first
	}{
		{name: "undo", card: "31000001", acts: "presented stamped", open: []string{enter, "u"}, shows: "Mực trên thẻ"},
		{name: "reason of a hold", card: "31000001", acts: "presented", open: []string{"g", "à", "n", "h"}, shows: "anh", stays: "ành", leave: 1, then: "31000001"},
		{name: "damaged", card: "31000001", acts: "presented", open: []string{"d"}, shows: "là HỎNG", stays: "31.000001", leave: 1, then: "31000001"},
		{name: "approval", card: "31000090", acts: "held", open: []string{"o", "ly do", enter, "GS1", enter, "22"}, shows: "Mã giám sát", stays: "Mã giám sát", leave: 1},
		{name: "quit", card: "31000001", acts: "presented stamped", open: []string{enter, "q"}, shows: "thoát"},
		{name: "help", card: "31000001", acts: "presented", open: []string{"?"}, shows: "Trợ giúp", then: "31000001"},
		{name: "menu", card: "31000001", acts: "presented stamped", open: []string{enter, "m"}, shows: "Việc khác", stays: "Việc khác", leave: 1},
		{name: "search", card: "31000001", acts: "presented stamped", open: []string{enter, f3, "h", "o", "n", "g"}, shows: "Nguyễn Thị Hồng Ánh", stays: "Tìm: hong", leave: 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newCrew(t)
			term := b.sits("OP1", "1111")
			term.see("Lô 001", "● máy quét")
			b.scan(c.card)
			term.see(dotted(c.card), "Lô   Ca   Bàn")
			term.look()
			for _, k := range c.open {
				term.keys(k)
				if k == enter && c.card == "31000001" {
					term.see("━ ✔ ĐÃ GHI")
				}
			}
			if c.name != "reason of a hold" {
				term.see(c.shows)
			}
			b.scan("31000005")
			term.see("31.000005")              // the first of the two
			time.Sleep(100 * time.Millisecond) // a letter that was just typed would be a part of the second
			term.plays("31000006\r")
			term.wait("for both", func(screen string) bool {
				return strings.Contains(screen, "31.000006") || strings.Contains(screen, "(+1)")
			})
			if c.stays != "" && !strings.Contains(term.text(), c.stays) {
				t.Errorf("the cards took away what was asked:\n%s", term.text())
			}
			if acts := b.card(c.card).acts(); acts != c.acts {
				t.Errorf("%s: %s, want %s:\n%s", c.card, acts, c.acts, term.text())
			}
			for _, card := range []string{"31000005", "31000006"} {
				if acts := b.card(card).acts(); acts != "" && acts != "presented" {
					t.Errorf("%s, which nobody answered: %s", card, acts)
				}
			}
			for range c.leave {
				term.keys(esc)
			}
			if c.then != "" {
				term.answers(c.then)
			}
			for _, card := range []string{"31000005", "31000006"} {
				term.answers(card)
				if acts := b.card(card).acts(); acts != "presented stamped" {
					t.Errorf("%s: %s:\n%s", card, acts, term.text())
				}
			}
			b.leaves(term)
		})
	}
}

// crowd is the data of a board with a unit of more cards than a burst has.
var crowd chest

func many(t *testing.T, confirm string) *board {
	t.Helper()
	abreast(t)
	b := ground(t, confirm)
	crowd.fill(b, func() {
		laid.fill(b, b.layDown)
		more := b.roster("")
		for i := range 200 {
			more += fmt.Sprintf("31.%06d,Đảng viên Thứ %d,12/04/1961,19/05/1984,P01,Đảng bộ phường A,Chi bộ 1,\n", i+101, i+101)
		}
		b.write("roster.csv", more)
		b.run("roster", "import", b.dir+"/roster.csv")
	})
	return b
}

func TestABurstOfFiftyCodesLosesNone(t *testing.T) {
	b := many(t, "scan")
	term := b.desk()
	term.see("Lô 001", "● máy quét")
	b.scan(strings.TrimSuffix(pours(101, 50), "\r"))
	b.stamped(50)
	term.see("ĐÃ GHI", "31.000150")
	term.plays(pours(201, 50))
	b.stamped(100)
	term.see("31.000250")
	b.leaves(term)
}

func TestABurstAtADeskThatAsksStampsNothingAndKeepsEveryCard(t *testing.T) {
	b := many(t, "key")
	term := b.desk()
	term.see("Lô 001", "● máy quét")
	b.scan(strings.TrimSuffix(pours(101, 25), "\r"))
	term.see("31.000101", "Enter ghi")
	term.plays(pours(201, 25))
	term.see("+4") // of those that wait, the screen names the first few
	if got := b.tally(); got.Stamped != 0 {
		t.Errorf("stamped %d", got.Stamped)
	}
	for i := range 3 { // they come in their order
		term.answers(fmt.Sprintf("31%06d", i+101))
	}
	b.stamped(3)
	term.keys(ctrlQ) // nobody leaves 46 cards behind unasked
	term.see("phải quét lại")
	b.leaves(term)
}

func TestAPastedListOfNumbersIsJudgedLineByLine(t *testing.T) {
	b := newBoard(t, "scan")
	term := b.desk()
	term.see("Lô 001", "● máy quét")
	var list []string
	for i := range 10 {
		list = append(list, fmt.Sprintf("31.%06d", i+1))
	}
	term.plays("\x1b[200~" + strings.Join(list, "\r\n") + "\x1b[201~")
	term.see("31.000010", "ĐÃ GHI")
	b.stamped(10)
	term.plays(pours(11, 10)) // a terminal that does not say what is pasted
	b.stamped(20)
	b.leaves(term)
}

func TestAnInputMethodThatRewritesACodeIsNamedAndNothingIsRecorded(t *testing.T) {
	b := newBoard(t, "scan")
	term := b.desk()
	term.see("Lô 001", "● máy quét")
	before := b.tally().Heads[0]
	for _, rewritten := range []string{"31ô00001\r", "3100ê001\r\n", "310â0001\t"} {
		term.plays(rewritten)
		term.see("Tắt bộ gõ tiếng Việt")
		time.Sleep(100 * time.Millisecond)
		term.keys(esc)
		term.lose("Tắt bộ gõ tiếng Việt")
	}
	if after := b.tally().Heads[0]; after != before {
		t.Errorf("the journal went on: %+v, was %+v", after, before)
	}
	term.plays("31000001\r")
	term.see("31.000001", "ĐÃ GHI")
	b.leaves(term)
}

func TestAWindowThatShrinksToNothingComesBackWithAllThatWasThere(t *testing.T) {
	b := newCrew(t)
	term := b.sits("OP1", "1111")
	term.see("Lô 001", "● máy quét")
	b.scan("31000001")
	term.see("31.000001", "Enter ghi")
	shrink := func() {
		for _, size := range [][2]int{{40, 10}, {1, 1}, {0, 0}, {3, 200}, {200, 2}, {1, 1}} {
			term.resize(size[0], size[1])
			time.Sleep(40 * time.Millisecond)
		}
		term.keys(enter, "k", esc) // whoever sees nothing answers nothing
		time.Sleep(100 * time.Millisecond)
		term.resize(80, 24)
	}
	shrink()
	term.see("31.000001", "Đảng viên Thứ 1", "Enter ghi")
	if acts := b.card("31000001").acts(); acts != "presented" {
		t.Errorf("answered by keys that nobody saw the effect of: %s", acts)
	}
	term.look()
	term.keys(enter)
	term.see("━ ✔ ĐÃ GHI")
	term.keys(f3, "h", "o")
	term.see("Tìm: ho")
	shrink()
	term.see("Tìm: ho")
	term.keys("n", "g")
	term.see("Tìm: hong", "Nguyễn Thị Hồng Ánh")
	term.resize(120, 40)
	term.wait("for the whole window", func(screen string) bool {
		lines := strings.Split(screen, "\n")
		return len(lines) == 40 && strings.Contains(lines[39], "máy quét")
	})
	term.keys(esc)
	b.leaves(term)
}

// TestASilentTerminalIsNotWaitedFor: who asks a terminal for its colours waits
// five seconds for one that does not answer.
func TestASilentTerminalIsNotWaitedFor(t *testing.T) {
	b := newCrew(t)
	first := func(term *terminal) time.Duration {
		began := time.Now()
		startOn(t, term, b.env).see("PIN")
		term.keys(ctrlQ)
		term.end()
		return time.Since(began)
	}
	answered := first(&terminal{})
	silent := &terminal{deaf: true}
	if d := first(silent); d > answered+3*time.Second {
		t.Errorf("the first screen took %v on a terminal that answers nothing, %v on another", d, answered)
	}
	for _, question := range []string{"\x1b]11;?", "\x1b]10;?", "\x1b[6n", "\x1b[c"} {
		if strings.Contains(silent.raw(), question) {
			t.Errorf("it asked the terminal %q", question)
		}
	}
}

func TestALostLineEndsTheDeskAndTheCardInHandIsAskedAboutNextTime(t *testing.T) {
	b := newCrew(t)
	term := b.sits("OP1", "1111")
	term.see("Lô 001", "● máy quét")
	b.scan("31000001")
	term.see("31.000001", "Enter ghi")
	term.ptmx.Close()
	select {
	case <-term.ended:
	case <-time.After(10 * time.Second):
		t.Fatal("the desk goes on without a screen")
	}
	if got := b.run("check", "--json"); !strings.Contains(got, `"ok":true`) {
		t.Errorf("check %s", got)
	}
	term = b.sits("OP1", "1111")
	term.see("Lô 001", "31.000001", "đã đóng dấu chưa?")
	term.look()
	term.keys(enter)
	term.see("━ ✔ ĐÃ GHI")
	b.leaves(term)
}

func TestADeskThatIsEndedInTheMiddleOfRecordingLosesNothingThatItShowed(t *testing.T) {
	abreast(t)
	for _, sig := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGKILL} {
		t.Run(sig.String(), func(t *testing.T) {
			b := many(t, "scan")
			term := b.desk()
			term.see("Lô 001", "● máy quét")
			b.scan(strings.TrimSuffix(pours(101, 50), "\r"))
			term.see("ĐÃ GHI")
			time.Sleep(time.Duration(rand.IntN(100)) * time.Millisecond)
			term.cmd.Process.Signal(sig)
			select {
			case <-term.ended:
			case <-time.After(10 * time.Second):
				t.Fatal("the desk does not end")
			}
			shown := 0
			for i := range 50 {
				if strings.Contains(term.raw(), fmt.Sprintf("31.%06d", i+101)) {
					shown++
				}
			}
			if got := b.tally(); got.Stamped < shown {
				t.Errorf("%d on record, %d were shown", got.Stamped, shown)
			}
			if got := b.run("check", "--json"); !strings.Contains(got, `"ok":true`) {
				t.Errorf("check %s", got)
			}
			term = b.desk()
			term.see("Lô 001", "● máy quét")
			b.scan("31000223")
			term.see("31.000223", "ĐÃ GHI")
			b.leaves(term)
		})
	}
}

func TestTwoScannersAtOnceLoseNoCode(t *testing.T) {
	b := many(t, "scan")
	term := b.desk()
	term.see("Lô 001", "● máy quét")
	var both sync.WaitGroup
	both.Go(func() {
		for i := range 25 {
			b.scan(fmt.Sprintf("31%06d", i+101))
			time.Sleep(time.Duration(rand.IntN(40)) * time.Millisecond)
		}
	})
	both.Go(func() {
		for i := range 25 { // letter by letter, as a keyboard sends them
			for _, letter := range fmt.Sprintf("31%06d\r", 201+i) {
				term.ptmx.Write([]byte(string(letter)))
				time.Sleep(time.Duration(rand.IntN(3)) * time.Millisecond)
			}
		}
	})
	both.Wait()
	b.stamped(50)
	b.leaves(term)
}

func TestALetterWhoseBytesComeOneByOneIsThatLetter(t *testing.T) {
	b := newCrew(t)
	term := b.sits("OP1", "1111")
	term.see("Lô 001", "● máy quét")
	term.keys(f3)
	for _, letter := range "hồng á" {
		for _, c := range []byte(string(letter)) {
			term.plays(string([]byte{c}))
			time.Sleep(25 * time.Millisecond)
		}
		time.Sleep(100 * time.Millisecond)
	}
	term.see("Tìm: hồng á", "Nguyễn Thị Hồng Ánh")
	term.keys("\x15")
	term.lose("hồng")
	term.plays("\x1b[200~" + strings.Repeat("ệ", 84) + "\x1b[201~") // 264 bytes: one more than a read takes, in the middle of a letter
	term.see("ệệệ")
	term.lose("\ufffd")
	term.keys("\x15", "k", "h", "a", "n", "h")
	term.see("Tìm: khanh", "Đặng Quốc Khánh")
	b.leaves(term)
}

func TestADeskThatWasStoppedGoesOnWhereItWas(t *testing.T) {
	b := newCrew(t)
	term := b.sits("OP1", "1111")
	term.see("Lô 001", "● máy quét")
	b.scan("31000001")
	term.see("31.000001", "Enter ghi")
	term.keys("\x1a") // in raw mode a key like others, and it means nothing
	term.cmd.Process.Signal(syscall.SIGSTOP)
	b.scan("31000002")
	term.plays("31000003\r")
	time.Sleep(300 * time.Millisecond)
	term.cmd.Process.Signal(syscall.SIGCONT)
	order := []string{"31000001", "31000002", "31000003"}
	if strings.Contains(term.see("31.000001", "(+1)"), "31.000003 (+1)") { // the line and the keyboard race
		order[1], order[2] = order[2], order[1]
	}
	for _, card := range order {
		term.answers(card)
	}
	b.stamped(3)
	b.leaves(term)
}

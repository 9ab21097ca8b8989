package e2e

import (
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// orders has a paper ordered from the menu of the desk, by what it is called
// there.
func (term *terminal) orders(name, ordered string) {
	term.t.Helper()
	term.keys("p")
	screen := term.see("In gì cho lô 001?")
	for line := range strings.Lines(screen) {
		_, entry, found := strings.Cut(strings.TrimRight(line, " │\n"), "  "+name)
		if number := strings.TrimSuffix(strings.TrimRight(line, " │\n"), "  "+name); found && entry == "" {
			term.keys(number[len(number)-1:], enter)
			term.see(ordered)
			return
		}
	}
	term.t.Fatalf("no %q is offered:\n%s", name, screen)
}

const (
	returnList = "Danh sách trả thẻ (lô chưa chốt: ghi TẠM)"
	tallySheet = "Bảng kiểm đếm của lô"
	commands   = "Tờ mã lệnh để quét"
)

// printing waits until a printer is well in the middle of a paper.
func (p *printer) printing() {
	p.t.Helper()
	for deadline := time.Now().Add(patience); ; time.Sleep(5 * time.Millisecond) {
		names, _ := filepath.Glob(p.dir + "/*.part.bin")
		for _, name := range names {
			if info, err := os.Stat(name); err == nil && info.Size() > 6000 {
				return
			}
		}
		if !time.Now().Before(deadline) {
			p.t.Fatal("nothing is being printed")
		}
	}
}

// still makes sure that nothing more comes out.
func (p *printer) still(n, torn int) {
	p.t.Helper()
	time.Sleep(300 * time.Millisecond)
	p.papers(n)
	if got := p.torn(); got != torn {
		p.t.Errorf("%d torn papers, want %d", got, torn)
	}
}

func TestWithoutPaperTheDeskGoesOnStampingAndEveryPaperComesOutOnce(t *testing.T) {
	b := newCrew(t)
	p := b.onPaper("")
	p.is(`{"slow_baud":115200}`)
	term := b.sits("OP1", "1111")
	term.see("Lô 001", "● máy quét", "● máy in")
	term.orders(returnList, "Danh sách trả thẻ lô 001, bản 1")
	p.printing()
	p.is(`{"slow_baud":115200,"paper":"out"}`)
	b.stamps(term, "31000001")
	term.orders(tallySheet, "Bảng kiểm đếm lô 001, bản 1")
	term.keys("m", "0")
	term.see("Hàng chờ in (2)", "đang in ", "%", "chờ in")
	p.is(`{}`)
	term.see("sẵn sàng", "✔ đã in")
	for i, want := range []string{"DANH SÁCH TRẢ THẺ", "BẢNG KIỂM ĐẾM"} {
		got := p.papers(2)[i]
		got.has(t, want)
		got.isNot(t, reprint)
	}

	p.is(`{"paper":"out"}`)     // and now before anything of a paper is out
	time.Sleep(2 * time.Second) // what it said of itself after the last paper is old by then
	term.turnsBack(2)
	term.orders(commands, "Tờ mã lệnh")
	term.see("✘ máy in")
	b.stamps(term, "31000002")
	if got := b.second("", nil, "print", "tally"); got.code != 1 || !strings.Contains(got.errout, "còn trong hàng đợi") {
		t.Errorf("print tally: %+v", got)
	}
	term.keys("m", "0")
	term.see("Hàng chờ in (4)", "có lỗi · hết giấy; còn 2", "! lỗi máy in          Tờ mã lệnh", "chờ in              Bảng kiểm đếm", "bấm r để thử lại")
	p.is(`{}`)
	term.keys("r")
	term.see("sẵn sàng")
	for i, want := range []string{"SD-STAMP", "toàn đợt"} {
		got := p.papers(4)[2+i]
		got.has(t, want)
		got.isNot(t, reprint)
	}
	p.still(4, 0)
	if left := b.orders(); len(left) > 0 {
		t.Errorf("left in the queue: %+v", left)
	}
	b.leaves(term)
}

// asks waits for the question about a paper of which nobody knows whether it
// is out.
func (term *terminal) asks(name string, number int, printer string) {
	term.t.Helper()
	want := fmt.Sprintf("Bản in %s (số %d) ở", name, number)
	term.wait("to be asked about "+want, func(screen string) bool {
		text := strings.Join(strings.Fields(strings.ReplaceAll(screen, "│", "")), " ") // a sentence goes over lines
		return strings.Contains(text, want) && strings.Contains(text, printer+" bị ngắt giữa chừng. Xem máy in: giấy đã ra đủ chưa?") &&
			strings.Contains(text, "✘ máy in")
	})
}

func TestAPulledCableIsAskedAboutAndTheAnswerIsDone(t *testing.T) {
	b := newCrew(t)
	p := b.onPaper("")
	term := b.sits("OP1", "1111")
	term.see("Lô 001", "● máy quét", "● máy in")
	p.is(`{"die_after":3000}`)
	term.orders(returnList, "Danh sách trả thẻ lô 001, bản 1")
	term.asks("Danh sách trả thẻ lô 001", b.orders()[0].Order.Seq, "may-in")
	term.look()
	term.keys("1", enter)
	term.see("sẽ được in lại", "● máy in")
	again := p.papers(1)[0]
	again.has(t, reprint, "sau sự cố")

	p.is(`{"die_after":3000}`)
	term.orders(tallySheet, "Bảng kiểm đếm lô 001, bản 1")
	number := b.orders()[0].Order.Seq
	term.asks("Bảng kiểm đếm lô 001", number, "may-in")
	b.scan("31000001") // a card comes meanwhile, and waits: the answer is no box
	term.look()
	term.keys("2", enter)
	term.see("31.000001", "Enter ghi")
	term.keys(enter)
	term.see("━ ✔ ĐÃ GHI", "đóng dấu ô 4", "● máy in")
	term.orders(commands, "Tờ mã lệnh")
	p.papers(2)[1].isNot(t, reprint, "BẢNG KIỂM ĐẾM")
	p.still(2, 2)
	for i, want := range []order{{Document: "return-list", Again: true}, {Document: "tally"}, {Document: "commands"}} {
		if o := b.orders("--all")[i]; o.Document != want.Document || o.State != "printed" || o.Again != want.Again {
			t.Errorf("order %d: %+v, want %+v", i, o, want)
		}
	}
	b.leaves(term)
}

// netPrinter is a printer in the network that pulls its own cable.
type netPrinter struct {
	net.Listener
	mu   sync.Mutex
	die  int // after so many bytes; 0: never
	jobs [][]byte
}

func newNetPrinter(t testing.TB) *netPrinter {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	n := &netPrinter{Listener: l}
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			n.take(conn)
		}
	}()
	return n
}

func (n *netPrinter) take(conn net.Conn) {
	defer conn.Close()
	n.mu.Lock()
	die := n.die
	n.die = 0
	n.mu.Unlock()
	var from io.Reader = conn
	if die > 0 {
		from = io.LimitReader(conn, int64(die))
		conn.(*net.TCPConn).SetLinger(0)
	}
	got, _ := io.ReadAll(from)
	n.mu.Lock()
	n.jobs = append(n.jobs, got)
	n.mu.Unlock()
}

func (n *netPrinter) dies(after int) {
	n.mu.Lock()
	n.die = after
	n.mu.Unlock()
}

// took waits for so many connections.
func (n *netPrinter) took(t testing.TB, count int) [][]byte {
	t.Helper()
	for deadline := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		n.mu.Lock()
		jobs := append([][]byte(nil), n.jobs...)
		n.mu.Unlock()
		if len(jobs) > count || len(jobs) < count && !time.Now().Before(deadline) {
			t.Fatalf("%d jobs, want %d", len(jobs), count)
		}
		if len(jobs) == count {
			return jobs
		}
	}
}

func TestAPrinterInTheNetworkThatBreaksOffIsAskedAboutToo(t *testing.T) {
	b := newCrew(t)
	n := newNetPrinter(t)
	b.write("config.toml", fmt.Sprintf("[scanner]\nport = %q\n[printer]\nto = \"tcp:%s\"\n", b.port(), n.Addr()))
	term := b.sits("OP1", "1111")
	term.see("Lô 001", "● máy quét", "● máy in")
	n.dies(3000)
	term.orders(returnList, "Danh sách trả thẻ lô 001, bản 1")
	number := b.orders()[0].Order.Seq
	term.asks("Danh sách trả thẻ lô 001", number, n.Addr().String())
	term.look()
	term.keys("1", enter)
	term.see("sẽ được in lại", "● máy in")
	jobs := n.took(t, 2)
	if len(jobs[0]) != 3000 {
		t.Errorf("%d bytes of the first", len(jobs[0]))
	}
	if len(jobs[1]) < 50_000 { // all of its pages
		t.Errorf("%d bytes of the reprint", len(jobs[1]))
	}
	if o := b.orders("--all")[0]; o.Order.Seq != number || o.State != "printed" || !o.Again {
		t.Errorf("%+v", o)
	}
	if got := b.second("", nil, "print", "show", fmt.Sprint(number)); !strings.Contains(got.out, reprint) {
		t.Errorf("not marked:\n%s", got.out)
	}

	n.dies(3000)
	term.orders(tallySheet, "Bảng kiểm đếm lô 001, bản 1")
	term.asks("Bảng kiểm đếm lô 001", b.orders()[0].Order.Seq, n.Addr().String())
	term.look()
	term.keys("2", enter)
	term.see("có đủ trên giấy", "● máy in")
	time.Sleep(300 * time.Millisecond)
	n.took(t, 3)
	b.leaves(term)
}

func TestADeskThatIsKilledWhileItPrintsAsksAndPrintsWhatComesAfterIt(t *testing.T) {
	b := newCrew(t)
	p := b.onPaper("")
	p.is(`{"slow_baud":19200}`)
	term := b.sits("OP1", "1111")
	term.see("Lô 001", "● máy quét", "● máy in")
	term.orders(returnList, "Danh sách trả thẻ lô 001, bản 1")
	term.orders(commands, "Tờ mã lệnh")
	p.printing()
	term.kill()
	p.is(`{}`)
	left := b.orders()
	if len(left) != 2 || left[0].State != "begun" || left[1].State != "queued" {
		t.Errorf("after the kill: %+v", left)
	}

	term = b.sits("OP1", "1111")
	term.asks("Danh sách trả thẻ lô 001", left[0].Order.Seq, "may-in")
	p.still(0, 1) // nothing before somebody has looked
	term.look()
	term.keys("1", enter)
	term.see("sẽ được in lại", "● máy in")
	papers := p.papers(2)
	papers[0].has(t, "DANH SÁCH TRẢ THẺ", reprint, "sau sự cố")
	papers[1].has(t, "SD-STAMP")
	papers[1].isNot(t, reprint)
	p.still(2, 1)
	b.leaves(term)
}

func TestPaperNearItsEndIsSaidWhenABatchBeginsAndNotWithACardInTheHand(t *testing.T) {
	const warning = "sắp hết giấy: thay cuộn trước khi bắt đầu"
	b := newCrew(t)
	p := b.onPaper("")
	term := b.sits("OP1", "1111")
	term.see("Lô 001", "● máy quét", "● máy in")
	b.scan("31000001")
	term.see("31.000001", "Enter ghi")
	p.is(`{"paper":"low"}`)
	if got := b.second("", nil, "print", "tally"); got.code != 0 { // with which the printer says so
		t.Errorf("print tally: %+v", got)
	}
	p.papers(1)
	quiet := func() {
		t.Helper()
		time.Sleep(300 * time.Millisecond)
		if screen := term.text(); strings.Contains(screen, warning) {
			t.Errorf("said with a card in the hand:\n%s", screen)
		}
	}
	quiet()
	term.keys(enter)
	term.see("━ ✔ ĐÃ GHI")
	quiet()

	term.keys("b", "n")
	term.see("Nhận lô mới")
	term.keys("P02", enter, "1", enter, "chị Lan", enter)
	term.see("Lô 002", warning)
	term.keys(esc)
	term.lose(warning)
	b.scan("31000090")
	term.see("31.000090", "GIỮ LẠI")
	quiet()
	term.keys("m", "0")
	term.see("sẵn sàng · sắp hết giấy") // who wants to know can see it
	p.is(`{}`)
	b.leaves(term)
}

package tui

import (
	"context"
	"errors"
	"flag"
	"io"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode"

	"stampdesk"
	"stampdesk/store/mem"
)

// lineRun is the desk in plain lines on a real desk with a store in memory.
type lineRun struct {
	*testing.T
	store *failing
	in    chan stampdesk.Request
	clock func() time.Time

	mu  sync.Mutex
	out strings.Builder
}

func (r *lineRun) Write(p []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.out.Write(p)
}

func (r *lineRun) text() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.out.String()
}

// newLineRun has a board with one decided batch of unit PA, and nobody signed in.
func newLineRun(t *testing.T) *lineRun {
	t.Helper()
	began, start := time.Now(), time.Date(2021, 4, 20, 9, 41, 0, 0, time.UTC)
	r := &lineRun{T: t, store: &failing{Store: mem.New(stampdesk.Identity{ID: stampdesk.StoreID{1}})}, in: make(chan stampdesk.Request)}
	r.clock = func() time.Time { return start.Add(time.Since(began)) }
	desk := r.newDesk()
	must(t, layDown(t.Context(), desk, stampdesk.OpenBatch{Unit: "PA", Count: 12}, stampdesk.DecideBatches{
		Batches:  []stampdesk.BatchID{"B1-001"},
		Decision: stampdesk.Decision{No: "12-QĐ/BTC", Date: stampdesk.Date{Year: 2021, Month: 4, Day: 20}},
	}))
	return r
}

func (r *lineRun) newDesk() *stampdesk.Desk {
	return &stampdesk.Desk{
		Store: r.store, ID: "B1", Now: r.clock, PINs: plainPINs{},
		Reopen: func(context.Context) (stampdesk.Store, error) { return r.store, nil },
	}
}

// piped runs all lines of a text, as from a file.
func (r *lineRun) piped(text string, change ...func(*Options)) string {
	r.Helper()
	ctx, cancel := context.WithTimeout(r.Context(), 20*time.Second)
	defer cancel()
	out := make(chan stampdesk.Outcome, 16)
	o := Options{In: r.in, Out: out, Look: r.store.View, Desk: "B1", Setup: testSetup, Now: r.clock, Output: os.Stdout, Printers: []Printer{{Name: "máy in nhiệt"}}}
	for _, f := range change {
		f(&o)
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		r.newDesk().Run(ctx, r.in, out)
	}()
	before := len(r.text())
	err := RunLines(ctx, o, ReadLines(strings.NewReader(text)), r, nil)
	if ctx.Err() != nil {
		r.Errorf("it hangs after:\n%s", r.text()[before:])
	}
	cancel()
	<-done
	if err != nil {
		r.Errorf("ended with %v", err)
	}
	said := r.text()[before:]
	r.fitToHear(said)
	return said
}

// fitToHear wants lines that a screen reader can read: words, short, and
// nothing that draws.
func (r *lineRun) fitToHear(text string) {
	r.Helper()
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		if n := len([]rune(line)); n > 200 || n == 0 {
			r.Errorf("a line of %d letters: %q", n, line)
		}
		for _, c := range line {
			if !unicode.IsLetter(c) && !unicode.IsMark(c) && (c < ' ' || c > '~') {
				r.Errorf("%q in a line: %q", c, line)
			}
		}
	}
}

// inOrder wants texts one after another.
func (r *lineRun) inOrder(said string, wants ...string) {
	r.Helper()
	rest := said
	for _, w := range wants {
		i := strings.Index(rest, w)
		if i < 0 {
			r.Fatalf("no %q in the rest of what was said:\n%s", w, said)
		}
		rest = rest[i+len(w):]
	}
}

// acts are the acts of the journal about one card.
func (r *lineRun) acts(card stampdesk.CardNumber) (all []stampdesk.Act) {
	r.Helper()
	must(r.T, r.store.View(r.Context(), func(s stampdesk.Snapshot) error {
		all = nil
		for e, err := range s.Entries("B1", 0) {
			if err != nil {
				return err
			}
			if e.Entry.Card == card {
				all = append(all, e.Entry.Act)
			}
		}
		return nil
	}))
	return all
}

const signedInLines = "tt1\n1234\n"

func TestADayInPlainLinesIsToldInTheOrderOfItsRecords(t *testing.T) {
	r := newLineRun(t)
	said := r.piped(signedInLines + "31000401\n\n31.000410\n31000402\n34\nl\n\n77000409\nu\n\n31000403\ng hong\n2\n31000404\nk\n\nb\n1\nc\n\n1\ngs1\n4321\n\nquit\n31000408\n")
	r.inOrder(said,
		"Mã người dùng:\n", "PIN:\n", "QUÉT THẺ: Lô 001, Đảng bộ phường A. Còn 9 thẻ.",
		"\nĐÓNG DẤU ô 4: 31.000401 Nguyễn Thị Hồng Ánh. Chi bộ 1, Đảng bộ phường A. Enter: đã đóng dấu.",
		"\nĐÃ GHI số 9: 31.000401, ô 4. 1 trong 9, còn 8.",
		"\nKHÔNG ĐÓNG DẤU: 31.000410 Hồ Thị Ngọc.", "khai trừ",
		"\nĐÓNG DẤU ô 4: 31.000402 Trần Văn Bình.", "\nĐÓNG DẤU ô 3, 4: 31.000402", "KHÁC ô đề nghị 4", "\nÉP LẠI ô 3, 4: 31.000402. Ép lại trước.",
		"\nĐÃ GHI số 12: 31.000402, ép lại, ô 3, 4. 2 trong 9, còn 7.",
		"\nGIỮ LẠI: 77.000409. Số thẻ không có trong danh sách", "khay GIỮ", "ĐÃ GHI số 13.",
		"Hủy lần ghi thẻ 77.000409", "\nĐÃ HỦY GHI: 77.000409.",
		"\nĐÓNG DẤU ô 4: 31.000403", "Giữ lại vì sao?", "\n1. ", "hong", "\nTHẺ HỎNG: 31.000403 Lê Đức Cường.", "ĐÃ GHI số 16.",
		"\nĐÓNG DẤU ô 4: 31.000404", "CHƯA đóng dấu", "\nCHƯA ĐÓNG DẤU: 31.000404",
		"\nCác lô 1", "\n1. Lô 001, Đảng bộ phường A: ", "\nLô 001, Đảng bộ phường A: 3 trong 9, còn 6\n",
		"Thiếu 6", "đóng dấu 2, trả lại 1, hỏng 1", "Chưa thấy 31.000404 Phạm Thị Dung", "Chốt lô chưa khớp", "\n1. chưa thu được\n",
		"Mã giám sát:\n", "PIN của giám sát:\n", "ĐÃ CHỐT LÔ", "phải có 2 thẻ",
	)
	if strings.Contains(said, "31.000408 ") && strings.Contains(said, "ĐÓNG DẤU ô 4: 31.000408") {
		t.Errorf("a line after the end was worked off:\n%s", said)
	}
	if got := r.acts(31000401); len(got) != 2 || got[1] != stampdesk.ActStamped {
		t.Errorf("on record of the first card: %v", got)
	}
}

func TestABatchIsOpenedAndDecidedAndACardLetThroughInLines(t *testing.T) {
	r := newLineRun(t)
	said := r.piped(signedInLines + "b\nn\nphuong\nphuong b\n1\nChị Lan\n\nb\nq 1\n13-QĐ/BTC\n\nTrưởng ban\n1\n31000412\n\n" +
		"s\n\n3\n31000409\no\n2\ngs1\n4321\nSD-STAMP\np\n1\n7\nhello\nn\n31.00\nesc\nf2\n.\nout\n")
	r.inOrder(said,
		"1. PA, Đảng bộ phường A", "2. PB, Đảng bộ phường B", "Đơn vị (gõ để tìm): phuong\n", "Đơn vị (gõ để tìm): Đảng bộ phường B", "Số thẻ đếm tay:\n", "Người giao:\n",
		"Đã mở lô 002.", "QUÉT THẺ: Lô 002", "1. Lô 002, Đảng bộ phường B: 0 trong 1 thẻ, chờ quyết định",
		"Số quyết định:\n", "Ngày (ngày/tháng/năm): 20/04/2021\n", "Người ký:\n", "Đã ghi quyết định 13-QĐ/BTC cho lô 002.",
		"ĐÓNG DẤU ô 4: 31.000412", ": 31.000412, ô 4. 1 trong 1, còn 0.", "Tên ca: ca sáng\n", "Đã bắt đầu ca sáng.",
		"GIỮ LẠI: 31.000409", "Cho phép đóng dấu", "2. ở nơi khác chuyển đến", "Mã giám sát:\n", "PIN của giám sát:\n",
		"GIÁM SÁT CHO PHÉP: 31.000409", "ĐÓNG DẤU ô 4: 31.000409", "ĐÃ GHI số ", ": 31.000409, ô 4.",
		"In gì cho lô 002?", "1. Danh sách trả thẻ", "đã chuyển tới máy in nhiệt", "Không hiểu dòng này.", "Không hiểu dòng này.", "Số thẻ:\n", "Tìm: 31.00: ", "RECORDED", "Id:\n")
}

func TestTheBarcodesOfCommandWorkInLines(t *testing.T) {
	r := newLineRun(t)
	r.inOrder(r.piped(signedInLines+"31000401\nSD-3\nSD-STAMP\nSD-UNDO\nSD-1\nSD-YES\nSD-YES\n"),
		"ĐÓNG DẤU ô 3, 4: 31.000401", "ĐÃ GHI số 9: 31.000401, ô 3, 4", "Hủy lần ghi thẻ 31.000401", "1. ", "ĐÃ HỦY GHI: 31.000401", "Không có câu hỏi nào")
}

func TestMembersAreFoundByTheirNameInLines(t *testing.T) {
	r := newLineRun(t)
	r.inOrder(r.piped(signedInLines+"/van\n2\nesc\nesc\n/dang quoc\n1\nesc\nesc\ni 31000401\n"),
		"\n1. 31.000402, Trần Văn Bình", "\n2. 31.000405, Hoàng Văn Đăng", "31.000405", "sinh 12/04/1961",
		"\n1. 31.000407, Đặng Quốc Khánh", "31.000401", "Nguyễn Thị Hồng Ánh")
}

func TestTheEndOfInputLeavesACardToBeAskedAboutAtTheNextStart(t *testing.T) {
	r := newLineRun(t)
	r.piped(signedInLines + "31000401\n")
	if got := r.acts(31000401); len(got) != 1 || got[0] != stampdesk.ActPresented {
		t.Fatalf("on record: %v", got)
	}
	r.inOrder(r.piped(signedInLines+"\nk\n"), "ĐÃ ĐÓNG CHƯA? 31.000401", "CHƯA GHI", "CHƯA ĐÓNG DẤU: 31.000401")
	if got := r.acts(31000401); len(got) != 2 || got[1] != stampdesk.ActVoided {
		t.Errorf("on record: %v", got)
	}
}

func TestACardWhoseTurnComesByItselfIsNotAnsweredByALineThatWasInThePipeBefore(t *testing.T) {
	r := newLineRun(t)
	said := r.piped(signedInLines + "31000401\n31000402\n\n\n")
	r.inOrder(said, "Đang chờ: 31.000402", "ĐÃ GHI số 9: 31.000401", "ĐÓNG DẤU ô 4: 31.000402", "CHƯA GHI: dòng trống đến trước")
	if got := r.acts(31000402); len(got) != 1 {
		t.Errorf("on record of the second card: %v", got)
	}
}

func TestACardThatCannotBeRecordedEndsLinesWithAnError(t *testing.T) {
	r := newLineRun(t)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	out := make(chan stampdesk.Outcome, 16)
	go r.newDesk().Run(ctx, r.in, out)
	broken := func(confirm stampdesk.Request) chan stampdesk.Request {
		in := make(chan stampdesk.Request)
		go func() {
			for q := range in {
				if _, scan := q.(stampdesk.Scan); scan {
					r.store.err = errDisk
				}
				r.in <- q
			}
		}()
		return in
	}(nil)
	err := RunLines(ctx, Options{In: broken, Out: out, Look: r.store.View, Desk: "B1", Setup: testSetup, Now: r.clock}, ReadLines(strings.NewReader(signedInLines+"31000401\n")), r, nil)
	if err == nil || !strings.Contains(err.Error(), "KHÔNG ĐƯỢC ĐÓNG DẤU: 31.000401") || !strings.Contains(err.Error(), "no space left") {
		t.Errorf("ended with %v", err)
	}
	r.inOrder(r.text(), "\nKHÔNG ĐƯỢC ĐÓNG DẤU: 31.000401", "Để thẻ riêng")
}

// terminalRun works at the desk line by line, as at a terminal.
type terminalRun struct {
	*lineRun
	keys  *io.PipeWriter
	from  int // what has been looked at
	ended chan error
	stop  context.CancelFunc

	echo []bool // what was asked of the terminal: is it to hide?
}

func newTerminalRun(t *testing.T) *terminalRun {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	in, keys := io.Pipe()
	r := &terminalRun{lineRun: newLineRun(t), keys: keys, ended: make(chan error, 1), stop: cancel}
	out, done := make(chan stampdesk.Outcome, 16), make(chan struct{})
	go func() {
		defer close(done)
		r.newDesk().Run(ctx, r.in, out)
	}()
	o := Options{In: r.in, Out: out, Look: r.store.View, Desk: "B1", Setup: testSetup, Now: r.clock}
	go func() {
		r.ended <- RunLines(ctx, o, ReadLines(in), r, func(hide bool) error {
			r.mu.Lock()
			defer r.mu.Unlock()
			r.echo = append(r.echo, hide)
			return nil
		})
	}()
	t.Cleanup(func() { cancel(); keys.Close(); <-done })
	return r
}

// types writes text at once, as it comes from a terminal with its own editing.
func (r *terminalRun) types(text string) {
	r.Helper()
	if _, err := r.keys.Write([]byte(text)); err != nil {
		r.Fatal(err)
	}
}

// hears waits for words after those heard before.
func (r *terminalRun) hears(want string) {
	r.Helper()
	for end := time.Now().Add(5 * time.Second); ; time.Sleep(time.Millisecond) {
		text := r.text()
		if i := strings.Index(text[r.from:], want); i >= 0 {
			r.from += i + len(want)
			return
		}
		if time.Now().After(end) {
			r.Fatalf("no %q in:\n%s", want, text[r.from:])
		}
	}
}

func (r *terminalRun) signedIn() *terminalRun {
	r.Helper()
	r.hears("Mã người dùng:")
	r.types("tt1\n")
	r.hears("PIN:")
	r.types("1234\n")
	r.hears("QUÉT THẺ")
	return r
}

// person waits as long as one needs to hear a question.
func (r *terminalRun) person() { time.Sleep(dwell + 50*time.Millisecond) }

func TestAScannerThatEndsItsCodesWithCRLFConfirmsNothingInLines(t *testing.T) {
	r := newTerminalRun(t).signedIn()
	r.person()
	r.types("31000401\n\n") // a terminal makes LF of CR
	r.hears("ĐÓNG DẤU ô 4: 31.000401")
	r.person()
	if got := r.acts(31000401); len(got) != 1 {
		t.Fatalf("on record: %v", got)
	}
	if strings.Contains(r.text(), "CHƯA GHI") {
		t.Errorf("it complains of the scanner:\n%s", r.text())
	}
	r.types("\n")
	r.hears("ĐÃ GHI số 9")
}

func TestAnEmptyLineFromBeforeTheQuestionAnswersNoCardThatCameByItself(t *testing.T) {
	r := newTerminalRun(t).signedIn()
	r.person()
	r.in <- stampdesk.Scan{Raw: "31000401", At: r.clock()} // a scanner on a cable
	r.hears("ĐÓNG DẤU ô 4: 31.000401")
	r.types("\n")
	r.hears("CHƯA GHI")
	r.person()
	if got := r.acts(31000401); len(got) != 1 {
		t.Fatalf("on record: %v", got)
	}
	r.types("\n")
	r.hears("ĐÃ GHI số 9")
}

func TestEveryCodeOfABurstHasALineInItsOrder(t *testing.T) {
	r := newTerminalRun(t).signedIn()
	for _, raw := range []string{"31000410", "3100041", "31000412", "31000401", "31000402", "31000410"} {
		r.in <- stampdesk.Scan{Raw: raw, At: r.clock()}
	}
	for _, want := range []string{"KHÔNG ĐÓNG DẤU: 31.000410", "KHÔNG ĐỌC ĐƯỢC: Đã đọc: \"3100041\"", "GIỮ LẠI: 31.000412", "ĐÓNG DẤU ô 4: 31.000401", "Đang chờ: 31.000402", "31.000410"} {
		r.hears(want)
	}
}

func TestWhatIsTypedIsHiddenForAPINOnlyAndShownInTheEnd(t *testing.T) {
	r := newTerminalRun(t)
	r.hears("Mã người dùng:")
	r.types("tt1\n")
	r.hears("PIN:")
	r.stop() // ctrl+c
	if err := <-r.ended; err != nil {
		t.Errorf("ended with %v", err)
	}
	if !slices.Equal(r.echo, []bool{true, false}) {
		t.Errorf("the terminal was told to hide: %v", r.echo)
	}
	r = newTerminalRun(t).signedIn()
	r.types("quit\n")
	<-r.ended
	if !slices.Equal(r.echo, []bool{true, false}) {
		t.Errorf("the terminal was told to hide: %v", r.echo)
	}
	if strings.Contains(r.text(), "1234") {
		t.Errorf("the PIN was said:\n%s", r.text())
	}
}

func TestEveryScreenCanBeHeard(t *testing.T) {
	alone(t)
	for _, l := range []stampdesk.Lang{stampdesk.Vietnamese, stampdesk.English} {
		for _, g := range allScreens() {
			t.Run(g.name+"-"+string(l), func(t *testing.T) {
				change := func(o *Options) { o.Lang = l }
				d := newDesktop(t, change, func(o *Options) {
					if g.change != nil {
						g.change(o)
					}
				})
				g.reach(d)
				r := &lineRun{T: t}
				d.s.term.lines, d.s.sign = true, &lineSigns
				h := &lineDesk{model: d.model, out: r, story: newStory()}
				h.tell()
				h.explain()
				r.fitToHear(r.text())
				if strings.Count(r.text(), "\n") < 3 {
					t.Errorf("it says too little:\n%s", r.text())
				}
				if *showLines {
					t.Log("\n" + r.text())
				}
			})
		}
	}
}

var showLines = flag.Bool("lines", false, "show what is said of every screen")

func TestADeskThatIsOpenedAgainInLinesHearsTheLinesThatAreLeft(t *testing.T) {
	r := newLineRun(t)
	lines := ReadLines(strings.NewReader(signedInLines + "ctrl+p\ncai dat\ndown\ndown\ndown\ndown\ndown\ndown\nright\nr\n" + signedInLines + "31000401\n\n"))
	sit := func() error {
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
		defer cancel()
		out, done := make(chan stampdesk.Outcome, 16), make(chan struct{})
		o := Options{In: r.in, Out: out, Look: r.store.View, Desk: "B1", Setup: testSetup, Now: r.clock}
		k := newKept()
		for i := range k.all { // here everybody may
			k.all[i].Guarded = false
		}
		k.given(&o)
		go func() {
			defer close(done)
			r.newDesk().Run(ctx, r.in, out)
		}()
		defer func() { cancel(); <-done }()
		return RunLines(ctx, o, lines, r, nil)
	}
	if err := sit(); !errors.Is(err, ErrReopen) {
		t.Fatalf("ended with %v:\n%s", err, r.text())
	}
	if err := sit(); err != nil {
		t.Errorf("ended with %v", err)
	}
	if got := r.acts(31000401); len(got) != 2 || got[1] != stampdesk.ActStamped {
		t.Errorf("on record: %v\n%s", got, r.text())
	}
}

func TestWhatCannotBeSeenInALineIsNoPartOfIt(t *testing.T) {
	r := newLineRun(t)
	r.piped("\ufefftt1\n1234\n\u202e31000401\u200b\n\n") // a file that an editor of Windows wrote
	if got := r.acts(31000401); len(got) != 2 {
		t.Errorf("on record: %v\n%s", got, r.text())
	}
}

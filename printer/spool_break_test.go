package printer

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	"stampdesk"
	"stampdesk/store/storetest"
)

// cable is a printer at the end of a serial line, whose jobs are made small: each has every command, and its feeds say
// which order it is and whether it is marked. So a test can afford to break it at every byte.
type cable struct {
	SerialPort
	printer *dying
}

func newCable(printer *dying) *cable {
	c := &cable{printer: printer}
	c.Open = func(string, int, string) (DeadlineWriter, error) { return printer, nil }
	return c
}

func (c *cable) Send(ctx context.Context, job Job) (int64, error) {
	job.Chunks = smallChunks(job)
	return c.SerialPort.Send(ctx, job)
}

func smallChunks(job Job) func(func([]byte) bool) {
	var seq byte
	fmt.Sscan(job.Name[strings.LastIndexByte(job.Name, '-')+1:], &seq)
	mark := byte(1)
	if strings.Contains(job.Text, "BẢN IN LẠI") {
		mark = 2
	}
	return func(yield func([]byte) bool) {
		_ = yield([]byte{fs, '.', esc, '@', esc, 'J', 100 + seq, esc, 'J', mark}) &&
			yield(slices.Concat([]byte{gs, 'v', '0', 0, 3, 0, 8, 0}, bytes.Repeat([]byte{0xaa}, 24))) &&
			yield([]byte{esc, 'J', 10, gs, 'V', 66, 20})
	}
}

// cameOut reads from a stream which orders came out whole, as a printer would read it.
func cameOut(t *testing.T, stream []byte) (all []string) {
	t.Helper()
	var name string
	for len(stream) > 0 {
		if stream[0] == 0 {
			stream = stream[1:]
			continue
		}
		n := commandLength(stream)
		if n > len(stream) {
			break
		}
		switch c := stream[:n]; {
		case c[0] == esc && c[1] == 'J' && c[2] > 100:
			name = fmt.Sprint(c[2] - 100)
		case c[0] == esc && c[1] == 'J' && c[2] == 2:
			name += " again"
		case c[0] == gs && c[1] == 'V' && n == 4:
			all = append(all, name)
			name = ""
		}
		stream = stream[n:]
	}
	return all
}

// A printer dies at every byte of a job, with the program going on or started anew: nothing is lost, nothing comes out
// twice without a mark, and what comes after the torn job is understood.
func TestAPrinterThatDiesAtAnyByteLosesNothingAndRepeatsNothingUnmarked(t *testing.T) {
	t.Parallel()
	length := int(Job{Chunks: smallChunks(Job{Name: "x-1"})}.size())
	for _, restart := range []bool{false, true} {
		for at := range length + 1 {
			if testing.Short() && at%8 > 1 && at < length-1 {
				continue
			}
			b := newBench(t)
			first, second := b.order(""), b.order("")
			printer := &dying{takes: at, err: io.ErrClosedPipe}
			spool := newSpool(b, newCable(printer))
			_, err := spool.Drain(t.Context())
			whole := at == length // the second job fails at its first byte
			if (err == nil) || errors.Is(err, ErrUnresolved) != (at > 0 && !whole) {
				t.Fatalf("dead at byte %d: %v", at, err)
			}
			printer.takes = 1 << 20
			if restart {
				spool = newSpool(b, newCable(printer))
			}
			st, err := spool.State(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if (st.Status == Unknown) != (at > 0 && !whole) {
				t.Fatalf("dead at byte %d: state %+v", at, st)
			}
			want := []string{fmt.Sprint(first.Key.Seq), fmt.Sprint(second.Key.Seq)}
			if st.Status == Unknown {
				b.settle(first, stampdesk.PrintAgain)
				want[0] += " again"
			}
			if _, err := spool.Drain(t.Context()); err != nil {
				t.Fatalf("dead at byte %d: %v", at, err)
			}
			// What came of the torn one may end as a job of its own: without its knife there is none.
			if got := cameOut(t, printer.got.Bytes()); !endsWith(got, want) || len(got) > len(want)+1 {
				t.Fatalf("restart %v, dead at byte %d: %q came out, want %q", restart, at, got, want)
			}
		}
	}
}

func endsWith(got, want []string) bool {
	return len(got) >= len(want) && slices.Equal(got[len(got)-len(want):], want)
}

// Every write of the spool is lost in every way, with the program going on or started anew after it.
func TestASpoolOutlivesAnyLostCommit(t *testing.T) {
	t.Parallel()
	for _, keep := range []int{0, 1, 10} {
		for n := range 12 {
			for _, fate := range []storetest.Fate{storetest.LosesWord, storetest.LosesWrite} {
				b, p := newBench(t), &paperRoll{}
				first, second := b.order(""), b.order("")
				commits := 0
				s := storetest.Lossy{Store: b.Store, Fate: func() storetest.Fate {
					if commits++; commits == n+1 || commits == n+2 && keep == 10 {
						return fate
					}
					return storetest.Goes
				}}
				settleAll(t, b, s, p, keep)
				for _, o := range []stampdesk.Entry{first, second} {
					unmarked, marked := 0, 0
					for _, what := range p.seen() {
						switch what {
						case paper(o):
							unmarked++
						case paper(o, "again"):
							marked++
						}
					}
					// Where it is not known that nothing was sent, the first that comes out may be a marked one.
					if unmarked > 1 || unmarked+marked == 0 {
						t.Errorf("commit %d, fate %v, keep %d: on the paper is %q", n, fate, keep, p.seen())
					}
				}
				if keep == 10 { // a program that goes on knows what it sent
					wantRoll(t, p, paper(first), paper(second))
				}
				if j := b.job(second); j.IsOpen() {
					t.Errorf("commit %d, fate %v: the second is %+v", n, fate, j)
				}
			}
		}
	}
}

// settleAll drains with one start after another, and answers every question with again. keep of the starts go on with
// the same spool.
func settleAll(t *testing.T, b *bench, s stampdesk.Store, p Transport, keep int) {
	t.Helper()
	spool := newSpool(s, p)
	for range 12 {
		_, err := spool.Drain(t.Context())
		if err == nil {
			return
		}
		if keep--; keep < 0 {
			spool = newSpool(s, p)
		}
		st, err := spool.State(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if st.Status == Unknown {
			b.do(stampdesk.SettlePrint{Order: st.Job.Order.Key, Attempt: st.Job.Attempt, As: stampdesk.PrintAgain})
		}
	}
	t.Fatal("the queue does not empty")
}

// hooked is a store that lets a test in just before and just after a commit of the spool.
type hooked struct {
	stampdesk.Store
	before, after func()
}

func (h *hooked) Update(ctx context.Context, fn func(stampdesk.Tx) error) error {
	if do := h.before; do != nil {
		h.before = nil
		do()
	}
	err := h.Store.Update(ctx, fn)
	if do := h.after; do != nil {
		h.after = nil
		do()
	}
	return err
}

// A person cancels or moves a document in the instant in which its printing begins.
func TestASettlementIsBeforeTheBeginningOrAfterItAndMarked(t *testing.T) {
	for _, as := range []stampdesk.Settlement{stampdesk.PrintCancelled, stampdesk.PrintMoved} {
		for _, before := range []bool{true, false} {
			t.Run(fmt.Sprint(as, " before ", before), func(t *testing.T) {
				b, mine, other := newBench(t), &paperRoll{}, &paperRoll{}
				first, second := b.order(""), b.order("")
				var settled stampdesk.Entry
				settle := func() {
					var to []stampdesk.PrinterID
					if as == stampdesk.PrintMoved {
						to = append(to, "kho")
					}
					settled = b.settle(first, as, to...)
				}
				s := &hooked{Store: b.Store}
				if before {
					s.before = settle
				} else {
					s.after = settle
				}
				if _, err := newSpool(s, mine).Drain(t.Context()); err != nil {
					t.Fatal(err)
				}
				there := newSpool(b, other)
				there.Printer = "kho"
				if _, err := there.Drain(t.Context()); err != nil {
					t.Fatal(err)
				}
				switch moved := as == stampdesk.PrintMoved; {
				case before:
					wantRoll(t, mine, paper(second))
					if moved {
						wantRoll(t, other, paper(first))
					}
				default:
					wantRoll(t, mine, paper(first), paper(second))
					if moved {
						wantRoll(t, other, paper(first, "again"))
					}
				}
				if marked := settled.Fact(stampdesk.FactAgain) != ""; marked == before {
					t.Errorf("the settlement says again: %v", marked)
				}
			})
		}
	}
}

// The journal grows for other reasons between the look and the beginning: the document is printed all the same, once.
func TestAJournalThatGrowsDoesNotKeepADocumentFromThePrinter(t *testing.T) {
	b, p := newBench(t), &paperRoll{}
	first := b.order("")
	s := &hooked{Store: b.Store}
	n := 0
	var grow func()
	grow = func() {
		if n++; n < 5 {
			b.do(stampdesk.OpenBatch{Unit: "TC001"})
			s.before = grow
		}
	}
	s.before = grow
	if n, err := newSpool(s, p).Drain(t.Context()); n != 1 || err != nil {
		t.Fatal(n, err)
	}
	wantRoll(t, p, paper(first))
}

// A person cancels or moves a document while it is being sent: the rest is not sent, and nothing asks about it.
func TestADocumentThatIsBeingSentIsStoppedByAPerson(t *testing.T) {
	for _, as := range []stampdesk.Settlement{stampdesk.PrintCancelled, stampdesk.PrintMoved, stampdesk.PrintAgain} {
		t.Run(string(as), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				b, p, other := newBench(t), &paperRoll{hold: make(chan struct{})}, &paperRoll{}
				first, second := b.order(""), b.order("")
				r := run(t, newSpool(b, p))
				b.do(stampdesk.BeginShift{})
				r.kicked() // nothing to do with it
				if st := r.last(); st.Status != Printing {
					t.Fatalf("state %+v", st)
				}
				hold := p.hold
				p.mu.Lock()
				p.hold = nil
				p.mu.Unlock()
				var to []stampdesk.PrinterID
				if as == stampdesk.PrintMoved {
					to = append(to, "kho")
				}
				b.settle(first, as, to...)
				r.kicked()
				if as == stampdesk.PrintAgain { // it is on its way already
					close(hold)
					synctest.Wait()
					wantRoll(t, p, paper(first), paper(second))
				} else {
					wantRoll(t, p, paper(first, "torn"), paper(second))
				}
				if st := r.last(); st.Status != Idle || st.Job != nil {
					t.Errorf("state %+v", st)
				}
				r.stop()
				spool := newSpool(b, other)
				spool.Printer = "kho"
				if _, err := spool.Drain(t.Context()); err != nil {
					t.Error(err)
				}
				if as == stampdesk.PrintMoved {
					wantRoll(t, other, paper(first, "again"))
				}
			})
		})
	}
}

// A settlement that comes in the last instant of a sending that fails is not overlooked.
func TestAnAnswerThatComesWhileTheSendingFailsIsHeard(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, p := newBench(t), &paperRoll{hold: make(chan struct{}), plan: []int{100}}
		first := b.order("")
		r := run(t, newSpool(b, p))
		b.settle(first, stampdesk.PrintAgain)
		r.kicked() // swallowed by the sending
		close(p.hold)
		synctest.Wait()
		wantRoll(t, p, paper(first, "torn"), paper(first, "again"))
		r.stop()
	})
}

// A document that was cancelled before the printer took it leaves nothing, and one in an idle queue is gone at once.
func TestADocumentInTheQueueIsCancelledOrMoved(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, p := newBench(t), &paperRoll{plan: []int{0}}
		first, second, third := b.order(""), b.order(""), b.order("")
		r := run(t, newSpool(b, p))
		b.settle(second, stampdesk.PrintCancelled)
		b.settle(first, stampdesk.PrintMoved, "kho")
		st, err := r.State(t.Context())
		if err != nil || !isAbout(st, third) || st.Waiting != 0 || st.Status != Idle {
			t.Errorf("state %+v, %v", st, err)
		}
		b.settle(first, stampdesk.PrintMoved, "") // and back, behind the third
		r.Retry()
		synctest.Wait()
		wantRoll(t, p, paper(third), paper(first))
		r.stop()
	})
}

func TestAStartOfAnIdlePrinterDoesNotReadTheWholeJournal(t *testing.T) {
	b, p := newBench(t), &paperRoll{}
	first := b.order("")
	if _, err := newSpool(b, p).Drain(t.Context()); err != nil {
		t.Fatal(err)
	}
	_, done := stampdesk.PrintCursors("B1", "")
	at := func() (n uint64) {
		err := b.View(t.Context(), func(s stampdesk.Snapshot) (err error) { n, err = s.Cursor(done); return err })
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	grow := func(n int) (last uint64) {
		for range n {
			last = storetest.Record(t, b.Store, stampdesk.Entry{
				Key: stampdesk.EntryKey{Desk: "B1"}, Round: 4, At: storetest.Noon, Act: stampdesk.ActSignedOut, Operator: "lan",
			}, nil, nil).Key.Seq
		}
		return last
	}
	grow(farBehind)
	if _, err := newSpool(b, p).Drain(t.Context()); err != nil || at() != first.Key.Seq {
		t.Fatalf("%d, %v", at(), err)
	}
	last := grow(1)
	running := newSpool(b, p)
	if _, err := running.Drain(t.Context()); err != nil || at() != last {
		t.Fatalf("the cursor is at %d, want %d (%v)", at(), last, err)
	}
	second := b.order("")
	if n, err := newSpool(b, p).Drain(t.Context()); n != 1 || err != nil {
		t.Error(n, err)
	}
	wantRoll(t, p, paper(first), paper(second))
}

// Readers begin at the printer that is furthest behind: one that was used once, or is not there any more, must not have
// them read the journal since then for ever.
func TestAPrinterThatNobodyUsesAnyMoreHoldsNoStartUp(t *testing.T) {
	b, p := newBench(t), &paperRoll{}
	b.order("kho")
	kho := newSpool(b, p)
	kho.Printer = "kho"
	if n, err := kho.Drain(t.Context()); n != 1 || err != nil {
		t.Fatal(n, err)
	}
	waiting := b.order("gone") // for a printer that nobody drives
	cursor := func(of stampdesk.PrinterID) (n uint64) {
		_, done := stampdesk.PrintCursors("B1", of)
		err := b.View(t.Context(), func(s stampdesk.Snapshot) (err error) { n, err = s.Cursor(done); return err })
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	held := cursor("gone")
	var last uint64
	for range farBehind + 10 {
		last = storetest.Record(t, b.Store, stampdesk.Entry{
			Key: stampdesk.EntryKey{Desk: "B1"}, Round: 4, At: storetest.Noon, Act: stampdesk.ActSignedOut, Operator: "lan",
		}, nil, nil).Key.Seq
	}
	if _, err := newSpool(b, p).Drain(t.Context()); err != nil {
		t.Fatal(err)
	}
	if cursor("") != last || cursor("kho") != last || cursor("gone") != held {
		t.Errorf("the cursors are at %d, %d, %d, want %d, %d, %d", cursor(""), cursor("kho"), cursor("gone"), last, last, held)
	}
	if j := b.job(waiting); !j.IsOpen() {
		t.Errorf("what waits for a printer that is gone: %+v", j)
	}
}

// What is ordered while a printer catches up is printed.
func TestAnOrderWhileAPrinterCatchesUpIsNotPassedOver(t *testing.T) {
	b, p := newBench(t), &paperRoll{}
	before := b.order("")
	if _, err := newSpool(b, p).Drain(t.Context()); err != nil {
		t.Fatal(err)
	}
	for range farBehind + 10 {
		storetest.Record(t, b.Store, stampdesk.Entry{
			Key: stampdesk.EntryKey{Desk: "B1"}, Round: 4, At: storetest.Noon, Act: stampdesk.ActSignedOut, Operator: "lan",
		}, nil, nil)
	}
	s := newSpool(b, p)
	s.prepare()
	if job, err := s.first(t.Context()); job != nil || err != nil {
		t.Fatal(job, err)
	}
	order := b.order("")
	if _, err := s.State(t.Context()); err != nil { // by a command that follows the queue
		t.Fatal(err)
	}
	s.catchUp(t.Context())
	if _, err := newSpool(b, p).Drain(t.Context()); err != nil {
		t.Fatal(err)
	}
	wantRoll(t, p, paper(before), paper(order))
}

package printer

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"stampdesk"
	"stampdesk/store/mem"
	"stampdesk/store/storetest"
)

// paperRoll is a printer with a roll of paper that a test can look at. plan says of each job in turn how many bytes it
// takes before it fails; all of them if it is -1 or the plan has ended.
type paperRoll struct {
	mu   sync.Mutex
	plan []int
	roll []string      // what came out: all of a job or part of it
	hold chan struct{} // if not nil, a Send waits for it or for the end of ctx after its first byte
	jobs []Job
}

func (p *paperRoll) Send(ctx context.Context, job Job) (int64, error) {
	p.mu.Lock()
	take := -1
	if len(p.plan) > 0 {
		take, p.plan = p.plan[0], p.plan[1:]
	}
	hold := p.hold
	p.jobs = append(p.jobs, job)
	p.mu.Unlock()
	if hold != nil {
		select {
		case <-hold:
		case <-ctx.Done():
			p.out(job, 1)
			return 1, &SendError{Sent: 1, Err: context.Cause(ctx)}
		}
	}
	if take < 0 {
		all := len(job.Bytes())
		p.out(job, -1)
		return int64(all), nil
	}
	p.out(job, take)
	return int64(take), &SendError{Sent: int64(take), Err: ErrStalled}
}

// out notes what came out of the first n bytes of a job; of all of them if n is negative.
func (p *paperRoll) out(job Job, n int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if n == 0 {
		return
	}
	what := job.Name
	if strings.Contains(job.Text, "BẢN IN LẠI") {
		what += " again"
	}
	if n > 0 && n < len(job.Bytes()) {
		what += " torn"
	}
	p.roll = append(p.roll, what)
}

func (p *paperRoll) seen() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.roll)
}

func wantRoll(t *testing.T, p *paperRoll, want ...string) {
	t.Helper()
	if got := p.seen(); !slices.Equal(got, want) {
		t.Errorf("on the paper is %q, want %q", got, want)
	}
}

// bench is a desk with a batch and somebody who works there.
type bench struct {
	testing.TB
	stampdesk.Store
	desk *stampdesk.Desk
	docs int // that were ordered
}

func newBench(t testing.TB) *bench {
	s := storetest.Twice(mem.New(storetest.Identity()))
	storetest.Update(t, s, func(tx stampdesk.Tx) error {
		return errors.Join(tx.PutSetup(storetest.Setup()), tx.PutPerson(stampdesk.Person{
			ID: "lan", Name: "Lò Thị Lan", Role: stampdesk.Supervisor, PIN: "123456",
		}))
	})
	storetest.Use(t, s, storetest.Roster(30))
	b := &bench{TB: t, Store: s, desk: &stampdesk.Desk{
		Store: s, ID: "B1", Now: func() time.Time { return storetest.Noon }, PINs: plainPINs{},
	}}
	b.do(stampdesk.SignIn{Person: "lan", PIN: "123456"})
	b.do(stampdesk.OpenBatch{Unit: "TC001"})
	return b
}

// do carries out a request and gives its entry.
func (b *bench) do(r stampdesk.Request) stampdesk.Entry {
	b.Helper()
	outs, err := b.desk.Do(b.Context(), r)
	if err != nil {
		b.Fatal(err)
	}
	o := outs[len(outs)-1]
	if o.Result == stampdesk.Declined {
		b.Fatalf("%T: %s %s", r, o.Refusal, o.About)
	}
	if o.Entry == nil {
		return stampdesk.Entry{}
	}
	return *o.Entry
}

// order orders a document that was not ordered before, so that no paper is a copy.
func (b *bench) order(p stampdesk.PrinterID) stampdesk.Entry {
	b.Helper()
	b.docs++
	switch b.docs {
	case 1:
		return b.do(stampdesk.Print{Document: stampdesk.TallySheet, Printer: p})
	case 2:
		return b.do(stampdesk.Print{Document: stampdesk.ChaseList, Printer: p})
	case 3:
		return b.do(stampdesk.Print{Document: stampdesk.ChaseList, Unit: "TC001", Printer: p})
	case 4:
		return b.do(stampdesk.Print{Document: stampdesk.TallySheet, Batch: "B1-001", Printer: p})
	}
	b.Fatal("too many documents")
	panic("unreachable")
}

// settle settles a document as it is in the queue.
func (b *bench) settle(order stampdesk.Entry, as stampdesk.Settlement, to ...stampdesk.PrinterID) stampdesk.Entry {
	b.Helper()
	q := stampdesk.SettlePrint{Order: order.Key, Attempt: b.job(order).Attempt, As: as}
	if len(to) > 0 {
		q.Printer = to[0]
	}
	return b.do(q)
}

func (b *bench) job(order stampdesk.Entry) (j stampdesk.PrintJob) {
	b.Helper()
	err := b.View(b.Context(), func(s stampdesk.Snapshot) (err error) {
		j, err = stampdesk.FindPrintJob(s, order.Key)
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return j
}

func paper(e stampdesk.Entry, what ...string) string {
	name := fmt.Sprintf("%s-B1-%d", e.Fact(stampdesk.FactKind), e.Key.Seq)
	return strings.Join(append([]string{name}, what...), " ")
}

// running is a spool that runs in a bubble of synctest, and what it said.
type running struct {
	*Spool
	kick chan struct{}
	stop context.CancelFunc

	mu     sync.Mutex
	states []SpoolState
}

// small is a profile whose documents are short.
func small() Profile {
	p, err := FindProfile(known(), "generic-58")
	if err != nil {
		panic(err)
	}
	return p
}

func newSpool(s stampdesk.Store, p Transport) *Spool {
	return &Spool{
		Store: s, Desk: "B1", Transport: p, Lang: stampdesk.Vietnamese, Where: "quầy 1",
		Profile: small(),
	}
}

func run(t *testing.T, s *Spool) *running {
	r := &running{Spool: s, kick: make(chan struct{}, 1)}
	r.Kicked = r.kick
	r.Notify = func(st SpoolState) {
		r.mu.Lock()
		defer r.mu.Unlock()
		r.states = append(r.states, st)
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() {
		defer close(done)
		if err := r.Run(ctx); err != nil {
			t.Errorf("Run: %v", err)
		}
	}()
	r.stop = func() { cancel(); <-done }
	synctest.Wait()
	return r
}

func (r *running) kicked() {
	select {
	case r.kick <- struct{}{}:
	default:
	}
	synctest.Wait()
}

// said is every state so far.
func (r *running) said() []SpoolState {
	synctest.Wait()
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.states)
}

func (r *running) last() SpoolState {
	all := r.said()
	return all[len(all)-1]
}

func (r *running) statuses() string {
	var all []string
	for _, st := range r.said() {
		all = append(all, st.Status.String())
	}
	return strings.Join(all, " ")
}

func isAbout(st SpoolState, e stampdesk.Entry) bool {
	return st.Job != nil && st.Job.Order.Key == e.Key
}

func TestASpoolPrintsInOrder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, p := newBench(t), &paperRoll{}
		first := b.order("")
		r := run(t, newSpool(b, p))
		second := b.order("")
		b.do(stampdesk.BeginShift{})
		third := b.order("")
		r.kicked()
		wantRoll(t, p, paper(first), paper(second), paper(third))
		if got := r.statuses(); got != "printing ok printing printing ok" {
			t.Errorf("states %s", got)
		}
		if st := r.said()[2]; !isAbout(st, second) || st.Waiting != 1 || st.Where != "quầy 1" {
			t.Errorf("state %+v", st)
		}
		r.stop()

		r = run(t, newSpool(b, p)) // nothing is printed twice
		wantRoll(t, p, paper(first), paper(second), paper(third))
		if got := r.statuses(); got != "ok" {
			t.Errorf("states %s", got)
		}
		r.stop()
	})
}

func TestASpoolWaitsForPaper(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, p := newBench(t), &paperRoll{plan: []int{0, 0, 0, 0, 0, 0, 0, 0}}
		first := b.order("")
		begin := time.Now()
		r := run(t, newSpool(b, p))
		if st := r.last(); st.Status != Trouble || !errors.Is(st.Err, ErrStalled) || !isAbout(st, first) {
			t.Errorf("state %+v", st)
		}
		if got := b.job(first).State; got != stampdesk.JobQueued {
			t.Errorf("the store has the job in state %v", got)
		}
		second := b.order("")
		r.stop()
		r = run(t, newSpool(b, p)) // a new start does not ask: nothing went out
		if st := r.last(); st.Status != Trouble || st.Waiting != 1 {
			t.Errorf("state after a new start %+v", st)
		}
		for len(p.seen()) < 2 {
			time.Sleep(time.Second)
			synctest.Wait()
		}
		wantRoll(t, p, paper(first), paper(second))
		if waited := time.Since(begin); waited != (1+2+4+8+16+30+30)*time.Second {
			t.Errorf("after seven more failures it printed after %v", waited)
		}
		if got := r.last(); got.Status != Idle || got.Err != nil || got.Job != nil {
			t.Errorf("state %+v", got)
		}
		r.stop()
	})
}

func TestAPrinterInTroubleIsTriedWhenTheJournalGrowsAndAtOnceWhenAPersonSaysSo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, p := newBench(t), &paperRoll{plan: []int{0, 0, 0, 0, 0, 0, 0}}
		first := b.order("")
		r := run(t, newSpool(b, p))
		time.Sleep(16 * time.Second) // the fifth failure was at 15 s, the next try is at 31 s
		synctest.Wait()
		r.kicked()
		if left := len(p.plan); left != 1 {
			t.Fatalf("%d of 7 failures are left after a kick, want 1", left)
		}
		r.Retry() // in the first second, when a kick would have to wait
		synctest.Wait()
		wantRoll(t, p)
		r.Retry()
		synctest.Wait()
		wantRoll(t, p, paper(first))
		r.stop()
	})
}

// Whatever a person says of a document that may be on paper, and whether the program was started anew before.
func TestATornDocumentWaitsForAPerson(t *testing.T) {
	for as, want := range map[stampdesk.Settlement]string{
		stampdesk.PrintAgain: "again", stampdesk.PrintedAfterAll: "", stampdesk.PrintCancelled: "", stampdesk.PrintMoved: "",
	} {
		for _, restart := range []bool{false, true} {
			t.Run(fmt.Sprint(as, " restart ", restart), func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					b, p := newBench(t), &paperRoll{plan: []int{100}}
					first, second := b.order(""), b.order("")
					r := run(t, newSpool(b, p))
					time.Sleep(time.Hour)
					r.kicked()
					r.Retry()
					synctest.Wait()
					wantRoll(t, p, paper(first, "torn"))
					if st := r.last(); st.Status != Unknown || !isAbout(st, first) || st.Waiting != 1 || !errors.Is(st.Err, ErrStalled) ||
						!errors.Is(st.Err, ErrUnresolved) || st.Sent != 100 || st.Size <= 100 {
						t.Errorf("state %+v", st)
					}
					if restart {
						r.stop()
						r = run(t, newSpool(b, p))
						if st := r.last(); st.Status != Unknown || !isAbout(st, first) || !errors.Is(st.Err, ErrUnresolved) {
							t.Errorf("state after a new start %+v", st)
						}
					}
					to := []stampdesk.PrinterID{"kho"}
					if as != stampdesk.PrintMoved {
						to = nil
					}
					b.settle(first, as, to...)
					r.kicked()
					rest := []string{paper(first, "torn"), paper(second)}
					if want != "" {
						rest = slices.Insert(rest, 1, paper(first, want))
					}
					wantRoll(t, p, rest...)
					if st := r.last(); st.Status != Idle || st.Job != nil {
						t.Errorf("state %+v", st)
					}
					if as == stampdesk.PrintMoved {
						other := &paperRoll{}
						spool := newSpool(b, other)
						spool.Printer = "kho"
						if n, err := spool.Drain(t.Context()); n != 1 || err != nil {
							t.Error(n, err)
						}
						wantRoll(t, other, paper(first, "again"))
					}
					r.stop()
				})
			})
		}
	}
}

// A document that is being sent when the desk is closed may be on paper.
func TestAStopWhileSendingLeavesAQuestion(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, p := newBench(t), &paperRoll{hold: make(chan struct{})}
		first := b.order("")
		r := run(t, newSpool(b, p))
		if st := r.last(); st.Status != Printing || !isAbout(st, first) {
			t.Errorf("state %+v", st)
		}
		r.stop()
		p.hold = nil
		r = run(t, newSpool(b, p))
		if st := r.last(); st.Status != Unknown {
			t.Errorf("state %+v", st)
		}
		wantRoll(t, p, paper(first, "torn"))
		r.stop()
	})
}

// What a person wanted again is not lost with the printer that it does not reach, stays marked, and is not asked about
// once more: nothing of the new attempt went out.
func TestADocumentThatIsWantedAgainOutlivesTrouble(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, p := newBench(t), &paperRoll{plan: []int{100, 0, 0, 0}}
		first := b.order("")
		r := run(t, newSpool(b, p))
		b.settle(first, stampdesk.PrintAgain)
		r.kicked()
		if st := r.last(); st.Status != Trouble {
			t.Errorf("state %+v", st)
		}
		r.stop()
		r = run(t, newSpool(b, p))
		if st := r.last(); st.Status != Trouble {
			t.Errorf("state after a new start %+v", st)
		}
		time.Sleep(time.Minute)
		wantRoll(t, p, paper(first, "torn"), paper(first, "again"))
		r.stop()
	})
}

// The program dies between the answer and the printing of it.
func TestADocumentThatIsWantedAgainIsSentAtTheNextStart(t *testing.T) {
	b, p := newBench(t), &paperRoll{plan: []int{100}}
	first := b.order("")
	if _, err := newSpool(b, p).Drain(t.Context()); !errors.Is(err, ErrUnresolved) {
		t.Fatal(err)
	}
	b.settle(first, stampdesk.PrintAgain)
	if n, err := newSpool(b, p).Drain(t.Context()); n != 1 || err != nil {
		t.Error(n, err)
	}
	wantRoll(t, p, paper(first, "torn"), paper(first, "again"))
}

func TestADocumentThatCannotBeMadeIsCancelledByAPerson(t *testing.T) {
	for name, bad := range map[string]stampdesk.Entry{
		"the batch is gone":   {Batch: "B1-999", Facts: []stampdesk.Fact{{Name: stampdesk.FactKind, Value: "return-list"}}},
		"of a newer version":  {Facts: []stampdesk.Fact{{Name: stampdesk.FactKind, Value: "hologram"}}},
		"of no kind whatever": {},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				b, p := newBench(t), &paperRoll{}
				bad.Key, bad.Round, bad.At, bad.Act = stampdesk.EntryKey{Desk: "B1"}, 4, storetest.Noon, stampdesk.ActPrinted
				bad := storetest.Record(t, b.Store, bad, nil, nil)
				good := b.order("")
				r := run(t, newSpool(b, p))
				time.Sleep(time.Hour)
				st := r.last()
				if st.Status != Trouble || !isAbout(st, bad) || st.Waiting != 1 || st.Err == nil {
					t.Errorf("state %+v", st)
				}
				wantRoll(t, p)
				b.settle(bad, stampdesk.PrintCancelled)
				r.kicked()
				wantRoll(t, p, paper(good))
				r.stop()
			})
		})
	}
}

func TestDrainSaysWhatIsLeft(t *testing.T) {
	b, p := newBench(t), &paperRoll{plan: []int{-1, 0, 70}}
	first, second, third := b.order(""), b.order(""), b.order("")
	if n, err := newSpool(b, p).Drain(t.Context()); n != 1 || !errors.Is(err, ErrStalled) || errors.Is(err, ErrUnresolved) {
		t.Errorf("Drain = %d, %v", n, err)
	}
	spool := newSpool(b, p)
	for _, s := range []*Spool{spool, spool, newSpool(b, p)} {
		if n, err := s.Drain(t.Context()); n != 0 || !errors.Is(err, ErrUnresolved) {
			t.Errorf("Drain = %d, %v", n, err)
		}
	}
	b.settle(second, stampdesk.PrintAgain)
	if n, err := spool.Drain(t.Context()); n != 2 || err != nil {
		t.Errorf("Drain = %d, %v", n, err)
	}
	wantRoll(t, p, paper(first), paper(second, "torn"), paper(second, "again"), paper(third))

	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	b.order("")
	if n, err := spool.Drain(ctx); n != 0 || !errors.Is(err, context.Canceled) {
		t.Errorf("Drain = %d, %v", n, err)
	}
	if n, err := newSpool(b, Nowhere{}).Drain(t.Context()); n != 0 || !errors.Is(err, ErrNoPrinter) {
		t.Errorf("Drain = %d, %v", n, err)
	}
}

func TestTwoPrintersDoNotWaitForEachOther(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, mine, other := newBench(t), &paperRoll{plan: []int{100}}, &paperRoll{}
		store := newSpool(b, other)
		store.Printer = "kho"
		r, k := run(t, newSpool(b, mine)), run(t, store)
		first, second, third := b.order(""), b.order("kho"), b.order("")
		r.kicked()
		k.kicked()
		if st := r.last(); st.Status != Unknown || st.Waiting != 1 {
			t.Errorf("state %+v", st)
		}
		wantRoll(t, other, paper(second))
		b.settle(first, stampdesk.PrintMoved, "kho") // unknown here: marked there
		b.settle(third, stampdesk.PrintMoved, "kho") // nothing of it is on paper
		r.kicked()
		k.kicked()
		wantRoll(t, mine, paper(first, "torn"))
		wantRoll(t, other, paper(second), paper(first, "again"), paper(third))
		if st := k.last(); st.Printer != "kho" || st.Status != Idle {
			t.Errorf("state %+v", st)
		}
		r.stop()
		k.stop()
		for _, p := range []stampdesk.PrinterID{"", "kho"} { // a new start has nothing to do
			s := newSpool(b, mine)
			s.Printer = p
			if n, err := s.Drain(t.Context()); n != 0 || err != nil {
				t.Error(p, n, err)
			}
		}
	})
}

func TestOthersUseThePrinterBetweenTwoJobs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, p := newBench(t), &paperRoll{hold: make(chan struct{}, 1)}
		first := b.order("")
		r := run(t, newSpool(b, p))
		soon, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		err := r.Use(soon, func(context.Context, Transport) error { t.Error("in the middle of a job"); return nil })
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Error(err)
		}
		second := b.order("")
		done := make(chan error)
		go func() {
			done <- r.Use(t.Context(), func(ctx context.Context, tr Transport) error {
				p.mu.Lock()
				p.hold = nil
				p.mu.Unlock()
				time.Sleep(time.Minute)
				wantRoll(t, p, paper(first)) // and not the second
				_, err := tr.Send(ctx, Job{Name: "test-page", Chunks: Whole([]byte("x"))})
				return err
			})
		}()
		synctest.Wait()
		p.hold <- struct{}{}
		if err := <-done; err != nil {
			t.Error(err)
		}
		synctest.Wait()
		wantRoll(t, p, paper(first), "test-page", paper(second))
		r.stop()
	})
}

func TestProgressIsToldAboutFiveTimesASecond(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBench(t)
		ordered := b.order("")
		r := run(t, newSpool(b, progressing{}))
		time.Sleep(10 * time.Second)
		var sizes []int64
		for _, st := range r.said() {
			if st.Status == Printing && st.Sent > 0 {
				sizes = append(sizes, st.Sent)
				if st.Size <= 1000 || !isAbout(st, ordered) {
					t.Fatalf("state %+v", st)
				}
			}
		}
		if len(sizes) < 4 || len(sizes) > 6 || !slices.IsSorted(sizes) {
			t.Errorf("within a second it was told %v", sizes)
		}
		if st := r.last(); st.Status != Idle || st.Sent != 0 || st.Size != 0 {
			t.Errorf("state %+v", st)
		}
		r.stop()
	})
}

// progressing takes a second for a job, in a thousand pieces.
type progressing struct{}

func (progressing) Send(_ context.Context, job Job) (int64, error) {
	for i := range 1000 {
		time.Sleep(time.Millisecond)
		job.Progress(int64(i + 1))
	}
	return job.size(), nil
}

// desk is a store with a batch, for the tests of single papers.
func desk(t testing.TB) stampdesk.Store {
	s := storetest.Twice(mem.New(storetest.Identity()))
	storetest.Update(t, s, func(tx stampdesk.Tx) error {
		return errors.Join(tx.PutSetup(storetest.Setup()), tx.PutPerson(stampdesk.Person{ID: "lan", Name: "Lò Thị Lan"}))
	})
	storetest.Use(t, s, storetest.Roster(30))
	act(t, s, stampdesk.ActBatchOpened, stampdesk.Fact{Name: stampdesk.FactKind, Value: "delivery"})
	return s
}

func act(t testing.TB, s stampdesk.Store, a stampdesk.Act, facts ...stampdesk.Fact) stampdesk.Entry {
	return storetest.Record(t, s, stampdesk.Entry{
		Key: stampdesk.EntryKey{Desk: "B1"}, Round: 4, At: storetest.Noon, Operator: "lan", Act: a, Batch: "B1-001", Unit: "TC001",
		Facts: facts,
	}, nil, nil)
}

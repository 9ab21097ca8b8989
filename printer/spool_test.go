package printer

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
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
	roll []string // what came out: all of a job or part of it
	jobs int
	hold chan struct{} // if not nil, a Send waits for it or for the end of ctx after its first byte
}

func (p *paperRoll) Send(ctx context.Context, job Job) (int64, error) {
	p.mu.Lock()
	p.jobs++
	take := -1
	if len(p.plan) > 0 {
		take, p.plan = p.plan[0], p.plan[1:]
	}
	hold := p.hold
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
		p.out(job, len(job.Bytes()))
		return int64(len(job.Bytes())), nil
	}
	p.out(job, take)
	return int64(take), &SendError{Sent: int64(take), Err: ErrStalled}
}

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
	if n < len(job.Bytes()) {
		what += " torn"
	}
	p.roll = append(p.roll, what)
}

func (p *paperRoll) seen() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.roll)
}

// desk is a store with a batch; order orders a document of it.
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

func order(t testing.TB, s stampdesk.Store) stampdesk.Entry {
	return act(t, s, stampdesk.ActPrinted, stampdesk.Fact{Name: stampdesk.FactKind, Value: string(stampdesk.TallySheet)},
		stampdesk.Fact{Name: stampdesk.FactCopy, Value: "1"})
}

func paper(e stampdesk.Entry, what ...string) string {
	return strings.Join(append([]string{"tally-B1-" + strconv.FormatUint(e.Key.Seq, 10)}, what...), " ")
}

// running is a spool that runs in a bubble of synctest, and what it said.
type running struct {
	*Spool
	kick chan struct{}
	stop context.CancelFunc

	mu     sync.Mutex
	states []SpoolState
}

func newSpool(s stampdesk.Store, p Transport) *Spool {
	return &Spool{
		Store: s, Desk: "B1", Transport: p, Lang: stampdesk.Vietnamese, Where: "quầy 1",
		Profile: Profile{ID: "small", Media: Media{WidthDots: 384}},
	}
}

func run(t *testing.T, s stampdesk.Store, p Transport) *running {
	r := &running{Spool: newSpool(s, p), kick: make(chan struct{}, 1)}
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
	r.kick <- struct{}{}
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

func wantRoll(t *testing.T, p *paperRoll, want ...string) {
	t.Helper()
	if got := p.seen(); !slices.Equal(got, want) {
		t.Errorf("on the paper is %q, want %q", got, want)
	}
}

func TestSpoolPrintsInOrder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, p := desk(t), &paperRoll{}
		first := order(t, s)
		r := run(t, s, p)
		second := order(t, s)
		act(t, s, stampdesk.ActPapersReceived)
		third := order(t, s)
		r.kicked()
		wantRoll(t, p, paper(first), paper(second), paper(third))
		if got := r.statuses(); got != "printing ok printing printing ok" {
			t.Errorf("states %s", got)
		}
		if st := r.said()[2]; st.Order.Key != second.Key || st.Waiting != 1 || st.Where != "quầy 1" {
			t.Errorf("state %+v", st)
		}
		r.stop()

		r = run(t, s, p) // nothing is printed twice
		wantRoll(t, p, paper(first), paper(second), paper(third))
		if got := r.statuses(); got != "ok" {
			t.Errorf("states %s", got)
		}
		r.stop()
	})
}

func TestSpoolWaitsForPaper(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, p := desk(t), &paperRoll{plan: []int{0, 0, 0, 0, 0, 0, 0, 0}}
		first := order(t, s)
		begin := time.Now()
		r := run(t, s, p)
		if st := r.last(); st.Status != Trouble || !errors.Is(st.Err, ErrStalled) || st.Order.Key != first.Key {
			t.Errorf("state %+v", st)
		}
		second := order(t, s)
		r.stop()
		r = run(t, s, p) // a new start does not ask: nothing went out
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
		if got := r.last(); got.Status != Idle || got.Err != nil || got.Order != nil {
			t.Errorf("state %+v", got)
		}
		r.stop()
	})
}

func TestSpoolTriesAgainWhenKicked(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, p := desk(t), &paperRoll{plan: []int{0, 0, 0, 0, 0}}
		first := order(t, s)
		r := run(t, s, p)
		time.Sleep(16 * time.Second) // the fifth failure was at 15 s, the next try is at 31 s
		synctest.Wait()
		wantRoll(t, p)
		r.kicked()
		wantRoll(t, p, paper(first))
		r.stop()
	})
}

func TestSpoolAsks(t *testing.T) {
	for _, again := range []bool{true, false} {
		t.Run(fmt.Sprint("again ", again), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s, p := desk(t), &paperRoll{plan: []int{100, -1, -1}}
				first, second := order(t, s), order(t, s)
				r := run(t, s, p)
				time.Sleep(time.Hour)
				r.kicked()
				wantRoll(t, p, paper(first, "torn"))
				if st := r.last(); st.Status != Unknown || st.Order.Key != first.Key || st.Waiting != 1 || !errors.Is(st.Err, ErrStalled) {
					t.Errorf("state %+v", st)
				}
				if err := r.Resolve(t.Context(), second.Key, true); !errors.Is(err, ErrNotAsked) {
					t.Errorf("the answer to a question that was not asked: %v", err)
				}
				r.stop()

				r = run(t, s, p) // a new start still asks
				if st := r.last(); st.Status != Unknown || st.Order.Key != first.Key || !errors.Is(st.Err, ErrUnresolved) {
					t.Errorf("state after a new start %+v", st)
				}
				if err := r.Resolve(t.Context(), first.Key, again); err != nil {
					t.Fatal(err)
				}
				if !again { // durable before anything else happens
					st, err := newSpool(s, p).State(t.Context())
					if err != nil || st.Status == Unknown || st.Order.Key != second.Key {
						t.Errorf("state of another spool %+v, %v", st, err)
					}
				}
				synctest.Wait()
				if again {
					wantRoll(t, p, paper(first, "torn"), paper(first, "again"), paper(second))
				} else {
					wantRoll(t, p, paper(first, "torn"), paper(second))
				}
				if err := r.Resolve(t.Context(), first.Key, true); !errors.Is(err, ErrNotAsked) {
					t.Errorf("a second answer: %v", err)
				}
				r.stop()
			})
		})
	}
}

// A job that is being sent when the desk is closed may be on paper.
func TestSpoolStoppedWhileSending(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, p := desk(t), &paperRoll{hold: make(chan struct{})}
		first := order(t, s)
		r := run(t, s, p)
		if st := r.last(); st.Status != Printing {
			t.Errorf("state %+v", st)
		}
		if err := r.Resolve(t.Context(), first.Key, false); !errors.Is(err, ErrNotAsked) {
			t.Errorf("an answer about what is being printed: %v", err)
		}
		r.stop()
		p.hold = nil
		r = run(t, s, p)
		if st := r.last(); st.Status != Unknown {
			t.Errorf("state %+v", st)
		}
		wantRoll(t, p, paper(first, "torn"))
		r.stop()
	})
}

// An order is not lost with the printer that a repeated one does not reach, and stays marked.
func TestSpoolRepeatsIntoTrouble(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, p := desk(t), &paperRoll{plan: []int{100, 0, 0, 0}}
		first := order(t, s)
		r := run(t, s, p)
		if err := r.Resolve(t.Context(), first.Key, true); err != nil {
			t.Fatal(err)
		}
		synctest.Wait()
		if st := r.last(); st.Status != Trouble {
			t.Errorf("state %+v", st)
		}
		r.stop()
		r = run(t, s, p) // part of it is still on paper
		if st := r.last(); st.Status != Unknown {
			t.Errorf("state after a new start %+v", st)
		}
		if err := r.Resolve(t.Context(), first.Key, true); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Minute)
		wantRoll(t, p, paper(first, "torn"), paper(first, "again"))
		r.stop()
	})
}

func TestSpoolCannotCompose(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, p := desk(t), &paperRoll{}
		bad := storetest.Record(t, s, stampdesk.Entry{
			Key: stampdesk.EntryKey{Desk: "B1"}, Round: 4, At: storetest.Noon, Act: stampdesk.ActPrinted, Batch: "B1-999",
			Facts: []stampdesk.Fact{{Name: stampdesk.FactKind, Value: string(stampdesk.ReturnList)}},
		}, nil, nil)
		good := order(t, s)
		r := run(t, s, p)
		time.Sleep(time.Hour)
		st := r.last()
		if st.Status != Trouble || !errors.Is(st.Err, stampdesk.ErrNotFound) || !strings.Contains(st.Err.Error(), "B1-999") {
			t.Errorf("state %+v", st)
		}
		wantRoll(t, p)
		if err := r.Resolve(t.Context(), bad.Key, false); err != nil {
			t.Fatal(err)
		}
		synctest.Wait()
		wantRoll(t, p, paper(good))
		r.stop()
	})
}

func TestDrain(t *testing.T) {
	s, p := desk(t), &paperRoll{plan: []int{-1, 0, 70}}
	first, second, third := order(t, s), order(t, s), order(t, s)
	if n, err := newSpool(s, p).Drain(t.Context()); n != 1 || !errors.Is(err, ErrStalled) || errors.Is(err, ErrUnresolved) {
		t.Errorf("Drain = %d, %v", n, err)
	}
	spool := newSpool(s, p)
	if n, err := spool.Drain(t.Context()); n != 0 || !errors.Is(err, ErrUnresolved) {
		t.Errorf("Drain = %d, %v", n, err)
	}
	if n, err := newSpool(s, p).Drain(t.Context()); n != 0 || !errors.Is(err, ErrUnresolved) {
		t.Errorf("Drain = %d, %v", n, err)
	}
	if err := spool.Resolve(t.Context(), second.Key, true); err != nil {
		t.Error(err)
	}
	if n, err := spool.Drain(t.Context()); n != 2 || err != nil {
		t.Errorf("Drain = %d, %v", n, err)
	}
	wantRoll(t, p, paper(first), paper(second, "torn"), paper(second, "again"), paper(third))

	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	order(t, s)
	if n, err := spool.Drain(ctx); n != 0 || !errors.Is(err, context.Canceled) {
		t.Errorf("Drain = %d, %v", n, err)
	}
	if n, err := newSpool(s, Nowhere{}).Drain(t.Context()); n != 0 || !errors.Is(err, ErrNoPrinter) {
		t.Errorf("Drain = %d, %v", n, err)
	}
}

// Wherever the printer dies, every order comes out, and only a marked one twice.
func TestSpoolNeverLosesNorRepeats(t *testing.T) {
	s := desk(t)
	o := order(t, s)
	job, err := newSpool(s, nil).job(t.Context(), &o, false)
	if err != nil {
		t.Fatal(err)
	}
	length := len(job.Bytes())
	for at := 0; at <= length; at++ {
		if at == 40 { // the middle is all alike
			at = length - 40
		}
		s, p := desk(t), &paperRoll{plan: []int{at}}
		first, second := order(t, s), order(t, s)
		resolveAll(t, s, p, 0)
		want := []string{paper(first), paper(second)}
		if at > 0 {
			torn := paper(first, "torn")
			if at == length {
				torn = paper(first) // all of it came out, and nobody confirmed
			}
			want = []string{torn, paper(first, "again"), paper(second)}
		}
		if got := p.seen(); !slices.Equal(got, want) {
			t.Fatalf("dead at byte %d: on the paper is %q, want %q", at, got, want)
		}
	}
}

func TestSpoolOutlivesLostCommits(t *testing.T) {
	for n := range 8 {
		for _, fate := range []storetest.Fate{storetest.LosesWord, storetest.LosesWrite} {
			plain, p := desk(t), &paperRoll{}
			first, second := order(t, plain), order(t, plain)
			commits := 0
			s := storetest.Lossy{Store: plain, Fate: func() storetest.Fate {
				if commits++; commits == n+1 {
					return fate
				}
				return storetest.Goes
			}}
			resolveAll(t, s, p, 1)
			got := p.seen()
			for _, o := range []stampdesk.Entry{first, second} {
				unmarked := 0
				for _, what := range got {
					if what == paper(o) {
						unmarked++
					}
				}
				if unmarked != 1 {
					t.Errorf("commit %d, fate %v: on the paper is %q", n, fate, got)
				}
			}
		}
	}
}

// resolveAll drains with one start after another, and answers every question with again. keep of the starts go on with
// the same spool.
func resolveAll(t *testing.T, s stampdesk.Store, p Transport, keep int) {
	t.Helper()
	spool := newSpool(s, p)
	for range 10 {
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
			if err := spool.Resolve(t.Context(), st.Order.Key, true); err != nil && !errors.Is(err, storetest.ErrLost) {
				t.Fatal(err)
			}
		}
	}
	t.Fatal("the queue does not empty")
}

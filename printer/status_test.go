package printer

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"stampdesk"
)

// answering is a printer that can be heard: it answers each question with what is set for it, or not at all.
type answering struct {
	mu      sync.Mutex
	answers map[string]string
	asked   []string
	said    bytes.Buffer
	limit   time.Time
}

func (a *answering) Write(p []byte) (int, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.asked = append(a.asked, string(p))
	a.said.WriteString(a.answers[string(p)])
	return len(p), nil
}

func (a *answering) Read(p []byte) (int, error) {
	for {
		a.mu.Lock()
		n, _ := a.said.Read(p)
		limit := a.limit
		a.mu.Unlock()
		if n > 0 {
			return n, nil
		}
		if !time.Now().Before(limit) {
			return 0, os.ErrDeadlineExceeded
		}
		time.Sleep(time.Millisecond)
	}
}

func (a *answering) SetReadDeadline(t time.Time) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.limit = t
	return nil
}
func (a *answering) SetWriteDeadline(time.Time) error { return nil }
func (a *answering) Close() error                     { return nil }

func (a *answering) port() *SerialPort {
	return &SerialPort{Open: func(string, int) (DeadlineWriter, error) { return a, nil }}
}

// says is a printer with these answers to DLE EOT 1 to 4.
func says(answers ...string) *answering {
	a := &answering{answers: map[string]string{}}
	for i, b := range answers {
		a.answers[string([]byte{dle, 4, byte(i + 1)})] = b
	}
	return a
}

func TestAPrintersAnswersAreUnderstood(t *testing.T) {
	faulty := func(c Condition) Condition { c.Health = Faulty; return c }
	well := Condition{Health: Healthy}
	low := Condition{Health: Healthy, PaperLow: true}
	for _, c := range []struct {
		name, query string
		sensors     []string
		printer     *answering
		want        Condition
	}{
		{"all is well", "dle_eot", nil, says("\x12", "\x12", "\x12", "\x12"), well},
		{"as seen at a real one, on-line", "dle_eot", nil, says("\x16", "\x12", "\x12", "\x12"), well},
		{"off-line", "dle_eot", nil, says("\x1a", "\x12", "\x12", "\x12"), faulty(Condition{OffLine: true})},
		{"cover open", "dle_eot", nil, says("\x1a", "\x16", "\x12", "\x12"), faulty(Condition{OffLine: true, CoverOpen: true})},
		{"paper near its end", "dle_eot", nil, says("\x12", "\x12", "\x12", "\x1e"), low},
		{"no paper", "dle_eot", nil, says("\x1a", "\x32", "\x12", "\x7e"), faulty(Condition{OffLine: true, PaperOut: true, PaperLow: true})},
		{"no paper, as seen at a real one", "dle_eot", nil, says("\x1a", "\x32", "\x12", "\x72"), faulty(Condition{OffLine: true, PaperOut: true})},
		{"the knife is stuck", "dle_eot", nil, says("\x1a", "\x52", "\x1a", "\x12"), faulty(Condition{OffLine: true, CutterStuck: true})},
		{"it is broken", "dle_eot", nil, says("\x1a", "\x52", "\x32", "\x12"), faulty(Condition{OffLine: true, Broken: true})},
		{"the head is hot", "dle_eot", nil, says("\x1a", "\x52", "\x52", "\x12"), faulty(Condition{OffLine: true})},
		{"a sensor that is not there", "dle_eot", []string{"paper_end", "cover"}, says("\x12", "\x12", "\x12", "\x1e"), well},
		{"a cover without a sensor", "dle_eot", []string{"paper_end"}, says("\x12", "\x16", "\x12", "\x12"), well},
		{"XON goes before the answer", "dle_eot", nil, says("\x11\x12", "\x12", "\x12", "\x12"), well},
		{"silence", "dle_eot", nil, says(), Condition{Err: ErrNoAnswer}},
		{"silence from the second on", "dle_eot", nil, says("\x1a"), Condition{Err: ErrNoAnswer}},
		{"nonsense", "dle_eot", nil, says("\xff", "\x12", "\x12", "\x12"), Condition{Err: ErrNonsense}},
		{"text", "dle_eot", nil, says("OK\r\n"), Condition{Err: ErrNonsense}},
		{"the status that it sends by itself", "dle_eot", nil, says("\x10\x00\x00\x00"), Condition{Err: ErrNonsense}},
		{"GS r: well", "gs_r", nil, &answering{answers: map[string]string{"\x1dr\x01": "\x00"}}, well},
		{"GS r: low", "gs_r", nil, &answering{answers: map[string]string{"\x1dr\x01": "\x03"}}, low},
		{"GS r: out", "gs_r", nil, &answering{answers: map[string]string{"\x1dr\x01": "\x0f"}}, faulty(Condition{PaperLow: true, PaperOut: true})},
		{"GS r: nonsense", "gs_r", nil, &answering{answers: map[string]string{"\x1dr\x01": "\x12"}}, Condition{Err: ErrNonsense}},
		{"ASB: well", "asb", nil, &answering{answers: map[string]string{"\x1da\xff": "\x10\x00\x00\x0f"}}, well},
		{"ASB: cover", "asb", nil, &answering{answers: map[string]string{"\x1da\xff": "\x38\x00\x00\x0f"}}, faulty(Condition{OffLine: true, CoverOpen: true})},
		{"ASB: paper and knife", "asb", nil, &answering{answers: map[string]string{"\x1da\xff": "\x18\x08\x0f\x0f"}}, faulty(Condition{OffLine: true, PaperOut: true, PaperLow: true, CutterStuck: true})},
		{"ASB: too short", "asb", nil, &answering{answers: map[string]string{"\x1da\xff": "\x10\x00"}}, Condition{Err: ErrNoAnswer}},
		{"ASB: nonsense", "asb", nil, &answering{answers: map[string]string{"\x1da\xff": "\x12\x12\x12\x12"}}, Condition{Err: ErrNonsense}},
		{"not to be asked", "none", nil, says("\x1a", "\x12", "\x12", "\x12"), Condition{}},
		{"nothing is said of it", "", nil, says("\x1a", "\x12", "\x12", "\x12"), Condition{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				begin := time.Now()
				p := Profile{Status: StatusQuery{Query: c.query, TimeoutMS: 300, Sensors: c.sensors}}
				got := Ask(t.Context(), c.printer.port(), p)
				if !errors.Is(got.Err, c.want.Err) {
					t.Errorf("error %v, want %v", got.Err, c.want.Err)
				}
				if got.Err, c.want.Err = nil, nil; got != c.want {
					t.Errorf("got %+v, want %+v", got, c.want)
				}
				if took := time.Since(begin); took > 400*time.Millisecond {
					t.Errorf("took %v", took)
				}
				if c.query == "asb" && c.printer.asked[len(c.printer.asked)-1] != "\x1da\x00" {
					t.Errorf("it goes on sending its status: asked %q", c.printer.asked)
				}
				if (c.query == "" || c.query == "none") && len(c.printer.asked) > 0 {
					t.Errorf("it was asked %q", c.printer.asked)
				}
			})
		})
	}
}

func TestALateAnswerIsNotTakenForTheNext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		printer := says("\x12", "\x12", "\x12", "\x12")
		printer.said.WriteString("\x7e\x7e\x7e") // no paper, said long ago
		p := Profile{Status: StatusQuery{Query: "dle_eot"}}
		if c := Ask(t.Context(), printer.port(), p); c != (Condition{Health: Healthy}) {
			t.Errorf("%+v", c)
		}
	})
}

func TestWhoCannotBeHeardIsNotAsked(t *testing.T) {
	p := Profile{Status: StatusQuery{Query: "dle_eot"}}
	mute := &dying{takes: 100} // writes only
	for name, tr := range map[string]Transport{
		"a directory": &Directory{Path: t.TempDir()}, "none": Nowhere{},
		"a line that is only written": &SerialPort{Open: func(string, int) (DeadlineWriter, error) { return mute, nil }},
		"a port that cannot be opened": &SerialPort{Open: func(string, int) (DeadlineWriter, error) {
			return nil, os.ErrPermission
		}},
		"no such device": &Device{Path: t.TempDir() + "/lp0"},
	} {
		if c := Ask(t.Context(), tr, p); c.Health != Unasked {
			t.Errorf("%s: %+v", name, c)
		}
	}
	if mute.got.Len() > 0 {
		t.Errorf("it was sent % x", mute.got.Bytes())
	}
}

// A question never lands inside a command that was broken off.
func TestAQuestionComesAfterWhatIsOwed(t *testing.T) {
	ours, theirs := net.Pipe()
	port := &SerialPort{Open: func(string, int) (DeadlineWriter, error) { return ours, nil }}
	port.stream.pending = 5
	got := make(chan []byte, 1)
	go func() {
		b := make([]byte, 8)
		_, _ = io.ReadFull(theirs, b)
		got <- b
	}()
	err := port.Talk(t.Context(), func(line DeadlineReadWriter) error { _, err := line.Write([]byte{dle, 4, 1}); return err })
	if err != nil || port.stream.pending != 0 {
		t.Fatal(err, port.stream.pending)
	}
	if b := <-got; !bytes.Equal(b, []byte{0, 0, 0, 0, 0, dle, 4, 1}) {
		t.Errorf("% x", b)
	}
}

// A printer in the network serves one at a time: it has to see the end of the question before the job comes.
func TestANetworkPrinterIsAskedBeforeTheJob(t *testing.T) {
	var mu sync.Mutex
	var got [][]byte
	addr := listen(t, func(c *net.TCPConn) {
		var all []byte
		for b := make([]byte, 4096); ; {
			n, err := c.Read(b)
			all = append(all, b[:n]...)
			if bytes.HasPrefix(b[:n], []byte{dle, 4}) {
				_, _ = c.Write([]byte{0x12})
			}
			if err != nil {
				break
			}
		}
		mu.Lock()
		got = append(got, all)
		mu.Unlock()
		_ = c.Close()
	})
	b := newBench(t)
	b.order("")
	s := newSpool(b, &Network{Addr: addr})
	s.Profile.Status = StatusQuery{Query: "dle_eot"}
	if n, err := s.Drain(t.Context()); n != 1 || err != nil {
		t.Fatal(n, err)
	}
	mu.Lock()
	defer mu.Unlock()
	questions := []byte{dle, 4, 1, dle, 4, 2, dle, 4, 3, dle, 4, 4}
	if len(got) != 3 || !bytes.Equal(got[0], questions) || !bytes.HasPrefix(got[1], []byte{fs, '.'}) || !bytes.Equal(got[2], questions) {
		t.Errorf("%d connections", len(got))
	}
	if st, err := s.State(t.Context()); err != nil || st.Condition.Health != Healthy {
		t.Errorf("%+v, %v", st, err)
	}
}

// talking is a paper roll that says how it is.
type talking struct {
	paperRoll
	*answering
}

func (p *talking) Talk(_ context.Context, fn func(DeadlineReadWriter) error) error {
	return fn(p.answering)
}

func (p *talking) is(answers ...string) {
	p.answering.mu.Lock()
	defer p.answering.mu.Unlock()
	p.answers = says(answers...).answers
}

func (p *talking) times() int {
	p.answering.mu.Lock()
	defer p.answering.mu.Unlock()
	n := 0
	for _, q := range p.asked {
		if strings.HasSuffix(q, "\x01") {
			n++
		}
	}
	p.asked = nil
	return n
}

func newTalking() *talking {
	return &talking{answering: says("\x12", "\x12", "\x12", "\x12")}
}

func runTalking(t *testing.T, b *bench, p *talking) *running {
	s := newSpool(b, p)
	s.Profile.Status = StatusQuery{Query: "dle_eot"}
	r := run(t, s)
	time.Sleep(time.Second)
	return r
}

func TestAFaultyPrinterGetsNothingUntilItIsWell(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, p := newBench(t), newTalking()
		p.is("\x1a", "\x16", "\x12", "\x12")
		first := b.order("")
		r := runTalking(t, b, p)
		st := r.last()
		if st.Status != Trouble || !errors.Is(st.Err, ErrFaulty) || !strings.Contains(st.Err.Error(), "cover open") ||
			!st.Condition.CoverOpen || !isAbout(st, first) {
			t.Errorf("state %+v", st)
		}
		if slices.Contains(strings.Fields(r.statuses()), "printing") {
			t.Errorf("it flickers: %s", r.statuses())
		}
		if got := b.job(first).State; got != stampdesk.JobQueued {
			t.Errorf("the store has the job in state %v", got)
		}
		p.is("\x12", "\x12", "\x12", "\x12")
		r.Retry()
		time.Sleep(time.Second)
		wantRoll(t, &p.paperRoll, paper(first))
		if st := r.last(); st.Status != Idle || st.Condition != (Condition{Health: Healthy}) {
			t.Errorf("state %+v", st)
		}
		r.stop()
	})
}

func TestAPrinterThatDoesNotAnswerPrints(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, p := newBench(t), newTalking()
		p.is()
		first := b.order("")
		r := runTalking(t, b, p)
		wantRoll(t, &p.paperRoll, paper(first))
		if st := r.last(); st.Status != Idle || st.Condition.Health != Unasked || st.Condition.Err == nil {
			t.Errorf("state %+v", st)
		}
		r.stop()
	})
}

// The screen warns when a batch is begun, not when the roll is at its end.
func TestAPrinterIsAskedWhenWorkBegins(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, p := newBench(t), newTalking()
		r := runTalking(t, b, p)
		if n := p.times(); n != 1 {
			t.Errorf("asked %d times at the start", n)
		}
		p.is("\x12", "\x12", "\x12", "\x1e")
		for range 10 { // work that begins nothing
			b.do(stampdesk.SignOut{})
			b.do(stampdesk.SignIn{Person: "lan", PIN: "123456"})
			r.kicked()
			time.Sleep(time.Minute)
		}
		if n := p.times(); n != 0 || r.last().Condition.PaperLow {
			t.Errorf("asked %d times for nothing", n)
		}
		for _, q := range []stampdesk.Request{stampdesk.OpenBatch{Unit: "TC001"}, stampdesk.BeginShift{}} {
			b.do(q)
			r.kicked()
			time.Sleep(time.Second)
			if n := p.times(); n != 1 || !r.last().Condition.PaperLow || r.last().Status != Idle {
				t.Errorf("%T: asked %d times, state %+v", q, n, r.last())
			}
		}
		for range 3 { // three documents in a row: before the first, and after each
			b.order("")
		}
		r.kicked()
		time.Sleep(time.Second)
		if n := p.times(); n != 3 && n != 4 {
			t.Errorf("asked %d times for three documents", n)
		}
		r.stop()
	})
}

func TestPaperThatEndsWithAJobIsSaid(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, p := newBench(t), newTalking()
		r := runTalking(t, b, p)
		first := b.order("")
		p.hold = make(chan struct{})
		r.kicked()
		time.Sleep(time.Second)
		p.is("\x1a", "\x32", "\x12", "\x7e")
		close(p.hold)
		time.Sleep(time.Second)
		wantRoll(t, &p.paperRoll, paper(first))
		if st := r.last(); st.Status != Trouble || st.Job != nil || !st.Condition.PaperOut {
			t.Errorf("state %+v", st)
		}
		p.is("\x12", "\x12", "\x12", "\x12")
		time.Sleep(time.Minute)
		if st := r.last(); st.Status != Idle || st.Condition.PaperOut {
			t.Errorf("state %+v", st)
		}
		r.stop()
	})
}

package printer

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// playing is a Mock whose state a test edits as a person would.
type playing struct {
	*Mock
	testing.TB
}

func newPlaying(t testing.TB) *playing {
	return &playing{Mock: &Mock{Path: filepath.Join(t.TempDir(), "printer")}, TB: t}
}

func (p *playing) is(state string) {
	p.Helper()
	if err := os.MkdirAll(p.Path, 0o700); err != nil {
		p.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(p.Path, "state.json"), []byte(state), 0o600); err != nil {
		p.Fatal(err)
	}
}

// papers are the files there, but for the state.
func (p *playing) papers() []string {
	p.Helper()
	entries, err := os.ReadDir(p.Path)
	if err != nil {
		p.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		if e.Name() != "state.json" {
			all = append(all, e.Name())
		}
	}
	return all
}

func (p *playing) read(name string) []byte {
	p.Helper()
	b, err := os.ReadFile(filepath.Join(p.Path, name))
	if err != nil {
		p.Fatal(err)
	}
	return b
}

func runMock(t *testing.T, b *bench, p *playing) *running {
	s := newSpool(b, p.Mock)
	s.Profile.Status = StatusQuery{Query: "dle_eot"}
	r := run(t, s)
	time.Sleep(time.Second)
	return r
}

func TestAMockKeepsWhatItPrintsAndSaysHowToPlayWithIt(t *testing.T) {
	p := newPlaying(t)
	job := sampleJob(t, "generic-58")
	if n, err := p.Send(t.Context(), job); n != int64(len(job.Bytes())) || err != nil {
		t.Fatal(n, err)
	}
	if got, want := p.papers(), []string{"0001-sample.bin", "0001-sample.png", "0001-sample.txt"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if !bytes.Equal(p.read("0001-sample.bin"), job.Bytes()) || string(p.read("0001-sample.txt")) != job.Text {
		t.Error("it differs from the job")
	}
	var state map[string]any
	if err := json.Unmarshal(p.read("state.json"), &state); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"paper", "cover", "online", "die_after", "slow_baud"} {
		if _, ok := state[key]; !ok {
			t.Errorf("state.json lacks %s: %v", key, state)
		}
	}
	for path, want := range map[string]os.FileMode{"": 0o700, "state.json": 0o600, "0001-sample.bin": 0o600} {
		if info, err := os.Stat(filepath.Join(p.Path, path)); err != nil || info.Mode().Perm() != want {
			t.Errorf("%q: %v, %v", path, info, err)
		}
	}
}

func TestAMockRefusesAStateThatItDoesNotUnderstand(t *testing.T) {
	for _, state := range []string{"", "{", `{"paper":"none"}`, `{"cover":"ajar"}`, `{"die_after":-1}`, `{"papr":"out"}`} {
		p := newPlaying(t)
		p.is(state)
		n, err := p.Send(t.Context(), Job{Name: "x", Chunks: Whole([]byte("x"))})
		if se := wantSent(t, n, err, 0); !strings.Contains(se.Error(), "state.json") {
			t.Errorf("%s: %v", state, err)
		}
		if c := Ask(t.Context(), p.Mock, Profile{Status: StatusQuery{Query: "dle_eot"}}); c.Health != Unasked || c.Err == nil {
			t.Errorf("%s: %+v", state, c)
		}
	}
}

func TestAMockAnswersAsItIs(t *testing.T) {
	t.Parallel()
	for state, want := range map[string]Condition{
		`{}`:                                {Health: Healthy},
		`{"paper":"low"}`:                   {Health: Healthy, PaperLow: true},
		`{"paper":"out"}`:                   {Health: Faulty, OffLine: true, PaperOut: true, PaperLow: true},
		`{"cover":"open"}`:                  {Health: Faulty, OffLine: true, CoverOpen: true},
		`{"online":false,"slow_baud":9600}`: {Health: Faulty, OffLine: true},
	} {
		for _, query := range []string{"dle_eot", "asb"} {
			p := newPlaying(t)
			p.is(state)
			if got := Ask(t.Context(), p.Mock, Profile{Status: StatusQuery{Query: query}}); got != want {
				t.Errorf("%s, %s: %+v, want %+v", query, state, got, want)
			}
		}
	}
	p := newPlaying(t)
	byRoll := Profile{Status: StatusQuery{Query: "gs_r", TimeoutMS: 50}}
	p.is(`{"paper":"low"}`)
	if got := Ask(t.Context(), p.Mock, byRoll); got != (Condition{Health: Healthy, PaperLow: true}) {
		t.Errorf("%+v", got)
	}
	p.is(`{"paper":"out"}`) // it takes no data, and so no question of this kind
	if got := Ask(t.Context(), p.Mock, byRoll); got.Health != Unasked || !errors.Is(got.Err, ErrNoAnswer) {
		t.Errorf("%+v", got)
	}
}

// The cable is pulled at 300 bytes: what came out is there to be seen, a person answers, and the next start prints the
// rest with what was owed before it.
func TestAMockWhoseCableIsPulledIsAskedAbout(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, p := newBench(t), newPlaying(t)
		p.is(`{"die_after":300}`)
		first, second := b.order(""), b.order("")
		r := runMock(t, b, p)
		if st := r.last(); st.Status != Unknown || st.Sent != 300 || !errors.Is(st.Err, errPulled) {
			t.Errorf("state %+v", st)
		}
		torn := "0001-" + paper(first) + ".part.bin"
		if got := p.papers(); !slices.Equal(got, []string{torn}) || len(p.read(torn)) != 300 {
			t.Errorf("%q", got)
		}
		b.settle(first, "again")
		r.kicked()
		time.Sleep(time.Second)
		again, next := "0002-"+paper(first), "0003-"+paper(second)
		want := []string{torn, again + ".bin", again + ".png", again + ".txt", next + ".bin", next + ".png", next + ".txt"}
		if got := p.papers(); !slices.Equal(got, want) {
			t.Errorf("%q", got)
		}
		if !bytes.Contains(p.read(again+".txt"), []byte("BẢN IN LẠI")) || bytes.Contains(p.read(next+".txt"), []byte("BẢN IN LẠI")) {
			t.Error("the wrong paper is marked")
		}
		if all := p.read(again + ".bin"); bytes.HasPrefix(all, []byte{fs}) || !bytes.HasPrefix(bytes.TrimLeft(all, "\x00"), []byte{fs, '.'}) {
			t.Errorf("what was owed did not go before: % x", all[:8])
		}
		r.stop()
	})
}

// A stop in the middle of a job: another program, with another Mock, does not know what the printer is owed.
func TestAStartAfterAStopInTheMiddleCompletesWhatMayBeOpen(t *testing.T) {
	b, p := newBench(t), newPlaying(t)
	p.is(`{"die_after":300}`)
	first, second := b.order(""), b.order("")
	if _, err := newSpool(b, p.Mock).Drain(t.Context()); !errors.Is(err, ErrUnresolved) {
		t.Fatal(err)
	}
	b.settle(first, "cancelled")
	spool := newSpool(b, &Mock{Path: p.Path})
	if n, err := spool.Drain(t.Context()); n != 1 || err != nil {
		t.Fatal(n, err)
	}
	all := p.read("0002-" + paper(second) + ".bin")
	if nuls := len(all) - len(bytes.TrimLeft(all, "\x00")); nuls != spool.Profile.longest() {
		t.Errorf("%d NULs went before, want %d", nuls, spool.Profile.longest())
	}
	third := b.order("")
	if n, err := newSpool(b, &Mock{Path: p.Path}).Drain(t.Context()); n != 1 || err != nil {
		t.Fatal(n, err)
	}
	if all := p.read("0003-" + paper(third) + ".bin"); all[0] == 0 {
		t.Error("after a job that was printed nothing is open")
	}
}

func TestAMockWithoutPaperInTheMiddleGoesOnWhenThereIsSome(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, p := newBench(t), newPlaying(t)
		p.is(`{"slow_baud":9600}`)
		first := b.order("")
		begin := time.Now()
		r := runMock(t, b, p)
		time.Sleep(5 * time.Second)
		p.is(`{"slow_baud":9600, "paper":"out"}`)
		time.Sleep(time.Second)
		half, _ := r.State(t.Context())
		time.Sleep(10 * time.Second)
		if st, err := r.State(t.Context()); st.Status != Printing || st.Sent != half.Sent || st.Sent == 0 || st.Sent >= st.Size || err != nil {
			t.Errorf("state %+v, %v", st, err)
		}
		p.is(`{"slow_baud":9600, "paper":"low"}`)
		time.Sleep(time.Minute)
		st := r.last()
		if st.Status != Idle || !st.Condition.PaperLow {
			t.Errorf("state %+v", st)
		}
		bin := p.read("0001-" + paper(first) + ".bin")
		if took, least := time.Since(begin), time.Duration(len(bin))*time.Second/960; least > took {
			t.Errorf("%d bytes took less than %v", len(bin), least)
		}
		r.stop()
	})
}

// Without paper for longer than the limit: what came out is a question. The printer says what is wrong, so that nothing
// is tried before there is paper.
func TestAMockWithoutPaperForLongStalls(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, p := newBench(t), newPlaying(t)
		p.is(`{"slow_baud":9600}`)
		first, second := b.order(""), b.order("")
		r := runMock(t, b, p)
		p.is(`{"slow_baud":9600, "paper":"out"}`)
		time.Sleep(40 * time.Second) // the limit runs from the end of a write that took something
		if st := r.last(); st.Status != Unknown || !errors.Is(st.Err, ErrStalled) {
			t.Errorf("state %+v", st)
		}
		b.settle(first, "printed")
		r.kicked()
		time.Sleep(time.Minute)
		if st := r.last(); st.Status != Trouble || !isAbout(st, second) || !st.Condition.PaperOut {
			t.Errorf("state %+v", st)
		}
		if got := p.papers(); !slices.Equal(got, []string{"0001-" + paper(first) + ".part.bin"}) {
			t.Errorf("%q", got)
		}
		p.is(`{}`)
		r.Retry()
		time.Sleep(time.Second)
		if st := r.last(); st.Status != Idle || len(p.papers()) != 4 {
			t.Errorf("state %+v, %q", st, p.papers())
		}
		r.stop()
	})
}

// Without a query in the profile nobody asks: an open cover is only seen by the printer taking nothing.
func TestAMockThatIsNotAskedTakesNothingWhileItIsOpen(t *testing.T) {
	t.Parallel()
	for _, state := range []string{`{"cover":"open"}`, `{"online":false}`, `{"paper":"out"}`} {
		p := newPlaying(t)
		p.is(state)
		p.Stall = 60 * time.Millisecond
		b := newBench(t)
		first := b.order("")
		s := newSpool(b, p.Mock)
		if n, err := s.Drain(t.Context()); n != 0 || !errors.Is(err, ErrStalled) || errors.Is(err, ErrUnresolved) {
			t.Errorf("%s: %d, %v", state, n, err)
		}
		if got := p.papers(); len(got) != 0 {
			t.Errorf("%s: left behind %q", state, got)
		}
		p.is(`{}`)
		if n, err := s.Drain(t.Context()); n != 1 || err != nil {
			t.Errorf("%s: %d, %v", state, n, err)
		}
		if got := p.papers(); len(got) != 3 || got[0] != "0001-"+paper(first)+".bin" {
			t.Errorf("%s: %q", state, got)
		}
	}
}

// A part of a write is on the paper too: told as nothing, the document would be printed again without a mark.
func TestAMockTellsWhatItPrintedBeforeItsDiskWasFull(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	defer w.Close()
	if err := w.SetWriteDeadline(time.Now().Add(50 * time.Millisecond)); err != nil {
		t.Skip(err) // nothing that takes only a part
	}
	line := &mockLine{mock: &Mock{Path: t.TempDir()}, state: wellMock(), file: w}
	n, err := line.Write(make([]byte, 4<<20))
	if err == nil {
		t.Fatal("a pipe that nobody reads takes 4 MB")
	}
	w.Close()
	printed, _ := io.Copy(io.Discard, r)
	if int64(n) != printed || n == 0 {
		t.Errorf("told %d bytes, printed %d", n, printed)
	}
}

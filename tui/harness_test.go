package tui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"stampdesk"
	"stampdesk/store/mem"
)

// desktop is a screen joined with a real desk on a store in memory. Nothing in
// it runs by itself: what the screen asks for is carried out before the next
// input, and time stands still unless a test moves it.
type desktop struct {
	*testing.T
	*model
	clock time.Time
	desk  *stampdesk.Desk
	in    chan stampdesk.Request
	out   chan stampdesk.Outcome
	sent  []stampdesk.Request // everything that was asked of the desk
	last  tea.Cmd             // what the latest input set off
	fail  *failing

	errands []errand         // what would run as commands, to be carried out in order
	tasks   []func() tea.Msg // the same for work with a file
	slow    bool             // which is left undone then
}

type plainPINs struct{}

func (plainPINs) Hash(pin string) (string, error) { return "pin:" + pin, nil }
func (plainPINs) Verify(stored, pin string) bool  { return stored == "pin:"+pin }

// failing lets a test break the store.
type failing struct {
	stampdesk.Store
	err error
}

func (f *failing) Update(ctx context.Context, fn func(stampdesk.Tx) error) error {
	if f.err != nil {
		return f.err
	}
	return f.Store.Update(ctx, fn)
}

func (f *failing) Close() error { return nil }

var testSetup = stampdesk.Setup{
	Board: stampdesk.Board{Upper: "TỈNH ỦY M", Name: "BAN TỔ CHỨC", Place: "M"},
	Round: stampdesk.Round{
		Ordinal: 4, Box: 4, CardBoxes: 4,
		From: stampdesk.Date{Year: 2021, Month: 4, Day: 15}, To: stampdesk.Date{Year: 2021, Month: 5, Day: 15},
		InvalidFrom: stampdesk.Date{Year: 2021, Month: 5, Day: 16},
	},
	Rules: stampdesk.Rules{Version: 1},
}

func testRoster() stampdesk.Roster {
	r := stampdesk.Roster{Units: []stampdesk.Unit{
		{Code: "PA", Name: "Đảng bộ phường A", Kind: "đảng bộ cơ sở"},
		{Code: "PB", Name: "Đảng bộ phường B", Kind: "đảng bộ cơ sở"},
		{Code: "XC", Name: "Chi bộ trường tiểu học C", Kind: "chi bộ cơ sở"},
	}}
	names := []string{
		"Nguyễn Thị Hồng Ánh", "Trần Văn Bình", "Lê Đức Cường", "Phạm Thị Dung", "Hoàng Văn Đăng", "Vũ Thị Hà",
		"Đặng Quốc Khánh", "Bùi Thị Lụa", "Đỗ Văn Mạnh", "Hồ Thị Ngọc", "Ngô Văn Phúc", "Dương Thị Quý",
	}
	for i, n := range names {
		m := stampdesk.Member{
			ID: stampdesk.MemberID(i + 1), Card: stampdesk.CardNumber(31_000_401 + i), Record: fmt.Sprintf("31%04dA", i+1), Name: n,
			Birth: stampdesk.Date{Year: 1961, Month: 4, Day: 12}, Official: stampdesk.Date{Year: 1984, Month: 5, Day: 19},
			Unit: "PA", Cell: fmt.Sprintf("Chi bộ %d", i%3+1), Status: stampdesk.Official,
		}
		switch i {
		case 8:
			m.Status = stampdesk.TransferredOut
		case 9:
			m.Status = stampdesk.Expelled
		case 11:
			m.Unit, m.Cell = "PB", "Chi bộ 7"
		}
		r.Members = append(r.Members, m)
	}
	return r
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// layDown gives a store its round, its roster and two people, and whatever
// else is asked for.
func layDown(ctx context.Context, d *stampdesk.Desk, more ...stampdesk.Request) error {
	chief := stampdesk.Person{ID: "gs1", Name: "Giám sát 1", Role: stampdesk.Supervisor}
	clerk := stampdesk.Person{ID: "tt1", Name: "Người thao tác 1", Role: stampdesk.Operator}
	all := append([]stampdesk.Request{
		stampdesk.AddPerson{Person: clerk, PIN: "1234"}, stampdesk.LoadRoster{Roster: testRoster()},
	}, more...)
	_, err := d.Do(ctx, stampdesk.LayDown{Setup: testSetup, Person: chief, PIN: "4321"})
	if err == nil {
		err = d.ActAs(ctx, chief)
	}
	for _, r := range all {
		outs, e := d.Do(ctx, r)
		err = errors.Join(err, e)
		for _, o := range outs {
			if o.Result == stampdesk.Declined {
				err = errors.Join(err, fmt.Errorf("%T: %s %s", r, o.Refusal, o.About))
			}
		}
	}
	return err
}

// newDesktop has a store with a round, a roster and two people, and nobody
// signed in.
func newDesktop(t *testing.T, change ...func(*Options)) *desktop {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	d := &desktop{T: t, clock: time.Date(2021, 4, 20, 9, 41, 0, 0, time.UTC), in: make(chan stampdesk.Request), out: make(chan stampdesk.Outcome)}
	d.fail = &failing{Store: mem.New(stampdesk.Identity{ID: stampdesk.StoreID{1}})}
	now := func() time.Time { return d.clock }
	d.desk = &stampdesk.Desk{
		Store: d.fail, ID: "B1", Now: now, PINs: plainPINs{},
		Reopen: func(context.Context) (stampdesk.Store, error) { return d.fail, nil },
	}
	must(t, layDown(ctx, d.desk))
	d.desk = &stampdesk.Desk{Store: d.desk.Store, ID: "B1", Now: now, PINs: plainPINs{}, Reopen: d.desk.Reopen}
	done := make(chan struct{})
	o := Options{
		In: d.in, Out: d.out, Look: d.fail.View, Desk: "B1", Setup: testSetup, Now: now, Output: os.Stdout, Printers: []Printer{{Name: "máy in nhiệt"}},
	}
	for _, f := range change {
		f(&o)
	}
	d.desk.Confirm = o.Confirm
	go func() {
		defer close(done)
		d.desk.Run(ctx, d.in, d.out)
	}()
	t.Cleanup(func() { cancel(); <-done })
	d.model = newModel(ctx, o, terminal{colours: termenv.Ascii})
	d.s.sending, d.s.looking, d.s.counting = true, true, true // the desktop carries out all of it
	d.testOnlyErrands = func(e errand) { d.errands = append(d.errands, e) }
	d.testOnlyTasks = func(do func() tea.Msg) { d.tasks = append(d.tasks, do) }
	d.size(80, 24)
	d.update(noticeMsg{Notice{Scanner: Device{Link: Up}, Printer: Device{Link: Up}, Journal: Device{Link: Up}}})
	return d
}

func (d *desktop) size(w, h int) { d.update(tea.WindowSizeMsg{Width: w, Height: h}) }

// update feeds one message and carries out all that follows from it.
func (d *desktop) update(msg tea.Msg) {
	d.Helper()
	_, d.last = d.model.Update(msg)
	for len(d.s.outbox) > 0 || d.s.stale || d.s.wantTray || len(d.errands) > 0 || len(d.tasks) > 0 && !d.slow {
		all := d.s.outbox
		d.s.outbox = nil
		for _, r := range all {
			d.request(r)
		}
		if d.s.stale {
			d.s.stale = false
			d.model.Update(look(d.ctx, d.s.opt, "B1")())
			d.s.looking = true
		}
		if d.s.wantTray {
			d.s.wantTray = false
			d.model.Update(lookTray(d.ctx, d.s.opt)())
			d.s.counting = true
		}
		if len(d.errands) > 0 {
			e := d.errands[0]
			d.errands = d.errands[1:]
			d.model.Update(e.carryOut(d.ctx))
		}
		if len(d.tasks) > 0 && !d.slow {
			do := d.tasks[0]
			d.tasks = d.tasks[1:]
			d.model.Update(do())
		}
	}
}

// quits reports whether the latest input ends the program. It runs what that
// input set off.
func (d *desktop) quits() bool { return quitsBy(d.last) }

func quitsBy(cmd tea.Cmd) bool {
	if cmd == nil {
		return false
	}
	result := make(chan tea.Msg, 1)
	go func() { result <- cmd() }()
	select {
	case msg := <-result:
		switch msg := msg.(type) {
		case tea.QuitMsg:
			return true
		case tea.BatchMsg:
			for _, c := range msg {
				if quitsBy(c) {
					return true
				}
			}
		}
	case <-time.After(20 * time.Millisecond): // a pull or a tick
	}
	return false
}

// request hands one request to the desk and takes every outcome of it.
func (d *desktop) request(r stampdesk.Request) {
	d.Helper()
	d.sent = append(d.sent, r)
	d.in <- r
	go func() { d.in <- stampdesk.Choose{} }() // always declined, whatever the desk is at
	failed := false
	for o := range d.out {
		if o.Result == stampdesk.Declined && o.About == stampdesk.CardNumber(0).String() {
			return
		}
		if !failed { // what follows, the desk says because it was asked again
			d.model.Update(outcomeMsg{o})
		}
		failed = failed || o.Result == stampdesk.Unrecorded
	}
}

var named = map[string]tea.KeyType{
	"enter": tea.KeyEnter, "esc": tea.KeyEsc, "tab": tea.KeyTab, "up": tea.KeyUp, "down": tea.KeyDown, "lf": tea.KeyCtrlJ,
	"backspace": tea.KeyBackspace, "f1": tea.KeyF1, "f2": tea.KeyF2, "ctrl+c": tea.KeyCtrlC, "ctrl+q": tea.KeyCtrlQ,
	"ctrl+o": tea.KeyCtrlO, "f4": tea.KeyF4, "pgup": tea.KeyPgUp, "ctrl+b": tea.KeyCtrlB, "pgdown": tea.KeyPgDown, "end": tea.KeyEnd, "home": tea.KeyHome, "f3": tea.KeyF3, "ctrl+p": tea.KeyCtrlP, "ctrl+s": tea.KeyCtrlS, "ctrl+u": tea.KeyCtrlU,
	"left": tea.KeyLeft, "right": tea.KeyRight, "shift+tab": tea.KeyShiftTab,
}

func keyMsg(k string) tea.KeyMsg {
	if t, ok := named[k]; ok {
		return tea.KeyMsg{Type: t}
	}
	if k == " " {
		return tea.KeyMsg{Type: tea.KeySpace, Runes: []rune(k)}
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(k)}
}

// fast feeds keys as a machine does, 2 ms apart.
func (d *desktop) fast(keys ...string) {
	d.Helper()
	for _, k := range keys {
		d.clock = d.clock.Add(2 * time.Millisecond)
		d.update(keyMsg(k))
	}
}

// press feeds keys as a person does, with quiet after each.
func (d *desktop) press(keys ...string) {
	d.Helper()
	for _, k := range keys {
		d.clock = d.clock.Add(400 * time.Millisecond)
		d.update(keyMsg(k))
		d.rest()
	}
}

func (d *desktop) rest() {
	d.clock = d.clock.Add(settle)
	d.update(settleMsg{d.inputs})
}

// types feeds each letter by itself.
func (d *desktop) types(text string) {
	d.Helper()
	for _, r := range text {
		d.press(string(r))
	}
}

// wedge scans a code as a scanner that plays keyboard.
func (d *desktop) wedgeScan(code string) {
	d.Helper()
	d.clock = d.clock.Add(3 * time.Second)
	d.fast(code, "enter")
	d.clock = d.clock.Add(time.Second)
}

// scan is a code from a serial scanner: it goes past the screen.
func (d *desktop) scanned(code string) {
	d.Helper()
	d.clock = d.clock.Add(3 * time.Second)
	d.request(stampdesk.Scan{Raw: code, At: d.clock})
	d.update(clockMsg{})
	d.clock = d.clock.Add(time.Second)
}

// signedIn signs the operator in.
func (d *desktop) signedIn() *desktop {
	d.Helper()
	d.types("tt1")
	d.press("enter")
	d.types("1234")
	d.press("enter")
	if d.s.person == nil {
		d.Fatalf("nobody signed in:\n%s", d.text())
	}
	return d
}

// atWork has a decided batch of unit PA in hand.
func (d *desktop) atWork() *desktop {
	d.Helper()
	d.signedIn()
	d.press("n")
	d.types("phuong a")
	d.press("enter")
	d.types("12")
	d.press("enter")
	d.types("Chị Lan")
	d.press("enter")
	d.press("b", "q")
	d.types("12-QĐ/BTC")
	d.press("enter", "enter")
	d.types("Trưởng ban")
	d.press("enter", "esc")
	if d.s.front != atDesk || d.s.batch == nil || d.s.batch.Decision.No == "" {
		d.Fatalf("not at work:\n%s", d.text())
	}
	return d
}

// supervisor gives the reason that the list points at, or own words, and the
// supervisor's id and PIN.
func (d *desktop) supervisor(own string) {
	d.Helper()
	if own == "" {
		d.press("down")
	}
	d.types(own)
	d.press("enter")
	d.types("gs1")
	d.press("enter")
	d.types("4321")
	d.press("enter")
}

// text is the screen without colours.
func (d *desktop) text() string { return ansi.Strip(d.View()) }

func (d *desktop) shows(wants ...string) {
	d.Helper()
	t := d.text()
	for _, w := range wants {
		if !strings.Contains(t, w) {
			d.Errorf("the screen does not show %q:\n%s", w, t)
		}
	}
}

func (d *desktop) hides(not ...string) {
	d.Helper()
	t := d.text()
	for _, w := range not {
		if strings.Contains(t, w) {
			d.Errorf("the screen shows %q:\n%s", w, t)
		}
	}
}

// asks gives the requests of one kind that were made.
func asked[T stampdesk.Request](d *desktop) []T {
	var out []T
	for _, r := range d.sent {
		if q, ok := r.(T); ok {
			out = append(out, q)
		}
	}
	return out
}

var errDisk = errors.New("write desk.db: no space left on device")

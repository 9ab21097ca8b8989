package tui

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"stampdesk"
)

var update = flag.Bool("update", false, "write the golden screens anew")

// goldenScreen is a way to a screen.
type goldenScreen struct {
	name   string
	reach  func(*desktop)
	change func(*Options)
}

// screens are ways to every screen of the desk.
var screens = []goldenScreen{
	{"sign-in", func(d *desktop) { d.types("tt1"); d.press("enter"); d.types("12") }, nil},
	{"sign-in-wrong", func(d *desktop) { d.types("tt1"); d.press("enter"); d.types("9999"); d.press("enter") }, nil},
	{"batches-empty", func(d *desktop) { d.signedIn() }, nil},
	{"batches", manyBatches, nil},
	{"batches-find", func(d *desktop) { manyBatches(d); d.press("/"); d.types("truong") }, nil},
	{"batches-kept-card", func(d *desktop) { manyBatches(d); d.wedgeScan("31000402") }, nil},
	{"new-batch", func(d *desktop) { d.signedIn(); d.press("n"); d.types("phuong") }, nil},
	{"decision", func(d *desktop) { manyBatches(d); d.press("q"); d.types("12-QĐ/BTC"); d.press("enter") }, nil},
	{"idle", func(d *desktop) { d.atWork() }, nil},
	{"idle-undecided", func(d *desktop) {
		d.signedIn()
		d.press("n", "enter", "enter", "enter")
	}, nil},
	{"question", func(d *desktop) { worked(d); d.scanned("31.000406") }, nil},
	{"question-relaminate", func(d *desktop) { worked(d); d.scanned("31.000406"); d.press("l") }, nil},
	{"question-boxes", func(d *desktop) { worked(d); d.scanned("31.000406"); d.press("3") }, nil},
	{"question-waiting", func(d *desktop) { worked(d); d.scanned("31.000406"); d.scanned("31000407"); d.scanned("31000410") }, nil},
	{"question-resumed", func(d *desktop) { d.atWork(); d.scanned("31000401"); restart(d); d.signedIn() }, nil},
	{"question-no-scanner", func(d *desktop) { d.atWork(); d.scanned("31000401"); d.unplug() }, nil},
	{"question-aside", func(d *desktop) { d.atWork(); d.scanned("31000401"); d.scanned("3100041") }, nil},
	{"recorded", func(d *desktop) { worked(d); d.scanned("31.000406"); d.press("enter") }, nil},
	{"hold", func(d *desktop) { worked(d); d.scanned("31000409") }, nil},
	{"hold-unknown", func(d *desktop) { worked(d); d.scanned("77000409") }, nil},
	{"refuse", func(d *desktop) { worked(d); d.scanned("31000410") }, nil},
	{"repeat", func(d *desktop) { worked(d); d.scanned("31000401") }, nil},
	{"unreadable", func(d *desktop) { worked(d); d.scanned("3100041") }, nil},
	{"undone-inked", func(d *desktop) {
		worked(d)
		d.scanned("31.000406")
		d.press("enter", "u", "down", "enter")
	}, nil},
	{"typing", func(d *desktop) { worked(d); d.types("31.0004") }, nil},
	{"reread", func(d *desktop) {
		worked(d)
		d.scanned("31.000406")
		d.request(stampdesk.Scan{Raw: "31000406", At: d.clock.Add(-500_000_000)})
	}, nil},
	{"garble", func(d *desktop) { worked(d); d.fast("310â0406", "enter") }, nil},
	{"no-scanner", func(d *desktop) { worked(d); d.unplug() }, nil},
	{"unrecorded", func(d *desktop) { worked(d); d.fail.err = errDisk; d.scanned("31.000406") }, nil},
	{"pick-hold", func(d *desktop) { worked(d); d.scanned("31.000406"); d.press("g") }, nil},
	{"pick-own", func(d *desktop) { worked(d); d.scanned("31.000406"); d.press("t"); d.types("ảnh mờ") }, nil},
	{"ask-undo", func(d *desktop) { worked(d); d.press("u") }, nil},
	{"ask-withdraw", func(d *desktop) { worked(d); d.scanned("31.000406"); d.press("esc") }, nil},
	{"ask-damaged", func(d *desktop) { worked(d); d.scanned("31.000406"); d.press("d") }, nil},
	{"ask-quit", func(d *desktop) { worked(d); d.press("q") }, nil},
	{"ask-print", func(d *desktop) { worked(d); d.press("p") }, nil},
	{"ask-job", func(d *desktop) {
		worked(d)
		d.interrupted(stampdesk.Print{Document: stampdesk.ReturnList, Batch: "B1-001"})
	}, nil},
	{"closing", func(d *desktop) { worked(d); d.press("c") }, nil},
	{"closing-reason", func(d *desktop) { worked(d); d.press("c", "enter"); d.types("chưa"); d.press("down") }, nil},
	{"closed", func(d *desktop) {
		worked(d)
		d.scanned("31000410")
		d.scanned("31000409")
		d.press("c", "enter")
		d.supervisor("giao thiếu")
	}, nil},
	{"help-desk", func(d *desktop) { worked(d); d.press("?") }, nil},
	{"help-batches", func(d *desktop) { manyBatches(d); d.press("?") }, nil},
	{"demo", func(d *desktop) { d.atWork() }, func(o *Options) {
		o.Sim, o.Banner = func(stampdesk.BatchID) error { return nil }, "BẢN DÙNG THỬ"
		o.Big = blocks
	}},
	{"question-big", func(d *desktop) { d.atWork(); d.scanned("31000401") }, func(o *Options) { o.Big = blocks }},
	{"new-card", func(d *desktop) { withMore(d).newCards(); d.scanned("31000401") }, nil},
	{"new-card-boxes", func(d *desktop) { withMore(d).newCards(); d.scanned("31000501"); d.press("3", "enter", "down") }, nil},
	{"earlier-boxes", func(d *desktop) { withMore(d).atWork(); d.scanned("31000401") }, nil},
	{"guest", func(d *desktop) { withMore(d).atWork(); d.scanned("48000777"); d.press("enter") }, nil},
	{"ask-print-guest", func(d *desktop) { withMore(d).atWork(); d.scanned("48000777"); d.press("enter", "p") }, nil},
	{"ask-boxes", func(d *desktop) { withMore(d).newCards(); d.scanned("31000502"); d.press("o", "4") }, nil},
	{"hold-allow", func(d *desktop) { worked(d); d.scanned("31000412") }, nil},
	{"allow", func(d *desktop) { worked(d); d.scanned("31000412"); d.press("o"); d.types("ch") }, nil},
	{"allow-wrong", func(d *desktop) {
		worked(d)
		d.scanned("31000412")
		d.press("o", "down", "enter")
		d.types("tt1")
		d.press("enter")
		d.types("1234")
		d.press("enter")
	}, nil},
	{"allowed", func(d *desktop) { worked(d); d.scanned("31000412"); d.press("o"); d.supervisor("") }, nil},
	{"near", func(d *desktop) { worked(d); d.scanned("31000491"); d.press("1") }, nil},
	{"near-one", func(d *desktop) { worked(d); d.scanned("31900405") }, nil},
	{"near-approval", func(d *desktop) { worked(d); anothersNear(d) }, nil},
	{"undo-approval", func(d *desktop) {
		worked(d)
		d.outside(stampdesk.AddPerson{Person: stampdesk.Person{ID: "tt2", Name: "Người thao tác 2"}, PIN: "5678"})
		d.press("f4")
		d.types("tt2")
		d.press("enter")
		d.types("5678")
		d.press("enter", "u", "2", "enter")
	}, nil},
	{"shift-begin", func(d *desktop) { worked(d); d.press("s", "enter", "3") }, nil},
	{"shift-end", func(d *desktop) { worked(d); d.scanned("31000409"); d.shiftBegun(); d.press("s") }, nil},
	{"shift-print", func(d *desktop) { worked(d); d.shiftBegun(); d.press("s", "enter", "enter") }, nil},
	{"shift-on", func(d *desktop) { worked(d); d.shiftBegun(); d.press("esc") }, nil},
	{"locked", func(d *desktop) { worked(d); d.scanned("31000406"); d.left(withLock); d.wedgeScan("31000407") }, withIdle},
	{"hand-over", func(d *desktop) { worked(d); d.press("f4"); d.types("tt2") }, nil},
	{"batches-more", func(d *desktop) {
		withMore(d)
		duties := []stampdesk.Duty{{Day: stampdesk.DateOf(d.clock), Desk: "B1", People: []stampdesk.PersonID{"tt5", "tt6"}}}
		round := d.setup().Round
		round.UnitsBy = stampdesk.Date{Year: 2021, Month: 4, Day: 21}
		d.outside(stampdesk.ChangeSetup{Round: &round, Duties: &duties})
		manyBatches(d)
		d.press("n", "tab", "tab", "tab", "2", "enter", "b")
	}, nil},
	{"reopen", func(d *desktop) { closedBatch(d); d.press("o", "down") }, nil},
	{"return", func(d *desktop) { closedBatch(d); d.press("t"); d.types("Chị Lan") }, nil},
	{"declaration", func(d *desktop) { d.atWork(); d.press("b", "k"); d.types("11"); d.press("enter") }, nil},
	{"help-approval", func(d *desktop) { worked(d); d.scanned("31000412"); d.press("o", "f1") }, nil},
	{"mode-next", func(d *desktop) { d.atWork(); d.scanned("31000401") }, func(o *Options) { o.Confirm = stampdesk.ConfirmNext }},
	{"mode-scan", func(d *desktop) { d.atWork(); d.scanned("31000401") }, func(o *Options) { o.Confirm = stampdesk.ConfirmScan }},
}

// blocks stands for a font: five rows of half blocks as wide as asked for.
func blocks(text string, _, _ int) []string {
	var rows []string
	for i := range 5 {
		row := ""
		for n, r := range []rune(text) {
			if r == ' ' {
				row += "   "
			} else {
				row += strings.Repeat([]string{"█", "▀", "▄"}[(i+n)%3], 3) + " "
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// worked has passed a few cards.
func worked(d *desktop) {
	d.atWork()
	for i, code := range []string{"31000401", "31000402", "31000403", "31000412", "31000404"} {
		d.scanned(code)
		if i == 1 {
			d.press("l")
		}
		d.press("enter")
		d.clock = d.clock.Add(4e9)
	}
}

// manyBatches has batches in several states on the list.
func manyBatches(d *desktop) {
	worked(d)
	d.press("b", "n", "down", "enter", "enter", "enter", "b", "n", "enter", "enter", "enter", "b")
}

// restart is a new screen and a new desk on the same store, as after a crash.
func restart(d *desktop) {
	fresh := newDesktop(d.T)
	fresh.desk.Store = d.fail
	fresh.s.opt.Look = d.fail.View
	fresh.clock = d.clock
	w, h, l := d.s.width, d.s.height, d.s.lang
	d.model, d.in, d.out, d.desk = fresh.model, fresh.in, fresh.out, fresh.desk
	d.testOnlyErrands = func(e errand) { d.errands = append(d.errands, e) }
	d.testOnlyTasks = func(do func() tea.Msg) { d.tasks = append(d.tasks, do) }
	d.s.opt.Now = func() time.Time { return d.clock }
	d.s.speak(l)
	d.size(w, h)
}

func (d *desktop) unplug() {
	n := d.s.devices
	n.Scanner = Device{Link: Down, About: "/dev/ttyACM0"}
	d.update(noticeMsg{n})
}

// alone is for tests that go to every screen once more: a short run is for the
// race detector, which sees all of them when the palette lies on each.
func alone(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("not in a short run")
	}
}

// TestEveryScreenLooksAsItWasAccepted compares every screen, in both languages
// and sizes, with colours and without, with the one a person has looked at.
// testdata has two files of each: NAME.txt is without colours, and once with
// nothing but ASCII symbols; NAME.ansi is for a look with cat.
func TestEveryScreenLooksAsItWasAccepted(t *testing.T) {
	alone(t)
	for _, sc := range allScreens() {
		t.Run(sc.name, func(t *testing.T) {
			var bare, coloured strings.Builder
			for _, l := range []stampdesk.Lang{stampdesk.Vietnamese, stampdesk.English} {
				for _, size := range [][2]int{{80, 24}, {120, 40}} {
					head := fmt.Sprintf("-- %s %dx%d", l, size[0], size[1])
					d := sc.draw(t, l, size, terminal{colours: termenv.ANSI})
					view := d.checked(size)
					fmt.Fprintf(&coloured, "%s --\n%s\n", head, view)
					fmt.Fprintf(&bare, "%s --\n%s\n", head, ansi.Strip(view))
					d.looksLike(terminal{colours: termenv.Ascii})
					if d.View() != ansi.Strip(view) {
						t.Errorf("%s: without colours it is not the same text", head)
					}
					if l == stampdesk.Vietnamese && size[0] == 80 {
						d := sc.draw(t, l, size, terminal{colours: termenv.Ascii, plain: true})
						fmt.Fprintf(&bare, "%s ASCII --\n%s\n", head, d.checked(size))
					}
				}
			}
			accepted(t, sc.name+".txt", bare.String())
			accepted(t, sc.name+".ansi", coloured.String())
		})
	}
}

// draw reaches the screen on a terminal of this kind.
func (sc *goldenScreen) draw(t *testing.T, l stampdesk.Lang, size [2]int, term terminal) *desktop {
	d := newDesktop(t, func(o *Options) {
		o.Lang = l
		if sc.change != nil {
			sc.change(o)
		}
	})
	d.looksLike(term)
	d.size(size[0], size[1])
	sc.reach(d)
	return d
}

// looksLike puts the screen on another kind of terminal.
func (d *desktop) looksLike(term terminal) {
	d.s.base, d.s.term, d.s.style, d.s.sign = term, term, stylesFor(term), &signs
	if term.plain {
		d.s.sign = &plainSigns
	}
	d.model.desk.recent.forget()
}

// checked is the screen, which must fill the window to the cell.
func (d *desktop) checked(size [2]int) string {
	d.Helper()
	view := d.View()
	for i, line := range strings.Split(view, "\n") {
		if n := width(line); n != size[0] {
			d.Errorf("line %d is %d cells wide: %q", i+1, n, line)
		}
	}
	if n := strings.Count(view, "\n") + 1; n != size[1] {
		d.Errorf("%d lines", n)
	}
	return view
}

// accepted compares with what a person has looked at.
func accepted(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		must(t, os.WriteFile(file, []byte(got), 0o666))
	}
	b, err := os.ReadFile(file)
	must(t, err)
	is, was := strings.Split(got, "\n-- "), strings.Split(string(b), "\n-- ")
	for i := range max(len(is), len(was)) {
		if i >= len(is) || i >= len(was) || is[i] != was[i] {
			t.Errorf("%s differs (accept it with -update), first in -- %s", file, is[min(i, len(is)-1)])
			return
		}
	}
}

// allScreens are the ways to every screen there is.
func allScreens() []goldenScreen {
	return slices.Concat(screens, deskScreens, pageScreens, importScreens, printScreens, setupScreens, emptyScreens, roundScreens, paletteScreens, peopleScreens, settingScreens, formScreens)
}

package tui

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"stampdesk"
)

// founder is the founding screen with a person at it. What it sets off is
// carried out before the next key.
type founder struct {
	*testing.T
	*foundModel
	laid []Founder
	err  error // of the next making
	quit bool
}

func newFounder(t *testing.T, l stampdesk.Lang, term terminal) *founder {
	t.Helper()
	f := &founder{T: t}
	now := func() time.Time { return time.Date(2021, 4, 10, 9, 41, 0, 0, time.UTC) }
	o := FoundOptions{
		Lang: l, Desk: "B1", Round: testSetup.Round, Where: "/home/ban/.local/share/stampdesk", Now: now,
		LayDown: func(_ context.Context, by Founder) error {
			f.laid = append(f.laid, by)
			return f.err
		},
	}
	screen := Options{Lang: o.Lang, Desk: o.Desk, Setup: stampdesk.Setup{Round: o.Round}, Now: now}
	f.foundModel = newFoundModel(t.Context(), screen.zero(), o, term)
	f.size(80, 24)
	return f
}

func (f *founder) size(w, h int) { f.update(tea.WindowSizeMsg{Width: w, Height: h}) }

func (f *founder) update(msg tea.Msg) {
	_, cmd := f.foundModel.Update(msg)
	f.carryOut(cmd)
}

func (f *founder) carryOut(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case tea.QuitMsg:
		f.quit = true
	case tea.BatchMsg:
		for _, c := range msg {
			f.carryOut(c)
		}
	case nil:
	default:
		f.update(msg)
	}
}

func (f *founder) press(all ...string) {
	for _, k := range all {
		f.update(keyMsg(k))
	}
}

func (f *founder) text() string { return ansi.Strip(f.View()) }

func (f *founder) shows(wants ...string) {
	f.Helper()
	for _, w := range wants {
		if !strings.Contains(f.text(), w) {
			f.Errorf("the screen does not show %q:\n%s", w, f.text())
		}
	}
}

// filled has everything typed that is asked for.
func (f *founder) filled(pin, again string) {
	f.Helper()
	f.press("GS1", "enter", "Trần Thị Bình", "enter", pin, "enter", again, "enter")
}

func TestTheFirstSupervisorMakesTheStore(t *testing.T) {
	f := newFounder(t, stampdesk.Vietnamese, terminal{})
	f.filled("2222", "2222")
	want := Founder{ID: "GS1", Name: "Trần Thị Bình", PIN: "2222", Lang: stampdesk.Vietnamese}
	if len(f.laid) != 1 || f.laid[0] != want || f.by != want || !f.asks.made || !f.quit {
		t.Errorf("%+v, quit %v\n%s", f.laid, f.quit, f.text())
	}
}

func TestNothingIsMadeBeforeAllOfItIsRight(t *testing.T) {
	f := newFounder(t, stampdesk.Vietnamese, terminal{})
	f.press("enter")
	f.shows("✘ Mã để đăng nhập")
	f.press("giám sát", "enter")
	f.shows("✘ Mã để đăng nhập")
	f.press("ctrl+u", "GS1", "enter", "enter")
	f.shows("✘ Ghi họ tên")
	f.press("Trần Thị Bình", "enter", "123", "enter")
	f.shows("✘ PIN phải có ít nhất 4 ký tự")
	f.press("4", "enter", "1235", "enter")
	f.shows("✘ Hai lần gõ PIN không giống nhau")
	if strings.Contains(f.text(), "1234") {
		t.Errorf("the PIN is on the screen:\n%s", f.text())
	}
	f.press("1234", "enter", "esc", "esc", "esc", "ctrl+u", "enter") // back, and the id is gone
	if len(f.laid) != 0 {
		t.Fatalf("%+v", f.laid)
	}
	f.press("GS1", "enter", "enter", "enter", "1234", "enter")
	if len(f.laid) != 1 {
		t.Errorf("not made:\n%s", f.text())
	}
}

func TestWhatKeepsAStoreFromBeingMadeIsSaidAndCanBeTriedAgain(t *testing.T) {
	f := newFounder(t, stampdesk.Vietnamese, terminal{})
	f.err = errors.New("đĩa đầy. Xóa bớt tệp rồi làm lại")
	f.filled("2222", "2222")
	f.shows("✘ đĩa đầy. Xóa bớt tệp rồi làm lại", "Trần Thị Bình")
	if f.quit || f.asks.made {
		t.Fatal("it ended")
	}
	f.err = nil
	f.press("enter")
	if len(f.laid) != 2 || !f.asks.made || !f.quit {
		t.Errorf("%+v", f.laid)
	}
}

func TestWhoLeavesTheFoundingMakesNothing(t *testing.T) {
	for _, k := range []string{"ctrl+q", "ctrl+c"} {
		f := newFounder(t, stampdesk.Vietnamese, terminal{})
		f.press("GS1", k)
		if !f.quit || f.asks.made || len(f.laid) != 0 {
			t.Errorf("%s: quit %v, %+v", k, f.quit, f.laid)
		}
	}
}

func TestTheFoundingSpeaksBothLanguages(t *testing.T) {
	f := newFounder(t, stampdesk.Vietnamese, terminal{})
	f.press("f2")
	f.shows("The first supervisor")
	f.filled("2222", "2222")
	if f.by.Lang != stampdesk.English {
		t.Errorf("%+v", f.by)
	}
	f.press("f1")
}

// foundScreens are ways to every state of the founding screen.
var foundScreens = []struct {
	name  string
	reach func(*founder)
}{
	{"found", func(f *founder) {}},
	{"found-typed", func(f *founder) { f.press("GS1", "enter", "Trần Thị Bình", "enter", "2222", "enter", "22") }},
	{"found-wrong", func(f *founder) { f.filled("2222", "2223") }},
	{"found-busy", func(f *founder) { f.asks.begin = func(Founder) {}; f.filled("2222", "2222") }},
	{"found-failed", func(f *founder) {
		f.err = errors.New("không có quyền (create a store in /var/lib/stampdesk: mkdir /var/lib/stampdesk: permission denied (this user has no right to it)). Không có quyền với tệp hoặc thư mục này. Hỏi người quản trị máy.")
		f.filled("2222", "2222")
	}},
	{"found-help", func(f *founder) { f.press("f1") }},
	{"found-small", func(f *founder) { f.size(60, 20) }},
}

func TestTheFoundingLooksAsItWasAccepted(t *testing.T) {
	for _, sc := range foundScreens {
		t.Run(sc.name, func(t *testing.T) {
			var bare, coloured strings.Builder
			draw := func(l stampdesk.Lang, size [2]int, term terminal) string {
				f := newFounder(t, l, term)
				f.size(size[0], size[1])
				sc.reach(f)
				for i, line := range strings.Split(f.View(), "\n") {
					if n := width(line); n != f.s.width {
						t.Errorf("line %d is %d cells wide: %q", i+1, n, line)
					}
				}
				if n := strings.Count(f.View(), "\n") + 1; n != f.s.height {
					t.Errorf("%d lines", n)
				}
				return f.View()
			}
			for _, l := range []stampdesk.Lang{stampdesk.Vietnamese, stampdesk.English} {
				for _, size := range [][2]int{{80, 24}, {120, 40}} {
					head := fmt.Sprintf("-- %s %dx%d", l, size[0], size[1])
					view := draw(l, size, terminal{colours: termenv.ANSI})
					fmt.Fprintf(&coloured, "%s --\n%s\n", head, view)
					fmt.Fprintf(&bare, "%s --\n%s\n", head, ansi.Strip(view))
					if draw(l, size, terminal{colours: termenv.Ascii}) != ansi.Strip(view) {
						t.Errorf("%s: without colours it is not the same text", head)
					}
				}
			}
			fmt.Fprintf(&bare, "-- ASCII --\n%s\n", draw(stampdesk.Vietnamese, [2]int{80, 24}, terminal{colours: termenv.Ascii, plain: true}))
			accepted(t, sc.name+".txt", bare.String())
			accepted(t, sc.name+".ansi", coloured.String())
		})
	}
}

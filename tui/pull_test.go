package tui

import (
	"fmt"
	"reflect"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"stampdesk"
)

// TestExactlyOnePullIsInFlight counts the pulls that are issued against the
// outcomes that came, whatever else happens in between.
func TestExactlyOnePullIsInFlight(t *testing.T) {
	d := newDesktop(t)
	pull, listen := reflect.ValueOf(d.pull).Pointer(), reflect.ValueOf(d.listen).Pointer()
	issued, heard := 0, 0
	d.testOnlyEffects = func(all []tea.Cmd) {
		for _, c := range all {
			switch reflect.ValueOf(c).Pointer() {
			case pull:
				issued++
			case listen:
				heard++
			}
		}
	}
	first, ok := d.Init()().(tea.BatchMsg)
	if !ok || reflect.ValueOf(first[0]).Pointer() != pull {
		t.Fatal("Init does not begin the pull")
	}
	member := testRoster().Members[0]
	outcomes := 0
	for r := stampdesk.Done; r <= stampdesk.Unrecorded; r++ {
		for range 3 {
			d.model.Update(outcomeMsg{stampdesk.Outcome{Result: r, Raw: "31000401", Card: member.Card, Member: &member}})
			outcomes++
			d.press("l", "up", "esc", "esc", "3", "enter", "?", "f2")
			d.size(100, 30)
			d.model.Update(clockMsg{})
			d.model.Update(noticeMsg{})
			d.model.Update(sentMsg{})
			d.s.sending = true
			if issued != outcomes {
				t.Fatalf("%d pulls issued after %d outcomes (%d)", issued, outcomes, r)
			}
		}
	}
	if heard != outcomes {
		t.Errorf("%d pulls of notices after %d", heard, outcomes)
	}
}

// TestTheRealLoopKeepsTheOrder runs commands as the library does, each in a
// goroutine of its own, and looks at the order of the requests at the desk.
func TestTheRealLoopKeepsTheOrder(t *testing.T) {
	in, out := make(chan stampdesk.Request), make(chan stampdesk.Outcome)
	m := newModel(t.Context(), Options{In: in, Out: out, Setup: testSetup, Desk: "B1"}, terminal{})
	m.s.person, m.s.batch, m.s.front = &stampdesk.Person{}, &stampdesk.Batch{}, atDesk
	m.s.width, m.s.height = 80, 24
	msgs := make(chan tea.Msg)
	var run func(tea.Cmd)
	run = func(c tea.Cmd) {
		if c == nil {
			return
		}
		go func() {
			msg := c()
			if all, ok := msg.(tea.BatchMsg); ok {
				for _, c := range all {
					run(c)
				}
				return
			}
			select {
			case msgs <- msg:
			case <-t.Context().Done():
			}
		}()
	}
	go func() {
		for msg := range msgs {
			_, c := m.Update(msg)
			run(c)
		}
	}()
	const n = 200
	go func() {
		for i := range n {
			msgs <- tea.KeyMsg{Type: tea.KeyRunes, Paste: true, Runes: []rune(fmt.Sprintf("31%06d", i+1))}
		}
	}()
	for i := range n {
		select {
		case r := <-in:
			if want := fmt.Sprintf("31%06d", i+1); r.(stampdesk.Scan).Raw != want {
				t.Fatalf("scan %d is %s, want %s", i, r.(stampdesk.Scan).Raw, want)
			}
		case <-time.After(5 * time.Second):
			t.Fatal("no scan")
		}
	}
}

package e2e

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The colours of a screen, by their numbers on every terminal.
const (
	red, green, yellow, cyan = "1", "2", "3", "6"
	plainInk                 = ""
)

// inkOf is the colour in which the first place of the text stands on the screen.
func (term *terminal) inkOf(text string) string {
	term.t.Helper()
	term.mu.Lock()
	defer term.mu.Unlock()
	want := []rune(text)
	for y := range term.screen.Height() {
		var row []rune
		for x := range term.screen.Width() {
			r := ' '
			if c := term.screen.CellAt(x, y); c != nil && c.Content != "" {
				r = []rune(c.Content)[0]
			}
			row = append(row, r)
		}
		for x := range len(row) - len(want) + 1 {
			if slices.Equal(row[x:x+len(want)], want) {
				if ink := term.screen.CellAt(x, y).Style.Fg; ink != nil {
					return fmt.Sprintf("%d", ink)
				}
				return plainInk
			}
		}
	}
	term.t.Fatalf("%q does not stand on the screen:\n%s", text, term.screenText())
	return ""
}

// verdictsSeen has a card of each kind come, and calls seen with the corner
// and the word of its frame while it stands there.
func (b *board) verdictsSeen(term *terminal, seen func(kind, frame string)) {
	b.t.Helper()
	at := func(kind, frame string) {
		b.t.Helper()
		term.see(frame)
		seen(kind, frame)
	}
	term.see("Lô 001", "● máy quét")
	b.scan("31000001")
	term.see("31.000001", "Enter ghi")
	at("asked", "┏━ ✔ ĐÓNG DẤU")
	term.keys("l")
	at("relaminate", "┏┅ ↻ ÉP LẠI")
	term.keys("l")
	term.see("┏━ ✔ ĐÓNG DẤU")
	term.keys(enter)
	at("recorded", "┏━ ✔ ĐÃ GHI")
	b.scan("31000090")
	term.see("31.000090")
	at("hold", "╭─ ! GIỮ LẠI")
	b.scan("31000091")
	term.see("31.000091")
	at("refuse", "╔═ ✘ KHÔNG ĐÓNG DẤU")
	b.scan("99")
	at("unreadable", "┌─ ? KHÔNG ĐỌC ĐƯỢC")
	b.scan("31000001")
	at("repeat", "┌─ = ĐÃ ĐÓNG")
}

func TestEveryVerdictHasItsColourAndGreenComesOnlyWithTheRecord(t *testing.T) {
	b := newCrew(t)
	term := b.sits("GS1", "2222")
	want := map[string]string{"asked": cyan, "relaminate": cyan, "recorded": green, "hold": yellow, "refuse": red}
	b.verdictsSeen(term, func(kind, frame string) {
		corner, _, _ := strings.Cut(frame, " ")
		ink := term.inkOf(corner)
		if colour, ok := want[kind]; ok && ink != colour {
			t.Errorf("%s is drawn in the colour %q, want %q:\n%s", kind, ink, colour, term.text())
		}
		if kind != "recorded" && ink == green {
			t.Errorf("%s is drawn in green:\n%s", kind, term.text())
		}
	})
	b.leaves(term)
}

// coloured is a sequence that sets a colour; bold and reversed are none.
var coloured = regexp.MustCompile(`\x1b\[([0-9]+;)*(3[0-8]|4[0-8]|9[0-7]|10[0-7])[0-9;]*m`)

func TestWithoutColoursNoVerdictLooksLikeAnother(t *testing.T) {
	b := newCrew(t)
	b.env = append(b.env, "NO_COLOR=1")
	term := b.sits("GS1", "2222")
	frames := map[string]string{}
	b.verdictsSeen(term, func(kind, frame string) {
		if other, taken := frames[frame]; taken {
			t.Errorf("%s looks like %s", kind, other)
		}
		frames[frame] = kind
		for f, other := range frames {
			if f != frame && strings.Contains(term.text(), f) {
				t.Errorf("with %s the screen shows the frame of %s too:\n%s", kind, other, term.text())
			}
		}
	})
	b.leaves(term)
	if c := coloured.FindString(term.raw()); c != "" {
		t.Errorf("it wrote the colour %q", c)
	}
}

func TestAConsoleWithoutSymbolsGetsLettersOnly(t *testing.T) {
	b := newCrew(t)
	b.env = append(b.env, "TERM=linux")
	term := b.sits("GS1", "2222")
	term.see("Lô 001", "* máy quét")
	term.strange()
	for _, c := range []struct{ card, frame string }{
		{"31000001", "## V ĐÓNG DẤU"}, {"31000090", "(- ! GIỮ LẠI"}, {"31000091", "X= X KHÔNG ĐÓNG DẤU"}, {"99", "+- ? KHÔNG ĐỌC ĐƯỢC"},
	} {
		b.scan(c.card)
		term.see(c.frame)
		term.strange()
		if c.card == "31000001" {
			term.keys(enter)
			term.see("## V ĐÃ GHI")
			term.strange()
		}
	}
	for _, page := range []string{"m", f3} {
		term.keys(page)
		term.lose("KHÔNG ĐỌC ĐƯỢC")
		term.strange()
		term.keys(esc)
		term.see("KHÔNG ĐỌC ĐƯỢC")
	}
	b.leaves(term)
}

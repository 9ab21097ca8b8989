package tui

import (
	"slices"
	"strings"
	"testing"

	"stampdesk"
)

// In the smallest window.

func TestTheListOfTheLastCardsSaysWhyOneIsHeld(t *testing.T) {
	d := newDesktop(t)
	worked(d)
	d.shows("! giữ: thẻ của đơn vị khác")
	d.press("f2")
	d.shows("! kept: other unit")
}

func TestTheFooterOfACardInHandNamesWhatHoldsIt(t *testing.T) {
	d := newDesktop(t)
	worked(d)
	d.scanned("31.000406")
	d.shows("Enter ghi  1-4 ô  l ép lại  d hỏng  g giữ")
}

func TestAHelpThatDoesNotFitSaysThatItScrolls(t *testing.T) {
	d := newDesktop(t).atWork()
	d.press("?")
	d.shows("↑↓ xem  Esc quay lại")
	d.hides("ctrl+q")
	for range 12 {
		d.press("down")
	}
	d.shows("ctrl+q")
	d.size(120, 40)
	d.hides("↑↓ xem")
}

func TestWhatAKeyDoesStaysBesideIt(t *testing.T) {
	s := newShell(Options{}.zero(), terminal{})
	for text, want := range map[string][]string{
		"Enter    goes in":                    {"Enter    goes in"},
		"Enter    goes into the list":         {"Enter    goes into", "         the list"},
		"A sentence has no key in it at all.": {"A sentence has no", "key in it at all."},
	} {
		got := s.hung(text, 18, 4)
		for i := range got {
			got[i] = strings.TrimRight(got[i], " ")
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q", got)
		}
	}
}

func TestTheTimeUntilTheDeskLocksIsInWords(t *testing.T) {
	s := newShell(Options{}.zero(), terminal{})
	for value, want := range map[string]string{"15m": "15 phút", "1h": "60 phút", "0": "không tự khóa"} {
		if got := s.settingWord("desk.idle", value); got != want {
			t.Errorf("%s is %q", value, got)
		}
	}
	s.speak(stampdesk.English)
	if got := s.settingWord("desk.idle", "15m"); got != "15 min" {
		t.Error(got)
	}
}

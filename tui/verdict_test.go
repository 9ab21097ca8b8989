package tui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"stampdesk"
)

// verdicts are one outcome of each kind that can stand in the frame.
func verdicts(l stampdesk.Lang, term terminal) map[string]panel {
	s := newShell(Options{Setup: testSetup, Desk: "B1", Lang: l}.zero(), term)
	member := testRoster().Members[0]
	card := func(r stampdesk.Result, v stampdesk.Verdict, act stampdesk.Act) *stampdesk.Outcome {
		o := &stampdesk.Outcome{Result: r, Raw: "31000401", Card: member.Card, Member: &member, Verdict: v}
		if act != 0 {
			o.Entry = &stampdesk.Entry{Act: act, Key: stampdesk.EntryKey{Desk: "B1", Seq: 7}, Boxes: v.Boxes}
		}
		return o
	}
	stamp := stampdesk.Verdict{Kind: stampdesk.Stamp, Reason: stampdesk.ReasonEligible, Boxes: stampdesk.BoxesOf(4)}
	ask := question{Outcome: *card(stampdesk.Presented, stamp, stampdesk.ActPresented), boxes: stamp.Boxes, proposed: stamp.Boxes}
	lam, resumed, fresh := ask, ask, ask
	lam.relaminated, resumed.Resumed, fresh.Verdict.New = true, true, true
	trouble := &desk{trouble: &stampdesk.Outcome{Result: stampdesk.Unrecorded, Err: errDisk}}
	hold := stampdesk.Verdict{Kind: stampdesk.Hold, Reason: stampdesk.ReasonLost, Goes: stampdesk.HeldTray}
	damaged := stampdesk.Verdict{Kind: stampdesk.Hold, Reason: stampdesk.ReasonDamaged, Goes: stampdesk.ExchangeBox}
	blank := card(stampdesk.Recorded, stamp, stampdesk.ActVoided)
	blank.Entry.Key.Seq = 8
	s.unstamped = blank.Entry.Key
	return map[string]panel{
		"asked": ask.panel(s), "relaminate": lam.panel(s), "resumed": resumed.panel(s), "new card": fresh.panel(s),
		"recorded":   s.verdict(card(stampdesk.Recorded, stamp, stampdesk.ActStamped)),
		"hold":       s.verdict(card(stampdesk.Recorded, hold, stampdesk.ActHeld)),
		"damaged":    s.verdict(card(stampdesk.Recorded, damaged, stampdesk.ActReportedDamaged)),
		"refuse":     s.verdict(card(stampdesk.Recorded, stampdesk.Verdict{Kind: stampdesk.Refuse, Reason: stampdesk.ReasonExpelled, Goes: stampdesk.UpToBoard}, stampdesk.ActRefused)),
		"repeat":     s.verdict(card(stampdesk.Judged, stampdesk.Verdict{Kind: stampdesk.Repeat, Reason: stampdesk.ReasonStamped, Boxes: stampdesk.BoxesOf(4)}, 0)),
		"unreadable": s.verdict(&stampdesk.Outcome{Result: stampdesk.Judged, Raw: "31", Verdict: stampdesk.Verdict{Fault: stampdesk.FaultShort}}),
		"voided":     s.verdict(card(stampdesk.Recorded, stamp, stampdesk.ActVoided)),
		"unstamped":  s.verdict(blank),
		"allowed":    s.verdict(card(stampdesk.Recorded, stamp, stampdesk.ActOverridden)),
		"unrecorded": trouble.panel(s), "no scanner": s.withoutScanner(), "idle": s.idle(),
	}
}

var bothLanguages = [...]stampdesk.Lang{stampdesk.Vietnamese, stampdesk.English}

func TestVerdictsDifferWithoutColour(t *testing.T) {
	for _, l := range bothLanguages {
		for _, plain := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s plain=%v", l, plain), func(t *testing.T) {
				colour := newShell(Options{Setup: testSetup, Lang: l}.zero(), terminal{colours: termenv.ANSI, plain: plain})
				none := newShell(Options{Setup: testSetup, Lang: l}.zero(), terminal{colours: termenv.Ascii, plain: plain})
				seen := map[string]string{}
				for name, p := range verdicts(l, terminal{plain: plain}) {
					p.lines, p.foot, p.act, p.boxes = nil, "", "", nil // word, symbol and frame alone must do
					with, without := strings.Join(colour.draw(p, 56, 15), "\n"), strings.Join(none.draw(p, 56, 15), "\n")
					if ansi.Strip(with) != without {
						t.Errorf("%s: the colours change the text", name)
					}
					if p.tone != calm && with == without {
						t.Errorf("%s: no colour at all", name)
					}
					if other := seen[without]; other != "" {
						t.Errorf("%s and %s look the same without colour", name, other)
					}
					seen[without] = name
					for _, line := range strings.Split(without, "\n") {
						if frame := []rune(line); plain && (frame[0] > 127 || frame[len(frame)-1] > 127) {
							t.Errorf("%s: a frame that is not ASCII: %s", name, line)
						}
					}
				}
			})
		}
	}
}

// TestEveryPairOfVerdictsDiffersInEachOfItsSigns looks at one sign at a time:
// who sees only the frame, or only the symbol, or only the word, must not take
// one verdict for another that asks for another act.
func TestEveryPairOfVerdictsDiffersInEachOfItsSigns(t *testing.T) {
	kin := map[string]string{ // of frames and symbols: what is to be done with the card is the same
		"new card": "stamp", "asked": "stamp", "recorded": "stamp",
		"voided": "undone", "unstamped": "undone",
	}
	frames := map[string]string{ // that more than one kind has, with different symbols
		"hold": "rounded", "damaged": "rounded", "resumed": "rounded",
		"idle": "thin", "repeat": "thin", "unreadable": "thin", "voided": "thin", "unstamped": "thin", "allowed": "thin",
		"unrecorded": "trouble", "no scanner": "trouble",
	}
	symbols := map[string]string{ // that more than one kind has, with different frames
		"resumed": "?", "unreadable": "?", "damaged": "block", "unrecorded": "block", "refuse": "cross", "no scanner": "cross",
		"asked": "tick", "new card": "tick", "recorded": "tick", "allowed": "tick",
	}
	same := func(m map[string]string, a, b string) bool { return m[a] != "" && m[a] == m[b] }
	for _, l := range bothLanguages {
		for _, plain := range []bool{false, true} {
			all := verdicts(l, terminal{plain: plain})
			s := newShell(Options{Lang: l}.zero(), terminal{plain: plain})
			for a, x := range all {
				for b, y := range all {
					if a >= b {
						continue
					}
					pair := fmt.Sprintf("%s plain=%v: %s and %s", l, plain, a, b)
					if x.word == y.word {
						t.Errorf("%s have the word %q", pair, x.word)
					}
					if x.big == y.big && kin[a] == "" {
						t.Errorf("%s have the big word %q", pair, x.big)
					}
					if x.sign == y.sign && !same(kin, a, b) && !same(symbols, a, b) {
						t.Errorf("%s have the symbol %q", pair, x.sign)
					}
					if s.edges(x.frame) == s.edges(y.frame) && !same(kin, a, b) && !same(frames, a, b) {
						t.Errorf("%s have the same frame", pair)
					}
					if x.sign == y.sign && x.frame == y.frame && !same(kin, a, b) {
						t.Errorf("%s have the same frame and symbol", pair)
					}
				}
			}
		}
	}
}

// TestTheBigWordHasRoomOnTheSmallestScreen has letters as high as those of the
// font on 52 columns, and every reason that a card is not stamped for.
func TestTheBigWordHasRoomOnTheSmallestScreen(t *testing.T) {
	rows := map[string]int{ // at least; the others take 5
		"KHÔNG ĐÓNG DẤU": 9, "KHÔNG ĐỌC ĐƯỢC": 8, "ĐÃ ĐÓNG CHƯA?": 9, "CHƯA ĐÓNG DẤU": 8, "KHÔNG ĐƯỢC ĐÓNG DẤU": 9, "MẤT MÁY QUÉT": 9,
		"GIÁM SÁT CHO PHÉP": 9, "DO NOT STAMP": 6, "STOP STAMPING": 6, "STAMPED BEFORE": 6, "WAS IT STAMPED?": 6, "SCANNER LOST": 6, "KEEP ASIDE": 6,
	}
	letters := func(text string, _, h int) []string {
		n := max(rows[text], 5)
		if n > h {
			return nil
		}
		return slices.Repeat([]string{strings.Repeat("█", 52)}, n)
	}
	for _, l := range bothLanguages {
		s := newShell(Options{Setup: testSetup, Lang: l, Big: letters}.zero(), terminal{})
		check := func(name string, p panel) {
			t.Helper()
			drawn := strings.Join(s.draw(p, 56, leastFrame), "\n")
			if !strings.Contains(drawn, strings.Repeat("█", 52)) {
				t.Errorf("%s: %s is not big:\n%s", l, name, drawn)
			}
			if p.lines != nil && strings.Contains(p.lines[0], "31.") && !strings.Contains(drawn, ansi.Truncate(p.lines[0], 50, "")) {
				t.Errorf("%s: %s hides the card:\n%s", l, name, drawn)
			}
		}
		for name, p := range verdicts(l, terminal{}) {
			check(name, p)
		}
		member := testRoster().Members[0]
		for _, why := range []stampdesk.Reason{
			stampdesk.ReasonDamaged, stampdesk.ReasonLost, stampdesk.ReasonUnknown, stampdesk.ReasonTransferredOut, stampdesk.ReasonPendingIn,
			stampdesk.ReasonExpelled, stampdesk.ReasonStruckOff, stampdesk.ReasonResigned, stampdesk.ReasonDeceased, stampdesk.ReasonAbroad,
			stampdesk.ReasonDataDiffer, stampdesk.ReasonForged, stampdesk.ReasonSpoiled, stampdesk.ReasonDuplicate, stampdesk.ReasonRoundClosed,
			stampdesk.ReasonProbationary, stampdesk.ReasonOtherUnit, stampdesk.ReasonUndecided, stampdesk.ReasonNotListed, stampdesk.ReasonVoidIssue,
			stampdesk.ReasonNear, stampdesk.ReasonNoDate, stampdesk.ReasonNoEarlier, stampdesk.ReasonOther,
		} {
			for _, kind := range []stampdesk.Kind{stampdesk.Hold, stampdesk.Refuse} {
				v := stampdesk.Verdict{Kind: kind, Reason: why, Goes: stampdesk.HeldTray}
				o := stampdesk.Outcome{Result: stampdesk.Recorded, Card: member.Card, Member: &member, Verdict: v}
				check(string(why), s.verdict(&o))
				o.Entry = &stampdesk.Entry{Act: stampdesk.ActRefused, Note: "as the unit asked"}
				check(string(why)+" with a note", s.verdict(&o))
			}
		}
	}
}

func TestFramesOfKindsDiffer(t *testing.T) {
	p := verdicts(stampdesk.Vietnamese, terminal{})
	kinds := map[frame]string{}
	for _, name := range []string{"asked", "relaminate", "hold", "refuse", "repeat", "unrecorded"} {
		if other := kinds[p[name].frame]; other != "" {
			t.Errorf("%s and %s have the same frame", name, other)
		}
		kinds[p[name].frame] = name
	}
	for name, want := range map[string]tone{"asked": work, "recorded": good, "hold": warn, "refuse": bad} {
		if p[name].tone != want {
			t.Errorf("%s has tone %d", name, p[name].tone)
		}
	}
}

func TestTheTerminalIsReadFromItsEnvironment(t *testing.T) {
	for _, c := range []struct {
		env   map[string]string
		plain bool
	}{
		{map[string]string{"LANG": "C.UTF-8", "TERM": "xterm-256color"}, false},
		{map[string]string{"LANG": "vi_VN.utf8", "TERM": "tmux"}, false},
		{map[string]string{"LANG": "C.UTF-8", "LC_ALL": "POSIX", "TERM": "xterm"}, !utf8Console},
		{map[string]string{"LANG": "C.UTF-8", "TERM": "linux"}, true},
		{map[string]string{}, !utf8Console},
	} {
		got := terminalOf(nil, func(k string) (string, bool) { v, ok := c.env[k]; return v, ok })
		if got.plain != c.plain {
			t.Errorf("%v: plain %v", c.env, got.plain)
		}
	}
}

package tui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/muesli/termenv"

	"stampdesk"
)

// BenchmarkView draws the desk with a question and ten cards. Beside it, in
// the same run, what it is compared with: its frame and counters alone, and as
// many lines of as many cells without anything in them.
func BenchmarkView(b *testing.B) {
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		m := newModel(b.Context(), Options{Setup: testSetup, Desk: "B1", Big: blocks}, terminal{colours: termenv.TrueColor})
		s, d := m.s, m.desk
		s.width, s.height, s.front, s.counters.Expected = size[0], size[1], atDesk, 605
		member := testRoster().Members[0]
		for i := range 10 {
			d.recent.add(s, &stampdesk.Outcome{Member: &member, Entry: &stampdesk.Entry{
				Key: stampdesk.EntryKey{Desk: "B1", Seq: uint64(i + 1)}, Act: stampdesk.ActStamped, Card: member.Card, Boxes: stampdesk.BoxesOf(4),
			}})
		}
		d.card(s, &stampdesk.Outcome{Result: stampdesk.Presented, Card: member.Card, Member: &member,
			Verdict: stampdesk.Verdict{Kind: stampdesk.Stamp, Boxes: stampdesk.BoxesOf(4), Earlier: stampdesk.BoxesOf(1, 2, 3)}})
		bench := func(name string, do func()) {
			b.Run(fmt.Sprintf("%dx%d/%s", size[0], size[1], name), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					do()
				}
			})
		}
		bench("whole", func() { m.View() })
		side := sideWidth(size[0])
		bench("frame", func() {
			beside(s.draw(d.panel(s), size[0]-side-1, 15), d.side(s, side, 15))
		})
		bench("blank", func() { _ = strings.Join(s.block(nil, size[0], size[1]), "\n") })
	}
}

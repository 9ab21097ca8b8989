package tui

import (
	"strings"
	"testing"

	"stampdesk"
)

// A number of what differs, or the stable name of a convention, tells nobody
// where to look.
func TestANoteOfWhatDiffersSaysWhoHasWhich(t *testing.T) {
	notes := []stampdesk.FormNote{
		{Kind: stampdesk.NoteSums, N: -2, Text: "P01", Figure: "with_card", Sum: "proposed+lost", Declared: 20},
		{Kind: stampdesk.NoteSettings, N: 2, Figure: "base", Ways: []stampdesk.FormWay{
			{Way: "with_card", Boards: []string{"Ban A; B"}}, {Way: "proposed", Boards: []string{"Ban C"}},
		}},
	}
	for l, want := range map[stampdesk.Lang][]string{
		stampdesk.Vietnamese: {"lệch 2.", "tổng số thẻ (Ban A; B); số thẻ đề nghị đóng dấu (Ban C)."},
		stampdesk.English:    {"2 apart.", "all cards (Ban A; B); the proposed cards (Ban C)."},
	} {
		s := shell{lang: l, words: wordsIn(l)}
		got := s.noteSentences(notes)
		for i := range want {
			if len(got) != len(want) || !strings.HasSuffix(got[i], want[i]) || strings.Contains(got[i], "_") || strings.Contains(got[i], "-2") {
				t.Errorf("%q, want %q", got, want)
				break
			}
		}
	}
}

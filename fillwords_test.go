package stampdesk_test

import (
	"strings"
	"testing"

	. "stampdesk"
)

func TestANoteSaysInBothLanguagesWhatIsOffAndWhoHasIt(t *testing.T) {
	boards := func(names ...string) []string { return names }
	for _, c := range []struct {
		note   FormNote
		vi, en string
	}{
		{
			FormNote{Kind: NoteSums, N: 56, Text: "P07", Figure: "not_stamped", Sum: "proposed-stamped", Declared: 519},
			"P07 khai “chưa đóng dấu” 519, mà “đề nghị đóng dấu” trừ “đã đóng dấu” là 463, lệch 56",
			"P07 declares “not stamped” 519, but “proposed” less “stamped” is 463, 56 apart",
		},
		{
			FormNote{Kind: NoteSums, N: -2, Text: "P01", Figure: "with_card", Sum: "proposed+damaged+lost", Declared: 20},
			"P01 khai “đã được phát thẻ” 20, mà “đề nghị đóng dấu” cộng “thẻ hỏng” cộng “thẻ mất” là 22, lệch 2",
			"P01 declares “with a card” 20, but “proposed” plus “damaged” plus “lost” is 22, 2 apart",
		},
		{
			FormNote{Kind: NoteCoincidence, N: 1801, Text: "P07", Figure: "probationary", Sum: "damaged+lost"},
			"P07 khai “đảng viên dự bị” 1.801, bằng đúng “thẻ hỏng” cộng “thẻ mất”: cần xem lại có chép nhầm không",
			"P07 declares “probationary members” 1,801, just what “damaged” plus “lost” comes to: one may be copied for the other",
		},
		{
			FormNote{Kind: NoteDates, N: 2, Figure: "stat_date", Ways: []FormWay{{"01/04/2021", boards("Ban A; B: C", "Ban D")}, {"", boards("Ban E")}}},
			"Ngày chốt số liệu không thống nhất giữa các đảng bộ: 01/04/2021 (Ban A; B: C, Ban D); chưa ghi (Ban E)",
			"The date of the statistics: the boards differ: 01/04/2021 (Ban A; B: C, Ban D); none (Ban E)",
		},
		{
			FormNote{Kind: NoteDates, N: 2, Figure: "box", Ways: []FormWay{{"4", boards("Ban A")}, {"3", boards("Ban B")}}},
			"Ô đóng dấu không thống nhất giữa các đảng bộ: ô số 4 (Ban A); ô số 3 (Ban B)",
			"The box that is stamped: the boards differ: box 4 (Ban A); box 3 (Ban B)",
		},
		{
			FormNote{Kind: NoteSettings, N: 2, Figure: "late_holds", Ways: []FormWay{{"false", boards("Ban A")}, {"true", boards("Ban B")}}},
			"Việc xử lý thẻ nộp sau thời hạn không thống nhất giữa các đảng bộ: vẫn đóng dấu (Ban A); giữ lại (Ban B)",
			"Cards after the window: the boards differ: stamped all the same (Ban A); held (Ban B)",
		},
		{FormNote{Kind: NoteHeld, N: 3}, "", ""},
	} {
		for l, want := range map[Lang]string{Vietnamese: c.vi, English: c.en} {
			if got := c.note.Differs(l); got != want {
				t.Errorf("\n got %s\nwant %s", got, want)
			}
		}
	}
}

// Whatever boards differ in has its words, and each way of it.
func TestEveryConventionThatBoardsDifferInHasWords(t *testing.T) {
	for figure, ways := range map[string][]string{
		"list_date": {"01/04/2021"}, "stat_date": {"01/04/2021"}, "window": {"15/04/2021–15/05/2021"}, "box": {"4"},
		"base": {"with_card", "proposed", "official"}, "rounding": {string(RoundRemainder), string(RoundHalfUp), string(RoundCut)},
		"late_holds": {"true", "false"},
	} {
		for _, way := range ways {
			n := FormNote{Kind: NoteSettings, Figure: figure, Ways: []FormWay{{way, []string{"Ban A"}}}}
			for _, l := range []Lang{Vietnamese, English} {
				if text := n.Differs(l); strings.Contains(text, "_") || figure == "late_holds" && (strings.Contains(text, "true") || strings.Contains(text, "false")) {
					t.Errorf("%q", text)
				}
			}
		}
	}
}

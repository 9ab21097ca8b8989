package stampdesk

import (
	"fmt"
	"strings"
)

// Differs says in words what is off with declared figures, or how boards count
// apart: who has which. It has no full stop, and is empty of other notes.
func (n FormNote) Differs(l Lang) string {
	w := formNoteWords[l == English]
	switch n.Kind {
	case NoteSums:
		if n.Figure == "" {
			return ""
		}
		apart := max(n.N, -n.N) // which way it is off is seen from the two figures
		return strings.TrimSpace(fmt.Sprintf(w.sums, n.Text, w.figure(l, n.Figure), l.Number(n.Declared), w.sum(l, n.Sum), l.Number(n.Declared-n.N), l.Number(apart)))
	case NoteCoincidence:
		if n.Figure == "" {
			return ""
		}
		return strings.TrimSpace(fmt.Sprintf(w.coincidence, n.Text, w.figure(l, n.Figure), l.Number(n.N), w.sum(l, n.Sum)))
	case NoteDates, NoteSettings:
		if len(n.Ways) == 0 {
			return ""
		}
		ways := make([]string, len(n.Ways))
		for i, it := range n.Ways {
			ways[i] = w.way(n.Figure, it.Way) + " (" + some(it.Boards) + ")"
		}
		what := w.differs[n.Figure]
		if what == "" {
			what = n.Figure // of a later version: better than nothing
		}
		return fmt.Sprintf(w.apart, what, strings.Join(ways, "; "))
	}
	return ""
}

// noteWords are the words of what is off, in one language.
type noteWords struct {
	sums, coincidence, apart string
	plus, minus              string
	box, open                string
	differs, ways            map[string]string
}

func (w *noteWords) figure(l Lang, name string) string {
	if text := WordsIn(l).Figures[name]; text != "" {
		return "“" + text + "”"
	}
	return name
}

// sum reads "proposed-stamped" as a person would.
func (w *noteWords) sum(l Lang, sum string) string {
	var out strings.Builder
	for sum != "" {
		i := strings.IndexAny(sum, "+-")
		if i < 0 {
			i = len(sum)
		}
		out.WriteString(w.figure(l, sum[:i]))
		if sum = sum[i:]; sum == "" {
			break
		}
		sign := w.plus
		if sum[0] == '-' {
			sign = w.minus
		}
		out.WriteString(sign)
		sum = sum[1:]
	}
	return out.String()
}

// way is one of several ways to count, as a person would say it.
func (w *noteWords) way(figure, way string) string {
	switch {
	case way == "":
		return w.open
	case figure == "box":
		return fmt.Sprintf(w.box, way)
	case w.ways[way] != "":
		return w.ways[way]
	}
	return way
}

var formNoteWords = map[bool]*noteWords{
	false: {
		sums:        "%s khai %s %s, mà %s là %s, lệch %s",
		coincidence: "%s khai %s %s, bằng đúng %s: cần xem lại có chép nhầm không",
		apart:       "%s không thống nhất giữa các đảng bộ: %s",
		plus:        " cộng ", minus: " trừ ", box: "ô số %s", open: "chưa ghi",
		differs: map[string]string{
			"list_date": "Ngày lập danh sách", "stat_date": "Ngày chốt số liệu", "window": "Thời gian kiểm tra", "box": "Ô đóng dấu",
			"base": "Gốc của tỷ lệ", "rounding": "Cách làm tròn tỷ lệ", "late_holds": "Việc xử lý thẻ nộp sau thời hạn",
		},
		ways: map[string]string{
			"with_card": "tổng số thẻ", "proposed": "số thẻ đề nghị đóng dấu", "official": "số đảng viên chính thức",
			"remainder": "theo phần dư lớn nhất", "half-up": "làm tròn từng số", "cut": "cắt bỏ phần lẻ",
			"true": "giữ lại", "false": "vẫn đóng dấu",
		},
	},
	true: {
		sums:        "%s declares %s %s, but %s is %s, %s apart",
		coincidence: "%s declares %s %s, just what %s comes to: one may be copied for the other",
		apart:       "%s: the boards differ: %s",
		plus:        " plus ", minus: " less ", box: "box %s", open: "none",
		differs: map[string]string{
			"list_date": "The date of the lists", "stat_date": "The date of the statistics", "window": "The window of the inspection", "box": "The box that is stamped",
			"base": "What percentages are of", "rounding": "How percentages are rounded", "late_holds": "Cards after the window",
		},
		ways: map[string]string{
			"with_card": "all cards", "proposed": "the proposed cards", "official": "the official members",
			"remainder": "by the largest remainder", "half-up": "each by itself", "cut": "what is below is cut off",
			"true": "held", "false": "stamped all the same",
		},
	},
}

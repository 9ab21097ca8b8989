package form

import (
	"fmt"
	"strings"

	"stampdesk"
)

// reportNote is a note as a sentence of a report, without its full stop.
func reportNote(n stampdesk.FormNote, f stampdesk.Form) string {
	count := stampdesk.Vietnamese.Number(n.N)
	named := ""
	if n.Text != "" {
		named = " (" + n.Text + ")"
	}
	switch n.Kind {
	case stampdesk.NoteNoList:
		return fmt.Sprintf("Còn %s đơn vị chưa nộp danh sách mẫu %d-KTTĐV%s", count, f, named)
	case stampdesk.NoteStrangers:
		return fmt.Sprintf("Có %s dòng của danh sách mẫu 5-KTTĐV không khớp với đảng viên chưa có thẻ nào%s", count, named)
	case stampdesk.NoteUnclosed:
		return fmt.Sprintf("Còn %s lô thẻ chưa kết thúc, số liệu còn có thể thay đổi%s", count, named)
	case stampdesk.NoteHeld:
		return fmt.Sprintf("Còn %s thẻ đang giữ lại để xác minh%s", count, named)
	case stampdesk.NoteAway:
		return fmt.Sprintf("Có %s thẻ của đảng viên trong danh sách được kiểm tra ở nơi khác hoặc do đơn vị khác mang đến%s", count, named)
	case stampdesk.NoteSums:
		return fmt.Sprintf("Số khai báo %q lệch %s so với %s%s", figureWords(n.Figure), count, sumWords(n.Sum), named)
	case stampdesk.NoteCoincidence:
		return fmt.Sprintf("Số khai báo %q bằng đúng %s = %s, cần kiểm tra xem có chép nhầm không%s", figureWords(n.Figure), sumWords(n.Sum), count, named)
	case stampdesk.NoteDates:
		return fmt.Sprintf("%s không thống nhất giữa các đảng bộ: %s", differs[n.Figure], n.Text)
	case stampdesk.NoteSettings:
		return fmt.Sprintf("%s không thống nhất giữa các đảng bộ: %s", differs[n.Figure], waysIn(n.Text))
	}
	return strings.TrimSpace(count + " " + string(n.Kind) + named) // of a later version: better than nothing
}

// differs names what boards have in different ways.
var differs = map[string]string{
	"list_date": "Ngày lập danh sách", "stat_date": "Ngày chốt số liệu", "window": "Thời gian kiểm tra",
	"box":  "Ô đóng dấu",
	"base": "Gốc của tỷ lệ", "rounding": "Cách làm tròn tỷ lệ", "late_holds": "Việc xử lý thẻ nộp sau thời hạn",
}

// waysIn says in words the ways of counting that a note names.
func waysIn(text string) string {
	parts := strings.Split(text, "; ")
	for i, part := range parts {
		if way, boards, ok := strings.Cut(part, ": "); ok && ways[way] != "" {
			parts[i] = ways[way] + ": " + boards
		}
	}
	return strings.Join(parts, "; ")
}

var ways = map[string]string{
	"with_card": "tổng số thẻ", "proposed": "số thẻ đề nghị đóng dấu", "official": "số đảng viên chính thức",
	"remainder": "theo phần dư lớn nhất", "half-up": "làm tròn từng số", "cut": "cắt bỏ phần lẻ",
	"true": "giữ lại", "false": "vẫn đóng dấu",
}

func figureWords(name string) string {
	if w := stampdesk.WordsIn(stampdesk.Vietnamese).Figures[name]; w != "" {
		return w
	}
	return name
}

// sumWords reads "proposed-stamped" as a person would.
func sumWords(sum string) string {
	var out strings.Builder
	for sum != "" {
		i := strings.IndexAny(sum, "+-")
		if i < 0 {
			out.WriteString("\"" + figureWords(sum) + "\"")
			break
		}
		out.WriteString("\"" + figureWords(sum[:i]) + "\" ")
		if sum[i] == '-' {
			out.WriteString("trừ ")
		} else {
			out.WriteString("cộng ")
		}
		sum = sum[i+1:]
	}
	return out.String()
}

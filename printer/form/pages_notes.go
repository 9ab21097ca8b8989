package form

import "stampdesk"

// noteWords say in a sentence what whoever signs should know.
var noteWords = map[stampdesk.FormNoteKind]string{
	stampdesk.NoteNoList:    "đơn vị chưa nộp danh sách theo mẫu này.",
	stampdesk.NoteStrangers: "dòng của danh sách không khớp với đảng viên nào chưa có thẻ.",
	stampdesk.NoteUnclosed:  "lô thẻ chưa kết thúc: số liệu còn có thể thay đổi.",
	stampdesk.NoteHeld:      "thẻ đang giữ lại để xác minh.",
	stampdesk.NoteAway:      "thẻ của đảng viên thuộc danh sách được kiểm tra ở nơi khác hoặc do đơn vị khác mang đến.",
	stampdesk.NoteSums:      "là số chênh lệch giữa số khai báo và tổng các phần.",
	stampdesk.NoteDates:     "nơi tính số liệu theo ngày khác.",
	stampdesk.NoteSettings:  "nơi tính số liệu theo cách khác.",
}

// notes are paragraphs below the table. They begin with a word by which the
// reader of lists knows that the table has ended.
func notes(all []stampdesk.FormNote) (out []Paragraph) {
	for i, n := range all {
		text := stampdesk.Vietnamese.Number(n.N) + " " + noteWords[n.Kind]
		if n.Text != "" {
			text += " (" + n.Text + ")"
		}
		if i == 0 {
			out = append(out, Paragraph{Text: "Ghi chú:", Bold: true, Italic: true})
		}
		out = append(out, Paragraph{Text: "- " + text, Italic: true})
	}
	return out
}

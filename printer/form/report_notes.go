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
	}
	if differs := n.Differs(stampdesk.Vietnamese); differs != "" {
		return capital(differs)
	}
	return strings.TrimSpace(count + " " + string(n.Kind) + named) // of a later version: better than nothing
}

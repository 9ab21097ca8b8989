package sheet_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"stampdesk"
	. "stampdesk/store/sheet"
)

func TestWhatWasDoneAboutALossIsInTheNoteAndTheColumnIsToldAsUsed(t *testing.T) {
	const text = "Số thẻ,Họ và tên,Lý do mất,Hình thức xử lý (nếu có),Ghi chú\n" +
		"31000001,Nguyễn Văn An,Mất,Khiển trách,\n31000002,Trần Thị Bình,Mất,cảnh cáo,đã báo\n31000003,Lê Ước,Mất,—,\n"
	list, err := ReadList(context.Background(), strings.NewReader(text), stampdesk.FormLost, Options{Unit: "P01"})
	if err != nil {
		t.Fatal(err)
	}
	var notes []string
	for _, l := range list.Lines {
		notes = append(notes, l.Note)
	}
	if want := []string{"hình thức xử lý: Khiển trách", "đã báo; hình thức xử lý: cảnh cáo", ""}; !slices.Equal(notes, want) {
		t.Errorf("%q, want %q", notes, want)
	}
	if !slices.ContainsFunc(list.Headings, func(h Heading) bool { return slices.Contains(h.Fields, FieldMeasure) }) {
		t.Errorf("told as %+v", list.Headings)
	}
}

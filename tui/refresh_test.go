package tui

import (
	"testing"

	"stampdesk"
)

// others is another actor on the desktop's store.
func (d *desktop) others(r stampdesk.Request) {
	d.Helper()
	other := &stampdesk.Desk{Store: d.fail, ID: "B1", Now: d.desk.Now, PINs: plainPINs{}, Guest: true}
	must(d.T, other.ActAs(d.ctx, stampdesk.Person{ID: "gs1", Role: stampdesk.Supervisor}))
	outs, err := other.Do(d.ctx, r)
	if must(d.T, err); outs[0].Result != stampdesk.Done {
		d.Fatalf("%T: %+v", r, outs[0])
	}
	d.request(stampdesk.Refresh{})
	d.update(clockMsg{})
}

func TestWhatOthersWroteIsShownWithoutAKey(t *testing.T) {
	d := newDesktop(t).atWork()
	d.press("b")
	d.others(stampdesk.OpenBatch{Unit: "PB"})
	d.shows("phường B")
	d.press("esc")
	d.scanned("31000401")
	d.others(stampdesk.OpenBatch{Unit: "XC"})
	d.shows("ĐÓNG DẤU", "Đóng dấu vào ô 4, rồi bấm Enter") // the card in hand is asked about as before
	d.press("enter")
	d.shows("ĐÃ GHI số")
	d.others(stampdesk.CloseBatch{Batch: "B1-001", Note: "đã đối chiếu"})
	d.shows("Chưa chọn lô")
	d.scanned("31000402")
	d.shows("Thẻ 31.000402 vừa quét, chọn lô để làm tiếp")
}

func TestALookAroundIsNoAnswerToWhatWasAsked(t *testing.T) {
	d := newDesktop(t).atWork()
	d.s.asked = stampdesk.CloseBatch{}
	d.request(stampdesk.Refresh{})
	if d.s.asked == nil {
		t.Error("it was taken for the answer")
	}
}

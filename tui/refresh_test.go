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

// setup is the one in force in the store.
func (d *desktop) setup() (setup stampdesk.Setup) {
	d.Helper()
	must(d.T, d.fail.View(d.ctx, func(s stampdesk.Snapshot) (err error) {
		setup, err = s.Setup()
		return err
	}))
	return setup
}

func TestTheScreenFollowsASetupThatOthersPutInForce(t *testing.T) {
	d := newDesktop(t).atWork()
	d.shows("Lần thứ tư · ô 4")
	setup := d.setup()
	setup.Board.Name, setup.Round.Box, setup.Round.CardBoxes = "BAN TỔ CHỨC MỚI", 3, 6
	d.others(stampdesk.ChangeSetup{Board: &setup.Board, Round: &setup.Round})
	d.shows("Lần thứ tư · ô 3")
	d.scanned("31000401")
	d.shows("Đóng dấu vào ô 3", "│6  │", "1-6 ô")
	d.press("6")
	if q := d.model.desk.question; q.boxes != stampdesk.BoxesOf(3, 6) {
		t.Errorf("boxes %v", q.boxes)
	}
	d.press("enter", "ctrl+o")
	d.shows("BAN TỔ CHỨC MỚI")
	next := d.setup().Round
	next.Ordinal, next.Box = 5, 5
	d.others(stampdesk.CloseRound{Note: "hết đợt"})
	d.others(stampdesk.OpenRound{Round: next, Note: "lô chưa chốt"})
	d.signedIn()
	d.press("down")
	d.shows("Lần thứ năm · ô 5", "Chưa có lô nào.") // those of the round before are not asked about
	d.press("m")
	if c := d.s.counts; c.Backlog != (stampdesk.Backlog{}) {
		t.Errorf("%+v", c)
	}
}

func TestALookAroundIsNoAnswerToWhatWasAsked(t *testing.T) {
	d := newDesktop(t).atWork()
	d.s.asked = stampdesk.CloseBatch{}
	d.request(stampdesk.Refresh{})
	if d.s.asked == nil {
		t.Error("it was taken for the answer")
	}
}

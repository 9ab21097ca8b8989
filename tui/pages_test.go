package tui

import (
	"context"
	"iter"
	"slices"
	"strings"
	"testing"

	"stampdesk"
)

// approves gives the supervisor's word where it is asked for, after a reason.
func (d *desktop) approves() {
	d.Helper()
	d.types("gs1")
	d.press("enter")
	d.types("4321")
	d.press("enter")
}

func TestTheMenuSaysHowMuchWaits(t *testing.T) {
	d := newDesktop(t)
	afternoon(d)
	d.press("m")
	for _, line := range []string{"2  Thẻ đang giữ", "3  Đổi thẻ", "4  Thẻ chưa thu", "5  Thẩm định lô 001", "6  Thay đổi"} {
		d.shows(line)
	}
	if got, want := d.s.counts, (counts{"B1-001", stampdesk.Backlog{Held: 4, Renewals: 3, Chased: 2, Changes: 2}, 15, 0}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	d.press("2")
	d.shows("Thẻ đang giữ (4)")
	d.press("esc")
	d.shows("Việc khác")
	d.press("esc")
	if d.s.front != atDesk || d.s.batch == nil {
		t.Fatalf("not back at the desk:\n%s", d.text())
	}
	d.press("b", "m", "4", "esc", "esc")
	d.shows("Các lô (1)")
}

func TestTheMenuIsCountedWhenItComesAndNotWhenOthersWrite(t *testing.T) {
	d := newDesktop(t)
	afternoon(d)
	walks := 0
	view := d.s.opt.Look
	d.s.opt.Look = func(ctx context.Context, fn func(stampdesk.Snapshot) error) error {
		return view(ctx, func(s stampdesk.Snapshot) error { return fn(counting{s, &walks}) })
	}
	look(d.ctx, d.s.opt, "B1")()
	board := walks
	walks = 0
	d.press("m")
	if walks -= 2 * board; walks > 2 { // the batch is put down; what waits, and the appraisal
		t.Errorf("%d walks over the cards", walks)
	}
	walks = 0
	d.others(stampdesk.OpenBatch{Unit: "XC"})
	if walks > board {
		t.Errorf("%d walks over the cards because somebody wrote", walks)
	}
	d.press("2")
	d.choose("31.000409")
	d.press("x", "2", "enter", "down", "down", "enter")
	d.approves()
	d.press("esc")
	if n := d.s.counts.Held; n != 3 {
		t.Errorf("%d held after one was settled", n)
	}
}

// counting counts how often all cards are walked over.
type counting struct {
	stampdesk.Snapshot
	n *int
}

func (c counting) Marks(round uint8) iter.Seq2[stampdesk.Marked, error] {
	if round == 4 { // the rounds before are empty here, and cost nothing
		*c.n++
	}
	return c.Snapshot.Marks(round)
}

func TestNoCardIsJudgedUnderAPage(t *testing.T) {
	for name, scan := range map[string]func(*desktop, string){"on a cable": (*desktop).scanned, "as a keyboard": (*desktop).wedgeScan} {
		t.Run(name, func(t *testing.T) {
			d := newDesktop(t)
			afternoon(d)
			d.press("m", "2")
			if d.s.batch != nil || d.s.home() != "B1-001" {
				t.Fatal("the batch is in hand")
			}
			scan(d, "31000410")
			d.shows("Thẻ đang giữ (4)", "Thẻ 31.000410 vừa quét: xong việc này sẽ làm tiếp.")
			d.press("enter")
			d.shows("Lịch sử", "Thẻ 31.000410 vừa quét")
			d.press("esc", "esc", "esc")
			d.shows("KHÔNG ĐÓNG DẤU", "31.000410   Hồ Thị Ngọc") // expelled
		})
	}
}

func TestASettledCardLeavesTheListAndTheNextIsChosen(t *testing.T) {
	d := newDesktop(t)
	afternoon(d)
	d.press("m", "2")
	d.choose("31.000409")
	d.press("x", "2", "enter") // give it back
	d.shows("Thẻ 31.000409 Đỗ Văn Mạnh: trả lại đơn vị, không đóng dấu.")
	d.press("down", "down", "enter")
	d.approves()
	d.shows("Thẻ đang giữ (3)", "ĐÃ GHI số", "31.000409 · để trả đơn vị")
	if p := pointed(d.text()); !strings.Contains(p, "77.000409") {
		t.Errorf("chosen %q", p)
	}
	got := asked[stampdesk.Settle](d)
	if len(got) != 1 || got[0].Card != 31_000_409 || got[0].As != stampdesk.SettleGiveBack || got[0].Reason == "" {
		t.Errorf("%+v", got)
	}
	if line := d.model.desk.recent.all[0].line(d.s, 80); !strings.Contains(line, "31.000409") {
		t.Errorf("the desk does not know of it: %s", line)
	}
}

func TestAPermittedCardIsPresentedAtItsNextScan(t *testing.T) {
	d := newDesktop(t)
	d.atWork()
	d.scanned("31000404")
	d.press("g", "down", "enter", "m", "2", "x", "enter", "down", "enter")
	d.approves()
	d.shows("Không có thẻ nào trong khay GIỮ.", "quét lại thẻ để đóng dấu")
	d.press("esc", "esc")
	d.scanned("31000404")
	d.shows("ĐÓNG DẤU", "Đóng dấu vào ô 4")
}

func TestACardFreedInAClosedBatchIsSentThereAndStaysInSight(t *testing.T) {
	for way, keys := range map[string][]string{"permitted": {"1", "enter"}, "let go": {"4", "enter"}} {
		t.Run(way, func(t *testing.T) { freedInAClosedBatch(newDesktop(t), keys) })
	}
}

func freedInAClosedBatch(d *desktop, keys []string) {
	d.Helper()
	d.atWork()
	d.scanned("31000404")
	d.press("g", "down", "enter")
	d.does(stampdesk.TakeBatch{})
	d.asChief(stampdesk.CloseBatch{Batch: "B1-001", Note: "đủ", By: stampdesk.Approval{Supervisor: "gs1", PIN: "4321"}})
	d.does(stampdesk.OpenBatch{Unit: "PB", Count: 1})
	d.update(clockMsg{})
	d.press("b")
	d.shows("xong, chưa trả")
	d.press("m", "2")
	d.shows("Lô 001 đã chốt: mở lại lô")
	d.press("x")
	d.shows("Lô 001 đã chốt: mở lại lô (b, rồi o) mới đóng dấu được.")
	d.press(append(keys, "down", "enter")...)
	d.approves()
	d.shows("mở lại lô 001 (b, rồi o), rồi quét lại thẻ")
	d.press("esc", "esc", "b")
	d.choose("phường A")
	if p := pointed(d.text()); !strings.HasPrefix(p, "! ") || !strings.Contains(p, "còn 1 thẻ, mở lại") || d.s.board.batches[0].ID != "B1-001" {
		d.Errorf("chosen %q\n%s", p, d.text())
	}
	d.s.turnTo(&roundPage{})
	d.update(clockMsg{})
	d.shows("mở lại, còn 1")
	d.press("esc")
	d.asChief(stampdesk.ReopenBatch{Batch: "B1-001", Note: "nhầm", By: stampdesk.Approval{Supervisor: "gs1", PIN: "4321"}})
	d.update(clockMsg{})
	d.hides("mở lại")
	d.does(stampdesk.TakeBatch{Batch: "B1-001"})
	d.scanned("31000404")
	d.shows("ĐÓNG DẤU", "Đóng dấu vào ô 4")
}

func TestANewBatchSaysWhereEnterOpensItAndThatTheCountIsNotThatOfTheRoster(t *testing.T) {
	d := newDesktop(t).signedIn()
	d.press("n")
	d.types("PB")
	d.press("enter")
	d.types("4")
	d.shows("Enter tiếp")
	d.press("enter")
	d.shows("Enter mở lô", "đơn vị có 1 thẻ theo danh sách")
	d.press("tab")
	d.shows("Enter mở lô")
	d.press("2") // not a delivery
	d.hides("theo danh sách")
	d.press("1", "enter")
	if d.s.batch == nil || d.s.batch.Count != 4 {
		t.Fatalf("not opened:\n%s", d.text())
	}
}

func TestAHeldCardWhoseBoxesNobodyCanTellIsPermittedWithBoxes(t *testing.T) {
	d := withMore(newDesktop(t)).newCards()
	d.scanned("31000502")
	d.shows("GIỮ LẠI", "thiếu ngày")
	d.press("m", "2", "x", "enter")
	d.shows("31.000502 Lý Văn Vinh: cho đóng dấu", "Đóng dấu vào những ô nào?")
	d.press("esc")
	d.shows("▸ 1  cho đóng dấu")
	d.press("enter", "3", "4", "enter", "down", "enter")
	d.approves()
	got := asked[stampdesk.Settle](d)
	if len(got) != 1 || got[0].As != stampdesk.SettlePermit || got[0].Boxes != stampdesk.BoxesOf(3, 4) {
		t.Fatalf("%+v\n%s", got, d.text())
	}
	d.shows("Không có thẻ nào trong khay GIỮ.")
	d.press("esc", "esc")
	d.scanned("31000502")
	d.shows("ĐÓNG DẤU", "█3 ●█ █4 ●█", "Giám sát cho phép đóng dấu.")
}

func TestBoxesAreAskedForWhereTheDeskSaysThatItNeedsThem(t *testing.T) {
	d := withMore(newDesktop(t)).newCards()
	d.scanned("31000502")
	d.asChief(stampdesk.Settle{Card: 31_000_502, As: stampdesk.SettleRelease, Reason: stampdesk.ReasonMistake})
	d.press("esc", "/")
	d.types("31000502")
	d.press("enter", "g", "down", "enter") // held by hand, for another reason
	d.open("31000502")
	d.press("x", "enter", "down", "enter")
	d.approves()
	d.shows("Đóng dấu vào những ô nào?")
	d.press("4", "enter")
	d.types("4321")
	d.press("enter")
	if got := asked[stampdesk.Settle](d); len(got) != 2 || got[1].Boxes != stampdesk.BoxesOf(4) || d.s.over != nil {
		t.Fatalf("%+v\n%s", got, d.text())
	}
}

// TestTheCardPageUndoesWhatTheDeskUndoes: a stamp, and the exchange by which a
// card came about.
func TestTheCardPageUndoesWhatTheDeskUndoes(t *testing.T) {
	d := withMore(newDesktop(t)).atWork()
	d.scanned("31000401")
	d.press("enter")
	d.scanned("31000402")
	d.press("d", "enter")
	d.asChief(stampdesk.ReceivePapers{Card: 31_000_402, Photos: 2}, stampdesk.Renew{Card: 31_000_402, New: 31_000_900})
	for _, c := range []struct {
		open, asks string
	}{{"31000401", "31.000401: đóng dấu"}, {"31000402", "31.000402: đổi thẻ"}, {"31000900", "31.000402: đổi thẻ"}} {
		d.open(c.open)
		d.press("u")
		d.shows(c.asks)
		d.press("esc", "esc", "esc")
	}
	d.open("31000403")
	d.press("u")
	d.shows(d.s.rules.Refusals[stampdesk.NothingToUndo])
}

func TestTheHistoryOfACardKeepsANewCardOfItsNumberThatWasUndone(t *testing.T) {
	d := withMore(newDesktop(t)).atWork()
	d.scanned("31000402")
	d.press("d", "enter")
	d.asChief(stampdesk.ReceivePapers{Card: 31_000_402, Photos: 2}, stampdesk.Renew{Card: 31_000_402, New: 31_000_402})
	d.scanned("31000402")
	d.press("enter")
	undo := stampdesk.Void{Card: 31_000_402, Note: "nhầm", By: stampdesk.Approval{Supervisor: "gs1", PIN: "4321"}}
	d.asChief(undo, undo)
	d.open("31000402")
	var acts []stampdesk.Act
	for _, e := range d.s.page().(*cardPage).life.history {
		acts = append(acts, e.Act)
	}
	want := []stampdesk.Act{stampdesk.ActVoided, stampdesk.ActVoided, stampdesk.ActStamped, stampdesk.ActPresented, stampdesk.ActExchanged, stampdesk.ActPapersReceived, stampdesk.ActReportedDamaged, stampdesk.ActPresented}
	if !slices.Equal(acts, want) {
		t.Errorf("%v, want %v", acts, want)
	}
}

func TestACardThatTheUnitAccountsForIsNotCalledLacking(t *testing.T) {
	d := newDesktop(t).atWork()
	d.press("c")
	all := d.model.closing.balance.Lacking()
	d.press("esc")
	d.open("31000401")
	d.press("v", "down", "enter", "esc", "esc", "c")
	b := &d.model.closing.balance
	if len(b.Missing) != all || b.Lacking() != all-1 || b.Difference() != all-1+b.Extra+b.CountOff() {
		t.Errorf("%d missing, %d of them lacking, %d before", len(b.Missing), b.Lacking(), all)
	}
	d.shows("Thiếu "+d.s.count(all-1), "đếm tay lệch 12")
}

func TestAWrongPINKeepsTheApprovalAndEscGoesBackStepByStep(t *testing.T) {
	d := newDesktop(t)
	afternoon(d)
	d.press("m", "2", "x", "enter", "down", "enter")
	d.types("gs1")
	d.press("enter")
	d.types("0000")
	d.press("enter")
	d.shows("Mã người dùng hoặc PIN không đúng.", "cho đóng dấu")
	d.press("esc")
	d.shows("▸ 1  cho đóng dấu")
	d.press("esc")
	d.shows("Thẻ đang giữ (4)")
}

func TestANumberTypedAtTheDeskIsAScanAndAPartOfOneIsSearched(t *testing.T) {
	d := newDesktop(t)
	afternoon(d)
	d.types("31000410")
	d.press("enter")
	if all := asked[stampdesk.Scan](d); all[len(all)-1].Raw != "31000410" {
		t.Fatalf("%+v", all[len(all)-1])
	}
	d.shows("KHÔNG ĐÓNG DẤU")
	n := len(asked[stampdesk.Scan](d))
	d.types("0411")
	d.shows("Số thẻ: 0411█", "Enter tìm", "31.000411  Ngô Văn Phúc")
	d.press("enter")
	d.shows("Tìm: 0411█", "1 người")
	d.press("enter")
	d.shows("31.000411   Ngô Văn Phúc", "báo chưa thu: chưa thu, lý do khác", "Ghi chú: gia đình giữ")
	if len(asked[stampdesk.Scan](d)) != n {
		t.Error("a part of a number was scanned")
	}
	d.press("esc")
	d.shows("Tìm: 0411█") // what was typed is kept
	d.press("esc")
	d.types("3100041") // seven digits: a slip, of which the rules say what is wrong
	d.press("enter")
	d.shows("KHÔNG ĐỌC ĐƯỢC")
}

func TestSearchHandsACardToTheDesk(t *testing.T) {
	d := newDesktop(t)
	d.atWork()
	d.press("/")
	d.types("khanh")
	d.press("enter")
	d.shows("31.000407  Đặng Quốc Khánh")
	d.press("tab")
	d.shows("ĐÓNG DẤU", "31.000407   Đặng Quốc Khánh", "Đóng dấu vào ô 4")
	if all := asked[stampdesk.Scan](d); len(all) != 1 || all[0].Raw != "31000407" {
		t.Errorf("%+v", all)
	}
}

func TestAnEnterThatOvertakesTheSearchOpensWhatWasMeant(t *testing.T) {
	d := newDesktop(t)
	afternoon(d)
	d.press("f3")
	d.types("binh")
	late := func(e errand) { d.errands = append(d.errands, e) }
	var held []errand
	d.testOnlyErrands = func(e errand) { held = append(held, e) }
	d.press("backspace")
	d.press("enter") // the hits of "bin" have not come: nothing of "binh" is opened
	if _, ok := d.screen().(*searchPage); !ok {
		t.Fatal("a card was opened that nobody asked for")
	}
	d.testOnlyErrands = late
	d.errands = held
	d.update(clockMsg{})
	d.shows("31.000402   Trần Văn Bình", "Lịch sử")
}

func TestANewRosterIsSearchedAnew(t *testing.T) {
	d := newDesktop(t)
	d.atWork()
	d.press("f3")
	d.types("zung")
	d.shows("Không có ai khớp")
	r := testRoster()
	r.Members[3].Name = "Phạm Thị Zung"
	d.asChief(stampdesk.LoadRoster{Roster: r})
	d.update(clockMsg{})
	d.shows("31.000404  Phạm Thị Zung")
}

func TestTheBatchListLooksForMembersWhereNoBatchFits(t *testing.T) {
	d := newDesktop(t)
	afternoon(d)
	d.press("b", "/")
	d.types("dang")
	d.press("enter") // Đảng bộ: a batch fits
	if n := len(asked[stampdesk.TakeBatch](d)); d.s.front != atDesk || n == 0 {
		t.Fatalf("the batch was not taken:\n%s", d.text())
	}
	d.press("b", "/")
	d.types("khanh")
	d.shows("Không có lô nào khớp", "tìm trong thẻ")
	d.press("enter")
	d.shows("31.000407  Đặng Quốc Khánh")
	d.press("esc")
	d.shows("Các lô")
}

func TestTheCardInHandStaysInHandWhileItsPageIsLookedAt(t *testing.T) {
	d := newDesktop(t)
	d.atWork()
	d.scanned("31000401")
	d.press("i")
	d.shows("31.000401   Nguyễn Thị Hồng Ánh", "Lịch sử (1)", "đưa thẻ vào bàn")
	d.press("enter", "u", "enter") // nothing of this is an answer for the card
	d.shows("Thẻ đang cầm chưa có kết quả")
	d.press("m")
	d.press("esc")
	if q := d.model.desk.question; q == nil || d.s.front != atDesk || len(asked[stampdesk.Confirm](d)) != 0 {
		t.Fatalf("the card is not in hand:\n%s", d.text())
	}
	d.press("m")
	d.shows("Xử lý xong thẻ 31.000401 đang cầm trước.")
	d.press("enter")
	d.shows("ĐÃ GHI số")
}

func TestAStampUndoneOnItsPageIsNotGreenAtTheDesk(t *testing.T) {
	d := newDesktop(t)
	d.atWork()
	d.scanned("31000401")
	d.press("enter")
	d.shows("ĐÃ GHI số")
	d.press("i", "u", "enter") // a person's own recent act: no supervisor
	d.shows("không còn gì có hiệu lực", "hủy lần ghi: ghi nhầm")
	if got := asked[stampdesk.Void](d); len(got) != 1 || got[0].Card != 31_000_401 || got[0].Inked {
		t.Fatalf("%+v", got)
	}
	d.press("esc")
	d.hides("ĐÃ GHI")
	d.shows("Chờ thẻ", "đã hủy")
}

func TestWhatIsReportedOnTheCardPageIsOnRecord(t *testing.T) {
	d := newDesktop(t)
	d.atWork()
	d.open("31.000407")
	d.shows("chưa qua bàn trong đợt này", "Sổ ghi chưa có gì về thẻ này.")
	d.press("v", "down", "down", "enter")
	d.shows("ĐÃ GHI số", "báo chưa thu: về quê", "Lịch sử (1)")
	d.press("v")
	d.types("con giữ hộ")
	d.press("enter")
	d.shows("Ghi chú: con giữ hộ", "Lịch sử (2)")
	d.press("y", "down", "enter")
	d.shows("sử dụng thẻ sai", "Lịch sử (3)")
	d.press("y")
	d.types("không có trong bảng")
	d.press("enter")
	d.shows("Lý do này không dùng cho việc này.")
	d.press("h", "1", "enter")
	d.shows("Không làm được việc này với thẻ.", "Lịch sử (3)")
	d.press("x")
	d.shows("Thẻ này không nằm trong khay giữ.")
	got := asked[stampdesk.ReportUncollected](d)
	if len(got) != 2 || got[1].Reason != stampdesk.ReasonUncollected+".khac" || got[1].Note != "con giữ hộ" {
		t.Errorf("%+v", got)
	}
}

func TestTheCardPageShowsTheLifeOfTheCardBeforeIt(t *testing.T) {
	d := newDesktop(t)
	afternoon(d)
	d.open("31.000888")
	d.shows("Thay cho thẻ     31.000406", "đổi thẻ · ô 4 · thẻ mới 31.000888", "báo hỏng: hỏng · 31.000406")
	d.press("tab")
	d.shows("ĐÓNG DẤU")
	d.press("enter", "m", "3", "end")
	d.shows("31.000888, đã đóng dấu")
}

func TestAnExchangeIsUndoneOnThePageOfEitherCard(t *testing.T) {
	for _, number := range []string{"31.000406", "31.000888"} {
		t.Run(number, func(t *testing.T) {
			d := newDesktop(t)
			afternoon(d)
			d.open(number)
			d.press("u")
			d.shows("Hủy lần ghi thẻ 31.000406: đổi thẻ")
			d.press("enter")
			d.press("down", "enter") // not one's own to undo: a reason, and the supervisor
			d.approves()
			d.shows("ĐÃ GHI số")
			d.press("esc", "esc", "m", "3")
			d.choose("31.000406")
			if p := pointed(d.text()); !strings.Contains(p, "đủ hồ sơ, chờ thẻ mới") {
				t.Errorf("%q", p)
			}
		})
	}
}

func TestANewCardGetsTheBoxesOfTheTable(t *testing.T) {
	d := newDesktop(t)
	afternoon(d)
	d.press("m", "3")
	d.choose("31.000405")
	d.press("x")
	d.wedgeScan("31000999") // the form takes it, not the desk
	d.shows("Số thẻ mới (gõ hoặc quét) 31.000999", "4█")
	d.press("enter")
	d.shows("ĐÃ GHI số", "31.000405 · thẻ mới 31.000999, đóng dấu ô 4", "31.000999, chờ đóng dấu")
	if got := asked[stampdesk.Renew](d); len(got) != 1 || got[0].Boxes != 0 || got[0].New != 31_000_999 {
		t.Errorf("%+v", got)
	}
	if len(d.s.kept) != 0 {
		t.Errorf("kept %+v", d.s.kept)
	}
}

func TestOtherBoxesThanTheTableSaysNeedASupervisor(t *testing.T) {
	d := newDesktop(t)
	afternoon(d)
	d.press("m", "3")
	d.choose("31.000405")
	d.press("x")
	d.types("31000405") // the same number
	d.press("enter")
	d.types("3,4")
	d.press("enter")
	d.shows("Ô khác với bảng", "thẻ mới 31.000405 đóng dấu ô 3, 4.")
	d.press("down", "enter")
	d.approves()
	d.shows("31.000405 · thẻ mới 31.000405, đóng dấu ô 3, 4")
	got := asked[stampdesk.Renew](d)
	if len(got) != 1 || got[0].Boxes != stampdesk.BoxesOf(3, 4) || got[0].Reason != stampdesk.ReasonNoDate {
		t.Errorf("%+v", got)
	}
	d.press("x")
	d.shows("Thẻ 31.000405 đã có thẻ mới 31.000405.")
}

func TestANumberThatIsTakenIsRefusedInTheForm(t *testing.T) {
	d := newDesktop(t)
	afternoon(d)
	d.press("m", "3")
	d.choose("31.000405")
	d.press("x")
	d.types("31000401")
	d.press("enter", "enter")
	d.shows("Ghi thẻ mới", "Số thẻ mới (gõ hoặc quét) 31000401█", d.s.rules.Refusals[stampdesk.NumberTaken])
	d.press("esc")
	d.shows("Đổi thẻ, cấp lại thẻ (4)")
}

func TestPapersAreReceived(t *testing.T) {
	d := newDesktop(t)
	afternoon(d)
	d.press("m", "3")
	d.choose("31.000408")
	d.shows("ảnh 0/2")
	d.press("h", "2", "enter")
	d.choose("31.000408")
	if p := pointed(d.text()); !strings.Contains(p, "đủ hồ sơ, chờ thẻ mới") {
		t.Errorf("%q", p)
	}
}

func TestGuestsAreForTheirHomeBoard(t *testing.T) {
	d := newDesktop(t)
	r := testRoster()
	r.Members[4].Unit, r.Members[4].Host = "", "PA"
	d.asChief(stampdesk.LoadRoster{Roster: r})
	d.atWork()
	d.scanned("31000405")
	d.press("d", "enter", "m", "3")
	d.shows("nơi có đảng số làm")
	d.press("x")
	d.shows(d.s.rules.Refusals[stampdesk.GuestsCard])
	d.press("esc")
	if got := d.s.counts.Renewals; got != 0 {
		t.Errorf("%d wait for us", got)
	}
}

func TestTheReasonOfACardNotCollectedIsChangedAndTheListIsPrinted(t *testing.T) {
	d := newDesktop(t)
	afternoon(d)
	d.press("m", "4")
	d.shows("Thẻ chưa thu được (2)", "Đảng bộ phường A: 2 thẻ")
	d.choose("31.000407")
	d.press("x", "down", "down", "enter")
	if p := pointed(d.text()); !strings.Contains(p, "về quê") {
		t.Errorf("%q", p)
	}
	d.press("p", "enter")
	d.shows("Danh sách thẻ chưa thu Đảng bộ phường A, bản 1: đã chuyển tới máy in nhiệt.")
	if got := asked[stampdesk.Print](d); len(got) != 1 || got[0].Document != stampdesk.ChaseList || got[0].Unit != "PA" {
		t.Errorf("%+v", got)
	}
}

func TestEveryDifferenceIsASentence(t *testing.T) {
	d := newDesktop(t)
	afternoon(d)
	d.press("b", "a")
	d.shows("15 khác biệt", "Thẻ của đơn vị khác (2)", "31.000402 Trần Văn Bình: có ở mẫu 2; danh sách đảng viên ghi: từ trần.")
	for i := range d.s.page().(*appraisal).list.rows {
		for _, l := range []stampdesk.Lang{stampdesk.Vietnamese, stampdesk.English} {
			d.s.speak(l)
			if text := d.s.page().(*appraisal).list.rows[i].cells(d.s)[0]; strings.Contains(text, "{}") || !strings.HasSuffix(text, ".") {
				t.Errorf("%q", text)
			}
		}
	}
	d.s.speak(stampdesk.Vietnamese)
	d.press("home", "enter")
	d.shows("Dòng này là số liệu, không phải của một thẻ.")
	d.choose("31.000403")
	d.press("enter")
	d.shows("31.000403   Lê Đức Cường", "Lịch sử")
	d.press("esc", "esc")
	d.shows("Các lô")
}

func TestAReviewedChangeIsDimmedAndLast(t *testing.T) {
	d := newDesktop(t)
	afternoon(d)
	d.press("m", "6")
	d.choose("31.000402")
	d.press("x")
	d.approves()
	d.shows("đã xem", "Thay đổi theo danh sách đảng viên mới (3)")
	d.choose("31.000402")
	d.press("x")
	d.shows("Giám sát đã xem thẻ 31.000402.")
	d.press("esc")
	if got := d.s.counts.Changes; got != 1 {
		t.Errorf("%d wait", got)
	}
}

func TestASignOutLeavesNoPageBehind(t *testing.T) {
	d := newDesktop(t)
	afternoon(d)
	d.press("m", "2", "ctrl+o")
	d.signedIn()
	if d.s.page() != nil || d.s.front != atDesk {
		t.Errorf("front %d", d.s.front)
	}
}

func TestAFailureToRecordComesBeforeEveryPage(t *testing.T) {
	d := newDesktop(t)
	afternoon(d)
	d.open("31.000407")
	d.fail.err = errDisk
	d.press("y", "down", "enter")
	d.shows("KHÔNG ĐƯỢC ĐÓNG DẤU")
	if d.s.front != atDesk {
		t.Error("the trouble is hidden behind a page")
	}
}

func TestAHeldNumberOfNobodyIsNotOfferedTheStampFirst(t *testing.T) {
	for why, want := range map[stampdesk.Reason]stampdesk.Settling{
		stampdesk.ReasonNear: stampdesk.SettleRelease, stampdesk.ReasonUnknown: stampdesk.SettleGiveBack,
		stampdesk.ReasonDataDiffer: stampdesk.SettlePermit,
	} {
		if got := settlings[newSettling(31_000_401, "", stampdesk.Standing{Reason: why}).at].as; got != want {
			t.Errorf("%s: %s is offered first, want %s", why, got, want)
		}
	}
}

package printer

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"stampdesk"
	"stampdesk/store/mem"
	"stampdesk/store/storetest"
)

// office is a desk at work on an invented board.
type office struct {
	*stampdesk.Desk
	t     *testing.T
	clock time.Time
}

type plainPINs struct{}

func (plainPINs) Hash(pin string) (string, error) { return pin, nil }
func (plainPINs) Verify(stored, pin string) bool  { return stored == pin }

func newOffice(t *testing.T) *office {
	o := &office{t: t, clock: storetest.Noon}
	o.Desk = &stampdesk.Desk{
		Store: storetest.Twice(mem.New(storetest.Identity())), ID: "B1", Confirm: stampdesk.ConfirmScan, PINs: plainPINs{},
		Now: func() time.Time { o.clock = o.clock.Add(10 * time.Millisecond); return o.clock },
	}
	o.do(stampdesk.LayDown{Setup: storetest.Setup(), Person: stampdesk.Person{ID: "GS1", Name: "Trần Văn Giám"}, PIN: "2222"})
	o.do(stampdesk.SignIn{Person: "GS1", PIN: "2222"})
	o.do(stampdesk.AddPerson{Person: stampdesk.Person{ID: "OP1", Name: "Lò Thị Lan", Role: stampdesk.Operator}, PIN: "1111"})
	r := stampdesk.Roster{Units: []stampdesk.Unit{{Code: "P01", Name: "Đảng bộ phường A"}, {Code: "P02", Name: "Đảng bộ phường B"}}}
	add := func(m stampdesk.Member) { m.Status = stampdesk.Official; r.Members = append(r.Members, m) }
	for i := range 8 {
		add(stampdesk.Member{Card: stampdesk.CardNumber(31000001 + i), Name: fmt.Sprint("Đảng viên A", i+1), Unit: "P01", Cell: fmt.Sprint("Chi bộ ", 1+i%2)})
	}
	add(stampdesk.Member{Card: 31000101, Name: "Đảng viên B1", Unit: "P02"})
	add(stampdesk.Member{Card: 31000203, Name: "Vàng Thị Khách", Host: "P01", MovedFrom: "Đảng bộ tỉnh khác"})
	o.do(stampdesk.LoadRoster{Roster: r})
	o.do(stampdesk.SignIn{Person: "OP1", PIN: "1111"})
	return o
}

func (o *office) do(r stampdesk.Request) stampdesk.Outcome {
	o.t.Helper()
	outs, err := o.Do(context.Background(), r)
	if err != nil {
		o.t.Fatalf("%T: %v", r, err)
	}
	for _, out := range outs {
		if out.Result == stampdesk.Declined {
			o.t.Fatalf("%T declined: %s %s", r, out.Refusal, out.About)
		}
	}
	if len(outs) == 0 {
		return stampdesk.Outcome{}
	}
	return outs[0]
}

func (o *office) scan(card stampdesk.CardNumber) {
	o.t.Helper()
	o.clock = o.clock.Add(5 * time.Second)
	o.do(stampdesk.Scan{Raw: card.Digits(), At: o.clock})
}

// print orders a document and gives what comes out, without the spaces that set it.
func (o *office) print(q stampdesk.Print) string {
	o.t.Helper()
	return o.compose(o.do(q).Entry)
}

func (o *office) compose(order *stampdesk.Entry) (text string) {
	o.t.Helper()
	storetest.View(o.t, o.Store, func(s stampdesk.Snapshot) error {
		doc, err := Compose(s, &stampdesk.PrintJob{Order: *order}, stampdesk.Vietnamese, small())
		text = strings.Join(strings.Fields(doc.Text(60)), " ")
		return err
	})
	return text
}

func (o *office) wants(text string, want ...string) {
	o.t.Helper()
	for _, w := range want {
		if !strings.Contains(text, w) {
			o.t.Errorf("%q is not on the paper\n%s", w, text)
		}
	}
}

// The papers of a day, from the journal alone.
func TestComposeTheDayOfADesk(t *testing.T) {
	o := newOffice(t)
	batch := o.do(stampdesk.OpenBatch{Unit: "P01", By: "Ông A"}).Entry.Batch
	o.do(stampdesk.DecideBatches{Batches: []stampdesk.BatchID{batch}, Decision: stampdesk.Decision{No: "12-QĐ/TU", Date: stampdesk.Date{Year: 2021, Month: 4, Day: 16}}})
	o.do(stampdesk.BeginShift{Name: "ca sáng", Count: 0})
	o.scan(31000001)
	o.scan(31000002)
	o.scan(31000101) // of another unit
	o.scan(31000203) // a guest
	o.do(stampdesk.SetAside{Card: 31000003, Act: stampdesk.ActHeld, Reason: stampdesk.ReasonDataDiffer})
	o.do(stampdesk.ReportUncollected{Card: 31000004, Reason: stampdesk.ReasonUncollected + ".khac", Note: "hẹn tuần sau"})
	o.wants(o.print(stampdesk.Print{Document: stampdesk.ShiftSheet}), "*** TẠM ***", "ca đang làm", "Thẻ trong khay giữ 2 thẻ")
	o.do(stampdesk.EndShift{Count: 3})

	final := o.do(stampdesk.Print{Document: stampdesk.ShiftSheet}).Entry
	sheet := o.compose(final)
	o.wants(sheet, "Ca: 1 – ca sáng", "Bắt đầu: 19:00 20/04/2021 · Lò Thị Lan", "Kết thúc: 19:00 20/04/2021 · Lò Thị Lan",
		"Đầu ca, theo sổ 0 Đầu ca, đếm được 0 → khớp", "Cuối ca, theo sổ 2 Cuối ca, đếm được 3 → thừa 1 thẻ",
		"Đảng bộ phường A 4 đã đóng dấu 2 giữ lại 1 chưa thu được 1", "THEO NGƯỜI THAO TÁC Lò Thị Lan 6",
		"Thẻ trong khay giữ 2 thẻ", "1 31.000101 thẻ của đơn vị khác", "2 31.000003 sai thông tin", "Đóng vào ô 4 2",
		"NGƯỜI GIAO CA NGƯỜI NHẬN CA")
	for _, bad := range []string{"TẠM ***", "IN LẠI", "Đảng viên A3", "Đảng viên B1"} {
		if strings.Contains(sheet, bad) {
			t.Errorf("%q is on the sheet of a shift\n%s", bad, sheet)
		}
	}
	storetest.View(t, o.Store, func(s stampdesk.Snapshot) error {
		sh, err := stampdesk.ShiftOf(s, "B1", 1)
		if err == nil {
			o.wants(sheet, sh.Ended.Key.String()+" "+sh.Ended.Chain.Short())
		}
		return err
	})

	o.wants(o.print(stampdesk.Print{Document: stampdesk.TallySheet, Batch: batch}), "THEO NGƯỜI THAO TÁC", "Đảng bộ phường B 1 giữ lại 1")
	o.wants(o.print(stampdesk.Print{Document: stampdesk.TallySheet}), "Phạm vi: toàn đợt",
		"THEO ĐƠN VỊ Đảng bộ phường A 4 đã đóng dấu 2 giữ lại 1 chưa thu được 1 Đảng bộ phường B 1 giữ lại 1",
		"Sinh hoạt tạm thời, ngoài danh sách 1 đã đóng dấu 1", "THEO NGƯỜI THAO TÁC Lò Thị Lan 6")
	guest := o.do(stampdesk.Print{Document: stampdesk.GuestSlip, Card: 31000203}).Entry
	slip := o.compose(guest)
	o.wants(slip, "Kính gửi: Đảng bộ tỉnh khác", "Họ và tên: Vàng Thị Khách Số thẻ: 31.000203", "tại: Đảng bộ phường A",
		"ô số: 4", "Ngày đóng dấu: 20/04/2021", "12-QĐ/TU, ngày 16/04/2021", "NGƯỜI XÁC NHẬN")
	storetest.View(t, o.Store, func(s stampdesk.Snapshot) error {
		m, err := s.Mark(stampdesk.MarkKey{Round: 4, Card: 31000203, Issue: stampdesk.FirstIssue})
		if err != nil {
			return err
		}
		e, err := s.Entry(m.Standing.Entry)
		if err == nil {
			o.wants(slip, e.Key.String(), e.Chain.Short())
		}
		return err
	})
	o.wants(o.print(stampdesk.Print{Document: stampdesk.GuestSlip, Card: 31000203}), "BẢN IN LẠI (lần 2)")

	o.do(stampdesk.SignIn{Person: "GS1", PIN: "2222"})
	o.do(stampdesk.Void{Card: 31000203, Reason: stampdesk.ReasonMistake})
	if void := o.compose(guest); !strings.Contains(void, "KHÔNG CÓ GIÁ TRỊ") || strings.Contains(void, "NGƯỜI XÁC NHẬN") {
		t.Errorf("a slip for a stamp that was voided\n%s", void)
	}
	o.do(stampdesk.Settle{Card: 31000003, As: stampdesk.SettleGiveBack, Reason: stampdesk.ReasonDataDiffer})
	o.wants(o.compose(final), "Thẻ trong khay giữ 2 thẻ", "2 31.000003 sai thông tin") // as it was when the shift ended

	o.do(stampdesk.CloseBatch{Batch: batch, Note: "đã đối chiếu", By: stampdesk.Approval{Supervisor: "GS1", PIN: "2222"}})
	o.do(stampdesk.ReturnBatch{Batch: batch, To: "Ông A"})
	o.wants(o.print(stampdesk.Print{Document: stampdesk.ReturnList, Batch: batch}), "Trần Văn Giám → Ông A",
		"Thẻ trong khay giữ không có", "Thẻ lạc, bàn giữ 1 thẻ", "31.000101 Đảng viên B1 thẻ của đơn vị khác",
		"31.000003 Đảng viên A3 sai thông tin", "31.000004 Đảng viên A4 chưa thu, lý do khác", "SD-B-"+string(batch))

	chase := o.print(stampdesk.Print{Document: stampdesk.ChaseList, Unit: "P01"})
	o.wants(chase, "Đơn vị: Đảng bộ phường A", "31.000004 Đảng viên A4 Chi bộ 2 · chưa thu, lý do khác (hẹn tuần sau) · từ 20/04/2021, lô "+string(batch),
		"31.000008 Đảng viên A8 Chi bộ 2 · chưa rõ lý do", "NGƯỜI NHẬN")
	o.wants(o.print(stampdesk.Print{Document: stampdesk.ChaseList}), "Phạm vi: mọi đơn vị", "Đảng bộ phường A 6 thẻ", "Cộng 6")
	o.wants(o.print(stampdesk.Print{Document: stampdesk.ChaseList, Unit: "P02"}), "Cộng 0")
}

// Whatever can be ordered comes out, under its number, at the desk where it was ordered, and the second time as a reprint.
func TestEveryDocumentThatCanBeOrderedIsComposed(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	batch := o.do(stampdesk.OpenBatch{Unit: "P01", By: "Ông A", Count: 3}).Entry.Batch
	o.do(stampdesk.LoadList{Batch: batch, Form: stampdesk.FormStamp, Lines: []stampdesk.Line{{Card: 31000005}, {Card: 31000001}, {Card: 31000203, Name: "viết khác"}}})
	o.do(stampdesk.LoadList{Batch: batch, Form: stampdesk.FormLost, Lines: []stampdesk.Line{{Card: 31000007}}})
	o.do(stampdesk.ReceivePapers{Card: 31000007, Photos: 2})
	o.do(stampdesk.DecideBatches{Batches: []stampdesk.BatchID{batch}, Decision: stampdesk.Decision{No: "12-QĐ/TU", Date: stampdesk.Date{Year: 2021, Month: 4, Day: 16}}})
	o.do(stampdesk.BeginShift{Name: "ca sáng", Count: 0})
	o.scan(31000203) // a guest
	o.do(stampdesk.SetAside{Card: 31000003, Act: stampdesk.ActHeld, Reason: stampdesk.ReasonDataDiffer, Note: "ngày sinh khác"})
	for _, kind := range stampdesk.Documents() {
		q := stampdesk.Print{Document: kind}
		var want []string
		switch kind {
		case stampdesk.ReturnList:
			q.Batch, want = batch, []string{"DANH SÁCH TRẢ THẺ"}
		case stampdesk.Receipt:
			q.Batch, want = batch, []string{"BIÊN NHẬN", "Ông A", "Đếm được 3 thẻ, khớp", "Mẫu 4 thẻ mất 1", "Ảnh 2×3 (tấm) 2", "Bản trình bày mất thẻ 0", "SD-B-" + string(batch)}
		case stampdesk.IntakeSheet:
			q.Batch, want = batch, []string{"Mẫu 2: đề nghị đóng dấu 3 thẻ", "1 31.000005 Đảng viên A5 |||| 31000005 2 31.000001 Đảng viên A1 |||| 31000001", "3 31.000203 Vàng Thị Khách", "Mẫu 4: thẻ mất, nếu thấy thì giữ lại 1 thẻ"}
		case stampdesk.GuestSlip:
			q.Card, want = 31000203, []string{"Vàng Thị Khách"}
		case stampdesk.HeldSlip:
			q.Card, want = 31000003, []string{"|||| 31000003", "Đảng viên A3", "Sai thông tin Thông tin trên thẻ khác với hồ sơ.", "ngày sinh khác", "Người giữ: Lò Thị Lan"}
		case stampdesk.RenewalList:
			want = []string{"CẤP LẠI THẺ MẤT 1 thẻ", "31.000007 Đảng viên A7", "ảnh 2/2 · thiếu bản trình bày"}
		case stampdesk.CommandSheet:
			want = []string{"|||| SD-STAMP", "|||| SD-4", "|||| SD-HAND"}
		}
		for copies := 1; copies <= 2; copies++ {
			order := o.do(q).Entry
			for _, l := range []stampdesk.Lang{stampdesk.Vietnamese, stampdesk.English} {
				var doc Doc
				var err error
				storetest.View(t, o.Store, func(s stampdesk.Snapshot) error {
					doc, err = Compose(s, &stampdesk.PrintJob{Order: *order}, l, small())
					return nil
				})
				if err != nil {
					t.Fatalf("%s: %v", kind, err)
				}
				text := strings.Join(strings.Fields(doc.Text(84)), " ")
				o.wants(text, order.Key.String(), "B1", "Lò Thị Lan", "20/04/2021")
				if l == stampdesk.Vietnamese {
					o.wants(text, want...)
				}
				if again := strings.Contains(text, wordsIn(l).reprint); again != (copies == 2 && kind != stampdesk.CommandSheet && kind != stampdesk.TestPage) {
					t.Errorf("%s, copy %d: marked as a reprint: %v", kind, copies, again)
				}
			}
		}
	}
	look := stampdesk.Entry{Act: stampdesk.ActPrinted, Round: 4, At: storetest.Noon, Key: stampdesk.EntryKey{Desk: "B1"}, Batch: batch, Facts: stampdesk.Print{Document: stampdesk.Receipt}.Facts()}
	if text := o.compose(&look); !strings.Contains(text, "Bản xem, chưa ghi sổ · bàn B1") || strings.Contains(text, "B1/0") {
		t.Errorf("a look at a document passes for one that was ordered\n%s", text)
	}
	o.wants(o.print(stampdesk.Print{Document: stampdesk.IntakeSheet, Unit: "P01"}), "Theo danh sách đảng viên đang quản lý 9 thẻ",
		"Chi bộ 1 4 thẻ 1 31.000001 Đảng viên A1", "Chi bộ 2 4 thẻ", "31.000203 Vàng Thị Khách")
	held := o.do(stampdesk.Print{Document: stampdesk.HeldSlip, Card: 31000003}).Entry
	o.do(stampdesk.Settle{Card: 31000003, As: stampdesk.SettleRelease, Reason: stampdesk.ReasonMistake, By: stampdesk.Approval{Supervisor: "GS1", PIN: "2222"}})
	o.wants(o.compose(held), "KHÔNG CÓ GIÁ TRỊ", "không còn trong khay giữ")
	o.do(stampdesk.SetAside{Card: 31000003, Act: stampdesk.ActHeld, Reason: stampdesk.ReasonForged})
	o.wants(o.compose(held), "KHÔNG CÓ GIÁ TRỊ") // the hold of now has a slip of its own
	if now := o.print(stampdesk.Print{Document: stampdesk.HeldSlip, Card: 31000003}); strings.Contains(now, "IN LẠI") || strings.Contains(now, "KHÔNG CÓ GIÁ TRỊ") {
		t.Errorf("the slip of the second hold\n%s", now)
	}
}

// A paper that waited for its printer is what it was ordered as, and says from when its figures are.
func TestAPaperThatWaitedIsWhatItWasOrderedAs(t *testing.T) {
	o := newOffice(t)
	batch := o.do(stampdesk.OpenBatch{Unit: "P01"}).Entry.Batch
	draft := o.do(stampdesk.Print{Document: stampdesk.ReturnList, Batch: batch}).Entry
	if text := o.compose(draft); strings.Contains(text, "số liệu đến") {
		t.Errorf("printed at once it says from when it is\n%s", text)
	}
	o.do(stampdesk.DecideBatches{Batches: []stampdesk.BatchID{batch}, Decision: stampdesk.Decision{No: "12-QĐ/TU", Date: stampdesk.Date{Year: 2021, Month: 4, Day: 16}}})
	o.do(stampdesk.CloseBatch{Batch: batch, Note: "chưa mang đến", By: stampdesk.Approval{Supervisor: "GS1", PIN: "2222"}})
	o.wants(o.compose(draft), "*** TẠM ***", "số liệu đến mục B1/")
	if text := o.print(stampdesk.Print{Document: stampdesk.ReturnList, Batch: batch}); strings.Contains(text, "TẠM") || strings.Contains(text, "IN LẠI") {
		t.Errorf("the first that is final\n%s", text)
	}
}

// Names stand on paper only: no order, and no name of a job, holds one.
func TestOrdersNameNobody(t *testing.T) {
	o := newOffice(t)
	batch := o.do(stampdesk.OpenBatch{Unit: "P01"}).Entry.Batch
	o.do(stampdesk.SetAside{Card: 31000003, Act: stampdesk.ActHeld, Reason: stampdesk.ReasonDataDiffer})
	for _, q := range []stampdesk.Print{
		{Document: stampdesk.HeldSlip, Card: 31000003}, {Document: stampdesk.Receipt, Batch: batch}, {Document: stampdesk.IntakeSheet, Batch: batch}, {Document: stampdesk.RenewalList},
	} {
		if e := fmt.Sprintf("%+v", *o.do(q).Entry); strings.Contains(e, "Đảng viên") {
			t.Errorf("the order of %s names a member: %s", q.Document, e)
		}
	}
}

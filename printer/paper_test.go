package printer

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"stampdesk"
	"stampdesk/store/storetest"
)

// The zone of the desk; the papers of the tests must not depend on that of the machine.
var vietnam = time.FixedZone("ICT", 7*60*60)

func TestMain(m *testing.M) {
	time.Local = vietnam
	os.Exit(m.Run())
}

func TestPaperWordsAreThere(t *testing.T) {
	for _, l := range []stampdesk.Lang{stampdesk.Vietnamese, stampdesk.English} {
		v := reflect.ValueOf(*wordsIn(l))
		for _, field := range reflect.VisibleFields(v.Type()) {
			if field.Anonymous {
				continue
			}
			name := string(l) + " " + field.Name
			switch f := v.FieldByIndex(field.Index); f.Kind() {
			case reflect.String:
				if strings.TrimSpace(f.String()) == "" {
					t.Errorf("%s is empty", name)
				}
			default:
				if f.Len() == 0 {
					t.Errorf("%s is empty", name)
				}
				for k := range f.Len() {
					if f.Index(k).String() == "" {
						t.Errorf("%s[%d] is empty", name, k)
					}
				}
			}
		}
	}
}

func TestFigures(t *testing.T) {
	for _, tc := range []struct {
		n      int
		vi, en string
	}{{0, "0", "0"}, {999, "999", "999"}, {1000, "1.000", "1,000"}, {16560, "16.560", "16,560"}, {-1234567, "-1.234.567", "-1,234,567"}} {
		if vi, en := number(tc.n, stampdesk.Vietnamese), number(tc.n, stampdesk.English); vi != tc.vi || en != tc.en {
			t.Errorf("number(%d) = %s, %s; want %s, %s", tc.n, vi, en, tc.vi, tc.en)
		}
	}
}

func TestMark(t *testing.T) {
	for _, tc := range []struct {
		m           Meta
		draft, want string
	}{
		{Meta{Copy: 1}, "", ""},
		{Meta{Copy: 1}, "TẠM", "TẠM"},
		{Meta{Copy: 2}, "", "BẢN IN LẠI (lần 2)"},
		{Meta{Copy: 2}, "TẠM", "TẠM · BẢN IN LẠI (lần 2)"},
		{Meta{Copy: 1, Again: true}, "", "BẢN IN LẠI (sau sự cố)"},
		{Meta{Copy: 3, Again: true}, "", "BẢN IN LẠI (lần 3, sau sự cố)"},
		{Meta{Copy: 2, Lang: stampdesk.English}, "", "REPRINT (2)"},
	} {
		if got := strings.ReplaceAll(tc.m.mark(tc.draft), string(noBreak), " "); got != tc.want {
			t.Errorf("mark of %+v is %q, want %q", tc.m, got, tc.want)
		}
	}
}

func meta(l stampdesk.Lang) Meta {
	return Meta{
		Lang: l,
		Board: stampdesk.Board{
			Upper: "HUYỆN ỦY HOÀNG SU PHÌ", Name: "BAN TỔ CHỨC", Place: "Hoàng Su Phì", Symbol: "-DS/BTC",
		},
		Round: stampdesk.Round{Ordinal: 4, Box: 4, CardBoxes: 4},
		Desk:  "B1", By: "Lò Thị Mẩy", At: time.Date(2021, 5, 9, 16, 42, 0, 0, vietnam), Number: "B1/1234", Copy: 1,
	}
}

func stood(card stampdesk.CardNumber, cell, name string, act stampdesk.Act, r stampdesk.Reason, boxes ...int) stampdesk.Item {
	return stampdesk.Item{
		Card: card, Class: stampdesk.Ours, Unit: "TC017", Name: name, Cell: cell,
		Standing: stampdesk.Standing{Act: act, Reason: r, Boxes: stampdesk.BoxesOf(boxes...)},
	}
}

// balance is a batch with a card in every place there is.
func balance() stampdesk.Balance {
	const one, two, ten = "Chi bộ 1", "Chi bộ 2", "Chi bộ 10"
	b := stampdesk.Balance{
		Batch: stampdesk.Batch{
			ID: "B1-017", Round: 4, Unit: "TC017", State: stampdesk.BatchReturned, By: "Hoàng Văn Phủ", Count: 17,
			Decision: stampdesk.Decision{No: "123-QĐ/HU", Date: stampdesk.Date{Year: 2021, Month: 4, Day: 28}},
		},
		Unit:     stampdesk.UnitInfo{Unit: stampdesk.Unit{Code: "TC017", Name: "Đảng bộ xã Nậm Ty, huyện Hoàng Su Phì"}},
		Expected: 18, Extra: 2,
		Seen: []stampdesk.Item{
			stood(31000412, one, "Nguyễn Thị Phương Thảo Nguyên Ngọc", stampdesk.ActStamped, "", 4),
			stood(31000413, one, "Đặng Quốc Ưu", stampdesk.ActStamped, "", 4),
			stood(31000414, one, "Huỳnh Thị Ngọc Ẩn", stampdesk.ActHeld, stampdesk.ReasonNotListed),
			stood(31000415, one, "Vừ Mí Kẻ", stampdesk.ActReportedDamaged, stampdesk.ReasonDamaged),
			stood(31000416, one, "Lý Ỷ", stampdesk.ActReportedLost, stampdesk.ReasonLost),
			stood(31001001, ten, "Trương Thị Ngọc Ẵm", stampdesk.ActStamped, "", 3, 4),
			stood(31001002, ten, "Ngô Đình Nhưỡng", stampdesk.ActRefused, stampdesk.ReasonDeceased),
			stood(31001003, ten, "Giàng A Pó", stampdesk.ActHeld, stampdesk.ReasonLost),
			stood(31001101, two, "Nguye\u0302\u0303n Va\u0306n Tưởng", stampdesk.ActStamped, "", 4),
			stood(31001102, two, "Hoàng Phủ Ngọc Tường Vy Khánh Đoan", stampdesk.ActRefused, stampdesk.ReasonExpelled),
			stood(31001103, two, "Phàn Mùi Pham", stampdesk.ActRefused, stampdesk.ReasonProbationary),
			stood(31001104, two, "Sùng Thị Dợ", stampdesk.ActIncident, stampdesk.ReasonSpoiled),
			stood(31001105, two, "Vàng Thị Mỷ", stampdesk.ActReportedUncollected, stampdesk.ReasonUncollected+".nam_vien"),
			stood(31000422, one, "Vàng Seo Lử", stampdesk.ActStamped, "", 2, 3, 4),
			stood(57000001, "", "", stampdesk.ActHeld, stampdesk.ReasonUnknown),
			stood(31005005, "Chi bộ Trường Phổ thông dân tộc bán trú Trung học cơ sở", "Tẩn Láo Tả", stampdesk.ActHeld, stampdesk.ReasonOtherUnit),
		},
		Missing: []stampdesk.Item{
			stood(31000420, one, "Tải Đình Kiên", 0, stampdesk.ReasonUncollected),
			stood(31000421, one, "Lèng Văn Sơn", 0, stampdesk.ReasonAbroad),
			stood(31001120, two, "Xin Thị Sửu", 0, stampdesk.ReasonUncollected),
			stood(31001121, two, "Cháng Văn Mìn", 0, stampdesk.ReasonUncollected),
		},
	}
	b.Seen[13].Class = stampdesk.Renewed
	b.Seen[14].Class, b.Seen[14].Unit = stampdesk.Other, ""
	b.Seen[15].Unit = "TC018"
	return b
}

func tally() stampdesk.Tally {
	return stampdesk.Tally{ // Long Biên, 20/5/2021, but for the last lines
		Headcount:   stampdesk.Headcount{Official: 16603, Probationary: 283, WithCard: 16560},
		WithoutCard: 43, WithoutCardBy: map[stampdesk.Reason]int{stampdesk.ReasonMovedIn: 20, stampdesk.ReasonNewlyOfficial: 23},
		Proposed: 16239,
		Stamped:  16036, Damaged: 104, Lost: 217, Uncollected: 203,
		UncollectedBy: map[stampdesk.Reason]int{stampdesk.ReasonUncollected: 150, stampdesk.ReasonUncollected + ".lu_lan": 53},
		DamagedBy:     map[stampdesk.Reason]int{stampdesk.ReasonDamaged: 101, stampdesk.ReasonSpoiled: 3},
		Relaminated:   1204, Late: 12, Overridden: 4, Voided: 31, Exchanged: 88,
		Remarks:  map[stampdesk.Reason]int{stampdesk.ReasonBadCare: 7, stampdesk.ReasonMisuse: 1},
		NewCards: stampdesk.Handled{Stamped: 80, Held: 1},
		Boxes:    map[int]int{3: 2, 4: 16036},
		Guests:   stampdesk.Handled{Stamped: 14, Relaminated: 2, Held: 1},
		Heads: []stampdesk.Head{
			{Desk: "B1", Seq: 17322, Chain: stampdesk.Hash{0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef, 0xff}},
			{Desk: "B2", Seq: 9},
		},
	}
}

func papers(l stampdesk.Lang) map[string]Doc {
	unit := stampdesk.Unit{Code: "TC017", Name: "Đảng bộ xã Nậm Ty, huyện Hoàng Su Phì"}
	draft := balance()
	draft.Batch.State, draft.Batch.Decision = stampdesk.BatchOpen, stampdesk.Decision{}
	handover := Handover{At: time.Date(2021, 5, 10, 8, 15, 0, 0, vietnam), From: "Lò Thị Mẩy", To: "Nguyễn Thị Phương Thảo Nguyên Ngọc"}
	again := meta(l)
	again.Copy, again.Again = 2, true
	return map[string]Doc{
		"returnlist":       ReturnListDoc(balance(), 3, handover, meta(l)),
		"returnlist-draft": ReturnListDoc(draft, 3, Handover{}, again),
		"tally":            TallyDoc(tally(), Scope{}, meta(l)),
		"tally-batch":      tallyDoc(tally(), Scope{Unit: unit, Batch: "B1-017"}, divided(l), meta(l)),
		"shift":            ShiftSheetDoc(shift(l), meta(l)),
		"shift-draft":      ShiftSheetDoc(draftShift(l), again),
		"chase":            ChaseListDoc(chased(9), unit, nil, meta(l)),
		"chase-all":        ChaseListDoc(chased(60), stampdesk.Unit{}, units, meta(l)),
		"receipt":          ReceiptDoc(received(), meta(l)),
		"receipt-draft":    ReceiptDoc(bareReceived(), again),
		"held":             HeldSlipDoc(kept(), meta(l)),
		"held-void":        HeldSlipDoc(KeptCard{HeldCard: stampdesk.HeldCard{Item: stampdesk.Item{Card: 31000414}}}, meta(l)),
		"renewals":         RenewalListDoc(renewals(), stampdesk.Unit{}, units, meta(l)),
		"renewals-draft":   RenewalListDoc(renewals()[:3], unit, units, again),
		"intake":           IntakeDoc(intake(), meta(l)),
		"intake-draft":     IntakeDoc(intakeOfRoster(), again),
		"commands":         CommandSheetDoc(meta(l)),
		"guest":            GuestSlipDoc(guest(), meta(l)),
		"guest-void":       GuestSlipDoc(GuestStamp{Card: 12004711, Name: "Lò Thị Ẩn", Host: unit.Name}, meta(l)),
	}
}

func divided(l stampdesk.Lang) shares {
	part := func(key string, stamped, relaminated, held, voided int) stampdesk.Part {
		return stampdesk.Part{Key: key, Tally: stampdesk.Tally{
			Stamped: stamped, Relaminated: relaminated, Held: held, Voided: voided, Guests: stampdesk.Handled{Stamped: 2},
		}}
	}
	return shares{
		units: []share{
			{"Đảng bộ xã Nậm Ty, huyện Hoàng Su Phì", part("TC017", 1203, 80, 1, 0)},
			{wordsIn(l).noUnit, stampdesk.Part{Tally: stampdesk.Tally{Outside: stampdesk.Handled{Held: 1}}}},
		},
		people: []share{
			{"Lò Thị Mẩy", part("OP1", 900, 70, 0, 1)},
			{"Nguyễn Thị Phương Thảo Nguyên Ngọc", part("OP2", 303, 10, 1, 0)},
		},
	}
}

func shift(l stampdesk.Lang) ShiftReport {
	begun := time.Date(2021, 5, 9, 7, 31, 0, 0, vietnam)
	fact := func(name, value string) stampdesk.Fact { return stampdesk.Fact{Name: name, Value: value} }
	head := stampdesk.Head{Desk: "B1", Seq: 1233, Chain: stampdesk.Hash{0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef, 0xff}}
	held := func(card stampdesk.CardNumber, r stampdesk.Reason, note string) stampdesk.HeldCard {
		it := stood(card, "Chi bộ 1", "Huỳnh Thị Ngọc Ẩn", stampdesk.ActHeld, r)
		it.Note = note
		return stampdesk.HeldCard{Item: it}
	}
	t := tally()
	t.WithCard, t.UncollectedBy, t.Uncollected, t.Remaining, t.Lost = 16140, nil, 0, 0, 0
	return ShiftReport{
		Shift: stampdesk.Shift{
			Desk: "B1", ID: 3,
			Begun: stampdesk.Entry{
				Key: stampdesk.EntryKey{Desk: "B1", Seq: 801}, At: begun, Operator: "OP1",
				Facts: []stampdesk.Fact{fact(stampdesk.FactHeld, "3"), fact(stampdesk.FactCount, "3"), fact(stampdesk.FactName, "ca sáng")},
			},
			Ended: &stampdesk.Entry{
				Key: stampdesk.EntryKey{Desk: "B1", Seq: 1233}, At: begun.Add(4 * time.Hour), Operator: "OP2", Note: "một thẻ đang ở chỗ giám sát",
				Facts: []stampdesk.Fact{fact(stampdesk.FactHeld, "4"), fact(stampdesk.FactCount, "3")},
			},
		},
		Tally: t, by: divided(l), Head: head,
		Held: []stampdesk.HeldCard{
			held(31000414, stampdesk.ReasonNotListed, ""), held(31001003, stampdesk.ReasonLost, ""),
			held(57000001, stampdesk.ReasonUnknown, ""), held(31000430, stampdesk.ReasonOther, "ảnh trên thẻ bị bong, chờ hỏi đơn vị"),
		},
		Names: map[stampdesk.PersonID]string{"OP1": "Lò Thị Mẩy", "OP2": "Nguyễn Thị Phương Thảo Nguyên Ngọc"},
	}
}

// draftShift is one that is on, in which nothing was done.
func draftShift(l stampdesk.Lang) ShiftReport {
	r := shift(l)
	r.Shift.Begun.Facts = r.Shift.Begun.Facts[:1]
	r.Shift.Ended, r.Tally, r.by, r.Held, r.Names = nil, stampdesk.Tally{}, shares{}, nil, nil
	return r
}

var units = map[stampdesk.UnitCode]string{
	"TC017": "Đảng bộ xã Nậm Ty, huyện Hoàng Su Phì", "TC018": "Đảng bộ Trường Phổ thông dân tộc nội trú Hoàng Su Phì",
}

// chased are n cards of two units; with few cards all are of one.
func chased(n int) []stampdesk.Chased {
	names := []string{"Nguyễn Thị Phương Thảo Nguyên Ngọc", "Vừ Mí Kẻ", "Hoàng Phủ Ngọc Tường Vy Khánh Đoan", "Lý Ỷ"}
	reasons := []stampdesk.Reason{
		stampdesk.ReasonUncollected + ".nam_vien", stampdesk.ReasonUncollected, stampdesk.ReasonUncollected + ".khac",
		stampdesk.ReasonAbroad, stampdesk.ReasonUncollected + ".cong_tac",
	}
	var all []stampdesk.Chased
	for i := range n {
		it := stood(stampdesk.CardNumber(31000500+i), fmt.Sprintf("Chi bộ %d", 1+i%11), names[i%len(names)], stampdesk.ActReportedUncollected, reasons[i%len(reasons)])
		it.Standing.At, it.Standing.Batch = time.Date(2021, 5, 8, 20, 0, 0, 0, time.UTC), "B1-017"
		if i%len(reasons) == 2 {
			it.Note, it.Standing.Batch = "chuyển công tác, hẹn mang đến sau", ""
		}
		c := stampdesk.Chased{Item: it, Brings: "TC017"}
		if i >= 40 {
			c.Brings = "TC018"
		}
		all = append(all, c)
	}
	return all
}

func guest() GuestStamp {
	return GuestStamp{
		Card: 12004711, Name: "Nguyễn Thị Phương Thảo Nguyên Ngọc", Home: "Đảng bộ phường Ngọc Thụy, quận Long Biên, Hà Nội",
		Host: "Đảng bộ xã Nậm Ty, huyện Hoàng Su Phì",
		Entry: stampdesk.Entry{
			Key: stampdesk.EntryKey{Desk: "B1", Seq: 1120}, At: time.Date(2021, 5, 9, 3, 4, 0, 0, time.UTC), Boxes: stampdesk.BoxesOf(4),
			Chain: stampdesk.Hash{0xfe, 0xdc, 0xba, 0x98, 0x76, 0x54, 0x32, 0x10, 0xff},
		},
		Decision: balance().Batch.Decision,
	}
}

// alone is for tests in which nothing runs beside anything: under the race detector they take ten times as long, and it
// has nothing to see.
func alone(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("not in a short run: nothing runs beside anything here")
	}
}

func TestPapers(t *testing.T) {
	alone(t)
	t.Parallel()
	for _, p := range widths(t) {
		r := renderer(t, p)
		for _, l := range []stampdesk.Lang{stampdesk.Vietnamese, stampdesk.English} {
			for name, doc := range papers(l) {
				lines := Layout(doc, p.Columns())
				check(t, lines, p.Columns())
				file := "paper-" + name + "-" + string(l) + strings.TrimPrefix(p.ID, "generic")
				golden(t, file+".txt", []byte(PlainText(lines)))
				if strings.HasSuffix(name, "-draft") || strings.HasSuffix(name, "-void") {
					continue // the same picture but for a few words
				}
				var picture bytes.Buffer
				if err := r.Job(name, doc).PNG(&picture); err != nil {
					t.Fatal(err)
				}
				golden(t, file+".png", picture.Bytes())
			}
		}
	}
}

func TestPapersForTheScreen(t *testing.T) {
	for _, l := range []stampdesk.Lang{stampdesk.Vietnamese, stampdesk.English} {
		doc := TallyDoc(tally(), Scope{}, Meta{Lang: l, Round: stampdesk.Round{Ordinal: 4}})
		golden(t, "screen-tally-"+string(l)+".txt", []byte(doc.Text(60)))
		work := TallyDoc(stampdesk.Tally{}, Scope{Desk: "B1", Shift: 3, Operator: "Lò Thị Mẩy"}, Meta{Lang: l})
		golden(t, "screen-work-"+string(l)+".txt", []byte(work.Text(60)))
	}
	for _, doc := range []Doc{TallyDoc(tally(), Scope{}, Meta{}), ReturnListDoc(balance(), 0, Handover{}, Meta{})} {
		if text := doc.Text(60); strings.Contains(text, "ĐẢNG CỘNG SẢN") || strings.Contains(text, "ghi rõ họ tên") || doc.Head != nil {
			t.Errorf("a document for the screen has a header or a place to sign:\n%s", text)
		}
	}
}

// Every card is on the paper exactly once, but for those that nobody has.
func TestReturnListHoldsEveryCard(t *testing.T) {
	text := ReturnListDoc(balance(), 3, Handover{}, meta(stampdesk.Vietnamese)).Text(26)
	b := balance()
	for _, it := range append(b.Seen, b.Missing...) {
		want := 1
		if it.Standing.Act == stampdesk.ActReportedLost {
			want = 0
		}
		if n := strings.Count(text, it.Card.String()); n != want {
			t.Errorf("card %v is on the paper %d times, want %d", it.Card, n, want)
		}
	}
	if !strings.Contains(text, "phong bì: 7") {
		t.Errorf("want 7 cards in the envelope: 4 stamped, a new one and 2 not\n%s", text)
	}
}

func TestCompose(t *testing.T) {
	s := desk(t)
	member := storetest.Roster(30).Members[0]
	storetest.Record(t, s, stampdesk.Entry{
		Key: stampdesk.EntryKey{Desk: "B1"}, Round: 4, At: storetest.Noon, Operator: "lan", Act: stampdesk.ActStamped,
		Card: member.Card, Issue: stampdesk.FirstIssue, Class: stampdesk.Ours, Unit: "TC001", Batch: "B1-001",
		Boxes: stampdesk.BoxesOf(4),
	}, nil, nil)
	lost := []stampdesk.Line{{Card: storetest.Card(2), Class: stampdesk.Ours, Unit: "TC001"}}
	storetest.Record(t, s, stampdesk.Entry{
		Key: stampdesk.EntryKey{Desk: "B1"}, Round: 4, At: storetest.Noon, Operator: "lan", Act: stampdesk.ActListLoaded,
		Unit: "TC001", Batch: "B1-001", Facts: []stampdesk.Fact{{Name: stampdesk.FactForm, Value: "4"}},
	}, lost, nil)
	printed := func(kind, copies string, batch stampdesk.BatchID) *stampdesk.Entry {
		e := act(t, s, stampdesk.ActPrinted, stampdesk.Fact{Name: stampdesk.FactKind, Value: kind},
			stampdesk.Fact{Name: stampdesk.FactCopy, Value: copies})
		if e.Batch = batch; batch == "" {
			e.Unit = ""
		}
		return &e
	}
	compose := func(e *stampdesk.Entry) (doc Doc, err error) {
		storetest.View(t, s, func(snap stampdesk.Snapshot) error {
			doc, err = Compose(snap, &stampdesk.PrintJob{Order: *e}, stampdesk.Vietnamese, small())
			return nil
		})
		return doc, err
	}
	for _, tc := range []struct {
		order *stampdesk.Entry
		want  []string
	}{
		{printed("return-list", "1", "B1-001"), []string{
			"*** TẠM ***", "DANH SÁCH TRẢ THẺ", "TỈNH ỦY NGÔI SAO", "Ngôi Sao, ngày 20 tháng 4 năm 2021", "lần thứ tư",
			"Đơn vị số 1", "chưa có", member.Card.String() + " " + member.Name, "Mất (mẫu 4)" + strings.Repeat(" ", 48) + "1",
			"phong bì: 1", "19:00 20/04/2021 · Lò Thị Lan", "Bản in B1/4", "|||| SD-B-B1-001",
		}},
		{printed("tally", "2", "B1-001"), []string{"*** BẢN IN LẠI (lần 2) ***", "Đơn vị số 1", "B1-001", "B1/5 "}},
		{printed("tally", "", ""), []string{"toàn đợt", "Đóng vào ô 4"}},
	} {
		doc, err := compose(tc.order)
		if err != nil {
			t.Error(err)
			continue
		}
		text := doc.Text(60)
		for _, want := range tc.want {
			if !strings.Contains(text, want) {
				t.Errorf("order %v: %q is not on the paper\n%s", tc.order.Key, want, text)
			}
		}
	}
	if _, err := compose(printed("return-list", "1", "B1-009")); !errors.Is(err, stampdesk.ErrNotFound) {
		t.Errorf("a batch that is gone: %v", err)
	}
	if _, err := compose(printed("poster", "1", "B1-001")); err == nil || !strings.Contains(err.Error(), "poster") {
		t.Errorf("a document that nobody knows: %v", err)
	}
}

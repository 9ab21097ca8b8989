package printer

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"stampdesk"
)

// received is a batch in which nothing agrees: one card too few, and a list that is shorter than declared.
func received() stampdesk.Received {
	b := balance().Batch
	b.State, b.Count, b.Opened = stampdesk.BatchOpen, 16, time.Date(2021, 5, 8, 1, 30, 0, 0, time.UTC)
	b.Declared = stampdesk.Declared{
		"members": 24, "official": 22, "probationary": 2, "with_card": 21, "without_card": 1, "proposed": 17, "damaged": 2, "lost": 1, "uncollected": 1,
	}
	for f := stampdesk.FormStamp; f <= stampdesk.FormCardless; f++ {
		b.Lists.Set(f, stampdesk.EntryKey{Desk: "B1", Seq: uint64(f)})
	}
	return stampdesk.Received{Batch: b, Unit: balance().Unit.Unit, Lines: [4]int{15, 2, 1, 1}, Photos: 5, Accounts: 1}
}

// bareReceived is a batch of which nothing is known but its unit.
func bareReceived() stampdesk.Received {
	b := stampdesk.Batch{ID: "B1-018", Unit: "TC018", Kind: stampdesk.Supplementary, Opened: time.Date(2021, 5, 8, 1, 30, 0, 0, time.UTC)}
	return stampdesk.Received{Batch: b, Unit: stampdesk.Unit{Code: "TC018", Name: units["TC018"]}}
}

func kept() KeptCard {
	k := KeptCard{Round: 4, Unit: units["TC017"], By: "Nguyễn Thị Phương Thảo Nguyên Ngọc"}
	k.HeldCard = stampdesk.HeldCard{Round: 4, Issue: 1, Item: stood(31000414, "Chi bộ 1", "Huỳnh Thị Ngọc Ẩn", stampdesk.ActHeld, stampdesk.ReasonDataDiffer)}
	k.Standing.Batch = "B1-017"
	k.Entry = stampdesk.Entry{
		Key: stampdesk.EntryKey{Desk: "B1", Seq: 1190}, At: time.Date(2021, 5, 9, 3, 4, 0, 0, time.UTC),
		Note: "ngày sinh trên thẻ là 12/04/1961, hồ sơ ghi 04/12/1961",
	}
	return k
}

func renewals() []stampdesk.Renewal {
	one := func(card stampdesk.CardNumber, cell, name string, act stampdesk.Act, why stampdesk.Reason) stampdesk.Renewal {
		it := stood(card, cell, name, stampdesk.ActReportedDamaged, why)
		return stampdesk.Renewal{Item: it, Issue: 1, Act: act, Why: why, Due: stampdesk.BoxesOf(3, 4)}
	}
	all := []stampdesk.Renewal{
		one(31001104, "Chi bộ 10", "Sùng Thị Dợ", stampdesk.ActExchanged, stampdesk.ReasonSpoiled),
		one(31000415, "Chi bộ 2", "Vừ Mí Kẻ", stampdesk.ActExchanged, stampdesk.ReasonDamaged),
		one(31000416, "Chi bộ 1", "Nguyễn Thị Phương Thảo Nguyên Ngọc", stampdesk.ActReissued, stampdesk.ReasonLost),
		one(31000417, "Chi bộ 1", "Lý Ỷ", stampdesk.ActReissued, stampdesk.ReasonOther),
		one(31005005, "", "Tẩn Láo Tả", stampdesk.ActReissued, ""),
		one(12004711, "Chi bộ 3", "Vàng Thị Khách", stampdesk.ActReissued, stampdesk.ReasonLost),
		one(31005006, "Chi bộ 1", "Giàng A Pó", stampdesk.ActExchanged, stampdesk.ReasonDamaged),
	}
	all[0].Papers, all[0].Complete = stampdesk.Papers{Photos: 2}, true
	all[1].New, all[1].Stamped = stampdesk.Plastic{Card: 31900501, Issue: 1}, true
	all[2].Papers = stampdesk.Papers{Photos: 1}
	all[3].Papers, all[3].Complete, all[3].Note, all[3].Due = stampdesk.Papers{Photos: 2, Statement: true}, true, "lũ cuốn trôi nhà", 0
	all[4].Unit, all[4].New = "TC018", stampdesk.Plastic{Card: 31900502, Issue: 1}
	all[5].Unit, all[5].Guest = "", true
	all[6].Unit = "TC018"
	return all
}

func intake() Intake {
	in := Intake{Unit: balance().Unit.Unit, Batch: "B1-017"}
	for i, it := range append(balance().Seen[:6], balance().Seen[14]) {
		in.Cards = append(in.Cards, stampdesk.ListedCard{Form: stampdesk.FormStamp, Seq: i + 1, Card: it.Card, Name: it.Name, Cell: it.Cell})
	}
	return Intake{Unit: in.Unit, Batch: in.Batch, Cards: append(in.Cards,
		stampdesk.ListedCard{Form: stampdesk.FormDamaged, Seq: 1, Card: 31000415, Name: "Vừ Mí Kẻ", Cell: "Chi bộ 1"},
		stampdesk.ListedCard{Form: stampdesk.FormLost, Seq: 1, Card: 31000416, Name: "Lý Ỷ", Cell: "Chi bộ 1"},
	)}
}

func intakeOfRoster() Intake {
	in := Intake{Unit: balance().Unit.Unit}
	for i, name := range []string{"Nguyễn Văn Ước", "Đặng Thị Ân", "Nguyễn Văn Ảnh", "Lò Văn Dũng", "Lò Văn Đức", "Lò Văn Anh"} {
		in.Cards = append(in.Cards, stampdesk.ListedCard{Card: stampdesk.CardNumber(31000500 + i), Name: name, Cell: []string{"Chi bộ 10", "Chi bộ 2"}[i%2]})
	}
	return in
}

func TestIntakeSheetGoesByTheListOrElseByCellAndGivenName(t *testing.T) {
	order := func(in Intake) (names []string) {
		for line := range strings.SplitSeq(IntakeDoc(in, meta(stampdesk.Vietnamese)).Text(80), "\n") {
			for _, c := range in.Cards {
				if c.Name != "" && strings.HasSuffix(line, c.Card.String()+" "+c.Name) {
					names = append(names, c.Name)
				}
			}
		}
		return names
	}
	want := "Lò Văn Anh, Đặng Thị Ân, Lò Văn Dũng, Nguyễn Văn Ảnh, Lò Văn Đức, Nguyễn Văn Ước"
	if got := strings.Join(order(intakeOfRoster()), ", "); got != want {
		t.Errorf("by the roster: %s\nwant %s", got, want)
	}
	in := Intake{Batch: "B1-017"}
	for i, name := range []string{"Vừ Mí Kẻ", "Lý Ỷ", "An"} {
		in.Cards = append(in.Cards, stampdesk.ListedCard{Form: stampdesk.FormStamp, Seq: i + 1, Card: stampdesk.CardNumber(31000500 + i), Name: name, Cell: fmt.Sprint("Chi bộ ", 3-i%2)})
	}
	if got := strings.Join(order(in), ", "); got != "Vừ Mí Kẻ, Lý Ỷ, An" {
		t.Errorf("by the list: %s", got)
	}
}

func TestReceiptSaysWhatDoesNotAgree(t *testing.T) {
	text := func(change func(*stampdesk.Received)) string {
		r := received()
		change(&r)
		return strings.Join(strings.Fields(ReceiptDoc(r, meta(stampdesk.Vietnamese)).Text(60)), " ")
	}
	for _, tc := range []struct {
		name   string
		change func(*stampdesk.Received)
		want   string
		not    string
	}{
		{"too few", func(*stampdesk.Received) {}, "Đếm được 16 thẻ, mẫu 2 và mẫu 3 có 17 thẻ: thiếu 1 thẻ. Mẫu 2 có 15 dòng, đơn vị kê khai 17.", "khớp"},
		{"too many", func(r *stampdesk.Received) { r.Batch.Count = 1019 }, "Đếm được 1.019 thẻ, mẫu 2 và mẫu 3 có 17 thẻ: thừa 1.002 thẻ.", "khớp"},
		{"as many", func(r *stampdesk.Received) { r.Batch.Count = 17; r.Batch.Declared = nil }, "Đếm được 17 thẻ, khớp với mẫu 2 và mẫu 3.", "kê khai 17"},
		{"not counted", func(r *stampdesk.Received) { r.Batch.Count = 0 }, "Đếm bằng tay: chưa đếm", "Đếm được"},
		{"no list", func(r *stampdesk.Received) { r.Batch.Lists = stampdesk.Lists{}; r.Lines = [4]int{} }, "Mẫu 2 đóng dấu chưa có 17", "Đếm được"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := text(tc.change); !strings.Contains(got, tc.want) || strings.Contains(got, tc.not) {
				t.Errorf("want %q and not %q\n%s", tc.want, tc.not, got)
			}
		})
	}
}

func TestHeldSlipOffersWhatASupervisorMayDecide(t *testing.T) {
	for _, tc := range []struct {
		name   string
		change func(*KeptCard)
		want   string
	}{
		{"of a member", func(*KeptCard) {}, "permit giveBack exchange release"},
		{"of nobody", func(k *KeptCard) { k.Name, k.Standing.Reason = "", stampdesk.ReasonUnknown }, "giveBack exchange release"},
		{"of one who left", func(k *KeptCard) { k.Standing.Reason = stampdesk.ReasonVoidIssue }, "giveBack exchange release"},
		{"astray", func(k *KeptCard) { k.Astray = true }, "giveBack release"},
		{"of an earlier round", func(k *KeptCard) { k.HeldCard.Round = 3 }, "giveBack release"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			k := kept()
			tc.change(&k)
			w := wordsIn(stampdesk.Vietnamese)
			text := HeldSlipDoc(k, meta(stampdesk.Vietnamese)).Text(84)
			var got []string
			for _, way := range []struct{ name, words string }{{"permit", w.permit}, {"giveBack", w.giveBack}, {"exchange", w.exchangeIt}, {"release", w.release}} {
				if strings.Contains(text, "□ "+way.words) {
					got = append(got, way.name)
				}
			}
			if strings.Join(got, " ") != tc.want {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
}

// Every barcode of every paper reads as what it stands for, from the dots that go to the head.
func TestEveryBarcodeOnPaperReads(t *testing.T) {
	want := map[string]int{"receipt": 1, "held": 1, "intake": len(intake().Cards), "commands": len(stampdesk.CommandWords()), "returnlist": 1}
	for _, p := range widths(t) {
		r := renderer(t, p)
		for name, doc := range papers(stampdesk.Vietnamese) {
			n := 0
			for _, line := range Layout(doc, p.Columns()) {
				if line.Kind != Bars {
					continue
				}
				n++
				if got, err := readCode128(r.Draw([]Line{line}).Bitmap, 50); err != nil || got != line.Code {
					t.Errorf("%s on %s: %q reads %q, %v", name, p.ID, line.Code, got, err)
				}
			}
			if w, ok := want[name]; ok && n != w {
				t.Errorf("%s on %s has %d barcodes, want %d", name, p.ID, n, w)
			}
		}
	}
}

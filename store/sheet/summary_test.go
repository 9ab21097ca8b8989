package sheet

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"stampdesk"
)

func TestSummary(t *testing.T) {
	var b strings.Builder
	b.WriteString("Số TĐV,Họ và tên,Mã đơn vị,Số LL\n")
	for i := range 2500 {
		fmt.Fprintf(&b, "%d,Tạ Nắng %d,A,x\n", 1000001+i, i)
	}
	b.WriteString("31000001,,A,123456HN\n")
	f := readRoster(t, b.String())
	for lang, want := range map[stampdesk.Lang][]string{
		stampdesk.Vietnamese: {
			"2500 dòng, cột “Số TĐV”: thiếu số 0 ở đầu (dòng 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …).",
			"Dòng 2502, cột “Họ và tên”: thiếu họ và tên. Ghi đủ họ và tên.",
			"2500 dòng, cột “Số LL”: không giống số lý lịch (dòng 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …).",
			"2499 dòng, cột “Số LL”: số lý lịch trùng nhau (dòng 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, …).",
		},
		stampdesk.English: {
			"2500 rows, column “Số TĐV”: the leading 0 is missing (lines 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …).",
			"Line 2502, column “Họ và tên”: the name is missing. Fill it in.",
			"2500 rows, column “Số LL”: not like a record number (lines 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …).",
			"2499 rows, column “Số LL”: record numbers that an earlier row has (lines 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, …).",
		},
	} {
		var got []string
		for _, s := range f.Summary() {
			got = append(got, s.Text(lang))
		}
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("\n got %s\nwant %s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
	if s := f.Summary(); s[0].Warning || !s[3].Warning || s[0].Count != 2500 {
		t.Error(s)
	}
}

func TestManyProblemsOfAKindAreToldAsOne(t *testing.T) {
	f := readWith(t, "Số thẻ,Họ và tên\n"+strings.Repeat("1,Tạ Nắng\n", Alike)+"3100001,Tạ Mưa\n", Options{Unit: "A"})
	if got := f.Told(false, stampdesk.Vietnamese); len(got) != Alike+1 || f.ProblemCount != Alike+1 {
		t.Errorf("%d of %d: %q", len(got), f.ProblemCount, got)
	}
	f = readWith(t, "Số thẻ,Họ và tên\n"+strings.Repeat("1,Tạ Nắng\n", Alike+1)+"3100001,Tạ Mưa\n", Options{Unit: "A"})
	got := f.Told(false, stampdesk.Vietnamese)
	if want := "21 dòng, cột “Số thẻ”: số thẻ thiếu chữ số (dòng 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …)."; len(got) != 2 || got[0] != want {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
}

func TestClashesStandBesideTheirRows(t *testing.T) {
	f := readWith(t, "Số TĐV,Họ tên,Ngày sinh\n31000001,Tạ Nắng,1960\n\n31000002,Tạ Mưa,1961\n", Options{Unit: "A"})
	if f.Line(0) != 2 || f.Line(1) != 4 {
		t.Error(f.Line(0), f.Line(1))
	}
	f.AddClashes([]stampdesk.Clash{
		{Kind: stampdesk.ClashPerson, At: 0, With: stampdesk.Member{Card: 31000009, Name: "Tạ Nắng", Birth: day(0, 0, 1960)}},
		{Kind: stampdesk.ClashCard, At: 1, With: stampdesk.Member{Card: 31000002, Name: "Lê Hạ", Birth: day(2, 9, 1945), Unit: "B"}},
		{Kind: stampdesk.ClashGuest, At: 1, With: stampdesk.Member{Card: 31000002, Name: "Tạ Mưa", Unit: "C", Host: "A"}},
	})
	const clash = "Dòng 4, cột “Số TĐV”: số thẻ 31.000002 đang là của Lê Hạ, 02/09/1945, B. Xem thẻ rồi sửa số sai; nếu người này đã chuyển đơn vị thì sửa danh sách của đơn vị kia trước."
	if got := texts(f.Problems); got != clash || f.ProblemCount != 1 {
		t.Error(got)
	}
	if got := texts(f.Warnings); f.WarningCount != 2 ||
		got != "Dòng 2, cột “Họ tên”: “Tạ Nắng, 1960” cùng họ tên và ngày sinh với 31.000009 trong danh sách đang dùng. Kiểm tra xem có phải một người không.\nDòng 4, cột “Số TĐV”: số thẻ 31.000002 là của Tạ Mưa, C, sinh hoạt tạm thời ở đơn vị này: giữ nguyên dòng của đơn vị quản lý." {
		t.Error(got)
	}
	var b bytes.Buffer
	if err := f.WriteErrors(&b, stampdesk.Vietnamese); err != nil {
		t.Fatal(err)
	}
	if want := bom + "Số TĐV,Họ tên,Ngày sinh,Lỗi\n31000001,Tạ Nắng,1960,\n31000002,Tạ Mưa,1961," + `"` + clash + "\"\n"; b.String() != want {
		t.Errorf("\n got %s\nwant %s", b.String(), want)
	}
	if s := f.Summary(); len(s) != 3 || s[0].Fault != FaultCardTaken {
		t.Error(s)
	}
}

func TestProblemsThatAreAddedKeepTheOrderOfTheFile(t *testing.T) {
	f := readWith(t, "Số thẻ,Họ và tên\n31000001,Tạ Nắng\n12,Tạ Mưa\n", Options{Unit: "A"})
	f.AddProblems(Problem{Fault: FaultCardTaken, Line: 2})
	if f.ProblemCount != 2 || f.Problems[0].Line != 2 || f.Problems[1].Line != 3 {
		t.Error(f.Problems)
	}
}

func TestReadingTellsHowFarItIsAndEndsWhenAsked(t *testing.T) {
	text := "Số thẻ,Họ và tên\n" + strings.Repeat(",Tạ Nắng\n", 5000)
	var done []int
	readWith(t, text, Options{Unit: "A", Progress: func(n, total int) {
		if n > total {
			t.Errorf("%d of %d", n, total)
		}
		done = append(done, n)
	}})
	if len(done) < 3 || done[len(done)-1] != 5000 {
		t.Error(done)
	}
	ctx, cancel := context.WithCancel(context.Background())
	f, err := ReadRoster(ctx, strings.NewReader(text), Options{Unit: "A", Progress: func(int, int) { cancel() }})
	if f != nil || !errors.Is(err, context.Canceled) {
		t.Error(f, err)
	}
}

package sheet

import (
	"bytes"
	"context"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"stampdesk"
	"stampdesk/store/sheet/charset"
)

// FuzzReadRoster reads anything. Whatever it is, problems lie inside the file,
// rows are good or have a problem, and a good roster reads back as written.
func FuzzReadRoster(f *testing.F) {
	f.Add([]byte(fixture(f, "roster.csv")))
	f.Add([]byte(fixture(f, "list3.csv")))
	f.Add([]byte("Số thẻ\tHọ và tên\tMã đơn vị\tGhi chú\r\n\t\"A\n\"\tx\t'=1\r\n"))
	f.Add([]byte(columnsOfFaults + ",Tạ \"Nắng\",A\n31000001,'-x,,,B,2000,dự bị,1,0,\n"))
	f.Add([]byte("\xFF\xFES\x00"))
	f.Add([]byte(asUTF16("Số thẻ\tHọ và tên\tMã đơn vị\r\t\"A\r\"\tx\r")))
	f.Add([]byte(inOldFont(fixture(f, "roster.csv"), inTCVN3)))
	f.Add([]byte(asBytes(f, inOldFont(fixture(f, "roster.csv"), inVNI))))
	f.Add([]byte(fixture(f, "register.csv")))
	f.Add([]byte("Số thẻ và tên"))
	f.Add([]byte("DANH SÁCH\nTT,Họ và tên,Ngày sinh,,Mã đơn vị,Số thẻ\n,,Nam,Nữ,,\n1,2,3,4,5,6\nChi bộ 1\n1,Tạ Nắng,1960,,A,\nTổng cộng: 1\nT/M CHI BỘ\n"))
	f.Add([]byte("Số thẻ,Họ đệm,Tên,\"Ngày vào Đảng, ngày chính thức\",TCCSĐ\n1000001,Tạ,Nắng,36526; 2003-05-19,A1\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := ReadRoster(context.Background(), bytes.NewReader(data), Options{})
		if err != nil {
			t.Fatal(err)
		}
		checkFile(t, &r.File, data)
		if len(r.Roster.Members) > r.Rows || r.ProblemCount == 0 && len(r.Roster.Members) != r.Rows {
			t.Fatalf("%d members of %d rows, %d problems", len(r.Roster.Members), r.Rows, r.ProblemCount)
		}
		for _, m := range r.Roster.Members {
			for _, s := range []string{m.Name, m.Note, string(m.Unit), string(m.Host)} {
				if !norm.NFC.IsNormalString(s) || strings.TrimSpace(s) != s || len(s) > maxCell || !utf8.ValidString(s) {
					t.Fatalf("%q is not clean", s)
				}
			}
		}
		if r.ProblemCount > 0 {
			return
		}
		for _, m := range r.Roster.Members {
			if begins(m.Name, signatures[:]...) || begins(m.Name, totals[:]...) || begins(m.Name, groups[:]...) {
				return // who is called so may be passed over
			}
		}
		// In UTF-8: other rows beside it may prove that a cell is in an old font.
		again, err := ReadRoster(context.Background(), strings.NewReader(writeRoster(t, r.Roster)), Options{Encoding: charset.UTF8})
		if err != nil || again.ProblemCount > 0 || !reflect.DeepEqual(again.Roster, r.Roster) {
			t.Fatalf("%+v\n got %+v\nwant %+v", again.Problems, again.Roster, r.Roster)
		}
	})
}

// FuzzReadList does the same for lists.
func FuzzReadList(f *testing.F) {
	f.Add([]byte(fixture(f, "list3.csv")), uint8(3))
	f.Add([]byte("Họ và tên\nTạ Nắng\n"), uint8(5))
	f.Fuzz(func(t *testing.T, data []byte, form uint8) {
		r, err := ReadList(context.Background(), bytes.NewReader(data), stampdesk.Form(2+form%4), Options{})
		if err != nil {
			t.Fatal(err)
		}
		checkFile(t, &r.File, data)
		if r.ProblemCount == 0 && len(r.Lines) != r.Rows {
			t.Fatalf("%d lines of %d rows", len(r.Lines), r.Rows)
		}
	})
}

func checkFile(t *testing.T, f *File, data []byte) {
	last := 1 + bytes.Count(data, []byte("\n")) + bytes.Count(data, []byte("\r"))
	for _, p := range append(f.Problems, f.Warnings...) {
		if p.Line < 0 || p.Line > last || p.First > last {
			t.Fatalf("%+v in a file of %d lines", p, last)
		}
		if p.Text(stampdesk.Vietnamese) == "" || p.Text(stampdesk.English) == "" {
			t.Fatalf("%+v has no words", p)
		}
	}
	var b bytes.Buffer
	if err := f.WriteErrors(&b, stampdesk.Vietnamese); err != nil {
		t.Fatal(err)
	}
}

// FuzzFacts takes anything apart: nothing is lost, and each column has a cell.
func FuzzFacts(f *testing.F) {
	f.Add("31.000123\n123456HN; 4567", uint8(0))
	f.Add("CT: 12/5/2015, Đảng bộ A/B", uint8(1))
	f.Fuzz(func(t *testing.T, cell string, which uint8) {
		lists := [][]column{{colCard, colRecord, colBadge}, {colMovedOut, colMovedTo}, {colName, colOther}, {colAdmitted, colOfficial}}
		to := lists[int(which)%len(lists)]
		got, rest := facts(nil, cell, to)
		if len(got) != len(to) {
			t.Fatalf("%q", got)
		}
		digits := func(s string) int { return len(strings.Map(onlyDigits, s)) }
		n := digits(rest)
		for _, s := range got {
			n += digits(s)
		}
		if n != digits(cell) && !strings.Contains(cell, ":") {
			t.Errorf("%q became %q and %q", cell, got, rest)
		}
	})
}

// FuzzRecognise reads any heading, and joins any two.
func FuzzRecognise(f *testing.F) {
	f.Add("Ngày vào Đảng,\nngày chính thức", "Nam")
	f.Add("Ngày sinh", "Nữ")
	f.Add("'", "\x05\xff")
	f.Add("'\t", "0\xf0")
	f.Fuzz(func(t *testing.T, over, under string) {
		recognise(over)
		m := recognise(over + overUnder + under)
		for _, c := range m.cols {
			if c < 0 || c >= numColumns {
				t.Fatal(m)
			}
		}
		isNumbering([]string{over, under})
		if d, form := dayOf(over, false); (form == dayNone || form == dayShortYear) != d.IsZero() && strings.TrimSpace(over) != "" {
			t.Errorf("%q: %v %d", over, d, form)
		}
	})
}

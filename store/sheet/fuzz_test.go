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
		if p.Line < 0 || p.Line > last || p.First > p.Line {
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

package form

import (
	"bytes"
	"encoding/csv"
	"reflect"
	"slices"
	"strings"
	"testing"

	"stampdesk"
	"stampdesk/store/sheet"
)

func rowsOf(t *testing.T, pages []Page) (text []byte, rows [][]string) {
	t.Helper()
	var out bytes.Buffer
	if err := WriteCSV(&out, Each(pages)); err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(out.String(), "\ufeff")))
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), rows
}

func TestAListAsRowsOfTextIsReadAsItWasWritten(t *testing.T) {
	for f := stampdesk.FormStamp; f <= stampdesk.FormCardless; f++ {
		x := sampleFilled(f)
		x.Rows = sampleRows(40, f)
		x.Rows[3].Note = "=1+1"
		pages := mustTemplate(t, f).Pages(&x, sampleOptions())
		t.Run(pages[0].Code, func(t *testing.T) {
			text, rows := rowsOf(t, pages)
			if !bytes.HasPrefix(text, []byte("\ufeff")) || !slices.Contains(rows[0], "Ngày sinh nữ") {
				t.Errorf("begins with %q", rows[0])
			}
			got := takenIn(t, text, f)
			for _, w := range got.Warnings {
				if w.Fault != sheet.FaultGroupRows && w.Fault != sheet.FaultTotalRows {
					t.Errorf("warning %+v", w)
				}
			}
			if want := linesOf(x.Rows); got.ProblemCount > 0 || !reflect.DeepEqual(got.Lines, want) {
				t.Errorf("%v\n got %+v\nwant %+v", got.Problems, got.Lines, want)
			}
		})
	}
}

func TestFiguresAsRowsOfTextArePlainDigitsAndNameTheirPage(t *testing.T) {
	x := sampleFilled(stampdesk.FormResult)
	_, rows := rowsOf(t, mustTemplate(t, stampdesk.FormResult).Pages(&x, sampleOptions()))
	for _, want := range [][]string{
		{"Tờ", "TT", "Nội dung", "Số lượng", "Tỷ lệ"},
		{"7-KTTĐV", "5", "Số thẻ đã đóng dấu kiểm tra kỹ thuật", "16036", "96,83%"},
		{"", "", "", ""},
	} {
		if !slices.ContainsFunc(rows, func(r []string) bool { return slices.Equal(r, want) }) {
			t.Errorf("no row %q in %q", want, rows)
		}
	}
}

package sheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"stampdesk"
)

func decomposed(s string) string { return norm.NFD.String(s) }

func writeRoster(t testing.TB, r stampdesk.Roster) string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteRoster(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWhatIsWrittenReadsBack(t *testing.T) {
	first := readRoster(t, fixture(t, "roster.csv")).Roster
	text := writeRoster(t, first)
	head, _, _ := strings.Cut(text, "\n")
	if want := bom + canonical + ",Số thẻ cũ,Ngày từ trần,Loại đơn vị"; head != want {
		t.Errorf("headings\n got %s\nwant %s", head, want)
	}
	if !strings.Contains(text, ",'- gia đình giữ thẻ,") {
		t.Error("a note that looks like a formula is not guarded")
	}
	again := readRoster(t, text)
	if again.ProblemCount+again.WarningCount > 0 || !reflect.DeepEqual(again.Roster, first) {
		t.Errorf("%v %v\n got %+v\nwant %+v", again.Problems, again.Warnings, again.Roster, first)
	}
	if twice := writeRoster(t, again.Roster); twice != text {
		t.Error("written again it is another file")
	}
}

func TestEveryFieldIsWritten(t *testing.T) {
	d := func(day uint8) stampdesk.Date { return stampdesk.Date{Year: 2001, Month: 2, Day: day} }
	r := stampdesk.Roster{
		Units: []stampdesk.Unit{{Code: "A", Name: "Đơn vị, A", Kind: "k"}, {Code: "B", Name: "B"}},
		Members: []stampdesk.Member{{
			Card: 1000001, OldCard: 2000002, Record: "000001A", Name: "@Tạ \"Nắng\"", Birth: d(1), Sex: "s", Home: "h;\t",
			Admitted: d(2), Official: d(3), Issued: d(4), Unit: "A", Cell: "+c", Host: "B", Status: stampdesk.Expelled,
			Note: "'=1+1", MovedOut: d(5), MovedTo: "-to", MovedIn: d(6), MovedFrom: "from", Died: d(7), Left: d(8), LeftBy: "f",
		}},
	}
	m := reflect.ValueOf(r.Members[0])
	for i := range m.NumField() {
		if name := m.Type().Field(i).Name; m.Field(i).IsZero() && name != "ID" {
			t.Errorf("the test leaves %s empty", name)
		}
	}
	// A reader of the file trims blanks, and takes the guard away.
	want := r.Members[0]
	want.Home, want.Note = "h;", "=1+1"
	f := readRoster(t, writeRoster(t, r))
	if f.ProblemCount > 0 || f.Roster.Members[0] != want || !reflect.DeepEqual(f.Roster.Units, r.Units) {
		t.Errorf("%v\n got %+v\nwant %+v", f.Problems, f.Roster, want)
	}
}

func TestWriteErrors(t *testing.T) {
	text := "Số thẻ;Họ và tên;Mã đơn vị;Tuổi\r\n" +
		"31.000001; Tạ Nắng;A;60\r\n" +
		"1234567;;A;=1+1\r\n" +
		"31.000002;Tạ Mưa\r\n" +
		"31.000003;Tạ Gió;A;60;x\r\n" +
		"31.000004;Tạ \"Mây\";A;60\r\n" +
		"31.000005;Tạ Sao;A;60;;\r\n"
	f := readRoster(t, text)
	var b bytes.Buffer
	if err := f.WriteErrors(&b, stampdesk.English); err != nil {
		t.Fatal(err)
	}
	out, ok := strings.CutPrefix(b.String(), bom)
	if !ok {
		t.Error("Excel would not know that it is UTF-8")
	}
	r := csv.NewReader(strings.NewReader(out))
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	const few = "“1234567” has only 7 digits: the spreadsheet may have dropped the leading 0. " +
		"Format the column as text, look at the card and type all 8 digits."
	want := [][]string{
		{"Số thẻ", "Họ và tên", "Mã đơn vị", "Tuổi", "Lỗi"},
		{"31.000001", "Tạ Nắng", "A", "60", ""},
		{"1234567", "", "A", "'=1+1", "Line 3, column “Số thẻ”: " + few + " Line 3, column “Họ và tên”: the name is missing. Fill it in."},
		{"31.000002;Tạ Mưa", "", "", "", f.Problems[2].Text(stampdesk.English)},
		{"31.000003;Tạ Gió;A;60;x", "", "", "", f.Problems[3].Text(stampdesk.English)},
		{"31.000004;Tạ \"Mây\";A;60", "", "", "", f.Problems[4].Text(stampdesk.English)},
		{"31.000005", "Tạ Sao", "A", "60", ""},
	}
	if !reflect.DeepEqual(rows, want) {
		t.Errorf("\n got %q\nwant %q", rows, want)
	}

	// Not corrected, it is refused for the same rows; the column of faults is
	// not added twice.
	again := readRoster(t, b.String())
	lines := map[int]bool{}
	for _, p := range again.Problems {
		lines[p.Line] = true
	}
	if !reflect.DeepEqual(lines, map[int]bool{3: true, 4: true, 5: true, 6: true}) || again.WarningCount != 1 {
		t.Errorf("%+v %+v", again.Problems, again.Warnings)
	}
	b.Reset()
	if err := again.WriteErrors(&b, stampdesk.English); err != nil || strings.Count(b.String(), "Lỗi") != 1 {
		t.Errorf("%v %s", err, &b)
	}
}

func TestErrorsOfAFileThatIsNoTable(t *testing.T) {
	for _, text := range []string{"", "S\x00o\x00\n\x00", "Số thẻ\n1\n"} {
		f := readRoster(t, text)
		var b bytes.Buffer
		if err := f.WriteErrors(&b, stampdesk.Vietnamese); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(b.String(), bom))).ReadAll()
		if err != nil || len(rows) != 1+f.ProblemCount || rows[1][0] != f.Problems[0].Text(stampdesk.Vietnamese) {
			t.Errorf("%q: %v %q", text, err, rows)
		}
	}
}

type fullDisk struct{}

var errFull = errors.New("the disk is full")

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }

func TestAWriterThatFails(t *testing.T) {
	f := readRoster(t, fixture(t, "roster.csv"))
	if err := WriteRoster(fullDisk{}, f.Roster); !errors.Is(err, errFull) {
		t.Error(err)
	}
	if err := f.WriteErrors(fullDisk{}, stampdesk.Vietnamese); !errors.Is(err, errFull) {
		t.Error(err)
	}
}

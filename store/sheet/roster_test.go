package sheet

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"

	"stampdesk"
)

const canonical = "Số thẻ,Số LL,Họ và tên,Ngày sinh,Giới tính,Quê quán,Ngày vào Đảng,Ngày chính thức,Ngày cấp thẻ," +
	"Mã đơn vị,Đơn vị,Chi bộ,Đơn vị SHĐ tạm thời,Trạng thái,Ghi chú"

func readRoster(t testing.TB, text string) *RosterFile {
	t.Helper()
	f, err := ReadRoster(context.Background(), strings.NewReader(text), Options{})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func fixture(t testing.TB, name string) string {
	t.Helper()
	b, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestReadRoster(t *testing.T) {
	text := fixture(t, "roster.csv")
	f := readRoster(t, text)
	if f.ProblemCount+f.WarningCount > 0 {
		t.Fatal(f.Problems, f.Warnings)
	}
	if f.Rows != 5 || f.Hash != sha256.Sum256([]byte(text)) {
		t.Errorf("%d rows, hash %v", f.Rows, f.Hash)
	}
	units := []stampdesk.Unit{
		{Code: "A01", Name: "Đảng bộ phường Bến Trăng", Kind: "đảng bộ cơ sở"},
		{Code: "B02", Name: "Chi bộ cơ sở Trạm Núi", Kind: "chi bộ cơ sở"},
	}
	if !reflect.DeepEqual(f.Roster.Units, units) {
		t.Errorf("units %v", f.Roster.Units)
	}
	day := func(d, m, y int) stampdesk.Date {
		return stampdesk.Date{Year: int16(y), Month: uint8(m), Day: uint8(d)}
	}
	members := []stampdesk.Member{
		{
			Card: 31004217, Record: "123456AB", Name: "Nguyễn Thị Sông Thao", Birth: day(19, 5, 1961), Sex: "Nữ",
			Home: "Làng Mây", Admitted: day(3, 2, 1990), Official: day(3, 2, 1991), Issued: day(2, 9, 2004),
			Unit: "A01", Cell: "Chi bộ 1", Status: stampdesk.Official,
		},
		{
			Card: 31120045, OldCard: 31000045, Record: "223344B", Name: "Trần Văn Đá Bạc", Birth: day(0, 0, 1948),
			Sex: "Nam", Home: "Xóm Gió, Làng Mây", Admitted: day(19, 5, 1970), Official: day(19, 5, 1971),
			Issued: day(2, 9, 2004), Unit: "A01", Cell: "Chi bộ 2", Host: "B02", Status: stampdesk.Exempt,
			Note: `ghi chú có "ngoặc kép"`,
		},
		{
			Name: "Lê Hoàng Suối", Birth: day(1, 1, 1999), Sex: "Nam", Admitted: day(2, 9, 2020), Unit: "B02",
			Cell: "Chi bộ 1", Status: stampdesk.Probationary,
		},
		{
			Card: 1000017, Record: "654321HN", Name: "Phạm Minh Hạ Lam", Birth: day(7, 11, 1975), Sex: "Nữ",
			Home: "Làng Mây", Admitted: day(3, 2, 2001), Official: day(3, 2, 2002), Host: "A01",
			Status: stampdesk.Official, Note: "từ nơi khác đến",
		},
		{
			Card: 31777001, Name: "Vũ Đình Cổ Thụ", Birth: day(2, 9, 1936), Sex: "Nam", Unit: "A01", Cell: "Chi bộ 1",
			Status: stampdesk.Deceased, Note: "- gia đình giữ thẻ", Died: day(1, 3, 2021),
		},
	}
	for i, m := range members {
		if f.Roster.Members[i] != m {
			t.Errorf("member %d\n got %+v\nwant %+v", i, f.Roster.Members[i], m)
		}
	}
	if c := f.Roster.Members[3].Class(); c != stampdesk.Guest {
		t.Errorf("a member with a host and no unit is of class %v", c)
	}
}

func TestAFileReadsTheSameHoweverItWasSaved(t *testing.T) {
	text := fixture(t, "roster.csv")
	want := readRoster(t, text).Roster
	head, rows, _ := strings.Cut(text, "\n")
	for name, same := range map[string]string{
		"with a byte order mark":         bom + text,
		"with CRLF":                      strings.ReplaceAll(text, "\n", "\r\n"),
		"with CR alone":                  strings.ReplaceAll(text, "\n", "\r"),
		"without the last line end":      strings.TrimSuffix(text, "\n"),
		"with blank lines at the end":    text + "\n\n  \n" + strings.Repeat(",", 17) + "\n",
		"with blank lines at the start":  "\n\n" + text,
		"with blank lines between":       strings.ReplaceAll(text, "\n", "\n\n"),
		"with empty columns at the end":  strings.ReplaceAll(text, "\n", ",,\n"),
		"with capitals in the headings":  strings.ToUpper(head) + "\n" + rows,
		"with blanks about the headings": " " + strings.ReplaceAll(head, ",", " ,  ") + "\n" + rows,
		"in decomposed letters":          decomposed(text),
		"with wide blanks in the names":  strings.ReplaceAll(text, "Nguyễn Thị", "\u00a0Nguyễn \u200b Thị"),
		"with a broken line in a cell":   strings.ReplaceAll(text, "Xóm Gió, Làng", "Xóm Gió,\n Làng"),
	} {
		t.Run(name, func(t *testing.T) {
			f := readRoster(t, same)
			if f.ProblemCount+f.WarningCount > 0 || !reflect.DeepEqual(f.Roster, want) {
				t.Errorf("%v %v\n got %+v\nwant %+v", f.Problems, f.Warnings, f.Roster, want)
			}
		})
	}
}

func TestSeparatorsAndOrderOfColumns(t *testing.T) {
	for _, comma := range []string{",", ";", "\t"} {
		text := strings.Join([]string{"Họ và tên", "Ghi chú", "Mã đơn vị", "Số thẻ"}, comma) + "\n" +
			strings.Join([]string{"Hồ Ngọc Sương", `"a,b;c"`, "X", "31000001"}, comma) + "\n"
		f := readRoster(t, text)
		want := stampdesk.Roster{
			Units: []stampdesk.Unit{{Code: "X", Name: "X"}},
			Members: []stampdesk.Member{
				{Card: 31000001, Name: "Hồ Ngọc Sương", Unit: "X", Note: "a,b;c", Status: stampdesk.Official},
			},
		}
		if !reflect.DeepEqual(f.Roster, want) {
			t.Errorf("separator %q: %+v %v", comma, f.Roster, f.Problems)
		}
	}
}

// columnsOfFaults is the heading of the tables of faults: what a row needs, and
// what can be wrong in it.
const columnsOfFaults = "Số thẻ,Họ và tên,Mã đơn vị,Đơn vị,Đơn vị SHĐ tạm thời,Ngày sinh,Trạng thái,Số LL,Số thẻ cũ,Loại đơn vị\n"

func TestFaultsOfARow(t *testing.T) {
	good := "31.000001,Đỗ Ban Mai,A,Đơn vị A,,1950,,,,\n"
	tests := map[string]struct {
		rows string
		want Problem
	}{
		"seven digits are never padded":          {"1234567,Tạ Nắng,A,,,,,,,\n", Problem{FaultCardLeadZero, 2, "Số thẻ", "1234567", "", 0}},
		"six digits are too few":                 {"123456,Tạ Nắng,A,,,,,,,\n", Problem{FaultCardShort, 2, "Số thẻ", "123456", "", 0}},
		"nine digits are too many":               {"310000012,Tạ Nắng,A,,,,,,,\n", Problem{FaultCardLong, 2, "Số thẻ", "310000012", "", 0}},
		"sixteen digits are two cards":           {"3100000131000002,Tạ Nắng,A,,,,,,,\n", Problem{FaultCardGlued, 2, "Số thẻ", "3100000131000002", "", 0}},
		"a word is no number":                    {"chưa có,Tạ Nắng,A,,,,,,,\n", Problem{FaultCardNotDigits, 2, "Số thẻ", "chưa có", "", 0}},
		"a spreadsheet's power of ten is none":   {"3.1E+07,Tạ Nắng,A,,,,,,,\n", Problem{FaultCardPower, 2, "Số thẻ", "3.1E+07", "", 0}},
		"a decimal fraction has lost its zeros":  {"31.00012,Tạ Nắng,A,,,,,,,\n", Problem{FaultCardTail, 2, "Số thẻ", "31.00012", "", 0}},
		"and one that has lost some at each end": {"1.0001,Tạ Nắng,A,,,,,,,\n", Problem{FaultCardTail, 2, "Số thẻ", "1.0001", "", 0}},
		"the series does not begin at 000000":    {"31.000000,Tạ Nắng,A,,,,,,,\n", Problem{FaultCardZeroSerial, 2, "Số thẻ", "31.000000", "", 0}},
		"the old number is a number too":         {",Tạ Nắng,A,,,,,,123,\n", Problem{FaultCardShort, 2, "Số thẻ cũ", "123", "", 0}},
		"two rows have one number":               {good + "31000001,Tạ Nắng,A,,,,,,,\n", Problem{FaultTwinCard, 3, "Số thẻ", "31.000001", "", 2}},
		"a name is missing":                      {",,A,,,,,,,\n", Problem{FaultNoName, 2, "Họ và tên", "", "", 0}},
		"a name of no letters":                   {",123,A,,,,,,,\n", Problem{FaultBadName, 2, "Họ và tên", "123", "", 0}},
		"neither a unit nor a host":              {",Tạ Nắng,,,,,,,,\n", Problem{FaultNoUnit, 2, "Mã đơn vị", "", "", 0}},
		"a day that does not exist":              {",Tạ Nắng,A,,,31/02/1950,,,,\n", Problem{FaultDate, 2, "Ngày sinh", "31/02/1950", "", 0}},
		"a month before the day":                 {",Tạ Nắng,A,,,05/19/1950,,,,\n", Problem{FaultMonthFirst, 2, "Ngày sinh", "05/19/1950", "", 0}},
		"a status that is none":                  {",Tạ Nắng,A,,,,nghỉ hưu,,,\n", Problem{FaultStatus, 2, "Trạng thái", "nghỉ hưu", statusWords(), 0}},
		"a row has a cell too few":               {",Tạ Nắng,A,,,,,,\n", Problem{FaultRagged, 2, "", "9", "10", 0}},
		"a row has a cell too many":              {",Tạ Nắng,A,,,,,,,,x\n", Problem{FaultRagged, 2, "", "11", "10", 0}},
		"a quotation mark inside a word":         {",Tạ \"Nắng\",A,,,,,,,\n", Problem{FaultQuote, 2, "", ",Tạ \"Nắng\",A,,,,,,,", "", 0}},
		"a quotation mark that is never closed":  {good + ",\"Tạ Nắng,A,,,,,,,\n", Problem{FaultQuote, 3, "", ",\"Tạ Nắng,A,,,,,,,", "", 0}},
		"a zero byte in a name":                  {",Tạ N\x00ắng,A,,,,,,,\n", Problem{FaultControl, 2, "Họ và tên", "U+0000", "", 0}},
		"a letter that was lost on the way":      {",Tạ N\uFFFDng,A,,,,,,,\n", Problem{FaultControl, 2, "Họ và tên", "U+FFFD", "", 0}},
		"a cell as long as half the file":        {",Tạ Nắng,A,,,,,\"" + strings.Repeat("x\n", 1500) + "\",,\n", Problem{FaultTooLong, 2, "Số LL", "2999", "2000", 0}},
		"a fault below a row of many lines":      {"\"\n31000009\n\",\"Tạ\nNắng\",A,,,,,,,\n,,A,,,,,,,\n", Problem{FaultNoName, 6, "Họ và tên", "", "", 0}},
		"a fault below blank lines":              {"\r\n\r\n,,A,,,,,,,\r\n", Problem{FaultNoName, 4, "Họ và tên", "", "", 0}},
		"the same fault again is reported again": {good + ",Tạ Nắng,A,,,xx,,,,\n", Problem{FaultDate, 3, "Ngày sinh", "xx", "", 0}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			f := readRoster(t, columnsOfFaults+tt.rows)
			if len(f.Problems) != 1 || f.Problems[0] != tt.want || f.ProblemCount != 1 {
				t.Errorf("\n got %+v\nwant %+v", f.Problems, tt.want)
			}
			if good := f.Rows - 1; len(f.Roster.Members) != good {
				t.Errorf("%d members of %d rows", len(f.Roster.Members), f.Rows)
			}
		})
	}
}

func TestWarnings(t *testing.T) {
	tests := map[string]struct {
		rows string
		want []Problem
	}{
		"a probationary member has a number": {
			"31000001,Tạ Nắng,A,,,,dự bị,,,\n",
			[]Problem{{FaultProbationaryCard, 2, "Số thẻ", "31.000001", "", 0}},
		},
		"one person twice": {
			",Tạ Nắng,A,,,1950,,,,\n,Tạ  Nắng,B,,,1950,,,,\n",
			[]Problem{{FaultTwinPerson, 3, "Họ và tên", "Tạ Nắng, 1950", "", 2}},
		},
		"one name twice without a birth date is nothing": {",Tạ Nắng,A,,,,,,,\n,Tạ Nắng,B,,,,,,,\n", nil},
		"one code has two names, said once": {
			",Tạ Nắng,A,Một,,,,,,\n,Tạ Mưa,A,Hai,,,,,,\n,Tạ Gió,A,Hai,,,,,,\n,Tạ Mây,A,,,,,,,\n",
			[]Problem{{FaultUnitNames, 3, "Đơn vị", "Hai", "Một", 2}},
		},
		"one unit is of two kinds": {
			",Tạ Nắng,A,,,,,,,x\n,Tạ Mưa,A,,,,,,,y\n",
			[]Problem{{FaultUnitNames, 3, "Loại đơn vị", "y", "x", 2}},
		},
		"a host that is no unit": {
			",Tạ Nắng,A,,C,,,,,\n,Tạ Mưa,,,C,,,,,\n",
			[]Problem{{FaultHostOnly, 2, "Đơn vị SHĐ tạm thời", "C", "", 0}},
		},
		"record numbers": {
			",Tạ Nắng,A,,,,,123456HN,,\n,Tạ Mưa,A,,,,,12345HN,,\n,Tạ Gió,A,,,,,123456,,\n,Tạ Mây,A,,,,,123456HNXY,,\n,Tạ Sao,A,,,,,123456BĐ,,\n",
			[]Problem{
				{FaultRecordNumber, 3, "Số LL", "12345HN", "", 0},
				{FaultRecordNumber, 4, "Số LL", "123456", "", 0},
				{FaultRecordNumber, 5, "Số LL", "123456HNXY", "", 0},
			},
		},
		"a name that may be in an old font, and little to tell it by": {
			",Lª An,A,,,,,,,\n,K´Brơi,A,,,,,,,\n,Trần Án,A,,,,,,,\n,Lê Hà,A,,,,,,,\n,Zoë,A,,,,,,,\n",
			[]Problem{{FaultOldFont, 2, "Họ và tên", "Lª An", "Lê An", 0}},
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			f := readRoster(t, columnsOfFaults+tt.rows)
			if f.ProblemCount > 0 || !reflect.DeepEqual(f.Warnings, tt.want) || f.WarningCount != len(tt.want) {
				t.Errorf("problems %v\n got %+v\nwant %+v", f.Problems, f.Warnings, tt.want)
			}
			if len(f.Roster.Members) != f.Rows {
				t.Errorf("%d members of %d rows", len(f.Roster.Members), f.Rows)
			}
		})
	}
}

func TestFaultsOfAFile(t *testing.T) {
	row := "31000001,Tạ Nắng,A\n"
	tests := map[string]struct {
		text string
		want Problem
	}{
		"no byte":                     {"", Problem{Fault: FaultEmpty}},
		"only a byte order mark":      {bom, Problem{Fault: FaultEmpty}},
		"only blank lines":            {"\r\n  \n", Problem{Fault: FaultEmpty}},
		"only blank cells":            {",,,\n", Problem{Fault: FaultEmpty}},
		"only headings":               {canonical + "\n\n,,\n", Problem{Fault: FaultNoRows, Line: 1}},
		"UTF-16 of nothing":           {"\xFF\xFE\r\x00\n\x00", Problem{Fault: FaultEmpty}},
		"letters of no encoding":      {canonical + "\n1,2,Ren\xE9e\n", Problem{Fault: FaultNotUTF8, Line: 2, Found: "byte E9"}},
		"UTF-8 with a broken letter":  {canonical + "\n1,2,Nguy\xEAn\n", Problem{Fault: FaultNotUTF8, Line: 2, Found: "byte EA"}},
		"a workbook cut short":        {"PK\x03\x04\x14\x00", Problem{Fault: FaultBroken, Found: "zip: zip: not a valid zip file"}},
		"an old workbook":             {"\xD0\xCF\x11\xE0\xA1\xB1", Problem{Fault: FaultWorkbook, Found: "Excel 97–2003 (.xls)"}},
		"a column is missing":         {"Số thẻ,Tên,Mã đơn vị\n" + row, Problem{Fault: FaultNoColumn, Line: 1, Column: "Họ và tên", Found: "Số thẻ, Tên, Mã đơn vị"}},
		"a column is there twice":     {"\nSố thẻ,Họ và tên,SỐ  THẺ,Mã đơn vị\n", Problem{Fault: FaultTwinColumn, Line: 2, Column: "Số thẻ", Found: "“Số thẻ” (1), “SỐ THẺ” (3)"}},
		"headings that cannot be cut": {"Số \"thẻ\",x\n", Problem{Fault: FaultQuote, Line: 1}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			f := readRoster(t, tt.text)
			if len(f.Problems) != 1 || f.Problems[0] != tt.want || len(f.Roster.Members) > 0 {
				t.Errorf("\n got %+v\nwant %+v", f.Problems, tt.want)
			}
		})
	}
}

func TestUnknownColumnsAreNamed(t *testing.T) {
	f := readRoster(t, "Số thẻ,Tuổi,,Họ và tên,Mã đơn vị,Dân tộc,Lỗi,\n31000001,60,?,Tạ Nắng,A,Kinh,sai\n")
	want := []Problem{{Fault: FaultUnknownColumns, Line: 1, Found: "Tuổi, (3), Dân tộc"}}
	if f.ProblemCount > 0 || !reflect.DeepEqual(f.Warnings, want) || len(f.Roster.Members) != 1 {
		t.Errorf("%v %+v", f.Problems, f.Warnings)
	}
}

func TestAllProblemsAreCountedAndTheFirstAreKept(t *testing.T) {
	var b strings.Builder
	b.WriteString("Số thẻ,Họ và tên,Mã đơn vị,Số LL\n")
	for i := range 2500 {
		fmt.Fprintf(&b, "12,,A,x%d\n", i)
	}
	f := readRoster(t, b.String())
	if f.ProblemCount != 5000 || f.WarningCount != 2500 || len(f.Problems) != MaxListed || len(f.Warnings) != MaxListed {
		t.Errorf("%d %d, kept %d %d", f.ProblemCount, f.WarningCount, len(f.Problems), len(f.Warnings))
	}
	var out bytes.Buffer
	if err := f.WriteErrors(&out, stampdesk.English); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(out.String(), "too few digits"); n != 2500 {
		t.Errorf("the errors file explains %d rows", n)
	}
}

func TestAReaderThatFails(t *testing.T) {
	boom := errors.New("the stick was pulled")
	if f, err := ReadRoster(context.Background(), iotest.ErrReader(boom), Options{}); f != nil || !errors.Is(err, boom) {
		t.Error(f, err)
	}
	if f, err := ReadList(context.Background(), iotest.ErrReader(boom), stampdesk.FormStamp, Options{}); f != nil || !errors.Is(err, boom) {
		t.Error(f, err)
	}
}

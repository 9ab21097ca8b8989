package sheet

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"stampdesk"
)

func TestDaysAreReadAsCellsShowThem(t *testing.T) {
	type shown map[float64]string
	for code, want := range map[string]shown{
		"dd/mm/yyyy": {22420: "19/05/1961", 22420.75: "19/05/1961", 9271: "19/05/1925", 1948: "1948", 0: "0", 1000123: "1000123"},
		"d.m.yy;@":   {22420: "19/05/1961"},
		`[$-42A]"Ngày "dd" tháng "mm" năm "yy`: {22420: "19/05/1961"},
		`dd\/mm\/yyyy hh:mm`:                   {22420.5: "19/05/1961"},
		"mm/yyyy":                              {22420: "05/1961"},
		"yyyy":                                 {22420: "1961", 1948: "1948"},
		"General":                              {22420: "22420", 9271: "9271"},
		"hh:mm":                                {22420: "22420"},
		`0" đồng/năm"`:                         {22420: "22420"},
		"[Red]00000000":                        {22420: "22420"},
	} {
		for number, text := range want {
			f := bookOf(t, []any{number})
			style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
			if err != nil {
				t.Fatal(err)
			}
			f.SetCellStyle("Sheet1", "A1", "A1", style)
			if rows, bad := bookRows(t, saved(t, f)); bad != nil || linesOf(rows) != "1|"+text+"\n" {
				t.Errorf("%v as %s: %+v %q, want %q", number, code, bad, linesOf(rows), text)
			}
		}
	}
}

func TestADayOf1904IsTheDayThatIsSeen(t *testing.T) {
	yes, usual := true, 14
	f := bookOf(t, []any{7809})
	f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes})
	style, _ := f.NewStyle(&excelize.Style{NumFmt: usual})
	f.SetCellStyle("Sheet1", "A1", "A1", style)
	if rows, bad := bookRows(t, saved(t, f)); bad != nil || linesOf(rows) != "1|19/05/1925\n" {
		t.Errorf("%+v %q", bad, linesOf(rows))
	}
}

// Of the columns of the register (7-HSĐV) that hold two facts, one may be a
// day alone. It is no text.
func TestADayInAColumnOfTwoFactsIsADay(t *testing.T) {
	f := bookOf(t,
		[]any{"Số thẻ", "Họ và tên", "Mã đơn vị", "Ngày vào Đảng\nNgày chính thức", "Ngày chuyển đi\nĐến đâu"},
		[]any{"31.000123", "Tạ Nắng", "A", 31081, 43525},
		[]any{"31.000124", "Tạ Mưa", "A", "03/02/1985\n03/02/1986", "01/03/2019\nxã B"},
	)
	day, _ := f.NewStyle(&excelize.Style{NumFmt: 14})
	f.SetCellStyle("Sheet1", "D2", "E2", day)
	r := readBook(t, saved(t, f), Options{})
	m := r.Roster.Members
	if r.ProblemCount > 0 || len(m) != 2 || m[0].Admitted.String() != "03/02/1985" || m[0].MovedOut.String() != "01/03/2019" || m[0].MovedTo != "" {
		t.Errorf("%+v %+v", r.Problems, m)
	}
}

func TestANumberThatIsNotShownAsADayIsTold(t *testing.T) {
	f := bookOf(t, []any{"Số thẻ", "Họ và tên", "Ngày sinh", "Mã đơn vị"}, []any{"31.000123", "Tạ Nắng", 19611, "A"})
	r := readBook(t, saved(t, f), Options{})
	if r.ProblemCount != 0 || len(r.Warnings) != 1 || r.Warnings[0].Fault != FaultSerial {
		t.Errorf("%+v %+v", r.Problems, r.Warnings)
	}
}

func TestDaysAreGivenBackAsDays(t *testing.T) {
	f := bookOf(t, []any{"Số thẻ", "Họ và tên", "Ngày sinh", "Mã đơn vị"}, []any{"31", "Tạ Nắng", 22420, "A"})
	style, _ := f.NewStyle(&excelize.Style{NumFmt: 14})
	f.SetCellStyle("Sheet1", "C2", "C2", style)
	r := readBook(t, saved(t, f), Options{})
	var b bytes.Buffer
	if err := r.WriteErrors(&b, stampdesk.Vietnamese); err != nil || !strings.Contains(b.String(), ",19/05/1961,") {
		t.Errorf("%v %s", err, &b)
	}
}

package sheet

import (
	"strings"
	"testing"

	"stampdesk"
)

func TestDays(t *testing.T) {
	for text, want := range map[string]stampdesk.Date{
		"6/10/2003": day(6, 10, 2003), "17-10-2003": day(17, 10, 2003), "8.8.2025": day(8, 8, 2025), "04/04/2016": day(4, 4, 2016),
		" 19 / 5 / 1961 ": day(19, 5, 1961), "1948": day(0, 0, 1948), "2003-05-19": day(19, 5, 2003),
		"2003-05-19 00:00:00": day(19, 5, 2003), "2003-05-19T00:00:00Z": day(19, 5, 2003), "19/05/2003 12:00:00 AM": day(19, 5, 2003),
		"2003/5/19": day(19, 5, 2003), "ngày 19 tháng 5 năm 2003": day(19, 5, 2003), "19 tháng 5, 2003": day(19, 5, 2003),
		"năm 1948": day(0, 0, 1948), "'19/05/2003": day(19, 5, 2003), "22420": day(19, 5, 1961), "22420.5": day(19, 5, 1961),
		"36526": day(1, 1, 2000),
	} {
		if d, form := dayOf(text, false); d != want || form == dayNone || form == dayPart {
			t.Errorf("%q is %v (%d), want %v", text, d, form, want)
		}
	}
	for text, want := range map[string]stampdesk.Date{
		"5/1948": day(0, 0, 1948), "00/00/1948": day(0, 0, 1948), "00/05/1948": day(0, 0, 1948), "tháng 5 năm 1948": day(0, 0, 1948),
	} {
		if d, form := dayOf(text, false); d != want || form != dayPart {
			t.Errorf("%q is %v (%d), want %v", text, d, form, want)
		}
	}
	for _, text := range []string{"05/19/1950", "2-28-1985", "12.31.1961"} {
		if d, form := dayOf(text, false); !d.IsZero() || form != dayMonthFirst {
			t.Errorf("%q is %v (%d)", text, d, form)
		}
	}
	for _, text := range []string{
		"02/30/1950", "31/02/1950", "13/1948", "9999", "99999", "60001", "9000", "xx", "2003-19-05", "19/05", "1/2/3/4", "1e5",
		"19-May-2003", strings.Repeat("1", 100), "22420.x",
	} {
		if d, form := dayOf(text, false); !d.IsZero() || form != dayNone {
			t.Errorf("%q is %v (%d)", text, d, form)
		}
	}
	for _, text := range []string{"19/5/61", "03-05-19", "1.1.99"} {
		if _, form := dayOf(text, false); form != dayShortYear {
			t.Errorf("%q: %d", text, form)
		}
	}
	if d, _ := dayOf("20958", true); d != day(19, 5, 1961) {
		t.Errorf("in the system of 1904: %v", d)
	}
}

func TestDatesOfARow(t *testing.T) {
	const head = "Số thẻ,Họ và tên,Ngày sinh,Ngày kết nạp,Ngày chính thức,Ngày cấp thẻ,Ngày từ trần\n"
	today := day(1, 6, 2021)
	tests := map[string]struct{ row, problems, warnings string }{
		"a year of two digits": {
			"19/5/61,,,,", "Dòng 2, cột “Ngày sinh”: “19/5/61” viết năm có hai chữ số nên không rõ là thế kỷ nào. Viết đủ bốn chữ số, ví dụ 19/05/1961.", "",
		},
		"a month and a year": {"5/1961,,,,", "", "Dòng 2, cột “Ngày sinh”: “5/1961” không đủ ngày, tháng; chỉ lấy năm 1961."},
		"a spreadsheet's number in a text file": {
			"22420,,,,", "", "Dòng 2, cột “Ngày sinh”: số 22420 được đọc là ngày 19/05/1961, theo cách bảng tính ghi ngày. Kiểm tra lại.",
		},
		"official before the admission": {
			"1961,03/02/1991,03/02/1990,,", "Dòng 2, cột “Ngày chính thức”: 03/02/1990 sớm hơn ngày vào Đảng (03/02/1991). Kiểm tra lại hai ngày.", "",
		},
		"a card before the admission": {
			"1961,03/02/1991,03/02/1992,03/02/1990,", "", "Dòng 2, cột “Ngày cấp thẻ”: 03/02/1990 sớm hơn ngày vào Đảng (03/02/1991). Kiểm tra lại hai ngày.",
		},
		"tomorrow": {
			"1961,,02/06/2021,,", "Dòng 2, cột “Ngày chính thức”: 02/06/2021 là ngày ở tương lai (hôm nay là 01/06/2021). Kiểm tra lại ngày.", "",
		},
		"too young": {
			"1980,03/02/1990,03/02/1991,,", "", "Dòng 2, cột “Ngày kết nạp”: vào Đảng ngày 03/02/1990 khi chưa đủ 18 tuổi (sinh 1980). Kiểm tra lại.",
		},
		"too old": {"1900,,,,", "", "Dòng 2, cột “Ngày sinh”: sinh 1900, hơn 115 tuổi. Kiểm tra lại ngày sinh."},
		"died before the admission": {
			"1961,03/02/1990,03/02/1991,,1989", "", "Dòng 2, cột “Ngày từ trần”: tệp không có cột “Trạng thái”; vì ô này có nội dung nên người này được coi là “từ trần”, thẻ không được đóng dấu. Kiểm tra lại.\n" +
				"Dòng 2, cột “Ngày từ trần”: 1989 sớm hơn ngày vào Đảng (03/02/1990). Kiểm tra lại hai ngày.",
		},
		"years that leave it open": {"1961,1990,1990,1990,", "", ""},
		"today":                    {"1961,03/02/1990,01/06/2021,,", "", ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			f := readWith(t, head+"31000001,Tạ Nắng,"+tt.row+"\n", Options{Unit: "A01", Today: today})
			if got := texts(f.Problems); got != tt.problems {
				t.Errorf("problems\n got %s\nwant %s", got, tt.problems)
			}
			if got := texts(f.Warnings); got != tt.warnings {
				t.Errorf("warnings\n got %s\nwant %s", got, tt.warnings)
			}
		})
	}
}

// What usualLife lets pass has no flaw.
func FuzzUsualLife(f *testing.F) {
	f.Add(int16(1961), int16(1990), int16(1991), int16(2004), int16(2021), uint8(3))
	f.Add(int16(1961), int16(1980), int16(1981), int16(0), int16(1982), uint8(0))
	f.Fuzz(func(t *testing.T, born, in, official, issued, now int16, month uint8) {
		m := stampdesk.Member{Unit: "A", Card: 31000001, Status: stampdesk.Official}
		d := day(int(month%28)+1, int(month%12)+1, 0)
		for _, at := range []struct {
			date *stampdesk.Date
			year int16
		}{{&m.Birth, born}, {&m.Admitted, in}, {&m.Official, official}, {&m.Issued, issued}} {
			if at.year > 0 && at.year < 3000 {
				*at.date = d
				at.date.Year = at.year
			}
		}
		today := stampdesk.Date{Year: max(now, 0) % 3000, Month: 1, Day: 1}
		if today.Year == 0 {
			today = stampdesk.Date{}
		}
		if flaws := m.DateFlaws(today); usualLife(&m, today) && len(flaws) > 0 {
			t.Errorf("%+v on %v: %+v", m, today, flaws)
		}
	})
}

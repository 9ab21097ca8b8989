package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"stampdesk"
	"stampdesk/printer/form"
)

const formRoster = `Số thẻ,Số LL,Họ và tên,Ngày sinh,Giới tính,Quê quán,Ngày vào Đảng,Ngày chính thức,Ngày cấp thẻ,Mã đơn vị,Đơn vị,Chi bộ,Trạng thái
31000001,000001AB,Nguyễn Văn An,12/04/1961,Nam,Xã Bình Yên,19/05/1983,19/05/1984,,P01,Đảng bộ phường A,Chi bộ 1,
31000002,000002AB,Trần Thị Bình,1962,Nữ,Xã Bình Yên,19/05/1983,19/05/1984,,P01,Đảng bộ phường A,Chi bộ 1,
31000003,000003AB,Phạm Văn Chinh,13/04/1985,Nam,Xã Bình Yên,19/05/2017,19/05/2018,,P01,Đảng bộ phường A,Chi bộ 2,
31000004,000004AB,Lê Thị Dung,14/04/1965,Nữ,Xã Bình Yên,19/05/1988,19/05/1989,,P01,Đảng bộ phường A,Chi bộ 2,
,000007AB,Vũ Văn Khoa,16/04/1999,Nam,Xã Bình Yên,19/05/2018,19/05/2019,,P01,Đảng bộ phường A,Chi bộ 2,
,000008AB,Ngô Thị Lam,16/04/1999,Nữ,Xã Bình Yên,19/05/2020,,,P01,Đảng bộ phường A,Chi bộ 2,dự bị
31000201,000201AB,Bùi Thị Lan,16/04/1975,Nữ,Xã Bình Yên,19/05/2003,19/05/2004,,P02,Đảng bộ phường B,Chi bộ 1,
`

// formRound is a round of two units whose first has its cards at the desk.
func formRound(t testing.TB) (dir string) {
	t.Helper()
	dir = t.TempDir()
	roster := filepath.Join(dir, "roster.csv")
	if err := os.WriteFile(roster, []byte(formRoster), 0o600); err != nil {
		t.Fatal(err)
	}
	mustRun(t, dir, "init", "--supervisor", "GS1")
	mustRun(t, dir, "roster", "import", roster)
	mustRun(t, dir, "batch", "open", "--unit", "P01", "--count", "4")
	mustRun(t, dir, "batch", "decide", "--no", "12-QĐ/TU", "--date", "16/04/2021")
	return dir
}

// tableUnder is what a sheet has under a heading, with the row in which the heading
// stands, counted from 1.
func tableUnder(t *testing.T, f *excelize.File, sheet, heading string) (columns map[string]int, row int) {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for i, cells := range rows {
		if !slices.Contains(cells, heading) {
			continue
		}
		columns = map[string]int{}
		for _, cells := range rows[i:min(i+2, len(rows))] { // headings of one row or of two
			for at, name := range cells {
				if _, known := columns[name]; name != "" && !known {
					columns[name] = at + 1
				}
			}
		}
		return columns, i + 1
	}
	t.Fatalf("no heading %q in %q", heading, rows)
	return nil, 0
}

func TestABlankFormThatAUnitFillsInIsImportedWithoutAMapping(t *testing.T) {
	for _, c := range []struct {
		name, form string
		more       []string            // how the blank form is made
		filled     []map[string]string // what the unit types, a row each
		proposed   int
		listed     string // what the summary of the import has
	}{
		{"form 2 with empty rows", "2", []string{"--rows", "5"}, []map[string]string{
			{"Họ và tên": "Nguyễn Văn An", "Số thẻ": "31.000001"}, {"Họ và tên": "Trần Thị Bình", "Số thẻ": "31.000002"},
			{"Họ và tên": "Phạm Văn Chinh", "Số thẻ": "31.000003"},
		}, 3, `"lines":3`},
		{"form 2 with who is on the roster", "2", []string{"--from-roster"}, nil, 4, `"lines":4`},
		{"form 5 with who is on the roster", "5", []string{"--from-roster"}, nil, 0, `"lines":1`},
		{"form 3", "3", []string{"--rows", "4"}, []map[string]string{{"Họ và tên": "Lê Thị Dung", "Số thẻ": "31.000004"}}, 0, `"lines":1`},
		{"form 4", "4", []string{"--rows", "4"}, []map[string]string{{"Họ và tên": "Lê Thị Dung", "Số thẻ": "31.000004"}}, 0, `"lines":1`},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := formRound(t)
			file := filepath.Join(dir, "form.xlsx")
			mustRun(t, dir, append([]string{"form", c.form, "--unit", "P01", "--blank", "--out", file}, c.more...)...)
			f, err := excelize.OpenFile(file)
			if err != nil {
				t.Fatal(err)
			}
			sheet := f.GetSheetList()[0]
			columns, _ := tableUnder(t, f, sheet, "Họ và tên")
			for i, cells := range c.filled {
				row := firstEmpty(t, f, sheet, columns["Họ và tên"]) + i
				for heading, value := range cells {
					at, err := excelize.CoordinatesToCellName(columns[heading], row)
					if err == nil {
						err = f.SetCellStr(sheet, at, value)
					}
					if err != nil {
						t.Fatal(err)
					}
				}
			}
			if err := f.Save(); err != nil {
				t.Fatal(err)
			}
			f.Close()
			got := mustRun(t, dir, "list", "import", file, "--unit", "P01", "--form", c.form, "--json")
			if !strings.Contains(got, c.listed) {
				t.Errorf("import: %s", got)
			}
			if proposed := figuresOf(t, dir, "tally", "--json")["proposed"]; proposed != float64(c.proposed) {
				t.Errorf("proposed %v, want %d", proposed, c.proposed)
			}
		})
	}
}

// firstEmpty is the first row under the numbers of the columns that has no name.
func firstEmpty(t *testing.T, f *excelize.File, sheet string, column int) int {
	t.Helper()
	_, row := tableUnder(t, f, sheet, "Họ và tên")
	for row++; ; row++ {
		at, err := excelize.CoordinatesToCellName(column, row)
		if err != nil {
			t.Fatal(err)
		}
		value, err := f.GetCellValue(sheet, at)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := strconv.Atoi(strings.Trim(value, "()")); err == nil { // the row that numbers the columns
			return row + 1
		}
		if row > 60 {
			t.Fatal("no row numbers the columns")
		}
	}
}

// figuresOf are the figures that a command prints as JSON.
func figuresOf(t *testing.T, dir string, args ...string) map[string]any {
	t.Helper()
	figures := map[string]any{}
	if err := json.Unmarshal([]byte(mustRun(t, dir, args...)), &figures); err != nil {
		t.Fatal(err)
	}
	return figures
}

func TestEveryFigureOfFormSevenIsThatOfTheTally(t *testing.T) {
	dir := formRound(t)
	for _, act := range [][]string{
		{"form", "2", "--unit", "P01", "--blank", "--from-roster", "--out", dir + "/2.xlsx"},
		{"list", "import", dir + "/2.xlsx", "--unit", "P01", "--form", "2"},
		{"stamp", "31000001"}, {"stamp", "31000002", "--relaminated"}, {"hold", "31000003", "--reason", "HONG"},
		{"uncollected", "31000004", "--reason", "CHUA_THU.nam_vien"},
	} {
		mustRun(t, dir, act...)
	}
	want := figuresOf(t, dir, "tally", "--json")
	if want["stamped"] != 2.0 || want["damaged"] != 1.0 || want["proposed"] != 4.0 {
		t.Fatalf("the round: %v", want)
	}
	got := figuresOf(t, dir, "form", "7", "--json")["figures"].(map[string]any)
	if !reflect.DeepEqual(got, want) {
		for _, name := range slices.Sorted(maps.Keys(want)) {
			if !reflect.DeepEqual(got[name], want[name]) {
				t.Errorf("%s: %v, the tally has %v", name, got[name], want[name])
			}
		}
	}

	file := filepath.Join(dir, "7.xlsx")
	mustRun(t, dir, "form", "7", "--out", file)
	f, err := excelize.OpenFile(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sheet := f.GetSheetList()[0]
	columns, head := tableUnder(t, f, sheet, "Nội dung")
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	printed := map[string]string{}
	for _, cells := range rows[head:] {
		if len(cells) >= columns["Số lượng"] {
			printed[strings.TrimSpace(cells[columns["Nội dung"]-1])] = cells[columns["Số lượng"]-1]
		}
	}
	for label, name := range map[string]string{
		"Đảng viên chính thức": "official", "Đảng viên dự bị": "probationary",
		"Đảng viên chính thức đã được đổi, phát thẻ": "with_card", "Đảng viên chính thức chưa được đổi, phát thẻ": "without_card",
		"Số thẻ đề nghị đóng dấu kiểm tra kỹ thuật": "proposed", "Số thẻ đã đóng dấu kiểm tra kỹ thuật": "stamped",
		"Số thẻ chưa đóng dấu kiểm tra kỹ thuật": "not_stamped", "Thẻ bị hỏng, đề nghị đổi lại": "damaged", "Thẻ chưa thu được": "uncollected",
	} {
		if printed[label] != strconv.Itoa(int(want[name].(float64))) {
			t.Errorf("%s: printed %q, the tally has %v", label, printed[label], want[name])
		}
	}
}

func TestFormsAreWrittenBesideARunningDesk(t *testing.T) {
	data, _ := serving(t)
	dir := filepath.Dir(data)
	t.Setenv("STAMPDESK_OPERATOR", "GS1") // what goes to the desk with a command is in the environment of its process
	t.Setenv("STAMPDESK_PIN", "2222")
	roster := filepath.Join(dir, "roster.csv")
	if err := os.WriteFile(roster, []byte(formRoster), 0o600); err != nil {
		t.Fatal(err)
	}
	mustRun(t, dir, "roster", "import", roster)
	for _, name := range []string{"2.xlsx", "5.csv", "6.pdf", "7.txt"} {
		file := filepath.Join(dir, name)
		args := []string{"form", name[:1], "--out", file}
		if name[0] == '6' {
			args = append(args, "--each")
		}
		mustRun(t, dir, args...)
		info, err := os.Stat(file)
		if err != nil {
			t.Fatal(err)
		}
		if info.Size() == 0 || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %d bytes, mode %v", name, info.Size(), info.Mode())
		}
	}
	if text := mustRun(t, dir, "form", "5", "--out", "-"); !strings.Contains(text, "Vũ") {
		t.Errorf("form 5:\n%s", text)
	}
}

func TestWhoeverStopsAFormDoesNotWaitForTheWholeOfIt(t *testing.T) {
	a := &app{t: textsIn(stampdesk.Vietnamese), now: time.Now}
	pages := make([]form.Page, 3)
	for i := range pages {
		pages[i] = form.Page{Name: fmt.Sprint("P0", i), Title: []string{"DANH SÁCH"}}
	}
	for _, ending := range formEndings {
		ctx, stop := context.WithCancel(t.Context())
		stop()
		var got bytes.Buffer
		out := bufio.NewWriterSize(&got, 1)
		if err := a.formWriter(ctx, "a"+ending, form.Each(pages))(out); !errors.Is(err, context.Canceled) || got.Len() > 0 {
			t.Errorf("%s: %v, %d bytes", ending, err, got.Len())
		}
	}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	seen := 0
	for _, err := range wanted(ctx, form.Each(pages)) {
		if seen++; seen == 2 && !errors.Is(err, context.Canceled) {
			t.Errorf("stopped after the first page: %v", err)
		}
		stop()
	}
	if seen != 2 {
		t.Errorf("%d pages", seen)
	}
}

func TestAFormIsLaidOutOnlyWhenItsPagesAreWanted(t *testing.T) {
	laid := 0
	l := laying{filled: make([]stampdesk.Filled, 3), of: func(*stampdesk.Filled) []form.Page {
		laid++
		return []form.Page{{Name: fmt.Sprint("P0", laid)}, {Name: fmt.Sprint("P0", laid, " chi tiết")}}
	}}
	for p := range l.pages() {
		if p.Name == "P02" {
			break
		}
		if laid > 1 {
			t.Fatalf("%d forms are laid out with page %s", laid, p.Name)
		}
	}
	if laid != 2 {
		t.Errorf("%d forms are laid out for three pages", laid)
	}
	laid = 0
	if all, err := collected(l.pages()); err != nil || len(all) != 6 || len(slices.Concat(l.sheets...)) != 6 {
		t.Errorf("%d pages, sheets %q, %v", len(all), l.sheets, err)
	}
}

func TestAFolderThatIsNotThereIsNamedBeforeAFormIsFilledIn(t *testing.T) {
	dir := formRound(t)
	code, _, said := runAt(t, dir+"/store", "form", "6", "--out", filepath.Join(dir, "nowhere", "mau6.xlsx"))
	if code != exitFailed || !strings.Contains(said, "không có thư mục "+filepath.Join(dir, "nowhere")) {
		t.Errorf("exit %d: %s", code, said)
	}
}

// oddCells is a unit whose cells differ by a diacritic or are spelt in two ways,
// and which has a guest from a cell of another unit.
const oddCells = `Số thẻ,Họ và tên,Ngày vào Đảng,Ngày chính thức,Mã đơn vị,Đơn vị,Chi bộ,Đơn vị SHĐ tạm thời
31000001,Nguyễn Văn An,19/05/1983,19/05/1984,P01,Đảng bộ A,Chi bộ Lang,
31000002,Trần Thị Bình,19/05/1983,19/05/1984,P01,Đảng bộ A,Chi bộ Làng,
31000003,Phạm Văn Chinh,19/05/2017,19/05/2018,P01,Đảng bộ A,"CHI BỘ: LANG",
31000004,Lê Thị Dung,19/05/1988,19/05/1989,P01,Đảng bộ A,Chi bộ 10,
31000005,Vũ Văn Khoa,19/05/2018,19/05/2019,P01,Đảng bộ A,Chi bộ 2,
31000006,Bùi Thị Lan,19/05/2003,19/05/2004,P02,Đảng bộ B,Chi bộ 2,P01
`

func TestABlankFormWithTheRosterHasEachMemberOnceAndInTheRightCell(t *testing.T) {
	dir := t.TempDir()
	roster, file := filepath.Join(dir, "roster.csv"), filepath.Join(dir, "form.csv")
	if err := os.WriteFile(roster, []byte(oddCells), 0o600); err != nil {
		t.Fatal(err)
	}
	mustRun(t, dir, "init", "--supervisor", "GS1")
	mustRun(t, dir, "roster", "import", roster)
	for _, c := range []struct {
		of   []string
		want string // who, in the order of the form
	}{
		{[]string{"--unit", "P01"}, "An Chinh Bình Dung Khoa Lan"},
		{[]string{"--unit", "P01", "--each"}, "An Chinh Bình Dung Khoa Lan"},
		{[]string{"--unit", "P01", "--cell", "chi bộ lang"}, "An Chinh"},
		{[]string{"--unit", "P01", "--cell", "Chi bộ Làng"}, "Bình"},
		{[]string{"--unit", "P01", "--cell", "chi bo 2"}, "Khoa"},
	} {
		mustRun(t, dir, append([]string{"form", "2", "--blank", "--from-roster", "--force", "--out", file}, c.of...)...)
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var who []string
		for _, name := range regexp.MustCompile(`(An|Bình|Chinh|Dung|Khoa|Lan),`).FindAllStringSubmatch(string(text), -1) {
			who = append(who, name[1])
		}
		if got := strings.Join(who, " "); got != c.want {
			t.Errorf("%v: %s, want %s\n%s", c.of, got, c.want, text)
		}
	}
}

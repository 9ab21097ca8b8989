package form_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"stampdesk"
	"stampdesk/printer/form"
)

// movementReport is a board of two units, with everything that a report tells.
func movementReport() *stampdesk.MovementReport {
	a := stampdesk.Movement{
		Then: 1200, Admitted: 14, In: 6, Gone: stampdesk.Departures{Out: 9, Deceased: 4, StruckOff: 1, Expelled: 1, Resigned: 1},
		NotCut: 2, Now: 1209, Recognised: 11, Pending: 3, Guests: 5, Unplaced: 3, Maybe: 6, Between: 1,
		Undated: stampdesk.Departures{Out: 2, Deceased: 1}, Uncut: stampdesk.Departures{Out: 2},
	}
	b := stampdesk.Movement{Then: 300, In: 1, Gone: stampdesk.Departures{Other: 1}, Now: 301, Later: 1}
	total := a
	total.Then, total.Now, total.Later, total.Gone.Other, total.In = 1501, 1510, 1, 1, 6
	return &stampdesk.MovementReport{
		Board: stampdesk.Board{Upper: "Tỉnh ủy Ngôi Sao", Name: "Ban Tổ chức", Place: "Ngôi Sao", Symbol: "-BC/BTC", SignedBy: "TRƯỞNG BAN"},
		AsOf:  stampdesk.Date{Year: 2022, Month: 8, Day: 26}, Covers: stampdesk.Covers{Roster: 126_715, Known: 127_455},
		Movements: stampdesk.Movements{
			Period: stampdesk.Period{From: stampdesk.Date{Year: 2022, Month: 1, Day: 1}, To: stampdesk.Date{Year: 2022, Month: 8, Day: 26}},
			Total:  total,
			Units: []stampdesk.UnitMovement{
				{Unit: stampdesk.Unit{Code: "P01", Name: "Đảng bộ phường A"}, Movement: a}, {Unit: stampdesk.Unit{Code: "P02"}, Movement: b},
			},
		},
		Admissions: stampdesk.Admissions{
			Year: 2022, Units: 35, Reached: 20, Target: 151, Admitted: 52, Over: 2, Untargeted: 4, Strays: []stampdesk.UnitCode{"P98", "P99"},
			ByUnit: []stampdesk.UnitAdmissions{
				{Unit: stampdesk.Unit{Code: "P01", Name: "Đảng bộ phường A"}, Target: 12, Admitted: 14}, {Unit: stampdesk.Unit{Code: "P02"}, Admitted: 4},
			},
		},
	}
}

var august = form.Options{At: time.Date(2022, 8, 26, 9, 0, 0, 0, time.UTC), Number: "12-BC/BTC", Version: "1.0"}

func TestTheReportOfMovementsReadsAsItDid(t *testing.T) {
	var b bytes.Buffer
	if err := form.WriteText(&b, form.Movements(movementReport(), august)); err != nil {
		t.Fatal(err)
	}
	goldenText(t, "movements.txt", b.String())
}

func TestTheFiguresOfMovementsAddUpAsTheirNumbersSay(t *testing.T) {
	pages := form.Movements(movementReport(), august)
	by := map[string]int{}
	for _, r := range pages[0].Table.Rows {
		by[r.Cells[0].Text] = r.Cells[2].N
	}
	if by["1"]+by["2"]-by["3"]+by["4"]+by["5"] != by["6"] || by["2"] != by["2.1"]+by["2.2"] {
		t.Errorf("%v", by)
	}
	if sum := by["3.1"] + by["3.2"] + by["3.3"] + by["3.4"] + by["3.5"] + by["3.6"]; sum != by["3"] {
		t.Errorf("those who left come to %d, not to %d", sum, by["3"])
	}
	wide := 0.0
	for _, c := range pages[1].Table.Columns {
		wide += c.Width
	}
	if wide > 262 {
		t.Errorf("the units need %.0f mm", wide)
	}
	for _, r := range pages[1].Table.Rows {
		n := func(i int) int { return r.Cells[i].N }
		if n(2)+n(3)+n(4)-n(5)-n(6)-n(7)-n(8)-n(9)-n(10)+n(11)+n(12) != n(13) {
			t.Errorf("%s does not add up", r.Cells[1].Text)
		}
		if len(r.Cells) != len(pages[1].Table.Columns) {
			t.Errorf("%d cells", len(r.Cells))
		}
	}
}

func TestThePublishedProgressAndCoverageAreWrittenAsPublished(t *testing.T) {
	r := movementReport()
	after := func() string {
		var all []string
		for _, p := range form.Movements(r, august)[0].After {
			all = append(all, p.Text)
		}
		return strings.Join(all, "\n")
	}
	for _, c := range []struct {
		covers stampdesk.Covers
		want   string
	}{
		{stampdesk.Covers{Roster: 126_715, Known: 127_455}, "126.715/127.455, 99,42%"},
		{stampdesk.Covers{Roster: 1_994, Known: 3_298}, "1.994/3.298, 60,46%"},
		{stampdesk.Covers{Roster: 53_300, Known: 54_954}, "53.300/54.954, 96,99%"},
		{stampdesk.Covers{Roster: 54_954, Known: 53_300}, "nhiều hơn cơ sở dữ liệu đảng viên (53.300) 1.654 người"},
		{stampdesk.Covers{Roster: 54_954}, "chưa nhập số đảng viên theo cơ sở dữ liệu của cả đảng bộ (dòng để trống mã đơn vị"},
	} {
		if r.Covers = c.covers; !strings.Contains(after(), c.want) {
			t.Errorf("%+v: %s", c.covers, after())
		}
	}
	if want := "20/35 đơn vị có kết nạp, 52/151 đảng viên, 34,4%"; !strings.Contains(after(), want) {
		t.Errorf("no %s in %s", want, after())
	}
	r.Admissions = stampdesk.Admissions{Year: 2022, Untargeted: 3}
	if want := "chưa có chỉ tiêu; đã kết nạp 3 đảng viên"; !strings.Contains(after(), want) {
		t.Errorf("no %s in %s", want, after())
	}
}

// Who came within the period and left on no day that is known was added, and
// not taken away.
func TestTheReportOfMovementsSaysWhatAFigureBelowZeroMeans(t *testing.T) {
	r := movementReport()
	const told = "không phải số người"
	texts := func() string {
		var b bytes.Buffer
		if err := form.WriteText(&b, form.Movements(r, august)); err != nil {
			t.Fatal(err)
		}
		return strings.Join(strings.Fields(b.String()), " ")
	}
	if text := texts(); strings.Contains(text, told) {
		t.Error("said where no figure is below zero")
	}
	for _, m := range []*stampdesk.Movement{&r.Movements.Total, &r.Movements.Units[0].Movement} {
		m.Now -= 20
	}
	if text := texts(); strings.Count(text, told) != 2 {
		t.Error(text)
	}
}

func TestAReportOfOneUnitWithoutTargetsIsOnePage(t *testing.T) {
	r := movementReport()
	r.Movements.Units, r.Admissions = r.Movements.Units[:1], stampdesk.Admissions{Year: 2022}
	r.Unit = r.Movements.Units[0].Unit
	pages := form.Movements(r, form.Options{})
	if len(pages) != 1 || pages[0].Subtitle[0] != "Đảng bộ phường A" || pages[0].Number != "Số         -BC/BTC" {
		t.Errorf("%d pages, %+v", len(pages), pages[0])
	}
}

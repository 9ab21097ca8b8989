package form_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"stampdesk"
	"stampdesk/printer/form"
)

// goldenText compares with a file of testdata, or writes it by the flag that
// dump_test.go defines for both packages of tests.
func goldenText(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if f := flag.Lookup("update"); f != nil && f.Value.String() == "true" {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs:\n%s", name, got)
	}
}

var reportDay = time.Date(2021, 5, 20, 9, 0, 0, 0, time.UTC)

// published is a result as one board published it (counts only; the board's
// name is invented).
func published() *stampdesk.Filled {
	return &stampdesk.Filled{
		Form: stampdesk.FormResult,
		Board: stampdesk.Board{
			Upper: "Quận ủy Bến Nứa", Name: "Ban Tổ chức", Place: "Bến Nứa", Symbol: "-BC/BTC",
			SignedBy: "TRƯỞNG BAN", Signer: "Lò Thị Mẩy",
			Recipients: "- Ban Tổ chức Thành ủy (để báo cáo),\n- Lưu Ban Tổ chức.",
		},
		Round: stampdesk.Round{
			Ordinal: 4, Box: 4, CardBoxes: 4,
			From: stampdesk.Date{Year: 2021, Month: 4, Day: 15}, To: stampdesk.Date{Year: 2021, Month: 5, Day: 15},
			StatDate: stampdesk.Date{Year: 2021, Month: 4, Day: 1},
			Papers:   []string{"Hướng dẫn số 09-HD/BTC ngày 12/3/2021 của Ban Tổ chức Thành ủy"},
		},
		Units: stampdesk.UnitCounts{Units: 49, Committees: 38, Basic: 11, Cells: 412, Done: 49},
		Tally: stampdesk.Tally{
			Headcount:   stampdesk.Headcount{Official: 16603, Probationary: 283, WithCard: 16560},
			WithoutCard: 43, WithoutCardBy: map[stampdesk.Reason]int{stampdesk.ReasonMovedIn: 20, stampdesk.ReasonNewlyOfficial: 23},
			Proposed: 16560, Stamped: 16036, Damaged: 104, Lost: 217, Uncollected: 203,
			UncollectedBy: map[stampdesk.Reason]int{
				stampdesk.ReasonUncollected + ".cong_tac": 121, stampdesk.ReasonUncollected + ".nam_vien": 40,
				stampdesk.ReasonUncollected + ".ve_que": 30, stampdesk.ReasonUncollected + ".khac": 7, stampdesk.ReasonUncollected: 5,
			},
		},
	}
}

// troubled has something of everything that a report can have to say.
func troubled() *stampdesk.Filled {
	f := published()
	f.Units.Done = 41
	t := &f.Tally
	t.Uncollected, t.Held, t.Refused, t.Remaining = 150, 12, 1, 40
	t.HeldBy = map[stampdesk.Reason]int{stampdesk.ReasonDataDiffer: 8, stampdesk.ReasonForged: 4}
	t.RefusedBy = map[stampdesk.Reason]int{stampdesk.ReasonExpelled: 1}
	t.UncollectedBy = map[stampdesk.Reason]int{stampdesk.ReasonUncollected + ".cong_tac": 150}
	t.Late, t.Relaminated, t.Exchanged, t.Reissued = 14, 310, 90, 201
	t.NewCards = stampdesk.Handled{Stamped: 291}
	t.Guests = stampdesk.Handled{Stamped: 55, Damaged: 2}
	t.Remarks = map[stampdesk.Reason]int{
		stampdesk.ReasonDiscipline + ".khien_trach": 9, stampdesk.ReasonDiscipline + ".canh_cao": 2, stampdesk.ReasonMisuse: 1, stampdesk.ReasonBadCare: 6,
	}
	ways := func(a, of, b, other string) []stampdesk.FormWay {
		return []stampdesk.FormWay{{Way: a, Boards: []string{of}}, {Way: b, Boards: []string{other}}}
	}
	half := stampdesk.Tally{Headcount: stampdesk.Headcount{Official: 900, Probationary: 10, WithCard: 880}, Stamped: 850, Lost: 30}
	f.Parts = []stampdesk.FormPart{{Key: "a", Name: "Quận ủy Bến Nứa", Tally: half}, {Key: "b", Name: "Huyện ủy Nậm Ty", Tally: half}}
	f.Sources = []stampdesk.ResultSource{{Board: "Huyện ủy Nậm Ty"}}
	f.Notes = []stampdesk.FormNote{
		{Kind: stampdesk.NoteUnclosed, N: 3, Text: "B1-017, B1-018, B2-004"}, {Kind: stampdesk.NoteHeld, N: 12}, {Kind: stampdesk.NoteAway, N: 8, Text: "P31"},
		{Kind: stampdesk.NoteSums, N: 56, Text: "P07", Figure: "not_stamped", Sum: "proposed-stamped", Declared: 519},
		{Kind: stampdesk.NoteCoincidence, N: 1801, Text: "P07", Figure: "probationary", Sum: "damaged+lost"},
		{Kind: stampdesk.NoteDates, N: 2, Figure: "stat_date", Ways: ways("01/04/2021", "Quận ủy Bến Nứa", "15/04/2021", "Huyện ủy Nậm Ty")},
		{Kind: stampdesk.NoteSettings, N: 2, Figure: "base", Ways: ways("with_card", "Quận ủy Bến Nứa", "proposed", "Huyện ủy Nậm Ty")},
	}
	return f
}

func outline(t *testing.T, edit ...string) *form.Outline {
	t.Helper()
	o, err := form.ParseOutline([]byte(strings.NewReplacer(edit...).Replace(string(form.DefaultOutline()))))
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func reportText(t *testing.T, o *form.Outline, f *stampdesk.Filled) string {
	t.Helper()
	var b bytes.Buffer
	if err := form.WriteText(&b, []form.Page{o.Page(f, form.Options{At: reportDay, Version: "0.7"})}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTheReportSaysWhatTheBoardPublished(t *testing.T) {
	text := reportText(t, outline(t), published())
	goldenText(t, "report-published.txt", text)
	flat := strings.Join(strings.Fields(text), " ")
	for _, want := range []string{
		"16.886 đồng chí", "chính thức 16.603 đồng chí", "dự bị 283 đồng chí", "16.560 đồng chí, đạt 99,74%", "43 đồng chí, chiếm 0,26%",
		"23 đồng chí mới được công nhận, 20 đồng chí ở nơi khác chuyển đến", "16.036 thẻ, đạt 96,83%", "524 thẻ, chiếm 3,17%",
		"104 thẻ (0,63%)", "217 thẻ (1,31%)", "203 thẻ (1,23%)", "Không có trường hợp nào sử dụng thẻ đảng viên sai mục đích.",
	} {
		if !strings.Contains(flat, want) {
			t.Errorf("%q is not there", want)
		}
	}
}

func TestTheReportOfARoundWithEverythingNamesIt(t *testing.T) {
	goldenText(t, "report-everything.txt", reportText(t, outline(t), troubled()))
}

// The board published 96,83, 3,17, 0,64, 1,31 and 1,22: its whole and its parts
// were cut, and the part that came first took what was missing.
func TestPercentagesThatAreCutAreThoseThatTheBoardPublished(t *testing.T) {
	flat := strings.Join(strings.Fields(reportText(t, outline(t, `rounding = "remainder"`, `rounding = "cut"`), published())), " ")
	for _, want := range []string{"đạt 96,83%", "chiếm 3,17%", "104 thẻ (0,64%)", "217 thẻ (1,31%)", "203 thẻ (1,22%)"} {
		if !strings.Contains(flat, want) {
			t.Errorf("%q is not there:\n%s", want, flat)
		}
	}
}

// By this convention damaged and lost cards are beside the proposed ones, and
// the report must not give them a share of those.
func TestAReportOfTheProposedCardsLeavesTheDamagedAndTheLostBesideThem(t *testing.T) {
	f := published()
	f.Tally = stampdesk.Tally{
		Headcount: stampdesk.Headcount{Official: 45350, Probationary: 1801, WithCard: 43372}, WithoutCard: 1978,
		WithoutCardBy: map[stampdesk.Reason]int{stampdesk.ReasonMovedIn: 1978},
		Proposed:      41571, Stamped: 41108, Damaged: 1281, Lost: 520, Uncollected: 463,
		UncollectedBy: map[stampdesk.Reason]int{stampdesk.ReasonUncollected + ".cong_tac": 463},
	}
	text := reportText(t, outline(t, `base = "with_card" `, `base = "proposed" `), f)
	goldenText(t, "report-proposed.txt", text)
	flat := strings.Join(strings.Fields(text), " ")
	for _, want := range []string{
		"47.151 đồng chí", "41.108 thẻ, đạt 98,89% số thẻ đề nghị đóng dấu", "463 thẻ, chiếm 1,11% số thẻ đề nghị đóng dấu",
		"(mẫu 3-KTTĐV): 1.281 thẻ.", "(mẫu 4-KTTĐV): 520 thẻ.",
	} {
		if !strings.Contains(flat, want) {
			t.Errorf("%q is not there", want)
		}
	}
}

// The report has no table: its paragraphs are all there is, and each must be
// whole in the workbook.
func TestTheReportAsAWorkbookHasEveryParagraph(t *testing.T) {
	page := outline(t).Page(troubled(), form.Options{At: reportDay, Number: "12-BC/BTC"})
	var b bytes.Buffer
	if err := form.WriteXLSX(&b, form.Each([]form.Page{page}), t.TempDir()); err != nil {
		t.Fatal(err)
	}
	x, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	rows, err := x.GetRows(x.GetSheetList()[0])
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, row := range rows {
		all.WriteString(strings.Join(row, "\n") + "\n")
	}
	for _, p := range page.Body {
		if !strings.Contains(all.String(), p.Text+"\n") {
			t.Errorf("%q is not in a cell of its own", p.Text)
		}
	}
	if !strings.Contains(all.String(), "Số 12-BC/BTC\n") {
		t.Error("the number is not there")
	}
}

func TestTheReportSaysOfWhatKindUnitsAreOnlyWhereTheRosterDoes(t *testing.T) {
	f := published()
	f.Units = stampdesk.UnitCounts{Units: 5, Done: 5}
	text := reportText(t, outline(t), f)
	if !strings.Contains(text, "Tổng số 5 tổ chức cơ sở đảng.\n") || strings.Contains(text, " 0 đảng bộ") || strings.Contains(text, "trực thuộc đảng ủy cơ sở: 0") {
		t.Error(text)
	}
}

// What a board learns of one template holds in the other.
func TestFormsAndTheOutlineCallTheSameFigureTheSame(t *testing.T) {
	for _, name := range []string{"units", "units.committees", "units.basic", "units.cells", "units.done", "units.left", "held+refused"} {
		outline(t, `when = "misuse"`, `when = "`+name+`"`)
		text := strings.ReplaceAll(string(form.Default(stampdesk.FormResult)), `figure = "units.done"`, `figure = "`+name+`"`)
		if _, err := form.ParseTemplate([]byte(text), stampdesk.FormResult); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTheReportOfAUnitIsSignedByTheUnit(t *testing.T) {
	f := published()
	f.Form, f.Unit = stampdesk.FormReturn, stampdesk.Unit{Code: "P07", Name: "Đảng bộ phường Hoàng Phủ", Kind: "đảng bộ cơ sở"}
	p := outline(t).Page(f, form.Options{At: reportDay})
	if want := []string{"T/M ĐẢNG ỦY", "BÍ THƯ"}; !slices.Equal(p.Signatures[0].Title, want) || p.Signatures[0].Name != "" {
		t.Errorf("signed by %q, want %q and no name", p.Signatures, want)
	}
	if p.Issuer != "ĐẢNG ỦY PHƯỜNG HOÀNG PHỦ" || !strings.Contains(p.Body[1].Text, "Đảng bộ phường Hoàng Phủ đã tiến hành kiểm tra") {
		t.Errorf("issued by %q: %s", p.Issuer, p.Body[1].Text)
	}
	if slices.Contains(p.Recipients, "- Lưu Ban Tổ chức.") {
		t.Errorf("sent to those whom the board sends to: %q", p.Recipients)
	}
}

package tui

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"stampdesk"
)

// drawer is a directory in memory into which forms are written.
type drawer struct {
	files map[string]FormQuery
	wrote []FormQuery
	fails error
	notes []stampdesk.FormNote
}

func newDrawer() *drawer { return &drawer{files: map[string]FormQuery{}} }

func (w *drawer) given(o *Options) {
	o.Forms = Forms{List: w.list, Cells: w.cells, Text: w.text, Write: w.write, Dir: "/home/ban1"}
}

func (w *drawer) list(_ context.Context, _ stampdesk.Lang, unit stampdesk.UnitCode, progress func(done, total int)) ([]FormState, error) {
	if w.fails != nil {
		return nil, w.fails
	}
	tally := &stampdesk.Tally{Stamped: 16036, WithoutCard: 118}
	tally.WithCard = 16560
	note := func(k stampdesk.FormNoteKind, n int) stampdesk.FormNote { return stampdesk.FormNote{Kind: k, N: n} }
	all := []FormState{
		{Kind: 1, Tally: tally, Notes: []stampdesk.FormNote{note(stampdesk.NoteUnclosed, 2)}},
		{Kind: 2, Rows: 16041, Notes: []stampdesk.FormNote{note(stampdesk.NoteNoList, 3), note(stampdesk.NoteUnclosed, 2)}},
		{Kind: 3, Rows: 41}, {Kind: 4, Rows: 12},
		{Kind: 5, Rows: 118, Notes: []stampdesk.FormNote{note(stampdesk.NoteStrangers, 4)}},
		{Kind: 6, Tally: tally, Notes: []stampdesk.FormNote{note(stampdesk.NoteHeld, 9)}},
		{Kind: 7, Tally: tally, Notes: []stampdesk.FormNote{note(stampdesk.NoteUnclosed, 2), note(stampdesk.NoteHeld, 9), note(stampdesk.NoteSums, 56)}},
		{Kind: WrittenReport, Tally: tally},
		{Kind: MovementsReport, Absent: "Chưa đặt ngày tính số liệu: m, Chuẩn bị bàn, Đợt kiểm tra."},
	}
	for i := range all {
		if all[i].Tally != nil {
			all[i].Stamped = stampdesk.Share{N: 96_83, Decimals: 2}
		}
		progress(i+1, len(all))
	}
	if unit != "" {
		all = all[:6]
	}
	return all, nil
}

func (w *drawer) cells(context.Context, stampdesk.Lang, stampdesk.UnitCode) ([]string, error) {
	return []string{"Chi bộ 1", "Chi bộ 2", "Chi bộ Trường Tiểu học Lê Lợi"}, nil
}

func (w *drawer) text(_ context.Context, q FormQuery, _ int) (string, error) {
	if w.fails != nil {
		return "", w.fails
	}
	lines := []string{"ĐẢNG ỦY PHƯỜNG A" + strings.Repeat(" ", 60) + "ĐẢNG CỘNG SẢN VIỆT NAM", fmt.Sprintf("Mẫu %d-KTTĐV", q.Kind)}
	for i := range 60 {
		lines = append(lines, fmt.Sprintf("%3d  31.%06d  %s", i+1, 401+i, q.Scope.Unit))
	}
	return strings.Join(lines, "\n"), nil
}

func (w *drawer) write(ctx context.Context, q FormQuery, report func(stage ImportStage, done, total int)) (WrittenForm, error) {
	if err := ctx.Err(); err != nil {
		return WrittenForm{}, err
	}
	if _, there := w.files[q.Path]; there && !q.Replace {
		return WrittenForm{}, fmt.Errorf("%s: %w", q.Path, ErrFileThere)
	}
	if w.fails != nil {
		return WrittenForm{}, w.fails
	}
	report(StageFill, 1, 2)
	report(StageFile, 0, 0)
	w.files[q.Path], w.wrote = q, append(w.wrote, q)
	return WrittenForm{Path: q.Path, Rows: 605, Pages: 31, Sheet: filepath.Ext(q.Path) == ".xlsx", Bytes: 48_200, Notes: w.notes}, nil
}

// formsAt is a desk whose supervisor is at the list of forms.
func formsAt(t *testing.T, w *drawer) *desktop {
	t.Helper()
	d := newDesktop(t, w.given)
	d.toForms()
	return d
}

func (d *desktop) toForms() {
	d.Helper()
	d.board(11)
	d.chief()
	d.press("m", "e")
}

// onLine moves to a line of a form by its label.
func (d *desktop) onLine(label string) {
	d.Helper()
	p := d.s.page().(*formWriting)
	i := slices.IndexFunc(p.lines(d.s), func(l dial) bool { return l.label == label })
	if i < 0 {
		d.Fatalf("no line %q:\n%s", label, d.text())
	}
	d.press("home")
	for range i {
		d.press("down")
	}
}

var errFull = errors.New("đĩa đã đầy: xóa bớt tệp hoặc chọn ổ khác, rồi ghi lại (write mau-2.xlsx: no space left on device)")

// drawn are a way to a screen with forms that are written into a drawer.
func drawn(name string, change func(*drawer), reach func(*desktop)) goldenScreen {
	return goldenScreen{name, reach, func(o *Options) {
		w := newDrawer()
		if change != nil {
			change(w)
		}
		w.given(o)
	}}
}

var formScreens = []goldenScreen{
	drawn("forms", nil, func(d *desktop) { d.toForms(); d.press("down", "down") }),
	drawn("forms-absent", nil, func(d *desktop) { d.toForms(); d.press("end", "enter") }),
	drawn("forms-wrong", func(w *drawer) { w.fails = errFull }, (*desktop).toForms),
	drawn("forms-unit", nil, func(d *desktop) { d.board(11); d.chief(); d.press("enter", "end", "enter") }),
	drawn("form-list", nil, func(d *desktop) { d.toForms(); d.press("down", "enter") }),
	drawn("form-result", nil, func(d *desktop) { d.toForms(); d.press("down", "down", "down", "down", "down", "down", "enter") }),
	drawn("form-cell", nil, func(d *desktop) {
		d.toForms()
		d.press("enter", "left", "down", "enter", "enter", "down", "enter", "down", "enter")
	}),
	drawn("form-pick-unit", nil, func(d *desktop) { d.toForms(); d.press("enter", "right", "right", "down", "enter"); d.types("dong") }),
	drawn("form-path", nil, func(d *desktop) { d.toForms(); d.press("enter", "end", "up", "up", "enter") }),
	drawn("form-written", func(w *drawer) {
		w.notes = []stampdesk.FormNote{{Kind: stampdesk.NoteNoList, N: 3}, {Kind: stampdesk.NoteSums, N: 56, Text: "P07"}}
	}, func(d *desktop) { d.toForms(); d.press("down", "enter", "e") }),
	drawn("form-there", func(w *drawer) { w.files["/home/ban1/mau-1-20210425.xlsx"] = FormQuery{} }, func(d *desktop) {
		d.toForms()
		d.press("enter", "e", "2")
	}),
	drawn("form-failed", nil, func(d *desktop) {
		d.toForms()
		d.press("enter")
		d.s.opt.Forms.Write = func(context.Context, FormQuery, func(ImportStage, int, int)) (WrittenForm, error) {
			return WrittenForm{}, errFull
		}
		d.press("e")
	}),
	drawn("form-busy", nil, func(d *desktop) {
		d.toForms()
		d.press("enter")
		d.slow = true
		d.press("e")
		d.s.task.began = d.s.now.Add(-6e9)
		d.s.task.heard.Store(&progress{StageFill, 118, 605})
		d.update(heardMsg{d.s.task})
	}),
	drawn("form-saving", nil, func(d *desktop) {
		d.toForms()
		d.press("enter")
		d.slow = true
		d.press("e")
		d.s.task.heard.Store(&progress{StageFile, 0, 0})
		d.update(heardMsg{d.s.task})
		d.s.task.began = d.s.now.Add(-6e9)
	}),
	drawn("form-look", nil, func(d *desktop) { d.toForms(); d.press("down", "enter", "end", "up", "enter", "pgdown") }),
	drawn("help-forms", nil, func(d *desktop) { d.toForms(); d.press("?") }),
	drawn("help-form", nil, func(d *desktop) { d.toForms(); d.press("enter", "?") }),
}

func TestAFormOfAUnitIsWrittenWithoutTypingACommand(t *testing.T) {
	w := newDrawer()
	d := formsAt(t, w)
	d.press("down", "enter", "right", "right", "down", "enter")
	d.types("hoa binh")
	d.press("enter", "e")
	if len(w.wrote) != 1 {
		t.Fatalf("wrote %d files:\n%s", len(w.wrote), d.text())
	}
	q := w.wrote[0]
	if q.Kind != 2 || q.Scope.Unit == "" || q.Each || q.Path != fmt.Sprintf("/home/ban1/mau-2-%s-%s.xlsx", q.Scope.Unit, d.clock.Format("20060102")) {
		t.Errorf("%+v", q)
	}
	d.shows("Đã ghi "+q.Path, "605 dòng", "31 trang tính", "48 kB")
}

func TestTheNameOfAFileSaysWhatItIsOfWhomAndOfWhichDay(t *testing.T) {
	at := day(5, 20)
	for want, q := range map[string]FormQuery{
		"mau-2-P01-20210520.xlsx":                   {Kind: 2, Scope: stampdesk.Scope{Unit: "P01"}},
		"mau-7-20210520.xlsx":                       {Kind: 7},
		"mau-1-P01-Chi-bo-duong-so-3-20210520.xlsx": {Kind: 1, Scope: stampdesk.Scope{Unit: "P01", Cell: "Chi bộ đường số 3"}},
		"mau-6-cac-don-vi-20210520.xlsx":            {Kind: 6, Each: true},
		"mau-5-trong-P01-cac-chi-bo-20210520.xlsx":  {Kind: 5, Each: true, Blank: AllBlank, Scope: stampdesk.Scope{Unit: "P01"}},
		"bao-cao-20210520.xlsx":                     {Kind: WrittenReport},
		"bien-dong-P-02-20210520.xlsx":              {Kind: MovementsReport, Scope: stampdesk.Scope{Unit: "P/02"}},
	} {
		if got := q.fileName(".xlsx", at); got != want {
			t.Errorf("%+v: %s, want %s", q, got, want)
		}
	}
}

func TestAFileThatIsThereIsOverwrittenOnlyAfterAsking(t *testing.T) {
	w := newDrawer()
	d := formsAt(t, w)
	d.press("enter", "e", "e")
	d.shows("Ở đó đã có một tệp", "/home/ban1/mau-1-")
	d.press("enter") // what is proposed is to leave it
	if len(w.wrote) != 1 {
		t.Fatal("overwritten without being asked to")
	}
	d.press("e", "esc", "e", "2", "enter")
	if len(w.wrote) != 2 || !w.wrote[1].Replace {
		t.Fatalf("%d writes:\n%s", len(w.wrote), d.text())
	}
	d.shows("Đã ghi")
}

func TestAPathThatIsTypedKeepsItsEndingAndIsNotLost(t *testing.T) {
	for typed, want := range map[string]string{
		"ket qua":        "/home/ban1/ket qua.xlsx",
		"x.pdf":          "/home/ban1/x.pdf",
		"/media/usb/":    "/media/usb/mau-1-20210430.xlsx",
		"~/gui/mau1.txt": "~/gui/mau1.txt",
		"mau.1":          "/home/ban1/mau.1.xlsx",
	} {
		t.Run(typed, func(t *testing.T) {
			w := newDrawer()
			d := formsAt(t, w)
			d.clock = day(4, 30)
			d.press("enter")
			d.onLine("Tệp")
			d.press("enter", "ctrl+u")
			d.types(typed)
			d.press("enter", "esc", "enter", "e") // away and back again
			if len(w.wrote) != 1 || w.wrote[0].Path != want {
				t.Errorf("%+v, want %s:\n%s", w.wrote, want, d.text())
			}
		})
	}
}

func TestAnotherKindOfFileChangesTheEndingOfANameThatWasTyped(t *testing.T) {
	w := newDrawer()
	d := formsAt(t, w)
	d.press("enter")
	d.onLine("Tệp")
	d.press("enter", "ctrl+u")
	d.types("/tmp/gui.xlsx")
	d.press("enter")
	d.onLine("Loại tệp")
	d.press("right", "e")
	if len(w.wrote) != 1 || w.wrote[0].Path != "/tmp/gui.pdf" {
		t.Errorf("%+v", w.wrote)
	}
}

func TestTheNextFileIsProposedWhereTheLastOneWent(t *testing.T) {
	w := newDrawer()
	d := formsAt(t, w)
	d.press("enter")
	d.onLine("Tệp")
	d.press("enter", "ctrl+u")
	d.types("/media/usb/a.xlsx")
	d.press("enter", "e", "esc", "down", "enter")
	d.shows("/media/usb/mau-2-")
}

func TestAFormOfAUnitIsNotWrittenBeforeTheUnitIsChosen(t *testing.T) {
	w := newDrawer()
	d := formsAt(t, w)
	d.press("down", "enter", "right", "right", "e")
	d.shows("Chọn đơn vị trước")
	d.press("left", "left", "left") // round to one cell
	d.onLine("Chi bộ")
	d.press("enter")
	d.shows("Chọn đơn vị trước")
	if len(w.wrote) != 0 {
		t.Errorf("%+v", w.wrote)
	}
}

func TestEscStopsALongWriteAndNothingIsWritten(t *testing.T) {
	w := newDrawer()
	d := formsAt(t, w)
	d.press("enter")
	d.slow = true
	d.press("e")
	d.shows("Đang lập biểu mẫu")
	d.press("esc")
	d.shows("Đã dừng: chưa ghi tệp nào.")
	d.slow = false
	d.update(clockMsg{})
	d.hides("Đã ghi")
	if len(w.wrote) != 0 {
		t.Errorf("%+v", w.wrote)
	}
}

func TestWhatCannotBeWrittenSaysWhyAndKeepsWhatWasChosen(t *testing.T) {
	w := newDrawer()
	d := formsAt(t, w)
	d.press("enter")
	d.onLine("Loại tệp")
	w.fails = errFull
	d.press("right", "e")
	d.shows("đĩa đã đầy", ".pdf")
	w.fails = nil
	d.press("e")
	d.shows("Đã ghi /home/ban1/mau-1-")
	if len(w.wrote) != 1 || !strings.HasSuffix(w.wrote[0].Path, ".pdf") {
		t.Errorf("%+v", w.wrote)
	}
}

func TestABlankFormHasNoNumberAndAResultIsOfTheWholeBoard(t *testing.T) {
	w := newDrawer()
	d := formsAt(t, w)
	d.press("enter")
	d.onLine("Điền")
	d.press("right")
	d.hides("Số văn bản")
	d.press("e", "esc")
	d.choose("Mẫu 7", "Form 7")
	d.press("enter")
	d.hides("Của ai", "Điền  ")
	d.onLine("Số văn bản")
	d.press("enter")
	d.types("12-BC/BTC")
	d.press("enter", "e")
	if len(w.wrote) != 2 || w.wrote[0].Blank != AllBlank || w.wrote[1].Kind != 7 || w.wrote[1].Number != "12-BC/BTC" || w.wrote[1].Scope != (stampdesk.Scope{}) {
		t.Errorf("%+v", w.wrote)
	}
}

func TestTheFormsOfAUnitAreReachedFromItsPage(t *testing.T) {
	w := newDrawer()
	d := newDesktop(t, w.given)
	d.board(11)
	d.chief()
	d.press("enter")
	unit := d.s.page().(*unitPage).unit
	d.press("end", "enter")
	d.hides("Mẫu 7", "Của ai")
	d.choose("Mẫu 6", "Form 6")
	d.press("enter", "e")
	if len(w.wrote) != 1 || w.wrote[0].Kind != 6 || w.wrote[0].Scope.Unit != unit || w.wrote[0].Each {
		t.Errorf("%+v:\n%s", w.wrote, d.text())
	}
}

func TestAFormIsWrittenInPlainLines(t *testing.T) {
	w := newDrawer()
	r := newLineRun(t)
	said := r.piped("gs1\n4321\nm\ne\n2\nright\nright\ndown\n\n/phuong b\n1\ne\n", w.given)
	r.inOrder(said, "Biểu mẫu và báo cáo", "2. Mẫu 2, Đề nghị đóng dấu", "Của ai", "Đảng bộ phường B", "Đã ghi /home/ban1/mau-2-PB-")
	if len(w.wrote) != 1 || w.wrote[0].Scope.Unit != "PB" {
		t.Errorf("%+v", w.wrote)
	}
}

func TestAFormIsLookedAtBeforeItIsWritten(t *testing.T) {
	w := newDrawer()
	d := formsAt(t, w)
	d.press("enter")
	d.onLine("Xem trước")
	d.press("enter")
	d.shows("Mẫu 1-KTTĐV", "ĐẢNG ỦY PHƯỜNG A")
	d.hides("ĐẢNG CỘNG SẢN VIỆT NAM") // which is wider than the window
	d.press("right", "right")
	d.shows("ĐẢNG CỘNG SẢN VIỆT NAM")
	d.press("left", "left")
	d.shows("Mẫu 1-KTTĐV")
	d.press("/")
	d.types("000460")
	d.shows("31.000460")
	d.press("esc", "esc")
	d.shows("Ghi ra tệp")
	if len(w.wrote) != 0 {
		t.Errorf("%+v", w.wrote)
	}
}

func TestWhatOnePersonChoseForAFormTheNextDoesNotFind(t *testing.T) {
	w := newDrawer()
	d := formsAt(t, w)
	d.press("enter")
	d.onLine("Số văn bản")
	d.press("enter")
	d.types("12-BC/BTC")
	d.press("enter", "ctrl+o")
	d.chief()
	d.press("m", "e", "enter")
	d.hides("12-BC/BTC")
}

func TestTheSignatureIsTypedInOneLineAndKeptInSeveral(t *testing.T) {
	for typed, kept := range map[string]string{
		"T/M BAN THƯỜNG VỤ / TRƯỞNG BAN": "T/M BAN THƯỜNG VỤ\nTRƯỞNG BAN",
		"TRƯỞNG BAN":                     "TRƯỞNG BAN",
		"":                               "",
		" / ":                            "",
		"- Như trên; /  / - Lưu.":        "- Như trên;\n- Lưu.",
	} {
		if got := inLines(typed); got != kept {
			t.Errorf("%q: %q, want %q", typed, got, kept)
		}
		if got := inLines(inOneLine(kept)); got != kept {
			t.Errorf("%q came back as %q", kept, got)
		}
	}
}

func TestABatchAndAFormAreNotBrokenAtTheirHyphen(t *testing.T) {
	s := newDesktop(t).s
	for w := 8; w < 40; w++ {
		for _, l := range s.wrap("Mẫu 2-KTTĐV của lô B1-002 - và lô B2-010, ngày 15-16", w, 20) {
			if trimmed := strings.TrimSpace(l); strings.HasSuffix(trimmed, "-") && !strings.HasSuffix(trimmed, " -") && trimmed != "-" || strings.Contains(l, unbroken) {
				t.Errorf("within %d: %q", w, l)
			}
		}
	}
}

package form

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/go-fonts/liberation/liberationserifregular"
	"github.com/xuri/excelize/v2"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"

	"stampdesk"
)

// mustTemplate is the template that the program has for a form.
func mustTemplate(t testing.TB, f stampdesk.Form) *Template {
	t.Helper()
	tmpl, err := ParseTemplate(Default(f), f)
	if err != nil {
		t.Fatal(err)
	}
	return tmpl
}

func written(t testing.TB, pages []Page) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := WriteXLSX(&out, Each(pages), t.TempDir()); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestEverySheetHasANameThatAWorkbookCanHaveAndNoOtherHas(t *testing.T) {
	long := "Đảng ủy Tổng công ty Phát triển Hạ tầng"
	var pages []Page
	for _, name := range []string{"P01", "p01", "", "a/b:c[d]?*\\", long, long + " Sông Lam", "'Tổ 1'"} {
		x := sampleFilled(stampdesk.FormUse)
		p := mustTemplate(t, stampdesk.FormUse).Pages(&x, sampleOptions())[0]
		p.Name = name
		pages = append(pages, p)
	}
	book, err := excelize.OpenReader(bytes.NewReader(written(t, pages)))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	want := []string{"P01", "p01 (2)", "Biểu", "a-b-c-d----", "Đảng ủy Tổng công ty Phát triển", "Đảng ủy Tổng công ty Phát t (2)", "Tổ 1"}
	if got := book.GetSheetList(); !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
}

func TestAWorkbookIsNotWrittenWhereAPageCannotBeMade(t *testing.T) {
	bad := errors.New("no such unit")
	var out bytes.Buffer
	err := WriteXLSX(&out, func(yield func(Page, error) bool) { yield(Page{}, bad) }, t.TempDir())
	if !errors.Is(err, bad) || out.Len() > 0 {
		t.Errorf("%v, %d bytes", err, out.Len())
	}
	if err := WriteXLSX(&out, Each(nil), t.TempDir()); err == nil || out.Len() > 0 {
		t.Errorf("%v, %d bytes of no page", err, out.Len())
	}
}

func TestNoTextInAWorkbookIsAFormula(t *testing.T) {
	x := sampleFilled(stampdesk.FormStamp)
	x.Rows[0].Note = `=HYPERLINK("http://x")`
	book, err := excelize.OpenReader(bytes.NewReader(written(t, mustTemplate(t, stampdesk.FormStamp).Pages(&x, sampleOptions()))))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	rows, err := book.GetRows("P07")
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range rows {
		for j, text := range r {
			if text == x.Rows[0].Note {
				if f, err := book.GetCellFormula("P07", cellRef(j, i+1)); err != nil || f != "" {
					t.Errorf("formula %q, %v", f, err)
				}
				return
			}
		}
	}
	t.Error("the note is not there")
}

// A row that is too low hides text: what a cell needs is measured here letter
// by letter by another way than the program's.
func TestEveryRowIsHighEnoughForItsText(t *testing.T) {
	parsed, err := opentype.Parse(liberationserifregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	for _, room := range []float64{30, 51.5, 85, 140, 400} {
		for size := 10.0; size <= 14; size++ {
			face, err := opentype.NewFace(parsed, &opentype.FaceOptions{Size: size, DPI: 72, Hinting: font.HintingNone})
			if err != nil {
				t.Fatal(err)
			}
			for _, text := range []string{
				"", "Mất", "36.000101", "xã Vân Thủy, huyện An Sơn, tỉnh Nam Hà", "Nguyễn Phúc Bảo Quỳnh Hương Giang Thị Thanh Tuyền",
				"sinh hoạt tạm thời; thẻ bong lớp ép nhựa, đề nghị ép lại trước khi đóng dấu, đã xác nhận ngày 12/4",
				"mộttừrấtdàikhôngcóchỗngắtnàocả", "hai\ndòng",
			} {
				want := 0
				for line := range strings.SplitSeq(text, "\n") {
					want++
					at := ""
					for _, word := range strings.Fields(line) {
						next := strings.TrimSpace(at + " " + word)
						if at != "" && float64(font.MeasureString(face, next))/64 > room {
							want, next = want+1, word
						}
						for float64(font.MeasureString(face, next))/64 > room {
							n := len([]rune(next))
							for float64(font.MeasureString(face, string([]rune(next)[:n])))/64 > room {
								n--
							}
							want, next = want+1, string([]rune(next)[n:])
						}
						at = next
					}
				}
				if got := regularFace().lines(text, size, room); got < want || got > want+1 {
					t.Errorf("%q of %g points in %g: %d lines, want %d", text, size, room, got, want)
				}
			}
		}
	}
}

func TestANoteThatIsLongerThanARowCanBeGoesOnInTheNext(t *testing.T) {
	x := sampleFilled(stampdesk.FormStamp)
	long := strings.TrimSpace(strings.Repeat("thẻ bong lớp ép nhựa, đề nghị ép lại trước khi đóng dấu; ", 30))
	x.Rows[0].Note = long
	book, err := excelize.OpenReader(bytes.NewReader(written(t, mustTemplate(t, stampdesk.FormStamp).Pages(&x, sampleOptions()))))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	rows, err := book.GetRows("P07")
	if err != nil {
		t.Fatal(err)
	}
	var parts []string
	for i, r := range rows {
		if len(r) == 9 && strings.Contains(long, r[8]) && r[8] != "" {
			if high, err := book.GetRowHeight("P07", i+1); err != nil || high > highest {
				t.Errorf("a row is %g high, %v", high, err)
			}
			parts = append(parts, r[8])
		}
	}
	if got := strings.Join(parts, " "); len(parts) < 2 || got != long {
		t.Errorf("%d rows: %s", len(parts), got)
	}
}

func TestNoHeadingIsTheLastRowBeforeAPageThatWasBegunForTheSignatures(t *testing.T) {
	breaks := regexp.MustCompile(`<brk id="(\d+)"`)
	for n := 1; n <= 40; n++ {
		x := sampleFilled(stampdesk.FormStamp)
		x.Rows = sampleRows(n, stampdesk.FormStamp)
		file := written(t, mustTemplate(t, x.Form).Pages(&x, sampleOptions()))
		book, err := excelize.OpenReader(bytes.NewReader(file))
		if err != nil {
			t.Fatal(err)
		}
		archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
		if err != nil {
			t.Fatal(err)
		}
		sheet, err := archive.Open("xl/worksheets/sheet1.xml")
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, at := range breaks.FindAllSubmatch(text, -1) {
			last, err := book.GetCellValue(book.GetSheetName(0), "A"+string(at[1]))
			if err != nil || strings.HasPrefix(last, "Chi bộ") {
				t.Errorf("of %d members: a page ends with %q, %v", n, last, err)
			}
		}
	}
}

// What a sheet takes does not grow with how many there are: a board has two for
// each of its 766 units.
func TestTwiceAsManySheetsTakeAboutTwiceTheMemory(t *testing.T) {
	tmpl := mustTemplate(t, stampdesk.FormUse)
	allocated := func(units int) uint64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if err := WriteXLSX(io.Discard, sheetsOfUnits(tmpl, units), t.TempDir()); err != nil {
			t.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	allocated(1) // the faces are read once
	if one, two := allocated(90), allocated(180); two > 3*one {
		t.Errorf("%d bytes for 180 sheets, %d for 360", one, two)
	}
}

func TestEverySheetOfManyRepeatsItsOwnHeadings(t *testing.T) {
	var pages []Page
	for p := range sheetsOfUnits(mustTemplate(t, stampdesk.FormUse), 4) {
		pages = append(pages, p)
	}
	pages = append([]Page{{Name: "Đề cương", Body: []Paragraph{{Text: "Không có bảng."}}}}, pages...)
	book, err := excelize.OpenReader(bytes.NewReader(written(t, pages)))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	var scopes []string
	for _, n := range book.GetDefinedName() {
		if scopes = append(scopes, n.Scope); n.Name != "_xlnm.Print_Titles" || !strings.HasPrefix(n.RefersTo, "'"+n.Scope+"'!$") {
			t.Errorf("%+v", n)
		}
	}
	if want := book.GetSheetList()[1:]; !slices.Equal(scopes, want) {
		t.Errorf("headings of %q are repeated, want %q", scopes, want)
	}
}

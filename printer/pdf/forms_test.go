package pdf_test

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"stampdesk/printer/form"
	"stampdesk/printer/pdf"
)

// box is a word where a reader finds it, in points.
type box struct {
	x0, y0, x1, y1 float64
	text           string
}

type sheetOfWords struct {
	w, h  float64
	words []box
}

var (
	pageTag = regexp.MustCompile(`<page width="([\d.]+)" height="([\d.]+)">`)
	wordTag = regexp.MustCompile(`<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)</word>`)
)

// placed reads where the words of each page are.
func placed(t testing.TB, name string) (pages []sheetOfWords) {
	t.Helper()
	num := func(s string) float64 {
		f, err := strconv.ParseFloat(s, 64)
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	for line := range strings.Lines(string(tool(t, "pdftotext", "-bbox", name, "-"))) {
		if m := pageTag.FindStringSubmatch(line); m != nil {
			pages = append(pages, sheetOfWords{w: num(m[1]), h: num(m[2])})
		} else if m := wordTag.FindStringSubmatch(line); m != nil {
			p := &pages[len(pages)-1]
			p.words = append(p.words, box{num(m[1]), num(m[2]), num(m[3]), num(m[4]), m[5]})
		}
	}
	return pages
}

// nasty has everything longer than its place.
func nasty(landscape bool) form.Page {
	p := unitsForm(30)
	p.Landscape, p.Name = landscape, "nasty"
	long := strings.Repeat("Đảng bộ bộ phận Trường Trung học phổ thông Hoàng Phủ Ngọc Tường ", 3)
	word := strings.Repeat("Nghiêng", 14)
	p.Upper, p.Issuer, p.Number, p.Dated = long, long, "Số "+word, long
	p.Code, p.Title, p.Subtitle = "Mẫu 7-KTTĐV", []string{strings.ToUpper(long)}, []string{long, word}
	p.Body = []form.Paragraph{{Text: long + word, Indent: true}, {Text: long, Center: true, Bold: true}}
	p.After = p.Body
	p.Foot = strings.Repeat("sổ ghi B1/12345 3f9c2a71d0e4b6a8 · ", 9)
	p.Table.Rows[2].Cells[1].Text = long + word
	p.Table.Rows[3].Cells[1].Text = strings.Repeat(long, 12) // higher than a sheet
	p.Table.Columns[4].Heading, p.Table.Columns[7].Heading = word, "Số thẻ đảng viên đề nghị đóng dấu kiểm tra kỹ thuật"
	p.Recipients = append(p.Recipients, "- "+long)
	p.Signatures[0].Name, p.Signatures[1].Title = long, []string{strings.ToUpper(long), "PHÓ TRƯỞNG BAN"}
	return p
}

func allForms() map[string]form.Page {
	return map[string]form.Page{
		"list": listForm(60), "counts": countForm(), "units": unitsForm(45), "blank": blankForm(), "written": writtenForm(),
		"nasty upright": nasty(false), "nasty sideways": nasty(true),
	}
}

func TestNoWordOfAFormIsOutsideTheMarginsOrOnAnother(t *testing.T) {
	const mm = 72 / 25.4
	for name, p := range allForms() {
		t.Run(name, func(t *testing.T) {
			left, right := 30.0, 15.0
			if p.Landscape {
				left = 20
			}
			for n, page := range placed(t, formFile(t, p)) {
				if wide := page.w > page.h; wide != p.Landscape {
					t.Fatalf("page %d is %.0f by %.0f", n+1, page.w, page.h)
				}
				for i, a := range page.words {
					if a.x0 < left*mm-1 || a.x1 > page.w-right*mm+1 || a.y0 < 18*mm || a.y1 > page.h-5*mm {
						t.Errorf("page %d: %q at %.0f,%.0f–%.0f,%.0f is outside", n+1, a.text, a.x0, a.y0, a.x1, a.y1)
					}
					for _, b := range page.words[i+1:] {
						// A box has the room of the highest letter: only what is deeper is an overlap.
						if w, h := min(a.x1, b.x1)-max(a.x0, b.x0), min(a.y1, b.y1)-max(a.y0, b.y0); w > 0.5 && h > 4 {
							t.Errorf("page %d: %q is on %q", n+1, a.text, b.text)
						}
					}
				}
			}
		})
	}
}

func TestALineToWriteOnGoesUpToTheMargin(t *testing.T) {
	p := writtenForm()
	p.Body = []form.Paragraph{{Text: strings.Repeat(".", 110)}}
	const mm, dot = 72 / 25.4, 4.0
	lines := 0
	for _, w := range placed(t, formFile(t, p))[0].words {
		if strings.HasPrefix(w.text, "....................") {
			if lines++; w.x1 < (210-15)*mm-dot {
				t.Errorf("it ends at %.0f of %.0f", w.x1, (210-15)*mm)
			}
		}
	}
	if lines != 1 {
		t.Errorf("%d lines", lines)
	}
}

func TestEveryLetterOfALongFormIsThere(t *testing.T) {
	for _, landscape := range []bool{false, true} {
		text := strings.Join(pagesOf(t, formFile(t, nasty(landscape))), "")
		flat := strings.Join(strings.Fields(text), "")
		if n := strings.Count(flat, "Trường"); n < 3*(12+1) { // the long cell alone, and more elsewhere
			t.Errorf("landscape %t: a long cell is there %d times", landscape, n)
		}
		if n := strings.Count(flat, "g"); n < 100 {
			t.Errorf("landscape %t: %d letters", landscape, n)
		}
		for _, want := range []string{"118.202", "116.221", "114.800", "112.252", "1.981"} {
			if !strings.Contains(text, want) {
				t.Errorf("landscape %t: the total %s is broken or not there", landscape, want)
			}
		}
	}
}

func TestEverySheetOfAFormHasItsHeadingsItsNumberAndItsFoot(t *testing.T) {
	const n = 500
	pages := pagesOf(t, formFile(t, listForm(n)))
	text := words(strings.Join(pages, " "))
	for i := range n {
		if !strings.Contains(text, number(i)) {
			t.Errorf("%s is not there", number(i))
		}
	}
	for i, page := range pages {
		for _, want := range []string{"Họ và tên", "Ngày sinh", "Số thẻ", fmt.Sprintf("Trang %d/%d", i+1, len(pages)), "mã kiểm 3f9c2a71d0"} {
			if !strings.Contains(words(page), want) {
				t.Errorf("page %d has no %q", i+1, want)
			}
		}
		if !regexp.MustCompile(`1 +2 +3 +4 +5 +6 +7 +8 +9`).MatchString(page) {
			t.Errorf("page %d does not number its columns", i+1)
		}
		if head := strings.Contains(page, "ĐẢNG CỘNG SẢN VIỆT NAM"); head != (i == 0) {
			t.Errorf("page %d: header %t", i+1, head)
		}
	}
}

func TestSignaturesStandBelowTwoRowsAtLeast(t *testing.T) {
	for n := 1; n < 40; n += 2 {
		pages := pagesOf(t, formFile(t, unitsForm(n)))
		last := pages[len(pages)-1]
		for _, want := range []string{"Tổng cộng", "Nơi nhận:", "NGƯỜI LẬP BIỂU", "PHÓ TRƯỞNG BAN", "Đặng Ngọc Tường Vy"} {
			if !strings.Contains(last, want) {
				t.Fatalf("%d units: %q is not on the last page:\n%s", n, want, last)
			}
		}
		if !regexp.MustCompile(fmt.Sprintf(`(?m)^ *%d +Đảng bộ xã`, n)).MatchString(last) {
			t.Fatalf("%d units: the last of them is not on the page of the signatures:\n%s", n, last)
		}
	}
}

// The name of a cell never stands at the foot of a sheet without a member.
func TestAGroupIsNeverParted(t *testing.T) {
	group := regexp.MustCompile(`^ *Chi bộ \d+ *$`)
	for i, page := range pagesOf(t, formFile(t, listForm(400))) {
		lines := strings.Split(strings.TrimSpace(page), "\n")
		for k := len(lines) - 1; k >= 0; k-- {
			if line := strings.TrimSpace(lines[k]); line == "" || strings.Contains(line, "Trang ") {
				continue
			}
			if group.MatchString(lines[k]) {
				t.Errorf("page %d ends with %q", i+1, lines[k])
			}
			break
		}
	}
}

// What is the name of the rows under it never ends a sheet, and what the rows above come to never begins one.
func TestNeitherAHeadingNorATotalIsPartedFromItsRows(t *testing.T) {
	for n := range 36 {
		counted := countForm()
		counted.Recipients, counted.Signatures = nil, nil
		add := func(label string, indent int) {
			counted.Table.Rows = append(counted.Table.Rows, form.Row{Indent: indent, Cells: append(texts("", label), make([]form.Cell, 3)...)})
		}
		for range n {
			add("hàng", 0)
		}
		add("TÊN", 0)
		add("hàng con", 1)
		list := listForm(n)
		list.Table.Rows[len(list.Table.Rows)-1] = form.Row{Group: true, Bold: true, Cells: texts("TỔNG SỐ")}
		list.Table.Rows = append(list.Table.Rows, form.Row{Group: true, Bold: true, Cells: texts("KHÁCH")}, list.Table.Rows[0])
		for _, page := range pagesOf(t, formFile(t, counted)) {
			if strings.Contains(page, "TÊN") != strings.Contains(page, "hàng con") {
				t.Fatalf("%d rows: the heading stands without its row:\n%s", n, page)
			}
		}
		if n == 0 {
			continue
		}
		for _, page := range pagesOf(t, formFile(t, list)) {
			if strings.Contains(page, "TỔNG SỐ") && !strings.Contains(page, number(n-1)) {
				t.Fatalf("%d rows: the total stands without the last of them:\n%s", n, page)
			}
		}
	}
}

func TestEveryFormOfAFileCountsItsOwnSheetsAndHasABookmark(t *testing.T) {
	pages := []form.Page{listForm(40), countForm(), unitsForm(30)}
	file := formFile(t, pages...)
	text := pagesOf(t, file)
	first := 0
	for _, page := range text {
		if strings.Contains(page, "Trang 1/") {
			first++
		}
	}
	if first != 2 { // the form of one sheet has no number
		t.Errorf("%d forms begin with page 1", first)
	}
	raw := writtenPages(t, pages...)
	if n := bytes.Count(raw, []byte("/Title ")); n < 1+len(pages) {
		t.Errorf("%d titles and bookmarks", n)
	}
	if bytes.Contains(writtenPages(t, pages[0]), []byte("/Outlines")) {
		t.Error("a single form has bookmarks")
	}
}

func TestAFormIsTheSameForTheSamePages(t *testing.T) {
	if !bytes.Equal(writtenPages(t, listForm(30), nasty(true)), writtenPages(t, listForm(30), nasty(true))) {
		t.Error("two files differ")
	}
}

func TestPagesThatCannotBeSetAreRefusedBeforeAnythingIsWritten(t *testing.T) {
	huge := countForm()
	huge.Table.Columns[0].Heading = strings.Repeat("Nội dung ", 2000)
	huge.Table.Columns[0].Width, huge.Table.Columns[1].Width = 1, 1000
	for name, it := range map[string]struct {
		pages []form.Page
		at    time.Time
		want  string
	}{
		"none": {nil, at, "none"}, "no time": {[]form.Page{countForm()}, time.Time{}, "no time"}, "heading": {[]form.Page{huge}, at, "higher than a sheet"},
	} {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			err := pdf.WritePages(&b, it.pages, pdf.Options{At: it.at})
			if err == nil || !strings.Contains(err.Error(), it.want) || b.Len() > 0 {
				t.Errorf("%v, %d bytes", err, b.Len())
			}
		})
	}
}

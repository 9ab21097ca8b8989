package pdf_test

import (
	"bytes"
	"fmt"
	"image"
	"regexp"
	"slices"
	"strings"
	"testing"

	"stampdesk/printer"
	"stampdesk/printer/pdf"
)

func TestEveryNameAndNumberIsFoundOnThePages(t *testing.T) {
	const n = 500
	pages := pagesOf(t, file(t, list(n)))
	text := words(strings.Join(pages, " "))
	for i := range n {
		if row := number(i) + " " + person(i); !strings.Contains(text, row) {
			t.Errorf("%q is not there", row)
		}
	}
	for i, page := range pages {
		if !strings.Contains(page, "TẠM") {
			t.Errorf("page %d has no mark", i+1)
		}
		if want := fmt.Sprintf("Trang %d/%d", i+1, len(pages)); !strings.Contains(page, want) {
			t.Errorf("page %d does not say %q", i+1, want)
		}
		if rows, head := strings.Contains(page, "31.0"), strings.Contains(page, "Họ và tên"); rows && !head {
			t.Errorf("page %d has rows without their heading", i+1)
		}
	}
}

func TestVietnameseCanBeSearchedAndCopied(t *testing.T) {
	letters := vietnamese()
	for name, b := range map[string]printer.Block{
		"regular": printer.Text{Text: letters}, "bold": printer.Text{Text: letters, Bold: true},
		"italic": printer.Letterhead{Place: letters},
	} {
		t.Run(name, func(t *testing.T) {
			text := strings.Join(pagesOf(t, file(t, printer.Doc{Blocks: []printer.Block{b}})), "")
			if got := strings.Join(strings.Fields(text), ""); got != letters {
				t.Errorf("got %s\nwant %s", got, letters)
			}
		})
	}
}

// A name typed in pieces (NFD) must be found as one types it.
func TestNamesAreNFC(t *testing.T) {
	text := strings.Join(pagesOf(t, file(t, printer.Doc{Blocks: []printer.Block{printer.Text{Text: "Nguye\u0302\u0303n\u00a0Va\u0306n\u0301"}}})), "")
	if words(text) != "Nguyễn Văń" {
		t.Errorf("%q", text)
	}
}

func TestSignaturesAreNeverAloneOnAPage(t *testing.T) {
	for n := 20; n < 60; n += 3 {
		doc := list(n)
		doc.Blocks = append(doc.Blocks[:4:4], printer.Space{}, doc.Blocks[8])
		pages := pagesOf(t, file(t, doc))
		last := pages[len(pages)-1]
		for _, want := range []string{"NGƯỜI GIAO", "NGƯỜI NHẬN", "Lò Thị Mẩy", "Cộng", number(n - 1)} {
			if !strings.Contains(last, want) {
				t.Fatalf("%d cards: %q is not on the page of the signatures:\n%s", n, want, last)
			}
		}
	}
}

// What stands below the signatures is on their page; a little less empty paper saves a page of its own.
func TestNoPageHasOnlyWhatStandsBelowTheSignatures(t *testing.T) {
	for n := 8; n < 34; n++ {
		doc := list(n)
		for i := 7; i < len(doc.Blocks)-1; i++ {
			doc.Blocks[i] = printer.Keep{Block: doc.Blocks[i]}
		}
		pages := pagesOf(t, file(t, doc))
		last := pages[len(pages)-1]
		for _, want := range []string{"Đã đóng dấu", "NGƯỜI GIAO", "SD-B-B1-017", "Bản in B1/1234"} {
			if !strings.Contains(last, want) {
				t.Fatalf("%d cards: %q is not on the last page:\n%s", n, want, last)
			}
		}
	}
}

func TestWhatGoesOnOnAPageIsNamed(t *testing.T) {
	table := printer.Table{Columns: []printer.Column{{Title: "TT", Width: 3}, {Title: "Họ và tên"}}, Of: "Chi bộ 1 (tiếp)"}
	labels := printer.Labels{Of: "Chi bộ 1 (tiếp)"}
	for i := range 90 {
		table.Rows = append(table.Rows, []string{fmt.Sprint(i), person(i)})
		labels.Items = append(labels.Items, printer.Label{Seq: fmt.Sprint(i), Text: person(i), Code: "31000412"})
	}
	for name, b := range map[string]printer.Block{"table": table, "labels": labels} {
		t.Run(name, func(t *testing.T) {
			pages := pagesOf(t, file(t, printer.Doc{Title: "PHIẾU", Blocks: []printer.Block{b}}))
			if len(pages) < 3 {
				t.Fatalf("%d pages", len(pages))
			}
			for i, page := range pages {
				if n := strings.Count(page, "Chi bộ 1 (tiếp)"); n != min(i, 1) {
					t.Errorf("page %d names it %d times:\n%s", i+1, n, page)
				}
			}
		})
	}
}

func TestTheTwoLanguagesOfACommandStandOnTwoLines(t *testing.T) {
	doc := printer.Doc{Blocks: []printer.Block{printer.Labels{Large: true, Items: []printer.Label{{Text: "Giữ lại\nKeep aside", Code: "SD-HOLD", Name: "SD-HOLD"}}}}}
	page := pagesOf(t, file(t, doc))[0]
	if !regexp.MustCompile(`(?m)^ *Giữ lại\s*\n\s*Keep aside\s*$`).MatchString(page) {
		t.Errorf("on one line, or not there:\n%s", page)
	}
}

// A list in parts has its titles once; on a later page a part has them all the same.
func TestAPartOfAListHasTheTitlesOfTheListOnTheNextPage(t *testing.T) {
	for rows := 4; rows < 14; rows++ {
		t.Run(fmt.Sprint(rows), func(t *testing.T) {
			columns := []printer.Column{{Title: "Số thẻ", Width: 9}, {Title: "Họ và tên"}}
			var blocks []printer.Block
			for part := range 12 {
				if part > 0 {
					columns = []printer.Column{{Width: 9}, {}}
				}
				table := printer.Table{Columns: columns}
				for i := range rows {
					table.Rows = append(table.Rows, []string{number(i), person(i)})
				}
				blocks = append(blocks, printer.Pair{Key: fmt.Sprint("Chi bộ ", part), Value: "thẻ", Bold: true}, printer.Space{}, table)
			}
			pages := pagesOf(t, file(t, printer.Doc{Blocks: blocks}))
			if len(pages) < 2 {
				t.Fatalf("%d pages", len(pages))
			}
			for i, page := range pages {
				if n := strings.Count(page, "Họ và tên"); n != 1 {
					t.Errorf("page %d has %d headings:\n%s", i+1, n, page)
				}
				body, _, _ := strings.Cut(page, "Trang")
				lines := strings.Split(strings.TrimSpace(body), "\n")
				if last := strings.TrimSpace(lines[len(lines)-1]); strings.HasPrefix(last, "Chi bộ") {
					t.Errorf("page %d ends with %q", i+1, last)
				}
			}
		})
	}
}

func TestTextHigherThanAPageLosesNothing(t *testing.T) {
	var all []string
	for i := range 3000 {
		all = append(all, fmt.Sprintf("từ%d", i))
	}
	long := strings.Join(all, " ")
	columns := []printer.Column{{Title: "A", Width: 3}, {Title: "B"}}
	for name, b := range map[string]printer.Block{
		"cell":  printer.Table{Columns: columns, Rows: [][]string{{"1", long}, {"2", "x"}}},
		"foot":  printer.Table{Columns: columns, Rows: [][]string{{"1", "x"}}, Foot: []string{"", long}},
		"title": printer.Table{Columns: []printer.Column{{Title: long}, {Title: "B"}}, Rows: [][]string{{"1", "x"}}},
		"text":  printer.Text{Text: long}, "value": printer.Pair{Key: "khóa", Value: long},
		"key": printer.Pair{Key: long, Value: "chữ"}, "heading": printer.Pair{Key: long, Value: long, Bold: true},
	} {
		t.Run(name, func(t *testing.T) {
			doc := printer.Doc{Blocks: []printer.Block{printer.Text{Text: "trước"}, b, printer.Text{Text: "sau"}}}
			found := map[string]bool{}
			for _, w := range strings.Fields(strings.Join(pagesOf(t, file(t, doc)), " ")) {
				found[w] = true
			}
			for _, w := range append([]string{"trước", "sau"}, all...) {
				if !found[w] {
					t.Fatalf("%s is lost", w)
				}
			}
		})
	}
}

func TestWhatIsHigherThanAPageAndWholeIsAnError(t *testing.T) {
	long := strings.Repeat("từ ", 3000)
	for name, b := range map[string]printer.Block{
		"letterhead": printer.Letterhead{Name: long}, "label": printer.Labels{Items: []printer.Label{{Text: long}}},
		"signer": printer.Signatures{Signers: []printer.Signer{{Name: long}}}, "figures": printer.Pair{Key: long, Value: "1"},
	} {
		t.Run(name, func(t *testing.T) {
			if err := pdf.Write(new(bytes.Buffer), printer.Doc{Blocks: []printer.Block{b}}, pdf.Options{At: at}); err == nil {
				t.Error("no error, and not all of it can be on the paper")
			}
		})
	}
}

func TestBarcodesAreReadFromThePage(t *testing.T) {
	doc := list(3)
	name := file(t, doc)
	_, png := picture(t, name, 1, 150)
	if got := codes(t, png); !slices.Equal(got, []string{"SD-B-B1-017"}) {
		t.Errorf("read %v", got)
	}
}

func TestEveryLabelIsRead(t *testing.T) {
	doc, want := sheet(21)
	name := file(t, doc)
	var got []string
	for i := range pagesOf(t, name) {
		_, png := picture(t, name, i+1, 150)
		got = append(got, codes(t, png)...)
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("read %d of %d: %v", len(got), len(want), got)
	}
}

// A hand scanner draws a line of light wider than a label: wherever it lies, the bars of neighbours must not both be
// under it.
func TestTheBarsOfNeighboursAreNeverAtOneHeight(t *testing.T) {
	doc, _ := sheet(9)
	img, _ := picture(t, file(t, doc), 1, 100)
	box := img.Bounds()
	third := func(k int) (from, to int) {
		const left, width, gap = 30.0, 160.0, 8.0
		w := (width - 2*gap) / 3
		x := left + float64(k)*(w+gap)
		return int(x / 25.4 * 100), int((x + w) / 25.4 * 100)
	}
	bars := 0
	for y := box.Min.Y; y < box.Max.Y; y++ {
		var on [3]bool
		for k := range on {
			from, to := third(k)
			n := edges(img, y, from, to) // letters have other edges a little lower, bars have the same
			on[k] = n > 30 && edges(img, y+4, from, to) == n && edges(img, y+8, from, to) == n
		}
		if on[0] || on[1] || on[2] {
			bars++
		}
		if on[1] && (on[0] || on[2]) {
			t.Fatalf("at %d of %d", y, box.Max.Y)
		}
	}
	if bars < 100 {
		t.Errorf("only %d rows of bars seen", bars)
	}
}

// edges counts the changes from dark to light along a row.
func edges(img image.Image, y, from, to int) (n int) {
	dark := false
	for x := from; x < to; x++ {
		r, _, _, _ := img.At(x, y).RGBA()
		if now := r < 0x8000; now != dark {
			dark = now
			n++
		}
	}
	return n
}

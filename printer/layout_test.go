package printer

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

func TestWrap(t *testing.T) {
	for _, tc := range []struct {
		in   string
		w    int
		want []string
	}{
		{"", 10, nil},
		{" \n ", 10, nil},
		{"Nguyễn Thị Phương Thảo Nguyên Ngọc", 12, []string{"Nguyễn Thị", "Phương Thảo", "Nguyên Ngọc"}},
		{"Nghiêng", 4, []string{"Nghi", "êng"}},
		{"a  b\tc", 10, []string{"a b c"}},
		{"một\n\nhai", 10, []string{"một", "", "hai"}},
		{"x\u0323\u0302y", 1, []string{"x\u0323\u0302", "y"}},
		{"e\u0323\u0302m", 5, []string{"ệm"}},
		{"\u0301a \u0301b", 5, []string{"a b"}},
		{"Lô\u00a012 và", 6, []string{"Lô 12", "và"}},
		{"xấu\x1b[2J\u202e\x00", 10, []string{"xấu[2J"}},
		{"✔ ✘", 10, []string{"√ ×"}},
	} {
		if got := wrap(tc.in, tc.w); !slices.Equal(got, tc.want) {
			t.Errorf("wrap(%q, %d) = %q, want %q", tc.in, tc.w, got, tc.want)
		}
	}
}

func text(cols int, blocks ...Block) string {
	return PlainText(Layout(Doc{Blocks: blocks}, cols))
}

func TestBlocks(t *testing.T) {
	columns := []Column{{Title: "TT", Width: 3, Align: Right}, {Title: "Tên"}}
	rows := [][]string{{"1", "Vừ Mí Kẻ"}, {"2"}, {"3", "a", "b"}}
	below := Table{
		Columns: []Column{{Title: "TT", Width: 3, Align: Right}, {Title: "Số thẻ", Width: 9}, {Title: "Họ và tên", Below: true}, {Title: "Ô", Width: 1}},
		Rows:    [][]string{{"1", "31.000412", "Nguyễn Thị Phương Thảo Nguyên Ngọc", "4"}},
	}
	for name, tc := range map[string]struct{ got, want string }{
		"pair":          {text(12, Pair{Key: "Lô:", Value: "B1-17"}), "Lô:    B1-17\n"},
		"pair, two":     {text(9, Pair{Key: "Đơn vị:", Value: "Nậm Ty"}), "Đơn vị:\n   Nậm Ty\n"},
		"pair, joined":  {text(9, Pair{Key: "Tên đơn vị:", Value: "A"}), "Tên đơn\nvị:     A\n"},
		"pair, no key":  {text(9, Pair{Value: "A"}), "        A\n"},
		"table":         {text(12, Table{Columns: columns, Rows: rows, Foot: []string{"", "Hết"}}), " TT Tên\n────────────\n  1 Vừ Mí Kẻ\n  2\n  3 a b\n────────────\n    Hết\n"},
		"table, narrow": {text(9, Table{Columns: columns, Rows: rows[:2]}), "TT:     1\nTên:\n Vừ Mí Kẻ\n─────────\nTT:     2\n─────────\n"},
		"table, below":  {text(26, below), " TT Số thẻ    Ô\n    Họ và tên\n──────────────────────────\n  1 31.000412 4\n    Nguyễn Thị Phương Thảo\n    Nguyên Ngọc\n"},
		"table, beside": {text(50, below), " TT Số thẻ    Họ và tên                          Ô\n" + strings.Repeat("─", 50) + "\n  1 31.000412 Nguyễn Thị Phương Thảo Nguyên Ngọc 4\n"},
		"no header":     {text(12, Table{Columns: []Column{{Width: 3}, {}}, Rows: [][]string{{"a", "b"}}}), "a   b\n"},
		"no columns":    {text(12, Table{Rows: rows}), ""},
		"cut":           {text(9, Text{Text: "a"}, Cut{}, Cut{}, Text{Text: "b"}, Cut{}), "a\n- - - - -\nb\n"},
		"barcode":       {text(20, Barcode{Code: "31000412"}), "|||| 31000412\n"},
		"barcode label": {text(20, Barcode{Code: "31000412", Label: "31.000412 Vừ Mí Kẻ"}), "31.000412 Vừ Mí Kẻ\n"},
		"too long":      {text(20, Barcode{Code: strings.Repeat("A", 20)}), strings.Repeat("A", 20) + "\n"},
		"not ASCII":     {text(20, Barcode{Code: "thẻ", Align: Right}), strings.Repeat(" ", 17) + "thẻ\n"},
		"large":         {text(12, Text{Text: "DANH SÁCH", Double: true, Align: Right}), "        DANH\n        SÁCH\n"},
		"one signer":    {text(21, Signatures{Signers: []Signer{{Title: "X", Hint: "(ký)"}}, Lines: 1}), "               X\n              (ký)\n\n"},
	} {
		t.Run(name, func(t *testing.T) {
			if tc.got != tc.want {
				t.Errorf("got\n%s\nwant\n%s", tc.got, tc.want)
			}
		})
	}
}

func TestSignersStartAtOneHeight(t *testing.T) {
	got := text(26, Signatures{Signers: []Signer{{Title: "NGƯỜI NHẬN"}, {Title: "TRƯỞNG BAN TỔ CHỨC"}}})
	for _, line := range strings.Split(got, "\n") {
		if n := strings.Count(line, "(ký"); n == 1 {
			t.Errorf("only one signer's hint in %q", line)
		}
	}
}

// Wherever 36 lines are torn out of a marked document, the mark is among them, and so it is on every part.
func TestMarkCannotBeTornOff(t *testing.T) {
	doc := Doc{Title: "Biên bản", Mark: "BẢN IN LẠI"}
	table := Table{Columns: []Column{{Title: "TT", Width: 4}, {Title: "Tên"}}}
	for i := range 300 {
		table.Rows = append(table.Rows, []string{fmt.Sprint(i), strings.Repeat("Nguyễn ", i%30)})
	}
	doc.Blocks = []Block{table, Cut{}, Text{Text: "phần hai"}}
	lines := Layout(doc, 40)
	marked := func(l Line) bool { return len(l.Spans) == 1 && strings.Contains(l.Spans[0].Text, "BẢN IN LẠI") }
	since := 0
	for i, l := range lines {
		if since += l.Rows(); marked(l) {
			since = 0
		}
		if since > 36 { // markEvery and a row that is kept together
			t.Fatalf("36 lines without the mark up to line %d", i)
		}
		if l.Kind == Perforated && !(marked(lines[i-1]) && marked(lines[i+1])) {
			t.Error("the mark does not stand on both sides of a cut")
		}
	}
	if !marked(lines[0]) || !marked(lines[len(lines)-1]) {
		t.Error("the mark is not at both ends")
	}
}

// pagesOf divides a strip where its pages end; the line at which it is torn goes with the page before it.
func pagesOf(lines []Line) [][]Line {
	pages := [][]Line{nil}
	for _, line := range lines {
		last := &pages[len(pages)-1]
		*last = append(*last, line)
		if line.Kind == Torn || line.Kind == Perforated {
			pages = append(pages, nil)
		}
	}
	return pages
}

func TestHeaderOnEveryPage(t *testing.T) {
	table := Table{Columns: []Column{{Title: "TT", Width: 4}, {Title: "Tên"}}}
	for i := range 50 {
		table.Rows = append(table.Rows, []string{fmt.Sprint(i), "Vừ Mí Kẻ"})
	}
	for _, height := range []int{1, 2, 3, 5, 10, 11, 12} {
		lines := Layout(Doc{Blocks: []Block{table}, PageRows: height}, 40)
		if got := strings.Count(PlainText(lines), "Vừ"); got != 50 {
			t.Errorf("%d rows a page: %d rows printed, want 50", height, got)
		}
		if height < 5 {
			continue
		}
		for i, page := range pagesOf(lines) {
			if page[0].Spans[0].Text != "TT" {
				t.Errorf("%d rows a page: page %d begins with %+v, want the header", height, i, page[0])
			}
			if rows(page) > height {
				t.Errorf("page %d has %d rows, want at most %d", i, rows(page), height)
			}
		}
	}
	if n := strings.Count(PlainText(Layout(Doc{Blocks: []Block{table}}, 40)), "TT"); n != 1 {
		t.Errorf("continuous paper has %d headers", n)
	}
}

func TestPagesSayWhatTheyAreAndWhich(t *testing.T) {
	table := Table{Columns: []Column{{Title: "TT", Width: 4}, {Title: "Tên"}}}
	for i := range 40 {
		table.Rows = append(table.Rows, []string{fmt.Sprint(i), strings.Repeat("Nguyễn ", 1+i%7)})
	}
	doc := Doc{Title: "DANH SÁCH", Mark: "TẠM", Blocks: []Block{table}, PageRows: 30, Running: "DANH SÁCH · B1-017", PageNumber: "Trang %d/%d"}
	for cols, want := range map[int]string{40: "Trang ", 13: "Trang ", 8: ""} {
		pages := pagesOf(Layout(doc, cols))
		if len(pages) < 2 {
			t.Fatalf("%d columns: %d pages", cols, len(pages))
		}
		for i, page := range pages {
			last := len(page) - 1
			if i+1 < len(pages) {
				if last--; page[last+1].Kind != Torn {
					t.Errorf("%d columns: page %d ends with %+v, want a line to tear it at", cols, i+1, page[last+1])
				}
			}
			if n := fmt.Sprintf("%s%d/%d", want, i+1, len(pages)); len(page[last].Spans) != 1 || page[last].Spans[0].Text != n {
				t.Errorf("%d columns: page %d ends with %+v, want %q", cols, i+1, page[last].Spans, n)
			}
			if rows(page) > doc.PageRows {
				t.Errorf("%d columns: page %d has %d rows", cols, i+1, rows(page))
			}
			text := PlainText(page)
			if !strings.Contains(text, "TẠM") || i > 0 && !strings.Contains(strings.Join(strings.Fields(text), " "), doc.Running) {
				t.Errorf("%d columns: page %d does not say what it is\n%s", cols, i+1, text)
			}
			for _, line := range page[:last] {
				if line.Kind == Words && len(line.Spans) == 0 {
					t.Errorf("%d columns: page %d wastes paper\n%s", cols, i+1, text)
				}
			}
		}
	}
	doc.PageRows = 1000
	if got := PlainText(Layout(doc, 40)); strings.Contains(got, "Trang") || strings.Contains(got, doc.Running) {
		t.Errorf("a single page is numbered:\n%s", got)
	}
	doc.PageRows = rows(Layout(Doc{Title: doc.Title, Mark: doc.Mark, Blocks: doc.Blocks}, 40))
	if got := PlainText(Layout(doc, 40)); strings.Contains(got, "Trang") {
		t.Errorf("a document that just fits is divided:\n%s", got)
	}
}

// A scanner held to one label catches no other: 8 mm are 64 dots at 203 dpi.
func TestLabelsKeepTheirDistance(t *testing.T) {
	var items []Label
	for i := range 12 {
		items = append(items, Label{Seq: fmt.Sprint(i + 95), Text: "31.000412" + strings.Repeat(" Vừ Mí Kẻ", i%4), Code: fmt.Sprint(31000412 + i)})
	}
	for _, p := range Profiles() {
		lines := Layout(Doc{Blocks: []Block{Labels{Items: items}}}, p.Columns())
		strip := renderer(t, p).Draw(lines)
		var bars []int // the first rows of bars
		y := 0
		for _, line := range lines {
			if line.Kind == Bars {
				got, err := readCode128(strip.Bitmap, y+50)
				if want := items[len(bars)].Code; err != nil || got != want {
					t.Errorf("%s: label %d reads %q, %v; want %q", p.ID, len(bars), got, err, want)
				}
				bars = append(bars, y)
			}
			y += line.Rows() * lineDots
		}
		if len(bars) != len(items) {
			t.Fatalf("%s: %d barcodes of %d", p.ID, len(bars), len(items))
		}
		for i := 1; i < len(bars); i++ {
			if gap := bars[i] - (bars[i-1] + (barsRows-1)*lineDots); gap < 64 {
				t.Errorf("%s: %d dots between label %d and the next", p.ID, gap, i-1)
			}
		}
	}
}

// No page ends with a heading, nor with the header of a table, of which all else stands on the next.
func TestHeadingsStayWithWhatTheyHead(t *testing.T) {
	for above := range 12 {
		var blocks []Block
		for range above {
			blocks = append(blocks, Text{Text: "trên"})
		}
		blocks = append(blocks, Keep{Text{Text: "Chi bộ 1"}}, Table{Columns: []Column{{Title: "Tên"}}, Rows: [][]string{{"Vừ Mí Kẻ"}, {"Lý Ỷ"}}})
		got := PlainText(Layout(Doc{Blocks: blocks, PageRows: 10}, 20))
		if want := "Chi bộ 1\nTên\n────────────────────\nVừ Mí Kẻ\n"; !strings.Contains(got, want) {
			t.Errorf("%d lines above:\n%s", above, got)
		}
		if n := strings.Count(got, "Tên"); n > 2 || strings.Count(got, "Lý Ỷ") != 1 {
			t.Errorf("%d lines above: %d headers\n%s", above, n, got)
		}
	}
	if got := text(20, Keep{Text{Text: "a"}}); got != "a\n" {
		t.Errorf("a heading of nothing: %q", got)
	}
}

func TestBarsCanBeRead(t *testing.T) {
	p := profile(t, "generic-58")
	for _, align := range []Align{Left, Center, Right} {
		strip := renderer(t, p).Draw(Layout(Doc{Blocks: []Block{Barcode{Code: "31000412", Align: align}}}, p.Columns()))
		var runs []int
		for x, last := 0, false; x < strip.Width; x++ {
			if b := strip.Black(x, 50); b != last || x == 0 {
				runs, last = append(runs, 0), b
			}
			runs[len(runs)-1]++
		}
		// White, Start C (2 1 1 2 3 2), eight digits, check, Stop (2 3 3 1 1 1 2), white; three dots to a module.
		bars := runs[1 : len(runs)-1]
		if len(bars) != 6*6+7 || !slices.Equal(bars[:6], []int{6, 3, 3, 6, 9, 6}) ||
			!slices.Equal(bars[len(bars)-7:], []int{6, 9, 9, 3, 3, 3, 6}) {
			t.Errorf("bars %v", bars)
		}
		if runs[0] < 30 || runs[len(runs)-1] < 30 {
			t.Errorf("quiet zones of %d and %d dots, want 30", runs[0], runs[len(runs)-1])
		}
	}
}

func check(t *testing.T, lines []Line, cols int) {
	t.Helper()
	for i, l := range lines {
		if l.Width() > cols {
			t.Fatalf("line %d is %d wide, want at most %d: %+v", i, l.Width(), cols, l)
		}
		end := 0
		for _, s := range l.Spans {
			if s.Col < end || s.Text == "" {
				t.Fatalf("line %d: span %+v overlaps or is empty", i, s)
			}
			end = s.Col + width(s.Text)
			if first := []rune(s.Text)[0]; unicode.Is(unicode.M, first) || !norm.NFC.IsNormalString(s.Text) {
				t.Fatalf("line %d: %q begins with a mark, or is not NFC", i, s.Text)
			}
			if strings.ContainsFunc(s.Text, unicode.IsControl) {
				t.Fatalf("line %d: %q holds a control character", i, s.Text)
			}
		}
	}
	for line := range strings.SplitSeq(PlainText(lines), "\n") {
		if width(line) > cols || strings.HasSuffix(line, " ") {
			t.Fatalf("plain text line %q, want at most %d wide and no space at its end", line, cols)
		}
	}
}

func FuzzLayout(f *testing.F) {
	f.Add("Nguyễn Thị Phương Thảo", "Số thẻ", "31000412", 26, 0, uint8(0))
	f.Add("e\u0323\u0302\u0301 \u0301x", "\n\n\u00a0", "SD-STAMP", 1, 3, uint8(0x55))
	f.Add("漢字\u200d\xff", "a\tb", strings.Repeat("9", 90), 5, 1, uint8(0xff))
	f.Fuzz(func(t *testing.T, a, b, c string, cols, page int, bits uint8) {
		if len(a)+len(b)+len(c) > 2000 {
			t.Skip("longer than a note, a name and a code may be")
		}
		cols, page = 1+abs(cols)%90, abs(page)%40
		bold, align := bits&1 != 0, Align(bits>>1%3)
		doc := Doc{Title: a, PageRows: page, PageNumber: "trang %d/%d", Running: atMost(c, 90), Head: []Block{Pair{Key: a, Value: b, Bold: bold}}}
		if bits&8 != 0 {
			doc.Mark = atMost(c, 60)
		}
		doc.Blocks = []Block{
			Text{Text: b, Align: align, Bold: bold, Double: bits&16 != 0},
			Table{
				Columns: []Column{{Title: a, Width: int(bits >> 5)}, {Title: b, Align: align, Below: bold}, {Title: c, Width: int(bits >> 6), Below: align == Right}},
				Rows:    [][]string{{a, b, c}, {c, a}, {b, c, a, a}, nil},
				Foot:    []string{c},
			},
			Keep{Rule{Double: align == Left}},
			Keep{Table{Columns: []Column{{Title: b}}, Rows: [][]string{{a}}}},
			Cut{},
			Keep{Keep{Text{Text: a}}},
			Rule{Double: bold},
			Barcode{Code: c, Label: a, Align: align},
			Labels{Items: []Label{{Seq: a, Text: b, Code: c}, {Text: c, Note: a, Name: b, Code: "31000412"}}, Large: bold},
			Signatures{Signers: []Signer{{Title: a}, {Title: b, Name: c}, {Hint: c}}, Lines: int(bits) % 5},
			Space{Lines: int(bits) % 7},
			Text{Text: c, Double: true, Align: align},
			Cut{},
		}
		check(t, layOut(doc, cols, bits&32 != 0), cols)
	})
}

// atMost is the beginning of a text: what stands on every page is of our own words, and short.
func atMost(s string, n int) string { return strings.ToValidUTF8(s[:min(len(s), n)], "") }

func abs(n int) int {
	if n < 0 {
		return -(n + 1)
	}
	return n
}

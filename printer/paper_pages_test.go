package printer

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"stampdesk"
)

// Whoever signs has a part of what is signed on the same page, and so has the line that binds the paper to the journal.
func TestSignaturesAreNeverAloneOnAPage(t *testing.T) {
	m := meta(stampdesk.Vietnamese)
	for n := range 60 {
		var blocks []Block
		for i := range n {
			blocks = append(blocks, Pair{Key: "dòng", Value: fmt.Sprint(i)})
		}
		doc := Doc{Title: "BẢNG", PageRows: 36, PageNumber: "Trang %d/%d", Running: "BẢNG"}
		doc.Blocks = append(blocks, unparted(m.signatures("NGƯỜI GIAO", "NGƯỜI NHẬN"), m.batchCode("B1-017"), m.printed())...)
		pages := pagesOf(Layout(doc, 26))
		last := PlainText(pages[len(pages)-1])
		wants := []string{"NGƯỜI GIAO", "SD-B-B1-017", "B1/1234"}
		if n > 0 {
			wants = append(wants, fmt.Sprint(" ", n-1, "\n"))
		}
		for _, want := range wants {
			if !strings.Contains(last, want) {
				t.Fatalf("%d lines: %q is not on the page of the signatures\n%s", n, want, last)
			}
		}
		if all := PlainText(Layout(doc, 26)); strings.Count(all, "dòng") != n {
			t.Fatalf("%d lines: not all are there\n%s", n, all)
		}
	}
}

// A mark stands above or below the place for the pen, never in it.
func TestNoMarkStandsWhereThePenGoes(t *testing.T) {
	m := meta(stampdesk.Vietnamese)
	m.Copy = 2
	for _, height := range []int{0, 40, 72} {
		for n := range 60 {
			doc := Doc{Mark: m.mark("TẠM"), PageRows: height}
			for i := range n {
				doc.Blocks = append(doc.Blocks, Pair{Key: "dòng", Value: fmt.Sprint(i)})
			}
			doc.Blocks = append(doc.Blocks, unparted(
				m.signed(Signer{Title: "NGƯỜI GIAO", Name: "Công Tằng Tôn Nữ Bích Diễm Thuỳ Trang"}, Signer{Title: "NGƯỜI NHẬN"}), m.batchCode("B1-017"), m.printed(),
			)...)
			text := PlainText(Layout(doc, 26))
			from, to := strings.Index(text, "NGƯỜI GIAO"), strings.Index(text, "Diễm")
			if from < 0 || to < from || strings.Contains(text[from:to], "***") {
				t.Fatalf("%d lines, pages of %d:\n%s", n, height, text[max(0, from):])
			}
		}
	}
}

// A page that begins amid a list says of what the list is.
func TestAPageSaysWhatGoesOnOnIt(t *testing.T) {
	table := Table{Columns: []Column{{Title: "TT", Width: 4}, {Title: "Tên"}}, Of: "Chi bộ 1 (tiếp)"}
	labels := Labels{Of: "Chi bộ 1 (tiếp)"}
	for i := range 40 {
		table.Rows = append(table.Rows, []string{fmt.Sprint(i), "Vừ Mí Kẻ"})
		labels.Items = append(labels.Items, Label{Text: "Vừ Mí Kẻ", Code: "31000412"})
	}
	for name, b := range map[string]Block{"table": table, "labels": labels} {
		t.Run(name, func(t *testing.T) {
			pages := pagesOf(Layout(Doc{Blocks: []Block{b, Text{Text: "hết"}}, PageRows: 20}, 26))
			if len(pages) < 3 {
				t.Fatalf("%d pages", len(pages))
			}
			for i, page := range pages {
				text := PlainText(page)
				if got := strings.HasPrefix(text, "Chi bộ 1 (tiếp)\n"); got != (i > 0 && strings.Contains(text, "Vừ")) {
					t.Errorf("page %d:\n%s", i+1, text)
				}
				if rows(page) > 20 {
					t.Errorf("page %d has %d rows", i+1, rows(page))
				}
			}
		})
	}
	t.Run("a long name", func(t *testing.T) {
		table.Of = strings.Repeat("Trường Phổ thông dân tộc ", 9)
		second := PlainText(pagesOf(Layout(Doc{Blocks: []Block{table}, PageRows: 20}, 26))[1])
		if lines := strings.Split(second, "\n"); !strings.HasSuffix(lines[1], "…") || !strings.HasPrefix(lines[2], "TT") {
			t.Errorf("it takes more than two lines:\n%s", second)
		}
	})
}

// What a supervisor adds up on a return list comes out.
func TestTheCountOfAReturnListAddsUp(t *testing.T) {
	figure := regexp.MustCompile(`(?m)^(\S.*?) +(\d+)$`)
	gone := balance()
	gone.Seen = append(gone.Seen[:4:4], gone.Seen[5:]...) // without the one reported lost
	gone.Expected--
	for name, b := range map[string]stampdesk.Balance{"all": balance(), "none reported lost": gone} {
		t.Run(name, func(t *testing.T) {
			text := ReturnListDoc(b, 3, Handover{}, meta(stampdesk.Vietnamese)).Text(40)
			_, text, _ = strings.Cut(text, "SỐ LƯỢNG\n")
			parts := regexp.MustCompile("(?m)^─+$").Split(text, 4)
			if len(parts) != 4 {
				t.Fatalf("%d parts, want three of figures\n%s", len(parts)-1, text)
			}
			sum := func(part string) (n int) {
				for _, f := range figure.FindAllStringSubmatch(part, -1) {
					v, err := strconv.Atoi(f[2])
					if err != nil {
						t.Fatal(err)
					}
					n += v
				}
				return n
			}
			if come, became := sum(parts[0]), sum(parts[1]); come == 0 || come != became || come != len(b.Seen)+len(b.Missing) {
				t.Errorf("%d cards came or should have, of %d it says what became of them\n%s", come, became, text)
			}
		})
	}
}

// A round has hundreds of units; its tally does not tell all about each.
func TestTheTallyOfManyUnitsIsShort(t *testing.T) {
	by := shares{}
	for i := range 49 {
		p := stampdesk.Part{Key: fmt.Sprint("TC", i), Tally: stampdesk.Tally{Stamped: 300 + i, Damaged: 2, Held: 1, Late: 5, Voided: 1, Uncollected: 3}}
		by.units = append(by.units, share{fmt.Sprint("Đảng bộ xã ", i), p})
	}
	text := tallyDoc(tally(), Scope{}, by, meta(stampdesk.Vietnamese)).Text(26)
	_, text, _ = strings.Cut(text, "THEO ĐƠN VỊ")
	if got := strings.Join(strings.Fields(text), " "); !strings.HasPrefix(got, ": đã đóng dấu + chưa đóng dấu Đảng bộ xã 0 300 +6 Đảng bộ xã 1 301 +6") {
		t.Errorf("begins %.200s", got)
	}
	if n := strings.Count(text, "\n"); n > 49*2+40 {
		t.Errorf("%d lines", n)
	}
}

func TestTheUnitsOwnCardsAndItsGuestsStandApart(t *testing.T) {
	b := balance()
	b.Seen, b.Missing, b.Extra = b.Seen[:2:2], nil, 0
	b.Seen[0].Cell, b.Seen[1].Cell = "", ""
	b.Seen[0].Class = stampdesk.Guest
	list := func() string { return ReturnListDoc(b, 0, Handover{}, meta(stampdesk.Vietnamese)).Text(40) }
	text := list()
	own, guests := strings.Index(text, "Thẻ của đơn vị "), strings.Index(text, "Sinh hoạt tạm thời ")
	if own < 0 || guests < own || strings.Contains(text, "Chưa rõ chi bộ") {
		t.Errorf("a unit without cells:\n%s", text)
	}
	b.Seen[1].Cell = "Chi bộ 1"
	if text = list(); strings.Index(text, "Sinh hoạt tạm thời ") < strings.Index(text, "Chi bộ 1 ") || strings.Contains(text, "Thẻ của đơn vị") {
		t.Errorf("a unit with cells:\n%s", text)
	}
}

func TestWordsThatStayTogetherBreakBetweenThemWhereTheyMust(t *testing.T) {
	for _, it := range []struct {
		text string
		w    int
		want string
	}{
		{"phong\u00a0bì:\u00a01.250", 13, "phong bì:|1.250"}, {"a phong\u00a0bì:\u00a035", 13, "a|phong bì: 35"},
		{"phong\u00a0bì", 5, "phong|bì"}, {"a\u00a0bbbbbbbb", 4, "a|bbbb|bbbb"},
	} {
		if got := strings.Join(wrap(it.text, it.w), "|"); got != it.want {
			t.Errorf("%q in %d: %s, want %s", it.text, it.w, got, it.want)
		}
	}
}

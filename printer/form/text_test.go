package form_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode"

	"stampdesk/printer/form"
)

func text(t *testing.T, pages ...form.Page) string {
	t.Helper()
	return textWithin(t, form.TextWidth, pages...)
}

func textWithin(t *testing.T, cols int, pages ...form.Page) string {
	t.Helper()
	var b bytes.Buffer
	if err := form.WriteTextWithin(&b, pages, cols); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// texted has a table of so many columns of figures beside a name.
func texted(figures, rows int) form.Page {
	p := form.Page{
		Code: "Mẫu 6-KTTĐV", Upper: "Quận ủy Bến Nứa", Issuer: "Đảng bộ phường Hoàng Phủ Ngọc Tường", Number: "Số        -BC/ĐU",
		Dated: "Bến Nứa, ngày 20 tháng 5 năm 2021", Title: []string{"BIỂU BÁO CÁO TỔNG HỢP"}, Subtitle: []string{"Lần thứ tư"},
		Body:  []form.Paragraph{{Text: "Số liệu tính đến ngày 01/04/2021, theo danh sách đảng viên của đảng bộ và nhật ký của các bàn kiểm tra.", Indent: true}},
		After: []form.Paragraph{{Text: "Ghi chú: 2 lô thẻ chưa kết thúc.", Italic: true}},
		Foot:  "stampdesk 0.7", Recipients: []string{"- Ban Tổ chức Quận ủy,", "- Lưu."},
		Signatures: []form.Signature{{Title: []string{"T/M ĐẢNG ỦY", "BÍ THƯ"}, Hint: "(Ký, đóng dấu)", Name: "Lò Thị Mẩy"}},
		Table:      &form.Table{Columns: []form.Column{{Heading: "TT", Align: form.Center}, {Heading: "Chi bộ"}}},
	}
	for i := range figures {
		c := form.Column{Heading: fmt.Sprintf("Cột số %d", i+1), Kind: form.Count}
		if i%3 > 0 {
			c.Group = "Đảng viên"
		}
		p.Table.Columns = append(p.Table.Columns, c)
	}
	for i := range rows {
		r := form.Row{Indent: i % 3, Bold: i%3 == 0, Cells: []form.Cell{{Text: fmt.Sprint(i + 1)}, {Text: "Chi bộ Trường Tiểu học Ẩn Ỷ"}}}
		for k := range figures {
			r.Cells = append(r.Cells, form.Cell{N: (i + 1) * (k + 1) * 997, Kind: form.Count})
		}
		p.Table.Rows = append(p.Table.Rows, r)
	}
	return p
}

func TestPagesAsTextLookAsTheyDid(t *testing.T) {
	blank := texted(3, 0)
	blank.Table.Blank = 2
	for i := range blank.Table.Columns {
		blank.Table.Columns[i].Width = 10 + 40*float64(i%2)
	}
	grouped := texted(2, 3)
	grouped.Table.Rows = append([]form.Row{{Group: true, Bold: true, Cells: []form.Cell{{Text: "Đảng bộ bộ phận khối trường học"}}}}, grouped.Table.Rows...)
	goldenText(t, "text-pages.txt", text(t, grouped, texted(9, 3), blank))
	goldenText(t, "text-records.txt", text(t, texted(22, 2)))
}

// columnsOf counts as a terminal does: a mark stands on its letter.
func columnsOf(s string) (n int) {
	for _, r := range s {
		if !unicode.Is(unicode.M, r) {
			n++
		}
	}
	return n
}

func TestNoLineOfTextIsWiderThanItsBound(t *testing.T) {
	long := texted(4, 3)
	word := strings.Repeat("Ngọc", 60)
	long.Title, long.Upper, long.Dated, long.Foot = []string{word}, word, word, word
	long.Table.Rows[1].Cells[1].Text = word
	long.Body[0].Text = strings.Repeat(".", 150) + " " + word
	long.Signatures[0].Name, long.Recipients[0] = word, word
	for _, wide := range []int{60, 72, 78, form.TextWidth} {
		for figures := range 40 {
			for line := range strings.Lines(textWithin(t, wide, texted(figures, 4), long)) {
				if n := columnsOf(strings.TrimSuffix(line, "\n")); n > wide {
					t.Fatalf("%d figures within %d: %d columns: %s", figures, wide, n, line)
				}
			}
		}
	}
	all := strings.Join(strings.Fields(text(t, long)), "")
	if n := strings.Count(all, "Ngọc"); n < 6*55 { // what is broken loses nothing; a break may fall into a syllable
		t.Errorf("only %d of %d syllables are there", n, 7*60)
	}
}

func TestAFigureIsWholeHoweverManyColumnsThereAre(t *testing.T) {
	for _, figures := range []int{1, 5, 9, 12, 15, 22, 39} {
		for _, wide := range []int{60, 72, form.TextWidth} {
			flat := textWithin(t, wide, texted(figures, 4))
			for k := range figures {
				if want := vi(4 * (k + 1) * 997); !strings.Contains(flat, want) {
					t.Errorf("%d columns within %d: %s is not there", figures, wide, want)
				}
			}
		}
	}
}

func vi(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%s.%03d", vi(n/1000), n%1000)
}

// A name comes from a file that somebody else wrote.
func TestTextCannotMoveTheCursorOfATerminal(t *testing.T) {
	p := texted(1, 1)
	p.Table.Rows[0].Cells[1].Text = "Lò\x1b[2J Thị\u202e Mẩy\r\x07\u0085"
	p.Title = []string{"BIỂU\x1b]0;x\x07"}
	for _, r := range text(t, p) {
		if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r)) {
			t.Fatalf("%q is in the text", r)
		}
	}
}

// Letters and marks apart are as wide as in one.
func TestMarksTakeNoColumn(t *testing.T) {
	p := texted(1, 2)
	p.Table.Rows[0].Cells[1].Text = "Nguyễn Ẵm"
	p.Table.Rows[1].Cells[1].Text = "Nguye\u0302\u0303n A\u0306\u0303m"
	var at []int
	for line := range strings.Lines(text(t, p)) {
		if before, _, ok := strings.Cut(line, "997"); ok {
			at = append(at, columnsOf(before))
		} else if before, _, ok := strings.Cut(line, "1.994"); ok {
			at = append(at, columnsOf(before)+2)
		}
	}
	if len(at) != 2 || at[0] != at[1] {
		t.Errorf("the figures end at %v", at)
	}
}

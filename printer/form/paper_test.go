package form

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"stampdesk"
)

// printedWords counts the words that LibreOffice puts on paper of a workbook. A
// number that its column is too narrow for is there as "###".
func printedWords(t *testing.T, file []byte) (words map[string]int, dense string) {
	t.Helper()
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not here")
	}
	reader, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("nothing reads PDF here")
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "form.xlsx"), file, 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(office, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", "pdf", "--outdir", dir, filepath.Join(dir, "form.xlsx"))
	if told, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, told)
	}
	var text bytes.Buffer
	cmd = exec.Command(reader, filepath.Join(dir, "form.pdf"), "-")
	if cmd.Stdout = &text; cmd.Run() != nil {
		t.Fatal("the PDF cannot be read")
	}
	words = map[string]int{}
	for _, w := range strings.Fields(text.String()) {
		words[w]++
	}
	return words, strings.Join(strings.Fields(text.String()), "")
}

func TestEveryWordOfAFormIsOnItsPaper(t *testing.T) {
	var pages []Page
	for f := stampdesk.FormUse; f <= stampdesk.FormResult; f++ {
		x := sampleFilled(f)
		for i := range x.Rows {
			if i%7 == 3 {
				x.Rows[i].Member.Name = "Nguyễn Phúc Bảo Quỳnh Hương Giang Thị Thanh Tuyền"
				x.Rows[i].Note = "sinh hoạt tạm thời; thẻ bong lớp ép nhựa, đề nghị ép lại trước khi đóng dấu, đã xác nhận ngày 12/4"
			}
		}
		x.Unit.Name += strings.Repeat(" và các đơn vị trực thuộc", int(f)/2)
		pages = append(pages, mustTemplate(t, f).Pages(&x, sampleOptions())...)
	}
	words, dense := printedWords(t, written(t, pages))
	want := map[string]int{}
	for _, p := range pages {
		for _, text := range append([]string{p.Code, p.Upper, p.Issuer, p.Dated}, p.Title...) {
			for _, w := range strings.Fields(text) {
				want[w]++
			}
		}
		for _, r := range p.Table.Rows {
			for _, c := range r.Cells {
				text := c.Text
				if c.Kind == Count {
					text = stampdesk.Vietnamese.Number(c.N)
				}
				for _, w := range strings.Fields(text) {
					want[w]++
				}
			}
		}
	}
	for w, n := range want {
		if words[w] < n && strings.Count(dense, w) < n { // letters that are set wide are read as words of their own
			t.Errorf("%q is on paper %d times, want %d", w, words[w], n)
		}
	}
}

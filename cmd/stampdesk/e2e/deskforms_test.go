package e2e

import (
	"archive/zip"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// handedIn is list 2 of unit P01 with three cards.
const handedIn = "Số thẻ,Họ và tên\n31.000001,Đảng viên Thứ 1\n31.000002,Đảng viên Thứ 2\n31.000101,Nguyễn Thị Hồng Ánh\n"

// onto moves to a line of the form in front.
func (term *terminal) onto(label string) {
	term.t.Helper()
	for range 10 {
		before := term.text()
		if strings.Contains(before, "▸ "+label) {
			return
		}
		term.keys(down)
		term.wait("for the next line", func(screen string) bool { return screen != before })
	}
	term.t.Fatalf("no line %q:\n%s", label, term.text())
}

const ctrlU = "\x15"

// inBook is all text of a workbook.
func inBook(t *testing.T, path string) string {
	t.Helper()
	book, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	var all strings.Builder
	for _, part := range book.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(&all, r); err != nil {
			t.Fatal(err)
		}
		r.Close()
	}
	return all.String()
}

// private wants a file that nobody else may read, and no other file beside it
// that was left of it.
func private(t *testing.T, path string) {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().Perm() != 0o600 {
		t.Errorf("%s has mode %v", path, info.Mode())
	}
}

func TestASupervisorWritesTheFormsWithoutTypingACommand(t *testing.T) {
	b := newCrew(t)
	b.write("mau2.csv", handedIn)
	b.run("list", "import", b.dir+"/mau2.csv", "--form", "2")
	b.run("stamp", "31000001")
	out := b.dir + "/gui"
	if err := os.Mkdir(out, 0o700); err != nil {
		t.Fatal(err)
	}
	term := b.sits("GS1", "2222")
	term.see("Lô 001", "● máy quét")

	term.goes("bieu mau")
	term.see("Biểu mẫu và báo cáo", "Mẫu 2  Đề nghị đóng dấu", "3 người", "1 lô chưa chốt")
	term.point("Mẫu 2")
	term.keys(enter)
	term.see("Của ai", "mau-2-20")
	term.keys(right, right, down, enter)
	term.see("Biểu mẫu của đơn vị nào?", "P01", "P02")
	term.keys("P01")
	term.lose("P02")
	term.keys(enter)
	term.see("Của ai", "-P01-20")
	term.onto("Ghi ra tệp")
	term.keys(enter)
	term.see("Đã ghi", "3 dòng", "1 trang tính")
	proposed, _ := filepath.Glob(b.dir + "/mau-2-P01-*.xlsx") // at home
	if len(proposed) != 1 {
		t.Fatalf("files %v:\n%s", proposed, term.text())
	}
	private(t, proposed[0])
	if got := inBook(t, proposed[0]); !strings.Contains(got, "Nguyễn Thị Hồng Ánh") || !strings.Contains(got, "31.000101") || strings.Contains(got, "31.000003") {
		t.Error("form 2 does not hold the list")
	}

	term.keys("e") // it is there
	term.see("Tệp đã có")
	term.keys(esc)
	term.see("Của ai")
	term.keys(esc)
	term.see("Biểu mẫu và báo cáo")
	term.point("Mẫu 7")
	term.keys(enter)
	term.see("Mẫu 7-KTTĐV", "Loại tệp")
	term.onto("Tệp  ")
	term.keys(enter)
	term.see("Tên tệp, hoặc cả đường dẫn")
	term.keys(ctrlU, b.dir+"/nowhere/mau7.pdf", enter, "e")
	term.see("nowhere", "✘")
	term.keys(enter)
	term.see("Tên tệp, hoặc cả đường dẫn")
	term.keys(ctrlU, out+"/mau7.pdf", enter, "e")
	term.see("Đã ghi", "trang")
	private(t, out+"/mau7.pdf")
	if left, err := os.ReadDir(out); err != nil || len(left) != 1 {
		t.Errorf("beside the file: %v %v", left, err)
	}
	text, err := exec.Command("pdftotext", "-layout", out+"/mau7.pdf", "-").Output()
	if err != nil {
		t.Skipf("no pdftotext: %v", err)
	}
	var got struct {
		WithCard int `json:"with_card"`
		Stamped  int
	}
	b.read(&got, "tally", "--json")
	for _, want := range []string{"7-KTTĐV", "ĐẢNG CỘNG SẢN VIỆT NAM", fmt.Sprint(got.WithCard)} {
		if !strings.Contains(string(text), want) {
			t.Errorf("form 7 does not say %q:\n%s", want, text)
		}
	}
	b.leaves(term)
}

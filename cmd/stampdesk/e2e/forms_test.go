package e2e

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

func TestTheFormsAreWrittenBesideTheDeskAndSayWhatItCounted(t *testing.T) {
	b := newCrew(t)
	b.write("handed-in.csv", "Số thẻ,Họ và tên,Chi bộ\n31000101,Nguyễn Thị Hồng Ánh,Chi bộ 3\n31000102,Đặng Quốc Khánh,Chi bộ 3\n")
	b.run("list", "import", b.dir+"/handed-in.csv", "--unit", "P01", "--form", "2")
	term := b.sits("OP1", "1111")
	term.see("Lô 001", "● máy quét")
	b.stamps(term, "31000101")
	b.scan("31000102")
	term.see("31.000102", "Enter ghi")
	term.keys("d")
	term.see("HỎNG, để đổi thẻ?")
	term.keys(enter)
	term.see("31.000102", "ĐÃ GHI")

	begins := map[string]string{".xlsx": "PK", ".pdf": "%PDF-", ".csv": "\ufeff", ".txt": " "}
	for _, form := range []string{"1", "2", "3", "4", "5", "6", "7"} {
		for ending, magic := range begins {
			file := filepath.Join(b.dir, "mau"+form+ending)
			args := []string{"form", form, "--out", file}
			if form != "7" {
				args = append(args, "--unit", "P01")
			}
			if got := b.second("", nil, args...); got.code != 0 || !strings.Contains(got.out, "Đã ghi "+file) {
				t.Errorf("%v: %+v", args, got)
				continue
			}
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasPrefix(string(text), magic) {
				t.Errorf("%s begins with %.20q", file, text)
			}
			info, err := os.Stat(file)
			if err != nil || info.Mode().Perm() != 0o600 {
				t.Errorf("%s: %v, %v", file, info.Mode(), err)
			}
		}
	}
	for form, want := range map[string]struct{ has, hasNot string }{
		"2": {"31.000101", "31.000001"}, "3": {"31.000102", "31.000101"},
	} {
		text, err := os.ReadFile(b.dir + "/mau" + form + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(text), want.has) || strings.Contains(string(text), want.hasNot) {
			t.Errorf("form %s:\n%s", form, text)
		}
	}

	var form struct {
		Figures map[string]any
		Notes   []struct{ Kind string }
	}
	figures := map[string]any{}
	b.read(&form, "form", "7", "--json")
	b.read(&figures, "tally", "--json")
	if figures["stamped"] != 1.0 || figures["damaged"] != 1.0 || !reflect.DeepEqual(form.Figures, figures) {
		t.Errorf("form 7: %v\ntally: %v", form.Figures, figures)
	}
	if len(form.Notes) == 0 || form.Notes[0].Kind != "unclosed" {
		t.Errorf("notes %+v", form.Notes)
	}
	b.leaves(term)
}

func TestATemplateOfTheBoardsOwnIsPutInForceBesideTheDeskAndTakenAwayAgain(t *testing.T) {
	b := newCrew(t)
	term := b.sits("OP1", "1111")
	term.see("Lô 001", "● máy quét")
	own := strings.ReplaceAll(b.run("form", "template", "2"), "ĐỀ NGHỊ ĐÓNG DẤU", "XIN ĐÓNG DẤU")
	b.write("own.toml", own)
	b.write("bad.toml", strings.Replace(own, `key = "card"`, `key = "crad"`, 1))
	if got := b.second("", nil, "form", "template", "2", "--set", b.dir+"/bad.toml"); got.code != 3 || !strings.Contains(got.errout, "crad") {
		t.Errorf("a bad template: %+v", got)
	}
	b.run("form", "template", "2", "--set", b.dir+"/own.toml", "--reason", "theo hướng dẫn mới")
	if text := b.run("form", "2", "--unit", "P01"); !strings.Contains(text, "XIN ĐÓNG DẤU") {
		t.Errorf("form 2:\n%s", text)
	}
	b.run("form", "template", "2", "--reset")
	if text := b.run("form", "2", "--unit", "P01"); strings.Contains(text, "XIN ĐÓNG DẤU") {
		t.Errorf("form 2:\n%s", text)
	}
	b.leaves(term)
}

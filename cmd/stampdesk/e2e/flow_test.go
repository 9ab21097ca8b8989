package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// imports opens a file at the screen, from the desk: a roster (1), or a list of
// the batch in hand (2).
func (term *terminal) imports(which, path string) {
	term.t.Helper()
	term.keys("m")
	term.see("Việc khác")
	term.keys("9")
	term.see("Đang dùng", "đảng viên,")
	term.keys(which)
	term.see("Thư mục", "Tìm:")
	term.keys(path)
	term.see(filepath.Base(path))
	term.keys(enter)
}

// turnsBack leaves pages until the desk is in front.
func (term *terminal) turnsBack(steps int) {
	term.t.Helper()
	for range steps {
		before := term.text()
		term.keys(esc)
		term.wait("for another page", func(screen string) bool { return screen != before })
	}
	term.see("Lô   Ca   Bàn")
}

const goodRoster = "Số thẻ,Họ và tên,Ngày sinh,Ngày chính thức,Mã đơn vị,Đơn vị,Chi bộ,Trạng thái\n" +
	"31.000001,Đảng viên Thứ 1,12/04/1961,19/05/1984,P01,Đảng bộ phường A,Chi bộ 7,\n" +
	"31.000002,Đảng viên Thứ 2,12/04/1961,19/05/1984,P01,Đảng bộ phường A,Chi bộ 1,\n" +
	"31.000777,Người Mới Vào,01/02/1990,,P09,Đảng bộ phường C,Chi bộ 1,\n"

func TestAFileWithErrorsIsCorrectedTakenInAndTakenBackAtTheScreen(t *testing.T) {
	b := newCrew(t)
	wrong := strings.NewReplacer("31.000002", "31.00000x", "01/02/1990", "31/02/1990").Replace(goodRoster)
	b.write("moi.csv", wrong)
	term := b.sits("OP1", "1111")
	term.see("Lô 001", "● máy quét")
	term.imports("1", b.dir+"/moi.csv")
	term.see("2 lỗi: chưa đưa vào được, chưa có gì thay đổi", "31.00000x", "31/02/1990")
	b.scan("31000001") // meanwhile a card comes
	term.keys("x")
	term.see("Còn lỗi nên chưa đưa vào được")
	term.keys("e")
	term.see("Đã ghi tệp moi-loi.csv cạnh tệp vừa đọc")
	text, err := os.ReadFile(b.dir + "/moi-loi.csv")
	if err != nil || strings.Count(string(text), "Dòng ") != 2 || !strings.Contains(string(text), "Ngày sinh,Ngày chính thức,Mã đơn vị,Đơn vị,Chi bộ,Trạng thái,Lỗi") {
		t.Fatalf("%v\n%s", err, text)
	}
	b.write("moi-loi.csv", strings.NewReplacer("31.00000x", "31.000002", "31/02/1990", "01/02/1990").Replace(string(text)))
	term.keys(esc)
	term.see("Tìm:", "moi-loi.csv")
	term.keys("moi-loi", enter)
	term.see("moi-loi.csv", "1 mới, 1 thay đổi, 23 không còn, 1 đơn vị mới", "7 Đơn vị mới (1)")
	term.keys("5")
	term.see("31.000001", "Chi bộ: Chi bộ 1 → Chi bộ 7")
	term.keys("x")
	term.see("Hỏi lại", "1 mới, 1 thay đổi, 23 không còn")
	if n := b.members(); n != 25 {
		t.Errorf("%d members before a supervisor came", n)
	}
	term.keys(enter)
	term.see("Mã giám sát", "moi-loi.csv")
	term.approved("9999")
	term.see("PIN không đúng")
	term.keys("2222", enter)
	term.see("Đã đưa vào, sổ ghi số")
	if n := b.members(); n != 3 {
		t.Errorf("%d members in force", n)
	}
	term.keys(esc)
	term.see("Tìm:")
	term.keys(esc, esc)
	term.see("Đang dùng             3 đảng viên", "Danh sách trước       25 đảng viên")
	term.keys("3")
	term.see("Đưa lại danh sách đảng viên trước", "Mã giám sát")
	term.keys("nham tep", enter)
	term.approved("2222")
	term.see("Đang dùng             25 đảng viên", "danh sách trước đã được đưa lại")
	if n := b.members(); n != 25 {
		t.Errorf("%d members in force again", n)
	}
	term.turnsBack(2)
	term.see("31.000001", "Đảng viên Thứ 1", "Enter ghi") // the card waited for the desk
	term.keys(enter)
	term.see("━ ✔ ĐÃ GHI")
	b.leaves(term)
}

func TestARosterThatCameIntoForceMeanwhileIsComparedWithBeforeAnotherIsApplied(t *testing.T) {
	b := newCrew(t)
	b.write("moi.csv", goodRoster)
	b.elsewhere("khac.csv", b.roster("31.000005")) // without one of them
	term := b.sits("GS1", "2222")
	term.see("Lô 001", "● máy quét")
	term.imports("1", b.dir+"/moi.csv")
	term.see("1 mới, 1 thay đổi, 23 không còn, 1 đơn vị mới")
	if got := b.second("", nil, "roster", "import", "khac.csv"); got.code != 0 {
		t.Fatalf("%+v", got)
	}
	term.see("Danh sách đang dùng đã thay đổi từ khi so")
	os.Remove(b.dir + "/moi.csv")
	term.keys("x")
	term.see("Không đọc được", "moi.csv")
	b.write("moi.csv", goodRoster)
	term.keys(enter)
	term.see("1 mới, 1 thay đổi, 22 không còn, 1 đơn vị mới")
	term.keys("x", enter)
	term.see("Đưa danh sách đảng viên vào dùng") // who is a supervisor types no PIN
	term.keys(enter)
	term.see("Đã đưa vào, sổ ghi số")
	if n := b.members(); n != 3 {
		t.Errorf("%d members in force", n)
	}
	term.keys(ctrlQ)
	term.end()
}

func TestAnImportAtTheScreenThatIsKilledLeavesOneRosterOrTheOther(t *testing.T) {
	b := newCrew(t)
	b.city("city.csv", 60_000)
	path := b.dir + "/elsewhere/city.csv"
	kills := []struct {
		name string
		to   func(*terminal)
		may  bool // be in force afterwards
	}{
		{"while it is read", func(term *terminal) {}, false},
		{"while it is written", func(term *terminal) {
			term.see("giữ nguyên")
			term.keys("x", enter)
		}, false},
		{"while a supervisor is asked", func(term *terminal) {
			term.see("giữ nguyên")
			term.keys("x", enter)
			term.see("Mã giám sát")
		}, false},
		{"while it comes into force", func(term *terminal) {
			term.see("giữ nguyên")
			term.keys("x", enter)
			term.see("Mã giám sát")
			term.approved("2222")
			time.Sleep(60 * time.Millisecond) // the PIN is looked at, and it is written down
		}, true},
	}
	for _, k := range kills {
		term := b.sits("OP1", "1111")
		term.see("Lô 001", "● máy quét")
		term.imports("1", path)
		k.to(term)
		term.kill()
		if n := b.members(); n != 25 && (!k.may || n != 60_025) {
			t.Errorf("%s: %d members in force", k.name, n)
		}
		if got := b.run("check", "--json"); !strings.Contains(got, `"ok":true`) {
			t.Errorf("%s: check %s", k.name, got)
		}
	}
	term := b.sits("OP1", "1111") // and the desk goes on as if nothing had been
	term.see("Lô 001", "● máy quét")
	b.stamps(term, "31000001")
	b.leaves(term)
	if left, _ := filepath.Glob(b.dir + "/store/*.part"); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	if kept, _ := filepath.Glob(b.dir + "/store/roster-*.db"); len(kept) > 2 { // in force, and the one before
		t.Errorf("rosters that nobody can use: %v", kept)
	}
}

func TestABookInAnOldFontWithTitleRowsIsTakenInAtTheScreen(t *testing.T) {
	b := newCrew(t)
	writeBook(t, b.dir+"/ds.xlsx", [][]string{
		{"§¶ng bé ph­êng A"},
		{"Danh s¸ch ®¶ng viªn"},
		{"Sè thÎ", "Hä vµ tªn", "Ngµy sinh", "M· ®¬n vÞ", "§¬n vÞ", "Chi bé"},
		{"1", "2", "3", "4", "5", "6"},
		{"31000102", "§Æng Quèc Kh¸nh", "12/04/1972", "P01", "§¶ng bé ph­êng A", "Chi bé 3"},
		{"31000802", "TrÇn V¨n B×nh", "1962", "P01", "§¶ng bé ph­êng A", "Chi bé 3"},
		{},
		{"Tæng sè: 2 ®¶ng viªn"},
	})
	term := b.sits("OP1", "1111")
	term.see("Lô 001", "● máy quét")
	term.imports("1", b.dir+"/ds.xlsx")
	term.see("xlsx", "2 dòng", "TCVN3 (ABC)", "1 mới, 1 thay đổi, 24 không còn")
	term.keys("4")
	term.see("31.000802", "Trần Văn Bình", "Đảng bộ phường A", "1962")
	term.keys("5")
	term.see("31.000102", "Đặng Quốc Khánh", "Ngày sinh: 12/04/1971 → 12/04/1972")
	term.keys("3")
	term.see("Số thẻ", "Họ và tên", "Mã đơn vị")
	term.keys("x", enter)
	term.see("Mã giám sát")
	term.approved("2222")
	term.see("Đã đưa vào, sổ ghi số")
	term.turnsBack(4)
	b.scan("31000802")
	term.see("31.000802", "Trần Văn Bình", "Enter ghi")
	term.keys(enter)
	term.see("━ ✔ ĐÃ GHI")
	b.leaves(term)
}

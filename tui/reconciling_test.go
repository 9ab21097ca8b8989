package tui

import (
	"strings"
	"testing"

	"stampdesk"
)

func TestADifferenceIsFollowedFromTheRoundToTheCard(t *testing.T) {
	d := newDesktop(t)
	afternoon(d)
	d.press("m", "7")
	d.shows("Đối chiếu toàn đợt · 1/3 đơn vị có chỗ không khớp", "Toàn đợt", "15 lệch")
	if p := pointed(d.text()); !strings.Contains(p, "Đảng bộ phường A") {
		t.Errorf("what needs attention is not first: %q", p)
	}
	d.press("enter")
	d.shows("PA · Đảng bộ phường A · 15 khác biệt", "Đảng viên                           13          –          7          –")
	d.press("enter")
	d.shows("Dòng này là số liệu, không phải của một thẻ.")
	d.press("/")
	d.types("chua duoc phat the")
	d.shows("Chưa được phát thẻ")
	d.hides("Đảng viên  ")
	d.press("esc")
	d.choose("31.000412")
	d.press("enter")
	d.shows("31.000412   Dương Thị Quý", "Lịch sử")
	d.press("esc")
	if p := pointed(d.text()); !strings.Contains(p, "31.000412") {
		t.Errorf("chosen %q", p)
	}
	d.press("esc", "/")
	d.types("tieu hoc")
	d.shows("Chi bộ tr", "Tìm: tieu hoc█")
	d.hides("Đảng bộ phường B")
	d.press("esc", "e")
	d.shows("stampdesk reconcile --all --out TEN-TEP.csv")
	d.press("esc")
	d.shows("Việc khác")
}

func TestWhatIsNotStampedIsSaidByBothConventions(t *testing.T) {
	d := newDesktop(t)
	d.atWork()
	d.does(stampdesk.Declare{Batch: "B1-001", Declared: stampdesk.Declared{
		"with_card": 9, "proposed": 8, "stamped": 5, "not_stamped": 7, "damaged": 1, "lost": 0,
	}})
	d.press("m", "7", "enter")
	d.shows("Theo mẫu 6 chưa đóng dấu 4 (tính cả thẻ hỏng, mất) hoặc 3 (không tính)")
	d.shows("Mẫu 6 cộng không khớp (1)", "Lệch -3: mẫu 6 ghi đã được phát thẻ là 9")
}

func TestEveryKindOfDifferenceHasASentence(t *testing.T) {
	s := newShell(Options{}.zero(), terminal{})
	for _, l := range []stampdesk.Lang{stampdesk.Vietnamese, stampdesk.English} {
		s.speak(l)
		for _, k := range stampdesk.DifferenceKinds {
			for _, by := range []string{"roster", "desk", "list 2"} {
				text := s.difference(&stampdesk.Difference{
					Kind: k, Card: 31_000_401, Name: "Nguyễn Văn Sáu", Form: stampdesk.FormStamp, Figure: "proposed", Declared: 7, Found: 5, By: by,
					Sum: "with_card-stamped", Amount: 2, Act: stampdesk.ActHeld, Reason: stampdesk.ReasonDataDiffer, Note: "PB",
				})
				if text == "" || strings.Contains(text, "{}") || !strings.HasSuffix(text, ".") && !strings.HasSuffix(text, "?") {
					t.Errorf("%s %s: %q", l, k, text)
				}
			}
			if s.rules.Differences[k] == "" {
				t.Errorf("%s %s has no title", l, k)
			}
		}
	}
}

func TestAFlawIsFollowedToTheMember(t *testing.T) {
	d := newDesktop(t)
	d.atWork()
	d.asChief(stampdesk.LoadRoster{Roster: flawedRoster()})
	d.press("m", "8")
	d.shows("9/10 = 90,00%", "Đảng viên chính thức chưa có số thẻ", "1 người", "Trùng họ tên và ngày sinh")
	d.press("enter") // the coverage of numbers leads to those without
	d.shows("Đảng viên chính thức chưa có số thẻ (1)", "Nguyễn Thị Hồng Ánh")
	d.press("enter")
	d.shows("Người này chưa có số thẻ.")
	d.press("esc", "/")
	d.types("ngay sinh")
	d.shows("Ngày sinh   ")
	d.hides("Giới tính")
	d.press("esc", "/")
	d.types("trung ho ten")
	d.press("enter")
	d.shows("Trùng họ tên và ngày sinh (2)", "trùng với 31.000408")
	d.press("enter")
	d.shows("31.000407   Đặng Quốc Khánh", "Sổ ghi chưa có gì về thẻ này.")
	d.press("esc", "esc", "esc", "e")
	d.shows("stampdesk roster quality --out TEN-TEP.csv")
}

func TestARosterWithoutFlawsIsSaidToHaveNone(t *testing.T) {
	d := newDesktop(t)
	d.signedIn()
	d.press("m", "8")
	d.shows("Không thấy gì sai trong danh sách đảng viên.")
	d.press("end", "enter")
	d.shows("Chất lượng danh sách đảng viên") // nothing to open
}

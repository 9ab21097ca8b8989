package tui

import (
	"strings"
	"testing"

	"stampdesk"
)

// goes opens the palette, types and takes the first line.
func (d *desktop) goes(text string) {
	d.Helper()
	d.press("ctrl+p")
	d.types(text)
	d.press("enter")
}

func TestThePaletteGoesAnywhereByAFewLetters(t *testing.T) {
	for text, want := range map[string]string{
		"dang giu": "Thẻ đang giữ (", "hang cho": "Hàng chờ in", "lo moi": "Nhận lô mới", "tro giup": "Trợ giúp",
		"english": "Batch 001", "chat": "Chất lượng", "cac lo": "Các lô (1)", "kept": "Thẻ đang giữ (", "quit": "Thoát",
	} {
		t.Run(text, func(t *testing.T) {
			d := newDesktop(t)
			afternoon(d)
			d.goes(text)
			d.shows(want)
		})
	}
}

func TestThePaletteIsFoundByOtherWordsToo(t *testing.T) {
	for text, want := range map[string]string{
		"in bien nhan": "▸  In: Biên nhận thẻ của lô", "quyet dinh": "▸  Quyết định của lô 001", "ket thuc ca": "▸  Ca làm việc", "khay giu": "▸  Thẻ đang giữ",
		"doi pin": "▸  Người làm việc", "chuong": "▸  Cài đặt", "ky hieu": "▸  Cài đặt", "may quet": "▸  Máy quét", "may in": "▸  Máy in", "thoat": "▸  Thoát", "khoa": "▸  Khóa màn hình",
		"end shift": "▸  Ca làm việc", "bang kiem": "▸  In: Bảng kiểm đếm của lô", "to ma lenh": "▸  In: Tờ mã lệnh",
	} {
		t.Run(text, func(t *testing.T) {
			d := newDesktop(t, withSettings)
			worked(d)
			d.press("ctrl+p")
			d.types(text)
			d.shows(want)
		})
	}
}

func TestThePaletteLeadsToEachFormByItsNumber(t *testing.T) {
	for text, want := range map[string]struct {
		kind FormKind
		name string
	}{
		"mau 1": {1, "Mẫu 1-KTTĐV: sử dụng, bảo quản thẻ"}, "mau 2": {2, "Mẫu 2-KTTĐV: đề nghị đóng dấu"}, "mau 3": {3, "Mẫu 3-KTTĐV: đổi thẻ bị hỏng"},
		"mau 4": {4, "Mẫu 4-KTTĐV: cấp lại thẻ bị mất"}, "mau 5": {5, "Mẫu 5-KTTĐV: chưa được phát thẻ"},
		"mau 6": {6, "Mẫu 6-KTTĐV: tổng hợp của đơn vị"}, "mau 7": {7, "Mẫu 7-KTTĐV: kết quả của ban"}, "mau 7-KTTDV": {7, "Mẫu 7-KTTĐV: kết quả của ban"},
		"form 6": {6, "Mẫu 6-KTTĐV: tổng hợp của đơn vị"}, "de cuong": {WrittenReport, "Báo cáo theo đề cương"}, "bien dong": {MovementsReport, "Biến động đảng viên"},
	} {
		t.Run(text, func(t *testing.T) {
			d := newDesktop(t, newDrawer().given)
			worked(d)
			d.press("ctrl+p")
			d.types(text)
			d.shows("▸  " + want.name)
			d.press("enter")
			if p, ok := d.s.page().(*formWriting); !ok || p.kind != want.kind {
				t.Errorf("no form:\n%s", d.text())
			}
		})
	}
}

func TestThePaletteOpensADecisionAndAPaperOfTheBatchInHand(t *testing.T) {
	d := newDesktop(t)
	worked(d)
	d.goes("bang kiem")
	if m, ok := d.s.over.(*paperMenu); !ok || m.papers[m.at].orders[0].Document != stampdesk.TallySheet {
		t.Fatalf("no paper:\n%s", d.text())
	}
	d.press("esc")
	d.goes("quyet dinh")
	if q, ok := d.s.over.(*decision); !ok || q.batch != "B1-001" || d.s.front != atBatches {
		t.Fatalf("no decision:\n%s", d.text())
	}
}

func TestThePaletteTakesABatchAndFindsACard(t *testing.T) {
	d := newDesktop(t)
	manyBatches(d)
	d.goes("lo 001 phuong a")
	if d.s.front != atDesk || d.s.batch == nil || d.s.batch.ID != "B1-001" {
		t.Fatalf("not at the batch:\n%s", d.text())
	}
	d.press("m", "2")
	d.goes("lo 002")
	if d.s.front != atDesk || d.s.batch == nil || d.s.batch.ID != "B1-002" {
		t.Fatalf("not at the batch:\n%s", d.text())
	}
	d.goes("31.000401")
	if p, ok := d.screen().(*cardPage); !ok || p.card != 31_000_401 {
		t.Fatalf("no card:\n%s", d.text())
	}
	d.press("esc")
	d.goes("00040")
	if _, ok := d.screen().(*searchPage); !ok {
		t.Fatalf("no search:\n%s", d.text())
	}
	d.shows("31.000402")
	d.press("esc")
	d.goes("hong anh")
	d.shows("Nguyễn Thị Hồng Ánh")
}

func TestThePaletteGivesBackExactlyWhatWasThere(t *testing.T) {
	for _, sc := range allScreens() {
		t.Run(sc.name, func(t *testing.T) {
			d := newDesktop(t, sc.options()...)
			sc.reach(d)
			before, front, over := d.text(), d.s.front, d.s.over
			note := d.s.note
			d.update(keyMsg("ctrl+p"))
			p, open := d.s.over.(*palette)
			if !open {
				if d.s.person != nil && d.s.lock == nil && over == nil {
					t.Fatalf("no palette:\n%s", d.text())
				}
				return
			}
			d.types("xyz")
			d.press("esc")
			d.s.note = note
			if d.s.front != front || d.s.over != p.under {
				t.Fatalf("another screen:\n%s", d.text())
			}
			if after := d.text(); strings.Split(after, "\n")[1] != strings.Split(before, "\n")[1] {
				t.Errorf("not what was there:\n%s\n%s", before, after)
			}
		})
	}
}

func TestThePaletteChangesItsLanguageWithTheScreen(t *testing.T) {
	d := newDesktop(t).atWork()
	d.press("ctrl+p")
	d.shows("Hoàn tác", "màn hình này")
	d.press("f2")
	d.shows("Undo", "this screen")
	d.hides("Hoàn tác", "màn hình này")
}

func TestThePaletteNeverComesBeforeAnAnswer(t *testing.T) {
	d := newDesktop(t)
	worked(d)
	d.scanned("31.000406")
	d.press("g")
	d.types("ảnh")
	d.press("ctrl+p")
	d.shows("Trả lời điều đang hỏi trước", "ảnh")
	d.press("esc")
	d.goes("thẻ đang giữ")
	d.shows("Xử lý xong thẻ 31.000406 đang cầm trước.")
	if d.model.desk.question == nil || d.s.front != atDesk {
		t.Fatal("the card was left")
	}
	d.goes("hỏng")
	d.shows("31.000406", "HỎNG")
	if _, ok := d.s.over.(*confirmation); !ok {
		t.Errorf("no question:\n%s", d.text())
	}
}

func TestACardThatIsScannedOverThePaletteIsNotLost(t *testing.T) {
	t.Run("scanner on a cable", func(t *testing.T) {
		d := newDesktop(t).atWork()
		d.press("ctrl+p")
		d.types("hang")
		d.scanned("31000401")
		if d.model.desk.question == nil || d.s.over != nil {
			t.Fatalf("not judged:\n%s", d.text())
		}
		d.press("enter", "ctrl+p")
		d.shows("Làm gì? hang")
	})
	for name, over := range map[string][]string{
		"the palette": {"ctrl+p"}, "the help": {"?"}, "the help of the palette": {"ctrl+p", "f1"}, "the palette on the help": {"?", "ctrl+p"},
	} {
		t.Run("a card that is held, behind "+name, func(t *testing.T) {
			d := newDesktop(t).atWork()
			d.press(over...)
			d.scanned("31000409")
			if d.s.over != nil {
				t.Error("nobody sees the card")
			}
			d.shows("31.000409", "Để vào khay GIỮ")
		})
	}
	t.Run("scanner that plays keyboard", func(t *testing.T) {
		d := newDesktop(t).atWork()
		d.press("ctrl+p")
		d.wedgeScan("31000401")
		d.shows("Thẻ 31.000401 vừa quét")
		d.press("esc")
		if d.model.desk.question == nil {
			t.Fatalf("not judged:\n%s", d.text())
		}
	})
	t.Run("on a page", func(t *testing.T) {
		d := newDesktop(t).atWork()
		d.press("m", "ctrl+p")
		d.scanned("31000401")
		d.shows("Thẻ 31.000401 vừa quét")
		d.press("esc", "esc")
		if d.model.desk.question == nil {
			t.Fatalf("not judged:\n%s", d.text())
		}
	})
}

func TestTheBestLineOfThePaletteComesFirst(t *testing.T) {
	for _, c := range []struct {
		name, want string
		rank       int
	}{
		{"the dang giu", "the d", 0}, {"the dang giu", "giu", 1}, {"the dang giu", "da th", 1},
		{"the dang giu", "an", 2}, {"the dang giu", "in", -1}, {"hang cho in", "in", 1},
	} {
		if got := rank(c.name, c.want); got != c.rank {
			t.Errorf("%q in %q: %d", c.want, c.name, got)
		}
	}
}

// paletteScreens are ways to the palette and to what it leads to.
var paletteScreens = []goldenScreen{
	{"palette", func(d *desktop) { afternoon(d); d.press("ctrl+p") }, nil},
	{"palette-typed", func(d *desktop) { afternoon(d); d.press("ctrl+p"); d.types("lo") }, nil},
	{"palette-number", func(d *desktop) { afternoon(d); d.press("ctrl+p"); d.types("31000401") }, nil},
	{"palette-page", func(d *desktop) { afternoon(d); d.press("m", "2", "ctrl+p") }, nil},
	{"palette-card", func(d *desktop) { worked(d); d.scanned("31.000406"); d.press("ctrl+p") }, nil},
	{"palette-nothing", func(d *desktop) { afternoon(d); d.press("ctrl+p"); d.types("zzz") }, nil},
	{"palette-closing", func(d *desktop) { worked(d); d.press("c", "ctrl+p") }, nil},
	{"palette-dialog", func(d *desktop) { worked(d); d.press("u", "ctrl+p") }, nil},
	{"palette-answer-first", func(d *desktop) { worked(d); d.scanned("31.000406"); d.goes("thẻ đang giữ") }, nil},
	{"palette-help", func(d *desktop) { afternoon(d); d.press("ctrl+p", "f1") }, nil},
}

// options are the changes to the options that a screen wants.
func (sc *goldenScreen) options() []func(*Options) {
	if sc.change == nil {
		return nil
	}
	return []func(*Options){sc.change}
}

func TestTheBalanceOfABatchDoesNotWaitBehindAPage(t *testing.T) {
	for text, front := range map[string]place{"tim nguoi": atDesk, "thẻ đang giữ": atDesk, "sổ ghi": atDesk} {
		d := newDesktop(t)
		worked(d)
		d.press("c")
		d.press("ctrl+p", "esc")
		d.shows("Enter")
		if d.s.front != atClosing {
			t.Fatalf("not at the balance:\n%s", d.text())
		}
		d.goes(text)
		if d.s.page() == nil {
			t.Fatalf("%s: no page:\n%s", text, d.text())
		}
		d.press("esc")
		if d.s.front != front || d.s.batch == nil {
			t.Errorf("%s: not back at the desk:\n%s", text, d.text())
		}
	}
}

func TestEveryDestinationIsReachedAndEscLeadsBack(t *testing.T) {
	d := newDesktop(t)
	worked(d)
	for i := range d.s.destinations(d.s.words) {
		d := newDesktop(t)
		worked(d)
		all := d.s.destinations(d.s.words)
		d.press("ctrl+p")
		d.types(all[i].name)
		if got := d.s.over.(*palette).found(d.s)[0].name; got != all[i].title(d.s) {
			t.Errorf("%q finds %q first", all[i].name, got)
		}
		before := d.screen()
		d.press("enter")
		if d.screen() == before {
			t.Errorf("%s does nothing", all[i].name)
		}
		if d.s.person == nil || d.s.lock != nil || d.s.lang != stampdesk.Vietnamese {
			continue
		}
		d.press("esc")
		if d.s.front == atPages || d.s.over != nil {
			t.Errorf("after %s, Esc does not lead back:\n%s", all[i].name, d.text())
		}
	}
}

func TestTheMenuAndThePaletteOfferTheSame(t *testing.T) {
	d := newDesktop(t)
	afternoon(d)
	d.press("m")
	menu := d.text()
	d.size(120, 60)
	d.press("ctrl+p")
	palette := d.text()
	taken := map[string]bool{}
	for _, p := range d.s.destinations(d.s.words) {
		if !strings.Contains(menu, p.title(d.s)) || !strings.Contains(palette, p.title(d.s)) {
			t.Errorf("%s is not on both", p.name)
		}
		if p.menu != "" && taken[p.menu] {
			t.Errorf("two entries have the key %s", p.menu)
		}
		taken[p.menu] = true
	}
}

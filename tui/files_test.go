package tui

import (
	"testing"

	"stampdesk"
)

func TestAFileIsFoundByTypingAndByItsPath(t *testing.T) {
	read := func(t *testing.T, f *shelfOfFiles, want string) {
		t.Helper()
		if len(f.read) != 1 || f.read[0].Path != want {
			t.Errorf("read %+v, want %s", f.read, want)
		}
	}
	t.Run("a part of its name, without diacritics", func(t *testing.T) {
		d := newDesktop(t, withFiles)
		d.atWork()
		read(t, d.reads("nua"), home+"nửa tệp.xlsx")
	})
	t.Run("a whole path, typed or pasted", func(t *testing.T) {
		d := newDesktop(t, withFiles)
		d.atWork()
		f := d.imports()
		d.fast("/home/lan/cũ.csv")
		d.rest()
		d.press("enter")
		read(t, f, "/home/lan/cũ.csv")
	})
	t.Run("a directory, and then a part of a name", func(t *testing.T) {
		d := newDesktop(t, withFiles)
		d.atWork()
		f := d.imports()
		d.types("/home/lan/Danh sách/các phường/")
		d.press("enter")
		d.shows("/home/lan/Danh sách/các phường", "phường A.csv")
		d.types("b")
		d.press("enter")
		read(t, f, home+"các phường/phường B.csv")
	})
	t.Run("a path from here", func(t *testing.T) {
		d := newDesktop(t, withFiles)
		d.atWork()
		f := d.imports()
		d.types("các phường/phường A.csv")
		d.press("enter")
		read(t, f, home+"các phường/phường A.csv")
	})
	t.Run("nothing is read where there is nothing", func(t *testing.T) {
		d := newDesktop(t, withFiles)
		d.atWork()
		f := d.imports()
		d.types("/home/lan/mới.csv")
		d.press("enter")
		d.shows("Không có tệp hay thư mục “mới.csv” trong /home/lan.", "/home/lan/mới.csv█")
		if len(f.read) != 0 {
			t.Errorf("%+v", f.read)
		}
	})
	t.Run("a directory that may not be opened says so", func(t *testing.T) {
		d := newDesktop(t, withFiles)
		d.atWork()
		d.imports()
		d.types("/root/x/ds.csv")
		d.press("enter")
		d.shows("Không mở được thư mục: open /root/x: permission denied", "/root/x/ds.csv█", "dsdv-sai.csv")
	})
}

func TestEscLeadsOutOfDirectoriesAndThenBack(t *testing.T) {
	d := newDesktop(t, withFiles)
	d.atWork()
	d.imports()
	d.types("phuong")
	d.press("enter")
	d.shows("các phường", "phường B.csv")
	d.types("b")
	d.hides("phường A.csv")
	d.press("esc")
	d.shows("phường A.csv")
	d.press("esc")
	d.shows("dsdv-sai.csv")
	d.press("backspace")
	d.shows("Thư mục  /home/lan  ", "cũ.csv")
	d.press("esc")
	d.shows("Đưa lại danh sách đảng viên trước")
}

func TestWhatWasChosenAndTypedIsThereAfterComingBack(t *testing.T) {
	d := newDesktop(t, withFiles)
	d.atWork()
	f := d.imports()
	d.types("sai")
	d.press("tab")
	d.types("pb")
	d.press("tab", " ", " ", " ", " ", "tab")
	d.types("DS 1")
	d.press("tab", " ", "tab", " ", "esc", "enter")
	want := ImportQuery{Path: home + "dsdv-sai.csv", Unit: "PB", Encoding: "tcvn3", Sheet: "DS 1", Profile: "Sổ của phường A", LostZero: true, Lang: stampdesk.Vietnamese}
	got := f.read[0]
	got.Progress = nil
	if got.Path != want.Path || got.Unit != want.Unit || got.Encoding != want.Encoding || got.Sheet != want.Sheet || got.Profile != want.Profile || !got.LostZero || got.Lang != want.Lang {
		t.Errorf("%+v, want %+v", got, want)
	}
	d.press("esc")
	d.shows("sai█", "Đảng bộ phường B", "TCVN3 (ABC)", "DS 1", "thêm số 0 ở đầu")
	d.press("esc", "esc", "1") // out and in again
	d.shows("Đảng bộ phường B", "TCVN3 (ABC)", "DS 1")
}

func TestTheFileWithErrorsIsThereAfterComingBack(t *testing.T) {
	d := newDesktop(t, withFiles)
	d.atWork()
	f := d.reads("sai")
	d.press("e")
	f.files[f.written[0]] = f.files[home+"dsdv-sai.csv"]
	d.press("esc")
	d.shows("▸  dsdv-sai.csv", "dsdv-sai-loi.csv")
}

func TestAFileThatIsPutThereMeanwhileIsFound(t *testing.T) {
	d := newDesktop(t, withFiles)
	d.atWork()
	f := d.imports()
	d.types("usb")
	d.shows("Không có dòng nào khớp")
	f.files[home+"từ usb.csv"] = f.files[home+"dsdv-sai.csv"]
	d.press("enter")
	d.shows("▸  từ usb.csv")
	d.press("enter")
	d.shows("từ usb.csv", "57 lỗi")
}

func TestAUnitThatIsNotClearIsAskedForAgain(t *testing.T) {
	d := newDesktop(t, withFiles)
	d.atWork()
	f := d.imports()
	d.press("tab")
	d.types("phuong") // two of them
	d.press("esc")
	d.types("sai")
	d.press("enter")
	d.shows("Không rõ là đơn vị nào", "phuong█")
	if len(f.read) != 0 {
		t.Errorf("%+v", f.read)
	}
}

func TestAColumnIsAssignedAndKeptUnderAName(t *testing.T) {
	d := newDesktop(t, withFiles)
	d.atWork()
	f := d.reads("thang")
	d.press("3", "end", "enter")
	d.shows("Cột này là gì?", "Ghi chú nội bộ")
	d.types("ghi chu")
	d.press("enter")
	if last := f.read[len(f.read)-1]; len(f.read) != 2 || len(last.Columns) != 1 || last.Columns["Ghi chú nội bộ"][0] != stampdesk.FieldNote {
		t.Errorf("%+v", last.Columns)
	}
	d.shows("▸3 Cột (7)", "▸  Ghi chú nội bộ                        Ghi chú")
	d.press("enter")
	d.shows("▸ Ghi chú") // what it is already, so that Enter changes nothing
	if d.press("enter"); len(f.read) != 2 {
		t.Errorf("read again: %+v", f.read)
	}
	d.press("up", "enter")
	d.types("khong dung")
	d.press("enter")
	if last := f.read[len(f.read)-1]; len(last.Columns) != 2 || len(last.Columns["Tên TCCSĐ"]) != 0 {
		t.Errorf("%+v", last.Columns)
	}
	d.slow = true
	d.press("up", "enter", "down", "enter", "esc") // stopped: as it was before
	d.slow = false
	d.update(clockMsg{})
	d.shows("Đã dừng.", "▸  Sinh hoạt tại                         Chi bộ")
	d.press("ctrl+s")
	d.types("Sổ phường")
	d.press("esc", "ctrl+s", "enter") // the name is there
	d.shows("Đã lưu cách đọc các cột với tên “Sổ phường”")
	if q := f.profiles["Sổ phường"]; len(q.Columns) != 2 {
		t.Errorf("%+v", q)
	}
	d.press("esc", "tab", "tab", "tab", "tab", " ", " ")
	d.shows("▸ Cách đọc cột  Sổ phường") // for the next file
}

func TestThousandsOfRowsAreSearchedInAnErrand(t *testing.T) {
	d := newDesktop(t, withFiles)
	d.atWork()
	f := d.importer()
	f.files[home+"lớn.csv"] = f.asRead(manyMembers(20_000))
	d.reads("lon")
	d.shows("4 Mới (20.000)", "32.000000")
	d.press("end")
	d.shows("32.019999")
	made := 0
	tab := d.s.page().(*importPage).tabs[3]
	make := tab.row
	tab.row = func(i int) row { made++; return make(i) }
	d.press("/")
	d.types("so 1234")
	d.shows("Nguyễn Văn Số 1234", "Nguyễn Văn Số 12340")
	if tab.length() != 11 {
		t.Errorf("%d found", tab.length())
	}
	d.press("down", "down", "esc")
	d.shows("Nguyễn Văn Số 12341") // the choice stays with its row
	if made > 60*24 {
		t.Errorf("%d rows made to look through 20.000", made)
	}
}

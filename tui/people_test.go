package tui

import (
	"strings"
	"testing"

	"stampdesk"
)

// asChiefHere signs the supervisor in at this desk.
func (d *desktop) asChiefHere() *desktop {
	d.Helper()
	d.types("gs1")
	d.press("enter")
	d.types("4321")
	d.press("enter")
	return d
}

func TestASupervisorNamesAPersonWhoSignsInAtOnce(t *testing.T) {
	d := newDesktop(t).asChiefHere()
	d.press("m", "w", "n")
	d.types("tt 2")
	d.press("enter")
	d.shows("chữ không dấu")
	d.press("ctrl+u")
	d.types("tt2")
	d.press("enter")
	d.types("Người thao tác 2")
	d.press("enter", "enter")
	d.types("567")
	d.press("enter")
	d.shows("ít nhất 4 ký tự")
	d.types("8")
	d.press("enter")
	d.types("5679")
	d.press("enter")
	d.shows("khác nhau")
	d.hides("5678", "5679")
	d.types("5678")
	d.press("enter")
	d.shows("Đã thêm tt2", "Người thao tác 2", "Người làm việc (3)")
	if p := pointed(d.text()); !strings.Contains(p, "tt2") {
		t.Errorf("chosen %q", p)
	}
	d.press("ctrl+o")
	d.types("tt2")
	d.press("enter")
	d.types("5678")
	d.press("enter")
	if d.s.person == nil || d.s.person.ID != "tt2" || d.s.person.Role != stampdesk.Operator {
		t.Fatalf("not signed in:\n%s", d.text())
	}
}

func TestAnOperatorChangesNothingButTheirOwnPIN(t *testing.T) {
	d := newDesktop(t).signedIn()
	d.press("m", "w", "n")
	d.shows("cần giám sát đăng nhập")
	d.choose("gs1")
	d.press("x")
	d.shows("cần giám sát đăng nhập")
	d.choose("tt1")
	d.press("x")
	d.shows("1  Đặt PIN mới")
	d.hides("Không cho")
	d.press("enter")
	d.types("9876")
	d.press("enter")
	d.types("9876")
	d.press("enter")
	d.shows("Đã đổi PIN của tt1")
	d.press("ctrl+o")
	d.types("tt1")
	d.press("enter")
	d.types("9876")
	d.press("enter")
	if d.s.person == nil {
		t.Fatalf("the new PIN does not fit:\n%s", d.text())
	}
}

func TestSomebodyWhoMayNotSignInIsLetInAgain(t *testing.T) {
	d := newDesktop(t).asChiefHere()
	d.press("m", "w")
	d.choose("tt1")
	d.press("x", "2")
	d.shows("1  Đặt PIN mới")
	d.press("enter")
	d.shows("Không cho tt1 (Người thao tác 1) đăng nhập nữa?")
	d.press("enter")
	d.shows("không được vào", "ĐÃ GHI số")
	d.press("x", "2", "enter", "enter")
	d.shows("đang làm việc")
	d.hides("không được vào")
	d.press("home", "x", "2", "enter", "enter")
	d.shows("giám sát cuối cùng")
}

// peopleScreens are ways to the people and the journal.
var peopleScreens = []goldenScreen{
	{"people", func(d *desktop) {
		afternoon(d)
		d.asChief(stampdesk.AddPerson{Person: stampdesk.Person{ID: "tt2", Name: "Người thao tác 2", Role: stampdesk.Operator}, PIN: "5678"},
			stampdesk.SetDisabled{Person: "tt2", Disabled: true})
		d.press("m", "w", "down")
	}, nil},
	{"people-need", func(d *desktop) { d.signedIn(); d.press("m", "w", "n") }, nil},
	{"people-acts", func(d *desktop) { d.asChiefHere(); d.press("m", "w", "down", "x") }, nil},
	{"people-disable", func(d *desktop) { d.asChiefHere(); d.press("m", "w", "down", "x", "2", "enter") }, nil},
	{"people-pin", func(d *desktop) {
		d.asChiefHere()
		d.press("m", "w", "down", "x", "enter")
		d.types("5678")
		d.press("enter")
		d.types("56")
	}, nil},
	{"people-new", func(d *desktop) {
		d.asChiefHere()
		d.press("m", "w", "n")
		d.types("tt2")
		d.press("enter")
		d.types("Người thao tác 2")
		d.press("enter")
	}, nil},
	{"people-new-wrong", func(d *desktop) { d.asChiefHere(); d.press("m", "w", "n"); d.types("t 2"); d.press("enter") }, nil},
	{"people-help", func(d *desktop) { d.asChiefHere(); d.press("m", "w", "?") }, nil},
	{"journal", func(d *desktop) { afternoon(d); d.press("m", "j", "down", "down") }, nil},
	{"journal-find", func(d *desktop) { afternoon(d); d.press("m", "j", "/"); d.types("sai thong") }, nil},
	{"journal-only", func(d *desktop) { afternoon(d); d.press("m", "j", "1", "2", "6") }, nil},
	{"journal-none", func(d *desktop) { afternoon(d); d.press("m", "j", "/"); d.types("zzz") }, nil},
	{"journal-entry", func(d *desktop) {
		worked(d)
		d.press("u", "enter", "m", "j", "/")
		d.types("dong dau 31000404")
		d.press("enter")
	}, nil},
	{"journal-facts", func(d *desktop) { afternoon(d); d.press("m", "j", "/"); d.types("quyet dinh lo"); d.press("enter") }, nil},
	{"journal-help", func(d *desktop) { afternoon(d); d.press("m", "j", "?") }, nil},
}

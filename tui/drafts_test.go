package tui

import (
	"strings"
	"testing"
	"time"

	"stampdesk"
)

func TestEscNeverLosesWhatWasTypedIntoAForm(t *testing.T) {
	for _, c := range []struct {
		name  string
		reach func(*desktop)
		open  func(*desktop)
		types []string
		shows []string
	}{
		{"new batch", func(d *desktop) { d.signedIn() }, func(d *desktop) { d.press("n") }, []string{"phuong b", "enter", "47", "enter", "Anh Tư"}, []string{"47", "Anh Tư", "phường B"}},
		{"decision", manyBatches, func(d *desktop) { d.press("q") }, []string{"77-QĐ", "enter", "enter", "Bí thư"}, []string{"77-QĐ", "Bí thư"}},
		{"figures", func(d *desktop) { d.atWork(); d.press("b") }, func(d *desktop) { d.press("k") }, []string{"11", "enter", "3"}, []string{"11 ", "3█"}},
		{"hand-over", closedBatch, func(d *desktop) { d.press("t") }, []string{"Chị Lan"}, []string{"Chị Lan"}},
		{"shift", func(d *desktop) { d.atWork() }, func(d *desktop) { d.press("s") }, []string{"ca đêm", "enter", "3"}, []string{"ca đêm", "3█"}},
		{"reason", func(d *desktop) { d.atWork(); d.scanned("31000401") }, func(d *desktop) { d.press("g") }, []string{"góc thẻ rách"}, []string{"góc thẻ rách"}},
		{"approval", func(d *desktop) { worked(d); d.scanned("31000412") }, func(d *desktop) { d.press("o") }, []string{"thẻ cũ mờ", "enter", "gs1"}, []string{"thẻ cũ mờ"}},
		{"papers", func(d *desktop) { afternoon(d); d.press("m", "3") }, func(d *desktop) { d.press("h") }, []string{"7"}, []string{" 7 "}},
		{"new card", func(d *desktop) { afternoon(d); d.press("m", "3") }, func(d *desktop) { d.press("x") }, []string{"310009"}, []string{"310009"}},
		{"person", func(d *desktop) { d.asChiefHere(); d.press("m", "w") }, func(d *desktop) { d.press("n") }, []string{"tt7", "enter", "Người thứ bảy"}, []string{"tt7", "Người thứ bảy"}},
		{"a value", func(d *desktop) { d.atWork(); d.turned(&scannerPage{}) }, func(d *desktop) { d.press("n") }, []string{"quay2"}, []string{"quay2"}},
		{"number at the desk", func(d *desktop) { d.atWork() }, func(d *desktop) { d.press("/") }, []string{"310004"}, []string{"310004"}},
		{"search", func(d *desktop) { d.atWork() }, func(d *desktop) { d.press("f3") }, []string{"van binh"}, []string{"van binh", "Trần Văn Bình"}},
		{"a list", func(d *desktop) { afternoon(d); d.press("m", "2") }, func(d *desktop) { d.press("/") }, []string{"manh"}, []string{"manh"}},
		{"the batches", manyBatches, func(d *desktop) { d.press("/") }, []string{"truong"}, []string{"truong"}},
		{"the journal", func(d *desktop) { afternoon(d); d.press("m", "j") }, func(d *desktop) { d.press("/") }, []string{"sai thong"}, []string{"sai thong"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesktop(t, newKept().given)
			c.reach(d)
			c.open(d)
			for _, text := range c.types {
				if _, key := named[text]; key {
					d.press(text)
				} else {
					d.types(text)
				}
			}
			d.press("esc")
			c.open(d)
			d.shows(c.shows...)
		})
	}
}

func TestWhatWasSentIsNoDraft(t *testing.T) {
	d := newDesktop(t)
	manyBatches(d)
	d.press("q")
	d.types("77-QĐ")
	d.press("esc", "n")
	d.types("phuong b")
	d.press("enter", "enter", "enter", "b", "n")
	if f := d.s.over.(*opening); f.unit.text != "" || f.chosen != nil {
		t.Errorf("%+v", f)
	}
}

func TestWhatOnePersonTypedIsNotTheNextOnesToRead(t *testing.T) {
	for _, hand := range []string{"ctrl+o", "f4"} {
		d := newDesktop(t)
		worked(d)
		d.outside(stampdesk.AddPerson{Person: stampdesk.Person{ID: "tt2", Name: "Người thao tác 2"}, PIN: "5678"})
		d.press("f3")
		d.types("van binh")
		d.press("esc", "b", "n")
		d.types("phuong b")
		d.press("esc", hand)
		d.types("tt2")
		d.press("enter")
		d.types("5678")
		d.press("enter", "f3")
		d.hides("van binh")
		d.press("esc", "b", "n")
		d.hides("phuong b")
	}
}

func TestAFormIsNotLeftOpenForWhoeverUnlocksTheDesk(t *testing.T) {
	open := func(who, pin string) *desktop {
		d := newDesktop(t, func(o *Options) { o.Idle = 10 * time.Minute })
		worked(d)
		d.outside(stampdesk.AddPerson{Person: stampdesk.Person{ID: "tt2", Name: "Người thao tác 2"}, PIN: "5678"})
		d.scanned("31000412")
		d.press("o")
		d.types("thẻ cũ mờ")
		d.press("enter")
		d.types("gs1")
		d.press("enter")
		d.types("43")
		d.clock = d.clock.Add(11 * time.Minute)
		d.update(idleMsg{})
		d.press("ctrl+u", "esc", "shift+tab", "ctrl+u")
		d.types(who)
		d.press("enter")
		d.types(pin)
		d.press("enter")
		if d.s.lock != nil || d.s.person.ID != stampdesk.PersonID(who) {
			t.Fatalf("still locked:\n%s", d.text())
		}
		return d
	}
	if d := open("tt2", "5678"); d.s.over != nil {
		t.Errorf("somebody else finds a form with half a PIN:\n%s", d.text())
	}
	if d := open("tt1", "1234"); d.s.over == nil {
		t.Errorf("who comes back does not find the form:\n%s", d.text())
	}
}

func TestAPINIsNeverADraft(t *testing.T) {
	d := newDesktop(t)
	worked(d)
	d.scanned("31000412")
	d.press("o", "down", "enter")
	d.types("gs1")
	d.press("enter")
	d.types("4321")
	d.press("esc")
	for about, left := range d.s.drafts {
		if p, ok := left.(*approval); !ok || p.pin.text != "" {
			t.Errorf("%s: %+v", about, left)
		}
	}
	d.press("o", "enter", "enter", "enter")
	if n := len(asked[stampdesk.Override](d)); n != 0 {
		t.Errorf("%d approved without a PIN", n)
	}
	d = newDesktop(t).asChiefHere()
	d.press("m", "w", "x", "1")
	d.types("9876")
	d.press("enter")
	d.types("98")
	d.press("esc", "x", "1")
	if strings.Contains(d.text(), signs.Pw) && strings.Count(d.text(), signs.Pw) > 3 { // those of the devices
		t.Errorf("a PIN:\n%s", d.text())
	}
}

func TestAFormThatACardTookAwayIsNotLost(t *testing.T) {
	d := newDesktop(t).atWork()
	d.scanned("31000409") // held
	d.press("t")
	d.types("sai tên")
	d.scanned("31000401")
	if d.s.over != nil || d.model.desk.question == nil {
		t.Fatalf("the card does not come first:\n%s", d.text())
	}
	d.press("enter")
	d.scanned("31000409")
	d.press("t")
	d.shows("31.000409", "sai tên")
	for key, card := range map[string]string{"f1": "31000402", "ctrl+c": "31000403"} { // over the form
		d.press(key)
		d.scanned(card)
		if d.s.over != nil {
			t.Fatalf("the card does not come first:\n%s", d.text())
		}
		d.press("enter")
		d.scanned("31000409")
		d.press("t")
		d.shows("31.000409", "sai tên")
	}
}

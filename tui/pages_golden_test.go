package tui

import (
	"strings"

	"stampdesk"
)

// does has the desk do things past the screen, as other commands do.
func (d *desktop) does(all ...stampdesk.Request) {
	d.Helper()
	for _, r := range all {
		d.in <- r
		go func() { d.in <- stampdesk.Choose{} }() // always declined
		for o := range d.out {
			if o.Result == stampdesk.Declined && o.About == stampdesk.CardNumber(0).String() {
				break
			}
			if o.Result == stampdesk.Declined || o.Result == stampdesk.Unrecorded {
				d.Fatalf("%T: %s %s %v", r, o.Refusal, o.About, o.Err)
			}
		}
	}
	d.s.stale = true
}

// asChief has the supervisor do things at another desk on the same store.
func (d *desktop) asChief(all ...stampdesk.Request) {
	d.Helper()
	other := &stampdesk.Desk{Store: d.fail, ID: "B2", Now: d.desk.Now, PINs: plainPINs{}}
	must(d.T, other.ActAs(d.ctx, stampdesk.Person{ID: "gs1", Role: stampdesk.Supervisor}))
	for _, r := range all {
		outs, err := other.Do(d.ctx, r)
		must(d.T, err)
		for _, o := range outs {
			if o.Result == stampdesk.Declined {
				d.Fatalf("%T: %s %s", r, o.Refusal, o.About)
			}
		}
	}
	d.s.stale = true
}

// open opens the page of a card by searching it.
func (d *desktop) open(number string) {
	d.Helper()
	d.press("f3")
	d.types(number)
	d.press("enter")
	if _, ok := d.screen().(*cardPage); !ok {
		d.Fatalf("no page of %s:\n%s", number, d.text())
	}
}

// choose goes down a list to a card, or to whatever one of the words names.
func (d *desktop) choose(words ...string) {
	d.Helper()
	for range 30 {
		for _, t := range words {
			if strings.Contains(pointed(d.text()), t) {
				return
			}
		}
		d.press("down")
	}
	d.Fatalf("%s is not on the list:\n%s", words, d.text())
}

// pointed is the line that is chosen.
func pointed(text string) string {
	for line := range strings.Lines(text) {
		line = strings.TrimLeft(line, " ")
		for _, pointer := range []string{signs.Pointer, plainSigns.Pointer} {
			if rest, ok := strings.CutPrefix(line, pointer); ok {
				return strings.TrimSuffix(rest, "\n")
			}
		}
	}
	return ""
}

// pageScreens are ways to the screens beside the desk.
var pageScreens = []goldenScreen{
	{"menu", func(d *desktop) { afternoon(d); d.press("m") }, nil},
	{"held-boxes", func(d *desktop) { withMore(d).newCards(); d.scanned("31000502"); d.press("m", "2", "x", "enter", "4") }, nil},
	{"menu-no-batch", func(d *desktop) { d.signedIn(); d.press("m") }, nil},
	{"search-empty", func(d *desktop) { afternoon(d); d.press("f3") }, nil},
	{"search", func(d *desktop) { afternoon(d); d.press("f3"); d.types("v"); d.press("down") }, nil},
	{"search-number", func(d *desktop) { afternoon(d); d.press("f3"); d.types("00040") }, nil},
	{"search-nobody", func(d *desktop) { afternoon(d); d.press("f3"); d.types("77.000409") }, nil},
	{"held", func(d *desktop) { afternoon(d); d.press("m", "2", "down") }, nil},
	{"held-empty", func(d *desktop) { d.atWork(); d.press("m", "2") }, nil},
	{"held-find", func(d *desktop) { afternoon(d); d.press("m", "2", "/"); d.types("manh") }, nil},
	{"held-settle", func(d *desktop) { afternoon(d); d.press("m", "2", "x", "down") }, nil},
	{"held-approve", func(d *desktop) { afternoon(d); d.press("m", "2", "x", "enter") }, nil},
	{"renewals", func(d *desktop) { afternoon(d); d.press("m", "3") }, nil},
	{"renewals-papers", func(d *desktop) { afternoon(d); d.press("m", "3"); d.choose("31.000408"); d.press("h", "2") }, nil},
	{"renewals-new", func(d *desktop) { afternoon(d); d.press("m", "3", "x"); d.types("31.000999"); d.press("enter") }, nil},
	{"chase", func(d *desktop) { afternoon(d); d.press("m", "4") }, nil},
	{"chase-reason", func(d *desktop) { afternoon(d); d.press("m", "4", "x", "down") }, nil},
	{"chase-print", func(d *desktop) { afternoon(d); d.press("m", "4", "p") }, nil},
	{"appraisal", func(d *desktop) { afternoon(d); d.press("b", "a") }, nil},
	{"appraisal-agrees", func(d *desktop) { d.atWork(); d.press("b", "a") }, nil},
	{"changes", func(d *desktop) { afternoon(d); d.press("m", "6") }, nil},
	{"changes-review", func(d *desktop) { afternoon(d); d.press("m", "6", "x") }, nil},
	{"card", func(d *desktop) { afternoon(d); d.open("31.000401") }, nil},
	{"card-held", func(d *desktop) { afternoon(d); d.open("31.000409") }, nil},
	{"card-renewed", func(d *desktop) { afternoon(d); d.open("31.000888") }, nil},
	{"card-replaced", func(d *desktop) { afternoon(d); d.open("31.000406") }, nil},
	{"card-unknown", func(d *desktop) { afternoon(d); d.open("77.000409") }, nil},
	{"card-remark", func(d *desktop) { afternoon(d); d.open("31.000401"); d.press("y", "down") }, nil},
	{"card-undo", func(d *desktop) { afternoon(d); d.open("31.000401"); d.press("u") }, nil},
	{"card-help", func(d *desktop) { afternoon(d); d.open("31.000401"); d.press("?") }, nil},
	{"typing-name", func(d *desktop) { afternoon(d); d.press("/"); d.types("van") }, nil},
}

// afternoon is a desk at which everything has happened: cards stamped, held,
// damaged, exchanged, not collected, and a new roster after it.
func afternoon(d *desktop) {
	d.Helper()
	chief := stampdesk.Approval{Supervisor: "gs1", PIN: "4321"}
	d.atWork()
	for _, code := range []string{"31000401", "31000402", "31000403", "31000412"} {
		d.scanned(code)
		d.press("enter")
	}
	d.scanned("31000409") // transferred out: held
	d.scanned("77000409") // on no roster: held
	d.scanned("31000404")
	d.press("g", "down", "enter") // data differ
	for _, code := range []string{"31000405", "31000406", "31000408"} {
		d.scanned(code)
		d.press("d", "enter")
	}
	d.scanned("31000401") // again
	d.does(
		stampdesk.Remark{Card: 31_000_401, Reason: stampdesk.ReasonBadCare, Note: "ép lại hai lần"},
		stampdesk.ReceivePapers{Card: 31_000_405, Photos: 2},
		stampdesk.ReceivePapers{Card: 31_000_406, Photos: 2},
		stampdesk.Renew{Card: 31_000_406, New: 31_000_888},
		stampdesk.ReportUncollected{Card: 31_000_407, Reason: stampdesk.ReasonUncollected + ".nam_vien"},
		stampdesk.ReportUncollected{Card: 31_000_411, Reason: stampdesk.ReasonUncollected + ".khac", Note: "gia đình giữ"},
		stampdesk.LoadList{Batch: "B1-001", Form: stampdesk.FormStamp, Lines: []stampdesk.Line{
			{Card: 31_000_401, Name: "Nguyễn Thị Hồng Anh"}, {Card: 31_000_402, Name: "Trần Văn Bình"}, {Card: 31_000_403},
			{Card: 31_000_404}, {Card: 31_000_409}, {Card: 31_000_412}, {Card: 66_000_001, Name: "Lý Văn Tư"},
		}},
		stampdesk.LoadList{Batch: "B1-001", Form: stampdesk.FormDamaged, Lines: []stampdesk.Line{{Card: 31_000_404}, {Card: 31_000_405}}},
		stampdesk.Declare{Batch: "B1-001", Declared: stampdesk.Declared{"members": 13, "official": 9, "probationary": 1, "proposed": 9}},
	)
	r := testRoster()
	r.Members[1].Status = stampdesk.Deceased
	r.Members[2].Unit = "PB"
	d.asChief(stampdesk.LoadRoster{Roster: r}, stampdesk.Review{Card: 31_000_403, By: chief})
	d.update(clockMsg{})
}

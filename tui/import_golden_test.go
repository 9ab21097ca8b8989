package tui

import "stampdesk"

// importScreens are ways to the screens about whole rosters and lists.
var importScreens = []goldenScreen{
	{"rosters", func(d *desktop) { afternoon(d); d.importer(); d.press("m", "9") }, withFiles},
	{"rosters-restore", func(d *desktop) { afternoon(d); d.importer(); d.press("m", "9", "3", "down") }, withFiles},
	{"files", func(d *desktop) { d.atWork(); d.imports() }, withFiles},
	{"files-find", func(d *desktop) { d.atWork(); d.imports(); d.types("dsdv") }, withFiles},
	{"files-path", func(d *desktop) { d.atWork(); d.imports(); d.types("/home/lan/khong-co/ds.csv") }, withFiles},
	{"files-options", func(d *desktop) {
		d.atWork()
		d.imports()
		d.press("tab")
		d.types("phuong a")
		d.press("tab", " ", " ", " ", " ")
	}, withFiles},
	{"files-lists", func(d *desktop) { d.atWork(); d.importer(); d.press("m", "9", "2", "tab", " ") }, withFiles},
	{"reading", func(d *desktop) { d.atWork(); readingHalf(d) }, withFiles},
	{"import-bad", func(d *desktop) { d.atWork(); d.reads("sai") }, withFiles},
	{"import-errors", func(d *desktop) { d.atWork(); d.reads("sai"); d.press("e") }, withFiles},
	{"import-failed", func(d *desktop) { d.atWork(); d.reads("hỏng") }, withFiles},
	{"import-ready", func(d *desktop) { afternoon(d); d.reads("thang") }, withFiles},
	{"import-changed", func(d *desktop) { afternoon(d); d.reads("thang"); d.press("5", "down") }, withFiles},
	{"import-touched", func(d *desktop) { afternoon(d); d.reads("thang"); d.press("8") }, withFiles},
	{"import-columns", func(d *desktop) { afternoon(d); d.reads("thang"); d.press("3", "down", "down") }, withFiles},
	{"import-assign", func(d *desktop) { afternoon(d); d.reads("thang"); d.press("3", "enter"); d.types("chi") }, withFiles},
	{"import-keep", func(d *desktop) { afternoon(d); d.reads("thang"); d.press("3", "ctrl+s"); d.types("Sổ phường") }, withFiles},
	{"import-ask", func(d *desktop) { afternoon(d); d.reads("thang"); d.press("x") }, withFiles},
	{"import-approve", func(d *desktop) { afternoon(d); d.reads("thang"); d.press("x", "enter") }, withFiles},
	{"import-applied", func(d *desktop) { afternoon(d); d.reads("thang"); d.press("x", "enter"); d.approves() }, withFiles},
	{"import-list", func(d *desktop) { afternoon(d); listRead(d) }, withFiles},
	{"reconcile", func(d *desktop) { afternoon(d); d.press("m", "7") }, nil},
	{"reconcile-find", func(d *desktop) { afternoon(d); d.press("m", "7", "/"); d.types("truong") }, nil},
	{"reconcile-unit", func(d *desktop) { afternoon(d); d.press("m", "7", "enter") }, nil},
	{"reconcile-unit-end", func(d *desktop) { afternoon(d); d.press("m", "7", "enter", "end") }, nil},
	{"quality", func(d *desktop) {
		d.atWork()
		d.asChief(stampdesk.LoadRoster{Roster: flawedRoster()})
		d.press("m", "8")
	}, nil},
	{"quality-members", func(d *desktop) {
		d.atWork()
		d.asChief(stampdesk.LoadRoster{Roster: flawedRoster()})
		d.press("m", "8", "/")
		d.types("ngay thang")
		d.press("enter")
	}, nil},
	{"import-help", func(d *desktop) { d.atWork(); d.reads("thang"); d.press("?") }, withFiles},
}

// readingHalf has a file half read, for two seconds.
func readingHalf(d *desktop) {
	d.imports()
	d.slow = true
	d.types("thang")
	d.press("enter")
	d.clock = d.clock.Add(1600e6)
	t := d.s.task
	t.heard.Store(&progress{StageRead, 54_000, 127_455})
	d.update(heardMsg{t})
}

// listRead has form 2 of the batch in hand read.
func listRead(d *desktop) {
	d.importer()
	d.press("m", "9", "2")
	d.types("mau 2")
	d.press("enter")
}

// flawedRoster has one of most of what can be wrong with a roster.
func flawedRoster() stampdesk.Roster {
	r := testRoster()
	m := r.Members
	m[0].Card = 0
	m[1].Record = ""
	m[2].Official = stampdesk.Date{}
	m[3].Admitted = stampdesk.Date{Year: 1985, Month: 5, Day: 19}
	m[4].Birth = stampdesk.Date{Year: 1899}
	m[5].MovedOut = stampdesk.Date{Year: 2020, Month: 12, Day: 1}
	m[6].Name, m[7].Name = "Đặng Quốc Khánh", "Đặng Quốc Khánh"
	m[10].Name = "Ng« V¨n Phóc"
	return r
}

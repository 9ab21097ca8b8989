package tui

import "stampdesk"

// deskScreens are ways to the desk with all that can stand beside a card.
var deskScreens = []goldenScreen{
	{"desk-list", func(d *desktop) { stampedTen(d); d.press("down", "down") }, withBig},
	{"desk-shift", func(d *desktop) {
		worked(d)
		d.shiftBegun()
		d.scanned("31000405")
		d.press("enter")
	}, withBig},
	{"desk-printer", func(d *desktop) {
		worked(d)
		d.scanned("31000405")
		d.says(PrinterNotice{Device: Device{Link: Down, About: "hết giấy"}})
	}, withBig},
	{"desk-six-boxes", func(d *desktop) {
		withMore(d).atWork()
		setup := d.setup()
		setup.Round.CardBoxes = 6
		d.others(stampdesk.ChangeSetup{Round: &setup.Round})
		d.scanned("31000401")
	}, withBig},
	{"desk-damaged", func(d *desktop) { worked(d); d.scanned("31000405"); d.press("d", "enter") }, withBig},
	{"desk-unstamped", func(d *desktop) { worked(d); d.scanned("31000405"); d.press("esc", "enter") }, withBig},
	{"desk-repeat", func(d *desktop) { worked(d); d.scanned("31000402") }, withBig},
	{"desk-resumed", func(d *desktop) {
		d.atWork()
		d.scanned("31000401")
		o := d.s.opt.Big
		restart(d)
		d.s.opt.Big = o
		d.signedIn()
	}, withBig},
	{"desk-full", func(d *desktop) { stampedTen(d); d.scanned("31000409") }, withBig},
}

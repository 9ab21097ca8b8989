package tui

import "testing"

// putOff is a bare desk whose set-up was put off.
func putOff(d *desktop) {
	d.Helper()
	bare(d)
	d.press("esc")
}

func onMenu(key string) func(*desktop) {
	return func(d *desktop) { putOff(d); d.press("m", key) }
}

func withoutPrinter(o *Options) { o.Printers = nil }

// emptyScreens are what the pages say before there is anything on them.
var emptyScreens = []goldenScreen{
	{"empty-batches", putOff, nil},
	{"empty-new-batch", func(d *desktop) { putOff(d); d.press("n") }, nil},
	{"empty-search", func(d *desktop) { putOff(d); d.press("f3"); d.types("31.000001") }, nil},
	{"empty-card", func(d *desktop) { putOff(d); d.press("f3"); d.types("31.000001"); d.press("enter") }, nil},
	{"empty-held", onMenu("2"), nil},
	{"empty-renewals", onMenu("3"), nil},
	{"empty-chase", onMenu("4"), nil},
	{"empty-appraisal", onMenu("5"), nil},
	{"empty-changes", onMenu("6"), nil},
	{"empty-reconcile", onMenu("7"), nil},
	{"empty-quality", onMenu("8"), nil},
	{"empty-rosters", onMenu("9"), nil},
	{"empty-prints", onMenu("0"), withoutPrinter},
	{"empty-card-at-work", func(d *desktop) { d.atWork(); d.open("77.000409") }, nil},
}

func TestNothingIsCalledRightWhereThereIsNothing(t *testing.T) {
	for key, wrong := range map[string]string{"7": "0/0", "8": "Không thấy gì sai"} {
		d := newDesktop(t)
		onMenu(key)(d)
		d.shows("Chưa có danh sách đảng viên", "Chuẩn bị bàn")
		d.hides(wrong)
	}
}

func TestALetterThatNeedsABatchSaysSoWhereThereIsNone(t *testing.T) {
	for _, k := range []string{"q", "p", "a", "o", "t", "k"} {
		d := newDesktop(t)
		putOff(d)
		d.press(k)
		d.shows("Chưa chọn lô")
		d.hides("Tìm:")
	}
}

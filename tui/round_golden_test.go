package tui

import (
	"context"
	"fmt"
	"iter"
	"time"

	"stampdesk"
)

// roundScreens are ways to the round, its units and its batches.
var roundScreens = []goldenScreen{
	{"round-empty", func(d *desktop) { d.chief() }, noRoster},
	{"round-before", func(d *desktop) { d.clock = day(4, 10); d.chief() }, nil},
	{"round-first-day", func(d *desktop) { d.clock = day(4, 15); d.chief() }, nil},
	{"round", func(d *desktop) { d.board(11); d.chief() }, nil},
	{"round-find", func(d *desktop) { d.board(11); d.chief(); d.press("/"); d.types("dong") }, nil},
	{"round-print", func(d *desktop) { d.board(11); d.chief(); d.press("p") }, nil},
	{"round-help", func(d *desktop) { d.board(11); d.chief(); d.press("?") }, nil},
	{"round-late", func(d *desktop) { d.board(11); d.clock = day(5, 18); d.chief() }, nil},
	{"round-done", func(d *desktop) { d.board(30); d.chief() }, nil},
	{"round-shut", func(d *desktop) { d.board(30); d.shutRound(); d.chief() }, nil},
	{"unit", func(d *desktop) { d.board(11); d.chief(); d.choose("Hòa Bình"); d.press("enter") }, nil},
	{"unit-awaited", func(d *desktop) { d.board(11); d.chief(); d.choose("chưa giao", "not brought"); d.press("enter") }, nil},
	{"unit-print", func(d *desktop) { d.board(11); d.chief(); d.press("enter", "p") }, nil},
	{"unit-held", func(d *desktop) {
		d.board(11)
		d.chief()
		d.press("enter")
		d.choose("Thẻ đang giữ", "Cards kept")
		d.press("enter")
	}, nil},
	{"batch", func(d *desktop) { d.board(11); d.chief(); d.press("enter", "enter") }, nil},
	{"batch-missing", func(d *desktop) { d.board(11); d.chief(); d.press("enter", "enter", "2") }, nil},
	{"batch-held", func(d *desktop) { d.board(11); d.chief(); d.press("enter", "enter", "4") }, nil},
	{"batch-find", func(d *desktop) { d.board(11); d.chief(); d.press("enter", "enter", "/"); d.types("chi bo 2") }, nil},
	{"batch-none", func(d *desktop) { d.board(11); d.chief(); d.press("enter", "enter", "7") }, nil},
}

func day(month time.Month, d int) time.Time { return time.Date(2021, month, d, 9, 41, 0, 0, time.UTC) }

// noRoster is a store into which no roster has come.
func noRoster(o *Options) {
	look := o.Look
	o.Look = func(ctx context.Context, fn func(stampdesk.Snapshot) error) error {
		return look(ctx, func(s stampdesk.Snapshot) error { return fn(rosterless{s}) })
	}
}

type rosterless struct{ stampdesk.Snapshot }

func (rosterless) Roster() (stampdesk.RosterInfo, error) { return stampdesk.RosterInfo{}, nil }
func (rosterless) Units() iter.Seq2[stampdesk.UnitInfo, error] {
	return func(func(stampdesk.UnitInfo, error) bool) {}
}

// chief signs the supervisor in.
func (d *desktop) chief() *desktop {
	d.Helper()
	d.types("gs1")
	d.press("enter")
	d.types("4321")
	d.press("enter")
	if len(d.s.board.batches) == 0 { // what comes first is the set-up, or the first batch
		d.s.turnTo(&roundPage{})
		d.update(clockMsg{})
	}
	if _, ok := d.s.page().(*roundPage); !ok {
		d.Fatalf("the round is not in front:\n%s", d.text())
	}
	return d
}

// places are the units of an invented town.
var places = []string{
	"Đảng bộ phường An Đông", "Đảng bộ phường Ánh Dương", "Đảng bộ phường Ăn Hải", "Đảng bộ xã Bình Minh", "Đảng bộ xã Cẩm Sơn",
	"Đảng bộ phường Dĩ An", "Đảng bộ phường Đông Hòa", "Chi bộ trường tiểu học Đông Sơn", "Đảng bộ xã Hòa Bình", "Đảng bộ phường Lê Lợi",
	"Chi bộ bệnh viện đa khoa", "Đảng bộ công ty may Phương Đông", "Đảng bộ phường Phú Hòa", "Chi bộ quỹ tín dụng", "Đảng bộ xã Tân Lập",
	"Đảng bộ xã Vĩnh Thạnh Đông Nam Bộ",
}

const perPlace = 12

func townRoster() stampdesk.Roster {
	var r stampdesk.Roster
	names := []string{"Nguyễn Thị Hồng Ánh", "Trần Văn Bình", "Lê Đức Cường", "Phạm Thị Dung", "Hoàng Văn Đăng", "Vũ Thị Hà"}
	for u, name := range places {
		code := stampdesk.UnitCode(fmt.Sprintf("D%02d", u+1))
		r.Units = append(r.Units, stampdesk.Unit{Code: code, Name: name})
		for i := range perPlace {
			n := u*perPlace + i
			r.Members = append(r.Members, stampdesk.Member{
				ID: stampdesk.MemberID(n + 1), Card: stampdesk.CardNumber(31_001_001 + n), Record: fmt.Sprintf("31%04dB", n+1),
				Name: names[n%len(names)], Birth: stampdesk.Date{Year: 1961, Month: 4, Day: 12},
				Official: stampdesk.Date{Year: 1984, Month: 5, Day: 19}, Unit: code, Cell: fmt.Sprintf("Chi bộ %d", i%3+1),
				Status: stampdesk.Official,
			})
		}
	}
	return r
}

// board is a round of the town in its days: each day one unit comes, and what
// it brought is worked on; the last ones are in all the states.
func (d *desktop) board(days int) {
	d.Helper()
	d.asChief(stampdesk.LoadRoster{Roster: townRoster()})
	other := &stampdesk.Desk{Store: d.fail, ID: "B2", Now: d.desk.Now, PINs: plainPINs{}, Confirm: stampdesk.ConfirmScan}
	must(d.T, other.ActAs(d.ctx, stampdesk.Person{ID: "tt1", Role: stampdesk.Operator}))
	do := func(r stampdesk.Request) {
		outs, err := other.Do(d.ctx, r)
		must(d.T, err)
		for _, o := range outs {
			if o.Result == stampdesk.Declined {
				d.Fatalf("%T: %s %s", r, o.Refusal, o.About)
			}
		}
	}
	last := min(days, len(places))
	for u := range last {
		d.clock = day(4, 15+u)
		if u == 3 || u == 4 { // a weekend
			d.clock = d.clock.AddDate(0, 0, 2)
		}
		id := stampdesk.BatchID(fmt.Sprintf("B2-%03d", u+1))
		do(stampdesk.OpenBatch{Unit: stampdesk.UnitCode(fmt.Sprintf("D%02d", u+1)), Count: perPlace, By: "Chị Lan"})
		back := last - u // 1: the latest
		finished := days > len(places)
		if back == 1 && !finished {
			break // waits for its decision
		}
		do(stampdesk.DecideBatches{Batches: []stampdesk.BatchID{id}, Decision: stampdesk.Decision{No: "12-QĐ/BTC", Date: stampdesk.DateOf(d.clock), Signer: "Trưởng ban"}})
		for i := range perPlace {
			card := stampdesk.CardNumber(31_001_001 + u*perPlace + i)
			switch {
			case back == 2 && i >= 5 && !finished: // at it
			case back <= 3 && i == 2 && !finished:
				do(stampdesk.SetAside{Card: card, Act: stampdesk.ActHeld, Reason: stampdesk.ReasonDataDiffer})
			case i == 4 && u%3 == 0:
				do(stampdesk.SetAside{Card: card, Act: stampdesk.ActReportedDamaged, Reason: stampdesk.ReasonSpoiled})
			case i == 5 && u%4 == 1:
				do(stampdesk.ReportUncollected{Card: card, Reason: stampdesk.ReasonUncollected + ".nam_vien"})
			case i > 7+u%4 && back > 3 && u%5 == 4 && !finished: // few came
			default:
				d.clock = d.clock.Add(5 * time.Second)
				do(stampdesk.Scan{Raw: card.Digits(), At: d.clock})
			}
		}
		if back >= 5 && u%5 != 4 || finished {
			do(stampdesk.CloseBatch{Note: "đủ", By: stampdesk.Approval{Supervisor: "gs1", PIN: "4321"}})
		}
		if back >= 7 && u%5 != 4 || finished {
			do(stampdesk.ReturnBatch{Batch: id})
		}
	}
	do(stampdesk.TakeBatch{})
	d.clock = d.clock.Add(time.Hour)
	d.s.stale = true
	d.update(clockMsg{})
}

// shutRound has the supervisor close the round, some days after its window.
func (d *desktop) shutRound() {
	d.Helper()
	d.clock = day(5, 20)
	d.asChief(stampdesk.CloseRound{Note: "hết đợt"})
	d.update(clockMsg{})
}

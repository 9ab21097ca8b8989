package tui

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"stampdesk"
	"stampdesk/store/mem"
)

func TestTheJournalShowsTheNewestEntryFirst(t *testing.T) {
	d := newDesktop(t)
	afternoon(d)
	d.press("m", "j")
	p := d.s.page().(*journalPage)
	var last time.Time
	for i, k := range p.keys {
		e := p.near[k]
		if i > 0 && e.At.After(last) {
			t.Fatalf("%s is newer than the one above it", k)
		}
		last = e.At
	}
	if !p.ended || len(p.keys) != p.total {
		t.Errorf("%d of %d entries", len(p.keys), p.total)
	}
	d.asChief(stampdesk.ReceivePapers{Card: 31_000_408, Photos: 1})
	n := len(p.keys)
	d.update(clockMsg{})
	if p = d.s.page().(*journalPage); len(p.keys) != n+1 || p.near[p.keys[0]].Act != stampdesk.ActPapersReceived {
		t.Errorf("the new entry is not on top:\n%s", d.text())
	}
	d.shows("nhận hồ sơ")
}

func TestTheJournalIsReadOnWhereItCouldNotBeRead(t *testing.T) {
	d := newDesktop(t)
	afternoon(d)
	d.press("m")
	look, n := d.s.opt.Look, 0
	d.s.opt.Look = func(ctx context.Context, see func(stampdesk.Snapshot) error) error {
		if n++; n == 2 { // the page was read, now its entries are
			return errDisk
		}
		return look(ctx, see)
	}
	d.press("j")
	d.shows(errDisk.Error())
	d.press("down")
	if p := d.s.page().(*journalPage); !p.ended || len(p.keys) != p.total {
		t.Errorf("%d of %d entries:\n%s", len(p.keys), p.total, d.text())
	}
}

func TestTheJournalIsFoundByWhateverAnEntrySays(t *testing.T) {
	d := newDesktop(t)
	afternoon(d)
	d.press("m", "j")
	p := d.s.page().(*journalPage)
	for query, fits := range map[string]func(e *stampdesk.Entry) bool{
		"31.000405":         func(e *stampdesk.Entry) bool { return e.Card == 31_000_405 },
		"31000405":          func(e *stampdesk.Entry) bool { return e.Card == 31_000_405 },
		"dong dau 31000402": func(e *stampdesk.Entry) bool { return e.Act == stampdesk.ActStamped && e.Card == 31_000_402 },
		"giám sát 1 b2":     func(e *stampdesk.Entry) bool { return e.Key.Desk == "B2" },
		"sai thong tin":     func(e *stampdesk.Entry) bool { return e.Reason == stampdesk.ReasonDataDiffer },
		"ep lai hai lan":    func(e *stampdesk.Entry) bool { return e.Note != "" && e.Act == stampdesk.ActRemarked },
		"b1/3":              func(e *stampdesk.Entry) bool { return e.Key.Desk == "B1" && fmt.Sprint(e.Key.Seq)[0] == '3' },
		"20/04 b2":          func(e *stampdesk.Entry) bool { return e.Key.Desk == "B2" },
		"zzz":               nil,
	} {
		d.press("/")
		d.types(query)
		for _, k := range p.keys {
			e := p.near[k]
			if fits == nil || !fits(&e) {
				t.Errorf("%q finds %s: %+v", query, k, e)
			}
		}
		if fits != nil && len(p.keys) == 0 {
			t.Errorf("%q finds nothing", query)
		}
		d.press("esc")
		if len(p.keys) != p.total {
			t.Fatalf("after %q: %d of %d", query, len(p.keys), p.total)
		}
	}
}

func TestADigitShowsOnlyEntriesLikeTheChosenOne(t *testing.T) {
	d := newDesktop(t)
	afternoon(d)
	d.press("m", "j", "/")
	d.types("dong dau 31000402")
	p := d.s.page().(*journalPage)
	e, _ := p.now()
	d.press("esc")
	for e2, _ := p.now(); e2.Key != e.Key; e2, _ = p.now() {
		d.press("down")
	}
	d.press("1")
	if len(p.keys) != 3 {
		t.Errorf("%d stamped", len(p.keys))
	}
	d.shows(" 1 đóng dấu ")
	d.press("2", "3", "4", "6")
	if len(p.keys) != 3 {
		t.Errorf("%d stamped", len(p.keys))
	}
	d.press("1")
	if len(p.keys) <= 3 {
		t.Error("the act is still asked for")
	}
	d.press("esc")
	if len(p.keys) != p.total || p.only != (journalFilter{}) {
		t.Error("Esc keeps the filter")
	}
	d.press("esc")
	d.shows("Việc khác")
}

func TestAnEntrySaysWhatVoidedItAndLeadsToItsCard(t *testing.T) {
	d := newDesktop(t)
	worked(d)
	d.press("u", "enter", "m", "j", "/")
	d.types("dong dau 31000404")
	d.press("enter")
	d.shows("Có lần ghi sau", "hủy lần ghi", "Phạm Thị Dung", "Mã băm của sổ")
	d.press("enter")
	if _, ok := d.screen().(*cardPage); !ok {
		t.Fatalf("no card:\n%s", d.text())
	}
	d.press("esc", "esc")
	if p := d.s.page().(*journalPage); p.filter.text != "dong dau 31000404" {
		t.Error("what was typed is gone")
	}
}

// TestALongJournalKeepsLittle walks through more entries than are kept.
func TestAnEntryThatALaterOneUndidSaysSo(t *testing.T) {
	d := newDesktop(t).atWork()
	d.scanned("31000401")
	d.press("enter")
	d.clock = d.clock.Add(dwell)
	d.does(stampdesk.Void{Card: 31_000_401, Reason: stampdesk.ReasonMistake})
	d.press("m", "j")
	d.choose("đóng dấu, ô 4")
	if p := pointed(d.text()); !strings.HasPrefix(p, signs.Undone) || !strings.Contains(p, "đã hủy") {
		t.Errorf("chosen %q", p)
	}
	d.press("esc", "esc")
	d.scanned("31000402")
	d.press("enter")
	d.press("m", "j")
	d.choose("31.000402")
	if p := pointed(d.text()); strings.Contains(p, "đã hủy") {
		t.Errorf("chosen %q", p)
	}
	d.clock = d.clock.Add(time.Second)
	d.asChief(stampdesk.Void{Card: 31_000_402, Reason: stampdesk.ReasonMistake}) // while it is looked at
	d.update(clockMsg{})
	d.choose("đóng dấu, ô 4")
	if p := pointed(d.text()); !strings.HasPrefix(p, signs.Undone) {
		t.Errorf("chosen %q", p)
	}
}

func TestALongJournalKeepsLittle(t *testing.T) {
	store, n := longJournal(t, 3000), 3000
	d := newDesktop(t).signedIn()
	d.s.opt.Look = store.View
	p := &journalPage{}
	d.s.turnTo(p)
	d.update(clockMsg{})
	if len(p.keys) >= n {
		t.Fatalf("%d entries at once", len(p.keys))
	}
	for range 60 {
		d.press("pgdown", "pgdown", "pgdown", "pgdown", "pgdown", "pgdown")
	}
	if p.at != n-1 || !p.ended {
		t.Fatalf("at %d of %d", p.at, n)
	}
	if len(p.near) > 2*journalNear+journalFinds {
		t.Errorf("%d entries are kept", len(p.near))
	}
	e, ok := p.now()
	if !ok || e.Key.Seq != 1 {
		t.Errorf("the oldest is %v", e.Key)
	}
	d.press("home")
	if e, ok := p.now(); !ok || e.Key.Seq != uint64(n) && e.Key.Seq != uint64(n/2) {
		t.Errorf("the newest is %v %v", e.Key, ok)
	}
}

// longJournal is a store with n entries of two desks.
func longJournal(t testing.TB, n int) stampdesk.Store {
	t.Helper()
	store := mem.New(stampdesk.Identity{ID: stampdesk.StoreID{1}, Epoch: 1})
	acts := []stampdesk.Act{stampdesk.ActPresented, stampdesk.ActStamped, stampdesk.ActHeld}
	at := time.Date(2021, 4, 20, 8, 0, 0, 0, time.UTC)
	for done := 0; done < n; {
		err := store.Update(context.Background(), func(tx stampdesk.Tx) error {
			for range min(5000, n-done) {
				at = at.Add(time.Second)
				_, err := tx.Append(stampdesk.Entry{
					Key: stampdesk.EntryKey{Desk: stampdesk.DeskID(fmt.Sprintf("B%d", done%2+1))}, Round: 4, At: at, Operator: "tt1", Unit: "PA", Batch: "B1-001",
					Act: acts[done%3], Card: stampdesk.CardNumber(31_000_000 + done/2), Reason: stampdesk.ReasonDataDiffer,
				})
				if err != nil {
					return err
				}
				done++
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return store
}

// BenchmarkJournal reads the latest page of 250,000 entries, and looks through
// all of them for one that is not there.
func BenchmarkJournal(b *testing.B) {
	const n = 250_000
	store := longJournal(b, n)
	tops := map[stampdesk.DeskID]uint64{"B1": n / 2, "B2": n / 2}
	walk := func(b *testing.B, query string, most int) {
		b.ReportAllocs()
		for b.Loop() {
			sieve := newJournalSieve(journalFilter{query: query}, time.UTC, map[stampdesk.PersonID]string{"tt1": "Người thao tác 1"}, nil)
			err := store.View(context.Background(), func(s stampdesk.Snapshot) error {
				p, err := newPast(s)
				if err != nil {
					return err
				}
				p.upTo(tops)
				for found := 0; found < most; {
					e, err := p.next(s)
					if err != nil || e == nil {
						return err
					}
					if sieve.fits(e) {
						found++
					}
				}
				return nil
			})
			if err != nil {
				b.Fatal(err)
			}
		}
	}
	b.Run("latest", func(b *testing.B) { walk(b, "", journalFinds) })
	b.Run("nothing-fits", func(b *testing.B) { walk(b, "77000001 khong co", n) })
}

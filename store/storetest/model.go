package storetest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"
	"time"

	"stampdesk"
)

// Random does the same random acts on every store, steps of them, some of
// them rolled back, and fails the test where the stores then differ in
// anything they say. The stores must be empty and made with Identity().
func Random(t testing.TB, seed uint64, steps int, stores ...stampdesk.Store) {
	t.Helper()
	m := &model{rng: rand.New(rand.NewPCG(seed, 0)), batches: map[stampdesk.BatchID]*delivery{}}
	for step := range steps {
		what, fn := m.act(t, stores)
		if fn == nil {
			continue
		}
		fails := m.rng.IntN(8) == 0
		for i, s := range stores {
			err := s.Update(t.Context(), func(tx stampdesk.Tx) error {
				if err := fn(tx); err != nil || !fails {
					return err
				}
				return errOurs
			})
			if fails != (err != nil) {
				t.Fatalf("seed %d, step %d, %s, store %d: %v", seed, step, what, i, err)
			}
		}
		if !fails && m.done != nil {
			m.done()
		}
		m.done = nil
		if step%50 == 49 || step == steps-1 {
			want := Dump(t, stores[0])
			for _, s := range stores[1:] {
				Same(t, want, Dump(t, s))
			}
			if t.Failed() {
				t.Fatalf("seed %d, step %d, after %s", seed, step, what)
			}
		}
	}
}

// model knows what the acts have done so far, as far as the next one must.
type model struct {
	rng     *rand.Rand
	opened  int
	batches map[stampdesk.BatchID]*delivery
	entries []stampdesk.EntryKey
	rosters []stampdesk.Hash
	done    func() // what to remember once the act has succeeded
}

type delivery struct {
	lists   map[stampdesk.Form][]stampdesk.Line
	missing []stampdesk.Line // while it is closed
	closed  bool
}

func (m *model) act(t testing.TB, stores []stampdesk.Store) (string, func(stampdesk.Tx) error) {
	switch n := m.rng.IntN(20); {
	case n < 11:
		return m.card()
	case n < 16:
		return m.batch()
	case n == 16:
		return m.roster(t, stores)
	case n == 17:
		round := uint8(m.rng.IntN(rounds))
		e := m.entry(stampdesk.ActRoundClosed)
		e.Round = round
		return "close a round", m.record(e, nil, nil)
	}
	person := stampdesk.Person{ID: stampdesk.PersonID(m.pick("lan", "minh")), Name: m.pick("Lan", "Minh", ""), Role: stampdesk.Operator}
	setup, name, at := Setup(), m.pick("printer", "hall"), m.rng.Uint64()
	setup.Rules.Version, setup.Round.Papers = m.rng.Uint32(), setup.Round.Papers[:m.rng.IntN(3)]
	file, body := stampdesk.FileName(m.pick("targets", "form/2")), []byte(m.pick("", "x", "a longer one"))
	return "set something", func(tx stampdesk.Tx) error {
		if err := tx.PutFile(file, body); err != nil {
			return err
		}
		if err := tx.PutPerson(person); err != nil {
			return err
		}
		if err := tx.PutCursor(name, at); err != nil {
			return err
		}
		return tx.PutSetup(setup)
	}
}

func (m *model) pick(of ...string) string { return of[m.rng.IntN(len(of))] }

func (m *model) entry(act stampdesk.Act) stampdesk.Entry {
	e := stampdesk.Entry{
		Key: stampdesk.EntryKey{Desk: stampdesk.DeskID(m.pick("B1", "B2", "B10"))}, Round: 4,
		At:    Noon.Add(time.Duration(m.rng.Int64N(int64(time.Hour * 1000)))),
		Shift: stampdesk.ShiftID(m.rng.IntN(3)), Operator: stampdesk.PersonID(m.pick("lan", "minh")),
		Act: act, Rules: m.rng.Uint32(), Flags: stampdesk.Flags(m.rng.IntN(128)), Note: m.pick("", "ghi chú"),
	}
	if len(m.entries) > 0 && m.rng.IntN(4) == 0 {
		e.Ref = m.entries[m.rng.IntN(len(m.entries))]
	}
	return e
}

func (m *model) record(e stampdesk.Entry, paper, undone []stampdesk.Line) func(stampdesk.Tx) error {
	var key stampdesk.EntryKey
	remember := m.done
	m.done = func() {
		m.entries = append(m.entries, key)
		if remember != nil {
			remember()
		}
	}
	return func(tx stampdesk.Tx) error {
		done, err := stampdesk.Record(tx, e, paper, undone)
		key = done.Key
		return err
	}
}

func (m *model) card() (string, func(stampdesk.Tx) error) {
	acts := []stampdesk.Act{
		stampdesk.ActPresented, stampdesk.ActStamped, stampdesk.ActHeld, stampdesk.ActRefused, stampdesk.ActReleased,
		stampdesk.ActVoided, stampdesk.ActReportedDamaged, stampdesk.ActReportedLost, stampdesk.ActReissued,
	}
	e := m.entry(acts[m.rng.IntN(len(acts))])
	if e.Act == stampdesk.ActVoided && e.Ref.IsZero() {
		e.Act = stampdesk.ActHeld // there is nothing to void yet
	}
	e.Card, e.Issue = Card(1+m.rng.IntN(40)), stampdesk.Issue(1+m.rng.IntN(2))
	e.Class, e.Unit = stampdesk.Class(m.rng.IntN(3)), unit(m.rng.IntN(4))
	e.Batch, e.Boxes = stampdesk.BatchID(m.pick("", "B1-001", "B2-001")), stampdesk.BoxSet(m.rng.IntN(16))
	e.Reason = stampdesk.Reason(m.pick("", "HONG", "MAT", "KHAC"))
	if e.Act == stampdesk.ActReissued {
		e.Facts = []stampdesk.Fact{{Name: stampdesk.FactNew, Value: Card(1 + m.rng.IntN(40)).Digits()}}
	}
	return e.Act.String(), m.record(e, nil, nil)
}

func (m *model) lines() []stampdesk.Line {
	var lines []stampdesk.Line
	for i := range m.rng.IntN(12) {
		lines = append(lines, stampdesk.Line{
			Card: Card(1 + 3*i + m.rng.IntN(3)), Unit: unit(m.rng.IntN(4)), Class: stampdesk.Class(m.rng.IntN(3)),
			Name: m.pick("", "Lê Văn An"), Reason: stampdesk.Reason(m.pick("", "HONG", "MAT")),
		})
	}
	return lines
}

func (m *model) batch() (string, func(stampdesk.Tx) error) {
	ids := make([]stampdesk.BatchID, 0, len(m.batches))
	for id := range m.batches {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	if len(ids) == 0 || m.rng.IntN(6) == 0 {
		m.opened++
		e := m.entry(stampdesk.ActBatchOpened)
		e.Batch, e.Unit = stampdesk.BatchID(fmt.Sprintf("%s-%03d", e.Key.Desk, m.opened)), unit(m.rng.IntN(4))
		e.Facts = []stampdesk.Fact{{Name: stampdesk.FactBy, Value: "Quý"}, {Name: stampdesk.FactCount, Value: "40"}}
		m.done = func() { m.batches[e.Batch] = &delivery{lists: map[stampdesk.Form][]stampdesk.Line{}} }
		return "open a batch", m.record(e, nil, nil)
	}
	id := ids[m.rng.IntN(len(ids))]
	b := m.batches[id]
	e := m.entry(0)
	e.Batch = id
	switch m.rng.IntN(4) {
	case 0:
		e.Act = stampdesk.ActBatchDecided
		e.Facts = []stampdesk.Fact{{Name: stampdesk.FactNo, Value: "7-QĐ"}, {Name: stampdesk.FactDate, Value: "16/04/2021"}}
		return "decide a batch", m.record(e, nil, nil)
	case 1:
		e.Act = stampdesk.ActDeclarationLoaded
		e.Facts = []stampdesk.Fact{{Name: "stamped", Value: strconv.Itoa(m.rng.IntN(50))}, {Name: "lost", Value: "1"}}
		return "load a declaration", m.record(e, nil, nil)
	case 2:
		form, paper := stampdesk.Form(2+m.rng.IntN(4)), m.lines()
		e.Act, e.Facts = stampdesk.ActListLoaded, []stampdesk.Fact{{Name: stampdesk.FactForm, Value: strconv.Itoa(int(form))}}
		if form == stampdesk.FormCardless {
			for i := range paper {
				paper[i].Card = 0
			}
		}
		undone := b.lists[form]
		m.done = func() { b.lists[form] = paper }
		return "load a list", m.record(e, paper, undone)
	}
	if b.closed {
		e.Act = stampdesk.ActBatchReopened
		m.done = func() { b.closed = false }
		return "reopen a batch", m.record(e, nil, b.missing)
	}
	e.Act = stampdesk.ActBatchClosed
	missing := m.lines()
	m.done = func() { b.closed, b.missing = true, missing }
	return "close a batch", m.record(e, missing, nil)
}

// roster puts one in force: a new one, or an earlier one again.
func (m *model) roster(t testing.TB, stores []stampdesk.Store) (string, func(stampdesk.Tx) error) {
	if len(m.rosters) < 4 {
		r := Roster(20 + m.rng.IntN(100))
		var hashes []stampdesk.Hash
		for _, s := range stores {
			h, err := s.SaveRoster(t.Context(), r, nil)
			if err != nil {
				t.Fatal(err)
			}
			hashes = append(hashes, h)
		}
		if len(slices.Compact(hashes)) != 1 {
			t.Fatalf("the stores name one roster %v", hashes)
		}
		m.rosters = append(m.rosters, hashes[0])
	}
	h := m.rosters[m.rng.IntN(len(m.rosters))]
	e, moved := m.entry(stampdesk.ActRosterLoaded), m.lines()
	e.Paper = h
	rec := m.record(e, moved, nil)
	return "put a roster in force", func(tx stampdesk.Tx) error {
		if err := tx.UseRoster(h); err != nil {
			return err
		}
		return rec(tx)
	}
}

package stampdesk_test

import (
	"bytes"
	"context"
	"errors"
	"runtime"
	"strings"
	"testing"
	"time"

	. "stampdesk"
)

// inventedResult is a result of a board with two units, whose desk has made so many
// entries.
func inventedResult(store StoreID, entries uint64) *BoardResult {
	unit := func(code string, official, cards, stamped, damaged int) FormPart {
		t := Tally{
			Headcount: Headcount{Official: official, Probationary: 2, WithCard: cards}, WithoutCard: official - cards,
			Proposed: cards - damaged, Stamped: stamped, Damaged: damaged, Remaining: cards - stamped - damaged,
		}
		if damaged > 0 {
			t.DamagedBy = map[Reason]int{ReasonDamaged: damaged}
		}
		if stamped > 0 {
			t.Boxes = map[int]int{4: stamped}
		}
		return FormPart{Key: code, Name: "phường " + code, Tally: t}
	}
	r := &BoardResult{
		Board: Board{Upper: "TỈNH ỦY", Name: "QUẬN ỦY " + strings.Repeat("A", int(store[0]%8)+1), Place: "Quận"},
		Store: store, Epoch: 1, Round: round4(), Made: time.Date(2021, 5, 18, 8, 0, 0, 0, time.UTC), By: "Ông B", Members: 124,
		Units:  []FormPart{unit("P01", 70, 65, 60, 2), unit("P02", 50, 50, 41, 0)},
		Counts: UnitCounts{Units: 2, Committees: 2, Cells: 9, Done: 1},
	}
	r.Tally = Sum(&r.Units[0].Tally, &r.Units[1].Tally)
	r.Tally.Heads = []Head{{Desk: "B1", Seq: entries, Chain: Hash{byte(entries), store[0]}}}
	return r
}

func TestAResultIsReadAsItWasWritten(t *testing.T) {
	r := inventedResult(StoreID{9}, 40)
	r.Sources = []ResultSource{{Board: "ĐẢNG ỦY X", Store: StoreID{3}, Made: r.Made}}
	r.Tally.Guests, r.LateHolds = Handled{Stamped: 4}, true
	b := r.Encode()
	got, err := ParseResult(b)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Encode(), b) {
		t.Errorf("written again it is\n%s\nnot\n%s", got.Encode(), b)
	}
	if got.Tally.Stamped != 101 || got.Units[1].Stamped != 41 || got.Sources[0].Board != "ĐẢNG ỦY X" ||
		got.Round.ListDate != r.Round.ListDate || got.Tally.Heads[0] != r.Tally.Heads[0] || got.Tally.Guests.Stamped != 4 {
		t.Errorf("read: %+v", got)
	}
}

func TestAResultThatContradictsItselfIsNotRead(t *testing.T) {
	for _, c := range []struct {
		name, want string
		change     func(*BoardResult)
	}{
		{"a count below zero", "stamped is -1", func(r *BoardResult) { r.Tally.Stamped = -1 }},
		{"a count beyond all boards", "proposed is 1000000000", func(r *BoardResult) { r.Tally.Proposed = 1e9 }},
		{"more cards than members with a card", "its parts come to", func(r *BoardResult) { r.Tally.Remaining++ }},
		{"reasons that are not the cards", "the reasons come to", func(r *BoardResult) { r.Tally.DamagedBy["HONG.nut"]++ }},
		{"members who are nowhere", "official members", func(r *BoardResult) { r.Tally.Official++ }},
		{"units that are not the board", "the units come to", func(r *BoardResult) { r.Tally.Stamped++; r.Tally.Remaining-- }},
		{"a unit twice", "twice", func(r *BoardResult) { r.Units[1].Key = "P01" }},
		{"a source twice", "counted twice", func(r *BoardResult) {
			r.Sources = []ResultSource{{"X", StoreID{1}, r.Made}, {"Y", StoreID{1}, r.Made}}
		}},
		{"a source of no time", "made in the year 1", func(r *BoardResult) { r.Sources = []ResultSource{{Board: "X", Store: StoreID{1}}} }},
		{"more units done than there are", "3 done", func(r *BoardResult) { r.Counts.Done = 3 }},
		{"more units by their kinds than there are", "of two kinds", func(r *BoardResult) { r.Counts.Basic = 1 }},
		{"itself among its sources", "counted twice", func(r *BoardResult) { r.Sources = []ResultSource{r.Source()} }},
		{"a name that steers the terminal", "cannot be one", func(r *BoardResult) { r.Board.Name = "A\x1b[2J" }},
		{"a name that turns the line around", "cannot be one", func(r *BoardResult) { r.By = "A\u202eB" }},
		{"no name", "no name", func(r *BoardResult) { r.Board.Name = " " }},
		{"no store", "no store", func(r *BoardResult) { r.Store = StoreID{} }},
		{"an epoch beyond all", "epoch", func(r *BoardResult) { r.Epoch = MaxEpoch + 1 }},
		{"a round that is none", "round", func(r *BoardResult) { r.Round.Box = 9 }},
		{"a base of percentages that is none", "shares", func(r *BoardResult) { r.Shares.Base = "members" }},
		{"a reason that is none", "damaged_by", func(r *BoardResult) { r.Tally.DamagedBy["ông A"] = 0; r.Tally.DamagedBy["ông B"] = 1 }},
		{"a box that no card has", "box 17", func(r *BoardResult) { r.Tally.Boxes[17] = 1 }},
		{"a journal twice", "twice", func(r *BoardResult) { r.Tally.Heads = append(r.Tally.Heads, r.Tally.Heads[0]) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := inventedResult(StoreID{9}, 40)
			c.change(r)
			if _, err := ParseResult(r.Encode()); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want %q", err, c.want)
			}
		})
	}
}

func TestAResultThatWasTouchedIsNotRead(t *testing.T) {
	b := inventedResult(StoreID{9}, 40).Encode()
	for name, other := range map[string][]byte{
		"nothing":            nil,
		"cut":                b[:len(b)/2],
		"more after it":      append(bytes.Clone(b), '{', '}'),
		"spaces":             bytes.Replace(b, []byte(`,"board"`), []byte(`, "board"`), 1),
		"a field more":       bytes.Replace(b, []byte(`"board"`), []byte(`"extra":1,"board"`), 1),
		"a field twice":      bytes.Replace(b, []byte(`"board"`), []byte(`"board":"X","board"`), 1),
		"a name in capitals": bytes.Replace(b, []byte(`"board"`), []byte(`"Board"`), 1),
		"a day that is none": bytes.Replace(b, []byte(`"2021-04-15"`), []byte(`"2021-04-35"`), 1),
		"an id too short":    bytes.Replace(b, []byte(`"store":"09`), []byte(`"store":"`), 1),
	} {
		t.Run(name, func(t *testing.T) {
			if bytes.Equal(b, other) {
				t.Fatal("nothing was touched")
			}
			if r, err := ParseResult(other); err == nil {
				t.Errorf("read as %+v", r)
			}
		})
	}
	newer := bytes.Replace(b, []byte(`"version":1`), []byte(`"version":2,"more":[]`), 1)
	if _, err := ParseResult(newer); !errors.Is(err, ErrNewerResult) {
		t.Errorf("of a later program: %v", err)
	}
}

func TestAListThatIsLongerThanAnyBoardsIsNotReadToItsEnd(t *testing.T) {
	b := inventedResult(StoreID{9}, 40).Encode()
	for _, list := range []string{"units", "heads", "sources"} {
		many := []byte(`"` + list + `":[` + strings.Repeat("{},", 2_000_000) + `{}]`)
		hostile := bytes.Replace(b, []byte(`"board":`), append(many, `,"board":`...), 1)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if _, err := ParseResult(hostile); err == nil {
			t.Errorf("%s: it was read", list)
		}
		runtime.ReadMemStats(&after)
		if n := (after.TotalAlloc - before.TotalAlloc) >> 20; n > 100 {
			t.Errorf("%s: %d MB of memory for %d MB of file", list, n, len(hostile)>>20)
		}
	}
}

func FuzzParseResult(f *testing.F) {
	f.Add(inventedResult(StoreID{9}, 40).Encode())
	f.Add([]byte(`{"version":1}`))
	f.Add([]byte(`{"version":1,"tally":{"stamped":-9223372036854775808}}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		r, err := ParseResult(b)
		if err == nil && !bytes.Equal(r.Encode(), b) {
			t.Errorf("%q is read, and written as %q", b, r.Encode())
		}
	})
}

func TestWhatABoardSentIsAddedOnceAndOnlyNewer(t *testing.T) {
	type at struct {
		store   byte
		epoch   uint32
		entries uint64
	}
	result := func(a at) *BoardResult {
		r := inventedResult(StoreID{a.store}, a.entries)
		r.Epoch = a.epoch
		return r
	}
	with := func(r *BoardResult, sources ...byte) *BoardResult {
		for _, s := range sources {
			r.Sources = append(r.Sources, ResultSource{Board: "B", Store: StoreID{s}, Made: r.Made})
		}
		return r
	}
	forked := result(at{20, 1, 40})
	forked.Tally.Heads[0].Chain[5]++
	crossed := result(at{20, 1, 41})
	crossed.Tally.Heads = append(crossed.Tally.Heads, Head{Desk: "B2", Seq: 3})
	back := result(at{20, 1, 40})
	back.Tally.Heads = append(back.Tally.Heads, Head{Desk: "B2", Seq: 4})
	for _, c := range []struct {
		name          string
		before, after *BoardResult
		restored      bool
		want          Refusal
	}{
		{name: "further", before: result(at{20, 1, 40}), after: result(at{20, 1, 41})},
		{name: "another desk began", before: result(at{20, 1, 40}), after: back},
		{name: "the same", before: result(at{20, 1, 40}), after: result(at{20, 1, 40}), want: ResultKnown},
		{name: "older", before: result(at{20, 1, 40}), after: result(at{20, 1, 39}), want: ResultBehind},
		{name: "a desk less", before: back, after: result(at{20, 1, 40}), want: ResultBehind},
		{name: "one desk further and one behind", before: back, after: crossed, want: ResultSplit},
		{name: "as far, another history", before: result(at{20, 1, 40}), after: forked, want: ResultSplit},
		{name: "nobody may say that a fork is right", before: result(at{20, 1, 40}), after: forked, restored: true, want: ResultSplit},
		{name: "an epoch before", before: result(at{20, 2, 40}), after: result(at{20, 1, 41}), want: ResultBehind},
		{name: "restored", before: result(at{20, 1, 40}), after: result(at{20, 2, 30}), want: ResultBackup},
		{name: "restored, and somebody says so", before: result(at{20, 1, 40}), after: result(at{20, 2, 30}), restored: true},
		{name: "another board", before: result(at{20, 1, 40}), after: result(at{21, 1, 1})},
		{name: "ours", after: result(at{7, 1, 1}), want: ResultOurs},
		{name: "ours in theirs", after: with(result(at{20, 1, 1}), 7), want: ResultHasOurs},
		{name: "counted through another", before: with(result(at{20, 1, 1}), 21), after: result(at{21, 1, 1}), want: ResultCounted},
		{name: "counts one that was taken in", before: result(at{21, 1, 1}), after: with(result(at{20, 1, 1}), 21), want: ResultCounts},
		{name: "both count a third", before: with(result(at{20, 1, 1}), 22), after: with(result(at{21, 1, 1}), 22), want: ResultCounts},
		{name: "now with a source more", before: result(at{20, 1, 1}), after: with(result(at{20, 1, 2}), 22)},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(make(sequence, headBytes))
			add := func(r *BoardResult, restored bool) Outcome {
				o, err := w.desks[1].Do(context.Background(), AddResult{
					Result: r, File: Hash{1}, Signer: "Quận", Restored: restored, By: Approval{"GS1", "2222"},
				})
				if err != nil {
					t.Fatal(err)
				}
				return o[0]
			}
			if c.before != nil {
				if o := add(c.before, false); o.Result != Done || o.Entry.Act != ActResultAdded || o.Entry.Fact(FactBoard) != c.before.Board.Name {
					t.Fatalf("the first one: %+v", o)
				}
			}
			if o := add(c.after, c.restored); o.Refusal != c.want {
				t.Errorf("refusal %q (%s), want %q", o.Refusal, o.About, c.want)
			}
			want := []*BoardResult{c.after}
			switch {
			case c.want != "" && c.before != nil:
				want = []*BoardResult{c.before}
			case c.want != "":
				want = nil
			case c.before != nil && c.before.Store != c.after.Store:
				want = []*BoardResult{c.before, c.after}
			}
			w.view(func(s Snapshot) error {
				all, err := ResultsOf(s, 4)
				if err != nil {
					return err
				}
				if len(all) != len(want) {
					t.Fatalf("%d results are kept, want %d", len(all), len(want))
				}
				for i := range all {
					if !bytes.Equal(all[i].Encode(), want[i].Encode()) {
						t.Errorf("kept:\n%s\nwant\n%s", all[i].Encode(), want[i].Encode())
					}
				}
				return nil
			})
			w.check()
			for _, f := range w.faults {
				t.Error(f)
			}
		})
	}
}

func TestOnlyASupervisorSendsAndAddsResults(t *testing.T) {
	w := newWorld(make(sequence, headBytes))
	for _, q := range []Request{SendResult{File: Hash{1}}, AddResult{Result: inventedResult(StoreID{20}, 1)}} {
		o, err := w.desks[0].Do(context.Background(), q)
		if err != nil || o[0].Refusal != NeedSupervisor {
			t.Errorf("%T by an operator: %+v, %v", q, o, err)
		}
	}
	o, err := w.desks[0].Do(context.Background(), SendResult{File: Hash{1}, To: "Tỉnh ủy", By: Approval{"GS1", "2222"}})
	if err != nil || o[0].Entry == nil || o[0].Entry.Act != ActResultSent || o[0].Entry.Fact(FactTo) != "Tỉnh ủy" || o[0].Entry.Approver != "GS1" {
		t.Errorf("approved: %+v, %v", o, err)
	}
}

// checkResult has the round go up, whatever was asked before: what this program
// makes it also reads.
func (w *world) checkResult(s Snapshot) error {
	f, err := NewFiller(s)
	if err != nil {
		return err
	}
	seven, err := f.Fill(FormResult, Scope{})
	if err != nil {
		return err
	}
	r, err := ResultOf(s, &seven, Shares{}, "GS1", w.clock)
	if err != nil {
		w.fault("the result cannot go up: %v", err)
		return nil
	}
	again, err := ParseResult(r.Encode())
	if err != nil {
		w.fault("the result cannot be read: %v", err)
		return nil
	}
	for _, d := range unlike(&again.Tally, &seven.Tally) {
		w.fault("the result is not form 7: %s", d)
	}
	return nil
}

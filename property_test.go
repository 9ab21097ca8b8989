package stampdesk_test

import (
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"iter"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	. "stampdesk"
)

// check looks at everything that must be so, whatever was asked.
func (w *world) check() {
	w.view(func(s Snapshot) error {
		a, err := Prove(fewRounds{s}, nil)
		for _, p := range a.Problems {
			w.fault("check: %s", p)
		}
		return err
	})
	w.view(w.checkJournal)
	w.view(w.checkBalances)
	w.view(w.checkResult)
	w.view(w.checkTallies)
	w.view((&formsCheck{fault: w.fault, seen: w.forms}).check)
	w.view(func(s Snapshot) error { // what screens and papers read must be readable
		for round := range uint8(2) {
			for _, read := range []func() error{
				func() error { _, err := HeldCards(s); return err },
				func() error { _, err := Renewals(s, 4+round); return err },
				func() error { _, err := Changes(s, 4+round); return err },
				func() error { return w.checkReconciled(s, 4+round) },
				func() error { _, err := WorkOf(s, 4+round); return err },
				func() error { return w.checkProgress(s, 4+round) },
			} {
				if err := read(); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// checkReconciled adds up the stamps by who brought the cards: as many as the
// tally has.
func (w *world) checkReconciled(s Snapshot, round uint8) error {
	r, err := Reconcile(s, round, "")
	if err != nil {
		return err
	}
	t, err := Count(s, Filter{Round: round})
	for _, row := range r.Total {
		if n := max(row.By[ByDesk], 0); row.Figure == "stamped" && n != t.Stamped {
			w.fault("round %d: reconciled %d stamps, tallied %d", round, n, t.Stamped)
		}
	}
	return err
}

// fewRounds spares the proof the rounds that no test uses.
type fewRounds struct{ Snapshot }

func (s fewRounds) Marks(round uint8) iter.Seq2[Marked, error] {
	if round != 4 && round != 5 {
		return func(func(Marked, error) bool) {}
	}
	return s.Snapshot.Marks(round)
}

func (s fewRounds) Counts(round uint8) iter.Seq2[Counted, error] {
	if round != 4 && round != 5 {
		return func(func(Counted, error) bool) {}
	}
	return s.Snapshot.Counts(round)
}

// plastic is one piece of plastic in a round.
type plastic struct {
	round uint8
	card  CardNumber
	issue Issue
}

// book is what a reader of the journal, who knows nothing of the program,
// makes of it.
type book struct {
	w       *world
	setup   Setup
	members map[CardNumber]Member
	batches map[BatchID]*struct {
		unit            UnitCode
		decided, closed bool
	}
	roundClosed map[uint8]bool
	stamps      map[plastic]map[int]EntryKey // live stamps by box
	blocked     map[plastic]Entry            // a person said no, and nobody took it back
	void        map[plastic]EntryKey         // another card took its place, by that entry
	origin      map[plastic]plastic
	renewed     map[CardNumber]bool // by this number, at least once
	lists       map[listKey]map[CardNumber]bool
	paper       func(EntryKey) ([]Line, error)
}

// listKey names the list of damaged or of lost cards of a batch.
type listKey struct {
	round uint8
	batch BatchID
	form  string
}

func (w *world) journal(s Snapshot) ([]Entry, error) {
	var all []Entry
	for _, d := range w.desks {
		for e, err := range s.Entries(d.ID, 0) {
			if err != nil {
				return nil, err
			}
			all = append(all, e.Entry)
		}
	}
	slices.SortStableFunc(all, func(a, b Entry) int { return a.At.Compare(b.At) })
	return all, nil
}

func (w *world) checkJournal(s Snapshot) error {
	all, err := w.journal(s)
	if err != nil {
		return err
	}
	b := book{
		w: w, members: map[CardNumber]Member{}, roundClosed: map[uint8]bool{}, stamps: map[plastic]map[int]EntryKey{},
		blocked: map[plastic]Entry{}, void: map[plastic]EntryKey{}, origin: map[plastic]plastic{}, renewed: map[CardNumber]bool{},
		lists: map[listKey]map[CardNumber]bool{}, paper: func(k EntryKey) ([]Line, error) { return Collect(s.Paper(k)) },
		batches: map[BatchID]*struct {
			unit            UnitCode
			decided, closed bool
		}{},
	}
	byKey := map[EntryKey]Entry{}
	for _, e := range all {
		byKey[e.Key] = e
		w.acts[e.Act]++
		b.read(e, byKey)
	}
	live := map[uint8]int{}
	for p, boxes := range b.stamps {
		if len(boxes) > 0 {
			live[p.round]++
		}
	}
	for round := uint8(4); round <= 5; round++ {
		t, err := Count(s, Filter{Round: round})
		if err != nil {
			return err
		}
		if n := t.Stamped + t.Guests.Stamped + t.Outside.Stamped + t.NewCards.Stamped; n != live[round] {
			w.fault("round %d: the tally has %d stamped cards, the journal %d", round, n, live[round])
		}
	}
	return nil
}

var supervisors = []PersonID{"GS1", "GS2"}

// read takes one entry of the journal in and looks whether it may be there.
func (b *book) read(e Entry, byKey map[EntryKey]Entry) {
	fault := func(format string, a ...any) {
		b.w.fault("entry %v, %v of %v: %s", e.Key, e.Act, e.Card, fmt.Sprintf(format, a...))
	}
	if setup, ok := b.w.setups[e.Key]; ok {
		b.setup = setup
	}
	if e.Operator == "" && e.Act != ActPINFailed && e.Act != ActLockedOut {
		fault("nobody did it")
	}
	if e.Approver != "" && !slices.Contains(supervisors, e.Approver) {
		fault("approved by %s, who is no supervisor", e.Approver)
	}
	switch e.Act {
	case ActOverridden, ActReleased, ActBatchReopened, ActRulesChanged, ActReviewed, ActRosterLoaded, ActFileChanged,
		ActResultSent, ActResultAdded:
		if e.Approver == "" {
			fault("nobody approved it")
		}
	case ActRoundClosed, ActPersonAdded:
		if !slices.Contains(supervisors, e.Operator) {
			fault("done by %s, who is no supervisor", e.Operator)
		}
	}
	if strings.Contains(fmt.Sprintf("%+v", e), secret) {
		fault("it gives a member's name")
	}
	p := plastic{e.Round, e.Card, e.Issue}
	switch e.Act {
	case ActRosterLoaded:
		clear(b.members)
		for _, m := range b.w.rosters[e.Fact(FactRoster)].Members {
			if m.Card != 0 {
				b.members[m.Card] = m
			}
		}
	case ActListLoaded:
		lines, err := b.paper(e.Key)
		if err != nil {
			fault("its paper: %v", err)
		}
		named := map[CardNumber]bool{}
		for _, l := range lines {
			named[l.Card] = true
		}
		b.lists[listKey{e.Round, e.Batch, e.Fact(FactForm)}] = named
	case ActBatchOpened:
		b.batches[e.Batch] = &struct {
			unit            UnitCode
			decided, closed bool
		}{unit: e.Unit}
	case ActBatchDecided:
		b.batches[e.Batch].decided = true
	case ActBatchClosed:
		b.batches[e.Batch].closed = true
	case ActBatchReopened:
		b.batches[e.Batch].closed = false
	case ActRoundClosed:
		b.roundClosed[e.Round] = true
	case ActHeld, ActRefused, ActReportedDamaged, ActReportedLost, ActIncident:
		if e.Flags.Has(ByHand) {
			b.blocked[p] = e
		}
	case ActReleased, ActOverridden:
		if e.Card == b.blocked[p].Card {
			delete(b.blocked, p)
		}
	case ActExchanged, ActReissued:
		n, _ := ParseCard(e.Fact(FactNew))
		b.renewed[e.Card], b.renewed[n] = true, true
		next := plastic{e.Round, n, FirstIssue}
		if n == e.Card {
			next.issue = e.Issue + 1
		}
		if was := b.void[p]; !was.IsZero() {
			fault("it has a successor already, by %v", was)
		}
		b.void[p], b.origin[next] = e.Key, p
	case ActVoided:
		target := byKey[e.Ref]
		q := plastic{target.Round, target.Card, target.Issue}
		if q != p {
			fault("it voids %v, which is about another card", e.Ref)
		}
		if b.blocked[q].Key == e.Ref {
			delete(b.blocked, q)
		}
		for box, k := range b.stamps[q] {
			if k == e.Ref {
				delete(b.stamps[q], box)
			}
		}
		if b.void[q] == e.Ref {
			delete(b.void, q)
			for next, old := range b.origin {
				if old == q {
					delete(b.origin, next)
				}
			}
		}
	case ActStamped:
		b.stamped(e, p, fault)
	}
}

// stamped looks whether this card could be stamped.
func (b *book) stamped(e Entry, p plastic, fault func(string, ...any)) {
	if b.stamps[p] == nil {
		b.stamps[p] = map[int]EntryKey{}
	}
	if len(b.stamps[p]) > 0 {
		fault("stamped twice without an undo between: %v", b.stamps[p])
	}
	for box := range e.Boxes.All() {
		b.stamps[p][box] = e.Key
		if box > b.setup.Round.CardBoxes {
			fault("box %d", box)
		}
	}
	if e.Boxes == 0 {
		fault("in no box")
	}
	if why, no := b.blocked[p]; no {
		fault("a person said %v %s at %v, and no supervisor took it back", why.Act, why.Reason, why.Key)
	}
	if k := b.void[p]; !k.IsZero() {
		fault("void since %v", k)
	}
	if b.roundClosed[e.Round] {
		fault("in a closed round")
	}
	m, known := b.members[e.Card]
	for q := p; !known; {
		origin, renewed := b.origin[q]
		if !renewed {
			break
		}
		q = origin
		m, known = b.members[q.card]
	}
	over := e.Flags.Has(Overruled)
	for k, named := range b.lists {
		if k.round == e.Round && (k.form == "3" || k.form == "4") && named[e.Card] && !over && !b.renewed[e.Card] {
			fault("on list %s of %s, and nobody overrode it", k.form, k.batch)
		}
	}
	switch {
	case !known:
		fault("on no roster")
	case m.Status == Expelled, m.Status == StruckOff, m.Status == Resigned, m.Status == Deceased, m.Status == Probationary:
		fault("%v", m.Status)
	case m.Status != Official && m.Status != Exempt && !over:
		fault("%v, and nobody overrode it", m.Status)
	}
	switch batch := b.batches[e.Batch]; {
	case batch == nil:
		fault("in no batch")
	case batch.closed:
		fault("in a closed batch")
	case !batch.decided && !b.setup.Rules.StampUnsealed:
		fault("before the decision")
	case !over && !m.BelongsTo(batch.unit):
		fault("in a batch of %s, and of %s", batch.unit, m.Unit)
	}
}

// checkBalances looks whether every batch adds up, and whether those that are
// closed are as they were signed.
func (w *world) checkBalances(s Snapshot) error {
	for batch, err := range s.Batches() {
		if err != nil {
			return err
		}
		b, err := Balanced(s, batch.ID)
		if err != nil {
			return err
		}
		if b.Expected+b.Extra != len(b.Seen)+len(b.Missing) {
			w.fault("batch %s: %d expected and %d extra, %d seen and %d missing", batch.ID, b.Expected, b.Extra, len(b.Seen), len(b.Missing))
		}
		names := map[CardNumber]int{}
		for _, it := range b.Missing {
			if names[it.Card]++; names[it.Card] > 1 {
				w.fault("batch %s: %v is missing twice", batch.ID, it.Card)
			}
		}
		if _, err := Appraise(s, batch.ID); err != nil {
			return err
		}
		if !batch.IsClosed() {
			continue
		}
		then := w.closed[batch.ID]
		if then == nil {
			w.fault("batch %s is closed, and nobody closed it", batch.ID)
			continue
		}
		if x, y := signed(then), signed(&b); x != y {
			w.fault("batch %s: closed with\n%s now\n%s", batch.ID, x, y)
		}
	}
	return nil
}

// signed is what a person signed when the batch was closed.
func signed(b *Balance) string {
	lines := func(items []Item) string {
		var l []string
		for _, it := range items {
			l = append(l, fmt.Sprintf("%v %s %v", it.Card, it.Standing.Reason, it.Standing.Entry))
		}
		slices.Sort(l)
		return strings.Join(l, ", ")
	}
	return fmt.Sprintf("%d expected, %d extra; seen %s; missing %s", b.Expected, b.Extra, lines(b.Seen), lines(b.Missing))
}

// checkTallies looks whether the places add up for every question.
func (w *world) checkTallies(s Snapshot) error {
	filters := []Filter{{}, {Unit: "P01"}, {Unit: "P02"}, {Unit: "P03"}, {Desk: "B1"}, {Operator: "OP1"}, {Shift: 1}}
	for b, err := range s.Batches() {
		if err != nil {
			return err
		}
		filters = append(filters, Filter{Batch: b.ID, Round: b.Round})
	}
	setup, err := s.Setup()
	if err != nil {
		return err
	}
	var units, all Tally
	for _, f := range filters {
		if f.Round == 0 {
			f.Round = uint8(setup.Round.Ordinal)
		}
		t, err := Count(s, f)
		if err != nil {
			return err
		}
		places := []int{t.Stamped, t.Damaged, t.Lost, t.Held, t.Refused, t.Remaining, t.Uncollected}
		sum := 0
		for _, n := range places {
			if sum += n; n < 0 {
				w.fault("tally %+v: places %v", f, places)
			}
		}
		if sum != t.WithCard {
			w.fault("tally %+v: places %v add up to %d of %d", f, places, sum, t.WithCard)
		}
		for _, h := range []Handled{t.Guests, t.Outside, t.NewCards} {
			if min(h.Stamped, h.Damaged, h.Lost, h.Held, h.Refused, h.Relaminated) < 0 {
				w.fault("tally %+v: %+v", f, h)
			}
		}
		switch {
		case f.Unit != "":
			units.Headcount.Add(t.Headcount)
			units.Stamped += t.Stamped
			units.Remaining += t.Remaining
			units.Uncollected += t.Uncollected
		case f == Filter{Round: f.Round}:
			all = t
		}
	}
	if units.WithCard != all.WithCard || units.Stamped != all.Stamped || units.Remaining != all.Remaining || units.Uncollected != all.Uncollected {
		w.fault("the units add up to %d with card, %d stamped, %d remaining, %d uncollected; all is %d, %d, %d, %d",
			units.WithCard, units.Stamped, units.Remaining, units.Uncollected, all.WithCard, all.Stamped, all.Remaining, all.Uncollected)
	}
	remaining, err := w.unseen(s, uint8(setup.Round.Ordinal))
	if err != nil {
		return err
	}
	if remaining >= 0 && remaining != all.Remaining {
		w.fault("%d remaining, and the roster has %d cards that stand nowhere", all.Remaining, remaining)
	}
	chased, err := Chase(s, uint8(setup.Round.Ordinal), "")
	n := 0
	for _, c := range chased {
		if c.Class == Ours {
			n++
		}
	}
	if n != all.Uncollected {
		w.fault("%d cards to chase, %d uncollected", n, all.Uncollected)
	}
	if err != nil {
		return err
	}
	return w.waits(s, uint8(setup.Round.Ordinal), len(chased))
}

// waits compares how much waits with the lists of what waits.
func (w *world) waits(s Snapshot, round uint8, chased int) error {
	got, err := BacklogOf(s, round)
	if err != nil {
		return err
	}
	held, err := HeldCards(s)
	if err != nil {
		return err
	}
	renewals, err := Renewals(s, round)
	if err != nil {
		return err
	}
	changes, err := Changes(s, round)
	want := Backlog{Held: len(held), Chased: chased}
	for _, r := range renewals {
		if !r.Guest && r.New.Card == 0 {
			want.Renewals++
		}
	}
	for _, c := range changes {
		if !c.Seen {
			want.Changes++
		}
	}
	if got != want {
		w.fault("what waits is counted as %+v, and the lists have %+v", got, want)
	}
	return err
}

// unseen counts the cards of the roster that stand nowhere: neither they nor
// those in whose place they are. Below zero: the roster has an old and a new
// number as two members, and nobody can say.
func (w *world) unseen(s Snapshot, round uint8) (n int, err error) {
	for m, err := range s.Members() {
		if err != nil {
			return 0, err
		}
		if m.Class() != Ours {
			continue
		}
		mark, err := s.Mark(MarkKey{round, m.Card, FirstIssue})
		for err == nil && mark.Prev.Card != 0 {
			if other, err := s.Member(mark.Prev.Card); err == nil && other != nil && other.Card != m.Card {
				return -1, nil
			}
			mark, err = s.Mark(MarkKey{round, mark.Prev.Card, mark.Prev.Issue})
		}
		if err != nil {
			return 0, err
		}
		if len(mark.Cells(round)) == 0 {
			n++
		}
	}
	return n, nil
}

// shrink gives a shorter sequence that still fails, by leaving steps out.
func (s sequence) shrink() sequence {
	for again := true; again; {
		again = false
		for n := len(s) / stepBytes / 2; n > 0; n /= 2 {
			for i := headBytes; i+n*stepBytes <= len(s); {
				less := slices.Concat(s[:i], s[i+n*stepBytes:])
				if len(less.run().faults) > 0 {
					s, again = less, true
				} else {
					i += stepBytes
				}
			}
		}
	}
	return s
}

// report fails a test with the shortest sequence that is wrong.
func (s sequence) report(t *testing.T) {
	t.Helper()
	s = s.shrink()
	w := s.run()
	t.Errorf("after\n  %s\n%s\nas bytes: %q", strings.Join(w.done, "\n  "), strings.Join(w.faults, "\n"), []byte(s))
}

var sequences = flag.Uint64("sequences", 10_000, "random sequences of requests to ask")

// TestAnySequenceOfRequestsKeepsTheBooks asks desks for anything, by two
// roles and by nobody, on random rosters, and looks at the books after each
// sequence.
func TestAnySequenceOfRequestsKeepsTheBooks(t *testing.T) {
	runs := *sequences
	if testing.Short() {
		runs = min(runs, 500)
	}
	const parts = 8
	var asked, failed atomic.Int64
	var acts [256]atomic.Int64
	t.Run("parts", func(t *testing.T) {
		for part := range uint64(parts) {
			t.Run(fmt.Sprint(part), func(t *testing.T) {
				t.Parallel()
				for seed := part; seed < runs && failed.Load() < 5; seed += parts {
					s := randomSequence(seed)
					asked.Add(int64(len(s.steps())))
					w := s.run()
					if len(w.faults) > 0 {
						failed.Add(1)
						s.report(t)
					}
					for act, n := range w.acts {
						acts[act].Add(int64(n))
					}
				}
			})
		}
	})
	t.Logf("%d sequences, %d requests", runs, asked.Load())
	for act := ActPresented; act <= ActPrintSettled; act++ {
		n := acts[act].Load()
		t.Logf("%6d %v", n, act)
		switch act {
		case ActReportedLost, ActReportedFound, ActRestored, ActLockedOut: // no request does it, or only many together
			continue
		}
		if n == 0 && runs >= 5000 && failed.Load() == 0 {
			t.Errorf("no sequence came to %v", act)
		}
	}
}

// TestEveryRequestIsAskedFor fails where a request of the package is never
// made by the generator.
func TestEveryRequestIsAskedFor(t *testing.T) {
	made := map[string]bool{}
	w := newWorld(make(sequence, headBytes))
	for _, k := range kinds {
		made[reflect.TypeOf(k.of(w, 0, step{})).Name()] = true
	}
	for name := range requestTypes(t) {
		if !made[name] {
			t.Errorf("no sequence asks for %s", name)
		}
	}
}

// requestTypes are the types of the package with a method do.
func requestTypes(t *testing.T) map[string]bool {
	types := map[string]bool{}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || fn.Recv == nil || fn.Name.Name != "do" {
				continue
			}
			if id, ok := fn.Recv.List[0].Type.(*ast.Ident); ok {
				types[id.Name] = true
			}
		}
	}
	if len(types) < 30 {
		t.Fatalf("found only %d requests", len(types))
	}
	return types
}

// FuzzRequests is the same, driven by a fuzzer.
func FuzzRequests(f *testing.F) {
	for seed := range uint64(20) {
		f.Add([]byte(randomSequence(seed)))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		s := sequence(b)
		if len(s) > headBytes+60*stepBytes {
			s = s[:headBytes+60*stepBytes]
		}
		if len(s.run().faults) > 0 {
			s.report(t)
		}
	})
}

package stampdesk

import (
	"fmt"
	"iter"
	"maps"
	"reflect"
	"strconv"
)

// Audit is the proof that a store is what its journal says.
type Audit struct {
	Entries  int
	Cards    int // cards with a mark
	Heads    []Head
	Problems []string // empty: proven
}

// maxProblems is where an audit stops naming problems: past it the store needs
// its backup, not a longer list.
const maxProblems = 50

func (a *Audit) problem(format string, args ...any) {
	if len(a.Problems) < maxProblems {
		a.Problems = append(a.Problems, fmt.Sprintf(format, args...))
	}
}

// Prove rehashes the journal, replays it into an empty ledger and compares the
// ledger with the store, record by record; and it compares every primary
// record with the hash that its latest entry carries. progress, if not nil,
// hears how many entries are done. The error is for a store that cannot be
// read on; what can be read and is wrong is a problem.
func Prove(s Snapshot, progress func(entries int)) (Audit, error) {
	var a Audit
	id, err := s.Identity()
	if err != nil {
		return a, err
	}
	r := newReplay(s)
	if a.Heads, err = Collect(s.Heads()); err != nil {
		return a, err
	}
	next := make([]func() (Sealed, error, bool), len(a.Heads))
	chains := make([]Hash, len(a.Heads))
	for i, h := range a.Heads {
		pull, stop := iter.Pull2(s.Entries(h.Desk, 0))
		defer stop()
		next[i] = pull
		chains[i] = ChainStart(id.ID, id.Epoch, h.Desk)
	}
	err = merge(next, r.follows, func(i int, e Sealed) error {
		h := a.Heads[i]
		a.Entries++
		if progress != nil {
			progress(a.Entries)
		}
		if r.seen[h.Desk] == 0 {
			chains[i] = ChainBegan(id, &e.Entry, e.Body)
		}
		r.seen[h.Desk]++
		if e.Entry.Key != (EntryKey{h.Desk, r.seen[h.Desk]}) {
			a.problem("journal of %s: entry %v where number %d belongs", h.Desk, e.Entry.Key, r.seen[h.Desk])
		}
		chains[i] = ChainNext(chains[i], e.Body)
		if chains[i] != e.Entry.Chain {
			a.problem("entry %v: the chain does not fit the entries before it", e.Entry.Key)
			chains[i] = e.Entry.Chain
		}
		return r.post(&a, e.Entry)
	})
	if err != nil {
		return a, err
	}
	for i, h := range a.Heads {
		if r.seen[h.Desk] != h.Seq || chains[i] != h.Chain {
			a.problem("journal of %s: ends at %d, its head says %d", h.Desk, r.seen[h.Desk], h.Seq)
		}
	}
	if err := r.compare(&a); err != nil {
		return a, err
	}
	if want := max(1, r.epoch); id.Epoch != want {
		a.problem("store: it is in epoch %d, the journal says %d", id.Epoch, want)
	}
	return a, r.comparePrimary(&a)
}

// follows reports whether the entries of other desks that an entry builds on
// were all replayed.
func (r *replay) follows(e *Entry) bool {
	for _, k := range [...]EntryKey{e.Before, e.Ref} {
		if k.Desk != e.Key.Desk && r.seen[k.Desk] < k.Seq {
			return false
		}
	}
	_, opened := r.batches[e.Batch]
	return opened || e.Batch == "" || e.Act == ActBatchOpened
}

// merge walks the journals of all desks: an entry after those it builds on,
// else in the order of time, for the clocks of two desks need not agree.
func merge(next []func() (Sealed, error, bool), follows func(*Entry) bool, take func(int, Sealed) error) error {
	heads := make([]*Sealed, len(next))
	pull := func(i int) error {
		e, err, ok := next[i]()
		heads[i] = nil
		if ok && err == nil {
			heads[i] = &e
		}
		return err
	}
	for i := range next {
		if err := pull(i); err != nil {
			return err
		}
	}
	for {
		first, ready := -1, false
		for i, e := range heads {
			if e == nil {
				continue
			}
			f := follows(&e.Entry)
			if first < 0 || f && !ready || f == ready && e.Entry.At.Before(heads[first].Entry.At) {
				first, ready = i, f
			}
		}
		if first < 0 {
			return nil
		}
		if err := take(first, *heads[first]); err != nil {
			return err
		}
		if err := pull(first); err != nil {
			return err
		}
	}
}

// replay is a ledger in memory that knows nothing but the journal and its
// papers.
type replay struct {
	s        Snapshot
	seen     map[DeskID]uint64
	marks    map[MarkKey]Mark
	counts   map[Cell]int64
	batches  map[BatchID]Batch
	stations map[DeskID]Station
	closed   map[uint8]EntryKey

	roster, setup string // hashes that the latest entries carry
	people        map[PersonID]string
	files         map[FileName]string
	epoch         uint32 // the latest that an entry begins; 0: none
}

func newReplay(s Snapshot) *replay {
	return &replay{
		s: s, seen: map[DeskID]uint64{}, marks: map[MarkKey]Mark{}, counts: map[Cell]int64{},
		batches: map[BatchID]Batch{}, stations: map[DeskID]Station{}, closed: map[uint8]EntryKey{},
		people: map[PersonID]string{}, files: map[FileName]string{},
	}
}

func (r *replay) post(a *Audit, e Entry) error {
	paper, err := Collect(r.s.Paper(e.Key))
	if err != nil {
		return err
	}
	if (len(paper) > 0 || e.Paper != Hash{}) && PaperHash(paper) != e.Paper {
		a.problem("entry %v: its paper was changed", e.Key)
	}
	if before := r.marks[MarkKey{e.Round, e.Card, e.Issue}].Latest; e.Card != 0 && e.Before != before {
		a.problem("entry %v: says that %v came before it for its card, that was %v", e.Key, e.Before, before)
	}
	undone, err := undoneBy(r, &e)
	if err != nil {
		return err
	}
	var lines []Line
	if !undone.IsZero() {
		if lines, err = Collect(r.s.Paper(undone)); err != nil {
			return err
		}
	}
	for _, f := range e.Facts {
		switch f.Name {
		case FactRoster:
			r.roster = f.Value
		case FactSetup:
			r.setup = f.Value
		case FactRecord:
			r.people[PersonID(e.Fact(FactPerson))] = f.Value
		case FactKept:
			name := FileName(f.Value)
			if r.files[name] = e.Fact(FactContent); r.files[name] == NoContent.String() {
				delete(r.files, name)
			}
		}
	}
	if e.Act == ActRestored {
		n, _ := strconv.ParseUint(e.Fact(FactEpoch), 10, 32)
		r.epoch = max(r.epoch, uint32(n))
	}
	return Post(r, &e, paper, lines)
}

// undoneBy names the entry whose lines an act takes back, or the zero key.
func undoneBy(l LedgerReader, e *Entry) (EntryKey, error) {
	if e.Act != ActListLoaded && e.Act != ActBatchReopened {
		return EntryKey{}, nil
	}
	b, err := l.Batch(e.Batch)
	if err != nil || b == nil {
		return EntryKey{}, err
	}
	if e.Act == ActBatchReopened {
		return b.Closed, nil
	}
	form, err := ParseForm(e.Fact(FactForm))
	if err != nil {
		return EntryKey{}, err
	}
	return b.Lists.Of(form), nil
}

func (r *replay) compare(a *Audit) error {
	marks, counts := maps.Clone(r.marks), maps.Clone(r.counts)
	for n := range 256 { // also the rounds that the journal never names
		round := uint8(n)
		for m, err := range r.s.Marks(round) {
			if err != nil {
				return err
			}
			a.Cards++
			compareOne(a, "card "+m.Key.Card.String(), marks, m.Key, m.Mark)
		}
		for c, err := range r.s.Counts(round) {
			if err != nil {
				return err
			}
			compareOne(a, fmt.Sprintf("tally %+v", c.Cell), counts, c.Cell, c.N)
		}
		k, err := r.s.RoundClosed(round)
		if err != nil {
			return err
		}
		if k != r.closed[round] {
			a.problem("round %d: closed by %v, the journal says %v", round, k, r.closed[round])
		}
	}
	batches := maps.Clone(r.batches)
	for b, err := range r.s.Batches() {
		if err != nil {
			return err
		}
		compareOne(a, "batch "+string(b.ID), batches, b.ID, b)
	}
	stations := maps.Clone(r.stations)
	for st, err := range r.s.Stations() {
		if err != nil {
			return err
		}
		compareOne(a, "desk "+string(st.Desk), stations, st.Desk, st)
	}
	for k := range marks {
		a.problem("card %v: its mark is gone", k.Card)
	}
	for c := range counts {
		a.problem("tally %+v: gone", c)
	}
	for id := range batches {
		a.problem("batch %s: gone", id)
	}
	for id := range stations {
		a.problem("desk %s: its place is gone", id)
	}
	return nil
}

// compareOne compares a record of the store with the replay's and strikes it
// off, so that what is left in want is missing from the store.
func compareOne[K comparable, V any](a *Audit, name string, want map[K]V, k K, got V) {
	w, ok := want[k]
	delete(want, k)
	switch {
	case !ok:
		a.problem("%s: no entry of the journal accounts for it", name)
	case !reflect.DeepEqual(w, got):
		a.problem("%s: not what the journal says", name)
	}
}

func (r *replay) comparePrimary(a *Audit) error {
	roster, err := r.s.Roster()
	if err != nil {
		return err
	}
	if r.roster == "" {
		r.roster = Hash{}.String()
	}
	if roster.Hash.String() != r.roster {
		a.problem("roster: %s is in force, the journal says %s", roster.Hash.Short(), r.roster)
	}
	setup, err := r.s.Setup()
	if err != nil {
		return err
	}
	if h := setup.Hash().String(); h != r.setup {
		a.problem("round and rules: not what the journal says")
	}
	people := maps.Clone(r.people)
	for p, err := range r.s.People() {
		if err != nil {
			return err
		}
		compareOne(a, "person "+string(p.ID), people, p.ID, p.Hash().String())
	}
	for id := range people {
		a.problem("person %s: gone", id)
	}
	files := maps.Clone(r.files)
	for d, err := range r.s.Files() {
		if err != nil {
			return err
		}
		compareOne(a, "file "+string(d.Name), files, d.Name, d.Hash().String())
	}
	for name := range files {
		a.problem("file %s: gone", name)
	}
	return nil
}

func (r *replay) Entry(k EntryKey) (*Entry, error)         { return r.s.Entry(k) }
func (r *replay) Mark(k MarkKey) (Mark, error)             { return r.marks[k], nil }
func (r *replay) PutMark(k MarkKey, m Mark) error          { r.marks[k] = m; return nil }
func (r *replay) Station(d DeskID) (Station, error)        { return r.stations[d], nil }
func (r *replay) PutStation(s Station) error               { r.stations[s.Desk] = s; return nil }
func (r *replay) RoundClosed(n uint8) (EntryKey, error)    { return r.closed[n], nil }
func (r *replay) PutRoundClosed(n uint8, k EntryKey) error { r.closed[n] = k; return nil }
func (r *replay) PutBatch(b Batch) error                   { r.batches[b.ID] = b; return nil }

func (r *replay) Batch(id BatchID) (*Batch, error) {
	if b, ok := r.batches[id]; ok {
		return &b, nil
	}
	return nil, nil
}

func (r *replay) AddCount(c Cell, n int64) error {
	if r.counts[c] += n; r.counts[c] == 0 {
		delete(r.counts, c)
	}
	return nil
}

var _ Ledger = (*replay)(nil)

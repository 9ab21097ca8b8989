package stampdesk_test

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	. "stampdesk"
	"stampdesk/store/mem"
)

// A sequence is bytes: four that lay down a world, then steps of six. Every
// byte string is a sequence, and every part of one is too, so that random
// bytes, a fuzzer and a shrinker drive the same generator.
type sequence []byte

const (
	headBytes = 4
	stepBytes = 6
)

// step is one request: what is asked, at which desk and after how long, and
// three bytes that say of what.
type step struct{ kind, where, a, b, c, d byte }

func (s sequence) steps() []step {
	var all []step
	for i := headBytes; i+stepBytes <= len(s); i += stepBytes {
		b := s[i : i+stepBytes]
		all = append(all, step{b[0], b[1], b[2], b[3], b[4], b[5]})
	}
	return all
}

func randomSequence(seed uint64) sequence {
	rng := rand.New(rand.NewPCG(seed, 11))
	s := make(sequence, headBytes+stepBytes*(4+rng.IntN(32)))
	for i := range s {
		s[i] = byte(rng.Uint32())
	}
	return s
}

// world is an invented board, its desks, and what the test knows of it.
type world struct {
	store Store
	desks [2]*Desk
	seed  uint64
	clock time.Time

	hand    [2]CardNumber // the card presented last at each desk
	batch   [2]BatchID    // the batch in hand
	last    CardNumber    // the card that was asked about last
	entries map[CardNumber]EntryKey
	done    []string // the requests so far, and what they came to

	rosters map[string]Roster    // by the hash that the journal carries
	setups  map[EntryKey]Setup   // by the entry that put it in force
	closed  map[BatchID]*Balance // as CloseBatch gave it
	acts    map[Act]int
	forms   map[string]int // what the forms had
	faults  []string
}

func (w *world) fault(format string, a ...any) {
	w.faults = append(w.faults, fmt.Sprintf(format, a...))
}

// The cards that requests name: few, so that they meet. The first are on most
// rosters, the rest on some or on none.
var worldCards = []CardNumber{
	31000001, 31000002, 31000003, 31000011, 31000052, 31000203, 26000123, 31000021, 31000031,
	31900501, 31900502, 31000010, 31009999,
}

const secret = "Bí Mật Trăm Năm" // begins the name of every member

func (w *world) roster(variant byte) Roster {
	rng := rand.New(rand.NewPCG(w.seed, uint64(variant%4)))
	r := Roster{Units: []Unit{{Code: "P01", Name: "phường A"}, {Code: "P02", Name: "phường B"}}}
	statuses := []Status{
		Official, Official, Official, Official, Official, Official, Exempt, Exempt, Probationary, Abroad,
		TransferredOut, PendingIn, Deceased, Expelled, StruckOff, Resigned,
	}
	dates := []Date{{}, {1998, 5, 19}, {2012, 11, 7}, {2015, 0, 0}, {2016, 0, 0}, {2019, 2, 3}, {2021, 4, 15}, {2021, 5, 2}}
	add := func(m Member) {
		m.Name = fmt.Sprint(secret, " ", len(r.Members))
		m.Official, m.Issued = dates[rng.IntN(len(dates))], dates[rng.IntN(len(dates))]
		m.Cell = []string{"Chi bộ 1", "chi bộ 1", "Chi bộ 2", ""}[len(r.Members)%4]
		r.Members = append(r.Members, m)
	}
	add(Member{Unit: "P01", Status: Probationary})
	for i, card := range worldCards {
		m := Member{Card: card, Unit: "P01", Status: Official, Record: fmt.Sprintf("%06dNS", i+1)}
		if i == 3 {
			m.Unit = "P02"
		}
		if i == 4 { // on temporary activity within the board
			m.Host = "P02"
		}
		if i == 5 { // a guest
			m.Unit, m.Host = "", "P01"
		}
		if rng.IntN(6) == 0 || i > 6 {
			m.Status = statuses[rng.IntN(len(statuses))]
		}
		if rng.IntN(8) == 0 {
			m.Unit = []UnitCode{"P01", "P02", "P03", ""}[rng.IntN(4)]
		}
		if rng.IntN(12) == 0 {
			m.Host = []UnitCode{"P01", "P02"}[rng.IntN(2)]
		}
		there := i <= 6 && rng.IntN(8) > 0 || i > 6 && i < 9 || i >= 9 && i <= 10 && rng.IntN(3) == 0
		if i >= 9 && there { // the new number of somebody
			m.OldCard = worldCards[rng.IntN(4)]
			r.Members = slices.DeleteFunc(r.Members, func(o Member) bool { return o.Card == m.OldCard })
		}
		if there {
			add(m)
		}
	}
	add(Member{Unit: "P02", Status: Official}) // no card yet
	return r
}

// rulesOf gives rules out of the bits of a byte.
func rulesOf(b byte) Rules {
	r := Rules{LateHolds: b&1 != 0, StampUnsealed: b&2 != 0, PapersFirst: b&4 != 0, ListDateOut: b&8 != 0}
	if b&48 != 0 {
		r.NewCards = newCardTable()
	}
	if b&64 != 0 {
		r.Basis = ByFirstCard
	}
	return r
}

func newWorld(s sequence) *world {
	var head [headBytes]byte
	copy(head[:], s)
	w := &world{
		store: mem.New(Identity{ID: StoreID{7}, Epoch: 1}), seed: uint64(head[0]), clock: inWindow,
		entries: map[CardNumber]EntryKey{}, rosters: map[string]Roster{}, setups: map[EntryKey]Setup{}, closed: map[BatchID]*Balance{}, acts: map[Act]int{}, forms: map[string]int{},
	}
	for i := range w.desks {
		w.desks[i] = &Desk{
			Store: w.store, ID: []DeskID{"B1", "B2"}[i], PINs: plainPINs{},
			Confirm: []Confirming{ConfirmKey, ConfirmNext, ConfirmScan, ConfirmKey}[head[1]%4],
			Now:     func() time.Time { w.clock = w.clock.Add(10 * time.Millisecond); return w.clock },
		}
	}
	round := round4()
	round.ListDate, round.InvalidFrom = Date{2021, 4, 15}, Date{2021, 5, 16}
	setup := Setup{Board: Board{Name: "BTC THỬ"}, Round: round, Rules: rulesOf(head[2])}
	setup.Rules.Version = 1
	for _, r := range []Request{
		LayDown{Setup: setup, Person: Person{ID: "GS1"}, PIN: "2222"}, SignIn{Person: "GS1", PIN: "2222"},
		AddPerson{Person: Person{ID: "OP1", Role: Operator}, PIN: "1111"}, LoadRoster{Roster: w.roster(0)},
	} {
		w.do(0, r)
	}
	w.setups[EntryKey{"B1", 1}] = setup
	if head[3]&1 == 0 {
		w.do(0, SignIn{Person: "OP1", PIN: "1111"})
	}
	if head[3]&64 == 0 {
		w.do(1, SignIn{Person: "GS1", PIN: "2222"})
	}
	if head[3]&6 != 6 { // most worlds begin with a batch
		w.do(0, OpenBatch{Unit: "P01"})
		if head[3]&24 != 24 {
			w.do(0, DecideBatches{Batches: []BatchID{"B1-001"}, Decision: decision})
		}
		if head[3]&32 != 0 { // and many with lists
			w.do(0, LoadList{Batch: "B1-001", Form: FormDamaged, Lines: []Line{{Card: worldCards[0]}}})
			w.do(0, LoadList{Batch: "B1-001", Form: FormLost, Lines: []Line{{Card: worldCards[1]}, {Card: worldCards[2]}}})
		}
	}
	w.done = nil
	return w
}

var decision = Decision{No: "12-QĐ/TU", Date: Date{2021, 4, 16}}

// kinds are the requests that a step can ask for, each as often as it is
// listed with.
var kinds = []struct {
	often int
	of    func(w *world, i int, s step) Request
}{
	{52, func(w *world, i int, s step) Request {
		q := Scan{Raw: w.card(i, s.a).Digits(), At: w.clock, From: FromScanner}
		switch s.b % 16 {
		case 0:
			q.From = FromFile
		case 1:
			q.From = FromKeyboard
		case 2:
			q.AtOnce = &Confirm{Boxes: boxesOf(s.c), Relaminated: s.d&1 != 0}
		case 3:
			q.Raw = "3100000"
		}
		return q
	}},
	{30, func(w *world, i int, s step) Request {
		return Confirm{Card: w.inHand(i, s.a), Boxes: boxesOf(s.b), Relaminated: s.c&1 != 0}
	}},
	{2, func(w *world, i int, s step) Request { return Choose{Card: w.inHand(i, s.a), Boxes: boxesOf(s.b)} }},
	{6, func(w *world, i int, s step) Request { return Withdraw{Card: w.inHand(i, s.a)} }},
	{14, func(w *world, i int, s step) Request {
		return SetAside{
			Card: w.card(i, s.a), Act: []Act{ActHeld, ActRefused, ActReportedDamaged, ActHeld, ActReportedLost}[s.b%5],
			Reason: reasonOf(s.c), Note: noteOf(s.d),
		}
	}},
	{4, func(*world, int, step) Request { return Next{} }},
	{2, func(*world, int, step) Request { return Refresh{} }},
	{1, func(_ *world, _ int, s step) Request { return Restore{File: Hash{s.a}, Made: inWindow} }},
	{14, func(w *world, i int, s step) Request {
		q := Void{Inked: s.b&3 == 0, By: approvalOf(s.c), Reason: ReasonMistake, Note: noteOf(s.d)}
		if s.a > 64 {
			q.Card = w.card(i, s.a)
		}
		switch s.d % 8 {
		case 0:
			q.Entry = w.entries[q.Card]
		case 1:
			q.Entry = EntryKey{"B1", uint64(s.d)}
		}
		return q
	}},
	{14, func(w *world, i int, s step) Request {
		q := OpenBatch{Unit: unitOf(s.a), Kind: BatchKind(s.b % 3), Count: int(s.c % 8), By: "Ông A"}
		if s.d&3 == 0 {
			q.Declared = Declared{"members": int(s.d), "proposed": 3}
		}
		return q
	}},
	{3, func(w *world, i int, s step) Request {
		return Declare{Batch: w.batchOf(i, s.a), Declared: Declared{"proposed": int(s.b), "lost": int(s.c)}}
	}},
	{6, func(w *world, i int, s step) Request { return TakeBatch{Batch: w.batchOf(i, s.a)} }},
	{12, func(w *world, i int, s step) Request {
		q := DecideBatches{Batches: []BatchID{w.batchOf(i, s.a)}, Decision: decision}
		if s.b < 8 {
			q.Decision.No = ""
		}
		return q
	}},
	{12, func(w *world, i int, s step) Request {
		return CloseBatch{Batch: w.batchOf(i, s.a), Note: noteOf(s.b), By: approvalOf(s.c)}
	}},
	{6, func(w *world, i int, s step) Request {
		return ReopenBatch{Batch: w.closedBatch(i, s.a), Note: noteOf(s.b), By: approvalOf(s.c)}
	}},
	{4, func(w *world, i int, s step) Request {
		return ReturnBatch{Batch: w.closedBatch(i, s.a), To: []string{"", "Bà C"}[s.b&1]}
	}},
	{14, func(w *world, i int, s step) Request {
		form := FormStamp + Form(s.b%4)
		q := LoadList{Batch: w.batchOf(i, s.a), Form: form}
		for j, card := range worldCards {
			if (int(s.c)|int(s.d)<<8)>>j&1 == 0 {
				continue
			}
			line := Line{Card: card, Name: secret + " 1"}
			if form == FormCardless {
				line.Card, line.Reason = 0, ReasonMovedIn
			}
			q.Lines = append(q.Lines, line)
		}
		return q
	}},
	{8, func(w *world, i int, s step) Request { return LoadRoster{Roster: w.roster(s.a), By: approvalOf(s.b)} }},
	{3, func(w *world, i int, s step) Request { return RestoreRoster{By: approvalOf(s.a)} }},
	{1, func(w *world, i int, s step) Request { return CloseRound{Note: noteOf(s.a)} }},
	{4, func(w *world, i int, s step) Request { return Misread{Card: w.card(i, s.a), Is: w.card(i, s.b)} }},
	{12, func(w *world, i int, s step) Request {
		return Override{Card: w.card(i, s.a), Boxes: maybeBoxes(s.b), Reason: reasonOf(s.c), By: approvalOf(s.d)}
	}},
	{12, func(w *world, i int, s step) Request {
		as := []Settling{SettlePermit, SettleStamp, SettleGiveBack, SettleDamaged, SettleRelease}[s.b%5]
		return Settle{Card: w.card(i, s.a), As: as, Boxes: maybeBoxes(s.c), Reason: ReasonOther, By: approvalOf(s.d)}
	}},
	{3, func(w *world, i int, s step) Request {
		return Print{
			Document: Documents()[int(s.a)%len(Documents())],
			Batch:    w.batchOf(i, s.b), Card: w.card(i, s.c), Printer: []PrinterID{"", "kho"}[s.d&1],
		}
	}},
	{2, func(w *world, i int, s step) Request {
		q := SettlePrint{As: []Settlement{PrintCancelled, PrintMoved, PrintAgain}[s.b%3], Printer: []PrinterID{"", "kho"}[s.c&1]}
		if jobs := w.printJobs(i); len(jobs) > 0 {
			j := jobs[int(s.a)%len(jobs)]
			q.Order, q.Attempt = j.Order.Key, j.Attempt
		}
		return q
	}},
	{14, func(w *world, i int, s step) Request {
		a := approvalOf(s.a | 1<<7) // mostly right
		if s.b&1 == 0 {
			a = Approval{"OP1", "1111"}
		}
		return SignIn{Person: a.Supervisor, PIN: a.PIN}
	}},
	{1, func(*world, int, step) Request { return SignOut{} }},
	{1, func(w *world, i int, s step) Request {
		return AddPerson{Person: Person{ID: []PersonID{"OP2", "GS2"}[s.a&1], Role: []Role{Operator, Supervisor}[s.a&1]}, PIN: "2222"}
	}},
	{1, func(w *world, i int, s step) Request {
		return ChangePIN{Person: []PersonID{"OP1", "GS1", "XX"}[s.a%3], PIN: []string{"1111", "2222", "3333"}[s.a%3]}
	}},
	{1, func(w *world, i int, s step) Request {
		return SetDisabled{Person: []PersonID{"OP1", "GS1", "GS2"}[s.a%3], Disabled: s.b&1 == 0}
	}},
	{6, func(w *world, i int, s step) Request {
		return ReceivePapers{Card: w.card(i, s.a), Photos: int(s.b % 4), Statement: s.c&1 == 0}
	}},
	{24, func(w *world, i int, s step) Request {
		q := Renew{Card: w.card(i, s.a), New: w.card(i, s.b), Boxes: maybeBoxes(s.c), Reason: ReasonOther, By: approvalOf(s.d)}
		if s.b&7 > 3 {
			q.New = worldCards[9+s.b>>3&1]
		}
		return q
	}},
	{8, func(w *world, i int, s step) Request {
		return ReportUncollected{Card: w.card(i, s.a), Reason: []Reason{ReasonUncollected, "CHUA_THU.nam_vien", ReasonOther}[s.b%3], Note: noteOf(s.c)}
	}},
	{3, func(w *world, i int, s step) Request {
		return Remark{Card: w.card(i, s.a), Reason: []Reason{ReasonMisuse, ReasonBadCare, ReasonLost}[s.b%3], Note: noteOf(s.c)}
	}},
	{4, func(w *world, i int, s step) Request { return Review{Card: w.card(i, s.a), By: approvalOf(s.b)} }},
	{3, func(w *world, i int, s step) Request {
		r := rulesOf(s.a)
		return ChangeSetup{Rules: &r, Note: noteOf(s.b), By: approvalOf(s.c)}
	}},
	{2, func(w *world, i int, s step) Request {
		f := File{FormFile(FormStamp + Form(s.a)%3), []byte(noteOf(s.b))}
		return ChangeFile{File: f, Note: noteOf(s.c), By: approvalOf(s.a)}
	}},
	{1, func(_ *world, _ int, s step) Request { return SendResult{File: Hash{s.a}, By: approvalOf(s.b)} }},
	{2, func(w *world, i int, s step) Request {
		r := inventedResult(StoreID{7 + s.a%4}, uint64(s.b%4))
		r.Epoch += uint32(s.c % 2)
		return AddResult{Result: r, File: Hash{s.b}, Restored: s.d&1 == 0, By: approvalOf(s.d)}
	}},
	{2, func(w *world, i int, s step) Request {
		r := round4()
		r.Ordinal, r.CardBoxes, r.Box = 5, 6, 5
		return OpenRound{Round: r, Rules: Rules{}, Note: noteOf(s.b), By: approvalOf(s.a)}
	}},
	{2, func(w *world, i int, s step) Request { return BeginShift{Name: noteOf(s.a), Count: int(s.b) - 128} }},
	{2, func(w *world, i int, s step) Request { return EndShift{Count: int(s.b) - 128, Note: noteOf(s.a)} }},
	{1, func(w *world, i int, s step) Request {
		return DecideStep{Step: []SetUpStep{RoundStep, PrinterStep}[s.a&1], By: approvalOf(s.b)}
	}},
	{1, func(*world, int, step) Request { return LayDown{Person: Person{ID: "GS9"}, PIN: "9999"} }},
}

// request is what a step asks for.
func (w *world) request(i int, s step) Request {
	total := 0
	for _, k := range kinds {
		total += k.often
	}
	n := (int(s.kind)<<2 | int(s.where)>>6) * total >> 10
	for _, k := range kinds {
		if n -= k.often; n < 0 {
			return k.of(w, i, s)
		}
	}
	panic("no kind")
}

func (w *world) card(i int, b byte) CardNumber {
	switch {
	case b < 48 && w.last != 0:
		return w.last
	case b < 160:
		return worldCards[b%4]
	}
	return worldCards[int(b)%len(worldCards)]
}

func (w *world) inHand(i int, b byte) CardNumber {
	if b < 224 && w.hand[i] != 0 {
		return w.hand[i]
	}
	return w.card(i, b)
}

func (w *world) batchOf(i int, b byte) BatchID {
	switch {
	case b < 128 && w.batch[i] != "":
		return w.batch[i]
	case b >= 250:
		return ""
	case b >= 246:
		return "XX"
	}
	return []BatchID{"B1-001", "B1-002", "B1-003", "B2-001"}[b%4]
}

// closedBatch is one that is closed, if any is.
func (w *world) closedBatch(i int, b byte) BatchID {
	if ids := slices.Sorted(maps.Keys(w.closed)); len(ids) > 0 && b < 200 {
		return ids[int(b)%len(ids)]
	}
	return w.batchOf(i, b)
}

func unitOf(b byte) UnitCode {
	if b > 250 {
		return "XX"
	}
	return []UnitCode{"P01", "P01", "P01", "P02"}[b%4]
}

func boxesOf(b byte) BoxSet {
	if b < 200 {
		return BoxesOf(4)
	}
	return BoxSet(b & 31)
}

func maybeBoxes(b byte) BoxSet {
	if b < 160 {
		return 0
	}
	return boxesOf(b)
}

func reasonOf(b byte) Reason {
	all := []Reason{ReasonDataDiffer, ReasonDamaged, ReasonForged, ReasonSpoiled, ReasonLost, ReasonOther, ReasonDuplicate, ReasonUncollected, ReasonMisuse, ""}
	return all[int(b)%len(all)]
}

func noteOf(b byte) string {
	switch {
	case b < 100:
		return "đã đối chiếu"
	case b < 110:
		return "của " + secret + " 0, đến sau"
	case b < 112:
		return strings.Repeat("x", 1001)
	}
	return ""
}

func approvalOf(b byte) Approval {
	switch {
	case b < 64:
		return Approval{}
	case b < 72:
		return Approval{"OP1", "1111"}
	case b < 76:
		return Approval{"GS1", "0000"}
	case b < 80:
		return Approval{"XX", "2222"}
	case b < 88:
		return Approval{"GS2", "2222"}
	}
	return Approval{"GS1", "2222"}
}

// do asks one request of desk i and keeps what the test must know of it.
func (w *world) do(i int, r Request) {
	outs, err := w.desks[i].Do(context.Background(), r)
	text := fmt.Sprintf("%s: %T%+v", w.desks[i].ID, r, r)
	if q, ok := r.(LoadRoster); ok {
		text = fmt.Sprintf("%s: LoadRoster of %d members", w.desks[i].ID, len(q.Roster.Members))
	}
	if q, ok := r.(LoadList); ok {
		text = fmt.Sprintf("%s: LoadList %d of %s:", w.desks[i].ID, q.Form, q.Batch)
		for _, l := range q.Lines {
			text += " " + l.Card.Digits()
		}
	}
	if q, ok := r.(Scan); ok {
		q.At = time.Time{}
		text = fmt.Sprintf("%s: Scan{%s from %d inked %+v}", w.desks[i].ID, q.Raw, q.From, q.AtOnce)
	}
	for _, o := range outs {
		text += fmt.Sprintf(" → %d", o.Result)
		if o.Refusal != "" {
			text += fmt.Sprintf(" %s %s", o.Refusal, o.About)
		}
		if o.Result == Recorded || o.Result == Presented || o.Result == Judged {
			text += fmt.Sprintf(" %v %v %s", o.Card, o.Verdict.Kind, o.Verdict.Reason)
		}
		if o.Entry != nil {
			text += fmt.Sprintf(" entry %v %v", o.Entry.Key, o.Entry.Act)
		}
		w.keep(i, r, o)
	}
	w.done = append(w.done, text)
	if err != nil {
		w.fault("%T: %v", r, err)
	}
	if len(outs) == 0 {
		w.fault("%T: no outcome", r)
		return
	}
	w.batch[i] = ""
	if b := outs[len(outs)-1].Batch; b != nil {
		w.batch[i] = b.ID
	}
}

func (w *world) keep(i int, r Request, o Outcome) {
	if o.Card != 0 {
		w.last = o.Card
	}
	if o.Result == Presented {
		w.hand[i] = o.Card
	}
	if o.Entry == nil || o.Result != Done && o.Result != Recorded && o.Result != Presented {
		return
	}
	if o.Entry.Card != 0 {
		w.entries[o.Entry.Card] = o.Entry.Key
	}
	switch q := r.(type) {
	case LoadRoster:
		w.rosters[o.Entry.Fact(FactRoster)] = q.Roster
	case ChangeSetup, OpenRound:
		w.view(func(s Snapshot) (err error) { w.setups[o.Entry.Key], err = s.Setup(); return err })
	case CloseBatch:
		w.closed[o.Entry.Batch] = o.Balance
	case ReopenBatch:
		delete(w.closed, o.Entry.Batch)
	}
}

func (w *world) view(fn func(Snapshot) error) {
	if err := w.store.View(context.Background(), fn); err != nil {
		w.fault("view: %v", err)
	}
}

// run does the steps of a sequence and gives what is wrong after it.
func (s sequence) run() (w *world) {
	w = newWorld(s)
	defer func() {
		if p := recover(); p != nil {
			w.fault("panic: %v\n%s", p, debug.Stack())
		}
	}()
	for _, st := range s.steps() {
		i := 0
		if st.where&56 == 0 {
			i = 1
		}
		w.clock = w.clock.Add(5 * time.Second)
		if st.where&7 == 0 {
			w.clock = w.clock.Add(5 * 24 * time.Hour)
		}
		w.do(i, w.request(i, st))
	}
	w.check()
	return w
}

// newCardTable is the shipped table of the boxes of new cards; the list date
// of the second round is assumed.
func newCardTable() []Interval {
	return []Interval{
		{Boxes: BoxesOf(1, 2, 3, 4)},
		{From: Date{2011, 4, 1}, Boxes: BoxesOf(2, 3, 4)},
		{From: Date{2016, 4, 4}, Boxes: BoxesOf(3, 4)},
		{AtListDate: true, Boxes: BoxesOf(4)},
	}
}

// printJobs are the jobs of a desk's printers.
func (w *world) printJobs(i int) []PrintJob {
	q := PrintQueue{Desk: w.desks[i].ID, Since: 1}
	if err := w.store.View(context.Background(), q.Read); err != nil {
		w.fault("the print queue: %v", err)
	}
	return q.Jobs()
}

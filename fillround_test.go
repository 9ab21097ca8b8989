package stampdesk_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	. "stampdesk"
	"stampdesk/store/mem"
)

// inventedRound is a round of an invented board with many units and cells, as
// its desk lives through it.
type inventedRound struct {
	*bench
	rng    *rand.Rand
	roster Roster
	cards  CardNumber // given out so far
}

func newInventedRound(t *testing.T, seed uint64) *inventedRound {
	r := &inventedRound{rng: rand.New(rand.NewPCG(seed, 7)), cards: 31000000}
	r.bench = newBenchOn(t, ConfirmKey, mem.New(Identity{ID: StoreID{byte(seed)}, Epoch: 1}))
	for u := range 3 + r.rng.IntN(4) {
		code := UnitCode(fmt.Sprintf("T%02d", u+1))
		r.roster.Units = append(r.roster.Units, Unit{Code: code, Name: "phường " + string(code), Kind: []UnitKind{"Đảng bộ cơ sở", "chi bộ cơ sở"}[u%2]})
		for cell := range 2 + r.rng.IntN(3) {
			r.people(code, fmt.Sprintf("Chi bộ %d", cell+1), 4+r.rng.IntN(8))
		}
		r.people(code, "", r.rng.IntN(3))
	}
	r.must(SignIn{Person: "GS1", PIN: "2222"})
	rules := Rules{Version: 2, NewCards: newCardTable()}
	round := round4()
	round.ListDate = Date{2021, 4, 15}
	r.must(ChangeSetup{Round: &round, Rules: &rules, Note: "bảng ô"})
	r.must(LoadRoster{Roster: r.roster})
	return r
}

func (r *inventedRound) card() CardNumber { r.cards++; return r.cards }

// people puts members of a cell on the roster: most have a card, and some are
// guests, without a card, probationary, or on temporary activity next door.
func (r *inventedRound) people(unit UnitCode, cell string, n int) {
	for range n {
		m := Member{
			Name: fmt.Sprintf("Người Thứ %d", len(r.roster.Members)), Unit: unit, Cell: cell, Status: Official, Card: r.card(),
			Official: Date{int16(1995 + r.rng.IntN(25)), 3, 2},
		}
		switch r.rng.IntN(14) {
		case 0, 1:
			m.Card = 0
		case 2:
			m.Card, m.Status, m.Official = 0, Probationary, Date{}
		case 3:
			m.Unit, m.Host = "", unit
		case 4:
			m.Host = "T01"
		case 5:
			m.Status = []Status{Exempt, Expelled, TransferredOut}[r.rng.IntN(3)]
		}
		r.roster.Members = append(r.roster.Members, m)
	}
}

// live takes every unit's cards in, with its lists, and deals with them.
func (r *inventedRound) live() {
	for _, u := range r.roster.Units {
		id := r.must(OpenBatch{Unit: u.Code})[0].Entry.Batch
		r.must(DecideBatches{Batches: []BatchID{id}, Decision: decision})
		lists := map[Form][]Line{}
		var stack []CardNumber
		for i := range r.roster.Members {
			m := &r.roster.Members[i]
			if m.Brings() != u.Code {
				continue
			}
			form := r.formOf(m)
			l := Line{Card: m.Card, Name: m.Name, Cell: m.Cell}
			switch {
			case form == FormCardless:
				l.Reason = []Reason{ReasonMovedIn, ReasonNewlyOfficial, "", "LOI_KY_THUAT.in"}[r.rng.IntN(4)]
				if r.rng.IntN(4) == 0 {
					l.Name += " Khác"
				}
			case form == FormDamaged && r.rng.IntN(2) == 0:
				l.Reason, l.Note = "HONG.gay", "gãy đôi"
			}
			if form != 0 {
				lists[form] = append(lists[form], l)
			}
			if m.Card != 0 && form != FormLost && r.rng.IntN(9) > 0 {
				stack = append(stack, m.Card)
			}
		}
		if r.rng.IntN(3) == 0 {
			lists[FormStamp] = append(lists[FormStamp], Line{Card: 39000000 + r.card(), Name: "Người Lạ", Cell: "CHI BỘ 2"})
		}
		for form := FormStamp; form <= FormCardless; form++ {
			if len(lists[form]) > 0 {
				r.must(LoadList{Batch: id, Form: form, Lines: lists[form]})
			}
		}
		for _, c := range stack {
			r.deal(c)
		}
		for _, l := range lists[FormLost] {
			if r.rng.IntN(2) == 0 {
				r.ask(Remark{Card: l.Card, Reason: "KY_LUAT_MAT_THE.khien_trach"})
			}
		}
		if r.rng.IntN(3) > 0 {
			r.ask(CloseBatch{Batch: id, Note: "đã đối chiếu", By: Approval{"GS1", "2222"}})
		} else {
			r.ask(TakeBatch{})
		}
		r.listAgain(u.Code, lists[FormStamp])
	}
	r.move()
}

// listAgain hands in a supplementary list 2 that names cards again which this
// unit, or another, has listed.
func (r *inventedRound) listAgain(unit UnitCode, listed []Line) {
	var again []Line
	for _, l := range listed {
		if r.rng.IntN(4) == 0 {
			again = append(again, l)
		}
	}
	for range 2 {
		if m := r.roster.Members[r.rng.IntN(len(r.roster.Members))]; m.Card != 0 {
			again = append(again, Line{Card: m.Card, Name: m.Name, Cell: m.Cell})
		}
	}
	id := r.must(OpenBatch{Unit: unit, Kind: Supplementary})[0].Entry.Batch
	r.must(LoadList{Batch: id, Form: FormStamp, Lines: again})
	r.ask(TakeBatch{})
}

// formOf is the list on which a unit puts somebody.
func (r *inventedRound) formOf(m *Member) Form {
	switch n := r.rng.IntN(12); {
	case m.Status == Probationary || n == 0:
		return 0
	case m.Card == 0:
		return FormCardless
	case n == 1:
		return FormDamaged
	case n == 2:
		return FormLost
	}
	return FormStamp
}

// deal does with a card what a desk does, and now and then something rare.
func (r *inventedRound) deal(c CardNumber) {
	scan := func(c CardNumber) {
		r.clock = r.clock.Add(5 * time.Second)
		r.ask(Scan{Raw: c.Digits(), At: r.clock, AtOnce: &Confirm{Boxes: BoxesOf(4), Relaminated: r.rng.IntN(8) == 0}})
	}
	switch n := r.rng.IntN(20); n {
	case 0:
		r.ask(ReportUncollected{Card: c, Reason: "CHUA_THU.nam_vien"})
	case 1:
		r.ask(SetAside{Card: c, Act: ActReportedDamaged, Reason: ReasonDamaged, Note: "mờ số"})
	case 2:
		r.ask(SetAside{Card: c, Act: ActHeld, Reason: ReasonDataDiffer})
	case 3:
		scan(c)
		r.ask(Void{Card: c, Inked: r.rng.IntN(2) == 0, By: Approval{"GS1", "2222"}, Reason: ReasonMistake, Note: "nhầm"})
	case 4:
		r.ask(ReportUncollected{Card: c, Reason: ReasonLost, Note: "rơi mất"})
	case 5: // put back unanswered: no act, so none that is undone
		r.ask(Scan{Raw: c.Digits(), At: r.clock})
		r.ask(Withdraw{Card: c})
	default:
		scan(c)
	}
	switch r.rng.IntN(12) {
	case 0:
		r.ask(Remark{Card: c, Reason: ReasonMisuse})
	case 1:
		r.ask(Remark{Card: c, Reason: "KY_LUAT_MAT_THE.khien_trach"})
	case 2:
		r.ask(Remark{Card: c, Reason: "KY_LUAT_MAT_THE.canh_cao"})
		r.ask(Void{Card: c, By: Approval{"GS1", "2222"}, Reason: ReasonMistake, Note: "nhầm"})
	}
	if r.rng.IntN(2) == 0 { // only where it is damaged or lost is anything done
		next := []CardNumber{r.card(), c}[r.rng.IntN(2)]
		r.ask(Renew{Card: c, New: next})
		if r.rng.IntN(2) == 0 {
			scan(next)
		}
	}
}

// move puts a new roster in force: some are in another unit or cell, some have
// gone, and some have got a card.
func (r *inventedRound) move() {
	next := Roster{Units: r.roster.Units}
	for _, m := range r.roster.Members {
		switch r.rng.IntN(20) {
		case 0:
			m.Unit, m.Host, m.Cell = "T02", "", "Chi bộ 1"
		case 1:
			m.Cell = "chi bộ  2"
		case 2:
			continue
		case 3:
			if m.Card == 0 && m.Status == Official {
				m.Card = r.card()
			}
		}
		next.Members = append(next.Members, m)
	}
	r.ask(LoadRoster{Roster: next, By: Approval{"GS1", "2222"}})
	r.roster = next
}

func TestTheFormsOfARoundAddUpFromTheCellsToTheBoard(t *testing.T) {
	seen := map[string]int{}
	seeds := uint64(24)
	if testing.Short() {
		seeds = 6
	}
	for seed := range seeds {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			r := newInventedRound(t, seed)
			r.live()
			c := formsCheck{fault: t.Errorf, seen: seen}
			if err := r.Store.View(t.Context(), c.check); err != nil {
				t.Error(err)
			}
		})
	}
	t.Log(seen)
	for _, what := range []string{
		"cells", "rows of form 2", "rows of form 3", "rows of form 4", "rows of form 5", "remarks", "guests", "new cards",
		"voided", "exchanged", "relaminated", "strangers", "discipline", "guests of form 2",
	} {
		if seen[what] < int(seeds) {
			t.Errorf("no round had enough of %s: %d", what, seen[what])
		}
	}
}

package stampdesk_test

import (
	"strings"
	"testing"

	. "stampdesk"
)

// round4At is the fourth round with a list date; boards differ in it: 15/4/2021
// in 07-KH/ĐUK Quảng Nam 2021, 01/4/2021 in 03-HD/ĐU Vinh University 2021.
func round4At(day uint8) Round {
	r := round4()
	r.ListDate = Date{2021, 4, day}
	return r
}

// TestNewCardBoxes goes by the table of intervals. The sets {3,4}, {2,3,4} and
// {1,2,3,4} are stated in 07-KH/ĐUK Quảng Nam 2021, when which applies is
// inferred; the list date of the second round, 01/04/2011, is assumed.
func TestNewCardBoxes(t *testing.T) {
	rows := []struct {
		name     string
		official Date
		issued   Date
		rules    Rules
		listDate uint8 // of April 2021; 0: the 15th
		want     string
		unknown  bool
	}{
		{name: "before the first round", official: Date{1998, 5, 19}, want: "1,2,3,4"},
		{name: "between the first round and the second", official: Date{2009, 2, 3}, want: "1,2,3,4"},
		{name: "the day before the second list date", official: Date{2011, 3, 31}, want: "1,2,3,4"},
		{name: "on the second list date", official: Date{2011, 4, 1}, want: "2,3,4"},
		{name: "on the second list date, which is out", official: Date{2011, 4, 1}, rules: Rules{ListDateOut: true}, want: "1,2,3,4"},
		{name: "after the second round", official: Date{2012, 11, 7}, want: "2,3,4"},
		{name: "the day before the third list date", official: Date{2016, 4, 3}, want: "2,3,4"},
		{name: "on the third list date", official: Date{2016, 4, 4}, want: "3,4"},
		{name: "on the third list date, which is out", official: Date{2016, 4, 4}, rules: Rules{ListDateOut: true}, want: "2,3,4"},
		{name: "the day after it, which is in", official: Date{2016, 4, 5}, rules: Rules{ListDateOut: true}, want: "3,4"},
		{name: "after the third round", official: Date{2020, 9, 2}, want: "3,4"},
		{name: "the day before a list date of 15/4", official: Date{2021, 4, 14}, want: "3,4"},
		{name: "the same day after a list date of 01/4", official: Date{2021, 4, 14}, listDate: 1, want: "4"},
		{name: "on a list date of 15/4", official: Date{2021, 4, 15}, want: "4"},
		{name: "on a list date of 15/4, which is out", official: Date{2021, 4, 15}, rules: Rules{ListDateOut: true}, want: "3,4"},
		{name: "on a list date of 01/4", official: Date{2021, 4, 1}, listDate: 1, want: "4"},
		{name: "in the round", official: Date{2021, 5, 2}, want: "4"},

		{name: "a board may go by the day of the first card", official: Date{2016, 3, 1}, issued: Date{2016, 9, 2}, rules: Rules{Basis: ByFirstCard}, want: "3,4"},
		{name: "by recognition the day of the card says nothing", official: Date{2016, 3, 1}, issued: Date{2016, 9, 2}, want: "2,3,4"},
		{name: "no day of a card", official: Date{2016, 3, 1}, rules: Rules{Basis: ByFirstCard}, unknown: true},

		{name: "a bare year inside one interval", official: Date{2012, 0, 0}, want: "2,3,4"},
		{name: "a bare year before all", official: Date{1975, 0, 0}, want: "1,2,3,4"},
		{name: "a bare year across the second list date", official: Date{2011, 0, 0}, unknown: true},
		{name: "a bare year across the third list date", official: Date{2016, 0, 0}, unknown: true},
		{name: "a bare year across the fourth list date", official: Date{2021, 0, 0}, unknown: true},
		{name: "a bare year after all", official: Date{2022, 0, 0}, want: "4"},
		{name: "no date", unknown: true},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			day := row.listDate
			if day == 0 {
				day = 15
			}
			row.rules.NewCards = newCardTable()
			got, known := row.rules.NewCardBoxes(&Member{Official: row.official, Issued: row.issued}, round4At(day))
			if known == row.unknown || known && got.String() != row.want {
				t.Errorf("boxes %v, known %v; want %q", got, known, row.want)
			}
		})
	}
}

func TestWithoutATableANewCardGetsTheBoxOfTheRound(t *testing.T) {
	if got, ok := (Rules{}).NewCardBoxes(&Member{}, round4()); !ok || got != BoxesOf(4) {
		t.Errorf("%v, %v", got, ok)
	}
}

func TestATableOfNewCardsIsChecked(t *testing.T) {
	round := round4At(15)
	for _, row := range []struct {
		name  string
		table []Interval
		round func(*Round)
		want  string // "": it is good
	}{
		{name: "the shipped one", table: newCardTable()},
		{name: "none"},
		{name: "one row", table: []Interval{{Boxes: BoxesOf(4)}}},
		{name: "a first row with a day, before which nobody would have boxes", table: []Interval{{From: Date{2011, 4, 1}, Boxes: 1}}, want: "new_card 1"},
		{name: "a first row from the list date", table: []Interval{{AtListDate: true, Boxes: 1}}, want: "new_card 1"},
		{name: "no boxes", table: []Interval{{}}, want: "new_card 1: no boxes"},
		{name: "a box that the card does not have", table: []Interval{{Boxes: BoxesOf(4, 5)}}, want: "boxes 4,5: the card has boxes 1 to 4"},
		{name: "the box after the last", table: []Interval{{Boxes: BoxesOf(5)}}, want: "boxes 5"},
		{name: "the last box of the card", table: []Interval{{Boxes: BoxesOf(4)}}, round: func(r *Round) { r.CardBoxes = 5 }},
		{name: "rows out of order", table: []Interval{{Boxes: 1}, {From: Date{2016, 4, 4}, Boxes: 2}, {From: Date{2011, 4, 1}, Boxes: 4}}, want: "new_card 3: from 01/04/2011: want a day after 04/04/2016"},
		{name: "the same day twice", table: []Interval{{Boxes: 1}, {From: Date{2016, 4, 4}, Boxes: 2}, {From: Date{2016, 4, 4}, Boxes: 4}}, want: "new_card 3"},
		{name: "a second row without a day", table: []Interval{{Boxes: 1}, {Boxes: 2}}, want: "new_card 2"},
		{name: "a bare year", table: []Interval{{Boxes: 1}, {From: Date{2016, 0, 0}, Boxes: 2}}, want: "want dd/mm/yyyy"},
		{name: "from the list date, of a round without one", table: newCardTable(), round: func(r *Round) { r.ListDate = Date{} }, want: "new_card 4: from the list date, but the round has none"},
		{name: "a list date before the row above", table: newCardTable(), round: func(r *Round) { r.ListDate = Date{2016, 4, 4} }, want: "new_card 4"},
		{name: "two faults are both named", table: []Interval{{}, {Boxes: BoxesOf(9)}}, want: "\n"},
	} {
		t.Run(row.name, func(t *testing.T) {
			r := round
			if row.round != nil {
				row.round(&r)
			}
			err := Rules{NewCards: row.table}.Validate(r)
			if (err == nil) != (row.want == "") || err != nil && !strings.Contains(err.Error(), row.want) {
				t.Errorf("%v, want %q", err, row.want)
			}
		})
	}
}

// Another round is data: the first, whose cards have nothing before it, and a
// fifth on a card with six boxes.
func TestAnotherRoundIsDataAlone(t *testing.T) {
	first := Round{Ordinal: 1, Box: 1, CardBoxes: 4, From: Date{2006, 1, 16}, To: Date{2006, 3, 31}, ListDate: Date{2006, 1, 16}}
	fifth := Round{Ordinal: 5, Box: 5, CardBoxes: 6, From: Date{2026, 4, 15}, To: Date{2026, 5, 15}, ListDate: Date{2026, 4, 15}}
	dateless := first // a round whose list date nobody wrote down has no new members
	dateless.ListDate = Date{}
	table := []Interval{
		{Boxes: BoxesOf(1, 2, 3, 4, 5)}, {From: Date{2011, 4, 1}, Boxes: BoxesOf(2, 3, 4, 5)}, {From: Date{2016, 4, 4}, Boxes: BoxesOf(3, 4, 5)},
		{From: Date{2021, 4, 15}, Boxes: BoxesOf(4, 5)}, {AtListDate: true, Boxes: BoxesOf(5)},
	}
	for _, row := range []struct {
		round    Round
		rules    Rules
		kind     BatchKind
		official Date
		boxes    string
		earlier  string
		isNew    bool
	}{
		{round: dateless, official: Date{1998, 5, 19}, boxes: "1"},
		{round: first, official: Date{1998, 5, 19}, boxes: "1"},
		{round: first, kind: NewCards, official: Date{2006, 2, 3}, boxes: "1", isNew: true},
		{round: fifth, rules: Rules{NewCards: table}, official: Date{1998, 5, 19}, boxes: "5", earlier: "1,2,3,4"},
		{round: fifth, rules: Rules{NewCards: table}, official: Date{2021, 5, 2}, boxes: "5", earlier: "4"},
		{round: fifth, rules: Rules{NewCards: table}, kind: NewCards, official: Date{2021, 4, 14}, boxes: "3,4,5", isNew: true},
		{round: fifth, rules: Rules{NewCards: table}, official: Date{2026, 4, 15}, boxes: "5", isNew: true},
	} {
		if err := (Setup{Round: row.round, Rules: row.rules}).Validate(); err != nil {
			t.Errorf("round %d: %v", row.round.Ordinal, err)
		}
		at := row.round.From
		d := &Dossier{
			Member: &Member{Unit: "P01", Status: Official, Official: row.official}, Round: row.round,
			Batch: &Batch{Unit: "P01", Kind: row.kind, Decision: decision},
		}
		v := row.rules.Judge(d, inWindow.AddDate(int(at.Year)-2021, 0, 0))
		if v.Kind != Stamp || v.Boxes.String() != row.boxes || v.Earlier.String() != row.earlier || v.New != row.isNew {
			t.Errorf("round %d, recognised %v: %+v, want boxes %s over %s", row.round.Ordinal, row.official, v, row.boxes, row.earlier)
		}
	}
}

// A card of the fourth round is never stamped in a box that its design lacks,
// whoever asks.
func TestTheNextRoundStampsItsOwnBox(t *testing.T) {
	b := newBench(t, ConfirmScan)
	b.opened()
	b.scan(31000001)
	b.must(bySupervisor)
	b.must(SignIn{Person: "GS1", PIN: "2222"})
	b.must(CloseRound{})
	fifth := round4()
	fifth.Ordinal, fifth.Box, fifth.CardBoxes = 5, 5, 6
	b.must(OpenRound{Round: fifth})
	b.opened()
	outs := b.scan(31000001) // what was stamped in the fourth is fresh in the fifth
	if e := outs[0].Entry; outs[0].Result != Recorded || e.Act != ActStamped || e.Boxes != BoxesOf(5) || e.Round != 5 {
		t.Errorf("%+v", outs[0])
	}
	if got := b.tally(Filter{}); got.Stamped != 1 || got.Boxes[4] != 1 { // of round 4: it stays
		t.Errorf("%+v", got)
	}
}

func TestABasisIsReadByItsName(t *testing.T) {
	for name, want := range map[string]Basis{"": ByRecognition, "recognition": ByRecognition, "card": ByFirstCard} {
		if got, err := ParseBasis(name); err != nil || got != want || name != "" && got.String() != name {
			t.Errorf("%q: %v, %v", name, got, err)
		}
	}
	if _, err := ParseBasis("thẻ"); err == nil {
		t.Error("a name that is none")
	}
}

package stampdesk_test

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	. "stampdesk"
	"stampdesk/store/storetest"
)

// withCells is the board of a bench whose members are in cells, with one on
// temporary activity in the other unit.
func withCells(t *testing.T) *bench {
	b := newBench(t, ConfirmScan)
	b.must(SignIn{Person: "GS1", PIN: "2222"})
	r := invented()
	for i := range r.Members {
		m := &r.Members[i]
		m.Cell, m.Official = fmt.Sprint("Chi bộ ", i/2%3+1), Date{2012, 11, 7}
		if m.Card == 31000104 { // of P02, in P01
			m.Host = "P01"
		}
	}
	b.must(LoadRoster{Roster: r})
	rules := Rules{Version: 2, NewCards: newCardTable()}
	round := round4()
	round.ListDate = Date{2021, 4, 15}
	b.must(ChangeSetup{Round: &round, Rules: &rules, Note: "bảng ô"})
	return b
}

// told is a row in few words.
func told(r FormRow) string {
	s := fmt.Sprintf("%s/%s %s", r.Unit, r.Cell, r.Member.Name)
	if r.Card != 0 {
		s += " " + r.Card.Digits()
	}
	for _, more := range []string{string(r.Reason), r.Note, r.Boxes.String(), string(r.Discipline)} {
		if more != "" {
			s += " " + more
		}
	}
	switch r.Class {
	case Guest:
		s += " (guest)"
	case Other:
		s += " (nobody)"
	}
	if r.Relaminate {
		s += " (re-laminated)"
	}
	return s
}

func (b *bench) rowsAre(form Form, scope Scope, want ...string) {
	b.t.Helper()
	var got []string
	for _, r := range b.fill(form, scope).Rows {
		if want := map[UnitCode]string{"P01": "phường A", "P02": "phường B"}[r.Unit]; r.UnitName != want {
			b.t.Errorf("unit %s is named %q", r.Unit, r.UnitName)
		}
		got = append(got, told(r))
	}
	if !slices.Equal(got, want) {
		b.t.Errorf("form %d of %+v:\n  %s\nwant\n  %s", form, scope, strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

func TestFormTwoOfAUnitHasOneRowForEachLineOfItsList(t *testing.T) {
	b := withCells(t)
	b.rowsAre(FormStamp, Scope{Unit: "P01"}) // none is in
	id := b.opened()
	b.must(LoadList{Batch: id, Form: FormStamp, Lines: []Line{
		{Card: 31000203, Name: "Khách"},                      // a guest
		{Card: 31000002, Name: "Tên Viết Sai"},               // cell 2 by the roster
		{Card: 31000099, Name: "Không Ai", Cell: "CHI BỘ 3"}, // a number of nobody, in a cell that there is
		{Card: 31000104, Cell: "Chi bộ 2"},                   // of the other unit, here on temporary activity
		{Card: 31000001}, {Card: 31000004},
		{Card: 31000098, Name: "Ai Đó", Cell: "Chi bộ 9"},
	}})
	b.must(Scan{Raw: "31000004", At: b.clock, AtOnce: &Confirm{Boxes: BoxesOf(4), Relaminated: true}})
	rows := []string{
		"P01/Chi bộ 1 Đảng viên 0 31000001",
		"P01/Chi bộ 1 Đảng viên 6 31000004 (re-laminated)",
		"P01/Chi bộ 2 Đảng viên 2 31000002",
		"P01/Chi bộ 2 Đảng viên 7 31000104",
		"P01/Chi bộ 3 Không Ai 31000099 (nobody)",
		"P01/Chi bộ 9 Ai Đó 31000098 (nobody)",
		"P01/Chi bộ 1 Đảng viên 42 31000203 (guest)",
	}
	b.rowsAre(FormStamp, Scope{Unit: "P01"}, rows...)
	b.rowsAre(FormStamp, Scope{}, rows...)
	b.rowsAre(FormStamp, Scope{Unit: "P01", Cell: "chi bộ 1"}, rows[0], rows[1], rows[6])
	b.rowsAre(FormStamp, Scope{Unit: "P01", Cell: "Chi bộ 9"}, rows[5])
	b.rowsAre(FormStamp, Scope{Unit: "P02"})
	if n := b.tally(Filter{}).Proposed; n != len(rows)-1 { // the guest is in no total
		t.Errorf("%d proposed", n)
	}
	other := b.must(OpenBatch{Unit: "P02"})[0].Entry.Batch
	b.must(LoadList{Batch: other, Form: FormStamp, Lines: []Line{{Card: 31000101}}})
	b.rowsAre(FormStamp, Scope{}, slices.Insert(rows, 6, "P02/Chi bộ 1 Đảng viên 1 31000101")...) // guests behind all others
}

func TestFormsThreeAndFourHaveEachBrokenOrLostCardOnceWithTheBoxesOfItsSuccessor(t *testing.T) {
	b := withCells(t)
	id := b.opened()
	b.must(LoadList{Batch: id, Form: FormDamaged, Lines: []Line{{Card: 31000002, Note: "gãy đôi"}, {Card: 31000203}, {Card: 31000006, Reason: "HONG.phai_mau"}}})
	b.must(LoadList{Batch: id, Form: FormLost, Lines: []Line{{Card: 31000005}, {Card: 31000001, Note: "rơi khi đi chợ"}}})
	b.scan(31000002) // listed, and it comes
	b.must(SetAside{Card: 31000004, Act: ActReportedDamaged, Reason: ReasonDamaged, Note: "mờ số"})
	b.must(Remark{Card: 31000001, Reason: "KY_LUAT_MAT_THE.canh_cao"})
	b.must(Remark{Card: 31000005, Reason: "KY_LUAT_MAT_THE.khien_trach"})
	b.must(Void{Card: 31000005, Reason: ReasonMistake, Note: "nhầm", By: Approval{"GS1", "2222"}})
	three := []string{
		"P01/Chi bộ 1 Đảng viên 6 31000004 HONG mờ số 2,3,4",
		"P01/Chi bộ 2 Đảng viên 2 31000002 HONG gãy đôi 2,3,4",
		"P01/Chi bộ 3 Đảng viên 10 31000006 HONG.phai_mau 2,3,4",
		"P01/Chi bộ 1 Đảng viên 42 31000203 HONG 2,3,4 (guest)",
	}
	b.rowsAre(FormDamaged, Scope{Unit: "P01"}, three...)
	b.rowsAre(FormDamaged, Scope{Unit: "P01", Cell: "Chi bộ 2"}, three[1])
	b.rowsAre(FormLost, Scope{Unit: "P01"},
		"P01/Chi bộ 1 Đảng viên 0 31000001 MAT rơi khi đi chợ 2,3,4 KY_LUAT_MAT_THE.canh_cao",
		"P01/Chi bộ 2 Đảng viên 8 31000005 MAT 2,3,4", // the measure was a mistake
	)
	// The new card is to carry other boxes: a supervisor decided so.
	b.must(Renew{Card: 31000004, New: 31000777, Boxes: BoxesOf(4), Reason: ReasonOther, Note: "thẻ in sẵn", By: Approval{"GS1", "2222"}})
	three[0] = "P01/Chi bộ 1 Đảng viên 6 31000004 HONG mờ số 4"
	b.rowsAre(FormDamaged, Scope{}, three...)
	six := b.fill(FormReturn, Scope{Unit: "P01"})
	if six.Tally.Damaged != 3 || six.Tally.Lost != 2 || six.Tally.Guests.Damaged != 1 || six.Tally.Exchanged != 1 {
		t.Errorf("form 6: %+v", six.Tally)
	}
}

// A remark is on the card that is named; for the loss that may be the lost one
// or that in its place.
func TestFormFourHasTheNewestMeasureForALossOnWhicheverCardItIsOnRecord(t *testing.T) {
	b := withCells(t)
	id := b.opened()
	b.must(LoadList{Batch: id, Form: FormLost, Lines: []Line{{Card: 31000001}}})
	measure := func(card CardNumber, r Reason) {
		t.Helper()
		b.clock = b.clock.Add(time.Minute)
		b.must(Remark{Card: card, Reason: r})
	}
	has := func(r Reason) {
		t.Helper()
		b.rowsAre(FormLost, Scope{Unit: "P01"}, "P01/Chi bộ 1 Đảng viên 0 31000001 MAT 2,3,4 "+string(r))
	}
	measure(31000001, "KY_LUAT_MAT_THE.khien_trach")
	b.must(Renew{Card: 31000001, New: 31000777})
	has("KY_LUAT_MAT_THE.khien_trach")
	measure(31000777, "KY_LUAT_MAT_THE.canh_cao")
	has("KY_LUAT_MAT_THE.canh_cao")
	measure(31000001, "KY_LUAT_MAT_THE.khien_trach")
	has("KY_LUAT_MAT_THE.khien_trach")
}

func TestFormFiveHasTheLinesHandedInAndWhomNoLineNames(t *testing.T) {
	b := withCells(t)
	b.must(SignIn{Person: "GS1", PIN: "2222"})
	r := Roster{Units: invented().Units}
	for i, name := range []string{"Trần Văn A", "Trần Văn A", "Lê Thị B", "Ngô C"} {
		r.Members = append(r.Members, Member{Name: name, Unit: "P01", Cell: fmt.Sprint("Chi bộ ", 2-i%2), Status: Official, Record: fmt.Sprint(i)})
	}
	r.Members = append(r.Members, Member{Name: "Có Thẻ", Unit: "P01", Cell: "Chi bộ 1", Status: Official, Card: 31000001})
	b.must(LoadRoster{Roster: r})
	id := b.must(OpenBatch{Unit: "P01"})[0].Entry.Batch
	b.must(LoadList{Batch: id, Form: FormCardless, Lines: []Line{
		{Name: "trần văn a", Cell: "Chi bộ 1", Reason: ReasonMovedIn, Note: "từ nơi khác"},
		{Name: "Lê Thị B", Cell: "Chi bộ 7", Reason: ReasonNewlyOfficial}, // the roster knows better where she is
		{Name: "Có Thẻ", Cell: "Chi bộ 1"},                                // has a card
	}})
	rows := []string{
		"P01/Chi bộ 1 Trần Văn A CHUYEN_DEN từ nơi khác",
		"P01/Chi bộ 1 Có Thẻ CHUA_RO (nobody)",
		"P01/Chi bộ 1 Ngô C CHUA_RO",
		"P01/Chi bộ 2 Lê Thị B MOI_CONG_NHAN",
		"P01/Chi bộ 2 Trần Văn A CHUA_RO",
	}
	b.rowsAre(FormCardless, Scope{Unit: "P01"}, rows...)
	five := b.fill(FormCardless, Scope{Unit: "P01"})
	if five.Rows[0].Member.Record != "1" || five.Rows[4].Member.Record != "0" { // each the one of his cell
		t.Errorf("%+v", five.Rows)
	}
	if want := []FormNote{{Kind: NoteStrangers, N: 1, Text: "P01"}, {Kind: NoteUnclosed, N: 1, Text: "B1-001"}}; !reflect.DeepEqual(five.Notes, want) {
		t.Errorf("notes %+v", five.Notes)
	}
	// In the figures the line that names nobody stands for one whom no line
	// names, so that they are those of the tally.
	var by []string
	for _, p := range b.fill(FormReturn, Scope{Unit: "P01"}).Parts {
		by = append(by, fmt.Sprintf("%s: %d %v", p.Name, p.WithoutCard, p.WithoutCardBy))
	}
	if want := []string{"Chi bộ 1: 2 map[CHUA_RO:1 CHUYEN_DEN:1]", "Chi bộ 2: 2 map[CHUA_RO:1 MOI_CONG_NHAN:1]"}; !slices.Equal(by, want) {
		t.Errorf("by cell %q, want %q", by, want)
	}
}

func TestAFormOfNoUnitOrNoCellIsNotFound(t *testing.T) {
	b := withCells(t)
	storetest.View(t, b.Store, func(s Snapshot) error {
		f, err := NewFiller(s)
		if err != nil {
			return err
		}
		for _, sc := range []Scope{{Unit: "P99"}, {Unit: "P01", Cell: "Chi bộ 44"}, {Unit: "P01", Rest: true}} {
			for form := FormUse; form <= FormReturn; form++ {
				if _, err := f.Fill(form, sc); !errors.Is(err, ErrNotFound) {
					t.Errorf("form %d of %+v: %v", form, sc, err)
				}
			}
		}
		if _, err := f.Scopes(FormUse, "P99"); !errors.Is(err, ErrNotFound) {
			t.Errorf("cells: %v", err)
		}
		if _, err := f.Fill(FormResult, Scope{Unit: "P01"}); err == nil {
			t.Error("a unit has a form 7")
		}
		if _, err := f.Fill(FormUse, Scope{Cell: "Chi bộ 1"}); err == nil {
			t.Error("a cell of no unit has a form")
		}
		units, err := f.Scopes(FormReturn, "")
		if want := []Scope{{Unit: "P01"}, {Unit: "P02"}}; err != nil || !slices.Equal(units, want) {
			t.Errorf("%v %v", units, err)
		}
		cells, err := f.Scopes(FormUse, "P01")
		want := []Scope{{Unit: "P01", Cell: "Chi bộ 1"}, {Unit: "P01", Cell: "Chi bộ 2"}, {Unit: "P01", Cell: "Chi bộ 3"}}
		if !slices.Equal(cells, want) {
			t.Errorf("cells %v", cells)
		}
		return err
	})
}

// The old card of a member who has a new number comes to the desk: it counts
// beside the population, in the cell of the member.
func TestAReplacedCardCountsInTheCellOfItsMember(t *testing.T) {
	b := withCells(t)
	r := invented()
	for i := range r.Members {
		m := &r.Members[i]
		if m.Cell = fmt.Sprint("Chi bộ ", i/2%3+1); m.Card == 31000002 {
			m.Card, m.OldCard = 31000777, 31000002
		}
	}
	b.must(LoadRoster{Roster: r})
	b.opened()
	b.scan(31000002)
	for cell, want := range map[string]int{"Chi bộ 1": 0, "Chi bộ 2": 1, "Chi bộ 3": 0} {
		if one := b.fill(FormUse, Scope{Unit: "P01", Cell: cell}); one.Tally.Outside.Refused != want {
			t.Errorf("%s: %+v", cell, one.Tally.Outside)
		}
	}
}

func TestAMemberWhomTheRosterHasInNoCellIsOnNoFormOfACell(t *testing.T) {
	b := withCells(t)
	r := invented()
	for i := range r.Members {
		if r.Members[i].Unit == "P01" && i > 0 {
			r.Members[i].Cell = "Chi bộ 1"
		}
	}
	b.must(LoadRoster{Roster: r})
	b.opened()
	b.must(LoadList{Batch: "B1-001", Form: FormLost, Lines: []Line{{Card: 31000001, Cell: "Chi bộ 1"}}})
	b.rowsAre(FormLost, Scope{Unit: "P01", Cell: "Chi bộ 1"})
	rest := Scope{Unit: "P01", Rest: true}
	b.rowsAre(FormLost, rest, "P01/ Đảng viên 0 31000001 MAT") // no date, no boxes
	if one := b.fill(FormUse, rest); one.Tally.Lost != 1 || one.Tally.WithCard != 1 || !one.Rest || one.Cell != "" {
		t.Errorf("%+v", one)
	}
	storetest.View(t, b.Store, func(s Snapshot) error {
		f, err := NewFiller(s)
		if err != nil {
			return err
		}
		if _, err := f.Fill(FormUse, Scope{Unit: "P01", Cell: "Chi bộ 44"}); !errors.Is(err, ErrNotFound) {
			t.Errorf("a cell that there is not has the form of those in none: %v", err)
		}
		return nil
	})
}

// Two units list the same card, with words of their own: the form has those of
// the list by which it counts as damaged, every time.
func TestFormThreeHasTheNoteOfTheListByWhichTheCardStandsThere(t *testing.T) {
	b := withCells(t)
	b.opened()
	b.must(LoadList{Batch: "B1-001", Form: FormDamaged, Lines: []Line{{Card: 31000002, Note: "gãy đôi"}}})
	other := b.must(OpenBatch{Unit: "P02"})[0].Entry.Batch
	b.must(LoadList{Batch: other, Form: FormDamaged, Lines: []Line{{Card: 31000002, Note: "mờ ảnh"}}})
	for range 20 {
		b.rowsAre(FormDamaged, Scope{Unit: "P01"}, "P01/Chi bộ 2 Đảng viên 2 31000002 HONG gãy đôi 2,3,4")
	}
}

func TestTheFormsOfARoundHaveNothingOfTheRoundBefore(t *testing.T) {
	b := withCells(t)
	b.opened()
	b.must(LoadList{Batch: "B1-001", Form: FormStamp, Lines: listed(31000001, 31000002)})
	b.scan(31000001)
	b.must(Remark{Card: 31000001, Reason: ReasonMisuse})
	b.must(CloseBatch{Batch: "B1-001", Note: "đã đối chiếu", By: Approval{"GS1", "2222"}})
	b.must(SignIn{Person: "GS1", PIN: "2222"})
	b.must(CloseRound{})
	fifth := round4()
	fifth.Ordinal, fifth.CardBoxes, fifth.Box = 5, 6, 5
	b.must(OpenRound{Round: fifth})
	b.must(Remark{Card: 31000002, Reason: ReasonMisuse}) // so that the journal is read
	b.rowsAre(FormStamp, Scope{Unit: "P01"})
	for cell, want := range map[string]int{"Chi bộ 1": 0, "Chi bộ 2": 1} {
		one := b.fill(FormUse, Scope{Unit: "P01", Cell: cell})
		if n := one.Tally.Remarks[ReasonMisuse]; n != want || one.Tally.Stamped+one.Tally.Proposed != 0 {
			t.Errorf("%s: %d remarks, %+v", cell, n, one.Tally)
		}
	}
}

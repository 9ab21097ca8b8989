package stampdesk_test

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"testing"

	. "stampdesk"
	"stampdesk/store/mem"
	"stampdesk/store/storetest"
)

var today = Date{2021, 4, 20}

// sound is a member of whom nothing is missing.
func sound(i int) Member {
	return Member{
		Card: CardNumber(31000001 + i), Record: fmt.Sprintf("%06dNS", i+1), Name: fmt.Sprint("Đảng viên ", i), Unit: "P01", Cell: "Chi bộ 1",
		Birth: Date{1970, 3, 2}, Admitted: Date{1995, 5, 19}, Official: Date{1996, 5, 19}, Issued: Date{2005, 9, 2}, Status: Official,
	}
}

func rosterStore(t testing.TB, members []Member) Store {
	t.Helper()
	s := mem.New(Identity{ID: StoreID{1}, Epoch: 1})
	for i := range members {
		members[i].ID = MemberID(i + 1)
	}
	storetest.Use(t, s, Roster{Units: []Unit{{Code: "P01"}, {Code: "P02"}}, Members: members})
	return s
}

func qualityOf(t testing.TB, s Store, unit UnitCode, on Date) (q Quality) {
	t.Helper()
	storetest.View(t, s, func(s Snapshot) (err error) { q, err = QualityOf(s, unit, on); return err })
	return q
}

func TestEachFlawOfARosterIsFound(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*Member)
		want   []FlawKind
	}{
		{"nothing is wrong", func(*Member) {}, nil},
		{"an official member has no number", func(m *Member) { m.Card = 0 }, []FlawKind{FlawNoCard}},
		{"an exempt one neither", func(m *Member) { m.Card, m.Status = 0, Exempt }, []FlawKind{FlawNoCard}},
		{"a probationary member has none by right", func(m *Member) { m.Card, m.Official, m.Status = 0, Date{}, Probationary }, nil},
		{"transferred out and not cut", func(m *Member) { m.MovedOut = Date{2021, 4, 19} }, []FlawKind{FlawMovedOut}},
		{"transferred out today", func(m *Member) { m.MovedOut = today }, nil},
		{"transferred out and back", func(m *Member) { m.MovedOut, m.MovedIn = Date{2015, 2, 1}, Date{2018, 2, 1} }, nil},
		{"transferred in and out again", func(m *Member) { m.MovedIn, m.MovedOut = Date{2015, 2, 1}, Date{2018, 2, 1} }, []FlawKind{FlawMovedOut}},
		{"transferred out and cut", func(m *Member) { m.MovedOut, m.Status = Date{2021, 4, 19}, TransferredOut }, nil},
		{"in a year that may not be over", func(m *Member) { m.MovedOut = Date{Year: 2021} }, nil},
		{"dead and not cut", func(m *Member) { m.Died = Date{2021, 4, 1} }, []FlawKind{FlawGone}},
		{"dead and cut", func(m *Member) { m.Died, m.Status = Date{2021, 4, 1}, Deceased }, nil},
		{"left and not cut", func(m *Member) { m.Left, m.LeftBy = Date{2020, 4, 1}, "xin ra" }, []FlawKind{FlawGone}},
		{"waits for papers", func(m *Member) { m.Status = PendingIn }, []FlawKind{FlawPendingIn}},
		{"no record number", func(m *Member) { m.Record = "" }, []FlawKind{FlawNoRecord}},
		{"five digits", func(m *Member) { m.Record = "12345AB" }, []FlawKind{FlawNoRecord}},
		{"four letters", func(m *Member) { m.Record = "123456ABCD" }, []FlawKind{FlawNoRecord}},
		{"a Vietnamese letter", func(m *Member) { m.Record = "123456Đ" }, nil},
		{"no birth date", func(m *Member) { m.Birth = Date{} }, []FlawKind{FlawNoBirth}},
		{"a bare year of birth", func(m *Member) { m.Birth = Date{Year: 1970} }, nil},
		{"no date of recognition", func(m *Member) { m.Official = Date{} }, []FlawKind{FlawNoOfficial}},
		{"recognised before admitted", func(m *Member) { m.Official = Date{1994, 5, 19} }, []FlawKind{FlawDate}},
		{"born tomorrow", func(m *Member) { m.Birth = Date{2021, 4, 21} }, []FlawKind{FlawDate, FlawDate}},
		{"a name in TCVN3", func(m *Member) { m.Name = "NguyÔn V¨n §øc" }, []FlawKind{FlawLetters}},
		{"a name in TCVN3 of Vietnamese letters only", func(m *Member) { m.Name = "NguyÔn An" }, []FlawKind{FlawLetters}},
		{"a name in capitals", func(m *Member) { m.Name = "NGUYỄN ĐỨC ỨNG" }, nil},
		{"a name in VNI", func(m *Member) { m.Name = "Nguyeãn Vaên Ñöùc" }, []FlawKind{FlawLetters}},
		{"names of other peoples", func(m *Member) { m.Name = "H’Hen Niê Kpă Čôk" }, nil},
		{"all Vietnamese letters", func(m *Member) { m.Name = "Nguyễn Thị Ỡ Đặng Hữu Quỵ" }, nil},
		{"a guest is another board's", func(m *Member) { m.Unit, m.Host, m.Record, m.Birth = "", "P01", "", Date{} }, nil},
		{"the old number is somebody's", func(m *Member) { m.OldCard = 31000002 }, []FlawKind{FlawOldNumber}},
		{"the old number is nobody's", func(m *Member) { m.OldCard = 31000099 }, nil},
		{"the same person twice", func(m *Member) { m.Name = "đảng Viên 1" }, []FlawKind{FlawSamePerson, FlawSamePerson}},
		{"the same name and another birth date", func(m *Member) { m.Name, m.Birth = "Đảng viên 1", Date{1970, 3, 3} }, nil},
		{"the same person, gone from there", func(m *Member) { m.Name, m.Status = "Đảng viên 1", TransferredOut }, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			members := []Member{sound(0), sound(1)}
			c.change(&members[0])
			q := qualityOf(t, rosterStore(t, members), "", today)
			var got []FlawKind
			for _, f := range q.Flaws {
				got = append(got, f.Kind)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
			for _, f := range q.Flaws {
				other := f.Kind == FlawSamePerson || f.Kind == FlawOldNumber
				if (f.Other != nil) != other || (f.Date != nil) != (f.Kind == FlawDate) || f.Other != nil && f.Other.ID == f.Member.ID {
					t.Errorf("%+v", f)
				}
			}
		})
	}
}

func TestFlawsAreSortedByUrgencyUnitCellAndNumber(t *testing.T) {
	var members []Member
	for i := range 40 {
		m := sound(i)
		m.Unit, m.Cell = []UnitCode{"P02", "P01"}[i/4%2], fmt.Sprint("Chi bộ ", i%3)
		switch i % 4 {
		case 0:
			m.Card = 0
		case 1:
			m.Record = ""
		case 2:
			m.Died = Date{2020, 1, 1}
		}
		members = append(members, m)
	}
	s := rosterStore(t, members)
	q := qualityOf(t, s, "", today)
	key := func(f Flaw) string {
		return fmt.Sprintf("%02d %s %s %v %05d", slices.Index(FlawKinds[:], f.Kind), f.Member.Unit, f.Member.Cell, f.Member.Card, f.Member.ID)
	}
	if len(q.Flaws) != 30 || !slices.IsSortedFunc(q.Flaws, func(a, b Flaw) int { return cmp.Compare(key(a), key(b)) }) {
		for _, f := range q.Flaws {
			t.Error(key(f))
		}
	}
	sum := 0
	for _, k := range FlawKinds {
		of := q.Of(k)
		sum += len(of)
		for _, f := range of {
			if f.Kind != k {
				t.Errorf("%s among %s", f.Kind, k)
			}
		}
	}
	if sum != 30 || len(q.Of(FlawNoCard)) != 10 || len(q.Of(FlawLetters)) != 0 {
		t.Errorf("%d, %d", sum, len(q.Of(FlawNoCard)))
	}
	one, two := qualityOf(t, s, "P01", today), qualityOf(t, s, "P02", today)
	if one.Members+two.Members != 40 || len(one.Flaws)+len(two.Flaws) != 30 || one.Total.Official != 20 {
		t.Errorf("%d and %d members, %d and %d flaws", one.Members, two.Members, len(one.Flaws), len(two.Flaws))
	}
}

// Hải Phòng 2021 published 126,715 of 127,455 as 99,42 %.
func TestCoverageIsWhatWasPublished(t *testing.T) {
	const members, numbered = 127_455, 126_715
	all := make([]Member, members)
	for i := range all {
		all[i] = sound(i)
		if i >= numbered {
			all[i].Card = 0
		}
	}
	q := qualityOf(t, rosterStore(t, all), "", today)
	c := q.Coverage[0]
	if c.Field != FieldCard || c.Have != numbered || c.Of != members || c.Share().In(Vietnamese) != "99,42%" {
		t.Errorf("%+v %v", c, c.Share())
	}
	if n := len(q.Of(FlawNoCard)); n != members-numbered {
		t.Errorf("%d without a number", n)
	}
	if q.Members != members || q.Total.WithCard != numbered {
		t.Errorf("%d %+v", q.Members, q.Total)
	}
	for _, c := range q.Coverage[1:] {
		if of := map[bool]int{true: numbered, false: members}[c.Field == FieldIssued]; c.Of != of || c.Have != of || c.Share().N != 100_00 {
			t.Errorf("%+v", c)
		}
	}
}

func TestCoverageIsAHundredOnlyWhereNobodyLacksTheField(t *testing.T) {
	for _, c := range []struct {
		have, of int
		want     string
	}{{126_715, 127_455, "99,42%"}, {127_454, 127_455, "99,99%"}, {5, 5, "100,00%"}, {0, 5, "0,00%"}, {0, 0, "0,00%"}, {1994, 3298, "60,46%"}} {
		if got := (Coverage{Have: c.have, Of: c.of}).Share().In(Vietnamese); got != c.want {
			t.Errorf("%d of %d: %s, want %s", c.have, c.of, got, c.want)
		}
	}
}

func TestNumbersAreGroupedAsTheLanguageDoes(t *testing.T) {
	for n, want := range map[int][2]string{
		0: {"0", "0"}, 999: {"999", "999"}, 1000: {"1.000", "1,000"}, 127455: {"127.455", "127,455"}, -56: {"-56", "-56"}, -1234567: {"-1.234.567", "-1,234,567"},
	} {
		if vi, en := Vietnamese.Number(n), English.Number(n); vi != want[0] || en != want[1] {
			t.Errorf("%d: %s, %s", n, vi, en)
		}
	}
}

func TestAnUnreadableRosterIsAnError(t *testing.T) {
	s := rosterStore(t, []Member{sound(0)})
	broken := errors.New("broken")
	err := s.View(context.Background(), func(s Snapshot) error {
		_, err := QualityOf(brokenMembers{s, broken}, "", today)
		return err
	})
	if !errors.Is(err, broken) {
		t.Errorf("%v", err)
	}
}

type brokenMembers struct {
	Snapshot
	err error
}

func (s brokenMembers) Members() iter.Seq2[Member, error] {
	return func(yield func(Member, error) bool) { yield(Member{}, s.err) }
}

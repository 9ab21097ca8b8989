package stampdesk_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	. "stampdesk"
	"stampdesk/store/mem"
	"stampdesk/store/storetest"
)

func reportOf(t testing.TB, s Store, q MovementAsk) (r MovementReport) {
	t.Helper()
	storetest.View(t, s, func(s Snapshot) (err error) { r, err = ReportMovements(s, q); return err })
	return r
}

// admitting is a store with so many units, of which each admitted so many in
// 2022, and with targets.
func admitting(t testing.TB, targets Targets, admitted ...int) Store {
	t.Helper()
	s := mem.New(Identity{ID: StoreID{1}, Epoch: 1})
	var r Roster
	for i, n := range admitted {
		u := Unit{Code: UnitCode(fmt.Sprintf("P%02d", i+1))}
		r.Units = append(r.Units, u)
		for range n {
			m := sound(len(r.Members))
			m.ID, m.Unit, m.Status = MemberID(len(r.Members)+1), u.Code, Probationary
			came(&m, Date{2022, 7, 15})
			r.Members = append(r.Members, m)
		}
		old := sound(len(r.Members))
		old.ID, old.Unit = MemberID(len(r.Members)+1), u.Code
		r.Members = append(r.Members, old)
	}
	storetest.Use(t, s, r)
	storetest.Update(t, s, func(tx Tx) error { return tx.PutFile(TargetsFile, targets.Text()) })
	return s
}

// The published figures of a district in August 2022: 20 of 35 units admitted
// somebody, 52 of 151 members, printed as 34,4%.
func TestTheProgressOfPhongDienIsAsPublished(t *testing.T) {
	var targets Targets
	admitted := make([]int, 35)
	for i := range admitted {
		n := 4
		if i < 11 {
			n = 5
		}
		targets = append(targets, Target{Year: 2022, Unit: UnitCode(fmt.Sprintf("P%02d", i+1)), Admissions: n})
		if i < 20 {
			admitted[i] = 2
		}
		if i < 12 {
			admitted[i] = 3
		}
	}
	a := reportOf(t, admitting(t, targets, admitted...), MovementAsk{Since: Date{2022, 1, 1}, Today: Date{2022, 8, 26}}).Admissions
	share, ok := a.Share()
	if a.Units != 35 || a.Reached != 20 || a.Target != 151 || a.Admitted != 52 || !ok || share.In(Vietnamese) != "34,4%" {
		t.Errorf("%d/%d units, %d/%d, %s", a.Reached, a.Units, a.Admitted, a.Target, share.In(Vietnamese))
	}
}

func TestUnitsOverTheirTargetWithoutOneAndOffTheRosterAreTold(t *testing.T) {
	s := admitting(t, Targets{
		{2022, "P01", 2, 0}, {2022, "P03", 4, 0}, {2022, "P99", 3, 0}, {2021, "P02", 9, 0},
	}, 5, 2, 0, 0)
	a := reportOf(t, s, MovementAsk{Since: Date{2022, 1, 1}, Today: Date{2023, 2, 1}, Year: 2022}).Admissions
	want := Admissions{
		Year: 2022, Units: 3, Reached: 1, Target: 9, Admitted: 5, Over: 3, Untargeted: 2, Strays: []UnitCode{"P99"},
		ByUnit: []UnitAdmissions{
			{Unit{Code: "P01"}, 2, 5}, {Unit{Code: "P02"}, 0, 2}, {Unit{Code: "P03"}, 4, 0}, {Unit{Code: "P99"}, 3, 0},
		},
	}
	if fmt.Sprint(a) != fmt.Sprint(want) {
		t.Errorf("got  %+v\nwant %+v", a, want)
	}
	if share, _ := a.ByUnit[0].Share(); share.In(Vietnamese) != "250,0%" {
		t.Errorf("over the target: %s", share.In(Vietnamese))
	}
	if _, ok := a.ByUnit[1].Share(); ok {
		t.Error("a share of no target")
	}
	one := reportOf(t, s, MovementAsk{Unit: "P03", Since: Date{2022, 1, 1}, Today: Date{2023, 2, 1}, Year: 2022}).Admissions
	if one.Units != 1 || one.Target != 4 || one.Admitted != 0 || one.Strays != nil {
		t.Errorf("of one unit: %+v", one)
	}
}

func TestCoverageOfTheDatabaseIsAsPublished(t *testing.T) {
	for _, c := range []struct {
		roster, known int
		want          string
	}{
		{126_715, 127_455, "99,42%"}, {1_994, 3_298, "60,46%"}, {53_300, 54_954, "96,99%"},
		{127_454, 127_455, "99,99%"}, {999_999, 1_000_000, "99,99%"}, {127_455, 127_455, "100,00%"}, {0, 5, "0,00%"},
	} {
		if p, ok := (Covers{c.roster, c.known}).Share(); !ok || p.In(Vietnamese) != c.want {
			t.Errorf("%d of %d: %s, want %s", c.roster, c.known, p.In(Vietnamese), c.want)
		}
	}
	for _, c := range []Covers{{5, 0}, {6, 5}} {
		if _, ok := c.Share(); ok {
			t.Errorf("a share of %+v", c)
		}
	}
}

func TestTheShareOfATargetIsRounded(t *testing.T) {
	for _, c := range []struct {
		admitted, target int
		want             string
	}{{2, 3, "66,7%"}, {1, 3, "33,3%"}, {1, 16, "6,3%"}, {0, 4, "0,0%"}, {4, 4, "100,0%"}} {
		u := UnitAdmissions{Admitted: c.admitted, Target: c.target}
		if share, ok := u.Share(); !ok || share.In(Vietnamese) != c.want {
			t.Errorf("%d of %d: %s, want %s", c.admitted, c.target, share.In(Vietnamese), c.want)
		}
	}
}

func TestTheNumberThatTheDatabaseKnowsIsTheLastThatWasSet(t *testing.T) {
	targets := Targets{{2020, "", 0, 100}, {2021, "", 0, 120}, {2022, "P01", 3, 7}, {2023, "", 0, 140}}
	s := admitting(t, targets, 1, 1)
	for _, c := range []struct {
		q    MovementAsk
		want Covers
	}{
		{MovementAsk{Today: Date{2022, 9, 1}}, Covers{4, 120}},
		{MovementAsk{Today: Date{2024, 9, 1}}, Covers{4, 140}},
		{MovementAsk{Today: Date{2022, 9, 1}, Unit: "P01"}, Covers{2, 7}},
		{MovementAsk{Today: Date{2022, 9, 1}, Unit: "P02"}, Covers{2, 0}},
	} {
		c.q.Since = Date{2022, 1, 1}
		if got := reportOf(t, s, c.q).Covers; got != c.want {
			t.Errorf("%+v: %+v, want %+v", c.q, got, c.want)
		}
	}
}

func TestATableOfTargetsIsReadHoweverItIsWritten(t *testing.T) {
	want := Targets{{2022, "", 0, 127_455}, {2022, "P01", 5, 0}, {2022, "P02", 12, 310}}
	for name, c := range map[string]struct {
		text string
		year int
	}{
		"as it is kept":           {string(want.Text()), 0},
		"from a spreadsheet":      {"\ufeffMã đơn vị;Tên;chỉ  tiêu;Năm;Đảng viên theo CSDL\r\nP02;B;12;2022;310\r\nP01;A;5;2022;\r\n;;;2022;127.455\r\n", 0},
		"with a title, of a year": {"CHỈ TIÊU KẾT NẠP\t\t\nMa don vi\tChi tieu\tDang vien theo CSDL\nP01\t5\t\nP02\t12\t310\nP03\t\t\n\t\t127455\n", 2022},
		"the year says it over":   {"Năm,Mã đơn vị,Chỉ tiêu,Đảng viên theo CSDL\n2019,P01,5,\n2019,P02,12,310\n2019,,,\"127,455\"\n", 2022},
		"as a spreadsheet gives numbers, with a row of sums": {
			"Năm,Mã đơn vị,Tên,Chỉ tiêu,Đảng viên theo CSDL\n2022,P01,A,5.0,\n2022,P02,B,\"12,00\",310\n,,Tổng cộng:,17,\n2022,Cộng,,17,127.455\n", 0,
		},
	} {
		got, err := ParseTargets([]byte(c.text), c.year)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
	if string(want.Text()) != "Năm,Mã đơn vị,Chỉ tiêu,Đảng viên theo CSDL\n2022,,,127455\n2022,P01,5,\n2022,P02,12,310\n" {
		t.Errorf("%s", want.Text())
	}
}

func TestEveryFaultOfATableOfTargetsIsTold(t *testing.T) {
	const head = "Năm,Mã đơn vị,Chỉ tiêu,Đảng viên theo CSDL\n"
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"nothing", "", []string{"row of headings"}},
		{"another table", "a,b\n1,2\n", []string{"row of headings"}},
		{"no year anywhere", "Mã đơn vị,Chỉ tiêu\nP01,3\n", []string{`row 1, Năm "": no-year`}},
		{"no number, twice", head + "2022,P01,năm,\n2022,P02,-3,\n", []string{`row 2, Chỉ tiêu "năm": no-number`, `row 3, Chỉ tiêu "-3": no-number`}},
		{"half a member", head + "2022,P01,\"1,5\",\n", []string{`"1,5": no-number`}},
		{"no such year", head + "22,P01,3,\n", []string{`row 2, Năm "22": no-year`}},
		{"a target of the board", head + "2022,,151,\n", []string{`row 2, Chỉ tiêu "151": no-unit`}},
		{"a unit twice", head + "2022,P01,3,\n2023,P01,3,\n2022,P01,4,\n", []string{`row 4, Mã đơn vị "P01": twice`}},
		{"an open quote", head + "2022,\"P01,3,\n", []string{"quote"}},
	} {
		_, err := ParseTargets([]byte(c.text), 0)
		for _, want := range c.want {
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("%s: %v, want %s", c.name, err, want)
			}
		}
	}
	if _, err := ParseTargets([]byte("a,b\n"), 0); !errors.Is(err, ErrNoTargets) {
		t.Errorf("%v", err)
	}
}

func TestTargetsOfAYearTakeThePlaceOfThoseItHad(t *testing.T) {
	had := Targets{{2021, "P01", 3, 0}, {2022, "P01", 4, 0}, {2022, "P02", 5, 0}}
	if got, want := had.With(Targets{{2022, "P03", 1, 0}}), (Targets{{2021, "P01", 3, 0}, {2022, "P03", 1, 0}}); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	noughts, err := ParseTargets([]byte("Năm,Mã đơn vị,Chỉ tiêu\n2022,P01,0\n2022,P02,0\n"), 0)
	if got, want := had.With(noughts), had[:1]; err != nil || !slices.Equal(got, want) {
		t.Errorf("a year of noughts: %v, want %v, %v", got, want, err)
	}
	if got, want := had.With(nil, 2021), had[1:]; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func FuzzTargetsThatAreReadAreWrittenAsTheyWere(f *testing.F) {
	f.Add([]byte("Năm,Mã đơn vị,Chỉ tiêu\n2022,P01,5\n"), 0)
	f.Add([]byte("Mã đơn vị;Chỉ tiêu\nP01;1.005\n"), 2022)
	f.Fuzz(func(t *testing.T, text []byte, year int) {
		got, err := ParseTargets(text, year)
		if err != nil || year != 0 && (year < 1900 || year > 2200) {
			return
		}
		again, err := ParseTargets(got.Text(), 0)
		if err != nil || !slices.Equal(again, got) {
			t.Errorf("%v, then %v, %v", got, again, err)
		}
	})
}

package stampdesk

import (
	"slices"
	"testing"
)

func TestDatesThatCannotBeRightAreNamedWithWhatTheyContradict(t *testing.T) {
	today := Date{2021, 4, 20}
	right := Member{
		Card: 31000001, Unit: "P01", Status: Official, Birth: Date{1970, 3, 2}, Admitted: Date{1995, 5, 19}, Official: Date{1996, 5, 19}, Issued: Date{2005, 9, 2},
	}
	year := func(y int16) Date { return Date{Year: y} }
	for _, c := range []struct {
		name   string
		change func(*Member)
		want   []DateFlaw
	}{
		{"all is right", func(*Member) {}, nil},
		{"nothing is written", func(m *Member) { *m = Member{Unit: "P01", Status: Official} }, nil},
		{"a date is today", func(m *Member) { m.Issued = today }, nil},
		{"a card from tomorrow", func(m *Member) { m.Issued = Date{2021, 4, 21} }, []DateFlaw{{DateInFuture, FieldIssued, Date{2021, 4, 21}, "", today}}},
		{"a year that is not over", func(m *Member) { m.Issued = year(2021) }, nil},
		{"a year that has not begun", func(m *Member) { m.Issued = year(2022) }, []DateFlaw{{DateInFuture, FieldIssued, year(2022), "", today}}},
		{"recognised before admitted", func(m *Member) { m.Official = Date{1995, 5, 18} },
			[]DateFlaw{{DateBefore, FieldOfficial, Date{1995, 5, 18}, FieldAdmitted, Date{1995, 5, 19}}}},
		{"recognised on the day", func(m *Member) { m.Official = Date{1995, 5, 19} }, nil},
		{"recognised in the year of the admission", func(m *Member) { m.Official = year(1995) }, nil},
		{"recognised in the year before", func(m *Member) { m.Official = year(1994) },
			[]DateFlaw{{DateBefore, FieldOfficial, year(1994), FieldAdmitted, Date{1995, 5, 19}}}},
		{"admitted in a bare year", func(m *Member) { m.Admitted, m.Official = year(1996), Date{1996, 1, 1} }, nil},
		{"a card before the admission", func(m *Member) { m.Issued = Date{1990, 9, 2} },
			[]DateFlaw{{DateCardBefore, FieldIssued, Date{1990, 9, 2}, FieldAdmitted, Date{1995, 5, 19}}}},
		{"admitted on the eighteenth birthday", func(m *Member) { m.Birth = Date{1977, 5, 19} }, nil},
		{"a day too early", func(m *Member) { m.Birth = Date{1977, 5, 20} },
			[]DateFlaw{{DateTooYoung, FieldAdmitted, Date{1995, 5, 19}, FieldBirth, Date{1977, 5, 20}}}},
		{"in the year of the eighteenth birthday", func(m *Member) { m.Birth = year(1977) }, nil},
		{"in the year of the seventeenth", func(m *Member) { m.Birth = year(1978) },
			[]DateFlaw{{DateTooYoung, FieldAdmitted, Date{1995, 5, 19}, FieldBirth, year(1978)}}},
		{"a hundred and fifteen today", func(m *Member) { m.Birth = Date{1906, 4, 20} }, nil},
		{"a hundred and fifteen yesterday", func(m *Member) { m.Birth = Date{1906, 4, 19} },
			[]DateFlaw{{DateTooOld, FieldBirth, Date{1906, 4, 19}, "", today}}},
		{"the dead may be older", func(m *Member) { m.Birth, m.Status, m.Died = Date{1890, 4, 19}, Deceased, Date{2000, 1, 1} }, nil},
		{"died before the admission", func(m *Member) { m.Died = Date{1995, 5, 18} },
			[]DateFlaw{{DateAfterLeaving, FieldDied, Date{1995, 5, 18}, FieldAdmitted, Date{1995, 5, 19}}}},
		{"left before it", func(m *Member) { m.Left = year(1994) },
			[]DateFlaw{{DateAfterLeaving, FieldLeft, year(1994), FieldAdmitted, Date{1995, 5, 19}}}},
		{"went before it", func(m *Member) { m.MovedOut = Date{1990, 1, 1} },
			[]DateFlaw{{DateAfterLeaving, FieldMovedOut, Date{1990, 1, 1}, FieldAdmitted, Date{1995, 5, 19}}}},
		{"came before it, as a child of the place", func(m *Member) { m.MovedIn = Date{1990, 1, 1} }, nil},
		{"dies next week", func(m *Member) { m.Died = Date{2021, 4, 27} }, []DateFlaw{{DateInFuture, FieldDied, Date{2021, 4, 27}, "", today}}},
		{"comes and goes in the future", func(m *Member) { m.MovedIn, m.MovedOut = Date{2022, 1, 1}, Date{2023, 1, 1} },
			[]DateFlaw{{DateInFuture, FieldMovedOut, Date{2023, 1, 1}, "", today}, {DateInFuture, FieldMovedIn, Date{2022, 1, 1}, "", today}}},
		{"born on the 29th of February", func(m *Member) { m.Birth, m.Admitted = Date{1976, 2, 29}, Date{1994, 3, 1} }, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := right
			c.change(&m)
			if got := m.DateFlaws(today); !slices.Equal(got, c.want) {
				t.Errorf("%+v, want %+v", got, c.want)
			}
			for _, f := range m.DateFlaws(Date{}) {
				if f.Kind == DateInFuture || f.Kind == DateTooOld {
					t.Errorf("without a calendar: %+v", f)
				}
			}
		})
	}
}

func TestOnlyWhatMakesARowUnfitIsAnError(t *testing.T) {
	for fault, want := range map[DateFault]bool{
		DateInFuture: true, DateBefore: true, DateCardBefore: false, DateTooYoung: false, DateTooOld: false, DateAfterLeaving: false,
	} {
		if fault.IsError() != want {
			t.Errorf("%s: %v", fault, !want)
		}
	}
}

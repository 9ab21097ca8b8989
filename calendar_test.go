package stampdesk_test

import (
	"slices"
	"testing"

	. "stampdesk"
)

func TestDeadlinesComeInTheOrderOfTimeWithTheDaysThatAreLeft(t *testing.T) {
	r := Round{
		To: Date{2021, 5, 15}, InvalidFrom: Date{2021, 5, 16}, ReportBy: Date{2021, 5, 10}, UnitsBy: Date{2020, 5, 10},
	}
	got := r.Deadlines(Date{2021, 5, 10})
	want := []Deadline{
		{UnitsDue, r.UnitsBy, -365}, {ReportIsDue, r.ReportBy, 0}, {WindowEnds, r.To, 5}, {CardsLapse, r.InvalidFrom, 6},
	}
	if !slices.Equal(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	for _, r := range []Round{{}, {To: Date{Year: 2021}}} {
		if got := r.Deadlines(Date{2021, 5, 10}); got != nil {
			t.Errorf("of days that are not set: %+v", got)
		}
	}
}

func TestADeadlineIsNearFromThreeDaysBefore(t *testing.T) {
	for _, c := range []struct {
		left       int
		near, past bool
	}{{4, false, false}, {3, true, false}, {0, true, false}, {-1, false, true}} {
		if d := (Deadline{Left: c.left}); d.IsNear() != c.near || d.IsPast() != c.past {
			t.Errorf("%d days before: near %v, past %v", c.left, d.IsNear(), d.IsPast())
		}
	}
}

func TestWhoIsOnDutyIsOfThatDeskAndDay(t *testing.T) {
	day, other := Date{2021, 4, 20}, Date{2021, 4, 21}
	s := Setup{Duties: []Duty{
		{day, "B1", []PersonID{"OP1"}}, {day, "B2", []PersonID{"OP2"}}, {other, "B1", []PersonID{"OP3"}}, {day, "B1", []PersonID{"OP4", "OP5"}},
	}}
	if got := s.OnDuty("B1", day); !slices.Equal(got, []PersonID{"OP1", "OP4", "OP5"}) {
		t.Errorf("%v", got)
	}
	if got := s.OnDuty("B3", day); got != nil {
		t.Errorf("of a desk without a plan: %v", got)
	}
	if n := len(s.DutiesOn(day)); n != 3 {
		t.Errorf("%d duties", n)
	}
}

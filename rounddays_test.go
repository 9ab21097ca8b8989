package stampdesk

import (
	"slices"
	"testing"
)

func TestADayThatIsLeftFromAnotherYearDoesNotFitTheRound(t *testing.T) {
	fits := Round{
		Ordinal: 4, Box: 4, CardBoxes: 4, From: Date{2021, 4, 15}, To: Date{2021, 5, 15}, InvalidFrom: Date{2021, 5, 16},
		ListDate: Date{2021, 4, 15}, StatDate: Date{2021, 4, 1}, UnitsBy: Date{2021, 5, 10}, ReportBy: Date{2021, 5, 19},
	}
	for name, row := range map[string]struct {
		change func(*Round)
		want   []string
	}{
		"as it was":               {func(*Round) {}, nil},
		"nothing but a window":    {func(r *Round) { *r = Round{From: r.From, To: r.To} }, nil},
		"lapsing on the last day": {func(r *Round) { r.InvalidFrom = r.To }, []string{"invalid_from"}},
		"only the window is new": {func(r *Round) { r.From, r.To = Date{2026, 4, 15}, Date{2026, 5, 15} },
			[]string{"invalid_from", "list_date", "stat_date", "units_by", "report_by"}},
		"due before it begins":     {func(r *Round) { r.UnitsBy, r.ReportBy = Date{2021, 4, 14}, Date{2021, 4, 14} }, []string{"units_by", "report_by"}},
		"due on the first day":     {func(r *Round) { r.UnitsBy, r.ReportBy = r.From, r.From }, nil},
		"lists after the last day": {func(r *Round) { r.ListDate, r.StatDate = Date{2021, 5, 16}, Date{2021, 5, 15} }, []string{"list_date"}},
		"lists of a year before":   {func(r *Round) { r.ListDate, r.StatDate = Date{2020, 4, 15}, Date{2020, 4, 14} }, []string{"stat_date"}},
	} {
		r := fits
		row.change(&r)
		var got []string
		for _, d := range r.WrongDays() {
			got = append(got, d.Key)
		}
		if !slices.Equal(got, row.want) {
			t.Errorf("%s: %v, want %v", name, got, row.want)
		}
	}
}

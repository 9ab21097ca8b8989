package stampdesk

import (
	"errors"
	"fmt"
)

// WrongDay is a day of a round that cannot be right beside its window, by its
// key in a round file. Such a day is mostly left from another year.
type WrongDay struct {
	Key string // invalid_from, units_by, report_by, list_date or stat_date
	Day Date
}

// WrongDays are the days of the round that do not fit its window, in the order
// of a round file. Days that are not set, or only in part, fit.
func (r Round) WrongDays() []WrongDay {
	var all []WrongDay
	check := func(key string, day Date, fits bool) {
		if day.Day != 0 && !fits {
			all = append(all, WrongDay{key, day})
		}
	}
	yearBefore := r.From
	yearBefore.Year--
	listed := func(day Date) bool { return !day.After(r.To) && !yearBefore.After(day) }
	check("invalid_from", r.InvalidFrom, r.InvalidFrom.After(r.To))
	check("list_date", r.ListDate, listed(r.ListDate))
	check("stat_date", r.StatDate, listed(r.StatDate))
	check("units_by", r.UnitsBy, !r.From.After(r.UnitsBy))
	check("report_by", r.ReportBy, !r.From.After(r.ReportBy))
	return all
}

// fits is an error that names the wrong days.
func (r Round) fits() error {
	var errs []error
	for _, d := range r.WrongDays() {
		errs = append(errs, fmt.Errorf("%s %s beside %s–%s", d.Key, d.Day, r.From, r.To))
	}
	return errors.Join(errs...)
}

// days are all days of the round: who leaves them as they are answers for none
// of them.
func (r Round) days() [7]Date {
	return [...]Date{r.From, r.To, r.InvalidFrom, r.ListDate, r.StatDate, r.UnitsBy, r.ReportBy}
}

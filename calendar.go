package stampdesk

import (
	"cmp"
	"slices"
	"time"
)

// DeadlineKind names a day of a round that somebody must keep, by its key in a
// round file.
type DeadlineKind string

// The deadlines of a round, in the order in which they usually come.
const (
	UnitsDue    DeadlineKind = "units_by"
	WindowEnds  DeadlineKind = "to"
	CardsLapse  DeadlineKind = "invalid_from"
	ReportIsDue DeadlineKind = "report_by"
)

// Deadline is a day of a round, seen from another.
type Deadline struct {
	What DeadlineKind
	Day  Date
	Left int // days until it; below zero: it is past
}

// nearDays is how many days before a deadline people are warned of it.
const nearDays = 3

// IsNear reports that people should be warned of the deadline.
func (d Deadline) IsNear() bool { return d.Left >= 0 && d.Left <= nearDays }

// IsPast reports that the day is over.
func (d Deadline) IsPast() bool { return d.Left < 0 }

// Deadlines are the days of the round that are set, in the order of time.
func (r Round) Deadlines(today Date) []Deadline {
	var all []Deadline
	for _, d := range [...]Deadline{{What: UnitsDue, Day: r.UnitsBy}, {What: WindowEnds, Day: r.To}, {What: CardsLapse, Day: r.InvalidFrom}, {What: ReportIsDue, Day: r.ReportBy}} {
		if d.Day.Day != 0 {
			d.Left = d.Day.DaysAfter(today)
			all = append(all, d)
		}
	}
	slices.SortStableFunc(all, func(a, b Deadline) int { return cmp.Compare(a.Left, b.Left) })
	return all
}

// DaysAfter is the number of days from another whole date to this one.
func (d Date) DaysAfter(from Date) int {
	at := func(d Date) time.Time {
		return time.Date(int(d.Year), time.Month(d.Month), int(d.Day), 0, 0, 0, 0, time.UTC)
	}
	return int(at(d).Sub(at(from)) / (24 * time.Hour))
}

// DutiesOn are the duties of one day, of all desks.
func (s Setup) DutiesOn(day Date) []Duty {
	var all []Duty
	for _, d := range s.Duties {
		if d.Day == day {
			all = append(all, d)
		}
	}
	return all
}

// OnDuty are the people who are planned for a desk on one day; none where
// nobody planned it.
func (s Setup) OnDuty(desk DeskID, day Date) []PersonID {
	var all []PersonID
	for _, d := range s.DutiesOn(day) {
		if d.Desk == desk {
			all = append(all, d.People...)
		}
	}
	return all
}

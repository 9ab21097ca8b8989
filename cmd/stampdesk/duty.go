package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"stampdesk"
)

// dutiesOn are the duties of one day.
func dutiesOn(all []stampdesk.Duty, day stampdesk.Date) []stampdesk.Duty {
	var today []stampdesk.Duty
	for _, d := range all {
		if d.Day == day {
			today = append(today, d)
		}
	}
	return today
}

// tellDuty warns who acts that the plan has others work at this desk today. It
// blocks nothing: people stand in for each other.
func (a *app) tellDuty(ctx context.Context, d *stampdesk.Desk, who stampdesk.PersonID) error {
	setup, err := a.setup(ctx, d.Store)
	if err != nil {
		return err
	}
	var others []string
	for _, duty := range dutiesOn(setup.Duties, stampdesk.DateOf(a.now().Local())) {
		if duty.Desk != d.ID {
			continue
		}
		if slices.Contains(duty.People, who) {
			return nil
		}
		for _, p := range duty.People {
			others = append(others, string(p))
		}
	}
	if others != nil {
		fmt.Fprintf(a.err, a.t.OthersOnDuty, a.t.Warning, d.ID, strings.Join(others, ", "), who)
	}
	return nil
}

// deadline is a day of the round that somebody must keep.
type deadline struct {
	what string // its key in the round file
	day  stampdesk.Date
	left int // days from today; below zero: it is past
}

// nearDays is how many days before a deadline people are warned.
const nearDays = 3

func (d deadline) warning() string {
	switch {
	case d.left < 0:
		return "past"
	case d.left <= nearDays:
		return "near"
	}
	return ""
}

// deadlines are the days of the round that are set, in the order in which they
// usually come.
func deadlines(r stampdesk.Round, today stampdesk.Date) []deadline {
	var all []deadline
	for _, d := range []deadline{
		{what: "units_by", day: r.UnitsBy}, {what: "to", day: r.To}, {what: "invalid_from", day: r.InvalidFrom}, {what: "report_by", day: r.ReportBy},
	} {
		if d.day.Day != 0 {
			d.left = daysBetween(today, d.day)
			all = append(all, d)
		}
	}
	return all
}

func daysBetween(from, to stampdesk.Date) int {
	day := func(d stampdesk.Date) time.Time {
		return time.Date(int(d.Year), time.Month(d.Month), int(d.Day), 0, 0, 0, 0, time.UTC)
	}
	return int(day(to).Sub(day(from)) / (24 * time.Hour))
}

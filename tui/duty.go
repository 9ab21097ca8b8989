package tui

import (
	"strings"
	"time"

	"stampdesk"
)

// offDuty says who is planned for this desk today, where whoever is signed in
// is not among them; "" where they are, or there is no plan.
func (s *shell) offDuty() string {
	if s.person == nil {
		return ""
	}
	var planned []string
	for _, d := range s.board.setup.Duties {
		if d.Desk != s.opt.Desk || d.Day != stampdesk.DateOf(s.now) {
			continue
		}
		for _, p := range d.People {
			if p == s.person.ID {
				return ""
			}
			planned = append(planned, string(p))
		}
	}
	if len(planned) == 0 {
		return ""
	}
	return fill(s.words.OffDuty, string(s.opt.Desk), strings.Join(planned, ", "))
}

// soon is how many days before a deadline the screen speaks of it.
const soon = 3

// deadlines are the days of the round that are near or past.
func (s *shell) deadlines() string {
	r := &s.board.setup.Round
	var all []string
	for _, d := range []struct {
		name string
		day  stampdesk.Date
	}{{s.words.UnitsBy, r.UnitsBy}, {s.words.ReportBy, r.ReportBy}, {s.words.RoundEnds, r.To}} {
		if d.day.Day == 0 {
			continue
		}
		left := daysTo(d.day, stampdesk.DateOf(s.now))
		switch {
		case left < 0:
			all = append(all, fill(s.words.DayPast, d.name, d.day.String()))
		case left == 0:
			all = append(all, fill(s.words.DayToday, d.name, d.day.String()))
		case left <= soon:
			all = append(all, fill(s.words.DaysLeft, d.name, d.day.String(), s.count(left)))
		}
	}
	return s.join(all...)
}

func daysTo(day, from stampdesk.Date) int {
	at := func(d stampdesk.Date) time.Time {
		return time.Date(int(d.Year), time.Month(d.Month), int(d.Day), 0, 0, 0, 0, time.UTC)
	}
	return int(at(day).Sub(at(from)) / (24 * time.Hour))
}

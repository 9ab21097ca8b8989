package tui

import (
	"slices"
	"strings"

	"stampdesk"
)

// offDuty says who is planned for this desk today, where whoever is signed in
// is not among them; "" where they are, or there is no plan.
func (s *shell) offDuty() string {
	planned := s.board.setup.OnDuty(s.opt.Desk, stampdesk.DateOf(s.now))
	if s.person == nil || len(planned) == 0 || slices.Contains(planned, s.person.ID) {
		return ""
	}
	names := make([]string, len(planned))
	for i, p := range planned {
		names[i] = string(p)
	}
	return fill(s.words.OffDuty, string(s.opt.Desk), strings.Join(names, ", "))
}

// news is how many days after a deadline it is still worth a line.
const news = 14

// deadlines are the days of the round that are near, or past and still news; none once it is
// closed.
func (s *shell) deadlines() string {
	if s.board.closed {
		return ""
	}
	names := map[stampdesk.DeadlineKind]string{
		stampdesk.UnitsDue: s.words.UnitsBy, stampdesk.ReportIsDue: s.words.ReportBy, stampdesk.WindowEnds: s.words.RoundEnds, stampdesk.CardsLapse: s.words.CardsLapse,
	}
	var all []string
	for _, d := range s.board.setup.Round.Deadlines(stampdesk.DateOf(s.now)) {
		switch name, day := names[d.What], d.Day.String(); {
		case d.IsPast() && d.Left < -news: // everybody knows by now
		case d.IsPast():
			all = append(all, fill(s.words.DayPast, name, day))
		case d.Left == 0:
			all = append(all, fill(s.words.DayToday, name, day))
		case d.IsNear():
			all = append(all, fill(s.words.DaysLeft, name, day, s.count(d.Left)))
		}
	}
	return s.join(all...)
}

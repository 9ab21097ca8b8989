package stampdesk

import (
	"maps"
	"time"
)

// PerDay counts the cards that were stamped on each day of a round, by the
// journals of all desks. The zero value but for the fields has read nothing.
type PerDay struct {
	Round uint8
	Zone  *time.Location // in which a day begins; nil is UTC

	days map[Date]int
	read map[DeskID]uint64 // the last entry taken in
}

// Read takes in what was written since it was called last. On an error nothing
// was taken in.
func (p *PerDay) Read(s Snapshot) error {
	next := PerDay{Round: p.Round, Zone: p.Zone, days: maps.Clone(p.days), read: maps.Clone(p.read)}
	if next.days == nil {
		next.days, next.read = map[Date]int{}, map[DeskID]uint64{}
	}
	for h, err := range s.Heads() {
		if err != nil {
			return err
		}
		if h.Seq < next.read[h.Desk] { // another history: a backup was restored
			*p = PerDay{Round: p.Round, Zone: p.Zone}
			return p.Read(s)
		}
		if h.Seq == next.read[h.Desk] {
			continue
		}
		for e, err := range s.Entries(h.Desk, next.read[h.Desk]) {
			if err == nil {
				err = next.take(s, &e.Entry)
			}
			if err != nil {
				return err
			}
		}
		next.read[h.Desk] = h.Seq
	}
	*p = next
	return nil
}

// take counts an entry. A stamp that was taken back is taken from its own day.
func (p *PerDay) take(l LedgerReader, e *Entry) error {
	n := 1
	switch {
	case e.Round != p.Round:
		return nil
	case e.Act == ActVoided:
		of, err := l.Entry(e.Ref)
		if err != nil {
			return err
		}
		e, n = of, -1
	}
	if e.Act != ActStamped {
		return nil
	}
	zone := p.Zone
	if zone == nil {
		zone = time.UTC
	}
	day := DateOf(e.At.In(zone))
	if p.days[day] += n; p.days[day] == 0 {
		delete(p.days, day)
	}
	return nil
}

// On is how many cards were stamped on a day.
func (p *PerDay) On(day Date) int { return p.days[day] }

// Total is how many cards were stamped.
func (p *PerDay) Total() (all int) {
	for _, n := range p.days {
		all += n
	}
	return all
}

// Span is the first and the last day on which a card was stamped; zero: none was.
func (p *PerDay) Span() (first, last Date) {
	for d := range p.days {
		if first.IsZero() || first.After(d) {
			first = d
		}
		if d.After(last) {
			last = d
		}
	}
	return first, last
}

// Lately is the mean of the last working days before today, at most most of
// them, and how many they are: days on which something was stamped. Today is
// not over, so it counts only where there is no other.
func (p *PerDay) Lately(today Date, most int) (mean, days int) {
	first, last := p.Span()
	if !today.After(last) {
		last = today.AddDays(-1)
	}
	sum := 0
	for d := last; !first.IsZero() && !first.After(d) && days < most; d = d.AddDays(-1) {
		if n := p.days[d]; n > 0 {
			sum, days = sum+n, days+1
		}
	}
	if days == 0 && p.days[today] > 0 {
		return p.days[today], 1
	}
	return (sum + days/2) / max(days, 1), days
}

// AddDays is the day so many days later, of a whole date.
func (d Date) AddDays(n int) Date {
	return DateOf(time.Date(int(d.Year), time.Month(d.Month), int(d.Day)+n, 0, 0, 0, 0, time.UTC))
}

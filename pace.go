package stampdesk

// Pace is how fast a round goes against the days that its window leaves.
type Pace struct {
	Until  int // days until the window begins; 0: it has
	Left   int // days of the window that are left, today among them; 0: it is over
	Past   int // days since it ended
	Needed int // cards a day to be through in time; 0: nothing is left, or no day
	Now    int // cards a day on the last working days
	Over   int // on how many of them
}

// paceDays is how many working days say how fast the desk is: a week of them.
const paceDays = 5

// PaceOf holds what still remains against the window.
func PaceOf(r Round, p *PerDay, remaining int, today Date) Pace {
	pace := Pace{Until: max(r.From.DaysAfter(today), 0), Past: max(today.DaysAfter(r.To), 0)}
	from := today
	if pace.Until > 0 {
		from = r.From
	}
	pace.Left = max(r.To.DaysAfter(from)+1, 0)
	if pace.Left > 0 && remaining > 0 {
		pace.Needed = (remaining + pace.Left - 1) / pace.Left
	}
	pace.Now, pace.Over = p.Lately(today, paceDays)
	return pace
}

// InTime reports that the desk is fast enough.
func (p Pace) InTime() bool { return p.Now >= p.Needed }

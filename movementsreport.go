package stampdesk

// MovementReport is what a board reports of its members' movements.
type MovementReport struct {
	Board  Board
	Round  Round
	Unit   Unit // zero: the whole board
	AsOf   Date // the day of the report
	Covers Covers

	Movements  Movements
	Admissions Admissions
}

// MovementAsk says what of the movements is asked for; what is zero is chosen:
// the statistics date of the round, the year of the report's day.
type MovementAsk struct {
	Unit  UnitCode
	Since Date
	Year  int // of the targets
	Today Date
}

// ReportMovements counts members' movements from a day up to today, both in the
// period, the admissions of a year against their targets, and how many of the
// members whom the database knows are on the roster: in one walk of it.
func ReportMovements(s Snapshot, q MovementAsk) (MovementReport, error) {
	setup, err := s.Setup()
	if err != nil {
		return MovementReport{}, err
	}
	targets, err := TargetsIn(s)
	if err != nil {
		return MovementReport{}, err
	}
	r := MovementReport{Board: setup.Board, Round: setup.Round, AsOf: q.Today}
	if q.Unit != "" {
		u, err := s.Unit(q.Unit)
		if err != nil {
			return MovementReport{}, err
		}
		if u != nil {
			r.Unit = u.Unit
		}
	}
	if q.Since.IsZero() {
		q.Since = setup.Round.StatDate
	}
	if q.Year == 0 {
		q.Year = int(q.Today.Year)
	}
	both, err := movementsIn(s, q.Unit, Period{q.Since, q.Today}, Year(q.Year))
	if err != nil {
		return MovementReport{}, err
	}
	r.Movements, r.Admissions = both[0], admissionsOf(&both[1], targets, q.Unit)
	r.Covers = Covers{Roster: r.Movements.Total.Now, Known: targets.Known(q.Unit, q.Year)}
	return r, nil
}

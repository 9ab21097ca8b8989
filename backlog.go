package stampdesk

// Backlog is how much of a round waits for somebody.
type Backlog struct {
	Held     int // in the held tray, see HeldCards
	Renewals int // to be exchanged or reissued by this board, without a new card yet, see Renewals
	Chased   int // not collected, see Chase
	Changes  int // that no supervisor has reviewed, see Changes
}

// BacklogOf counts in one walk over the cards of a round, and of those before it
// for the tray.
func BacklogOf(s Snapshot, round uint8) (Backlog, error) {
	var b Backlog
	for before := range round { // what was left in the tray
		for m, err := range s.Marks(before) {
			if err != nil {
				return Backlog{}, err
			}
			if held, _ := m.Mark.InTray(); held.Act != 0 {
				b.Held++
			}
		}
	}
	for m, err := range s.Marks(round) {
		if err != nil {
			return Backlog{}, err
		}
		if held, _ := m.Mark.InTray(); held.Act != 0 {
			b.Held++
		}
		if _, _, ok := m.Mark.renewal(); ok && m.Mark.Class != Guest && m.Mark.Next.Card == 0 {
			b.Renewals++
		}
		for _, c := range m.Mark.Cells(round) {
			if place, _ := PlaceOf(c.Act, c.reason()); place == InUncollected {
				b.Chased++
			}
		}
		c, changed, err := changeOf(s, m)
		if err != nil {
			return Backlog{}, err
		}
		if changed && !c.Seen {
			b.Changes++
		}
	}
	return b, nil
}

package stampdesk

// way is how one member came, went, came back and left, in the order of time:
// what a line of the roster has room for.
type way struct {
	moves [4]move
	n     int
}

// move is one coming or going.
type move struct {
	day  Date
	come bool
	kind Status // how somebody left; of who came TransferredOut is a transfer in, Official an admission
	by   Date   // of a coming: they were there before this day, whatever day is; zero: nobody knows
}

func (w *way) put(m move) {
	w.moves[w.n] = m
	w.n++
}

// isIn reports whether the member first came by a transfer.
func (w *way) isIn() bool { return w.n > 0 && w.moves[0].come && w.moves[0].kind == TransferredOut }

// way reads the line of a member. Who has a date of transfer in came that day,
// and was admitted elsewhere, unless they had been transferred out before: then
// they came back. Who still counts, and has a day of leaving, left that day.
func (m *Member) way() way {
	var w way
	back := !m.MovedOut.IsZero() && m.cameBack() && (m.Status != TransferredOut || m.MovedIn.surelyAfter(m.MovedOut))
	switch {
	case m.MovedIn.IsZero() || back:
		w.put(m.admission())
	default:
		w.put(move{day: m.MovedIn, come: true, kind: TransferredOut})
	}
	if back {
		w.put(move{day: m.MovedOut, kind: TransferredOut})
		w.put(move{day: m.MovedIn, come: true, kind: TransferredOut})
	}
	if leaves, ok := m.departure(back); ok {
		w.put(leaves)
	}
	return w
}

// admission is the day a member came by admission. Who was recognised or given
// a card was a member before.
func (m *Member) admission() move {
	by := m.Official
	if by.IsZero() || !m.Issued.IsZero() && by.surelyAfter(m.Issued) {
		by = m.Issued
	}
	return move{day: m.Admitted, come: true, kind: Official, by: by}
}

// departure is how the member left, as far as the roster says so; the day may
// be missing.
func (m *Member) departure(back bool) (move, bool) {
	switch m.Status {
	case TransferredOut:
		if back { // the day of an earlier one
			return move{kind: TransferredOut}, true
		}
		return move{day: m.MovedOut, kind: TransferredOut}, true
	case Deceased:
		return move{day: m.Died, kind: Deceased}, true
	case Expelled, StruckOff, Resigned:
		return move{day: m.Left, kind: m.Status}, true
	}
	switch { // counted, and not cut off
	case !m.Died.IsZero():
		return move{day: m.Died, kind: Deceased}, true
	case !m.Left.IsZero():
		kind, err := ParseStatus(m.LeftBy)
		if err != nil || m.LeftBy == "" {
			kind = 0
		}
		return move{day: m.Left, kind: kind}, true
	case !m.MovedOut.IsZero() && !back:
		return move{day: m.MovedOut, kind: TransferredOut}, true
	}
	return move{}, false
}

// atOrigin is the way of somebody who came from another unit of the board, as
// that unit had it.
func (w *way) atOrigin(m *Member) (o way) {
	o.put(m.admission())
	o.put(move{day: w.moves[0].day, kind: TransferredOut})
	return o
}

// onBoard is the same as the board has it: the transfer is no movement.
func (w *way) onBoard(m *Member) way {
	o := *w
	o.moves[0] = m.admission()
	return o
}

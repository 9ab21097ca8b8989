package stampdesk

// when is where a day lies to a period.
type when uint8

const (
	unplaced when = iota // nobody knows
	before
	within
	after
)

// place says where every day that d may mean lies.
func (p Period) place(d Date) when {
	if d.IsZero() {
		return unplaced
	}
	first, last := d.Days()
	switch {
	case p.From.After(last):
		return before
	case !p.To.IsZero() && first.After(p.To):
		return after
	case !p.From.After(first) && !p.outlasts(last):
		return within
	}
	return unplaced
}

// outlasts reports whether a day is after the last of the period.
func (p Period) outlasts(day Date) bool { return !p.To.IsZero() && day.After(p.To) }

// placeOf is the same of a move; what is known besides its day is used too.
func (p Period) placeOf(v *move) when {
	at := p.place(v.day)
	if at == unplaced && v.come && p.From.surelyAfter(v.by) {
		return before
	}
	return at
}

// add counts one member who went this way; here is false where the unit has no
// line of them any more.
func (m *Movement) add(who *Member, w *way, p Period, here bool) {
	if who.Status == PendingIn {
		m.Pending++
		return
	}
	counted := 0
	if here {
		counted = who.Headcount().Members()
	}
	m.Now += counted
	if w.recognises(who, here) && p.place(who.Official) == within {
		m.Recognised++
	}
	then, came, maybe, begun := 0, 0, false, false
	var left *int
	for i := range w.n {
		v := &w.moves[i]
		at := p.placeOf(v)
		uncut := counted == 1 && !v.come && i == w.n-1
		if uncut {
			if _, last := v.day.Days(); at == after || p.outlasts(last) {
				break // the day may still come
			}
			m.NotCut++
		}
		switch {
		case at == before: // whatever was before it does not matter
			then, came, left, maybe, begun = 0, 0, nil, v.come, false
			if v.come {
				then = 1
			}
		case at == unplaced && v.come:
			came, maybe = 1, maybe || !begun
		case at == unplaced:
			then, came, left = 0, 0, m.Undated.of(v.kind)
		default:
			begun = true
			m.count(v, at, uncut)
		}
	}
	m.Then += then
	m.Unplaced += came
	if left != nil {
		*left++
	}
	if maybe && then == 0 {
		m.Maybe++
	}
}

// count counts a move within the period or after it.
func (m *Movement) count(v *move, at when, uncut bool) {
	switch {
	case at == after && v.come:
		m.Later++
	case at == after:
		m.Later--
	case v.come && v.kind == TransferredOut:
		m.In++
	case v.come:
		m.Admitted++
	default:
		*m.Gone.of(v.kind)++
		if uncut {
			*m.Uncut.of(v.kind)++
		}
	}
}

// recognises reports whether the member was recognised as an official member
// in this unit: after a transfer in, or before a transfer to another.
func (w *way) recognises(m *Member, here bool) bool {
	switch {
	case m.Status == Probationary || m.Official.IsZero():
		return false
	case here:
		return !w.isIn() || !w.moves[0].day.surelyAfter(m.Official)
	}
	return w.moves[w.n-1].day.surelyAfter(m.Official)
}

// unitIndex finds the units of a roster by what members' lines call them.
type unitIndex struct {
	byCode map[UnitCode]int
	byName map[string]int // folded; -1: of several
}

func newUnitIndex(units []UnitInfo) unitIndex {
	x := unitIndex{map[UnitCode]int{}, map[string]int{}}
	for i, u := range units {
		x.byCode[u.Code] = i
		name := Fold(u.Name)
		if _, twice := x.byName[name]; twice || name == "" {
			x.byName[name] = -1
			continue
		}
		x.byName[name] = i
	}
	return x
}

// of is the place of a unit, -1 where it has none.
func (x unitIndex) of(u UnitCode) int {
	if i, ok := x.byCode[u]; ok {
		return i
	}
	return -1
}

// origin is the unit of the board that a member came from, by code or name; -1
// where they came from elsewhere, or did not come.
func (x unitIndex) origin(m *Member) int {
	if m.MovedFrom == "" {
		return -1
	}
	if i, ok := x.byCode[UnitCode(m.MovedFrom)]; ok {
		return i
	}
	if i, ok := x.byName[Fold(m.MovedFrom)]; ok {
		return i
	}
	return -1
}

package stampdesk

// Admissions is how far a board has come with its targets of one year, as
// "20/35 units, 52/151, 34,4%": of the units with a target those that admitted
// anybody, of the members to be admitted those who were.
//
// All that a unit with a target admitted counts, also what is over its target,
// so that the share can pass 100%. A unit without a target, or with one of 0,
// is in no figure but Untargeted. A target of a unit that is not on the roster
// stands: it is in Units and Target, and in Strays.
type Admissions struct {
	Year     int
	Units    int // with a target
	Reached  int // of them: admitted anybody
	Target   int
	Admitted int // in units with a target

	Over       int // of Admitted: over the targets of their units
	Untargeted int // admitted in units without a target
	Strays     []UnitCode
	ByUnit     []UnitAdmissions // with a target or admissions, by code
}

// UnitAdmissions is the same of one unit.
type UnitAdmissions struct {
	Unit             Unit
	Target, Admitted int
}

// Share is Admitted of Target with one decimal, rounded half up; false where
// there is no target.
func (a *Admissions) Share() (Share, bool) { return admissionShare(a.Admitted, a.Target) }

// Share is Admitted of Target with one decimal, rounded half up; false where
// there is no target.
func (a *UnitAdmissions) Share() (Share, bool) { return admissionShare(a.Admitted, a.Target) }

func admissionShare(admitted, target int) (Share, bool) {
	if target == 0 {
		return Share{}, false
	}
	return Share{N: (2*admitted*1000 + target) / (2 * target), Decimals: 1}, true
}

// admissionsOf compares the admissions of a year with its targets; unit narrows
// the targets down as it did the movements.
func admissionsOf(m *Movements, targets Targets, unit UnitCode) Admissions {
	a := Admissions{Year: int(m.Period.From.Year)}
	left := map[UnitCode]int{}
	for _, t := range targets.Of(a.Year) {
		if t.Admissions > 0 && (unit == "" || t.Unit == unit) {
			left[t.Unit] = t.Admissions
		}
	}
	for _, u := range m.Units {
		a.add(UnitAdmissions{u.Unit, left[u.Unit.Code], u.Admitted})
		delete(left, u.Unit.Code)
	}
	for _, t := range targets.Of(a.Year) { // by code
		if n := left[t.Unit]; n > 0 {
			a.Strays = append(a.Strays, t.Unit)
			a.add(UnitAdmissions{Unit: Unit{Code: t.Unit}, Target: n})
		}
	}
	return a
}

func (a *Admissions) add(u UnitAdmissions) {
	switch {
	case u.Target == 0 && u.Admitted == 0:
		return
	case u.Target == 0:
		a.Untargeted += u.Admitted
	default:
		a.Units++
		a.Target += u.Target
		a.Admitted += u.Admitted
		a.Over += max(0, u.Admitted-u.Target)
		if u.Admitted > 0 {
			a.Reached++
		}
	}
	a.ByUnit = append(a.ByUnit, u)
}

package stampdesk

import (
	"errors"
	"time"
)

// Dossier is everything the rules may look at for one card: the facts of one
// instant, read in the same transaction that records the answer.
type Dossier struct {
	Card   CardNumber
	Issue  Issue        // the newest issue of this number
	Read   error        // not nil: a *CardError, nothing else is known
	Member *Member      // nil: not on the roster
	Void   Plastic      // the card that took the place of this one; zero: none did
	Near   []CardNumber // for a number on no roster: cards of the batch's unit that are almost it
	Mark   Mark         // what stands for this issue of the card in this round
	Batch  *Batch       // the batch the card was presented in

	Round       Round
	RoundClosed bool
}

// step is one rule of the procedure: it answers, or leaves the card to the next.
type step struct {
	name  string
	judge func(Rules, *Dossier, time.Time) (Verdict, bool)
}

// procedure is the rule book in its order: the first step that answers decides.
// Sources: 85-QĐ/TW 2003, 01-HD/BTCTW 2021 as restated in the plans of the
// committees; what they leave open is a setting in Rules or a hold.
var procedure = []step{
	{"unreadable", unreadable},
	{"round closed by a supervisor", roundClosed},
	{"its number was replaced", replaced},
	{"almost the number of a member of the unit", nearMiss},
	{"not on the roster", notOnRoster},
	{"left the Party or deceased", departed},
	{"probationary", probationary},
	{"a supervisor decided otherwise", overridden},
	{"status other than official or exempt", otherStatus},
	{"belongs to another unit", otherUnit},
	{"already stamped", alreadyStamped},
	{"before the decision", undecided},
	{"held by a person", heldByPerson},
	{"listed or found damaged or lost", damagedOrLost},
	{"not on the unit's list 2", notListed},
	{"boxes of a new card not known", boxesUnknown},
	{"after the window", afterWindow},
}

// Judge applies the rule book to one card. It is pure: the same rules, dossier
// and time always give the same verdict.
func (r Rules) Judge(d *Dossier, at time.Time) Verdict { return r.judge(procedure, d, at) }

func (r Rules) judge(steps []step, d *Dossier, at time.Time) Verdict {
	for _, s := range steps {
		if v, ok := s.judge(r, d, at); ok {
			return v
		}
	}
	boxes, earlier, _ := r.due(d)
	return r.stamp(d, at, ReasonEligible, boxes, earlier)
}

// stamp is the verdict of a card that gets these boxes. A new card is stamped
// before it is handed over, whenever that is: it is never late.
func (r Rules) stamp(d *Dossier, at time.Time, why Reason, boxes, earlier BoxSet) Verdict {
	isNew := r.isNew(d)
	return Verdict{
		Kind: Stamp, Reason: why, Boxes: boxes, Earlier: earlier, New: isNew,
		Late: !isNew && DateOf(at).After(d.Round.To),
	}
}

func hold(r Reason) (Verdict, bool) {
	return Verdict{Kind: Hold, Reason: r, Goes: r.GoesTo(Hold)}, true
}

func refuse(r Reason) (Verdict, bool) {
	return Verdict{Kind: Refuse, Reason: r, Goes: r.GoesTo(Refuse)}, true
}

func unreadable(_ Rules, d *Dossier, _ time.Time) (Verdict, bool) {
	if d.Read == nil {
		return Verdict{}, false
	}
	v := Verdict{Kind: Unreadable, Reason: ReasonUnreadable}
	if ce, ok := errors.AsType[*CardError](d.Read); ok {
		v.Fault = ce.Fault
	}
	return v, true
}

func roundClosed(_ Rules, d *Dossier, _ time.Time) (Verdict, bool) {
	if d.RoundClosed {
		return hold(ReasonRoundClosed)
	}
	return Verdict{}, false
}

// replaced never stamps the old card of a member who has a new number: it is
// void, and is withdrawn.
func replaced(_ Rules, d *Dossier, _ time.Time) (Verdict, bool) {
	if d.Void.Card != 0 {
		return refuse(ReasonVoidIssue)
	}
	return Verdict{}, false
}

// nearMiss asks whether a number was read or typed wrongly; it assumes nothing.
func nearMiss(_ Rules, d *Dossier, _ time.Time) (Verdict, bool) {
	if d.Member == nil && len(d.Near) > 0 {
		return hold(ReasonNear)
	}
	return Verdict{}, false
}

// notOnRoster holds and never refuses: a slow transfer slip is the usual cause.
func notOnRoster(_ Rules, d *Dossier, _ time.Time) (Verdict, bool) {
	if d.Member == nil {
		return hold(ReasonUnknown)
	}
	return Verdict{}, false
}

// departed never stamps, whoever asks.
func departed(_ Rules, d *Dossier, _ time.Time) (Verdict, bool) {
	switch d.Member.Status {
	case Expelled:
		return refuse(ReasonExpelled)
	case StruckOff:
		return refuse(ReasonStruckOff)
	case Resigned:
		return refuse(ReasonResigned)
	case Deceased:
		return refuse(ReasonDeceased)
	}
	return Verdict{}, false
}

func probationary(_ Rules, d *Dossier, _ time.Time) (Verdict, bool) {
	if d.Member.Status == Probationary {
		return refuse(ReasonProbationary)
	}
	return Verdict{}, false
}

// overridden lets a supervisor's decision count where it was made: in its
// batch, and not before the batch may be stamped at all.
func overridden(r Rules, d *Dossier, at time.Time) (Verdict, bool) {
	s := d.Mark.Standing
	decided := s.Act == ActOverridden || s.Act == ActPresented && s.Flags.Has(Overruled) // presented by that decision
	if !decided || d.Batch == nil || d.Batch.ID != s.Batch || !r.unsealed(d.Batch) {
		return Verdict{}, false
	}
	_, earlier, _ := r.due(d)
	return r.stamp(d, at, ReasonOverridden, s.Boxes, earlier&^s.Boxes), true
}

// unsealed reports whether the cards of a batch may be stamped by now.
func (r Rules) unsealed(b *Batch) bool { return r.StampUnsealed || b.Decision.No != "" }

func otherStatus(_ Rules, d *Dossier, _ time.Time) (Verdict, bool) {
	switch d.Member.Status {
	case Official, Exempt:
		return Verdict{}, false
	case Abroad:
		return hold(ReasonAbroad)
	case TransferredOut:
		return hold(ReasonTransferredOut)
	case PendingIn:
		return hold(ReasonPendingIn)
	}
	return hold(ReasonOther)
}

func otherUnit(_ Rules, d *Dossier, _ time.Time) (Verdict, bool) {
	if d.Batch == nil || !d.Member.BelongsTo(d.Batch.Unit) {
		return hold(ReasonOtherUnit)
	}
	return Verdict{}, false
}

// alreadyStamped comes before the decision: what is stamped waits for none.
func alreadyStamped(r Rules, d *Dossier, _ time.Time) (Verdict, bool) {
	if s := d.Mark.Standing; s.Act == ActStamped {
		_, earlier, _ := r.due(d)
		return Verdict{Kind: Repeat, Reason: ReasonStamped, Boxes: s.Boxes, Earlier: earlier &^ s.Boxes, Stands: s}, true
	}
	return Verdict{}, false
}

func undecided(r Rules, d *Dossier, _ time.Time) (Verdict, bool) {
	if !r.unsealed(d.Batch) {
		return hold(ReasonUndecided)
	}
	return Verdict{}, false
}

// heldByPerson lets a hold or refusal that a person gave stand until a person
// undoes it; one that a rule gave is judged afresh, for its cause may be gone.
func heldByPerson(_ Rules, d *Dossier, _ time.Time) (Verdict, bool) {
	s := d.Mark.Standing
	if !s.Flags.Has(ByHand) {
		return Verdict{}, false
	}
	switch {
	case s.Act == ActHeld, s.Act == ActIncident && !s.Reason.IsDamage():
		return Verdict{Kind: Hold, Reason: s.Reason, Goes: s.Reason.GoesTo(Hold), Stands: s}, true
	case s.Act == ActRefused:
		return Verdict{Kind: Refuse, Reason: s.Reason, Goes: s.Reason.GoesTo(Refuse), Stands: s}, true
	}
	return Verdict{}, false
}

func damagedOrLost(_ Rules, d *Dossier, _ time.Time) (Verdict, bool) {
	switch act := d.Mark.Standing.Act; {
	case act == ActReportedDamaged, act == ActIncident, d.Mark.Listed.Of(FormDamaged) != nil:
		return hold(ReasonDamaged)
	case act == ActReportedLost, d.Mark.Listed.Of(FormLost) != nil:
		return hold(ReasonLost)
	}
	return Verdict{}, false
}

// notListed asks for both confirmations, a list 2 of the unit and the roster. A
// batch whose list is not entered yet is taken by the roster alone; new cards
// come from above and are on no list 2.
func notListed(r Rules, d *Dossier, _ time.Time) (Verdict, bool) {
	if !r.isNew(d) && d.Batch.Lists.Has(FormStamp) && !d.Mark.Listed.By(FormStamp, d.Batch.Unit) {
		return hold(ReasonNotListed)
	}
	return Verdict{}, false
}

// boxesUnknown leaves the boxes of a new card to a supervisor where the
// member's date is not on record.
func boxesUnknown(r Rules, d *Dossier, _ time.Time) (Verdict, bool) {
	if _, _, ok := r.due(d); !ok {
		return hold(ReasonNoDate)
	}
	return Verdict{}, false
}

func afterWindow(r Rules, d *Dossier, at time.Time) (Verdict, bool) {
	if r.LateHolds && !r.isNew(d) && DateOf(at).After(d.Round.To) {
		return hold(ReasonLate)
	}
	return Verdict{}, false
}

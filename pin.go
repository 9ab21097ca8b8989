package stampdesk

import (
	"context"
	"strconv"
	"strings"
	"time"
)

// Verified gives the person whose PIN this is; else the outcome says why not.
// A wrong PIN is on record before the answer is given, and after some of them
// the person is locked out, each time for longer.
func (d *Desk) Verified(ctx context.Context, id PersonID, pin string) (*Person, *Outcome, error) {
	var p *Person
	err := d.Store.View(ctx, func(s Snapshot) (err error) {
		if p, err = s.Person(id); err != nil || p != nil {
			return err
		}
		for other, err := range s.People() { // "op1" for OP1
			if err != nil {
				return err
			}
			if strings.EqualFold(string(other.ID), string(id)) {
				p = &other
			}
		}
		return nil
	})
	no := func(r Refusal, about any) (*Person, *Outcome, error) {
		o := refused(r, about)
		return nil, &o, nil
	}
	switch {
	case err != nil:
		return nil, nil, err
	case p == nil:
		return no(WrongPIN, id)
	case d.Now().Before(p.Locked):
		return no(LockedOut, d.until(p))
	}
	id = p.ID
	right := d.PINs.Verify(p.PIN, pin)
	if !right || p.Failures > 0 {
		if p, err = d.tried(ctx, id, right); err != nil {
			return nil, nil, err
		}
	}
	switch {
	case p.Locked.After(d.Now()):
		return no(LockedOut, d.until(p))
	case right && p.Disabled:
		return no(PersonDisabled, id)
	case right:
		return p, nil, nil
	}
	return no(WrongPIN, id)
}

// until says how long a person is locked out, for the message.
func (d *Desk) until(p *Person) string { return p.Locked.In(d.Now().Location()).Format("15:04:05") }

// tried records that a PIN was right or wrong. Nobody has proven who they are
// after a wrong one: its entry has no operator, only the person it was for.
func (d *Desk) tried(ctx context.Context, id PersonID, right bool) (*Person, error) {
	var after Person
	_, err := d.record(ctx, func(tx Tx, setup Setup) (Outcome, error) {
		p, err := tx.Person(id)
		if err != nil || p == nil {
			return Outcome{}, err
		}
		after = *p
		if e := d.now(); e.Before(p.Locked) { // somebody else's try came first
			return Outcome{Result: Done}, nil
		}
		e := d.entry(setup, ActPINFailed)
		if right {
			after.Failures, after.Locked = 0, time.Time{}
			e.Act, e.Operator = ActPersonChanged, id
		} else {
			after.Failures++
			e.Operator = ""
			if lock := lockOut(after.Failures); lock > 0 {
				after.Locked = e.At.Add(lock)
				e.Act = ActLockedOut
			}
		}
		e.Facts = append(after.facts(), Fact{FactCount, strconv.Itoa(int(after.Failures))})
		if e.Act == ActLockedOut {
			e.Facts = append(e.Facts, Fact{FactUntil, after.Locked.Format(time.RFC3339)})
		}
		if _, err := Record(tx, e, nil, nil); err != nil {
			return Outcome{}, err
		}
		return Outcome{Result: Done}, tx.PutPerson(after)
	})
	return &after, err
}

// Wrong PINs that are let pass, and how long a person is locked out for the
// next one; each further one doubles it.
const (
	freeFailures = 4
	firstLockOut = 30 * time.Second
	longLockOut  = time.Hour
)

// lockOut is how long a person is locked out after so many wrong PINs in a row.
func lockOut(failures uint32) time.Duration {
	if failures <= freeFailures {
		return 0
	}
	return min(firstLockOut<<min(failures-freeFailures-1, 10), longLockOut)
}

// Approval is a supervisor's own PIN, given at the desk for one act.
type Approval struct {
	Supervisor PersonID
	PIN        string
}

// approve gives the supervisor who answers for an act: whoever is signed in,
// if they are one, else the one whose PIN was given for it. The outcomes, if
// any, say that there is none.
func (d *Desk) approve(ctx context.Context, by Approval, about any) (PersonID, []Outcome, error) {
	switch {
	case d.who == nil:
		o, err := declined(NotSignedIn, about)
		return "", o, err
	case by.Supervisor == "" && d.who.Role == Supervisor:
		return d.who.ID, nil, nil
	case by.Supervisor == "":
		o, err := declined(NeedSupervisor, about)
		return "", o, err
	}
	p, no, err := d.Verified(ctx, by.Supervisor, by.PIN)
	switch {
	case err != nil:
		return "", nil, err
	case no != nil:
		return "", []Outcome{*no}, nil
	case p.Role != Supervisor:
		o, err := declined(NeedSupervisor, by.Supervisor)
		return "", o, err
	}
	return p.ID, nil, nil
}

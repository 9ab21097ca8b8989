package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"stampdesk"
)

// approval is the supervisor named by --supervisor, with their own PIN: who
// answers for an act beside the one who acts. It is empty where nobody is
// named, or who acts.
func (a *app) approval(ctx context.Context) (stampdesk.Approval, error) {
	a.approvable = true
	id := a.flags.supervisor
	if id == "" || id == a.actor() {
		return stampdesk.Approval{}, nil
	}
	pin := strings.TrimSpace(a.getenv("STAMPDESK_SUPERVISOR_PIN"))
	if pin == "" {
		var err error
		if pin, err = a.ask(ctx, fmt.Sprintf(a.t.SupervisorPIN, id)); err != nil {
			return stampdesk.Approval{}, err
		}
	}
	if pin == "" {
		return stampdesk.Approval{}, fail(exitSignIn, a.t.HintSupervisorPIN, a.t.NoSupervisorPIN, id)
	}
	return stampdesk.Approval{Supervisor: stampdesk.PersonID(id), PIN: pin}, nil
}

// actor is who acts, as named on the command line or in the environment.
func (a *app) actor() string {
	if a.flags.operator != "" {
		return a.flags.operator
	}
	return a.getenv("STAMPDESK_OPERATOR")
}

// approved carries out a request for which a supervisor may have to answer.
func (a *app) approved(ctx context.Context, d *stampdesk.Desk, request func(stampdesk.Approval) stampdesk.Request) (stampdesk.Outcome, error) {
	by, err := a.approval(ctx)
	if err != nil {
		return stampdesk.Outcome{}, err
	}
	outs, err := a.do(ctx, d, request(by))
	if err != nil {
		return stampdesk.Outcome{}, err
	}
	return outs[0], nil
}

// hint is the next step after a refusal.
func (a *app) hint(r stampdesk.Refusal) string {
	switch r {
	case stampdesk.NeedSupervisor:
		if !a.approvable { // nobody can answer for another there
			return a.t.HintBySupervisor
		}
		return a.t.HintSupervisor
	case stampdesk.NeedReason:
		return a.t.HintReason
	case stampdesk.NeedBoxes:
		return a.t.HintBoxes
	case stampdesk.WrongPIN: // who acts was verified before
		return a.t.HintSupervisorPIN
	}
	return ""
}

// refusedFor gives the refusal that an error comes from; "" where it is
// another.
func refusedFor(err error) stampdesk.Refusal {
	if f, ok := errors.AsType[*failure](err); ok {
		return f.refusal
	}
	return ""
}

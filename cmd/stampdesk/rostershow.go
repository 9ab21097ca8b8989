package main

import (
	"context"
	"fmt"

	"stampdesk"
)

// loaded is a roster of the store, and the entries that say where it is from.
type loaded struct {
	info stampdesk.RosterInfo
	load *stampdesk.Entry // the newest that put it in force; nil: no entry says so
	file string           // SHA-256 of the file it was read from first; "": none
}

// loadedIn finds out where the roster in force and the one before it are from.
func loadedIn(s stampdesk.Snapshot) (now, before loaded, units int, err error) {
	if now.info, err = s.Roster(); err != nil {
		return now, before, 0, err
	}
	if before.info, err = s.RosterBefore(); err != nil {
		return now, before, 0, err
	}
	for _, err := range s.Units() {
		if err != nil {
			return now, before, 0, err
		}
		units++
	}
	for h, err := range s.Heads() {
		if err != nil {
			return now, before, 0, err
		}
		for e, err := range s.Entries(h.Desk, 0) {
			if err != nil {
				return now, before, 0, err
			}
			if e.Entry.Act == stampdesk.ActRosterLoaded {
				now.note(e.Entry)
				before.note(e.Entry)
			}
		}
	}
	return now, before, units, nil
}

// note takes an entry into account, if it is about this roster.
func (l *loaded) note(e stampdesk.Entry) {
	if e.Fact(stampdesk.FactRoster) != l.info.Hash.String() {
		return
	}
	if file := e.Fact(stampdesk.FactFile); file != "" && file != (stampdesk.Hash{}).String() {
		l.file = file
	}
	if l.load == nil || l.load.At.Before(e.At) {
		l.load = &e
	}
}

type rosterJSON struct {
	SHA256   string             `json:"roster"`
	Members  int                `json:"members"`
	Official int                `json:"official"`
	WithCard int                `json:"with_card"`
	File     string             `json:"file_sha256,omitempty"`
	At       string             `json:"at,omitempty"`
	By       stampdesk.PersonID `json:"by,omitempty"`
	Approver stampdesk.PersonID `json:"approver,omitempty"`
	Unit     string             `json:"unit,omitempty"` // whose register it was
	Restored bool               `json:"restored"`
	Note     string             `json:"note,omitempty"`
	Entry    *keyJSON           `json:"entry,omitempty"`
}

func (l *loaded) json() *rosterJSON {
	if l.info.Hash == (stampdesk.Hash{}) {
		return nil
	}
	t := l.info.Total
	j := &rosterJSON{SHA256: l.info.Hash.String(), Members: l.info.Members, Official: t.Official, WithCard: t.WithCard, File: l.file}
	if e := l.load; e != nil {
		j.At, j.By, j.Approver, j.Note, j.Entry = stamp(e.At), e.Operator, e.Approver, e.Note, keyOf(e.Key)
		j.Unit, j.Restored = e.Fact(stampdesk.FactUnit), e.Fact(stampdesk.FactBack) != ""
	}
	return j
}

func (a *app) showRoster(s stampdesk.Snapshot) (func() error, error) {
	now, before, units, err := loadedIn(s)
	return func() error {
		if a.flags.json {
			return a.printJSON(map[string]any{"in_force": now.json(), "before": before.json(), "units": units})
		}
		if now.json() == nil {
			_, err := fmt.Fprint(a.out, a.t.NoRoster)
			return err
		}
		fmt.Fprintf(a.out, a.t.RosterInForce, a.count(now.info.Members), a.count(units), a.count(now.info.Total.Official), a.count(now.info.Total.WithCard))
		a.tellLoaded(&now)
		if before.json() == nil {
			return nil
		}
		fmt.Fprintf(a.out, a.t.RosterBefore, a.count(before.info.Members))
		a.tellLoaded(&before)
		return nil
	}, err
}

// tellLoaded says where a roster is from.
func (a *app) tellLoaded(l *loaded) {
	fmt.Fprintf(a.out, "  %s %s\n", a.t.RosterHash, l.info.Hash)
	if l.file != "" {
		fmt.Fprintf(a.out, "  %s %s\n", a.t.FromFile, l.file)
	}
	e := l.load
	if e == nil {
		return
	}
	text := a.t.LoadedBy
	if e.Fact(stampdesk.FactBack) != "" {
		text = a.t.RestoredBy
	}
	fmt.Fprintf(a.out, "  "+text, clock(e.At), e.Operator)
	if e.Approver != "" && e.Approver != e.Operator {
		fmt.Fprint(a.out, " "+fmt.Sprintf(a.t.ApprovedBy, e.Approver))
	}
	if u := e.Fact(stampdesk.FactUnit); u != "" {
		fmt.Fprint(a.out, " · "+fmt.Sprintf(a.t.RegisterOf, u))
	}
	if e.Note != "" {
		fmt.Fprint(a.out, " · "+e.Note)
	}
	fmt.Fprintf(a.out, " (%s)\n", e.Key)
}

// restoreRoster puts the roster before the one in force back in force, or says
// what that would change.
func (a *app) restoreRoster(ctx context.Context, s stampdesk.Store, dryRun bool, remark string) error {
	var d *stampdesk.Desk
	if !dryRun {
		d = a.desk(s)
		if err := a.signIn(ctx, d); err != nil {
			return err
		}
		if err := a.supervisorAnswers(d); err != nil {
			return err
		}
	}
	draft, before, err := a.draftBack(ctx, s)
	if err != nil {
		return err
	}
	if !a.flags.json {
		a.tellDraft(len(draft.Roster.Members), draft, dryRun)
	}
	flagged := 0
	if !dryRun {
		_, err := a.approved(ctx, d, func(by stampdesk.Approval) stampdesk.Request {
			return stampdesk.RestoreRoster{Roster: before, Note: note(remark), By: by}
		})
		if err != nil {
			return err
		}
		if flagged, err = a.flagged(context.WithoutCancel(ctx), s); err != nil {
			return err
		}
	}
	if a.flags.json {
		out := a.draftJSON(nil, draft, dryRun)
		out["members"], out["changes"], out["applied"] = len(draft.Roster.Members), flagged, !dryRun
		return a.printJSON(out)
	}
	return a.tellApplied(dryRun, flagged)
}

// draftBack compares the roster before the one in force with it. Of units that
// only the roster before had, their codes are known.
func (a *app) draftBack(ctx context.Context, s stampdesk.Store) (*stampdesk.RosterDraft, stampdesk.Hash, error) {
	var r stampdesk.Roster
	var before stampdesk.RosterInfo
	err := s.View(ctx, func(s stampdesk.Snapshot) (err error) {
		if before, err = s.RosterBefore(); err != nil {
			return err
		}
		if before.Hash == (stampdesk.Hash{}) {
			return a.declined(stampdesk.Outcome{Refusal: stampdesk.NoRosterBefore})
		}
		if r.Members, err = stampdesk.Collect(s.MembersBefore()); err != nil {
			return err
		}
		r.Units = nil
		have := map[stampdesk.UnitCode]bool{"": true}
		for _, m := range r.Members {
			for _, u := range [...]stampdesk.UnitCode{m.Unit, m.Host} {
				if !have[u] {
					have[u] = true
					r.Units = append(r.Units, stampdesk.Unit{Code: u, Name: string(u)})
				}
			}
		}
		return nil
	})
	if err != nil {
		return nil, before.Hash, err
	}
	d, err := stampdesk.DraftRoster(ctx, s, r, "", stampdesk.Hash{})
	if err == nil {
		d.Clashes = nil // it was in force with them
	}
	return d, before.Hash, err
}

package main

import (
	"stampdesk"
	"stampdesk/store/sheet"
)

// The objects of --json for rosters. Their keys are stable.

type memberJSON struct {
	Card   string             `json:"card,omitempty"`
	Name   string             `json:"name"`
	Birth  string             `json:"birth,omitempty"`
	Unit   stampdesk.UnitCode `json:"unit,omitempty"`
	Host   stampdesk.UnitCode `json:"host,omitempty"`
	Cell   string             `json:"cell,omitempty"`
	Status string             `json:"status"`
}

func memberOf(m *stampdesk.Member) memberJSON {
	return memberJSON{m.Get(stampdesk.FieldCard), m.Name, m.Birth.String(), m.Unit, m.Host, m.Cell, m.Status.String()}
}

type fieldEditJSON struct {
	Field stampdesk.Field `json:"field"`
	Old   string          `json:"old"`
	New   string          `json:"new"`
}

type editJSON struct {
	Card   string             `json:"card,omitempty"` // before
	Name   string             `json:"name"`           // before
	Unit   stampdesk.UnitCode `json:"unit,omitempty"`
	Fields []fieldEditJSON    `json:"fields"`
}

type touchJSON struct {
	Card   string             `json:"card"`
	Name   string             `json:"name,omitempty"`
	Unit   stampdesk.UnitCode `json:"unit,omitempty"`
	Batch  stampdesk.BatchID  `json:"batch,omitempty"`
	Done   string             `json:"done,omitempty"`
	Gone   bool               `json:"gone"`
	Fields []stampdesk.Field  `json:"fields"`
	Reason stampdesk.Reason   `json:"reason,omitempty"` // why it could not be done now
	Entry  *keyJSON           `json:"entry,omitempty"`
}

type newUnitJSON struct {
	Code stampdesk.UnitCode `json:"code"`
	Name string             `json:"name"`
}

type clashJSON struct {
	Kind  stampdesk.ClashKind `json:"kind"`
	Line  int                 `json:"line,omitempty"`
	Error bool                `json:"error"`
	Who   memberJSON          `json:"member"`
	With  memberJSON          `json:"with"`
}

// draftJSON are the keys that say what a roster would change; all has every
// member in them.
func (a *app) draftJSON(f *sheet.RosterFile, d *stampdesk.RosterDraft, all bool) map[string]any {
	units, touched, clashes := []newUnitJSON{}, []touchJSON{}, []clashJSON{}
	for _, u := range d.NewUnits {
		units = append(units, newUnitJSON{u.Code, u.Name})
	}
	for _, c := range d.Touched {
		done := ""
		if c.Standing.Act != 0 {
			done = c.Standing.Act.String()
		}
		touched = append(touched, touchJSON{
			c.Card.Digits(), c.Name, c.Unit, c.Standing.Batch, done, c.New == nil, append([]stampdesk.Field{}, c.Fields...),
			c.Reason, keyOf(c.Standing.Entry),
		})
	}
	for _, c := range d.Clashes {
		clashes = append(clashes, clashJSON{c.Kind, f.Line(c.At), c.Kind.IsError(), memberOf(&d.Roster.Members[c.At]), memberOf(&c.With)})
	}
	out := map[string]any{
		"new": len(d.New), "changed": len(d.Edits), "unchanged": d.Unchanged, "gone": len(d.Gone), "units": len(d.Roster.Units),
		"before": d.Before, "fields": d.Counts(), "new_units": units, "touched": touched, "clashes": clashes, "shrinks": d.Shrinks(), "back": len(d.Back()),
	}
	if d.Unit != "" {
		out["unit"] = d.Unit
	}
	if !all {
		return out
	}
	edits, added, gone := []editJSON{}, []memberJSON{}, []memberJSON{}
	for _, e := range d.Edits {
		j := editJSON{e.Old.Get(stampdesk.FieldCard), e.Old.Name, e.Old.Unit, nil}
		for _, f := range e.Fields {
			j.Fields = append(j.Fields, fieldEditJSON{f, e.Old.Get(f), e.New.Get(f)})
		}
		edits = append(edits, j)
	}
	for _, j := range d.New {
		added = append(added, memberOf(&d.Roster.Members[j]))
	}
	for i := range d.Gone {
		gone = append(gone, memberOf(&d.Gone[i]))
	}
	out["edits"], out["new_members"], out["gone_members"] = edits, added, gone
	return out
}

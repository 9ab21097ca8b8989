package main

import "stampdesk"

// departuresJSON are those who left, by how.
type departuresJSON struct {
	Out       int `json:"transferred_out"`
	Deceased  int `json:"deceased"`
	StruckOff int `json:"struck_off"`
	Expelled  int `json:"expelled"`
	Resigned  int `json:"resigned"`
	Other     int `json:"other"`
}

// movementJSON is the movement of a unit or of the board: now = then + admitted
// + transferred_in - the sum of gone + not_cut + later + unclear.
type movementJSON struct {
	Unit       stampdesk.UnitCode `json:"unit,omitempty"`
	Name       string             `json:"name,omitempty"`
	Then       int                `json:"then"`
	ThenAtMost int                `json:"then_at_most"`
	Admitted   int                `json:"admitted"`
	In         int                `json:"transferred_in"`
	Gone       departuresJSON     `json:"gone"`
	NotCut     int                `json:"not_cut"`
	Later      int                `json:"later"`
	Unclear    int                `json:"unclear"`
	Now        int                `json:"now"`
	Recognised int                `json:"recognised"`
	Pending    int                `json:"pending_in"`
	Guests     int                `json:"guests"`
	Unplaced   int                `json:"unplaced"`
	Undated    departuresJSON     `json:"undated"`
	Uncut      departuresJSON     `json:"gone_not_cut"`
	Between    int                `json:"between_units"`
}

type admissionJSON struct {
	Unit     stampdesk.UnitCode `json:"unit"`
	Target   int                `json:"target"`
	Admitted int                `json:"admitted"`
	Share    string             `json:"share,omitempty"`
}

func movementOf(u stampdesk.Unit, m *stampdesk.Movement) movementJSON {
	return movementJSON{
		Unit: u.Code, Name: u.Name, Then: m.Then, ThenAtMost: m.ThenAtMost(), Admitted: m.Admitted, In: m.In,
		Gone: departuresJSON(m.Gone), NotCut: m.NotCut, Later: m.Later, Unclear: m.Unclear(), Now: m.Now,
		Recognised: m.Recognised, Pending: m.Pending, Guests: m.Guests, Unplaced: m.Unplaced,
		Undated: departuresJSON(m.Undated), Uncut: departuresJSON(m.Uncut), Between: m.Between,
	}
}

func movementsJSON(r *stampdesk.MovementReport, file string) map[string]any {
	units := make([]movementJSON, 0, len(r.Movements.Units))
	for i := range r.Movements.Units {
		u := &r.Movements.Units[i]
		units = append(units, movementOf(u.Unit, &u.Movement))
	}
	a := &r.Admissions
	byUnit := make([]admissionJSON, 0, len(a.ByUnit))
	for i := range a.ByUnit {
		u := &a.ByUnit[i]
		j := admissionJSON{Unit: u.Unit.Code, Target: u.Target, Admitted: u.Admitted}
		if share, ok := u.Share(); ok {
			j.Share = share.In(stampdesk.English)
		}
		byUnit = append(byUnit, j)
	}
	admissions := map[string]any{
		"year": a.Year, "units": a.Units, "reached": a.Reached, "target": a.Target, "admitted": a.Admitted, "over": a.Over,
		"untargeted": a.Untargeted, "strays": append([]stampdesk.UnitCode{}, a.Strays...), "by_unit": byUnit,
	}
	if share, ok := a.Share(); ok {
		admissions["share"] = share.In(stampdesk.English)
	}
	coverage := map[string]any{"roster": r.Covers.Roster, "known": r.Covers.Known}
	if share, ok := r.Covers.Share(); ok {
		coverage["share"] = share.In(stampdesk.English)
	}
	out := map[string]any{
		"since": r.Movements.Period.From.String(), "until": r.Movements.Period.To.String(), "unit": r.Unit.Code,
		"total": movementOf(stampdesk.Unit{}, &r.Movements.Total), "units": units, "admissions": admissions, "coverage": coverage,
	}
	if file != "" && file != "-" {
		out["file"] = file
	}
	return out
}

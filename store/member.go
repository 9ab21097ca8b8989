package store

import "stampdesk"

// Members are the lines of a roster.
var Members = Codec[stampdesk.Member]{
	Kind: "members", version: 1,
	write: func(w *writer, m *stampdesk.Member) {
		w.u32(uint32(m.ID))
		w.u32(uint32(m.Card))
		w.u32(uint32(m.OldCard))
		w.u8(byte(m.Status))
		for _, d := range memberDates(m) {
			w.date(*d)
		}
		w.string(string(m.Unit))
		w.string(string(m.Host))
		for _, s := range memberTexts(m) {
			w.string(*s)
		}
	},
	read: func(r *reader, m *stampdesk.Member) {
		m.ID = stampdesk.MemberID(r.u32())
		m.Card = stampdesk.CardNumber(r.u32())
		m.OldCard = stampdesk.CardNumber(r.u32())
		m.Status = stampdesk.Status(r.u8())
		for _, d := range memberDates(m) {
			*d = r.date()
		}
		m.Unit = stampdesk.UnitCode(r.string())
		m.Host = stampdesk.UnitCode(r.string())
		for _, s := range memberTexts(m) {
			*s = r.string()
		}
	},
}

func memberDates(m *stampdesk.Member) [8]*stampdesk.Date {
	return [...]*stampdesk.Date{
		&m.Birth, &m.Admitted, &m.Official, &m.Issued, &m.MovedOut, &m.MovedIn, &m.Died, &m.Left,
	}
}

func memberTexts(m *stampdesk.Member) [9]*string {
	return [...]*string{
		&m.Record, &m.Name, &m.Sex, &m.Home, &m.Cell, &m.Note, &m.MovedTo, &m.MovedFrom, &m.LeftBy,
	}
}

// Units are the units of a roster with their figures.
var Units = Codec[stampdesk.UnitInfo]{
	Kind: "units", version: 2,
	write: func(w *writer, u *stampdesk.UnitInfo) {
		writeHeadcount(w, &u.Headcount)
		w.string(string(u.Code))
		w.string(u.Name)
		w.string(string(u.Kind))
		w.int(u.Cells)
	},
	read: func(r *reader, u *stampdesk.UnitInfo) {
		readHeadcount(r, &u.Headcount)
		u.Code = stampdesk.UnitCode(r.string())
		u.Name = r.string()
		u.Kind = stampdesk.UnitKind(r.string())
		u.Cells = stampdesk.CellsUncounted
		if r.version >= 2 {
			u.Cells = r.int()
		}
	},
}

// Rosters is the record of what a roster is.
var Rosters = Codec[stampdesk.RosterInfo]{
	Kind: "roster", version: 1,
	write: func(w *writer, i *stampdesk.RosterInfo) {
		w.raw(i.Hash[:])
		w.int(i.Members)
		writeHeadcount(w, &i.Total)
	},
	read: func(r *reader, i *stampdesk.RosterInfo) {
		i.Hash = r.hash()
		i.Members = r.int()
		readHeadcount(r, &i.Total)
	},
}

func writeHeadcount(w *writer, h *stampdesk.Headcount) {
	w.int(h.Official)
	w.int(h.Probationary)
	w.int(h.WithCard)
}

func readHeadcount(r *reader, h *stampdesk.Headcount) {
	h.Official = r.int()
	h.Probationary = r.int()
	h.WithCard = r.int()
}

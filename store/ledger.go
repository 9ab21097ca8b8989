package store

import (
	"maps"
	"slices"

	"stampdesk"
)

// Marks are what stands for a card.
var Marks = Codec[stampdesk.Mark]{
	Kind: "marks", version: 2, // 2: a third standing, the cards before and after
	write: func(w *writer, m *stampdesk.Mark) {
		w.u8(byte(m.Class))
		parts := standings(m)
		var has uint8
		for i, s := range parts {
			if *s != (stampdesk.Standing{}) {
				has |= 1 << i
			}
		}
		w.u8(has)
		w.string(string(m.Unit))
		w.entryKey(m.Latest)
		for i, s := range parts {
			if has&(1<<i) != 0 {
				writeStanding(w, s)
			}
		}
		w.uvarint(uint64(len(m.Listed)))
		for i := range m.Listed {
			l := &m.Listed[i]
			w.u8(byte(l.Form))
			w.string(string(l.Unit))
			writeStanding(w, &l.Standing)
		}
		w.plastic(m.Next)
		w.plastic(m.Prev)
		w.u16(uint16(m.Due))
	},
	read: func(r *reader, m *stampdesk.Mark) {
		m.Class = stampdesk.Class(r.u8())
		has := r.u8()
		m.Unit = stampdesk.UnitCode(r.string())
		m.Latest = r.entryKey()
		for i, s := range standings(m) {
			if has&(1<<i) != 0 {
				readStanding(r, s)
			}
		}
		r.bad = r.bad || has>>3 != 0 || r.version < 2 && has>>2 != 0
		for n := r.uvarint(); n > 0 && !r.bad; n-- {
			l := stampdesk.Listing{Form: stampdesk.Form(r.u8()), Unit: stampdesk.UnitCode(r.string())}
			readStanding(r, &l.Standing)
			m.Listed = append(m.Listed, l)
		}
		if r.version >= 2 {
			m.Next, m.Prev, m.Due = r.plastic(), r.plastic(), stampdesk.BoxSet(r.u16())
		}
	},
}

// standings are the parts of a mark, most of which most marks do not have.
func standings(m *stampdesk.Mark) [3]*stampdesk.Standing {
	return [...]*stampdesk.Standing{&m.Standing, &m.Missing, &m.Aside}
}

func writeStanding(w *writer, s *stampdesk.Standing) {
	w.u8(byte(s.Act))
	w.u16(uint16(s.Boxes))
	w.u16(uint16(s.Flags))
	w.u32(uint32(s.Shift))
	w.time(s.At)
	w.entryKey(s.Entry)
	w.string(string(s.Operator))
	w.string(string(s.Batch))
	w.string(string(s.Reason))
}

func readStanding(r *reader, s *stampdesk.Standing) {
	s.Act = stampdesk.Act(r.u8())
	s.Boxes = stampdesk.BoxSet(r.u16())
	s.Flags = stampdesk.Flags(r.u16())
	s.Shift = stampdesk.ShiftID(r.u32())
	s.At = r.time()
	s.Entry = r.entryKey()
	s.Operator = stampdesk.PersonID(r.string())
	s.Batch = stampdesk.BatchID(r.string())
	s.Reason = stampdesk.Reason(r.string())
}

// Cells are the counts of the tally. The cell is the key.
var Cells = Codec[int64]{
	Kind: "cells", version: 1,
	write: func(w *writer, n *int64) { w.u64(uint64(*n)) },
	read:  func(r *reader, n *int64) { *n = int64(r.u64()) },
}

// Stations are where the desks stand.
var Stations = Codec[stampdesk.Station]{
	Kind: "stations", version: 2, // 2: shifts
	write: func(w *writer, s *stampdesk.Station) {
		w.u32(s.Batches)
		w.u32(s.Prints)
		w.string(string(s.Desk))
		w.entryKey(s.Open)
		w.string(string(s.Batch))
		w.u32(s.Shifts)
		w.u32(uint32(s.Shift))
		w.entryKey(s.Began)
	},
	read: func(r *reader, s *stampdesk.Station) {
		s.Batches = r.u32()
		s.Prints = r.u32()
		s.Desk = stampdesk.DeskID(r.string())
		s.Open = r.entryKey()
		s.Batch = stampdesk.BatchID(r.string())
		if r.version >= 2 {
			s.Shifts = r.u32()
			s.Shift = stampdesk.ShiftID(r.u32())
			s.Began = r.entryKey()
		}
	},
}

// Rounds are the entries that closed a round. The round is the key.
var Rounds = Codec[stampdesk.EntryKey]{
	Kind: "rounds", version: 1,
	write: func(w *writer, k *stampdesk.EntryKey) { w.entryKey(*k) },
	read:  func(r *reader, k *stampdesk.EntryKey) { *k = r.entryKey() },
}

// Batches are the deliveries.
var Batches = Codec[stampdesk.Batch]{
	Kind: "batches", version: 2, // 2: returned
	write: func(w *writer, b *stampdesk.Batch) {
		w.u8(b.Round)
		w.u8(byte(b.Kind))
		w.u8(byte(b.State))
		w.date(b.Decision.Date)
		w.time(b.Opened)
		w.int(b.Count)
		w.string(string(b.ID))
		w.string(string(b.Unit))
		w.string(b.By)
		w.string(b.Decision.No)
		w.string(b.Decision.Signer)
		for _, k := range b.Lists {
			w.entryKey(k)
		}
		w.entryKey(b.Closed)
		w.bool(b.Declared != nil)
		w.uvarint(uint64(len(b.Declared)))
		for _, name := range slices.Sorted(maps.Keys(b.Declared)) {
			w.string(name)
			w.int(b.Declared[name])
		}
		w.entryKey(b.Returned)
	},
	read: func(r *reader, b *stampdesk.Batch) {
		b.Round = r.u8()
		b.Kind = stampdesk.BatchKind(r.u8())
		b.State = stampdesk.BatchState(r.u8())
		b.Decision.Date = r.date()
		b.Opened = r.time()
		b.Count = r.int()
		b.ID = stampdesk.BatchID(r.string())
		b.Unit = stampdesk.UnitCode(r.string())
		b.By = r.string()
		b.Decision.No = r.string()
		b.Decision.Signer = r.string()
		for i := range b.Lists {
			b.Lists[i] = r.entryKey()
		}
		b.Closed = r.entryKey()
		if r.bool() {
			b.Declared = stampdesk.Declared{}
		}
		n := r.count(2)
		r.bad = r.bad || n > 0 && b.Declared == nil
		for range n {
			name, v := r.string(), r.int()
			if r.bad {
				return
			}
			b.Declared[name] = v
		}
		if r.version >= 2 {
			b.Returned = r.entryKey()
		}
	},
}

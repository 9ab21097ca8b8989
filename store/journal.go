package store

import (
	"slices"
	"time"

	"stampdesk"
)

// Entries are the records of the journal: the body, which the chain hashes,
// then the chain, then the checksum.
var Entries = Codec[stampdesk.Entry]{
	Kind: "entries", version: 1,
	write: func(w *writer, e *stampdesk.Entry) {
		writeEntry(w, e)
		w.raw(e.Chain[:])
	},
	read: readEntry,
}

// Body is the part of an entry's record that the chain hashes.
func Body(rec []byte) []byte { return rec[:max(0, len(rec)-len(stampdesk.Hash{})-sumLen)] }

// Seal puts an entry at the end of its desk's journal: it gives it the number
// and the chain that follow on head, and its time to the millisecond in UTC.
// It returns the entry as it will be read back, and its record.
func Seal(e stampdesk.Entry, head stampdesk.Head) (stampdesk.Entry, []byte) {
	e.Key = stampdesk.EntryKey{Desk: head.Desk, Seq: head.Seq + 1}
	e.At = Milli(e.At)
	e.Facts = slices.Clone(e.Facts)
	if len(e.Facts) == 0 {
		e.Facts = nil
	}
	w := writer{make([]byte, 0, 256)}
	w.u8(Entries.version)
	writeEntry(&w, &e)
	e.Chain = stampdesk.ChainNext(head.Chain, w.b)
	w.raw(e.Chain[:])
	return e, Entries.sum(EntryKey(e.Key), w.b, 0)
}

// Start is the head of a desk that has no entry yet: number 0, and the chain
// that its first entry follows on.
func Start(id stampdesk.Identity, desk stampdesk.DeskID) stampdesk.Head {
	return stampdesk.Head{Desk: desk, Chain: stampdesk.ChainStart(id.ID, id.Epoch, desk)}
}

// Milli is t as a record gives it back: to the millisecond, in UTC.
func Milli(t time.Time) time.Time { return time.UnixMilli(t.UnixMilli()).UTC() }

func writeEntry(w *writer, e *stampdesk.Entry) {
	w.u8(byte(e.Act))
	w.u8(e.Round)
	w.u8(byte(e.Issue))
	w.u8(byte(e.Class))
	w.u16(uint16(e.Flags))
	w.u16(uint16(e.Boxes))
	w.u32(uint32(e.Card))
	w.u32(uint32(e.Shift))
	w.u32(e.Rules)
	w.u64(e.Key.Seq)
	w.time(e.At)
	w.raw(e.Paper[:])
	w.string(string(e.Key.Desk))
	w.string(string(e.Operator))
	w.string(string(e.Approver))
	w.string(string(e.Unit))
	w.string(string(e.Batch))
	w.string(string(e.Reason))
	w.string(e.Note)
	w.entryKey(e.Ref)
	w.entryKey(e.Before)
	w.uvarint(uint64(len(e.Facts)))
	for _, f := range e.Facts {
		w.string(f.Name)
		w.string(f.Value)
	}
}

func readEntry(r *reader, e *stampdesk.Entry) {
	e.Act = stampdesk.Act(r.u8())
	e.Round = r.u8()
	e.Issue = stampdesk.Issue(r.u8())
	e.Class = stampdesk.Class(r.u8())
	e.Flags = stampdesk.Flags(r.u16())
	e.Boxes = stampdesk.BoxSet(r.u16())
	e.Card = stampdesk.CardNumber(r.u32())
	e.Shift = stampdesk.ShiftID(r.u32())
	e.Rules = r.u32()
	e.Key.Seq = r.u64()
	e.At = r.time()
	e.Paper = r.hash()
	e.Key.Desk = stampdesk.DeskID(r.string())
	e.Operator = stampdesk.PersonID(r.string())
	e.Approver = stampdesk.PersonID(r.string())
	e.Unit = stampdesk.UnitCode(r.string())
	e.Batch = stampdesk.BatchID(r.string())
	e.Reason = stampdesk.Reason(r.string())
	e.Note = r.string()
	e.Ref = r.entryKey()
	e.Before = r.entryKey()
	if n := r.count(2); n > 0 {
		e.Facts = make([]stampdesk.Fact, n)
		for i := range e.Facts {
			e.Facts[i] = stampdesk.Fact{Name: r.string(), Value: r.string()}
		}
	}
	e.Chain = r.hash()
}

// Papers are the records of single lines of papers.
var Papers = Codec[stampdesk.Line]{
	Kind: "papers", version: 1,
	write: func(w *writer, l *stampdesk.Line) {
		w.u32(uint32(l.Card))
		w.u8(byte(l.Class))
		w.string(string(l.Unit))
		w.string(l.Name)
		w.string(l.Cell)
		w.string(string(l.Reason))
		w.string(l.Note)
		w.entryKey(l.Entry)
	},
	read: func(r *reader, l *stampdesk.Line) {
		l.Card = stampdesk.CardNumber(r.u32())
		l.Class = stampdesk.Class(r.u8())
		l.Unit = stampdesk.UnitCode(r.string())
		l.Name = r.string()
		l.Cell = r.string()
		l.Reason = stampdesk.Reason(r.string())
		l.Note = r.string()
		l.Entry = r.entryKey()
	},
}

// Heads are the ends of the journals.
var Heads = Codec[stampdesk.Head]{
	Kind: "heads", version: 1,
	write: func(w *writer, h *stampdesk.Head) {
		w.u64(h.Seq)
		w.raw(h.Chain[:])
		w.string(string(h.Desk))
	},
	read: func(r *reader, h *stampdesk.Head) {
		h.Seq = r.u64()
		h.Chain = r.hash()
		h.Desk = stampdesk.DeskID(r.string())
	},
}

package store

import (
	"fmt"

	"stampdesk"
)

// Schema is the form of the whole store. It is raised when an older program
// could not read, or would wrongly write, what a newer one leaves.
const Schema = 1

// Schemas is the record of the schema number.
var Schemas = Codec[uint64]{Kind: "schema", version: 1, write: writeUvarint, read: readUvarint}

// Cursors are the places of the readers of the journal. The name is the key.
var Cursors = Codec[uint64]{Kind: "cursors", version: 1, write: writeUvarint, read: readUvarint}

func writeUvarint(w *writer, n *uint64) { w.uvarint(*n) }
func readUvarint(r *reader, n *uint64)  { *n = r.uvarint() }

// Files are the texts and files that are kept whole. The name is the key.
var Files = Codec[[]byte]{
	Kind: "files", version: 1,
	write: func(w *writer, body *[]byte) { w.uvarint(uint64(len(*body))); w.raw(*body) },
	read:  func(r *reader, body *[]byte) { *body = append([]byte(nil), r.bytes()...) },
}

// Identities is the record of what the store is.
var Identities = Codec[stampdesk.Identity]{
	Kind: "identity", version: 1,
	write: func(w *writer, id *stampdesk.Identity) {
		w.raw(id.ID[:])
		w.u32(id.Epoch)
	},
	read: func(r *reader, id *stampdesk.Identity) {
		copy(id.ID[:], r.take(len(id.ID)))
		id.Epoch = r.u32()
	},
}

// NextEpoch is the store once a backup of it was restored.
func NextEpoch(id stampdesk.Identity) (stampdesk.Identity, error) {
	if id.Epoch >= stampdesk.MaxEpoch {
		return id, fmt.Errorf("the store is in epoch %d, and there is none after %d", id.Epoch, stampdesk.MaxEpoch)
	}
	id.Epoch++
	return id, nil
}

// InForce says which rosters the store goes by; the zero hash is none.
type InForce struct {
	Now    stampdesk.Hash
	Before stampdesk.Hash // kept so that it can be put in force again
}

// Use is what is in force once h is.
func (f InForce) Use(h stampdesk.Hash) InForce {
	if h == f.Now {
		return f
	}
	return InForce{Now: h, Before: f.Now}
}

// InForces is the record of the rosters in force.
var InForces = Codec[InForce]{
	Kind: "inforce", version: 1,
	write: func(w *writer, f *InForce) { w.raw(f.Now[:]); w.raw(f.Before[:]) },
	read:  func(r *reader, f *InForce) { f.Now, f.Before = r.hash(), r.hash() },
}

// Setups is the record of the round, the rules and the board.
var Setups = Codec[stampdesk.Setup]{
	Kind: "setup", version: 3, // 2: the table of new cards, duties; 3: what stands under a document
	write: func(w *writer, s *stampdesk.Setup) {
		w.u32(s.Rules.Version)
		w.bool(s.Rules.LateHolds)
		w.bool(s.Rules.StampUnsealed)
		for _, d := range roundDates(&s.Round) {
			w.date(*d)
		}
		w.int(s.Round.Ordinal)
		w.int(s.Round.Box)
		w.int(s.Round.CardBoxes)
		w.uvarint(uint64(len(s.Round.Papers)))
		for _, p := range s.Round.Papers {
			w.string(p)
		}
		w.string(s.Board.Upper)
		w.string(s.Board.Name)
		w.string(s.Board.Place)
		w.string(s.Board.Symbol)
		w.u8(byte(s.Rules.Basis))
		w.bool(s.Rules.ListDateOut)
		w.bool(s.Rules.PapersFirst)
		w.uvarint(uint64(len(s.Rules.NewCards)))
		for _, v := range s.Rules.NewCards {
			w.date(v.From)
			w.bool(v.AtListDate)
			w.u16(uint16(v.Boxes))
		}
		w.uvarint(uint64(len(s.Duties)))
		for _, d := range s.Duties {
			w.date(d.Day)
			w.string(string(d.Desk))
			w.uvarint(uint64(len(d.People)))
			for _, p := range d.People {
				w.string(string(p))
			}
		}
		for _, text := range underDocuments(&s.Board) {
			w.string(*text)
		}
	},
	read: func(r *reader, s *stampdesk.Setup) {
		s.Rules.Version = r.u32()
		s.Rules.LateHolds = r.bool()
		s.Rules.StampUnsealed = r.bool()
		for _, d := range roundDates(&s.Round) {
			*d = r.date()
		}
		s.Round.Ordinal = r.int()
		s.Round.Box = r.int()
		s.Round.CardBoxes = r.int()
		if n := r.count(1); n > 0 {
			s.Round.Papers = make([]string, n)
			for i := range s.Round.Papers {
				s.Round.Papers[i] = r.string()
			}
		}
		s.Board.Upper = r.string()
		s.Board.Name = r.string()
		s.Board.Place = r.string()
		s.Board.Symbol = r.string()
		if r.version >= 2 {
			readRuleBook(r, s)
		}
		if r.version >= 3 {
			for _, text := range underDocuments(&s.Board) {
				*text = r.string()
			}
		}
	},
}

// readRuleBook reads what version 2 of a setup added.
func readRuleBook(r *reader, s *stampdesk.Setup) {
	s.Rules.Basis = stampdesk.Basis(r.u8())
	s.Rules.ListDateOut = r.bool()
	s.Rules.PapersFirst = r.bool()
	for range r.count(7) {
		v := stampdesk.Interval{From: r.date(), AtListDate: r.bool(), Boxes: stampdesk.BoxSet(r.u16())}
		s.Rules.NewCards = append(s.Rules.NewCards, v)
	}
	for range r.count(6) {
		d := stampdesk.Duty{Day: r.date(), Desk: stampdesk.DeskID(r.string())}
		for range r.count(1) {
			d.People = append(d.People, stampdesk.PersonID(r.string()))
		}
		s.Duties = append(s.Duties, d)
	}
}

func underDocuments(b *stampdesk.Board) [4]*string {
	return [...]*string{&b.SignedBy, &b.Signer, &b.DrawnUp, &b.Recipients}
}

func roundDates(r *stampdesk.Round) [7]*stampdesk.Date {
	return [...]*stampdesk.Date{&r.From, &r.To, &r.InvalidFrom, &r.ListDate, &r.StatDate, &r.UnitsBy, &r.ReportBy}
}

// People are those who work at the desk.
var People = Codec[stampdesk.Person]{
	Kind: "people", version: 2, // 2: disabled, failures, locked
	write: func(w *writer, p *stampdesk.Person) {
		w.u8(byte(p.Role))
		w.string(string(p.ID))
		w.string(p.Name)
		w.string(p.PIN)
		w.bool(p.Disabled)
		w.u32(p.Failures)
		w.moment(p.Locked)
	},
	read: func(r *reader, p *stampdesk.Person) {
		p.Role = stampdesk.Role(r.u8())
		p.ID = stampdesk.PersonID(r.string())
		p.Name = r.string()
		p.PIN = r.string()
		if r.version >= 2 {
			p.Disabled = r.bool()
			p.Failures = r.u32()
			p.Locked = r.moment()
		}
	},
}

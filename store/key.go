package store

import (
	"bytes"
	"encoding/binary"
	"errors"

	"stampdesk"
)

// Keys sort as their fields do, the first field first, so that all that agree
// in the leading fields lie together. Numbers are big-endian; a text ends with
// 00 01 and a zero byte in it is 00 FF, so no text is the beginning of another
// and no key is empty.

func appendText(key []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		key = append(key, s[i])
		if s[i] == 0 {
			key = append(key, 0xFF)
		}
	}
	return append(key, 0, 1)
}

func cutText(key []byte) (text string, rest []byte, ok bool) {
	var out []byte
	for {
		i := bytes.IndexByte(key, 0)
		if i < 0 || i+1 >= len(key) {
			return "", nil, false
		}
		out = append(out, key[:i]...)
		switch key[i+1] {
		case 1:
			return string(out), key[i+2:], true
		case 0xFF:
			out = append(out, 0)
			key = key[i+2:]
		default:
			return "", nil, false
		}
	}
}

// TextKey is the key of what has a name: a desk, a batch, a person, a unit.
func TextKey[S ~string](name S) []byte { return appendText(nil, string(name)) }

// EntryKey is the key of an entry: desk, number.
func EntryKey(k stampdesk.EntryKey) []byte {
	key := appendText(make([]byte, 0, len(k.Desk)+10), string(k.Desk))
	return binary.BigEndian.AppendUint64(key, k.Seq)
}

// LineKey is the key of a line of a paper, counted from 0.
func LineKey(k stampdesk.EntryKey, line int) []byte {
	return binary.BigEndian.AppendUint32(EntryKey(k), uint32(line))
}

// MarkKey is the key of a mark: round, card, issue.
func MarkKey(k stampdesk.MarkKey) []byte {
	key := binary.BigEndian.AppendUint32([]byte{k.Round}, uint32(k.Card))
	return append(key, byte(k.Issue))
}

var errKey = errors.New("not such a key")

// ParseMarkKey reads what MarkKey writes.
func ParseMarkKey(key []byte) (stampdesk.MarkKey, error) {
	if len(key) != 6 {
		return stampdesk.MarkKey{}, errKey
	}
	return stampdesk.MarkKey{
		Round: key[0],
		Card:  stampdesk.CardNumber(binary.BigEndian.Uint32(key[1:])),
		Issue: stampdesk.Issue(key[5]),
	}, nil
}

// CellKey is the key of a cell: its fields in the order they have.
func CellKey(c stampdesk.Cell) []byte {
	key := make([]byte, 0, 64)
	key = appendText(append(key, c.Round), string(c.Desk))
	key = binary.BigEndian.AppendUint32(key, uint32(c.Shift))
	key = appendText(key, string(c.Operator))
	key = appendText(append(key, byte(c.Class)), string(c.Unit))
	key = appendText(key, string(c.Batch))
	return appendText(append(key, byte(c.Act)), c.What)
}

// ParseCellKey reads what CellKey writes.
func ParseCellKey(key []byte) (stampdesk.Cell, error) {
	p := keyParser{rest: key}
	c := stampdesk.Cell{
		Round:    p.byte(),
		Desk:     stampdesk.DeskID(p.text()),
		Shift:    stampdesk.ShiftID(p.u32()),
		Operator: stampdesk.PersonID(p.text()),
		Class:    stampdesk.Class(p.byte()),
		Unit:     stampdesk.UnitCode(p.text()),
		Batch:    stampdesk.BatchID(p.text()),
		Act:      stampdesk.Act(p.byte()),
		What:     p.text(),
	}
	return c, p.end()
}

// ParseTextKey reads what TextKey writes.
func ParseTextKey(key []byte) (string, error) {
	p := keyParser{rest: key}
	s := p.text()
	return s, p.end()
}

// CardKey is the key of a card in a roster.
func CardKey(n stampdesk.CardNumber) []byte { return binary.BigEndian.AppendUint32(nil, uint32(n)) }

// MemberKey is the key of a member in a roster.
func MemberKey(id stampdesk.MemberID) []byte { return binary.BigEndian.AppendUint32(nil, uint32(id)) }

// WithMember adds a member's id to a key that several members may share.
func WithMember(key []byte, id stampdesk.MemberID) []byte {
	return binary.BigEndian.AppendUint32(key, uint32(id))
}

// MemberOf is the id at the end of a key that WithMember made.
func MemberOf(key []byte) (stampdesk.MemberID, error) {
	if len(key) < 4 {
		return 0, errKey
	}
	return stampdesk.MemberID(binary.BigEndian.Uint32(key[len(key)-4:])), nil
}

type keyParser struct {
	rest []byte
	bad  bool
}

func (p *keyParser) take(n int) []byte {
	if p.bad || len(p.rest) < n {
		p.bad = true
		return zeros[:n]
	}
	b := p.rest[:n]
	p.rest = p.rest[n:]
	return b
}

func (p *keyParser) byte() byte  { return p.take(1)[0] }
func (p *keyParser) u32() uint32 { return binary.BigEndian.Uint32(p.take(4)) }

func (p *keyParser) text() string {
	s, rest, ok := cutText(p.rest)
	if p.bad || !ok {
		p.bad = true
		return ""
	}
	p.rest = rest
	return s
}

func (p *keyParser) end() error {
	if p.bad || len(p.rest) > 0 {
		return errKey
	}
	return nil
}

package store

import (
	"encoding/binary"
	"time"

	"stampdesk"
)

// writer appends fields to a record.
type writer struct{ b []byte }

func (w *writer) u8(v uint8)       { w.b = append(w.b, v) }
func (w *writer) u16(v uint16)     { w.b = binary.LittleEndian.AppendUint16(w.b, v) }
func (w *writer) u32(v uint32)     { w.b = binary.LittleEndian.AppendUint32(w.b, v) }
func (w *writer) u64(v uint64)     { w.b = binary.LittleEndian.AppendUint64(w.b, v) }
func (w *writer) raw(v []byte)     { w.b = append(w.b, v...) }
func (w *writer) uvarint(v uint64) { w.b = binary.AppendUvarint(w.b, v) }
func (w *writer) int(v int)        { w.b = binary.AppendVarint(w.b, int64(v)) }
func (w *writer) time(t time.Time) { w.u64(uint64(t.UnixMilli())) }

// moment is a time that may be the zero time.
func (w *writer) moment(t time.Time) {
	if t.IsZero() {
		w.u64(0)
	} else {
		w.time(t)
	}
}

func (w *writer) string(s string) {
	w.uvarint(uint64(len(s)))
	w.b = append(w.b, s...)
}

func (w *writer) bool(v bool) {
	if v {
		w.u8(1)
	} else {
		w.u8(0)
	}
}

func (w *writer) date(d stampdesk.Date) {
	w.u16(uint16(d.Year))
	w.u8(d.Month)
	w.u8(d.Day)
}

func (w *writer) entryKey(k stampdesk.EntryKey) {
	w.string(string(k.Desk))
	w.uvarint(k.Seq)
}

func (w *writer) plastic(p stampdesk.Plastic) {
	w.u32(uint32(p.Card))
	w.u8(byte(p.Issue))
}

// reader takes fields off a record. Once a field does not fit it is bad and
// gives zeros; the caller asks once, at the end.
type reader struct {
	version uint8
	key     []byte // of the record
	b       []byte
	off     int
	text    string // b as a string, made when the first text is read: one allocation for all
	bad     bool
}

var zeros [64]byte

// take gives the next n bytes, n being at most len(zeros) or what is left.
func (r *reader) take(n int) []byte {
	if r.bad || n > len(r.b)-r.off {
		r.bad = true
		return zeros[:n]
	}
	r.off += n
	return r.b[r.off-n : r.off]
}

func (r *reader) u8() uint8          { return r.take(1)[0] }
func (r *reader) u16() uint16        { return binary.LittleEndian.Uint16(r.take(2)) }
func (r *reader) u32() uint32        { return binary.LittleEndian.Uint32(r.take(4)) }
func (r *reader) u64() uint64        { return binary.LittleEndian.Uint64(r.take(8)) }
func (r *reader) hash() (h [32]byte) { copy(h[:], r.take(32)); return h }
func (r *reader) time() time.Time    { return time.UnixMilli(int64(r.u64())).UTC() }

func (r *reader) moment() time.Time {
	ms := r.u64()
	if ms == 0 {
		return time.Time{}
	}
	return time.UnixMilli(int64(ms)).UTC()
}

func (r *reader) uvarint() uint64 {
	v, n := binary.Uvarint(r.b[r.off:])
	return r.skip(v, n)
}

func (r *reader) int() int {
	v, n := binary.Varint(r.b[r.off:])
	return int(r.skip(uint64(v), n))
}

func (r *reader) skip(v uint64, n int) uint64 {
	if r.bad || n <= 0 {
		r.bad = true
		return 0
	}
	r.off += n
	return v
}

// count reads how many items follow, each of them at least size bytes.
func (r *reader) count(size int) int {
	n := r.uvarint()
	if n > uint64((len(r.b)-r.off)/size) {
		r.bad = true
		return 0
	}
	return int(n)
}

func (r *reader) string() string {
	n := r.count(1)
	if n == 0 {
		return ""
	}
	if r.text == "" {
		r.text = string(r.b)
	}
	r.off += n
	return r.text[r.off-n : r.off]
}

// bytes are a text that stays bytes, and share the record's memory.
func (r *reader) bytes() []byte {
	n := r.count(1)
	r.off += n
	return r.b[r.off-n : r.off : r.off]
}

func (r *reader) bool() bool {
	v := r.u8()
	r.bad = r.bad || v > 1
	return v == 1
}

func (r *reader) date() stampdesk.Date {
	b := r.take(4)
	return stampdesk.Date{Year: int16(binary.LittleEndian.Uint16(b)), Month: b[2], Day: b[3]}
}

func (r *reader) entryKey() stampdesk.EntryKey {
	return stampdesk.EntryKey{Desk: stampdesk.DeskID(r.string()), Seq: r.uvarint()}
}

func (r *reader) plastic() stampdesk.Plastic {
	return stampdesk.Plastic{Card: stampdesk.CardNumber(r.u32()), Issue: stampdesk.Issue(r.u8())}
}

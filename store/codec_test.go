package store

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"stampdesk"
)

var update = flag.Bool("update", false, "write the golden records of the newest versions")

// sample is a record of one kind, as a value and as anything that can be
// encoded and decoded.
type sample struct {
	kind    string
	version uint8
	key     []byte
	value   any
	encode  func(key []byte, v any) []byte
	decode  func(key, rec []byte) (any, error)
}

func of[T any](c *Codec[T], key []byte, v T) sample {
	return sample{
		kind: c.Kind, version: c.version, key: key, value: v,
		encode: func(key []byte, v any) []byte { t := v.(T); return c.Encode(key, &t) },
		decode: func(key, rec []byte) (any, error) { v, err := c.Decode(key, rec); return v, err },
	}
}

var (
	at       = time.Date(2021, 4, 20, 12, 0, 0, 5_000_000, time.UTC)
	key9     = stampdesk.EntryKey{Desk: "B1", Seq: 9}
	date     = stampdesk.Date{Year: 2021, Month: 4, Day: 15}
	standing = stampdesk.Standing{
		Act: stampdesk.ActStamped, Entry: key9, At: at, Shift: 2, Operator: "lan", Batch: "B1-001",
		Boxes: 8, Reason: "KHAC", Flags: stampdesk.Late,
	}
)

// samples is one record of every kind with every field filled. What they are
// is fixed: the golden files hold their bytes.
func samples() []sample {
	entry, rec := Seal(stampdesk.Entry{
		Key: key9, Round: 4, At: at, Shift: 2, Operator: "lan", Approver: "minh", Act: stampdesk.ActStamped,
		Card: 12345678, Issue: 1, Class: stampdesk.Ours, Unit: "TC001", Batch: "B1-001", Boxes: 8, Reason: "KHAC",
		Note: "ghi chú", Flags: stampdesk.Late, Rules: 3, Ref: key9, Before: stampdesk.EntryKey{Desk: "B2", Seq: 300},
		Paper: stampdesk.Hash{1, 2, 3}, Facts: []stampdesk.Fact{{Name: "by", Value: "Lê An"}, {}},
	}, stampdesk.Head{Desk: "B1", Seq: 41, Chain: stampdesk.Hash{9}})
	if got := Entries.Encode(EntryKey(entry.Key), &entry); !bytes.Equal(got, rec) {
		panic("Seal and Encode differ")
	}
	cell := stampdesk.Cell{
		Round: 4, Desk: "B1", Shift: 2, Operator: "lan", Class: stampdesk.Ours, Unit: "TC001", Batch: "B1-001",
		Act: stampdesk.ActStamped, What: "4",
	}
	member := stampdesk.Member{
		ID: 7, Card: 12345678, OldCard: 87654321, Record: "123456AB", Name: "Đỗ Thị Nhung", Birth: stampdesk.Date{Year: 1950},
		Sex: "Nữ", Home: "Xã A", Admitted: date, Official: date, Issued: date, Unit: "TC001", Cell: "Chi bộ 1", Host: "TC002",
		Status: stampdesk.Exempt, Note: "n", MovedOut: date, MovedTo: "B", MovedIn: date, MovedFrom: "C", Died: date, Left: date, LeftBy: "D",
	}
	batch := stampdesk.Batch{
		ID: "B1-001", Round: 4, Unit: "TC001", Kind: stampdesk.NewCards, State: stampdesk.BatchClosed, Opened: at, By: "Lê An",
		Count: 40, Decision: stampdesk.Decision{No: "7-QĐ", Date: date, Signer: "Vũ"}, Lists: stampdesk.Lists{key9, {}, key9},
		Declared: stampdesk.Declared{"stamped": 39, "lost": 1}, Closed: key9,
	}
	setup := stampdesk.Setup{
		Board: stampdesk.Board{Upper: "TỈNH ỦY", Name: "BAN TỔ CHỨC", Place: "Nơi", Symbol: "-BC"},
		Round: stampdesk.Round{Ordinal: 4, Box: 4, CardBoxes: 4, From: date, To: date, InvalidFrom: date, ListDate: date,
			StatDate: date, UnitsBy: date, ReportBy: date, Papers: []string{"một", "hai"}},
		Rules: stampdesk.Rules{Version: 3, LateHolds: true, StampUnsealed: true},
	}
	batch.Returned = key9
	setup.Rules.NewCards = []stampdesk.Interval{{Boxes: 15}, {From: date, Boxes: 12}, {AtListDate: true, Boxes: 8}}
	setup.Rules.Basis, setup.Rules.ListDateOut, setup.Rules.PapersFirst = stampdesk.ByFirstCard, true, true
	setup.Duties = []stampdesk.Duty{{Day: date, Desk: "B1", People: []stampdesk.PersonID{"lan", "minh"}}, {Day: date}}
	setup.Board.SignedBy, setup.Board.Signer, setup.Board.DrawnUp, setup.Board.Recipients = "T/M BTV\nTRƯỞNG BAN", "Lê An", "Vũ Bình", "- Như trên"
	head := stampdesk.Headcount{Official: 40, Probationary: 2, WithCard: 39}
	return []sample{
		of(&Entries, EntryKey(entry.Key), entry),
		of(&Papers, LineKey(key9, 3), stampdesk.Line{Card: 12345678, Unit: "TC001", Class: stampdesk.Ours, Name: "An", Cell: "1", Reason: "MAT", Note: "n", Entry: key9}),
		of(&Marks, MarkKey(stampdesk.MarkKey{Round: 4, Card: 12345678, Issue: 1}), stampdesk.Mark{Class: stampdesk.Ours, Unit: "TC001",
			Latest: key9, Standing: standing, Listed: stampdesk.Listings{{Form: 2, Unit: "TC001", Standing: standing}, {Form: 4, Unit: "TC002", Standing: standing}}, Missing: standing,
			Aside: standing, Next: stampdesk.Plastic{Card: 87654321, Issue: 1}, Prev: stampdesk.Plastic{Card: 12345678, Issue: 2}, Due: 14}),
		of(&Cells, CellKey(cell), int64(-3)),
		of(&Batches, TextKey(batch.ID), batch),
		of(&Heads, TextKey("B1"), stampdesk.Head{Desk: "B1", Seq: 9, Chain: stampdesk.Hash{1, 2}}),
		of(&Stations, TextKey("B1"), stampdesk.Station{Desk: "B1", Open: key9, Batch: "B1-001", Batches: 17, Prints: 3, Shifts: 5, Shift: 5, Began: key9}),
		of(&Rounds, []byte{4}, key9),
		of(&People, TextKey("lan"), stampdesk.Person{ID: "lan", Name: "Lê Thị Lan", Role: stampdesk.Supervisor, PIN: "$argon2id$",
			Disabled: true, Failures: 6, Locked: at}),
		of(&Cursors, TextKey("printer"), uint64(1<<40)),
		of(&Files, TextKey("form/2"), []byte("title = 1")),
		of(&Schemas, []byte("schema"), uint64(1)),
		of(&Identities, []byte("identity"), stampdesk.Identity{ID: stampdesk.StoreID{1, 2, 3}, Epoch: 2}),
		of(&InForces, []byte("inforce"), InForce{stampdesk.Hash{1}, stampdesk.Hash{2}}),
		of(&Setups, []byte("setup"), setup),
		of(&Members, MemberKey(7), member),
		of(&Units, TextKey("TC001"), stampdesk.UnitInfo{Unit: stampdesk.Unit{Code: "TC001", Name: "Đơn vị", Kind: "chi bộ"}, Headcount: head, Cells: 7}),
		of(&Rosters, []byte("roster"), stampdesk.RosterInfo{Hash: stampdesk.Hash{5}, Members: 42, Total: head}),
		of(&Cards, WithMember(CardKey(12345678), 7), Block{{CardKey(12345678), 7}, {CardKey(12345679), 300}}),
		of(&OldCards, WithMember(CardKey(12345678), 7), Block{{CardKey(12345678), 7}, {CardKey(12345678), 8}}),
		of(&RecordNos, WithMember(TextKey("123456AB"), 7), Block{{TextKey("123456AB"), 7}}),
		of(&Names, WithMember(TextKey("do thi nhung"), 7), Block{{TextKey("do thi nhung"), 7}, {TextKey("do thi oanh"), 1}}),
		of(&Belonging, WithMember(TextKey("TC001"), 7), Block{{TextKey("TC001"), 7}, {TextKey("TC002"), 7}}),
	}
}

// earlier are the values of golden records that an earlier version wrote, as
// this one reads them.
func earlier() []sample {
	var all []sample
	for _, s := range samples() {
		switch v := s.value.(type) {
		case stampdesk.Mark:
			v.Aside, v.Next, v.Prev, v.Due = stampdesk.Standing{}, stampdesk.Plastic{}, stampdesk.Plastic{}, 0
			s.value = v
		case stampdesk.Batch:
			v.Returned = stampdesk.EntryKey{}
			s.value = v
		case stampdesk.Station:
			v.Shifts, v.Shift, v.Began = 0, 0, stampdesk.EntryKey{}
			s.value = v
		case stampdesk.Person:
			v.Disabled, v.Failures, v.Locked = false, 0, time.Time{}
			s.value = v
		case stampdesk.UnitInfo:
			v.Cells = stampdesk.CellsUncounted
			s.value = v
		case stampdesk.Setup:
			v.Board.SignedBy, v.Board.Signer, v.Board.DrawnUp, v.Board.Recipients = "", "", "", ""
			s.value, s.version = v, 2
			all = append(all, s)
			v.Rules.NewCards, v.Rules.Basis, v.Rules.ListDateOut, v.Rules.PapersFirst, v.Duties = nil, 0, false, false, nil
			s.value = v
		case Block: // every entry was a record
			s.value = v[:1]
			if s.kind == Cards.Kind {
				s.key = v[0].Key
			}
		default:
			continue
		}
		s.version = 1
		all = append(all, s)
	}
	return all
}

func TestRecordsComeBack(t *testing.T) {
	for _, s := range samples() {
		got, err := s.decode(s.key, s.encode(s.key, s.value))
		if err != nil || !reflect.DeepEqual(got, s.value) {
			t.Errorf("%s: got %+v, %v, want %+v", s.kind, got, err, s.value)
		}
		zero := reflect.Zero(reflect.TypeOf(s.value)).Interface()
		got, err = s.decode(s.key, s.encode(s.key, zero))
		if err != nil || !reflect.DeepEqual(got, zero) {
			t.Errorf("%s, zero: got %+v, %v", s.kind, got, err)
		}
	}
}

// The golden records were written by the version in their name. They decode
// for ever, to the same value; none of them is ever written again.
func TestGoldenRecordsDecodeForEver(t *testing.T) {
	newest := len(samples())
	for i, s := range append(samples(), earlier()...) {
		name := filepath.Join("testdata", fmt.Sprintf("%s.v%d.hex", s.kind, s.version))
		if *update && i < newest {
			text := fmt.Sprintf("key %x\nrec %x\n", s.key, s.encode(s.key, s.value))
			if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		g := readGolden(t, name)
		if !bytes.Equal(g["key"], s.key) {
			t.Errorf("%s: the key is %x now, was %x", s.kind, s.key, g["key"])
		}
		got, err := s.decode(g["key"], g["rec"])
		if err != nil || !reflect.DeepEqual(got, s.value) {
			t.Errorf("%s: got %+v, %v, want %+v", s.kind, got, err, s.value)
		}
	}
}

func readGolden(t *testing.T, name string) map[string][]byte {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := map[string][]byte{}
	for sc := bufio.NewScanner(f); sc.Scan(); {
		what, text, _ := strings.Cut(sc.Text(), " ")
		if lines[what], err = hex.DecodeString(text); err != nil {
			t.Fatal(err)
		}
	}
	return lines
}

func TestEveryFlippedBitIsFound(t *testing.T) {
	for _, s := range samples() {
		rec := s.encode(s.key, s.value)
		for _, part := range [][]byte{s.key, rec} {
			for bit := range 8 * len(part) {
				part[bit/8] ^= 1 << (bit % 8)
				if _, err := s.decode(s.key, rec); !errors.Is(err, stampdesk.ErrDamaged) || !strings.HasPrefix(err.Error(), s.kind+" ") {
					t.Errorf("%s, bit %d: %v", s.kind, bit, err)
				}
				part[bit/8] ^= 1 << (bit % 8)
			}
		}
		for n := range rec {
			if _, err := s.decode(s.key, rec[:n]); !errors.Is(err, stampdesk.ErrDamaged) {
				t.Errorf("%s, cut to %d bytes: %v", s.kind, n, err)
			}
		}
	}
}

func TestARecordOfANewerVersionIsNotCalledDamaged(t *testing.T) {
	c := Cursors
	c.version = 2
	n := uint64(3)
	_, err := Cursors.Decode([]byte("k"), c.Encode([]byte("k"), &n))
	if !errors.Is(err, stampdesk.ErrNewerStore) || errors.Is(err, stampdesk.ErrDamaged) {
		t.Errorf("got %v", err)
	}
}

func TestErrorsOfANameShowTheMemberOnly(t *testing.T) {
	key := WithMember(TextKey(stampdesk.Fold("Đỗ Thị Nhung")), 7)
	_, err := Names.Decode(key, nil)
	if want := "names 00000007: cut short: " + stampdesk.ErrDamaged.Error(); err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

// FuzzDecode gives every decoder rubbish whose checksum is right: it must not
// panic, and what it takes must come back the same when it is encoded.
func FuzzDecode(f *testing.F) {
	all := samples()
	for i, s := range all {
		rec := s.encode(s.key, s.value)
		f.Add(uint8(i), s.key, rec[:len(rec)-sumLen])
		f.Add(uint8(i), s.key, rec[:len(rec)/2])
	}
	f.Fuzz(func(t *testing.T, which uint8, key, body []byte) {
		s := all[int(which)%len(all)]
		if _, err := s.decode(key, body); err == nil && len(body) < 1+sumLen {
			t.Error("took a record without a checksum")
		}
		sum := Codec[uint64]{Kind: s.kind}
		v, err := s.decode(key, binary.LittleEndian.AppendUint32(slices.Clone(body), sum.crc(key, body)))
		if err != nil {
			if !errors.Is(err, stampdesk.ErrDamaged) && !errors.Is(err, stampdesk.ErrNewerStore) {
				t.Errorf("%s: %v", s.kind, err)
			}
			return
		}
		again, err := s.decode(key, s.encode(key, v))
		if err != nil || !reflect.DeepEqual(again, v) {
			t.Errorf("%s: %+v came back as %+v, %v", s.kind, v, again, err)
		}
	})
}

// FuzzKey parses rubbish as a key of each kind: what is taken is written the
// same again, so that no two keys mean one thing.
func FuzzKey(f *testing.F) {
	for _, s := range samples() {
		f.Add(s.key)
	}
	f.Fuzz(func(t *testing.T, key []byte) {
		if k, err := ParseMarkKey(key); err == nil && !bytes.Equal(MarkKey(k), key) {
			t.Errorf("mark %x", key)
		}
		if c, err := ParseCellKey(key); err == nil && !bytes.Equal(CellKey(c), key) {
			t.Errorf("cell %x", key)
		}
		if s, err := ParseTextKey(key); err == nil && !bytes.Equal(TextKey(s), key) {
			t.Errorf("text %x", key)
		}
	})
}

func TestKeysSortAsTheirFieldsDo(t *testing.T) {
	texts := []string{"", "\x00", "\x00\x01", "A", "A\x00", "A\x00\xff", "A\x01", "AB", "B", "Đ"}
	var keys [][]byte
	for _, s := range texts {
		for _, seq := range []uint64{0, 1, 256, 1 << 60} {
			keys = append(keys, EntryKey(stampdesk.EntryKey{Desk: stampdesk.DeskID(s), Seq: seq}))
		}
	}
	if !slices.IsSortedFunc(keys, bytes.Compare) {
		t.Error("the keys of entries are not in the order of desk and number")
	}
	distinct := map[string]bool{}
	for _, k := range keys {
		distinct[string(k)] = true
	}
	if len(distinct) != len(keys) {
		t.Errorf("%d keys for %d entries", len(slices.Collect(maps.Keys(distinct))), len(keys))
	}
}

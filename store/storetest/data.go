package storetest

import (
	"fmt"
	"time"

	"stampdesk"
)

// Identity is the identity of every store under test.
func Identity() stampdesk.Identity {
	return stampdesk.Identity{ID: stampdesk.StoreID{'s', 't', 'o', 'r', 'e', 't', 'e', 's', 't'}, Epoch: 1}
}

// Setup is the fourth round at an invented board.
func Setup() stampdesk.Setup {
	return stampdesk.Setup{
		Board: stampdesk.Board{
			Upper: "TỈNH ỦY NGÔI SAO", Name: "BAN TỔ CHỨC", Place: "Ngôi Sao", Symbol: "-BC/BTC",
		},
		Round: stampdesk.Round{
			Ordinal: 4, Box: 4, CardBoxes: 4,
			From: day(15, 4), To: day(15, 5), InvalidFrom: day(16, 5),
			ListDate: day(15, 4), StatDate: day(15, 4),
			Papers: []string{"Hướng dẫn số 01 (bịa)", "Kế hoạch số 02 (bịa)"},
		},
		Rules: stampdesk.Rules{
			Version: 1, Basis: stampdesk.ByFirstCard, ListDateOut: true,
			NewCards: []stampdesk.Interval{{Boxes: 15}, {From: day(1, 4), Boxes: 12}, {AtListDate: true, Boxes: 8}},
		},
		Duties: []stampdesk.Duty{{Day: day(15, 4), Desk: "B1", People: []stampdesk.PersonID{"lan", "minh"}}},
	}
}

func day(d, m uint8) stampdesk.Date { return stampdesk.Date{Year: 2021, Month: m, Day: d} }

// Noon is a moment within the window of Setup's round.
var Noon = time.Date(2021, 4, 20, 12, 0, 0, 0, time.UTC)

var (
	surnames = []string{"Nguyễn", "Trần", "Lê", "Phạm", "Đặng", "Đỗ", "Hoàng", "Vũ"}
	middles  = []string{"Văn", "Thị", "Đức", "Ngọc", "Minh", "Xuân"}
	givens   = []string{"An", "Bình", "Cường", "Dũng", "Hạnh", "Hương", "Lan", "Phượng", "Quý", "Thắng", "Yến"}
	kinds    = []stampdesk.UnitKind{"đảng bộ cơ sở", "chi bộ cơ sở"}
)

// unitSize is about how many members an invented unit has.
const unitSize = 42

// Roster invents a roster of n members, always the same for the same n. Member
// i, counted from 1, has the id i and the card Card(i); the first fifty are
// plain official members, and among the rest is everything a roster knows.
func Roster(n int) stampdesk.Roster {
	var r stampdesk.Roster
	for i := range max(1, n/unitSize) {
		r.Units = append(r.Units, stampdesk.Unit{
			Code: unit(i), Name: fmt.Sprintf("Đơn vị số %d", i+1), Kind: kinds[i%len(kinds)],
		})
	}
	for i := 1; i <= n; i++ {
		r.Members = append(r.Members, member(i, len(r.Units)))
	}
	return r
}

// Card is the card number of the i-th member of an invented roster. They are
// scattered, as those of a roster in the order of its units are.
func Card(i int) stampdesk.CardNumber {
	n := (uint64(i)*61803399 + 1234567) % 100_000_000
	if n%1_000_000 == 0 {
		n = (n + 1_000_003) % 100_000_000 // the series begin at 000001
	}
	return stampdesk.CardNumber(n)
}

func unit(i int) stampdesk.UnitCode { return stampdesk.UnitCode(fmt.Sprintf("TC%03d", i+1)) }

func member(i, units int) stampdesk.Member {
	home := (i - 1) / unitSize % units
	m := stampdesk.Member{
		ID: stampdesk.MemberID(i), Card: Card(i), Status: stampdesk.Official,
		Record: fmt.Sprintf("%06dNS", i), Sex: []string{"Nam", "Nữ"}[i%2],
		Name:     surnames[i%8] + " " + middles[i/8%6] + " " + givens[i/48%11],
		Birth:    stampdesk.Date{Year: int16(1940 + i%60), Month: uint8(1 + i%12), Day: uint8(1 + i%28)},
		Admitted: stampdesk.Date{Year: int16(1970 + i%45), Month: 5, Day: 19},
		Official: stampdesk.Date{Year: int16(1971 + i%45), Month: 5, Day: 19},
		Issued:   stampdesk.Date{Year: int16(2005 + i%15), Month: 9, Day: 2},
		Home:     "Xã Bịa, huyện Bịa", Unit: unit(home), Cell: fmt.Sprintf("Chi bộ %d", 1+i%5),
	}
	switch {
	case i%53 == 0:
		m.Status, m.Card, m.Official, m.Issued = stampdesk.Probationary, 0, stampdesk.Date{}, stampdesk.Date{}
	case i%61 == 0:
		m.Host = unit((home + 1) % units) // with one unit, its own
	case i%97 == 0:
		m.Status = stampdesk.Exempt
	case i%101 == 0:
		m.Status, m.MovedOut, m.MovedTo = stampdesk.TransferredOut, day(1, 3), "Đảng bộ khác"
	case i%103 == 0:
		m.Status, m.Died = stampdesk.Deceased, day(2, 2)
	case i%107 == 0:
		m.Status, m.Left, m.LeftBy = stampdesk.Expelled, day(3, 1), "khai trừ"
	case i%109 == 0:
		m.Unit, m.Host = "", unit(home) // a guest from another board
	case i%113 == 0:
		m.OldCard = m.Card + 1
	}
	return m
}

// entry is an act at desk B1 about the i-th card of an invented roster.
func entry(act stampdesk.Act, i int) stampdesk.Entry {
	return stampdesk.Entry{
		Key: stampdesk.EntryKey{Desk: "B1"}, Round: 4, At: Noon.Add(time.Duration(i) * time.Second),
		Shift: 1, Operator: "lan", Act: act, Card: Card(i), Issue: stampdesk.FirstIssue,
		Class: stampdesk.Ours, Unit: unit(0), Batch: "B1-001", Boxes: stampdesk.BoxesOf(4), Rules: 1,
	}
}

package form

import (
	"fmt"
	"time"

	"stampdesk"
)

// sampleDay is the day under which the forms of the tests are issued.
var sampleDay = time.Date(2021, 5, 20, 9, 0, 0, 0, time.UTC)

func sampleOptions() Options { return Options{At: sampleDay, Version: "0.7"} }

var sampleRound = stampdesk.Round{
	Ordinal: 4, Box: 4, CardBoxes: 4,
	From: stampdesk.Date{Year: 2021, Month: 4, Day: 15}, To: stampdesk.Date{Year: 2021, Month: 5, Day: 15},
	ListDate: stampdesk.Date{Year: 2021, Month: 4, Day: 15}, StatDate: stampdesk.Date{Year: 2021, Month: 4, Day: 1},
}

var sampleBoard = stampdesk.Board{
	Upper: "Quận ủy Sông Lam", Name: "Ban Tổ chức", Place: "Sông Lam", Symbol: "-BC/BTC",
	SignedBy: "TRƯỞNG BAN", Signer: "Hoàng Minh Khôi", DrawnUp: "Vũ Thị Hiền",
	Recipients: "- Ban Tổ chức Thành ủy (để báo cáo),\n- Thường trực Quận ủy,\n- Lưu Ban Tổ chức.",
}

var sampleUnit = stampdesk.Unit{Code: "P07", Name: "Đảng ủy phường Bến Thượng", Kind: "đảng bộ cơ sở"}

// sampleRows are members of three cells of one unit; no such people live.
func sampleRows(n int, form stampdesk.Form) []stampdesk.FormRow {
	families := []string{"Nguyễn Văn", "Trần Thị", "Lê Hữu", "Phạm Thị Thu", "Hoàng Đình", "Đặng Thị Ngọc"}
	given := []string{"An", "Bình", "Châu", "Dũng", "Đức", "Hạnh", "Khánh", "Lượng", "Phượng", "Quyết"}
	homes := []string{"xã Vân Thủy, huyện An Sơn, tỉnh Nam Hà", "phường Bến Thượng", "Yên Lạc, Vĩnh Hòa"}
	rows := make([]stampdesk.FormRow, n)
	for i := range rows {
		family := families[i%len(families)]
		m := stampdesk.Member{
			Card: stampdesk.CardNumber(36_000_101 + i*7), Name: family + " " + given[(i/2)%len(given)], Sex: "Nam",
			Birth: stampdesk.Date{Year: int16(1941 + i%50), Month: uint8(1 + i%12), Day: uint8(1 + i%28)}, Home: homes[i%len(homes)],
			Admitted: stampdesk.Date{Year: int16(1969 + i%45), Month: 5, Day: 19}, Official: stampdesk.Date{Year: int16(1970 + i%45), Month: 5, Day: 19},
			Record: fmt.Sprintf("%06dNH", 120_300+i), Unit: sampleUnit.Code, Cell: fmt.Sprintf("Chi bộ tổ dân phố %d", 1+i*3/n),
		}
		if i%2 == 1 {
			m.Sex = "Nữ"
		}
		if i%11 == 5 {
			m.Birth = stampdesk.Date{Year: m.Birth.Year}
		}
		r := stampdesk.FormRow{Member: m, Unit: sampleUnit.Code, Cell: m.Cell, Card: m.Card, Class: stampdesk.Ours}
		switch form {
		case stampdesk.FormDamaged:
			r.Reason, r.Boxes = stampdesk.ReasonDamaged, stampdesk.BoxesOf(2, 3, 4)
			if i%3 == 0 {
				r.Note = "gãy góc trên, mờ ảnh"
			} else if i%3 == 1 {
				r.Reason = stampdesk.ReasonSpoiled
			}
		case stampdesk.FormLost:
			r.Reason, r.Boxes = stampdesk.ReasonLost, stampdesk.BoxesOf(1, 2, 3, 4)
			if i%2 == 0 {
				r.Discipline = stampdesk.ReasonDiscipline + ".khien_trach"
			}
		case stampdesk.FormCardless:
			r.Card, r.Member.Card = 0, 0
			r.Reason = []stampdesk.Reason{stampdesk.ReasonMovedIn, stampdesk.ReasonNewlyOfficial, stampdesk.ReasonTechnical, stampdesk.ReasonNotEntered, stampdesk.ReasonUnstated}[i%5]
		}
		rows[i] = r
	}
	return rows
}

// sampleTally is the result of a board that published it in 2021; its 203
// cards that were not collected are put under reasons of ours.
func sampleTally() stampdesk.Tally {
	return stampdesk.Tally{
		Headcount:   stampdesk.Headcount{Official: 16_603, Probationary: 283, WithCard: 16_560},
		WithoutCard: 43, Proposed: 16_239, Stamped: 16_036, Damaged: 104, Lost: 217, Uncollected: 203,
		WithoutCardBy: map[stampdesk.Reason]int{stampdesk.ReasonMovedIn: 20, stampdesk.ReasonNewlyOfficial: 23},
		UncollectedBy: map[stampdesk.Reason]int{
			stampdesk.ReasonUncollected + ".cong_tac": 120, stampdesk.ReasonUncollected + ".ve_que": 60, stampdesk.ReasonUncollected + ".nam_vien": 23,
		},
		Remarks: map[stampdesk.Reason]int{stampdesk.ReasonBadCare: 3, stampdesk.ReasonDiscipline + ".khien_trach": 9},
		Guests:  stampdesk.Handled{Stamped: 31},
		Heads:   []stampdesk.Head{{Desk: "B1", Seq: 20732, Chain: stampdesk.Hash{0x5a, 0x01, 0x99, 0xfe, 0x12, 0x34, 0x56, 0x78}}},
	}
}

// sampleFilled is form f of a unit; forms 6 and 7 of what they are of.
func sampleFilled(f stampdesk.Form) stampdesk.Filled {
	x := stampdesk.Filled{Form: f, Board: sampleBoard, Round: sampleRound, Unit: sampleUnit, Tally: sampleTally()}
	switch {
	case f.IsList():
		x.Rows = sampleRows(23, f)
		guest := x.Rows[4]
		guest.Class, guest.Member.Name, guest.Note = stampdesk.Guest, "Bùi Thị Ánh Nguyệt", "sinh hoạt tạm thời từ Đảng bộ phường khác"
		guest.Card += 40_000_000
		if f == stampdesk.FormStamp {
			x.Rows = append(x.Rows, guest)
		}
		return x
	case f == stampdesk.FormResult:
		x.Unit = stampdesk.Unit{}
		x.Units = stampdesk.UnitCounts{Units: 49, Committees: 30, Basic: 19, Cells: 412, Done: 47}
		x.Notes = []stampdesk.FormNote{{Kind: stampdesk.NoteUnclosed, N: 2}, {Kind: stampdesk.NoteHeld, N: 1}}
	case f == stampdesk.FormReturn:
		x.Units = stampdesk.UnitCounts{Units: 1, Committees: 1, Cells: 3}
	}
	for i := range 3 {
		name := fmt.Sprintf("Chi bộ tổ dân phố %d", i+1)
		if f == stampdesk.FormResult {
			name = []string{"Đảng ủy phường Bến Thượng", "Chi bộ Trường Trung học phổ thông Nguyễn Thị Minh Khai", "Đảng ủy Công an quận"}[i]
		}
		x.Parts = append(x.Parts, stampdesk.FormPart{Key: fmt.Sprintf("P0%d", i+1), Name: name, Tally: sampleTally()})
	}
	return x
}

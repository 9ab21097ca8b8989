package stampdesk

import (
	"fmt"
	"strings"
)

// UnitCode names a grassroots organisation (mã tổ chức cơ sở đảng) as the
// board writes it in its roster.
type UnitCode string

// UnitKind says what sort of grassroots organisation a unit is, in the
// roster's own words ("đảng bộ cơ sở", "chi bộ cơ sở"); it may be empty.
type UnitKind string

// Unit is a grassroots organisation (tổ chức cơ sở đảng): it collects the
// cards of its cells and brings them to the desk.
type Unit struct {
	Code UnitCode
	Name string
	Kind UnitKind
}

// IsBasic reports whether the unit is one cell itself (chi bộ cơ sở), by the
// roster's word for it, and so has none under it.
func (u *Unit) IsBasic() bool { return strings.HasPrefix(Fold(string(u.Kind)), "chi bo") }

// Headcount is what the roster says of one unit, or of all of them added up.
type Headcount struct {
	Official     int // official members, the exempt and those abroad among them
	Probationary int
	WithCard     int // official members who have a card number
}

// Members is the number of members: official and probationary.
func (h Headcount) Members() int { return h.Official + h.Probationary }

// Add adds h2 to h.
func (h *Headcount) Add(h2 Headcount) {
	h.Official += h2.Official
	h.Probationary += h2.Probationary
	h.WithCard += h2.WithCard
}

// MemberID names a member within the store. It is kept from one roster to the
// next, so that a corrected card number or name does not make a new person.
type MemberID uint32

// Member is a line of the roster the board manages (sổ danh sách đảng viên).
type Member struct {
	ID      MemberID
	Card    CardNumber // zero: no card yet
	OldCard CardNumber // the number before an exchange (số thẻ cũ)
	Record  string     // số lý lịch: 6 digits and 1 to 3 letters
	Name    string     // họ và tên, NFC
	Birth   Date       // may be a bare year
	Sex     string     // giới tính, as written
	Home    string     // quê quán

	Admitted Date // ngày vào Đảng
	Official Date // ngày chính thức
	Issued   Date // ngày cấp thẻ

	Unit   UnitCode // home unit; empty for a guest from another board
	Cell   string   // chi bộ
	Host   UnitCode // unit of temporary activity (đơn vị SHĐ tạm thời)
	Status Status
	Note   string

	MovedOut  Date // ngày chuyển đi
	MovedTo   string
	MovedIn   Date // ngày chuyển đến
	MovedFrom string
	Died      Date   // ngày từ trần
	Left      Date   // ngày ra khỏi Đảng
	LeftBy    string // hình thức
}

// BelongsTo reports whether unit u brings this member's card: as home unit, or
// as host of a member on temporary activity (sinh hoạt đảng tạm thời), whose
// card the host unit has inspected.
func (m *Member) BelongsTo(u UnitCode) bool { return u != "" && (m.Unit == u || m.Host == u) }

// Brings is the unit that is expected to bring the card: the host where there
// is one.
func (m *Member) Brings() UnitCode {
	if m.Host != "" {
		return m.Host
	}
	return m.Unit
}

// Class says how the card is counted, see Class.
func (m *Member) Class() Class {
	switch {
	case m.Unit == "" && m.Host != "":
		return Guest
	case m.Unit != "" && m.Status.CountsOfficial() && m.Card != 0:
		return Ours
	}
	return Other
}

// Headcount is what this one member adds to its unit's figures.
func (m *Member) Headcount() Headcount {
	var h Headcount
	switch {
	case m.Unit == "":
	case m.Status.CountsOfficial():
		h.Official = 1
		if m.Card != 0 {
			h.WithCard = 1
		}
	case m.Status == Probationary:
		h.Probationary = 1
	}
	return h
}

// Class is the population in which a card is counted. Stored: append only.
type Class uint8

// The classes of a card.
const (
	Other   Class = iota // on no roster of ours, departed, probationary: never in with_card
	Ours                 // a card of an official member of one of our units: with_card
	Guest                // temporary activity from another board: on a line of its own
	Renewed              // a card in the place of an earlier one of ours, which is what with_card counts
)

// Status is the standing of a member on the roster (trạng thái). Stored:
// append only.
type Status uint8

// The standings of a member.
const (
	Official       Status = 1 + iota // đảng viên chính thức
	Probationary                     // đảng viên dự bị: has no card
	Exempt                           // miễn công tác và sinh hoạt đảng: keeps the card
	Abroad                           // ngoài nước: the card is kept elsewhere
	TransferredOut                   // đã chuyển đi
	PendingIn                        // chờ hồ sơ chuyển đến
	Deceased                         // từ trần
	Expelled                         // khai trừ
	StruckOff                        // xóa tên
	Resigned                         // xin ra khỏi Đảng
)

// statusWords are the words of the roster's column "Trạng thái".
var statusWords = [...]string{
	Official: "chính thức", Probationary: "dự bị", Exempt: "miễn sinh hoạt", Abroad: "ngoài nước",
	TransferredOut: "chuyển đi", PendingIn: "chờ chuyển đến", Deceased: "từ trần",
	Expelled: "khai trừ", StruckOff: "xóa tên", Resigned: "xin ra",
}

// String is the word of the roster's column "Trạng thái".
func (s Status) String() string { return nameOf(statusWords[:], "status", s) }

// ParseStatus reads the column "Trạng thái" (NFC); empty means official.
func ParseStatus(s string) (Status, error) {
	t := strings.ToLower(strings.TrimSpace(s))
	if t == "" {
		return Official, nil
	}
	for st, w := range statusWords {
		if w != "" && (w == t || t == "xoá tên" && Status(st) == StruckOff) {
			return Status(st), nil
		}
	}
	return 0, fmt.Errorf("status %q: want one of %s", s, strings.Join(statusWords[Official:], ", "))
}

// CountsOfficial reports whether the member counts as an official member: the
// exempt and those abroad do.
func (s Status) CountsOfficial() bool { return s == Official || s == Exempt || s == Abroad }

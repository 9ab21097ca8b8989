package stampdesk

import (
	"crypto/sha256"
	"fmt"
	"hash"
	"strconv"
)

// Form is one of the official forms of a round (mẫu 1-KTTĐV to 7-KTTĐV). The
// number is the official one, which is also what is stored.
type Form uint8

// The forms. Forms 2 to 5 are lists of members, which a unit hands in with its
// cards; the others are figures.
const (
	FormUse      Form = 1 // biểu báo cáo tình hình sử dụng và bảo quản thẻ, of a cell
	FormStamp    Form = 2 // danh sách đề nghị đóng dấu kiểm tra kỹ thuật
	FormDamaged  Form = 3 // danh sách đề nghị đổi lại thẻ bị hỏng
	FormLost     Form = 4 // danh sách đề nghị cấp lại thẻ bị mất
	FormCardless Form = 5 // danh sách đảng viên chính thức chưa được đổi, phát thẻ
	FormReturn   Form = 6 // biểu báo cáo tổng hợp, of a unit's committee
	FormResult   Form = 7 // báo cáo tổng hợp kết quả, of the organisation board
)

// IsList reports whether the form lists members.
func (f Form) IsList() bool { return FormStamp <= f && f <= FormCardless }

// ParseAnyForm reads the number of a form, 1 to 7.
func ParseAnyForm(s string) (Form, error) {
	n, err := strconv.Atoi(s)
	if err != nil || n < int(FormUse) || n > int(FormResult) {
		return 0, fmt.Errorf("form %q: want 1 to 7", s)
	}
	return Form(n), nil
}

// ParseForm reads the number of a list, 2 to 5.
func ParseForm(s string) (Form, error) {
	f, err := ParseAnyForm(s)
	if err != nil || !f.IsList() {
		return 0, fmt.Errorf("form %q: want 2, 3, 4 or 5", s)
	}
	return f, nil
}

// Lists says by which entry each list of a batch was loaded; the zero key
// means that the list is not there.
type Lists [4]EntryKey

// Has reports whether list f is there.
func (l Lists) Has(f Form) bool { return l[f-FormStamp] != (EntryKey{}) }

// Of is the entry that loaded list f.
func (l Lists) Of(f Form) EntryKey { return l[f-FormStamp] }

// Set notes that entry k loaded list f.
func (l *Lists) Set(f Form, k EntryKey) { l[f-FormStamp] = k }

// Line is one line of a paper that an entry of the journal refers to: a list
// of a unit, the balance of a closed batch, the cards whose unit a new roster
// changed. Names stay here; they never enter the journal.
type Line struct {
	Card   CardNumber // zero on list 5
	Unit   UnitCode   // home unit by the roster in force when the paper came
	Class  Class
	Name   string
	Cell   string
	Reason Reason
	Note   string
	Entry  EntryKey // on the balance of a closed batch: what became of a card that was seen, or why it did not come
}

// PaperHash is the SHA-256 that binds a paper to its entry: every field of
// every line with its length before it, so that no two papers look alike.
func PaperHash(lines []Line) Hash {
	h := sha256.New()
	for _, l := range lines {
		fmt.Fprintf(h, "%d %d %d\n", l.Card, l.Class, l.Entry.Seq)
		for _, s := range []string{string(l.Entry.Desk), string(l.Unit), l.Name, l.Cell, string(l.Reason), l.Note} {
			hashString(h, s)
		}
	}
	return Hash(h.Sum(nil))
}

func hashString(h hash.Hash, s string) {
	fmt.Fprintf(h, "%d:", len(s))
	h.Write([]byte(s))
}

package sheet

import (
	"strings"

	"stampdesk"
)

// standing sees whether the status agrees with what else the row says. Where
// the file has no column for it, as the register of members (7-HSĐV), the rest
// of the row tells it: the card of somebody who died or left is never stamped.
func (r *memberReader) standing(m *stampdesk.Member) {
	switch status, by := r.gone(m); {
	case status != 0 && r.at[colStatus] < 0:
		m.Status = status
		r.warn(Problem{Fault: FaultTakenStatus, Column: r.title(by), Want: status.String()})
	case status != 0 && m.Headcount().Members() > 0:
		r.warn(Problem{Fault: FaultGoneMember, Column: r.title(by), Found: m.Status.String(), Want: status.String()})
	case status == 0 && m.Note != "" && m.Status.CountsOfficial() && speaksOfLeaving(m.Note):
		r.warn(Problem{Fault: FaultNoteStatus, Column: r.title(colNote), Found: shorten(m.Note), Want: m.Status.String()})
	}
	switch {
	case m.Status == stampdesk.Probationary && m.Card != 0:
		r.warn(Problem{Fault: FaultProbationaryCard, Column: r.title(colCard), Found: m.Card.String()})
	case r.at[colStatus] < 0 && r.at[colOfficial] >= 0 && !m.Admitted.IsZero() && m.Official.IsZero() &&
		isBlank(r.raw(colOfficial)) && isBlank(r.raw(colCard)):
		m.Status = stampdesk.Probationary
		r.warn(Problem{Fault: FaultTakenProbationary, Column: r.title(colOfficial)})
	}
}

// speaksOfLeaving reports a note that says what only the status should. It may
// speak of somebody else, so it is pointed out and no more.
func speaksOfLeaving(note string) bool {
	note = headingKey(note)
	for _, words := range [...]string{"tu tran", "khai tru", "xoa ten", "xin ra", "ra khoi dang", "chuyen di", "da chuyen", "chuyen sinh hoat"} {
		if strings.Contains(note, words) {
			return true
		}
	}
	return false
}

// gone is the status of somebody of whom the row says that he is no member of
// the unit any more, and the column that says so; zero of anybody else.
func (r *memberReader) gone(m *stampdesk.Member) (stampdesk.Status, column) {
	switch {
	case !m.Died.IsZero():
		return stampdesk.Deceased, colDied
	case !m.Left.IsZero():
		return leftBy(m.LeftBy), colLeft
	case m.LeftBy != "" && r.at[colLeft] >= 0:
		return leftBy(m.LeftBy), colLeftBy
	case !m.MovedOut.IsZero():
		if back := !m.MovedIn.IsZero() && !m.MovedOut.After(m.MovedIn); !back {
			return stampdesk.TransferredOut, colMovedOut
		}
	case m.MovedTo != "" && r.at[colMovedOut] >= 0 && m.MovedIn.IsZero():
		return stampdesk.TransferredOut, colMovedTo
	}
	return 0, colNote
}

// leftBy is the status of somebody who left in a form as people write it:
// struck off, where it names no other.
func leftBy(form string) stampdesk.Status {
	switch form = headingKey(form); {
	case strings.Contains(form, "khai tru"):
		return stampdesk.Expelled
	case strings.Contains(form, "xin ra"):
		return stampdesk.Resigned
	}
	return stampdesk.StruckOff
}

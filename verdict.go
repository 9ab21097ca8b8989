package stampdesk

import "strings"

// Kind is what to do with the card in the hand.
type Kind uint8

// The kinds of verdict. Stored: append only.
const (
	Unreadable Kind = iota // no card number could be read
	Stamp                  // stamp the boxes of the verdict
	Hold                   // keep aside; a person must settle it
	Refuse                 // never stamp; the verdict says where the card goes
	Repeat                 // stamped already: when, by whom, which boxes
)

var kindNames = [...]string{Unreadable: "unreadable", Stamp: "stamp", Hold: "hold", Refuse: "refuse", Repeat: "repeat"}

// String is the stable name used in JSON.
func (k Kind) String() string { return nameOf(kindNames[:], "verdict", k) }

// Verdict is the answer to one card. Everything the rules can object to is a
// verdict, never an error.
type Verdict struct {
	Kind    Kind
	Reason  Reason
	Boxes   BoxSet      // Stamp: the boxes proposed; Repeat: the boxes stamped
	Earlier BoxSet      // Stamp, Repeat: the boxes that the card should carry from before
	New     bool        // Stamp: a new card, whose boxes are those of the table
	Late    bool        // Stamp: after the window of the round
	Goes    Destination // where the card goes now
	Fault   CardFault   // Unreadable: what is wrong with the text
	Stands  Standing    // Repeat, and a hold that stands: the act on record
}

// flags are the marks that the verdict leaves on the entry of a stamp.
func (v Verdict) flags() (f Flags) {
	if v.Late {
		f |= Late
	}
	if v.Reason == ReasonOverridden {
		f |= Overruled
	}
	return f
}

// isSaidBy reports whether what stands for a card leaves a hold or a refusal
// in a batch nothing to add: the same was recorded, or something weightier
// that a rule must not hide, a stamp or a damage.
//
// A stamped card that turns up in another batch, or whose member has left
// since, is news: it must go where it belongs.
func (v Verdict) isSaidBy(s Standing, batch BatchID) bool {
	if v.Kind != Hold && v.Kind != Refuse {
		return false
	}
	switch s.Act {
	case ActStamped:
		return v.Kind == Hold && batch == s.Batch
	case ActReportedDamaged, ActIncident: // it lies where it belongs; a lost one that turns up does not
		return true
	case ActHeld:
		return v.Kind == Hold && v.Reason == s.Reason && batch == s.Batch
	case ActRefused:
		return v.Kind == Refuse && v.Reason == s.Reason && batch == s.Batch
	}
	return false
}

// Destination says where a card that is not stamped goes from the desk.
type Destination uint8

// The destinations of a card.
const (
	Onward      Destination = iota // with its batch, back to the unit at the end
	HeldTray                       // the tray of held cards; a supervisor settles it
	BackToUnit                     // returned to the unit with the reason
	UpToBoard                      // withdrawn and sent up (thu hồi, nộp lên cấp trên)
	WithFamily                     // the family keeps it
	ExchangeBox                    // the box of cards to be exchanged (mẫu 3)
)

// Reason is the stable code of why a card is not stamped, or of any other
// remark on it. Codes travel in the journal and in JSON; their words are in
// the table of reasons. A board may use codes of its own.
type Reason string

// The reasons of the official procedure, as boards report them.
const (
	ReasonDamaged        Reason = "HONG"
	ReasonLost           Reason = "MAT"
	ReasonUncollected    Reason = "CHUA_THU"
	ReasonUnknown        Reason = "KHONG_TRONG_DS" // not on the roster this board manages
	ReasonTransferredOut Reason = "DA_CHUYEN_DI"
	ReasonPendingIn      Reason = "CHO_HO_SO_CHUYEN_DEN"
	ReasonExpelled       Reason = "RA_KHOI_DANG.khai_tru"
	ReasonStruckOff      Reason = "RA_KHOI_DANG.xoa_ten"
	ReasonResigned       Reason = "RA_KHOI_DANG.xin_ra"
	ReasonDeceased       Reason = "TU_TRAN"
	ReasonAbroad         Reason = "NGOAI_NUOC"
	ReasonDataDiffer     Reason = "SAI_THONG_TIN"
	ReasonForged         Reason = "NGHI_GIA"
	ReasonSpoiled        Reason = "DONG_DAU_SAI"
	ReasonDuplicate      Reason = "TRUNG_THE"
)

// The desk's own reasons.
const (
	ReasonEligible     Reason = "DU_DIEU_KIEN"
	ReasonUnreadable   Reason = "KHONG_DOC_DUOC"
	ReasonRoundClosed  Reason = "DA_KHOA_DOT"
	ReasonProbationary Reason = "DU_BI"
	ReasonOtherUnit    Reason = "KHAC_DON_VI"
	ReasonUndecided    Reason = "CHUA_QUYET_DINH"
	ReasonStamped      Reason = "DA_DONG_DAU"
	ReasonNotListed    Reason = "KHONG_CO_MAU_2"
	ReasonLate         Reason = "QUA_HAN"
	ReasonVoidIssue    Reason = "THE_CU"            // another card took its place
	ReasonNear         Reason = "GAN_GIONG"         // almost the number of a member of the unit
	ReasonNoDate       Reason = "THIEU_NGAY"        // a new card whose boxes nobody can tell
	ReasonNoEarlier    Reason = "THIEU_DAU_CU"      // an earlier stamp is missing
	ReasonOverridden   Reason = "GIAM_SAT_CHO_PHEP" // a supervisor decided otherwise
	ReasonMistake      Reason = "GHI_NHAM"          // why an entry was voided
	ReasonMisread      Reason = "DOC_NHAM"          // the number was read or typed wrongly
	ReasonOther        Reason = "KHAC"              // free text in the note
)

// Reasons why an official member has no card (mẫu 5).
const (
	ReasonMovedIn       Reason = "CHUYEN_DEN"
	ReasonNewlyOfficial Reason = "MOI_CONG_NHAN"
	ReasonTechnical     Reason = "LOI_KY_THUAT"
	ReasonNotEntered    Reason = "CHUA_CAP_NHAT"
	ReasonUnstated      Reason = "CHUA_RO" // no list says
)

// Reasons of a remark on how a member uses and keeps the card (mẫu 1).
const (
	ReasonMisuse     Reason = "SAI_MUC_DICH"    // sử dụng thẻ sai mục đích
	ReasonBadCare    Reason = "BAO_QUAN_KEM"    // bảo quản thẻ không tốt
	ReasonDiscipline Reason = "KY_LUAT_MAT_THE" // kỷ luật vì làm mất thẻ; the measure follows a dot
)

// isCode reports whether the reason is a code, as the table has it or a board
// makes its own: capitals, and after a dot small letters. Words are for notes.
func (r Reason) isCode() bool {
	code, rest, refined := strings.Cut(string(r), ".")
	return code != "" && strings.Trim(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == "" &&
		len(r) <= maxName && (!refined || rest != "" && strings.Trim(rest, "abcdefghijklmnopqrstuvwxyz0123456789_") == "")
}

// IsRemark reports whether the reason is one of form 1: it says nothing of
// where the card is.
func (r Reason) IsRemark() bool {
	return r == ReasonMisuse || r == ReasonBadCare || r.under(ReasonDiscipline)
}

// IsUncollected reports whether the reason is one for which a card was not
// collected (chưa thu được thẻ).
func (r Reason) IsUncollected() bool { return r.under(ReasonUncollected) }

// under reports whether the reason is code, or one of those that refine it
// after a dot.
func (r Reason) under(code Reason) bool {
	return r == code || strings.HasPrefix(string(r), string(code)+".")
}

// IsFinal reports whether no supervisor can go against a verdict with this
// reason: there is no member to stamp for, the member has left or has no card,
// somebody above the desk must decide first, or the card is done with.
func (r Reason) IsFinal() bool {
	switch r {
	case ReasonUnreadable, ReasonRoundClosed, ReasonVoidIssue, ReasonNear, ReasonUnknown, ReasonExpelled,
		ReasonStruckOff, ReasonResigned, ReasonDeceased, ReasonProbationary, ReasonUndecided, ReasonStamped:
		return true
	}
	return false
}

// GoesTo says where a card goes that is kept aside or refused for this reason.
// Who left the Party has the card withdrawn (01-HD/TW 2021 §7.1c); the family
// of a deceased member keeps it.
func (r Reason) GoesTo(k Kind) Destination {
	switch {
	case r == ReasonVoidIssue || r == ReasonExpelled || r == ReasonStruckOff || r == ReasonResigned:
		return UpToBoard
	case r == ReasonDeceased:
		return WithFamily
	case r.IsDamage():
		return ExchangeBox
	case k == Refuse:
		return BackToUnit
	case k == Hold:
		return HeldTray
	}
	return Onward
}

// IsDamage reports whether a card set aside for this reason counts as damaged.
func (r Reason) IsDamage() bool { return r == ReasonDamaged || r == ReasonSpoiled }

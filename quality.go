package stampdesk

import "errors"

// Quality is what is wrong with the roster in force, or with one unit's part of
// it: nothing that stops the desk, all that makes counts wrong.
type Quality struct {
	Total    Headcount
	Members  int // lines of the roster, the departed and guests among them
	Flaws    []Flaw
	Coverage []Coverage
}

// Flaw is one thing that is wrong with one member of the roster.
type Flaw struct {
	Kind   FlawKind
	Member Member
	Date   *DateFlaw // of FlawDate
	Other  *Member   // of FlawSamePerson and FlawOldNumber: who else it is about
	Note   string
}

// FlawKind names a sort of flaw. The values are stable names.
type FlawKind string

// The flaws of a roster.
const (
	FlawNoCard     FlawKind = "no-card"         // an official member without a number
	FlawDate       FlawKind = "impossible-date" // see DateFlaw
	FlawMovedOut   FlawKind = "not-cut"         // transferred out on a day that is past, and still counted here
	FlawGone       FlawKind = "gone-not-cut"    // died or left on a day that is past, and still counted here
	FlawPendingIn  FlawKind = "pending-in"      // waits for the papers of a transfer
	FlawNoRecord   FlawKind = "no-record"       // no record number (số lý lịch), or one that is none
	FlawNoBirth    FlawKind = "no-birth"        // no birth date
	FlawNoOfficial FlawKind = "no-official"     // an official member without the date of recognition, on which the boxes of a new card rest
	FlawSamePerson FlawKind = "same-person"     // name and birth date of another line
	FlawOldNumber  FlawKind = "old-number"      // the old number of one member is the number of another
)

// Coverage says how many of those who should have a field have it.
type Coverage struct {
	Field    Field
	Have, Of int
}

// QualityOf examines the roster in force; unit narrows it down, empty is all.
func QualityOf(s Snapshot, unit UnitCode, today Date) (Quality, error) {
	return Quality{}, errors.New("not built yet")
}

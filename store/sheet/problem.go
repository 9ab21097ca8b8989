package sheet

import (
	"strconv"
	"strings"

	"stampdesk"
)

// Problem is one thing that is wrong with a file, or as a warning, one thing
// that a person should look at.
type Problem struct {
	Fault  Fault
	Line   int    // physical line where the row begins, from 1; 0: the file as a whole
	Column string // heading of the column; empty: the whole row
	Found  string // what stands there
	Want   string // what was expected, where it is not always the same
	First  int    // line of what it collides with; 0: none
}

// Fault says what kind of problem it is. The values are stable names, given in
// JSON.
type Fault string

// Faults of the file as a whole: its rows were not read.
const (
	FaultEmpty          Fault = "empty-file"
	FaultNoRows         Fault = "no-rows"        // nothing below the headings
	FaultNotUTF8        Fault = "not-utf-8"      // nor anything else that proves itself
	FaultEncoding       Fault = "wrong-encoding" // not the one that was asked for
	FaultWorkbook       Fault = "workbook"       // of a kind that is not read: .xls, .xlsb, .ods
	FaultNoColumn       Fault = "no-column"      // a column that must be there is not
	FaultTwinColumn     Fault = "two-columns"
	FaultProfileColumn  Fault = "profile-column"  // a profile names a heading that the file does not have
	FaultProfileField   Fault = "profile-field"   // a profile names a field that there is not
	FaultProfileHeading Fault = "profile-heading" // a profile names a row for the headings that has none
	FaultOtherForm      Fault = "other-form"      // the title names another form than was asked for

	FaultNotTable    Fault = "not-a-table"     // a document, a picture, an archive, a program
	FaultLocked      Fault = "locked-workbook" // with a password
	FaultBroken      Fault = "broken-workbook" // cut short, damaged, or made to look like one
	FaultInflated    Fault = "inflated"        // small on the disk, huge when unpacked
	FaultNoSheet     Fault = "no-sheet"        // none of the name that was wanted
	FaultManySheets  Fault = "many-sheets"     // several could be meant
	FaultTooLarge    Fault = "too-large"
	FaultLongLine    Fault = "long-line"
	FaultManyColumns Fault = "many-columns"
)

// Faults of a row.
const (
	FaultRagged      Fault = "ragged-row" // more or fewer cells than headings
	FaultQuote       Fault = "bad-quotes" // quotation marks out of place, or one never closed
	FaultControl     Fault = "not-text"   // a character that no keyboard writes
	FaultTooLong     Fault = "too-long"   // often two quotation marks with half the file between
	FaultNoName      Fault = "no-name"
	FaultBadName     Fault = "bad-name"     // without a letter
	FaultNoUnit      Fault = "no-unit"      // neither a home unit nor a host
	FaultOtherUnit   Fault = "other-unit"   // than the one whose file it is
	FaultUnknownUnit Fault = "unknown-unit" // on a list
	FaultNoCard      Fault = "no-card"      // on a list that needs the number
	FaultDate        Fault = "bad-date"
	FaultMonthFirst  Fault = "month-first" // 05/19/1961
	FaultShortYear   Fault = "short-year"  // 19/05/61
	FaultStatus      Fault = "bad-status"
	FaultTwinCard    Fault = "same-card"        // a number that an earlier row has
	FaultRecordTaken Fault = "record-elsewhere" // likewise a record number
	FaultCardTaken   Fault = "card-elsewhere"   // a number that a member of another unit has in the roster in force

	FaultNoResult  Fault = "no-result"  // a formula that was never calculated
	FaultCellError Fault = "cell-error" // a formula that failed: #REF!, #N/A
)

// Faults of a card number as written in a file, see stampdesk.CardFault.
const (
	FaultCardNotDigits  = cardFault + Fault(stampdesk.FaultNotDigits)
	FaultCardShort      = cardFault + Fault(stampdesk.FaultShort)
	FaultCardLeadZero   = cardFault + Fault(stampdesk.FaultLeadZero)
	FaultCardLong       = cardFault + Fault(stampdesk.FaultLong)
	FaultCardGlued      = cardFault + Fault(stampdesk.FaultGlued)
	FaultCardZeroSerial = cardFault + Fault(stampdesk.FaultZeroSerial)
	FaultCardTail       = cardFault + "lost-tail"    // 31.00012: a decimal fraction, whose last zeros are lost
	FaultCardPower      = cardFault + "power-of-ten" // 3.1E+07: the digits are lost

	cardFault Fault = "card-"
)

// Faults of dates, see stampdesk.DateFault; those that are no errors are
// warnings.
const (
	FaultFutureDate   = Fault(stampdesk.DateInFuture)
	FaultDateBefore   = Fault(stampdesk.DateBefore)
	FaultCardBefore   = Fault(stampdesk.DateCardBefore)
	FaultTooYoung     = Fault(stampdesk.DateTooYoung)
	FaultTooOld       = Fault(stampdesk.DateTooOld)
	FaultAfterLeaving = Fault(stampdesk.DateAfterLeaving)
)

// Faults that are only warnings.
const (
	FaultUnknownColumns    Fault = "unknown-columns"
	FaultNearHeading       Fault = "near-heading" // nearly a heading that is known, or a part of one
	FaultOtherTitle        Fault = "other-title"  // a list is called what another form is
	FaultOtherReason       Fault = "other-reason" // a list asks the reason of something else
	FaultUnitNames         Fault = "unit-names"   // one code, two names or kinds
	FaultNewUnit           Fault = "new-unit"     // that the roster in force does not have
	FaultHostOnly          Fault = "host-only"    // a host that no row has as its unit
	FaultProbationaryCard  Fault = "probationary-card"
	FaultNoteStatus        Fault = "note-status"        // a note speaks of a death or a leaving, and the status does not
	FaultTakenProbationary Fault = "taken-probationary" // no status, no official date, no number
	FaultTakenStatus       Fault = "taken-status"       // no column for the status, but a day of death, of leaving or moving
	FaultGoneMember        Fault = "gone-member"        // a member by the status, who died, left or moved
	FaultTwinPerson        Fault = "same-person"        // name and birth date of an earlier row
	FaultTwinNumber        Fault = "same-person-other-card"
	FaultGuestKept         Fault = "guest-kept"   // here on temporary activity: the line of the home unit stands
	FaultKnownPerson       Fault = "known-person" // name and birth date of somebody in the roster in force with another number
	FaultRecordNumber      Fault = "record-number"
	FaultTwinRecord        Fault = "same-record"    // a record number that an earlier row has
	FaultOldCardTaken      Fault = "old-card-taken" // an old number that is the number of another row
	FaultOldFont           Fault = "old-font"       // letters that a font before Unicode leaves behind
	FaultCardIgnored       Fault = "card-ignored"
	FaultZeroAdded         Fault = "zero-added"  // 7 digits, see Options.LostZero
	FaultSerial            Fault = "serial-date" // a spreadsheet's number for a day, where a person sees the number
	FaultDayPart           Fault = "year-only"   // a day without its day or month
	FaultLeftover          Fault = "left-over"   // of a cell with several facts
	FaultBeyond            Fault = "beyond-headings"
)

// Warnings about rows that are no member's.
const (
	FaultHeadingRows Fault = "heading-rows" // the headings again, or a row of column numbers
	FaultEmptyRows   Fault = "empty-rows"   // nothing but an ordinal number
	FaultTotalRows   Fault = "total-rows"
	FaultTotal       Fault = "wrong-total"
	FaultGroupRows   Fault = "group-rows"
	FaultGroupUnread Fault = "group-unread" // titles that say nothing of a cell (chi bộ)
	FaultSignedRows  Fault = "signed-rows"  // what stands below the table
)

// Text is the problem in plain sentences: where, what, and what to do.
func (p Problem) Text(l stampdesk.Lang) string {
	words, line, column := faults[p.Fault].vi, "Dòng ", "cột "
	if l == stampdesk.English {
		words, line, column = faults[p.Fault].en, "Line ", "column "
	}
	var b strings.Builder
	switch {
	case p.Line == 0 || faults[p.Fault].whole:
	case p.Column == "":
		b.WriteString(line + strconv.Itoa(p.Line) + ": ")
	default:
		b.WriteString(line + strconv.Itoa(p.Line) + ", " + column + "“" + p.Column + "”: ")
	}
	strings.NewReplacer(
		"{found}", p.Found, "{want}", p.Want, "{column}", p.Column, "{first}", strconv.Itoa(p.First),
	).WriteString(&b, words)
	return b.String()
}

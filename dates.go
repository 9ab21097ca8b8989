package stampdesk

// DateFlaw is a date of a member that cannot be right, beside the one that it
// contradicts.
type DateFlaw struct {
	Kind    DateFault
	Field   Field // that is wrong, as far as one can say
	Date    Date
	Against Field // that it contradicts; empty: the calendar
	Other   Date
}

// DateFault says what is wrong with a date. The values are stable names.
type DateFault string

// The faults of dates.
const (
	DateInFuture     DateFault = "future-date"         // after today
	DateBefore       DateFault = "before-admission"    // recognised as official before being admitted
	DateCardBefore   DateFault = "card-before"         // given a card before being admitted
	DateTooYoung     DateFault = "admitted-too-young"  // under 18 at the admission (Điều lệ Đảng, Điều 1)
	DateTooOld       DateFault = "too-old"             // born more than 115 years ago and on the roster as a member
	DateAfterLeaving DateFault = "admitted-after-exit" // died, left or went before being admitted
)

const (
	leastAge = 18  // at the admission: Điều lệ Đảng, Điều 1
	mostAge  = 115 // nobody in the country was older
)

// IsError reports whether the date makes the row unfit for the roster; the
// other faults are of old records, which nobody can correct on the day.
func (f DateFault) IsError() bool { return f == DateInFuture || f == DateBefore }

// DateFlaws are the dates of a member that cannot be right. A bare year is
// only wrong where no day of it would do. A zero today leaves out what depends
// on the calendar.
func (m *Member) DateFlaws(today Date) (flaws []DateFlaw) {
	add := func(kind DateFault, f Field, d Date, against Field, other Date) {
		flaws = append(flaws, DateFlaw{kind, f, d, against, other})
	}
	for _, d := range [...]struct {
		field Field
		date  Date
	}{
		{FieldBirth, m.Birth}, {FieldAdmitted, m.Admitted}, {FieldOfficial, m.Official}, {FieldIssued, m.Issued},
		{FieldMovedOut, m.MovedOut}, {FieldMovedIn, m.MovedIn}, {FieldDied, m.Died}, {FieldLeft, m.Left},
	} {
		if !today.IsZero() && d.date.surelyAfter(today) {
			add(DateInFuture, d.field, d.date, "", today)
		}
	}
	if m.Admitted.surelyAfter(m.Official) {
		add(DateBefore, FieldOfficial, m.Official, FieldAdmitted, m.Admitted)
	}
	if m.Admitted.surelyAfter(m.Issued) {
		add(DateCardBefore, FieldIssued, m.Issued, FieldAdmitted, m.Admitted)
	}
	if m.Birth.later(leastAge).surelyAfter(m.Admitted) {
		add(DateTooYoung, FieldAdmitted, m.Admitted, FieldBirth, m.Birth)
	}
	if !today.IsZero() && m.Class() != Other && today.surelyAfter(m.Birth.later(mostAge)) {
		add(DateTooOld, FieldBirth, m.Birth, "", today)
	}
	for _, d := range [...]struct {
		field Field
		date  Date
	}{{FieldMovedOut, m.MovedOut}, {FieldDied, m.Died}, {FieldLeft, m.Left}} {
		if m.Admitted.surelyAfter(d.date) {
			add(DateAfterLeaving, d.field, d.date, FieldAdmitted, m.Admitted)
		}
	}
	return flaws
}

// surelyAfter reports whether every day that d may mean is after every day
// that e may mean; false where one of them is not written.
func (d Date) surelyAfter(e Date) bool {
	if d.IsZero() || e.IsZero() {
		return false
	}
	first, _ := d.Days()
	_, last := e.Days()
	return first.After(last)
}

// later is the same day some years on.
func (d Date) later(years int16) Date {
	if !d.IsZero() {
		d.Year += years
	}
	return d
}

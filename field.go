package stampdesk

// Field names a field of a member. The values are stable names: those of a
// profile of columns, of JSON and of messages.
type Field string

// The fields of a member, and what a roster says of the unit beside them.
const (
	FieldCard      Field = "card"
	FieldRecord    Field = "record"
	FieldName      Field = "name"
	FieldBirth     Field = "birth"
	FieldSex       Field = "sex"
	FieldHome      Field = "home"
	FieldAdmitted  Field = "admitted"
	FieldOfficial  Field = "official"
	FieldIssued    Field = "issued"
	FieldUnit      Field = "unit"
	FieldCell      Field = "cell"
	FieldHost      Field = "host"
	FieldStatus    Field = "status"
	FieldNote      Field = "note"
	FieldOldCard   Field = "old_card"
	FieldMovedOut  Field = "moved_out"
	FieldMovedTo   Field = "moved_to"
	FieldMovedIn   Field = "moved_in"
	FieldMovedFrom Field = "moved_from"
	FieldDied      Field = "died"
	FieldLeft      Field = "left"
	FieldLeftBy    Field = "left_by"
)

// MemberFields are the fields of a member in the order of the register.
var MemberFields = [...]Field{
	FieldCard, FieldRecord, FieldName, FieldBirth, FieldSex, FieldHome, FieldAdmitted, FieldOfficial, FieldIssued,
	FieldUnit, FieldCell, FieldHost, FieldStatus, FieldNote, FieldOldCard, FieldMovedOut, FieldMovedTo, FieldMovedIn,
	FieldMovedFrom, FieldDied, FieldLeft, FieldLeftBy,
}

// Get is what a field says, as a roster writes it; "" where nothing is known.
func (m *Member) Get(f Field) string {
	number := func(n CardNumber) string {
		if n == 0 {
			return ""
		}
		return n.Digits()
	}
	switch f {
	case FieldCard:
		return number(m.Card)
	case FieldRecord:
		return m.Record
	case FieldName:
		return m.Name
	case FieldBirth:
		return m.Birth.String()
	case FieldSex:
		return m.Sex
	case FieldHome:
		return m.Home
	case FieldAdmitted:
		return m.Admitted.String()
	case FieldOfficial:
		return m.Official.String()
	case FieldIssued:
		return m.Issued.String()
	case FieldUnit:
		return string(m.Unit)
	case FieldCell:
		return m.Cell
	case FieldHost:
		return string(m.Host)
	case FieldStatus:
		return m.Status.String()
	case FieldNote:
		return m.Note
	case FieldOldCard:
		return number(m.OldCard)
	case FieldMovedOut:
		return m.MovedOut.String()
	case FieldMovedTo:
		return m.MovedTo
	case FieldMovedIn:
		return m.MovedIn.String()
	case FieldMovedFrom:
		return m.MovedFrom
	case FieldDied:
		return m.Died.String()
	case FieldLeft:
		return m.Left.String()
	case FieldLeftBy:
		return m.LeftBy
	}
	return ""
}

// differing are the fields in which two lines of a roster differ.
func differing(a, b *Member) (fields []Field) {
	for _, f := range MemberFields {
		if a.Get(f) != b.Get(f) {
			fields = append(fields, f)
		}
	}
	return fields
}

package stampdesk

// coverages counts the fields that papers of the round rest on.
type coverages [6]Coverage

func newCoverage() *coverages {
	return &coverages{
		{Field: FieldCard}, {Field: FieldRecord}, {Field: FieldBirth}, {Field: FieldAdmitted}, {Field: FieldOfficial}, {Field: FieldIssued},
	}
}

// count counts one member: the number and the date of recognition among the
// official members, the date of the card among those who have one, the rest
// among all members.
func (c *coverages) count(m *Member) {
	h := m.Headcount()
	for i := range c {
		of, have := h.Members(), false
		switch c[i].Field {
		case FieldCard:
			of, have = h.Official, h.WithCard > 0
		case FieldRecord:
			have = isRecordNumber(m.Record)
		case FieldBirth:
			have = !m.Birth.IsZero()
		case FieldAdmitted:
			have = !m.Admitted.IsZero()
		case FieldOfficial:
			of, have = h.Official, !m.Official.IsZero()
		case FieldIssued:
			of, have = h.WithCard, !m.Issued.IsZero()
		}
		if c[i].Of += of; of > 0 && have {
			c[i].Have++
		}
	}
}

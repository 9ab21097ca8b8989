package sheet

import (
	"slices"

	"stampdesk"
)

// twin is a row whose name and birth date may be those of an earlier one.
type twin struct {
	keyLine
	name  string
	birth stampdesk.Date
	card  stampdesk.CardNumber
}

// sameText is a row whose record number may be that of an earlier one.
type sameText struct {
	keyLine
	text string
}

// allTwins are the rows with the name and birth date of an earlier one.
func (r *memberReader) allTwins() (warnings []Problem) {
	first := make(map[uint64]int, len(r.twins))
	for _, t := range r.twins {
		first[t.key] = 0
	}
	r.persons.firsts(first)
	for _, t := range r.twins {
		line := first[t.key]
		if line == t.line {
			continue
		}
		p := Problem{
			Fault: FaultTwinPerson, Line: t.line, Column: r.title(colName), First: line,
			Found: shorten(t.name) + ", " + t.birth.String(),
		}
		if other := r.cardOn(line); t.card != 0 && other != 0 && other != t.card {
			p.Fault, p.Want = FaultTwinNumber, other.String()+", "+t.card.String()
		}
		warnings = append(warnings, p)
	}
	return warnings
}

// cardOn is the number on an earlier line; zero where it has none, and where
// the line has a problem.
func (r *memberReader) cardOn(line int) stampdesk.CardNumber {
	if i, ok := slices.BinarySearch(r.lines, int32(line)); ok {
		return r.roster.Members[i].Card
	}
	return 0
}

// allSameRecords are the rows with the record number of an earlier one.
func (r *memberReader) allSameRecords() (warnings []Problem) {
	first := make(map[uint64]int, len(r.sameRecord))
	for _, t := range r.sameRecord {
		first[t.key] = 0
	}
	r.records.firsts(first)
	for _, t := range r.sameRecord {
		if line := first[t.key]; line != t.line {
			warnings = append(warnings, Problem{
				Fault: FaultTwinRecord, Line: t.line, Column: r.title(colRecord), First: line, Found: shorten(t.text),
			})
		}
	}
	return warnings
}

// oldCards are the rows whose old number is the number of another row.
func (r *memberReader) oldCards() (warnings []Problem) {
	if r.at[colOldCard] < 0 {
		return nil
	}
	on := map[uint64]int{}
	for i := range r.roster.Members {
		if m := &r.roster.Members[i]; m.OldCard != 0 && m.OldCard != m.Card {
			on[uint64(m.OldCard)] = 0
		}
	}
	r.cards.firsts(on)
	for i := range r.roster.Members {
		m := &r.roster.Members[i]
		if line := on[uint64(m.OldCard)]; m.OldCard != 0 && m.OldCard != m.Card && line != 0 {
			warnings = append(warnings, Problem{
				Fault: FaultOldCardTaken, Line: int(r.lines[i]), Column: r.title(colOldCard), Found: m.OldCard.String(),
				First: line,
			})
		}
	}
	return warnings
}

package stampdesk

import (
	"cmp"
	"slices"
	"strings"
)

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
	Note   string    // what the roster says instead, where it is no date
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
	FlawSamePerson FlawKind = "same-person"     // name and birth date, day and all, of another member
	FlawOldNumber  FlawKind = "old-number"      // the old number of one member is the number of another
	FlawLetters    FlawKind = "odd-letters"     // a name with letters that no Vietnamese name has: an old font that was not converted
)

// FlawKinds are all of them, in the order of their urgency.
var FlawKinds = [...]FlawKind{
	FlawNoCard, FlawMovedOut, FlawGone, FlawPendingIn, FlawDate, FlawSamePerson, FlawOldNumber, FlawLetters,
	FlawNoRecord, FlawNoOfficial, FlawNoBirth,
}

// Coverage says how many of those who should have a field have it.
type Coverage struct {
	Field    Field
	Have, Of int
}

// Share is the share of those who have it, in two decimals, and 100,00 only
// where everybody has.
func (c Coverage) Share() Share { return covered(c.Have, c.Of) }

// Of are the flaws of one kind.
func (q *Quality) Of(k FlawKind) []Flaw {
	first, _ := slices.BinarySearchFunc(q.Flaws, k, func(f Flaw, k FlawKind) int { return cmp.Compare(f.Kind.rank(), k.rank()) })
	last := first
	for last < len(q.Flaws) && q.Flaws[last].Kind == k {
		last++
	}
	return q.Flaws[first:last:last]
}

func (k FlawKind) rank() int { return slices.Index(FlawKinds[:], k) }

// QualityOf examines the roster in force; unit narrows it down to its own
// members and its guests, empty is all. A zero today leaves out what depends
// on the calendar.
func QualityOf(s Snapshot, unit UnitCode, today Date) (Quality, error) {
	members, err := Collect(s.Members())
	if err != nil {
		return Quality{}, err
	}
	q := Quality{Flaws: make([]Flaw, 0, len(members)/8)}
	coverage := newCoverage()
	twins := twinsIn(members)
	for i := range members {
		m := &members[i]
		if unit != "" && !m.BelongsTo(unit) {
			continue
		}
		q.Members++
		if unit == "" || m.Unit == unit {
			q.Total.Add(m.Headcount())
			coverage.count(m)
		}
		q.Flaws = m.appendFlaws(q.Flaws, today)
		if j, ok := twins[i]; ok {
			q.Flaws = append(q.Flaws, Flaw{Kind: FlawSamePerson, Member: *m, Other: &members[j]})
		}
		if m.OldCard != 0 && m.OldCard != m.Card {
			other, err := s.Member(m.OldCard)
			if err != nil {
				return Quality{}, err
			}
			if other != nil {
				q.Flaws = append(q.Flaws, Flaw{Kind: FlawOldNumber, Member: *m, Other: other, Note: m.OldCard.String()})
			}
		}
	}
	q.Coverage = coverage[:]
	q.Flaws = sortedFlaws(q.Flaws)
	return q, nil
}

// sortedFlaws sorts by kind, unit, cell and number. A flaw is large, so each is
// moved once.
func sortedFlaws(all []Flaw) []Flaw {
	type place struct{ kind, at int }
	order := make([]place, len(all))
	for i := range all {
		order[i] = place{all[i].Kind.rank(), i}
	}
	slices.SortFunc(order, func(a, b place) int {
		if a.kind != b.kind {
			return a.kind - b.kind
		}
		x, y := &all[a.at].Member, &all[b.at].Member
		if c := cmp.Compare(cmp.Or(x.Unit, x.Host), cmp.Or(y.Unit, y.Host)); c != 0 {
			return c
		}
		if c := cmp.Compare(x.Cell, y.Cell); c != 0 {
			return c
		}
		return cmp.Or(cmp.Compare(x.Card, y.Card), cmp.Compare(x.ID, y.ID), a.at-b.at)
	})
	sorted := make([]Flaw, len(all))
	for to, from := range order {
		sorted[to] = all[from.at]
	}
	return sorted
}

// twinsIn finds the members on the roster who have the name and the birth
// date of another; of a bare year it says nothing.
func twinsIn(members []Member) map[int]int {
	type person struct {
		name  string
		birth Date
	}
	first := make(map[person]int, len(members))
	twins := map[int]int{}
	for i := range members {
		m := &members[i]
		if m.Birth.IsZero() || m.Birth.IsPartial() || !m.isHere() {
			continue
		}
		p := person{strings.ToLower(m.Name), m.Birth}
		j, ok := first[p]
		if !ok {
			first[p] = i
			continue
		}
		twins[i] = j
		if _, told := twins[j]; !told {
			twins[j] = i
		}
	}
	return twins
}

// isHere reports whether the roster counts on the member: not the departed.
func (m *Member) isHere() bool {
	return m.Status.CountsOfficial() || m.Status == Probationary || m.Status == PendingIn
}

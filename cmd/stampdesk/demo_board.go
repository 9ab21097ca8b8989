package main

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"stampdesk"
)

// fate is what becomes of an invented member's card in the round. It is all
// that the demo knows: roster, lists and stacks follow from it.
type fate uint8

const (
	fateStamped       fate = iota // the card comes, and is in order
	fateDamaged                   // on list 3; the card comes
	fateLost                      // on list 4
	fateUncollected               // on list 2, but the card never comes
	fateMovedIn                   // on list 5: has no card yet
	fateNewlyOfficial             // on list 5: has no card yet
	fateProbationary              // has no card
	fateTransferred               // the rest are on the roster but members no more
	fateDeceased
	fateExpelled
)

// demoFates are how many members meet each fate.
var demoFates = [...]int{
	fateStamped: 16_036, fateDamaged: 104, fateLost: 217, fateUncollected: 203,
	fateMovedIn: 20, fateNewlyOfficial: 23, fateProbationary: 283,
	fateTransferred: 9, fateDeceased: 6, fateExpelled: 2,
}

// firstUnitFates are those of them that the first unit has, so that a person
// who tries the desk meets each of them within one small stack.
var firstUnitFates = [...]int{
	fateStamped: 40, fateDamaged: 2, fateLost: 1, fateUncollected: 2,
	fateMovedIn: 1, fateNewlyOfficial: 1, fateProbationary: 2,
	fateTransferred: 1, fateDeceased: 1, fateExpelled: 1,
}

const (
	demoUnits  = 49
	demoCell   = 40 // members of a cell, about
	demoPrefix = 31 // of the card numbers
)

// inventedMember is a person who does not exist. The member has a card number
// whatever the fate; row leaves out what the fate does not allow.
type inventedMember struct {
	stampdesk.Member
	fate
}

// row is the member as the roster has it.
func (m inventedMember) row() stampdesk.Member {
	row := m.Member
	switch m.fate {
	case fateMovedIn, fateNewlyOfficial:
		row.Card, row.Issued = 0, stampdesk.Date{}
	case fateProbationary:
		row.Card, row.Issued, row.Official = 0, stampdesk.Date{}, stampdesk.Date{}
		row.Status = stampdesk.Probationary
	case fateTransferred:
		row.Status = stampdesk.TransferredOut
		row.MovedOut, row.MovedTo = stampdesk.Date{Year: 2021, Month: 2, Day: 22}, "ngoài địa bàn"
	case fateDeceased:
		row.Status, row.Died = stampdesk.Deceased, stampdesk.Date{Year: 2021, Month: 1, Day: 9}
	case fateExpelled:
		row.Status, row.LeftBy = stampdesk.Expelled, "khai trừ"
		row.Left = stampdesk.Date{Year: 2020, Month: 11, Day: 16}
	}
	return row
}

// board is an invented board.
type board struct {
	units  []stampdesk.Unit
	people map[stampdesk.UnitCode][]inventedMember // cell by cell
}

// Units are the units by code; the first is a small one.
func (b board) Units() []stampdesk.Unit { return b.units }

// Roster is the board's roster. It may be changed.
func (b board) Roster() stampdesk.Roster {
	r := stampdesk.Roster{Units: slices.Clone(b.units)}
	for _, u := range b.units {
		for _, m := range b.people[u.Code] {
			r.Members = append(r.Members, m.row())
		}
	}
	return r
}

// List is what the unit hands in with its cards; nil where nobody is on it.
func (b board) List(unit stampdesk.UnitCode, form stampdesk.Form) []stampdesk.Line {
	var lines []stampdesk.Line
	for _, m := range b.people[unit] {
		line := stampdesk.Line{Card: m.row().Card, Name: m.Name, Cell: m.Cell}
		on := stampdesk.Form(0)
		switch m.fate {
		case fateStamped, fateUncollected:
			on = stampdesk.FormStamp
		case fateDamaged:
			on, line.Reason = stampdesk.FormDamaged, stampdesk.ReasonDamaged
		case fateLost:
			on, line.Reason = stampdesk.FormLost, stampdesk.ReasonLost
		case fateMovedIn:
			on, line.Reason = stampdesk.FormCardless, stampdesk.ReasonMovedIn
		case fateNewlyOfficial:
			on, line.Reason = stampdesk.FormCardless, stampdesk.ReasonNewlyOfficial
		}
		if on == form {
			lines = append(lines, line)
		}
	}
	return lines
}

// Declared is what a unit says of itself (mẫu 6-KTTĐV) when it brings its
// cards. It counts the damaged and the lost apart from those it proposes.
func (b board) Declared(unit stampdesk.UnitCode) stampdesk.Declared {
	var has [len(demoFates)]int
	for _, m := range b.people[unit] {
		has[m.fate]++
	}
	d := stampdesk.Declared{
		"probationary": has[fateProbationary], "without_card": has[fateMovedIn] + has[fateNewlyOfficial],
		"proposed": has[fateStamped] + has[fateUncollected], "damaged": has[fateDamaged], "lost": has[fateLost],
	}
	d["with_card"] = d["proposed"] + d["damaged"] + d["lost"]
	d["official"] = d["with_card"] + d["without_card"]
	d["members"] = d["official"] + d["probationary"]
	return d
}

// Stack is the unit's cards as they lie on the desk: the cells one after the
// other, and within a cell as they were handed in. Each is its 8 digits.
func (b board) Stack(unit stampdesk.UnitCode) []string {
	handedIn := func(m inventedMember) uint32 { return uint32(m.Card) * 2_654_435_761 }
	var codes []string
	var cell []inventedMember
	put := func() {
		slices.SortFunc(cell, func(a, b inventedMember) int { return cmp.Compare(handedIn(a), handedIn(b)) })
		for _, m := range cell {
			codes = append(codes, m.Card.Digits())
		}
		cell = cell[:0]
	}
	for _, m := range b.people[unit] {
		if len(cell) > 0 && cell[0].Cell != m.Cell {
			put()
		}
		if m.fate == fateStamped || m.fate == fateDamaged {
			cell = append(cell, m)
		}
	}
	put()
	return codes
}

// Spice are codes that somebody slips among the cards of the first unit: a
// card that was there already, one of another unit, an expelled member's, a
// number of nobody, and one that cannot be read. No fate changes by it.
func (b board) Spice(unit stampdesk.UnitCode) []string {
	if unit != b.units[0].Code {
		return nil
	}
	mine, others := b.people[unit], b.people[b.units[1].Code]
	code := func(people []inventedMember, f fate) (codes []string) {
		for _, m := range people {
			if m.fate == f {
				return []string{m.Card.Digits()}
			}
		}
		return nil
	}
	var codes []string
	if stack := b.Stack(unit); len(stack) > 0 {
		codes = append(codes, stack[0])
	}
	codes = append(codes, code(others, fateStamped)...)
	codes = append(codes, code(mine, fateExpelled)...)
	return append(codes, inventedCard(999_000).Digits(), "3104217")
}

// inventedCard is the number of the i-th member: each its own, and scattered
// as a roster in the order of units has them.
func inventedCard(i int) stampdesk.CardNumber {
	const prime = 999_983
	return stampdesk.CardNumber(demoPrefix*1_000_000 + (i*618_033+271_828)%prime + 1)
}

// inventBoard invents a board; the same seed gives the same board.
func inventBoard(seed uint64) board {
	r := rand.New(rand.NewPCG(seed, 0x5D))
	units, sizes := inventUnits(r)
	b := board{units: units, people: make(map[stampdesk.UnitCode][]inventedMember, demoUnits)}
	var fates []fate
	for f, n := range demoFates {
		fates = append(fates, slices.Repeat([]fate{fate(f)}, n-firstUnitFates[f])...)
	}
	shuffle(r, fates)
	var first []fate
	for f, n := range firstUnitFates {
		first = append(first, slices.Repeat([]fate{fate(f)}, n)...)
	}
	shuffle(r, first)
	fates = append(first, fates...)

	n := 0
	for i, u := range units {
		people := make([]inventedMember, sizes[i])
		cells := max(1, sizes[i]/demoCell)
		if i == 0 {
			cells = 2
		}
		for j := range people {
			m := inventMember(r, n, fates[n])
			m.Unit, m.Cell = u.Code, fmt.Sprintf("Chi bộ %d", 1+j*cells/sizes[i])
			people[j] = m
			n++
		}
		b.people[u.Code] = people
	}
	return b
}

func shuffle(r *rand.Rand, f []fate) {
	r.Shuffle(len(f), func(i, j int) { f[i], f[j] = f[j], f[i] })
}

// inventUnits makes the units and shares out the rows of the roster: the first
// unit has its own, others as they come.
func inventUnits(r *rand.Rand) (units []stampdesk.Unit, sizes []int) {
	weights := make([]int, demoUnits)
	var rows, first, sum int
	for f, n := range demoFates {
		rows += n
		first += firstUnitFates[f]
	}
	for i := range demoUnits {
		u := stampdesk.Unit{Code: stampdesk.UnitCode(fmt.Sprintf("TC%02d", i+1)), Kind: "đảng bộ cơ sở"}
		place := demoPlaces[i%7] + " " + demoSights[(i+i/7)%7]
		switch {
		case i == 0 || i%5 == 4 || i%5 == 2:
			u.Name, u.Kind = "Chi bộ cơ sở "+demoHouses[i%len(demoHouses)]+" "+place, "chi bộ cơ sở"
			weights[i] = 20 + r.IntN(60)
		default:
			u.Name = "Đảng bộ phường " + place
			weights[i] = 300 + r.IntN(700)
		}
		units = append(units, u)
		if i > 0 {
			sum += weights[i]
		}
	}
	sizes = make([]int, demoUnits)
	sizes[0] = first
	left := rows - first
	for i := 1; i < demoUnits; i++ {
		sizes[i] = (rows - first) * weights[i] / sum
		left -= sizes[i]
	}
	sizes[1] += left
	return units, sizes
}

// inventMember invents the n-th person of the roster.
func inventMember(r *rand.Rand, n int, f fate) inventedMember {
	m := inventedMember{fate: f}
	m.Card = inventedCard(n)
	m.Record = fmt.Sprintf("%06dMK", (n*414_213+577_215)%999_983)
	m.Status = stampdesk.Official
	family := pick(r, demoFamilies)
	if r.IntN(100) < 38 {
		m.Sex = "Nữ"
		m.Name = family + " " + pick(r, demoMiddlesF) + " " + pick(r, demoGivensF)
	} else {
		m.Sex = "Nam"
		m.Name = family + " " + pick(r, demoMiddlesM) + " " + pick(r, demoGivensM)
	}
	m.Home = "Làng " + demoPlaces[r.IntN(7)] + " " + demoSights[r.IntN(7)]

	born := 1935 + r.IntN(66)
	day := func(from, to stampdesk.Date) stampdesk.Date {
		a, z := dayOf(from), dayOf(to)
		return stampdesk.DateOf(a.AddDate(0, 0, r.IntN(max(1, int(z.Sub(a).Hours()/24)))))
	}
	m.Birth = day(stampdesk.Date{Year: int16(born), Month: 1, Day: 1}, stampdesk.Date{Year: int16(born + 1), Month: 1, Day: 1})
	switch f {
	case fateProbationary:
		m.Admitted = day(stampdesk.Date{Year: 2020, Month: 4, Day: 20}, stampdesk.Date{Year: 2021, Month: 4, Day: 1})
	case fateNewlyOfficial:
		m.Admitted = day(stampdesk.Date{Year: 2020, Month: 1, Day: 5}, stampdesk.Date{Year: 2020, Month: 4, Day: 1})
	default: // at 18 at the earliest, and early enough to have a card before the round
		m.Admitted = day(
			stampdesk.Date{Year: int16(born + 19), Month: 1, Day: 1},
			stampdesk.Date{Year: int16(min(born+45, 2019)), Month: 9, Day: 1},
		)
	}
	m.Official = m.Admitted
	m.Official.Year++
	if m.Official.Month == 2 && m.Official.Day == 29 {
		m.Official.Day = 28
	}
	m.Issued = issuedAfter(m.Official)
	if f == fateMovedIn {
		m.MovedIn, m.MovedFrom = day(stampdesk.Date{Year: 2021, Month: 2, Day: 1}, stampdesk.Date{Year: 2021, Month: 4, Day: 1}), "ngoài địa bàn"
	}
	if born < 1948 && f <= fateUncollected && r.IntN(100) < 40 {
		m.Status = stampdesk.Exempt
	}
	return m
}

func dayOf(d stampdesk.Date) time.Time {
	return time.Date(int(d.Year), time.Month(d.Month), int(d.Day), 0, 0, 0, 0, time.UTC)
}

// issuedAfter is the next of the year's four days on which cards are handed
// over; the first cards of this kind were given in 2004.
func issuedAfter(official stampdesk.Date) stampdesk.Date {
	start := stampdesk.Date{Year: 2004, Month: 5, Day: 1}
	if official.After(start) {
		start = official
	}
	for _, d := range [...]stampdesk.Date{{Month: 2, Day: 3}, {Month: 5, Day: 19}, {Month: 9, Day: 2}, {Month: 11, Day: 7}} {
		if d.Year = start.Year; d.After(start) {
			return d
		}
	}
	return stampdesk.Date{Year: start.Year + 1, Month: 2, Day: 3}
}

package stampdesk

import (
	"slices"
	"strings"
)

// unitFill is one unit as its forms see it.
type unitFill struct {
	*Filler
	UnitInfo

	roster []Member // that belong to it, or are here on temporary activity, by id
	byCard map[CardNumber]int
	cells  []string          // in the order of the roster, then as lists name others
	spelt  map[string]string // how a cell is spelt first, by its plain words

	lists   map[Form][]FormRow // as they were asked for
	five    *cardless
	figures map[string]*Tally // by cell
}

// unit reads the members of a unit. Only the unit that was asked for last is
// kept: forms come one unit after the other.
func (f *Filler) unit(code UnitCode) (*unitFill, error) {
	if f.latest != nil && f.latest.Code == code {
		return f.latest, nil
	}
	info, err := f.info(code)
	if err != nil {
		return nil, err
	}
	u := &unitFill{Filler: f, UnitInfo: info, byCard: map[CardNumber]int{}, spelt: map[string]string{}, lists: map[Form][]FormRow{}}
	for m, err := range f.s.MembersOf(code) {
		if err != nil {
			return nil, err
		}
		if m.Card != 0 {
			u.byCard[m.Card] = len(u.roster)
		}
		u.roster = append(u.roster, m)
		if u.isIn(&m) {
			u.named(m.Cell)
		}
	}
	f.latest = u
	return u, nil
}

// isIn reports whether the cell of the member is one of the unit's: that of a
// member whom another unit of the board sent is not.
func (u *unitFill) isIn(m *Member) bool { return m.Unit == u.Code || m.Unit == "" && m.Host == u.Code }

// cellKey is a cell by its words, however they are spelt; empty for none.
func cellKey(cell string) string { return strings.TrimSpace(plainWords(cell)) }

// SameCell reports whether two names are of one cell of a unit: the same words,
// however they are spelt. Diacritics tell cells apart.
func SameCell(a, b string) bool { return cellKey(a) == cellKey(b) }

// named is a cell as it was first spelt; a new one is noted.
func (u *unitFill) named(cell string) string {
	key := cellKey(cell)
	if key == "" {
		return ""
	}
	first, known := u.spelt[key]
	if !known {
		first = cell
		u.spelt[key] = cell
		u.cells = append(u.cells, cell)
	}
	return first
}

// cellOf is the cell of one of the unit's members, none where the roster has
// none; of anybody else it is what a list says.
func (u *unitFill) cellOf(m *Member, written string) string {
	if m != nil && u.isIn(m) {
		written = m.Cell
	}
	return u.named(written)
}

// listed finds the member whose card a list names, nil for nobody.
func (u *unitFill) listed(card CardNumber) (*Member, error) {
	if i, ok := u.byCard[card]; ok {
		return &u.roster[i], nil
	}
	return listedOwner(u.s, u.round, card)
}

// owner finds whose card this is, nil for nobody: by its number, by that of
// the card in whose place it is, or by those that took its own.
func (u *unitFill) owner(k MarkKey, mark Mark) (*Member, error) {
	if i, ok := u.byCard[k.Card]; ok {
		return &u.roster[i], nil
	}
	m, err := ownerOf(u.s, k, mark)
	for err == nil && m == nil && mark.Next.Card != 0 {
		if m, err = u.s.Member(mark.Next.Card); m == nil && err == nil {
			mark, err = u.s.Mark(MarkKey{k.Round, mark.Next.Card, mark.Next.Issue})
		}
	}
	if err == nil && m == nil {
		m, err = u.s.Replaced(k.Card)
	}
	return m, err
}

// inOrder puts rows into the order of the cells, within a cell as they are;
// what has no cell comes behind them, and guests behind all.
func (u *unitFill) inOrder(rows []FormRow) {
	at := map[string]int{"": len(u.cells)}
	for i, c := range u.cells {
		at[c] = i
	}
	slices.SortStableFunc(rows, func(a, b FormRow) int { return at[a.Cell] - at[b.Cell] })
	guestsLast(rows)
}

// rows are those of one of the lists. They are kept and not to be changed.
func (u *unitFill) rows(form Form) ([]FormRow, error) {
	rows, ok := u.lists[form]
	if ok {
		return rows, nil
	}
	var err error
	switch form {
	case FormStamp:
		rows, err = u.proposed()
	case FormDamaged:
		rows, err = u.standing(form, InDamaged)
	case FormLost:
		rows, err = u.standing(form, InLost)
	case FormCardless:
		var five *cardless
		if five, err = u.cardless(); err == nil {
			rows = slices.Clone(five.rows)
		}
	}
	if err != nil {
		return nil, err
	}
	u.inOrder(rows)
	u.lists[form] = rows
	return rows, nil
}

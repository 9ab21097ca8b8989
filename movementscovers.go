package stampdesk

// Covers is how many members a roster has against how many the database knows
// (cơ sở dữ liệu đảng viên), a number that the board sets.
type Covers struct{ Roster, Known int }

// Share is the share of those known who are on the roster, in two decimals,
// and 100,00 only where the numbers are the same; false where no number was set
// or the roster has more than the database.
func (c Covers) Share() (Share, bool) {
	if c.Known <= 0 || c.Roster > c.Known {
		return Share{}, false
	}
	return covered(c.Roster, c.Known), true
}

package stampdesk

// Record writes one act with all that follows from it: the entry at the end of
// its desk's journal, the lines that belong to it, the marks, batches and
// tallies. It is the only way into the journal, and it is one transaction.
// undone are the lines that the act takes back, see Post.
func Record(tx Tx, e Entry, paper, undone []Line) (Entry, error) {
	st, err := tx.Station(e.Key.Desk)
	if err != nil {
		return Entry{}, err
	}
	if e.Shift = st.Shift; e.Act == ActShiftBegun {
		e.Shift = ShiftID(st.Shifts + 1)
	}
	if e.Card != 0 {
		m, err := tx.Mark(MarkKey{e.Round, e.Card, e.Issue})
		if err != nil {
			return Entry{}, err
		}
		e.Before = m.Latest
	}
	if paper != nil {
		e.Paper = PaperHash(paper)
	}
	if e, err = tx.Append(e); err != nil {
		return Entry{}, err
	}
	if paper != nil {
		if err := tx.PutPaper(e.Key, paper); err != nil {
			return Entry{}, err
		}
	}
	return e, Post(tx, &e, paper, undone)
}

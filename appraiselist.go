package stampdesk

// AppraiseList names what the lines of a list say otherwise than the roster,
// and those that another list of the batch has, before the list is taken in.
func AppraiseList(s Snapshot, id BatchID, f Form, lines []Line) ([]Difference, error) {
	b, err := s.Batch(id)
	switch {
	case err != nil:
		return nil, err
	case b == nil:
		return nil, ErrNotFound
	}
	r, err := newReconciling(s, b.Round, b.Unit)
	if err != nil {
		return nil, err
	}
	a := r.units[b.Unit]
	listed := map[CardNumber]Form{}
	for g := FormStamp; g < FormCardless; g++ {
		if g == f || !b.Lists.Has(g) {
			continue
		}
		for l, err := range s.Paper(b.Lists.Of(g)) {
			if err != nil {
				return nil, err
			}
			listed[l.Card] = g
		}
	}
	for _, l := range lines {
		if f == FormCardless {
			err = a.cardlessLine(b, l)
		} else {
			err = a.line(b, f, l, listed)
		}
		if err != nil {
			return nil, err
		}
	}
	return a.found, nil
}

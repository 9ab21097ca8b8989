package stampdesk

import (
	"context"
	"strconv"
)

// BeginShift begins a shift (ca làm việc) at the desk: whoever is signed in
// takes it over, with the cards that lie in the held tray.
type BeginShift struct {
	Name  string // "ca sáng"
	Count int    // cards in the held tray, counted by hand; below 0: not counted
}

func (q BeginShift) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	if d.who == nil {
		return declined(NotSignedIn, "")
	}
	if o, err := d.noted(ctx, q.Name); err != nil || o != nil {
		return o, err
	}
	held, err := d.heldCards(ctx)
	if err != nil {
		return nil, err
	}
	o, err := d.record(ctx, func(tx Tx, setup Setup) (Outcome, error) {
		st, err := tx.Station(d.ID)
		if err != nil {
			return Outcome{}, err
		}
		if st.Shift != 0 {
			return refused(ShiftIsOn, st.Shift), nil
		}
		e := d.entry(setup, ActShiftBegun)
		e.Facts = tray(held, q.Count)
		if q.Name != "" {
			e.Facts = append(e.Facts, Fact{FactName, q.Name})
		}
		e, err = Record(tx, e, nil, nil)
		return Outcome{Result: Done, Entry: &e}, err
	})
	return committed(o, err)
}

// EndShift ends the shift of the desk: no card may be left without an answer.
// The batch in hand stays; the next shift goes on in it.
type EndShift struct {
	Count int // cards in the held tray, counted by hand; below 0: not counted
	Note  string
}

func (q EndShift) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	if o, ok := d.mayLeave(); !ok {
		return o, nil
	}
	if o, err := d.noted(ctx, q.Note); err != nil || o != nil {
		return o, err
	}
	held, err := d.heldCards(ctx)
	if err != nil {
		return nil, err
	}
	o, err := d.record(ctx, func(tx Tx, setup Setup) (Outcome, error) {
		st, err := tx.Station(d.ID)
		switch {
		case err != nil:
			return Outcome{}, err
		case st.Shift == 0:
			return refused(NoShift, ""), nil
		case !st.Open.IsZero():
			return refused(CardOpen, st.Open), nil
		}
		e := d.entry(setup, ActShiftEnded)
		e.Facts, e.Note = tray(held, q.Count), q.Note
		e, err = Record(tx, e, nil, nil)
		return Outcome{Result: Done, Entry: &e}, err
	})
	return committed(o, err)
}

// tray are the facts of the held tray: by the journal, and as counted.
func tray(held, counted int) []Fact {
	f := []Fact{{FactHeld, strconv.Itoa(held)}}
	if counted >= 0 {
		f = append(f, Fact{FactCount, strconv.Itoa(counted)})
	}
	return f
}

func (d *Desk) heldCards(ctx context.Context) (n int, err error) {
	err = d.Store.View(ctx, func(s Snapshot) error {
		held, err := HeldCards(s)
		n = len(held)
		return err
	})
	return n, err
}

// Shift is one shift of a desk: who began it and when, and how it ended.
type Shift struct {
	Desk  DeskID
	ID    ShiftID
	Begun Entry
	Ended *Entry // nil: it is on
}

// ShiftOf finds a shift of a desk; 0 means the one that is on, or else the
// last. It is ErrNotFound where there is none.
func ShiftOf(s Snapshot, desk DeskID, id ShiftID) (Shift, error) {
	st, err := s.Station(desk)
	if err != nil {
		return Shift{}, err
	}
	if id == 0 {
		id = ShiftID(st.Shifts)
	}
	sh := Shift{Desk: desk, ID: id}
	found, after := false, uint64(0)
	if id == st.Shift && id != 0 {
		after = st.Began.Seq - 1
	}
	for sealed, err := range s.Entries(desk, after) {
		if err != nil {
			return Shift{}, err
		}
		switch e := sealed.Entry; {
		case id == 0 || e.Shift != id:
		case e.Act == ActShiftBegun:
			sh.Begun, found = e, true
		case e.Act == ActShiftEnded:
			sh.Ended = &e
		}
	}
	if !found {
		return Shift{}, ErrNotFound
	}
	return sh, nil
}

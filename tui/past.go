package tui

import (
	"slices"

	"stampdesk"
)

// past walks the journals of all desks together, the newest entry first. It
// reads them in blocks from their ends, so that the latest day costs the same
// whatever lies before it. A walk may go on in a later snapshot: entries are
// for ever.
type past struct {
	desks []deskPast
}

// deskPast is how far the journal of one desk was walked.
type deskPast struct {
	desk  stampdesk.DeskID
	below uint64            // entries up to this one are still in the store
	block []stampdesk.Entry // read and not yet given, the oldest first
}

// pastBlock is how many entries are read at once.
const pastBlock = 500

// newPast begins at the ends of the journals.
func newPast(from stampdesk.Snapshot) (*past, error) {
	p := &past{}
	for h, err := range from.Heads() {
		if err != nil {
			return nil, err
		}
		p.desks = append(p.desks, deskPast{desk: h.Desk, below: h.Seq})
	}
	return p, nil
}

// next is the newest entry that was not given yet; nil at the beginning of all.
func (p *past) next(from stampdesk.Snapshot) (*stampdesk.Entry, error) {
	var newest *deskPast
	for i := range p.desks {
		d := &p.desks[i]
		if err := d.fill(from); err != nil {
			return nil, err
		}
		if n := len(d.block); n > 0 && (newest == nil || d.block[n-1].At.After(newest.block[len(newest.block)-1].At)) {
			newest = d
		}
	}
	if newest == nil {
		return nil, nil
	}
	n := len(newest.block) - 1
	e := newest.block[n]
	newest.block = newest.block[:n]
	return &e, nil
}

// fill reads the block before, where the last one is used up.
func (d *deskPast) fill(from stampdesk.Snapshot) error {
	if len(d.block) > 0 || d.below == 0 {
		return nil
	}
	after := d.below - min(d.below, pastBlock)
	d.block = slices.Grow(d.block[:0], pastBlock)
	for e, err := range from.Entries(d.desk, after) {
		if err != nil {
			return err
		}
		if e.Entry.Key.Seq > d.below {
			break
		}
		d.block = append(d.block, e.Entry)
	}
	d.below = after
	return nil
}

// upTo leaves out what came after the given entries.
func (p *past) upTo(tops map[stampdesk.DeskID]uint64) {
	for i := range p.desks {
		d := &p.desks[i]
		d.below = min(d.below, tops[d.desk])
	}
}

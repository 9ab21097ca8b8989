package sheet

import (
	"iter"
	"slices"
)

// batch is a run of rows on its way from one goroutine to another.
type batch struct {
	records []record
	cells   []string
	repeats []bool
}

const (
	batchRows = 256
	batches   = 3 // one is filled, one waits, one is read
)

// ahead walks rows in a goroutine of its own, a batch ahead of whoever takes
// them: to cut a file and to understand it take about as long. The goroutine
// has ended when the walk has.
func ahead(rows iter.Seq[record]) iter.Seq[record] {
	return func(yield func(record) bool) {
		full, free, done := make(chan *batch, batches), make(chan *batch, batches), make(chan struct{})
		for range batches {
			free <- &batch{}
		}
		go func() {
			defer close(full)
			b := <-free
			for r := range rows {
				b.add(r)
				if len(b.records) < batchRows {
					continue
				}
				full <- b // there is room for all
				select {
				case <-done:
					return
				case b = <-free:
				}
			}
			full <- b
		}()
		defer func() {
			close(done)
			for range full {
			}
		}()
		for b := range full {
			for _, r := range b.records {
				if !yield(r) {
					return
				}
			}
			b.records, b.cells, b.repeats = b.records[:0], b.cells[:0], b.repeats[:0]
			free <- b
		}
	}
}

// add takes a copy of a record, whose cells are valid until the next only.
func (b *batch) add(r record) {
	from := len(b.cells)
	b.cells = append(b.cells, r.cells...)
	if r.cells != nil { // a later copy of b.cells leaves this one where it is
		r.cells = b.cells[from:len(b.cells):len(b.cells)]
	}
	from = len(b.repeats)
	b.repeats = append(b.repeats, r.repeats...)
	r.repeats = slices.Clip(b.repeats[from:])
	b.records = append(b.records, r)
}

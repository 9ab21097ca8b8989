package tui

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"stampdesk"
)

// board is what the screens show of the store beyond the card in hand, copied
// out at one instant.
type board struct {
	batches []batchRow
	units   []unitRow
	names   map[stampdesk.UnitCode]string
	recent  []passed
	shift   shiftOn
	setup   stampdesk.Setup
	closed  bool                   // the round is
	prep    *stampdesk.Preparation // how far the set-up is; nil once there is a batch
}

// batchRow is a batch with its figures.
type batchRow struct {
	stampdesk.Batch
	unit     string
	expected int
	handled  stampdesk.Handled
	seen     int // expected cards that have an answer
	waits    int // cards kept because there was no decision
	freed    int // cards that wait until it, which is closed, is open again
	folded   string
}

// unitRow is a unit that may bring cards.
type unitRow struct {
	code   stampdesk.UnitCode
	name   string
	cards  int
	folded string
}

// look reads the board in a command.
func look(ctx context.Context, o Options, desk stampdesk.DeskID) tea.Cmd {
	return func() tea.Msg {
		b := newBoard(o)
		if o.Look == nil {
			return boardMsg{board: b}
		}
		err := o.Look(ctx, func(s stampdesk.Snapshot) error {
			b = newBoard(o)
			return b.read(s, desk)
		})
		b.sort()
		return boardMsg{b, err}
	}
}

// newBoard is the board before anything was read.
func newBoard(o Options) board {
	return board{names: map[stampdesk.UnitCode]string{}, setup: o.Setup}
}

func (b *board) read(s stampdesk.Snapshot, desk stampdesk.DeskID) (err error) {
	if b.setup, err = s.Setup(); err != nil {
		return err
	}
	round := uint8(b.setup.Round.Ordinal)
	closed, err := s.RoundClosed(round)
	if err != nil {
		return err
	}
	b.closed = !closed.IsZero()
	for u, err := range s.Units() {
		if err != nil {
			return err
		}
		b.names[u.Code] = u.Name
		b.units = append(b.units, unitRow{u.Code, u.Name, u.WithCard, stampdesk.Fold(string(u.Code) + " " + u.Name)})
	}
	if b.shift, err = readShift(s, desk); err != nil {
		return err
	}
	work, err := stampdesk.WorkOf(s, round)
	if err != nil {
		return err
	}
	for batch, err := range s.Batches() {
		if err != nil {
			return err
		}
		if round != 0 && batch.Round != round {
			continue
		}
		w := work[batch.ID]
		r := batchRow{Batch: batch, unit: cmp.Or(b.names[batch.Unit], string(batch.Unit))}
		r.expected, r.seen, r.waits, r.freed, r.handled = w.Expected, w.Seen, w.Undecided, w.Freed, w.Handled
		r.folded = stampdesk.Fold(string(batch.ID) + " " + string(batch.Unit) + " " + r.unit)
		b.batches = append(b.batches, r)
	}
	if len(b.batches) == 0 {
		prep, err := stampdesk.PreparationOf(s)
		if err != nil {
			return err
		}
		b.prep = &prep
	}
	return b.readRecent(s, desk)
}

// readRecent finds the last cards of the desk, so that the list is not empty
// after a new start.
func (b *board) readRecent(s stampdesk.Snapshot, desk stampdesk.DeskID) error {
	head, err := s.Head(desk)
	if err != nil || head.Seq == 0 {
		return err
	}
	const back = 60 // entries; most cards take two
	presented := map[stampdesk.EntryKey]bool{}
	for e, err := range s.Entries(desk, head.Seq-min(back, head.Seq)) {
		if err != nil {
			return err
		}
		entry := e.Entry
		if entry.Act == stampdesk.ActPresented {
			presented[entry.Key] = true
		}
		if entry.Card == 0 || !entry.Act.Stands() && entry.Act != stampdesk.ActVoided || entry.Act == stampdesk.ActPresented {
			continue
		}
		p := passed{entry: entry, unused: entry.Act == stampdesk.ActVoided && presented[entry.Ref]}
		m, err := s.Member(entry.Card)
		if err != nil {
			return err
		}
		if m != nil {
			p.name = m.Name
		}
		b.recent = append(b.recent, p)
	}
	slices.Reverse(b.recent)
	b.recent = b.recent[:min(len(b.recent), mostRecent)]
	return nil
}

// sort puts what needs a person first, and units into the order of names.
func (b *board) sort() {
	col := collate.New(language.Vietnamese)
	slices.SortStableFunc(b.batches, func(x, y batchRow) int {
		return cmp.Or(cmp.Compare(x.need(), y.need()), -cmp.Compare(x.ID, y.ID))
	})
	slices.SortStableFunc(b.units, func(x, y unitRow) int { return col.CompareString(x.name, y.name) })
}

// closed is a batch of the round where it is closed, so that no card can be
// stamped in it; else nil.
func (s *shell) closed(id stampdesk.BatchID) *batchRow {
	i := slices.IndexFunc(s.board.batches, func(r batchRow) bool { return r.ID == id && r.IsClosed() })
	if i < 0 {
		return nil
	}
	return &s.board.batches[i]
}

// need ranks a batch by how much it needs a person, the most first.
func (r *batchRow) need() int {
	switch {
	case r.freed > 0:
		return 0
	case r.State == stampdesk.BatchReturned:
		return 5
	case r.State == stampdesk.BatchClosed:
		return 4
	case r.handled.Held > 0:
		return 0
	case r.State == stampdesk.BatchOpen:
		return 1
	case r.expected > 0 && r.seen >= r.expected:
		return 2 // to be closed
	}
	return 3
}

// byGivenName sorts names as lists of people do: the given name, which comes
// last in Vietnamese, then the whole.
func byGivenName(items []stampdesk.Item) {
	col := collate.New(language.Vietnamese)
	given := func(name string) string { return name[strings.LastIndexByte(name, ' ')+1:] }
	slices.SortStableFunc(items, func(x, y stampdesk.Item) int {
		return cmp.Or(col.CompareString(given(x.Name), given(y.Name)), col.CompareString(x.Name, y.Name), cmp.Compare(x.Card, y.Card))
	})
}

// today is the date on the desk's calendar.
func today(t time.Time) string { return stampdesk.DateOf(t).String() }

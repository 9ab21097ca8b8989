package printer

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"stampdesk"
)

// ShiftReport is what the sheet of a shift tells.
type ShiftReport struct {
	Shift stampdesk.Shift
	Tally stampdesk.Tally      // of the shift
	Held  []stampdesk.HeldCard // in the tray at the end of the shift, or now where it is on
	Head  stampdesk.Head       // of the desk's journal, likewise
	// Names are those of the people of the board, as they shall stand on the paper; who has none is named by the id.
	Names map[stampdesk.PersonID]string

	by shares
}

// ShiftSheetDoc is the record of the end of a shift (biên bản kết thúc ca), by which whoever leaves hands the desk over:
// who worked and when, what is in the held tray and what was counted there, what was done, and where the journal stands.
// Cards are named by their number alone. While the shift is on the paper is marked as a draft.
func ShiftSheetDoc(r ShiftReport, m Meta) Doc {
	w := wordsIn(m.Lang)
	draft := ""
	if r.Shift.Ended == nil || m.Draft {
		draft = w.draft
	}
	s := shiftSheet{ShiftReport: r, m: m, w: w}
	doc := Doc{Head: m.head(), Title: w.shiftSheet, Mark: m.mark(draft)}
	doc.Blocks = slices.Concat(
		m.round(), s.about(), s.counted(),
		tallyBlocks(&r.Tally, Scope{Desk: r.Shift.Desk, Shift: r.Shift.ID}, r.by, m.Lang),
		s.held(), headBlocks([]stampdesk.Head{r.Head}, w), unparted(m.signatures(w.shiftGiver, w.shiftTaker), m.printed()),
	)
	return m.paged(doc, string(r.Shift.Desk)+"/"+strconv.Itoa(int(r.Shift.ID)))
}

type shiftSheet struct {
	ShiftReport
	m Meta
	w *paperWords
}

func (s *shiftSheet) about() []Block {
	name := strconv.Itoa(int(s.Shift.ID))
	if n := s.Shift.Begun.Fact(stampdesk.FactName); n != "" {
		name += " – " + n
	}
	blocks := []Block{
		Pair{Key: capital(s.w.desk) + ":", Value: string(s.Shift.Desk)},
		Pair{Key: s.w.shift, Value: name, Bold: true},
		Pair{Key: s.w.begun, Value: s.who(&s.Shift.Begun)},
	}
	if s.Shift.Ended == nil {
		return append(blocks, Pair{Key: s.w.ended, Value: s.w.notEnded})
	}
	blocks = append(blocks, Pair{Key: s.w.ended, Value: s.who(s.Shift.Ended)})
	if note := s.Shift.Ended.Note; note != "" {
		blocks = append(blocks, Pair{Key: s.w.note, Value: note})
	}
	return blocks
}

// who is the time of an entry and the person who made it.
func (s *shiftSheet) who(e *stampdesk.Entry) string {
	return keep(e.At.In(s.m.zone()).Format(timeOnPaper)) + " · " + keepName(cmp.Or(s.Names[e.Operator], string(e.Operator)))
}

// counted are the cards in the held tray as the journal has them and as they were counted.
func (s *shiftSheet) counted() []Block {
	blocks := []Block{Rule{}, Text{Text: s.w.tray, Bold: true}}
	count := func(held, counted string, e *stampdesk.Entry) {
		n, _ := strconv.Atoi(e.Fact(stampdesk.FactHeld))
		hand, how := s.w.uncounted, ""
		if c, err := strconv.Atoi(e.Fact(stampdesk.FactCount)); err == nil {
			hand = number(c, s.m.Lang)
			switch {
			case c < n:
				how = fmt.Sprintf(s.w.short, s.w.nCards(n-c, s.m.Lang))
			case c > n:
				how = fmt.Sprintf(s.w.over, s.w.nCards(c-n, s.m.Lang))
			default:
				how = s.w.matches
			}
		}
		blocks = append(blocks, Pair{Key: held, Value: number(n, s.m.Lang)}, Pair{Key: counted, Value: hand})
		if how != "" {
			blocks = append(blocks, Pair{Key: keep("  → "), Value: how, Bold: how != s.w.matches})
		}
	}
	count(s.w.trayBegun, s.w.countBegun, &s.Shift.Begun)
	if s.Shift.Ended != nil {
		count(s.w.trayEnded, s.w.countEnded, s.Shift.Ended)
	}
	return blocks
}

// held names the cards in the tray, by their numbers.
func (s *shiftSheet) held() []Block {
	count := s.w.none
	if len(s.Held) > 0 {
		count = s.w.nCards(len(s.Held), s.m.Lang)
	}
	blocks := []Block{Rule{Double: true}, Pair{Key: s.w.heldTray, Value: count, Bold: true}}
	if len(s.Held) == 0 {
		return blocks
	}
	t := Table{Columns: []Column{
		{Title: s.w.seq, Width: max(2, len(strconv.Itoa(len(s.Held)))), Align: Right},
		{Title: s.w.card, Width: len("31.000412")},
		{Title: s.w.reason, Below: true},
	}}
	for i, h := range s.Held {
		why := h.Standing.Reason.Label(s.m.Lang)
		if h.Note != "" {
			why = h.Note
		}
		t.Rows = append(t.Rows, []string{strconv.Itoa(i + 1), h.Card.String(), why})
	}
	return append(blocks, t)
}

package printer

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"time"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"stampdesk"
)

// Handover says how a batch went back to its unit; the zero value is not yet.
type Handover struct {
	At       time.Time
	From, To string // empty where it is only on record that it went back
}

// ReturnListDoc is the paper with which a batch goes back to its unit (danh sách trả thẻ): every card that was in it by
// what became of it, the count, and how many cards are in the envelope. lost is the number of cards that are reported
// lost, which a balance does not hold: Lost of the batch's tally. Until the batch is closed the paper is marked as a
// draft.
func ReturnListDoc(b stampdesk.Balance, lost int, h Handover, m Meta) Doc {
	w := wordsIn(m.Lang)
	draft := ""
	if !b.Batch.IsClosed() || m.Draft {
		draft = w.draft
	}
	r := returnList{Balance: b, m: m, w: w, handover: h}
	r.sort(lost)
	doc := Doc{Head: m.head(), Title: w.returnList, Mark: m.mark(draft)}
	doc.Blocks = slices.Concat(
		m.round(), r.about(),
		r.section(w.stamped, r.stamped), r.rare(w.newStamped, r.fresh), r.section(w.returned, r.returned),
		r.section(w.heldTray, r.held), r.rare(w.astray, r.astray), r.rare(w.kept, r.kept), r.section(w.missing, r.missing),
		r.count(), unparted(
			m.signed(Signer{Title: w.giver, Name: h.From}, Signer{Title: w.receiver, Name: h.To}), m.batchCode(b.Batch.ID), m.printed(),
		),
	)
	return m.paged(doc, string(b.Batch.ID))
}

// returnList is a balance in the piles in which the cards lie on the table.
type returnList struct {
	stampdesk.Balance
	m Meta
	w *paperWords

	handover Handover

	stamped, fresh, returned []stampdesk.Item // in the envelope; fresh are new cards
	held, astray             []stampdesk.Item // in the held tray; astray are those that belong to another batch
	kept                     []stampdesk.Item // to be exchanged, or sent up
	missing                  []stampdesk.Item
	damaged, lost, gone      int // of those kept; not in hand; of those lost the ones that were expected

	columns []Column // of the pile before
	celled  bool     // the unit has cells
}

func (r *returnList) sort(lost int) {
	r.lost = lost
	for _, it := range r.Seen {
		place, _ := stampdesk.PlaceOf(it.Standing.Act, it.Standing.Reason)
		switch {
		case place == stampdesk.InStamped && it.Class == stampdesk.Renewed:
			r.fresh = append(r.fresh, it)
		case place == stampdesk.InStamped:
			r.stamped = append(r.stamped, it)
		case place == stampdesk.InRefused && it.Standing.Reason.GoesTo(stampdesk.Refuse) != stampdesk.UpToBoard:
			r.returned = append(r.returned, it)
		case place == stampdesk.InUncollected:
			r.missing = append(r.missing, it)
		case it.Standing.Act == stampdesk.ActReportedLost:
			r.gone++
		case place == stampdesk.InDamaged:
			r.damaged++
			r.kept = append(r.kept, it)
		case it.Standing.Reason.GoesTo(stampdesk.Hold) != stampdesk.HeldTray:
			r.kept = append(r.kept, it)
		case place == stampdesk.InHeld && r.isAstray(it):
			r.astray = append(r.astray, it)
		default: // also what nobody foresaw: no card is lost from sight
			r.held = append(r.held, it)
			if place == stampdesk.InLost {
				r.lost-- // it is here
			}
		}
	}
	r.lost = max(r.lost, 0)
	r.missing = append(r.missing, r.Missing...)
	inCell := func(it stampdesk.Item) bool { return it.Cell != "" && it.Unit == r.Batch.Unit }
	r.celled = slices.ContainsFunc(r.Seen, inCell) || slices.ContainsFunc(r.Missing, inCell)
	for _, pile := range [...][]stampdesk.Item{r.stamped, r.fresh, r.returned, r.held, r.astray, r.kept, r.missing} {
		sortByCell(pile)
	}
}

// isAstray reports that nobody expects the card in this batch: it is another unit's, or nobody's.
func (r *returnList) isAstray(it stampdesk.Item) bool {
	return it.Standing.Reason == stampdesk.ReasonOtherUnit || it.Class == stampdesk.Other ||
		it.Class != stampdesk.Guest && it.Unit != r.Batch.Unit
}

// guestLast parts the guests, whose cell here nobody may know, from the members of the unit.
func guestLast(it stampdesk.Item) int {
	if it.Class == stampdesk.Guest {
		return 1
	}
	return 0
}

// sortByCell puts "Chi bộ 2" before "Chi bộ 10", and last who has no cell; within a cell the cards keep their order.
func sortByCell(items []stampdesk.Item) {
	c := collate.New(language.Vietnamese, collate.Numeric)
	slices.SortStableFunc(items, func(a, b stampdesk.Item) int {
		return cmp.Or(cmp.Compare(lastIfEmpty(a.Cell), lastIfEmpty(b.Cell)), c.CompareString(a.Cell, b.Cell),
			cmp.Compare(guestLast(a), guestLast(b)))
	})
}

// about says which batch of which unit, and on whose decision it was stamped.
func (r *returnList) about() []Block {
	decision := r.w.undecided
	if d := r.Batch.Decision; d.No != "" {
		decision = fmt.Sprintf(r.w.decisionOf, d.No, d.Date)
	}
	blocks := []Block{
		Pair{Key: r.w.unit, Value: r.Unit.Name, Bold: true},
		Pair{Key: r.w.unitCode, Value: string(r.Unit.Code)},
		Pair{Key: r.w.batch, Value: string(r.Batch.ID), Bold: true},
	}
	if k := int(r.Batch.Kind); k > 0 && k < len(r.w.kinds) {
		blocks = append(blocks, Pair{Key: r.w.kind, Value: r.w.kinds[k]})
	}
	blocks = append(blocks, Pair{Key: r.w.decision, Value: decision})
	if r.Batch.By != "" {
		blocks = append(blocks, Pair{Key: r.w.broughtBy, Value: r.Batch.By})
	}
	switch h := r.handover; {
	case h.At.IsZero():
	case h.From == "" && h.To == "":
		blocks = append(blocks, Pair{Key: r.w.returnedAt, Value: keep(h.At.Format(timeOnPaper))})
	default:
		names := keepName(h.From) + " → " + keepName(h.To) + ", " + keep(h.At.Format(timeOnPaper))
		blocks = append(blocks, Pair{Key: r.w.handedOver, Value: names})
	}
	return blocks
}

// rare is a pile that is named only where there is one.
func (r *returnList) rare(title string, items []stampdesk.Item) []Block {
	if len(items) == 0 {
		return nil
	}
	return r.section(title, items)
}

// section is one pile, by cells. Every pile has its heading, so that an empty one is seen to be empty; columns that are
// those of the pile before have theirs once.
func (r *returnList) section(title string, items []stampdesk.Item) []Block {
	count := r.w.none
	if len(items) > 0 {
		count = r.w.nCards(len(items), r.m.Lang)
	}
	heading := Pair{Key: title, Value: count, Bold: true}
	if len(items) == 0 {
		return []Block{Keep{Space{}}, Keep{Rule{Double: true}}, heading}
	}
	blocks := []Block{Keep{Space{}}, Keep{Rule{Double: true}}, Keep{heading}}
	table := r.table(items)
	again := slices.Equal(table.Columns, r.columns)
	r.columns = table.Columns
	for i := 0; i < len(items); {
		end := i + 1
		cell := r.cell(items[i])
		for end < len(items) && r.cell(items[end]) == cell {
			end++
		}
		of := title
		if len(items) > end-i || items[i].Cell != "" || items[i].Class == stampdesk.Guest {
			of += " · " + cell
			blocks = append(blocks, Keep{Space{}}, Keep{Pair{Key: cell, Value: r.w.nCards(end-i, r.m.Lang), Bold: true}})
		}
		part := table
		part.Rows, part.Continues, part.Of = table.Rows[i:end], again || i > 0, fmt.Sprintf(r.w.goesOn, of)
		blocks = append(blocks, part)
		i = end
	}
	return blocks
}

// cell is the heading under which a card is listed.
func (r *returnList) cell(it stampdesk.Item) string {
	switch {
	case it.Cell == "" && it.Class == stampdesk.Guest:
		return r.w.guests
	case it.Cell == "" && !r.celled && it.Unit == r.Batch.Unit:
		return capital(r.w.kinds[stampdesk.Delivery])
	}
	cell := cmp.Or(it.Cell, r.w.cellUnknown)
	if it.Unit != "" && it.Unit != r.Batch.Unit && it.Class != stampdesk.Guest { // "Chi bộ 1" of whom?
		cell += " (" + string(it.Unit) + ")"
	}
	return cell
}

// table lists the cards of a pile, numbered through.
func (r *returnList) table(items []stampdesk.Item) Table {
	boxes, reasons := 0, false
	for _, it := range items {
		boxes = max(boxes, len(it.Standing.Boxes.String()))
		reasons = reasons || r.why(it) != ""
	}
	t := Table{Columns: []Column{
		{Title: r.w.seq, Width: max(2, len(strconv.Itoa(len(items)))), Align: Right},
		{Title: r.w.card, Width: len("31.000412")},
		{Title: r.w.name, Below: true},
	}}
	if boxes > 0 {
		t.Columns = append(t.Columns, Column{Title: r.w.box, Width: max(boxes, width(r.w.box)), Align: Right})
	}
	if reasons {
		t.Columns = append(t.Columns, Column{Title: r.w.reason, Below: true})
	}
	for i, it := range items {
		row := []string{strconv.Itoa(i + 1), it.Card.String(), it.Name}
		if boxes > 0 {
			row = append(row, it.Standing.Boxes.String())
		}
		if reasons {
			row = append(row, r.why(it))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// why says what keeps a card from its stamp, and what becomes of it.
func (r *returnList) why(it stampdesk.Item) string {
	reason := it.Standing.Reason
	if it.Standing.Act == stampdesk.ActStamped || reason == "" {
		return ""
	}
	if it.Standing.Act == 0 && reason == stampdesk.ReasonUncollected && !r.Batch.IsClosed() {
		return r.w.notSeen // it may lie on the table
	}
	label, then := reason.Label(r.m.Lang), ""
	if it.Note != "" {
		label = it.Note
	}
	place, _ := stampdesk.PlaceOf(it.Standing.Act, reason)
	switch {
	case it.Standing.Act == 0 && reason == stampdesk.ReasonDamaged:
		then = r.w.notBrought
	case place == stampdesk.InDamaged:
		then = r.w.exchange
	case place == stampdesk.InLost:
		return r.w.found
	case place == stampdesk.InRefused && reason.GoesTo(stampdesk.Refuse) == stampdesk.UpToBoard:
		then = r.w.withdrawn
	case place == stampdesk.InRefused && reason == stampdesk.ReasonDeceased:
		then = r.w.family
	}
	if then != "" {
		label += " → " + then
	}
	return label
}

// count is the balance in figures, and the number that the receiver counts after. What became of the cards, between the
// rules, adds up to what stands above: the cards expected and those that nobody expected.
func (r *returnList) count() []Block {
	blocks := []Block{Space{}, Rule{Double: true}, Text{Text: r.w.count, Bold: true}}
	row := func(word string, n int) { blocks = append(blocks, Pair{Key: word, Value: number(n, r.m.Lang)}) }
	row(r.w.expected, r.Expected)
	if r.Extra > 0 {
		row(r.w.nExtra, r.Extra)
	}
	blocks = append(blocks, Rule{})
	row(r.w.nStamped, len(r.stamped)+len(r.fresh))
	row(r.w.nReturned, len(r.returned))
	row(r.w.nHeld, len(r.held))
	if n := len(r.astray); n > 0 {
		row(r.w.nAstray, n)
	}
	if n := len(r.kept) - r.damaged; n > 0 {
		row(r.w.nKept, n)
	}
	row(r.w.nDamaged, r.damaged)
	if r.gone > 0 {
		row(r.w.nGone, r.gone)
	}
	row(r.w.nMissing, len(r.missing))
	blocks = append(blocks, Rule{})
	if r.Batch.Count > 0 {
		row(r.w.received, r.Batch.Count)
	}
	row(r.w.nLost, r.lost)
	envelope := fmt.Sprintf(r.w.envelope, number(len(r.stamped)+len(r.fresh)+len(r.returned), r.m.Lang))
	return append(blocks, Keep{Rule{}}, Text{Text: envelope, Align: Center, Bold: true, Double: true})
}

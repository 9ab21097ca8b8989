package printer

import (
	"cmp"
	"slices"

	"stampdesk"
)

// KeptCard is what the slip of a held card tells.
type KeptCard struct {
	stampdesk.HeldCard
	Entry stampdesk.Entry // by which it is held; the zero entry: it is held no more
	Unit  string          // the name of its unit
	By    string          // who kept it, as it shall stand on the paper
	Round uint8           // the round in force
}

// HeldSlipDoc is the slip that lies with a card in the held tray (phiếu giữ thẻ): whose it is, why it is there, since when
// and by whom, and what a supervisor may decide, with room to write the decision. Where the card was settled since the
// slip was ordered, the paper says that it is void.
func HeldSlipDoc(k KeptCard, m Meta) Doc {
	w := wordsIn(m.Lang)
	doc := Doc{Head: m.shortHead(), Title: w.heldSlip, Mark: m.mark("")}
	number := []Block{
		Space{}, Text{Text: k.Card.String(), Align: Center, Bold: true, Double: true},
		Barcode{Code: k.Card.Digits(), Align: Center}, Space{},
	}
	if k.Entry.Key.IsZero() {
		doc.Mark = m.mark(w.void)
		doc.Blocks = slices.Concat(number, []Block{Text{Text: w.notHeld, Bold: true}}, m.printed())
		return doc
	}
	whose := []Block{
		Pair{Key: w.name + ":", Value: cmp.Or(k.Name, w.unknownMember), Bold: true},
		Pair{Key: w.unit, Value: cmp.Or(k.Unit, "–")},
		Pair{Key: w.cell, Value: cmp.Or(k.Cell, w.cellUnknown)},
	}
	reason := k.Standing.Reason
	why := []Block{Rule{}, Text{Text: w.keptReason, Bold: true}, Text{Text: capital(reason.Label(m.Lang)), Bold: true}}
	if s := reason.Sentence(m.Lang); s != reason.Label(m.Lang) {
		why = append(why, Text{Text: s})
	}
	if k.Entry.Note != "" {
		why = append(why, Pair{Key: w.note, Value: k.Entry.Note})
	}
	if k.HeldCard.Round < k.Round {
		why = append(why, Text{Text: w.leftFromRound})
	}
	when := []Block{
		Rule{},
		Pair{Key: w.heldBy, Value: k.By},
		Pair{Key: w.heldAt, Value: keep(k.Entry.At.In(m.zone()).Format(timeOnPaper))},
		Pair{Key: capital(w.desk) + ":", Value: string(k.Entry.Key.Desk)},
		Pair{Key: w.entry, Value: k.Entry.Key.String()},
	}
	if k.Standing.Batch != "" {
		when = append(when, Pair{Key: w.batch, Value: string(k.Standing.Batch)})
	}
	settle := []Block{Rule{}, Text{Text: w.settledBy}}
	ways := Table{Columns: []Column{{Width: 1}, {}}}
	for _, way := range k.ways(w) {
		ways.Rows = append(ways.Rows, []string{"□", way})
	}
	settle = append(settle, ways)
	doc.Blocks = slices.Concat(number, whose, why, when, settle, m.decision(), unparted(m.signatures(w.supervisor), m.printed()))
	return m.paged(doc, k.Card.String())
}

// ways are what may become of the card: nobody goes against a final reason or for a card that is nobody's, and one that
// was stamped, or left over from a round that is over, is not stamped once more.
func (k *KeptCard) ways(w *paperWords) []string {
	var ways []string
	over := k.HeldCard.Round < k.Round
	if !over && !k.Astray && k.Name != "" && !k.Standing.Reason.IsFinal() {
		ways = append(ways, w.permit)
	}
	ways = append(ways, w.giveBack)
	if !over && !k.Astray {
		ways = append(ways, w.exchangeIt)
	}
	return append(ways, w.release)
}

// decision is room to write what was decided.
func (m *Meta) decision() []Block {
	if !m.forPaper() {
		return nil
	}
	w := wordsIn(m.Lang)
	return []Block{
		Keep{Rule{}}, Keep{Text{Text: w.decide, Bold: true}}, Space{Lines: 2}, Rule{}, Space{Lines: 2}, Rule{},
		Pair{Key: w.decidedOn, Value: "...../...../........"},
	}
}

package printer

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"stampdesk"
)

// GuestStamp is the stamp on the card of a member on temporary activity.
type GuestStamp struct {
	Card     stampdesk.CardNumber
	Name     string
	Home     string // the board that has the member's place, as far as the roster says
	Host     string // the unit of the temporary activity
	Entry    stampdesk.Entry
	Decision stampdesk.Decision // of the batch
}

// GuestSlipDoc is the slip for the board where a member on temporary activity has the place in the head-count (đảng số):
// that the card was inspected here, when, and by which entry of the journal. Where the stamp was voided since the slip
// was ordered, the zero entry, the paper says that it confirms nothing.
func GuestSlipDoc(g GuestStamp, m Meta) Doc {
	w := wordsIn(m.Lang)
	doc := Doc{Head: m.head(), Title: w.guestSlip, Mark: m.mark("")}
	about := []Block{Text{Text: w.guestSlipOf, Align: Center, Bold: true}, Space{}}
	whose := []Block{
		Pair{Key: w.to, Value: cmp.Or(g.Home, strings.Repeat(".", 20))}, Space{},
		Pair{Key: w.name + ":", Value: cmp.Or(g.Name, strings.Repeat(".", 20)), Bold: true},
		Pair{Key: w.card + ":", Value: g.Card.String(), Bold: true},
		Pair{Key: w.host, Value: g.Host},
	}
	if g.Entry.Key.IsZero() {
		doc.Mark = m.mark(w.void)
		doc.Blocks = slices.Concat(about, m.round(), whose, []Block{Rule{}, Text{Text: w.noStamp, Bold: true}}, m.printed())
		return doc
	}
	decision := w.undecided
	if d := g.Decision; d.No != "" {
		decision = fmt.Sprintf(w.decisionOf, d.No, d.Date)
	}
	stamp := []Block{
		Rule{},
		Pair{Key: w.boxes, Value: g.Entry.Boxes.String(), Bold: true},
		Pair{Key: w.stampedOn, Value: g.Entry.At.In(m.zone()).Format(dateOnPaper)},
		Pair{Key: w.decision, Value: decision},
		Pair{Key: capital(w.desk) + ":", Value: string(g.Entry.Key.Desk)},
		Pair{Key: w.entry, Value: g.Entry.Key.String()},
		Pair{Key: w.hash, Value: g.Entry.Chain.Short()},
		Rule{}, Text{Text: w.guestAsk},
	}
	doc.Blocks = slices.Concat(about, m.round(), whose, stamp, unparted(m.signatures(w.confirmer), m.printed()))
	return m.paged(doc, g.Card.String())
}

package printer

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"stampdesk"
)

// RenewalListDoc is the list of cards to be exchanged and of those to be reissued (danh sách đổi và cấp lại thẻ), each by
// unit and cell: why, which papers are here, and the new card where there is one. It is of one unit, or of all where
// unit has no code; units names the units.
func RenewalListDoc(cards []stampdesk.Renewal, unit stampdesk.Unit, units map[stampdesk.UnitCode]string, m Meta) Doc {
	w := wordsIn(m.Lang)
	r := renewalList{cards: slices.Clone(cards), units: units, m: m, w: w}
	vietnamese := collate.New(language.Vietnamese, collate.Numeric)
	slices.SortStableFunc(r.cards, func(a, b stampdesk.Renewal) int {
		return cmp.Or(cmp.Compare(lastIfEmpty(a.Unit), lastIfEmpty(b.Unit)), cmp.Compare(a.Unit, b.Unit), vietnamese.CompareString(a.Cell, b.Cell), cmp.Compare(a.Card, b.Card))
	})
	about := []Block{Pair{Key: w.scope, Value: w.allUnits}}
	second := w.supervisor
	if unit.Code != "" {
		about = []Block{
			Pair{Key: w.unit, Value: cmp.Or(unit.Name, string(unit.Code)), Bold: true},
			Pair{Key: w.unitCode, Value: string(unit.Code)},
		}
		second = w.receiver
	}
	doc := Doc{Head: m.head(), Title: w.renewals, Mark: m.mark("")}
	doc.Blocks = slices.Concat(
		m.round(), about,
		r.part(w.toExchange, stampdesk.ActExchanged, unit.Code), r.part(w.toReissue, stampdesk.ActReissued, unit.Code),
		unparted(m.signatures(w.compiler, second), m.printed()),
	)
	return m.paged(doc, string(unit.Code))
}

type renewalList struct {
	cards []stampdesk.Renewal
	units map[stampdesk.UnitCode]string
	m     Meta
	w     *paperWords
}

// part is all cards that want the one or the other, and how far they are. Where all are of the unit that the paper is
// about, it is not named again.
func (r *renewalList) part(title string, act stampdesk.Act, of stampdesk.UnitCode) []Block {
	var cards []stampdesk.Renewal
	issued, incomplete := 0, 0
	for i := range r.cards {
		c := &r.cards[i]
		if c.Act != act {
			continue
		}
		cards = append(cards, *c)
		switch {
		case c.New.Card != 0:
			issued++
		case !c.Complete && !c.Guest:
			incomplete++
		}
	}
	blocks := []Block{Keep{Space{}}, Keep{Rule{Double: true}}}
	if len(cards) == 0 {
		return append(blocks, Pair{Key: title, Value: r.w.none, Bold: true})
	}
	blocks = append(blocks, Keep{Pair{Key: title, Value: r.w.nCards(len(cards), r.m.Lang), Bold: true}})
	for i := 0; i < len(cards); {
		end := i + 1
		for end < len(cards) && cards[end].Unit == cards[i].Unit {
			end++
		}
		what := title
		if unit := cards[i].Unit; unit != of || end-i < len(cards) {
			name := cmp.Or(r.units[unit], string(unit), r.w.noUnit)
			blocks = append(blocks, Keep{Space{}}, Keep{Pair{Key: name, Value: r.w.nCards(end-i, r.m.Lang), Bold: true}})
			what += " · " + name
		}
		table := r.table(cards, i, end)
		table.Of = fmt.Sprintf(r.w.goesOn, what)
		blocks = append(blocks, table)
		i = end
	}
	rows := tallyRows{w: r.w, lang: r.m.Lang}
	rows.ruled(func() { rows.add(r.w.total, len(cards)) })
	rows.sub(1, r.w.issued, issued)
	rows.sub(1, r.w.waiting, len(cards)-issued)
	rows.sub(2, r.w.incomplete, incomplete)
	return append(blocks, rows.blocks()...)
}

// table lists the cards from (included) to until (excluded), numbered through.
func (r *renewalList) table(cards []stampdesk.Renewal, from, until int) Table {
	t := Table{Continues: from > 0, Columns: []Column{
		{Title: r.w.seq, Width: max(2, len(strconv.Itoa(len(cards)))), Align: Right},
		{Title: r.w.card, Width: len("31.000412")},
		{Title: r.w.name, Below: true},
		{Title: r.w.state, Width: 32, Below: true}, // so wide that what is kept together fits
	}}
	for i := from; i < until; i++ {
		c := &cards[i]
		t.Rows = append(t.Rows, []string{strconv.Itoa(i + 1), c.Card.String(), c.Name, r.state(c)})
	}
	return t
}

// state says why, what is here of the papers, and how far the new card is.
func (r *renewalList) state(c *stampdesk.Renewal) string {
	w := r.w
	why := c.Why.Label(r.m.Lang)
	switch {
	case c.Note != "":
		why = c.Note
	case why == "" && c.Act == stampdesk.ActReissued:
		why = w.lost
	case why == "":
		why = w.damaged
	}
	parts := []string{keepName(cmp.Or(c.Cell, w.cellUnknown)), why}
	add := func(format string, a ...any) { parts = append(parts, keep(fmt.Sprintf(format, a...))) }
	switch {
	case c.Guest:
		add("%s", w.atHome)
	case c.New.Card != 0:
		stamped := w.unstampedYet
		if c.Stamped {
			stamped = w.stampedNow
		}
		add(w.newCard, c.New.Card)
		if c.Due != 0 {
			add(w.newBoxes, c.Due)
		}
		add("%s", stamped)
	default:
		add(w.photosOf, c.Papers.Photos, stampdesk.PhotosForNewCard)
		if c.Act == stampdesk.ActReissued {
			account := w.accountMissing
			if c.Papers.Statement {
				account = w.accountHere
			}
			add("%s", account)
		}
		if c.Complete {
			add("%s", w.ready)
		}
		add("%s", w.waits)
		if c.Due != 0 {
			add(w.newBoxes, c.Due)
		} else {
			parts = append(parts, w.boxUnknown)
		}
	}
	return strings.Join(parts, string(noBreak)+"· ")
}

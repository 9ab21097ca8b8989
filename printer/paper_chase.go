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

// ChaseListDoc is the list of cards that were not collected (danh sách thẻ chưa thu được), of one unit, or of all where
// unit has no code: by the unit that is to bring them and by cell, with why and since when. units names the units.
func ChaseListDoc(cards []stampdesk.Chased, unit stampdesk.Unit, units map[stampdesk.UnitCode]string, m Meta) Doc {
	w := wordsIn(m.Lang)
	c := chaseList{cards: slices.Clone(cards), units: units, m: m, w: w}
	c.sort()
	doc := Doc{Head: m.head(), Title: w.chaseList, Mark: m.mark("")}
	about := []Block{Pair{Key: w.scope, Value: w.allUnits}}
	second := w.supervisor
	if unit.Code != "" {
		about = []Block{
			Pair{Key: w.unit, Value: cmp.Or(unit.Name, string(unit.Code)), Bold: true},
			Pair{Key: w.unitCode, Value: string(unit.Code)},
		}
		second = w.receiver
	}
	doc.Blocks = slices.Concat(m.round(), about, c.lists(unit.Code), c.totals(), unparted(m.signatures(w.compiler, second), m.printed()))
	return m.paged(doc, string(unit.Code))
}

type chaseList struct {
	cards []stampdesk.Chased
	units map[stampdesk.UnitCode]string
	m     Meta
	w     *paperWords
}

// sort puts "Chi bộ 2" before "Chi bộ 10" within a unit; within a cell the cards keep their order.
func (c *chaseList) sort() {
	vietnamese := collate.New(language.Vietnamese, collate.Numeric)
	slices.SortStableFunc(c.cards, func(a, b stampdesk.Chased) int {
		return cmp.Or(cmp.Compare(a.Brings, b.Brings), vietnamese.CompareString(a.Cell, b.Cell))
	})
}

// lists are one table for each unit. The heading of a unit is left out where it is the one that the paper is about.
func (c *chaseList) lists(of stampdesk.UnitCode) []Block {
	if len(c.cards) == 0 {
		return []Block{Rule{Double: true}}
	}
	var blocks []Block
	for i := 0; i < len(c.cards); {
		end, unit := i+1, c.cards[i].Brings
		for end < len(c.cards) && c.cards[end].Brings == unit {
			end++
		}
		blocks = append(blocks, Keep{Space{}}, Keep{Rule{Double: true}})
		name := ""
		if unit != of || end-i < len(c.cards) {
			name = cmp.Or(c.units[unit], string(unit), c.w.noUnit)
			blocks = append(blocks, Keep{Pair{Key: name, Value: c.w.nCards(end-i, c.m.Lang), Bold: true}})
			name = fmt.Sprintf(c.w.goesOn, name)
		}
		table := c.table(i, end)
		table.Of = name
		blocks = append(blocks, table)
		i = end
	}
	return blocks
}

// table lists the cards from (included) to until (excluded), numbered through.
func (c *chaseList) table(from, until int) Table {
	t := Table{Columns: []Column{
		{Title: c.w.seq, Width: max(2, len(strconv.Itoa(len(c.cards)))), Align: Right},
		{Title: c.w.card, Width: len("31.000412")},
		{Title: c.w.name, Below: true},
		{Title: c.w.details, Below: true},
	}}
	for i := from; i < until; i++ {
		it := &c.cards[i]
		t.Rows = append(t.Rows, []string{strconv.Itoa(i + 1), it.Card.String(), it.Name, c.details(it)})
	}
	return t
}

// details say where the card should be, why it is not here and since when.
func (c *chaseList) details(it *stampdesk.Chased) string {
	why := unstated(it.Standing.Reason).Label(c.m.Lang)
	if it.Note != "" {
		why += " (" + it.Note + ")"
	}
	parts := []string{keepName(cmp.Or(it.Cell, c.w.cellUnknown)), why}
	if at := it.Standing.At; !at.IsZero() {
		date := at.In(c.m.zone()).Format(dateOnPaper)
		since := keep(fmt.Sprintf(c.w.since, date))
		if it.Standing.Batch != "" {
			since += ", " + keep(fmt.Sprintf(c.w.inBatch, it.Standing.Batch))
		}
		parts = append(parts, since)
	}
	return strings.Join(parts, string(noBreak)+"· ")
}

// totals are the cards by reason, the most frequent first.
func (c *chaseList) totals() []Block {
	count := map[stampdesk.Reason]int{}
	for i := range c.cards {
		count[c.cards[i].Standing.Reason]++
	}
	r := tallyRows{w: c.w, lang: c.m.Lang}
	r.ruled(func() { r.add(c.w.total, len(c.cards)) })
	r.reasons(1, count)
	blocks := r.blocks()
	for i := range blocks[:len(blocks)-1] {
		blocks[i] = Keep{blocks[i]}
	}
	return append([]Block{Space{}}, blocks...)
}

// unstated is the reason as a list of cards that were not collected gives it: that they were not says nothing.
func unstated(r stampdesk.Reason) stampdesk.Reason {
	if r == "" || r == stampdesk.ReasonUncollected {
		return stampdesk.ReasonUnstated
	}
	return r
}

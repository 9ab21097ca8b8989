package printer

import (
	"fmt"
	"slices"
	"strings"

	"stampdesk"
)

// ReceiptDoc is the receipt for whoever brought the cards of a batch (biên nhận thẻ): what was counted, what the unit
// declared, and the lists that came with them. Where they do not agree it says so in a sentence.
func ReceiptDoc(r stampdesk.Received, m Meta) Doc {
	w := wordsIn(m.Lang)
	c := receipt{Received: r, m: m, w: w}
	doc := Doc{Head: m.head(), Title: w.receipt, Mark: m.mark("")}
	doc.Blocks = slices.Concat(
		m.round(), c.about(), c.lists(), c.papers(), c.declared(), c.differences(),
		unparted(
			m.signed(Signer{Title: w.bringer, Name: r.Batch.By}, Signer{Title: w.taker, Name: m.By}),
			m.batchCode(r.Batch.ID), []Block{Text{Text: w.keepReceipt, Align: Center}}, m.printed(),
		),
	)
	return m.paged(doc, string(r.Batch.ID))
}

// batchCode is the barcode that takes a batch in hand.
func (m *Meta) batchCode(id stampdesk.BatchID) []Block {
	if !m.forPaper() {
		return nil
	}
	return []Block{Space{}, Barcode{Code: stampdesk.BatchPrefix + string(id), Align: Center}}
}

type receipt struct {
	stampdesk.Received
	m Meta
	w *paperWords
}

func (c *receipt) about() []Block {
	blocks := []Block{
		Pair{Key: c.w.unit, Value: c.Unit.Name, Bold: true},
		Pair{Key: c.w.unitCode, Value: string(c.Unit.Code)},
		Pair{Key: c.w.batch, Value: string(c.Batch.ID), Bold: true},
	}
	if k := int(c.Batch.Kind); k < len(c.w.kinds) {
		blocks = append(blocks, Pair{Key: c.w.kind, Value: c.w.kinds[k]})
	}
	if c.Batch.By != "" {
		blocks = append(blocks, Pair{Key: c.w.broughtBy, Value: c.Batch.By})
	}
	counted := c.w.notCounted
	if c.Batch.Count > 0 {
		counted = c.w.nCards(c.Batch.Count, c.m.Lang)
	}
	return append(blocks,
		Pair{Key: c.w.receivedAt, Value: keep(c.Batch.Opened.In(c.m.zone()).Format(timeOnPaper))},
		Pair{Key: c.w.countedByHand, Value: counted, Bold: true},
	)
}

// lists are the unit's lists beside what it declares of each.
func (c *receipt) lists() []Block {
	t := Table{Columns: []Column{{Title: c.w.lists}, {Title: c.w.lines, Align: Right}, {Title: c.w.inForm6, Align: Right}}}
	wide := func(column int, text string) string {
		t.Columns[column].Width = max(t.Columns[column].Width, width(text))
		return text
	}
	wide(1, c.w.lines)
	wide(2, c.w.inForm6)
	for i, name := range c.w.forms {
		f := stampdesk.FormStamp + stampdesk.Form(i)
		lines, declared := c.w.notThere, "–"
		if c.Batch.Lists.Has(f) {
			lines = number(c.Of(f), c.m.Lang)
		}
		if n, ok := c.Batch.Declared[f.DeclaredFigure()]; ok {
			declared = number(n, c.m.Lang)
		}
		t.Rows = append(t.Rows, []string{name, wide(1, lines), wide(2, declared)})
	}
	return []Block{Keep{Space{}}, t}
}

// papers are the photographs and accounts, where there is a card that takes some.
func (c *receipt) papers() []Block {
	damaged, lost := c.Of(stampdesk.FormDamaged) > 0, c.Of(stampdesk.FormLost) > 0
	var blocks []Block
	if damaged || lost {
		blocks = append(blocks, Pair{Key: c.w.photos, Value: number(c.Photos, c.m.Lang)})
	}
	if lost {
		blocks = append(blocks, Pair{Key: c.w.accounts, Value: number(c.Accounts, c.m.Lang)})
	}
	return blocks
}

// declared are the figures of the unit's declaration that no list bears out.
func (c *receipt) declared() []Block {
	blocks := []Block{Rule{}}
	if len(c.Batch.Declared) == 0 {
		return append(blocks, Pair{Key: c.w.form6, Value: c.w.notThere})
	}
	blocks = append(blocks, Text{Text: c.w.form6, Bold: true})
	figures := stampdesk.WordsIn(c.m.Lang).Figures
	for _, name := range stampdesk.DeclaredKeys {
		if n, ok := c.Batch.Declared[name]; ok && !isListed(name) {
			blocks = append(blocks, Pair{Key: capital(figures[name]), Value: number(n, c.m.Lang)})
		}
	}
	return blocks
}

func isListed(figure string) bool {
	for f := stampdesk.FormStamp; f <= stampdesk.FormCardless; f++ {
		if f.DeclaredFigure() == figure {
			return true
		}
	}
	return false
}

// differences say whether the count and the lists agree, and the lists and the declaration.
func (c *receipt) differences() []Block {
	var all []string
	listed, known := c.Cards()
	if counted := c.Batch.Count; known && counted > 0 {
		cards := func(n int) string { return keep(c.w.nCards(n, c.m.Lang)) }
		switch {
		case counted < listed:
			all = append(all, fmt.Sprintf(c.w.differs, cards(counted), cards(listed), keep(fmt.Sprintf(c.w.differsShort, cards(listed-counted)))))
		case counted > listed:
			all = append(all, fmt.Sprintf(c.w.differs, cards(counted), cards(listed), keep(fmt.Sprintf(c.w.differsOver, cards(counted-listed)))))
		default:
			all = append(all, fmt.Sprintf(c.w.agrees, cards(counted)))
		}
	}
	for i, lines := range c.Lines {
		f := stampdesk.FormStamp + stampdesk.Form(i)
		if n, ok := c.Batch.Declared[f.DeclaredFigure()]; ok && c.Batch.Lists.Has(f) && n != lines {
			all = append(all, fmt.Sprintf(c.w.listDiffers, f, number(lines, c.m.Lang), number(n, c.m.Lang)))
		}
	}
	if all == nil {
		return nil
	}
	return []Block{Rule{}, Text{Text: strings.Join(all, "\n"), Bold: true}}
}

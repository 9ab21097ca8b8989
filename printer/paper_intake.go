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

// Intake is what an intake sheet is of.
type Intake struct {
	Unit  stampdesk.Unit
	Batch stampdesk.BatchID // empty: none
	// Cards are in the order of the unit's lists; those of the roster, which have no form, are put into that of cells
	// and given names here.
	Cards []stampdesk.ListedCard
}

// IntakeDoc is a sheet with a barcode for each card that a unit is to bring (phiếu quét thẻ), for the card itself has none:
// whoever takes a card in hand finds it by the unit's own list and scans the code.
func IntakeDoc(in Intake, m Meta) Doc {
	w := wordsIn(m.Lang)
	about := []Block{Pair{Key: w.unit, Value: in.Unit.Name, Bold: true}, Pair{Key: w.unitCode, Value: string(in.Unit.Code)}}
	if in.Batch != "" {
		about = append(about, Pair{Key: w.batch, Value: string(in.Batch), Bold: true})
	}
	about = append(about, Pair{Key: w.total, Value: w.nCards(len(in.Cards), m.Lang)}, Space{}, Text{Text: w.intakeHow})
	in.Cards = slices.Clone(in.Cards)
	in.sort()
	doc := Doc{Head: m.shortHead(), Title: w.intake, Mark: m.mark("")}
	doc.Blocks = slices.Concat(m.round(), about, in.lists(m.Lang), m.printed())
	return m.paged(doc, cmp.Or(string(in.Batch), string(in.Unit.Code)))
}

// sort puts the cards of the roster into the order in which people look for a name: by cell, "Chi bộ 2" before "Chi bộ
// 10", then by the given name, which comes last in Vietnamese.
func (in *Intake) sort() {
	byNumber := collate.New(language.Vietnamese, collate.Numeric)
	c := collate.New(language.Vietnamese)
	given := func(name string) string {
		name = strings.TrimSpace(name)
		return name[strings.LastIndexByte(name, ' ')+1:]
	}
	slices.SortStableFunc(in.Cards, func(a, b stampdesk.ListedCard) int {
		if a.Form != 0 || b.Form != 0 {
			return cmp.Compare(a.Form, b.Form)
		}
		return cmp.Or(cmp.Compare(lastIfEmpty(a.Cell), lastIfEmpty(b.Cell)), byNumber.CompareString(a.Cell, b.Cell), c.CompareString(given(a.Name), given(b.Name)),
			c.CompareString(a.Name, b.Name), cmp.Compare(a.Card, b.Card))
	})
}

// lastIfEmpty ranks what has no name after all that have one.
func lastIfEmpty[S ~string](name S) int {
	if name == "" {
		return 1
	}
	return 0
}

// grouped reports whether a list goes from cell to cell. One that does not has its own order, in which the cells are told
// with the cards.
func (in *Intake) grouped(form stampdesk.Form) bool {
	seen := map[string]bool{}
	last := ""
	for _, c := range in.Cards {
		if c.Form != form {
			continue
		}
		if seen[c.Cell] && c.Cell != last {
			return false
		}
		seen[c.Cell], last = true, c.Cell
	}
	return true
}

// lists are the cards with a heading for each list and one wherever another cell begins.
func (in *Intake) lists(lang stampdesk.Lang) []Block {
	w := wordsIn(lang)
	if len(in.Cards) == 0 {
		return []Block{Rule{Double: true}, Text{Text: capital(w.none), Align: Center, Bold: true}}
	}
	var blocks []Block
	for i := 0; i < len(in.Cards); {
		first := &in.Cards[i]
		end := i + 1
		grouped := in.grouped(first.Form)
		for end < len(in.Cards) && in.Cards[end].Form == first.Form && (!grouped || in.Cards[end].Cell == first.Cell) {
			end++
		}
		if i == 0 || in.Cards[i-1].Form != first.Form {
			name := w.byRoster
			if f := int(first.Form) - int(stampdesk.FormStamp); f >= 0 && f < len(w.listNames) {
				name = w.listNames[f]
			}
			n := 0
			for _, c := range in.Cards {
				if c.Form == first.Form {
					n++
				}
			}
			blocks = append(blocks, Keep{Space{}}, Keep{Rule{Double: true}}, Keep{Pair{Key: name, Value: w.nCards(n, lang), Bold: true}})
		}
		var labels Labels
		if cell := cmp.Or(first.Cell, w.cellUnknown); grouped {
			blocks = append(blocks, Keep{Rule{}}, Keep{Pair{Key: cell, Value: w.nCards(end-i, lang), Bold: true}}, Keep{Space{}})
			labels.Of = fmt.Sprintf(w.goesOn, cell)
		} else {
			blocks = append(blocks, Keep{Space{}})
		}
		for k := i; k < end; k++ {
			c := &in.Cards[k]
			seq := c.Seq
			if seq == 0 {
				seq = k + 1
			}
			l := Label{Seq: strconv.Itoa(seq), Text: c.Name}
			if c.Card != 0 {
				l.Text, l.Code = strings.TrimSpace(c.Card.String()+" "+c.Name), c.Card.Digits()
			}
			if !grouped {
				l.Note = c.Cell
			}
			labels.Items = append(labels.Items, l)
		}
		blocks = append(blocks, labels)
		i = end
	}
	return blocks
}

package printer

import (
	"slices"

	"stampdesk"
)

// CommandSheetDoc is the sheet of the barcodes that stand for keys, in large letters, for the wall beside the scanner.
func CommandSheetDoc(m Meta) Doc {
	w := wordsIn(m.Lang)
	doc := Doc{Head: m.shortHead(), Title: w.commandSheet, Mark: m.mark("")}
	blocks := []Block{Text{Text: w.commandsHow, Align: Center}}
	words := stampdesk.CommandWords()
	for g, name := range w.groups {
		labels := Labels{Large: true}
		for _, c := range words {
			if c.Group == stampdesk.CommandGroup(g) {
				labels.Items = append(labels.Items, Label{
					Text: c.Name(m.Lang) + "\n" + c.Name(m.Lang.Other()), Note: c.Does(m.Lang), Code: c.Code(), Name: c.Code(),
				})
			}
		}
		blocks = append(blocks, Keep{Space{}}, Keep{Rule{Double: true}}, Keep{Text{Text: name, Bold: true}}, labels)
	}
	doc.Blocks = slices.Concat(blocks, m.printed())
	return m.paged(doc, "")
}

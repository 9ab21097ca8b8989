package form

import "stampdesk"

// notes are paragraphs below the table. They begin with a word by which the
// reader of lists knows that the table has ended.
func notes(all []stampdesk.FormNote, f stampdesk.Form) (out []Paragraph) {
	for i, n := range all {
		if i == 0 {
			out = append(out, Paragraph{Text: "Ghi chú:", Bold: true, Italic: true})
		}
		out = append(out, Paragraph{Text: "- " + reportNote(n, f) + ".", Italic: true})
	}
	return out
}

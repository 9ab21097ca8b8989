package printer

import "stampdesk"

// Clean is text as it may stand on paper: NFC, one kind of space, no control or formatting character but the line feed,
// no combining mark without a letter, and signs that people paste into notes as ones that fonts have. A space that must
// not be broken stays one (U+00A0).
func Clean(s string) string { return clean(s) }

// Modules is printable ASCII as Code 128: true is a bar, one element per module, without the quiet zones of [Quiet]
// modules on either side. What Code 128 cannot hold gives nil.
func Modules(code string) []bool { return modules(code) }

// Quiet is the white that a reader needs on either side of a Code 128, in modules.
const Quiet = quiet

// Cells gives a row exactly one cell per column and loses nothing: missing cells are empty, surplus ones are joined to
// the last.
func (t Table) Cells(row []string) []string {
	if len(t.Columns) == 0 {
		return nil
	}
	return t.fit(row)
}

// PageNumber is a format for the foot of a page that takes the page and how many there are.
func PageNumber(l stampdesk.Lang) string { return wordsIn(l).page }

package printer

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"stampdesk"
)

// Meta says of a document who printed it, for whom, when and as what. The zero value but for Lang is a document for a
// screen: without the header of the board, the signatures and the line about the print.
type Meta struct {
	Lang  stampdesk.Lang
	Board stampdesk.Board
	Round stampdesk.Round
	Desk  stampdesk.DeskID
	By    string // who printed it, as it shall stand on the paper
	// At is when, in the zone of the desk. Zero: the document is for a screen.
	At     time.Time
	Number string // the running number, an entry of the journal: "B1/123"; empty: nobody ordered it, and the paper says so
	Copy   int    // which order of this document; from 2 on the paper is marked as a reprint
	Again  bool   // the same order was sent before and may have come out; the paper is marked as a reprint
	Draft  bool   // it was ordered as a draft, and stays one whatever was done before it is printed
	UpTo   string // the entry of the journal up to which its figures are, where that is after the order: "B1/140"
}

// forPaper reports whether the document will be signed and filed.
func (m *Meta) forPaper() bool { return !m.At.IsZero() }

// zone is that of the desk.
func (m *Meta) zone() *time.Location {
	if m.forPaper() {
		return m.At.Location()
	}
	return time.Local
}

// mark is the word that tells this paper from one that may be about already; draft is a word for a paper that is not
// final, or empty.
func (m *Meta) mark(draft string) string {
	w := wordsIn(m.Lang)
	var which []string
	if m.Copy > 1 {
		which = append(which, keep(fmt.Sprintf(w.nth, m.Copy)))
	}
	if m.Again {
		which = append(which, keep(w.afterFault))
	}
	if which == nil {
		return draft
	}
	reprint := w.reprint + " (" + strings.Join(which, ", ") + ")"
	if draft == "" {
		return reprint
	}
	return draft + " · " + reprint
}

// head is the header that papers of the Party carry (36-HD/VPTW). The number is left to the pen.
func (m *Meta) head() []Block {
	if !m.forPaper() {
		return nil
	}
	w := wordsIn(m.Lang)
	no := ""
	if m.Board.Symbol != "" {
		no = w.no + " ......" + m.Board.Symbol
	}
	month := strconv.Itoa(int(m.At.Month()))
	if m.At.Month() <= time.February {
		month = "0" + month // so that nobody makes 11 of 1, or 12 of 2
	}
	date := fmt.Sprintf(w.date, m.At.Day(), month, m.At.Year())
	if m.Lang == stampdesk.English {
		date = m.At.Format("2 January 2006")
	}
	if m.Board.Place != "" {
		date = m.Board.Place + ", " + date
	} else {
		date = capital(date)
	}
	return []Block{Letterhead{Upper: m.Board.Upper, Name: m.Board.Name, No: no, Party: w.party, Place: date}, Space{}}
}

// shortHead stands on papers that stay at the desk: only whose they are.
func (m *Meta) shortHead() []Block {
	if !m.forPaper() || m.Board.Name == "" {
		return nil
	}
	return []Block{Text{Text: m.Board.Name, Align: Center}}
}

// round is the line under the title.
func (m *Meta) round() []Block {
	n := m.Round.Ordinal
	if n == 0 {
		return nil
	}
	w := wordsIn(m.Lang)
	name := strconv.Itoa(n)
	if n <= len(w.ordinals) {
		name = w.ordinals[n-1]
	}
	return []Block{Text{Text: w.inspection + " " + keep(fmt.Sprintf(w.round, name)), Align: Center, Bold: true}, Space{}}
}

// signatures are the places for those who sign, each with an office of the words.
func (m *Meta) signatures(titles ...string) []Block {
	var signers []Signer
	for _, title := range titles {
		signers = append(signers, Signer{Title: title})
	}
	return m.signed(signers...)
}

// signed are the places for those who sign, some of them known by name.
func (m *Meta) signed(signers ...Signer) []Block {
	if !m.forPaper() {
		return nil
	}
	for i := range signers {
		signers[i].Hint = wordsIn(m.Lang).sign
	}
	return []Block{Space{}, Signatures{Signers: signers}}
}

// unparted are blocks of which no end of a page parts one from another.
func unparted(parts ...[]Block) []Block {
	blocks := slices.Concat(parts...)
	for i := range blocks[:max(len(blocks)-1, 0)] {
		if _, ok := blocks[i].(Keep); !ok {
			blocks[i] = Keep{blocks[i]}
		}
	}
	return blocks
}

// The times and dates on a paper, in the zone of the desk.
const (
	timeOnPaper = "15:04 02/01/2006"
	dateOnPaper = "02/01/2006"
)

// printed is the line at the end that binds the paper to the journal.
func (m *Meta) printed() []Block {
	if !m.forPaper() {
		return nil
	}
	w := wordsIn(m.Lang)
	var parts []string
	if m.Number == "" {
		parts = append(parts, w.unrecorded)
	}
	for _, p := range []struct{ word, value string }{
		{w.printed, m.Number}, {w.desk, string(m.Desk)}, {"", m.At.Format(timeOnPaper)},
	} {
		if p.value != "" {
			parts = append(parts, keep(strings.TrimSpace(p.word+" "+p.value)))
		}
	}
	if m.By != "" {
		parts = append(parts, keepName(m.By))
	}
	if m.UpTo != "" {
		parts = append(parts, keep(w.upTo+" "+m.UpTo))
	}
	return []Block{Space{}, Text{Text: strings.Join(parts, " · ")}}
}

// pageRows is the height of a page where nobody sets another: 29 cm of lines of 4 mm, a strip that goes into a folder
// for A4.
const pageRows = 72

// paged divides a document for paper into pages that say what they are of; about tells it from others of its title.
// Whoever lays a document out for other paper sets another PageRows.
func (m *Meta) paged(doc Doc, about string) Doc {
	if !m.forPaper() {
		return doc
	}
	doc.PageRows, doc.PageNumber = pageRows, wordsIn(m.Lang).page
	doc.Running = doc.Title
	for _, part := range [...]string{about, m.Number} {
		if part != "" {
			doc.Running += " · " + keepName(part)
		}
	}
	return doc
}

// Text is the document as plain text, at most cols characters wide.
func (d Doc) Text(cols int) string { return PlainText(Layout(d, cols)) }

// number writes a count with the separator of the language: 16.560, 16,560.
func number(n int, l stampdesk.Lang) string {
	point := byte('.')
	if l == stampdesk.English {
		point = ','
	}
	s := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, s = "-", s[1:]
	}
	var b strings.Builder
	b.WriteString(sign)
	for i := range len(s) {
		if i > 0 && (len(s)-i)%3 == 0 {
			b.WriteByte(point)
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// keep makes text that is not broken at its spaces.
func keep(s string) string { return strings.ReplaceAll(s, " ", string(noBreak)) }

// keepName keeps a name on one line, unless it is so long that narrow paper would have to break it inside a word.
func keepName(s string) string {
	if width(clean(s)) > 20 {
		return s
	}
	return keep(s)
}

// capital writes the first letter large.
func capital(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:n]) + s[n:]
}

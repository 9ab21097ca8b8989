package pdf

import (
	"strings"

	"stampdesk/printer/form"
)

// The sizes that a table is tried in, in points: from the one that the form asks for down to the least, the first in
// which every word has room in its column. In the least a word that has none is broken.
const usualSize, leastSize = 12.0, 10.0

// columns are the widths of a table over the whole width of the text, and the size of its letters.
func (s *formSheet) columns(t *form.Table, leaf []column, size float64) ([]float64, float64) {
	const unset = 20.0
	asked, sum := make([]float64, len(leaf)), 0.0
	for i, c := range leaf {
		if asked[i] = c.Width; c.Width <= 0 {
			asked[i] = unset
		}
		sum += asked[i]
	}
	for i := range asked {
		asked[i] *= s.area.width() / sum
	}
	if size <= 0 {
		size = usualSize
	}
	for ; ; size = max(size-1, leastSize) {
		widths, fits := lend(asked, s.least(t, leaf, size), s.area.width())
		if fits || size <= leastSize {
			return widths, size
		}
	}
}

// least is what each column needs so that no word in it is broken.
func (s *formSheet) least(t *form.Table, leaf []column, size float64) []float64 {
	least := make([]float64, len(leaf))
	ask := func(i int, f face, text string, more float64) {
		for word := range strings.FieldsFuncSeq(text, isBreak) {
			least[i] = max(least[i], s.word(f, word)+2*padX+0.1+more)
		}
	}
	for i, c := range leaf {
		ask(i, face{bold, size}, s.clean(c.Heading), 0)
		least[i] = max(least[i], 2*padX+2)
	}
	for _, r := range t.Rows {
		if r.Group {
			continue
		}
		f := face{weightOf(r), size}
		for i := range min(len(r.Cells), len(leaf)) {
			ask(i, f, s.cellText(r.Cells[i]), leaf[i].indent(r))
		}
	}
	return least
}

func isBreak(r rune) bool { return r == ' ' || r == '\n' }

// lend gives columns that are too narrow for their longest word what they lack, from those that have more than they
// need, in proportion. It is false where there is not enough for all: then all give up the same part.
func lend(asked, least []float64, whole float64) ([]float64, bool) {
	need, lack, spare := 0.0, 0.0, 0.0
	for i := range asked {
		need += least[i]
		lack += max(0, least[i]-asked[i])
		spare += max(0, asked[i]-least[i])
	}
	out := make([]float64, len(asked))
	for i := range out {
		switch {
		case need > whole:
			out[i] = least[i] * whole / need
		case asked[i] < least[i]:
			out[i] = least[i]
		case spare > 0:
			out[i] = asked[i] - (asked[i]-least[i])*lack/spare
		default:
			out[i] = asked[i]
		}
	}
	return out, need <= whole
}

// word is how wide a word is; names and numbers of a list come again and again.
func (s *formSheet) word(f face, word string) float64 {
	known := s.words[f]
	if known == nil {
		known = map[string]float64{}
		s.words[f] = known
	}
	w, ok := known[word]
	if !ok {
		w = s.width(f, word)
		known[word] = w
	}
	return w
}

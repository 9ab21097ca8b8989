package charset

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// everySyllable spells all that the checker takes: what a text can have, and
// not only what the corpus has.
func everySyllable() []string {
	var all []string
	for _, onset := range onsets {
		for _, row := range rhymeTable {
			for end := range strings.FieldsSeq(row[1]) {
				s := []rune(onset + row[0] + strings.Trim(end, "-"))
				for i, r := range s {
					for t := level; t <= dot; t++ {
						if r, ok := toned(r, t); ok {
							word := string(s[:i]) + string(r) + string(s[i+1:])
							if isSyllable(word) {
								all = append(all, word)
							}
						}
					}
				}
			}
		}
	}
	return all
}

// Columns and files of three lines of random syllables are never read as
// something that they are not, and hardly ever left.
func TestAnySyllablesAreReadRightOrLeft(t *testing.T) {
	all := everySyllable()
	if len(all) < 10_000 {
		t.Fatalf("only %d syllables", len(all))
	}
	r := rand.New(rand.NewPCG(7, 8))
	const n = 3000
	for _, w := range ways[1:] {
		cellsTold, filesTold := 0, 0
		for range n {
			var cells, old []string
			for range 3 {
				s := pick(r, all) + " " + pick(r, all)
				b, _ := w.encode(s)
				cells, old = append(cells, s), append(old, latin(string(b)))
			}
			text := strings.Join(cells, "\n")
			data, _ := w.encode(text)
			if got, _, err := Decode(data, Auto); err == nil {
				if filesTold++; string(got) != text {
					t.Errorf("%s in a file: %q became %q", w.name, text, got)
				}
			}
			if w.encoding == CP1258 {
				continue
			}
			got, _ := through(Auto, old)
			for i, read := range got[0] {
				switch {
				case strings.EqualFold(read, cells[i]): // Title, where the first words are families
					cellsTold++
				case read != old[i]:
					t.Errorf("%s in a column: %q became %q", w.name, cells[i], read)
				}
			}
		}
		if filesTold*1000 < n*990 || w.encoding != CP1258 && cellsTold*1000 < 3*n*990 {
			t.Errorf("%s: of %d told %d files, and %d cells", w.name, n, filesTold, cellsTold)
		}
	}
}

// Unicode whose letters are all in Latin-1 could be an old font. It never is
// taken for one.
func TestUnicodeInLatin1IsNeverConverted(t *testing.T) {
	var all []string
	for _, s := range everySyllable() {
		if oldFont(s) {
			all = append(all, s)
		}
	}
	r := rand.New(rand.NewPCG(9, 10))
	for range 5000 {
		var cells []string
		for range 1 + r.IntN(8) {
			cells = append(cells, pick(r, all)+" "+pick(r, all))
		}
		if got, e := through(Auto, cells); strings.Join(got[0], "\n") != strings.Join(cells, "\n") || e != nil {
			t.Fatalf("%q became %q by %+v", cells, got, e)
		}
	}
}

// One name and nothing else is a column too.
func TestOneNameIsReadRightOrLeft(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	for _, w := range ways[1:4] {
		met, told := 0, 0
		for range 3000 {
			name := invented(r)
			b, _ := w.encode(name)
			old := latin(string(b))
			if old == name {
				continue
			}
			met++
			switch got, _ := through(Auto, []string{old}); got[0][0] {
			case name:
				told++
			case old:
			default:
				t.Errorf("%s: %q became %q", w.name, old, got[0][0])
			}
		}
		if t.Logf("%s: %d of %d told", w.name, told, met); told*100 < met*95 {
			t.Errorf("%s: only %d of %d told", w.name, told, met)
		}
	}
}

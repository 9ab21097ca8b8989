package printer_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/image/draw"
	"golang.org/x/text/unicode/norm"

	"stampdesk"
	"stampdesk/printer"
)

// named are the documents that are read for their names: few, for reading one takes seconds.
var named = []string{"sample", "returnlist", "chase"}

// TestProofTesseractReadsTheNames: a program that knows nothing of our font reads the names off the dots.
func TestProofTesseractReadsTheNames(t *testing.T) {
	t.Parallel()
	all := readNames(t, heads(), named, func(text string) string { return text })
	t.Logf("tesseract: %v; not read: %q", all, all.wrong)
	if all.names < 100 {
		t.Errorf("only %d names were there to be read", all.names)
	}
	if !all.enough() {
		t.Errorf("%v: want %d%% and %d%%; not read: %q", all, leastNames, leastWords, all.wrong)
	}
}

// TestProofTesseractMissesLostMarks: the proof above would see a font that lost its marks, or one of them.
func TestProofTesseractMissesLostMarks(t *testing.T) {
	t.Parallel()
	for name, marks := range map[string]string{
		"no marks":      "\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b",
		"no tones":      "\u0300\u0301\u0303\u0309\u0323",
		"no dots below": "\u0323",
	} {
		all := readNames(t, heads()[:1], named[:1], func(text string) string {
			left := strings.Map(func(r rune) rune {
				if strings.ContainsRune(marks, r) {
					return -1
				}
				return r
			}, norm.NFD.String(text))
			return norm.NFC.String(left)
		})
		t.Logf("%s: %v", name, all)
		if all.enough() {
			t.Errorf("%s: %v, and the proof holds all the same", name, all)
		}
	}
}

// Of the names at least these parts of a hundred must be read exactly, to the last mark, and of their words. Far from
// all are, with any font: most of what fails are the rare Ẩn, Ẵm, Kẻ and Mẩy, of which there are more here than in life.
const (
	leastNames = 80
	leastWords = 90
)

// tallied is how many names, and words of names, were there, and how many were read exactly.
type tallied struct {
	names, exact, words, right int
	wrong                      []string
}

func (n tallied) enough() bool {
	return n.exact*100 >= leastNames*n.names && n.right*100 >= leastWords*n.words
}

func (n tallied) String() string {
	return fmt.Sprintf("%d of %d names read exactly, %d of %d of their words", n.exact, n.names, n.right, n.words)
}

// readNames draws documents, with their texts altered, on every width of head, and has them read.
func readNames(t *testing.T, on []printer.Profile, docs []string, alter func(string) string) tallied {
	tesseract := tool(t, "tesseract", "apt-get install tesseract-ocr tesseract-ocr-vie")
	if langs := run(t, exec.Command(tesseract, "--list-langs")); !slices.Contains(strings.Fields(string(langs)), "vie") {
		missing(t, "tesseract cannot read Vietnamese; install it with: apt-get install tesseract-ocr-vie")
	}
	var read []*tallied
	t.Run("pictures", func(t *testing.T) { // ends when all that are read beside each other are
		widths := map[int]bool{}
		for _, p := range on {
			width := p.Media.WidthDots
			if widths[width] {
				continue
			}
			widths[width] = true
			r := newRenderer(p)
			for _, name := range docs {
				lines := r.Layout(printer.Samples(stampdesk.Vietnamese)[name])
				want := names(printer.PlainText(lines))
				for i := range lines {
					lines[i].Spans = slices.Clone(lines[i].Spans)
					for k := range lines[i].Spans {
						lines[i].Spans[k].Text = alter(lines[i].Spans[k].Text)
					}
				}
				dots := r.Draw(lines).Bitmap
				n := new(tallied)
				read = append(read, n)
				t.Run(fmt.Sprint(name, "-", width), func(t *testing.T) {
					t.Parallel()
					*n = find(want, ocr(t, tesseract, dots))
				})
			}
		}
	})
	var all tallied
	for _, n := range read {
		all.names, all.exact = all.names+n.names, all.exact+n.exact
		all.words, all.right = all.words+n.words, all.right+n.right
		all.wrong = append(all.wrong, n.wrong...)
	}
	return all
}

// ocr is what tesseract reads. It was made for grey pictures of 300 dpi: the dots are blurred a little and doubled.
func ocr(t *testing.T, tesseract string, dots image.Image) string {
	t.Helper()
	const margin = 20 // the paper is wider than the head
	b := dots.Bounds()
	paper := image.NewGray(image.Rect(0, 0, b.Dx()+2*margin, b.Dy()+2*margin))
	draw.Draw(paper, paper.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(paper, b.Add(image.Pt(margin, margin)), dots, b.Min, draw.Src)
	large := image.NewGray(image.Rect(0, 0, 2*paper.Rect.Dx(), 2*paper.Rect.Dy()))
	draw.CatmullRom.Scale(large, large.Rect, blurred(paper), paper.Rect, draw.Src, nil)
	var file bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := encoder.Encode(&file, large); err != nil {
		t.Fatal(err)
	}
	path := write(t, filepath.Join(t.TempDir(), "paper.png"), file.Bytes())
	cmd := exec.Command(tesseract, path, "-", "-l", "vie", "--psm", "6", "--dpi", "406")
	cmd.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1")
	return string(run(t, cmd))
}

// blurred spreads each dot over its neighbours, 1 2 1 in both directions, as heat does on paper.
func blurred(g *image.Gray) *image.Gray {
	out := image.NewGray(g.Rect)
	for y := 1; y < g.Rect.Dy()-1; y++ {
		for x := 1; x < g.Rect.Dx()-1; x++ {
			sum := 0
			for dy := -1; dy <= 1; dy++ {
				row := g.Pix[(y+dy)*g.Stride+x-1:]
				sum += (2 - dy*dy) * (int(row[0]) + 2*int(row[1]) + int(row[2]))
			}
			out.Pix[y*out.Stride+x] = uint8(sum / 16)
		}
	}
	for y := range g.Rect.Dy() {
		for x := range g.Rect.Dx() {
			if x == 0 || y == 0 || x == g.Rect.Dx()-1 || y == g.Rect.Dy()-1 {
				out.Pix[y*out.Stride+x] = 255
			}
		}
	}
	return out
}

// names are the proper names of a text: two or more words on one line that each begin with a capital, and only begin.
func names(text string) []string {
	var all []string
	var name []string
	end := func() {
		if len(name) > 1 {
			all = append(all, strings.Join(name, " "))
		}
		name = nil
	}
	for line := range strings.Lines(norm.NFC.String(text)) {
		for _, part := range strings.Split(line, "  ") { // the next column
			for _, word := range strings.Fields(part) {
				bare := strings.TrimFunc(word, unicode.IsPunct)
				if !isName(bare) || !strings.HasPrefix(word, bare) {
					end()
					continue
				}
				name = append(name, bare)
				if word != bare {
					end()
				}
			}
			end()
		}
	}
	return all
}

func isName(word string) bool {
	for i, r := range word {
		if i == 0 && !unicode.IsUpper(r) || i > 0 && !unicode.IsLower(r) {
			return false
		}
	}
	return word != ""
}

// find tells how many names, and how many of their words, stand in a text. Each place in it counts once.
func find(want []string, text string) tallied {
	n := tallied{names: len(want)}
	words := map[string]int{}
	var all []string
	for _, word := range strings.Fields(norm.NFC.String(text)) {
		word = strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		all = append(all, word)
		words[word]++
	}
	left := "  " + strings.Join(all, "  ") + "  "
	for _, name := range want {
		for _, word := range strings.Fields(name) {
			n.words++
			if words[word] > 0 {
				words[word]--
				n.right++
			}
		}
		if place := " " + strings.ReplaceAll(name, " ", "  ") + " "; strings.Contains(left, place) {
			left = strings.Replace(left, place, "", 1)
			n.exact++
		} else {
			n.wrong = append(n.wrong, name)
		}
	}
	return n
}

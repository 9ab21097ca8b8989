package printer

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// vietnamese is the 146 letters: 12 vowels with 6 tones, and đ, in both cases.
func vietnamese() []rune {
	letters := []rune{'đ', 'Đ'}
	for _, vowel := range "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY" {
		for _, tone := range []string{"", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"} {
			letters = append(letters, []rune(norm.NFC.String(string(vowel)+tone))...)
		}
	}
	return letters
}

func TestFontHasEveryLetter(t *testing.T) {
	letters := vietnamese()
	if len(letters) != 146 {
		t.Fatalf("%d letters, want 146", len(letters))
	}
	for r := rune(0x21); r < 0x7f; r++ {
		letters = append(letters, r)
	}
	letters = append(letters, []rune("│─═●■–…₫√×□•→“”‘’°·")...)
	r := renderer(t, Profile{Media: Media{WidthDots: 576}})
	for _, bold := range []bool{false, true} {
		seen := map[string]rune{}
		for _, c := range letters {
			if !r.face.has(c, bold) {
				t.Errorf("no glyph for %q (bold %v)", c, bold)
			}
			b := NewBitmap(3*cellDots, lineDots)
			g := r.face.glyph(c, style{bold: bold})
			b.stamp(cellDots, baseline+g.y, g.rows)
			if blank(b.Bits) {
				t.Errorf("%q is blank", c)
			}
			if g.y+baseline < 0 || g.y+baseline+len(g.rows) > lineDots {
				t.Errorf("%q leaves its line: rows %d to %d", c, g.y+baseline, g.y+baseline+len(g.rows))
			}
			if other, ok := seen[string(b.Bits)]; ok && other != c {
				t.Errorf("%q and %q look the same", other, c)
			}
			seen[string(b.Bits)] = c
		}
	}
}

func TestSubstitutesHaveGlyphs(t *testing.T) {
	r := renderer(t, Profile{})
	for _, c := range "✓✔✅☑🗸✗✘✕✖❌☒☐❏❑▢⬤🔴🟢★☆❖◆\u2010\u2011➔➜➡Ð" {
		if got := substitute(c); got == c || !r.face.has(got, false) || !r.face.has(got, true) {
			t.Errorf("%q becomes %q", c, got)
		}
	}
}

func TestMissingLetterIsABox(t *testing.T) {
	p := profile(t, "generic-80")
	draw := func(s string) string {
		return string(renderer(t, p).Draw(Layout(Doc{Blocks: []Block{Text{Text: s}}}, p.Columns())).Bits)
	}
	if draw("漢") != draw("字") {
		t.Error("two missing letters differ")
	}
	if blank([]byte(draw("漢"))) || draw("漢") == draw("□") {
		t.Error("a missing letter is not a box of its own")
	}
	if draw("\xff") != draw("漢") {
		t.Error("a broken byte is not a box")
	}
}

func TestDecomposedLooksTheSame(t *testing.T) {
	p := profile(t, "generic-80")
	r := renderer(t, p)
	s := "Nguyễn Thị Ngọc Ẩn"
	want := r.Draw(Layout(Doc{Title: s}, 40))
	got := r.Draw(Layout(Doc{Title: norm.NFD.String(s)}, 40))
	if string(got.Bits) != string(want.Bits) {
		t.Error("NFD text is drawn differently")
	}
}

func BenchmarkLine(b *testing.B) {
	p := profile(b, "generic-80")
	r := renderer(b, p)
	table := Table{Columns: []Column{{Width: 5, Align: Right}, {Width: 9}, {}}}
	row := []string{"16000", "31.000412", "Trương Thị Ngọc Ẵm"}
	for range 1000 {
		table.Rows = append(table.Rows, row)
	}
	doc := Doc{Blocks: []Block{table}}
	if n := strings.Count(PlainText(Layout(doc, p.Columns())), "\n"); n != 1000 {
		b.Fatalf("%d lines, want 1000", n)
	}
	for b.Loop() {
		Encode(r.Draw(Layout(doc, p.Columns())), p)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/1000, "ns/line")
}

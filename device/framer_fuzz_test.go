package device

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"
)

// FuzzFramerGivesTheSameCodesHoweverTheStreamIsCut feeds one line with silences in it three ways: each burst whole, byte
// by byte, and cut at random with idle ticks between. A byte with bit pattern 0xFE stands for a silence.
func FuzzFramerGivesTheSameCodesHoweverTheStreamIsCut(f *testing.F) {
	for s := SuffixAuto; s <= SuffixNone; s++ {
		f.Add([]byte("]C012345678\r\n8765\xfe4321\x03\x02abc\xfe\xfe"), uint8(s), false, uint64(s))
	}
	f.Add([]byte("\xb1\xb2\x8d0000000000000000000000000000000000000000000000000000000000000000000\xfe1\r"), uint8(0), true, uint64(9))
	f.Add([]byte("\xc2\x9b\xe2\x80\xae\r"), uint8(0), false, uint64(1))
	f.Fuzz(func(t *testing.T, line []byte, suffix uint8, mask bool, seed uint64) {
		run := func(cut func(left int) int) []Code {
			fr := Framer{Suffix: Suffix(suffix % uint8(SuffixNone+1)), Mask7: mask}
			var codes []Code
			emit := func(c Code) { codes = append(codes, c) }
			var at time.Time
			for burst := range slices.Values(split(line, 0xFE)) {
				for len(burst) > 0 {
					n := cut(len(burst))
					fr.Feed(burst[:n], at, emit)
					fr.Idle(at.Add(DefaultGap-1), emit)
					burst = burst[n:]
				}
				at = at.Add(DefaultGap)
			}
			fr.Idle(at, emit)
			fr.Break(emit)
			return codes
		}
		rnd := rand.New(rand.NewPCG(seed, 0))
		whole := run(func(left int) int { return left })
		for name, got := range map[string][]Code{
			"byte by byte":  run(func(int) int { return 1 }),
			"cut at random": run(func(left int) int { return 1 + rnd.IntN(left) }),
		} {
			if !slices.Equal(got, whole) {
				t.Fatalf("%s: %q\nwhole: %q", name, show(got), show(whole))
			}
		}
		for _, c := range whole {
			switch {
			case c.Text == "", !utf8.ValidString(c.Text), utf8.RuneCountInString(c.Text) > MaxCode:
				t.Fatalf("bad text %q", c.Text)
			case slices.ContainsFunc([]rune(c.Text), unicode.IsControl):
				t.Fatalf("control character in %q", c.Text)
			}
		}
	})
}

func split(b []byte, at byte) (parts [][]byte) {
	for {
		i := slices.Index(b, at)
		if i < 0 {
			return append(parts, b)
		}
		parts, b = append(parts, b[:i]), b[i+1:]
	}
}

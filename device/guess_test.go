package device

import (
	"fmt"
	"math/bits"
	"slices"
	"testing"
	"time"
)

// withParity sets bit 7 of every byte so that the count of ones is even or odd.
func withParity(s string, odd int) string {
	b := []byte(s)
	for i, c := range b {
		if bits.OnesCount8(c)%2 != odd {
			b[i] |= 0x80
		}
	}
	return string(b)
}

func TestTheGuessSaysHowAScannerIsSet(t *testing.T) {
	tests := []struct {
		sentence string
		bursts   []string
		suffix   Suffix
		parity   Parity
		good     int
		codes    int
		findings []Finding
	}{
		{"CR", []string{"12345678\r", "87654321\r"}, SuffixCR, ParityNone, 2, 2, nil},
		{"LF", []string{"12345678\n"}, SuffixLF, ParityNone, 1, 1, nil},
		{"CR LF", []string{"12345678\r\n"}, SuffixCRLF, ParityNone, 1, 1, nil},
		{"STX and ETX", []string{"\x0212345678\x03"}, SuffixETX, ParityNone, 1, 1, nil},
		{"a Tab", []string{"12345678\t"}, SuffixNone, ParityNone, 1, 1, []Finding{NoEnding}},
		{"nothing behind", []string{"12345678"}, SuffixNone, ParityNone, 1, 1, []Finding{NoEnding}},
		{"an AIM identifier is stripped", []string{"]C012345678\r"}, SuffixCR, ParityNone, 1, 1, nil},
		{"letters before", []string{"KT12345678\r"}, SuffixCR, ParityNone, 0, 1, []Finding{HasPrefix}},
		{"letters and a check digit", []string{"KT123456785\r"}, SuffixCR, ParityNone, 0, 1, []Finding{CheckDigit, HasPrefix}},
		{"two quick scans", []string{"12345678\r87654321\r"}, SuffixCR, ParityNone, 2, 2, nil},
		{"two quick scans with no ending", []string{"1234567887654321"}, SuffixNone, ParityNone, 0, 1, []Finding{Glued, NoEnding}},
		{"a check digit", []string{"123456785\r"}, SuffixCR, ParityNone, 0, 1, []Finding{CheckDigit}},
		{"a bottle of water", []string{"8934588012345\r"}, SuffixCR, ParityNone, 0, 1, []Finding{OtherLength}},
		{"a web address", []string{"https://x\r"}, SuffixCR, ParityNone, 0, 1, []Finding{NotDigits}},
		{"the sheet of commands", []string{"SD-STAMP\r"}, SuffixCR, ParityNone, 1, 1, nil},
		{"two endings", []string{"12345678\r", "12345678\n"}, SuffixAuto, ParityNone, 2, 2, []Finding{MixedEndings}},
		{"7 bits, even", []string{withParity("12345678\r", 0)}, SuffixCR, ParityEven, 1, 1, nil},
		{"7 bits, odd", []string{withParity("12345678\r", 1), withParity("87650321\r", 1)}, SuffixCR, ParityOdd, 2, 2, nil},
		{"bit 7 always set", []string{"\xb1\xb2\xb3\xb4\xb5\xb6\xb7\xb8\x8d"}, SuffixCR, ParityMark, 1, 1, nil},
		{"another speed", []string{"\x98\xf8\x06\x1e\x80\xfe"}, SuffixAuto, ParityNone, 0, 0, []Finding{WrongSpeed}},
		{"a cable being plugged in", []string{"\x00\x00", "\x0012345678\r"}, SuffixCR, ParityNone, 1, 1, nil},
		{"nothing", nil, SuffixAuto, ParityNone, 0, 0, nil},
	}
	for _, tt := range tests {
		t.Run(tt.sentence, func(t *testing.T) {
			var cut Bursts
			var bursts []Burst
			at := time.Unix(1000, 0)
			for _, s := range tt.bursts {
				if b, ok := cut.Feed([]byte(s), at); ok {
					bursts = append(bursts, b)
				}
				at = at.Add(time.Second)
			}
			if b, ok := cut.Idle(at); ok {
				bursts = append(bursts, b)
			}
			g := GuessSettings(bursts)
			if g.Suffix != tt.suffix || g.Parity != tt.parity || g.Mask7 != (tt.parity != ParityNone) ||
				g.Good != tt.good || g.Codes != tt.codes || !slices.Equal(g.Findings, tt.findings) {
				t.Errorf("%+v", g)
			}
		})
	}
}

// What the guess says must be what the framer then does: the settings turn the same bytes into the same codes.
func TestTheSettingsGuessedReadTheScannerRight(t *testing.T) {
	for _, sent := range []string{
		"%s\r", "%s\n", "%s\r\n", "\x02%s\x03", "%s\t", "%s", "]C0%s\r", "\x02]I0%s\x03\r",
	} {
		for parity := range 3 {
			t.Run(fmt.Sprintf("%q, parity %d", sent, parity), func(t *testing.T) {
				var bursts []Burst
				var want []string
				for i, code := range []string{"31000001", "12345678", "40404040"} {
					raw := fmt.Sprintf(sent, code)
					if parity > 0 {
						raw = withParity(raw, parity-1)
					}
					bursts = append(bursts, Burst{At: time.Unix(int64(i), 0), Bytes: []byte(raw)})
					want = append(want, code)
				}
				g := GuessSettings(bursts)
				f := Framer{Suffix: g.Suffix, Mask7: g.Mask7}
				var got []string
				emit := func(c Code) {
					if c.Noise {
						t.Errorf("noise: %q", c.Text)
					}
					got = append(got, c.Text)
				}
				for _, b := range bursts {
					f.Feed(b.Bytes, b.At, emit)
					f.Idle(b.At.Add(time.Second), emit)
				}
				if !slices.Equal(got, want) {
					t.Errorf("with %+v the framer reads %q", g, got)
				}
			})
		}
	}
}

func TestABurstEndsWithSilenceAndNotBefore(t *testing.T) {
	var b Bursts
	at := time.Unix(1000, 0)
	feed := func(s string, after time.Duration) string {
		at = at.Add(after)
		got, _ := b.Feed([]byte(s), at)
		return string(got.Bytes)
	}
	for _, step := range []struct {
		after      time.Duration
		send, ends string
	}{
		{0, "1234", ""}, {100 * time.Millisecond, "5678\r", ""}, {149 * time.Millisecond, "x", ""},
		{150 * time.Millisecond, "87", "12345678\rx"}, {0, "", ""}, {time.Hour, "", "87"}, {time.Hour, "", ""},
	} {
		if got := feed(step.send, step.after); got != step.ends {
			t.Errorf("%q after %v ends %q, want %q", step.send, step.after, got, step.ends)
		}
	}
	feed("rest", 0)
	if got, ok := b.End(); !ok || string(got.Bytes) != "rest" || !got.At.Equal(at) {
		t.Errorf("at the end: %q at %v, %v", got.Bytes, got.At, ok)
	}
}

func FuzzGuess(f *testing.F) {
	f.Add([]byte("12345678\r"))
	f.Add([]byte("\x02]C0KT1234567812345678\x03\r\n\t\x00\xff"))
	f.Fuzz(func(t *testing.T, b []byte) {
		g := GuessSettings([]Burst{{Bytes: b}})
		if g.Good > g.Codes || g.Codes > len(b) || !slices.IsSorted(g.Findings) {
			t.Errorf("%q: %+v", b, g)
		}
	})
}

package device

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// show writes codes as text, noise with a "!" before it.
func show(codes []Code) []string {
	out := []string{}
	for _, c := range codes {
		s := c.Text
		if c.Noise {
			s = "!" + s
		}
		out = append(out, s)
	}
	return out
}

// play feeds a line in which "…" is a silence of 200 ms and "·" one of 100 ms; all else arrives at once.
func play(f *Framer, line string) []Code {
	var codes []Code
	var at time.Time
	emit := func(c Code) { codes = append(codes, c) }
	for line != "" {
		piece, wait := line, time.Duration(0)
		rest := ""
		if i := strings.IndexAny(line, "…·"); i >= 0 {
			piece = line[:i]
			if rest = strings.TrimPrefix(line[i:], "…"); rest != line[i:] {
				wait = 200 * time.Millisecond
			} else {
				rest, wait = strings.TrimPrefix(rest, "·"), 100*time.Millisecond
			}
		}
		f.Feed([]byte(piece), at, emit)
		at = at.Add(wait)
		if wait > 0 && rest == "" {
			f.Idle(at, emit)
		}
		line = rest
	}
	return codes
}

func TestFramer(t *testing.T) {
	digits := strings.Repeat("1234567890", 7)
	tests := []struct {
		sentence string
		framer   Framer
		line     string
		want     []string
	}{
		{"CR ends a code", Framer{}, "12345678\r", []string{"12345678"}},
		{"LF ends a code", Framer{}, "12345678\n", []string{"12345678"}},
		{"CR LF ends one code, not two", Framer{}, "12345678\r\n87654321\r\n", []string{"12345678", "87654321"}},
		{"STX and ETX frame a code", Framer{}, "\x0212345678\x03", []string{"12345678"}},
		{"empty codes vanish", Framer{}, "\r\r\n\n\x02\x03", nil},
		{"NUL, XON, XOFF, 0xFF, BEL, ESC, TAB and DEL are dropped", Framer{}, "\x00\x1112\x13\xff34\x07\x1b\t\x7f5678\r", []string{"12345678"}},
		{"an AIM prefix is stripped", Framer{}, "]C012345678\r]A087654321\r]I2x\r", []string{"12345678", "87654321", "x"}},
		{"an AIM prefix alone is an empty code", Framer{}, "]C0\r", nil},
		{"a bracket that begins no AIM prefix stays", Framer{}, "]12345678\r]C\r1]C05\r", []string{"]12345678", "]C", "1]C05"}},
		{"letters, digits, spaces and dashes stay as they are", Framer{}, "SD-B-07 a\r", []string{"SD-B-07 a"}},

		{"auto: silence ends a code", Framer{}, "12345678…87654321…", []string{"12345678", "87654321"}},
		{"auto: silence shorter than the gap does not", Framer{}, "1234·5678…", []string{"12345678"}},
		{"auto: after a terminator a part is broken by silence", Framer{}, "12345678\r8765…4321\r", []string{"12345678", "!8765", "4321"}},
		{"auto: even an empty code proves that there are terminators", Framer{}, "\r8765…", []string{"!8765"}},
		{"auto: silence between codes is nothing", Framer{}, "12345678\r…87654321\r…", []string{"12345678", "87654321"}},

		{"none: silence ends a code even after a terminator", Framer{Suffix: SuffixNone}, "12345678\r87654321…", []string{"12345678", "87654321"}},
		{"none: two codes without a silence stay glued", Framer{Suffix: SuffixNone}, "1234567887654321…", []string{"1234567887654321"}},
		{"cr: LF ends a code too", Framer{Suffix: SuffixCR}, "1\r2\n3\r\n", []string{"1", "2", "3"}},
		{"cr: ETX is dropped", Framer{Suffix: SuffixCR}, "12\x0334\r", []string{"1234"}},
		{"cr: silence makes noise of a part", Framer{Suffix: SuffixCR}, "1234…5678\r", []string{"!1234", "5678"}},
		{"etx: CR and LF are dropped", Framer{Suffix: SuffixETX}, "\x0212\r\n34\x03", []string{"1234"}},
		{"etx: silence makes noise of a part", Framer{Suffix: SuffixETX}, "\x021234…", []string{"!1234"}},
		{"a longer gap bridges a cordless pause", Framer{Gap: 400 * time.Millisecond}, "1234…5678\r", []string{"12345678"}},

		{"64 bytes are a code", Framer{}, digits[:64] + "\r", []string{digits[:64]}},
		{"the 65th makes noise, reported once, up to the next end", Framer{}, digits[:65] + digits + digits + "\r12345678\r", []string{"!" + digits[:64], "12345678"}},
		{"over-long noise ends with silence too", Framer{}, digits + "…12345678\r", []string{"!" + digits[:64], "12345678"}},
		{"dropped bytes do not count towards the 64", Framer{}, strings.Repeat("\x00", 200) + "12345678\r", []string{"12345678"}},

		{"bytes that are no text show as unreadable", Framer{}, "1234\xb5678\r", []string{"1234\uFFFD678"}},
		{"text that is UTF-8 stays", Framer{}, "thẻ\r", []string{"thẻ"}},
		{"C1 controls and marks of direction do not reach the screen", Framer{}, "1\u009b2\u202e3\r", []string{"1\uFFFD2\uFFFD3"}},
		{"bit 7 is masked on request, before anything else", Framer{Mask7: true}, "\xb1\xb2345678\x8d\xff\x80\r", []string{"12345678"}},
	}
	for _, tt := range tests {
		t.Run(tt.sentence, func(t *testing.T) {
			if got := show(play(&tt.framer, tt.line)); !slices.Equal(got, tt.want) {
				t.Errorf("%q gave %q, want %q", tt.line, got, tt.want)
			}
		})
	}
}

func TestACodeCarriesTheTimeOfItsLastByte(t *testing.T) {
	t0 := time.Date(2021, 4, 15, 8, 0, 0, 0, time.UTC)
	var codes []Code
	emit := func(c Code) { codes = append(codes, c) }
	var f Framer
	f.Feed([]byte("1234"), t0, emit)
	f.Feed([]byte("5678"), t0.Add(20*time.Millisecond), emit)
	f.Idle(t0.Add(time.Second), emit)
	if len(codes) != 1 || !codes[0].At.Equal(t0.Add(20*time.Millisecond)) {
		t.Errorf("got %v, want one code at 20 ms", codes)
	}
}

func TestABrokenConnectionMakesNoiseOfWhatIsUnfinished(t *testing.T) {
	for _, s := range []Suffix{SuffixAuto, SuffixCR, SuffixNone} {
		f := Framer{Suffix: s}
		var codes []Code
		emit := func(c Code) { codes = append(codes, c) }
		f.Feed([]byte("12345678\r8765"), time.Time{}, emit)
		f.Break(emit)
		f.Break(emit)
		if got, want := show(codes), []string{"12345678", "!8765"}; !slices.Equal(got, want) {
			t.Errorf("%v: got %q, want %q", s, got, want)
		}
	}
}

func ExampleFramer() {
	var f Framer
	print := func(c Code) { fmt.Println(c.Text, c.Noise) }
	now := time.Now()
	f.Feed([]byte("]C0123456"), now, print)
	f.Feed([]byte("78\r\n8765"), now.Add(time.Millisecond), print)
	f.Idle(now.Add(time.Second), print)
	// Output:
	// 12345678 false
	// 8765 true
}

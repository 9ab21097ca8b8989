package device

import "testing"

func TestEveryWayOfAnsweringHasItsWordAndItsBytes(t *testing.T) {
	for _, c := range []struct {
		name                                      string
		waits                                     bool
		taken, passed, look, stop, unused, broken string
	}{
		{"none", false, "", "", "", "", "", ""},
		{"bel", false, "", "", "\x07", "\x07\x07", "", "\x07"},
		{"honeywell_esc", false, "", "0\x1b7,", "0\x1b8,", "0\x1b8,", "", "0\x1b8,"},
		{"ack_nak", true, "\x06", "\x06", "\x06", "\x06", "\x06", "\x15"},
		{"ack_nak_bel_can", true, "\x06", "\x06", "\x07", "\x07", "\x18", "\x15"},
		{"datalogic_B", false, "", "B", "\x01", "\x01\x01", "", "\x01"},
	} {
		f, err := ParseFeedback(c.name)
		if err != nil || f.String() != c.name || f.Waits() != c.waits {
			t.Errorf("%s: %v %v", c.name, f, err)
		}
		for b, want := range []string{c.taken, c.passed, c.look, c.stop, c.unused, c.broken} {
			if got := f.Answer(Became(b)); got != want {
				t.Errorf("%s: what became %d is answered %q, want %q", c.name, b, got, want)
			}
			if f.Waits() && f.Answer(Became(b)) == "" {
				t.Errorf("%s: %d leaves the scanner waiting", c.name, b)
			}
		}
	}
	if _, err := ParseFeedback("ssi"); err == nil {
		t.Error("ssi is read")
	}
}

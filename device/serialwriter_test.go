package device

import "testing"

func TestParseFlow(t *testing.T) {
	for f := FlowNone; f <= FlowRTSCTS; f++ {
		if got, err := ParseFlow(f.String()); err != nil || got != f {
			t.Errorf("ParseFlow(%q) = %v, %v", f.String(), got, err)
		}
	}
	if got, err := ParseFlow(""); err != nil || got != FlowNone {
		t.Errorf(`ParseFlow("") = %v, %v`, got, err)
	}
	if _, err := ParseFlow("dtrdsr"); err == nil {
		t.Error("DTR/DSR was accepted")
	}
}

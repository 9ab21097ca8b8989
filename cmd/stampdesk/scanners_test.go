package main

import (
	"testing"

	"stampdesk"
	"stampdesk/device"
)

// The desk judges whatever a scanner on a cable reads; only the screen knows
// what a word of command is for.
func TestAScannerIsNotToldThatAWordOfCommandIsNoCard(t *testing.T) {
	for raw, want := range map[string]device.Became{"SD-STAMP": device.Taken, "SD-B-B1-001": device.Taken, "SD-NONSENSE": device.Look, "310004": device.Look} {
		o := stampdesk.Outcome{Result: stampdesk.Judged, Raw: raw, Verdict: stampdesk.Verdict{Kind: stampdesk.Unreadable}}
		if _, got, ok := became(&o); got != want || !ok {
			t.Errorf("%s: %d, want %d", raw, got, want)
		}
	}
}

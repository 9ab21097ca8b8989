package stampdesk

import (
	"math/rand/v2"
	"testing"
)

// TestThePublishedRoundApportionsToAHundred takes the figures of a published
// round, whose own percentages were cut by hand to add up.
func TestThePublishedRoundApportionsToAHundred(t *testing.T) {
	tally := Tally{Stamped: 16036, Damaged: 104, Lost: 217, Uncollected: 203}
	shares := Shares{}.OfTally(&tally)
	for name, want := range map[string]string{
		"stamped": "96.83", "not_stamped": "3.17", "damaged": "0.63", "lost": "1.31", "uncollected": "1.23",
	} {
		if got := shares.At(name).String(); got != want {
			t.Errorf("%s %s, want %s", name, got, want)
		}
	}
}

func TestPercentagesOfAnyWholeAddUpToAHundred(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 10_000 {
		parts := make([]int, 7)
		total := 0
		for i := range parts {
			parts[i] = rng.IntN(1 << rng.IntN(20))
			total += parts[i]
		}
		sum := 0
		for i, p := range (Shares{}).Of(parts...) {
			sum += p.N
			if exact := parts[i] * 10_000 / max(total, 1); p.N < exact || p.N > exact+1 {
				t.Fatalf("%v: part %d gets %v", parts, i, p)
			}
		}
		if total > 0 && sum != 10_000 {
			t.Fatalf("%v: sum %v", parts, sum)
		}
	}
	for _, p := range (Shares{}).Of(0, 0) {
		if p.N != 0 {
			t.Error("a whole of nothing has parts")
		}
	}
}

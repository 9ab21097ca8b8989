package stampdesk

import (
	"math/rand/v2"
	"testing"
)

// TestThePublishedRoundApportionsToAHundred takes the figures of a published
// round, whose own percentages were cut by hand to add up.
func TestThePublishedRoundApportionsToAHundred(t *testing.T) {
	tally := Tally{Stamped: 16036, Damaged: 104, Lost: 217, Uncollected: 203}
	p := tally.Percents()
	for _, part := range []struct {
		name string
		got  Percent
		want string
	}{
		{"stamped", p.Stamped, "96.83"}, {"not stamped", p.NotStamped, "3.17"}, {"damaged", p.Damaged, "0.63"},
		{"lost", p.Lost, "1.31"}, {"not collected", p.Uncollected, "1.23"},
	} {
		if part.got.String() != part.want {
			t.Errorf("%s %s, want %s", part.name, part.got, part.want)
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
		var sum Percent
		for i, p := range apportion(parts...) {
			sum += p
			if exact := parts[i] * 10_000 / max(total, 1); int(p) < exact || int(p) > exact+1 {
				t.Fatalf("%v: part %d gets %v", parts, i, p)
			}
		}
		if total > 0 && sum != 10_000 {
			t.Fatalf("%v: sum %v", parts, sum)
		}
	}
	for _, p := range apportion(0, 0) {
		if p != 0 {
			t.Error("a whole of nothing has parts")
		}
	}
}

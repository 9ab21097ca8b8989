package stampdesk

import (
	"math/rand/v2"
	"testing"
)

// Long Biên 2021 published 96,83 / 3,17 / 0,64 / 1,31 / 1,22, which is what
// cutting gives; each rounded by itself would come to 100,01.
func TestTheSharesOfLongBienAddUpByEachWayOfRounding(t *testing.T) {
	longBien := Tally{
		Headcount: Headcount{Official: 16_603, Probationary: 283, WithCard: 16_560}, WithoutCard: 43,
		Stamped: 16_036, Damaged: 104, Lost: 217, Uncollected: 203,
	}
	one := 1
	for name, c := range map[string]struct {
		shares Shares
		want   map[string]string
	}{
		"by largest remainder": {Shares{}, map[string]string{
			"stamped": "96,83%", "not_stamped": "3,17%", "damaged": "0,63%", "lost": "1,31%", "uncollected": "1,23%",
			"held": "0,00%", "with_card": "99,74%", "without_card": "0,26%",
		}},
		"each by itself": {Shares{Rounding: RoundHalfUp}, map[string]string{
			"stamped": "96,83%", "not_stamped": "3,17%", "damaged": "0,63%", "lost": "1,31%", "uncollected": "1,23%",
		}},
		"cut": {Shares{Rounding: RoundCut}, map[string]string{
			"stamped": "96,83%", "not_stamped": "3,17%", "damaged": "0,64%", "lost": "1,31%", "uncollected": "1,22%",
		}},
		"one decimal": {Shares{Decimals: &one}, map[string]string{
			"stamped": "96,9%", "not_stamped": "3,1%", "damaged": "0,6%", "lost": "1,3%", "uncollected": "1,2%",
		}},
		"of all official members": {Shares{Base: "official"}, map[string]string{
			"stamped": "96,58%", "not_stamped": "3,16%", "without_card": "0,26%",
		}},
		"of what was proposed": {Shares{Base: "proposed"}, map[string]string{"stamped": "98,75%", "not_stamped": "1,25%", "uncollected": "1,25%"}},
	} {
		t.Run(name, func(t *testing.T) {
			got := c.shares.OfTally(&longBien)
			for figure, want := range c.want {
				if s, _ := got.Of(figure); s.In(Vietnamese) != want {
					t.Errorf("%s: %s, want %s", figure, s.In(Vietnamese), want)
				}
			}
			if _, ok := got.Of("damaged"); ok == (c.shares.Base == "proposed") {
				t.Errorf("damaged has a share: %v", ok)
			}
		})
	}
}

func TestThePartsOfAWholeComeToAHundred(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		decimals := random.IntN(MaxDecimals + 1)
		s := Shares{Decimals: &decimals, Rounding: []Rounding{"", RoundRemainder, RoundHalfUp, RoundCut}[random.IntN(4)]}
		parts := make([]int, 1+random.IntN(9))
		sum, whole := 0, 100
		for i := range parts {
			parts[i] = random.IntN(1 + random.IntN(500_000))
			sum += parts[i]
		}
		for range decimals {
			whole *= 10
		}
		total := 0
		for i, share := range s.Of(parts...) {
			if total += share.N; share.N < 0 || parts[i] == 0 && share.N > 0 {
				t.Fatalf("%v of %v by %s: part %d has %v", share, parts, s.Rounding, i, share)
			}
		}
		if want := min(whole, sum*whole); total != want {
			t.Fatalf("%v by %s come to %d, want %d", parts, s.Rounding, total, want)
		}
	}
}

func TestSharesThatNobodyKnowsAreRefused(t *testing.T) {
	five := 5
	for _, s := range []Shares{{Base: "stamped"}, {Decimals: &five}, {Rounding: "up"}} {
		if s.Validate() == nil {
			t.Errorf("%+v was taken", s)
		}
	}
	if err := (Shares{}).Validate(); err != nil {
		t.Error(err)
	}
}

// The tally prints its percentages by itself. Of equal parts one takes what is
// left over, and it must be the same one on the form.
func TestTheSharesOfTheCardsAreThoseThatTheTallyPrints(t *testing.T) {
	for _, c := range []struct{ stamped, damaged, lost, uncollected, held, refused, remaining int }{
		{stamped: 2, damaged: 1, lost: 1, uncollected: 1, remaining: 2},
		{stamped: 1, damaged: 1, uncollected: 1},
		{damaged: 1, lost: 1, held: 1, refused: 1, uncollected: 1, remaining: 1, stamped: 1},
		{stamped: 16_036, damaged: 104, lost: 217, uncollected: 203},
	} {
		x := Tally{
			Stamped: c.stamped, Damaged: c.damaged, Lost: c.lost, Uncollected: c.uncollected, Held: c.held, Refused: c.refused, Remaining: c.remaining,
		}
		x.WithCard = x.Stamped + x.Damaged + x.Lost + x.Uncollected + x.Held + x.Refused + x.Remaining
		p, got := x.Percents(), Shares{}.OfTally(&x)
		for name, want := range map[string]Percent{
			"stamped": p.Stamped, "not_stamped": p.NotStamped, "damaged": p.Damaged, "lost": p.Lost,
			"uncollected": p.Uncollected, "held": p.Held, "refused": p.Refused, "remaining": p.Remaining,
		} {
			if s, _ := got.Of(name); s.N != int(want) {
				t.Errorf("%+v: %s: %s, the tally prints %s", c, name, s.In(Vietnamese), want)
			}
		}
	}
}

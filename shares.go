package stampdesk

import (
	"errors"
	"fmt"
	"slices"
)

// Rounding says how the parts of a whole are made to add up.
type Rounding string

// The ways of rounding. By each of them the parts of a whole come to exactly
// 100.
const (
	RoundRemainder Rounding = "remainder" // by largest remainder: no part is off by a whole unit
	RoundHalfUp    Rounding = "half-up"   // each by itself; the largest part takes the difference
	RoundCut       Rounding = "cut"       // each cut off; the part that lost most takes the difference, as Long Biên published 2021
)

// Shares are the settings of percentages in forms and reports. The zero value
// is two decimals by largest remainder of all cards.
type Shares struct {
	Base     string   // what cards are a share of: "with_card" (where empty: all), "proposed" (all but damaged and lost), "official" (all members who should have one)
	Decimals *int     // 0 to 4; nil: 2
	Rounding Rounding // RoundRemainder where empty
}

// MaxDecimals bounds the decimals of a percentage.
const MaxDecimals = 4

// Validate reports what is wrong with the settings.
func (s Shares) Validate() error {
	var errs []error
	if !slices.Contains([]string{"", "with_card", "proposed", "official"}, s.Base) {
		errs = append(errs, fmt.Errorf("base %q: want with_card, proposed or official", s.Base))
	}
	if s.Decimals != nil && (*s.Decimals < 0 || *s.Decimals > MaxDecimals) {
		errs = append(errs, fmt.Errorf("decimals %d: want 0 to %d", *s.Decimals, MaxDecimals))
	}
	if !slices.Contains([]Rounding{"", RoundRemainder, RoundHalfUp, RoundCut}, s.Rounding) {
		errs = append(errs, fmt.Errorf("rounding %q: want remainder, half-up or cut", s.Rounding))
	}
	return errors.Join(errs...)
}

func (s Shares) decimals() int {
	if s.Decimals == nil {
		return 2
	}
	return *s.Decimals
}

// Share is a percentage: N in units of its last decimal.
type Share struct {
	N        int
	Decimals int
}

// In writes the share as the language does: 96,83%, 96.83%.
func (p Share) In(l Lang) string {
	if p.Decimals == 0 {
		return fmt.Sprintf("%d%%", p.N)
	}
	unit := 1
	for range p.Decimals {
		unit *= 10
	}
	mark := ","
	if l == English {
		mark = "."
	}
	return fmt.Sprintf("%d%s%0*d%%", p.N/unit, mark, p.Decimals, p.N%unit)
}

// Of gives each part its share of their sum; a part below zero counts as none,
// and of nothing all shares are 0. Otherwise they come to exactly 100.
func (s Shares) Of(parts ...int) []Share {
	whole := 100
	for range s.decimals() {
		whole *= 10
	}
	parts = slices.Clone(parts)
	total := 0
	for i, n := range parts {
		parts[i] = max(n, 0)
		total += parts[i]
	}
	units := make([]int, len(parts))
	switch {
	case total == 0:
	case s.Rounding == RoundHalfUp || s.Rounding == RoundCut:
		left, takes := whole, 0
		for i, n := range parts {
			if units[i] = n * whole / total; s.Rounding == RoundHalfUp {
				units[i] = (2*n*whole + total) / (2 * total)
			}
			left -= units[i]
			if weight := func(n int) int {
				if s.Rounding == RoundCut {
					return n * whole % total
				}
				return n
			}; weight(n) > weight(parts[takes]) {
				takes = i
			}
		}
		units[takes] += left
	default:
		units = apportioned(whole, parts)
	}
	out := make([]Share, len(parts))
	for i, n := range units {
		out[i] = Share{N: n, Decimals: s.decimals()}
	}
	return out
}

// One is the share of a part of a whole that it does not exceed.
func (s Shares) One(part, whole int) Share { return s.Of(part, whole-part)[0] }

// TallyShares are the shares of a tally's cards, each under the name of its
// figure.
type TallyShares []FigureShare

// FigureShare is the share of one figure.
type FigureShare struct {
	Figure string
	Share
}

// Of is the share of a figure; false where it has none.
func (t TallyShares) Of(figure string) (Share, bool) {
	for _, s := range t {
		if s.Figure == figure {
			return s.Share, true
		}
	}
	return Share{}, false
}

// OfTally are the shares of a tally's cards by the names of figures: "stamped",
// "not_stamped", "damaged", "lost", "uncollected", "held", "refused" and
// "remaining" of the base, "with_card" and "without_card" of the official
// members. What stands beside the base has none: by "proposed" that are the
// damaged and the lost, which Lâm Đồng 2021 left out of what it proposed. A
// subtotal is the sum of its leaves.
func (s Shares) OfTally(t *Tally) TallyShares {
	// In the order of Percents: of equal remainders the earlier goes first.
	leaves := []string{"stamped", "damaged", "lost", "uncollected", "held", "refused", "remaining"}
	if s.Base == "proposed" {
		leaves = slices.Delete(leaves, 1, 3)
	}
	if s.Base == "official" {
		leaves = append(leaves, "without_card")
	}
	parts := make([]int, len(leaves))
	for i, name := range leaves {
		parts[i], _ = t.Figure(name)
	}
	shares, unstamped := make(TallyShares, 0, len(leaves)+3), Share{Decimals: s.decimals()}
	for i, share := range s.Of(parts...) {
		if leaves[i] == "without_card" {
			continue // has its share of the official members
		}
		shares = append(shares, FigureShare{leaves[i], share})
		if leaves[i] != "stamped" {
			unstamped.N += share.N
		}
	}
	cards := s.Of(t.WithCard, t.WithoutCard)
	return append(shares, FigureShare{"not_stamped", unstamped}, FigureShare{"with_card", cards[0]}, FigureShare{"without_card", cards[1]})
}

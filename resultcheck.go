package stampdesk

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Bounds on a result: it comes from outside, and there is no board in the
// country that is near them.
const (
	maxCount   = 100_000_000
	maxParts   = 20_000
	maxSources = 2_000
	maxHeads   = 1_000
	maxReasons = 500
)

// Validate reports the first thing for which the result cannot be counted: a
// count that is below zero or out of all proportion, sums that contradict one
// another, a name that is none.
func (r *BoardResult) Validate() error {
	if err := r.validateNames(); err != nil {
		return err
	}
	if err := r.Round.Validate(); err != nil {
		return fmt.Errorf("round: %w", err)
	}
	if err := r.Shares.Validate(); err != nil {
		return fmt.Errorf("shares: %w", err)
	}
	switch {
	case r.Store == StoreID{}:
		return errors.New("it names no store")
	case r.Epoch < 1 || r.Epoch > MaxEpoch:
		return fmt.Errorf("epoch %d: want 1 to %d", r.Epoch, MaxEpoch)
	case r.Made.Year() < 2000 || r.Made.Year() > 2200:
		return fmt.Errorf("made in the year %d", r.Made.Year())
	case r.Members < 0 || r.Members > maxCount:
		return fmt.Errorf("roster of %d lines", r.Members)
	case len(r.Units) > maxParts || len(r.Sources) > maxSources || len(r.Tally.Heads) > maxHeads:
		return fmt.Errorf("%d units, %d sources, %d journals: more than any board has",
			len(r.Units), len(r.Sources), len(r.Tally.Heads))
	}
	for _, n := range []int{r.Counts.Units, r.Counts.Committees, r.Counts.Basic, r.Counts.Cells, r.Counts.Done} {
		if n < 0 || n > maxCount {
			return fmt.Errorf("%d organisations", n)
		}
	}
	if c := r.Counts; c.Done > c.Units || c.Committees+c.Basic > c.Units {
		return fmt.Errorf("%d units, and of them %d done, %d and %d of two kinds", c.Units, c.Done, c.Committees, c.Basic)
	}
	return errors.Join(r.validateHeads(), r.validateSources(), r.validateSums())
}

func (r *BoardResult) validateNames() error {
	if strings.TrimSpace(r.Board.Name) == "" {
		return errors.New("the board has no name")
	}
	for _, s := range []string{r.Board.Upper, r.Board.Name, r.Board.Place, r.By} {
		if !IsPlainName(s) {
			return fmt.Errorf("the name %.40q cannot be one", s)
		}
	}
	for _, p := range r.Round.Papers {
		if len(p) > maxNote || !isPlainText(p) {
			return fmt.Errorf("the paper %.40q cannot be one", p)
		}
	}
	return nil
}

// IsPlainName reports whether a text from outside can be shown as a name on a
// line: nothing in it steers a terminal or turns the line around.
func IsPlainName(s string) bool { return len(s) <= maxName && isPlainText(s) }

func isPlainText(s string) bool {
	return utf8.ValidString(s) && !strings.ContainsFunc(s, func(r rune) bool {
		return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == '\u2028' || r == '\u2029'
	})
}

func (r *BoardResult) validateHeads() error {
	seen := map[DeskID]bool{}
	for _, h := range r.Tally.Heads {
		if h.Desk == "" || !IsPlainName(string(h.Desk)) || seen[h.Desk] {
			return fmt.Errorf("the journal of desk %.40q stands in it wrongly, or twice", h.Desk)
		}
		seen[h.Desk] = true
	}
	return nil
}

func (r *BoardResult) validateSources() error {
	seen := map[StoreID]bool{r.Store: true}
	for _, s := range r.Sources {
		switch {
		case s.Board == "" || !IsPlainName(s.Board):
			return fmt.Errorf("the source %.40q has no name", s.Board)
		case s.Store == StoreID{} || seen[s.Store]:
			return fmt.Errorf("the source %q is counted twice", s.Board)
		case s.Made.Year() < 2000 || s.Made.Year() > 2200:
			return fmt.Errorf("the source %q was made in the year %d", s.Board, s.Made.Year())
		}
		seen[s.Store] = true
	}
	return nil
}

// validateSums looks whether every tally balances, and whether the units come to
// the whole.
func (r *BoardResult) validateSums() error {
	if err := validTally(&r.Tally); err != nil {
		return err
	}
	if len(r.Units) == 0 {
		return nil
	}
	keys := map[string]bool{}
	parts := make([]*Tally, len(r.Units))
	for i := range r.Units {
		p := &r.Units[i]
		if !IsPlainName(p.Key) || !IsPlainName(p.Name) || keys[p.Key] {
			return fmt.Errorf("the unit %.40q stands in it wrongly, or twice", p.Key)
		}
		keys[p.Key] = true
		if err := validTally(&p.Tally); err != nil {
			return fmt.Errorf("unit %s: %w", p.Key, err)
		}
		parts[i] = &p.Tally
	}
	sum := Sum(parts...)
	for _, name := range populationFigures {
		whole, _ := r.Tally.Figure(name)
		if n, _ := sum.Figure(name); n != whole {
			return fmt.Errorf("%s: the units come to %d, the board to %d", name, n, whole)
		}
	}
	return nil
}

// populationFigures are the figures that every member of the roster is in by a
// unit, so that the units come to the whole whatever the desks did. An act
// that undid another, or a unit that the roster has no more, has none such.
var populationFigures = []string{
	"official", "probationary", "with_card", "without_card",
	"stamped", "damaged", "lost", "uncollected", "held", "refused", "remaining",
}

// validTally looks whether a tally balances.
func validTally(t *Tally) error {
	for _, f := range figures {
		if n := f.of(t); n < 0 || n > maxCount {
			return fmt.Errorf("%s is %d", f.name, n)
		}
	}
	for _, h := range []Handled{t.Guests, t.Outside, t.NewCards} {
		for _, n := range []int{h.Stamped, h.Relaminated, h.Damaged, h.Lost, h.Held, h.Refused} {
			if n < 0 || n > maxCount {
				return fmt.Errorf("cards beside the population: %d", n)
			}
		}
	}
	for box, n := range t.Boxes {
		if box < 1 || box > MaxBox || n < 0 || n > maxCount {
			return fmt.Errorf("box %d has %d stamps", box, n)
		}
	}
	for name, of := range figuresBy {
		by := of(t)
		sum, whole := 0, map[string]int{
			"damaged_by": t.Damaged, "held_by": t.Held, "refused_by": t.Refused, "uncollected_by": t.Uncollected,
		}
		if len(by) > maxReasons {
			return fmt.Errorf("%s: %d reasons", name, len(by))
		}
		for r, n := range by {
			if sum += n; !r.isCode() || n < 0 || n > maxCount {
				return fmt.Errorf("%s: %.40q is %d", name, r, n)
			}
		}
		if want, exact := whole[name]; exact && sum != want {
			return fmt.Errorf("%s: the reasons come to %d, the cards to %d", name, sum, want)
		}
	}
	if n := t.seen() + t.Remaining; n != t.WithCard {
		return fmt.Errorf("with_card is %d, and its parts come to %d", t.WithCard, n)
	}
	if t.Official != t.WithCard+t.WithoutCard {
		return fmt.Errorf("%d official members, of them %d with a card and %d without", t.Official, t.WithCard, t.WithoutCard)
	}
	return nil
}

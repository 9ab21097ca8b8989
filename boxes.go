package stampdesk

import (
	"fmt"
	"iter"
	"math/bits"
	"strconv"
	"strings"
)

// BoxSet is a set of the inspection boxes (ô số) printed on a card, 1 to 16.
// The zero value is empty. Box n is bit n-1: stored, so the layout is fixed.
type BoxSet uint16

// MaxBox is the highest box a card design may have.
const MaxBox = 16

// BoxesOf makes a set; a number outside 1…MaxBox panics, for callers pass
// numbers that were checked where they came in.
func BoxesOf(boxes ...int) BoxSet {
	var s BoxSet
	for _, b := range boxes {
		if b < 1 || b > MaxBox {
			panic(fmt.Sprintf("stampdesk: box %d", b))
		}
		s |= 1 << (b - 1)
	}
	return s
}

// Has reports whether box b is in the set.
func (s BoxSet) Has(b int) bool { return b >= 1 && b <= MaxBox && s&(1<<(b-1)) != 0 }

// Toggle gives the set with box b added, or taken out if it was there.
func (s BoxSet) Toggle(b int) BoxSet { return s ^ BoxesOf(b) }

// Len is the number of boxes in the set.
func (s BoxSet) Len() int { return bits.OnesCount16(uint16(s)) }

// All yields the boxes in rising order.
func (s BoxSet) All() iter.Seq[int] {
	return func(yield func(int) bool) {
		for b := 1; b <= MaxBox; b++ {
			if s.Has(b) && !yield(b) {
				return
			}
		}
	}
}

// String lists the boxes: "4", "3,4", or "" for none.
func (s BoxSet) String() string {
	var t []string
	for b := range s.All() {
		t = append(t, strconv.Itoa(b))
	}
	return strings.Join(t, ",")
}

// ParseBoxes reads what String writes; blanks are allowed.
func ParseBoxes(s string) (BoxSet, error) {
	var set BoxSet
	for f := range strings.SplitSeq(s, ",") {
		b, err := strconv.Atoi(strings.TrimSpace(f))
		if err != nil || b < 1 || b > MaxBox {
			return 0, fmt.Errorf("boxes %q: %q is not a box from 1 to %d", s, f, MaxBox)
		}
		set |= BoxesOf(b)
	}
	return set, nil
}

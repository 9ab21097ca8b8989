package stampdesk

import (
	"slices"
	"testing"
)

// Figures as they were published. Long Biên, round 4, 20/5/2021; Lâm Đồng,
// round 4, 3/6/2021.
var (
	longBien = Declared{
		"members": 16886, "official": 16603, "probationary": 283, "with_card": 16560, "without_card": 43,
		"stamped": 16036, "not_stamped": 524, "damaged": 104, "lost": 217, "uncollected": 203,
	}
	lamDong = Declared{
		"members": 47151, "official": 45350, "probationary": 1801, "with_card": 43372, "without_card": 1978,
		"proposed": 41571, "stamped": 41108, "not_stamped": 519, "damaged": 1281, "lost": 520,
	}
)

// but gives a declaration with some figures changed; -1 leaves one out.
func (d Declared) but(figures Declared) Declared {
	out := Declared{}
	for k, n := range d {
		out[k] = n
	}
	for k, n := range figures {
		if out[k] = n; n < 0 {
			delete(out, k)
		}
	}
	return out
}

func TestADeclarationIsHeldAgainstTheConventionThatItFollows(t *testing.T) {
	whole := Declared{"with_card": 100, "proposed": 90, "damaged": 6, "lost": 4, "stamped": 85, "not_stamped": 5, "uncollected": 5}
	for _, c := range []struct {
		name     string
		of       Declared
		visitors []int
		follows  Convention
		bad      []contradiction
	}{
		{"Long Biên adds up, damaged and lost within", longBien, nil, DamagedWithin, nil},
		{"Lâm Đồng is 56 apart, and in nothing else", lamDong, nil, DamagedApart,
			[]contradiction{{"not_stamped", 519, 463, "proposed-stamped"}}},
		{"Lâm Đồng would add up with 463", lamDong.but(Declared{"not_stamped": 463}), nil, DamagedApart, nil},
		{"nothing declared contradicts nothing", Declared{}, nil, "", nil},
		{"before the stamping nothing tells the conventions apart",
			Declared{"members": 10, "official": 8, "probationary": 2, "with_card": 7, "without_card": 1, "proposed": 5, "damaged": 1, "lost": 1}, nil, "", nil},
		{"those not collected may lie beside what is proposed",
			Declared{"with_card": 100, "proposed": 85, "damaged": 6, "lost": 4, "uncollected": 5}, nil, "", nil},
		{"all fits apart", whole, nil, DamagedApart, nil},
		{"nothing damaged or lost fits both", Declared{"with_card": 9, "proposed": 9, "damaged": 0, "lost": 0, "stamped": 7, "not_stamped": 2}, nil, "", nil},
		{"the members do not add up", longBien.but(Declared{"members": 16887}), nil, DamagedWithin,
			[]contradiction{{"members", 16887, 16886, "official+probationary"}}},
		{"official members without a card are forgotten", lamDong.but(Declared{"not_stamped": 463, "without_card": 1900}), nil, DamagedApart,
			[]contradiction{{"official", 45350, 45272, "with_card+without_card"}}},
		{"parts alone may be too many", Declared{"members": 5, "official": 7}, nil, "",
			[]contradiction{{"members", 5, 7, "official"}}},
		{"parts alone may be too few", Declared{"members": 9, "official": 7}, nil, "", nil},
		{"without what is not stamped, those not collected must do",
			Declared{"with_card": 100, "proposed": 90, "damaged": 6, "lost": 4, "stamped": 85, "uncollected": 5}, nil, "", nil},
		{"what is proposed and not stamped was not collected",
			Declared{"proposed": 90, "stamped": 85, "uncollected": 2, "with_card": 100, "damaged": 6, "lost": 4}, nil, "", // either way
			[]contradiction{{"with_card", 100, 97, "stamped+damaged+lost+uncollected"}}},
		{"two guests come with the cards", whole.but(Declared{"proposed": 92, "stamped": 87}), []int{-2}, DamagedApart, nil},
		{"nobody came with them", whole.but(Declared{"proposed": 92, "stamped": 87}), nil, DamagedApart,
			[]contradiction{{"with_card", 100, 102, "proposed+damaged+lost"}}},
		{"all are proposed, the damaged among them", Declared{"with_card": 100, "proposed": 100, "damaged": 6, "lost": 4, "stamped": 90, "not_stamped": 10}, nil,
			DamagedWithin, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			follows, bad := c.of.contradictions(c.visitors...)
			if follows != c.follows || !slices.Equal(bad, c.bad) {
				t.Errorf("%q %+v, want %q %+v", follows, bad, c.follows, c.bad)
			}
		})
	}
}

func TestBothSubtotalsOfADeclarationAreThere(t *testing.T) {
	for _, c := range []struct {
		name string
		of   Declared
		want Subtotals
	}{
		{"Long Biên does not say what is proposed", longBien, Subtotals{DamagedWithin, 524, -1}},
		{"Lâm Đồng says both", lamDong, Subtotals{DamagedApart, 2264, 463}},
		{"nothing is said", nil, Subtotals{"", -1, -1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.of.subtotals(); got != c.want {
				t.Errorf("%+v, want %+v", got, c.want)
			}
		})
	}
}

// Whatever is declared, what contradicts is a figure that was declared, by a
// sum of declared figures that is really something else.
func FuzzContradictions(f *testing.F) {
	f.Add([]byte{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
	f.Add([]byte{10, 8, 2, 7, 1, 5, 200, 200, 1, 1, 200})
	f.Fuzz(func(t *testing.T, b []byte) {
		d := Declared{}
		for i, k := range DeclaredKeys {
			if i < len(b) && b[i] < 200 {
				d[k] = int(b[i])
			}
		}
		_, bad := d.contradictions()
		for _, c := range bad {
			n, declared := d[c.figure]
			sum, complete := d.sum(c.sum)
			if !declared || n != c.declared || !complete || sum.total != c.found || c.amount() == 0 {
				t.Errorf("%v: %+v", d, c)
			}
		}
	})
}

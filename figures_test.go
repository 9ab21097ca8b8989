package stampdesk

import (
	"reflect"
	"testing"
)

// counted fills every count of a tally with another number.
func counted(from int) *Tally {
	t := newTally()
	n := from
	var fill func(v reflect.Value)
	fill = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Int:
			n++
			v.SetInt(int64(n))
		case reflect.Struct:
			for i := range v.NumField() {
				fill(v.Field(i))
			}
		}
	}
	fill(reflect.ValueOf(&t).Elem())
	for _, by := range [...]map[Reason]int{t.WithoutCardBy, t.DamagedBy, t.HeldBy, t.RefusedBy, t.UncollectedBy, t.Remarks} {
		n += 2
		by[ReasonUncollected+".nam_vien"], by[ReasonUncollected] = n, n-1
	}
	t.Boxes[4] = n
	t.Heads = []Head{{Desk: "B1", Seq: uint64(n)}}
	return &t
}

// A count that Sum forgets would be missing from the province's figures.
func TestASumHasEveryCountOfItsParts(t *testing.T) {
	a, b := counted(0), counted(1000)
	sum := Sum(a, b)
	var compare func(what string, s, x, y reflect.Value)
	compare = func(what string, s, x, y reflect.Value) {
		switch s.Kind() {
		case reflect.Int:
			if s.Int() != x.Int()+y.Int() {
				t.Errorf("%s: %d, want %d and %d added up", what, s.Int(), x.Int(), y.Int())
			}
		case reflect.Struct:
			for i := range s.NumField() {
				compare(what+"."+s.Type().Field(i).Name, s.Field(i), x.Field(i), y.Field(i))
			}
		case reflect.Map:
			if s.Len() == 0 {
				t.Errorf("%s: empty", what)
			}
			for _, k := range s.MapKeys() {
				compare(what, s.MapIndex(k), x.MapIndex(k), y.MapIndex(k))
			}
		case reflect.Slice:
			if s.Len() != x.Len()+y.Len() {
				t.Errorf("%s: %d of them", what, s.Len())
			}
		default:
			t.Errorf("%s: a %v that nobody compares", what, s.Kind())
		}
	}
	compare("tally", reflect.ValueOf(sum), reflect.ValueOf(*a), reflect.ValueOf(*b))
	if zero := Sum(); zero.WithCard != 0 || zero.UncollectedBy == nil {
		t.Errorf("nothing comes to %+v", zero)
	}
}

func TestEveryFigureHasItsName(t *testing.T) {
	tally := counted(0)
	seen := map[int]string{}
	tally.Guests.Stamped, tally.WithCard = 5000, 6000
	for _, name := range FigureNames() {
		n, ok := tally.Figure(name)
		if !ok {
			t.Errorf("%s is no figure", name)
		}
		if other := seen[n]; other != "" {
			t.Errorf("%s and %s are the same", name, other)
		}
		seen[n] = name
	}
	for name, want := range map[string]int{
		"uncollected_by.CHUA_THU":          tally.UncollectedBy[ReasonUncollected] + tally.UncollectedBy[ReasonUncollected+".nam_vien"],
		"uncollected_by.CHUA_THU.nam_vien": tally.UncollectedBy[ReasonUncollected+".nam_vien"],
		"remarks_by.SAI_MUC_DICH":          0,
	} {
		if n, ok := tally.Figure(name); n != want || !ok {
			t.Errorf("%s: %d, %v, want %d", name, n, ok, want)
		}
	}
	for _, name := range []string{"", "stampd", "lost_by", "uncollected_by", "uncollected_by.", "stamped.X", "heads"} {
		if n, ok := tally.Figure(name); ok {
			t.Errorf("%q is a figure, %d", name, n)
		}
	}
	if _, ok := tally.FiguresBy("uncollected_by"); !ok {
		t.Error("uncollected_by has no reasons")
	}
}

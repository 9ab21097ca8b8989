package main

import (
	"reflect"
	"testing"

	"stampdesk"
)

func TestRulesShownAreTheRulesReadBack(t *testing.T) {
	from := stampdesk.Date{Year: 2016, Month: 4, Day: 4}
	for _, want := range []stampdesk.Rules{
		{},
		{LateHolds: true, StampUnsealed: true, Basis: stampdesk.ByFirstCard, ListDateOut: true, PapersFirst: true},
		{NewCards: []stampdesk.Interval{
			{Boxes: stampdesk.BoxesOf(1, 2)}, {From: from, Boxes: stampdesk.BoxesOf(2)}, {AtListDate: true, Boxes: stampdesk.BoxesOf(3, 16)},
		}},
	} {
		for _, l := range []stampdesk.Lang{stampdesk.Vietnamese, stampdesk.English} {
			f := &settingsFile{"rules.toml", rulesText(want, textsIn(l)), textsIn(l)}
			var q rulesTOML
			if err := f.decode(&q); err != nil {
				t.Fatalf("%v\n%s", err, f.text)
			}
			// Over other rules: all of it is said, so nothing of them is left.
			other := stampdesk.Rules{LateHolds: !want.LateHolds, NewCards: []stampdesk.Interval{{Boxes: 1}}, PapersFirst: !want.PapersFirst}
			got, err := q.apply(f, "", other)
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(got, want) || len(rulesDiff(got, want)) != 0 {
				t.Errorf("%+v came back as %+v from\n%s", want, got, f.text)
			}
		}
	}
}

func TestLineOf(t *testing.T) {
	const text = `late = "mark"
# late = "hold"
[[duty]]
day = 1
[[rules.new_card]]
boxes = [1]

[[rules.new_card]]
  "from" = "x"
boxes = [2]
[board]
name = "x"
`
	for _, c := range []struct {
		table, key string
		nth, want  int
	}{
		{"", "late", 1, 1}, {"", "nothing", 1, 0}, {"duty", "day", 1, 4}, {"duty", "desk", 1, 3}, {"rules.new_card", "boxes", 1, 6},
		{"rules.new_card", "boxes", 2, 10}, {"rules.new_card", "from", 2, 9}, {"rules.new_card", "from", 1, 5}, {"board", "name", 1, 12},
		{"rules.new_card", "from", 3, 0}, {"", "board", 1, 11},
	} {
		if got := lineOf(text, c.table, c.key, c.nth); got != c.want {
			t.Errorf("%s.%s %d: line %d, want %d", c.table, c.key, c.nth, got, c.want)
		}
	}
}

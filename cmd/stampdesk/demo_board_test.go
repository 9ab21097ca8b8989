package main

import (
	"maps"
	"reflect"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"

	"stampdesk"
)

// figures counts the board from outside: by its roster, its lists and its
// stacks, as a desk would.
func figures(b board) map[string]int {
	n := map[string]int{}
	for _, m := range b.Roster().Members {
		h := m.Headcount()
		n["members"] += h.Members()
		n["official"] += h.Official
		n["probationary"] += h.Probationary
		n["with card"] += h.WithCard
		if m.Status == stampdesk.Exempt {
			n["exempt"] += h.Official
		}
		if h.Members() == 0 {
			n["departed"]++
		}
	}
	n["without card"] = n["official"] - n["with card"]
	for _, u := range b.Units() {
		comes := map[stampdesk.CardNumber]bool{}
		for _, code := range b.Stack(u.Code) {
			c, err := stampdesk.ParseCard(code)
			if err != nil || comes[c] {
				n["bad codes"]++
			}
			comes[c] = true
		}
		for _, l := range b.List(u.Code, stampdesk.FormStamp) {
			if comes[l.Card] {
				n["stamped"]++
			} else {
				n["uncollected"]++
			}
			delete(comes, l.Card)
		}
		for _, l := range b.List(u.Code, stampdesk.FormDamaged) {
			n["damaged"]++
			delete(comes, l.Card)
		}
		n["on no list"] += len(comes)
		n["lost"] += len(b.List(u.Code, stampdesk.FormLost))
		for _, l := range b.List(u.Code, stampdesk.FormCardless) {
			n[string(l.Reason)]++
			if l.Card != 0 {
				n["cardless with a card"]++
			}
		}
	}
	maps.DeleteFunc(n, func(_ string, n int) bool { return n == 0 })
	return n
}

func TestInventedBoardHasItsFigures(t *testing.T) {
	for seed := range uint64(3) {
		got := figures(inventBoard(seed))
		exempt := got["exempt"]
		if exempt < 300 || exempt > 2000 {
			t.Errorf("%d exempt members", exempt)
		}
		want := map[string]int{
			"members": 16_886, "official": 16_603, "probationary": 283, "with card": 16_560, "without card": 43,
			"stamped": 16_036, "damaged": 104, "lost": 217, "uncollected": 203, "CHUYEN_DEN": 20, "MOI_CONG_NHAN": 23,
			"departed": 17, "exempt": exempt,
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("seed %d\n got %v\nwant %v", seed, got, want)
		}
	}
}

func TestTheSameSeedInventsTheSameBoard(t *testing.T) {
	if !reflect.DeepEqual(inventBoard(7), inventBoard(7)) {
		t.Error("two boards of one seed differ")
	}
	if reflect.DeepEqual(inventBoard(7).Roster(), inventBoard(8).Roster()) {
		t.Error("two seeds give one board")
	}
}

func TestInventedMembersAreConsistent(t *testing.T) {
	b := inventBoard(demoSeed)
	if len(b.Units()) != demoUnits {
		t.Errorf("%d units", len(b.Units()))
	}
	names, numbers := map[string]bool{}, map[any]bool{}
	for _, u := range b.Units() {
		if names[u.Name] || !norm.NFC.IsNormalString(u.Name) || len(b.people[u.Code]) == 0 {
			t.Errorf("unit %+v with %d people", u, len(b.people[u.Code]))
		}
		names[u.Name] = true
	}
	families := 0
	statDay := stampdesk.Date{Year: 2021, Month: 4, Day: 15}
	r := b.Roster()
	for _, m := range r.Members {
		if m.Card != 0 && (numbers[m.Card] || m.Card/1_000_000 != demoPrefix) || numbers[m.Record] || len(m.Record) != 8 {
			t.Fatalf("numbers of %+v", m)
		}
		numbers[m.Card], numbers[m.Record] = true, true
		switch age := m.Admitted.Year - m.Birth.Year; {
		case !norm.NFC.IsNormalString(m.Name + m.Home + m.Cell), len(strings.Fields(m.Name)) < 3,
			m.Birth.Year < 1935, m.Birth.Year > 2000, age < 18, m.Admitted.After(statDay), m.Official.After(statDay),
			m.Status != stampdesk.Probationary && (m.Official.Year != m.Admitted.Year+1 || m.Official.Month != m.Admitted.Month),
			m.Card != 0 && (!m.Issued.After(m.Official) || m.Issued.After(statDay)):
			t.Fatalf("%+v", m)
		}
		for _, d := range []stampdesk.Date{m.Birth, m.Admitted, m.Official, m.Issued} {
			if e, err := stampdesk.ParseDate(d.String()); err != nil || e != d {
				t.Fatalf("%v of %+v", d, m)
			}
		}
		if strings.HasPrefix(m.Name, "Nguyễn ") {
			families++
		}
	}
	if percent := families * 100 / len(r.Members); percent < 35 || percent > 41 {
		t.Errorf("%d %% are Nguyễn", percent)
	}
}

// A fate that changes takes one from one figure to another, and leaves the
// others as they were: lists and stacks know no more than the fates.
func TestOneFateMovesOneCount(t *testing.T) {
	b := inventBoard(demoSeed)
	unit := b.Units()[3].Code
	at := -1
	for i, m := range b.people[unit] {
		if m.fate == fateStamped && m.Status == stampdesk.Official {
			at = i
			break
		}
	}
	before := figures(b)
	for to, moved := range map[fate]map[string]int{
		fateDamaged:       {"stamped": -1, "damaged": 1},
		fateLost:          {"stamped": -1, "lost": 1},
		fateUncollected:   {"stamped": -1, "uncollected": 1},
		fateMovedIn:       {"stamped": -1, "with card": -1, "without card": 1, "CHUYEN_DEN": 1},
		fateNewlyOfficial: {"stamped": -1, "with card": -1, "without card": 1, "MOI_CONG_NHAN": 1},
		fateProbationary:  {"stamped": -1, "with card": -1, "official": -1, "probationary": 1},
		fateExpelled:      {"stamped": -1, "with card": -1, "official": -1, "members": -1, "departed": 1},
	} {
		b.people[unit][at].fate = to
		want := maps.Clone(before)
		for name, n := range moved {
			want[name] += n
		}
		if got := figures(b); !reflect.DeepEqual(got, want) {
			t.Errorf("fate %d\n got %v\nwant %v", to, got, want)
		}
	}
	b.people[unit][at].fate = fateStamped
	if !reflect.DeepEqual(figures(b), before) {
		t.Error("the fate given back, the figures are others")
	}
}

func TestTheFirstStackHasSomethingOfEverything(t *testing.T) {
	b := inventBoard(demoSeed)
	first := b.Units()[0].Code
	stack, spice := b.Stack(first), b.Spice(first)
	if len(stack) != firstUnitFates[fateStamped]+firstUnitFates[fateDamaged] || len(spice) != 5 {
		t.Fatalf("%d cards, %d codes of spice", len(stack), len(spice))
	}
	byCard := map[stampdesk.CardNumber]stampdesk.Member{}
	for _, m := range b.Roster().Members {
		byCard[m.Card] = m
	}
	of := func(code string) stampdesk.Member {
		c, _ := stampdesk.ParseCard(code)
		return byCard[c]
	}
	if spice[0] != stack[0] || of(spice[1]).Unit != b.Units()[1].Code || of(spice[2]).Status != stampdesk.Expelled {
		t.Error("a card twice, one of another unit, an expelled member's:", spice)
	}
	if c, err := stampdesk.ParseCard(spice[3]); err != nil || of(spice[3]).Name != "" {
		t.Error("a number of nobody:", c, err)
	}
	if _, err := stampdesk.ParseCard(spice[4]); err == nil {
		t.Error("a code that cannot be read:", spice[4])
	}
	if b.Spice(b.Units()[1].Code) != nil {
		t.Error("another unit has spice")
	}
	// The cells lie one after the other, but not in the order of the list.
	cells := 1
	for i := 1; i < len(stack); i++ {
		if of(stack[i]).Cell != of(stack[i-1]).Cell {
			cells++
		}
	}
	if cells != 2 || stack[0] == b.List(first, stampdesk.FormStamp)[0].Card.Digits() {
		t.Errorf("%d changes of cell; the first card is that of the list", cells-1)
	}
}

func BenchmarkInventBoard(b *testing.B) {
	t0 := time.Now()
	for b.Loop() {
		inventBoard(demoSeed)
	}
	b.ReportMetric(float64(time.Since(t0).Milliseconds())/float64(b.N), "ms/board")
}

package stampdesk_test

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	. "stampdesk"
	"stampdesk/store/bolt"
	"stampdesk/store/mem"
	"stampdesk/store/storetest"
)

var (
	statDate = Date{2021, 4, 1}
	upTo     = Period{From: statDate, To: Date{2021, 5, 20}}
)

func movementsOf(t testing.TB, s Store, p Period, unit UnitCode) (m Movements) {
	t.Helper()
	storetest.View(t, s, func(s Snapshot) error {
		r, err := ReportMovements(s, MovementAsk{Unit: unit, Since: p.From, Today: p.To})
		m = r.Movements
		return err
	})
	return m
}

func TestEachMemberIsCountedAsTheDatesOnTheRosterSay(t *testing.T) {
	there := Movement{Then: 1, Now: 1}
	for _, c := range []struct {
		name   string
		change func(*Member)
		want   Movement
	}{
		{"long a member", func(*Member) {}, there},
		{"admitted the day before", func(m *Member) { came(m, Date{2021, 3, 31}) }, there},
		{"admitted on the statistics date", func(m *Member) { came(m, statDate) }, Movement{Now: 1, Admitted: 1}},
		{"admitted on the last day", func(m *Member) { came(m, upTo.To) }, Movement{Now: 1, Admitted: 1}},
		{"admitted the day after", func(m *Member) { came(m, Date{2021, 5, 21}) }, Movement{Now: 1, Later: 1}},
		{"admitted in a year that the date falls into", func(m *Member) { came(m, Date{Year: 2021}) }, Movement{Now: 1, Unplaced: 1, Maybe: 1}},
		{"admitted in the year before", func(m *Member) { came(m, Date{Year: 2020}) }, there},
		{"no date of admission, recognised long ago", func(m *Member) { m.Admitted = Date{} }, there},
		{"no date of admission, a card of long ago", func(m *Member) { m.Admitted, m.Official = Date{}, Date{} }, there},
		{"no date at all", func(m *Member) { came(m, Date{}) }, Movement{Now: 1, Unplaced: 1, Maybe: 1}},
		{"recognised on the statistics date", func(m *Member) { m.Official = statDate }, Movement{Then: 1, Now: 1, Recognised: 1}},
		{"recognised the day before", func(m *Member) { m.Official = Date{2021, 3, 31} }, there},
		{"to be recognised, still on probation", func(m *Member) { m.Official, m.Status = statDate, Probationary }, there},

		{"transferred in", func(m *Member) { m.MovedIn = Date{2021, 4, 9} }, Movement{Now: 1, In: 1}},
		{"transferred in before", func(m *Member) { m.MovedIn = Date{2020, 4, 9} }, there},
		{"admitted elsewhere within the period, then transferred in", func(m *Member) { came(m, Date{2021, 4, 2}); m.MovedIn = Date{2021, 4, 9} }, Movement{Now: 1, In: 1}},
		{"recognised elsewhere before the transfer", func(m *Member) { m.Official, m.MovedIn = Date{2021, 4, 2}, Date{2021, 4, 9} }, Movement{Now: 1, In: 1}},
		{"waits for the papers", func(m *Member) { m.MovedIn, m.Status = Date{2021, 4, 9}, PendingIn }, Movement{Pending: 1}},

		{"transferred out", func(m *Member) { m.MovedOut, m.Status = Date{2021, 4, 9}, TransferredOut }, Movement{Then: 1, Gone: Departures{Out: 1}}},
		{"transferred out before", func(m *Member) { m.MovedOut, m.Status = Date{2021, 3, 31}, TransferredOut }, Movement{}},
		{"transferred out after", func(m *Member) { m.MovedOut, m.Status = Date{2021, 6, 1}, TransferredOut }, Movement{Then: 1, Later: -1}},
		{"transferred out and not cut off", func(m *Member) { m.MovedOut = Date{2021, 4, 9} },
			Movement{Then: 1, Now: 1, Gone: Departures{Out: 1}, Uncut: Departures{Out: 1}, NotCut: 1}},
		{"transferred out long ago and not cut off", func(m *Member) { m.MovedOut = Date{2019, 4, 9} }, Movement{Now: 1, NotCut: 1}},
		{"to be transferred out", func(m *Member) { m.MovedOut = Date{2021, 6, 9} }, there},
		{"transferred out in a year that is not over", func(m *Member) { m.MovedOut = Date{Year: 2021} }, there},
		{"transferred out, nobody says when", func(m *Member) { m.Status = TransferredOut }, Movement{Undated: Departures{Out: 1}, Maybe: 1}},
		{"transferred out this year", func(m *Member) { m.MovedOut, m.Status = Date{Year: 2021}, TransferredOut }, Movement{Undated: Departures{Out: 1}, Maybe: 1}},
		{"out and back within the period", func(m *Member) { m.MovedOut, m.MovedIn = Date{2021, 4, 2}, Date{2021, 4, 9} },
			Movement{Then: 1, Now: 1, In: 1, Gone: Departures{Out: 1}}},
		{"out before and back within", func(m *Member) { m.MovedOut, m.MovedIn = Date{2018, 4, 2}, Date{2021, 4, 9} }, Movement{Now: 1, In: 1}},
		{"in and out within the period", func(m *Member) {
			m.MovedIn, m.MovedOut, m.Status = Date{2021, 4, 2}, Date{2021, 4, 9}, TransferredOut
		}, Movement{In: 1, Gone: Departures{Out: 1}}},
		{"in and out on one day", func(m *Member) {
			m.MovedIn, m.MovedOut, m.Status = Date{2021, 4, 9}, Date{2021, 4, 9}, TransferredOut
		}, Movement{In: 1, Gone: Departures{Out: 1}}},
		{"admitted and out within the period, back some day of the year", func(m *Member) {
			came(m, Date{2021, 4, 2})
			m.MovedOut, m.MovedIn = Date{2021, 4, 5}, Date{Year: 2021}
		}, Movement{Now: 1, Admitted: 1, Gone: Departures{Out: 1}, Unplaced: 1}},
		{"back long ago, and gone again nobody says when", func(m *Member) {
			m.MovedOut, m.MovedIn, m.Status = Date{2015, 4, 2}, Date{2018, 4, 9}, TransferredOut
		}, Movement{Undated: Departures{Out: 1}, Maybe: 1}},

		{"deceased", func(m *Member) { m.Died, m.Status = Date{2021, 4, 9}, Deceased }, Movement{Then: 1, Gone: Departures{Deceased: 1}}},
		{"deceased and not cut off", func(m *Member) { m.Died = Date{2021, 4, 9} },
			Movement{Then: 1, Now: 1, Gone: Departures{Deceased: 1}, Uncut: Departures{Deceased: 1}, NotCut: 1}},
		{"struck off", func(m *Member) { m.Left, m.Status = Date{2021, 4, 9}, StruckOff }, Movement{Then: 1, Gone: Departures{StruckOff: 1}}},
		{"expelled", func(m *Member) { m.Left, m.Status = Date{2021, 4, 9}, Expelled }, Movement{Then: 1, Gone: Departures{Expelled: 1}}},
		{"resigned", func(m *Member) { m.Left, m.Status = Date{2021, 4, 9}, Resigned }, Movement{Then: 1, Gone: Departures{Resigned: 1}}},
		{"resigned and not cut off", func(m *Member) { m.Left, m.LeftBy = Date{2021, 4, 9}, "Xin ra" },
			Movement{Then: 1, Now: 1, Gone: Departures{Resigned: 1}, Uncut: Departures{Resigned: 1}, NotCut: 1}},
		{"left in another way and not cut off", func(m *Member) { m.Left, m.LeftBy = Date{2021, 4, 9}, "đưa ra" },
			Movement{Then: 1, Now: 1, Gone: Departures{Other: 1}, Uncut: Departures{Other: 1}, NotCut: 1}},
		{"left, and no word how", func(m *Member) { m.Left = Date{2021, 4, 9} },
			Movement{Then: 1, Now: 1, Gone: Departures{Other: 1}, Uncut: Departures{Other: 1}, NotCut: 1}},
		{"expelled, nobody says when", func(m *Member) { m.Status = Expelled }, Movement{Undated: Departures{Expelled: 1}, Maybe: 1}},
		{"no date of coming, deceased in the period", func(m *Member) { came(m, Date{}); m.Died, m.Status = Date{2021, 4, 9}, Deceased },
			Movement{Unplaced: 1, Maybe: 1, Gone: Departures{Deceased: 1}}},
		{"admitted in the period, gone nobody says when", func(m *Member) { came(m, Date{2021, 4, 9}); m.Status = StruckOff },
			Movement{Admitted: 1, Undated: Departures{StruckOff: 1}}},

		{"a guest", func(m *Member) { m.Unit, m.Host = "", "P01" }, Movement{Guests: 1}},
		{"on temporary activity in another unit of the board", func(m *Member) { m.Host = "P02" }, there},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := sound(0)
			c.change(&m)
			s := rosterStore(t, []Member{m})
			got := movementsOf(t, s, upTo, "")
			if got.Total != c.want {
				t.Errorf("got  %+v\nwant %+v", got.Total, c.want)
			}
			if got.Units[0].Movement != c.want || got.Units[1].Movement != (Movement{}) {
				t.Errorf("of the units: %+v", got.Units)
			}
		})
	}
}

// came lets a member be admitted on a day, and nothing be known of later ones.
func came(m *Member, day Date) { m.Admitted, m.Official, m.Issued = day, Date{}, Date{} }

func TestWhoWentToAnotherUnitOfTheBoardIsNoMovementOfTheBoard(t *testing.T) {
	for name, from := range map[string]string{"by code": "P02", "by name": "đảng bộ  phường B"} {
		t.Run(name, func(t *testing.T) {
			m := sound(0)
			m.MovedIn, m.MovedFrom, m.Official = Date{2021, 4, 9}, from, Date{2021, 4, 2}
			m.ID = 1
			s := mem.New(Identity{ID: StoreID{1}, Epoch: 1})
			units := []Unit{{Code: "P01", Name: "Đảng bộ phường A"}, {Code: "P02", Name: "Đảng bộ phường B"}}
			storetest.Use(t, s, Roster{Units: units, Members: []Member{m}})
			got := movementsOf(t, s, upTo, "")
			for _, c := range []struct {
				of        string
				got, want Movement
			}{
				{"the board", got.Total, Movement{Then: 1, Now: 1, Recognised: 1, Between: 1}},
				{"the unit now", got.Units[0].Movement, Movement{Now: 1, In: 1, Between: 1}},
				{"the unit then", got.Units[1].Movement, Movement{Then: 1, Recognised: 1, Gone: Departures{Out: 1}}},
				{"one unit asked for", movementsOf(t, s, upTo, "P02").Total, got.Units[1].Movement},
			} {
				if c.got != c.want {
					t.Errorf("%s: got %+v, want %+v", c.of, c.got, c.want)
				}
			}
		})
	}
}

func TestTheUnitThatSomebodyIsInRecognisesThem(t *testing.T) {
	for _, c := range []struct {
		name      string
		official  Date
		now, then int
	}{
		{"before the transfer", Date{2021, 4, 8}, 0, 1}, {"on its day", Date{2021, 4, 9}, 1, 0}, {"after it", Date{2021, 4, 12}, 1, 0},
	} {
		m := sound(0)
		m.MovedIn, m.MovedFrom, m.Official = Date{2021, 4, 9}, "P02", c.official
		got := movementsOf(t, rosterStore(t, []Member{m}), upTo, "")
		if got.Total.Recognised != 1 || got.Units[0].Recognised != c.now || got.Units[1].Recognised != c.then {
			t.Errorf("%s: %d of the board, %d now, %d then", c.name, got.Total.Recognised, got.Units[0].Recognised, got.Units[1].Recognised)
		}
	}
}

// anyMember is a member with any dates that a hand can write.
func anyMember(rng *rand.Rand, i int) Member {
	day := func() Date {
		switch rng.IntN(5) {
		case 0:
			return Date{}
		case 1:
			return Date{Year: int16(2019 + rng.IntN(4))}
		}
		return Date{int16(2020 + rng.IntN(2)), uint8(3 + rng.IntN(4)), uint8(1 + rng.IntN(28))}
	}
	or := func(d Date) Date { // mostly not written
		if rng.IntN(4) > 0 {
			return Date{}
		}
		return d
	}
	m := Member{
		Card: CardNumber(31000001 + i), Unit: []UnitCode{"P01", "P02"}[rng.IntN(2)], Status: Official + Status(rng.IntN(int(Resigned))),
		Admitted: day(), Official: or(day()), MovedIn: or(day()), MovedOut: or(day()), Died: or(day()), Left: or(day()),
	}
	if rng.IntN(3) == 0 {
		m.MovedFrom = []string{"P01", "P02", "nơi khác"}[rng.IntN(3)]
	}
	if rng.IntN(20) == 0 {
		m.Host, m.Unit = m.Unit, ""
	}
	return m
}

func TestMovementsAlwaysBalanceAndUnitsComeToTheBoard(t *testing.T) {
	for seed := range uint64(200) {
		rng := rand.New(rand.NewPCG(seed, 7))
		members := make([]Member, 40)
		var counted Headcount
		dated := true
		for i := range members {
			members[i] = anyMember(rng, i)
			if seed%2 == 0 { // every day written, in an order that can be
				members[i].MovedIn, members[i].Died, members[i].Left, members[i].MovedOut = Date{}, Date{}, Date{}, Date{}
				members[i].Admitted = Date{2020, 1, 2}
				gone := Date{2021, uint8(1 + rng.IntN(9)), uint8(1 + rng.IntN(28))}
				switch members[i].Status {
				case TransferredOut:
					members[i].MovedOut = gone
				case Deceased:
					members[i].Died = gone
				case Expelled, StruckOff, Resigned:
					members[i].Left = gone
				}
			} else {
				dated = false
			}
			counted.Add(members[i].Headcount())
		}
		m := movementsOf(t, rosterStore(t, members), upTo, "")
		if m.Total.Now != counted.Members() {
			t.Fatalf("seed %d: %d now, the roster counts %d", seed, m.Total.Now, counted.Members())
		}
		if dated && m.Total.Unclear() != 0 {
			t.Fatalf("seed %d: %d unclear of %+v", seed, m.Total.Unclear(), m.Total)
		}
		if open := m.Total.Unplaced + m.Total.Undated.Sum(); dated && open > 0 {
			t.Fatalf("seed %d: %d cannot be placed", seed, open)
		}
		var sum Movement
		for _, u := range m.Units {
			sum.Now += u.Now
			sum.In += u.In
			sum.Between += u.Between
			sum.Admitted += u.Admitted
			sum.NotCut += u.NotCut
			sum.Pending += u.Pending
			sum.Guests += u.Guests
			sum.Gone.Deceased += u.Gone.Deceased
		}
		tot := m.Total
		if sum.Now != tot.Now || sum.NotCut != tot.NotCut || sum.Pending != tot.Pending || sum.Guests != tot.Guests ||
			sum.Gone.Deceased != tot.Gone.Deceased || sum.In-sum.Between != tot.In || sum.Between != tot.Between {
			t.Fatalf("seed %d: the units come to %+v, the board to %+v", seed, sum, tot)
		}
	}
}

func TestMovementsNeedADayToBeginWith(t *testing.T) {
	s := rosterStore(t, []Member{sound(0)})
	for name, p := range map[string]Period{
		"none": {To: upTo.To}, "a bare year": {From: Date{Year: 2021}}, "after the last": {From: Date{2021, 5, 21}, To: upTo.To},
	} {
		err := s.View(t.Context(), func(s Snapshot) error {
			_, err := ReportMovements(s, MovementAsk{Since: p.From, Today: p.To})
			return err
		})
		if err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// BenchmarkMovements walks a roster of a province, with both periods of a
// report; the ratio is to the same walk that does nothing.
func BenchmarkMovements(b *testing.B) {
	s, err := bolt.Create(b.TempDir(), storetest.Identity(), bolt.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	storetest.Use(b, s, storetest.Roster(127_455))
	view := func(fn func(Snapshot) error) func() time.Duration {
		return func() time.Duration {
			begin := time.Now()
			storetest.View(b, s, fn)
			return time.Since(begin)
		}
	}
	bare := view(func(s Snapshot) error {
		for _, err := range s.Members() {
			if err != nil {
				return err
			}
		}
		return nil
	})
	report := view(func(s Snapshot) error {
		_, err := ReportMovements(s, MovementAsk{Since: statDate, Today: upTo.To})
		return err
	})
	bare() // once for nothing: both then meet the same memory
	var ratios, took []float64
	for b.Loop() {
		walk, counted := bare(), report()
		ratios, took = append(ratios, counted.Seconds()/walk.Seconds()), append(took, counted.Seconds())
	}
	slices.Sort(ratios)
	slices.Sort(took)
	b.ReportMetric(ratios[len(ratios)/2], "x-walk")
	b.ReportMetric(1000*took[len(took)/2], "ms-report")
}

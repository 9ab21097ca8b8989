package storetest

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"testing"

	"stampdesk"
	"stampdesk/store"
)

var rosterTests = []test{
	{"a roster comes into force by UseRoster and by nothing else", func(t *testing.T, s stampdesk.Store) {
		ctx := context.Background()
		first := Use(t, s, Roster(10))
		second, err := s.SaveRoster(ctx, Roster(20), nil)
		if err != nil || second == first {
			t.Fatalf("%v, %v", second, err)
		}
		inForce := func() stampdesk.RosterInfo { return Dump(t, s).Roster }
		if got := inForce(); got.Hash != first || got.Members != 10 {
			t.Errorf("after SaveRoster: %+v", got)
		}
		err = s.Update(ctx, func(tx stampdesk.Tx) error {
			if m, err := tx.Member(Card(15)); m != nil || err != nil {
				t.Errorf("before the flip: %+v, %v", m, err)
			}
			if err := tx.UseRoster(second); err != nil {
				return err
			}
			if m, err := tx.Member(Card(15)); m == nil || err != nil {
				t.Errorf("after the flip: %+v, %v", m, err)
			}
			return errOurs
		})
		if err != errOurs {
			t.Error(err)
		}
		if got := inForce(); got.Hash != first {
			t.Errorf("after an Update that failed: %+v", got)
		}
		Update(t, s, func(tx stampdesk.Tx) error { return tx.UseRoster(second) })
		if got := inForce(); got.Hash != second || got.Members != 20 {
			t.Errorf("after UseRoster: %+v", got)
		}
		Update(t, s, func(tx stampdesk.Tx) error { return tx.UseRoster(first) })
		if got := inForce(); got.Hash != first {
			t.Errorf("after going back: %+v", got)
		}
	}},
	{"the roster before the one in force is kept, and can be read", func(t *testing.T, s stampdesk.Store) {
		before := func() (info stampdesk.RosterInfo, members int) {
			View(t, s, func(snap stampdesk.Snapshot) (err error) {
				if info, err = snap.RosterBefore(); err != nil {
					return err
				}
				all, err := stampdesk.Collect(snap.MembersBefore())
				members = len(all)
				return err
			})
			return info, members
		}
		first := Use(t, s, Roster(10))
		if info, n := before(); info != (stampdesk.RosterInfo{}) || n != 0 {
			t.Errorf("before the first: %+v, %d members", info, n)
		}
		second := Use(t, s, Roster(20))
		if info, n := before(); info.Hash != first || info.Members != 10 || n != 10 {
			t.Errorf("after the second: %+v, %d members", info, n)
		}
		Update(t, s, func(tx stampdesk.Tx) error { return tx.UseRoster(first) })
		if info, n := before(); info.Hash != second || n != 20 {
			t.Errorf("after going back: %+v, %d members", info, n)
		}
	}},
	{"a roster that was never saved is refused", func(t *testing.T, s stampdesk.Store) {
		err := s.Update(context.Background(), func(tx stampdesk.Tx) error { return tx.UseRoster(stampdesk.Hash{1}) })
		if !errors.Is(err, stampdesk.ErrNotFound) {
			t.Errorf("got %v", err)
		}
	}},
	{"the same roster has the same hash in whatever order it comes", func(t *testing.T, s stampdesk.Store) {
		r := Roster(200)
		a := Use(t, s, r)
		slices.Reverse(r.Members)
		slices.Reverse(r.Units)
		b := Use(t, s, r)
		r.Members[7].Note = "khác"
		c := Use(t, s, r)
		if a != b || a == c {
			t.Errorf("%s, %s, %s", a.Short(), b.Short(), c.Short())
		}
	}},
	{"a member comes back whole", func(t *testing.T, s stampdesk.Store) {
		m := stampdesk.Member{
			ID: 1 << 31, Card: 12345678, OldCard: 87654321, Record: "123456ABC", Name: "Đỗ Thị Hồng Nhung",
			Birth: stampdesk.Date{Year: 1950}, Sex: "Nữ", Home: "Xã A", Admitted: day(1, 1), Official: day(2, 1),
			Issued: day(3, 1), Unit: "U", Cell: "C", Host: "H", Status: stampdesk.Resigned, Note: "n",
			MovedOut: day(4, 1), MovedTo: "to", MovedIn: day(5, 1), MovedFrom: "from",
			Died: day(6, 1), Left: day(7, 1), LeftBy: "xin ra",
		}
		Use(t, s, stampdesk.Roster{Members: []stampdesk.Member{m}})
		View(t, s, func(snap stampdesk.Snapshot) error { same(t, &m)(snap.Member(m.Card)); return nil })
	}},
	{"the number before an exchange leads to the member, the one with the lowest id", func(t *testing.T, s stampdesk.Store) {
		replaced := func(card stampdesk.CardNumber, want *stampdesk.Member) {
			t.Helper()
			View(t, s, func(snap stampdesk.Snapshot) error { same(t, want)(snap.Replaced(card)); return nil })
		}
		replaced(87654321, nil) // no roster yet
		first := stampdesk.Member{ID: 3, Card: 12345678, OldCard: 87654321, Name: "A", Unit: "U"}
		second := stampdesk.Member{ID: 9, Card: 12345679, OldCard: 87654321, Name: "B", Unit: "U"}
		Use(t, s, stampdesk.Roster{Members: []stampdesk.Member{second, first, {ID: 4, Card: 12345680, Name: "C", Unit: "U"}}})
		replaced(87654321, &first)
		replaced(87654320, nil)
		replaced(12345678, nil) // a number that is in use is nobody's old one
		replaced(0, nil)        // that most have none leads to nobody
	}},
	{"the members of a unit are those it brings: its own and its guests", func(t *testing.T, s stampdesk.Store) {
		r := Roster(3000)
		Use(t, s, r)
		View(t, s, func(snap stampdesk.Snapshot) error {
			guests := 0
			for _, u := range r.Units {
				want := slices.DeleteFunc(slices.Clone(r.Members), func(m stampdesk.Member) bool { return !m.BelongsTo(u.Code) })
				got, err := stampdesk.Collect(snap.MembersOf(u.Code))
				if err != nil || !reflect.DeepEqual(got, want) {
					t.Errorf("unit %s: %d members, %v, want %d", u.Code, len(got), err, len(want))
				}
				for _, m := range got {
					if m.Class() == stampdesk.Guest {
						guests++
					}
				}
			}
			if guests == 0 {
				t.Error("no guest among them: the roster tests nothing")
			}
			for _, code := range []stampdesk.UnitCode{"", "TC", "TC0011"} {
				if got, err := stampdesk.Collect(snap.MembersOf(code)); got != nil || err != nil {
					t.Errorf("unit %q: %d members, %v", code, len(got), err)
				}
			}
			return nil
		})
	}},
	{"the figures of the units add up to the roster's", func(t *testing.T, s stampdesk.Store) {
		r := Roster(500)
		r.Units = r.Units[1:] // a unit that only a member names is there all the same
		Use(t, s, r)
		st := Dump(t, s)
		var units, members stampdesk.Headcount
		for _, u := range st.Units {
			units.Add(u.Headcount)
		}
		for _, m := range r.Members {
			members.Add(m.Headcount())
		}
		if units != members || st.Roster.Total != members || st.Roster.Members != 500 {
			t.Errorf("units %+v, members %+v, roster %+v", units, members, st.Roster)
		}
	}},
	{"a roster that answers one question twice is refused", func(t *testing.T, s stampdesk.Store) {
		for name, spoil := range map[string]func(*stampdesk.Roster){
			"no id":     func(r *stampdesk.Roster) { r.Members[3].ID = 0 },
			"two ids":   func(r *stampdesk.Roster) { r.Members[3].ID = 1 },
			"two cards": func(r *stampdesk.Roster) { r.Members[3].Card = Card(1) },
			"two units": func(r *stampdesk.Roster) { r.Units = append(r.Units, r.Units[0]) },
		} {
			r := Roster(10)
			spoil(&r)
			if _, err := s.SaveRoster(context.Background(), r, nil); err == nil {
				t.Errorf("%s: no error", name)
			}
		}
	}},
	{"a roster of 20,000 is kept whole and told of on the way", func(t *testing.T, s stampdesk.Store) {
		r := Roster(20_000)
		var heard []int
		hash, err := s.SaveRoster(context.Background(), r, func(n int) { heard = append(heard, n) })
		if err != nil {
			t.Fatal(err)
		}
		if !slices.IsSorted(heard) || len(heard) == 0 || heard[len(heard)-1] != 20_000 {
			t.Errorf("heard %v", heard)
		}
		Update(t, s, func(tx stampdesk.Tx) error { return tx.UseRoster(hash) })
		if st := Dump(t, s); !reflect.DeepEqual(st.Members, r.Members) || len(st.Units) != len(r.Units) {
			t.Errorf("%d members, %d units came back", len(st.Members), len(st.Units))
		}
	}},
	{"members are found by what else is known of them", func(t *testing.T, s stampdesk.Store) {
		r := Roster(400)
		r.Members[0].Name, r.Members[1].Name = "Đặng  THỊ Kiều Phượng", "dang thi kieu phuong"
		Use(t, s, r)
		View(t, s, func(snap stampdesk.Snapshot) error {
			f, ok := snap.(store.Finder)
			if !ok {
				t.Skip("this engine finds by card alone")
			}
			id := func(m stampdesk.Member) stampdesk.MemberID { return m.ID }
			ordered(t, "name", []stampdesk.MemberID{1, 2}, f.ByName("đặng thị kiều phương"), id)
			ordered(t, "record", []stampdesk.MemberID{17}, f.ByRecord("000017NS"), id)
			ordered(t, "old card", []stampdesk.MemberID{113}, f.ByOldCard(Card(113)+1), id)
			ordered(t, "no record", nil, f.ByRecord(""), id)
			return nil
		})
	}},
}

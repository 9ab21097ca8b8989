package bolt

import (
	"context"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"stampdesk"
	"stampdesk/store/storetest"
)

// A disk's speed says nothing about a program, so what is measured here is a
// ratio: the subjects take turns within one run, on one file system, each
// round gives one ratio, and the median of the rounds is reported.
//
//	go test ./store/bolt -run - -bench . -benchtime 1x

const (
	district = 16_886 // members of a district's roster
	turns    = 15
	perTurn  = 100
)

// desk stamps one card after the other.
type desk struct {
	s     stampdesk.Store
	cards []stampdesk.CardNumber
	next  int
}

func newDesk(b testing.TB, s stampdesk.Store) *desk {
	r := storetest.Roster(district)
	d := &desk{s: s}
	for _, m := range r.Members {
		if m.Class() == stampdesk.Ours {
			d.cards = append(d.cards, m.Card)
		}
	}
	storetest.Use(b, s, r)
	storetest.Update(b, s, func(tx stampdesk.Tx) error { return tx.PutSetup(storetest.Setup()) })
	storetest.Record(b, s, stampdesk.Entry{
		Key: stampdesk.EntryKey{Desk: "B1"}, Round: 4, At: storetest.Noon, Operator: "lan",
		Act: stampdesk.ActBatchOpened, Unit: "TC001", Batch: "B1-001",
	}, nil, nil)
	return d
}

// stamp reads all that is to be known of the next card and records its stamp.
func (d *desk) stamp() error {
	card := d.cards[d.next%len(d.cards)]
	d.next++
	return d.s.Update(context.Background(), func(tx stampdesk.Tx) error {
		m, err := tx.Member(card)
		if err != nil || m == nil {
			return fmt.Errorf("member: %v", err)
		}
		setup, err := tx.Setup()
		if err != nil {
			return err
		}
		station, err := tx.Station("B1")
		if err != nil {
			return err
		}
		batch, err := tx.Batch(station.Batch)
		if err != nil {
			return err
		}
		round := uint8(setup.Round.Ordinal)
		if _, err := tx.Mark(stampdesk.MarkKey{Round: round, Card: card, Issue: 1}); err != nil {
			return err
		}
		if _, err := tx.RoundClosed(round); err != nil {
			return err
		}
		_, err = stampdesk.Record(tx, stampdesk.Entry{
			Key: stampdesk.EntryKey{Desk: "B1"}, Round: round, At: storetest.Noon, Shift: 1, Operator: "lan",
			Act: stampdesk.ActStamped, Card: card, Issue: 1, Class: m.Class(), Unit: m.Unit, Batch: batch.ID,
			Boxes: stampdesk.BoxesOf(setup.Round.Box), Rules: setup.Rules.Version,
		}, nil, nil)
		return err
	})
}

// rawPut gives the cheapest durable write that bbolt has: one value of 200
// bytes under a growing key.
func rawPut(b *testing.B) func() error {
	db, err := bbolt.Open(filepath.Join(b.TempDir(), "raw.db"), fileMode, deskOptions(Options{}))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { db.Close() })
	if err := db.Update(func(tx *bbolt.Tx) error { _, err := tx.CreateBucket([]byte("raw")); return err }); err != nil {
		b.Fatal(err)
	}
	n := uint64(0)
	return func() error {
		n++
		return db.Update(func(tx *bbolt.Tx) error {
			return tx.Bucket([]byte("raw")).Put(binary.BigEndian.AppendUint64(nil, n), make([]byte, 200))
		})
	}
}

// race lets the subjects take turns and gives the median ratio of the others
// to the first, the median time of each, and the bytes each writes.
func race(b *testing.B, subjects ...func() error) (ratios []float64, medians []time.Duration, bytes []float64) {
	times := make([][]time.Duration, len(subjects))
	byTurn := make([][]float64, len(subjects))
	bytes = make([]float64, len(subjects))
	for turn := range turns {
		turnMedian := make([]time.Duration, len(subjects))
		for i := range subjects {
			i = (i + turn) % len(subjects)
			var took []time.Duration
			before := written()
			for range perTurn {
				start := time.Now()
				if err := subjects[i](); err != nil {
					b.Fatal(err)
				}
				took = append(took, time.Since(start))
			}
			bytes[i] += float64(written()-before) / turns / perTurn
			turnMedian[i] = median(took)
			times[i] = append(times[i], turnMedian[i])
		}
		for i := range subjects {
			byTurn[i] = append(byTurn[i], float64(turnMedian[i])/float64(turnMedian[0]))
		}
	}
	for i := range subjects {
		ratios = append(ratios, median(byTurn[i]))
		medians = append(medians, median(times[i]))
	}
	return ratios, medians, bytes
}

func median[T time.Duration | float64](all []T) T {
	slices.Sort(all)
	return all[len(all)/2]
}

// written is how many bytes this process has written, 0 where nobody says.
func written() (n uint64) {
	b, _ := os.ReadFile("/proc/self/io")
	for line := range strings.Lines(string(b)) {
		if _, err := fmt.Sscanf(line, "wchar: %d", &n); err == nil {
			return n
		}
	}
	return 0
}

// BenchmarkStamp compares a stamp with one raw put: early in a round, and
// when nine in ten cards are stamped.
func BenchmarkStamp(b *testing.B) {
	for _, early := range []bool{true, false} {
		b.Run(map[bool]string{true: "early", false: "late"}[early], func(b *testing.B) {
			s := openIn(b, b.TempDir())
			d := newDesk(b, s)
			if !early {
				s.db.NoSync = true
				for d.next < len(d.cards)*9/10-turns*perTurn {
					if err := d.stamp(); err != nil {
						b.Fatal(err)
					}
				}
				s.db.NoSync = false
				if err := s.db.Sync(); err != nil {
					b.Fatal(err)
				}
			}
			for b.Loop() {
				ratios, medians, bytes := race(b, rawPut(b), d.stamp)
				b.ReportMetric(ratios[1], "×rawput")
				b.ReportMetric(float64(medians[1].Microseconds()), "µs/stamp")
				b.ReportMetric(float64(medians[0].Microseconds()), "µs/rawput")
				b.ReportMetric(bytes[1]/1024, "KiB/stamp")
			}
		})
	}
}

// BenchmarkStampAfterNewRoster compares a stamp in a store whose roster was
// replaced with one in a store whose roster is its first.
func BenchmarkStampAfterNewRoster(b *testing.B) {
	for b.Loop() {
		before, after := newDesk(b, openIn(b, b.TempDir())), newDesk(b, openIn(b, b.TempDir()))
		r := storetest.Roster(district)
		for i := range r.Members {
			r.Members[i].Note = "sổ mới"
		}
		storetest.Use(b, after.s, r)
		runtime.GC()
		ratios, _, bytes := race(b, before.stamp, after.stamp)
		b.ReportMetric(ratios[1], "×before")
		b.ReportMetric(bytes[1]/max(bytes[0], 1), "×bytes")
	}
}

func TestANewRosterMakesNoStampDearer(t *testing.T) {
	if written() == 0 {
		t.Skip("this system does not say what a process writes")
	}
	if testing.Short() {
		t.Skip("not in a short run: nothing runs beside anything here")
	}
	s := openIn(t, t.TempDir())
	d := newDesk(t, s)
	cost := func() uint64 {
		before := written()
		for range 50 {
			if err := d.stamp(); err != nil {
				t.Fatal(err)
			}
		}
		return (written() - before) / 50
	}
	cost() // the first pages fill
	before := cost()
	r := storetest.Roster(district + 1)
	storetest.Use(t, s, r)
	if after := cost(); float64(after) > 1.15*float64(before) {
		t.Errorf("a stamp wrote %d bytes before the new roster, and %d after", before, after)
	}
}

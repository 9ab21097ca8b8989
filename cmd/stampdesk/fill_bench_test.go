package main

import (
	"slices"
	"strconv"
	"testing"
	"time"

	"stampdesk"
	"stampdesk/store/storetest"
)

// inTurns runs two things one after the other and gives the median time of the
// first, and the median of how many times longer it took than the second.
func inTurns(b *testing.B, subject, bare func(stampdesk.Snapshot) error, s stampdesk.Store) (time.Duration, float64) {
	b.Helper()
	var took []time.Duration
	var ratios []float64
	run := func(fn func(stampdesk.Snapshot) error) time.Duration {
		start := time.Now()
		storetest.View(b, s, fn)
		return time.Since(start)
	}
	for range 15 {
		t := run(subject)
		took = append(took, t)
		ratios = append(ratios, float64(t)/float64(run(bare)))
	}
	slices.Sort(took)
	slices.Sort(ratios)
	return took[len(took)/2], ratios[len(ratios)/2]
}

// BenchmarkFillingAForm fills forms of a province's board in, against the bare
// reads without which nobody could: of form 2 of a unit of 600 the lines of its
// list and their members, of form 7 and the forms of units the counts, of all
// that walks the cards the walk itself.
//
//	go test ./cmd/stampdesk -run - -bench FillingAForm -benchtime 1x
func BenchmarkFillingAForm(b *testing.B) {
	for _, units := range []int{160, 766} {
		s, cards := rounded(b, units, 200_000)
		code := stampdesk.UnitCode("")
		listed := stampdesk.EntryKey{}
		storetest.View(b, s, func(snap stampdesk.Snapshot) error {
			for u, err := range snap.Units() {
				if code = u.Code; err != nil {
					return err
				}
				break
			}
			return nil
		})
		storetest.Update(b, s, func(tx stampdesk.Tx) error {
			var lines []stampdesk.Line
			for i := 0; i < len(cards) && len(lines) < 600; i++ {
				m, err := tx.Member(cards[i])
				if err != nil {
					return err
				}
				if m.Unit == code {
					lines = append(lines, stampdesk.Line{Card: m.Card, Name: m.Name, Cell: m.Cell, Class: m.Class(), Unit: m.Unit})
				}
			}
			e, err := stampdesk.Record(tx, stampdesk.Entry{
				Key: stampdesk.EntryKey{Desk: "B1"}, Round: 4, At: storetest.Noon, Operator: "lan", Act: stampdesk.ActListLoaded,
				Unit: code, Batch: "B1-001", Facts: []stampdesk.Fact{{Name: stampdesk.FactForm, Value: "2"}},
			}, lines, nil)
			listed = e.Key
			return err
		})
		rows := 0
		fill := func(form stampdesk.Form, scope stampdesk.Scope, cells bool) func(stampdesk.Snapshot) error {
			return func(snap stampdesk.Snapshot) error {
				f, err := stampdesk.NewFiller(snap)
				if err != nil {
					return err
				}
				f.Cells = cells
				filled, err := f.Fill(form, scope)
				rows = len(filled.Rows) + len(filled.Parts)
				return err
			}
		}
		counts := func(snap stampdesk.Snapshot) error {
			_, err := stampdesk.Count(snap, stampdesk.Filter{Round: 4})
			return err
		}
		paper := func(snap stampdesk.Snapshot) error {
			for l, err := range snap.Paper(listed) {
				if err != nil {
					return err
				}
				if _, err := snap.Member(l.Card); err != nil {
					return err
				}
			}
			return nil
		}
		people := func(snap stampdesk.Snapshot) error {
			for _, err := range snap.Members() {
				if err != nil {
					return err
				}
			}
			return nil
		}
		marks := func(snap stampdesk.Snapshot) error {
			for _, err := range snap.Marks(4) {
				if err != nil {
					return err
				}
			}
			return nil
		}
		all := func(snap stampdesk.Snapshot) error {
			f, err := stampdesk.NewFiller(snap)
			if err != nil {
				return err
			}
			scopes, err := f.Scopes(stampdesk.FormReturn, "")
			for _, sc := range scopes {
				if _, err := f.Fill(stampdesk.FormReturn, sc); err != nil {
					return err
				}
			}
			return err
		}
		for _, c := range []struct {
			name          string
			subject, bare func(stampdesk.Snapshot) error
		}{
			{"form2-of-a-unit", fill(stampdesk.FormStamp, stampdesk.Scope{Unit: code}, false), paper},
			{"form7", fill(stampdesk.FormResult, stampdesk.Scope{}, false), counts},
			{"form7-with-cells", fill(stampdesk.FormResult, stampdesk.Scope{}, true), people},
			{"form3-of-a-unit", fill(stampdesk.FormDamaged, stampdesk.Scope{Unit: code}, false), marks},
			{"form6-of-a-unit", fill(stampdesk.FormReturn, stampdesk.Scope{Unit: code}, false), marks},
			{"form6-of-all-units", all, marks},
		} {
			b.Run(strconv.Itoa(units)+"/"+c.name, func(b *testing.B) {
				for b.Loop() {
					took, ratio := inTurns(b, c.subject, c.bare, s)
					b.ReportMetric(float64(took.Microseconds())/1000, "ms/form")
					b.ReportMetric(ratio, "x-bare")
					b.ReportMetric(float64(rows), "rows")
				}
			})
		}
	}
}

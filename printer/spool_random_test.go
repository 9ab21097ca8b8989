package printer

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"stampdesk"
	"stampdesk/store/storetest"
)

// Two printers, four documents, and whatever may happen to them in any order: failures at any byte, lost commits, new
// starts, and all that a person may say. In the end everything that is wanted came out whole, and nothing came out a
// second time, whole or torn, without a mark.
func TestWhateverHappensNothingIsLostNorRepeatedUnmarked(t *testing.T) {
	t.Parallel()
	seeds := uint64(150)
	if testing.Short() {
		seeds = 15
	}
	for seed := range seeds {
		rnd := rand.New(rand.NewPCG(seed, 7))
		b := newBench(t)
		roll := &paperRoll{}
		calm := false
		s := storetest.Lossy{Store: b.Store, Fate: func() storetest.Fate {
			if calm {
				return storetest.Goes
			}
			return storetest.Fate(max(0, rnd.IntN(12)-9))
		}}
		printers := []stampdesk.PrinterID{"", "kho"}
		spools := map[stampdesk.PrinterID]*Spool{}
		start := func(p stampdesk.PrinterID) {
			spools[p] = newSpool(s, roll)
			spools[p].Printer = p
		}
		start("")
		start("kho")
		var orders []stampdesk.Entry
		given := map[stampdesk.EntryKey]bool{} // a person does not want it, or has seen it
		for range 40 {
			p := printers[rnd.IntN(2)]
			switch rnd.IntN(5) {
			case 0:
				if len(orders) < 4 {
					orders = append(orders, b.order(p))
				}
			case 1:
				start(p)
			case 2:
				if len(orders) > 0 {
					o := orders[rnd.IntN(len(orders))]
					q := stampdesk.SettlePrint{Order: o.Key, Attempt: b.job(o).Attempt, Printer: printers[rnd.IntN(2)]}
					q.As = []stampdesk.Settlement{"again", "printed", "cancelled", "moved", "again", "moved"}[rnd.IntN(6)]
					outs, err := b.desk.Do(t.Context(), q)
					if err != nil {
						t.Fatal(err)
					}
					if outs[len(outs)-1].Result != stampdesk.Declined && (q.As == "printed" || q.As == "cancelled") {
						given[o.Key] = true
					}
				}
			default:
				roll.plan = []int{[]int{-1, 0, 1, 100}[rnd.IntN(4)]}
				_, _ = spools[p].Drain(t.Context())
			}
		}
		calm, roll.plan = true, nil
		for range 10 {
			for _, p := range printers {
				_, _ = spools[p].Drain(t.Context())
				if st, err := spools[p].State(t.Context()); err != nil {
					t.Fatal(err)
				} else if st.Status == Unknown {
					b.settle(st.Job.Order, stampdesk.PrintAgain)
				}
			}
		}
		for _, o := range orders {
			unmarked, whole := 0, 0
			for _, what := range roll.seen() {
				if what == paper(o) || what == paper(o, "torn") {
					unmarked++
				}
				if what == paper(o) || what == paper(o, "again") {
					whole++
				}
			}
			if j := b.job(o); unmarked > 1 || whole == 0 && !given[o.Key] || j.IsOpen() {
				t.Fatalf("seed %d, order %v: %+v\n%s", seed, o.Key, j, strings.Join(roll.seen(), "\n"))
			}
			if first := slices.IndexFunc(roll.seen(), func(s string) bool { return strings.HasPrefix(s, paper(o)) }); unmarked == 1 &&
				strings.Contains(roll.seen()[first], "again") {
				t.Fatalf("seed %d, order %v: the mark is on the first", seed, o.Key)
			}
		}
	}
}

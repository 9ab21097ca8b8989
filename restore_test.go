package stampdesk_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	. "stampdesk"
	"stampdesk/store/storetest"
)

// worked is a bench on which two desks have stamped a card each.
func worked(t *testing.T) *bench {
	b := newBench(t, ConfirmScan)
	b.opened()
	expect(t, b.scan(31000001), Recorded)
	b.ID = "B2"
	b.opened()
	expect(t, b.scan(31000002), Recorded)
	b.ID = "B1"
	b.must(SignIn{Person: "GS1", PIN: "2222"})
	return b
}

func (b *bench) heads() map[DeskID]Head {
	heads := map[DeskID]Head{}
	storetest.View(b.t, b.Store, func(s Snapshot) error {
		clear(heads)
		for h, err := range s.Heads() {
			if err != nil {
				return err
			}
			heads[h.Desk] = h
		}
		return nil
	})
	return heads
}

func TestARestoreIsOnRecordAtEveryDeskAndBeginsAnEpoch(t *testing.T) {
	b := worked(t)
	before := b.heads()
	file, made := Hash{7}, time.Date(2021, 4, 20, 8, 0, 0, 0, time.UTC)
	o := b.must(Restore{File: file, Made: made})[0]
	if e := o.Entry; e == nil || e.Key.Desk != "B1" || e.Act != ActRestored || e.Operator != "GS1" ||
		e.Fact(FactFile) != file.String() || e.Fact(FactMade) != "2021-04-20T08:00:00Z" ||
		e.Fact(FactEnded) != "1" || e.Fact(FactEpoch) != "2" {
		t.Errorf("entry %+v", e)
	}
	for desk, h := range b.heads() {
		if h.Seq != before[desk].Seq+1 || h.Chain == before[desk].Chain {
			t.Errorf("desk %s: from %v to %v", desk, before[desk], h)
		}
	}
	b.ID = "B3" // a desk that begins after it
	b.must(OpenBatch{Unit: "P02"})
	b.must(Restore{File: file, Made: made})
	b.ID = "B4"
	b.must(OpenBatch{Unit: "P02"})
	storetest.View(t, b.Store, func(s Snapshot) error {
		id, err := s.Identity()
		if id.Epoch != 3 {
			t.Errorf("epoch %d after two restores", id.Epoch)
		}
		return err
	}) // and newBench proves it
}

func TestOnlyASupervisorRestores(t *testing.T) {
	b := worked(t)
	before := b.heads()
	b.must(SignIn{Person: "OP1", PIN: "1111"})
	if o := b.ask(Restore{})[0]; o.Result != Declined || o.Refusal != NeedSupervisor {
		t.Errorf("an operator: %v %v", o.Result, o.Refusal)
	}
	b.must(SignOut{})
	if o := b.ask(Restore{})[0]; o.Result != Declined || o.Refusal != NotSignedIn {
		t.Errorf("nobody: %v %v", o.Result, o.Refusal)
	}
	if b.heads()["B2"] != before["B2"] {
		t.Error("something was recorded")
	}
}

func TestAnEpochThatNoEntryBeganIsFound(t *testing.T) {
	b := worked(t)
	b.tampered = true
	storetest.Update(t, b.Store, func(tx Tx) error { _, err := tx.RaiseEpoch(); return err })
	storetest.View(t, b.Store, func(s Snapshot) error {
		a, err := Prove(s, nil)
		if len(a.Problems) != 1 || !strings.Contains(a.Problems[0], "epoch 2") {
			t.Errorf("problems: %q", a.Problems)
		}
		return err
	})
}

// otherStore gives the journal of one store the identity of another.
type otherStore struct{ Snapshot }

func (s otherStore) Identity() (Identity, error) {
	id, err := s.Snapshot.Identity()
	id.ID[15]++
	return id, err
}

func TestTheJournalOfAnotherStoreIsFound(t *testing.T) {
	b := worked(t)
	b.must(Restore{})
	storetest.View(t, b.Store, func(s Snapshot) error {
		a, err := Prove(otherStore{s}, nil)
		if len(a.Problems) == 0 {
			err = errors.Join(err, errors.New("no problem found"))
		}
		return err
	})
}

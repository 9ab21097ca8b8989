package bolt

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"stampdesk"
	"stampdesk/store/storetest"
)

func TestAStoreIsMadeWithWhatBelongsInItOrNotAtAll(t *testing.T) {
	ctx := context.Background()
	person := func(s stampdesk.Store) error {
		return s.Update(ctx, func(tx stampdesk.Tx) error { return tx.PutPerson(stampdesk.Person{ID: "GS1"}) })
	}
	dir := t.TempDir()
	broken := errors.New("the power went")
	_, err := CreateWith(dir, storetest.Identity(), Options{}, func(s stampdesk.Store) error {
		if err := person(s); err != nil {
			return err
		}
		if _, err := os.Lstat(filepath.Join(dir, deskFile)); err == nil {
			t.Error("there is a store before it is finished")
		}
		return broken
	})
	if !errors.Is(err, broken) {
		t.Errorf("%v", err)
	}
	if got := names(t, dir); len(got) != 0 {
		t.Errorf("left behind: %v", got)
	}
	if _, err := Open(dir, Options{}); !errors.Is(err, stampdesk.ErrNoStore) {
		t.Errorf("%v", err)
	}

	if err := os.MkdirAll(filepath.Join(dir, newPrefix+"1"+partSuffix, "x"), 0o700); err != nil { // of a run that was killed
		t.Fatal(err)
	}
	s, err := CreateWith(dir, storetest.Identity(), Options{}, person)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if got := names(t, dir); !slices.Equal(got, []string{deskFile}) {
		t.Errorf("%v", got)
	}
	var who *stampdesk.Person
	if err := s.View(ctx, func(s stampdesk.Snapshot) (err error) { who, err = s.Person("GS1"); return err }); err != nil || who == nil {
		t.Errorf("%v %v", who, err)
	}
	if _, err := CreateWith(dir, storetest.Identity(), Options{}, person); !errors.Is(err, stampdesk.ErrStoreExists) {
		t.Errorf("%v", err)
	}
}

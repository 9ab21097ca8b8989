package bolt

import (
	"bytes"
	"errors"
	"path/filepath"
	"testing"

	"go.etcd.io/bbolt"
	bbolterrors "go.etcd.io/bbolt/errors"

	"stampdesk"
	"stampdesk/store"
	"stampdesk/store/storetest"
)

func keep(t *testing.T, s stampdesk.Store, name stampdesk.FileName, body string) {
	t.Helper()
	storetest.Update(t, s, func(tx stampdesk.Tx) error { return tx.PutFile(name, []byte(body)) })
}

func kept(t *testing.T, s stampdesk.Store, name stampdesk.FileName) (body []byte) {
	t.Helper()
	storetest.View(t, s, func(s stampdesk.Snapshot) (err error) { body, err = s.File(name); return err })
	return body
}

func TestAStoreOfBeforeThereWereFilesKeepsThemFromTheFirstOn(t *testing.T) {
	dir := closed(t)
	path := filepath.Join(dir, deskFile)
	change(t, dir, func(tx *bbolt.Tx) error {
		err := tx.DeleteBucket([]byte(store.Files.Kind))
		if errors.Is(err, bbolterrors.ErrBucketNotFound) {
			return nil
		}
		return err
	})
	if err := CheckFile(path); err != nil {
		t.Errorf("such a store is sound: %v", err)
	}
	s, err := Open(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if body := kept(t, s, stampdesk.TargetsFile); body != nil {
		t.Errorf("%q is there", body)
	}
	if all := storetest.Dump(t, s).Files; all != nil {
		t.Errorf("%v are there", all)
	}
	keep(t, s, stampdesk.TargetsFile, "Năm,Mã đơn vị\n")
	if body := kept(t, s, stampdesk.TargetsFile); string(body) != "Năm,Mã đơn vị\n" {
		t.Errorf("%q", body)
	}
	s.Close()
	if err := CheckFile(path); err != nil {
		t.Error(err)
	}
}

func TestFilesGoThroughABackup(t *testing.T) {
	s := openIn(t, t.TempDir())
	want := string(bytes.Repeat([]byte("đề cương "), 20_000)) // of many pages
	keep(t, s, stampdesk.ReportFile, want)
	keep(t, s, stampdesk.TargetsFile, "x")
	b, _ := backupOf(t, s)
	got := unpacked(t, b)
	if string(kept(t, got, stampdesk.ReportFile)) != want || string(kept(t, got, stampdesk.TargetsFile)) != "x" {
		t.Error("the files of the backup are others")
	}
}

func TestADamagedFileIsFoundAndNotRead(t *testing.T) {
	dir := t.TempDir()
	s := openIn(t, dir)
	keep(t, s, stampdesk.ReportFile, "đề cương báo cáo")
	keep(t, s, stampdesk.TargetsFile, "x")
	s.Close()
	key := store.TextKey(stampdesk.ReportFile)
	change(t, dir, func(tx *bbolt.Tx) error {
		b := tx.Bucket([]byte(store.Files.Kind))
		rec := bytes.Clone(b.Get(key))
		rec[len(rec)/2] ^= 1
		return b.Put(key, rec)
	})
	path := filepath.Join(dir, deskFile)
	if err := CheckFile(path); !errors.Is(err, stampdesk.ErrDamaged) {
		t.Errorf("check: %v", err)
	}
	s, err := Open(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	err = s.View(t.Context(), func(s stampdesk.Snapshot) error { _, err := s.File(stampdesk.ReportFile); return err })
	if !errors.Is(err, stampdesk.ErrDamaged) {
		t.Errorf("read: %v", err)
	}
	err = s.View(t.Context(), func(s stampdesk.Snapshot) error { _, err := stampdesk.Collect(s.Files()); return err })
	if !errors.Is(err, stampdesk.ErrDamaged) {
		t.Errorf("walk: %v", err)
	}
	if body := kept(t, s, stampdesk.TargetsFile); string(body) != "x" {
		t.Errorf("the other one: %q", body)
	}
	s.Close()
	change(t, dir, func(tx *bbolt.Tx) error { return tx.Bucket([]byte(store.Files.Kind)).Delete(key) }) // so that the last check is of a sound store
}

package storetest

import (
	"bytes"
	"testing"

	"stampdesk"
)

var fileTests = []test{
	{"a file that nobody kept is not there", func(t *testing.T, s stampdesk.Store) {
		View(t, s, func(snap stampdesk.Snapshot) error {
			fileIs(t, snap, stampdesk.TargetsFile, nil)
			all, err := stampdesk.Collect(snap.Files())
			if err != nil || all != nil {
				t.Errorf("%v, %v", all, err)
			}
			return nil
		})
		Update(t, s, func(tx stampdesk.Tx) error { // to take away what is not there is no error
			fileIs(t, tx, stampdesk.TargetsFile, nil)
			return tx.PutFile(stampdesk.TargetsFile, nil)
		})
	}},
	{"a file is kept byte for byte", func(t *testing.T, s stampdesk.Store) {
		every := make([]byte, 1<<16)
		for i := range every {
			every[i] = byte(i ^ i>>8)
		}
		bodies := map[stampdesk.FileName][]byte{
			stampdesk.TargetsFile: []byte("\x00"), stampdesk.ReportFile: []byte("Đề cương\r\n"), stampdesk.ResultFile(4, stampdesk.StoreID{0xff}): every,
		}
		Update(t, s, func(tx stampdesk.Tx) error {
			for name, body := range bodies {
				given := bytes.Clone(body)
				if err := tx.PutFile(name, given); err != nil {
					return err
				}
				given[0]++ // the store has its own
				fileIs(t, tx, name, body)
			}
			return nil
		})
		View(t, s, func(snap stampdesk.Snapshot) error {
			n := 0
			for f, err := range snap.Files() {
				if n++; err != nil || !bytes.Equal(f.Body, bodies[f.Name]) {
					t.Errorf("%s: %d bytes, %v", f.Name, len(f.Body), err)
				}
			}
			if n != len(bodies) {
				t.Errorf("%d files, want %d", n, len(bodies))
			}
			for name, body := range bodies {
				fileIs(t, snap, name, body)
			}
			return nil
		})
	}},
	{"a file takes the place of what had its name, and no other's", func(t *testing.T, s stampdesk.Store) {
		put := func(name stampdesk.FileName, body string) {
			Update(t, s, func(tx stampdesk.Tx) error { return tx.PutFile(name, []byte(body)) })
		}
		put("form/2", "a long one that was there first")
		put("form/20", "another")
		put("form/2", "short")
		View(t, s, func(snap stampdesk.Snapshot) error {
			fileIs(t, snap, "form/2", []byte("short"))
			fileIs(t, snap, "form/20", []byte("another"))
			return nil
		})
		put("form/2", "")
		View(t, s, func(snap stampdesk.Snapshot) error {
			fileIs(t, snap, "form/2", nil)
			fileIs(t, snap, "form/20", []byte("another"))
			return nil
		})
	}},
}

func fileIs(t *testing.T, r stampdesk.Reader, name stampdesk.FileName, want []byte) {
	t.Helper()
	got, err := r.File(name)
	if err != nil || !bytes.Equal(got, want) || (got == nil) != (want == nil) {
		t.Errorf("%s: %q, %v, want %q", name, got, err, want)
	}
}

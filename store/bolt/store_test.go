package bolt

import (
	"path/filepath"
	"testing"

	"stampdesk"
	"stampdesk/store/storetest"
)

// open gives a new store in a directory of its own; when the test ends, its
// files are proved.
func open(t testing.TB) stampdesk.Store {
	s := openIn(t, t.TempDir())
	return s
}

func openIn(t testing.TB, dir string) *Store {
	t.Helper()
	s, err := Create(dir, storetest.Identity(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
		files, _ := filepath.Glob(filepath.Join(dir, "*.db"))
		for _, f := range files {
			if err := CheckFile(f); err != nil {
				t.Error(err)
			}
		}
	})
	return s
}

func TestStore(t *testing.T) { storetest.Run(t, open) }

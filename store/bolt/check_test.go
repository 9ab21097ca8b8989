package bolt

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"stampdesk"
	"stampdesk/store"
)

// checkEnv makes the test binary check one file and answer by its exit code,
// as the program does in a child of its own.
const checkEnv = "STAMPDESK_TEST_CHECK_FILE"

func TestMain(m *testing.M) {
	if path := os.Getenv(checkEnv); path != "" {
		if err := CheckFile(path); err != nil {
			os.Stderr.WriteString(err.Error())
			os.Exit(4)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

type span struct{ from, to int }

// live finds where in the file the pages in use lie, and in them the keys and
// values of all records.
func live(t *testing.T, path string) (pages, records []span) {
	t.Helper()
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	db, err := bbolt.Open(path, 0, &bbolt.Options{ReadOnly: true, PreLoadFreelist: true})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := db.View(func(tx *bbolt.Tx) error {
		size := db.Info().PageSize
		for id := 0; ; {
			p, err := tx.Page(id)
			if err != nil || p == nil {
				break
			}
			n := 1 + p.OverflowCount
			if p.Type != "free" {
				pages = append(pages, span{id * size, (id + n) * size})
			}
			id += n
		}
		return tx.ForEach(func(_ []byte, b *bbolt.Bucket) error {
			return b.ForEach(func(k, v []byte) error {
				both := slices.Concat(k, v) // as they lie in a page
				for _, p := range pages {
					if at := bytes.Index(file[p.from:p.to], both); at >= 0 {
						records = append(records, span{p.from + at, p.from + at + len(both)})
						return nil
					}
				}
				t.Fatalf("record %x is in no page", k)
				return nil
			})
		})
	}); err != nil {
		t.Fatal(err)
	}
	return pages, records
}

// anywhere picks a byte of the spans.
func anywhere(rng *rand.Rand, spans []span) int {
	total := 0
	for _, s := range spans {
		total += s.to - s.from
	}
	n := rng.IntN(total)
	for _, s := range spans {
		if n < s.to-s.from {
			return s.from + n
		}
		n -= s.to - s.from
	}
	panic("no spans")
}

func TestFlippedBitsInLiveRecordsAreFound(t *testing.T) {
	dir := closed(t)
	rosters, _ := filepath.Glob(filepath.Join(dir, "roster-*.db"))
	flips := 600
	if testing.Short() {
		flips = 40
	}
	for _, path := range []string{filepath.Join(dir, deskFile), rosters[0]} {
		name, _, _ := strings.Cut(filepath.Base(path), "-")
		t.Run(name, func(t *testing.T) {
			if err := CheckFile(path); err != nil {
				t.Fatal(err)
			}
			_, records := live(t, path)
			rng := rand.New(rand.NewPCG(1, 2))
			missed := 0
			for range flips {
				flip(t, path, anywhere(rng, records), 1<<rng.IntN(8), func() {
					if err := CheckFile(path); err == nil {
						missed++
					} else if !errors.Is(err, stampdesk.ErrDamaged) {
						t.Errorf("not called damage: %v", err)
					}
				})
			}
			t.Logf("%d of %d flips in %d records missed", missed, flips, len(records))
			if missed*1000 > flips {
				t.Errorf("%d of %d flips missed, want at most 1 in 1,000", missed, flips)
			}
		})
	}
}

// flip changes a byte of the file while fn runs.
func flip(t *testing.T, path string, at int, mask byte, fn func()) {
	t.Helper()
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	b := make([]byte, 1)
	if _, err := f.ReadAt(b, int64(at)); err != nil {
		t.Fatal(err)
	}
	change := func() {
		b[0] ^= mask
		if _, err := f.WriteAt(b, int64(at)); err != nil {
			t.Fatal(err)
		}
	}
	change()
	fn()
	change()
}

// A flip anywhere in a page in use, also in its own structure, is found or
// does no harm. The child may die of it, the parent never does.
func TestDamageIsFoundInAChildThatMayDieOfIt(t *testing.T) {
	path := filepath.Join(closed(t), deskFile)
	pages, _ := live(t, path)
	flips := 200
	if testing.Short() {
		flips = 20
	}
	rng := rand.New(rand.NewPCG(3, 4))
	silent, found, died := 0, 0, 0
	for range flips {
		flip(t, path, anywhere(rng, pages), 1<<rng.IntN(8), func() {
			ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
			defer cancel()
			cmd := exec.CommandContext(ctx, os.Args[0])
			cmd.Env = append(os.Environ(), checkEnv+"="+path, "GORACE=atexit_sleep_ms=0") // else a second each
			out, err := cmd.CombinedOutput()
			switch exit := (*exec.ExitError)(nil); {
			case err == nil:
				silent++
			case errors.As(err, &exit) && exit.ExitCode() == 4:
				found++
			case ctx.Err() != nil, strings.Contains(string(out), "goroutine "):
				died++
			default:
				t.Errorf("%v: %s", err, out)
			}
		})
	}
	t.Logf("of %d flips in pages in use: %d found, %d brought the child down or hung it, %d in room that is not filled", flips, found, died, silent)
}

func TestCheckFindsWhatAChecksumCannot(t *testing.T) {
	for name, spoil := range map[string]func(*bbolt.Tx) error{
		"an entry taken out": func(tx *bbolt.Tx) error {
			return tx.Bucket([]byte("entries")).Delete(store.EntryKey(stampdesk.EntryKey{Desk: "B1", Seq: 2}))
		},
		"the last entry taken out": func(tx *bbolt.Tx) error {
			c := tx.Bucket([]byte("entries")).Cursor()
			c.Last()
			return c.Delete()
		},
		"a head taken out": func(tx *bbolt.Tx) error { return tx.Bucket([]byte("heads")).Delete(store.TextKey("B1")) },
		"a bucket too many": func(tx *bbolt.Tx) error {
			_, err := tx.CreateBucket([]byte("theirs"))
			return err
		},
		"an entry changed, with its checksum": func(tx *bbolt.Tx) error {
			key := store.EntryKey(stampdesk.EntryKey{Desk: "B1", Seq: 1})
			e, _, err := get(tx, &store.Entries, key)
			if err != nil {
				return err
			}
			e.Operator = "somebody else"
			return put(tx, &store.Entries, key, &e)
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := closed(t)
			change(t, dir, spoil)
			if err := CheckFile(filepath.Join(dir, deskFile)); !errors.Is(err, stampdesk.ErrDamaged) {
				t.Errorf("got %v", err)
			}
		})
	}
}

package bolt

import (
	"archive/tar"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"stampdesk"
	"stampdesk/store"
)

var someTime = time.Date(2021, 4, 20, 12, 0, 0, 0, time.UTC)

// container is a small backup whose parts are no databases.
func container(t testing.TB, change func(*Manifest)) []byte {
	t.Helper()
	parts := []string{strings.Repeat("desk", 150), strings.Repeat("roster", 100)}
	m := Manifest{
		Format: BackupFormat, Schema: store.Schema, Program: "v1", By: "GS1", At: someTime,
		Parts: []Part{{deskFile, int64(len(parts[0]))}, {rosterFile(stampdesk.Hash{1}), int64(len(parts[1]))}},
	}
	m.describe(stampdesk.Identity{ID: stampdesk.StoreID{9}, Epoch: 1}, []stampdesk.Head{{Desk: "B1", Seq: 3}})
	var out bytes.Buffer
	c := &containerWriter{w: &out, at: someTime}
	var err error
	if change == nil {
		err = c.begin(&m)
	} else {
		var b []byte
		change(&m)
		if b, err = json.Marshal(m); err == nil {
			err = c.bytes(manifestName, b)
		}
	}
	for i, p := range m.Parts[:min(len(parts), len(m.Parts))] {
		if err == nil {
			err = c.bytes(p.Name, []byte(parts[i]))
		}
	}
	if err == nil {
		err = c.end()
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func readBytes(b []byte) (Manifest, stampdesk.Hash, error) {
	return ReadBackup(context.Background(), bytes.NewReader(b), nil, nil)
}

func TestABackupIsATarThatAnybodyCanRead(t *testing.T) {
	b := container(t, nil)
	if _, _, err := readBytes(b); err != nil {
		t.Fatal(err)
	}
	r := tar.NewReader(bytes.NewReader(b))
	var names []string
	for {
		h, err := r.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if h.Mode != 0o600 || !h.ModTime.Equal(someTime) {
			t.Errorf("%s: mode %o, time %v", h.Name, h.Mode, h.ModTime)
		}
		names = append(names, h.Name)
	}
	want := []string{manifestName, deskFile, rosterFile(stampdesk.Hash{1}), sumsName}
	if strings.Join(names, " ") != strings.Join(want, " ") {
		t.Errorf("entries %q, want %q", names, want)
	}
}

func TestEveryChangedByteOfABackupIsFound(t *testing.T) {
	if testing.Short() {
		t.Skip("not in a short run: nothing runs beside anything here")
	}
	b := container(t, nil)
	for i := range b {
		for _, mask := range []byte{1, 0x80} {
			b[i] ^= mask
			if _, _, err := readBytes(b); !refusesBackup(err) {
				t.Fatalf("byte %d of %d, mask %x: %v", i, len(b), mask, err)
			}
			b[i] ^= mask
		}
	}
}

func refusesBackup(err error) bool {
	return errors.Is(err, ErrDamagedBackup) || errors.Is(err, ErrNotBackup) || errors.Is(err, ErrNewerBackup)
}

func TestABackupThatIsCutOffOrGoesOnIsFound(t *testing.T) {
	if testing.Short() {
		t.Skip("not in a short run: nothing runs beside anything here")
	}
	b := container(t, nil)
	for n := 1; n < len(b); n++ {
		if _, _, err := readBytes(b[:n]); !errors.Is(err, ErrDamagedBackup) || !strings.Contains(err.Error(), "cut off") {
			t.Fatalf("%d of %d bytes: %v", n, len(b), err)
		}
	}
	if _, _, err := readBytes(append(b, 0)); !errors.Is(err, ErrDamagedBackup) {
		t.Errorf("one byte more: %v", err)
	}
}

func TestWhatIsNoBackupOfThisProgram(t *testing.T) {
	var other bytes.Buffer
	w := tar.NewWriter(&other)
	if err := errors.Join(w.WriteHeader(&tar.Header{Name: "desk.db", Size: 0, Mode: 0o600}), w.Close()); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		bytes []byte
		want  error
	}{
		"nothing":        {nil, ErrNotBackup},
		"text":           {[]byte("Số thẻ,Họ và tên\n"), ErrNotBackup},
		"zeros":          {make([]byte, 4096), ErrNotBackup},
		"another tar":    {other.Bytes(), ErrNotBackup},
		"a newer form":   {container(t, func(m *Manifest) { m.Format++ }), ErrNewerBackup},
		"a newer schema": {container(t, func(m *Manifest) { m.Schema++ }), ErrNewerBackup},
		"no form":        {container(t, func(m *Manifest) { m.Format = 0 }), ErrDamagedBackup},
		"no files":       {container(t, func(m *Manifest) { m.Parts = nil }), ErrDamagedBackup},
		"a path":         {container(t, func(m *Manifest) { m.Parts[1].Name = "../roster-0000000000000000.db" }), ErrDamagedBackup},
		"twice desk.db":  {container(t, func(m *Manifest) { m.Parts[1].Name = deskFile }), ErrDamagedBackup},
		"no desk.db":     {container(t, func(m *Manifest) { m.Parts = m.Parts[1:] }), ErrDamagedBackup},
		"a huge part":    {container(t, func(m *Manifest) { m.Parts[0].Size = 1 << 62 }), ErrDamagedBackup},
		"a negative one": {container(t, func(m *Manifest) { m.Parts[0].Size = -1 }), ErrDamagedBackup},
		"another time":   {container(t, func(m *Manifest) { m.At = m.At.Add(time.Hour) }), ErrDamagedBackup},
	} {
		if _, _, err := readBytes(c.bytes); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

// failingReader fails as a disk does that is pulled out.
type failingReader struct {
	r   io.Reader
	err error
}

func (f failingReader) Read(p []byte) (int, error) {
	n, err := f.r.Read(p)
	if err == io.EOF {
		err = f.err
	}
	return n, err
}

func TestAnErrorOfTheDiskIsNotCalledADamagedBackup(t *testing.T) {
	b, pulled := container(t, nil), errors.New("no medium")
	for n := 0; n < len(b); n += 100 {
		_, _, err := ReadBackup(t.Context(), failingReader{bytes.NewReader(b[:n]), pulled}, nil, nil)
		if !errors.Is(err, pulled) || refusesBackup(err) {
			t.Fatalf("after %d bytes: %v", n, err)
		}
	}
}

func FuzzReadBackup(f *testing.F) {
	b := container(f, nil)
	f.Add(b)
	f.Add(b[:len(b)/2])
	f.Add(container(f, func(m *Manifest) { m.Parts[0].Size = 1 << 40 }))
	f.Fuzz(func(t *testing.T, b []byte) {
		var got int64
		m, _, err := ReadBackup(context.Background(), bytes.NewReader(b), func(Manifest, Part) (io.WriteCloser, error) {
			return counting{&got}, nil
		}, nil)
		switch {
		case err != nil && !refusesBackup(err):
			t.Fatalf("an error of no kind: %v", err)
		case err == nil && got != m.Size():
			t.Fatalf("%d bytes of files, the manifest says %d", got, m.Size())
		case err == nil && m.validate() != nil:
			t.Fatal("taken, and not sound")
		}
	})
}

type counting struct{ n *int64 }

func (c counting) Write(p []byte) (int, error) {
	*c.n += int64(len(p))
	return len(p), nil
}

func (counting) Close() error { return nil }

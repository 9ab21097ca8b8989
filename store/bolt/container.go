package bolt

import (
	"archive/tar"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"regexp"
	"slices"
	"time"

	"stampdesk"
	"stampdesk/store"
)

// A backup is a tar file of three kinds of entries, in this order: the
// manifest, the files of the store, and the sums of all of these in the form
// of sha256sum. A tar is written and read in one go, needs no place to seek to,
// and any system unpacks it without this program; nothing is compressed, so
// that the copy is done soon. The sums come last because a file that is in use
// can be read only once: pages that nobody can see any more change under it.
//
// The headers hold nothing that does not follow from the manifest. So every
// byte of a backup follows from its manifest and its sums, and the reader takes
// no other.

// BackupFormat is the form of a backup. It is raised when an older program
// could not restore what a newer one writes.
const BackupFormat = 1

const (
	manifestName = "stampdesk-backup.json"
	sumsName     = "stampdesk-backup.sum"

	blockLen    = 512
	endLen      = 2 * blockLen // of zeros, at the end of a tar
	maxManifest = 1 << 20
	maxRosters  = 2
)

// Errors of a backup that cannot be restored.
var (
	ErrNotBackup     = errors.New("not a backup of stampdesk")
	ErrNewerBackup   = errors.New("the backup was made by a newer stampdesk")
	ErrDamagedBackup = errors.New("the backup is damaged")
)

// Manifest says what is in a backup.
type Manifest struct {
	Format  int            `json:"format"`
	Program string         `json:"program"` // its version
	By      string         `json:"by"`      // who made it
	At      time.Time      `json:"at"`      // to the second, in UTC
	Store   string         `json:"store"`   // its id, in hex digits
	Epoch   uint32         `json:"epoch"`
	Schema  int            `json:"schema"` // of its files
	Heads   []ManifestHead `json:"heads"`
	Parts   []Part         `json:"parts"` // desk.db first
}

// ManifestHead is the end of a desk's journal.
type ManifestHead struct {
	Desk  stampdesk.DeskID `json:"desk"`
	Seq   uint64           `json:"seq"`
	Chain string           `json:"chain"` // in hex digits
}

// Part is one file of the store.
type Part struct {
	Name string `json:"name"`
	Size int64  `json:"size"`
}

// describe puts into the manifest what a store is.
func (m *Manifest) describe(id stampdesk.Identity, heads []stampdesk.Head) {
	m.Store, m.Epoch, m.Heads = hex.EncodeToString(id.ID[:]), id.Epoch, []ManifestHead{}
	for _, h := range heads {
		m.Heads = append(m.Heads, ManifestHead{h.Desk, h.Seq, h.Chain.String()})
	}
}

// Describes reports whether the manifest is of a store with this identity and
// these heads.
func (m *Manifest) Describes(id stampdesk.Identity, heads []stampdesk.Head) bool {
	var of Manifest
	of.describe(id, heads)
	return m.Store == of.Store && m.Epoch == of.Epoch && slices.Equal(m.Heads, of.Heads)
}

// Entries is the number of entries of the journals.
func (m *Manifest) Entries() (n uint64) {
	for _, h := range m.Heads {
		n += h.Seq
	}
	return n
}

// Size is the length of all parts together.
func (m *Manifest) Size() (n int64) {
	for _, p := range m.Parts {
		n += p.Size
	}
	return n
}

// validate refuses what no backup says.
func (m *Manifest) validate() error {
	ok := m.Format > 0 && m.Schema > 0 && m.At.Equal(m.At.Truncate(time.Second)) && m.At.Unix() >= 0 &&
		0 < len(m.Parts) && len(m.Parts) <= 1+maxRosters && m.Parts[0].Name == deskFile
	seen := map[string]bool{}
	for i, p := range m.Parts {
		ok = ok && p.Size > 0 && !seen[p.Name] && (i == 0 || rosterName.MatchString(p.Name))
		seen[p.Name] = true
	}
	if !ok {
		return damagedBackup("%s says what none says", manifestName)
	}
	return nil
}

var rosterName = regexp.MustCompile(`^roster-[0-9a-f]{16}\.db$`)

func damagedBackup(format string, a ...any) error {
	return fmt.Errorf("%w: %s", ErrDamagedBackup, fmt.Sprintf(format, a...))
}

// tarHeader is the one header that an entry can have.
func tarHeader(name string, size int64, at time.Time) ([]byte, error) {
	var b bytes.Buffer
	err := tar.NewWriter(&b).WriteHeader(&tar.Header{
		Typeflag: tar.TypeReg, Name: name, Size: size, Mode: fileMode, ModTime: at, Format: tar.FormatUSTAR,
	})
	return b.Bytes(), err
}

// padding is what a tar has after an entry, up to the next block.
func padding(size int64) []byte { return make([]byte, -size&(blockLen-1)) }

func sumLine(sum hash.Hash, name string) string { return fmt.Sprintf("%x  %s\n", sum.Sum(nil), name) }

// containerWriter writes the entries of a backup.
type containerWriter struct {
	w    io.Writer
	at   time.Time
	sums bytes.Buffer
}

// entry writes one entry; fill must write exactly size bytes.
func (c *containerWriter) entry(name string, size int64, fill func(io.Writer) error) error {
	header, err := tarHeader(name, size, c.at)
	if err != nil {
		return err
	}
	if _, err := c.w.Write(header); err != nil {
		return err
	}
	sum, n := sha256.New(), counter(0)
	if err := fill(io.MultiWriter(c.w, sum, &n)); err != nil {
		return err
	}
	if int64(n) != size {
		return fmt.Errorf("%s: %d bytes came where %d belong", name, n, size)
	}
	c.sums.WriteString(sumLine(sum, name))
	_, err = c.w.Write(padding(size))
	return err
}

func (c *containerWriter) bytes(name string, b []byte) error {
	return c.entry(name, int64(len(b)), func(w io.Writer) error {
		_, err := w.Write(b)
		return err
	})
}

// begin writes the manifest.
func (c *containerWriter) begin(m *Manifest) error {
	b, err := json.MarshalIndent(m, "", "\t")
	if err != nil {
		return err
	}
	if err := m.validate(); err != nil {
		return err
	}
	c.at = m.At
	return c.bytes(manifestName, append(b, '\n'))
}

// end writes the sums.
func (c *containerWriter) end() error {
	if err := c.bytes(sumsName, bytes.Clone(c.sums.Bytes())); err != nil {
		return err
	}
	_, err := c.w.Write(make([]byte, endLen))
	return err
}

type counter int64

func (n *counter) Write(p []byte) (int, error) {
	*n += counter(len(p))
	return len(p), nil
}

// meter passes on what is written until ctx ends, and keeps the error, for
// bbolt loses it.
type meter struct {
	ctx      context.Context
	w        io.Writer
	done     int64
	progress func(done int64)
	err      error
}

func (m *meter) Write(p []byte) (int, error) {
	if m.err == nil {
		m.err = m.ctx.Err()
	}
	if m.err != nil {
		return 0, m.err
	}
	var n int
	n, m.err = m.w.Write(p)
	if m.done += int64(n); m.progress != nil {
		m.progress(m.done)
	}
	return n, m.err
}

// containerReader reads the entries of a backup.
type containerReader struct {
	r    io.Reader
	at   time.Time
	sums bytes.Buffer
}

// ReadBackup reads a backup from its first byte to its last, gives the bytes of
// its files to what open makes for them, and gives the SHA-256 of the whole.
// open, if nil, throws them away. What is not sound wraps ErrNotBackup,
// ErrNewerBackup or ErrDamagedBackup, and nothing that open was given may then
// be used.
func ReadBackup(
	ctx context.Context, r io.Reader, open func(Manifest, Part) (io.WriteCloser, error), progress func(done int64),
) (Manifest, stampdesk.Hash, error) {
	whole := sha256.New()
	seen := &meter{ctx: ctx, w: whole, progress: progress}
	c := &containerReader{r: io.TeeReader(r, seen)}
	m, err := c.manifest()
	if err != nil {
		return m, stampdesk.Hash{}, err
	}
	for _, p := range m.Parts {
		w := io.WriteCloser(discard{})
		if open != nil {
			if w, err = open(m, p); err != nil {
				return m, stampdesk.Hash{}, err
			}
		}
		err = c.entry(p.Name, p.Size, w)
		if closed := w.Close(); err == nil {
			err = closed
		}
		if err != nil {
			return m, stampdesk.Hash{}, err
		}
	}
	err = c.end()
	return m, stampdesk.Hash(whole.Sum(nil)), err
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }
func (discard) Close() error                { return nil }

// manifest reads the first entry. It says first of all whether this is a
// backup, and of which form.
func (c *containerReader) manifest() (m Manifest, err error) {
	block := make([]byte, blockLen)
	n, err := io.ReadFull(c.r, block)
	ours := n > 0 && bytes.HasPrefix(block, []byte(manifestName)[:min(n, len(manifestName))])
	switch {
	case err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF):
		return m, err
	case !ours:
		return m, ErrNotBackup
	case err != nil:
		return m, cutOff(manifestName)
	}
	header, err := tar.NewReader(bytes.NewReader(block)).Next()
	if err != nil || header.Size <= 0 || header.Size > maxManifest {
		return m, damagedBackup("%s: its header", manifestName)
	}
	b, err := c.read(manifestName, int(header.Size))
	if err != nil {
		return m, err
	}
	var form struct{ Format, Schema int }
	if err := json.Unmarshal(b, &form); err != nil {
		return m, damagedBackup("%s: %v", manifestName, err)
	}
	if form.Format > BackupFormat || form.Schema > store.Schema {
		return m, fmt.Errorf("%w: its form is %d.%d, this program knows up to %d.%d",
			ErrNewerBackup, form.Format, form.Schema, BackupFormat, store.Schema)
	}
	if err := json.Unmarshal(b, &m); err != nil {
		return m, damagedBackup("%s: %v", manifestName, err)
	}
	if err := m.validate(); err != nil {
		return m, err
	}
	c.at = m.At
	if want, err := tarHeader(manifestName, header.Size, c.at); err != nil || !bytes.Equal(block, want) {
		return m, damagedBackup("%s: its header", manifestName)
	}
	sum := sha256.New()
	sum.Write(b)
	c.sums.WriteString(sumLine(sum, manifestName))
	return m, c.zeros(manifestName, len(padding(header.Size)))
}

// entry reads one entry, that must be this one.
func (c *containerReader) entry(name string, size int64, w io.Writer) error {
	want, err := tarHeader(name, size, c.at)
	if err != nil {
		return damagedBackup("%s: %v", name, err)
	}
	got, err := c.read(name, blockLen)
	if err != nil {
		return err
	}
	if !bytes.Equal(got, want) {
		return damagedBackup("%s: its header", name)
	}
	sum := sha256.New()
	if _, err := io.CopyN(io.MultiWriter(sum, w), c.r, size); errors.Is(err, io.EOF) {
		return cutOff(name)
	} else if err != nil {
		return err
	}
	c.sums.WriteString(sumLine(sum, name))
	return c.zeros(name, len(padding(size)))
}

// end reads the sums, and that nothing comes after.
func (c *containerReader) end() error {
	want := bytes.Clone(c.sums.Bytes())
	var got bytes.Buffer
	if err := c.entry(sumsName, int64(len(want)), &got); err != nil {
		return err
	}
	if !bytes.Equal(got.Bytes(), want) {
		stated := bytes.Split(got.Bytes(), []byte("\n"))
		for i, line := range bytes.Split(want, []byte("\n")) {
			if i >= len(stated) || !bytes.Equal(stated[i], line) {
				_, name, _ := bytes.Cut(line, []byte("  "))
				return damagedBackup("%s: its SHA-256 is not the one in %s", name, sumsName)
			}
		}
	}
	if err := c.zeros("the end", endLen); err != nil {
		return err
	}
	switch n, err := io.ReadFull(c.r, make([]byte, 1)); {
	case n > 0:
		return damagedBackup("more comes after its end")
	case !errors.Is(err, io.EOF):
		return err
	}
	return nil
}

func (c *containerReader) read(name string, n int) ([]byte, error) {
	b := make([]byte, n)
	_, err := io.ReadFull(c.r, b)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, cutOff(name)
	}
	return b, err
}

func (c *containerReader) zeros(name string, n int) error {
	b, err := c.read(name, n)
	if err == nil && !bytes.Equal(b, make([]byte, n)) {
		err = damagedBackup("after %s there is something where nothing belongs", name)
	}
	return err
}

func cutOff(name string) error { return damagedBackup("it is cut off in %s", name) }

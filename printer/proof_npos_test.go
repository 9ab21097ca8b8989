package printer_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"stampdesk/printer"
)

// reading is what npos, through testdata/npos/read.js, understands of one job.
type reading struct {
	Error    string
	Commands map[string]int
	Cuts     []int // rows above which the paper is cut
	Letters  []letters
	Codes    []asked
	pbm      string // the file of the picture
}

// letters is what is set in the printer's own letters, in one style, under one code page.
type letters struct {
	Row, X, Page int
	Bold, Large  bool
	Bytes        string // in hex
}

// asked is a barcode that the printer is asked for.
type asked struct {
	Row, Align int
	Data       string // of GS k, in hex
}

// order is one job for npos to read.
type order struct {
	File  string `json:"file"`
	Width int    `json:"width"` // of the head, dots
	Units int    `json:"units"` // of a feed, in one dot
	Cell  int    `json:"cell"`  // of the printer's own letters, dots
}

// npos reads jobs that others may have altered, all in one run.
func npos(t testing.TB, orders []order) []reading {
	t.Helper()
	modules := nposModules(t)
	in, err := json.Marshal(orders)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("node", "--no-deprecation", filepath.Join("testdata", "npos", "read.js"))
	cmd.Env = append(os.Environ(), "NODE_PATH="+modules)
	cmd.Stdin = bytes.NewReader(in)
	var all []reading
	if err := json.Unmarshal(run(t, cmd), &all); err != nil {
		t.Fatal(err)
	}
	if len(all) != len(orders) {
		t.Fatalf("%d jobs were read, want %d", len(all), len(orders))
	}
	for i := range all {
		all[i].pbm = orders[i].File + ".pbm"
	}
	return all
}

// nposModules is the directory of npos, which is kept outside of the repository.
func nposModules(t testing.TB) string {
	t.Helper()
	tool(t, "node", "apt-get install nodejs npm")
	dir := os.Getenv("STAMPDESK_NPOS")
	if dir == "" {
		cache, err := os.UserCacheDir()
		if err != nil {
			missing(t, "npos is not installed, and there is no place for it: %v", err)
		}
		dir = filepath.Join(cache, "stampdesk", "npos")
	}
	modules := filepath.Join(dir, "node_modules")
	if _, err := os.Stat(filepath.Join(modules, "npos", "package.json")); err != nil {
		missing(t, "npos is not in %[1]s; install it with: mkdir -p %[1]s && cp printer/testdata/npos/package*.json %[1]s && npm ci --omit=optional --ignore-scripts --prefix %[1]s", dir)
	}
	return modules
}

func orderOf(t testing.TB, dir string, n int, p printer.Profile, job []byte) order {
	t.Helper()
	head := printer.HeadOf(p)
	return order{File: write(t, filepath.Join(dir, strconv.Itoa(n)+".bin"), job), Width: head.Width, Units: head.Units, Cell: head.Cell}
}

// TestProofNposPrintsOurPictures: a parser that is not ours takes every job apart without a rest, and what comes out
// of its printer is our picture, dot by dot.
func TestProofNposPrintsOurPictures(t *testing.T) {
	t.Parallel()
	nposModules(t)
	all := sheets()
	var orders []order
	dir := t.TempDir()
	for _, s := range all {
		orders = append(orders, orderOf(t, dir, len(orders), s.profile, s.job))
	}
	dots, black, bands := 0, 0, 0
	for i, got := range npos(t, orders) {
		n, b, err := all[i].compare(t, got)
		if err != nil {
			t.Errorf("%s: %v", all[i].name, err)
		}
		dots, black, bands = dots+n, black+b, bands+got.Commands["GSv0"]
	}
	t.Logf("npos: %d pictures of %d dots are ours, dot by dot; %d black dots in %d bands", len(all), dots, black, bands)
}

// compare tells where the paper of npos differs from our picture, and how many dots were compared, and were black.
func (s sheet) compare(t testing.TB, got reading) (dots, black int, err error) {
	t.Helper()
	if got.Error != "" {
		return 0, 0, fmt.Errorf("cannot be read: %s", got.Error)
	}
	want := s.picture(t)
	native, err := s.compareLetters(got, want.Rect.Dy()) // rows without dots
	if err != nil {
		return 0, 0, err
	}
	width, paper := readPBM(t, got.pbm)
	if width != want.Rect.Dx() {
		return 0, 0, fmt.Errorf("the picture is %d dots wide, want %d", width, want.Rect.Dx())
	}
	head := printer.HeadOf(s.profile)
	cuts := s.cuts(want.Rect.Dy())
	if head.Knife && !slices.Equal(got.Cuts, cuts) {
		return 0, 0, fmt.Errorf("cut above rows %v, want %v", got.Cuts, cuts)
	}
	stride := (width + 7) / 8
	from := 0
	for _, cut := range cuts {
		for y := from; y < cut; y++ {
			if len(paper) < stride {
				return dots, black, fmt.Errorf("the paper ends at row %d of %d", y, want.Rect.Dy())
			}
			row := want.Pix[y*want.Stride:]
			for x := range width {
				ink := paper[x/8] >> (7 - x%8) & 1
				if native[y] && ink == 1 || !native[y] && ink != row[x] {
					return dots, black, fmt.Errorf("dot %d of row %d differs", x, y)
				}
				dots++
				black += int(ink)
			}
			paper = paper[stride:]
		}
		from = cut
		if !head.Knife { // fed to where it is torn
			feed := head.Tear * stride
			if len(paper) < feed || len(bytes.Trim(paper[:feed], "\x00")) > 0 {
				return dots, black, fmt.Errorf("no %d white rows to tear after row %d", head.Tear, cut)
			}
			paper = paper[feed:]
		}
	}
	if len(paper) > 0 {
		return dots, black, fmt.Errorf("%d rows too many", len(paper)/stride)
	}
	return dots, black, nil
}

// cuts are the rows above which the paper must be cut, the end among them.
func (s sheet) cuts(height int) []int {
	var rows int
	lines := s.renderer.Layout(s.doc)
	for _, line := range lines {
		rows += line.Rows()
	}
	var all []int
	y := 0
	for _, line := range lines {
		y += line.Rows()
		if line.Kind == printer.Perforated {
			all = append(all, y*height/rows)
		}
	}
	return append(all, height)
}

// readPBM is the width and the rows of a binary PBM file, 1 black.
func readPBM(t testing.TB, path string) (width int, rows []byte) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var height int
	head := bytes.SplitN(b, []byte("\n"), 3)
	if len(head) != 3 || string(head[0]) != "P4" {
		t.Fatalf("%s is no PBM", path)
	}
	if _, err := fmt.Sscan(string(head[1]), &width, &height); err != nil {
		t.Fatal(err)
	}
	if len(head[2]) != (width+7)/8*height {
		t.Fatalf("%s has %d bytes of dots for %d × %d", path, len(head[2]), width, height)
	}
	return width, head[2]
}

// TestProofNposRefusesADamagedJob: the proof above would see a byte that is wrong. npos skips the NULs behind a
// command, and takes a last one that is cut off: both must be seen all the same.
func TestProofNposRefusesADamagedJob(t *testing.T) {
	t.Parallel()
	nposModules(t)
	const head = "\x1c.\x1b@"
	for _, s := range sheets() {
		if !printer.HeadOf(s.profile).Knife {
			continue
		}
		job := s.job
		band := bytes.Index(job, []byte("\x1dv0\x00"))
		if band < 0 {
			t.Fatalf("%s has no band", s.name)
		}
		damaged := map[string][]byte{
			"a black dot more":         change(job, band+8, job[band+8]^0x80),
			"a band of a row less":     change(job, band+6, job[band+6]-1),
			"a band a byte narrower":   change(job, band+4, job[band+4]-1),
			"a feed of a dot more":     slices.Insert(slices.Clone(job), band, []byte("\x1bJ\x01")...),
			"a white row, unasked":     slices.Insert(slices.Clone(job), band, make([]byte, 72)...),
			"NUL at the start":         append([]byte{0}, job...),
			"NUL behind the job":       append(slices.Clone(job), 0),
			"the last byte missing":    job[:len(job)-1],
			"an unknown command":       slices.Insert(slices.Clone(job), len(head), []byte("\x1dy0")...),
			"the drawer":               slices.Insert(slices.Clone(job), len(head), []byte("\x1bp\x00\x19\xfa")...),
			"a letter":                 slices.Insert(slices.Clone(job), len(head), 'A'),
			"a bell":                   slices.Insert(slices.Clone(job), len(head), 7),
			"a question, DLE EOT":      slices.Insert(slices.Clone(job), len(head), []byte("\x10\x04\x01")...),
			"no cut":                   job[:len(job)-4],
			"two cuts":                 append(slices.Clone(job), job[len(job)-4:]...),
			"a code of two dimensions": slices.Insert(slices.Clone(job), len(head), []byte("\x1d(k\x03\x00\x31\x51\x30")...),
		}
		dir := t.TempDir()
		var names []string
		var orders []order
		for name, job := range damaged {
			names = append(names, name)
			orders = append(orders, orderOf(t, dir, len(orders), s.profile, job))
		}
		for i, got := range npos(t, orders) {
			if _, _, err := s.compare(t, got); err == nil {
				t.Errorf("%s goes unseen", names[i])
			}
		}
		return
	}
}

func change(job []byte, at int, b byte) []byte {
	job = slices.Clone(job)
	job[at] = b
	return job
}

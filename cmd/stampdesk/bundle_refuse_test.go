package main

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// headed puts the header of a board in force.
func headed(t *testing.T, data, upper, name string) {
	t.Helper()
	toml := filepath.Join(data, "board.toml")
	if err := os.WriteFile(toml, fmt.Appendf(nil, "upper = %q\nname = %q\n", upper, name), 0o600); err != nil {
		t.Fatal(err)
	}
	mustRun(t, data, "board", "set", toml)
}

// cardOf writes the public card of a board and gives its fingerprint.
func cardOf(t *testing.T, data string) (file, fingerprint string) {
	t.Helper()
	file = filepath.Join(t.TempDir(), "khoa.txt")
	mustRun(t, data, "bundle", "key", "--out", file)
	var c partnerJSON
	if err := json.Unmarshal([]byte(mustRun(t, data, "bundle", "key", "--json")), &c); err != nil {
		t.Fatal(err)
	}
	return file, c.Fingerprint
}

func TestTheNameOfAPartnerIsOneThatCanBeReadAgain(t *testing.T) {
	province, district := boardNamed(t, "BTC TỈNH ỦY", 2, 0), boardNamed(t, "BTC QUẬN ỦY A", 2, 0)
	card, fingerprint := cardOf(t, district)
	for _, name := range []string{"\x1b[31mQuận A", "Quận\u200bA", "Quận\u202eA", "Quận\nA", strings.Repeat("Quận ", 60)} {
		if code, said := exitOf(province, "bundle", "trust", card, "--name", name, "--fingerprint", fingerprint); code != exitUsage || strings.Contains(said, name) {
			t.Errorf("named %q: exit %d: %q", name, code, said)
		}
	}
	if said := mustRun(t, province, "bundle", "partners"); !strings.Contains(said, "Chưa tin cậy") {
		t.Errorf("partners: %s", said)
	}
	mustRun(t, province, "bundle", "trust", card, "--name", "Quận A", "--fingerprint", fingerprint)
}

func TestBoardsThatAllHaveTheNameOfTheirOrganAreToldApart(t *testing.T) {
	province, a, b := boardNamed(t, "BTC TỈNH ỦY", 2, 1), boardNamed(t, "x", 5, 3), boardNamed(t, "x", 4, 2)
	headed(t, a, "", "BAN TỔ CHỨC") // as init lays it down
	if code, said := exitOf(a, "bundle", "key"); code != exitFailed || !strings.Contains(said, "upper") {
		t.Errorf("a board that nobody can tell: exit %d: %s", code, said)
	}
	headed(t, a, "QUẬN ỦY A", "BAN TỔ CHỨC")
	headed(t, b, "QUẬN ỦY B", "Ban Tổ chức")
	headed(t, province, "TỈNH ỦY P", "BAN TỔ CHỨC")
	trusts(t, province, a, "Quận A")
	trusts(t, province, b, "Quận B")
	mustRun(t, province, "bundle", "add", made(t, a, ""), made(t, b, ""))
	if got := counted(t, province); got != "BAN TỔ CHỨC QUẬN ỦY A 3/5, Ban Tổ chức QUẬN ỦY B 2/4" {
		t.Errorf("taken in: %s", got)
	}
	csv := filepath.Join(t.TempDir(), "mau7.csv") // on a page the names are broken into lines
	mustRun(t, province, "form", "7", "--out", csv)
	seven, err := os.ReadFile(csv)
	if err != nil {
		t.Fatal(err)
	}
	through := mustRun(t, province, "bundle", "show", made(t, province, ""))
	for _, want := range []string{"BAN TỔ CHỨC QUẬN ỦY A", "Ban Tổ chức QUẬN ỦY B"} {
		if !strings.Contains(through, want) {
			t.Errorf("the sources have no %q:\n%s", want, through)
		}
		if !strings.Contains(string(seven), want) {
			t.Errorf("form 7 has no %q:\n%s", want, seven)
		}
	}
	if code, said := exitOf(province, "bundle", "drop", "BAN TỔ CHỨC"); code != exitUsage || !strings.Contains(said, "QUẬN ỦY A (") {
		t.Errorf("which of them: exit %d: %s", code, said)
	}
	mustRun(t, province, "bundle", "drop", "ban to chuc quan uy a")
	if got := counted(t, province); got != "Ban Tổ chức QUẬN ỦY B 2/4" {
		t.Errorf("after one was dropped: %s", got)
	}
}

func TestAPartnerWithANewKeyKeepsTheNameThatItHas(t *testing.T) {
	province, district := boardNamed(t, "BTC TỈNH ỦY", 2, 0), boardNamed(t, "BTC QUẬN ỦY A", 2, 1)
	trusts(t, province, district, "Quận A")
	before := made(t, district, "")
	if err := os.Remove(filepath.Join(district, "store", keyFile)); err != nil {
		t.Fatal(err)
	}
	card, fingerprint := cardOf(t, district)
	if code, said := exitOf(province, "bundle", "trust", card, "--fingerprint", fingerprint); code != exitOK || !strings.Contains(said, "sẽ thay khóa đó") {
		t.Errorf("nobody is told that the key is another: %s", said)
	}
	if said := mustRun(t, province, "bundle", "partners"); !strings.Contains(said, "Quận A\n") || !strings.Contains(said, fingerprint) {
		t.Errorf("partners: %s", said)
	}
	refuses(t, province, "chưa được nơi này tin cậy", "bundle", "add", before) // whoever has the old key signs no more
	mustRun(t, province, "bundle", "add", made(t, district, ""))
}

func TestWhatIsNoFileIsNotRead(t *testing.T) {
	data := boardNamed(t, "BTC TỈNH ỦY", 2, 0)
	for _, file := range []string{t.TempDir(), os.DevNull} {
		for _, args := range [][]string{{"trust", file}, {"show", file}, {"add", file}} {
			if code, said := exitOf(data, append([]string{"bundle"}, args...)...); code != exitUsage || !strings.Contains(said, "không phải là tệp") {
				t.Errorf("%v: exit %d: %s", args, code, said)
			}
		}
	}
}

func TestABundleForAnEmptyNameIsNotMadeForEverybody(t *testing.T) {
	data := boardNamed(t, "BTC QUẬN ỦY A", 2, 0)
	for _, to := range []string{"", " "} {
		file := filepath.Join(t.TempDir(), "ketqua.goi")
		if code, said := exitOf(data, "bundle", "make", "--out", file, "--to", to); code != exitUsage {
			t.Errorf("--to %q: exit %d: %s", to, code, said)
		}
		if _, err := os.Stat(file); err == nil {
			t.Errorf("--to %q: a bundle is there", to)
		}
	}
}

func TestAKeyThatWasCopiedFromAnotherStoreIsNotUsed(t *testing.T) {
	a, b := boardNamed(t, "BTC QUẬN ỦY A", 2, 1), boardNamed(t, "BTC QUẬN ỦY B", 2, 1)
	file := made(t, a, "")
	key, err := os.ReadFile(filepath.Join(a, "store", keyFile))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(b, "store", keyFile), key, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"key"}, {"show", file}, {"add", file}, {"make", "--out", filepath.Join(t.TempDir(), "b.goi")}} {
		if code, said := exitOf(b, append([]string{"bundle"}, args...)...); code != exitFailed || !strings.Contains(said, "kho dữ liệu khác") {
			t.Errorf("%v: exit %d: %s", args, code, said)
		}
	}
}

func TestAKeyThatOthersCanReadIsWarnedAbout(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("modes say nothing there")
	}
	data := boardNamed(t, "BTC QUẬN ỦY A", 2, 0)
	mustRun(t, data, "bundle", "key")
	key, store := filepath.Join(data, "store", keyFile), filepath.Join(data, "store")
	for _, c := range []struct {
		key, dir os.FileMode
		warned   bool
	}{{0o600, 0o755, false}, {0o644, 0o700, false}, {0o644, 0o755, true}} {
		if err := os.Chmod(key, c.key); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(store, c.dir); err != nil {
			t.Fatal(err)
		}
		if _, said := exitOf(data, "bundle", "key"); strings.Contains(said, "chmod 600") != c.warned {
			t.Errorf("%v in %v: %s", c.key, c.dir, said)
		}
	}
}

func TestAResultOfAnotherRoundIsNotTakenIn(t *testing.T) {
	province, district := boardNamed(t, "BTC TỈNH ỦY", 2, 1), boardNamed(t, "BTC QUẬN ỦY A", 5, 3)
	trusts(t, province, district, "Quận A")
	fourth := made(t, district, "")
	next := filepath.Join(t.TempDir(), "round5.toml")
	if err := os.WriteFile(next, []byte("ordinal = 5\nbox = 4\nfrom = \"15/04/2031\"\nto = \"15/05/2031\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	mustRun(t, district, "round", "close", "--reason", "xong")
	mustRun(t, district, "round", "next", next, "--reason", "sang đợt sau")
	fifth := made(t, district, "")
	refuses(t, province, "đợt", "bundle", "add", fifth)
	refuses(t, province, "đợt", "bundle", "add", "--dry-run", fifth)
	if said := mustRun(t, province, "bundle", "show", fifth); !strings.Contains(said, "đợt: ở đây 4, trong gói 5") {
		t.Errorf("shown: %s", said)
	}
	mustRun(t, province, "bundle", "add", fourth)
	mustRun(t, province, "round", "close", "--reason", "xong")
	mustRun(t, province, "round", "next", next, "--reason", "sang đợt sau")
	if got := counted(t, province); got != "" {
		t.Errorf("in the next round there is %s", got)
	}
	mustRun(t, province, "bundle", "add", fifth)
	refuses(t, province, "đợt", "bundle", "add", fourth)
	mustRun(t, province, "check")
}

func TestABundleOfANewerProgramIsNamedAsSuch(t *testing.T) {
	province, district := boardNamed(t, "BTC TỈNH ỦY", 2, 1), boardNamed(t, "BTC QUẬN ỦY A", 5, 3)
	trusts(t, province, district, "Quận A")
	whole, err := os.ReadFile(made(t, district, ""))
	if err != nil {
		t.Fatal(err)
	}
	at := bytes.Index(whole, []byte("stampdesk bundle 1\n"))
	note := whole[at:][:binary.LittleEndian.Uint32(whole[18:])]
	newer := bytes.Replace(note, []byte("bundle 1\n"), []byte("bundle 2\n"), 1)
	sum := func(b []byte) []byte { return binary.LittleEndian.AppendUint32(nil, crc32.ChecksumIEEE(b)) }
	body := bytes.ReplaceAll(bytes.Replace(whole, note, newer, 1), sum(note), sum(newer))
	file := filepath.Join(t.TempDir(), "moi.goi")
	if err := os.WriteFile(file, body, 0o600); err != nil {
		t.Fatal(err)
	}
	refuses(t, province, "bản stampdesk mới hơn", "bundle", "add", file)
	refuses(t, province, "bản stampdesk mới hơn", "bundle", "show", file)
}

// terminal is what a person types.
type terminal struct{ io.Reader }

func (terminal) isTerminal() bool { return true }

func TestWhoSitsAtATerminalIsAskedWhetherTheFingerprintIsTheSame(t *testing.T) {
	province, district := boardNamed(t, "BTC TỈNH ỦY", 2, 0), boardNamed(t, "BTC QUẬN ỦY A", 2, 0)
	card, fingerprint := cardOf(t, district)
	env := map[string]string{
		"HOME": province, "STAMPDESK_DATA": province + "/store", "STAMPDESK_OPERATOR": "GS1", "STAMPDESK_PIN": "2222",
	}
	for _, c := range []struct {
		typed   string
		trusted bool
	}{{"\n", false}, {"n\n", false}, {"yes no\n", false}, {"", false}, {"y\n", true}, {"C \n", true}, {"có\n", true}} {
		var out bytes.Buffer
		code := run(t.Context(), []string{"bundle", "trust", card, "--name", "Quận A"}, terminal{strings.NewReader(c.typed)}, &out, &out,
			func(k string) string { return env[k] })
		if !strings.Contains(out.String(), fingerprint) || (code == exitOK) != c.trusted {
			t.Errorf("typed %q: exit %d: %s", c.typed, code, out.String())
		}
		if said := mustRun(t, province, "bundle", "partners"); strings.Contains(said, "Quận A") != c.trusted {
			t.Errorf("typed %q: partners: %s", c.typed, said)
		}
		if c.trusted {
			mustRun(t, province, "bundle", "distrust", "Quận A")
		}
	}
}

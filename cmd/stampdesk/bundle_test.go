package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// boardNamed makes a store whose board has a name, with a roster of that many
// members of which some are stamped.
func boardNamed(t *testing.T, name string, members, stamped int) (data string) {
	t.Helper()
	data = t.TempDir()
	boardIn(t, data, members)
	toml := filepath.Join(data, "board.toml")
	text := fmt.Sprintf("upper = \"TỈNH ỦY THỬ\"\nname = %q\nplace = \"Thử\"\n", name)
	if err := os.WriteFile(toml, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	mustRun(t, data, "board", "set", toml)
	stampMore(t, data, 1, stamped)
	return data
}

func stampMore(t *testing.T, data string, from, to int) {
	t.Helper()
	for i := from; i <= to; i++ {
		mustRun(t, data, "stamp", fmt.Sprintf("31%06d", i))
	}
}

// trusts has one board trust another.
func trusts(t *testing.T, data, other, name string) {
	t.Helper()
	card := filepath.Join(t.TempDir(), "khoa.txt")
	mustRun(t, other, "bundle", "key", "--out", card)
	var c partnerJSON
	if err := json.Unmarshal([]byte(mustRun(t, other, "bundle", "key", "--json")), &c); err != nil {
		t.Fatal(err)
	}
	mustRun(t, data, "bundle", "trust", card, "--name", name, "--fingerprint", c.Fingerprint)
}

// made makes a bundle and gives its name.
func made(t *testing.T, data string, to string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "ketqua.goi")
	args := []string{"bundle", "make", "--out", file}
	if to != "" {
		args = append(args, "--to", to)
	}
	mustRun(t, data, args...)
	return file
}

// refuses runs a command that must end with exit code 3, say this, and leave
// the journal and what was taken in as they were.
func refuses(t *testing.T, data, want string, args ...string) {
	t.Helper()
	before := mustRun(t, data, "bundle", "list", "--json") + mustRun(t, data, "tally", "--json")
	code, said := exitOf(data, args...)
	if code != exitBadRows || !strings.Contains(said, want) {
		t.Errorf("stampdesk %s: exit %d, want 3 and %q, said\n%s", strings.Join(args, " "), code, want, said)
	}
	if after := mustRun(t, data, "bundle", "list", "--json") + mustRun(t, data, "tally", "--json"); after != before {
		t.Errorf("stampdesk %s changed\n%s\nto\n%s", strings.Join(args, " "), before, after)
	}
}

// counted gives the stamps and the cards of each board that was taken in.
func counted(t *testing.T, data string) string {
	t.Helper()
	var l struct {
		Results []struct {
			Board string
			Tally struct {
				Stamped  int
				WithCard int `json:"with_card"`
			}
		}
	}
	if err := json.Unmarshal([]byte(mustRun(t, data, "bundle", "list", "--json")), &l); err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, r := range l.Results {
		all = append(all, fmt.Sprintf("%s %d/%d", r.Board, r.Tally.Stamped, r.Tally.WithCard))
	}
	if len(all) == 2 && all[0] > all[1] { // by the ids of stores, which are random
		all[0], all[1] = all[1], all[0]
	}
	return strings.Join(all, ", ")
}

func TestResultsOfDistrictsAddUpToTheProvinces(t *testing.T) {
	province := boardNamed(t, "BTC TỈNH ỦY THỬ", 3, 1)
	a, b := boardNamed(t, "BTC QUẬN ỦY A", 12, 7), boardNamed(t, "BTC QUẬN ỦY B", 9, 4)
	for name, data := range map[string]string{"Quận A": a, "Quận B": b} {
		trusts(t, province, data, name)
		trusts(t, data, province, "Tỉnh ủy")
	}
	first, ofB := made(t, a, "Tỉnh ủy"), made(t, b, "")
	refuses(t, b, "được mã hóa cho nơi khác", "bundle", "show", first)

	dry := mustRun(t, province, "bundle", "add", "--dry-run", first, ofB)
	if got := counted(t, province); got != "" || !strings.Contains(dry, "Quận A") || !strings.Contains(dry, "chưa nhận") {
		t.Errorf("a dry run took in %q and said\n%s", got, dry)
	}
	mustRun(t, province, "bundle", "add", first, ofB)
	if got := counted(t, province); got != "BTC QUẬN ỦY A 7/12, BTC QUẬN ỦY B 4/9" {
		t.Errorf("taken in: %s", got)
	}
	refuses(t, province, "đã nhận rồi", "bundle", "add", first)

	stampMore(t, a, 8, 9)
	second := made(t, a, "Tỉnh ủy")
	mustRun(t, province, "bundle", "add", second)
	if got := counted(t, province); got != "BTC QUẬN ỦY A 9/12, BTC QUẬN ỦY B 4/9" {
		t.Errorf("after the second: %s", got)
	}
	refuses(t, province, "cũ hơn", "bundle", "add", first)

	file := made(t, province, "")
	var shown struct {
		Own     bool
		Tally   struct{ Stamped, Members int }
		Sources []struct{ Board string }
	}
	if err := json.Unmarshal([]byte(mustRun(t, province, "bundle", "show", file, "--json")), &shown); err != nil {
		t.Fatal(err)
	}
	if shown.Tally.Stamped != 1+9+4 || shown.Tally.Members != 3+12+9 || len(shown.Sources) != 2 || !shown.Own {
		t.Errorf("what goes up: %+v", shown)
	}
	refuses(t, province, "chính nơi này", "bundle", "add", file)
	trusts(t, a, province, "Tỉnh ủy")
	refuses(t, a, "không cộng vòng lại", "bundle", "add", file)
	for _, data := range []string{province, a, b} {
		mustRun(t, data, "check")
	}
}

func TestABoardIsCountedOnceThroughWhomeverItSends(t *testing.T) {
	centre, province, district := boardNamed(t, "TRUNG TÂM", 1, 0), boardNamed(t, "BTC TỈNH ỦY", 2, 1), boardNamed(t, "BTC QUẬN ỦY A", 5, 3)
	trusts(t, province, district, "Quận A")
	trusts(t, centre, district, "Quận A")
	trusts(t, centre, province, "Tỉnh")
	direct := made(t, district, "")
	mustRun(t, province, "bundle", "add", direct)
	through := made(t, province, "")

	mustRun(t, centre, "bundle", "add", direct)
	refuses(t, centre, "không cộng hai lần", "bundle", "add", through)
	mustRun(t, centre, "bundle", "drop", "btc quan uy a")
	mustRun(t, centre, "bundle", "add", through)
	if got := counted(t, centre); got != "BTC TỈNH ỦY 4/7" {
		t.Errorf("taken in: %s", got)
	}
	refuses(t, centre, "không cộng hai lần", "bundle", "add", direct)
	mustRun(t, centre, "bundle", "drop", "BTC TỈNH ỦY")
	refuses(t, centre, "không cộng hai lần", "bundle", "add", "--dry-run", direct, through)
	code, said := exitOf(centre, "bundle", "add", through, direct)
	if code != exitBadRows || counted(t, centre) != "BTC TỈNH ỦY 4/7" {
		t.Errorf("one of two: exit %d, taken in %s, said\n%s", code, counted(t, centre), said)
	}
	mustRun(t, centre, "check")
}

func TestWhatIsNoGoodBundleIsRefusedWithItsReason(t *testing.T) {
	province, district := boardNamed(t, "BTC TỈNH ỦY", 2, 1), boardNamed(t, "BTC QUẬN ỦY A", 5, 3)
	file := made(t, district, "")
	refuses(t, province, "chưa được nơi này tin cậy", "bundle", "add", file)
	if said := mustRun(t, province, "bundle", "show", file); !strings.Contains(said, "CHƯA TIN CẬY") {
		t.Errorf("of a stranger: %s", said)
	}
	if said := mustRun(t, t.TempDir(), "bundle", "show", file); !strings.Contains(said, "CHƯA TIN CẬY") {
		t.Errorf("without a store: %s", said)
	}
	trusts(t, province, district, "Quận A")
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		body []byte
		want string
	}{
		"text":    {[]byte("Kính gửi…"), "không phải gói"},
		"empty":   {nil, "không phải gói"},
		"cut":     {whole[:len(whole)-100], "cắt cụt"},
		"figure":  {bytes.Replace(whole, []byte(`"stamped":3`), []byte(`"stamped":4`), 1), "đã bị sửa"},
		"one bit": {append(bytes.Clone(whole[:len(whole)/2]), append([]byte{whole[len(whole)/2] ^ 4}, whole[len(whole)/2+1:]...)...), "đã bị sửa"},
		"large":   {make([]byte, 20<<20), "quá lớn"},
	} {
		t.Run(name, func(t *testing.T) {
			if bytes.Equal(c.body, whole) {
				t.Fatal("nothing was touched")
			}
			bad := filepath.Join(t.TempDir(), "xau.goi")
			if err := os.WriteFile(bad, c.body, 0o600); err != nil {
				t.Fatal(err)
			}
			refuses(t, province, c.want, "bundle", "add", bad)
			refuses(t, province, c.want, "bundle", "show", bad)
			refuses(t, province, c.want, "bundle", "add", "--dry-run", bad)
		})
	}
	if code, said := exitOf(province, "--lang", "en", "bundle", "add", filepath.Join(t.TempDir(), "none.goi")); code != exitUsage {
		t.Errorf("a file that is not there: exit %d: %s", code, said)
	}
	mustRun(t, province, "round", "close", "--reason", "thử")
	mustRun(t, province, "check")
}

func TestAKeyIsTrustedOnlyAfterItsFingerprintWasCompared(t *testing.T) {
	province, district := boardNamed(t, "BTC TỈNH ỦY", 2, 1), boardNamed(t, "BTC QUẬN ỦY A", 5, 3)
	card := filepath.Join(t.TempDir(), "khoa.txt")
	mustRun(t, district, "bundle", "key", "--out", card)
	if code, said := exitOf(province, "bundle", "trust", card); code != exitUsage || !strings.Contains(said, "chưa so mã khóa") {
		t.Errorf("not compared: exit %d: %s", code, said)
	}
	refuses(t, province, "không phải mã của khóa", "bundle", "trust", card, "--fingerprint", "00000 00000 00000 00000 00000 00000 00000 00000")
	refuses(t, district, "chính nơi này", "bundle", "trust", card)
	if said := mustRun(t, province, "bundle", "partners"); !strings.Contains(said, "Chưa tin cậy") {
		t.Errorf("partners: %s", said)
	}
	trusts(t, province, district, "Quận A")
	if said := mustRun(t, province, "bundle", "partners"); !strings.Contains(said, "Quận A") {
		t.Errorf("partners: %s", said)
	}
	mustRun(t, province, "bundle", "distrust", "quan a")
	refuses(t, province, "chưa được nơi này tin cậy", "bundle", "add", made(t, district, ""))
	mustRun(t, province, "check")
}

func TestTheKeyOfABoardStaysSecretAndTheSame(t *testing.T) {
	data := boardNamed(t, "BTC QUẬN ỦY A", 2, 0)
	first := mustRun(t, data, "bundle", "key")
	if again := mustRun(t, data, "bundle", "key"); again != first {
		t.Errorf("the key changed from\n%s\nto\n%s", first, again)
	}
	if strings.Contains(first, "SECRET") || strings.Contains(first, "PRIVATE") {
		t.Errorf("the card tells a secret:\n%s", first)
	}
	info, err := os.Stat(filepath.Join(data, "store", keyFile))
	if err != nil {
		t.Fatal(err)
	}
	if runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v", info.Mode())
	}
	if err := os.Remove(filepath.Join(data, "store", keyFile)); err != nil {
		t.Fatal(err)
	}
	if other := mustRun(t, data, "bundle", "key"); other == first {
		t.Error("the key is still the same")
	}
	file := made(t, data, "")
	if code, said := exitOf(data, "bundle", "make", "--out", file); code != exitUsage {
		t.Errorf("over a file that is there: exit %d: %s", code, said)
	}
	mustRun(t, data, "bundle", "make", "--out", file, "--force")
	if code, said := exitOf(data, "bundle", "make", "--out", file, "--force", "--to", "Nơi lạ"); code != exitUsage || !strings.Contains(said, "Nơi lạ") {
		t.Errorf("for nobody: exit %d: %s", code, said)
	}
	mustRun(t, data, "check")
}

func TestOnlyASupervisorMakesAndAddsBundles(t *testing.T) {
	data := boardNamed(t, "BTC QUẬN ỦY A", 2, 0)
	as := func(who, pin string, args ...string) (int, string) {
		var out bytes.Buffer
		env := map[string]string{
			"HOME": data, "STAMPDESK_DATA": data + "/store", "STAMPDESK_OPERATOR": who, "STAMPDESK_PIN": pin, "STAMPDESK_NEW_PIN": "1357",
		}
		code := run(t.Context(), args, strings.NewReader(""), &out, &out, func(k string) string { return env[k] })
		return code, out.String()
	}
	if code, said := as("GS1", "2222", "operator", "add", "OP1", "--name", "Bà C"); code != exitOK {
		t.Fatal(said)
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "a.goi")
	refused := func(args ...string) {
		t.Helper()
		if code, said := as("OP1", "1357", args...); code != exitSignIn {
			t.Errorf("%v by an operator: exit %d: %s", args, code, said)
		}
	}
	refused("bundle", "key")
	refused("bundle", "make", "--out", file)
	if _, err := os.Stat(filepath.Join(data, "store", keyFile)); err == nil {
		t.Error("an operator made the key")
	}
	other := boardNamed(t, "BTC QUẬN ỦY B", 2, 0)
	trusts(t, data, other, "Quận B")
	mustRun(t, data, "bundle", "key")
	refused("bundle", "make", "--out", file)
	refused("bundle", "distrust", "Quận B")
	refused("bundle", "add", made(t, other, ""))
	if left := filesIn(t, dir); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
	if got := counted(t, data); got != "" {
		t.Errorf("taken in: %s", got)
	}
}

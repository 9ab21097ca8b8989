package main

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

const writtenByHand = `# Bàn ở phòng 2
lang = "vi" # hoặc en

[desk]
id = 'B2'      # không đổi giữa đợt
  confirm="key"

# Máy quét mượn của phòng tổ chức
[scanner]
port = "scanner/line"

[printers.kho]
to = "file:receipts" # tương đối
# hết
`

func TestSettingAKeyKeepsWhatAPersonWrote(t *testing.T) {
	for _, c := range []struct {
		path  string
		value any
		was   string
		is    string
	}{
		{"lang", "en", `lang = "vi" # hoặc en`, `lang = "en" # hoặc en`},
		{"desk.id", "B3", `id = 'B2'      # không`, `id = "B3"      # không`},
		{"desk.confirm", "next", `  confirm="key"`, `  confirm="next"`},
		{"scanner.baud", 115200, "port = \"scanner/line\"\n", "port = \"scanner/line\"\nbaud = 115200\n"},
		{"printers.kho.mode", "ascii", "# tương đối\n", "# tương đối\nmode = \"ascii\"\n"},
		{"sound.bell", false, "# hết\n", "# hết\n\n[sound]\nbell = false\n"},
	} {
		got, err := setTOML(writtenByHand, strings.Split(c.path, "."), c.value)
		if want := strings.Replace(writtenByHand, c.was, c.is, 1); err != nil || got != want || want == writtenByHand {
			t.Errorf("%s: %v\n%s\nwant\n%s", c.path, err, got, want)
		}
	}
	got, err := setTOML("[desk]\r\nid = \"B1\"", []string{"lang"}, "en")
	if err != nil || got != "lang = \"en\"\r\n\r\n[desk]\r\nid = \"B1\"" {
		t.Errorf("%q %v", got, err)
	}
	got, err = setTOML("\ufeff[desk]\r\nid = \"B1\"\r\n", []string{"lang"}, "en") // as an editor of Windows leaves it
	if err != nil || got != "\ufefflang = \"en\"\r\n\r\n[desk]\r\nid = \"B1\"\r\n" {
		t.Errorf("%q %v", got, err)
	}
	got, err = setTOML("scanner.port = \"x\"\n[desk]\n", []string{"scanner", "baud"}, 1200)
	if err != nil || got != "scanner.port = \"x\"\nscanner.baud = 1200\n[desk]\n" {
		t.Errorf("%q %v", got, err)
	}
}

func TestWhatCannotBeEditedByLinesIsLeftAlone(t *testing.T) {
	for _, text := range []string{"desk = { id = \"B1\" }\n", "[desk]\nid = \"\"\"\nB1\"\"\"\n", "[[desk]]\nid = \"B1\"\n"} {
		if got, err := setTOML(text, []string{"desk", "id"}, "B2"); err == nil {
			t.Errorf("%q became %q", text, got)
		}
	}
	if _, err := setTOML("[desk\n", []string{"lang"}, "en"); err == nil {
		t.Error("a broken file was edited")
	}
}

// FuzzSettingAKey: whatever the text is, either nothing is changed, or the key
// has its value, all others have theirs, and no comment is gone.
func FuzzSettingAKey(f *testing.F) {
	f.Add(writtenByHand, uint8(0), "x")
	f.Add("a = [\n1,\n2] # y\n[b]\n\"c d\".e = '''\n[desk]\n'''\n", uint8(1), "q\"#")
	f.Add("[scanner] # one\n[ printers . kho ]\n", uint8(2), "\\")
	paths := []string{"lang", "desk.id", "scanner.port", "printers.kho.to", "screen.symbols"}
	f.Fuzz(func(t *testing.T, text string, which uint8, value string) {
		path := strings.Split(paths[int(which)%len(paths)], ".")
		got, err := setTOML(text, path, value)
		if err != nil {
			return
		}
		was, is := map[string]any{}, map[string]any{}
		toml.Decode(text, &was)
		if _, err := toml.Decode(got, &is); err != nil {
			t.Fatalf("%q is broken: %v", got, err)
		}
		a, b, name := leaves(was), leaves(is), strings.Join(path, "\x00")
		if b[name] != value {
			t.Fatalf("%q has %q", got, b[name])
		}
		delete(a, name)
		delete(b, name)
		if !reflect.DeepEqual(a, b) {
			t.Fatalf("%q: %v became %v", got, a, b)
		}
		for l := range strings.Lines(text) {
			if l = strings.TrimSpace(l); strings.HasPrefix(l, "#") && !strings.Contains(got, l) {
				t.Fatalf("%q is gone from %q", l, got)
			}
		}
	})
}

func TestAnyOrderOfSettingsEndsInTheSameConfiguration(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	keys := []string{"lang", "desk.id", "desk.idle", "scanner.port", "scanners.hai.port", "printers.kho.to", "screen.colour"}
	for range 200 {
		text, want := writtenByHand, map[string]any{}
		toml.Decode(text, &want)
		wants := leaves(want)
		for range 12 {
			k, v := keys[r.IntN(len(keys))], fmt.Sprintf("v%d \"#'\\", r.IntN(100))
			got, err := setTOML(text, strings.Split(k, "."), v)
			if err != nil {
				t.Fatalf("%s in %q: %v", k, text, err)
			}
			text, wants[strings.ReplaceAll(k, ".", "\x00")] = got, v
		}
		is := map[string]any{}
		if _, err := toml.Decode(text, &is); err != nil || !reflect.DeepEqual(leaves(is), wants) {
			t.Fatalf("%v\n%s", err, text)
		}
		for l := range strings.Lines(writtenByHand) {
			if _, c, ok := strings.Cut(l, "#"); ok && !strings.Contains(text, "#"+c) {
				t.Fatalf("%q is gone from\n%s", c, text)
			}
		}
	}
}

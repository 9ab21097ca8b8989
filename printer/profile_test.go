package printer

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"stampdesk"
)

// profilesFrom loads the shipped profiles and files of a board.
func profilesFrom(t *testing.T, files map[string]string) ([]Profile, error) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return LoadProfiles(dir)
}

func TestShippedProfilesAreWhatTheyWereMadeFor(t *testing.T) {
	for id, want := range map[string]struct {
		dots, cols, native, units, lower, upper int
		cut                                     CutKind
		query                                   string
	}{
		"generic-80":  {576, 40, 48, 1, 0, 0, CutPartial, "none"},
		"generic-58":  {384, 26, 32, 1, 0, 0, CutNone, "none"},
		"epson-203":   {576, 40, 48, 1, 30, 31, CutPartial, "dle_eot"},
		"epson-180":   {512, 35, 42, 2, 30, 31, CutPartial, "dle_eot"},
		"xprinter-80": {576, 40, 48, 1, 27, 0, CutPartial, "none"},
		"xprinter-58": {384, 26, 32, 1, 0, 0, CutNone, "none"},
		"mock":        {576, 40, 48, 1, 30, 31, CutPartial, "dle_eot"},
	} {
		p := profile(t, id)
		ascii := p
		ascii.TextMode = TextASCII
		if p.Media.WidthDots != want.dots || p.Columns() != want.cols || ascii.Columns() != want.native || p.feedUnits() != want.units ||
			p.CodePages.TCVNLower != want.lower || p.CodePages.TCVNUpper != want.upper || p.Cut.Kind != want.cut || p.Status.Query != want.query {
			t.Errorf("%s is %+v, want %+v", id, p, want)
		}
		if p.Drawer.Enabled || p.TextMode != TextAuto || !p.CancelKanji || !p.Raster.TrimRight || !p.Raster.SkipBlankRows || p.Verified == "paper" {
			t.Errorf("%s: %+v", id, p)
		}
	}
	if n := len(Profiles()); n != 7 {
		t.Errorf("%d profiles, want 7", n)
	}
	if all, err := LoadProfiles(filepath.Join(t.TempDir(), "none")); err != nil || !reflect.DeepEqual(all, Profiles()) {
		t.Errorf("without a directory: %d profiles, %v", len(all), err)
	}
}

func TestABoardAddsAndReplacesProfiles(t *testing.T) {
	all, err := profilesFrom(t, map[string]string{
		"quay-2.toml": "# máy ở quầy 2\nid = \"quay-2\"\ninherits = \"epson-203\"\njob_end_bytes = \"1D 72 01\"\n" +
			"[status]\nsensors = [\"cover\"]\n[raster]\ncommand = \"gs_8_L\"\nband_delay_ms = 20",
		"same.toml":  "id = \"generic-80\"\ninherits = \"generic-80\"\n[cut]\nkind = \"none\"",
		"README.txt": "not a profile",
	})
	if err != nil {
		t.Fatal(err)
	}
	own, err := FindProfile(all, "quay-2")
	if err != nil || own.CodePages.TCVNUpper != 31 || own.Raster.Command != RasterGraphics || string(own.JobEndBytes) != "\x1dr\x01" ||
		len(own.Status.Sensors) != 1 || own.Verified != "" || own.Vendor != "Epson" || own.pause().Milliseconds() != 20 {
		t.Errorf("%+v, %v", own, err)
	}
	if parent, _ := FindProfile(all, "epson-203"); len(parent.Status.Sensors) != 3 || parent.Status.Sensors[0] != "paper_end" {
		t.Errorf("the one that was inherited from has become %+v", parent.Status)
	}
	for id, want := range map[string]CutKind{"generic-80": CutNone, "xprinter-80": CutNone, "generic-58": CutNone} {
		if p, err := FindProfile(all, id); err != nil || p.Cut.Kind != want || p.Cut.FeedDots > 96 {
			t.Errorf("%s inherits %+v, %v", id, p.Cut, err)
		}
	}
	if all[0].ID != "generic-80" || len(all) != 8 {
		t.Errorf("%d profiles, the first is %s", len(all), all[0].ID)
	}
}

func TestAProfileThatCannotBeIsRefusedWithFileKeyAndAdvice(t *testing.T) {
	t.Parallel()
	const good = "id = \"x\"\ninherits = \"generic-80\"\n"
	for text, want := range map[string][]string{
		good + "[media]\nwidth_dots = 0":                                   {"media.width_dots", "64 to 1000"},
		good + "[media]\nwidth_dots = 832":                                 {"media.width_dots", "64 to 639"},
		good + "[raster]\nband_rows = 5000":                                {"raster.band_rows", "1 to 1000"},
		good + "[raster]\nband_rows = 0":                                   {"raster.band_rows", "1 to 1000"},
		good + "[cut]\nfeed_dots = 256":                                    {"cut.feed_dots", "0 to 255"},
		good + "[raster]\nfeed_units = 2\n[cut]\nfeed_dots = 200":          {"cut.feed_dots", "0 to 127"},
		good + "[raster]\nfeed_units = 3\nline_dots = 64":                  {"raster.line_dots", "30 to 42"},
		good + "[raster]\nline_dots = 24":                                  {"raster.line_dots", "30 to"},
		good + "[raster]\ncommand = \"gs_v_1\"":                            {"raster.command", "gs_v_0, gs_8_L, esc_star"},
		good + "text_mode = \"codepage\"":                                  {"codepages.tcvn_lower"},
		good + "text_mode = \"hybrid\"\n[raster]\npx = 18\nline_dots = 24": {"raster.px", "at least 20"},
		good + "[codepages]\ntcvn_lower = 27\ntcvn_upper = 27":             {"codepages.tcvn_upper"},
		good + "[codepages]\ntcvn_lower = 256":                             {"codepages.tcvn_lower", "0 to 255"},
		good + "colour = \"red\"":                                          {"key colour", "remove"},
		good + "[raster]\nbandrows = 3":                                    {"raster.bandrows"},
		good + "init_bytes = \"1B 4\"":                                     {"hexadecimal"},
		good + "init_bytes = \"1B 45\"":                                    {"init_bytes", "cut off"},
		good + "init_bytes = \"1B 01\"":                                    {"init_bytes", "not a command"},
		good + "job_end_bytes = \"10 14 01 00 01\"":                        {"job_end_bytes", "at once"},
		good + "[drawer]\npin = 3":                                         {"drawer.pin", "2 or 5"},
		good + "[status]\nquery = \"ask\"":                                 {"status.query", "dle_eot"},
		good + "[status]\nsensors = [\"ink\"]":                             {"status.sensors", "paper_near"},
		good + "[fonts]\nA = { cols = 64, w = 12, h = 24 }":                {"fonts.A", "576"},
		good + "verified = \"yes\"":                                        {"verified", "guess"},
		"id = \"x\"\ninherits = \"y\"":                                     {"inherits", "no profile"},
		"id = \"x\"\ninherits = \"x\"":                                     {"inherits", "no profile"},
		"inherits = \"generic-80\"":                                        {"key id"},
		"id = \"a b\"\ninherits = \"generic-80\"":                          {"key id", "letters"},
		"id = \"x\"": {"media.paper_mm"},
		"id = ":      {"line 1"},
		"id = \"generic-58\"\ninherits = \"xprinter-58\"": {"inherits", "circle"},
		good + "[media]\nwidth_dots = \"576\"":            {"width_dots"},
		good + "[fonts.A]\ncols = -1":                     {"fonts.A"},
		good + "[raster]\nthreshold = 300":                {"raster.threshold"},
		good + "text_mode = \"braille\"":                  {"text_mode", "hybrid"},
		good + "[drawer]\nenabled = true\non_ms = 900":    {"drawer", "510"},
	} {
		_, err := profilesFrom(t, map[string]string{"quay.toml": text})
		if err == nil {
			t.Errorf("accepted:\n%s", text)
			continue
		}
		for _, w := range append(want, "quay.toml") {
			if !strings.Contains(err.Error(), w) && !(w == "quay.toml" && strings.Contains(err.Error(), "profiles/")) {
				t.Errorf("%q\ndoes not say %q for\n%s", err, w, text)
			}
		}
	}
	if _, err := profilesFrom(t, map[string]string{"a.toml": good, "b.toml": good}); err == nil || !strings.Contains(err.Error(), "a.toml") {
		t.Errorf("two of one id: %v", err)
	}
	_, err := profilesFrom(t, map[string]string{"a.toml": "id = \"a\"\ninherits = \"b\"", "b.toml": "id = \"b\"\ninherits = \"a\""})
	if err == nil || !strings.Contains(err.Error(), "circle") {
		t.Errorf("a circle: %v", err)
	}
}

// FuzzProfile reads profiles from anything: what is accepted can print, and is the same when written and read again.
func FuzzProfile(f *testing.F) {
	for _, s := range shippedProfiles() {
		f.Add(s.text)
	}
	f.Add("id = \"x\"\ninherits = \"x\"")
	f.Add("id = \"x\"\ninherits = \"generic-80\"\ninit_bytes = \"1D 28 44 03 00 14 01 00\"\n[media]\nleft_margin_dots = 16")
	doc := Doc{Title: "Thẻ", Blocks: []Block{Text{Text: "Đặng 1"}, Rule{}, Barcode{Code: "16041604"}}}
	f.Fuzz(func(t *testing.T, text string) {
		all, err := resolve(append(shippedProfiles(), profileSource{file: "own.toml", text: text}))
		if err != nil {
			return
		}
		for _, p := range all {
			var out bytes.Buffer
			if err := toml.NewEncoder(&out).Encode(p); err != nil {
				t.Fatal(err)
			}
			var again Profile
			if meta, err := toml.Decode(out.String(), &again); err != nil || len(meta.Undecoded()) > 0 {
				t.Fatalf("written again: %v, %v", err, meta.Undecoded())
			}
			if again.ID != p.ID || again.Raster != p.Raster || again.Media != p.Media || !bytes.Equal(again.InitBytes, p.InitBytes) {
				t.Fatalf("%+v\nbecomes %+v", p, again)
			}
		}
		p := all[len(all)-1]
		job := renderer(t, p).Job("x", doc).Bytes()
		noRealTime(t, text, job)
		if !wholeCommands(job) {
			t.Fatalf("not whole commands:\n%s", text)
		}
	})
}

func TestTheTestPageShowsWhatAPrinterCanDo(t *testing.T) {
	t.Parallel()
	for _, id := range []string{"epson-203", "generic-58"} {
		p := profile(t, id)
		for _, l := range []stampdesk.Lang{stampdesk.Vietnamese, stampdesk.English} {
			m := meta(l)
			doc := TestPageDoc(p, m)
			job := renderer(t, p).Job("test-page", doc)
			got, err := readAll(job.Bytes(), p)
			if err != nil {
				t.Fatal(err)
			}
			name := "test-page-" + id + "-" + string(l)
			golden(t, name+".txt", []byte(job.Text))
			golden(t, "commands-"+name+".txt", []byte(got.list.String()))
			var picture bytes.Buffer
			if err := job.PNG(&picture); err != nil {
				t.Fatal(err)
			}
			golden(t, name+".png", picture.Bytes())
			pages := map[int]bool{}
			for _, s := range got.texts {
				if strings.Contains(s.bytes, "T:\xC6\xD5\xF7\xE9\xAE W:\xE3\xF2\xEA\xEC\xFD\xDE\xF4\xF2\xF0") {
					pages[s.page] = true
				}
			}
			for _, want := range testPages {
				if !pages[want] {
					t.Errorf("%s: page %d is not shown", name, want)
				}
			}
			for _, r := range vietnamese() {
				if !strings.ContainsRune(job.Text, r) && !strings.ContainsRune("aeiouyAEIOUY", r) {
					t.Errorf("%s: %c is missing", name, r)
				}
			}
		}
	}
	for _, shipped := range Profiles() {
		for _, p := range inModes(shipped) {
			if _, err := readAll(renderer(t, p).Job("x", TestPageDoc(p, Meta{Lang: stampdesk.Vietnamese})).Bytes(), p); err != nil {
				t.Errorf("%s %s: %v", p.ID, p.TextMode, err)
			}
		}
	}
	w, e := reflect.ValueOf(testPageVI()), reflect.ValueOf(testPageEN())
	for i := range w.NumField() {
		if w.Field(i).Len() == 0 || e.Field(i).Len() == 0 {
			t.Errorf("no words for %s", w.Type().Field(i).Name)
		}
	}
}

// Only what needs a file that is wrong is kept from its work.
func TestABrokenProfileIsNoneAndTheOthersAre(t *testing.T) {
	all, err := profilesFrom(t, map[string]string{
		"broken.toml":     "id = [",
		"generic-58.toml": "inherits = \"generic-58\"\n# m\xe1y in", // is no UTF-8, and replaces what xprinter-58 is made from
		"child.toml":      "id = \"child\"\ninherits = \"wide\"",
		"wide.toml":       "id = \"wide\"\ninherits = \"generic-80\"\n[media]\nwidth_dots = -1",
		"a.toml":          "id = \"a\"\ninherits = \"b\"",
		"b.toml":          "id = \"b\"\ninherits = \"a\"",
		".#good.toml":     "of an editor",
		"good.toml":       "\xef\xbb\xbfid = \"good\"\r\ninherits = \"generic-80\"\r\n",
	})
	var ids []string
	for _, p := range all {
		ids = append(ids, p.ID)
	}
	if want := []string{"generic-80", "epson-203", "epson-180", "xprinter-80", "mock", "good"}; !slices.Equal(ids, want) {
		t.Errorf("profiles %q, want %q", ids, want)
	}
	for _, file := range []string{"broken.toml", "generic-58.toml", "wide.toml", "a.toml", "b.toml"} {
		if err == nil || strings.Count(err.Error(), string(filepath.Separator)+file+":") != 1 {
			t.Errorf("%s is not named once: %v", file, err)
		}
	}
}

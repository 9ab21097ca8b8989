package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"stampdesk"
	"stampdesk/device"
	"stampdesk/tui"
)

// settingsOn are the settings of a desk whose file a person wrote.
func settingsOn(t *testing.T, st *station, text string) (d *deskSettings, file string) {
	t.Helper()
	home := t.TempDir()
	file = filepath.Join(home, ".config", "stampdesk", "config.toml")
	if text != "" {
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	env := map[string]string{"HOME": home, "STAMPDESK_IDLE": "5m"}
	a := newApp(nil, nil, nil, func(k string) string { return env[k] })
	var err error
	if a.conf, err = loadConfig("", a.getenv, a.globals()); err != nil {
		t.Fatal(err)
	}
	return a.settings(st), file
}

// tested gives the next scan of a test.
func tested(t *testing.T, heard <-chan tui.TestScan) tui.TestScan {
	t.Helper()
	select {
	case s := <-heard:
		return s
	case <-time.After(5 * time.Second):
		t.Fatal("the test heard nothing")
		return tui.TestScan{}
	}
}

func TestATestScanIsReadByTheRunningScannerAndIsNoCard(t *testing.T) {
	st, sims := scannersOn(t, device.FeedbackACK, "")
	d, _ := settingsOn(t, st, "")
	for _, baud := range []int{9600, 19200} { // as the desk has it, and otherwise
		ctx, cancel := context.WithCancel(t.Context())
		heard, ended := make(chan tui.TestScan, 8), make(chan error, 1)
		go func() {
			ended <- d.listen(ctx, tui.Listening{Port: sims[0].Name(), Baud: baud, Lang: stampdesk.English}, func(s tui.TestScan) { heard <- s })
		}()
		time.Sleep(400 * time.Millisecond)
		sims[0].Send("31000401\r\n")
		s := tested(t, heard)
		if !s.Usable || s.Suffix != "crlf" || s.Read[0] != `"31000401" · behind: CR LF` || !strings.HasPrefix(s.Hex[0], "33 31 30") || len(s.Wrong) != 0 {
			t.Errorf("%d: %+v", baud, s)
		}
		hears(t, "a test", sims[0], time.Second/2, "\x06")
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	}
	select {
	case r := <-st.in:
		t.Errorf("%#v went to the desk", r)
	default:
	}
	for range 100 { // what is scanned before the line is open again is nobody's
		sims[0].Scan("31000402")
		select {
		case r := <-st.in:
			if r.(stampdesk.Scan).Raw != "31000402" {
				t.Errorf("%#v", r)
			}
			return
		case <-time.After(50 * time.Millisecond):
		}
	}
	t.Error("the desk reads no more")
}

func TestAPortThatCannotBeOpenedEndsTheTestWithAReason(t *testing.T) {
	d, _ := settingsOn(t, &station{notices: newNotices()}, "")
	err := d.listen(t.Context(), tui.Listening{Port: "/dev/nothing-here", Baud: 9600, Lang: stampdesk.English}, nil)
	if err == nil || !strings.Contains(err.Error(), "There is no such device") {
		t.Error(err)
	}
}

func TestSettingsOnTheScreenAreWrittenAndBeepsChangeAtOnce(t *testing.T) {
	st, sims := scannersOn(t, device.FeedbackNone, "")
	d, file := settingsOn(t, st, "# bàn 2\n[scanner]\nport = \""+sims[0].Name()+"\" # dây dài\n")
	if err := d.set(t.Context(), tui.Change{Key: "scanner.feedback", Value: "ack_nak"}); err != nil {
		t.Fatal(err)
	}
	sims[0].Scan("31000401")
	st.next(t)
	st.scanners.hear(&stampdesk.Outcome{Result: stampdesk.Judged, Raw: "31000401"})
	hears(t, "as set", sims[0], time.Second, "\x06")
	if err := d.set(t.Context(), tui.Change{Key: "desk.idle", Value: "1h"}); err == nil || !strings.Contains(err.Error(), "STAMPDESK_IDLE") {
		t.Errorf("what the environment gives was set: %v", err)
	}
	if err := d.set(t.Context(), tui.Change{Key: "lang", Value: "en"}, tui.Change{Key: "desk.id", Value: "no id!"}); err == nil {
		t.Error("a desk without a name was set")
	}
	b, err := os.ReadFile(file)
	if want := "# bàn 2\n[scanner]\nport = \"" + sims[0].Name() + "\" # dây dài\nfeedback = \"ack_nak\"\n"; err != nil || string(b) != want {
		t.Errorf("%v %s", err, b)
	}
	for _, s := range d.list() {
		if s.Key == "scanner.feedback" && s.Value != "ack_nak" || s.Key == "desk.idle" && (s.Given != "STAMPDESK_IDLE" || s.Value != "5m") {
			t.Errorf("%+v", s)
		}
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
		t.Error(info.Mode(), err)
	}
}

func TestSettingsMakeTheirFileWhereThereIsNone(t *testing.T) {
	d, file := settingsOn(t, &station{notices: newNotices()}, "")
	if err := d.set(t.Context(), tui.Change{Key: "printers.kho.to", Value: "tcp:10.0.0.7"}, tui.Change{Key: "printer.to", Value: "file:receipts"}); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(file)
	if err != nil || string(b) != "[printers.kho]\nto = \"tcp:10.0.0.7\"\n\n[printer]\nto = \"file:receipts\"\n" {
		t.Errorf("%v %s", err, b)
	}
	info, err := os.Stat(filepath.Dir(file))
	if err != nil || info.Mode().Perm() != 0o700 {
		t.Error(info.Mode(), err)
	}
}

func TestAFileThatNobodyMayWriteIsLeftAlone(t *testing.T) {
	d, file := settingsOn(t, &station{notices: newNotices()}, "lang = \"vi\"\n")
	if err := os.Chmod(file, 0o444); err != nil {
		t.Fatal(err)
	}
	err := d.set(t.Context(), tui.Change{Key: "lang", Value: "en"})
	if b, _ := os.ReadFile(file); err == nil || string(b) != "lang = \"vi\"\n" {
		t.Errorf("%v %s", err, b)
	}
}

func TestATestPageGoesWhereThePrinterWillPrintOnceItIsSaved(t *testing.T) {
	d, file := settingsOn(t, &station{notices: newNotices()}, "")
	want := filepath.Join(filepath.Dir(file), "giay in")
	text, err := d.testPage(t.Context(), stampdesk.Vietnamese, "file:giay in", "generic-80", "auto")
	if err != nil || !strings.Contains(text, "file:"+want) {
		t.Fatalf("%q %v", text, err)
	}
	if all, err := os.ReadDir(want); err != nil || len(all) == 0 {
		t.Errorf("no page: %v", err)
	}
	if err := d.set(t.Context(), tui.Change{Key: "printer.to", Value: "file:giay in"}); err != nil {
		t.Fatal(err)
	}
	for _, s := range d.list() {
		if s.Key == "printer.to" && s.Value != "file:"+want {
			t.Errorf("saved as %q", s.Value)
		}
	}
}

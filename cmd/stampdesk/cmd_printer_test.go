package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"stampdesk/printer"
)

// runAt runs the program on a data directory, as the command of another
// process would.
func runAt(t *testing.T, data string, args ...string) (code int, out, errw string) {
	t.Helper()
	t.Setenv("STAMPDESK_PRINTER_TO", "") // the task carries the environment of the process
	var o, e bytes.Buffer
	env := map[string]string{"HOME": filepath.Dir(data), "STAMPDESK_DATA": data}
	code = run(context.Background(), args, strings.NewReader(""), &o, &e, func(k string) string { return env[k] })
	return code, o.String(), e.String()
}

func TestAPrinterThatTheDeskHasIsLentForATestPage(t *testing.T) {
	papers := filepath.Join(t.TempDir(), "papers")
	data, st := serving(t, func(c *config) { c.Printer.To = "file:" + papers })
	lent, done := make(chan struct{}), make(chan struct{})
	go st.spools[0].Use(context.Background(), func(context.Context, printer.Transport) error { close(lent); <-done; return nil })
	<-lent
	time.AfterFunc(300*time.Millisecond, func() {
		if files, _ := filepath.Glob(filepath.Join(papers, "*")); len(files) > 0 {
			t.Errorf("printed beside the desk: %v", files)
		}
		close(done)
	})
	code, _, errw := runAt(t, data, "printer", "test", "--to", "file:"+papers)
	if files, _ := filepath.Glob(filepath.Join(papers, "*-test-page.*")); code != exitOK || len(files) != 3 {
		t.Errorf("exit %d: %s; %v", code, errw, files)
	}
	other := filepath.Join(t.TempDir(), "other")
	code, out, errw := runAt(t, data, "printer", "test", "--to", "file:"+other, "--json")
	if code != exitOK || !strings.Contains(out, `"to":"file:`+other+`"`) {
		t.Errorf("another printer: exit %d: %s%s", code, out, errw)
	}
	if files, _ := filepath.Glob(filepath.Join(other, "*-test-page.*")); len(files) != 3 {
		t.Errorf("printed: %v", files)
	}
}

func TestAPrinterIsSaidToHaveWhatAPersonCanSeeTo(t *testing.T) {
	a := newApp(nil, nil, nil, os.Getenv)
	codes, words := a.t.complaints(printer.Condition{OffLine: true, CoverOpen: true, PaperOut: true, CutterStuck: true, Broken: true, PaperLow: true})
	if got := strings.Join(codes, " "); got != "offline cover-open paper-out cutter broken paper-low" || len(words) != 4 {
		t.Errorf("%s: %q", got, words)
	}
	if _, words := a.t.complaints(printer.Condition{OffLine: true, PaperOut: true, PaperLow: true}); !slices.Equal(words, []string{a.t.PrinterPaperOut}) {
		t.Errorf("without paper it says %q", words)
	}
	for _, c := range []printer.Condition{{OffLine: true}, {PaperLow: true}} {
		if _, words := a.t.complaints(c); len(words) != 1 {
			t.Errorf("%+v: %q", c, words)
		}
	}
	if codes, _ := a.t.complaints(printer.Condition{}); codes == nil || len(codes) > 0 {
		t.Errorf("of nothing it says %v", codes)
	}
}

func TestNobodyAnswersForADocumentThatIsBeingPrinted(t *testing.T) {
	papers := filepath.Join(t.TempDir(), "papers")
	if err := os.Mkdir(papers, 0o700); err != nil {
		t.Fatal(err)
	}
	state := filepath.Join(papers, "state.json")
	if err := os.WriteFile(state, []byte(`{"slow_baud":9600}`), 0o600); err != nil {
		t.Fatal(err)
	}
	data, st := serving(t, func(c *config) { c.Printer.To = "mock:" + papers })
	t.Setenv("STAMPDESK_OPERATOR", "GS1") // the task carries the environment of the process
	t.Setenv("STAMPDESK_PIN", "2222")
	t.Setenv("STAMPDESK_DATA", data)
	t.Setenv("STAMPDESK_PRINTER_TO", "mock:"+papers)
	t.Setenv("HOME", filepath.Dir(data))
	runAs := func(args ...string) (code int, said string) {
		var all bytes.Buffer
		code = run(context.Background(), args, strings.NewReader(""), &all, &all, os.Getenv)
		return code, all.String()
	}
	ordered := make(chan string, 1)
	go func() {
		_, said := runAs("print", "tally")
		ordered <- said
	}()
	number := ""
	for deadline := time.Now().Add(20 * time.Second); ; {
		s, err := st.spools[0].State(context.Background())
		if err != nil || time.Now().After(deadline) {
			t.Fatalf("%+v, %v", s, err)
		}
		if s.Status == printer.Printing && s.Sent > 0 {
			number = s.Job.Order.Key.String()
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	for _, args := range [][]string{{"print", "settle", number, "--as", "printed"}, {"print", "settle", number, "--as", "again"}} {
		if code, said := runAs(args...); code != exitFailed || !strings.Contains(said, "đang in") {
			t.Errorf("%v: exit %d: %s", args, code, said)
		}
	}
	if code, said := runAs("print", "settle", "--as", "printed"); code != exitOK || !strings.Contains(said, "Không có bản in nào") {
		t.Errorf("exit %d: %s", code, said)
	}
	if err := os.WriteFile(state, []byte(`{}`), 0o600); err != nil {
		t.Fatal(err)
	}
	if said := <-ordered; !strings.Contains(said, "Đã in 1 bản") {
		t.Error(said)
	}
	if files, _ := filepath.Glob(filepath.Join(papers, "*.bin")); len(files) != 1 {
		t.Errorf("printed: %v", files)
	}
}

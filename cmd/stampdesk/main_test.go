package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// asProgram makes the test binary the program itself, for tests that need a
// process of its own.
const asProgram = "STAMPDESK_TEST_AS_PROGRAM"

// noSleep spares the race detector's second at the end of every process.
const noSleep = "atexit_sleep_ms=0"

func TestMain(m *testing.M) {
	argonCost.time, argonCost.memory = 1, 64                      // of some hundred PINs; those of the end-to-end tests cost what they cost
	checksFile := len(os.Args) > 1 && os.Args[1] == "verify-file" // for a run of the program inside a test
	if os.Getenv(asProgram) != "" || checksFile {
		main()
		return
	}
	os.Setenv(asProgram, "") // not for children that do not ask for it
	testscript.Main(m, map[string]func(){"stampdesk": main})
}

// beside are the scripts in which one thing runs beside another: a desk in
// lines, an import and its progress, a printer that is waited for, a backup. A
// short run is for the race detector, which has nothing to see in the others.
var beside = []string{"plain", "import", "printer_mock", "backup"}

// TestScripts runs the scripts of testdata/script over the real program.
func TestScripts(t *testing.T) {
	p := testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("HOME", e.WorkDir)
			e.Setenv("STAMPDESK_DATA", e.WorkDir+"/data")
			e.Setenv("STAMPDESK_OPERATOR", "GS1")
			e.Setenv("STAMPDESK_PIN", "2222")
			e.Setenv("TERM", "dumb")
			e.Setenv("GORACE", noSleep)
			return nil
		},
		UpdateScripts: os.Getenv("UPDATE_SCRIPTS") != "",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "spoil": spoil,
		},
	}
	if testing.Short() {
		p.Dir = ""
		for _, name := range beside {
			p.Files = append(p.Files, "testdata/script/"+name+".txtar")
		}
	}
	testscript.Run(t, p)
}

// exits runs the program and wants an exit code: exits CODE ARGS…
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE ARGS…")
	}
	err := ts.Exec("stampdesk", args[1:]...)
	code := 0
	if ee, ok := errors.AsType[*exec.ExitError](err); ok {
		code = ee.ExitCode()
	}
	if want, _ := strconv.Atoi(args[0]); code != want {
		ts.Fatalf("stampdesk %s: exit %d, want %d", strings.Join(args[1:], " "), code, want)
	}
}

// spoil overwrites pages in the middle of a file: spoil FILE
func spoil(ts *testscript.TestScript, _ bool, args []string) {
	f, err := os.OpenFile(ts.MkAbs(args[0]), os.O_WRONLY, 0)
	ts.Check(err)
	_, err = f.WriteAt(make([]byte, 8*4096), 3*4096)
	ts.Check(errors.Join(err, f.Close()))
}

// program is a run of the program in a process of its own.
func program(t testing.TB, data string, args ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(os.Args[0], args...)
	cmd.Env = append(os.Environ(), asProgram+"=1", "TERM=dumb", "GORACE="+noSleep, "HOME="+data,
		"STAMPDESK_DATA="+data+"/store", "STAMPDESK_OPERATOR=GS1", "STAMPDESK_PIN=2222")
	return cmd
}

// mustRun runs the program inside the test's process, and gives its stdout.
func mustRun(t testing.TB, data string, args ...string) string {
	t.Helper()
	var out, errw bytes.Buffer
	env := map[string]string{
		"HOME": data, "STAMPDESK_DATA": data + "/store", "STAMPDESK_OPERATOR": "GS1", "STAMPDESK_PIN": "2222",
	}
	code := run(context.Background(), args, strings.NewReader(""), &out, &errw, func(k string) string { return env[k] })
	if code != exitOK {
		t.Fatalf("stampdesk %s: exit %d: %s", strings.Join(args, " "), code, errw.String())
	}
	return out.String()
}

// longRun is for tests whose work other processes do, or that only repeat at length what others run: the race detector
// sees nothing new in them, and takes ten times as long.
func longRun(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("not with -short")
	}
}

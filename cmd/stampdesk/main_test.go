package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// asProgram makes the test binary the program itself, for tests that need a
// process of its own.
const asProgram = "STAMPDESK_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
		return
	}
	os.Setenv(asProgram, "") // not for children that do not ask for it
	testscript.Main(m, map[string]func(){"stampdesk": main})
}

// TestScripts runs the scripts of testdata/script over the real program.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("HOME", e.WorkDir)
			e.Setenv("STAMPDESK_DATA", e.WorkDir+"/data")
			e.Setenv("STAMPDESK_OPERATOR", "GS1")
			e.Setenv("STAMPDESK_PIN", "2222")
			e.Setenv("TERM", "dumb")
			return nil
		},
		UpdateScripts: os.Getenv("UPDATE_SCRIPTS") != "",
	})
}

// program is a run of the program in a process of its own.
func program(t testing.TB, data string, args ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(os.Args[0], args...)
	cmd.Env = append(os.Environ(), asProgram+"=1", "TERM=dumb", "HOME="+data,
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

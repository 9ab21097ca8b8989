package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestWhoActsIsWarnedThatOthersAreOnDuty(t *testing.T) {
	data := t.TempDir()
	mustRun(t, data, "init", "--supervisor", "GS1")
	plan := func(people string) string {
		file := filepath.Join(data, "duty.toml")
		today := time.Now().Format("02/01/2006")
		text := fmt.Sprintf("[[duty]]\nday = %q\ndesk = \"B1\"\npeople = [%s]\n", today, people)
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return mustRun(t, data, "round", "set", file)
	}
	said := func() string {
		var out, errw bytes.Buffer
		env := map[string]string{"HOME": data, "STAMPDESK_DATA": data + "/store", "STAMPDESK_OPERATOR": "GS1", "STAMPDESK_PIN": "2222"}
		run(t.Context(), []string{"round", "close", "--reason", "x"}, strings.NewReader(""), &out, &errw, func(k string) string { return env[k] })
		return errw.String()
	}
	if out := plan(`"OP1", "OP2"`); !strings.Contains(out, "Trực hôm nay, bàn B1: OP1, OP2") {
		t.Errorf("round set says %q", out)
	}
	if s := said(); !strings.Contains(s, "bàn B1 là OP1, OP2, không phải GS1") {
		t.Errorf("said %q", s)
	}
	plan(`"GS1"`)
	if s := said(); s != "" {
		t.Errorf("said %q of who is on duty", s)
	}
}

package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"stampdesk"
)

func TestADeadlineWarnsThreeDaysBeforeAndAfter(t *testing.T) {
	r := stampdesk.Round{UnitsBy: stampdesk.Date{Year: 2021, Month: 5, Day: 10}}
	for _, c := range []struct {
		today   stampdesk.Date
		left    int
		warning string
	}{
		{stampdesk.Date{Year: 2021, Month: 5, Day: 6}, 4, ""},
		{stampdesk.Date{Year: 2021, Month: 5, Day: 7}, 3, "near"},
		{stampdesk.Date{Year: 2021, Month: 5, Day: 10}, 0, "near"},
		{stampdesk.Date{Year: 2021, Month: 5, Day: 11}, -1, "past"},
		{stampdesk.Date{Year: 2020, Month: 5, Day: 10}, 365, ""},
	} {
		all := deadlines(r, c.today)
		if len(all) != 1 || all[0].left != c.left || all[0].warning() != c.warning {
			t.Errorf("on %v: %+v %q, want %d days %q", c.today, all, all[0].warning(), c.left, c.warning)
		}
	}
}

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

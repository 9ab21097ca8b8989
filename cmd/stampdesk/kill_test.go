package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"stampdesk"
	"stampdesk/store/bolt"
)

// TestKillingTheProgramLosesNothingItAnnounced kills the program at random
// moments while cards stream in, and then looks for every announced entry.
func TestKillingTheProgramLosesNothingItAnnounced(t *testing.T) {
	longRun(t)
	const kills, members = 25, 20_000
	data := t.TempDir()
	mustRun(t, data, "init", "--supervisor", "GS1")
	roster := filepath.Join(data, "roster.csv")
	var csv strings.Builder
	csv.WriteString("Số thẻ,Họ và tên,Mã đơn vị\n")
	for i := range members {
		fmt.Fprintf(&csv, "31%06d,Đảng viên %d,P01\n", i+1, i+1)
	}
	if err := os.WriteFile(roster, []byte(csv.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	mustRun(t, data, "roster", "import", roster)
	mustRun(t, data, "batch", "open", "--unit", "P01")
	mustRun(t, data, "batch", "decide", "--no", "1", "--date", "15/04/2021")

	announced := map[stampdesk.EntryKey]string{}
	next := 1
	for range kills {
		next = killOnce(t, data, next, announced)
	}
	var found struct {
		OK       bool
		Problems []string
	}
	out := checkInProcess(t, data)
	if err := json.Unmarshal([]byte(out), &found); err != nil || !found.OK {
		t.Errorf("check: %s %v", out, err)
	}
	s, err := bolt.Open(data+"/store", bolt.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	err = s.View(context.Background(), func(s stampdesk.Snapshot) error {
		for k, card := range announced {
			e, err := s.Entry(k)
			if err != nil {
				return err
			}
			if e.Card.Digits() != card || e.Act != stampdesk.ActStamped {
				t.Errorf("entry %v: %v %v, announced was the stamp of %s", k, e.Act, e.Card, card)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(announced) < kills {
		t.Errorf("only %d cards were announced in %d runs", len(announced), kills)
	}
	t.Logf("%d kills, %d entries announced, all there", kills, len(announced))
}

// killOnce streams cards in from number next on, kills the program some
// moments after its first answer, and gives the number to go on from.
func killOnce(t *testing.T, data string, next int, announced map[stampdesk.EntryKey]string) int {
	cmd := program(t, data, "replay", "--json")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		for i := next; ; i++ {
			if _, err := fmt.Fprintf(in, "31%06d\n", i); err != nil {
				return // it was killed
			}
		}
	}()
	lines := bufio.NewScanner(out)
	for n := 0; lines.Scan(); n++ {
		if n == 0 {
			time.AfterFunc(time.Duration(rand.IntN(60_000))*time.Microsecond, func() { cmd.Process.Kill() })
		}
		var v replayJSON
		if err := json.Unmarshal(lines.Bytes(), &v); err != nil {
			break // the line it died in
		}
		if v.Verdict == "stamp" {
			announced[stampdesk.EntryKey{Desk: v.Entry.Desk, Seq: v.Entry.Seq}] = v.Card
		}
		next++
	}
	cmd.Wait()
	return next
}

func checkInProcess(t *testing.T, data string) string {
	cmd := program(t, data, "check", "--json")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Errorf("check: %v", err)
	}
	return string(out)
}

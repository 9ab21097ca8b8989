package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"stampdesk"
	"stampdesk/printer/form"
	"stampdesk/store/bolt"
	"stampdesk/tui"
)

// counting listens to how far forms are, and stops them after some.
type counting struct {
	calls  int
	stages []tui.ImportStage // as they came
	stop   func()
}

func (c *counting) heard(int, int) {
	if c.calls++; c.stop != nil {
		c.stop()
	}
}

// staged listens to a form that is written.
func (c *counting) staged(stage tui.ImportStage, done, total int) {
	if c.heard(done, total); len(c.stages) == 0 || c.stages[len(c.stages)-1] != stage {
		c.stages = append(c.stages, stage)
	}
}

// newDeskForms writes the forms of the shelf's store.
func newDeskForms(t *testing.T) (*shelf, tui.Forms) {
	t.Helper()
	s := newShelf(t)
	return s, s.app.forms(s.store)
}

func TestTheScreenIsToldWhatEachFormHoldsAndWhatIsInItsWay(t *testing.T) {
	_, f := newDeskForms(t)
	var progress counting
	all, err := f.List(t.Context(), stampdesk.Vietnamese, "", progress.heard)
	if err != nil {
		t.Fatal(err)
	}
	held := map[tui.FormKind]tui.FormState{}
	for _, st := range all {
		held[st.Kind] = st
	}
	if progress.calls < 7 || held[7].Tally == nil || held[7].Tally.WithCard != 3 || held[tui.WrittenReport].Tally == nil {
		t.Errorf("%d calls, form 7 %+v", progress.calls, held[7])
	}
	if st := held[2]; st.Tally != nil || st.Rows != 0 || len(st.Notes) == 0 || st.Notes[0].Kind != stampdesk.NoteNoList {
		t.Errorf("form 2: %+v", st)
	}
	of, err := f.List(t.Context(), stampdesk.Vietnamese, "P01", progress.heard)
	if err != nil || len(of) < 6 || of[5].Tally == nil || of[5].Tally.WithCard != 2 {
		t.Errorf("of a unit: %v %+v", err, of)
	}
	for _, st := range of {
		if st.Kind == 7 || st.Kind == tui.WrittenReport {
			t.Errorf("a unit has no form %d", st.Kind)
		}
	}
}

func TestAFormIsWrittenWholePrivateAndNotOverAnother(t *testing.T) {
	_, f := newDeskForms(t)
	for _, ending := range []string{".xlsx", ".pdf", ".csv", ".txt"} {
		t.Run(ending, func(t *testing.T) {
			q := tui.FormQuery{Kind: 5, Scope: stampdesk.Scope{Unit: "P01"}, Path: filepath.Join(t.TempDir(), "mau5"+ending), Lang: stampdesk.Vietnamese}
			w, err := f.Write(t.Context(), q, (&counting{}).staged)
			if err != nil {
				t.Fatal(err)
			}
			info, err := os.Stat(q.Path)
			if err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 || info.Size() != w.Bytes || w.Path != q.Path {
				t.Errorf("%v %v %+v", err, info, w)
			}
			if pages := map[string]int{".xlsx": 1, ".pdf": 1}[ending]; w.Pages != pages {
				t.Errorf("%d pages, want %d", w.Pages, pages)
			}
			if _, err := f.Write(t.Context(), q, (&counting{}).staged); !errors.Is(err, tui.ErrFileThere) {
				t.Errorf("over another: %v", err)
			}
			q.Replace = true
			if _, err := f.Write(t.Context(), q, (&counting{}).staged); err != nil {
				t.Errorf("told to replace it: %v", err)
			}
		})
	}
}

func TestAFormThatIsStoppedLeavesNothingBehind(t *testing.T) {
	_, f := newDeskForms(t)
	ctx, cancel := context.WithCancel(t.Context())
	dir := t.TempDir()
	_, err := f.Write(ctx, tui.FormQuery{Kind: 6, Each: true, Path: filepath.Join(dir, "mau6.xlsx")}, (&counting{stop: cancel}).staged)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestWhereAFileCannotGoIsSaidBeforeItIsFilledIn(t *testing.T) {
	s, f := newDeskForms(t)
	for name, c := range map[string]struct{ path, want string }{
		"no directory": {filepath.Join(s.dir, "nowhere", "a.xlsx"), "không có thư mục"},
		"a directory":  {s.dir, s.dir},
		"under a file": {filepath.Join(s.put("plain.txt", "x"), "a.xlsx"), "plain.txt"},
	} {
		t.Run(name, func(t *testing.T) {
			progress := counting{}
			_, err := f.Write(t.Context(), tui.FormQuery{Kind: 2, Path: c.path, Lang: stampdesk.Vietnamese}, progress.staged)
			if err == nil || !strings.Contains(err.Error(), c.want) || progress.calls > 0 {
				t.Errorf("%v after %d calls", err, progress.calls)
			}
		})
	}
}

func TestTheHomeOfTheUserStandsForItsSign(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	for path, want := range map[string]string{"~/gui/a.xlsx": filepath.Join(home, "gui", "a.xlsx"), "~": home, "~x/a.xlsx": "~x/a.xlsx", "/a/~": "/a/~"} {
		if got := atHome(path); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
}

func TestWritingTheFileIsAStageOfItsOwn(t *testing.T) {
	_, f := newDeskForms(t)
	var progress counting
	q := tui.FormQuery{Kind: 6, Each: true, Path: filepath.Join(t.TempDir(), "mau6.xlsx"), Lang: stampdesk.Vietnamese}
	if _, err := f.Write(t.Context(), q, progress.staged); err != nil || !slices.Equal(progress.stages, []tui.ImportStage{tui.StageFill, tui.StageFile}) {
		t.Errorf("%v %v", progress.stages, err)
	}
}

func TestAFormIsLookedAtInTheWidthOfTheWindow(t *testing.T) {
	_, f := newDeskForms(t)
	for k := tui.FormKind(1); k <= tui.MovementsReport; k++ {
		for _, cols := range []int{72, 92} { // of a window of 80 and of 100
			text, err := f.Text(t.Context(), tui.FormQuery{Kind: k, Lang: stampdesk.Vietnamese}, cols)
			if err != nil {
				t.Fatalf("form %d: %v", k, err)
			}
			for line := range strings.Lines(text) {
				if n := ansi.StringWidth(line); n > cols {
					t.Errorf("form %d within %d: %d columns: %s", k, cols, n, line)
				}
			}
		}
	}
}

func TestTheListOfFormsHasTheShareThatTheFormPrints(t *testing.T) {
	tally := stampdesk.Tally{Stamped: 16036, Damaged: 170, Refused: 3, Remaining: 351}
	tally.WithCard = 16560
	one := 1
	for want, shares := range map[string]stampdesk.Shares{"96,83%": {}, "96,9%": {Decimals: &one, Rounding: stampdesk.RoundCut}} {
		st := stateOf(stampdesk.FormResult, &stampdesk.Filled{Tally: tally}, shares)
		if got := st.Stamped.In(stampdesk.Vietnamese); got != want || got != shares.OfTally(&tally).At("stamped").In(stampdesk.Vietnamese) {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func TestOnlyTheBeginningOfALongFormIsShown(t *testing.T) {
	long := form.Page{Title: []string{"DANH SÁCH"}, Table: &form.Table{Columns: []form.Column{{Heading: "Họ và tên", Width: 40}}}}
	for range 2 * mostShown {
		long.Table.Rows = append(long.Table.Rows, form.Row{Cells: []form.Cell{{Text: "Nguyễn Văn A"}}})
	}
	text, err := beginningOf(t.Context(), []form.Page{long}, form.TextWidth)
	if n := strings.Count(text, "\n"); err != nil || n != mostShown || !strings.Contains(text, "DANH SÁCH") {
		t.Errorf("%d lines, %v", n, err)
	}
	stopped, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := beginningOf(stopped, []form.Page{long}, form.TextWidth); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
}

func TestEverythingOnTheListCanBeLookedAtAndWritten(t *testing.T) {
	_, f := newDeskForms(t)
	all, err := f.List(t.Context(), stampdesk.Vietnamese, "", (&counting{}).heard)
	if err != nil || len(all) != 9 {
		t.Fatalf("%d on the list: %v", len(all), err)
	}
	says := map[tui.FormKind]string{tui.WrittenReport: "BÁO CÁO", tui.MovementsReport: "BIẾN ĐỘNG"}
	for _, st := range all {
		if st.Absent != "" {
			t.Errorf("form %d: %s", st.Kind, st.Absent)
			continue
		}
		q := tui.FormQuery{Kind: st.Kind, Lang: stampdesk.Vietnamese, Path: filepath.Join(t.TempDir(), "a.txt")}
		text, err := f.Text(t.Context(), q, form.TextWidth)
		if want := says[st.Kind]; err != nil || !strings.Contains(strings.ToUpper(text), want) {
			t.Errorf("form %d: %v:\n%s", st.Kind, err, text)
		}
		if _, err := f.Write(t.Context(), q, (&counting{}).staged); err != nil {
			t.Errorf("form %d: %v", st.Kind, err)
		}
		if body, err := os.ReadFile(q.Path); err != nil || string(body) != text {
			t.Errorf("form %d: what was looked at is not what was written: %v", st.Kind, err)
		}
	}
}

func TestAFormOfACellIsOfOneThatTheUnitHas(t *testing.T) {
	data := formRound(t)
	st, err := bolt.Open(data+"/store", bolt.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	a := newApp(nil, nil, nil, func(string) string { return "" })
	a.conf = defaults()
	f := a.forms(st)
	cells, err := f.Cells(t.Context(), stampdesk.Vietnamese, "P01")
	if err != nil || !slices.Equal(cells, []string{"Chi bộ 1", "Chi bộ 2"}) {
		t.Fatalf("%v %q", err, cells)
	}
	text, err := f.Text(t.Context(), tui.FormQuery{Kind: 2, Blank: tui.WithRoster, Scope: stampdesk.Scope{Unit: "P01", Cell: cells[1]}}, form.TextWidth)
	if err != nil || !strings.Contains(text, "Lê Thị Dung") || strings.Contains(text, "Nguyễn Văn An") {
		t.Errorf("%v:\n%s", err, text)
	}
}

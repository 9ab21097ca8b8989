package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
	"weak"

	"stampdesk"
	"stampdesk/store/bolt"
	"stampdesk/store/sheet"
	"stampdesk/tui"
)

const screenRoster = "Số thẻ,Họ và tên,Ngày sinh,Mã đơn vị,Đơn vị\n" +
	"31000001,Nguyễn Văn An,1961,P01,Đảng bộ phường A\n" +
	"31000002,Trần Thị Bình,1962,P01,Đảng bộ phường A\n" +
	"31000003,Lê Thị Cam,1963,P02,Đảng bộ phường B\n"

// shelf is a directory with files, and an importer on a store with a roster
// and a batch of P01.
type shelf struct {
	*importer
	t   *testing.T
	dir string
}

func newShelf(t *testing.T) *shelf {
	t.Helper()
	data := t.TempDir()
	s := &shelf{t: t, dir: t.TempDir()}
	mustRun(t, data, "init", "--supervisor", "GS1")
	mustRun(t, data, "roster", "import", s.put("now.csv", screenRoster))
	mustRun(t, data, "batch", "open", "--unit", "P01")
	st, err := bolt.Open(data+"/store", bolt.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	a := newApp(nil, nil, nil, func(string) string { return "" })
	a.conf = defaults()
	a.conf.Data = data + "/store"
	s.importer = newImporter(a, st)
	return s
}

func (s *shelf) put(name, text string) string {
	s.t.Helper()
	path := filepath.Join(s.dir, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		s.t.Fatal(err)
	}
	return path
}

func (s *shelf) read(q tui.ImportQuery) *tui.Import {
	s.t.Helper()
	i, err := s.Read(context.Background(), q)
	if err != nil {
		s.t.Fatal(err)
	}
	return i
}

func (s *shelf) inForce() (info stampdesk.RosterInfo) {
	s.t.Helper()
	err := s.store.View(context.Background(), func(snap stampdesk.Snapshot) (err error) {
		info, err = snap.Roster()
		return err
	})
	if err != nil {
		s.t.Fatal(err)
	}
	return info
}

func TestTheScreenReadsARosterAndSavesItBesideTheOneInForce(t *testing.T) {
	s := newShelf(t)
	path := s.put("new.csv", strings.Replace(screenRoster, "Lê Thị Cam,1963,P02", "Lê Thị Cam,1963,P01", 1)+"31000009,Lê Thị Cam,1963,P01,Đảng bộ phường A\n")
	var stages []tui.ImportStage
	i := s.read(tui.ImportQuery{Path: path, Progress: func(stage tui.ImportStage, _, _ int) { stages = append(stages, stage) }})
	if i.ProblemCount != 0 || i.Draft == nil || len(i.Draft.New) != 1 || len(i.Draft.Edits) != 1 || i.Rows != 4 || i.List != nil {
		t.Errorf("%+v", i)
	}
	if len(i.Warnings) != i.WarningCount || !strings.Contains(strings.Join(i.Warnings, "\n"), "khác số thẻ (31.000003, 31.000009)") {
		t.Errorf("warnings %q", i.Warnings)
	}
	if !slices.Contains(stages, tui.StageCompare) {
		t.Errorf("stages %v", stages)
	}
	was := s.inForce()
	told := 0
	if err := s.Save(context.Background(), i, func(done, total int) { told = done*10 + total }); err != nil || told != 44 {
		t.Errorf("%v, told %d", err, told)
	}
	if s.inForce() != was {
		t.Error("saving put it in force")
	}
	in := s.read(tui.ImportQuery{Path: path, Lang: stampdesk.English})
	if !strings.Contains(strings.Join(in.Warnings, "\n"), "has the name and birth date of line 4") {
		t.Errorf("in English %q", in.Warnings)
	}
	if !slices.Equal(in.Warnings, i.Others.Warnings) || !slices.Equal(i.Warnings, in.Others.Warnings) {
		t.Errorf("the other language:\n%q\n%q", i.Others.Warnings, in.Others.Warnings)
	}
}

func TestTheScreenHearsOfANumberOfAnotherUnit(t *testing.T) {
	s := newShelf(t)
	i := s.read(tui.ImportQuery{Path: s.put("p01.csv", "Số thẻ,Họ và tên,Mã đơn vị\n31000003,Ai Đó,P01\n"), Unit: "P01"})
	if i.ProblemCount != 1 || len(i.Problems) != 1 || !strings.Contains(i.Problems[0], "đang là của Lê Thị Cam, 1963, P02") || i.Draft.CardClashes() != 1 {
		t.Errorf("%d problems %q", i.ProblemCount, i.Problems)
	}
}

func TestTheScreenReadsAList(t *testing.T) {
	s := newShelf(t)
	path := s.put("list.csv", "Số thẻ,Họ và tên\n31000001,Nguyễn Văn An\n31000003,Lê Thị Cam\n")
	i := s.read(tui.ImportQuery{Path: path, Form: stampdesk.FormStamp, Batch: "B1-001"})
	if i.List == nil || i.Draft != nil || i.List.Batch != "B1-001" || i.List.Form != stampdesk.FormStamp || len(i.List.Lines) != 2 || i.List.File == (stampdesk.Hash{}) {
		t.Errorf("%+v", i)
	}
	if _, err := s.Read(context.Background(), tui.ImportQuery{Path: path, Form: stampdesk.FormStamp, Batch: "B9-001"}); err == nil {
		t.Error("a list for no batch")
	}
}

func TestTheScreenGetsTheRowsBackWithTheReasons(t *testing.T) {
	s := newShelf(t)
	path := s.put("bad.csv", "Số thẻ,Họ và tên,Mã đơn vị\n3100001,Nguyễn Văn An,P01\n31000002,Trần Thị Bình,P01\n")
	i := s.read(tui.ImportQuery{Path: path})
	if i.ProblemCount != 1 || i.Draft != nil {
		t.Fatalf("%+v", i)
	}
	var names []string
	for range 2 {
		name, err := s.WriteErrors(context.Background(), i)
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, filepath.Base(name))
		text, err := os.ReadFile(name)
		if err != nil || !strings.Contains(string(text), "Nguyễn Văn An") || !strings.Contains(string(text), "7 chữ số") || !strings.Contains(string(text), "Trần Thị Bình") {
			t.Errorf("%v %s", err, text)
		}
	}
	if !slices.Equal(names, []string{"bad-loi.csv", "bad-loi-2.csv"}) {
		t.Errorf("names %v", names)
	}
	s.read(tui.ImportQuery{Path: filepath.Join(s.dir, "now.csv")}) // another file since
	if name, err := s.WriteErrors(context.Background(), i); err != nil || filepath.Base(name) != "bad-loi-3.csv" {
		t.Errorf("%s %v", name, err)
	}
	s.read(tui.ImportQuery{Path: filepath.Join(s.dir, "now.csv")})
	s.put("bad.csv", screenRoster) // and somebody corrected it
	if name, err := s.WriteErrors(context.Background(), i); err == nil || name != "" {
		t.Errorf("no errors any more: %q %v", name, err)
	}
}

func TestAComparedRosterIsLetGoOfByTheReaderOfFiles(t *testing.T) {
	s := newShelf(t)
	i := s.read(tui.ImportQuery{Path: s.put("next.csv", screenRoster+"31000004,Phạm Văn Dần,1964,P02,Đảng bộ phường B\n")})
	if err := s.Save(context.Background(), i, func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	draft := weak.Make(i.Draft)
	runtime.KeepAlive(i)
	i = nil
	for range 3 {
		runtime.GC()
	}
	if draft.Value() != nil {
		t.Error("it is kept until the next file is read")
	}
	if err := s.SaveProfile(context.Background(), "sau", tui.ImportQuery{Path: filepath.Join(s.dir, "next.csv")}); err != nil {
		t.Fatal(err)
	}
	if p, err := s.app.keptProfile("sau"); err != nil || !slices.Equal(p.Columns[stampdesk.FieldBirth], []string{"Ngày sinh"}) {
		t.Errorf("its columns: %+v %v", p, err)
	}
}

func TestAScreenHearsOfAFullDiskInItsLanguage(t *testing.T) {
	for lang, want := range map[stampdesk.Lang]string{stampdesk.Vietnamese: "Đĩa đầy.", stampdesk.English: "The disk is full."} {
		a := &app{t: textsIn(lang)}
		err := a.onScreen(fmt.Errorf("save the roster: %w", &fs.PathError{Op: "write", Path: "x", Err: syscall.ENOSPC}))
		if !strings.HasPrefix(err.Error(), want) || !errors.Is(err, syscall.ENOSPC) {
			t.Errorf("%s: %v", lang, err)
		}
		if err := a.onScreen(context.Canceled); err != context.Canceled {
			t.Errorf("who stopped it: %v", err)
		}
	}
}

func TestWhatIsStoppedLeavesTheRosterAndNoFile(t *testing.T) {
	s := newShelf(t)
	was := s.inForce()
	var big strings.Builder
	big.WriteString("Số thẻ,Họ và tên,Mã đơn vị\n")
	for i := range 60_000 {
		fmt.Fprintf(&big, "32%06d,Đảng viên Thứ %d,P01\n", i+1, i+1)
	}
	path := s.put("big.csv", big.String())
	ctx, cancel := context.WithCancel(context.Background())
	_, err := s.Read(ctx, tui.ImportQuery{Path: path, Progress: func(stage tui.ImportStage, _, _ int) {
		if stage == tui.StageCompare {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("while it was compared: %v", err)
	}
	cancel()
	if _, err := s.Read(ctx, tui.ImportQuery{Path: path}); !errors.Is(err, context.Canceled) {
		t.Errorf("before it was read: %v", err)
	}
	i := s.read(tui.ImportQuery{Path: path})
	ctx, cancel = context.WithCancel(context.Background())
	defer cancel()
	told := 0
	if err := s.Save(ctx, i, func(done, _ int) { told = done; cancel() }); !errors.Is(err, context.Canceled) || told == 0 {
		t.Errorf("while it was written: %v after %d", err, told)
	}
	if s.inForce() != was {
		t.Error("another roster is in force")
	}
	if left, _ := filepath.Glob(filepath.Join(s.app.conf.Data, "roster-*.part")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	if err := s.Save(context.Background(), i, func(int, int) {}); err != nil {
		t.Errorf("again: %v", err)
	}
}

func TestTheScreenBrowsesWhatItCanRead(t *testing.T) {
	s := newShelf(t)
	t.Setenv("HOME", s.dir)
	for _, name := range []string{"b.xlsx", "A.CSV", "c.tsv", "d.txt", "e.xlsm", "f.doc", ".g.csv", "h.csv.bak"} {
		s.put(name, "x")
	}
	for _, name := range []string{"z", "Ảnh", ".hidden", "folder.csv"} {
		if err := os.Mkdir(filepath.Join(s.dir, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	os.Symlink(filepath.Join(s.dir, "z"), filepath.Join(s.dir, "link"))
	os.Symlink(filepath.Join(s.dir, "nowhere"), filepath.Join(s.dir, "dangling.csv"))
	names := func(dir string) (all []string) {
		t.Helper()
		f, err := s.Browse(context.Background(), dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range f.Entries {
			if filepath.IsAbs(e.Name) {
				if !e.Dir {
					t.Errorf("a place %s that is no directory", e.Name)
				}
				continue
			}
			all = append(all, e.Name+map[bool]string{true: "/"}[e.Dir])
		}
		return all
	}
	want := []string{"folder.csv/", "link/", "z/", "Ảnh/", "A.CSV", "b.xlsx", "c.tsv", "d.txt", "e.xlsm", "now.csv"}
	if got := names(""); !slices.Equal(got, want) {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
	if got := names(filepath.Join(s.dir, "z")); len(got) != 0 {
		t.Errorf("an empty one: %q", got)
	}
	f, err := s.Browse(context.Background(), "")
	if err != nil || f.Path != filepath.Join(s.dir, "z") {
		t.Errorf("not where the person was: %q %v", f.Path, err)
	}
	here, _ := os.Getwd()
	if f, err := s.Browse(context.Background(), filepath.Join(s.dir, here)); err != nil || f.Path != here {
		t.Errorf("a place that the screen joined: %q %v", f.Path, err)
	}
	if _, err := s.Browse(context.Background(), filepath.Join(s.dir, "nowhere")); err == nil {
		t.Error("a directory that is not there")
	}
}

func TestColumnsThatAPersonAssignsGoOverTheProfile(t *testing.T) {
	p := sheet.Profile{Ignore: []string{"STT", "Tên gọi"}, Columns: map[sheet.Field][]string{
		stampdesk.FieldCard: {"Số hiệu"}, stampdesk.FieldName: {"Họ đệm", "Tên"}, stampdesk.FieldNote: {"Khác"},
	}}
	assign(&p, map[string][]stampdesk.Field{
		"Số hiệu": nil, "Mã": {stampdesk.FieldCard}, "Tên gọi": {stampdesk.FieldName}, "Khác": {stampdesk.FieldOfficial, stampdesk.FieldAdmitted},
	}, []string{"Mã", "Số hiệu", "Tên gọi", "Khác"})
	want := sheet.Profile{Ignore: []string{"STT", "Số hiệu"}, Columns: map[sheet.Field][]string{
		stampdesk.FieldCard: {"Mã"}, stampdesk.FieldName: {"Họ đệm", "Tên", "Tên gọi"},
		stampdesk.FieldOfficial: {"Khác"}, stampdesk.FieldAdmitted: {"Khác"},
	}}
	if fmt.Sprint(p) != fmt.Sprint(want) {
		t.Errorf("\n got %v\nwant %v", p, want)
	}
}

func TestTheScreenKeepsColumnsAsAProfile(t *testing.T) {
	s := newShelf(t)
	q := tui.ImportQuery{Path: filepath.Join(s.dir, "now.csv"), Encoding: "tcvn3", Columns: map[string][]stampdesk.Field{"Mã thẻ": {stampdesk.FieldCard}, "STT": nil}}
	if err := s.SaveProfile(context.Background(), "phuong-a", q); err != nil {
		t.Fatal(err)
	}
	if err := s.SaveProfile(context.Background(), "../phuong", q); err == nil {
		t.Error("a name that leads elsewhere")
	}
	if err := s.SaveProfile(context.Background(), "phuong-a", q); err == nil || !strings.Contains(err.Error(), "chọn tên khác") {
		t.Errorf("another's columns: %v", err)
	}
	q.Profile = "phuong-a"
	if err := s.SaveProfile(context.Background(), "phuong-a", q); err != nil {
		t.Errorf("columns that were read by the same: %v", err)
	}
	names, err := s.Profiles(context.Background())
	if err != nil || !slices.Equal(names, []string{"phuong-a"}) {
		t.Errorf("%v %v", names, err)
	}
	p, err := s.app.keptProfile("phuong-a")
	if err != nil || !slices.Equal(p.Columns[stampdesk.FieldCard], []string{"Mã thẻ"}) || !slices.Equal(p.Ignore, []string{"STT"}) || p.Encoding != "tcvn3" {
		t.Errorf("%+v %v", p, err)
	}
	if info, err := os.Stat(s.app.profilePath("phuong-a")); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", info, err)
	}
	if info, err := os.Stat(s.app.profileDir()); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("%v %v", info, err)
	}
}

// TestAnImportThatIsInterruptedChangesAllOrNothing interrupts the program at
// moments from its start to its end.
func TestAnImportThatIsInterruptedChangesAllOrNothing(t *testing.T) {
	longRun(t)
	data := t.TempDir()
	write := func(name string, from, n int) string {
		var csv strings.Builder
		csv.WriteString("Số thẻ,Họ và tên,Mã đơn vị\n")
		for i := range n {
			fmt.Fprintf(&csv, "31%06d,Đảng viên %d,P%02d\n", from+i, from+i, i/400)
		}
		path := filepath.Join(data, name)
		if err := os.WriteFile(path, []byte(csv.String()), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	first, second := write("first.csv", 1, 500), write("second.csv", 2, 60_000)
	mustRun(t, data, "init", "--supervisor", "GS1")
	mustRun(t, data, "roster", "import", first)
	mustRun(t, data, "batch", "open", "--unit", "P00")
	mustRun(t, data, "batch", "decide", "--no", "1", "--date", "15/04/2021")
	mustRun(t, data, "stamp", "31000002")
	show, tally := mustRun(t, data, "roster", "show", "--json"), mustRun(t, data, "tally", "--json")
	began := time.Now()
	if err := program(t, data, "roster", "import", second, "--dry-run").Run(); err != nil {
		t.Fatal(err)
	}
	whole := 3 * time.Since(began) // and the writing
	stopped, applied := 0, 0
	const tries = 14
	for i := range tries {
		cmd := program(t, data, "roster", "import", second)
		var said bytes.Buffer
		cmd.Stderr = &said
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(whole * time.Duration(i) / tries)
		cmd.Process.Signal(os.Interrupt)
		if err := cmd.Wait(); err == nil {
			applied++
			mustRun(t, data, "roster", "restore")
			if now := mustRun(t, data, "roster", "show", "--json"); !strings.Contains(now, `"in_force":{`+between(show, `"in_force":{`, `,"file`)) {
				t.Errorf("restored:\n%s\nbefore:\n%s", now, show)
			}
			show, tally = mustRun(t, data, "roster", "show", "--json"), mustRun(t, data, "tally", "--json")
			continue
		}
		stopped++
		if code := cmd.ProcessState.ExitCode(); code != exitFailed && code != -1 { // -1: before the program hears signals
			t.Errorf("exit %d: %s", code, &said)
		}
		if now := mustRun(t, data, "roster", "show", "--json"); now != show {
			t.Errorf("stopped at %d of %d:\n%s\nbefore:\n%s", i, tries, now, show)
		}
		if now := mustRun(t, data, "tally", "--json"); now != tally {
			t.Errorf("stopped at %d of %d:\n%s\nbefore:\n%s", i, tries, now, tally)
		}
	}
	if stopped < tries/3 {
		t.Errorf("only %d of %d were stopped", stopped, tries)
	}
	t.Logf("%d stopped, %d came to their end", stopped, applied)
	if out := checkInProcess(t, data); !strings.Contains(out, `"ok":true`) {
		t.Errorf("check: %s", out)
	}
	if left, _ := filepath.Glob(data + "/store/*.part"); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// between cuts out of a text what stands between two others.
func between(text, from, to string) string {
	_, rest, _ := strings.Cut(text, from)
	part, _, _ := strings.Cut(rest, to)
	return part
}

package e2e

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// clock is what differs between two runs of a command.
var clock = regexp.MustCompile(`\d\d:\d\d(:\d\d(\.\d+)?)?`)

// second is a command from a second terminal, in a directory of its own.
type second struct {
	code        int
	out, errout string
}

func (b *board) command(env []string, args ...string) *exec.Cmd {
	b.t.Helper()
	cmd := exec.Command(binary, args...)
	cmd.Env = append(append(os.Environ(), b.env...), "STAMPDESK_OPERATOR=GS1", "STAMPDESK_PIN=2222", "TERM=dumb")
	cmd.Env = append(cmd.Env, env...)
	cmd.Dir = filepath.Join(b.dir, "elsewhere")
	if err := os.MkdirAll(cmd.Dir, 0o700); err != nil {
		b.t.Fatal(err)
	}
	return cmd
}

func (b *board) second(stdin string, env []string, args ...string) second {
	b.t.Helper()
	cmd := b.command(env, args...)
	var out, errout bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(stdin), &out, &errout
	err := cmd.Run()
	if _, exited := errors.AsType[*exec.ExitError](err); err != nil && !exited {
		b.t.Fatal(err)
	}
	return second{cmd.ProcessState.ExitCode(), clock.ReplaceAllString(out.String(), "TIME"), errout.String()}
}

// elsewhere puts a file where the second terminal stands.
func (b *board) elsewhere(name, text string) {
	b.t.Helper()
	b.command(nil) // makes the directory
	b.write(filepath.Join("elsewhere", name), text)
}

const (
	goodList = "Số thẻ,Họ và tên,Chi bộ,Lý do,Ghi chú\n31.000001,Đảng viên Thứ 1,Chi bộ 1,,\n31.000002,Đảng viên Thứ 2,Chi bộ 1,,\n"
	badList  = "Số thẻ,Họ và tên,Chi bộ,Lý do,Ghi chú\n31.00000x,Đảng viên Thứ 1,Chi bộ 1,,\n"
)

func TestOtherCommandsDoTheSameWhileADeskRunsAsWithoutOne(t *testing.T) {
	commands := []struct {
		stdin string
		env   []string
		args  []string
	}{
		{args: []string{"tally", "--json"}},
		{args: []string{"tally", "--lang", "en"}},
		{args: []string{"tally", "--batch", "NONE"}},
		{args: []string{"tally", "--desk", "no desk"}},
		{args: []string{"card", "31000001", "--json"}},
		{args: []string{"card", "12"}},
		{args: []string{"batch", "list"}},
		{args: []string{"operator", "list", "--json"}},
		{args: []string{"print", "return-list", "--to", "-"}},
		{args: []string{"print", "tally", "--to", "tally.txt"}},
		{args: []string{"print", "tally", "--to", "none/tally.txt"}},
		{args: []string{"print", "tally", "--to", "../store.txt"}}, // a directory
		{args: []string{"print", "tally", "--to", "tally.doc"}},
		{args: []string{"roster", "export", "members.csv"}},
		{args: []string{"roster", "import", "bad.csv", "--errors", "errors.csv"}},
		{args: []string{"roster", "import", "bad.csv", "--errors", "./bad.csv"}},
		{args: []string{"list", "import", "good.csv", "--form", "2", "--dry-run"}},
		{args: []string{"list", "import", "bad.csv", "--form", "2"}},
		{args: []string{"list", "import", "nothing.csv", "--form", "2"}},
		{args: []string{"batch", "open", "--unit", "P02", "--declared", "nothing.toml"}},
		{env: []string{"STAMPDESK_OPERATOR=NOBODY", "STAMPDESK_PIN=9999"}, args: []string{"list", "import", "good.csv", "--form", "2"}}, // a wrong PIN of somebody known is on record
		{env: []string{"STAMPDESK_PIN="}, args: []string{"batch", "close"}},
		{env: []string{"STAMPDESK_OPERATOR="}, args: []string{"batch", "close"}},
		{stdin: "", args: []string{"operator", "add", "OP9"}},
		{stdin: "12\n", args: []string{"operator", "add", "OP9"}},
		{stdin: "99\n1234\n", args: []string{"replay", "--json"}},
		{env: []string{"STAMPDESK_PRINTER_TO=none"}, args: []string{"print", "tally"}},
	}
	b := newBoard(t, "key")
	b.elsewhere("good.csv", goodList)
	b.elsewhere("bad.csv", badList)
	if err := os.Mkdir(filepath.Join(b.dir, "store.txt"), 0o700); err != nil {
		t.Fatal(err)
	}
	run := func() (all []second, files map[string]string) {
		for _, c := range commands {
			all = append(all, b.second(c.stdin, c.env, c.args...))
		}
		files = map[string]string{}
		for _, name := range []string{"tally.txt", "members.csv", "errors.csv"} {
			path := filepath.Join(b.dir, "elsewhere", name)
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			files[name] = clock.ReplaceAllString(string(text), "TIME")
			os.Remove(path)
		}
		return all, files
	}
	alone, filesAlone := run()
	term := start(b.t, b.env)
	term.see("PIN")
	beside, filesBeside := run()
	for i, c := range commands {
		if want, got := alone[i], beside[i]; want != got {
			t.Errorf("%v %v\nalone  %+v\nbeside %+v", c.env, c.args, want, got)
		}
	}
	for name, want := range filesAlone {
		if got := filesBeside[name]; got != want {
			t.Errorf("%s\nalone\n%s\nbeside\n%s", name, want, got)
		}
	}
}

func TestWhatASecondTerminalWritesStandsOnTheScreenAndInTheJournal(t *testing.T) {
	b := newBoard(t, "key")
	b.elsewhere("good.csv", goodList)
	b.elsewhere("bad.csv", badList)
	term := b.desk()
	term.see("Lô 001", "/20")
	if got := b.second("", nil, "list", "import", "bad.csv", "--form", "2"); got.code != 3 {
		t.Errorf("bad rows: %+v", got)
	}
	if got := b.second("", nil, "list", "import", "good.csv", "--form", "2"); got.code != 0 || !strings.Contains(got.out, "2 dòng") {
		t.Errorf("list import: %+v", got)
	}
	if got := b.second("31000001\n31000002\n", nil, "replay", "--json"); got.code != 0 || strings.Count(got.out, `"verdict":"stamp"`) != 2 {
		t.Errorf("replay: %+v", got)
	}
	term.see("Lô 001", " 2/20") // nobody touched the desk
	if got := b.second("", nil, "batch", "open", "--unit", "P02", "--json"); got.out != "{\"id\":\"B1-002\"}\n" {
		t.Errorf("batch open: %+v", got)
	}
	term.keys("b")
	term.see("002", "phường B")
	term.keys(esc)
	term.see("Lô 001")
	b.scan("31000002")
	term.see("31.000002", "ĐÃ ĐÓNG")
	b.scan("31000004")
	term.see("Đảng viên Thứ 4", "GIỮ LẠI") // the list that came meanwhile leaves it out
	term.keys(ctrlQ)
	term.keys(enter)
	term.end()
	if _, err := os.Lstat(b.socket()); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the socket is left behind: %v", err)
	}
	if got := b.run("check", "--json"); !strings.Contains(got, `"ok":true`) {
		t.Errorf("check %s", got)
	}
}

func (b *board) socket() string { return filepath.Join(b.dir, "store", "desk.sock") }

func TestADocumentOfASecondTerminalComesOutOfTheDesksPrinter(t *testing.T) {
	b := newBoard(t, "key")
	term := b.desk()
	term.see("Lô 001")
	for range 2 {
		if got := b.second("", nil, "print", "return-list"); got.code != 0 || !strings.Contains(got.out, "Đã in 1 bản") {
			t.Errorf("print: %+v", got)
		}
	}
	if papers, _ := filepath.Glob(b.dir + "/receipts/*.txt"); len(papers) != 2 {
		t.Errorf("papers %v", papers)
	}
	if got := b.second("", nil, "print", "resume"); got.code != 0 || !strings.Contains(got.out, "Đã in 0 bản") {
		t.Errorf("resume: %+v", got)
	}
	got := b.second("", []string{"STAMPDESK_PRINTER_TO=file:mine"}, "print", "tally", "--desk", "B9")
	if papers, _ := filepath.Glob(b.dir + "/elsewhere/mine/*.txt"); got.code != 0 || len(papers) != 1 {
		t.Errorf("another desk's printer: %+v, papers %v", got, papers)
	}
}

func TestAPrinterThatIsOffIsSaidToTheCommandAndKeepsItsDocuments(t *testing.T) {
	b := newBoard(t, "key")
	b.write("config.toml", "[printer]\nto = \"tcp:127.0.0.1:9\"\n")
	term := b.desk()
	term.see("Lô 001")
	for _, args := range [][]string{{"print", "tally"}, {"print", "return-list"}, {"print", "resume"}} {
		if got := b.second("", nil, args...); got.code != 1 || !strings.Contains(got.errout, "còn trong hàng đợi") {
			t.Errorf("%v: %+v", args, got)
		}
	}
	term.see("✘ máy in")
	if got := b.second("", nil, "print", "settle", "--as", "printed"); got.code != 0 || !strings.Contains(got.out, "Không có bản in nào") {
		t.Errorf("settle: %+v", got)
	}
	term.kill()
	if got := b.second("", []string{"STAMPDESK_PRINTER_TO=file:late"}, "print", "resume"); !strings.Contains(got.out, "Đã in 2 bản") {
		t.Errorf("resume: %+v", got)
	}
}

func TestThePINIsAskedOnTheTerminalOfTheCommandAndNotShown(t *testing.T) {
	b := newBoard(t, "key")
	b.desk().see("Lô 001")
	for pin, want := range map[string]string{"2222": "B1-002", "9999": "PIN không đúng"} {
		term := start(t, append(b.env, "STAMPDESK_OPERATOR=GS1"), "batch", "open", "--unit", "P02")
		term.see("PIN (GS1):")
		term.keys(pin, enter)
		if screen := term.last(); !strings.Contains(screen, want) || strings.Contains(screen, pin) {
			t.Errorf("PIN %s, want %q and no PIN on\n%s", pin, want, screen)
		}
		if code := term.cmd.ProcessState.ExitCode(); pin == "9999" && code != 5 || pin == "2222" && code != 0 {
			t.Errorf("PIN %s: exit %d", pin, code)
		}
	}
}

func TestACommandThatIsInterruptedWhileItsPINIsAskedLeavesTheTerminalAndTheDeskAlone(t *testing.T) {
	b := newBoard(t, "key")
	desk := b.desk()
	desk.see("Lô 001")
	term := start(t, append(b.env, "STAMPDESK_OPERATOR=GS1"), "batch", "open", "--unit", "P02")
	term.see("PIN (GS1):")
	term.keys("\x03")
	screen := term.last()
	if code := term.cmd.ProcessState.ExitCode(); code != 1 || !strings.Contains(screen, "đã dừng") {
		t.Errorf("exit %d\n%s", code, screen)
	}
	b.scan("31000001")
	desk.see("Đảng viên Thứ 1", "Enter")
}

func TestADeskThatWasKilledLeavesASocketThatIsInNobodysWay(t *testing.T) {
	b := newBoard(t, "key")
	term := b.desk()
	term.see("Lô 001")
	term.kill()
	if _, err := os.Lstat(b.socket()); err != nil {
		t.Fatal(err)
	}
	if got := b.second("", nil, "tally", "--json"); got.code != 0 {
		t.Errorf("tally: %+v", got)
	}
	term = b.desk()
	term.see("Lô 001")
	if got := b.second("", nil, "tally", "--json"); got.code != 0 {
		t.Errorf("tally beside the next desk: %+v", got)
	}
	if info, err := os.Stat(b.socket()); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("socket %v, %v", info.Mode(), err)
	}
}

func TestADeskThatDoesNotAnswerIsNotWaitedForAndDoesNothingLater(t *testing.T) {
	b := newBoard(t, "key")
	term := b.desk()
	term.see("Lô 001")
	term.cmd.Process.Signal(syscall.SIGSTOP)
	got := b.second("", nil, "batch", "open", "--unit", "P02")
	term.cmd.Process.Signal(syscall.SIGCONT)
	if got.code != 6 || !strings.Contains(got.errout, "đang mở") {
		t.Errorf("batch open: %+v", got)
	}
	if got := b.second("", nil, "batch", "list"); got.code != 0 || strings.Count(got.out, "\n") != 1 {
		t.Errorf("batch list: %+v", got)
	}
}

func TestManyCommandsAtOnceAndTheDeskAgreeOnOneJournal(t *testing.T) {
	b := newBoard(t, "scan")
	term := b.desk()
	term.see("Lô 001", "● máy quét")
	var all sync.WaitGroup
	for i := range 5 {
		all.Go(func() {
			if got := b.second("", nil, "batch", "open", "--unit", "P02"); got.code != 0 {
				t.Errorf("batch open: %+v", got)
			}
		})
		all.Go(func() {
			card := fmt.Sprintf("310000%02d", 11+i)
			if got := b.second(card+"\n", nil, "replay", "--batch", "B1-001", "--json"); got.code != 0 || !strings.Contains(got.out, `"stamp"`) {
				t.Errorf("replay %s: %+v", card, got)
			}
		})
		b.scan(fmt.Sprintf("310000%02d", 1+i))
	}
	all.Wait()
	term.see("10/20")
	term.keys(ctrlQ)
	term.keys(enter)
	term.end()
	if got := b.run("batch", "list"); strings.Count(got, "\n") != 6 {
		t.Errorf("batches\n%s", got)
	}
	if got := b.run("tally", "--json"); !strings.Contains(got, `"stamped":10,`) {
		t.Errorf("tally %s", got)
	}
	if got := b.run("check", "--json"); !strings.Contains(got, `"ok":true`) {
		t.Errorf("check %s", got)
	}
}

// replaying is a command in the middle of its work: one card is in, and it
// waits for more.
func (b *board) replaying(card string) (cmd *exec.Cmd, said *bytes.Buffer) {
	b.t.Helper()
	cmd, said = b.command(nil, "replay", "--json"), &bytes.Buffer{}
	cmd.Stderr = said
	in, err := cmd.StdinPipe()
	if err != nil {
		b.t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		b.t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		b.t.Fatal(err)
	}
	b.t.Cleanup(func() { in.Close(); cmd.Process.Kill() })
	io.WriteString(in, card+"\n")
	if answer, err := bufio.NewReader(out).ReadString('\n'); err != nil || !strings.Contains(answer, card) {
		b.t.Fatalf("replay: %q, %v", answer, err)
	}
	return cmd, said
}

func TestACommandThatIsKilledMidwayKeepsWhatItAnnouncedAndHarmsNothing(t *testing.T) {
	b := newBoard(t, "key")
	term := b.desk()
	term.see("Lô 001", "● máy quét")
	cmd, _ := b.replaying("31000011")
	cmd.Process.Kill()
	cmd.Wait()
	if got := b.second("", nil, "tally", "--json"); !strings.Contains(got.out, `"stamped":1,`) {
		t.Errorf("tally: %+v", got)
	}
	b.scan("31000001")
	term.see("Đảng viên Thứ 1", "Enter")
}

func TestACommandEndsWhenItIsInterruptedAndWhenItsDeskEnds(t *testing.T) {
	b := newBoard(t, "key")
	term := b.desk()
	term.see("Lô 001")
	cmd, said := b.replaying("31000011")
	cmd.Process.Signal(syscall.SIGINT)
	cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != 1 || !strings.Contains(said.String(), "đã dừng") {
		t.Errorf("interrupted: exit %d: %s", code, said)
	}

	cmd, said = b.replaying("31000012")
	began := time.Now()
	term.keys(ctrlQ)
	term.keys(enter)
	if err := term.end(); err != nil || time.Since(began) > 10*time.Second {
		t.Errorf("the desk ended after %v with %v", time.Since(began), err)
	}
	cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != 1 || !strings.Contains(said.String(), "đã dừng") {
		t.Errorf("its desk ended: exit %d: %s", code, said)
	}

	term = b.desk()
	term.see("Lô 001")
	cmd, said = b.replaying("31000013")
	term.kill()
	cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != 1 || !strings.Contains(said.String(), "bàn đã đóng") {
		t.Errorf("its desk was killed: exit %d: %s", code, said)
	}
}

func TestWhatNeedsTheStoreForItselfSaysThatADeskHasIt(t *testing.T) {
	b := newBoard(t, "key")
	term := b.desk()
	term.see("Lô 001")
	for _, args := range [][]string{{"check"}, {"init"}} {
		if got := b.second("", nil, args...); got.code != 6 || !strings.Contains(got.errout, "đang mở") {
			t.Errorf("%v: %+v", args, got)
		}
	}
	other := start(t, b.env)
	screen := other.last()
	if code := other.cmd.ProcessState.ExitCode(); code != 6 || !strings.Contains(screen, "đang mở") {
		t.Errorf("a second desk: exit %d\n%s", code, screen)
	}
}

func TestAProcessThatIsNoDeskCarriesOutNothing(t *testing.T) {
	b := newBoard(t, "key")
	b.replaying("31000011")
	if got := b.second("", nil, "tally"); got.code != 6 || !strings.Contains(got.errout, "đang mở") {
		t.Errorf("tally beside replay: %+v", got)
	}
}

func TestADeskInADirectoryWithALongNameIsFound(t *testing.T) {
	b := newBoard(t, "key")
	long := filepath.Join(b.dir, strings.Repeat("d", 120))
	if err := os.Rename(filepath.Join(b.dir, "store"), long); err != nil {
		t.Fatal(err)
	}
	b.env = append(b.env, "STAMPDESK_DATA="+long)
	term := b.desk()
	term.see("Lô 001")
	if got := b.second("", nil, "tally", "--json"); got.code != 0 {
		t.Errorf("tally: %+v", got)
	}
}

func TestACommandForAnotherDirectoryDoesNotReachTheDesk(t *testing.T) {
	b := newBoard(t, "key")
	b.desk().see("Lô 001")
	if got := b.second("", nil, "tally", "--data", "nowhere"); got.code != 1 || !strings.Contains(got.errout, "chưa có dữ liệu") {
		t.Errorf("tally: %+v", got)
	}
}

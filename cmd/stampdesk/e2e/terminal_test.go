package e2e

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

var binary string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "stampdesk-e2e-*")
	if err != nil {
		panic(err)
	}
	binary = filepath.Join(dir, "stampdesk")
	build := exec.Command("go", "build", "-o", binary, ".")
	build.Dir = ".."
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		panic(err)
	}
	flag.Set("test.parallel", "8") // unless the command line says otherwise: they wait more than they work
	code := m.Run()
	os.RemoveAll(dir)
	os.Exit(code)
}

// terminal is the program on a screen that can be read.
type terminal struct {
	t       testing.TB
	cmd     *exec.Cmd
	ptmx    *os.File
	program string // "": ours
	deaf    bool   // it answers no questions

	mu      sync.Mutex
	screen  *vt.Emulator
	written bytes.Buffer
	painted *sync.Cond // broadcast after every write to the screen
	ended   chan struct{}
	drained chan struct{} // closed when nobody can write any more
	err     error
}

// start runs the program on a terminal of 80×24.
func start(t testing.TB, env []string, args ...string) *terminal {
	t.Helper()
	return startOn(t, &terminal{}, env, args...)
}

// startOn runs the program on a terminal of this kind.
func startOn(t testing.TB, term *terminal, env []string, args ...string) *terminal {
	t.Helper()
	cmd := exec.Command(cmp.Or(term.program, binary), args...)
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "COLORTERM=", "LC_ALL=", "LANG=C.UTF-8", "NO_COLOR=", "CI=")
	cmd.Env = append(cmd.Env, env...)
	ptmx, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: 80})
	if err != nil {
		t.Fatal(err)
	}
	term.t, term.cmd, term.ptmx, term.screen, term.ended = t, cmd, unblocked(t, ptmx), vt.NewEmulator(80, 24), make(chan struct{})
	term.drained = make(chan struct{})
	term.painted = sync.NewCond(&term.mu)
	go term.paint()
	go term.answer()
	go func() {
		err := cmd.Wait()
		term.mu.Lock()
		term.err = err
		close(term.ended)
		term.painted.Broadcast()
		term.mu.Unlock()
	}()
	t.Cleanup(term.close)
	return term
}

// unblocked is the same line, which can be closed while somebody reads it.
func unblocked(t testing.TB, f *os.File) *os.File {
	t.Helper()
	defer f.Close()
	syscall.ForkLock.RLock() // no other program may inherit it: a line hangs up when nobody holds it any more
	defer syscall.ForkLock.RUnlock()
	fd, err := syscall.Dup(int(f.Fd()))
	if err == nil {
		syscall.CloseOnExec(fd)
		err = syscall.SetNonblock(fd, true)
	}
	if err != nil {
		t.Fatal(err)
	}
	return os.NewFile(uintptr(fd), f.Name())
}

// resize is a person who changes the window.
func (term *terminal) resize(cols, rows int) {
	term.t.Helper()
	term.mu.Lock()
	term.screen.Resize(max(cols, 1), max(rows, 1))
	term.mu.Unlock()
	if err := pty.Setsize(term.ptmx, &pty.Winsize{Rows: uint16(rows), Cols: uint16(cols)}); err != nil {
		term.t.Fatal(err)
	}
}

// raw is everything that the program wrote.
func (term *terminal) raw() string {
	term.mu.Lock()
	defer term.mu.Unlock()
	return term.written.String()
}

func (term *terminal) close() {
	term.cmd.Process.Kill()
	<-term.ended
	term.ptmx.Close()
	term.screen.Close()
}

func (term *terminal) paint() {
	defer close(term.drained)
	buf := make([]byte, 32<<10)
	for {
		n, err := term.ptmx.Read(buf)
		term.mu.Lock()
		term.screen.Write(buf[:n])
		term.written.Write(buf[:n])
		term.painted.Broadcast()
		term.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// answer sends back what the emulated terminal answers to questions.
func (term *terminal) answer() {
	buf := make([]byte, 1024)
	for {
		n, err := term.screen.Read(buf)
		if err != nil {
			return
		}
		if !term.deaf {
			term.ptmx.Write(buf[:n])
		}
	}
}

// keys types, as a person: one key after the other, slower than any scanner
// that plays keyboard, however late the program reads.
func (term *terminal) keys(keys ...string) {
	term.t.Helper()
	for _, k := range keys {
		time.Sleep(90 * time.Millisecond)
		if _, err := term.ptmx.Write([]byte(k)); err != nil {
			term.t.Fatal(err)
		}
		term.taken()
	}
}

// taken waits until the program has read what was typed.
func (term *terminal) taken() {
	term.t.Helper()
	n, err := unix.IoctlGetInt(int(term.ptmx.Fd()), unix.TIOCGPTN)
	if err != nil {
		term.t.Fatal(err)
	}
	line, err := os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDONLY|syscall.O_NOCTTY, 0)
	if err != nil {
		return // the program ended
	}
	defer line.Close()
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); {
		if left, err := unix.IoctlGetInt(int(line.Fd()), unix.TIOCINQ); err != nil || left == 0 {
			return
		}
		select {
		case <-term.ended:
			return
		case <-time.After(2 * time.Millisecond):
		}
	}
}

// typed types a word letter by letter.
func (term *terminal) typed(word string) {
	term.t.Helper()
	for _, r := range word {
		term.keys(string(r))
	}
}

// look gives a question that came by itself the moment that the desk wants a
// person to have seen it for.
func (term *terminal) look() { time.Sleep(400 * time.Millisecond) }

const (
	enter = "\r"
	esc   = "\x1b"
	ctrlQ = "\x11"
)

// text is what stands on the screen, without trailing blanks.
func (term *terminal) text() string {
	term.mu.Lock()
	defer term.mu.Unlock()
	return term.screenText()
}

func (term *terminal) screenText() string {
	lines := strings.Split(term.screen.String(), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " \r")
	}
	return strings.Join(lines, "\n")
}

const patience = 30 * time.Second

// see waits until all of the words stand on the screen.
func (term *terminal) see(words ...string) string {
	term.t.Helper()
	return term.wait("to see "+strings.Join(words, " + "), func(screen string) bool {
		for _, w := range words {
			if !strings.Contains(screen, w) {
				return false
			}
		}
		return true
	})
}

// lose waits until none of the words stands on the screen any more.
func (term *terminal) lose(words ...string) {
	term.t.Helper()
	term.wait("to lose "+strings.Join(words, " + "), func(screen string) bool {
		for _, w := range words {
			if strings.Contains(screen, w) {
				return false
			}
		}
		return true
	})
}

func (term *terminal) wait(what string, ok func(string) bool) string {
	term.t.Helper()
	late := time.AfterFunc(patience, term.painted.Broadcast)
	defer late.Stop()
	deadline := time.Now().Add(patience)
	term.mu.Lock()
	defer term.mu.Unlock()
	for {
		screen := term.screenText()
		if ok(screen) {
			return screen
		}
		select {
		case <-term.ended:
			term.t.Fatalf("waiting %s: the program ended: %v\n%s", what, term.err, screen)
		default:
		}
		if !time.Now().Before(deadline) {
			term.t.Fatalf("waiting %s\n%s", what, screen)
		}
		term.painted.Wait()
	}
}

// end waits for the program to end and gives its error.
func (term *terminal) end() error {
	term.t.Helper()
	select {
	case <-term.ended:
		return term.err
	case <-time.After(patience):
		term.t.Fatalf("the program does not end\n%s", term.text())
		return nil
	}
}

// last is what stands on the screen when the program has ended.
func (term *terminal) last() string {
	term.t.Helper()
	term.end()
	term.drain()
	return term.text()
}

// drain waits for the last bytes of a program that ended.
func (term *terminal) drain() {
	term.t.Helper()
	select {
	case <-term.drained:
	case <-time.After(patience):
		term.t.Fatal("the terminal is still written to")
	}
}

// sane reports what the program left behind on the terminal.
func (term *terminal) sane() {
	term.t.Helper()
	term.drain()
	term.mu.Lock()
	defer term.mu.Unlock()
	if term.screen.IsAltScreen() {
		term.t.Error("the alternate screen was left on")
	}
}

// kill ends the program as a power cut would.
func (term *terminal) kill() {
	term.cmd.Process.Signal(syscall.SIGKILL)
	<-term.ended
}

package e2e

import (
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"
)

// multiplexer is a tmux of a test's own, with one session.
type multiplexer struct {
	t   testing.TB
	b   *board
	dir string // of its socket, which must have a short name
}

func newMultiplexer(t testing.TB, b *board) *multiplexer {
	t.Helper()
	if _, err := exec.LookPath("tmux"); err != nil {
		if os.Getenv("STAMPDESK_TOOLS") == "required" {
			t.Fatal(err)
		}
		t.Skip("tmux is not installed")
	}
	dir, err := os.MkdirTemp("", "sd-tmux-*")
	if err != nil {
		t.Fatal(err)
	}
	m := &multiplexer{t, b, dir}
	b.write("tmux.conf", "set -g status off\nset -g default-terminal tmux-256color\nset -sg escape-time 10\nset -g history-limit 10\n")
	t.Cleanup(func() {
		m.command("kill-server").Run()
		os.RemoveAll(dir)
	})
	return m
}

func (m *multiplexer) args(args ...string) []string {
	return append([]string{"-u", "-S", m.dir + "/s", "-f", m.b.dir + "/tmux.conf"}, args...)
}

func (m *multiplexer) command(args ...string) *exec.Cmd {
	return exec.Command("tmux", m.args(args...)...)
}

// attach opens the session of the desk, or comes back to it.
func (m *multiplexer) attach() *terminal {
	m.t.Helper()
	return startOn(m.t, &terminal{program: "tmux"}, append(m.b.env, "TMUX="), m.args("new-session", "-A", "-s", "desk", binary)...)
}

// capture is what the session shows, with its colours, whoever looks at it.
func (m *multiplexer) capture() string {
	m.t.Helper()
	out, err := m.command("capture-pane", "-p", "-e", "-t", "desk").CombinedOutput()
	if err != nil {
		m.t.Fatalf("%v: %s", err, out)
	}
	return string(out)
}

// captured waits until the session shows the words.
func (m *multiplexer) captured(words ...string) string {
	m.t.Helper()
	deadline := time.Now().Add(patience)
	for {
		screen := m.capture()
		missing := false
		for _, w := range words {
			missing = missing || !strings.Contains(screen, w)
		}
		if !missing {
			return screen
		}
		if time.Now().After(deadline) {
			m.t.Fatalf("waiting for %q:\n%s", words, screen)
		}
		time.Sleep(20 * time.Millisecond)
	}
}

func TestADeskInTmuxGoesOnWhileNobodyIsAttached(t *testing.T) {
	b := newCrew(t)
	m := newMultiplexer(t, b)
	term := m.attach()
	term.see("PIN")
	term.keys("OP1", enter, "1111", enter)
	term.see("Lô 001", "● máy quét")
	b.scan("31000001")
	term.see("31.000001", "Enter ghi")
	if ink := term.inkOf("┏━"); ink != cyan {
		t.Errorf("the question is drawn in the colour %q", ink)
	}
	if screen := m.captured("31.000001"); !strings.Contains(screen, "\x1b[1m\x1b[36m┏") && !strings.Contains(screen, "\x1b[1;36m┏") {
		t.Errorf("the session has no frame in the colour of work:\n%q", screen)
	}

	term.resize(30, 8)
	term.see("Cửa sổ quá nhỏ", "30x8")
	term.resize(120, 40)
	whole := func(screen string) bool {
		lines := strings.Split(screen, "\n")
		return len(lines) == 40 && strings.Contains(lines[39], "máy quét") && strings.Contains(screen, "31.000001") && strings.Contains(screen, "Enter ghi")
	}
	term.wait("for the whole window", whole)

	if out, err := m.command("detach-client", "-s", "desk").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	term.end()
	b.scan("31000002")
	m.captured("Đang chờ: 31.000002")
	term = m.attach()
	term.see("31.000001", "Đang chờ: 31.000002")
	term.keys(enter)
	term.see("31.000002", "Đảng viên Thứ 2")
	term.look()
	term.keys(enter)
	term.see("━ ✔ ĐÃ GHI")
	if ink := term.inkOf("┏━"); ink != green {
		t.Errorf("the record is drawn in the colour %q", ink)
	}

	term.cmd.Process.Signal(syscall.SIGKILL) // a line that is cut, and not a person who leaves
	<-term.ended
	b.scan("31000090")
	m.captured("31.000090", "GIỮ LẠI")
	if c := b.card("31000090"); c.acts() != "held" {
		t.Errorf("what was scanned while nobody looked: %+v", c)
	}
	term = m.attach()
	term.see("31.000090", "GIỮ LẠI", "khay GIỮ")
	b.leaves(term)
}

func TestTheRoundInTmuxIsDrawnAnewForEverySize(t *testing.T) {
	b := newCrew(t)
	b.withoutBatch()
	m := newMultiplexer(t, b)
	term := m.attach()
	term.see("PIN")
	term.resize(120, 40)
	term.keys("GS1", enter, "2222", enter)
	whole := func(cols, rows int) {
		t.Helper()
		term.wait("for the round in the whole window", func(screen string) bool {
			lines := strings.Split(screen, "\n")
			if len(lines) != rows || !strings.Contains(lines[rows-1], "máy quét") {
				return false
			}
			at := strings.Index(lines[0], "GS1 (giám sát)")
			return at > cols/2 && strings.Contains(lines[1], "Lần thứ tư") && strings.Contains(screen, "Toàn đợt") &&
				strings.Contains(screen, "Đảng bộ phường A") && strings.Contains(screen, "xong, chưa trả")
		})
	}
	whole(120, 40)
	term.resize(80, 24)
	whole(80, 24)
	term.resize(40, 10)
	term.wait("for a polite word", func(screen string) bool {
		return strings.Contains(screen, "Cửa sổ quá nhỏ (40x10), cần 80x24") && !strings.Contains(screen, "Toàn đợt")
	})
	term.keys(down, enter, esc) // whoever sees nothing goes nowhere
	term.resize(80, 24)
	whole(80, 24)
	term.resize(120, 40)
	whole(120, 40)
	term.keys(enter)
	term.see("P01 · Đảng bộ phường A", "Lô 001")
	term.keys(esc)
	whole(120, 40)
	b.leaves(term)
}

package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// another is a second scanner of the board, named hai, on a line of its own.
func (b *board) another() *os.File {
	b.t.Helper()
	master, slave, err := pty.Open()
	if err != nil {
		b.t.Fatal(err)
	}
	b.t.Cleanup(func() { master.Close(); slave.Close() })
	if err := os.Symlink(slave.Name(), filepath.Join(b.dir, "hai")); err != nil {
		b.t.Fatal(err)
	}
	b.write("config.toml", fmt.Sprintf("[scanner]\nport = %q\nfeedback = \"honeywell_esc\"\n[scanners.hai]\nport = %q\nfeedback = \"ack_nak_bel_can\"\n",
		b.port(), filepath.Join(b.dir, "hai")))
	return master
}

// hears wants what a scanner is told.
func (b *board) hears(scanner *os.File, want string) {
	b.t.Helper()
	got := make(chan string, 1)
	go func() {
		buf := make([]byte, 64)
		n, _ := scanner.Read(buf)
		got <- string(buf[:n])
	}()
	select {
	case s := <-got:
		if s != want {
			b.t.Errorf("the scanner heard %q, want %q", s, want)
		}
	case <-time.After(20 * time.Second):
		b.t.Errorf("the scanner did not hear %q", want)
	}
}

func TestTwoScannersAreReadAndToldAndTheBellRings(t *testing.T) {
	b := newBoard(t, "key")
	two := b.another()
	term := b.desk()
	var bells atomic.Int32
	term.mu.Lock()
	term.screen.SetCallbacks(vt.Callbacks{Bell: func() { bells.Add(1) }})
	term.mu.Unlock()
	term.see("Lô 001", "● máy quét")
	b.scan("31000001")
	term.see("31.000001", "Enter ghi")
	b.hears(b.scanner, "0\x1b7,")
	term.keys(enter)
	term.see("ĐÃ GHI")
	if n := bells.Load(); n != 0 {
		t.Errorf("a card that may be stamped rang %d times", n)
	}
	two.Write([]byte("31000091\r")) // given back
	term.see("31.000091", "thu hồi")
	b.hears(two, "\x07")
	for end := time.Now().Add(20 * time.Second); bells.Load() != 3; time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("%d bells", bells.Load())
		}
	}
	term.look()
	term.keys("m") // a page: no card is judged, and the scanner that waits is told so
	term.look()
	two.Write([]byte("31000002\r"))
	b.hears(two, "\x18")
	two.Close() // one is gone, and is named; the other goes on
	term.keys("\x1b")
	term.see("31.000002") // it was kept, and is judged now
}

package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creack/pty"

	"stampdesk/device"
)

// heard is what a command has written so far.
type heard struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (h *heard) Write(p []byte) (int, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.b.Write(p)
}

func (h *heard) String() string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.b.String()
}

func (h *heard) wait(t *testing.T, what string) {
	t.Helper()
	for end := time.Now().Add(10 * time.Second); !strings.Contains(h.String(), what); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("no %q in:\n%s", what, h.String())
		}
	}
}

// scannerTests runs scanner test on a line; scan sends bytes on it once the
// command listens, one burst after another.
func scannerTests(t *testing.T, args ...string) (scan func(...string), out *heard, end func() int) {
	t.Helper()
	far, line, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { far.Close(); line.Close() })
	// Opening it once stops the line from echoing.
	p, err := device.OpenSerial(line.Name(), 9600, device.ReadTimeout)
	if err != nil {
		t.Fatal(err)
	}
	p.Close()
	link := filepath.Join(t.TempDir(), "usb-Scanner")
	if err := os.Symlink(line.Name(), link); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	out, errw, code := &heard{}, &heard{}, make(chan int, 1)
	env := map[string]string{"HOME": t.TempDir(), "STAMPDESK_LANG": "en", "STAMPDESK_SCANNER_PORT": link}
	go func() {
		code <- run(ctx, append([]string{"scanner", "test"}, args...), strings.NewReader(""), out, errw, func(k string) string { return env[k] })
	}()
	scan = func(bursts ...string) {
		t.Helper()
		errw.wait(t, "Listening")
		for _, b := range bursts {
			if _, err := far.WriteString(b); err != nil {
				t.Fatal(err)
			}
			time.Sleep(400 * time.Millisecond)
		}
	}
	end = func() int {
		t.Helper()
		select {
		case c := <-code:
			return c
		case <-time.After(300 * time.Millisecond):
			cancel() // as Ctrl-C does
		}
		select {
		case c := <-code:
			return c
		case <-time.After(5 * time.Second):
			t.Fatalf("it does not end:\n%s%s", out, errw)
			return -1
		}
	}
	return scan, out, end
}

func TestTheScannerTestShowsEveryScanAndWhatToConfigure(t *testing.T) {
	scan, out, end := scannerTests(t, "--count", "2")
	scan("31000001\r\n", "]C031000002\r\n")
	if code := end(); code != exitOK {
		t.Errorf("exit %d", code)
	}
	for _, want := range []string{
		"33 31 30 30 30 30 30 31 0D 0A", "31000001..", `"31000002" · before: "]C0" · behind: CR LF`,
		"Heard 2 scans: 2 codes, 2 of use.", "baud = 9600\nsuffix = \"crlf\"\n", "usb-Scanner\"\n",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in:\n%s", want, out)
		}
	}
}

func TestTheScannerTestEndsWithItsSumWhenItIsStopped(t *testing.T) {
	scan, out, end := scannerTests(t, "--seconds", "0", "--json")
	scan("310000013\r", "\x33\xb1\x30\r")
	if code := end(); code != exitOK {
		t.Errorf("exit %d", code)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(lines) != 3 || !strings.Contains(lines[0], `"findings":["check-digit"]`) ||
		!strings.Contains(lines[2], `"good":0`) || !strings.Contains(lines[2], `"suffix":"cr"`) {
		t.Errorf("got:\n%s", out)
	}
}

func TestTheScannerTestFindsTheSpeedByListening(t *testing.T) {
	scan, out, end := scannerTests(t, "--baud", "auto", "--count", "1")
	scan("\x98\xf8\x06", "\xfe\x80\xe0", "31000001\r") // the pty has no speed: it plays what other speeds would show
	if code := end(); code != exitOK {
		t.Errorf("exit %d", code)
	}
	if !strings.Contains(out.String(), "baud = 19200\n") || !strings.Contains(out.String(), "speed is wrong") {
		t.Errorf("got:\n%s", out)
	}
}

func TestAPortThatAnotherProgramHasIsNotTested(t *testing.T) {
	far, line, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer far.Close()
	defer line.Close()
	p, err := device.OpenSerial(line.Name(), 9600, device.ReadTimeout)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	var out, errw bytes.Buffer
	env := map[string]string{"HOME": t.TempDir()}
	code := run(t.Context(), []string{"scanner", "test", "--lang", "en", "--port", line.Name()}, nil, &out, &errw, func(k string) string { return env[k] })
	if code != exitFailed || !strings.Contains(errw.String(), "has this port") {
		t.Errorf("exit %d: %s", code, errw.String())
	}
}

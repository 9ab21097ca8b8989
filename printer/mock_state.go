package printer

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// mockState is how a Mock is.
type mockState struct {
	Paper    string `json:"paper"`
	Cover    string `json:"cover"`
	Online   bool   `json:"online"`
	DieAfter int64  `json:"die_after"`
	SlowBaud int    `json:"slow_baud"`
}

const mockStateFile = "state.json"

// state reads the state, and writes it where there is none.
func (m *Mock) state() (mockState, error) {
	if err := os.MkdirAll(m.Path, 0o700); err != nil {
		return mockState{}, fmt.Errorf("make the directory: %w", err)
	}
	if _, err := os.Stat(filepath.Join(m.Path, mockStateFile)); errors.Is(err, os.ErrNotExist) {
		if err := m.write(wellMock()); err != nil {
			return mockState{}, err
		}
	}
	return m.read()
}

func wellMock() mockState { return mockState{Paper: "ok", Cover: "closed", Online: true} }

// read reads the state; a key that is missing is well.
func (m *Mock) read() (mockState, error) {
	s := wellMock()
	text, err := os.ReadFile(filepath.Join(m.Path, mockStateFile))
	if errors.Is(err, os.ErrNotExist) {
		return s, nil
	}
	if err != nil {
		return s, fmt.Errorf("read the state of the printer: %w", err)
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&s); err != nil {
		return s, fmt.Errorf("read the state of the printer in %s: %w", mockStateFile, err)
	}
	switch {
	case s.Paper != "ok" && s.Paper != "low" && s.Paper != "out":
		err = fmt.Errorf("paper %q: want ok, low or out", s.Paper)
	case s.Cover != "closed" && s.Cover != "open":
		err = fmt.Errorf("cover %q: want closed or open", s.Cover)
	case s.DieAfter < 0 || s.SlowBaud < 0:
		err = errors.New("die_after and slow_baud: want 0 or more")
	}
	if err != nil {
		return s, fmt.Errorf("read the state of the printer in %s: %w", mockStateFile, err)
	}
	return s, nil
}

// write writes the state so that nobody reads half of it.
func (m *Mock) write(s mockState) error {
	text, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return err
	}
	to := filepath.Join(m.Path, mockStateFile)
	temp := filepath.Join(m.Path, "."+mockStateFile+part)
	if err := os.WriteFile(temp, append(text, '\n'), 0o600); err != nil {
		return fmt.Errorf("write the state of the printer: %w", err)
	}
	if err := os.Rename(temp, to); err != nil {
		return fmt.Errorf("write the state of the printer: %w", err)
	}
	return nil
}

// die pulls the cable, once.
func (m *Mock) die() error {
	s, err := m.read()
	if err == nil {
		s.DieAfter = 0
		err = m.write(s)
	}
	return errors.Join(errPulled, err)
}

func (s mockState) takesData() bool { return s.Online && s.Paper != "out" && s.Cover != "open" }

// atOnce is how many of n bytes are taken between two looks at the state.
func (s mockState) atOnce(n int) int {
	if s.SlowBaud == 0 {
		return n
	}
	return min(n, max(1, s.SlowBaud/200))
}

// takes is how long n bytes take, ten bits each.
func (s mockState) takes(n int) time.Duration {
	if s.SlowBaud == 0 {
		return 0
	}
	return time.Duration(n) * 10 * time.Second / time.Duration(s.SlowBaud)
}

// mockAnswers is the talking half of a Mock.
type mockAnswers struct {
	asked []byte
	said  []byte
}

// answer takes bytes of questions and says what a printer in this state does.
func (a *mockAnswers) answer(p []byte, s mockState) {
	a.asked = append(a.asked, p...)
	for len(a.asked) >= 3 {
		switch q := [3]byte(a.asked); {
		case q[0] == dle && q[1] == 0x04:
			a.said = append(a.said, s.realTime(q[2]))
		case q == [3]byte{gs, 'r', 1} && s.takesData():
			a.said = append(a.said, s.roll())
		case q[0] == gs && q[1] == 'a' && q[2] != 0:
			a.said = append(a.said, s.statusBack()...)
		case q[0] == gs: // understood, and nothing to say
		default:
			a.asked = a.asked[1:]
			continue
		}
		a.asked = a.asked[3:]
	}
}

// realTime is the answer to DLE EOT n.
func (s mockState) realTime(n byte) byte {
	b := byte(0x12)
	switch {
	case n == 1 && !s.takesData():
		b |= 0x08
	case n == 2:
		b |= bit(s.Cover == "open", 0x04) | bit(s.Paper == "out", 0x20)
	case n == 4:
		b |= bit(s.Paper != "ok", 0x0c) | bit(s.Paper == "out", 0x60)
	}
	return b
}

// roll is the answer to GS r 1.
func (s mockState) roll() byte { return bit(s.Paper != "ok", 0x03) | bit(s.Paper == "out", 0x0c) }

func (s mockState) statusBack() []byte {
	return []byte{0x10 | bit(!s.takesData(), 0x08) | bit(s.Cover == "open", 0x20), 0, s.roll(), 0}
}

func bit(is bool, b byte) byte {
	if is {
		return b
	}
	return 0
}

// deadline is a time that may be moved while somebody waits for it.
type deadline struct {
	mu sync.Mutex
	at time.Time
}

func (d *deadline) set(t time.Time) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.at = t
}

func (d *deadline) passed() bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return !d.at.IsZero() && !time.Now().Before(d.at)
}

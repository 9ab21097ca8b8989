package device

import (
	"errors"
	"fmt"
	"os"
	"sync"
	"time"

	"github.com/creack/pty"
)

// Sim is a simulated scanner: a pseudo-terminal whose far end is opened with [OpenSerial] like any scanner, so that a
// demonstration goes through the same code as the desk. It is safe for concurrent use.
type Sim struct {
	mu     sync.Mutex
	name   string
	master *os.File
	// slave is kept open so that the line stays up, and stays raw, while nobody reads it.
	slave *os.File
}

// NewSim plugs a simulated scanner in. Where the system has no pseudo-terminals (Windows) the error wraps
// errors.ErrUnsupported, and [NewPipe] serves instead.
func NewSim() (*Sim, error) {
	s := &Sim{}
	if err := s.Plug(); err != nil {
		return nil, err
	}
	return s, nil
}

// Plug puts the cable back after [Sim.Unplug], on a port that may have another name; on a plugged scanner it does nothing.
func (s *Sim) Plug() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.master != nil {
		return nil
	}
	master, slave, err := pty.Open()
	if errors.Is(err, pty.ErrUnsupported) {
		return fmt.Errorf("simulate a scanner: no pseudo-terminals here: %w", errors.ErrUnsupported)
	}
	if err != nil {
		return fmt.Errorf("simulate a scanner: %w", err)
	}
	if err := errors.Join(unblock(master), makeRaw(slave.Name())); err != nil {
		return errors.Join(fmt.Errorf("simulate a scanner: %w", err), master.Close(), slave.Close())
	}
	s.name, s.master, s.slave = slave.Name(), master, slave
	return nil
}

// makeRaw stops a new terminal from echoing and from mapping CR to LF: opening it as a serial port does just that.
func makeRaw(name string) error {
	port, err := OpenSerial(name, DefaultBaud, ReadTimeout)
	if err != nil {
		return err
	}
	return port.Close()
}

// Name is the port to open, and stays that of the last plugging while unplugged.
func (s *Sim) Name() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.name
}

// Open opens the port as a [Scanner] wants it; it is meant for [Scanner.Open], which then follows a re-plugged cable.
func (s *Sim) Open() (Port, error) { return OpenSerial(s.Name(), DefaultBaud, ReadTimeout) }

// Scan sends a code and CR, as a scanner does. It blocks while nobody reads and some thousand bytes wait already, until
// [Sim.Unplug].
// Opening the port drops what was scanned before.
func (s *Sim) Scan(code string) error { return s.Send(code + "\r") }

// Send sends bytes as they are.
func (s *Sim) Send(code string) error {
	s.mu.Lock()
	master := s.master
	s.mu.Unlock()
	if master == nil {
		return fmt.Errorf("scan %q: %w", code, ErrUnplugged)
	}
	if _, err := master.WriteString(code); err != nil {
		return fmt.Errorf("scan %q: %w", code, err)
	}
	return nil
}

// Heard is what the scanner was told within a time, up to the first pause.
func (s *Sim) Heard(within time.Duration) (string, error) {
	s.mu.Lock()
	master := s.master
	s.mu.Unlock()
	if master == nil {
		return "", fmt.Errorf("hear: %w", ErrUnplugged)
	}
	if err := master.SetReadDeadline(time.Now().Add(within)); err != nil {
		return "", err
	}
	buf := make([]byte, 256)
	n, err := master.Read(buf)
	if errors.Is(err, os.ErrDeadlineExceeded) {
		err = nil
	}
	return string(buf[:n]), err
}

// Unplug pulls the cable: the port's reader loses it at once.
func (s *Sim) Unplug() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.master == nil {
		return
	}
	// Nothing can be done about an error, and either way the descriptor is gone.
	_, _ = s.master.Close(), s.slave.Close()
	s.master, s.slave = nil, nil
}

// Close unplugs the scanner for good; it never fails.
func (s *Sim) Close() error {
	s.Unplug()
	return nil
}

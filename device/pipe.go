package device

import (
	"fmt"
	"os"
	"sync"
	"time"
)

// pipeRoom is how many unread bytes a Pipe holds, about as many as a driver does.
const pipeRoom = 4096

// Pipe is a simulated scanner in memory, for systems without pseudo-terminals.
// The same [Scanner] reads it, but no driver and no serial library stand between: where [NewSim] works, it shows more.
// It is safe for concurrent use.
type Pipe struct {
	mu      sync.Mutex
	waiting []byte
	open    *pipePort
	pulled  bool
}

// NewPipe plugs a simulated scanner in.
func NewPipe() *Pipe { return &Pipe{} }

// Name is a name for the screen; there is nothing of that name to open.
func (p *Pipe) Name() string { return "(memory)" }

// Open opens the port; it is meant for [Scanner.Open]. It fails with [ErrMissing] while unplugged, and with [ErrBusy]
// while a port opened before is not closed.
func (p *Pipe) Open() (Port, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch {
	case p.pulled:
		return nil, fmt.Errorf("open simulated scanner: %w", ErrMissing)
	case p.open != nil:
		return nil, fmt.Errorf("open simulated scanner: %w", ErrBusy)
	}
	p.open = &pipePort{pipe: p, wake: make(chan struct{}, 1)}
	return p.open, nil
}

// Scan sends a code and CR, as a scanner does; it fails when nobody has read the last 4096 bytes, and while unplugged.
func (p *Pipe) Scan(code string) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch {
	case p.pulled:
		return fmt.Errorf("scan %q: %w", code, ErrUnplugged)
	case len(p.waiting)+len(code)+1 > pipeRoom:
		return fmt.Errorf("scan %q: nobody reads the scanner", code)
	}
	p.waiting = append(append(p.waiting, code...), cr)
	p.rouse()
	return nil
}

// Unplug pulls the cable: the port's reader loses it at once.
func (p *Pipe) Unplug() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.pulled, p.waiting = true, nil
	p.rouse()
}

// Plug puts the cable back; it never fails.
func (p *Pipe) Plug() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.pulled = false
	return nil
}

// Close unplugs the scanner; it never fails.
func (p *Pipe) Close() error {
	p.Unplug()
	return nil
}

func (p *Pipe) rouse() {
	if p.open == nil {
		return
	}
	p.open.gone = p.open.gone || p.pulled
	select {
	case p.open.wake <- struct{}{}:
	default:
	}
}

// pipePort is one opening of a Pipe.
type pipePort struct {
	pipe *Pipe
	wake chan struct{}
	// gone: the cable was pulled during this opening; putting it back does not bring this one to life.
	gone bool
}

var _ Port = (*pipePort)(nil)

// Read waits at most ReadTimeout and then gives 0 and nil, as a port on Windows does.
func (o *pipePort) Read(b []byte) (int, error) {
	t := time.NewTimer(ReadTimeout)
	defer t.Stop()
	for {
		if n, err := o.take(b); n > 0 || err != nil {
			return n, err
		}
		select {
		case <-o.wake: // perhaps for bytes that are taken already
		case <-t.C:
			return o.take(b)
		}
	}
}

func (o *pipePort) take(b []byte) (int, error) {
	o.pipe.mu.Lock()
	defer o.pipe.mu.Unlock()
	switch {
	case o.pipe.open != o:
		return 0, fmt.Errorf("read simulated scanner: %w", os.ErrClosed)
	case o.gone:
		return 0, fmt.Errorf("read simulated scanner: %w", ErrUnplugged)
	}
	n := copy(b, o.pipe.waiting)
	o.pipe.waiting = o.pipe.waiting[n:]
	return n, nil
}

// Write takes everything and keeps nothing: the simulated scanner has no beeper.
func (o *pipePort) Write(b []byte) (int, error) { return len(b), nil }

func (o *pipePort) Flush() error {
	o.pipe.mu.Lock()
	defer o.pipe.mu.Unlock()
	if !o.gone {
		o.pipe.waiting = nil
	}
	return nil
}

func (o *pipePort) Close() error {
	o.pipe.mu.Lock()
	defer o.pipe.mu.Unlock()
	if o.pipe.open == o {
		o.pipe.open = nil
	}
	return nil
}

package main

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"sync"
	"sync/atomic"
	"time"
)

// guest is the far end of a command that this desk carries out: its streams
// and its terminal.
type guest struct {
	conn    net.Conn
	sending sync.Mutex
	asking  sync.Mutex    // one question at a time
	answers chan frame    // to the question
	gone    chan struct{} // closed when nothing more will come
	stopped atomic.Bool   // what it wanted: it may not read any more
}

func newGuest(conn net.Conn) *guest {
	return &guest{conn: conn, answers: make(chan frame, 1), gone: make(chan struct{})}
}

var errGone = errors.New("the command has gone away")

// listen takes what the command sends, until it goes away or sends what nobody
// asked for; cancel stops what it wanted.
func (g *guest) listen(cancel func()) {
	defer close(g.gone)
	defer cancel()
	for {
		f, err := readFrame(g.conn, maxBody)
		if err != nil {
			return
		}
		switch f.kind {
		case frameCancel:
			cancel()
		case frameInput, frameEnd, frameNoInput, frameSecret, frameNoSecret:
			select {
			case g.answers <- f:
			default:
				return
			}
		default:
			return
		}
	}
}

func (g *guest) send(kind byte, body []byte) error {
	g.sending.Lock()
	defer g.sending.Unlock()
	if g.stopped.Load() {
		g.conn.SetWriteDeadline(time.Now().Add(lastWords))
	}
	err := writeFrame(g.conn, kind, body)
	if err != nil {
		g.conn.Close() // half a frame is of no use to anybody
	}
	return err
}

// lastWords is how long a command that was stopped may take to read each.
const lastWords = time.Second

// stop says that the command is stopped: from now on nobody waits for it. What
// it was doing may take a while to end, and then it hears of it.
func (g *guest) stop() {
	g.stopped.Store(true)
	g.conn.SetWriteDeadline(time.Now().Add(lastWords))
}

// question asks one thing and gives the answer. done, if not nil, ends it.
func (g *guest) question(done <-chan struct{}, kind byte, body []byte) (frame, error) {
	g.asking.Lock()
	defer g.asking.Unlock()
	if err := g.send(kind, body); err != nil {
		return frame{}, err
	}
	select {
	case f := <-g.answers:
		return f, nil
	case <-g.gone:
		return frame{}, errGone
	case <-done:
		return frame{}, context.Canceled
	}
}

// secret has the command ask for a secret on its terminal.
func (g *guest) secret(ctx context.Context, prompt string) (string, error) {
	f, err := g.question(ctx.Done(), frameAsk, []byte(prompt))
	switch {
	case err != nil:
		return "", err
	case f.kind == frameNoSecret:
		return "", errors.New(string(f.body))
	case f.kind != frameSecret:
		return "", fmt.Errorf("an answer %q to the question for a secret", f.kind)
	}
	return string(f.body), nil
}

// guestInput is the stdin of the command, read only as far as it is used.
type guestInput struct {
	g        *guest
	terminal bool
	rest     []byte
}

func (in *guestInput) isTerminal() bool { return in.terminal }

func (in *guestInput) Read(p []byte) (int, error) {
	if len(in.rest) == 0 {
		f, err := in.g.question(nil, frameRead, binary.BigEndian.AppendUint32(nil, uint32(min(len(p), maxBody))))
		switch {
		case err != nil:
			return 0, err
		case f.kind == frameEnd:
			return 0, io.EOF
		case f.kind == frameNoInput:
			return 0, errors.New(string(f.body))
		case f.kind != frameInput:
			return 0, fmt.Errorf("an answer %q to the question for input", f.kind)
		}
		in.rest = f.body
	}
	n := copy(p, in.rest)
	in.rest = in.rest[n:]
	return n, nil
}

// guestOutput is the stdout or the stderr of the command.
type guestOutput struct {
	g        *guest
	kind     byte
	terminal bool
}

func (out *guestOutput) isTerminal() bool { return out.terminal }

func (out *guestOutput) Write(p []byte) (int, error) {
	for n := 0; n < len(p); n += maxBody {
		if err := out.g.send(out.kind, p[n:min(n+maxBody, len(p))]); err != nil {
			return n, err
		}
	}
	return len(p), nil
}

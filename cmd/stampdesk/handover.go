package main

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"sync"
	"time"
)

// wireVersion is raised when the frames or the task change, or what a command
// expects of the desk that carries it out.
const wireVersion = 2

// handedOver is how a command ended that a running desk carried out: all that
// is to be said has been said.
type handedOver int

func (code handedOver) Error() string { return fmt.Sprintf("exit code %d", int(code)) }

// handOver has the command carried out by the desk that works in its data
// directory. Where none answers it returns false, and nothing has happened nor
// will: a desk that wakes up late finds a greeting and no task.
func (a *app) handOver(ctx context.Context) (bool, error) {
	conn, err := dialIn(a.conf.Data)
	if err != nil {
		return false, nil
	}
	defer conn.Close()
	conn.SetDeadline(time.Now().Add(handshake))
	if writeFrame(conn, frameHello, []byte{wireVersion}) != nil {
		return false, nil
	}
	f, err := readFrame(conn, maxBody)
	if err != nil || f.kind != frameWelcome {
		return false, nil
	}
	if !bytes.Equal(f.body, []byte{wireVersion}) {
		return true, fail(exitBusy, a.t.HintOtherVersion, "%s", a.t.OtherVersion)
	}
	conn.SetDeadline(time.Time{})
	t, err := a.task()
	if err != nil {
		return true, err
	}
	body, err := t.encode()
	if err != nil {
		return true, err
	}
	if err := writeFrame(conn, frameTask, body); err != nil { // not whole, so it is not carried out
		return false, nil
	}
	e := &errand{a: a, conn: conn}
	return true, e.follow(ctx)
}

// errand is a command while the desk carries it out: the desk says what to
// write, to read and to ask for.
type errand struct {
	a       *app
	conn    net.Conn
	sending sync.Mutex
	asked   sync.WaitGroup
}

func (e *errand) send(kind byte, body []byte) error {
	e.sending.Lock()
	defer e.sending.Unlock()
	return writeFrame(e.conn, kind, body)
}

// follow does as the desk says until the command has ended. The desk stops it
// when it is told of the end of ctx, or when the connection ends.
func (e *errand) follow(ctx context.Context) error {
	defer context.AfterFunc(ctx, func() { e.send(frameCancel, nil) })()
	ctx, cancel := context.WithCancel(ctx)
	defer e.asked.Wait() // the terminal is as it was
	defer cancel()
	for {
		f, err := readFrame(e.conn, maxBody)
		if err != nil {
			return fail(exitFailed, e.a.t.HintDeskGone, "%s (%w)", e.a.t.DeskGone, err)
		}
		switch {
		case f.kind == frameOut:
			_, err = e.a.out.Write(f.body)
		case f.kind == frameErr:
			_, err = e.a.err.Write(f.body)
		case f.kind == frameRead && len(f.body) == 4:
			go e.read(binary.BigEndian.Uint32(f.body)) // one that waits for somebody to type is left behind
		case f.kind == frameAsk:
			e.asked.Go(func() { e.ask(ctx, string(f.body)) })
		case f.kind == frameExit && len(f.body) == 1:
			return handedOver(f.body[0])
		default:
			err = fmt.Errorf("the desk sent a frame %q of %d bytes", f.kind, len(f.body))
		}
		if err != nil {
			return err
		}
	}
}

// read reads stdin once.
func (e *errand) read(most uint32) {
	buf := make([]byte, min(most, maxBody))
	n, err := e.a.in.Read(buf)
	switch {
	case n > 0: // an error comes again
		e.send(frameInput, buf[:n])
	case errors.Is(err, io.EOF):
		e.send(frameEnd, nil)
	case err != nil:
		e.send(frameNoInput, []byte(err.Error()))
	default:
		e.send(frameInput, nil)
	}
}

func (e *errand) ask(ctx context.Context, prompt string) {
	secret, err := e.a.ask(ctx, prompt)
	switch {
	case ctx.Err() != nil: // it was told, or has ended
		return
	case err != nil:
		e.send(frameNoSecret, []byte(err.Error()))
		return
	}
	e.send(frameSecret, []byte(secret))
}

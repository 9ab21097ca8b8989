package main

import (
	"encoding/binary"
	"fmt"
	"io"
)

// frame is one message between a command and the desk that carries it out: a
// kind, the length of the body as four bytes, and the body.
type frame struct {
	kind byte
	body []byte
}

// The kinds of frames. Every version keeps frameHello and frameWelcome, by
// which two versions tell each other what they are.
const (
	// From the command.
	frameHello    = 'H' // the version
	frameTask     = 't' // the command, as JSON
	frameInput    = 'i' // what was read of stdin
	frameEnd      = 'z' // stdin has ended
	frameNoInput  = 'n' // stdin cannot be read, and why
	frameSecret   = 's' // what was typed
	frameNoSecret = 'm' // it could not be asked, and why
	frameCancel   = 'c' // the person has interrupted the command

	// From the desk.
	frameWelcome = 'W' // the version
	frameOut     = 'o' // for stdout
	frameErr     = 'e' // for stderr
	frameRead    = 'r' // read stdin; at most so many bytes
	frameAsk     = 'a' // ask for a secret, with this prompt
	frameExit    = 'x' // the exit code
)

// Bounds on bodies, so that no stranger makes the desk keep much.
const (
	maxTask = 1 << 20
	maxBody = 32 << 10
)

// readFrame reads one frame whose body has at most limit bytes.
func readFrame(r io.Reader, limit int) (frame, error) {
	var head [5]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return frame{}, err
	}
	n := binary.BigEndian.Uint32(head[1:])
	if int64(n) > int64(limit) {
		return frame{}, fmt.Errorf("a frame %q of %d bytes", head[0], n)
	}
	f := frame{head[0], make([]byte, n)}
	if _, err := io.ReadFull(r, f.body); err != nil {
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		return frame{}, err
	}
	return f, nil
}

// writeFrame writes one frame in one piece.
func writeFrame(w io.Writer, kind byte, body []byte) error {
	b := make([]byte, 5, 5+len(body))
	b[0] = kind
	binary.BigEndian.PutUint32(b[1:], uint32(len(body)))
	_, err := w.Write(append(b, body...))
	return err
}

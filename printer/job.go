package printer

import (
	"bytes"
	"io"
	"iter"
	"time"
)

// Job is a document that is ready to be sent.
type Job struct {
	Name string // for people and file names, such as "return-list-0007"
	// Chunks gives the ESC/POS bytes from the first to the last, made while they are asked for. Every chunk is a number of
	// whole commands and is valid until the next one. Who walks twice gets the same bytes twice.
	Chunks iter.Seq[[]byte]
	// Pause is what the printer wants to be left alone for after each chunk; usually 0.
	Pause time.Duration
	Text  string                // the same document as plain text
	PNG   func(io.Writer) error // writes the same document as a picture; nil if there is none
	// Progress, if not nil, hears from the transport how many bytes of the job went out so far, in the goroutine that
	// called Send and before it returns; it must not block. A transport may call it as often as it likes, or never.
	Progress func(sent int64)
	// Resync is the number of bytes that the printer may be waiting for since an earlier program was broken off in the
	// middle of a command; a transport that sends commands lets as many NULs go before. 0: nothing of the kind.
	Resync int
}

// progress tells whoever wants to know.
func (j Job) progress(sent int64) {
	if j.Progress != nil {
		j.Progress(sent)
	}
}

// size is the number of bytes, which takes the making of them all.
func (j Job) size() (n int64) {
	for c := range j.Chunks {
		n += int64(len(c))
	}
	return n
}

// Write writes the chunks.
func (j Job) Write(w io.Writer) error {
	for c := range j.Chunks {
		if _, err := w.Write(c); err != nil {
			return err
		}
	}
	return nil
}

// Bytes gathers the chunks.
func (j Job) Bytes() []byte {
	var all bytes.Buffer
	for c := range j.Chunks {
		all.Write(c)
	}
	return all.Bytes()
}

// Whole is bytes as a single chunk.
func Whole(b []byte) iter.Seq[[]byte] { return func(yield func([]byte) bool) { yield(b) } }

// Job lays a document out for the renderer's profile. The bytes and the picture are made when they are asked for, each time
// anew.
func (r *Renderer) Job(name string, doc Doc) Job {
	lines := r.Layout(doc)
	return Job{
		Name:   name,
		Chunks: func(yield func([]byte) bool) { r.encode(lines, yield) },
		Pause:  r.profile.pause(),
		Text:   PlainText(lines),
		PNG:    func(w io.Writer) error { return EncodePNG(w, r.Draw(lines)) },
	}
}

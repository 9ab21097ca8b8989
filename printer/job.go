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
	lines := Layout(doc, r.profile.Columns())
	return Job{
		Name:   name,
		Chunks: func(yield func([]byte) bool) { r.encode(lines, yield) },
		Pause:  r.profile.pause(),
		Text:   PlainText(lines),
		PNG:    func(w io.Writer) error { return EncodePNG(w, r.Draw(lines)) },
	}
}

package main

import (
	"bytes"
	"io"
	"testing"
	"testing/iotest"
)

// FuzzFrames reads frames from anything: none is longer than allowed, they are
// the same however the stream is cut, and written again they are what was read.
func FuzzFrames(f *testing.F) {
	f.Add([]byte("H\x00\x00\x00\x01\x01c\x00\x00\x00\x00"))
	f.Add([]byte("o\xff\xff\xff\xffmuch"))
	f.Add([]byte("i\x00\x00\x00\x05cut"))
	f.Fuzz(func(t *testing.T, stream []byte) {
		const limit = 100
		read := func(r io.Reader) (all []frame) {
			for {
				f, err := readFrame(r, limit)
				if err != nil {
					return all
				}
				all = append(all, f)
			}
		}
		whole := read(bytes.NewReader(stream))
		cut := read(iotest.OneByteReader(bytes.NewReader(stream)))
		var again bytes.Buffer
		for i, f := range whole {
			if len(f.body) > limit {
				t.Fatalf("a body of %d bytes", len(f.body))
			}
			if i >= len(cut) || cut[i].kind != f.kind || !bytes.Equal(cut[i].body, f.body) {
				t.Fatalf("frame %d byte by byte is another", i)
			}
			if err := writeFrame(&again, f.kind, f.body); err != nil {
				t.Fatal(err)
			}
		}
		if len(cut) != len(whole) || !bytes.HasPrefix(stream, again.Bytes()) {
			t.Fatalf("%d frames whole, %d byte by byte; written again %q of %q", len(whole), len(cut), again.Bytes(), stream)
		}
	})
}

// FuzzTask decodes any task: it gives arguments and a sound configuration, or
// an error.
func FuzzTask(f *testing.F) {
	h := task{Args: []string{"tally"}, Config: defaults()}
	b, err := h.encode()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	f.Add([]byte("{}"))
	f.Fuzz(func(t *testing.T, body []byte) {
		h, err := decodeTask(body)
		if err == nil && (h.Args == nil || h.Config.validate() != nil) {
			t.Fatalf("%+v", h)
		}
	})
}

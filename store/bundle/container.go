package bundle

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"strings"
)

// The container is a zip whose files are stored as they are, without times,
// attributes or comments: so there is one way only to write it, and a byte that
// is not of a file is known. Reading it never unpacks anything.
const (
	localMagic   = "PK\x03\x04"
	centralMagic = "PK\x01\x02"
	endMagic     = "PK\x05\x06"
	localSize    = 30
	utf8Names    = 1 << 11
	newYear1980  = 1<<5 | 1 // the first day that a zip can say
)

// pack writes the container.
func pack(files []File) []byte {
	var b, directory []byte
	le := binary.LittleEndian
	for _, f := range files {
		at := len(b)
		var h []byte // what both headers say
		h = le.AppendUint16(h, 20)
		h = le.AppendUint16(h, utf8Names)
		h = le.AppendUint16(h, 0)
		h = le.AppendUint16(h, 0)
		h = le.AppendUint16(h, newYear1980)
		h = le.AppendUint32(h, crc32.ChecksumIEEE(f.Body))
		h = le.AppendUint32(h, uint32(len(f.Body)))
		h = le.AppendUint32(h, uint32(len(f.Body)))
		h = le.AppendUint16(h, uint16(len(f.Name)))
		h = le.AppendUint16(h, 0)
		b = append(append(append(append(b, localMagic...), h...), f.Name...), f.Body...)
		directory = append(directory, centralMagic...)
		directory = le.AppendUint16(directory, 20)
		directory = append(directory, h...)
		directory = append(directory, make([]byte, 10)...) // no comment, no disk, no attributes
		directory = le.AppendUint32(directory, uint32(at))
		directory = append(directory, f.Name...)
	}
	at := len(b)
	b = append(append(b, directory...), endMagic...)
	b = append(b, 0, 0, 0, 0)
	b = le.AppendUint16(b, uint16(len(files)))
	b = le.AppendUint16(b, uint16(len(files)))
	b = le.AppendUint32(b, uint32(len(directory)))
	b = le.AppendUint32(b, uint32(at))
	return append(b, 0, 0)
}

// unpack reads a container that pack wrote.
func unpack(b []byte) ([]File, error) {
	if len(b) > MaxSize {
		return nil, ErrTooLarge
	}
	if !bytes.HasPrefix(b, []byte(localMagic)) {
		return nil, ErrNotBundle
	}
	var files []File
	names := map[string]bool{}
	rest := b
	for bytes.HasPrefix(rest, []byte(localMagic)) {
		if len(rest) < localSize {
			return nil, ErrTruncated
		}
		size := int64(binary.LittleEndian.Uint32(rest[18:]))
		name := int(binary.LittleEndian.Uint16(rest[26:]))
		if int64(len(rest)) < localSize+int64(name)+size {
			return nil, ErrTruncated
		}
		f := File{Name: string(rest[localSize : localSize+name]), Body: rest[localSize+name:][:size]}
		if len(files) == 0 && f.Name != NoteName {
			return nil, ErrNotBundle
		}
		if len(files) == MaxFiles {
			return nil, fmt.Errorf("%w: more than %d files", ErrNotBundle, MaxFiles)
		}
		if !isFileName(f.Name) {
			return nil, fmt.Errorf("%w: a file named %.40q", ErrTampered, f.Name)
		}
		if names[f.Name] { // one tool would show this one, another that
			return nil, fmt.Errorf("%w: the file %s is there twice", ErrTampered, f.Name)
		}
		names[f.Name] = true
		files = append(files, f)
		rest = rest[localSize+name+int(size):]
	}
	whole := pack(files)
	switch {
	case len(rest) < len(localMagic) && strings.HasPrefix(localMagic, string(rest)):
		return nil, ErrTruncated
	case bytes.Equal(whole, b):
		return files, nil
	case len(b) < len(whole) && bytes.HasPrefix(whole, b):
		return nil, ErrTruncated
	}
	return nil, ErrTampered
}

// isFileName reports whether a name is one that a bundle may have: no path, and
// the same on every system.
func isFileName(s string) bool {
	if s == "" || len(s) > 40 || s[0] == '.' || s[0] == '-' {
		return false
	}
	for _, r := range s {
		if !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '.' || r == '-') {
			return false
		}
	}
	return true
}

package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// parts are the files inside a workbook, by their names in small letters.
type parts struct {
	byName map[string]*zip.File
}

// openParts looks at the directory of a workbook before anything of it is
// unpacked.
func openParts(data []byte) (parts, *Problem) {
	p := parts{byName: map[string]*zip.File{}}
	if bytes.Count(data, []byte("PK\x01\x02")) > maxParts {
		return p, broken("zip", fmt.Errorf("> %d parts", maxParts))
	}
	dir, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return p, broken("zip", err)
	}
	var all uint64
	for _, f := range dir.File {
		name := partName(f.Name)
		if strings.HasSuffix(name, "/") {
			continue
		}
		if p.byName[name] != nil {
			return p, broken(f.Name, errors.New("duplicate"))
		}
		p.byName[name] = f
		size := f.UncompressedSize64
		if all += size; all > maxInflated || size > maxInflated {
			return p, &Problem{Fault: FaultInflated, Found: shorten(f.Name), Want: bytesText(maxInflated)}
		}
		if size > maxSuspect && size/maxRatio > f.CompressedSize64 {
			return p, &Problem{Fault: FaultInflated, Found: shorten(f.Name), Want: bytesText(maxSuspect)}
		}
	}
	return p, nil
}

func partName(s string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(s, `\`, "/"), "/"))
}

func (p parts) has(name string) bool { return p.byName[partName(name)] != nil }

// open unpacks a part. Its reader fails where the part is larger than the
// directory says, or its check sum is another.
func (p parts) open(name string, alive func() error) (io.ReadCloser, error) {
	f := p.byName[partName(name)]
	if f == nil {
		return nil, fmt.Errorf("%s is missing", name)
	}
	if f.Flags&1 != 0 {
		return nil, errors.New("zip password")
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	return &partReader{r, alive}, nil
}

type partReader struct {
	io.ReadCloser
	alive func() error
}

func (r *partReader) Read(b []byte) (int, error) {
	if err := r.alive(); err != nil {
		return 0, err
	}
	return r.ReadCloser.Read(b)
}

// xml opens a part that is only about other parts.
func (p parts) xml(name string, alive func() error) (*xmlScan, io.Closer, error) {
	r, err := p.open(name, alive)
	if err != nil {
		return nil, nil, err
	}
	return newXMLScan(io.LimitReader(r, maxSmallPart)), r, nil
}

// beside resolves the target of a relationship of a part.
func beside(part, target string) string {
	if strings.HasPrefix(target, "/") {
		return path.Clean(target[1:])
	}
	return path.Join(path.Dir(part), target)
}

// broken says which part of a workbook cannot be read.
func broken(part string, err error) *Problem {
	found := shorten(part)
	if err != nil {
		found += ": " + shorten(err.Error())
	}
	return &Problem{Fault: FaultBroken, Found: found}
}

package sheet

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strconv"
)

// taken is how many bytes are read at a time. It must not be more than
// maxLine: only the first and the last line end of a piece are looked for.
const taken = 256 << 10

// take reads all of r, or as much as shows that it is no file of rows. Of a
// line without an end it holds no more than maxLine.
func take(ctx context.Context, r io.Reader) ([]byte, *Problem, error) {
	data := make([]byte, 0, taken)
	size := int64(0)
	if s, ok := r.(interface{ Stat() (fs.FileInfo, error) }); ok {
		if info, err := s.Stat(); err == nil && info.Mode().IsRegular() {
			size = info.Size()
		}
	}
	open := 0 // bytes since the last line end
	book, known := false, false
	for {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		if cap(data)-len(data) < taken {
			more := max(taken, len(data))
			if len(data) > maxLine {
				more = max(more/2, int(min(size, maxText))+taken-len(data)) // by now it is a file worth the room
			}
			data = slices.Grow(data, more)
		}
		n, err := io.ReadFull(r, data[len(data):len(data)+taken])
		piece := data[len(data) : len(data)+n]
		data = data[:len(data)+n]
		end := err == io.EOF || err == io.ErrUnexpectedEOF
		if err != nil && !end {
			return nil, nil, fmt.Errorf("read the file: %w", err)
		}
		if !known {
			known = true
			var bad *Problem
			if book, bad = look(data); bad != nil {
				return nil, bad, nil
			}
		}
		switch {
		case book && len(data) > maxWorkbook:
			return nil, &Problem{Fault: FaultTooLarge, Found: "> " + bytesText(maxWorkbook), Want: bytesText(maxWorkbook)}, nil
		case !book && len(data) > maxText:
			return nil, &Problem{Fault: FaultTooLarge, Found: "> " + bytesText(maxText), Want: bytesText(maxText)}, nil
		}
		first := bytes.IndexAny(piece, "\r\n")
		if first < 0 {
			first = len(piece)
		}
		if !book && open+first > maxLine {
			line := 1 + bytes.Count(data, []byte("\n"))
			if line == 1 {
				line += bytes.Count(data, []byte("\r"))
			}
			return nil, &Problem{Fault: FaultLongLine, Line: line, Want: bytesText(maxLine)}, nil
		}
		if open += len(piece); first < len(piece) {
			open = len(piece) - 1 - bytes.LastIndexAny(piece, "\r\n")
		}
		if end {
			return data, nil, nil
		}
	}
}

// bytesText is a size as people say it.
func bytesText(n int) string {
	if n >= 1<<30 {
		return strconv.FormatFloat(float64(n)/(1<<30), 'f', -1, 64) + " GB"
	}
	return strconv.Itoa(n>>20) + " MB"
}

package sheet

import (
	"errors"
	"io"
)

// readStrings reads the texts that cells share. They are kept in blocks, not
// one by one.
func (b *book) readStrings(part string) error {
	r, err := b.open(part, b.alive)
	if err != nil {
		return err
	}
	defer r.Close()
	s := newXMLScan(r)
	var block []byte
	var ends []int
	total := 0
	flush := func() {
		text, from := string(block), 0
		for _, end := range ends {
			b.strings = append(b.strings, text[from:end])
			from = end
		}
		block, ends = block[:0], ends[:0]
	}
	for {
		if err := s.next(); err == io.EOF {
			flush()
			return nil
		} else if err != nil {
			return err
		}
		if s.kind != xmlStart || string(s.name) != "si" {
			continue
		}
		from := len(block)
		if block, err = s.appendString(block); err != nil {
			return err
		}
		// Every text costs, also one of no letters.
		if total += len(block) - from + 32; total > maxStrings {
			return errors.New("> " + bytesText(maxStrings))
		}
		if ends = append(ends, len(block)); len(block) > 64<<10 {
			flush()
		}
	}
}

// appendString adds the text of a rich string whose element has just begun:
// its runs, without what is only a guide to pronunciation.
func (s *xmlScan) appendString(dst []byte) ([]byte, error) {
	from, depth, inText := len(dst), s.depth, false
	for s.depth >= depth {
		if err := s.next(); err != nil {
			return dst, err
		}
		switch {
		case s.kind == xmlText && inText:
			n := len(dst)
			text, err := s.appendText(dst[n:])
			if err != nil {
				return dst, err
			}
			if dst = append(dst[:n], text...); len(dst)-from > maxCellText {
				return dst, errPiece
			}
		case s.kind == xmlStart && string(s.name) == "rPh":
			if err := s.skip(); err != nil {
				return dst, err
			}
		case string(s.name) == "t":
			inText = s.kind == xmlStart
		}
	}
	return inUTF8(unescape(dst, from), from), nil
}

// appendInner adds the text of the element that has just begun.
func (s *xmlScan) appendInner(dst []byte) ([]byte, error) {
	for depth := s.depth; s.depth >= depth; {
		if err := s.next(); err != nil {
			return dst, err
		}
		if s.kind == xmlText {
			var err error
			if dst, err = s.appendText(dst); err != nil {
				return dst, err
			}
		}
	}
	return dst, nil
}

package sheet

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// errXML says that XML is not as a spreadsheet writes it; errPiece that a
// piece of it is larger than any cell.
var (
	errXML   = errors.New("the XML is broken")
	errPiece = errors.New("a piece of the XML is too long")
)

type xmlKind int

const (
	xmlEnd   xmlKind = iota // </name>, also after <name/>
	xmlStart                // <name attrs>
	xmlText
)

// xmlScan takes XML apart as far as workbooks need it: elements by their local
// names, attributes and text. It holds one piece at a time, knows no
// declarations of entities, and checks that elements are closed in order.
// What it gives is valid until the next call.
type xmlScan struct {
	r        io.Reader
	buf      []byte
	at, end  int
	err      error // of r
	open     [maxXMLDepth]uint32
	depth    int
	fragment bool // elements may be closed that were never opened
	empty    bool // the start just given is its own end

	kind xmlKind
	name []byte // of xmlStart and xmlEnd
	attr []byte // of xmlStart, as written
	text []byte // of xmlText, as written unless cdata
	raw  bool   // text is CDATA
}

func newXMLScan(r io.Reader) *xmlScan {
	s := &xmlScan{r: r, buf: make([]byte, 64<<10)}
	s.more()
	s.at += len(s.buf[s.at:s.end]) - len(bytes.TrimPrefix(s.buf[s.at:s.end], []byte(bom)))
	return s
}

// more reads on, keeping what was not taken; false at the end.
func (s *xmlScan) more() bool {
	if s.err != nil {
		return false
	}
	if s.at > 0 {
		s.end = copy(s.buf, s.buf[s.at:s.end])
		s.at = 0
	}
	if s.end == len(s.buf) {
		if s.end >= maxCellText {
			s.err = errPiece
			return false
		}
		s.buf = append(s.buf, make([]byte, len(s.buf))...)
	}
	for tries := 0; tries < 100; tries++ {
		var n int
		n, s.err = s.r.Read(s.buf[s.end:])
		s.end += n
		if n > 0 || s.err != nil {
			return n > 0
		}
	}
	s.err = io.ErrNoProgress
	return false
}

// need sees to n bytes at hand.
func (s *xmlScan) need(n int) bool {
	for s.end-s.at < n {
		if !s.more() {
			return false
		}
	}
	return true
}

// until gives the bytes before a mark, and goes behind it.
func (s *xmlScan) until(mark string) ([]byte, error) {
	for from := 0; ; {
		if i := bytes.Index(s.buf[s.at+from:s.end], []byte(mark)); i >= 0 {
			got := s.buf[s.at : s.at+from+i]
			s.at += from + i + len(mark)
			return got, nil
		}
		from = max(0, s.end-s.at-len(mark)+1)
		if !s.more() {
			return nil, s.failure()
		}
	}
}

func (s *xmlScan) failure() error {
	if s.err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return s.err
}

// next goes to the next piece. At the end of the XML it gives io.EOF.
func (s *xmlScan) next() error {
	if s.empty {
		s.empty = false
		s.kind = xmlEnd
		s.depth--
		return nil
	}
	for {
		if s.at == s.end && !s.more() {
			if s.err == io.EOF && s.depth > 0 {
				return io.ErrUnexpectedEOF
			}
			return s.err
		}
		if s.buf[s.at] != '<' {
			return s.plain()
		}
		if !s.need(2) {
			return s.failure()
		}
		switch s.buf[s.at+1] {
		case '?':
			if _, err := s.until("?>"); err != nil {
				return err
			}
		case '!':
			if done, err := s.special(); done || err != nil {
				return err
			}
		default:
			return s.tag()
		}
	}
}

// plain takes text up to the next element.
func (s *xmlScan) plain() error {
	s.kind, s.raw = xmlText, false
	for from := 0; ; {
		if i := bytes.IndexByte(s.buf[s.at+from:s.end], '<'); i >= 0 {
			s.text = s.buf[s.at : s.at+from+i]
			s.at += from + i
			return nil
		}
		from = s.end - s.at
		if !s.more() {
			if s.err != io.EOF {
				return s.err
			}
			s.text = s.buf[s.at:s.end]
			s.at = s.end
			if s.depth > 0 {
				return io.ErrUnexpectedEOF
			}
			return nil
		}
	}
}

// special takes what begins with <!: a comment is passed over.
func (s *xmlScan) special() (done bool, err error) {
	if s.need(4) && string(s.buf[s.at:s.at+4]) == "<!--" {
		s.at += 4
		_, err := s.until("-->")
		return false, err
	}
	const cdata = "<![CDATA["
	if s.need(len(cdata)) && string(s.buf[s.at:s.at+len(cdata)]) == cdata {
		s.at += len(cdata)
		s.kind, s.raw = xmlText, true
		s.text, err = s.until("]]>")
		return true, err
	}
	return false, errXML // <!DOCTYPE: no workbook has one
}

// tag takes the beginning or the end of an element.
func (s *xmlScan) tag() error {
	quote := byte(0)
	i := s.at + 1
	for {
		if i == s.end {
			i -= s.at
			if !s.more() {
				return s.failure()
			}
			i += s.at
		}
		c := s.buf[i]
		if quote != 0 {
			if c == quote {
				quote = 0
			}
		} else if c == '>' {
			break
		} else if c == '"' || c == '\'' {
			quote = c
		} else if c == '<' {
			return errXML
		}
		i++
	}
	in := s.buf[s.at+1 : i]
	s.at = i + 1
	if len(in) == 0 {
		return errXML
	}
	if in[0] == '/' {
		s.kind = xmlEnd
		full := trimEnd(in[1:])
		s.name = local(full)
		if s.depth == 0 {
			if s.fragment {
				return nil
			}
			return errXML
		}
		s.depth--
		if s.open[s.depth] != mark(full) {
			return errXML
		}
		return nil
	}
	s.kind = xmlStart
	if in[len(in)-1] == '/' {
		s.empty = true
		in = in[:len(in)-1]
	}
	full := in
	s.attr = nil
	for j, c := range in {
		if isXMLBlank(c) {
			full, s.attr = in[:j], in[j:]
			break
		}
	}
	s.name = local(full)
	if s.depth == maxXMLDepth || len(s.name) == 0 {
		return errXML
	}
	s.open[s.depth] = mark(full)
	s.depth++
	return nil
}

// mark stands for a name; that two names have one mark does no harm.
func mark(name []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range name {
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

func local(name []byte) []byte {
	if i := bytes.IndexByte(name, ':'); i >= 0 {
		return name[i+1:]
	}
	return name
}

func isXMLBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

func trimStart(b []byte) []byte {
	for len(b) > 0 && isXMLBlank(b[0]) {
		b = b[1:]
	}
	return b
}

func trimEnd(b []byte) []byte {
	for len(b) > 0 && isXMLBlank(b[len(b)-1]) {
		b = b[:len(b)-1]
	}
	return b
}

// skip goes behind the element that has just begun.
func (s *xmlScan) skip() error {
	for depth := s.depth; s.depth >= depth; {
		if err := s.next(); err != nil {
			return err
		}
	}
	return nil
}

// nextAttr takes the first attribute off; its name is local, its value as
// written.
func nextAttr(attrs []byte) (name, value, rest []byte) {
	attrs = trimStart(attrs)
	i := bytes.IndexByte(attrs, '=')
	if i < 0 {
		return nil, nil, nil
	}
	name = local(trimEnd(attrs[:i]))
	attrs = trimStart(attrs[i+1:])
	if len(attrs) == 0 || attrs[0] != '"' && attrs[0] != '\'' {
		return nil, nil, nil
	}
	j := bytes.IndexByte(attrs[1:], attrs[0])
	if j < 0 {
		return nil, nil, nil
	}
	return name, attrs[1 : 1+j], attrs[2+j:]
}

// get is the value of an attribute, as text.
func (s *xmlScan) get(want string) string {
	for rest := s.attr; ; {
		var name, value []byte
		if name, value, rest = nextAttr(rest); name == nil {
			return ""
		}
		if string(name) == want {
			text, err := appendXML(nil, value)
			if err != nil {
				return ""
			}
			return string(text)
		}
	}
}

// appendText adds the text at hand to dst.
func (s *xmlScan) appendText(dst []byte) ([]byte, error) {
	if len(dst)+len(s.text) > maxCellText {
		return dst, errPiece
	}
	if s.raw {
		return append(dst, s.text...), nil
	}
	return appendXML(dst, s.text)
}

// appendXML adds text as written in XML. Entities are the five of XML itself
// and characters by number.
func appendXML(dst, text []byte) ([]byte, error) {
	for {
		if bytes.IndexByte(text, '&') < 0 && bytes.IndexByte(text, '\r') < 0 {
			return append(dst, text...), nil
		}
		i := bytes.IndexAny(text, "&\r")
		dst = append(dst, text[:i]...)
		if text[i] == '\r' {
			if i+1 == len(text) || text[i+1] != '\n' {
				dst = append(dst, '\n')
			}
			text = text[i+1:]
			continue
		}
		end := bytes.IndexByte(text[i:], ';')
		if end < 0 {
			return dst, errXML
		}
		name := string(text[i+1 : i+end])
		text = text[i+end+1:]
		switch name {
		case "amp":
			dst = append(dst, '&')
		case "lt":
			dst = append(dst, '<')
		case "gt":
			dst = append(dst, '>')
		case "quot":
			dst = append(dst, '"')
		case "apos":
			dst = append(dst, '\'')
		default:
			if len(name) < 2 || name[0] != '#' {
				return dst, errXML
			}
			digits, base := name[1:], 10
			if digits[0] == 'x' {
				digits, base = digits[1:], 16
			}
			c, err := strconv.ParseUint(digits, base, 21)
			if err != nil || c > utf8.MaxRune {
				return dst, errXML
			}
			dst = utf8.AppendRune(dst, rune(c))
		}
	}
}

// unescape puts back what a workbook writes as _x000D_, for characters that
// XML has no place for, from a place on.
func unescape(dst []byte, from int) []byte {
	if !bytes.Contains(dst[from:], []byte("_x")) {
		return dst
	}
	out := dst[:from]
	in := append([]byte(nil), dst[from:]...)
	for len(in) > 0 {
		if c, ok := escaped(in); ok {
			in = in[7:]
			if utf16.IsSurrogate(c) {
				if low, ok := escaped(in); ok {
					in = in[7:]
					c = utf16.DecodeRune(c, low)
				}
			}
			out = utf8.AppendRune(out, c)
			continue
		}
		out = append(out, in[0])
		in = in[1:]
	}
	return out
}

// escaped is the character that _xHHHH_ at the beginning stands for.
func escaped(in []byte) (rune, bool) {
	if len(in) < 7 || in[0] != '_' || in[1] != 'x' || in[6] != '_' {
		return 0, false
	}
	c, err := strconv.ParseUint(string(in[2:6]), 16, 16)
	return rune(c), err == nil
}

package sheet

import (
	"bytes"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

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

// inUTF8 puts the mark of an unreadable character, which no row passes with,
// where bytes are no UTF-8, from a place on: a part may be in another encoding,
// or damaged.
func inUTF8(dst []byte, from int) []byte {
	if utf8.Valid(dst[from:]) {
		return dst
	}
	return append(dst[:from], bytes.ToValidUTF8(dst[from:], []byte("\uFFFD"))...)
}

package charset

import (
	"bytes"
	"unicode/utf8"
)

// Decode gives the text of a file in UTF-8 and NFC, without the mark at its
// beginning. Lines stay where they are. The evidence is nil for a file that is
// UTF-8. What it returns may be data itself.
//
// TCVN3 and VNI, when they are wanted of a file that is Unicode, are taken to
// be meant for its cells: see [Judge].
func Decode(data []byte, want Encoding) ([]byte, *Evidence, *Error) {
	unmarked := bytes.TrimPrefix(data, []byte(bom))
	if want != CP1258 && isPlain(unmarked) && bytes.IndexByte(unmarked[:min(len(unmarked), 4096)], 0) < 0 {
		return unmarked, nil, nil
	}
	if want != UTF8 {
		if order, marked := utf16Order(data); order != nil {
			if want == CP1258 {
				return nil, nil, &Error{Want: want, Unicode: true}
			}
			if marked {
				data = data[2:]
			}
			text := fromUTF16(data, order)
			return text, &Evidence{Encoding: UTF16, Read: telling(text)}, nil
		}
	}
	valid := utf8.Valid(unmarked)
	switch {
	case want == UTF16:
		return nil, nil, &Error{Want: want, Line: 1, Byte: data[0]}
	case valid && want == CP1258 && !isASCII(string(unmarked)):
		return nil, nil, &Error{Want: want, Unicode: true}
	case valid:
		return composed(unmarked), nil, nil
	case want == UTF8, len(unmarked) < len(data): // a mark, so it is UTF-8 and damaged
		return nil, nil, firstBad(unmarked, want)
	}
	var told *trial
	if want == CP1258 || want == TCVN3 || want == VNI {
		told = newTrial(want).over(data)
	} else if told = guess(data); told == nil {
		return nil, nil, firstBad(data, Auto)
	}
	e := told.evidence()
	return reader(e.Encoding)(make([]byte, 0, len(data)*5/4), data), &e, nil
}

// candidates are the encodings of bytes, of which evidence chooses one.
var candidates = [...]Encoding{TCVN3, VNI, CP1258}

func reader(e Encoding) func(dst, src []byte) []byte {
	switch e {
	case TCVN3:
		return fromTCVN3
	case VNI:
		return fromVNI
	}
	return fromCP1258
}

// guess is the best reading of bytes that are not Unicode; nil: they prove
// none.
func guess(data []byte) *trial {
	var best, second *trial
	for _, e := range candidates {
		t := newTrial(e).over(data)
		switch {
		case best == nil || t.score() > best.score():
			best, second = t, best
		case second == nil || t.score() > second.score():
			second = t
		}
	}
	if best.good < 3 || best.score()*2 <= max(second.score(), 0)*3 {
		return nil
	}
	return best
}

// telling is the first word of a text that has a letter of Vietnamese.
func telling(text []byte) string {
	for line := range bytes.Lines(text[:min(len(text), 1<<16)]) {
		for field := range fields(line) {
			if utf8.Valid(field) && !isASCII(string(field)) {
				return shorten(string(field))
			}
		}
	}
	return ""
}

func firstBad(data []byte, want Encoding) *Error {
	end := byte('\n')
	if bytes.IndexByte(data, end) < 0 {
		end = '\r'
	}
	line := 1
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && n == 1:
			return &Error{Want: want, Line: line, Byte: data[0]}
		case data[0] == end:
			line++
		}
		data = data[n:]
	}
	return nil
}

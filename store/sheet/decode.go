package sheet

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"stampdesk/store/sheet/charset"
)

const bom = "\ufeff"

// decode gives the text of a file in UTF-8 and NFC without the mark at its
// beginning, or says why it is none. Lines stay where they are.
func decode(data []byte, want charset.Encoding) ([]byte, []charset.Evidence, *Problem) {
	data = bytes.TrimPrefix(data, []byte(bom))
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		return nil, nil, &Problem{Fault: FaultEmpty}
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return nil, nil, &Problem{Fault: FaultWorkbook, Found: "Excel (.xlsx)"}
	case bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0")):
		return nil, nil, &Problem{Fault: FaultWorkbook, Found: "Excel (.xls)"}
	case bytes.HasPrefix(data, []byte("\xFF\xFE")), bytes.HasPrefix(data, []byte("\xFE\xFF")), looksUTF16(data):
		return nil, nil, &Problem{Fault: FaultUTF16}
	}
	plain := isPlain(data)
	if !plain && !utf8.Valid(data) {
		return nil, nil, notUTF8(data)
	}
	// A file whose lines end as they did on the Macintosh is one line to csv.
	if bytes.IndexByte(data, '\n') < 0 {
		data = bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
	}
	// Separators and line ends never join with a mark, so all of the file can
	// be composed at once.
	if !plain && !norm.NFC.IsNormal(data) {
		data = norm.NFC.Bytes(data)
	}
	return data, nil, nil
}

// isPlain reports that there is nothing but ASCII and composed Latin letters,
// as in nearly every file: then it is UTF-8 and in NFC. Of any other text it
// knows nothing.
func isPlain(data []byte) bool {
	for i := 0; i < len(data); {
		switch c := data[i]; {
		case c < 0x80:
			i++
		case 0xC2 <= c && c <= 0xC6 && i+1 < len(data) && data[i+1]&0xC0 == 0x80: // U+0080 to U+01BF
			i += 2
		case c == 0xE1 && i+2 < len(data) && data[i+1]&0xFE == 0xBA && data[i+2]&0xC0 == 0x80: // U+1E80 to U+1EFF
			i += 3
		default:
			return false
		}
	}
	return true
}

// looksUTF16 reports that the headings, of which most letters are ASCII, have
// a zero byte for many of them.
func looksUTF16(data []byte) bool {
	head := data[:min(len(data), 200)]
	return len(head) >= 4 && bytes.Count(head, []byte{0}) >= len(head)/4
}

func notUTF8(data []byte) *Problem {
	line := 1
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && n == 1:
			return &Problem{Fault: FaultNotUTF8, Line: line, Found: fmt.Sprintf("byte %02X", data[0])}
		case r == '\n':
			line++
		}
		data = data[n:]
	}
	return nil
}

package sheet

import (
	"bytes"
	"fmt"

	"stampdesk/store/sheet/charset"
)

const bom = "\ufeff"

// decode gives the text of a file in UTF-8 and NFC without the mark at its
// beginning, or says why it is none. Lines stay where they are. The evidence
// is of the encoding of its bytes; nil: UTF-8.
func decode(data []byte, want charset.Encoding) ([]byte, *charset.Evidence, *Problem) {
	switch {
	case isEmpty(data):
		return nil, nil, &Problem{Fault: FaultEmpty}
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return nil, nil, &Problem{Fault: FaultWorkbook, Found: "Excel (.xlsx)"}
	case bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0")):
		return nil, nil, &Problem{Fault: FaultWorkbook, Found: "Excel (.xls)"}
	}
	text, evidence, bad := charset.Decode(data, want)
	if bad != nil {
		return nil, nil, undecoded(bad)
	}
	// A file whose lines end as they did on the Macintosh is one line to csv.
	if bytes.IndexByte(text, '\n') < 0 && bytes.IndexByte(text, '\r') >= 0 {
		text = bytes.ReplaceAll(text, []byte("\r"), []byte("\n"))
	}
	if isEmpty(text) {
		return nil, nil, &Problem{Fault: FaultEmpty}
	}
	return text, evidence, nil
}

func isEmpty(data []byte) bool {
	return len(bytes.TrimSpace(bytes.TrimPrefix(data, []byte(bom)))) == 0
}

// undecoded is why a file is no text, as a problem.
func undecoded(e *charset.Error) *Problem {
	p := &Problem{Fault: FaultEncoding, Line: e.Line, Found: fmt.Sprintf("byte %02X", e.Byte), Want: string(e.Want)}
	switch {
	case e.Unicode:
		p.Found = "Unicode"
	case e.Want == charset.Auto:
		p.Fault, p.Want = FaultNotUTF8, ""
	}
	return p
}

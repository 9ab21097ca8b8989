package device

import (
	"fmt"
	"strings"
)

// Suffix says what ends a code on the line; the zero value is [SuffixAuto].
type Suffix uint8

// The suffixes a scanner can be set to.
const (
	// SuffixAuto: CR, LF or ETX end a code, and so does silence until the first of them is seen.
	SuffixAuto Suffix = iota
	// SuffixCR: CR or LF ends a code. LF is accepted too, so that a scanner sending CR LF needs no other setting.
	SuffixCR
	// SuffixLF is read like SuffixCR.
	SuffixLF
	// SuffixCRLF is read like SuffixCR.
	SuffixCRLF
	// SuffixETX: only ETX ends a code.
	SuffixETX
	// SuffixNone: silence ends a code; CR, LF and ETX do too.
	SuffixNone
)

// ParseSuffix reads "auto", "cr", "lf", "crlf", "etx" or "none" in any case; the empty string is "auto".
// Anything else is an error that lists them.
func ParseSuffix(s string) (Suffix, error) {
	word := strings.ToLower(s)
	if word == "" {
		return SuffixAuto, nil
	}
	for x := SuffixAuto; x <= SuffixNone; x++ {
		if x.String() == word {
			return x, nil
		}
	}
	return SuffixAuto, fmt.Errorf("read suffix %q: want auto, cr, lf, crlf, etx or none", s)
}

// String gives the word that [ParseSuffix] reads.
func (s Suffix) String() string {
	switch s {
	case SuffixAuto:
		return "auto"
	case SuffixCR:
		return "cr"
	case SuffixLF:
		return "lf"
	case SuffixCRLF:
		return "crlf"
	case SuffixETX:
		return "etx"
	case SuffixNone:
		return "none"
	}
	return fmt.Sprintf("Suffix(%d)", uint8(s))
}

// ends reports whether b is a terminator under s.
func (s Suffix) ends(b byte) bool {
	switch b {
	case cr, lf:
		return s != SuffixETX
	case etx:
		return s == SuffixAuto || s == SuffixNone || s == SuffixETX
	}
	return false
}

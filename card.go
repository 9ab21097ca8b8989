package stampdesk

import (
	"fmt"
	"strings"
)

// CardNumber is the number printed on a Party member card (số thẻ đảng viên):
// 8 digits, two for the issuing committee and six for the member. Zero means
// "no number". The first two digits say where the card was issued, never where
// the member is now.
type CardNumber uint32

// Issue counts the pieces of plastic that carried one number: a reissued card
// may keep its number, so what is stamped, lost or void is always an issue.
type Issue uint8

// Plastic names one piece of plastic: a number and which issue of it. The zero
// value is none.
type Plastic struct {
	Card  CardNumber
	Issue Issue
}

// FirstIssue is the issue of a card that was never exchanged or reissued.
const FirstIssue Issue = 1

// String gives the printed form, NN.NNNNNN.
func (n CardNumber) String() string {
	return fmt.Sprintf("%02d.%06d", uint32(n)/1_000_000, uint32(n)%1_000_000)
}

// Digits gives the 8 digits without a separator, as barcodes and JSON carry them.
func (n CardNumber) Digits() string { return fmt.Sprintf("%08d", uint32(n)) }

// CardFault says why a text is not a card number. The values are stable names,
// given in messages and in JSON.
type CardFault string

// The faults of a card number as read.
const (
	FaultEmpty      CardFault = "empty"       // nothing but blanks
	FaultNotDigits  CardFault = "not-digits"  // letters, or separators in the wrong place
	FaultShort      CardFault = "short"       // fewer than 8 digits
	FaultLeadZero   CardFault = "lead-zero"   // 7 digits: a spreadsheet may have eaten a leading zero
	FaultLong       CardFault = "long"        // more than 8 digits
	FaultGlued      CardFault = "glued"       // 16 digits: two codes without an end between them
	FaultZeroSerial CardFault = "zero-serial" // NN.000000: the series begins at 000001
)

// CardError reports a text that is not a card number. It is never repaired
// silently: a guessed number would stamp somebody else's card.
type CardError struct {
	Raw   string
	Fault CardFault
}

func (e *CardError) Error() string { return fmt.Sprintf("card number %q: %s", e.Raw, e.Fault) }

// ParseCard reads a card number as scanned, typed or written in a list:
// NNNNNNNN, NN.NNNNNN or NN.NNN.NNN, with points, dashes or blanks, with or
// without a scanner's AIM prefix. Its error is always a *CardError.
// The format is that of 12-HD/BTCTW 2022.
func ParseCard(s string) (CardNumber, error) {
	fail := func(f CardFault) (CardNumber, error) { return 0, &CardError{Raw: s, Fault: f} }
	t := strings.TrimSpace(trimAIM(strings.TrimSpace(strings.TrimPrefix(s, "\ufeff")))) // a file may begin with a byte order mark
	if t == "" {
		return fail(FaultEmpty)
	}
	var n uint64
	var digits int
	var groups []int // how many digits stand before each separator
	for i := 0; i < len(t); i++ {
		switch c := t[i]; {
		case '0' <= c && c <= '9':
			if digits++; digits <= 8 {
				n = n*10 + uint64(c-'0')
			}
		case c == '.' || c == '-' || c == ' ':
			if len(groups) == 0 || groups[len(groups)-1] != digits {
				groups = append(groups, digits)
			}
		default:
			return fail(FaultNotDigits)
		}
	}
	switch {
	case digits == 7:
		return fail(FaultLeadZero)
	case digits < 8:
		return fail(FaultShort)
	case digits == 16:
		return fail(FaultGlued)
	case digits > 8:
		return fail(FaultLong)
	case len(groups) > 0 && groups[0] != 2,
		len(groups) > 1 && groups[1] != 5,
		len(groups) > 2:
		return fail(FaultNotDigits)
	case n%1_000_000 == 0:
		return fail(FaultZeroSerial)
	}
	return CardNumber(n), nil
}

// trimAIM drops the symbology identifier ("]C0" and its kin) that some
// scanners put before every code.
func trimAIM(s string) string {
	if len(s) >= 3 && s[0] == ']' {
		return s[3:]
	}
	return s
}

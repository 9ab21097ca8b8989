package device

import "strings"

const (
	stx = 0x02
	tab = 0x09
)

// Ending is what stood behind a code.
type Ending uint8

// The endings that scanners send.
const (
	EndNone Ending = iota
	EndCR
	EndLF
	EndCRLF
	EndETX
	EndTab
)

// String gives the name of the control characters.
func (e Ending) String() string {
	return [...]string{"none", "CR", "LF", "CR LF", "ETX", "Tab"}[e]
}

// Reading is one code of a [Burst], taken apart.
type Reading struct {
	STX    bool
	AIM    string // the identifier of the kind of barcode, such as ]C0
	Prefix string // what stands before a run of digits, and is none
	Code   string
	End    Ending
}

// Readings takes a burst apart, its parity cleared. It is not strict: what cannot be understood is a Code too.
func (b Burst) Readings(p Parity) []Reading {
	var all []Reading
	var r Reading
	var code []byte
	end := func(e Ending) {
		r.End = e
		if r.take(code); r.Code != "" {
			all = append(all, r)
		}
		r, code = Reading{}, nil
	}
	bytes := p.clear(b.Bytes)
	for i, c := range bytes {
		switch c {
		case stx:
			r.STX = true
		case cr:
			if i+1 == len(bytes) || bytes[i+1] != lf {
				end(EndCR)
			}
		case lf:
			if i > 0 && bytes[i-1] == cr {
				end(EndCRLF)
			} else {
				end(EndLF)
			}
		case etx:
			end(EndETX)
		case tab:
			end(EndTab)
		case 0:
		default:
			code = append(code, c)
		}
	}
	end(EndNone)
	return all
}

// take parts a code from what stands before it.
func (r *Reading) take(code []byte) {
	rest := stripAIM(code)
	r.AIM, r.Code = string(code[:len(code)-len(rest)]), string(rest)
	digits := strings.TrimLeftFunc(r.Code, func(c rune) bool { return c < '0' || c > '9' })
	if len(digits) >= cardDigits && allDigits(digits) {
		r.Prefix, r.Code = r.Code[:len(r.Code)-len(digits)], digits
	}
}

func allDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

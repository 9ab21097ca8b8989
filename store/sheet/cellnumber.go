package sheet

import (
	"bytes"
	"math"
	"strconv"
	"strings"
)

// appendNumber adds a number as a person sees it in a cell that is wide
// enough: whole ones without a point and without a power of ten, others with
// at most the 15 digits that Excel knows.
func appendNumber(dst, raw []byte) []byte {
	digits, plain := 0, true
	for i, c := range raw {
		switch {
		case '0' <= c && c <= '9':
			digits++
		case c == '-' && i == 0:
		default:
			plain = false
		}
	}
	point := bytes.IndexByte(raw, '.')
	if plain || point >= 0 && digits == len(raw)-1 && digits <= 15 && raw[len(raw)-1] != '0' {
		return append(dst, raw...)
	}
	f, err := strconv.ParseFloat(string(raw), 64)
	switch {
	case err != nil, math.IsInf(f, 0), math.IsNaN(f):
		return append(dst, raw...)
	case f == math.Trunc(f) && math.Abs(f) < 1e15:
		return strconv.AppendInt(dst, int64(f), 10)
	case math.Abs(f) >= 1e15:
		return append(dst, raw...)
	}
	return strconv.AppendFloat(dst, f, 'g', 15, 64)
}

// mask is how a cell shows its number: as zeros and signs between them, such as
// 00"."000000, the way to show 01.000123 where the cell holds 1000123; or as a
// day.
type mask string

// newMask reads the code of a number format; "" unless it is a mask of at
// least two zeros, or one of days.
func newMask(code string) mask {
	if m := dayMask(code); m != "" {
		return m
	}
	code, _, _ = strings.Cut(code, ";")
	var b strings.Builder
	zeros := 0
	for i := 0; i < len(code); i++ {
		switch c := code[i]; {
		case c == '0':
			zeros++
			b.WriteByte('0')
		case c == '-' || c == ' ':
			b.WriteByte(c)
		case c == '\\' && i+1 < len(code) && code[i+1] != '0':
			i++
			b.WriteByte(code[i])
		case c == '"':
			end := strings.IndexByte(code[i+1:], '"')
			if end < 0 || strings.Contains(code[i+1:i+1+end], "0") {
				return ""
			}
			b.WriteString(code[i+1 : i+1+end])
			i += end + 1
		default:
			return ""
		}
	}
	if zeros < 2 {
		return ""
	}
	return mask(b.String())
}

// append adds a number in the form of the mask; as it is where it does not fit
// into it.
func (m mask) append(dst, number []byte, from1904 bool) []byte {
	if m == showsDay || m == showsMonth || m == showsYear {
		if day, ok := m.appendDay(dst, number, from1904); ok {
			return day
		}
		return append(dst, number...)
	}
	zeros := strings.Count(string(m), "0")
	if len(number) > zeros {
		return append(dst, number...)
	}
	for _, c := range number {
		if c < '0' || c > '9' {
			return append(dst, number...)
		}
	}
	missing := zeros - len(number)
	for _, c := range []byte(m) {
		switch {
		case c != '0':
			dst = append(dst, c)
		case missing > 0:
			missing--
			dst = append(dst, '0')
		default:
			dst = append(dst, number[0])
			number = number[1:]
		}
	}
	return dst
}

package printer

import "bytes"

// barsAbove is the white above the bars, in dots.
const barsAbove = 6

// nativeBars is the data of GS k for a line of bars; nil where the printer cannot be asked to draw them.
func nativeBars(line Line, p Profile) []byte {
	data, symbols := code128Data(line.Code)
	if data == nil || !p.Barcode.NativeCode128 && line.Mode == "" || len(data) > 255 || code128Dots(symbols, p) == 0 {
		return nil
	}
	return data
}

// code128Dots is the width of a module, of a code with so many symbols between start and check; 0: there is no room.
func code128Dots(symbols int, p Profile) int {
	n := 11 + 11*symbols + 11 + 13 // start, data, check, stop
	return moduleWidth(n, p.Media.WidthDots)
}

// code128Data is a code in the form that GS k 73 takes: {C and a byte for every two digits, {B and the letters
// themselves. Even runs of four digits and more are worth set C.
func code128Data(code string) (data []byte, symbols int) {
	if code == "" || !isASCII(code) {
		return nil, 0
	}
	set := byte(0)
	use := func(s byte) {
		if set != s {
			data = append(data, '{', s)
			if set != 0 {
				symbols++
			}
			set = s
		}
	}
	for i := 0; i < len(code); {
		n := digits(code[i:])
		if pairs := packed(code[i : i+n&^1]); n >= 4 && pairs != nil {
			use('C')
			data = append(data, pairs...)
			symbols += len(pairs)
			i += n &^ 1
			continue
		}
		use('B')
		for range max(n, 1) {
			if code[i] == '{' {
				data = append(data, '{')
			}
			data = append(data, code[i])
			symbols++
			i++
		}
	}
	return data, symbols
}

func digits(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}

// packed is two digits to a byte; nil where that would make a real-time command, such as of 1604.
func packed(digits string) []byte {
	out := make([]byte, len(digits)/2)
	for i := range out {
		out[i] = (digits[2*i]-'0')*10 + digits[2*i+1] - '0'
	}
	for _, second := range []byte{0x04, 0x05, 0x14} {
		if bytes.Contains(out, []byte{dle, second}) {
			return nil
		}
	}
	return out
}

// bars appends a Code 128 that the printer draws: height, width of a module, no text below, set B or C as it comes. It
// takes as much paper as one drawn by us.
func (e *encoder) bars(line Line) {
	data := nativeBars(line, e.profile)
	_, symbols := code128Data(line.Code)
	e.feed(barsAbove)
	e.add(esc, 'a', byte(line.Align)) // 0 left, 1 centre, 2 right, as Align has them
	e.add(gs, 'h', byte((barsRows-1)*e.metrics.line-barsAbove), gs, 'w', byte(code128Dots(symbols, e.profile)), gs, 'H', 0)
	e.add(gs, 'k', 73, byte(len(data)))
	e.add(data...)
	e.add(esc, 'a', 0)
}

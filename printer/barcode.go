package printer

import (
	"image/color"

	"github.com/boombuler/barcode/code128"
)

// modules encodes printable ASCII as Code 128: true is a bar, one element per module, without the quiet zones. What
// Code 128 cannot hold gives nil.
func modules(code string) []bool {
	for i := range len(code) {
		if code[i] < ' ' || code[i] > '~' {
			return nil
		}
	}
	b, err := code128.Encode(code)
	if err != nil {
		return nil
	}
	out := make([]bool, b.Bounds().Dx())
	for x := range out {
		out[x] = b.At(x, 0) == color.Black
	}
	return out
}

// quiet is the white that a reader needs on either side of a Code 128, in modules.
const quiet = 10

// moduleDots is the width of one module that n of them with their quiet zones leave room for on cols columns of the usual
// letters; 0 means that there is none.
func moduleDots(n, cols int) int { return moduleWidth(n, cols*cellDots) }

// moduleWidth is the same on a width of dots. 3 dots (0,375 mm at 203 dpi) is comfortable for hand scanners and 2 the
// least they read well.
func moduleWidth(n, dots int) int {
	d := min(3, dots/(n+2*quiet))
	if d < 2 && 2*(n+quiet) <= dots {
		d = 2 // the edges of the paper, on which nothing is printed, are the other half of the quiet zones
	}
	if d < 2 {
		return 0
	}
	return d
}

package printer

import (
	"fmt"
	"strings"
	"testing"

	"stampdesk"
)

// signs128 are the widths of bars and spaces of the values 0 to 105 and of the stop, as ISO/IEC 15417 has them.
var signs128 = strings.Fields(`
	212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222
	123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321
	232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121
	313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224
	111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111
	111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113
	114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112`)

// readCode128 reads the bars that one row of dots shows. It shares nothing with what drew them.
func readCode128(b *Bitmap, y int) (string, error) {
	var runs []int
	for x, last := 0, false; x < b.Width; x++ {
		if black := b.Black(x, y); black != last || x == 0 {
			runs, last = append(runs, 0), black
		}
		runs[len(runs)-1]++
	}
	if len(runs) < 3+7+6 {
		return "", fmt.Errorf("%d runs are no barcode", len(runs))
	}
	bars := runs[1 : len(runs)-1]
	dots := bars[len(bars)-1] / 2 // the stop ends in a bar of two modules
	if least := 10 * dots; runs[0] < least || runs[len(runs)-1] < least {
		return "", fmt.Errorf("quiet zones of %d and %d dots, want %d", runs[0], runs[len(runs)-1], least)
	}
	var values []int
	for len(bars) > 0 {
		n := 6
		if len(bars) == 7 {
			n = 7
		}
		var widths strings.Builder
		for _, w := range bars[:min(n, len(bars))] {
			fmt.Fprint(&widths, w/dots)
		}
		bars = bars[min(n, len(bars)):]
		v := -1
		for i, w := range signs128 {
			if w == widths.String() {
				v = i
			}
		}
		if v < 0 {
			return "", fmt.Errorf("%s is no sign of Code 128", &widths)
		}
		values = append(values, v)
	}
	end := len(values) - 2
	sum := values[0]
	for i, v := range values[1:end] {
		sum += (i + 1) * v
	}
	if values[end] != sum%103 || values[end+1] != 106 {
		return "", fmt.Errorf("the check sign is %d, want %d, or the stop is missing", values[end], sum%103)
	}
	var out strings.Builder
	set := values[0] - 103 + 'A'
	for _, v := range values[1:end] {
		switch {
		case v >= 99 && v <= 101 && set != 'C'+99-v: // to the other set
			set = 'C' + 99 - v
		case set == 'C' && v < 100:
			fmt.Fprintf(&out, "%02d", v)
		case set == 'B' && v < 96, set == 'A' && v < 64:
			out.WriteByte(byte(v + ' '))
		default:
			return "", fmt.Errorf("value %d in set %c", v, set)
		}
	}
	return out.String(), nil
}

// The code on a return list is the one that opens its batch at the desk, on paper of any width.
func TestReturnListOpensItsBatchWhenScanned(t *testing.T) {
	for _, p := range widths(t) {
		for _, id := range []stampdesk.BatchID{"B1-017", "B12-1204", "B1-001"} {
			b := balance()
			b.Batch.ID = id
			lines := Layout(ReturnListDoc(b, 0, Handover{}, meta(stampdesk.Vietnamese)), p.Columns())
			for _, line := range lines {
				if line.Kind != Bars {
					continue
				}
				strip := renderer(t, p).Draw([]Line{line})
				if got, err := readCode128(strip.Bitmap, 50); err != nil || got != "SD-B-"+string(id) {
					t.Errorf("%s: batch %s reads %q, %v", p.ID, id, got, err)
				}
				id = ""
			}
			if id != "" {
				t.Errorf("%s: batch %s has no barcode", p.ID, id)
			}
		}
	}
}

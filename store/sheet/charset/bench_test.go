package charset

import (
	"math/rand/v2"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// BenchmarkDecode reports how many times longer a file takes to read than the
// nearest thing that anybody does: UTF-8 than to prove it valid, an old
// encoding than to read the bytes as Windows-1258 without composing or judging.
func BenchmarkDecode(b *testing.B) {
	text := csvOf(inventedTable(rand.New(rand.NewPCG(1, 1)), 100_000))
	valid := func(data []byte) { utf8.Valid(data) }
	plain := func(data []byte) { charmap.Windows1258.NewDecoder().Bytes(data) }
	unicode := func(s string) ([]byte, bool) { return []byte(s), true }
	for _, bm := range []struct {
		name   string
		encode encode
		base   func([]byte)
		unit   string
	}{
		{"UTF-8", unicode, valid, "×valid"},
		{"TCVN3", tcvn3Doubled, plain, "×charmap"},
		{"VNI", vni, plain, "×charmap"},
		{"Windows-1258", cp1258, plain, "×charmap"},
	} {
		b.Run(bm.name, func(b *testing.B) {
			data, _ := bm.encode(text)
			b.SetBytes(int64(len(data)))
			base, own := time.Hour, time.Hour // the best of each: other work on the machine only adds
			for b.Loop() {
				t0 := time.Now()
				bm.base(data)
				base = min(base, time.Since(t0))
				t0 = time.Now()
				got, _, err := Decode(data, Auto)
				own = min(own, time.Since(t0))
				if err != nil || len(got) != len(text) {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(own)/float64(base), bm.unit)
		})
	}
}

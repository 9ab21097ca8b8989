package printer

import (
	"bytes"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
)

// cardList is a return list of n cards, one line each.
func cardList(n int) Doc {
	names := []string{"Nguyễn Thị Ngọc Ẩn", "Đặng Quốc Ưu", "Vừ Mí Kẻ", "Trương Thị Ngọc Ẵm", "Lý Ỷ"}
	table := Table{Columns: []Column{{Title: "TT", Width: 4, Align: Right}, {Title: "Số thẻ", Width: 9}, {Title: "Họ và tên", Below: true}}}
	for i := range n {
		table.Rows = append(table.Rows, []string{fmt.Sprint(i + 1), fmt.Sprintf("31.%06d", i+1), names[i%len(names)]})
	}
	return Doc{Blocks: []Block{table}}
}

// lines40 is 40 lines of a list, heading and rule included.
func lines40() Doc { return cardList(38) }

// beside is the same list with its names beside the numbers whatever the text mode.
func beside(doc Doc) Doc {
	table := doc.Blocks[0].(Table)
	table.Columns = slices.Clone(table.Columns)
	for i := range table.Columns {
		table.Columns[i].Below = false
	}
	return Doc{Blocks: []Block{table}}
}

func BenchmarkRenderingAListOf40Lines(b *testing.B) {
	for _, p := range inModes(profile(b, "epson-203")) {
		r := renderer(b, p)
		doc := lines40()
		b.Run(string(p.TextMode), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for range r.Job("x", doc).Chunks {
				}
			}
		})
	}
}

// What a list of 40 lines weighs, and how long a serial line takes for it, at 10 bits a byte.
func BenchmarkSendingAListOf40Lines(b *testing.B) {
	untrimmed := profile(b, "epson-203")
	untrimmed.TextMode, untrimmed.Raster.TrimRight, untrimmed.Raster.SkipBlankRows = TextRaster, false, false
	type way struct {
		name string
		p    Profile
		doc  Doc
	}
	ways := []way{{"raster untrimmed", untrimmed, lines40()}}
	for _, p := range inModes(profile(b, "epson-203")) {
		ways = append(ways, way{string(p.TextMode), p, lines40()})
		if p.TextMode == TextHybrid {
			ways = append(ways, way{"hybrid, names beside", p, beside(lines40())})
		}
	}
	columns := profile(b, "epson-203")
	columns.TextMode, columns.Raster.Command = TextRaster, RasterColumns
	small := profile(b, "epson-203")
	small.TextMode, small.Raster.Pixels, small.Raster.LineDots = TextRaster, 20, 26
	ways = append(ways, way{"raster by ESC star", columns, lines40()}, way{"raster of 20 dots", small, lines40()},
		way{"raster on 58 mm", profile(b, "generic-58"), lines40()})
	for _, w := range ways {
		b.Run(strings.ReplaceAll(w.name, " ", "_"), func(b *testing.B) {
			r := renderer(b, w.p)
			var n int
			for b.Loop() {
				n = 0
				for c := range r.Job("x", w.doc).Chunks {
					n += len(c)
				}
			}
			lines := len(r.Layout(w.doc))
			b.ReportMetric(float64(n), "bytes")
			b.ReportMetric(float64(n)/float64(lines), "bytes/line")
			for _, baud := range []int{9600, 19200, 115200} {
				b.ReportMetric(float64(n)*10/float64(baud), fmt.Sprintf("s@%d", baud))
			}
		})
	}
}

// heapWhile is the most that the heap holds more than before, looked at after every chunk.
func heapWhile(chunks func(func([]byte) bool)) (peak, largest int) {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	before, i := int(m.HeapAlloc), 0
	chunks(func(c []byte) bool {
		largest = max(largest, len(c))
		if i++; i%8 == 0 {
			runtime.GC()
			runtime.ReadMemStats(&m)
			peak = max(peak, int(m.HeapAlloc)-before)
		}
		return true
	})
	return peak, largest
}

func TestALongListStreamsInFlatMemory(t *testing.T) {
	for _, p := range inModes(profile(t, "epson-203")) {
		r := renderer(t, p)
		for range r.Job("warm", cardList(5)).Chunks { // the letters are remembered from now on
		}
		short, long := r.Job("x", cardList(50)), r.Job("x", cardList(500))
		few, _ := heapWhile(short.Chunks)
		many, largest := heapWhile(long.Chunks)
		t.Logf("%s: 50 cards %d bytes, 500 cards %d bytes, the largest chunk %d", p.TextMode, few, many, largest)
		if picture := 500 * lineDots * 72; many > picture/8 || many > few+64<<10 {
			t.Errorf("%s: 500 cards hold %d bytes, 50 hold %d", p.TextMode, many, few)
		}
		if band := 72*128 + enough + 64; largest > band {
			t.Errorf("%s: a chunk of %d bytes, a band is %d", p.TextMode, largest, band)
		}
		runtime.KeepAlive(short)
	}
}

func BenchmarkStreamingAReturnList(b *testing.B) {
	for _, n := range []int{50, 500} {
		b.Run(fmt.Sprintf("%d_cards", n), func(b *testing.B) {
			r := renderer(b, profile(b, "epson-203"))
			job := r.Job("x", cardList(n))
			peak := 0
			b.ReportAllocs()
			for b.Loop() {
				for range job.Chunks {
				}
			}
			peak, _ = heapWhile(job.Chunks)
			b.ReportMetric(float64(max(peak, 0)), "peak-B")
		})
	}
}

func TestWhoStopsReadingGetsNoMoreChunks(t *testing.T) {
	for _, p := range inModes(profile(t, "epson-203")) {
		n := 0
		for range renderer(t, p).Job("x", cardList(500)).Chunks {
			n++
			if n == 2 {
				break
			}
		}
		if n > 2 {
			t.Errorf("%s: %d chunks", p.TextMode, n)
		}
	}
}

func TestManyMayWalkJobsOfOneRenderer(t *testing.T) {
	r := renderer(t, profile(t, "generic-80"))
	want := renderer(t, profile(t, "generic-80")).Job("x", cardList(20)).Bytes()
	job := r.Job("x", cardList(20))
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			if !bytes.Equal(job.Bytes(), want) {
				t.Error("the bytes differ")
			}
		})
	}
	all.Wait()
}

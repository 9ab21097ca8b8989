package printer_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"testing"

	"stampdesk/printer"
)

// realTime are the commands that printers obey the moment they arrive, at whatever place, also inside a picture: a
// question about the state, a recovery that can empty the buffer, a drawer kick or a switching off. Also where a printer
// lost count of a picture's bytes they must not be met, so they are looked for at every byte.
var realTime = []struct{ name, bytes string }{
	{"DLE EOT", "\x10\x04"},
	{"DLE ENQ", "\x10\x05"},
	{"DLE DC4", "\x10\x14"},
}

// pictured are the commands that a job of pictures may hold, with their lengths, written down from the manual: so no ESC p
// (drawer), no BEL, no ESC ( A (buzzer), no letter. lettered are those of a job that holds the printer's own letters, or
// dots by other commands, besides.
var (
	pictured = []command{
		{"\x1c.", fixed(2)}, {"\x1b@", fixed(2)}, {"\x1bJ", fixed(3)}, {"\x1dVA", fixed(4)}, {"\x1dVB", fixed(4)},
		{"\x1dv0\x00", func(b []byte) int { return 8 + word(b, 4)*word(b, 6) }},
	}
	lettered = append([]command{
		{"\x1b ", fixed(3)}, {"\x1b3", fixed(3)}, {"\x1b$", fixed(4)}, {"\x1bE", fixed(3)}, {"\x1bt", fixed(3)}, {"\x1ba", fixed(3)},
		{"\x1d!", fixed(3)}, {"\x1dh", fixed(3)}, {"\x1dw", fixed(3)}, {"\x1dH", fixed(3)}, {"\n", fixed(1)},
		{"\x1dkI", func(b []byte) int { return 4 + word(b, 3)&0xff }},
		{"\x1d(L", func(b []byte) int { return 5 + word(b, 3) }},
		{"\x1d8L", func(b []byte) int { return 7 + word(b, 3) + word(b, 5)<<16 }},
		{"\x1b*!", func(b []byte) int { return 5 + 3*word(b, 3) }},
	}, pictured...)
)

type command struct {
	begins string
	length func([]byte) int
}

func fixed(n int) func([]byte) int { return func([]byte) int { return n } }

// word is two bytes of b, the low one first; those that it lacks are 0.
func word(b []byte, at int) int {
	var head [8]byte
	copy(head[:], b)
	return int(head[at]) | int(head[at+1])<<8
}

// forbidden tells what of a job of pictures a printer must never get.
func forbidden(job []byte) string { return forbiddenBut(pictured, job) }

// forbiddenLettered does so of any job.
func forbiddenLettered(job []byte) string { return forbiddenBut(lettered, job) }

func forbiddenBut(allowed []command, job []byte) string {
	for _, c := range realTime {
		if bytes.Contains(job, []byte(c.bytes)) {
			return c.name
		}
	}
	letters := len(allowed) > len(pictured)
	for len(job) > 0 {
		n := 0
		if letters && (job[0] >= ' ' && job[0] < 0x7f || job[0] > 0xa0) {
			n = 1
		}
		for _, c := range allowed {
			if bytes.HasPrefix(job, []byte(c.begins)) {
				n = c.length(job)
				break
			}
		}
		if n == 0 {
			return "a command that is not allowed: " + fmt.Sprintf("% X", job[:min(len(job), 8)])
		}
		if n > len(job) {
			return "a command that is cut off: " + fmt.Sprintf("% X", job[:min(len(job), 8)])
		}
		job = job[n:]
	}
	return ""
}

func TestNoJobHoldsAForbiddenCommand(t *testing.T) {
	if testing.Short() {
		t.Skip("not in a short run: nothing runs beside anything here")
	}
	t.Parallel()
	for _, s := range sheets() {
		if bad := forbidden(s.job); bad != "" {
			t.Errorf("%s holds %s", s.name, bad)
		}
	}
	for _, s := range nativeSheets() {
		if bad := forbiddenLettered(s.job); bad != "" {
			t.Errorf("%s holds %s", s.name, bad)
		}
	}
	for name, job := range map[string]string{
		"drawer": "\x1b@\x1bp\x00\x19\xfa", "bell": "\x1b@\x07", "letter": "\x1b@A", "question in a picture": "\x1dv0\x00\x02\x00\x01\x00\x10\x04",
		"drawer across rows": "\x1dv0\x00\x01\x00\x02\x00\x10\x14", "cut off": "\x1dv0\x00\x01\x00\x02\x00\x00",
	} {
		if forbidden([]byte(job)) == "" || name != "letter" && forbiddenLettered([]byte(job)) == "" {
			t.Errorf("%s is allowed", name)
		}
	}
	for name, job := range map[string]string{
		"drawer among letters": "A\x1bp\x00\x19\xfaB", "question in columns": "\x1b*!\x01\x00\x00\x10\x04", "drawer in a code": "\x1dkI\x04{C\x10\x14",
		"status of letters": "A\x1dr\x01", "code cut off": "\x1dkI\x04{BX", "half a code page": "\x80",
	} {
		if forbiddenLettered([]byte(job)) == "" {
			t.Errorf("%s is allowed", name)
		}
	}
}

// FuzzNoJobHoldsAForbiddenCommand tries documents of random words and codes on heads of random width.
func FuzzNoJobHoldsAForbiddenCommand(f *testing.F) {
	f.Add(uint64(1), uint16(576), "Nguyễn Thị Ẩn\x1bp\x00\x07\x10\x14\x01", "SD-B-B1-001")
	f.Add(uint64(2), uint16(384), "│║▌▐ iiiiii llllll ||||||", "31000412")
	f.Add(uint64(3), uint16(420), "Lý Ỷ Ẵm 0123456789", "\x10\x04")
	f.Add(uint64(4), uint16(512), "\x1b\x1d\x1c\x07\x10\x05", "!\"#$%&'()")
	f.Fuzz(func(t *testing.T, seed uint64, width uint16, text, code string) {
		rnd := rand.New(rand.NewPCG(seed, 1))
		p := printer.Altered(printer.Profiles()[rnd.IntN(len(printer.Profiles()))], 200+int(width)%632, 20+rnd.IntN(236), 1+rnd.IntN(255))
		check := forbidden
		if modes := printer.Modes(p); rnd.IntN(2) == 0 && len(modes) > 0 {
			p, check = modes[rnd.IntN(len(modes))], forbiddenLettered
			p.Raster.Command = []printer.RasterCommand{printer.RasterBands, printer.RasterGraphics, printer.RasterColumns}[rnd.IntN(3)]
		}
		r, err := printer.NewRenderer(p)
		if err != nil {
			t.Fatal(err)
		}
		if len(text) > 2000 {
			text = text[:2000]
		}
		var doc printer.Doc
		for range 1 + rnd.IntN(4) {
			align := printer.Align(rnd.IntN(3))
			doc.Blocks = append(doc.Blocks,
				printer.Text{Text: shuffled(rnd, text), Align: align, Bold: rnd.IntN(2) == 0, Double: rnd.IntN(3) == 0},
				printer.Barcode{Code: code, Label: text, Align: align},
				printer.Table{Columns: []printer.Column{{Title: "TT", Width: 3}, {Title: text[:min(len(text), 9)]}}, Rows: [][]string{{code, text}}},
				printer.Pair{Key: text, Value: code}, printer.Rule{Double: rnd.IntN(2) == 0}, printer.Cut{})
		}
		if bad := check(r.Job("fuzz", doc).Bytes()); bad != "" {
			t.Errorf("%+v holds %s", p, bad)
		}
	})
}

func shuffled(rnd *rand.Rand, text string) string {
	runes := []rune(text)
	rnd.Shuffle(len(runes), func(i, k int) { runes[i], runes[k] = runes[k], runes[i] })
	return string(runes)
}

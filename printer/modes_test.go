package printer

import (
	"bytes"
	"math/rand/v2"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"stampdesk"
)

var modes = []TextMode{TextRaster, TextCodepage, TextASCII, TextHybrid}

// inModes are the text modes that a profile can have.
func inModes(p Profile) []Profile {
	var out []Profile
	for _, m := range modes {
		p.TextMode = m
		if p.check() == nil {
			out = append(out, p)
		}
	}
	return out
}

func TestEveryProfileInEveryTextModeSendsOnlyCommandsOfTheManual(t *testing.T) {
	t.Parallel()
	for _, shipped := range Profiles() {
		for _, p := range inModes(shipped) {
			t.Run(p.ID+"/"+string(p.TextMode), func(t *testing.T) {
				job := renderer(t, p).Job("sample", sampleDoc())
				got, err := readAll(job.Bytes(), p)
				if err != nil {
					t.Fatal(err)
				}
				golden(t, "commands-"+p.ID+"-"+string(p.TextMode)+".txt", []byte(got.list.String()))
			})
		}
	}
}

func TestPicturesOfEveryWidthAreAsAccepted(t *testing.T) {
	p := profile(t, "epson-180")
	for _, p := range []Profile{p, {}} {
		if p.ID == "" {
			p = profile(t, "epson-203")
			p.TextMode = TextCodepage
		}
		var picture bytes.Buffer
		if err := renderer(t, p).Job("sample", sampleDoc()).PNG(&picture); err != nil {
			t.Fatal(err)
		}
		golden(t, p.ID+"-"+string(p.For(0).TextMode)+".png", picture.Bytes())
	}
}

// What each command for dots leaves on paper is the picture, also of a page of random dots, which holds the bytes of
// every real-time command.
func TestEveryRasterCommandPrintsThePictureAndNoRealTimeCommand(t *testing.T) {
	alone(t)
	t.Parallel()
	doc := sampleDoc()
	doc.Blocks = append(doc.Blocks, Cut{}, Text{Text: "Bản thứ hai", Align: Right, Bold: true}, Cut{})
	for _, command := range []RasterCommand{RasterBands, RasterGraphics, RasterColumns} {
		for _, change := range []func(*Profile){
			func(p *Profile) {},
			func(p *Profile) { p.Raster.BandRows, p.Raster.FeedUnits = 24, 2 },
			func(p *Profile) { p.Raster.TrimRight, p.Raster.SkipBlankRows, p.Raster.BandRows = false, false, 1000 },
			func(p *Profile) { p.Raster.Pixels, p.Raster.LineDots = 20, 26 },
		} {
			p := profile(t, "generic-80")
			p.Raster.Command = command
			change(&p)
			if err := p.check(); err != nil {
				t.Fatal(err)
			}
			r := renderer(t, p)
			lines := Layout(doc, p.Columns())
			strip := r.Draw(lines)
			var job []byte
			for c := range r.Job("x", doc).Chunks {
				if !wholeCommands(c) {
					t.Fatalf("%s: a chunk ends within a command", command)
				}
				job = append(job, c...)
			}
			got, err := readAll(job, p)
			if err != nil {
				t.Fatalf("%s: %v", command, err)
			}
			from := 0
			for i, until := range append(strip.Cuts, strip.Height) {
				if err := got.equals(i, strip.Bitmap, from, until); err != nil {
					t.Errorf("%s: %v", command, err)
				}
				from = until
			}
			noRealTime(t, string(command), job)

			random := rand.New(rand.NewPCG(1, 2))
			b := NewBitmap(576, 999)
			for i := range b.Bits {
				b.Bits[i] = []byte{0x10, 0x14, 0x04, 0x05, 0x01, 0x00}[random.IntN(6)]
			}
			job = Encode(Strip{Bitmap: b}, p)
			if _, err := readAll(job, p); err != nil {
				t.Errorf("%s: random dots: %v", command, err)
			}
			noRealTime(t, string(command), job)
			if !wholeCommands(job) {
				t.Errorf("%s: random dots: not a number of whole commands", command)
			}
		}
	}
}

// Turned by a quarter, the same dots are what ESC * would send.
func TestColumnsOfDotsHoldNoRealTimeCommand(t *testing.T) {
	p := profile(t, "generic-80")
	p.Raster.Command = RasterColumns
	random := rand.New(rand.NewPCG(3, 4))
	b := NewBitmap(576, 240)
	found := false
	for y := 0; y < b.Height; y += 8 {
		for x := range b.Width {
			v := []byte{0x10, 0x14, 0x04, 0x05}[random.IntN(4)]
			for i := range 8 {
				if v&(0x80>>i) != 0 {
					b.fill(x, y+i, 1, 1)
				}
			}
		}
	}
	for x := range b.Width - 1 {
		found = found || b.column(x, 2) == dle && realTime(b.column(x+1, 0))
	}
	job := Encode(Strip{Bitmap: b}, p)
	if _, err := readAll(job, p); err != nil || !found {
		t.Errorf("%v, something to defuse: %v", err, found)
	}
	noRealTime(t, "ESC *", job)
}

// A band whose length would itself be DLE EOT is sent as two.
func TestALengthIsNoRealTimeCommand(t *testing.T) {
	p := profile(t, "generic-80")
	p.Raster.Command = RasterGraphics
	b := NewBitmap(576, 103) // 10 bytes × 103 rows and 10 more are 0x0410
	b.fill(0, 0, 80, 103)
	job := Encode(Strip{Bitmap: b}, p)
	got, err := readAll(job, p)
	if err != nil {
		t.Fatal(err)
	}
	noRealTime(t, "GS ( L", job)
	if err := got.equals(0, b, 0, 103); err != nil || strings.Count(got.list.String(), "L 112") != 2 {
		t.Errorf("%v\n%s", err, got.list.String())
	}
}

func noRealTime(t testing.TB, what string, job []byte) {
	t.Helper()
	for i := range len(job) - 1 {
		if job[i] == 0x10 && (job[i+1] == 0x04 || job[i+1] == 0x05 || job[i+1] == 0x14) {
			t.Fatalf("%s: byte %d begins % x", what, i, job[i:i+2])
		}
	}
}

func wholeCommands(b []byte) bool {
	for at := 0; at < len(b); {
		n := commandLength(b[at:])
		if n == 0 || at+n > len(b) {
			return false
		}
		at += n
	}
	return true
}

// The small letters are those of another's table, byte for byte.
func TestSmallLettersAreThoseOfTCVN(t *testing.T) {
	if n, m := len([]rune(tcvnSmall)), len(tcvnBytes); n != 67 || m != 67 {
		t.Fatalf("%d letters, %d bytes; want 67", n, m)
	}
	if _, err := exec.LookPath("iconv"); err != nil {
		t.Skip("iconv is not installed: the table is not compared")
	}
	for _, letters := range []string{tcvnSmall, tcvnBase} {
		cmd := exec.Command("iconv", "-f", "UTF-8", "-t", "TCVN")
		cmd.Stdin = strings.NewReader(letters)
		want, err := cmd.Output()
		if err != nil {
			t.Skipf("iconv does not know TCVN: %v", err)
		}
		var got []byte
		for _, r := range letters {
			b, page := CodePages{TCVNLower: 27}.tcvn(r)
			if page != 27 {
				t.Errorf("%c is on page %d", r, page)
			}
			got = append(got, b)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s\n% X, iconv has\n% X", letters, got, want)
		}
	}
}

func TestEveryVietnameseLetterHasACodeOnTwoPages(t *testing.T) {
	two, one := CodePages{TCVNLower: 30, TCVNUpper: 31}, CodePages{TCVNLower: 27}
	seen := map[[2]int]rune{}
	for _, r := range vietnamese() {
		if r < 0x80 {
			continue
		}
		b, page := two.tcvn(r)
		if other := seen[[2]int{page, int(b)}]; b < 0xA1 || other != 0 {
			t.Errorf("%c is %02X on page %d, as %c", r, b, page, other)
		}
		seen[[2]int{page, int(b)}] = r
		if b, page := one.tcvn(r); b < 0xA1 || page != 27 {
			t.Errorf("with one page, %c is %02X on page %d", r, b, page)
		}
	}
	if len(seen) != 134 {
		t.Errorf("%d letters, want 134", len(seen))
	}
	if b, _ := two.tcvn('Ð'); b != 0 {
		t.Error("Eth is taken for Đ; clean has made it one before")
	}
}

// nativeText is what stands on paper in the printer's own letters, page by page.
func nativeText(t *testing.T, p Profile, text string) string {
	t.Helper()
	got, err := readAll(renderer(t, p).Job("x", Doc{Blocks: []Block{Text{Text: text}}}).Bytes(), p)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, s := range got.texts {
		out = append(out, s.bytes)
	}
	return strings.Join(out, "|")
}

func TestNativeTextLosesNothingSilently(t *testing.T) {
	two, one := profile(t, "epson-203"), profile(t, "xprinter-80")
	two.TextMode, one.TextMode = TextCodepage, TextCodepage
	ascii := profile(t, "generic-80")
	ascii.TextMode = TextASCII
	for _, tc := range []struct {
		p        Profile
		in, want string
	}{
		{two, "Đặng Ưu", "\xA7|\xC6ng |\xADu"},
		{two, "abc", "abc"},
		{one, "NGUYỄN Ẩn", "NGUY|\xD4N \xC8n"},
		{one, "Đặng Ưu", "\xA7\xC6ng \xA6u"},
		{one, "12.000 ₫ – √ … → 漢 é x\u0323", "12.000 d - v ... -> ? |\xD0 x"},
		{ascii, "Đặng Quốc Ưu: 5–7 … → √ ₫ “x” 漢", `Dang Quoc Uu: 5-7 ... -> v d "x" ?`},
	} {
		if got := nativeText(t, tc.p, tc.in); got != tc.want {
			t.Errorf("%s: %q becomes %q, want %q", tc.p.ID, tc.in, got, tc.want)
		}
	}
}

// A sign of several letters never pushes what stands beside it out of its column.
func TestColumnsStayInPlaceInEveryMode(t *testing.T) {
	table := Table{Columns: []Column{{Width: 6}, {Width: 9, Align: Right}, {}}, Rows: [][]string{
		{"Lý Ỷ", "1", "Trương Thị Ẵm"}, {"a→b…", "12.000 ₫", "x"}, {"…………", "…", "abc…"}, {"ASCII", "31.000", "0123"},
	}, Foot: []string{"Cộng", "…→…", "Đ"}}
	doc := Doc{Title: "To lớn", Blocks: []Block{table, Text{Text: "giữa …", Align: Center, Double: true}, Text{Text: "so 1", Align: Right, Double: true}}}
	for _, shipped := range Profiles() {
		for _, p := range inModes(shipped) {
			if p.TextMode == TextRaster {
				continue
			}
			r := renderer(t, p)
			got, err := readAll(r.Job("x", doc).Bytes(), p)
			if err != nil {
				t.Fatalf("%s %s: %v", p.ID, p.TextMode, err)
			}
			m := p.metrics()
			signs := map[[2]int]byte{} // what stands where: row, dot
			for _, text := range got.texts {
				cell := m.cell
				if text.large {
					cell *= 2
				}
				for i := range len(text.bytes) {
					signs[[2]int{text.y, text.x + i*cell}] = text.bytes[i]
				}
			}
			y, found := 0, 0
			for _, line := range r.Layout(doc) {
				if r.isNative(line) {
					for _, s := range line.Spans {
						x := m.left(p, line.Cols) + s.Col*m.cell
						before, at := signs[[2]int{y, x - m.cell}], signs[[2]int{y, x}]
						if at <= ' ' || before > ' ' {
							t.Errorf("%s %s: %q does not begin at %d\n%s", p.ID, p.TextMode, s.Text, x, got.list.String())
						}
						found++
					}
				}
				y += line.Rows() * m.line
			}
			if found == 0 {
				t.Errorf("%s %s: no word was looked for", p.ID, p.TextMode)
			}
		}
	}
}

// A row of a list is one line of the printer's own letters, and below it pictures of names: less than what the same list
// weighs with its names beside the numbers, in columns that stay where they are.
func TestInHybridTextTheNamesOfAListStandBelowItsNumbers(t *testing.T) {
	for _, shipped := range []string{"epson-203", "generic-58"} {
		p := profile(t, shipped)
		p.TextMode = TextHybrid
		r := renderer(t, p)
		lines := r.Layout(cardList(38))
		at := 0
		for ; lines[at].Kind != Thin; at++ {
		}
		for i, row := range cardList(38).Blocks[0].(Table).Rows {
			numbers, name := lines[at+1+2*i], lines[at+2+2*i]
			if got := strings.Fields(PlainText([]Line{numbers})); !slices.Equal(got, row[:2]) || !r.isNative(numbers) {
				t.Errorf("%s: row %d begins with %q, native: %v", shipped, i+1, got, r.isNative(numbers))
			}
			if got := name.Spans; len(got) != 1 || got[0].Text != row[2] || got[0].Col != 0 || r.isNative(name) {
				t.Errorf("%s: below row %d stands %+v, want %q at 0", shipped, i+1, got, row[2])
			}
		}
		apart, together := r.Job("x", cardList(38)).size(), r.Job("x", beside(cardList(38))).size()
		t.Logf("%s: %d bytes, %d with the names beside the numbers", shipped, apart, together)
		if apart*10 > together*6 {
			t.Errorf("%s: %d bytes, want no more than 60%% of the %d beside", shipped, apart, together)
		}

		doc := papers(stampdesk.Vietnamese)["returnlist"]
		job := r.Job("x", doc)
		var picture bytes.Buffer
		if err := job.PNG(&picture); err != nil {
			t.Fatal(err)
		}
		golden(t, "hybrid-returnlist-"+shipped+".txt", []byte(job.Text))
		golden(t, "hybrid-returnlist-"+shipped+".png", picture.Bytes())
		for _, mode := range []TextMode{TextRaster, TextCodepage, TextASCII} {
			p.TextMode = mode
			if p.check() == nil && PlainText(renderer(t, p).Layout(doc)) != PlainText(Layout(doc, p.Columns())) {
				t.Errorf("%s: in %s text the list is set otherwise", shipped, mode)
			}
		}
	}
}

func TestHybridIsForSlowLines(t *testing.T) {
	p := profile(t, "generic-80")
	for baud, want := range map[int]TextMode{0: TextRaster, 9600: TextHybrid, 38400: TextHybrid, 57600: TextRaster} {
		if got := p.For(baud).TextMode; got != want {
			t.Errorf("%d baud: %s, want %s", baud, got, want)
		}
	}
	p.TextMode = TextASCII
	if got := p.For(9600).TextMode; got != TextASCII {
		t.Errorf("a mode that was chosen becomes %s", got)
	}
}

// GS k takes two digits as one byte: 1604 would be DLE EOT.
func TestABarcodeIsNoRealTimeCommand(t *testing.T) {
	for code, want := range map[string]string{
		"12345678": "{C\x0c\x22\x38\x4e", "31160412": "{B31160412", "SD-B-B1-017": "{BSD-B-B1-017", "{x": "{B{{x",
		"12345": "{C\x0c\x22{B5", "AB1234": "{BAB{C\x0c\x22", "": "", "ế": "",
	} {
		if got, _ := code128Data(code); string(got) != want {
			t.Errorf("%q: %q, want %q", code, got, want)
		}
	}
	p := profile(t, "epson-203")
	p.TextMode = TextASCII
	for _, code := range []string{"16051604", "16201605", "99160416"} {
		noRealTime(t, code, renderer(t, p).Job("x", Doc{Blocks: []Block{Barcode{Code: code}}}).Bytes())
	}
}

func TestADrawerOpensOnlyWhereTheProfileSaysSo(t *testing.T) {
	p := profile(t, "generic-80")
	doc := Doc{Blocks: []Block{Text{Text: "x"}}}
	if job := renderer(t, p).Job("x", doc).Bytes(); bytes.Contains(job, []byte("\x1bp")) {
		t.Error("the drawer opens by itself")
	}
	p.Drawer.Enabled, p.Drawer.Pin = true, 5
	p.InitBytes, p.JobEndBytes = Hex("\x1bR\x00"), Hex("\x1dr\x01")
	job := renderer(t, p).Job("x", doc).Bytes()
	if !bytes.HasPrefix(job, []byte("\x1c.\x1b@\x1bR\x00")) || !bytes.HasSuffix(job, []byte("\x1bp\x01\x19\xfa\x1dr\x01")) {
		t.Errorf("% x … % x", job[:8], job[len(job)-10:])
	}
}

// FuzzOwed breaks jobs of every kind off anywhere: what is owed completes the command, and no more.
func FuzzOwed(f *testing.F) {
	f.Add("Đặng Ưu … 12345678", "31000412", uint16(70), uint8(1), uint8(2))
	f.Add("\x1b@\x10\x04", "16041604", uint16(9), uint8(0), uint8(3))
	f.Fuzz(func(t *testing.T, text, code string, cut uint16, mode, command uint8) {
		p := profile(t, "epson-203")
		p.TextMode = modes[int(mode)%len(modes)]
		p.Raster.Command = []RasterCommand{RasterBands, RasterGraphics, RasterColumns}[int(command)%3]
		p.Drawer.Enabled = mode > 200
		text, code = text[:min(len(text), 200)], code[:min(len(code), 40)]
		doc := Doc{Title: text, Blocks: []Block{Text{Text: text}, Rule{}, Barcode{Code: code}, Sample{Text: "x", Raw: []byte(text), Page: 27}}}
		r := renderer(t, p)
		job := r.Job("x", doc).Bytes()
		if _, err := readAll(job, p); err != nil {
			t.Fatal(err)
		}
		noRealTime(t, string(p.TextMode), job)
		if !bytes.Equal(job, r.Job("x", doc).Bytes()) {
			t.Fatal("who walks twice gets other bytes")
		}
		sent := int(cut) % (len(job) + 1)
		n := owed(job, int64(sent))
		padded := append(bytes.Clone(job[:sent]), Resync(n)...)
		if !wholeCommands(padded) {
			t.Fatalf("after byte %d and %d NULs a command is not complete", sent, n)
		}
		for less := range n {
			if wholeCommands(padded[:sent+less]) {
				t.Fatalf("after byte %d, %d are owed, and %d were enough", sent, n, less)
			}
		}
	})
}

func TestFoldedTextIsASCII(t *testing.T) {
	t.Parallel()
	for r := rune(' '); r < 0x3000; r++ {
		for _, room := range []int{1, 9} {
			got := foldText(clean("a"+string(r)), room+1)
			if !isASCII(got) || len(got) > room+1 {
				t.Fatalf("%q becomes %q", r, got)
			}
		}
	}
	for _, r := range vietnamese() {
		plain := norm.NFD.String(string(r))[:1]
		if r == 'đ' || r == 'Đ' {
			continue
		}
		if fold(r) != plain {
			t.Errorf("%c becomes %s", r, fold(r))
		}
	}
}

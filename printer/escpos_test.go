package printer

import (
	"bytes"
	"image/png"
	"math/rand/v2"
	"testing"
)

func TestEncodeIsTheBitmap(t *testing.T) {
	cutting := sampleDoc()
	cutting.Blocks = append(cutting.Blocks, Cut{}, Text{Text: "Bản thứ hai", Align: Right, Bold: true}, Cut{})
	small := profile(t, "generic-58")
	small.Raster.BandRows, small.Cut = 24, Knife{Kind: CutFull, FeedDots: 10}
	for name, tc := range map[string]struct {
		profile Profile
		doc     Doc
		cuts    int
	}{
		"80":           {profile(t, "generic-80"), sampleDoc(), 1},
		"80 two parts": {profile(t, "generic-80"), cutting, 2},
		"58":           {profile(t, "generic-58"), sampleDoc(), 0},
		"small bands":  {small, cutting, 2},
		"empty":        {profile(t, "generic-80"), Doc{}, 1},
	} {
		t.Run(name, func(t *testing.T) {
			strip := renderer(t, tc.profile).Draw(Layout(tc.doc, tc.profile.Columns()))
			job := Encode(strip, tc.profile)
			if !bytes.HasPrefix(job, []byte("\x1c.\x1b@")) {
				t.Errorf("begins with % x, want FS . ESC @", job[:min(4, len(job))])
			}
			got, err := decode(job, tc.profile.Media.WidthDots)
			if err != nil {
				t.Fatal(err)
			}
			if len(got.cuts) != tc.cuts {
				t.Errorf("cuts %v, want %d", got.cuts, tc.cuts)
			}
			if got.tall > tc.profile.bandRows() {
				t.Errorf("a band of %d rows", got.tall)
			}
			if tc.cuts == 0 { // without a knife the parts follow each other, and only their feeds part them
				strip.Cuts = nil
			}
			from := 0
			for i, until := range append(strip.Cuts, strip.Height) {
				if err := got.compare(i, strip.Bitmap, from, until); err != nil {
					t.Error(err)
				}
				from = until
			}
		})
	}
}

func TestEncodeSkipsWhite(t *testing.T) {
	p := profile(t, "generic-80")
	b := NewBitmap(576, 1000)
	b.fill(0, 600, 9, 1)
	job := Encode(Strip{Bitmap: b}, p)
	want := "\x1c.\x1b@\x1bJ\xff\x1bJ\xff\x1bJ\x5a\x1dv0\x00\x02\x00\x01\x00\xff\x80\x1bJ\xff\x1bJ\x90\x1dVB\x18"
	if string(job) != want {
		t.Errorf("got % x\nwant % x", job, want)
	}
	p.Raster.FeedUnits = 2
	if job := Encode(Strip{Bitmap: NewBitmap(576, 100)}, p); string(job) != "\x1c.\x1b@\x1bJ\xc8\x1dVB\x30" {
		t.Errorf("with half-dot steps: % x", job)
	}
}

// A picture of random dots holds the bytes of every real-time command; what is sent must hold none, and no drawer kick.
func TestNoRealTimeCommand(t *testing.T) {
	p := profile(t, "generic-80")
	rnd := rand.New(rand.NewPCG(1, 2))
	found := false
	for range 20 {
		b := NewBitmap(576, 400)
		for y := range b.Height {
			row := b.Row(y)
			for i := 1; i < len(row)-1; i++ { // within margins, as Draw leaves them
				row[i] = []byte{0x10, 0x14, 0x04, 0x05, 0x01, 0x00}[rnd.IntN(6)]
			}
		}
		found = found || bytes.Contains(b.Bits, []byte{0x10, 0x14})
		for y := range b.Height {
			defuse(b.Row(y))
		}
		job := Encode(Strip{Bitmap: b}, p)
		for i := range len(job) - 1 {
			if job[i] == 0x10 && (job[i+1] == 0x04 || job[i+1] == 0x05 || job[i+1] == 0x14) {
				t.Fatalf("byte %d begins % x", i, job[i:i+2])
			}
		}
		if bytes.Contains(job, []byte("\x1bp")) {
			t.Fatal("ESC p opens the drawer")
		}
	}
	if !found {
		t.Fatal("the pictures tried had nothing to defuse")
	}
}

// Draw itself defuses: a letter is given the shape of a drawer kick.
func TestDrawDefuses(t *testing.T) {
	r, err := NewRenderer(profile(t, "generic-80")) // its own, for it is bent
	if err != nil {
		t.Fatal(err)
	}
	r.face.glyph('x', style{})
	r.face.glyphs[style{}]['x'] = glyph{rows: []uint64{0x1014 << 48}}
	strip := r.Draw(Layout(Doc{Blocks: []Block{Text{Text: "x"}}}, 40))
	if got := strip.Row(baseline)[1:3]; string(got) != "\x30\x14" {
		t.Errorf("the row holds % x, want 30 14", got)
	}
}

// Across the end of a trimmed row the same may happen.
func TestNoRealTimeCommandAcrossRows(t *testing.T) {
	b := NewBitmap(576, 2)
	b.Row(0)[3], b.Row(1)[0] = 0x10, 0x14
	job := Encode(Strip{Bitmap: b}, profile(t, "generic-80"))
	if bytes.Contains(job, []byte{0x10, 0x14}) {
		t.Errorf("% x", job)
	}
}

func TestPNGIsTheBitmap(t *testing.T) {
	p := profile(t, "generic-58")
	strip := renderer(t, p).Draw(Layout(sampleDoc(), p.Columns()))
	var out bytes.Buffer
	if err := EncodePNG(&out, strip); err != nil {
		t.Fatal(err)
	}
	if depth := out.Bytes()[24]; depth != 1 {
		t.Errorf("%d bits per dot, want 1", depth)
	}
	img, err := png.Decode(&out)
	if err != nil {
		t.Fatal(err)
	}
	if img.Bounds() != strip.Bounds() {
		t.Fatalf("size %v, want %v", img.Bounds(), strip.Bounds())
	}
	for y := range strip.Height {
		for x := range strip.Width {
			r, _, _, _ := img.At(x, y).RGBA()
			if (r == 0) != strip.Black(x, y) {
				t.Fatalf("dot %d, %d differs", x, y)
			}
		}
	}
	if err := EncodePNG(&out, Strip{Bitmap: NewBitmap(384, 0)}); err != nil {
		t.Errorf("empty: %v", err)
	}
}

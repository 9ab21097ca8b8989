package printer

import (
	"fmt"
	"strings"
	"time"
)

// Profile is what must be known of a kind of printer. It is data: the program ships some, and a board adds its own as
// TOML files with these keys. Lengths are in dots of the print head.
type Profile struct {
	ID       string `toml:"id"`
	Vendor   string `toml:"vendor"`
	Model    string `toml:"model"`
	Inherits string `toml:"inherits"` // the profile that gives what this one does not say
	Notes    string `toml:"notes"`
	Verified string `toml:"verified"` // how it is known: paper, manual, db or guess; "" counts as guess

	Media       Media       `toml:"media"`
	Fonts       Fonts       `toml:"fonts"`
	TextMode    TextMode    `toml:"text_mode"`
	CodePages   CodePages   `toml:"codepages"`
	CancelKanji bool        `toml:"cancel_kanji"` // leave the double-byte mode of Chinese-made printers first
	Raster      Raster      `toml:"raster"`
	Cut         Knife       `toml:"cut"`
	Drawer      Drawer      `toml:"drawer"`
	Status      StatusQuery `toml:"status"`
	Barcode     Symbols     `toml:"barcode"`
	InitBytes   Hex         `toml:"init_bytes"`    // sent after ESC @
	JobEndBytes Hex         `toml:"job_end_bytes"` // sent last
}

// Media is the paper and the head.
type Media struct {
	PaperMM    int `toml:"paper_mm"`
	WidthDots  int `toml:"width_dots"` // printable; more than the head has makes some printers print nothing
	DPI        int `toml:"dpi"`
	LeftMargin int `toml:"left_margin_dots"` // left white before everything, beside WidthDots
}

// Fonts are the printer's own letters.
type Fonts struct {
	A FontCells `toml:"A"`
	B FontCells `toml:"B"`
}

// FontCells is a font of equal cells of W×H dots, Cols to a line.
type FontCells struct {
	Cols int `toml:"cols"`
	W    int `toml:"w"`
	H    int `toml:"h"`
}

// CodePages are the numbers by which ESC t chooses a table of letters; 0: the printer has none, or nobody knows it.
type CodePages struct {
	TCVNLower int `toml:"tcvn_lower"` // TCVN-3 small letters
	TCVNUpper int `toml:"tcvn_upper"` // TCVN-3 capitals, at the codes of their small letters
	CP1258    int `toml:"cp1258"`     // for the record: its tone marks stand beside their letters on cheap printers
}

// Raster is how dots are sent.
type Raster struct {
	Command       RasterCommand `toml:"command"`
	BandRows      int           `toml:"band_rows"`       // rows sent at once, at most; small buffers want 24
	BandDelayMS   int           `toml:"band_delay_ms"`   // to wait after each
	TrimRight     bool          `toml:"trim_right"`      // white at the right is not sent
	SkipBlankRows bool          `toml:"skip_blank_rows"` // white rows are fed
	Threshold     int           `toml:"threshold"`       // grey (0 black, 255 white) below which a dot is printed
	Pixels        int           `toml:"px"`              // height of the letters
	LineDots      int           `toml:"line_dots"`       // height of a line
	FeedUnits     int           `toml:"feed_units"`      // steps of a feed in one dot; printers of 180 dpi take 2
}

// RasterCommand names the command that carries dots.
type RasterCommand string

// The commands for dots.
const (
	RasterBands    RasterCommand = "gs_v_0"   // GS v 0; the default, clones know no other
	RasterGraphics RasterCommand = "gs_8_L"   // GS ( L and GS 8 L, of newer Epsons
	RasterColumns  RasterCommand = "esc_star" // ESC * 33, 24 rows at a time: what the oldest know
)

// Knife is how the paper is parted.
type Knife struct {
	Kind     CutKind `toml:"kind"`
	FeedDots int     `toml:"feed_dots"` // fed after the last line: before the cut, or up to where the paper is torn
	Bytes    Hex     `toml:"bytes"`     // sent to cut, after feeding FeedDots, instead of GS V
}

// CutKind is what a printer's knife can do; "" counts as none.
type CutKind string

// The kinds of cut.
const (
	CutNone    CutKind = "none"    // no knife: the paper is torn off
	CutPartial CutKind = "partial" // a bridge is left, so that nothing falls to the floor
	CutFull    CutKind = "full"
)

// Drawer is the cash drawer that may hang on the printer. Nothing opens it unless Enabled.
type Drawer struct {
	Enabled bool `toml:"enabled"` // open it at the end of every job
	Pin     int  `toml:"pin"`     // of the connector: 2 or 5
	OnMS    int  `toml:"on_ms"`
	OffMS   int  `toml:"off_ms"`
}

// Symbols tells which codes the printer draws by itself.
type Symbols struct {
	NativeCode128 bool `toml:"native_code128"`
	NativeQR      bool `toml:"native_qr"`
}

// TextMode is how letters come on paper.
type TextMode string

// The text modes.
const (
	TextAuto     TextMode = "auto"     // raster, or hybrid where the line is slow: see For
	TextRaster   TextMode = "raster"   // every line is a picture: right on every printer
	TextCodepage TextMode = "codepage" // the printer's letters, in TCVN-3
	TextASCII    TextMode = "ascii"    // the printer's letters, without diacritics
	TextHybrid   TextMode = "hybrid"   // ASCII lines in the printer's letters, the others as pictures
)

// slowBaud is the fastest serial line on which a picture of a list takes longer than people wait.
const slowBaud = 38400

// For settles the text mode for a printer on a serial line of baud; 0 stands for every other way.
func (p Profile) For(baud int) Profile {
	if p.TextMode == TextAuto || p.TextMode == "" {
		p.TextMode = TextRaster
		if baud > 0 && baud <= slowBaud && p.Fonts.A.W > 0 && p.rasterMetrics().cell >= p.Fonts.A.W {
			p.TextMode = TextHybrid
		}
	}
	return p
}

// ProfileByName finds a shipped profile; the error for an unknown name lists the known ones.
func ProfileByName(name string) (Profile, error) { return FindProfile(Profiles(), name) }

// FindProfile finds a profile by its id; the error for an unknown one lists those there are.
func FindProfile(profiles []Profile, id string) (Profile, error) {
	var known []string
	for _, p := range profiles {
		if p.ID == id {
			return p, nil
		}
		known = append(known, p.ID)
	}
	return Profile{}, fmt.Errorf("printer profile %q is not known; known are %s", id, strings.Join(known, ", "))
}

// Columns is the number of characters on a line. As a picture: 40 on 576 dots, 26 on 384, counted by the width the
// letters were drawn for, and set a little closer, which leaves a margin at both edges. In the printer's own letters: 48
// and 32.
func (p Profile) Columns() int {
	if p.native() {
		return max(p.fontA().Cols, 1)
	}
	return max(p.Media.WidthDots*10/(6*p.pixels()), 1)
}

// native tells whether all lines are in the printer's own letters.
func (p Profile) native() bool { return p.TextMode == TextCodepage || p.TextMode == TextASCII }

func (p Profile) fontA() FontCells {
	f := p.Fonts.A
	f.W, f.H = orDefault(f.W, 12), orDefault(f.H, 24)
	f.Cols = orDefault(f.Cols, p.Media.WidthDots/f.W)
	return f
}

// pause is the time that the printer wants between two chunks.
func (p Profile) pause() time.Duration { return time.Duration(p.Raster.BandDelayMS) * time.Millisecond }

func (p Profile) bandRows() int {
	if p.Raster.Command == RasterColumns {
		return columnRows
	}
	return orDefault(p.Raster.BandRows, 128)
}

func (p Profile) feedUnits() int   { return orDefault(p.Raster.FeedUnits, 1) }
func (p Profile) pixels() int      { return orDefault(p.Raster.Pixels, 24) }
func (p Profile) threshold() uint8 { return uint8(min(orDefault(p.Raster.Threshold, 150), 255)) }

func orDefault(n, def int) int {
	if n <= 0 {
		return def
	}
	return n
}

package printer

import (
	"fmt"
	"strings"
)

// Profile is what must be known of a kind of printer. Lengths are in dots of the print head.
type Profile struct {
	Name      string
	PaperMM   int
	WidthDots int // printable width; more than the head has makes some printers print nothing
	DPI       int
	Cut       CutKind
	FeedDots  int // fed after the last line: before the cut, or up to where the paper is torn; at most 255 with a cut
	BandRows  int // rows sent at once; 0 counts as 128, printers with very small buffers want 24
	FeedUnits int // steps of ESC J in one dot; 0 counts as 1, printers of 180 dpi take 2
	Threshold int // grey (0 black, 255 white) below which a dot is printed; 0 counts as 150
	Status    StatusQuery
}

// CutKind is what a printer's knife can do.
type CutKind uint8

// The kinds of cut.
const (
	CutNone    CutKind = iota // no knife: the paper is torn off
	CutPartial                // a bridge is left, so that nothing falls to the floor
	CutFull
)

// Profiles lists the printers that are known, the most common first.
func Profiles() []Profile {
	return []Profile{
		{Name: "generic-80", PaperMM: 80, WidthDots: 576, DPI: 203, Cut: CutPartial, FeedDots: 24},
		{Name: "generic-58", PaperMM: 58, WidthDots: 384, DPI: 203, Cut: CutNone, FeedDots: 96},
	}
}

// ProfileByName finds a profile; the error for an unknown name lists the known ones.
func ProfileByName(name string) (Profile, error) {
	var known []string
	for _, p := range Profiles() {
		if p.Name == name {
			return p, nil
		}
		known = append(known, p.Name)
	}
	return Profile{}, fmt.Errorf("printer profile %q is not known; known are %s", name, strings.Join(known, ", "))
}

// Columns is the number of characters on a line: 40 on 576 dots, 26 on 384. They are counted by the width the letters
// were drawn for, and set a little closer, which leaves a margin at both edges.
func (p Profile) Columns() int { return p.WidthDots * 10 / (6 * fontPixels) }

func (p Profile) bandRows() int  { return orDefault(p.BandRows, 128) }
func (p Profile) feedUnits() int { return orDefault(p.FeedUnits, 1) }

func (p Profile) threshold() uint8 { return uint8(min(orDefault(p.Threshold, 150), 255)) }

func orDefault(n, def int) int {
	if n <= 0 {
		return def
	}
	return n
}

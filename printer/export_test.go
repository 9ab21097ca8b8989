package printer

import (
	"fmt"

	"stampdesk"
)

// What the tests from outside the package, those with the tools of others, share with the tests inside it.

// Papers are the papers of the tests, for those of the packages that draw them.
func Papers(l stampdesk.Lang) map[string]Doc { return papers(l) }

// Updating tells whether the golden files are to be rewritten.
func Updating() bool { return *update }

// Samples are the documents of the tests, by name, in a language.
func Samples(l stampdesk.Lang) map[string]Doc {
	docs := papers(l)
	if l == stampdesk.Vietnamese {
		docs["sample"] = sampleDoc()
	}
	return docs
}

// Head is what the proofs must know of a profile.
type Head struct {
	Name  string // of the profile
	Width int    // dots
	Units int    // steps of a feed in one dot
	Cell  int    // width of the printer's own letters, dots
	Knife bool
	Tear  int // dots fed to where the paper is torn, without a knife
}

// HeadOf is the head of a profile.
func HeadOf(p Profile) Head {
	return Head{
		Name: p.ID, Width: p.Media.WidthDots, Units: p.feedUnits(), Cell: p.fontA().W,
		Knife: p.Cut.Kind != CutNone, Tear: p.Cut.FeedDots,
	}
}

// Geometry is all of a profile that its pictures, and the bytes that carry them, depend on: printers that differ in
// nothing else get the same.
func Geometry(p Profile) string {
	return fmt.Sprintf("%+v", Profile{
		Media: p.Media, Raster: p.Raster, Cut: p.Cut, Drawer: p.Drawer, CancelKanji: p.CancelKanji,
		InitBytes: p.InitBytes, JobEndBytes: p.JobEndBytes, TextMode: TextRaster,
	})
}

// Modes are a profile in each text mode that it can have.
func Modes(p Profile) []Profile { return inModes(p) }

// Altered is a profile with another head: its width in dots, the threshold of grey, the rows of a band.
func Altered(p Profile, width, threshold, bandRows int) Profile {
	p.Media.WidthDots, p.Raster.Threshold, p.Raster.BandRows = width, threshold, bandRows
	return p
}

// SmallTCVN is the bytes that a printer is sent for small letters in its own code page.
func SmallTCVN(text string) (out []byte) {
	for _, r := range text {
		b, _ := CodePages{TCVNLower: 30}.tcvn(r)
		out = append(out, b)
	}
	return out
}

package printer

import "stampdesk"

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
	Knife bool
	Tear  int // dots fed to where the paper is torn, without a knife
}

// HeadOf is the head of a profile.
func HeadOf(p Profile) Head {
	return Head{Name: p.Name, Width: p.WidthDots, Units: p.feedUnits(), Knife: p.Cut != CutNone, Tear: p.FeedDots}
}

// Altered is a profile with another head: its width in dots, the threshold of grey, the rows of a band.
func Altered(p Profile, width, threshold, bandRows int) Profile {
	p.WidthDots, p.Threshold, p.BandRows = width, threshold, bandRows
	return p
}

// SmallTCVN is the bytes that a printer is sent for small letters in its own code page; nil while none are.
var SmallTCVN func(string) []byte

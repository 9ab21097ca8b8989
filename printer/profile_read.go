package printer

import (
	"embed"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
)

//go:embed profiles/*.toml
var shipped embed.FS

// shippedOrder is that in which people are shown the profiles.
var shippedOrder = [...]string{
	"generic-80", "generic-58", "epson-203", "epson-180", "xprinter-80", "xprinter-58", "mock",
}

// Profiles lists the printers that are shipped, the most common first.
func Profiles() []Profile {
	profiles, err := resolve(shippedProfiles())
	if err != nil {
		panic(err) // they are part of the program, and every test reads them
	}
	return profiles
}

// LoadProfiles lists the shipped profiles and those of a board: the *.toml files in dir, one profile each. One with the
// id of a shipped one replaces it, and may inherit from it. No directory is none of their own. The error names the files,
// the keys and what to write; with it come the profiles that do not depend on what is wrong. A file that cannot be read
// at all counts for the profile that it is named after.
func LoadProfiles(dir string) ([]Profile, error) {
	sources := shippedProfiles()
	entries, err := os.ReadDir(dir)
	if errors.Is(err, os.ErrNotExist) {
		err = nil
	}
	if err != nil {
		err = fmt.Errorf("read the printer profiles: %w", err)
	}
	for _, e := range entries {
		name, ok := strings.CutSuffix(e.Name(), ".toml")
		file := e.Type().IsRegular() || e.Type()&os.ModeSymlink != 0 // to read from anything else may take for ever
		if !ok || !file || strings.HasPrefix(name, ".") {            // an editor's, or the system's
			continue
		}
		s := profileSource{file: filepath.Join(dir, e.Name()), id: name}
		text, err := os.ReadFile(s.file)
		if err != nil {
			s.bad = s.fault(err)
		}
		s.text = string(text)
		sources = append(sources, s)
	}
	all, bad := resolve(sources)
	return all, errors.Join(err, bad)
}

// profileSource is a profile as it is written.
type profileSource struct {
	file, text   string
	shipped      bool
	id, inherits string
	bad          error // it can be no profile
}

func shippedProfiles() []profileSource {
	var out []profileSource
	for _, id := range shippedOrder {
		file := "profiles/" + id + ".toml"
		text, err := shipped.ReadFile(file)
		if err != nil {
			panic(err)
		}
		out = append(out, profileSource{file: file, text: string(text), shipped: true})
	}
	return out
}

// resolve reads profiles, each on top of the one that it inherits from; a later one replaces an earlier of its id, and
// leaves none of it where it cannot be read.
func resolve(sources []profileSource) ([]Profile, error) {
	for i := range sources {
		s := &sources[i]
		var head struct{ ID, Inherits string }
		if s.bad != nil {
			continue
		}
		if _, err := toml.Decode(s.text, &head); err != nil {
			s.bad = s.fault(err)
			continue
		}
		s.id, s.inherits = head.ID, head.Inherits
		for _, other := range sources[:i] {
			if other.id == head.ID && !other.shipped && other.bad == nil {
				s.bad = s.fault(fmt.Errorf("key id: %q is also the id of %s; give one of them another", head.ID, other.file))
			}
		}
	}
	var out []Profile
	var bad []error
	for i := range sources {
		p, err := profileAt(sources, i, nil)
		k := slices.IndexFunc(out, func(q Profile) bool { return q.ID == sources[i].id })
		switch {
		case err != nil:
			if !slices.ContainsFunc(bad, func(known error) bool { return known.Error() == err.Error() }) { // of its parent
				bad = append(bad, err)
			}
			if k >= 0 {
				out = slices.Delete(out, k, k+1)
			}
		case k >= 0:
			out[k] = p
		default:
			out = append(out, p)
		}
	}
	return out, errors.Join(bad...)
}

// profileAt reads one profile; below are those that inherit from it.
func profileAt(sources []profileSource, i int, below []int) (Profile, error) {
	s := sources[i]
	p := unsaid()
	if s.bad != nil {
		return p, s.bad
	}
	if s.inherits != "" {
		below = append(below, i)
		parent := parentOf(sources, i)
		switch {
		case parent < 0:
			return p, s.fault(fmt.Errorf("key inherits: there is no profile %q; write the id of another, or leave it out", s.inherits))
		case slices.Contains(below, parent):
			return p, s.fault(fmt.Errorf("key inherits: %q inherits from this one; break the circle", s.inherits))
		}
		var err error
		if p, err = profileAt(sources, parent, below); err != nil {
			return p, err
		}
	}
	// What tells of one printer is not true of another that is like it.
	p.ID, p.Inherits, p.Notes, p.Verified = "", "", "", ""
	p.Status.Sensors = slices.Clone(p.Status.Sensors) // the decoder writes into the slice it finds
	meta, err := toml.Decode(s.text, &p)
	if err != nil {
		return p, s.fault(err)
	}
	if left := meta.Undecoded(); len(left) > 0 {
		return p, s.fault(fmt.Errorf("key %s: not known; correct or remove it", left[0]))
	}
	if err := p.check(); err != nil {
		return p, s.fault(err)
	}
	return p, nil
}

// parentOf is the newest profile of the id that a source inherits from; for its own id, the one that it replaces.
func parentOf(sources []profileSource, i int) int {
	for k := len(sources) - 1; k >= 0; k-- {
		if sources[k].id == sources[i].inherits && k != i {
			return k
		}
	}
	return -1
}

func (s profileSource) fault(err error) error {
	return fmt.Errorf("printer profile %s: %w", s.file, err)
}

// unsaid is what holds for a profile that inherits from none.
func unsaid() Profile {
	return Profile{
		TextMode: TextAuto, CancelKanji: true,
		Raster: Raster{
			Command: RasterBands, BandRows: 128, TrimRight: true, SkipBlankRows: true, Threshold: 150,
			Pixels: 24, LineDots: 32, FeedUnits: 1,
		},
		Cut:    Knife{Kind: CutNone, FeedDots: 96},
		Drawer: Drawer{Pin: 2, OnMS: 50, OffMS: 500},
		Status: StatusQuery{Query: "none", TimeoutMS: 400},
	}
}

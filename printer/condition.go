package printer

import "strings"

// Health is whether a printer can print, as far as it says. Most cheap printers, and every print system in between,
// never answer: Unasked never keeps anything from being printed.
type Health uint8

// The three things that can be known.
const (
	Unasked Health = iota // nobody knows: it was not asked, cannot be asked, or did not answer
	Healthy
	Faulty
)

// Condition is how a printer says it is.
type Condition struct {
	Health Health
	// What it says is wrong; each is Faulty, but for PaperLow.
	OffLine, CoverOpen, PaperOut, CutterStuck, Broken bool
	PaperLow                                          bool  // the roll is near its end
	Err                                               error // why nobody knows, where that is an error
}

// String names what is wrong, for a log or an error; screens have words of their own.
func (c Condition) String() string {
	var all []string
	for _, fault := range [...]struct {
		is   bool
		name string
	}{
		{c.PaperOut, "no paper"}, {c.CoverOpen, "cover open"}, {c.CutterStuck, "cutter stuck"}, {c.Broken, "broken"},
		{c.OffLine, "off-line"}, {c.PaperLow, "paper near its end"},
	} {
		if fault.is {
			all = append(all, fault.name)
		}
	}
	switch {
	case len(all) > 0:
		return strings.Join(all, ", ")
	case c.Health == Healthy:
		return "ready"
	}
	return "not known"
}

// judged sets Health by what is wrong.
func (c Condition) judged() Condition {
	c.Health = Healthy
	if c.OffLine || c.CoverOpen || c.PaperOut || c.CutterStuck || c.Broken {
		c.Health = Faulty
	}
	return c
}

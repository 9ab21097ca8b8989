package printer

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

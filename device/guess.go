package device

import "strings"

// cardDigits is how many digits the number of a card has.
const cardDigits = 8

// commandPrefix begins the barcodes of the sheet of commands.
const commandPrefix = "SD-"

// Guess is what the bytes of some scans say about how a scanner is set, and so how to read it.
type Guess struct {
	Codes  int    // how many codes there were
	Good   int    // how many of them were 8 digits, or a word of command
	Suffix Suffix // to configure; [SuffixAuto] if the scans do not agree
	Mask7  bool   // to configure: bit 7 is parity
	Parity Parity

	Endings []Ending // that were seen, each once
	STX     bool
	AIM     string // the identifier of the last code that had one
	Prefix  string // the one of the last code that had one

	// Findings is what is wrong, the worst first; empty if the scanner can be used with these settings.
	Findings []Finding
}

// Finding is one thing that keeps a scanner from being used, or from being relied on.
type Finding uint8

// The findings, the worst first.
const (
	// WrongSpeed: the bytes are no text at all. The line is read at another speed than the scanner sends at.
	WrongSpeed Finding = iota
	// Glued: several numbers in one, because nothing ends them.
	Glued
	// CheckDigit: 9 digits, the last of which is the barcode's own.
	CheckDigit
	// NotDigits: something else than a number was scanned.
	NotDigits
	// OtherLength: digits, but neither 8 nor 9 nor some 8 of them.
	OtherLength
	// HasPrefix: something stands before the number that the desk does not strip.
	HasPrefix
	// NoEnding: only silence tells where a code ends, so that two quick scans may be taken for one.
	NoEnding
	// MixedEndings: codes end in different ways.
	MixedEndings
)

// String gives the name that scripts read.
func (f Finding) String() string {
	return [...]string{"wrong-speed", "glued", "check-digit", "not-digits", "other-length", "prefix", "no-ending", "mixed-endings"}[f]
}

// GuessSettings says how the scanner is set that sent these bursts.
func GuessSettings(bursts []Burst) Guess {
	g := Guess{Parity: guessParity(bursts)}
	g.Mask7 = g.Parity != ParityNone
	found := make(map[Finding]bool)
	seen := make(map[Ending]bool)
	for _, b := range bursts {
		if garbled(g.Parity.clear(b.Bytes)) {
			found[WrongSpeed] = true
			continue
		}
		for _, r := range b.Readings(g.Parity) {
			g.Codes++
			if f, bad := r.finding(); bad {
				found[f] = true
			} else {
				g.Good++
			}
			if r.Prefix != "" {
				found[HasPrefix], g.Prefix = true, r.Prefix // besides what is wrong with its digits
			}
			if r.AIM != "" {
				g.AIM = r.AIM
			}
			g.STX = g.STX || r.STX
			if !seen[r.End] {
				seen[r.End], g.Endings = true, append(g.Endings, r.End)
			}
		}
	}
	switch len(g.Endings) {
	case 0:
	case 1:
		g.Suffix = g.Endings[0].suffix()
		found[NoEnding] = g.Suffix == SuffixNone
	default:
		found[MixedEndings] = true
	}
	for f := WrongSpeed; f <= MixedEndings; f++ {
		if found[f] {
			g.Findings = append(g.Findings, f)
		}
	}
	return g
}

// suffix is the setting that reads an ending. A Tab is dropped by the framer, and silence ends the code.
func (e Ending) suffix() Suffix {
	switch e {
	case EndCR:
		return SuffixCR
	case EndLF:
		return SuffixLF
	case EndCRLF:
		return SuffixCRLF
	case EndETX:
		return SuffixETX
	}
	return SuffixNone
}

// finding is what is wrong with the code itself.
func (r Reading) finding() (f Finding, bad bool) {
	switch n := len(r.Code); {
	case strings.HasPrefix(r.Code, commandPrefix):
		return 0, false
	case !allDigits(r.Code):
		return NotDigits, true
	case n == cardDigits:
		return HasPrefix, r.Prefix != ""
	case n == cardDigits+1:
		return CheckDigit, true
	case n%cardDigits == 0:
		return Glued, true
	}
	return OtherLength, true
}

// garbled reports whether at least a quarter of the bytes are none that a scanner sends.
func garbled(b []byte) bool {
	strange := 0
	for _, c := range b {
		if !plain(c) {
			strange++
		}
	}
	return strange > 0 && strange*4 >= len(b)
}

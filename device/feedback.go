package device

import (
	"fmt"
	"strings"
)

// Feedback is what a scanner understands when it is told what became of a code. The zero value is [FeedbackNone].
//
// The commands are those of the makers' manuals; none of them was tried on a real scanner.
type Feedback uint8

// The ways of telling a scanner.
const (
	// FeedbackNone: nothing is ever sent.
	FeedbackNone Feedback = iota
	// FeedbackBEL: Zebra "beep on BEL": one beep for each, so one for a look and two for a stop.
	FeedbackBEL
	// FeedbackHoneywell: "Host ACK" with ESC sequences: ESC 7 is the good beep, ESC 8 the razz.
	FeedbackHoneywell
	// FeedbackACK: the scanner waits for ACK, and sends again what gets NAK.
	FeedbackACK
	// FeedbackACKBEL: the same with BEL, three beeps and drop, and CAN, drop in silence.
	FeedbackACKBEL
	// FeedbackDatalogic: B is the good-read beep, 01 a forced one.
	FeedbackDatalogic
)

var feedbackNames = [...]string{"none", "bel", "honeywell_esc", "ack_nak", "ack_nak_bel_can", "datalogic_B"}

// FeedbackNames are the words that [ParseFeedback] reads.
func FeedbackNames() []string { return append([]string(nil), feedbackNames[:]...) }

// ParseFeedback reads one of [FeedbackNames]; the empty string is "none".
func ParseFeedback(s string) (Feedback, error) {
	for i, name := range feedbackNames {
		if s == name || s == "" {
			return Feedback(i), nil
		}
	}
	return 0, fmt.Errorf("scanner feedback %q: want %s", s, strings.Join(feedbackNames[:], ", "))
}

// String gives the word that [ParseFeedback] reads.
func (f Feedback) String() string { return feedbackNames[f] }

// Waits reports that the scanner reads nothing until it is answered, for 2 seconds at most.
func (f Feedback) Waits() bool { return f == FeedbackACK || f == FeedbackACKBEL }

// Became is what became of a code.
type Became uint8

// What may become of a code.
const (
	// Taken: it arrived, and there is no more to say of it.
	Taken Became = iota
	// Passed: the card may be stamped.
	Passed
	// Look: a person has to look: the card is held, was stamped already, could not be read.
	Look
	// Stop: the card is given back, or nothing may be stamped.
	Stop
	// Unused: nobody judged it, for something else is asked.
	Unused
	// Broken: it did not arrive whole.
	Broken
)

// Answer is what to send to the scanner; empty for nothing.
func (f Feedback) Answer(b Became) string {
	const ack, nak, bel, can = "\x06", "\x15", "\x07", "\x18"
	switch f {
	case FeedbackBEL:
		return map[Became]string{Look: bel, Stop: bel + bel, Broken: bel}[b]
	case FeedbackHoneywell:
		return map[Became]string{Passed: "0\x1b7,", Look: "0\x1b8,", Stop: "0\x1b8,", Broken: "0\x1b8,"}[b]
	case FeedbackACK: // a NAK has it sent again, which is of no use but for a broken one
		if b == Broken {
			return nak
		}
		return ack
	case FeedbackACKBEL:
		if s := (map[Became]string{Look: bel, Stop: bel, Unused: can, Broken: nak}[b]); s != "" {
			return s
		}
		return ack
	case FeedbackDatalogic:
		return map[Became]string{Passed: "B", Look: "\x01", Stop: "\x01\x01", Broken: "\x01"}[b]
	}
	return ""
}

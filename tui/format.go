package tui

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"stampdesk"
)

// count writes a number as the language groups it: 16.560.
func (s *shell) count(n int) string {
	t := strconv.Itoa(n)
	mark := "."
	if s.lang == stampdesk.English {
		mark = ","
	}
	start := 0
	if n < 0 {
		start = 1
	}
	for i := len(t) - 3; i > start; i -= 3 {
		t = t[:i] + mark + t[i:]
	}
	return t
}

// share writes how much of a whole is done in percent: 68,10%.
func (s *shell) share(part, whole int) string {
	if whole <= 0 {
		return ""
	}
	return stampdesk.Shares{}.One(part, whole).In(s.lang)
}

// stampedShare writes how much of a tally's cards is stamped in percent, as forms
// and papers have it, where the parts come to 100: 96,83%.
func (s *shell) stampedShare(t *stampdesk.Tally) string {
	if t.WithCard <= 0 {
		return ""
	}
	return stampdesk.Shares{}.OfTally(t).At("stamped").In(s.lang)
}

func (s *shell) decimal(t string) string {
	if s.lang == stampdesk.English {
		return t
	}
	return strings.Replace(t, ".", ",", 1)
}

func (s *shell) clock(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.In(s.now.Location()).Format("15:04")
}

func (s *shell) seconds(t time.Time) string { return t.In(s.now.Location()).Format("15:04:05") }

// when writes the time of an act: the hour today, the day before that.
func (s *shell) when(t time.Time) string {
	t = t.In(s.now.Location())
	if stampdesk.DateOf(t) == stampdesk.DateOf(s.now) {
		return s.clock(t)
	}
	return t.Format("15:04 02/01/2006")
}

// ordinal is the round in words: Lần thứ tư.
func (s *shell) ordinal(n int) string {
	if n >= 1 && n <= len(s.words.Ordinals) {
		return s.words.Ordinals[n-1]
	}
	return fill(s.words.OrdinalN, strconv.Itoa(n))
}

// boxes lists the boxes of a set: ô 3, 4.
func (s *shell) boxes(b stampdesk.BoxSet) string {
	if b == 0 {
		return ""
	}
	return fill(s.words.Box, boxList(b))
}

// boxList lists the boxes of a set: 3, 4.
func boxList(b stampdesk.BoxSet) string { return strings.ReplaceAll(b.String(), ",", ", ") }

// batchName is a batch as people call it: the number, and the desk that opened
// it where that is another one.
func (s *shell) batchName(id stampdesk.BatchID) string {
	if n, ok := strings.CutPrefix(string(id), string(s.opt.Desk)+"-"); ok {
		return n
	}
	return string(id)
}

// stamp says by whom and when an act was done.
func (s *shell) doneBy(st stampdesk.Standing) string {
	return fill(s.words.DoneBy, s.when(st.At), string(st.Entry.Desk), string(st.Operator))
}

// dotted is a code as a person reads it: a card number with its dot.
func dotted(raw string) string {
	if card, err := stampdesk.ParseCard(raw); err == nil {
		return card.String()
	}
	return raw
}

// isCode reports whether what came in one piece is a card or a command, and
// not text for a field.
func isCode(text string) bool {
	_, err := stampdesk.ParseCard(text)
	return err == nil || strings.HasPrefix(text, "SD-")
}

// deed is what an entry did, in a few words.
func (s *shell) deed(e *stampdesk.Entry) string {
	if e.Act == stampdesk.ActIncident && e.Reason != "" {
		return e.Reason.Label(s.lang)
	}
	return s.rules.Acts[e.Act]
}

// capital begins a sentence.
func capital(t string) string {
	_, n := utf8.DecodeRuneInString(t)
	return strings.ToUpper(t[:n]) + t[n:]
}

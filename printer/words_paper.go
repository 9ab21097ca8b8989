package printer

import "stampdesk"

// paperWords are the words of the papers in one language; formats take what their comment says.
type paperWords struct {
	// Every paper.
	party, no                 string
	date                      string // day, month, year; English dates have names of months
	round                     string // ordinal
	inspection                string
	ordinals                  []string
	reprint, nth, afterFault  string // nth: copy
	printed, desk, sign, none string

	// What documents are about.
	unit, unitCode, batch, kind, broughtBy, decision string
	decisionOf                                       string // number, date
	undecided                                        string
	kinds                                            [3]string // by BatchKind

	// The return list.
	returnList, draft                                         string
	seq, card, name, box, reason, cellUnknown, oneCard, cards string // cards: count
	stamped, returned, kept, missing                          string // headings
	exchange, withdrawn, family, found                        string // what becomes of a card, after its reason
	count, expected, received, nStamped, nReturned, nKept     string
	nDamaged, nLost, nMissing, nExtra, envelope               string
	giver, receiver                                           string

	// The tally.
	tally, scope, wholeRound, shift, operator                       string
	members, official, probationary, withCard, ofBatch, withoutCard string
	handled, proposed, tStamped, notStamped                         string
	damaged, lost, uncollected, held, refused, remaining            string
	relaminated, late, exchanged, reissued, voided, inBox           string
	guests, outside, heads, compiler, supervisor                    string
}

func wordsIn(l stampdesk.Lang) *paperWords {
	if l == stampdesk.English {
		return &englishPaper
	}
	return &vietnamesePaper
}

package printer

import (
	"fmt"

	"stampdesk"
)

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
	upTo                      string // the figures, an entry of the journal
	unrecorded                string // in place of the running number
	goesOn                    string // what goes on here

	// What documents are about.
	unit, unitCode, batch, kind, broughtBy, decision string
	decisionOf                                       string // number, date
	undecided                                        string
	kinds                                            [3]string // by BatchKind

	// The return list.
	returnList, draft                                         string
	seq, card, name, box, reason, cellUnknown, oneCard, cards string // cards: count
	stamped, returned, kept, missing                          string // headings
	exchange, withdrawn, family, found, notBrought, notSeen   string // what becomes of a card, after its reason
	count, expected, received, nStamped, nReturned, nKept     string
	nHeld, nAstray                                            string
	nDamaged, nLost, nGone, nMissing, nExtra, envelope        string
	heldTray, astray, newStamped, handedOver, returnedAt      string
	giver, receiver                                           string

	// The tally.
	tally, scope, wholeRound, shift, operator                       string
	members, official, probationary, withCard, ofBatch, withoutCard string
	handled, proposed, tStamped, notStamped                         string
	damaged, lost, uncollected, held, refused, remaining            string
	relaminated, late, exchanged, reissued, voided, inBox           string
	guests, outside, heads, compiler, supervisor                    string
	overridden, newCards, remarks, byUnit, byOperator, noUnit       string
	byManyUnits                                                     string

	// The shift sheet.
	shiftSheet, begun, ended, notEnded, note, tray          string
	trayBegun, countBegun, trayEnded, countEnded            string
	uncounted, matches, short, over, shiftGiver, shiftTaker string // short, over: count and word of cards

	// The chase list.
	chaseList, allUnits, details, since, inBatch, total, page string // since: date; inBatch: batch; page: page, pages

	// The guest slip.
	guestSlip, guestSlipOf, to, host, boxes, stampedOn, entry, hash string
	guestAsk, confirmer, noStamp, void                              string

	moreWords
}

// nCards is a number of cards.
func (w *paperWords) nCards(n int, l stampdesk.Lang) string {
	if n == 1 {
		return w.oneCard
	}
	return fmt.Sprintf(w.cards, number(n, l))
}

func wordsIn(l stampdesk.Lang) *paperWords {
	if l == stampdesk.English {
		return &englishPaper
	}
	return &vietnamesePaper
}

package printer

// moreWords are the words of the papers with which cards come, wait and are renewed; formats take what their comment
// says.
type moreWords struct {
	// Receipt.
	receipt, receivedAt, countedByHand, notCounted string
	lists, lines, inForm6, form6, notThere         string
	forms                                          [4]string // lists 2 to 5
	photos, accounts                               string
	agrees                                         string // cards counted
	differs, differsShort, differsOver             string // differs: cards counted, cards listed, one of the two others; they take cards
	listDiffers                                    string // form, lines, declared
	keepReceipt, bringer, taker                    string

	// Held slip.
	heldSlip, heldBy, heldAt, cell, unknownMember, keptReason       string
	settledBy, permit, giveBack, exchangeIt, release, leftFromRound string
	decide, decidedOn, notHeld                                      string

	// Renewal list.
	renewals, toExchange, toReissue, state                        string
	photosOf                                                      string // here, needed
	accountHere, accountMissing, waits, ready, atHome, boxUnknown string
	newCard                                                       string // number
	newBoxes                                                      string // boxes
	unstampedYet, stampedNow                                      string
	issued, waiting, incomplete                                   string

	// Intake sheet and commands.
	intake, intakeHow, byRoster, commandSheet, commandsHow string
	listNames                                              [3]string // lists 2 to 4, as headings
	groups                                                 [3]string // by CommandGroup
}

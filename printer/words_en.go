package printer

var englishPaper = paperWords{
	party: "COMMUNIST PARTY OF VIETNAM", no: "No.", date: "%02d/%02d/%d",
	inspection: "Technical inspection of Party member cards,", round: "%s round",
	ordinals: []string{
		"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
	},
	reprint: "REPRINT", nth: "%d", afterFault: "after a fault",
	printed: "Print", desk: "desk", sign: "(signature, full name)", none: "none", unrecorded: "A look, not on record", upTo: "figures up to", goesOn: "%s (continued)",

	unit: "Unit:", unitCode: "Unit code:", batch: "Batch:", kind: "Kind of batch:", broughtBy: "Brought by:",
	decision: "Decision:", decisionOf: "%s of %s", undecided: "none yet",
	kinds: [3]string{"cards of the unit", "supplementary", "new cards"},

	returnList: "RETURN LIST", draft: "DRAFT",
	seq: "No", card: "Card", name: "Name", box: "Box", reason: "Reason",
	cellUnknown: "Cell not known", oneCard: "1 card", cards: "%s cards",
	stamped: "Cards returned, stamped", returned: "Cards returned, not stamped",
	kept: "Kept to be exchanged, withdrawn", missing: "Cards missing",
	exchange: "to be exchanged, form 3", withdrawn: "withdrawn and sent up", family: "the family keeps it",
	found: "reported lost, has turned up", notBrought: "no card came", notSeen: "not at the desk yet",
	count: "COUNT", expected: "Cards expected", received: "Counted at receipt", nStamped: "Stamped",
	nReturned: "Not stamped, returned", nHeld: "In the held tray", nAstray: "Astray, kept here", nKept: "Withdrawn, sent up", nDamaged: "Damaged", nLost: "Lost (form 4)", nGone: "Now reported lost",
	nMissing: "Not collected, missing", nExtra: "Not expected", envelope: "Cards in the envelope:\u00a0%s",
	heldTray: "Cards in the held tray", astray: "Astray, kept here", newStamped: "New cards, stamped",
	handedOver: "Handed over:", returnedAt: "Returned:",
	giver: "HANDED OVER BY", receiver: "RECEIVED BY",

	tally: "TALLY SHEET", scope: "Scope:", wholeRound: "the whole round", shift: "Shift:", operator: "Operator:",
	members: "Members", official: "official", probationary: "probationary", withCard: "With a card", ofBatch: "Cards of the batch",
	withoutCard: "Without a card", handled: "Cards handled", proposed: "Proposed",
	tStamped: "Stamped", notStamped: "Not stamped", damaged: "damaged", lost: "lost", uncollected: "not collected",
	held: "kept aside", refused: "refused", remaining: "remaining",
	relaminated: "Re-laminated", late: "Stamped late", exchanged: "Exchanged", reissued: "Reissued", voided: "Entries voided",
	inBox: "Stamps in box %d", guests: "Temporary members", outside: "On no roster", heads: "Heads of the journal",
	compiler: "COMPILED BY", supervisor: "SUPERVISOR",
	overridden: "Allowed by the supervisor", newCards: "New cards (exchange, reissue)", remarks: "Use and care of cards",
	byUnit: "BY UNIT", byManyUnits: "BY UNIT: stamped + not stamped", byOperator: "BY OPERATOR", noUnit: "Temporary members, on no roster",

	shiftSheet: "END OF SHIFT", begun: "Begun:", ended: "Ended:", notEnded: "the shift is on", note: "Note:",
	tray: "CARDS IN THE HELD TRAY", trayBegun: "At the beginning, by the journal", countBegun: "At the beginning, counted",
	trayEnded: "At the end, by the journal", countEnded: "At the end, counted",
	uncounted: "not counted", matches: "correct", short: "%s too few", over: "%s too many",
	shiftGiver: "HANDED OVER BY", shiftTaker: "TAKEN OVER BY",

	chaseList: "CARDS NOT COLLECTED", allUnits: "all units", details: "Cell · reason · since, batch",
	since: "since %s", inBatch: "batch %s", total: "Total", page: "Page %d/%d",

	guestSlip: "CONFIRMATION", guestSlipOf: "of the technical inspection of the card of a member on temporary activity",
	to: "To:", host: "Temporary activity at:", boxes: "Stamped boxes:", stampedOn: "Stamped on:",
	entry: "Entry:", hash: "Check code:",
	guestAsk:  "The home board is asked to note that the card was inspected, and not to stamp it again.",
	confirmer: "CONFIRMED BY", noStamp: "The stamp was voided: this slip confirms nothing.", void: "NOT VALID",

	moreWords: englishMore,
}

package printer

var englishPaper = paperWords{
	party: "COMMUNIST PARTY OF VIETNAM", no: "No.", date: "%02d/%02d/%d",
	inspection: "Technical inspection of Party member cards,", round: "%s round",
	ordinals: []string{
		"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
	},
	reprint: "REPRINT", nth: "%d", afterFault: "after a fault",
	printed: "Print", desk: "desk", sign: "(signature, full name)", none: "none",

	unit: "Unit:", unitCode: "Unit code:", batch: "Batch:", kind: "Kind of batch:", broughtBy: "Brought by:",
	decision: "Decision:", decisionOf: "%s of %s", undecided: "none yet",
	kinds: [3]string{"cards of the unit", "supplementary", "new cards"},

	returnList: "RETURN LIST", draft: "DRAFT",
	seq: "No", card: "Card", name: "Name", box: "Box", reason: "Reason",
	cellUnknown: "Cell not known", oneCard: "1 card", cards: "%s cards",
	stamped: "Cards returned, stamped", returned: "Cards returned, not stamped",
	kept: "Cards kept here", missing: "Cards missing",
	exchange: "to be exchanged, form 3", withdrawn: "withdrawn and sent up", family: "the family keeps it",
	found: "reported lost, has turned up",
	count: "COUNT", expected: "Cards expected", received: "Counted at receipt", nStamped: "Stamped",
	nReturned: "Not stamped, returned", nKept: "Kept here", nDamaged: "Damaged", nLost: "Lost (form 4)",
	nMissing: "Not collected, missing", nExtra: "Not expected", envelope: "Cards in the\nenvelope: %s",
	giver: "HANDED OVER BY", receiver: "RECEIVED BY",

	tally: "TALLY SHEET", scope: "Scope:", wholeRound: "the whole round", shift: "Shift:", operator: "Operator:",
	members: "Members", official: "official", probationary: "probationary", withCard: "With a card", ofBatch: "Cards of the batch",
	withoutCard: "Without a card", handled: "Cards handled", proposed: "Proposed",
	tStamped: "Stamped", notStamped: "Not stamped", damaged: "damaged", lost: "lost", uncollected: "not collected",
	held: "kept aside", refused: "refused", remaining: "remaining",
	relaminated: "Re-laminated", late: "Stamped late", exchanged: "Exchanged", reissued: "Reissued", voided: "Entries voided",
	inBox: "Stamps in box %d", guests: "Temporary members", outside: "On no roster", heads: "Heads of the journal",
	compiler: "COMPILED BY", supervisor: "SUPERVISOR",
}

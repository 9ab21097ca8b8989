package printer

var englishMore = moreWords{
	receipt: "RECEIPT FOR CARDS", receivedAt: "Received at:", countedByHand: "Counted by hand:", notCounted: "not counted",
	lists: "Form", lines: "Lines", inForm6: "Form 6", form6: "DECLARED (FORM 6)", notThere: "none",
	forms:  [4]string{"2: to be stamped", "3: damaged", "4: lost", "5: no card"},
	photos: "Photographs 2×3", accounts: "Written accounts",
	agrees:  "Counted: %s, as forms 2 and 3 say.",
	differs: "Counted: %s; on forms 2 and 3: %s: %s.", differsShort: "%s too few", differsOver: "%s too many",
	listDiffers: "Form %d has %s lines, the unit declares %s.",
	keepReceipt: "Bring this for the cards.", bringer: "BROUGHT BY", taker: "RECEIVED BY",

	heldSlip: "HELD CARD", heldBy: "Kept by:", heldAt: "Kept at:", cell: "Cell:", unknownMember: "not on the roster",
	keptReason: "WHY IT IS KEPT", settledBy: "A supervisor settles it at the desk, with the own PIN:",
	permit: "let it be stamped", giveBack: "give it back to the unit, not stamped", exchangeIt: "damaged, to be exchanged (form 3)",
	release: "keep it no longer, judge it afresh", leftFromRound: "Left over from an earlier round: nothing is stamped in it any more.",
	decide: "Decision:", decidedOn: "Date:", notHeld: "This card is not in the held tray any more: the slip is void.",

	renewals: "CARDS TO BE EXCHANGED OR REISSUED", toExchange: "EXCHANGE OF DAMAGED CARDS", toReissue: "REISSUE OF LOST CARDS",
	state: "Reason · papers · new card", photosOf: "photos %d/%d", accountHere: "account here", accountMissing: "account missing",
	waits: "waits for the new card", ready: "papers complete", atHome: "the home board does it", boxUnknown: "boxes: the supervisor decides",
	newCard: "new card %s", newBoxes: "boxes %s", unstampedYet: "not stamped", stampedNow: "stamped",
	issued: "new card issued", waiting: "waiting", incomplete: "papers missing",

	intake: "INTAKE SHEET", intakeHow: "Take a card, compare number and name, and scan the code right below that name.",
	byRoster: "By the roster", commandSheet: "COMMANDS", commandsHow: "Scan a code in place of a key.",
	listNames: [3]string{"Form 2: to be stamped", "Form 3: damaged, not to be stamped", "Form 4: lost; keep it if it turns up"},
	groups:    [3]string{"AT THE DESK", "ANSWERS", "BATCH AND SHIFT"},
}

package tui

var englishRound = roundWords{
	MenuRound:      "The round, its units",
	RoundStarts:    "begins in {} days",
	RoundLeft:      "days left: {}",
	RoundOver:      "{} days over",
	RoundLastDay:   "ends today",
	RoundIsShut:    "the round is closed",
	PaceNeeded:     "{} cards a day are needed",
	PaceRemains:    "{} cards not seen yet",
	PaceNow:        "{} a day lately (working days: {})",
	PaceToday:      "Today {}",
	PaceNone:       "No card is stamped yet",
	PaceInTime:     "In time",
	PaceTooSlow:    "Too slow: {} a day short",
	PaceNothing:    "No card is left to wait for",
	PaceLate:       "Time is over, {} cards are left",
	PaceHeld:       "{} cards are kept aside",
	PaceChase:      "{} cards were not collected",
	NobodyBrought:  "No batch yet: Esc, then n",
	NoRosterHow:    "More (m), then 9: a supervisor imports it from a file.",
	ColLost:        "lost",
	ColSpoilt:      "dam.",
	ColChase:       "uncoll.",
	ColShare:       "stamped",
	RoundTally:     "Tally of the whole round",
	AskRoundPrint:  "Print what of the round?",
	AskUnitPrint:   "Print what of {}?",
	Brought:        "Batches",
	SeeAlso:        "Go on to",
	NotBrought:     "The unit has not brought any cards.",
	NoSuchUnit:     "There is no such unit on the roster.",
	UnitHeldN:      "Cards kept aside",
	UnitChaseN:     "Cards not collected",
	UnitReconcile:  "Reconcile the four sides",
	RemainN:        "{} left",
	StampedN:       "{} stamped",
	KeptN:          "{} kept",
	RefusedN:       "{} given back",
	DamagedN:       "{} damaged",
	LostN:          "{} lost",
	ChaseN:         "{} not collected",
	ChaseOfUnit:    "List of cards not collected",
	RenewalsOfUnit: "List of exchanges and reissues",
	IntakeOfUnit:   "Intake sheet: a barcode for each card",
	MembersOf:      "{} members",
	CardlessN:      "{} without a card",
	SeenOf:         "seen {}/{}",
	DeclaredN:      "declared {}",
	ListedN:        "list 2: {}",
	CountedN:       "counted {}",
	ExpectedN:      "expected {}",
	SeenN:          "seen {}",
	UnexpectedN:    "not expected {}",
	DifferenceN:    "difference {}",
	NoDifference:   "it adds up",
	NotHere:        "not seen yet",
	NoBatchOfIt:    "There is no such batch.",
	NothingHere:    "No card of the batch is like that.",
	NoCardSoFar:    "No card in the batch yet: x takes it in hand, then scan.",
	KeyUnit:        "unit",
	KeyShow:        "show only",

	HelpRound: `The units of the round; those that need a person first (!): cards
kept aside, no decision yet, all cards seen and to be closed; then
not returned, being stamped, not brought yet; done last.
Solid line: cards stamped on each day. Broken line: how many a day are
needed from now on. "Lately": the mean of the last five working days.
Enter         into the unit, the batch, the card
/             find a unit, without diacritics
p             papers of the round    m    more
Esc           the batches
Cards = stamped + kept + given back + damaged + lost + not collected
+ left.`,
	HelpUnit: `One unit: its figures, each time it brought cards, what still waits.
Enter         into the batch, or opens the chosen list
p             papers: not collected, exchange and reissue, intake
/             find                  Esc  back`,
	HelpBatch: `One batch: every card expected or seen, and what became of it.
Enter         opens the card
1–7           show only one kind (or the arrows left and right)
x             takes it in hand      q   the decision
a             appraisal             k   what the unit declares
t             hands it back         o   reopens a closed batch
p             papers of the batch   /   a number, a name, a cell
To close it: x takes it in hand, then c at the desk.`,

	CardFilters: [7]string{"All", "Not seen", "Stamped", "Kept", "Back", "Damaged", "Lost"},
	UnitStates:  [8]string{"{} kept", "reopen, {} left", "not decided yet", "seen, to close", "not returned", "being stamped", "not brought yet", "done"},
}

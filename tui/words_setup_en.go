package tui

var englishSetup = setupWords{
	FoundWelcome:  "There is no data here yet. The desk is set up now, and can be used at once.",
	FoundWhy:      "Whatever the desk records is in somebody's name. So first there is a supervisor: who approves what is out of the ordinary, sets the round and imports the roster.",
	FoundWhere:    "The data will be in:",
	FoundElse:     "Is the data elsewhere? ctrl+q, then open it with --data DIRECTORY.",
	FoundTitle:    "The first supervisor",
	FoundName:     "Full name",
	FoundPIN:      "PIN",
	FoundAgain:    "PIN again",
	FoundIDHow:    "To sign in with: 1 to 16 plain letters, digits, “-” or “_”. For example GS1.",
	FoundNameHow:  "The full name: it is printed on the papers of the desk.",
	FoundPINHow:   "At least 4 characters. Nobody can look it up: remember it well.",
	FoundAgainHow: "Type the PIN once more; Enter then makes the store.",
	FoundNoName:   "Give the supervisor's name.",
	FoundDiffer:   "The two PINs are not the same. Type both again.",
	Founding:      "Making the store…",
	KeyFound:      "make",
	HelpFound: `This screen comes once, while there is no data.
Whoever is named here is the first supervisor, in whose name the desk is set up,
with the round that comes with the program. After it comes a list of what is left to do:
the header of papers, the round, scanner, printer, roster.
Enter, Tab    next field           Esc, ↑  field before
F2            tiếng Việt           ctrl+q  leave; nothing is recorded yet`,

	MenuSetup:   "Set-up of the desk",
	SetupOpen:   "{} to do",
	SetupDone:   "Everything is set up. Esc: to the desk.",
	SetupResume: "{} steps of the set-up are left: press m, then choose the set-up.",
	SetupSteps: [setupSteps]string{
		"Supervisor", "Header of papers", "Round", "Scanner", "Printer", "Roster", "Operators", "First batch",
	},
	SetupWhy: [setupSteps]string{
		"A supervisor approves what is out of the ordinary; this desk was set up in the name of one.",
		"Lists and reports carry the name of your office. Needed: the upper body, the office, the place, the number symbol.",
		"The box to stamp, the deadlines and what is late follow from the round. Look at its dates; a committee may set others. Enter to change them, x to keep them.",
		"Scan a card or any barcode to see that it reads right. Without a scanner numbers are typed; everything else works.",
		"Print a test page: are all Vietnamese marks there, is the cut in the right place? Without a printer lists go into files.",
		"Without a roster every card is unknown. Needed: the committee's csv or Excel file with card number, name, birth date, unit.",
		"Everybody at the desk has an id and a PIN, so that the journal knows who stamped. Supervisors may stamp too.",
		"Take in the cards of the first unit: choose it, count the cards, say who brought them. With the decision entered (q) stamping begins.",
	},
	SaysPeople:   "{} in all",
	SaysNoHeader: "no place, no name of the office",
	SaysRound:    "{}, {}–{}",
	SaysRoundNew: "{}, to {}: not looked at",
	SaysUp:       "connected and ready",
	SaysNotUp:    "not connected",
	SaysNoRoster: "not imported",
	SaysRoster:   "{} members",
	SaysNobody:   "nobody yet",
	SaysPassed: [setupSteps]string{
		"–", "–", "–", "none: numbers are typed", "none: lists go into files", "–", "only supervisors work here", "–",
	},
	SaysNoBatch: "no batch yet",
	SaysBatches: "{} in all",
	PassTitle: [setupSteps]string{
		"–", "–", "Keep this round", "No scanner", "No printer", "–", "No operators", "–",
	},
	PassWhat: [setupSteps]string{
		"–", "–", "{}, box {}, {} to {}. The journal will say that a supervisor looked at it and kept it.",
		"Card numbers are typed. Once there is a scanner, plug it in and open this step again.",
		"Lists and reports go into files. Once there is a printer, open this step again.",
		"–", "Only supervisors work at the desk. Once there is somebody else, open this step again.", "–",
	},
	Passed:        "{}: recorded.",
	StepCommand:   "This is done by the command: {}",
	RosterFirst:   "Import the roster first (step 6); batches are taken in after it.",
	RoundIsOver:   "This round ended on {}; a card stamped now is recorded as late. If it is another round, set its dates.",
	RoundOverHold: "This round ended on {}; a card scanned now is kept aside for a supervisor. If it is another round, set its dates.",
	KeyKeepRound:  "keep",
	KeyRecordForm: "record",
	KeyPass:       "pass over",
	HelpSetup: `What makes the desk work, in order. The marks follow from what the store has.
Enter, digit  do this step
x             pass over: the round stays as it is, there is no scanner, no printer (supervisor)
Esc           leave it for later: m, then the set-up`,

	HeaderTitle: "Header of papers",
	HeaderHow:   "Printed on every list and form. Office and place are needed; empty lines are not printed.",
	HeaderParts: [8]string{
		"Upper body", "Office", "Place", "Number symbol", "Signed as", "Name of the signer", "Drawn up by", "Recipients",
	},
	HeaderHints: [8]string{
		"The first line, for example: TỈNH ỦY M or ĐẢNG BỘ TỈNH M", "For example: BAN TỔ CHỨC", "Stands before the date, for example: Hà Nội", "After the number of a paper, for example: -DS/BTC",
		"Lines with “ / ” between: T/M BAN THƯỜNG VỤ / TRƯỞNG BAN", "The name under the signature; empty: it is written by hand.",
		"Who drew the form up, signing at the left of forms 6 and 7. May be empty.", "Lines with “ / ” between: Như trên / Lưu Ban Tổ chức",
	},
	HeaderKept: "Header of papers: recorded.",
	NeedHeader: "Give the name of the office, and the place.",
	HelpHeader: `The header of every paper: upper body and office at the left, the place before the date,
the symbol after the number of a paper. A supervisor changes it, on record.
The four fields below stand at the end of forms and reports: as whom one signs, the name of
the signer, who drew the form up, the recipients. Lines have a / with a blank on either side between them.
Enter, Tab    next field; Enter in the last one: record; End: to the last one
Esc           back; what was typed is kept`,

	RoundTitle: "Round",
	RoundParts: [roundParts]string{
		"Round number", "Box to stamp", "Boxes on the card", "First day", "Last day", "Date of the lists", "Date of the statistics", "Cards lapse on", "Units hand in before", "Report is due before",
	},
	RoundHints: [roundParts]string{
		"Which round it is; fixed once there is a batch.", "The box that is stamped in this round.", "How many boxes the card design has.",
		"The first day of the round.", "The last day; a stamp after it is recorded as late.", "The date on the cells' lists; committees differ. May be empty.",
		"The day the statistics are of. May be empty.", "An unstamped card is not valid from this day on. May be empty.",
		"The day by which all units have handed in. May be empty.", "The day the report is due. May be empty.",
	},
	RoundWhat:     "{}, box {}, {} to {}",
	RoundKept:     "Round: recorded.",
	WantRoundNo:   "Give a number: a round from 1 on, a box of the card (at most {}).",
	WantWholeDate: "Give the date as 15/04/2021.",
	WantWindow:    "The round needs a first and a last day, in that order.",
	OrdinalFixed:  "The round has begun. A new one: close it, then stampdesk round open.",
	WantLapse:     "Cards lapse on: it must come after the last day of the round.",
	WantListed:    "{}: not after the last day, not over a year before the first.",
	WantDue:       "{}: it must not come before the first day of the round.",
	RoundDays:     [5]string{"lists of {}", "statistics of {}", "cards lapse on {}", "units hand in before {}", "report before {}"},
	HelpRoundForm: `The round in force. Its calendar reminds and marks what is late; it never locks the desk.
Dates are dd/mm/yyyy. A supervisor changes the round, on record.
Enter, Tab    next field; Enter in the last one: record        End  the last field
Esc           back; what was typed is kept`,

	NoRosterYet:    "There is no roster yet, so no batch can be taken in.",
	NoRosterAtAll:  "There is no roster yet.",
	NoRosterFile:   "Needed: the committee's csv or Excel file: number, name, birth date, unit.",
	NoPrinterDo:    "The desk has no printer. Choose one at More (m), Set-up of the desk.",
	NoHistoryHand:  "Tab takes this number to the desk. A card in the hand is scanned there.",
	NoHistoryBatch: "To have it judged: open or choose a batch, then scan the card there.",
	NoRosterDo:     "What to do to begin, in order: More (m), Set-up of the desk.",
}

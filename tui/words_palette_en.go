package tui

var englishPalette = paletteWords{
	MenuJournal:  "Journal",
	MenuPeople:   "People at the desk",
	MenuDesk:     "Back to the desk",
	MenuBatches:  "Batches",
	MenuNewBatch: "New batch",
	MenuShift:    "Shift",
	MenuHandDesk: "Hand the desk over",
	MenuLock:     "Lock the screen",
	MenuLanguage: "Tiếng Việt",
	MenuHelp:     "Help",
	MenuSignOut:  "Sign out",
	MenuQuit:     "Quit",

	Palette:      "Commands",
	PaletteField: "Do what?",
	ThisScreen:   "this screen",
	WaitingN:     "{} waiting",
	CardIs:       "Card {}",
	SearchFor:    "Find “{}”",
	AnswerDialog: "Answer what is asked first, or leave it with Esc.",
	KeyGo:        "do it",
	KeyPalette:   "commands",
	HelpPalette: `Type a few letters of what you want to do; arrows choose, Enter does it.
A card number or a name: the card, the search. The number or the unit of a batch: take it.
Esc           back to where you were`,
	HelpBoxes: "A new card whose record lacks a date: the supervisor chooses the boxes, 1-4; again drops one.\nEnter: on to the supervisor's word. Esc: back, and nothing is recorded.",

	NoPeople:        "Nobody is named yet.",
	NoPeopleHow:     "A supervisor presses n to add somebody.",
	ColRole:         "Role",
	ColPerson:       "Id",
	ColSeen:         "Last sign-in",
	IsActive:        "works here",
	IsDisabled:      "may not sign in",
	IsLocked:        "locked, {}",
	SignedInHere:    "sits at this desk",
	PeopleNeed:      "A supervisor must be signed in: F4 hands the desk over to one.",
	NewPIN:          "Set a new PIN",
	Disable:         "May not sign in any more",
	Enable:          "May sign in again",
	AskDisable:      "Let {} not sign in any more? What this person recorded stays in the journal.",
	AskEnable:       "Let {} sign in again?",
	NewPerson:       "A new person",
	PINNew:          "New PIN",
	PINAgain:        "The PIN again",
	PINsDiffer:      "The two PINs differ. Type them again.",
	WantPersonID:    "The id: 1 to 16 plain letters, digits, - or _.",
	PINChanged:      "The PIN of {} was changed.",
	PersonAdded:     "{} was added and can sign in now.",
	KeyNewPerson:    "add",
	KeyChangePerson: "change",
	HelpPeople: `Who works at the desks, in which role, and who may sign in.
x or Enter    a new PIN; not to sign in any more, or again (supervisor)
n             a new person (supervisor)  /   find
Everybody may change their own PIN. Nobody is deleted: entries keep who made them.
The last sign-in: within the latest 20,000 entries.`,
	HelpPersonForm: "The id is for signing in and stands in the journal; it never changes. A PIN has at least 4 characters.\nRole: the space bar, or 1, 2. A supervisor settles kept cards, allows stamps and names people.\nEsc keeps what was typed, but no PIN.",

	EntriesN:       "{} entries",
	FitN:           "{} fit",
	FitSoFar:       "{} fit",
	LookedAt:       "{}/{} read",
	OnlySuch:       "Only:",
	JournalBy:      [6]string{"act", "person", "batch", "day", "shift", "desk"},
	AllAgain:       "all",
	NoEntries:      "There is no entry yet.",
	NoEntriesHow:   "Whatever is done at a desk becomes an entry with who, when and a number.",
	NoEntryFits:    "No entry fits.",
	NoEntryFitsHow: "Esc drops what was typed, then what is filtered.",
	NoCardOfEntry:  "This entry is about no card.",
	ColEntryNo:     "Entry",
	ColWhere:       "Where",
	EntryOf:        "Entry {}",
	EntryCard:      "Card",
	EntryBoxes:     "Boxes",
	EntryNote:      "Note",
	EntryFlags:     "Marks",
	EntryApprover:  "Approved by",
	EntryWho:       "Who",
	EntryShift:     "Shift no.",
	EntryLines:     "Lines kept with it",
	EntryAnswers:   "Answers or voids",
	EntryAnswered:  "Answered by",
	EntryBefore:    "Before it, the card",
	EntryRules:     "Version of rules",
	EntryPaper:     "Hash of its lines",
	EntryChain:     "Hash of the chain",
	KeyOnly:        "only such",
	HelpJournal: `All entries of all desks, the newest first. No member's name is in the journal.
/             find: card number, person, batch, unit, act, reason, note, B1/12, 20/04
1-6           only entries like the chosen one: the same act, person, batch, day, shift, desk
0             all of them
Enter         all about the entry     i   the card
Esc           drops what was typed, then the filter, then goes back; / again: the text is still there`,
	HelpEntry: `Everything that the journal keeps of one entry, what it voids or answers, and what voids it.
The name is from the roster in force; it is not in the journal.
Enter         the card`,
}

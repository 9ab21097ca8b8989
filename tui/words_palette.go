package tui

// paletteWords are the words of the palette and of what the menu and the palette
// lead to: the journal, the people, the desk. Each fits into the cells that its
// tag gives.
type paletteWords struct {
	// Menu and palette.
	MenuJournal  string `cells:"26"`
	MenuPeople   string `cells:"26"`
	MenuDesk     string `cells:"26"`
	MenuBatches  string `cells:"26"`
	MenuNewBatch string `cells:"26"`
	MenuShift    string `cells:"26"`
	MenuHandDesk string `cells:"26"`
	MenuLock     string `cells:"26"`
	MenuLanguage string `cells:"26"`
	MenuHelp     string `cells:"26"`
	MenuSignOut  string `cells:"26"`
	MenuQuit     string `cells:"26"`

	Palette      string `cells:"20"`
	PaletteField string `cells:"10"`
	ThisScreen   string `cells:"20"`
	WaitingN     string `cells:"12"`
	CardIs       string `cells:"20"`
	SearchFor    string `cells:"10"`
	AnswerDialog string `cells:"76"`
	KeyGo        string `cells:"10"`
	KeyPalette   string `cells:"10"`
	HelpPalette  string `cells:"120"`
	HelpBoxes    string `cells:"120"`
	PrintPaper   string `cells:"50"`
	MenuDecision string `cells:"40"`

	// What destinations are found by beside their names, with commas between.
	AlsoHeld     string `cells:"120"`
	AlsoPrints   string `cells:"120"`
	AlsoPeople   string `cells:"120"`
	AlsoSetup    string `cells:"120"`
	AlsoSettings string `cells:"120"`
	AlsoScanner  string `cells:"120"`
	AlsoPrinter  string `cells:"120"`
	AlsoBatches  string `cells:"120"`
	AlsoNewBatch string `cells:"120"`
	AlsoShift    string `cells:"120"`
	AlsoHandDesk string `cells:"120"`
	AlsoLock     string `cells:"120"`
	AlsoSignOut  string `cells:"120"`
	AlsoQuit     string `cells:"120"`

	// People.
	NoPeople        string `cells:"60"`
	NoPeopleHow     string `cells:"76"`
	ColRole         string `cells:"14"`
	ColPerson       string `cells:"10"`
	ColSeen         string `cells:"16"`
	IsActive        string `cells:"20"`
	IsDisabled      string `cells:"20"`
	IsLocked        string `cells:"20"`
	SignedInHere    string `cells:"30"`
	PeopleNeed      string `cells:"76"`
	NewPIN          string `cells:"30"`
	Disable         string `cells:"40"`
	Enable          string `cells:"40"`
	AskDisable      string `cells:"90"`
	AskEnable       string `cells:"90"`
	NewPerson       string `cells:"30"`
	PINNew          string `cells:"25"`
	PINAgain        string `cells:"25"`
	PINsDiffer      string `cells:"60"`
	WantPersonID    string `cells:"70"`
	PINChanged      string `cells:"40"`
	PersonAdded     string `cells:"60"`
	KeyNewPerson    string `cells:"10"`
	KeyChangePerson string `cells:"10"`
	HelpPeople      string `cells:"120"`
	HelpPersonForm  string `cells:"120"`

	// Journal.
	EntriesN       string    `cells:"16"`
	FitN           string    `cells:"16"`
	FitSoFar       string    `cells:"16"`
	LookedAt       string    `cells:"20"`
	OnlySuch       string    `cells:"10"`
	JournalBy      [6]string `cells:"7"`
	AllAgain       string    `cells:"10"`
	NoEntries      string    `cells:"60"`
	NoEntriesHow   string    `cells:"76"`
	NoEntryFits    string    `cells:"60"`
	NoEntryFitsHow string    `cells:"76"`
	NoCardOfEntry  string    `cells:"60"`
	ColEntryNo     string    `cells:"10"`
	ColWhere       string    `cells:"11"`
	EntryOf        string    `cells:"16"`
	EntryCard      string    `cells:"19"`
	EntryBoxes     string    `cells:"19"`
	EntryNote      string    `cells:"19"`
	EntryFlags     string    `cells:"19"`
	EntryApprover  string    `cells:"19"`
	EntryWho       string    `cells:"9"`
	EntryShift     string    `cells:"19"`
	EntryLines     string    `cells:"19"`
	EntryAnswers   string    `cells:"19"`
	EntryAnswered  string    `cells:"19"`
	EntryBefore    string    `cells:"19"`
	EntryRules     string    `cells:"19"`
	EntryPaper     string    `cells:"19"`
	EntryChain     string    `cells:"19"`
	KeyOnly        string    `cells:"10"`
	HelpJournal    string    `cells:"120"`
	HelpEntry      string    `cells:"120"`
}

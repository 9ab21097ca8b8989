package tui

// importWords are the words of what is about whole rosters and lists: to
// import them, to reconcile them, to look at their quality. Each fits into the
// cells that its tag gives.
type importWords struct {

	// Menu.
	MenuReconcile string `cells:"40"`
	MenuQuality   string `cells:"40"`
	MenuLists     string `cells:"44"`
	ImportRoster  string `cells:"40"`
	ImportLists   string `cells:"40"`
	ImportList    string `cells:"40"`
	ListsNoBatch  string `cells:"50"`
	RestoreRoster string `cells:"50"`
	RestoreWhat   string `cells:"140"`
	Restored      string `cells:"60"`
	InForce       string `cells:"20"`
	BeforeIt      string `cells:"20"`
	RosterOf      string `cells:"50"`
	RosterUnits   string `cells:"30"`

	// Choosing a file.
	InFolder      string `cells:"8"`
	ReadingFolder string `cells:"40"`
	NotBrowsed    string `cells:"60"`
	NoSuchFile    string `cells:"60"`
	NoFiles       string `cells:"70"`
	NoFilesHow    string `cells:"76"`
	WantUnit      string `cells:"76"`
	FoundOut      string `cells:"22"`
	WholeRoster   string `cells:"22"`

	// Reading.
	JustBegun string `cells:"30"`
	Sifting   string `cells:"14"`
	RowsN     string `cells:"12"`
	RowsOf    string `cells:"12"`
	RowsRate  string `cells:"14"`
	TimeLeft  string `cells:"12"`
	SecondsN  string `cells:"10"`
	MinutesN  string `cells:"10"`
	EscStops  string `cells:"76"`
	Stopped   string `cells:"76"`
	NotYetRead,
	NotImported,
	NotImportedHow string `cells:"76"`

	// What was read.
	SheetIs       string `cells:"24"`
	ProfileIs     string `cells:"24"`
	OnlyUnit      string `cells:"16"`
	SampleIs      string `cells:"30"`
	RosterReady   string `cells:"70"`
	SavedReady    string `cells:"70"`
	ListReady     string `cells:"70"`
	RosterApplied string `cells:"60"`
	ListApplied   string `cells:"76"`
	AppliedAlready,
	Outdated string `cells:"110"`
	ProblemsN string `cells:"110"`
	NoRowRead string `cells:"130"`
	NewN      string `cells:"12"`
	EditsN    string `cells:"12"`
	GoneN     string `cells:"12"`
	UnitsN    string `cells:"14"`
	TouchedN  string `cells:"40"`
	ReplacesN string `cells:"60"`
	DifferN   string `cells:"40"`
	GoneNow   string `cells:"30"`
	ChangesOf string `cells:"20"`
	NotUsed   string `cells:"20"`
	ColHeading,
	ColReadAs string `cells:"24"`
	ColChanges string `cells:"30"`
	ColCode    string `cells:"10"`
	KindHead   string `cells:"12"`
	ColNewSays string `cells:"16"`

	// Errors, columns.
	HasProblems   string `cells:"140"`
	NoProblems    string `cells:"76"`
	ErrorsWritten string `cells:"130"`
	WhichField    string `cells:"40"`
	ProfileTitle  string `cells:"40"`
	ProfileName   string `cells:"24"`
	ProfileHow    string `cells:"120"`
	ProfileKept   string `cells:"120"`

	// Applying.
	AskRoster string `cells:"50"`
	AskList   string `cells:"50"`
	YesApply  string `cells:"30"`
	ShrinksN  string `cells:"150"`
	BackN     string `cells:"150"`
	TypeGone  string `cells:"50"`
	WrongGone string `cells:"76"`
	ApplyTitle,
	ApplyWhat string `cells:"60"`
	HowBack string `cells:"150"`

	// Reconciling.
	Hands                [4]string `cells:"10"`
	WholeRound           string    `cells:"20"`
	CardsBy              string    `cells:"78"`
	FiguresBy            string    `cells:"26"`
	UnitsDiffer          string    `cells:"36"`
	DifferShort          string    `cells:"8"`
	AgreeShort           string    `cells:"10"`
	HostedN              string    `cells:"60"`
	AwayN                string    `cells:"60"`
	GuestsN              string    `cells:"60"`
	NewCardsN            string    `cells:"60"`
	BothWays             string    `cells:"120"`
	ByCommand            string    `cells:"40"`
	FileName             string    `cells:"16"`
	SideDesk             string    `cells:"20"`
	CountDeskOne         string    `cells:"76"`
	CardlessNotListedOne string    `cells:"76"`
	CardlessUnknownOne   string    `cells:"76"`
	ListedByTwoOne       string    `cells:"76"`
	ListedOtherwiseOne   string    `cells:"76"`
	UnlistedOne          string    `cells:"76"`
	CoincidenceOne       string    `cells:"90"`

	// Quality.
	NoFlaws     string `cells:"70"`
	NoFlawsHow  string `cells:"76"`
	NobodyLeft  string `cells:"60"`
	CoverageAll string `cells:"40"`
	FlawsAll    string `cells:"40"`
	HeadcountIs string `cells:"76"`
	MembersN    string `cells:"20"`
	SameAs      string `cells:"30"`
	OldNumberOf string `cells:"30"`
	DateIs      string `cells:"30"`
	DateAgainst string `cells:"30"`
	ColFlaw     string `cells:"20"`

	// Keys.
	KeyFile    string `cells:"10"`
	KeyChange  string `cells:"10"`
	KeyToFiles string `cells:"12"`
	KeyHow     string `cells:"12"`
	KeyStop    string `cells:"8"`
	KeyApply   string `cells:"10"`
	KeyErrors  string `cells:"14"`
	KeyAssign  string `cells:"10"`
	KeySave    string `cells:"10"`
	KeyTabs    string `cells:"8"`

	// Help.
	HelpRosters string `cells:"120"`
	HelpFiles   string `cells:"120"`
	HelpImport  string `cells:"120"`
	HelpApply   string `cells:"120"`
	HelpColumns string `cells:"120"`

	HelpReconcile      string `cells:"120"`
	HelpReconciledUnit string `cells:"120"`
	HelpQuality        string `cells:"120"`

	Stages       [5]string           `cells:"50"` // of an import, and of forms
	Options      [optionKinds]string `cells:"13"`
	Forms        [4]string           `cells:"22"` // lists 2 to 5
	Encodings    [6]string           `cells:"16"`
	LostZero     [2]string           `cells:"22"`
	Tabs         [tabKinds]string    `cells:"18"`
	TabEmpty     [tabKinds]string    `cells:"76"`
	BesideFields [3]string           `cells:"20"`
}

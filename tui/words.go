package tui

import "stampdesk"

// words are the words of the screens in one language. The words of verdicts,
// reasons, acts and refusals are the domain's. Each fits into the cells that
// its tag gives, where {} stands for a value.
type words struct {
	// Everywhere.
	Title       string `cells:"70"`
	TooSmall    string `cells:"60"`
	Desk        string `cells:"8"`
	Box         string `cells:"10"`
	Batch       string `cells:"12"`
	NobodyIn    string `cells:"20"`
	NoBatch     string `cells:"60"`
	Scanner     string `cells:"10"`
	Printer     string `cells:"10"`
	Journal     string `cells:"10"`
	JournalLost string `cells:"60"`
	OrdinalN    string `cells:"14"`
	DoneBy      string `cells:"40"`
	TurnOffIME  string `cells:"78"`
	NotRead     string `cells:"76"`
	Kept        string `cells:"78"`
	KeptBatch   string `cells:"78"`
	KeptSignIn  string `cells:"78"`
	KeptLocked  string `cells:"78"`
	WaitingFor  string `cells:"40"`

	// Signing in.
	SignIn        string `cells:"30"`
	PersonID      string `cells:"13"`
	PIN           string `cells:"13"`
	SignInHow     string `cells:"50"`
	Checking      string `cells:"50"`
	Locked        string `cells:"30"`
	LockedHow     string `cells:"100"`
	HandDesk      string `cells:"30"`
	HandDeskHow   string `cells:"100"`
	OffDuty       string `cells:"76"`
	NoShiftYet    string `cells:"40"`
	BeginShift    string `cells:"30"`
	EndShift      string `cells:"20"`
	ShiftName     string `cells:"32"`
	TrayCount     string `cells:"32"`
	TrayJournal   string `cells:"32"`
	TrayDiffers   string `cells:"60"`
	TrayCards     string `cells:"30"`
	ShiftNote     string `cells:"32"`
	ShiftBegun    string `cells:"60"`
	ShiftEnded    string `cells:"40"`
	AskShiftSheet string `cells:"60"`
	UnitsBy       string `cells:"24"`
	ReportBy      string `cells:"24"`
	RoundEnds     string `cells:"24"`
	CardsLapse    string `cells:"26"`
	DaysLeft      string `cells:"24"`
	DayToday      string `cells:"24"`
	DayPast       string `cells:"24"`

	// The card in hand.
	ScanCard         string `cells:"30"`
	ScanCardBig      string `cells:"24"`
	TypeNumber       string `cells:"76"`
	Relaminate       string `cells:"14"`
	RelaminatedShort string `cells:"10"`
	LateShort        string `cells:"8"`
	UndoneShort      string `cells:"10"`
	Late             string `cells:"50"`
	Recorded         string `cells:"14"`
	RecordNo         string `cells:"20"`
	Voided           string `cells:"14"`
	DoVoided         string `cells:"76"`
	DoStamp          string `cells:"76"`
	DoStampNext      string `cells:"76"`
	DoStampRecorded  string `cells:"76"`
	DoRelaminate     string `cells:"76"`
	EnterRecords     string `cells:"76"`
	Resumed          string `cells:"76"`
	ResumedBig       string `cells:"20"`
	DoRepeat         string `cells:"76"`
	DoUnreadable     string `cells:"76"`
	StampedAt        string `cells:"30"`
	WasRead          string `cells:"44"`
	NoteIs           string `cells:"44"`
	Born             string `cells:"20"`
	Official         string `cells:"26"`
	ThisBox          string `cells:"20"`
	ThisBoxAsk       string `cells:"20"`
	TheseBoxes       string `cells:"20"`
	NewCard          string `cells:"12"`
	DoStampNew       string `cells:"76"`
	EarlierBoxes     string `cells:"60"`
	Reissued         string `cells:"48"`
	Final            string `cells:"48"`
	GuestSlipDo      string `cells:"48"`
	Allowed          string `cells:"24"`
	DoAllowed        string `cells:"76"`
	NothingToAllow   string `cells:"70"`
	AllowTitle       string `cells:"40"`
	OtherBoxesTitle  string `cells:"40"`
	OtherBoxesWhat   string `cells:"40"`
	WhichBoxes       string `cells:"70"`
	NearAsk          string `cells:"60"`
	NearRead         string `cells:"30"`
	NearNone         string `cells:"50"`
	NearChoose       string `cells:"60"`
	NearTitle        string `cells:"40"`
	NearWhat         string `cells:"110"`
	Reread           string `cells:"40"`
	NoDecision       string `cells:"50"`
	SimHint          string `cells:"50"`
	SimName          string `cells:"16"`
	NoBox            string `cells:"70"`
	OtherBoxes       string `cells:"66"`
	OtherBoxesNext   string `cells:"66"`
	OtherBoxesLam    string `cells:"66"`
	OtherBoxesAsk    string `cells:"66"`
	ResumedKeys      string `cells:"76"`
	EnterNext        string `cells:"30"`
	UnstampedBig     string `cells:"16"`
	Unstamped        string `cells:"44"`
	NotACard         string `cells:"60"`
	NoCard           string `cells:"70"`
	AnswerFirst      string `cells:"76"`
	AnswerScreen     string `cells:"76"`
	NothingAsked     string `cells:"76"`
	NumberIs         string `cells:"14"`
	NumberKeys       string `cells:"30"`

	// When nothing may be stamped.
	NotRecorded    string `cells:"30"`
	NotRecordedBig string `cells:"30"`
	NotRecordedDo  string `cells:"140"`
	TryAgain       string `cells:"76"`
	ScanAgain      string `cells:"76"`
	Cause          string `cells:"200"`
	ScannerLostBig string `cells:"20"`
	ScannerLostDo  string `cells:"50"`

	// Counters.
	ThisBatch string `cells:"7"`
	ThisDesk  string `cells:"7"`
	Stamped   string `cells:"9"`
	Held      string `cells:"8"`
	Refused   string `cells:"9"`
	Damaged   string `cells:"8"`
	Lost      string `cells:"20"`
	Left      string `cells:"20"`
	Rate      string `cells:"18"`
	Minutes   string `cells:"10"`

	// Batches.
	Batches         string `cells:"20"`
	Find            string `cells:"10"`
	NothingFound    string `cells:"60"`
	NoBatches       string `cells:"70"`
	NoBatchesDo     string `cells:"76"`
	BatchHead       string `cells:"8"`
	UnitHead        string `cells:"20"`
	StateHead       string `cells:"18"`
	HeldN           string `cells:"19"`
	ColCards        string `cells:"6"`
	ColStamped      string `cells:"6"`
	ColHeld         string `cells:"6"`
	ColDamaged      string `cells:"6"`
	Undecided       string `cells:"18"`
	CloseNowShort   string `cells:"19"`
	CloseNow        string `cells:"76"`
	NCards          string `cells:"13"`
	NewBatch        string `cells:"40"`
	WhichUnit       string `cells:"25"`
	HandCount       string `cells:"25"`
	BroughtBy       string `cells:"25"`
	WantCount       string `cells:"60"`
	NoUnits         string `cells:"70"`
	DecisionTitle   string `cells:"40"`
	DecisionNo      string `cells:"25"`
	DecisionDate    string `cells:"25"`
	DecisionSigner  string `cells:"25"`
	WantDate        string `cells:"60"`
	Decided         string `cells:"50"`
	DecidedHeld     string `cells:"66"`
	ReopenTitle     string `cells:"40"`
	Reopened        string `cells:"60"`
	NotClosed       string `cells:"50"`
	ReturnedAlready string `cells:"50"`
	ReturnTitle     string `cells:"40"`
	HandsOver       string `cells:"25"`
	Receives        string `cells:"25"`
	WantNames       string `cells:"50"`
	HandedOver      string `cells:"60"`
	DeclareTitle    string `cells:"40"`
	Declared        string `cells:"60"`
	DeclareClosed   string `cells:"50"`
	KindIs          string `cells:"25"`

	// Closing.
	Counted     string `cells:"26"`
	Expected    string `cells:"26"`
	Seen        string `cells:"26"`
	Missing     string `cells:"26"`
	Extra       string `cells:"26"`
	NoneMissing string `cells:"36"`
	MissingN    string `cells:"36"`
	LacksN      string `cells:"20"`
	ExtraN      string `cells:"20"`
	CountOffN   string `cells:"20"`
	Matches     string `cells:"60"`
	EnterReason string `cells:"76"`
	EnterCloses string `cells:"76"`
	CloseTitle  string `cells:"40"`
	Closed      string `cells:"20"`
	Envelope    string `cells:"60"`
	EnvelopeOf  string `cells:"60"`
	HeldStay    string `cells:"60"`
	DamagedStay string `cells:"60"`
	OthersStay  string `cells:"60"`
	MissingStay string `cells:"60"`
	EnterOn     string `cells:"60"`

	// Paper.
	PrintTitle    string `cells:"30"`
	OfBatch       string `cells:"12"`
	ReturnListNow string `cells:"50"`
	TallyNow      string `cells:"50"`
	GuestSlipNow  string `cells:"50"`
	AskPrint      string `cells:"40"`
	Printed       string `cells:"72"`
	PrintWaits    string `cells:"72"`
	ThePrinter    string `cells:"16"`
	Ordering      string `cells:"60"`
	NoPrinter     string `cells:"76"`
	NoPrinterList string `cells:"76"`
	AskJob        string `cells:"70"`
	LookAtPaper   string `cells:"70"`
	JobAgain      string `cells:"50"`
	JobLeave      string `cells:"50"`

	// Asking.
	Sure         string `cells:"20"`
	NoBack       string `cells:"30"`
	AskWithdraw  string `cells:"70"`
	YesWithdraw  string `cells:"30"`
	AskDamaged   string `cells:"78"`
	YesRecord    string `cells:"20"`
	AskQuit      string `cells:"60"`
	QuitKeeps    string `cells:"140"`
	QuitPrints   string `cells:"80"`
	QuitWaits    string `cells:"60"`
	YesQuit      string `cells:"20"`
	Undo         string `cells:"30"`
	AskUndo      string `cells:"120"`
	AskInk       string `cells:"70"`
	InkNo        string `cells:"60"`
	InkYes       string `cells:"60"`
	InkedShort   string `cells:"30"`
	YesUndo      string `cells:"40"`
	WhyHold      string `cells:"40"`
	WhyGiveBack  string `cells:"40"`
	TypeReason   string `cells:"30"`
	ChooseReason string `cells:"60"`

	// Approvals.
	Reason        string `cells:"25"`
	SupervisorID  string `cells:"25"`
	SupervisorPIN string `cells:"25"`
	OwnWordsRow   string `cells:"40"`
	OwnWords      string `cells:"70"`
	EnterApproves string `cells:"70"`
	ClosedReopen  string `cells:"62"`
	LockedUntil   string `cells:"66"`

	// Keys.
	KeyRecord     string `cells:"10"`
	KeyBoxes      string `cells:"8"`
	KeyRelaminate string `cells:"12"`
	KeyDamaged    string `cells:"10"`
	KeyHold       string `cells:"10"`
	KeyGiveBack   string `cells:"10"`
	KeyAllow      string `cells:"10"`
	KeyNone       string `cells:"12"`
	KeyPutBack    string `cells:"14"`
	KeyWasStamped string `cells:"16"`
	KeyNotStamped string `cells:"16"`
	KeyNumber     string `cells:"12"`
	KeyUndo       string `cells:"10"`
	KeyBatches    string `cells:"10"`
	KeyClose      string `cells:"10"`
	KeyPrint      string `cells:"8"`
	KeyHelp       string `cells:"10"`
	KeyQuit       string `cells:"8"`
	KeySpace      string `cells:"12"`
	KeyJudge      string `cells:"12"`
	KeyCancel     string `cells:"10"`
	KeyNextCard   string `cells:"12"`
	KeyAgain      string `cells:"10"`
	KeyBack       string `cells:"12"`
	KeyNext       string `cells:"10"`
	KeyField      string `cells:"10"`
	KeyLanguage   string `cells:"12"`
	KeyTake       string `cells:"8"`
	KeyChoose     string `cells:"10"`
	KeyTakeBatch  string `cells:"10"`
	KeyNew        string `cells:"10"`
	KeyDecide     string `cells:"12"`
	KeyReturn     string `cells:"10"`
	KeyReopen     string `cells:"10"`
	KeyDeclare    string `cells:"10"`
	KeyShift      string `cells:"10"`
	KeyFind       string `cells:"8"`
	KeyScroll     string `cells:"10"`
	KeyApprove    string `cells:"10"`

	// Help.
	Help         string `cells:"20"`
	HelpAll      string `cells:"120"`
	HelpSignIn   string `cells:"120"`
	HelpBatches  string `cells:"120"`
	HelpDesk     string `cells:"120"`
	HelpQuestion string `cells:"120"`
	HelpUndo     string `cells:"120"`
	HelpPicker   string `cells:"120"`
	HelpNear     string `cells:"120"`
	HelpOpening  string `cells:"120"`
	HelpDecision string `cells:"120"`
	HelpShift    string `cells:"120"`
	HelpHandOver string `cells:"120"`
	HelpDeclare  string `cells:"120"`
	HelpClosing  string `cells:"120"`
	HelpJob      string `cells:"120"`
	HelpApproval string `cells:"120"`

	Shifts   [3]string  `cells:"12"` // the usual ones
	Kinds    [3]string  `cells:"14"` // of batches
	Figures  [6]string  `cells:"34"` // that a unit declares
	Ordinals [10]string `cells:"14"` // the first rounds, in words

	listWords    // of the pages beside the desk
	paperWords   // of printing
	importWords  // of what is about whole rosters and lists
	deskWords    // of the desk, beside the card
	setupWords   // of the first run
	roundWords   // of the round, its units and its batches
	paletteWords // of the palette, the journal and the people
	settingWords // of settings and of trying devices
	lineWords    // of the desk in plain lines
	formWords    // of the official forms and the reports
}

func wordsIn(l stampdesk.Lang) *words {
	if l == stampdesk.English {
		return &englishWords
	}
	return &vietnameseWords
}

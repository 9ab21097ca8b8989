package tui

// setupWords are the words of the first run: founding, the set-up, and the
// forms for the header and the round.
type setupWords struct {

	// Founding.
	FoundWelcome  string `cells:"400"`
	FoundWhy      string `cells:"400"`
	FoundWhere    string `cells:"40"`
	FoundElse     string `cells:"76"`
	FoundTitle    string `cells:"40"`
	FoundName     string `cells:"20"`
	FoundPIN      string `cells:"20"`
	FoundAgain    string `cells:"20"`
	FoundIDHow    string `cells:"76"`
	FoundNameHow  string `cells:"76"`
	FoundPINHow   string `cells:"76"`
	FoundAgainHow string `cells:"76"`
	FoundNoName   string `cells:"76"`
	FoundDiffer   string `cells:"76"`
	Founding      string `cells:"40"`
	KeyFound      string `cells:"12"`
	HelpFound     string `cells:"120"`

	// The set-up.
	MenuSetup     string             `cells:"40"`
	SetupOpen     string             `cells:"40"`
	SetupDone     string             `cells:"60"`
	SetupResume   string             `cells:"76"`
	SetupSteps    [setupSteps]string `cells:"21"`
	SetupWhy      [setupSteps]string `cells:"240"`
	SaysPeople    string             `cells:"40"`
	SaysNoHeader  string             `cells:"40"`
	SaysRound     string             `cells:"40"`
	SaysRoundNew  string             `cells:"40"`
	SaysUp        string             `cells:"40"`
	SaysNotUp     string             `cells:"40"`
	SaysNoRoster  string             `cells:"40"`
	SaysRoster    string             `cells:"40"`
	SaysNobody    string             `cells:"40"`
	SaysPassed    [setupSteps]string `cells:"44"`
	SaysNoBatch   string             `cells:"40"`
	SaysBatches   string             `cells:"40"`
	PassTitle     [setupSteps]string `cells:"60"`
	PassWhat      [setupSteps]string `cells:"200"`
	Passed        string             `cells:"60"`
	StepCommand   string             `cells:"50"`
	RosterFirst   string             `cells:"76"`
	RoundIsOver   string             `cells:"160"`
	RoundOverHold string             `cells:"160"`
	KeyKeepRound  string             `cells:"10"`
	KeyRecordForm string             `cells:"10"`
	KeyPass       string             `cells:"10"`
	HelpSetup     string             `cells:"120"`

	// The header of papers.
	HeaderTitle string    `cells:"40"`
	HeaderHow   string    `cells:"100"`
	HeaderParts [8]string `cells:"24"`
	HeaderHints [8]string `cells:"74"`
	HeaderKept  string    `cells:"70"`
	NeedHeader  string    `cells:"70"`
	HelpHeader  string    `cells:"120"`

	// The round.
	RoundTitle    string             `cells:"40"`
	RoundParts    [roundParts]string `cells:"26"`
	RoundHints    [roundParts]string `cells:"74"`
	RoundWhat     string             `cells:"150"`
	RoundKept     string             `cells:"70"`
	WantRoundNo   string             `cells:"70"`
	WantWholeDate string             `cells:"70"`
	WantWindow    string             `cells:"70"`
	OrdinalFixed  string             `cells:"76"`
	WantLapse     string             `cells:"76"`
	WantListed    string             `cells:"76"`
	WantDue       string             `cells:"76"`
	RoundDays     [5]string          `cells:"30"`
	HelpRoundForm string             `cells:"120"`

	// Empty lists.
	NoRosterYet    string `cells:"76"`
	NoRosterDo     string `cells:"76"`
	NoRosterAtAll  string `cells:"76"`
	NoRosterFile   string `cells:"76"`
	NoPrinterDo    string `cells:"76"`
	NoHistoryHand  string `cells:"76"`
	NoHistoryBatch string `cells:"76"`
}

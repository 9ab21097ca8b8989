package tui

// roundWords are the words of the round, of its units and of its batches. Each
// fits into the cells that its tag gives.
type roundWords struct {
	// The round.
	MenuRound     string `cells:"40"`
	RoundStarts   string `cells:"24"`
	RoundLeft     string `cells:"20"`
	RoundOver     string `cells:"26"`
	RoundLastDay  string `cells:"20"`
	RoundIsShut   string `cells:"20"`
	PaceNeeded    string `cells:"34"`
	PaceRemains   string `cells:"34"`
	PaceNow       string `cells:"34"`
	PaceToday     string `cells:"34"`
	PaceNone      string `cells:"34"`
	PaceInTime    string `cells:"34"`
	PaceTooSlow   string `cells:"34"`
	PaceNothing   string `cells:"34"`
	PaceLate      string `cells:"34"`
	PaceHeld      string `cells:"34"`
	PaceChase     string `cells:"34"`
	NobodyBrought string `cells:"34"`
	NoRosterHow   string `cells:"76"`
	ColLost       string `cells:"6"`
	ColSpoilt     string `cells:"5"`
	ColChase      string `cells:"9"`
	ColShare      string `cells:"8"`
	RoundTally    string `cells:"50"`
	AskRoundPrint string `cells:"60"`
	AskUnitPrint  string `cells:"60"`

	// A unit.
	Brought        string `cells:"20"`
	SeeAlso        string `cells:"20"`
	NotBrought     string `cells:"60"`
	NoSuchUnit     string `cells:"60"`
	UnitHeldN      string `cells:"50"`
	UnitChaseN     string `cells:"50"`
	UnitReconcile  string `cells:"50"`
	RemainN        string `cells:"20"`
	StampedN       string `cells:"20"`
	KeptN          string `cells:"16"`
	RefusedN       string `cells:"16"`
	DamagedN       string `cells:"16"`
	LostN          string `cells:"14"`
	ChaseN         string `cells:"18"`
	ChaseOfUnit    string `cells:"50"`
	RenewalsOfUnit string `cells:"50"`
	IntakeOfUnit   string `cells:"50"`
	MembersOf      string `cells:"24"`
	CardlessN      string `cells:"24"`
	SeenOf         string `cells:"24"`

	// A batch.
	DeclaredN    string `cells:"18"`
	ListedN      string `cells:"18"`
	CountedN     string `cells:"18"`
	ExpectedN    string `cells:"18"`
	SeenN        string `cells:"20"`
	UnexpectedN  string `cells:"24"`
	DifferenceN  string `cells:"20"`
	NoDifference string `cells:"20"`
	NotHere      string `cells:"20"`
	NoBatchOfIt  string `cells:"60"`
	NothingHere  string `cells:"60"`
	NoCardSoFar  string `cells:"60"`

	// Keys.
	KeyUnit string `cells:"8"`
	KeyShow string `cells:"10"`

	// Help.
	HelpRound string `cells:"120"`
	HelpUnit  string `cells:"120"`
	HelpBatch string `cells:"120"`

	UnitStates  [8]string `cells:"15"` // in the order of their values
	CardFilters [7]string `cells:"12"` // in the order of cardFilter
}

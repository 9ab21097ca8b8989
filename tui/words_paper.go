package tui

// paperWords are the words of what is about printing: which paper, the queue of
// the printers, the preview. Each fits into the cells that its tag gives.
type paperWords struct {
	// Paper.

	// Papers to choose from.
	AskPrintAny     string `cells:"40"`
	NoPaperOfIt     string `cells:"70"`
	AskRenewalPrint string `cells:"60"`
	BothNow         string `cells:"50"`
	ReceiptNow      string `cells:"50"`
	IntakeNow       string `cells:"50"`
	HeldSlipNow     string `cells:"50"`
	ShiftSheetNow   string `cells:"50"`
	CommandsNow     string `cells:"50"`
	PrinterIs       string `cells:"40"`
	PrintedAll      string `cells:"40"`
	BatchOpened     string `cells:"60"`
	LowPaper        string `cells:"64"`

	// Print queue.
	MenuPrints    string `cells:"40"`
	NoPrints      string `cells:"70"`
	NoPrintsHow   string `cells:"76"`
	ColPaper      string `cells:"16"`
	ColAbout      string `cells:"12"`
	ColCopy       string `cells:"7"`
	ColWho        string `cells:"9"`
	ColWhen       string `cells:"8"`
	ColNo         string `cells:"5"`
	CopyN         string `cells:"10"`
	AgainShort    string `cells:"8"`
	DraftShort    string `cells:"8"`
	JobNo         string `cells:"8"`
	LowPaperShort string `cells:"16"`
	AnswerByKey   string `cells:"70"`
	RetryByKey    string `cells:"40"`
	PrinterGone   string `cells:"76"`
	Retrying      string `cells:"50"`
	JobsTurn      string `cells:"60"`
	JobGoesOn     string `cells:"70"`
	JobIsOver     string `cells:"60"`
	AskDrop       string `cells:"60"`
	YesDrop       string `cells:"20"`
	AskReprint    string `cells:"60"`
	YesReprint    string `cells:"50"`
	MoveTitle     string `cells:"30"`
	AskMove       string `cells:"60"`
	JobDrop       string `cells:"50"`
	JobElsewhere  string `cells:"50"`
	JobLater      string `cells:"76"`
	JobRepeated   string `cells:"60"`
	JobIsThere    string `cells:"60"`
	JobDropped    string `cells:"60"`
	JobMoved      string `cells:"60"`

	// Preview.
	SettingPaper string `cells:"40"`
	NotPreviewed string `cells:"76"`
	NoSuchText   string `cells:"20"`

	// Keys.
	KeyPreview   string `cells:"10"`
	KeyRetry     string `cells:"10"`
	KeyDrop      string `cells:"10"`
	KeyElsewhere string `cells:"12"`
	KeyLater     string `cells:"10"`

	// Help.
	HelpPrints    string `cells:"120"`
	HelpPreview   string `cells:"120"`
	HelpPaperMenu string `cells:"120"`

	JobLooks     [6]string `cells:"15"` // in the order of jobLook
	PrinterLinks [4]string `cells:"14"` // in the order of Link
}

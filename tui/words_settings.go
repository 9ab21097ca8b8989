package tui

// settingWords are the words of the settings and of the pages on which devices
// are tried. Each fits into the cells that its tag gives.
type settingWords struct {
	Settings        string    `cells:"30"`
	GroupScreen     string    `cells:"30"`
	GroupSound      string    `cells:"30"`
	GroupDesk       string    `cells:"30"`
	GroupDevices    string    `cells:"30"`
	SettingNames    [8]string `cells:"26"` // in the order of shownHere
	SettingDevices  [2]string `cells:"25"`
	SymbolKinds     [3]string `cells:"36"`
	ColourKinds     [3]string `cells:"36"`
	OnOff           [2]string `cells:"10"`
	ConfirmKinds    [3]string `cells:"36"`
	NeverLocks      string    `cells:"30"`
	SuffixKinds     [2]string `cells:"30"`
	NoFeedback      string    `cells:"30"`
	ModeKinds       [5]string `cells:"36"`
	NoPortSet       string    `cells:"40"`
	NoPrinterSet    string    `cells:"30"`
	AndOthers       string    `cells:"14"`
	GivenBy         string    `cells:"70"`
	GivenShort      string    `cells:"10"`
	SupervisorSets  string    `cells:"76"`
	SupervisorShort string    `cells:"20"`
	LaterShort      string    `cells:"20"`
	SettingKept     string    `cells:"60"`
	SettingLater    string    `cells:"76"`
	TypedSlowly     string    `cells:"76"`
	TestedHere      string    `cells:"76"`
	ChosenReopen    string    `cells:"40"`
	ReopenHow       string    `cells:"76"`
	ReopenCard      string    `cells:"76"`
	ReopenPrints    string    `cells:"76"`
	KeptIn          string    `cells:"30"`
	HowAsked        string    `cells:"76"`

	ScannerTitle  string    `cells:"30"`
	ScannerNames  [5]string `cells:"25"` // in the order of scannerKeys
	NotKept       string    `cells:"14"`
	TestScan      string    `cells:"40"`
	ScanNow       string    `cells:"70"`
	ScanNowHow    string    `cells:"140"`
	ChoosePort    string    `cells:"76"`
	NoPortsHow    string    `cells:"200"`
	PortHow       string    `cells:"140"`
	TypedScan     string    `cells:"50"`
	TypedIn       string    `cells:"50"`
	TypedHow      string    `cells:"200"`
	TypedGarbled  string    `cells:"140"`
	ParityIs      string    `cells:"60"`
	ScansWell     string    `cells:"70"`
	KeepThese     string    `cells:"60"`
	NothingToKeep string    `cells:"60"`
	NewScanner    string    `cells:"40"`
	NewScannerHow string    `cells:"76"`

	PrinterTitle  string    `cells:"30"`
	PrinterNames  [3]string `cells:"25"` // in the order of printerKeys
	PrinterHow    string    `cells:"60"`
	PrintersFound string    `cells:"40"`
	Looking       string    `cells:"40"`
	NoPrinters    string    `cells:"200"`
	NewPrinter    string    `cells:"40"`
	ToHow         string    `cells:"200"`
	ChoosePrinter string    `cells:"76"`
	TestGoes      string    `cells:"60"`
	TestQueued    string    `cells:"76"`

	KeyTurn       string `cells:"10"`
	KeyKeep       string `cells:"10"`
	KeyClear      string `cells:"10"`
	KeyReopenDesk string `cells:"10"`
	KeyAnother    string `cells:"10"`
	KeyTestPage   string `cells:"10"`

	HelpSettings string `cells:"200"`
	HelpScanner  string `cells:"200"`
	HelpPrinter  string `cells:"200"`
	HelpAsking   string `cells:"140"`
}

package tui

// formWords are the words of the official forms and the reports. Each fits into
// the cells that its tag gives.
type formWords struct {
	FormsTitle   string                `cells:"26"`
	AlsoForms    string                `cells:"120"`
	FormsGroup   string                `cells:"40"`
	ReportsGroup string                `cells:"40"`
	FormNames    [formKinds - 1]string `cells:"31"` // by FormKind, from 1
	FormAbout    [formKinds - 1]string `cells:"150"`
	FormHolds    string                `cells:"20"`
	FormHinders  string                `cells:"21"`
	PeopleN      string                `cells:"12"`
	MovesN       string                `cells:"14"`
	NoteShort    [9]string             `cells:"16"` // in the order of noteKinds
	NoteLong     [9]string             `cells:"120"`
	FormAndMore  string                `cells:"20"`
	FormAbsent   string                `cells:"76"`
	UnitForms    string                `cells:"40"`

	FormOf        string    `cells:"25"`
	ScopeKinds    [5]string `cells:"40"`
	FormUnit      string    `cells:"25"`
	FormCell      string    `cells:"25"`
	FormChoose    string    `cells:"40"`
	FormFilled    string    `cells:"25"`
	BlankKinds    [3]string `cells:"44"`
	FormAs        string    `cells:"25"`
	EndingKinds   [4]string `cells:"44"` // in the order of endings
	FormNumber    string    `cells:"25"`
	FormNoNumber  string    `cells:"40"`
	FormNumberHow string    `cells:"140"`
	FormPath      string    `cells:"25"`
	FormPathHow   string    `cells:"200"`
	FormThen      string    `cells:"40"`
	FormLook      string    `cells:"25"`
	FormLookHow   string    `cells:"44"`
	FormWrite     string    `cells:"25"`
	FormWriteHow  string    `cells:"44"`
	FormNeedsUnit string    `cells:"76"`
	FormNeedsCell string    `cells:"76"`
	FormWritten   string    `cells:"20"`
	FormStopped   string    `cells:"76"`
	PartsN        string    `cells:"12"`
	PartsOf       string    `cells:"12"`
	PartsRate     string    `cells:"16"`
	PagesN        string    `cells:"12"`
	SheetsN       string    `cells:"14"`

	FileThere      string `cells:"70"`
	FileThereTitle string `cells:"40"`
	AskOverwrite   string `cells:"76"`
	KeepFile       string `cells:"60"`
	OverwriteFile  string `cells:"60"`
	PickUnit       string `cells:"40"`
	PickCell       string `cells:"40"`

	HelpForms     string `cells:"200"`
	HelpForm      string `cells:"200"`
	HelpOverwrite string `cells:"140"`
	HelpPickUnit  string `cells:"140"`
}

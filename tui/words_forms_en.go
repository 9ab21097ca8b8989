package tui

var englishForms = formWords{
	FormsTitle: "Forms and reports", AlsoForms: "KTTĐV, export, file, Excel, PDF",
	FormsGroup: "Forms", ReportsGroup: "Reports",
	FormNames: [formKinds - 1]string{
		"Form 1  Use and care of cards", "Form 2  Asking for the stamp", "Form 3  Damaged, exchange", "Form 4  Lost, reissue",
		"Form 5  Without a card", "Form 6  Return of the unit", "Form 7  Result of the board",
		"Report by its outline", "Members' movements",
	},
	FormAbout: [formKinds - 1]string{
		"Mẫu 1-KTTĐV: how members use and keep their cards, made by the cell.",
		"Mẫu 2-KTTĐV: members whose cards are brought to be stamped.",
		"Mẫu 3-KTTĐV: members who ask to exchange a damaged card.",
		"Mẫu 4-KTTĐV: members who ask for a new card in the place of a lost one.",
		"Mẫu 5-KTTĐV: official members who have not been given a card.",
		"Mẫu 6-KTTĐV: the consolidated return of a unit's committee, one for each unit.",
		"Mẫu 7-KTTĐV: the consolidated result of the board, with the outline of the report.",
		"The report in words (đề cương), its figures filled in; difficulties and proposals are the author's.",
		"Admitted, recognised, moved in, moved out, deceased, struck off, expelled since the statistics date.",
	},
	FormHolds: "Holds now", FormHinders: "In the way",
	PeopleN: "{} members", MovesN: "{} movements",
	NoteShort: [9]string{
		"{} no list", "{} odd lines", "{} open batches", "{} cards held", "{} elsewhere", "off by {}", "same as: {}", "dates differ", "other reckoning",
	},
	NoteLong: [9]string{
		"Units that handed in no list of this form: {}.",
		"Lines of lists 5 that name nobody without a card: {}.",
		"Batches not closed: {}. The figures can still change.",
		"Cards in the held tray, waiting for a supervisor: {}.",
		"Cards of our members stamped elsewhere, or brought by another unit: {}.",
		"Forms 6 declare {} off what the parts come to.",
		"Forms 6 declare {}, just what another sum is: one may be copied for the other.",
		"The boards count by different dates.",
		"The boards count by different conventions.",
	},
	FormAndMore: " and {} more",
	FormAbsent:  "It cannot be made yet: the line above says why.",
	UnitForms:   "Forms of the unit",

	FormOf: "Of whom", ScopeKinds: [5]string{"the whole board", "each unit, a page for each", "one unit", "each cell, a page for each", "one cell"},
	FormUnit: "Unit", FormCell: "Cell", FormChoose: "Enter to choose",
	FormFilled: "Filled in", BlankKinds: [3]string{"from lists and journal", "for the unit, with the names of members", "for the unit, blank"},
	FormAs:      "Kind of file",
	EndingKinds: [4]string{"Excel workbook (.xlsx)", "to print and sign (.pdf)", "plain table (.csv)", "plain text (.txt)"},
	FormNumber:  "Number of the paper", FormNoNumber: "left open, by hand; Enter to type", FormNumberHow: "For example: 12-BC/BTC. Empty: the paper leaves room to write it by hand.",
	FormPath: "File", FormPathHow: "A name, or a whole path; a directory with / at its end keeps the proposed name. Empty: the proposed name again.",
	FormThen: "Then", FormLook: "Look first", FormLookHow: "on the screen, nothing is written",
	FormWrite: "Write the file", FormWriteHow: "or press e",
	FormNeedsUnit: "Choose the unit first: line “Unit”, Enter.", FormNeedsCell: "Choose the cell first: line “Cell”, Enter.",
	FormWritten: "Written: {}", FormStopped: "Stopped: no file was written.",
	PartsN: "{} parts", PartsOf: "{}/{} parts", PartsRate: "{} parts/s",
	PagesN: "{} pages", SheetsN: "{} sheets",

	FileThere: "{} is there; it was not overwritten.", FileThereTitle: "File exists",
	AskOverwrite: "There is a file of that name already:", KeepFile: "Keep the old file, write nothing", OverwriteFile: "Overwrite: the old file is gone for good",
	PickUnit: "Forms of which unit?", PickCell: "Forms of which cell?",

	HelpForms: `Forms 1-KTTĐV to 7-KTTĐV and the reports, filled in from the journal, the lists and the roster.
The middle column is what each holds now, the right one what stands in the way; the line below says all of it.
Enter         say of whom and as which kind of file, then look at it or write it
r             read again where it could not be read
Not on the screen, but commands: the bundle of results that goes up or comes from below: stampdesk bundle; targets: stampdesk report targets.`,
	HelpForm: `One thing a line: left and right turn it; Enter types or chooses.
e             write the file; a file of that name is overwritten only after asking
Esc           back, what was chosen is kept; while it writes: stop, and no part of a file is left
.xlsx to send up, to give to units and to read in again; .pdf to print and sign. Only this user may read the file.
Forms 1 to 5 may be left blank for units: what comes back filled in is imported without assigning columns.`,
	HelpOverwrite: `1: keep the old file and change the name. 2: overwrite, the old file is gone for good. Esc: as 1.`,
	HelpPickUnit:  `Type the code or a part of the name, arrows choose, Enter takes. Esc: back, as it was.`,
}

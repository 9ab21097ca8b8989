package tui

var englishSettings = settingWords{
	Settings:    "Settings",
	GroupScreen: "Screen", GroupSound: "Sound", GroupDesk: "Desk", GroupDevices: "Devices",
	SettingNames: [8]string{
		"Language", "Symbols", "Colour", "Bell when a look is needed", "Bell for a good card",
		"Desk id", "A stamp is confirmed by", "Locks itself after",
	},
	SettingDevices: [2]string{"Scanner and test scan", "Printer and test page"},
	SymbolKinds:    [3]string{"as the terminal can", "all symbols", "plain letters and marks (ASCII)"},
	ColourKinds:    [3]string{"as the terminal says", "always", "never"},
	OnOff:          [2]string{"on", "off"},
	ConfirmKinds:   [3]string{"Enter", "the next card", "the scan itself"},
	NeverLocks:     "never",
	SuffixKinds:    [2]string{"automatic", "none (silence ends a code)"},
	NoFeedback:     "nothing is sent",
	ModeKinds:      [5]string{"as the profile says", "drawn (right everywhere)", "code page (quick)", "no marks (quick)", "hybrid (slow line)"},
	NoPortSet:      "none: numbers are typed", NoPrinterSet: "no printer", AndOthers: "and {} more",
	GivenBy: "{} decides this; take it away to change it here.", GivenShort: "by {}",
	SupervisorSets: "Only a supervisor changes this: press F4 and hand the desk over first.", SupervisorShort: "supervisor only",
	LaterShort:  "when opened again",
	SettingKept: "Saved, and in force.", SettingLater: "Saved; in force when the desk is opened again (r does that now).",
	TypedSlowly:  "Digits typed one by one are no test scan: scan a card.",
	TestedHere:   "Test scan {}: see the page of the scanner; no card of the desk.",
	ChosenReopen: "chosen; reopen the desk (r) to use it",
	ReopenHow:    "Settings wait for the desk to be opened again: r does it now; sign in after.",
	ReopenCard:   "Finish the card in hand and those just scanned, then open the desk again.",
	ReopenPrints: "A paper is being printed: wait for it, then open the desk again.",
	KeptIn:       "Kept in {}", HowAsked: "Type the new value and press Enter. Esc leaves it as it was.",

	ScannerTitle: "Scanner",
	ScannerNames: [5]string{"Port", "Speed (baud)", "What ends a code", "Drop the parity (mask7)", "Beeps sent back"},
	NotKept:      "not saved", TestScan: "Test scan",
	ScanNow:    "Scan a few cards. Listening at {} baud…",
	ScanNowHow: "No card that is scanned here is recorded. Nothing shows: see the cable, try another speed.",
	ChoosePort: "Choose the scanner's port on the line above (left, right), then scan a card.",
	NoPortsHow: "No serial port was found. Plug the scanner in and open this page again; one that plays a keyboard has no port, just scan.",
	PortHow:    "The name of the port, as /dev/serial/by-id/… or COM5; nothing for no scanner.",
	TypedScan:  "A scanner that plays keyboard: {}", TypedIn: "typed in {} ms",
	TypedHow:     "It works, and needs no port. One with a port (USB COM) is safer: no input method can change its numbers.",
	TypedGarbled: "A Vietnamese input method has changed this code: switch it off (to English) and scan again.",
	ParityIs:     "The scanner sends 7 bits and a parity bit ({}).", ScansWell: "The scanner is set right, nothing has to be changed.",
	KeepThese: "Press x to save: {}", NothingToKeep: "There is nothing to save.",
	NewScanner: "Name of the scanner to add", NewScannerHow: "A name is 1 to 16 letters, digits, - or _, and not in use.",

	PrinterTitle: "Printer", PrinterNames: [3]string{"Where it is", "Kind (profile)", "How letters are printed"},
	PrinterHow: "It is: {}", PrintersFound: "Printers found on this machine", Looking: "Looking…",
	NoPrinters:    "No printer was found. In the network: Enter on the first line, type tcp:ADDRESS; on a serial port: serial:PORT?baud=…",
	NewPrinter:    "Name of the printer to add",
	ToHow:         "usb:… | tcp:ADDRESS | serial:PORT?baud=115200 | cups:NAME | windows:NAME | file:DIR | none",
	ChoosePrinter: "Choose a printer on the first line before the test page.", TestGoes: "Printing the test page…",
	TestQueued: "The test page is in the queue: look at ruler, marks, barcode and cut.",

	KeyTurn: "change", KeyKeep: "save", KeyClear: "clear", KeyReopenDesk: "reopen", KeyAnother: "add one", KeyTestPage: "test page",

	HelpSettings: `Each line is a setting: left, right or Enter change it, and it is saved at once.
What says “when opened again” is in force from the next opening; r opens the desk again now: batch and unfinished card stay, only sign in again.
Desk id, confirming and locking are changed by a supervisor only: they are how the desk keeps its book, and who answers for it.
The bell: two rings need a look (kept aside, stamped already, not read), three mean give back, four mean nothing is recorded or the scanner is gone.`,
	HelpScanner: `Choose port and speed and scan a few cards: the page shows the very bytes the scanner sends, what was read, what is wrong and how to set it.
Cards that are scanned here are not recorded and do not become cards of the desk.
x saves what is chosen and what the test scan proposes. c goes to another scanner, n adds one.
A scanner that plays keyboard can be tried too: its code is shown with the time it took, and whether an input method changed it.
“Beeps sent back”: the desk tells the scanner what became of a card; choose only what its manual has. With ack_nak the scanner waits for an answer, and the desk always gives one within a second.`,
	HelpPrinter: `Choose the printer, its kind and how letters are printed; p prints a test page in just that way, x saves.
On the page: the ruler reaches both edges, every letter has its marks, the barcode can be scanned, the cut is in its place. Wrong letters: another way of printing; the ruler runs over: another kind.
A printer that the desk works with prints the page through its queue, any other directly. c goes to another printer, n adds one.`,
	HelpAsking: `Type the value and press Enter. ctrl+u clears it, Esc leaves it as it was.`,
}

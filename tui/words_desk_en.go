package tui

var englishDesk = deskWords{
	ThisShift: "Shift", StampedShort: "stamp", RelaminateShort: "relam", HeldShort: "kept", RefusedShort: "back", DamagedShort: "dam.",
	MinutesLeft: "about {} min left", HoursLeft: "about {} h left",
	DoUnstamped: "Put it back onto the stack. Scan the next card.", JournalNo: "No. {} in the journal",
	DamagedBig: "DAMAGED", ScanNext: "Scan the next card.", ReadAgain: "read again",
	PlugIn:         "Plug the scanner in again, or type the number and press Enter.",
	JournalShort:   "book",
	PrinterTrouble: "{}: {} – see the print queue (m, 0)", PrinterUnsure: "is the paper out?",
	JobAnsweredThere: "Paper no. {} was answered for elsewhere.",
	KeyEarlier:       "earlier",
}

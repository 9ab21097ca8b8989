package tui

// deskWords are the words of the desk that stand beside the card. Each fits
// into the cells that its tag gives.
type deskWords struct {
	// Counters: in 23 cells, with three figures.
	ThisShift       string `cells:"5"`
	StampedShort    string `cells:"6"`
	RelaminateShort string `cells:"6"`
	HeldShort       string `cells:"6"`
	RefusedShort    string `cells:"6"`
	DamagedShort    string `cells:"6"`
	MinutesLeft     string `cells:"19"`
	HoursLeft       string `cells:"18"`

	// The card.
	DoUnstamped string `cells:"76"`
	JournalNo   string `cells:"30"`
	DamagedBig  string `cells:"14"`
	ScanNext    string `cells:"30"`
	ReadAgain   string `cells:"10"`

	// The machines.
	JournalShort     string `cells:"4"` // where keys need the room
	PlugIn           string `cells:"76"`
	PrinterTrouble   string `cells:"34"`
	PrinterUnsure    string `cells:"34"`
	JobAnsweredThere string `cells:"60"`

	KeyEarlier string `cells:"10"`
}

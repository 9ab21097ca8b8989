package tui

// lineWords are the words of the desk in plain lines, where no screen has them.
type lineWords struct {
	LineBoxes   string `cells:"40"` // the verdict with its boxes
	LineStamped string `cells:"40"` // what Enter says of the card in hand
	LineDone    string `cells:"40"`
	LineLeft    string `cells:"60"`
	LineSeen    string `cells:"40"`
	LineEarly   string `cells:"120"`
	LineUnknown string `cells:"80"`
	LineAgain   string `cells:"60"`
	LineSame    string `cells:"60"`
	LineKeys    string `cells:"20"`
	LineMore    string `cells:"60"`
	LineBatch   string `cells:"80"`
	LineOpen    string `cells:"80"`
	LineBack    string `cells:"40"` // a device that works again
	LineNumber  string `cells:"20"`
	LineDesk    string `cells:"200"`
	LineHelp    string `cells:"200"`
}

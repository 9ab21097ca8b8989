package tui

var englishLines = lineWords{
	LineBoxes:   "{} {}",
	LineStamped: "Enter: it is stamped",
	LineDone:    "RECORDED no. {}: {}, {}",
	LineLeft:    "{} of {}, {} left",
	LineSeen:    "{} so far",
	LineEarly:   "NOT RECORDED: the empty line came before the question had been heard. Press Enter again.",
	LineUnknown: "This line is not understood. Type ? for the commands.",
	LineAgain:   "The same card again, {}.",
	LineSame:    "Nothing changed.",
	LineKeys:    "Commands",
	LineMore:    "{} more rows: type + for the next, - for those before.",
	LineBatch:   "{}. Batch {}, {}: {} of {} cards, {}",
	LineOpen:    "Batch {}, {}: {}",
	LineBack:    "{}: connected again",
	LineNumber:  "number",
	LineDesk: "Type or scan a card number. Once it is stamped an empty line records it; RECORDED says that it is on record.\n" +
		"A card in question: 1 to 4 the boxes, l re-laminated, d damaged, g hold, t give back, k not stamped, o supervisor allows.\n" +
		"No card in question: u undo, b batches, c close the batch, s shift, p papers, i the card, m more.",
	LineHelp: "Every line is one act, Enter ends it.\n" +
		"A card number: judge the card. An empty line: answer what was asked. A card that came by itself (scanner, queue) takes only an empty line typed after it was asked about.\n" +
		"3 or 34: the boxes of the card in question. One letter: a command of the desk. g damaged: the command g with its reason.\n" +
		"The number of a row: open it. 2 x or x 2: the command x for row 2. /text: find. + and -: next page, page before.\n" +
		"i and a card number: its history. esc: one back. tab: next field. hand: hand over the desk. out: sign out. f2: tiếng Việt. A full stop: say it again. quit: quit.",
}

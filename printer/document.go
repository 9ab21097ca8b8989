package printer

// Doc is one document, from the top of the paper to the bottom.
type Doc struct {
	// Head stands above the title: who issues the document, place and date.
	Head []Block
	// Title is printed large and centred; empty prints none.
	Title string
	// Mark is a word that nobody may tear off ("TẠM", "BẢN IN LẠI"): it is printed at the top, at the bottom and in
	// between. Empty prints none.
	Mark string
	// Blocks is the document itself.
	Blocks []Block
	// PageRows is the most lines of a page. A document that needs more is divided into pages: each but the first begins
	// with Running and the header of the table that goes on, each ends with its number, and between two stands a line at
	// which the strip may be torn or folded. Pages are not filled up: where each ends is told by a line of kind [Torn],
	// or [Perforated] where a [Cut] was asked for. 0 is one page, of any length.
	PageRows int
	// Running is what the document is, in a few words, for the pages after the first. Empty prints none.
	Running string
	// PageNumber is a format that takes the page and how many there are. Empty prints none.
	PageNumber string
}

// Block is one piece of a document: [Letterhead], [Text], [Pair], [Table], [Rule], [Space], [Barcode], [Labels],
// [Signatures], [Keep] or [Cut]; on a test page also [Ruler], [InMode] and [Sample].
type Block interface{ lay(*layouter) }

// Align says where text stands in its line or column.
type Align uint8

// Left is where text stands unless asked otherwise.
const (
	Left Align = iota
	Center
	Right
)

// Text is a paragraph, wrapped by words; a line feed in it begins a new line.
type Text struct {
	Text   string
	Align  Align
	Bold   bool
	Double bool // twice as wide and high
}

// Pair is a key at the left edge and its value at the right one: on one line if both fit, else one below the other.
type Pair struct {
	Key, Value string
	Bold       bool
}

// Table is rows under a bold header. Where the paper is too narrow for the columns, those that may stand Below a row do
// so, the last one first; if that is not enough, each row is printed as a list of "title: value" lines instead. A column
// is never made narrower than it asked for.
type Table struct {
	Columns []Column
	// Rows hold one cell per column. Missing cells are empty, surplus ones are joined to the last.
	Rows [][]string
	// Foot is a last row in bold under a rule, for totals; nil prints none.
	Foot []string
	// Continues says that a table with the same header stands above: it is printed only where a new page begins.
	Continues bool
	// Of is what the rows are of. It is printed above the header on a page on which the rows go on; empty prints none.
	Of string
}

// Column is one column of a [Table].
type Column struct {
	Title string // the header is left out if no column has a title
	Width int    // characters; 0 takes an even share of what the other columns leave
	Align Align
	Below bool // on narrow paper it is printed under the row, from the left edge of the second column
}

// Rule is a horizontal line over the whole width.
type Rule struct{ Double bool }

// Space is empty paper; Lines 0 counts as 1.
type Space struct{ Lines int }

// Barcode is a Code 128 of printable ASCII with its text below. What Code 128 cannot hold, or what the paper is too
// narrow for, is printed as bold text alone.
type Barcode struct {
	Code  string
	Label string // the text below; empty prints Code
	Align Align
}

// Labels are small pieces, each with a barcode under what it is of: one below another on a strip of paper, beside each
// other on a sheet, and so far apart (8 mm at least) that a scanner held to one never catches the next.
type Labels struct {
	Items []Label
	Large bool   // the texts are twice as wide and high
	Of    string // what they are of, above them on a page on which they go on; empty prints none
}

// Label is one piece of [Labels].
type Label struct {
	Seq  string // its number in the list, before Text; empty prints none
	Text string // what it is of, in bold
	Note string // a line more; empty prints none
	Code string // as for a Barcode
	Name string // the text below the bars; empty prints none, for it may stand above
}

// Signatures is a place to sign for each signer, two beside each other; a single or odd last one stands at the right.
type Signatures struct {
	Signers []Signer
	Lines   int // height of the empty place for the pen; 0 counts as 4
}

// Signer is one person who signs.
type Signer struct {
	Title string // the office, printed in bold
	Hint  string // empty prints "(ký, ghi rõ họ tên)"
	Name  string // printed below the empty place; empty leaves it to the pen
}

// Keep is a block, a heading for instance, that no end of a page parts from the block after it. It is for short blocks.
type Keep struct{ Block Block }

// Cut divides the paper in two parts; the second begins a new page. At the end of a document it adds
// nothing: the paper is cut there anyway.
type Cut struct{}

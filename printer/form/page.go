package form

// Page is one official form laid out, before anybody knows whether it becomes a
// workbook, a PDF or text. It knows words and millimetres, never cells or dots.
type Page struct {
	Name      string // of the sheet of a workbook, unique among its pages: "2-KTTĐV", "P01"
	Landscape bool
	Font      float64 // size in the table, in points; 0: as the writer thinks fit
	Code      string  // "Mẫu 2-KTTĐV", over the right half of the header

	Upper, Issuer string // left half of the header: the body above, in capitals; who issues, in bold capitals
	Number        string // "Số 12-BC/BTC", or a blank to fill in
	Dated         string // "Long Biên, ngày 20 tháng 5 năm 2021", in italics on the right

	Title    []string // lines in bold capitals
	Subtitle []string // lines in bold
	Body     []Paragraph
	Table    *Table
	After    []Paragraph

	Foot       string   // small, at the foot of every page, beside its number: what binds the paper to the journal
	Recipients []string // lines under "Nơi nhận:"; none: no such block
	Signatures []Signature
}

// Paragraph is text above or below the table; of a written report it is all
// there is.
type Paragraph struct {
	Text           string
	Bold, Italic   bool
	Center, Indent bool
}

// Signature is one place to sign.
type Signature struct {
	Title []string // "T/M ĐẢNG ỦY", "BÍ THƯ"
	Hint  string   // "(Ký, ghi rõ họ tên)"
	Name  string
}

// Table is the table of a form: headings in one or two rows, a row that
// numbers the columns, and rows.
type Table struct {
	Columns []Column
	Rows    []Row
	Blank   int // empty rows to fill in, after the others
}

// Column is one column of a table.
type Column struct {
	Key     string // what it shows: "name", "card", "stamped"
	Heading string
	Group   string  // heading over this column and its neighbours of the same group
	Width   float64 // in millimetres on paper
	Align   Align
	Kind    Kind
	Choices []string // what is usual in a column that somebody fills in; none: anything
}

// Align is where text stands in its column.
type Align uint8

// The places of text.
const (
	Left Align = iota
	Center
	Right
)

// Kind is what a cell holds.
type Kind uint8

// The kinds of cells.
const (
	Text  Kind = iota
	Count      // a number that is grouped as in Vietnam
	Share      // a percentage, as text
	Day        // dd/mm/yyyy, mm/yyyy or yyyy, as text
	Card       // a card number, as text
)

// Row is one row of a table; it has a cell for each column.
type Row struct {
	Cells  []Cell
	Bold   bool // a total, or a row that others are parts of
	Group  bool // one text over the whole width, in its first cell: a cell, a unit
	Indent int  // how deep a count row is among its parents
}

// Cell is one cell. A count has N; everything else has Text.
type Cell struct {
	Text string
	N    int
	Kind Kind
}

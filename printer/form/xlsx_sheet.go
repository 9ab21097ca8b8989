package form

import (
	"math"
	"slices"

	"github.com/xuri/excelize/v2"
)

// leaf is a sheet: it writes one page row by row.
type leaf struct {
	*book
	page   *Page
	name   string
	stream *excelize.StreamWriter

	cols   []int     // column of the table that each column of the sheet is of
	edges  []float64 // in mm, from the left: one more than columns
	first  []int     // column of the sheet with which each column of the table begins; one more
	half   int       // column of the sheet with which the right half of the header begins
	row    int       // that was written last
	down   float64   // how far down its printed page that is, in points
	high   float64   // of a printed page
	repeat float64   // height of the headings that every further page has
	heads  [2]int    // first and last row of the headings
	ends   []float64 // heights of the last rows
	leads  []bool    // of them those that may not stand last on a printed page: headings
	values []any
	plain  int // style of a row: with one the library does not look for that of the column, cell by cell
	err    error
}

// Sizes of letters, in points, by 36-HD/VPTW.
const (
	sizeParty = 15
	sizeTitle = 15
	sizeBody  = 14
	sizeSmall = 12
)

const (
	pointsPerMM = 72 / 25.4
	// What of a column's width letters cannot have, in points: the spreadsheets
	// keep a little on both sides, and round.
	padding = 5
	// surely is the part of what is left that text can be sure of: spreadsheets
	// set letters on the dots of a screen, and are some of them wider for it. A
	// line too many is never seen, one too few is cut.
	surely = 0.94
	// digitMM is the width of a digit in the letters by which a workbook counts
	// the widths of its columns, see usualFont: 8 of the 96 dots to an inch.
	digitMM = 8 * 25.4 / 96
	// highLine is the height of a line of text, in parts of its size.
	highLine = 1.2
	// above is what a row has beside its lines, in points; aboveAlone what one of
	// one line has that no border is around.
	above, aboveAlone = 4, 2
)

// rightNeeds is what the right half of the header must have: the name of the
// Party on one line, in mm.
const rightNeeds = 84

func (b *book) begin(name string, p *Page) (*leaf, error) {
	s := &leaf{book: b, page: p, name: name, high: portraitHeight * pointsPerMM}
	if p.Landscape {
		s.high = acrossAbove * pointsPerMM
	}
	s.layColumns()
	if err := s.onPaper(); err != nil {
		return nil, err
	}
	var err error
	if s.plain, err = b.style(style{size: sizeSmall}); err != nil {
		return nil, err
	}
	if s.stream, err = b.file.NewStreamWriter(name); err != nil {
		return nil, err
	}
	for i := range s.cols {
		s.keep(s.stream.SetColWidth(i+1, i+1, (s.edges[i+1]-s.edges[i])/digitMM))
	}
	return s, nil
}

// layColumns makes the columns of the sheet from those of the table. The
// header needs two halves, and the blocks of signatures their own parts: where
// no column of the table begins near enough, one is cut in two.
func (s *leaf) layColumns() {
	var widths []float64
	if s.page.Table != nil {
		for _, c := range s.page.Table.Columns {
			widths = append(widths, c.Width)
		}
	} else {
		widths = []float64{portrait.width()}
		if s.page.Landscape {
			widths[0] = landscape.width()
		}
	}
	edges := make([]float64, len(widths)+1)
	for i, w := range widths {
		edges[i+1] = edges[i] + w
	}
	whole := edges[len(widths)]
	half := nearest(edges, min(whole*0.47, whole-rightNeeds), func(at float64) bool { return whole-at >= rightNeeds && at >= whole*0.3 })
	s.edges = append(slices.Clone(edges), half)
	if n := s.blocks(); n > 2 {
		for i := 1; i < n; i++ {
			want := whole * float64(i) / float64(n)
			s.edges = append(s.edges, nearest(s.edges, want, func(at float64) bool { return math.Abs(at-want) < blockOff }))
		}
	}
	slices.Sort(s.edges)
	s.edges = slices.Compact(s.edges)
	s.half = slices.Index(s.edges, half)
	column := 0
	s.first = []int{0}
	for i := range len(s.edges) - 1 {
		if s.edges[i] >= edges[column+1] {
			column++
			s.first = append(s.first, i)
		}
		s.cols = append(s.cols, column)
	}
	s.first = append(s.first, len(s.cols))
	s.values = make([]any, len(s.cols))
}

// blockOff is how many mm narrower than the others a block of a signature may
// be.
const blockOff = 8

// nearest is the edge next to where one is wanted, of those that will do, or
// else that place itself.
func nearest(edges []float64, want float64, will func(at float64) bool) float64 {
	best, least := want, math.Inf(1)
	for _, at := range edges {
		if off := math.Abs(at - want); will(at) && off < least {
			best, least = at, off
		}
	}
	return best
}

func (s *leaf) keep(err error) {
	if s.err == nil {
		s.err = err
	}
}

// span is a text over some columns of the sheet, of one row.
type span struct {
	from, to int // to is behind the last
	text     string
	style    style
}

// spans writes a row of texts that stand over several columns, as high as the
// highest of them needs.
func (s *leaf) spans(least float64, spans ...span) {
	clear(s.values)
	for _, p := range spans {
		id, err := s.style(p.style)
		s.keep(err)
		for c := p.from; c < p.to; c++ {
			s.values[c] = excelize.Cell{StyleID: id}
		}
		s.values[p.from] = excelize.Cell{StyleID: id, Value: p.text}
	}
	s.write(s.higher(least, spans))
	for _, p := range spans {
		if p.to > p.from+1 {
			s.keep(s.stream.MergeCell(cellRef(p.from, s.row), cellRef(p.to-1, s.row)))
		}
	}
}

// higher is how high a row of texts is, which has so much at least.
func (s *leaf) higher(least float64, spans []span) float64 {
	high := least
	for _, p := range spans {
		if p.text != "" {
			high = max(high, s.needs(p.text, p.style, s.edges[p.to]-s.edges[p.from]))
		}
	}
	return quarters(high)
}

// quarters is a height as a workbook keeps it.
func quarters(high float64) float64 { return min(math.Ceil(high*4)/4, excelize.MaxRowHeight) }

// needs is how high a cell of such a width, in mm, must be for all of its text.
func (s *leaf) needs(text string, st style, wide float64) float64 {
	face := s.regular
	if st.bold {
		face = s.bold
	}
	n := face.lines(text, st.size, room(wide, st.indent))
	if n == 1 && !st.border {
		return st.size*highLine + aboveAlone
	}
	return float64(n)*st.size*highLine + above
}

// room is what letters have of a column so many mm wide, in points.
func room(wide float64, indent int) float64 {
	return (wide*pointsPerMM - padding - float64(indent)*indentPoints) * surely
}

// indentPoints is how far a step of a cell's indent leads.
const indentPoints = 9

// write writes the row of values.
func (s *leaf) write(high float64) {
	high = quarters(high)
	s.row++
	if s.err == nil {
		s.keep(s.stream.SetRow(cellRef(0, s.row), s.values, excelize.RowOpts{Height: high, StyleID: s.plain}))
	}
	if s.down += high; s.down > s.high {
		s.down = s.repeat + high
	}
	s.ends, s.leads = append(s.ends, high), append(s.leads, false)
}

// leading says that the row that was written last is the heading of the next.
func (s *leaf) leading() { s.leads[len(s.leads)-1] = true }

// gap is a row with nothing in it.
func (s *leaf) gap(high float64) {
	clear(s.values)
	s.write(high)
}

// wide is a text over the whole width.
func (s *leaf) wide(least float64, text string, st style) {
	s.spans(least, span{0, len(s.cols), text, st})
}

func cellRef(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column+1, row)
	if err != nil {
		panic(err) // columns and rows are counted here
	}
	return name
}

// torn reports that what follows, of such a height, would not end on this page.
func (s *leaf) torn(high float64) bool { return s.down+high > s.high }

// keepTogether begins a new printed page where what follows, of such a height,
// would be torn; the last rows of the table go with it.
func (s *leaf) keepTogether(high float64, before int) {
	if !s.torn(high) {
		return
	}
	before = s.goesWith(before)
	s.keep(s.stream.InsertPageBreak(cellRef(0, s.row+1-before)))
	s.down = s.repeat
	for _, h := range slices.Backward(s.ends) {
		if before--; before < 0 {
			break
		}
		s.down += h
	}
}

// goesWith is how many of the last rows of the table go to the next page where so
// many should: with their headings if any row of the table is left then, else
// without the rows that would leave a heading alone.
func (s *leaf) goesWith(before int) int {
	most := s.row - s.heads[1] - 1
	if s.heads[1] == 0 || most < 0 {
		return 0
	}
	left := func(n int) bool { return !s.leads[len(s.leads)-1-n] }
	before = min(before, most)
	for n := before; n <= most; n++ {
		if left(n) {
			return n
		}
	}
	for n := before; n > 0; n-- {
		if left(n) {
			return n
		}
	}
	return 0
}

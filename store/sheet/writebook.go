package sheet

import (
	"fmt"
	"io"
	"slices"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"stampdesk"
)

// WriteRosterXLSX writes members as WriteRoster does, as a workbook. Every cell
// is text, so that no number loses its zeros and nothing is taken for a
// formula.
func WriteRosterXLSX(w io.Writer, r stampdesk.Roster) error {
	b, err := newBookWriter("Danh sách đảng viên", "")
	if err != nil {
		return fmt.Errorf("write the roster: %w", err)
	}
	defer b.close()
	line := 0
	rosterRows(r, func(cols []column, cells []string) {
		kind := goodRow
		if line++; line == 1 {
			kind = headRow
			b.begin(usualWidths(cols), 1)
		}
		b.row(errorRow{kind: kind, line: line, cells: cells})
	})
	if err := b.end(w); err != nil {
		return fmt.Errorf("write the roster: %w", err)
	}
	return nil
}

// WriteErrorsXLSX writes what WriteErrors does, as a workbook: every row on the
// line that its reasons name, the rows with problems and their cells coloured,
// the headings fixed.
func (f *File) WriteErrorsXLSX(w io.Writer, lang stampdesk.Lang) error {
	b, err := newBookWriter("Lỗi", f.tempDir)
	if err != nil {
		return fmt.Errorf("write the errors: %w", err)
	}
	defer b.close()
	head := 1
	if f.walk != nil {
		heads := f.table.heads()
		head = heads[len(heads)-1].line
	}
	b.begin(f.seenWidths(), head)
	f.errorRows(lang, b.row)
	if b.err == nil {
		b.err = f.unwritten()
	}
	if err := b.end(w); err != nil {
		return fmt.Errorf("write the errors: %w", err)
	}
	return nil
}

// Widths of columns, in letters.
const (
	narrow, broad = 8, 45
	reasonWidth   = 90
)

func usualWidths(cols []column) []int {
	widths := make([]int, len(cols))
	for i, c := range cols {
		switch c {
		case colName, colUnitName, colHome, colNote, colMovedTo, colMovedFrom:
			widths[i] = 30
		case colCell, colHost, colStatus:
			widths[i] = 20
		default:
			widths[i] = 13
		}
	}
	return widths
}

// seenWidths are those that the headings and the first rows need.
func (f *File) seenWidths() []int {
	if f.walk == nil {
		return []int{reasonWidth}
	}
	widths := make([]int, f.layout.width)
	see := func(cells []string) {
		for i := range min(len(cells), len(widths)) {
			widths[i] = min(broad, max(widths[i], narrow, utf8.RuneCountInString(cells[i])+2))
		}
	}
	see(f.table.heading.cells)
	n := 0
	for rec := range f.table.below {
		if see(rec.cells); n == 200 {
			break
		}
		n++
	}
	if old := f.layout.at[colFault]; old >= 0 {
		widths = append(widths[:old], widths[old+1:]...)
	}
	return append(widths, reasonWidth)
}

// bookWriter writes a sheet row by row. What is too much for memory lies in a
// file that only its owner may read, until close.
type bookWriter struct {
	file   *excelize.File
	sheet  string
	stream *excelize.StreamWriter
	styles [badRow + 1]int
	fault  int // style of a cell at fault
	reason int // style of the reasons
	head   int // the line of the headings
	last   int // the line that was written last
	wide   int
	values []any
	err    error
}

func newBookWriter(sheet, tempDir string) (*bookWriter, error) {
	b := &bookWriter{file: excelize.NewFile(excelize.Options{TmpDir: tempDir}), sheet: sheet}
	if err := b.file.SetSheetName("Sheet1", sheet); err != nil {
		return nil, err
	}
	line := []excelize.Border{{Type: "bottom", Color: "808080", Style: 1}}
	fill := func(colour string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	}
	const text = 49 // the number format "@"
	top := &excelize.Alignment{Vertical: "top"}
	for into, style := range map[*int]*excelize.Style{
		&b.styles[titleRow]: {NumFmt: text, Font: &excelize.Font{Bold: true}},
		&b.styles[headRow]: {
			NumFmt: text, Font: &excelize.Font{Bold: true}, Fill: fill("D9E1F2"), Border: line,
			Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true},
		},
		&b.styles[goodRow]: {NumFmt: text, Alignment: top},
		&b.styles[badRow]:  {NumFmt: text, Alignment: top, Fill: fill("FFF2CC")},
		&b.reason:          {NumFmt: text, Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}, Fill: fill("FFF2CC")},
		&b.fault:           {NumFmt: text, Alignment: top, Fill: fill("F8A5A5"), Font: &excelize.Font{Bold: true}},
	} {
		id, err := b.file.NewStyle(style)
		if err != nil {
			return nil, err
		}
		*into = id
	}
	if err := b.onPaper(); err != nil {
		return nil, err
	}
	var err error
	b.stream, err = b.file.NewStreamWriter(sheet)
	return b, err
}

// onPaper lets a printed page be as wide as the table, on A4 across.
func (b *bookWriter) onPaper() error {
	yes, across, a4, one, any := true, "landscape", 9, 1, 0
	if err := b.file.SetSheetProps(b.sheet, &excelize.SheetPropsOptions{FitToPage: &yes}); err != nil {
		return err
	}
	return b.file.SetPageLayout(b.sheet, &excelize.PageLayoutOptions{Orientation: &across, Size: &a4, FitToWidth: &one, FitToHeight: &any})
}

// begin comes before the first row. It takes the widths of the columns, and
// the line of the headings, above which nothing moves.
func (b *bookWriter) begin(widths []int, head int) {
	b.wide, b.head = len(widths), head
	for i, n := range widths {
		b.keep(b.stream.SetColWidth(i+1, i+1, float64(n)))
	}
	b.keep(b.stream.SetPanes(&excelize.Panes{
		Freeze: true, YSplit: head, TopLeftCell: cellName(0, head+1), ActivePane: "bottomLeft",
	}))
}

func (b *bookWriter) keep(err error) {
	if b.err == nil {
		b.err = err
	}
}

// row writes a row on its line.
func (b *bookWriter) row(r errorRow) {
	if b.err != nil {
		return
	}
	line := max(r.line, b.last+1)
	if line > maxSheetRow {
		b.err = fmt.Errorf("row %d does not fit into a sheet", line)
		return
	}
	b.last = line
	style := b.styles[r.kind]
	b.values = b.values[:0]
	for i, s := range r.cells {
		if s == "" && (r.kind == titleRow || r.kind == goodRow) {
			b.values = append(b.values, nil)
			continue
		}
		cell := excelize.Cell{StyleID: style, Value: s}
		switch {
		case slices.Contains(r.faulty, i):
			cell.StyleID = b.fault
		case r.kind == badRow && i == b.wide-1:
			cell.StyleID = b.reason
		}
		b.values = append(b.values, cell)
	}
	if r.kind != badRow {
		b.keep(b.stream.SetRow(cellName(0, line), b.values))
		return
	}
	// Not every program makes a row as high as its text.
	lines := 1 + utf8.RuneCountInString(r.cells[len(r.cells)-1])/(reasonWidth-10)
	b.keep(b.stream.SetRow(cellName(0, line), b.values, excelize.RowOpts{Height: min(float64(15*lines), excelize.MaxRowHeight)}))
}

// end writes the workbook out.
func (b *bookWriter) end(w io.Writer) error {
	if b.err == nil && b.last >= b.head && b.wide > 0 {
		b.err = b.file.AutoFilter(b.sheet, cellName(0, b.head)+":"+cellName(b.wide-1, max(b.last, b.head+1)), nil)
	}
	if b.err == nil {
		b.err = b.stream.Flush()
	}
	if b.err == nil {
		b.err = b.file.Write(w)
	}
	return b.err
}

func (b *bookWriter) close() { b.file.Close() }

package form

import (
	"encoding/csv"
	"fmt"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// WriteCSV writes the tables of pages as rows of text: one row of headings,
// counts as plain digits, nothing of what only paper needs. It begins with the
// mark by which Excel knows UTF-8. Of several pages the first column has the
// name; those of the same columns stand under one row of headings, others under
// their own, after an empty row. A list that is one page can be taken in again.
func WriteCSV(w io.Writer, pages iter.Seq2[Page, error]) error {
	if err := writeCSV(w, pages); err != nil {
		return fmt.Errorf("write the rows: %w", err)
	}
	return nil
}

func writeCSV(w io.Writer, pages iter.Seq2[Page, error]) error {
	var all []Page
	for p, err := range pages {
		if err != nil {
			return err
		}
		if p.Table != nil {
			all = append(all, p)
		}
	}
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	var headings []string
	for _, p := range all {
		var row []string
		named := func(name string, cells []string) []string {
			if len(all) > 1 {
				return append([]string{name}, cells...)
			}
			return cells
		}
		if h := csvHeadings(p.Table.Columns); !slices.Equal(h, headings) {
			if headings != nil {
				if err := out.Write(make([]string, len(headings))); err != nil {
					return err
				}
			}
			headings = h
			if err := out.Write(named("Tờ", h)); err != nil {
				return err
			}
		}
		for _, r := range p.Table.Rows {
			row = row[:0]
			for _, c := range r.Cells {
				row = append(row, csvCell(c))
			}
			if err := out.Write(named(guard(p.Name), row)); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

// csvHeadings are headings of one row: "Ngày sinh nam".
func csvHeadings(cols []Column) []string {
	out := make([]string, len(cols))
	for i, c := range cols {
		if out[i] = c.Heading; c.Group != "" {
			out[i] = c.Group + " " + small(c.Heading)
		}
	}
	return out
}

// small begins a text with a small letter.
func small(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToLower(first)) + s[size:]
}

func csvCell(c Cell) string {
	if c.Kind == Count {
		return strconv.Itoa(c.N)
	}
	return guard(c.Text)
}

// guard keeps a spreadsheet from taking a text for a formula.
func guard(s string) string {
	if s != "" && strings.IndexByte("=+-@", s[0]) >= 0 {
		return "'" + s
	}
	return s
}

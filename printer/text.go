package printer

import "strings"

// PlainText is the same lines as UTF-8, each ended by a line feed and without spaces at its end. Large letters are
// plain ones; a barcode is a line "|||| code".
func PlainText(lines []Line) string {
	var out strings.Builder
	for _, line := range lines {
		var b strings.Builder
		col := 0
		for _, s := range textSpans(line) {
			b.WriteString(strings.Repeat(" ", max(0, s.Col-col)))
			b.WriteString(s.Text)
			col = s.Col + width(s.Text)
		}
		out.WriteString(strings.TrimRight(b.String(), " "))
		out.WriteByte('\n')
	}
	return out.String()
}

// textSpans puts what plain text cannot show as it is on single columns.
func textSpans(line Line) []Span {
	spans := line.Spans
	if line.Kind == Bars {
		label := line.Code // of bars whose text stands above them
		if len(spans) > 0 {
			label = spans[0].Text
		}
		if bars := "|||| " + label; width(bars) <= line.Cols {
			label = bars
		}
		return []Span{place(label, line.Align, 0, line.Cols, false)}
	}
	if line.Double && len(spans) == 1 {
		return []Span{place(spans[0].Text, line.Align, 0, line.Cols, false)}
	}
	return spans
}

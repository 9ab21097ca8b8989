package printer

import (
	"fmt"
	"slices"
	"strings"
)

// room is how many rows of a page there are for its own lines: the number at its foot, the line at which it is torn off
// and the mark, if it is the last, take the rest.
func (l *layouter) room() int {
	n := l.pageRows - 1 - l.ending
	if l.number != "" {
		n--
	}
	return max(n, 1)
}

// runningHead is what tells to which paper a page belongs. On a page that is too low it would take the place of what it
// is the head of.
func (l *layouter) runningHead(text string) []Line {
	lines := l.text(Text{Text: text, Align: Center, Bold: true})
	if len(lines) == 0 {
		return nil
	}
	if lines = append(lines, l.rule(false)); rows(lines)*3 > l.pageRows {
		return nil
	}
	return lines
}

// recall takes back what was put last, so that signatures never begin a page by themselves. It takes nothing where the
// page would be left empty, or the next one be too low.
func (l *layouter) recall(with []Line) []Line {
	if !l.signing || l.last >= len(l.lines) {
		return nil
	}
	last := slices.Clone(l.lines[l.last:])
	n := rows(last)
	if l.row-n <= l.top || n+rows(with) > l.room() {
		return nil
	}
	l.lines = l.lines[:l.last]
	l.row -= n
	l.unseen -= n
	return last
}

// goesOn tells of what the rows are with which a page begins, on two lines at most.
func (l *layouter) goesOn(of string) []Line {
	lines := wrap(of, l.cols)
	if len(lines) > 2 {
		last, _ := cutAt(lines[1], l.cols-1)
		return l.text(Text{Text: lines[0] + "\n" + last + "…", Bold: true})
	}
	return l.text(Text{Text: of, Bold: true})
}

// newPage ends the page with its number and a dashed line, and begins the next. Nothing fills a page that is left early:
// on a roll that would be wasted paper.
func (l *layouter) newPage(end Kind) {
	l.addFoot()
	if l.number == "" {
		l.feet = append(l.feet, -1) // it counts all the same
	}
	l.add(l.dashes(end))
	l.row = 0
	l.addMark(true)
	l.add(l.running...)
	l.top = l.row
}

// dashes are a line at which the paper is cut or torn.
func (l *layouter) dashes(kind Kind) Line {
	text, _ := cutAt(strings.Repeat("- ", l.cols/2+1), l.cols)
	return Line{Kind: kind, Cols: l.cols, Spans: []Span{{Text: strings.TrimSpace(text)}}}
}

// addFoot keeps a line for the number of the page.
func (l *layouter) addFoot() {
	if l.number != "" {
		l.feet = append(l.feet, len(l.lines))
		l.add(Line{Cols: l.cols})
	}
}

// numberPages writes the numbers of the pages, now that all pages are there.
func (l *layouter) numberPages() {
	if l.number == "" {
		return
	}
	for i, at := range l.feet {
		for _, format := range [...]string{l.number, "%d/%d"} {
			if n := oneLine(fmt.Sprintf(format, i+1, len(l.feet))); n != "" && width(n) <= l.cols {
				l.lines[at].Spans = []Span{place(n, Center, 0, l.cols, false)}
				break
			}
		}
	}
}

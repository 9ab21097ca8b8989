package tui

import (
	"math"
	"slices"
	"strings"

	"github.com/guptarohit/asciigraph"

	"stampdesk"
)

// curve is the cards of each day as a line, and as another how many a day are
// needed from now on.
type curve struct {
	from  stampdesk.Date
	done  []int // from the first day to the last that is known
	days  int   // all that are shown
	need  int   // 0: no line
	today int   // counted from the first day
}

// curveOf is the curve of the days of a round, and of those outside its window
// on which cards were stamped.
func curveOf(r stampdesk.Round, days *stampdesk.PerDay, need int, today stampdesk.Date) curve {
	from, to := r.From, r.To
	if first, last := days.Span(); !first.IsZero() {
		if from.After(first) {
			from = first
		}
		if last.After(to) {
			to = last
		}
	}
	c := curve{from: from, days: to.DaysAfter(from) + 1, need: need, today: today.DaysAfter(from)}
	for i := range min(c.today+1, c.days) {
		c.done = append(c.done, days.On(from.AddDays(i)))
	}
	return c
}

// last cuts the curve to its last days, for it to fit into w cells.
func (c curve) last(w int) curve {
	drop := max(c.days-w, 0)
	c.from, c.days, c.today = c.from.AddDays(drop), c.days-drop, c.today-drop
	c.done = c.done[min(drop, len(c.done)):]
	return c
}

// Characters of the line of what is needed; that of what was done is the
// library's own, or these without symbols.
const (
	needLine   = "╌"
	plainNeed  = "-"
	plainDone  = "*"
	axisCells  = 4 // what the library draws beside the number
	fewestRows = 2
	leastScale = 10 // few cards must not look like many
)

// curve draws at most w by h cells: the line, and under it the first day, today
// and the last.
func (s *shell) curve(c curve, w, h int) []string {
	most := slices.Max(append([]int{leastScale, c.need}, c.done...))
	room := w - axisCells - width(s.count(most))
	if c.days < 1 || room < 10 || h < fewestRows+2 {
		return nil
	}
	c = c.last(room)
	each := max(room/c.days, 1)
	done, need := c.points(each, c.done), c.points(each, nil)
	if c.need > 0 && c.today < c.days {
		for i := max(c.today, 0) * each; i < len(need); i++ {
			need[i] = float64(c.need)
		}
	}
	needChars, doneChars := asciigraph.CreateCharSet(needLine), asciigraph.DefaultCharSet
	if s.term.plain {
		needChars, doneChars = asciigraph.CreateCharSet(plainNeed), asciigraph.CreateCharSet(plainDone)
	}
	graph := asciigraph.PlotMany([][]float64{need, done},
		asciigraph.Height(h-2), asciigraph.LowerBound(0), asciigraph.UpperBound(float64(most)),
		asciigraph.SeriesChars(needChars, doneChars),
		asciigraph.YAxisValueFormatter(func(v float64) string {
			if v > 0.5 && v < float64(most)-0.5 {
				return ""
			}
			return s.count(int(math.Round(v)))
		}))
	lines := strings.Split(graph, "\n")
	for i, l := range lines {
		lines[i] = s.drawn(l)
	}
	return append(lines, s.style.Tone[quiet].Render(c.dates(each, width(s.count(most))+axisCells-1)))
}

// points are so many for each day, so that a day is as wide as another; those
// that are not known are no number, which the library leaves out.
func (c curve) points(each int, known []int) []float64 {
	out := make([]float64, 0, c.days*each+1)
	for i := range c.days {
		v := math.NaN()
		if i < len(known) {
			v = float64(known[i])
		}
		for range each {
			out = append(out, v)
		}
	}
	return append([]float64{out[0]}, out...) // the library puts the first on the axis
}

// drawn puts our signs and our colours into a line of the library's.
func (s *shell) drawn(l string) string {
	if s.term.plain {
		return strings.NewReplacer("┤", "|", "┼", "|").Replace(l)
	}
	axis := strings.IndexAny(l, "┤┼") // its first point is on the axis
	if axis < 0 {
		return l
	}
	end := axis + len("┤")
	label, rest := strings.ReplaceAll(l[:end], "┼", "┤"), l[end:]
	var b strings.Builder
	b.WriteString(s.style.Tone[quiet].Render(label))
	for rest != "" {
		n := strings.Index(rest, needLine)
		if n < 0 {
			n = len(rest)
		}
		if n > 0 {
			b.WriteString(s.style.Tone[good].Render(rest[:n]))
		}
		rest = rest[n:]
		if n = len(rest) - len(strings.TrimLeft(rest, needLine)); n > 0 {
			b.WriteString(s.style.Tone[work].Render(rest[:n]))
		}
		rest = rest[n:]
	}
	return b.String()
}

// dates is the line under the curve.
func (c curve) dates(each, from int) string {
	short := func(i int) string { return c.from.AddDays(i).String()[:5] }
	line := []byte(strings.Repeat(" ", from+max(c.days*each, 5)))
	copy(line[from:], short(0))
	last := len(line) - 5
	if last >= from+6 {
		copy(line[last:], short(c.days-1))
	}
	if at := from + c.today*each; c.today > 0 && at >= from+6 && at <= last-6 {
		copy(line[at:], short(c.today))
	}
	return string(line)
}

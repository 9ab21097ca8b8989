package printer

// metrics are the sizes in which a profile's lines are drawn, in dots.
type metrics struct {
	px   int // of the letters
	cell int // a column
	line int // the height of a line
	base int // from the top of a line to its base line
}

// metrics are those of the picture; in a native text mode it has the columns of the printer's own letters.
func (p Profile) metrics() metrics {
	if !p.native() {
		return p.rasterMetrics()
	}
	a := p.fontA()
	m := metrics{px: a.W * 10 / 6, cell: a.W}
	m.line = max(a.H+6, m.px*5/4)
	m.base = m.px + (m.line-m.px*5/4)/2
	return m
}

func (p Profile) rasterMetrics() metrics {
	px := p.pixels()
	return metrics{px: px, cell: px * 6 / 10, line: orDefault(p.Raster.LineDots, lineDots), base: px}
}

// left is where the first column begins. Lines in the printer's own letters begin at the edge.
func (m metrics) left(p Profile, cols int) int {
	if p.native() {
		return 0
	}
	return max(0, p.Media.WidthDots-cols*m.cell) / 2
}

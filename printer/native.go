package printer

import "strings"

// isNative tells whether a line goes out in the printer's own letters.
func (r *Renderer) isNative(line Line) bool {
	mode := line.Mode
	if mode == "" {
		mode = r.profile.TextMode
	}
	switch {
	case line.Raw != nil:
		return true
	case line.Kind == Ruled, mode == TextRaster, mode == TextAuto, mode == "":
		return false
	case line.Kind == Bars && nativeBars(line, r.profile) == nil:
		return false
	case mode == TextHybrid:
		for _, s := range line.Spans {
			if !isASCII(s.Text) && line.Kind != Thin && line.Kind != Thick && line.Kind != Perforated && line.Kind != Torn {
				return false
			}
		}
		return len(line.Spans) > 0 // empty paper is fed with that around it
	}
	return true
}

// text appends a line in the printer's own letters. They stand in the columns of the picture: where those are wider, each
// letter gets white to its right (ESC SP).
func (e *encoder) text(line Line) {
	if e.pitch == 0 {
		if more := e.metrics.cell - e.profile.fontA().W; more > 0 {
			e.add(esc, ' ', byte(more))
		}
	}
	if line.Kind == Bars {
		e.bars(line)
		line = Line{Cols: line.Cols, Spans: line.Spans, Mode: line.Mode}
	}
	if pitch := line.Rows() * e.metrics.line * e.profile.feedUnits(); pitch != e.pitch {
		e.add(esc, '3', byte(pitch))
		e.pitch = pitch
	}
	if left := e.metrics.left(e.profile, line.Cols); left > 0 && (len(line.Spans) > 0 || line.Raw != nil) {
		e.add(esc, '$', byte(left), byte(left>>8))
	}
	if line.Raw != nil {
		e.raw(line)
	} else {
		e.spans(line)
	}
	e.add(lf)
	e.sendMuch()
}

func (e *encoder) spans(line Line) {
	col, scale := 0, 1
	if line.Double {
		scale = 2
	}
	for i, s := range line.Spans {
		until := line.Cols
		if i+1 < len(line.Spans) {
			until = line.Spans[i+1].Col - 1
		}
		e.style(false, false) // what is between words is plain, and no wider than a column
		e.add([]byte(strings.Repeat(" ", max(0, s.Col-col)))...)
		e.style(s.Bold, line.Double)
		text := s.Text
		switch line.Kind {
		case Thin, Perforated, Torn:
			text = strings.Map(ruleSign, text)
		case Thick:
			text = strings.Repeat("=", width(text))
		}
		col = s.Col + scale*e.letters(text, (until-s.Col)/scale, line.Mode)
	}
	e.style(false, false)
}

func ruleSign(r rune) rune {
	if r == ' ' {
		return r
	}
	return '-'
}

// letters appends text, room columns wide at most, and tells how many columns it took.
func (e *encoder) letters(text string, room int, mode TextMode) int {
	if mode == "" {
		mode = e.profile.TextMode
	}
	if mode != TextCodepage {
		text = foldText(text, room)
		e.add([]byte(text)...)
		return len(text)
	}
	cols, spare := 0, room-width(text)
	for len(text) > 0 {
		var letter string
		letter, text = cutAt(text, 1)
		runes := []rune(letter)
		if b, page := e.profile.CodePages.tcvn(runes[0]); b != 0 && len(runes) == 1 {
			e.usePage(page)
			e.add(b)
			cols++
			continue
		}
		s := foldText(letter, 1+spare)
		spare -= len(s) - 1
		e.add([]byte(s)...)
		cols += len(s)
	}
	return cols
}

// raw appends the bytes of a sample, under its page, and goes back to none that is known.
func (e *encoder) raw(line Line) {
	e.usePage(line.Page)
	for _, b := range line.Raw {
		if b < ' ' || b == 0x7f { // no sample carries a command
			b = '?'
		}
		e.add(b)
	}
}

func (e *encoder) usePage(page int) {
	if page != 0 && page != e.page {
		e.add(esc, 't', byte(page))
		e.page = page
	}
}

// style appends what changes of ESC E (bold) and GS ! (twice as wide and high).
func (e *encoder) style(bold, large bool) {
	if bold != e.bold {
		e.add(esc, 'E', asByte(bold))
		e.bold = bold
	}
	if large != e.large {
		e.add(gs, '!', 0x11*asByte(large))
		e.large = large
	}
}

func asByte(b bool) byte {
	if b {
		return 1
	}
	return 0
}

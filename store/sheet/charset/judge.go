package charset

// enough is how much proof a column must have by itself: two words, or one
// that has a sign inside.
const enough = 3

// Judge decides for the columns of a file, after cells of each were added,
// which of them stand in an old font, and says what convinced it: one sample
// of each font. When an old font is wanted, every cell is converted that can be
// of it; but where most cells of a column are Unicode beyond doubt, only those
// that are better for it. When another encoding is wanted, none is.
func Judge(columns []Column, want Encoding) []Evidence {
	var total [len(oldFonts)]signs
	unicode := 0
	for i := range columns {
		c := &columns[i]
		unicode += c.unicode
		for f, s := range c.seen {
			t := &total[f]
			t.old += s.old
			if c.font() == oldFonts[f] {
				t.proof += s.proof
			}
		}
	}
	main, _ := strongest(total)
	var convincing [len(oldFonts)]signs
	for i := range columns {
		c := &columns[i]
		switch want {
		case TCVN3, VNI:
			c.to = want
		case Auto, "":
			if c.to = c.font(); c.to == "" && total[main].proof > 0 && c.follows(main, total[main].old > unicode) {
				c.to = oldFonts[main]
			}
		}
		for f, e := range oldFonts {
			if c.to == e {
				s := c.seen[f]
				c.all = want == e && c.unicode <= max(s.old, 1)
				if s.best > convincing[f].best {
					convincing[f] = s
				}
				c.ties = s.old > c.unicode || c.unicode <= 1 && total[f].old > unicode
				c.capitals = e == TCVN3 && c.style.capitals()
			}
		}
	}
	var evidence []Evidence
	for _, s := range convincing {
		if s.best > 0 {
			evidence = append(evidence, s.evidence)
		}
	}
	return evidence
}

// JudgeRead decides for columns whose cells were added with AddRead: all that
// can be left to do are the capitals.
func JudgeRead(columns []Column) {
	for i := range columns {
		c := &columns[i]
		c.capitals = c.style.capitals()
		if c.style.broken > 0 || c.style.bareNames() || c.capitals && c.style.names() {
			c.to, c.read = TCVN3, true
		}
	}
}

// font is the one that the column proves by itself.
func (c *Column) font() Encoding {
	best, second := strongest(c.seen)
	s := c.seen[best]
	if s.proof < enough || s.proof == c.seen[second].proof || s.none > s.old {
		return ""
	}
	return oldFonts[best]
}

// strongest are the fonts with the most proof.
func strongest(of [len(oldFonts)]signs) (best, second int) {
	second = 1
	for f := 1; f < len(of); f++ {
		switch {
		case of[f].proof > of[best].proof:
			best, second = f, best
		case of[f].proof > of[second].proof:
			second = f
		}
	}
	return best, second
}

// follows reports that a column which proves nothing by itself goes with the
// font that others prove: what speaks is for it, or nothing speaks against it
// but perhaps a heading, in a file of which most is in that font.
func (c *Column) follows(font int, most bool) bool {
	s := c.seen[font]
	return s.none <= s.old+s.tied && (s.proof > 0 && s.old > 0 || most && c.unicode <= 1 && s.old+s.tied > 0)
}

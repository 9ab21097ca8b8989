package charset

// Column gathers what speaks for an old font in the cells of one column. The
// zero value has seen nothing and converts nothing.
type Column struct {
	unicode int // cells of which no old font can be the cause
	seen    [len(oldFonts)]signs
	style   style

	to       Encoding // what Judge decided; empty: the cells stay
	ties     bool     // cells that are as good either way are converted
	all      bool     // asked for: every cell that can be of an old font
	capitals bool     // the text was made with a capital font
	read     bool     // it was read before, and only its capitals are put right
}

var oldFonts = [...]Encoding{TCVN3, VNI, Twice}

// signs are those of one old font.
type signs struct {
	proof    int // weight of words that are syllables in it only
	old      int // cells that are better in it
	tied     int // cells that are as good either way
	none     int // cells that make no sense either way
	evidence Evidence
	best     int // the proof of the evidence
}

// Add looks at a cell.
func (c *Column) Add(cell string) {
	cell = clip(cell)
	switch {
	case isASCII(cell):
		c.style.add(cell)
		return
	case !oldFont(cell):
		c.unicode++
		return
	}
	against := true // every font reads less in it
	for i, e := range oldFonts {
		read := readCell(cell, e)
		if e == TCVN3 {
			c.style.add(read)
		}
		m, s := compare(cell, read, e), &c.seen[i]
		if m.same {
			continue
		}
		switch {
		case m.reads > m.stands:
			s.old++
		case m.none:
			s.none++
		case m.reads == m.stands:
			s.tied++
		}
		against = against && m.reads < m.stands
		if s.proof += m.proof; m.proof > s.best {
			s.best = m.proof
			s.evidence = Evidence{Encoding: e, Sample: shorten(cell), Read: shorten(read)}
		}
	}
	if against {
		c.unicode++
	}
}

// AddRead looks at a cell that was read from the bytes of a file in TCVN3.
func (c *Column) AddRead(cell string) { c.style.add(clip(cell)) }

// Converts reports whether any cell of the column may be changed by Read.
func (c *Column) Converts() bool { return c.to != "" }

// Read is a cell in Unicode. One that is better as it stands is left so.
func (c *Column) Read(cell string) string {
	if c.read {
		return c.style.recase(cell, c.capitals)
	}
	if isASCII(cell) {
		if c.capitals && c.to != "" {
			return c.style.recase(cell, true)
		}
		return cell
	}
	if c.to == "" || !oldFont(cell) {
		return cell
	}
	read := readCell(cell, c.to)
	if !c.all {
		m := compare(clip(cell), clip(read), c.to)
		if m.same || m.reads < m.stands || m.reads == m.stands && !c.ties {
			return cell
		}
	}
	if c.to != TCVN3 { // the others have every capital
		return read
	}
	return c.style.recase(read, c.capitals)
}

// clip cuts a cell to what is looked at of it.
func clip(cell string) string {
	if len(cell) <= triedCell {
		return cell
	}
	n := triedCell
	for n > 0 && cell[n]&0xC0 == 0x80 {
		n--
	}
	return cell[:n]
}

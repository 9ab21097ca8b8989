package sheet

// lexicon tells headings: by the profile where there is one, and by what is
// known of headings.
type lexicon struct {
	want    columns
	profile Profile
	named   map[string]meaning // by the profile, by key
	met     map[string]meaning
}

func newLexicon(want columns, p Profile) *lexicon {
	l := &lexicon{want: want, profile: p, named: map[string]meaning{}, met: map[string]meaning{}}
	for f, texts := range p.Columns {
		if c, ok := columnOf(f); ok {
			for _, text := range texts {
				m := l.named[headingKey(text)]
				m.cols = append(m.cols, c)
				l.named[headingKey(text)] = m
			}
		}
	}
	for _, text := range p.Ignore {
		l.named[headingKey(text)] = meaning{cols: []column{colOrdinal}}
	}
	return l
}

// mean is what a heading means in this file.
func (l *lexicon) mean(text string) meaning {
	m, ok := l.met[text]
	if ok {
		return m
	}
	if len(l.named) > 0 {
		if m, ok = l.named[headingKey(text)]; ok {
			l.met[text] = m
			return m
		}
	}
	m = recognise(text)
	for _, c := range m.cols {
		if len(l.profile.Columns[fieldOf[c]]) > 0 {
			m = meaning{} // the profile says where that stands
			break
		}
	}
	l.met[text] = m
	return m
}

// score says how much of a heading a row is, and whether it names all that a
// file must have.
func (l *lexicon) score(cells []string) (points int, all bool) {
	var has [numColumns]bool
	for _, s := range cells[:min(len(cells), 1000)] {
		if isBlank(s) {
			continue
		}
		m := l.mean(s)
		for _, c := range m.cols {
			switch {
			case has[c]:
			case c >= colOrdinal || !l.want.has[c]:
				points++
			case m.loose:
				points += 3
			default:
				points += 5
			}
			has[c] = true
		}
	}
	has[colName] = has[colName] || has[colFamily] && has[colGiven]
	has[colUnit] = has[colUnit] || has[colUnitName]
	for _, c := range l.want.must {
		if !has[c] {
			return points, false
		}
	}
	return points, points > 0
}

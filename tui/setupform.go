package tui

import "stampdesk"

// blank is a form of one line a field, filled in with what is in force. What
// was typed stays while it is put away.
type blank struct {
	fields []field
	on     int
	wrong  string
}

func newBlank(most []int, texts ...string) blank {
	b := blank{fields: make([]field, len(texts))}
	for i, t := range texts {
		b.fields[i] = field{text: t, most: most[i], keep: t != ""}
	}
	return b
}

// moved moves between the fields, and reports whether the key was for that;
// enough reports an Enter in the last field.
func (b *blank) moved(in input) (moved, enough bool) {
	switch {
	case in.is(keys.Prev):
		b.on = max(b.on-1, 0)
	case in.is(keys.Next): // it goes round and never submits
		b.on = (b.on + 1) % len(b.fields)
	case in.is(keys.End):
		b.on = len(b.fields) - 1
	case in.is(keys.Home):
		b.on = 0
	case in.is(keys.Enter):
		if b.on == len(b.fields)-1 {
			return true, true
		}
		b.on++
	default:
		return false, false
	}
	return true, false
}

// fill takes a key for the form that it is a part of.
func (b *blank) fill(s *shell, in input, form drafted, record func(*shell)) {
	b.wrong = ""
	if in.is(keys.Esc) {
		s.leave(form)
		return
	}
	switch moved, enough := b.moved(in); {
	case enough:
		record(s)
	case !moved:
		b.fields[b.on].key(in)
	}
}

// view draws the form with what is said of the field that has the focus.
func (b *blank) view(s *shell, title string, labels, about []string, how []string, w, h int) []string {
	lines := []string{""}
	for _, t := range how {
		for _, l := range s.wrap(t, w-8, 2) {
			lines = append(lines, "  "+s.style.Tone[quiet].Render(l))
		}
	}
	if len(how) > 0 {
		lines = append(lines, "")
	}
	for i := range b.fields {
		label := s.fit(labels[i], 26)
		if i == b.on {
			label = s.style.Head.Render(label)
		}
		lines = append(lines, "  "+label+b.fields[i].view(s, min(w-36, 64), i == b.on))
	}
	lines = append(lines, "")
	if b.wrong != "" {
		for _, l := range s.wrap(s.sign.Refuse+" "+b.wrong, w-8, 2) {
			lines = append(lines, "  "+s.style.Tone[bad].Render(l))
		}
	} else {
		lines = append(lines, "  "+s.style.Tone[quiet].Render(about[b.on]))
	}
	return s.block(s.box(frameThin, work, " "+title+" ", lines, w-2, min(h, len(lines)+3)), w, h)
}

func (b *blank) hints(s *shell) []hint {
	enter := hint{"Enter", s.words.KeyNext}
	if b.on == len(b.fields)-1 {
		enter.does = s.words.KeyRecordForm
	}
	return []hint{enter, {"Tab", s.words.KeyField}, {"Esc", s.words.KeyBack}, {"F1", s.words.KeyHelp}}
}

func (b *blank) takesText() bool { return true }

// sameRound compares what a person can change.
func sameRound(a, b stampdesk.Round) bool {
	a.Papers, b.Papers = nil, nil
	return stampdesk.Setup{Round: a}.Hash() == stampdesk.Setup{Round: b}.Hash()
}

package tui

import (
	"strings"

	"stampdesk"
)

// journalColumns are the columns of the journal: when, number, what, card,
// batch or unit, who.
var journalColumns = heading{widths: []int{12, 10, -7, 11, -3, 10}, middle: 4}

func (p *journalPage) view(s *shell, w, h int) []string {
	title := " " + s.style.Head.Render(s.words.MenuJournal)
	search := ""
	if p.searching() {
		search = s.words.Find + " " + p.filter.view(s, 24, true) + " "
	}
	out := []string{s.ends(title+"  "+s.style.Tone[quiet].Render(p.progress(s)), search, w), s.fit(p.filters(s), w)}
	note := s.noteLines(w)
	switch {
	case p.walk == nil:
		return s.foot(append(out, "", "  "+s.style.Tone[quiet].Render(s.words.ReadingStore)), note, w, h)
	case len(p.keys) == 0 && !p.ended:
		return s.foot(append(out, "", "  "+s.style.Tone[quiet].Render(s.words.Sifting)), note, w, h)
	case len(p.keys) == 0 && p.total == 0:
		return s.foot(append(out, "", "  "+s.words.NoEntries, "", "  "+s.style.Tone[quiet].Render(s.words.NoEntriesHow)), note, w, h)
	case len(p.keys) == 0:
		return s.foot(append(out, "", "  "+s.words.NoEntryFits, "", "  "+s.style.Tone[quiet].Render(s.words.NoEntryFitsHow)), note, w, h)
	}
	head := journalColumns
	head.columns = []string{s.words.ColWhen, s.words.ColEntryNo, s.words.ColWhat, s.words.ColNumber, s.words.ColWhere, s.words.EntryWho}
	out = append(out, s.style.Tone[quiet].Render(s.fit("   "+s.cells(w-4, &head, head.columns), w)))
	below := []string{s.style.Tone[quiet].Render(" " + strings.Repeat(s.sign.Rule, w-2))}
	if e, ok := p.now(); ok {
		for _, t := range s.block(s.wrap(p.detail(s, &e), w-4, 2), w-4, 2) {
			below = append(below, "  "+t)
		}
	} else {
		below = append(below, "", "")
	}
	below = append(below, note...)
	room := max(h-len(out)-len(below), 1)
	from, to := window(len(p.keys), room, p.at)
	for i := from; i < to; i++ {
		out = append(out, p.line(s, i, &head, w))
	}
	return s.foot(out, below, w, h)
}

// line is one entry, or a blank until it has been read.
func (p *journalPage) line(s *shell, i int, head *heading, w int) string {
	point, sign, t, text := " ", " ", quiet, s.sign.Dot
	if e, ok := p.near[p.keys[i]]; ok {
		one := passed{entry: e}
		sign, t = one.sign(s)
		what := s.entryWhat(&e)
		if p.undone[e.Key] {
			sign, t, what = s.sign.Undone, quiet, s.join(what, s.words.UndoneShort)
		}
		text = s.cells(w-4, head, []string{
			e.At.In(s.now.Location()).Format("02/01 15:04"), s.entryNo(e.Key), what, cardOrNone(e.Card), s.entryWhere(&e), string(e.Operator),
		})
	}
	if i == p.at {
		point, text = s.sign.Pointer, s.style.Chosen.Render(text)
	}
	return s.fit(point+s.style.Tone[t].Render(sign)+" "+text, w)
}

// entryNo is the number of an entry: B1/1.234.
func (s *shell) entryNo(k stampdesk.EntryKey) string {
	return string(k.Desk) + "/" + s.count(int(k.Seq))
}

func cardOrNone(card stampdesk.CardNumber) string {
	if card == 0 {
		return ""
	}
	return card.String()
}

// entryWhat is what an entry did, with the boxes or the reason.
func (s *shell) entryWhat(e *stampdesk.Entry) string {
	what := s.deed(e)
	switch {
	case e.Act == stampdesk.ActPrinted:
		return s.join(what, s.document(e))
	case e.Act == stampdesk.ActPersonAdded, e.Act == stampdesk.ActPersonChanged, e.Act == stampdesk.ActPINFailed, e.Act == stampdesk.ActLockedOut:
		return s.join(what, e.Fact(stampdesk.FactPerson))
	case e.Boxes != 0 && (e.Act == stampdesk.ActStamped || e.Act == stampdesk.ActPresented):
		return what + ", " + s.boxes(e.Boxes)
	case e.Reason != "" && e.Act != stampdesk.ActIncident && e.Act != stampdesk.ActPresented && e.Act != stampdesk.ActStamped:
		return what + ": " + e.Reason.Label(s.lang)
	}
	return what
}

// entryWhere is the batch that an entry is about, else the code of the unit,
// which has room where its name has none.
func (s *shell) entryWhere(e *stampdesk.Entry) string {
	switch {
	case e.Batch != "":
		return fill(s.words.Batch, s.batchName(e.Batch))
	case e.Unit != "":
		return string(e.Unit)
	}
	return ""
}

// detail is all of an entry in a sentence.
func (p *journalPage) detail(s *shell, e *stampdesk.Entry) string {
	by := ""
	if e.Approver != "" && e.Approver != e.Operator {
		by = fill(s.words.ApprovedBy, p.called(e.Approver))
	}
	unit, note := "", ""
	if e.Unit != "" {
		unit = s.unit(e.Unit)
	}
	if e.Note != "" {
		note = fill(s.words.NoteIs, e.Note)
	}
	undone := ""
	if p.undone[e.Key] {
		undone = s.words.UndoneShort
	}
	return s.join(s.entryWhat(e), undone, s.entryFacts(e), s.flagged(e), note, p.called(e.Operator), by, unit)
}

// called is a person by name, where one is known.
func (p *journalPage) called(id stampdesk.PersonID) string {
	if n := p.people[id]; n != "" && n != string(id) {
		return n + " (" + string(id) + ")"
	}
	return string(id)
}

// progress is how much there is, and how far it was looked through for what is
// wanted.
func (p *journalPage) progress(s *shell) string {
	all := fill(s.words.EntriesN, s.count(p.total))
	switch {
	case p.walk == nil:
		return ""
	case p.only == journalFilter{} && p.filter.value() == "":
		return all
	case p.ended:
		return s.join(fill(s.words.FitN, s.count(len(p.keys))), all)
	}
	return s.join(fill(s.words.FitSoFar, s.count(len(p.keys))), fill(s.words.LookedAt, s.count(p.looked), s.count(p.total)))
}

// filters are the things by which entries can be wanted, with their digits.
func (p *journalPage) filters(s *shell) string {
	f := &p.only
	values := [...]string{
		s.rules.Acts[f.act], string(f.person), s.batchName(f.batch), f.day.String(), string(f.of) + "/" + s.count(int(f.shift)), string(f.desk),
	}
	out := " " + s.style.Tone[quiet].Render(s.words.OnlySuch)
	if *f != (journalFilter{}) { // the way back is never cut off
		out += "  " + s.style.Key.Render("0") + " " + s.words.AllAgain
	}
	for i, name := range s.words.JournalBy {
		text := string(rune('1'+i)) + " " + name
		if p.on(byte(i + 1)) {
			text = s.style.Chosen.Render(" " + string(rune('1'+i)) + " " + s.fit(values[i], min(width(values[i]), 20)) + " ")
		} else {
			text = s.style.Tone[quiet].Render(text)
		}
		out += "  " + text
	}
	return out
}

func (p *journalPage) hints(s *shell) []hint {
	if p.total == 0 && len(p.keys) == 0 {
		return []hint{{"Esc", s.words.KeyBack}, {"?", s.words.KeyHelp}}
	}
	return []hint{{"Enter", s.words.KeyOpen}, {"1-6", s.words.KeyOnly}, {"/", s.words.KeyFind}, {"i", s.words.KeyCard}, {"Esc", s.words.KeyBack}, {"?", s.words.KeyHelp}}
}

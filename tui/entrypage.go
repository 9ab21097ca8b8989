package tui

import (
	"strconv"
	"strings"

	"stampdesk"
)

// entryPage is one entry of the journal with all that is in it, what it answers
// and what answers it.
type entryPage struct {
	entry stampdesk.Entry
	ref   *stampdesk.Entry  // the one it answers or voids; nil: none
	after []stampdesk.Entry // that answer or void it
	name  string            // of the member, by the roster in force; it is not in the journal
	lines int               // that were kept with it
	from  int
}

func (p *entryPage) read(from sight) (func(*shell), error) {
	e := &p.entry
	fresh := entryPage{entry: *e}
	if !e.Ref.IsZero() {
		ref, err := from.Entry(e.Ref)
		if err != nil {
			return nil, err
		}
		fresh.ref = ref
	}
	if e.Paper != (stampdesk.Hash{}) {
		for _, err := range from.Paper(e.Key) {
			if err != nil {
				return nil, err
			}
			fresh.lines++
		}
	}
	if e.Card != 0 {
		m, err := from.Member(e.Card)
		if err != nil {
			return nil, err
		}
		if m != nil {
			fresh.name = m.Name
		}
		mark, err := from.Mark(stampdesk.MarkKey{Round: e.Round, Card: e.Card, Issue: e.Issue})
		if err != nil {
			return nil, err
		}
		all, err := stampdesk.History(from, mark.Latest)
		if err != nil {
			return nil, err
		}
		for i := range all {
			if all[i].Ref == e.Key {
				fresh.after = append(fresh.after, all[i])
			}
		}
	}
	return func(*shell) { fresh.from = p.from; *p = fresh }, nil
}

func (p *entryPage) key(s *shell, in input) {
	switch {
	case in.is(keys.Esc):
		s.turnBack()
	case in.is(keys.Enter) && in.text == "", in.is(keys.Card):
		if p.entry.Card != 0 {
			s.turnTo(newCardPage(p.entry.Card))
		} else {
			s.say(warn, s.words.NoCardOfEntry)
		}
	case in.moves():
		p.from = in.moved(p.from, 1000) // the view knows how many lines there are
	case in.is(keys.Find):
		s.search("")
	}
}

func (p *entryPage) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (p *entryPage) view(s *shell, w, h int) []string {
	e := &p.entry
	var out []string
	add := func(label, text string) {
		for _, line := range s.wrap(text, w-24, 4) {
			out = append(out, "  "+s.style.Tone[quiet].Render(s.fit(label, 20))+line)
			label = ""
		}
	}
	add(s.words.ColWhen, e.At.In(s.now.Location()).Format("15:04:05 02/01/2006"))
	add(s.words.EntryCard, s.join(cardOrNone(e.Card), p.name))
	add(s.words.UnitHead, unitOrNone(s, e.Unit))
	if e.Batch != "" {
		add(s.words.BatchHead, s.batchName(e.Batch))
	}
	add(s.words.EntryBoxes, boxList(e.Boxes))
	add(s.words.Reason, e.Reason.Label(s.lang))
	add(s.words.EntryNote, e.Note)
	add(s.words.EntryFlags, s.flagged(e))
	add(s.words.EntryWho, string(e.Operator))
	add(s.words.EntryApprover, string(e.Approver))
	if e.Shift != 0 {
		add(s.words.EntryShift, string(e.Key.Desk)+"/"+strconv.Itoa(int(e.Shift)))
	}
	for _, f := range e.Facts {
		add(factName(s.lang, f.Name), f.Value)
	}
	if p.lines > 0 {
		add(s.words.EntryLines, s.count(p.lines))
	}
	if p.ref != nil {
		add(s.words.EntryAnswers, s.entryShort(p.ref))
	}
	for i := range p.after {
		add(s.words.EntryAnswered, s.entryShort(&p.after[i]))
	}
	if !e.Before.IsZero() {
		add(s.words.EntryBefore, s.entryNo(e.Before))
	}
	add(s.words.EntryRules, strconv.Itoa(int(e.Rules)))
	if e.Paper != (stampdesk.Hash{}) {
		add(s.words.EntryPaper, e.Paper.String())
	}
	add(s.words.EntryChain, e.Chain.String())
	head := []string{" " + s.style.Head.Render(s.join(fill(s.words.EntryOf, s.entryNo(e.Key)), s.entryWhat(e))), ""}
	note := s.noteLines(w)
	room := max(h-len(head)-len(note), 1)
	p.from = min(p.from, max(len(out)-room, 0))
	return s.foot(append(head, out[p.from:]...), note, w, h)
}

// entryShort names another entry.
func (s *shell) entryShort(e *stampdesk.Entry) string {
	return s.join(s.entryNo(e.Key), s.entryWhat(e), string(e.Operator), s.when(e.At))
}

func unitOrNone(s *shell, u stampdesk.UnitCode) string {
	if u == "" {
		return ""
	}
	return strings.TrimSpace(string(u) + "  " + s.unit(u))
}

func (p *entryPage) hints(s *shell) []hint {
	out := []hint{}
	if p.entry.Card != 0 {
		out = append(out, hint{"Enter", s.words.KeyCard})
	}
	return append(out, hint{s.sign.MoreAbove + s.sign.MoreBelow, s.words.KeyScroll}, hint{"Esc", s.words.KeyBack}, hint{"?", s.words.KeyHelp})
}

func (p *entryPage) help(w *words) string { return w.HelpEntry }

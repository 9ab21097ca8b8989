package tui

import (
	"strconv"
	"strings"

	"stampdesk"
)

func (p *cardPage) view(s *shell, w, h int) []string {
	note := s.noteLines(w)
	l := p.life
	if l == nil {
		return s.foot([]string{" " + s.style.Head.Render(p.card.String()), "", "", "  " + s.style.Tone[quiet].Render(s.words.ReadingStore)}, note, w, h)
	}
	out := p.head(s, l, w)
	out = append(out, p.facts(s, l, w)...)
	title := fill(s.words.HistoryN, s.count(len(l.history)))
	if len(l.history) == 0 {
		do := s.words.NoHistoryHand
		if s.home() == "" {
			do = s.words.NoHistoryBatch
		}
		return s.foot(append(out, "", "  "+s.words.NoHistory, "", "  "+s.style.Tone[quiet].Render(do)), note, w, h)
	}
	rule := " " + strings.Repeat(s.sign.Rule, 2) + " " + title + " "
	out = append(out, s.style.Tone[quiet].Render(rule+strings.Repeat(s.sign.Rule, max(w-1-width(rule), 0))))
	room := max(h-len(out)-len(note), 1)
	lines, starts := p.lived(s, l, w)
	p.from = min(p.from, max(len(starts)-1, 0))
	if len(lines) <= room {
		p.from = 0
	}
	for p.from > 0 && len(lines)-starts[p.from-1] <= room { // no emptier than it must be
		p.from--
	}
	begin := starts[p.from]
	shown := lines[begin:min(begin+room, len(lines))]
	if rest := len(lines) - begin - room; rest > 0 || begin > 0 {
		shown = lines[begin:min(begin+room-1, len(lines))]
		out = append(out, shown...)
		above, below := p.from, 0
		for i, at := range starts {
			if at >= begin+room-1 {
				below = len(starts) - i
				break
			}
		}
		out = append(out, "  "+s.style.Tone[quiet].Render(s.sign.MoreAbove+s.count(above)+" "+s.sign.MoreBelow+s.count(below)))
		return s.foot(out, note, w, h)
	}
	return s.foot(append(out, shown...), note, w, h)
}

// head says whose card it is.
func (p *cardPage) head(s *shell, l *life, w int) []string {
	m := l.Member
	issue := ""
	if l.Issue > stampdesk.FirstIssue {
		issue = fill(s.words.IssueN, strconv.Itoa(int(l.Issue))) + " "
	}
	if m == nil {
		return []string{s.ends(" "+s.style.Head.Render(p.card.String()), issue, w),
			" " + stampdesk.ReasonUnknown.Sentence(s.lang), ""}
	}
	date := func(say string, d stampdesk.Date) string {
		if d.IsZero() {
			return ""
		}
		return fill(say, d.String())
	}
	host := ""
	if l.host != "" {
		host = fill(s.words.HostedBy, l.host)
	}
	return []string{
		s.ends(" "+s.style.Head.Render(p.card.String()+"   "+m.Name), issue, w),
		" " + s.middle(s.join(l.unit, m.Cell, host, s.status(m.Status)), w-2),
		" " + s.middle(s.join(date(s.words.Born, m.Birth), date(s.words.Admitted, m.Admitted), date(s.words.Official, m.Official), date(s.words.CardOf, m.Issued)), w-2),
		"",
	}
}

// facts are what stands, what the rules say, and what hangs on the card.
func (p *cardPage) facts(s *shell, l *life, w int) []string {
	var out []string
	add := func(label string, t tone, text string) {
		if text == "" {
			return
		}
		for i, line := range s.wrap(text, w-20, 2) {
			if i > 0 {
				label = ""
			}
			out = append(out, " "+s.fit(label, 17)+s.style.Tone[t].Render(line))
		}
	}
	add(s.words.StandsNow, calm, s.stands(&l.Mark))
	add(s.words.AsideNow, warn, s.standing(l.Mark.Aside))
	switch v := l.verdict; {
	case !l.judged:
		add(s.words.RulesSay, quiet, s.words.NoBatchToJudge)
	case v.Kind == stampdesk.Stamp:
		late := ""
		if v.Late {
			late = s.words.LateShort
		}
		add(s.words.RulesSay, work, s.join(s.rules.Verdicts[v.Kind], s.boxes(v.Boxes), late))
	case v.Kind == stampdesk.Hold:
		add(s.words.RulesSay, warn, s.rules.Verdicts[v.Kind]+": "+v.Reason.Sentence(s.lang))
	case v.Kind == stampdesk.Refuse:
		add(s.words.RulesSay, bad, s.rules.Verdicts[v.Kind]+": "+v.Reason.Sentence(s.lang))
	default:
		add(s.words.RulesSay, calm, s.rules.Verdicts[v.Kind]+": "+v.Reason.Sentence(s.lang))
	}
	if n := l.Void; n.Card != 0 {
		add(s.words.ReplacedBy, warn, s.plastic(n))
	}
	if n := l.Mark.Prev; n.Card != 0 {
		add(s.words.InPlaceOf, calm, s.plastic(n))
	}
	switch {
	case l.Mark.Due != 0:
		add(s.words.BoxesOfIt, calm, s.boxes(l.Mark.Due))
	case l.Member != nil && l.dueKnown:
		add(s.words.NewCardGets, calm, s.boxes(l.due))
	case l.Member != nil:
		add(s.words.NewCardGets, warn, s.words.BoxesUnknown)
	}
	var lists []string
	for _, x := range l.lists {
		lists = append(lists, s.join(fill(s.words.FormN, strconv.Itoa(int(x.Form))), s.inBatch(x.Batch), x.unit))
	}
	add(s.words.OnLists, calm, strings.Join(lists, "; "))
	return out
}

// stands is what stands for a card, in a line.
func (s *shell) stands(m *stampdesk.Mark) string {
	switch {
	case m.Standing.Act != 0:
		return s.standing(m.Standing)
	case m.Missing.Act != 0:
		return s.join(stampdesk.ReasonUncollected.Label(s.lang), s.inBatch(m.Missing.Batch))
	case m.Latest.IsZero():
		return s.words.NotSeenYet
	}
	return s.words.NothingStands
}

func (s *shell) standing(st stampdesk.Standing) string {
	if st.Act == 0 {
		return ""
	}
	what := s.rules.Acts[st.Act]
	if st.Reason != "" && st.Act != stampdesk.ActStamped {
		what += ": " + st.Reason.Label(s.lang)
	}
	return s.join(what, s.boxes(st.Boxes), s.doneBy(st), s.inBatch(st.Batch))
}

// plastic names a piece of plastic, and which issue where that is not plain.
func (s *shell) plastic(p stampdesk.Plastic) string {
	if p.Issue <= stampdesk.FirstIssue {
		return p.Card.String()
	}
	return s.join(p.Card.String(), fill(s.words.IssueN, strconv.Itoa(int(p.Issue))))
}

// status is a status in the language of the screen.
func (s *shell) status(st stampdesk.Status) string {
	if n := int(st) - 1; n >= 0 && n < len(s.words.Statuses) {
		return s.words.Statuses[n]
	}
	return st.String()
}

// lived are the lines of the history, and where each entry begins.
func (p *cardPage) lived(s *shell, l *life, w int) (lines []string, starts []int) {
	for i := range l.history {
		e := &l.history[i]
		starts = append(starts, len(lines))
		what := s.deed(e)
		if e.Reason != "" && e.Act != stampdesk.ActIncident && e.Act != stampdesk.ActPresented && e.Act != stampdesk.ActStamped {
			what += ": " + e.Reason.Label(s.lang)
		}
		who := string(e.Operator)
		if e.Approver != "" && e.Approver != e.Operator {
			who = s.join(who, fill(s.words.ApprovedBy, string(e.Approver)))
		}
		card := ""
		if e.Card != l.Card || e.Issue != l.Issue {
			card = s.plastic(stampdesk.Plastic{Card: e.Card, Issue: e.Issue})
		}
		text := s.join(what, s.boxes(e.Boxes), s.entryFacts(e), card, s.flagged(e), who, s.inBatch(e.Batch))
		at := e.At.In(s.now.Location()).Format("02/01/2006 15:04")
		number := s.style.Tone[quiet].Render(fill(s.words.EntryNo, string(e.Key.Desk), s.count(int(e.Key.Seq)))) + " "
		parts := s.wrap(text, w-22-width(number), 3)
		for n, t := range parts {
			if n == 0 {
				lines = append(lines, s.ends("  "+at+"  "+t, number, w))
			} else {
				lines = append(lines, s.fit("  "+strings.Repeat(" ", width(at))+"  "+t, w))
			}
		}
		if e.Note != "" {
			for _, t := range s.wrap(fill(s.words.NoteIs, e.Note), w-22, 2) {
				lines = append(lines, s.fit("  "+strings.Repeat(" ", width(at))+"  "+s.style.Tone[quiet].Render(t), w))
			}
		}
	}
	return lines, starts
}

// entryFacts are the particulars of an entry that a person asks for.
func (s *shell) entryFacts(e *stampdesk.Entry) string {
	switch e.Act {
	case stampdesk.ActPapersReceived:
		act := stampdesk.ActExchanged
		p := e.Papers()
		if p.Statement {
			act = stampdesk.ActReissued
		}
		return s.papers(p, act)
	case stampdesk.ActExchanged, stampdesk.ActReissued:
		return fill(s.words.NewIs, dotted(e.Fact(stampdesk.FactNew)))
	}
	return ""
}

// flagged are the marks of an entry that a person asks for.
func (s *shell) flagged(e *stampdesk.Entry) string {
	var parts []string
	for _, f := range []struct {
		flag stampdesk.Flags
		say  string
	}{
		{stampdesk.Relaminated, s.words.RelaminatedShort}, {stampdesk.Late, s.words.LateShort},
		{stampdesk.Typed, s.words.TypedShort}, {stampdesk.Inked, s.words.InkedFlag},
	} {
		if e.Flags.Has(f.flag) {
			parts = append(parts, f.say)
		}
	}
	return strings.Join(parts, ", ")
}

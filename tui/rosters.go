package tui

import (
	"strconv"

	"stampdesk"
)

// rosters are the roster in force and the one before it, and the ways to
// change them: a file of a roster or of a batch's lists, or the one before.
type rosters struct {
	choice
	now, before stampdesk.RosterInfo
	units       int
	loaded      bool
}

func (p *rosters) read(from sight) (func(*shell), error) {
	now, err := from.Roster()
	if err != nil {
		return nil, err
	}
	before, err := from.RosterBefore()
	if err != nil {
		return nil, err
	}
	units := 0
	for _, err := range from.Units() {
		if err != nil {
			return nil, err
		}
		units++
	}
	return func(*shell) { p.now, p.before, p.units, p.loaded = now, before, units, true }, nil
}

// entry is something that can be done.
type entry struct {
	name string
	open func()
}

// entries are what can be done.
func (p *rosters) entries(s *shell) []entry {
	var all []entry
	if s.opt.Import != nil {
		lists := entry{s.words.ListsNoBatch, func() { s.say(warn, s.rules.Refusals[stampdesk.NoBatch]) }}
		if batch := s.home(); batch != "" {
			lists = entry{fill(s.words.ImportLists, s.batchName(batch)), func() { s.importFile(batch) }}
		}
		all = append(all, entry{s.words.ImportRoster, func() { s.importFile("") }}, lists)
	}
	return append(all, entry{s.words.RestoreRoster, func() { p.restore(s) }})
}

// restore asks for the supervisor's word that the roster before is put back in
// force.
func (p *rosters) restore(s *shell) {
	switch {
	case !p.loaded:
	case p.before.Hash == stampdesk.Hash{}:
		s.say(warn, s.rules.Refusals[stampdesk.NoRosterBefore])
	default:
		s.hush()
		before := p.before.Hash
		s.open(newApproval(s, approvalOf{
			title: s.words.RestoreRoster, what: fill(s.words.RestoreWhat, s.rosterName(p.now), s.rosterName(p.before)),
			reasons: restoreReasons, needReason: true,
			ask: func(by stampdesk.Approval, r stampdesk.Reason, note string) stampdesk.Request {
				return stampdesk.RestoreRoster{Roster: before, Note: s.inWords(r, note), By: by}
			},
			done: func(s *shell, o *stampdesk.Outcome) { s.filed(o, s.words.Restored) },
		}))
	}
}

var restoreReasons = []stampdesk.Reason{stampdesk.ReasonMistake, stampdesk.ReasonOther}

// rosterName tells a roster from others: how many members, how many of them
// with a card, and the beginning of its hash.
func (s *shell) rosterName(r stampdesk.RosterInfo) string {
	if r.Hash == (stampdesk.Hash{}) {
		return s.sign.Dash
	}
	return fill(s.words.RosterOf, s.count(r.Members), s.count(r.Total.WithCard), r.Hash.String()[:8])
}

func (p *rosters) key(s *shell, in input) {
	all := p.entries(s)
	switch {
	case in.is(keys.Esc):
		s.turnBack()
	case in.kind == inputRune && in.text >= "1" && int(in.text[0]-'0') <= len(all):
		p.at = int(in.text[0] - '1')
		all[p.at].open()
	case p.choice.key(s, in, len(all)):
		all[p.at].open()
	}
}

func (p *rosters) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (p *rosters) view(s *shell, w, h int) []string {
	label := func(t, value string) string { return "  " + s.fit(t, 22) + value }
	out := []string{" " + s.style.Head.Render(s.words.MenuLists), ""}
	if !p.loaded {
		out = append(out, "  "+s.style.Tone[quiet].Render(s.words.ReadingStore), "", "", "")
	} else if p.now.Hash == (stampdesk.Hash{}) {
		out = append(out, "  "+s.words.NoRosterAtAll, "", "  "+s.style.Tone[quiet].Render(s.words.NoRosterFile), "")
	} else {
		out = append(out, label(s.words.InForce, s.rosterName(p.now)), label("", fill(s.words.RosterUnits, s.count(p.units))),
			label(s.words.BeforeIt, s.rosterName(p.before)), "")
	}
	for i, e := range p.entries(s) {
		text := strconv.Itoa(i+1) + "  " + s.fit(e.name, 52) + " "
		if i == p.at {
			out = append(out, "   "+s.sign.Pointer+" "+s.style.Chosen.Render(text), "")
		} else {
			out = append(out, "     "+text, "")
		}
	}
	return s.foot(out, s.noteLines(w), w, h)
}

func (p *rosters) hints(s *shell) []hint {
	return []hint{{"Enter", s.words.KeyOpen}, {s.sign.MoreAbove + s.sign.MoreBelow, s.words.KeyChoose}, {"Esc", s.words.KeyBack}, {"?", s.words.KeyHelp}}
}

func (p *rosters) help(w *words) string { return w.HelpRosters }

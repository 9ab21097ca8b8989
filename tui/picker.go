package tui

import (
	"strings"

	"stampdesk"
)

// picker asks for the reason of an act about a card.
type picker struct {
	card   stampdesk.CardNumber
	name   string
	title  func(*words) string
	ask    func(stampdesk.Reason, string) stampdesk.Request
	filter field
	at     int // -1: nothing is chosen
	all    []stampdesk.Reason
	wrong  string
}

// Reasons that a person gives at the desk, the usual ones first.
var (
	holdReasons = []stampdesk.Reason{
		stampdesk.ReasonDataDiffer, stampdesk.ReasonDamaged, stampdesk.ReasonNoEarlier, stampdesk.ReasonForged, stampdesk.ReasonDuplicate,
		stampdesk.ReasonSpoiled, stampdesk.ReasonPendingIn, stampdesk.ReasonTransferredOut, stampdesk.ReasonUnknown,
		stampdesk.ReasonNotListed, stampdesk.ReasonOtherUnit, stampdesk.ReasonUndecided, stampdesk.ReasonOther,
	}
	refuseReasons = []stampdesk.Reason{
		stampdesk.ReasonOtherUnit, stampdesk.ReasonNotListed, stampdesk.ReasonDataDiffer, stampdesk.ReasonTransferredOut,
		stampdesk.ReasonPendingIn, stampdesk.ReasonProbationary, stampdesk.ReasonExpelled, stampdesk.ReasonStruckOff,
		stampdesk.ReasonResigned, stampdesk.ReasonDeceased, stampdesk.ReasonDuplicate, stampdesk.ReasonForged,
		stampdesk.ReasonUndecided, stampdesk.ReasonOther,
	}
)

func newPicker(s *shell, card stampdesk.CardNumber, name string, act stampdesk.Act) *picker {
	p := &picker{card: card, name: name, at: -1, filter: field{most: 80}, all: holdReasons}
	p.title = func(w *words) string { return w.WhyHold }
	p.ask = func(r stampdesk.Reason, note string) stampdesk.Request {
		return stampdesk.SetAside{Card: card, Act: act, Reason: r, Note: note}
	}
	if act == stampdesk.ActRefused {
		p.all, p.title = refuseReasons, func(w *words) string { return w.WhyGiveBack }
	}
	return p
}

// found are the reasons that fit what was typed.
func (p *picker) found(s *shell) []stampdesk.Reason {
	want := stampdesk.Fold(p.filter.value())
	var out []stampdesk.Reason
	for _, r := range p.all {
		if strings.Contains(stampdesk.Fold(r.Label(s.lang)), want) {
			out = append(out, r)
		}
	}
	return out
}

func (p *picker) key(s *shell, in input) {
	found := p.found(s)
	p.wrong = ""
	switch {
	case in.is(keys.Esc):
		s.shut()
	case in.is(keys.Up):
		p.at = max(p.at-1, 0)
	case in.is(keys.Down):
		p.at = min(p.at+1, max(len(found)-1, 0))
	case in.is(keys.Enter) && in.text == "" && p.at < 0 && len(found) > 0:
		p.wrong = s.words.ChooseReason
	case in.is(keys.Enter) && in.text == "":
		var reason stampdesk.Reason
		var note string
		if p.at >= 0 && p.at < len(found) {
			reason = found[p.at]
		} else {
			reason, note = stampdesk.ParseReason(p.filter.value())
		}
		if reason == stampdesk.ReasonOther && note == "" {
			note = p.filter.value()
		}
		s.shut()
		s.ask(p, p.ask(reason, note))
	default:
		if p.filter.key(in) {
			if p.at = 0; p.filter.value() == "" {
				p.at = -1
			}
		}
	}
}

func (p *picker) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (p *picker) view(s *shell, w, h int) []string {
	lines := []string{"", " " + s.style.Head.Render(p.card.String()+"   "+p.name), "",
		" " + s.words.TypeReason + " " + p.filter.view(s, 40, true), " " + s.style.Tone[bad].Render(p.wrong)}
	found := p.found(s)
	from, to := window(len(found), h-len(lines)-3, max(p.at, 0))
	for i, r := range found[from:to] {
		text := s.fit(r.Label(s.lang), 36)
		if from+i == p.at {
			lines = append(lines, " "+s.sign.Pointer+" "+s.style.Chosen.Render(text))
		} else {
			lines = append(lines, "   "+text)
		}
	}
	if len(found) == 0 {
		lines = append(lines, " "+fill(s.words.OwnReason, p.filter.value()))
	}
	return s.block(s.box(frameHold, warn, " "+p.title(s.words)+" ", lines, w-2, h), w, h)
}

func (p *picker) hints(s *shell) []hint {
	return []hint{{"Enter", s.words.KeyRecord}, {s.sign.MoreAbove + s.sign.MoreBelow, s.words.KeyChoose}, {"Esc", s.words.KeyCancel}}
}

func (p *picker) help(w *words) string { return w.HelpPicker }

func (p *picker) takesText() bool { return true }

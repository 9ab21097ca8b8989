package tui

import "stampdesk"

// picker asks for the reason of an act about a card.
type picker struct {
	card   stampdesk.CardNumber
	name   string
	title  func(*words) string
	ask    func(stampdesk.Reason, string) stampdesk.Request
	reason reasonField
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
	p := &picker{card: card, name: name, reason: newReasonField(holdReasons), title: func(w *words) string { return w.WhyHold }}
	p.ask = func(r stampdesk.Reason, note string) stampdesk.Request {
		return stampdesk.SetAside{Card: card, Act: act, Reason: r, Note: note}
	}
	if act == stampdesk.ActRefused {
		p.reason, p.title = newReasonField(refuseReasons), func(w *words) string { return w.WhyGiveBack }
	}
	return p
}

func (p *picker) key(s *shell, in input) {
	p.wrong = ""
	switch {
	case in.is(keys.Esc):
		s.leave(p)
	case p.reason.moved(s, in):
	case in.is(keys.Enter) && in.text == "":
		if p.wrong = p.reason.lacks(s); p.wrong == "" {
			s.shut()
			s.ask(p, p.ask(p.reason.chosen(s)))
		}
	default:
		p.reason.key(in)
	}
}

// answer keeps the words that the desk did not take.
func (p *picker) answer(s *shell, _ stampdesk.Request, o *stampdesk.Outcome) {
	if o.Result == stampdesk.Declined {
		s.keepDraft(p)
	}
}

func (p *picker) view(s *shell, w, h int) []string {
	lines := []string{"", " " + s.style.Head.Render(p.card.String()+"   "+p.name), "",
		" " + s.words.TypeReason + " " + p.reason.field.view(s, 40, true), " " + s.style.Tone[bad].Render(p.wrong)}
	lines = append(lines, p.reason.list(s, h-len(lines)-3)...)
	return s.block(s.box(frameHold, warn, " "+p.title(s.words)+" ", lines, w-2, h), w, h)
}

func (p *picker) hints(s *shell) []hint {
	return []hint{{"Enter", s.words.KeyRecord}, {s.sign.MoreAbove + s.sign.MoreBelow, s.words.KeyChoose}, {"Esc", s.words.KeyCancel}}
}

func (p *picker) help(w *words) string { return w.HelpPicker }

func (p *picker) choose(s *shell, n int) bool { return p.reason.choose(s, n) }

func (p *picker) takesText() bool { return true }

package tui

import (
	"slices"
	"strconv"
	"time"

	"stampdesk"
)

// Reasons that a supervisor gives, the usual ones first.
var (
	overrideReasons = []stampdesk.Reason{
		stampdesk.ReasonNotEntered, stampdesk.ReasonMovedIn, stampdesk.ReasonMistake, stampdesk.ReasonTechnical, stampdesk.ReasonOther,
	}
	boxReasons  = []stampdesk.Reason{stampdesk.ReasonNoDate, stampdesk.ReasonNotEntered, stampdesk.ReasonTechnical, stampdesk.ReasonOther}
	undoReasons = []stampdesk.Reason{stampdesk.ReasonMistake, stampdesk.ReasonMisread, stampdesk.ReasonOther}
)

// overridable reports whether a supervisor can let the card be stamped against
// what the outcome says.
func overridable(o *stampdesk.Outcome) bool {
	return setAside(o) && o.Member != nil && !o.Verdict.Reason.IsFinal()
}

// aside is the card kept aside or refused that the screen shows; nil: none.
func (d *desk) aside() *stampdesk.Outcome {
	switch {
	case d.question != nil && d.question.Verdict.Kind != stampdesk.Stamp:
		return &d.question.Outcome
	case d.question == nil && d.shown != nil && setAside(d.shown):
		return d.shown
	}
	return nil
}

// overrule asks a supervisor to let the card that is shown be stamped.
func (d *desk) overrule(s *shell) {
	o := d.aside()
	switch {
	case o == nil:
		s.say(warn, s.words.NothingToAllow)
	case len(o.Near) > 0:
		d.near = o
	case !overridable(o):
		s.say(warn, s.rules.Refusals[stampdesk.FinalVerdict])
	default:
		s.hush()
		s.open(newOverride(s, o, o.Verdict.Reason == stampdesk.ReasonNoDate))
	}
}

// newOverride asks for a supervisor's word against a verdict; the boxes come
// first where the rules have none.
func newOverride(s *shell, o *stampdesk.Outcome, needBoxes bool) screen {
	card, typed := o.Card, o.Entry != nil && o.Entry.Flags.Has(stampdesk.Typed)
	b := &boxPick{title: s.words.AllowTitle, what: cardLine(o)}
	a := approvalOf{
		title: s.words.AllowTitle, what: s.join(cardLine(o), o.Verdict.Reason.Label(s.lang)), reasons: overrideReasons, needReason: true,
		ask: func(by stampdesk.Approval, r stampdesk.Reason, note string) stampdesk.Request {
			return stampdesk.Override{Card: card, Boxes: b.boxes, Reason: r, Note: note, By: by}
		},
		done: func(s *shell, _ *stampdesk.Outcome) {
			s.shut()
			s.rescan(card, typed)
		},
	}
	p := newApproval(s, a)
	p.under = nil
	return b.before(p, needBoxes)
}

// otherBoxes asks a supervisor for the boxes that were chosen for a new card.
func (d *desk) otherBoxes(s *shell) {
	q := d.question
	if q == nil || s.over != nil {
		return
	}
	card, boxes, typed := q.Card, q.boxes, q.Entry != nil && q.Entry.Flags.Has(stampdesk.Typed)
	s.hush()
	s.open(newApproval(s, approvalOf{
		title: s.words.OtherBoxesTitle, what: s.join(cardLine(&q.Outcome), fill(s.words.OtherBoxesWhat, boxList(boxes), boxList(q.proposed))),
		reasons: boxReasons, needReason: true,
		ask: func(by stampdesk.Approval, r stampdesk.Reason, note string) stampdesk.Request {
			return stampdesk.Override{Card: card, Boxes: boxes, Reason: r, Note: note, By: by}
		},
		done: func(s *shell, _ *stampdesk.Outcome) { s.rescan(card, typed) },
	}))
}

// rescan has the desk look at a card again that lies before the person.
func (s *shell) rescan(card stampdesk.CardNumber, typed bool) {
	from := stampdesk.FromScanner
	if typed {
		from = stampdesk.FromKeyboard
	}
	s.kept = append([]stampdesk.Scan{{Raw: card.Digits(), At: s.now, From: from, First: true}}, s.kept...)
}

// boxPick asks which boxes are stamped.
type boxPick struct {
	title, what string
	boxes       stampdesk.BoxSet
	wrong       string
	next        screen
	under       screen // what was asked before it
}

// before gives the boxes to an approval: they are asked for first where it is
// known that they are needed, else once the desk says so.
func (b *boxPick) before(p *approval, known bool) screen {
	b.next, b.under = p, p.under
	p.declined = func(s *shell, o *stampdesk.Outcome) {
		if o.Refusal == stampdesk.NeedBoxes {
			p.wrong = ""
			s.open(b)
		}
	}
	if known {
		return b
	}
	return p
}

func (b *boxPick) key(s *shell, in input) {
	b.wrong = ""
	n, err := strconv.Atoi(in.text)
	switch {
	case in.is(keys.Esc):
		s.over = b.under
	case in.kind == inputRune && err == nil && n >= 1 && n <= s.board.setup.Round.CardBoxes:
		b.boxes = b.boxes.Toggle(n)
	case in.is(keys.Enter) && in.text == "" && b.boxes == 0:
		b.wrong = s.words.NoBox
	case in.is(keys.Enter) && in.text == "":
		s.open(b.next)
	}
}

func (b *boxPick) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (b *boxPick) view(s *shell, w, h int) []string {
	boxes := squares{now: b.boxes, mark: s.sign.Box, tone: work, what: []string{s.sign.Arrow + " " + s.words.ThisBox}}
	return s.dialog(warn, b.title, []string{
		s.style.Head.Render(b.what), "", s.words.WhichBoxes, "", boxes.line(s), "", s.style.Tone[bad].Render(b.wrong),
	}, w, h)
}

func (b *boxPick) hints(s *shell) []hint {
	return []hint{{s.boxKeys(), s.words.KeyBoxes}, {"Enter", s.words.KeyNext}, {"Esc", s.words.KeyCancel}}
}

func (b *boxPick) help(w *words) string { return w.HelpBoxes }

func (b *boxPick) judgesNothing() {}

func (b *boxPick) numbered() {}

// nearQuestion asks whether a number was read or typed wrongly. With several
// cards that it may be, Enter assumes none.
type nearQuestion struct {
	card  stampdesk.CardNumber
	near  []stampdesk.Member
	at    int // len(near): none of them; -1: nothing is chosen
	since time.Time
	wrong string
}

func newNear(s *shell, o *stampdesk.Outcome) *nearQuestion {
	q := &nearQuestion{card: o.Card, near: o.Near[:min(len(o.Near), 8)], at: -1, since: s.now}
	if len(q.near) == 1 {
		q.at = 0
	}
	return q
}

func (q *nearQuestion) key(s *shell, in input) {
	if s.now.Sub(q.since) < dwell { // it comes by itself
		return
	}
	q.wrong = ""
	none := len(q.near)
	switch {
	case in.is(keys.Esc), in.is(keys.Enter) && in.text == "" && q.at == none:
		s.shut()
	case in.is(keys.Up):
		q.at = max(q.at-1, 0)
	case in.is(keys.Down):
		q.at = min(q.at+1, none)
	case in.kind == inputRune && in.text == "0":
		q.at = none
	case in.kind == inputRune && in.text >= "1" && int(in.text[0]-'0') <= none:
		q.at = int(in.text[0] - '1')
	case in.is(keys.Enter) && in.text == "" && q.at < 0:
		q.wrong = s.words.NearChoose
	case in.is(keys.Enter) && in.text == "":
		s.shut()
		s.ask(q, stampdesk.Misread{Card: q.card, Is: q.near[q.at].Card})
	}
}

// answer asks a supervisor where the hold is not the person's own; whatever
// else is refused is said in the question.
func (q *nearQuestion) answer(s *shell, r stampdesk.Request, o *stampdesk.Outcome) {
	if o.Result != stampdesk.Declined || s.front != atDesk {
		return
	}
	s.hush()
	s.open(q) // Esc goes back to it
	if o.Refusal != stampdesk.NeedSupervisor {
		q.wrong = s.refusal(o)
		return
	}
	ask := r.(stampdesk.Misread)
	s.open(newApproval(s, approvalOf{
		title: s.words.NearTitle, what: fill(s.words.NearWhat, ask.Card.String(), s.join(ask.Is.String(), q.near[q.at].Name)),
		ask: func(by stampdesk.Approval, _ stampdesk.Reason, _ string) stampdesk.Request {
			ask.By = by
			return ask
		},
		done: func(s *shell, _ *stampdesk.Outcome) { s.shut() },
	}))
}

func (q *nearQuestion) view(s *shell, w, h int) []string {
	lines := []string{
		s.style.Head.Render(s.words.NearAsk), "",
		"     " + q.card.String() + "   " + s.words.NearRead, "",
	}
	for i, m := range q.near {
		number, marks := s.differing(m.Card, q.card)
		lines = append(lines, q.line(s, i, strconv.Itoa(i+1)+"  "+number+"   "+s.join(m.Name, m.Cell)))
		if len(q.near) <= 4 {
			lines = append(lines, "     "+marks)
		}
	}
	lines = append(lines, q.line(s, len(q.near), "0  "+s.words.NearNone), "", s.style.Tone[bad].Render(q.wrong))
	return s.dialog(warn, s.join(s.rules.Verdicts[stampdesk.Hold], stampdesk.ReasonNear.Label(s.lang)), lines, w, h)
}

func (q *nearQuestion) line(s *shell, i int, text string) string {
	if i == q.at {
		return s.sign.Pointer + " " + s.style.Head.Render(text)
	}
	return "  " + text
}

// differing writes a number with the digits marked in which it differs from
// another, and a line of arrows below them.
func (s *shell) differing(a, b stampdesk.CardNumber) (number, marks string) {
	x, y := a.String(), b.String()
	for i := range x {
		if x[i] == y[i] {
			number += string(x[i])
			marks += " "
		} else {
			number += s.style.Chosen.Render(string(x[i]))
			marks += s.sign.MoreAbove
		}
	}
	return number, marks
}

func (q *nearQuestion) hints(s *shell) []hint {
	digits := "1"
	if n := len(q.near); n > 1 {
		digits += "-" + strconv.Itoa(n)
	}
	return []hint{{digits, s.words.KeyChoose}, {"Enter", s.words.KeyTake}, {"Esc", s.words.KeyNone}}
}

func (q *nearQuestion) numbered() {}

func (q *nearQuestion) help(w *words) string { return w.HelpNear }

// isNear reports that an outcome asks which card it is.
func isNear(o *stampdesk.Outcome) bool {
	return o.Verdict.Kind == stampdesk.Hold && len(o.Near) > 0 && slices.Contains([]stampdesk.Result{stampdesk.Recorded, stampdesk.Judged}, o.Result)
}

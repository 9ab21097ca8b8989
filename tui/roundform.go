package tui

import (
	"strconv"

	"stampdesk"
)

// roundForm asks for the round: which, its box, its days.
type roundForm struct {
	blank
	was stampdesk.Round // in force when it was filled in
}

// The fields of a round, in the order of the form.
const (
	roundOrdinal = iota
	roundBox
	roundCardBoxes
	roundFrom
	roundTo
	roundListDate
	roundStatDate
	roundInvalid
	roundUnitsBy
	roundReportBy
	roundParts
)

// openRound asks for the round in force, with what was typed before.
func (s *shell) openRound() {
	r := s.board.setup.Round
	most := []int{3, 2, 2, 10, 10, 10, 10, 10, 10, 10}
	s.hush()
	s.open(&roundForm{newBlank(most,
		strconv.Itoa(r.Ordinal), strconv.Itoa(r.Box), strconv.Itoa(r.CardBoxes), r.From.String(), r.To.String(),
		r.ListDate.String(), r.StatDate.String(), r.InvalidFrom.String(), r.UnitsBy.String(), r.ReportBy.String()), r})
}

func (f *roundForm) about() string { return "round" }

func (f *roundForm) recall(left screen) {
	if was := left.(*roundForm); sameRound(was.was, f.was) {
		f.blank = was.blank
	}
}

func (f *roundForm) key(s *shell, in input) { f.fill(s, in, f, f.record) }

// round is what was typed; wrong says what cannot be used, and the focus is
// there.
func (f *roundForm) round(s *shell) (r stampdesk.Round, wrong string) {
	r = f.was
	number := func(at, most int) (n int) {
		n, err := strconv.Atoi(f.fields[at].value())
		if wrong == "" && (err != nil || n < 1 || n > most) {
			f.on, wrong = at, fill(s.words.WantRoundNo, strconv.Itoa(stampdesk.MaxBox))
		}
		return n
	}
	day := func(at int) stampdesk.Date {
		text := f.fields[at].value()
		if text == "" {
			return stampdesk.Date{}
		}
		d, err := stampdesk.ParseDate(text)
		if wrong == "" && (err != nil || d.IsPartial()) {
			f.on, wrong = at, s.words.WantWholeDate
		}
		return d
	}
	r.Ordinal = number(roundOrdinal, 255)
	r.CardBoxes = number(roundCardBoxes, stampdesk.MaxBox)
	r.Box = number(roundBox, r.CardBoxes)
	r.From, r.To, r.ListDate, r.StatDate = day(roundFrom), day(roundTo), day(roundListDate), day(roundStatDate)
	r.InvalidFrom, r.UnitsBy, r.ReportBy = day(roundInvalid), day(roundUnitsBy), day(roundReportBy)
	switch {
	case wrong != "":
	case r.From.IsZero():
		f.on, wrong = roundFrom, s.words.WantWindow
	case r.To.IsZero() || r.From.After(r.To):
		f.on, wrong = roundTo, s.words.WantWindow
	case len(r.WrongDays()) > 0:
		f.on, wrong = s.wrongDay(r.WrongDays()[0])
	case r.Ordinal != f.was.Ordinal && len(s.board.batches) > 0:
		f.on, wrong = roundOrdinal, s.words.OrdinalFixed
	}
	return r, wrong
}

// wrongDay is the field of a day that cannot be right beside the window, and
// why not.
func (s *shell) wrongDay(d stampdesk.WrongDay) (at int, why string) {
	switch d.Key {
	case "invalid_from":
		return roundInvalid, s.words.WantLapse
	case "list_date":
		at, why = roundListDate, s.words.WantListed
	case "stat_date":
		at, why = roundStatDate, s.words.WantListed
	case "units_by":
		at, why = roundUnitsBy, s.words.WantDue
	default:
		at, why = roundReportBy, s.words.WantDue
	}
	return at, fill(why, s.words.RoundParts[at])
}

func (f *roundForm) record(s *shell) {
	r, wrong := f.round(s)
	if f.wrong = wrong; wrong != "" {
		return
	}
	if sameRound(r, f.was) { // nothing to change, but a person looked at it
		s.keepRound()
		return
	}
	s.keepDraft(f)
	s.open(newApproval(s, approvalOf{
		title: s.words.RoundTitle, what: s.roundIs(s.words.RoundWhat, r),
		ask: func(by stampdesk.Approval, _ stampdesk.Reason, _ string) stampdesk.Request {
			return stampdesk.ChangeSetup{Round: &r, By: by}
		},
		done: func(s *shell, _ *stampdesk.Outcome) { s.roundKept() },
	}))
}

// roundKept is what follows once the round is decided.
func (s *shell) roundKept() {
	delete(s.drafts, (*roundForm)(nil).about())
	s.shut()
	s.say(good, s.words.RoundKept)
}

// keepRound asks for the word that the round is right as it is.
func (s *shell) keepRound() {
	s.open(newApproval(s, approvalOf{
		title: s.words.PassTitle[stepRound], what: s.roundIs(s.words.PassWhat[stepRound], s.board.setup.Round),
		ask: func(by stampdesk.Approval, _ stampdesk.Reason, _ string) stampdesk.Request {
			return stampdesk.DecideStep{Step: stampdesk.RoundStep, By: by}
		},
		done: func(s *shell, _ *stampdesk.Outcome) { s.roundKept() },
	}))
}

// roundIs puts a round into a sentence: which, its box, its window and the other
// days of it, for one that is left from another year is not seen otherwise.
func (s *shell) roundIs(sentence string, r stampdesk.Round) string {
	days := r.To.String()
	for i, d := range []stampdesk.Date{r.ListDate, r.StatDate, r.InvalidFrom, r.UnitsBy, r.ReportBy} {
		if !d.IsZero() {
			days += ", " + fill(s.words.RoundDays[i], d.String())
		}
	}
	return fill(sentence, s.ordinal(r.Ordinal), strconv.Itoa(r.Box), r.From.String(), days)
}

// roundOver says that the window of the round is past, and what follows; "" for
// a round that is not over, or closed.
func (s *shell) roundOver() string {
	r := s.board.setup.Round
	switch {
	case s.board.closed || r.To.IsZero() || !stampdesk.DateOf(s.now).After(r.To):
		return ""
	case s.board.setup.Rules.LateHolds:
		return fill(s.words.RoundOverHold, r.To.String())
	}
	return fill(s.words.RoundIsOver, r.To.String())
}

func (f *roundForm) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (f *roundForm) view(s *shell, w, h int) []string {
	var how []string
	if over := s.roundOver(); over != "" {
		how = append(how, over)
	}
	return f.blank.view(s, s.words.RoundTitle, s.words.RoundParts[:], s.words.RoundHints[:], how, w, h)
}

func (f *roundForm) help(w *words) string { return w.HelpRoundForm }

package tui

import (
	"time"

	"stampdesk"
)

// fillJob names a job in a sentence: the document, its number and the printer.
func (s *shell) fillJob(sentence string, j *stampdesk.PrintJob) string {
	return fill(sentence, s.paper(&j.Order), s.count(int(j.Order.Key.Seq)), s.shortPrinter(j.Printer))
}

// settlement is the request that says what becomes of a job, as it was seen.
func settlement(j *stampdesk.PrintJob, as stampdesk.Settlement, to stampdesk.PrinterID) stampdesk.SettlePrint {
	return stampdesk.SettlePrint{Order: j.Order.Key, Attempt: j.Attempt, As: as, Printer: to}
}

// settled says what became of a job. Where somebody else was faster, the
// refusal says so, and the queue is read again.
func (s *shell) settled(r stampdesk.Request, o *stampdesk.Outcome) {
	q, ok := r.(stampdesk.SettlePrint)
	if !ok || o.Result != stampdesk.Done {
		s.reread()
		return
	}
	no := s.count(int(q.Order.Seq))
	switch q.As {
	case stampdesk.PrintAgain:
		s.say(good, fill(s.words.JobRepeated, no))
	case stampdesk.PrintedAfterAll:
		s.say(good, fill(s.words.JobIsThere, no))
	case stampdesk.PrintCancelled:
		s.say(good, fill(s.words.JobDropped, no))
	case stampdesk.PrintMoved:
		s.say(good, fill(s.words.JobMoved, no, s.shortPrinter(q.Printer)))
	}
}

// retry is the key that tries once more: a printer in trouble is tried, an
// unknown job is asked about, and one that is over is ordered anew.
func (s *shell) retry(j *stampdesk.PrintJob) {
	n := s.noticeOf(j.Printer)
	switch look := s.looks(j); {
	case look == jobUnknown:
		s.hush()
		s.open(&jobQuestion{choice: unchosen, job: *j})
	case look == jobTrouble && !s.has(j.Printer):
		s.say(warn, s.words.PrinterGone)
	case look == jobTrouble, look == jobWaits && n != nil && n.Link == Down:
		if retry, id := s.opt.Retry, j.Printer; retry != nil {
			s.run(call(func() error { retry(id); return nil }))
		}
		s.say(calm, fill(s.words.Retrying, s.shortPrinter(j.Printer)))
	case look == jobWaits:
		s.say(warn, fill(s.words.JobsTurn, s.count(int(j.Order.Key.Seq))))
	case look == jobPrints:
		s.say(warn, fill(s.words.JobGoesOn, s.count(int(j.Order.Key.Seq))))
	default:
		s.reprint(j)
	}
}

// reprint asks whether a paper is ordered once more, and where.
func (s *shell) reprint(j *stampdesk.PrintJob) {
	of := *j
	sentence := func(s *shell) string { return s.fillJob(s.words.AskReprint, &of) }
	s.choosePaper(sentence, paper{word(func(w *words) string { return w.YesReprint }), []stampdesk.Print{orderOf(&j.Order)}})
	if m, ok := s.over.(*paperMenu); ok {
		for i, p := range s.opt.Printers {
			if p.ID == j.Printer {
				m.on = i
			}
		}
	}
}

// mayChange reports that a job can be cancelled or moved, or says why not. One
// that runs is left alone: half of it would be on paper, and nobody would know
// which half.
func (s *shell) mayChange(j *stampdesk.PrintJob) bool {
	no := s.count(int(j.Order.Key.Seq))
	switch s.looks(j) {
	case jobDone, jobCancelled:
		s.say(warn, fill(s.words.JobIsOver, no))
		return false
	case jobPrints:
		s.say(warn, fill(s.words.JobGoesOn, no))
		return false
	}
	s.hush()
	return true
}

// cancelling asks whether a job is not wanted any more.
type cancelling struct {
	confirmation
	job stampdesk.PrintJob
}

func newCancelling(s *shell, j *stampdesk.PrintJob) *cancelling {
	return &cancelling{job: *j, confirmation: confirmation{
		tone: warn, text: s.fillJob(s.words.AskDrop, j), yes: s.words.YesDrop, request: settlement(j, stampdesk.PrintCancelled, ""),
	}}
}

func (q *cancelling) key(s *shell, in input) {
	switch {
	case in.is(keys.Enter) && in.text == "":
		if !s.mayChange(&q.job) { // the printer has begun it meanwhile
			s.shut()
		} else if s.ask(q, q.request) {
			s.shut()
		}
	default:
		q.confirmation.key(s, in)
	}
}

func (q *cancelling) answer(s *shell, r stampdesk.Request, o *stampdesk.Outcome) { s.settled(r, o) }

// moving asks which other printer is to print a job.
type moving struct {
	choice
	job   stampdesk.PrintJob
	to    []Printer
	under screen // nil: nothing
}

func newMoving(s *shell, j *stampdesk.PrintJob, under screen) *moving {
	q := &moving{job: *j, under: under}
	for _, p := range s.opt.Printers {
		if p.ID != j.Printer {
			q.to = append(q.to, p)
		}
	}
	return q
}

// move asks where to; a job that is with the only printer stays there.
func (s *shell) move(j *stampdesk.PrintJob) {
	q := newMoving(s, j, nil)
	if len(q.to) == 0 {
		s.say(warn, s.rules.Refusals[stampdesk.SamePrinter])
		return
	}
	s.open(q)
}

func (q *moving) below() screen { return q.under }

func (q *moving) key(s *shell, in input) {
	switch {
	case in.is(keys.Esc):
		s.over = q.under
	case q.choice.key(s, in, len(q.to)):
		if q.under == nil && !s.mayChange(&q.job) {
			s.shut()
		} else if s.ask(q, settlement(&q.job, stampdesk.PrintMoved, q.to[q.at].ID)) {
			s.shut()
		}
	}
}

func (q *moving) answer(s *shell, r stampdesk.Request, o *stampdesk.Outcome) { s.settled(r, o) }

func (q *moving) view(s *shell, w, h int) []string {
	var names []string
	for _, p := range q.to {
		names = append(names, s.middle(s.printer(p.ID), min(w-8, 90)-12))
	}
	lines := []string{s.style.Head.Render(s.fillJob(s.words.AskMove, &q.job)), ""}
	return s.dialog(work, s.words.MoveTitle, append(lines, q.lines(s, names...)...), w, h)
}

func (q *moving) help(w *words) string { return w.HelpQuestion }

// jobQuestion asks about a paper that may or may not be out.
type jobQuestion struct {
	choice
	job   stampdesk.PrintJob
	since time.Time // it comes by itself: a key that was meant for something else does not count
	seen  bool      // its printer has said that nobody knows
}

// answeredThere closes the question about a job where somebody has answered it
// by other ways than this screen.
func (s *shell) answeredThere() {
	j, ok := s.over.(*jobQuestion)
	if q, moves := s.over.(*moving); moves && !ok {
		j, ok = q.under.(*jobQuestion)
	}
	if !ok {
		return
	}
	n := s.noticeOf(j.job.Printer)
	switch {
	case n == nil: // nobody drives that printer
	case n.Unknown && n.Job != nil && attemptOf(n.Job) == attemptOf(&j.job):
		j.seen = true
	case j.seen:
		s.shut()
		s.say(calm, fill(s.words.JobAnsweredThere, s.count(int(j.job.Order.Key.Seq))))
	}
}

func (j *jobQuestion) answers(s *shell) []string {
	all := []string{s.words.JobAgain, s.words.JobLeave, s.words.JobDrop}
	if len(newMoving(s, &j.job, nil).to) > 0 {
		all = append(all, s.words.JobElsewhere)
	}
	return all
}

func (j *jobQuestion) key(s *shell, in input) {
	if s.now.Sub(j.since) < dwell {
		return
	}
	if in.is(keys.Esc) { // it stays in the queue
		s.shut()
		if p, open := s.page().(*printQueue); open {
			p.list.chosen = j.job.Order.Key.String() // r is about it now
		}
		s.say(warn, fill(s.words.JobLater, s.count(int(j.job.Order.Key.Seq))))
		return
	}
	if !j.choice.key(s, in, len(j.answers(s))) || j.at < 0 {
		return
	}
	if j.at == 3 {
		s.open(newMoving(s, &j.job, j))
		return
	}
	as := [...]stampdesk.Settlement{stampdesk.PrintAgain, stampdesk.PrintedAfterAll, stampdesk.PrintCancelled}[j.at]
	if s.ask(j, settlement(&j.job, as, "")) {
		s.shut()
	}
}

func (j *jobQuestion) answer(s *shell, r stampdesk.Request, o *stampdesk.Outcome) { s.settled(r, o) }

func (j *jobQuestion) view(s *shell, w, h int) []string {
	lines := []string{s.style.Head.Render(s.fillJob(s.words.AskJob, &j.job)), "", s.words.LookAtPaper, ""}
	return s.dialog(warn, s.words.PrintTitle, append(lines, j.lines(s, j.answers(s)...)...), w, h)
}

func (j *jobQuestion) hints(s *shell) []hint {
	out := j.choice.hints(s)
	return append(out[:len(out)-1:len(out)-1], hint{"Esc", s.words.KeyLater})
}

func (j *jobQuestion) help(w *words) string { return w.HelpJob }

// judgesNothing: the number of an answer must not become a box because a card
// came by.
func (j *jobQuestion) judgesNothing() {}

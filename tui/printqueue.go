package tui

import (
	"cmp"
	"slices"
	"strconv"

	"stampdesk"
)

// printQueue is the page of what the printers of the desk have to do, and of
// what they did in this shift.
type printQueue struct {
	list  list
	queue stampdesk.PrintQueue
	jobs  map[string]*stampdesk.PrintJob // by the key of the row
}

// readBack is how many entries the page looks back where no shift is on.
const readBack = 200

func (p *printQueue) read(from sight) (func(*shell), error) {
	queue := p.queue // only put changes it, and no other read is under way then
	if queue.Desk == "" {
		since, err := printsSince(from)
		if err != nil {
			return nil, err
		}
		queue = stampdesk.PrintQueue{Desk: from.desk, Since: since}
	}
	if err := queue.Read(from); err != nil {
		return nil, err
	}
	jobs := queue.Jobs()
	return func(s *shell) { p.queue = queue; p.put(s, jobs) }, nil
}

// printsSince is the number of the entry from which jobs that are over are
// shown: the beginning of the shift.
func printsSince(from sight) (uint64, error) {
	st, err := from.Station(from.desk)
	if err != nil {
		return 0, err
	}
	if st.Shift != 0 && st.Began.Desk == from.desk {
		return st.Began.Seq, nil
	}
	head, err := from.Head(from.desk)
	return max(head.Seq, readBack+1) - readBack, err
}

// put takes jobs that were read: those that need a person first, then in the
// order of the printers; those that are over last, the latest first.
func (p *printQueue) put(s *shell, jobs []stampdesk.PrintJob) {
	rank := map[jobLook]int{jobUnknown: 0, jobTrouble: 0, jobPrints: 1, jobWaits: 2, jobDone: 3, jobCancelled: 3}
	slices.SortStableFunc(jobs, func(a, b stampdesk.PrintJob) int {
		x, y := rank[s.looks(&a)], rank[s.looks(&b)]
		if x == y && x == 3 {
			return cmp.Compare(b.Order.Key.Seq, a.Order.Key.Seq)
		}
		return cmp.Compare(x, y)
	})
	p.jobs = make(map[string]*stampdesk.PrintJob, len(jobs))
	rows := make([]row, 0, len(jobs))
	for i := range jobs {
		j := &jobs[i]
		r := row{
			key:    j.Order.Key.String(),
			folded: found(s.paper(&j.Order), strconv.FormatUint(j.Order.Key.Seq, 10), string(j.Order.Operator), s.printer(j.Printer)),
			cells:  func(s *shell) []string { return p.cells(s, j) },
			detail: func(s *shell) string { return s.jobDetail(j) },
		}
		p.jobs[r.key] = j
		rows = append(rows, r)
	}
	p.list.put(rows)
}

// jobLook is how a job looks to a person: how far it is by the store, and by
// what its printer says.
type jobLook uint8

// The looks of a job, in the order of their words.
const (
	jobWaits jobLook = iota
	jobPrints
	jobUnknown
	jobTrouble
	jobDone
	jobCancelled
)

func (s *shell) looks(j *stampdesk.PrintJob) jobLook {
	switch j.State {
	case stampdesk.JobPrinted:
		return jobDone
	case stampdesk.JobCancelled:
		return jobCancelled
	}
	begun, n := j.State == stampdesk.JobBegun, s.noticeOf(j.Printer)
	if n == nil { // nobody drives this printer
		switch {
		case begun:
			return jobUnknown
		case !s.has(j.Printer):
			return jobTrouble
		}
		return jobWaits
	}
	at := n.Job != nil && attemptOf(n.Job) == attemptOf(j)
	switch {
	case at && n.Unknown:
		return jobUnknown
	case (at || begun) && n.Link == Down:
		return jobTrouble
	case at && (n.Link == Busy || n.Size > 0), begun:
		return jobPrints
	}
	return jobWaits
}

func (p *printQueue) key(s *shell, in input) {
	var j *stampdesk.PrintJob
	if r := p.list.now(); r != nil {
		j = p.jobs[r.key]
	}
	command := j != nil && !p.list.searching()
	switch {
	case in.is(keys.Esc) && !p.list.searching():
		s.turnBack()
	case in.is(keys.Enter) && in.text == "" && j != nil:
		if s.opt.Preview != nil {
			s.turnTo(s.previewOf(*j))
		}
	case command && in.is(keys.Retry):
		s.retry(j)
	case command && in.is(keys.Act):
		if s.mayChange(j) {
			s.open(newCancelling(s, j))
		}
	case command && in.is(keys.Elsewhere) && p.movable(s):
		if s.mayChange(j) {
			s.move(j)
		}
	default:
		p.list.key(in)
	}
}

// movable reports that there is another printer to send a job to.
func (p *printQueue) movable(s *shell) bool {
	return len(s.opt.Printers) > 1 || slices.ContainsFunc(p.queue.Jobs(), func(j stampdesk.PrintJob) bool { return j.IsOpen() && !s.has(j.Printer) })
}

func (p *printQueue) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (p *printQueue) hints(s *shell) []hint {
	var own []hint
	if s.opt.Preview != nil {
		own = append(own, hint{"Enter", s.words.KeyPreview})
	}
	own = append(own, hint{"r", s.words.KeyRetry}, hint{"x", s.words.KeyDrop})
	if p.movable(s) {
		own = append(own, hint{"c", s.words.KeyElsewhere})
	}
	return p.list.hints(s, own...)
}

func (p *printQueue) help(w *words) string { return w.HelpPrints }

func (p *printQueue) takesText() bool { return p.list.searching() }

package stampdesk

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// PrinterID names a printer of a desk, as its configuration does; "" is the
// first one, which is every desk's own.
type PrinterID string

// ParsePrinterID reads the name of a printer: as that of a person.
func ParsePrinterID(s string) (PrinterID, error) {
	if _, err := ParsePersonID(s); err != nil {
		return "", fmt.Errorf("printer %q: want 1 to 16 letters, digits, - or _", s)
	}
	return PrinterID(s), nil
}

// PrintJob is a document in the queue of a printer.
type PrintJob struct {
	Order   Entry // ActPrinted
	Printer PrinterID
	// At is the number of the entry that put the job into this queue: the
	// order itself, or what moved it here. A printer takes its jobs by At.
	At uint64
	// Attempt is the number of the entry that allows the sending that is due
	// or under way: At, or the latest that says once more.
	Attempt uint64
	// Again: some of it may be on paper from an earlier attempt. The next one
	// is marked as a reprint.
	Again bool
	State JobState
}

// JobState is how far a job is, as the store knows it.
type JobState uint8

// The states of a job.
const (
	JobQueued    JobState = iota // nothing of this attempt is on paper
	JobBegun                     // it is being sent, or was when something went wrong: whoever drives the printer knows which
	JobPrinted                   // the printer took it all, or a person says that it is on paper
	JobCancelled                 // a person does not want it any more
)

// IsOpen reports whether something is left to be done about the job.
func (j *PrintJob) IsOpen() bool { return j.State <= JobBegun }

// PrintCursors are the names of the two cursors by which a printer of a desk
// says how far it came: the Attempt that it began last, and the At of the job
// that it was done with last.
func PrintCursors(d DeskID, p PrinterID) (begun, done string) {
	prefix := printPrefix(d)
	if p != "" {
		prefix += string(p) + "/"
	}
	return prefix + "begun", prefix + "done"
}

func printPrefix(d DeskID) string { return "printer/" + string(d) + "/" }

// PrintQueue is what the printers of one desk have to do, by its journal and
// by their cursors. The zero value but for the fields has read nothing.
type PrintQueue struct {
	Desk DeskID
	// Since is a number of the journal from which jobs that are over are
	// remembered too; 0 forgets them once they were seen to be over.
	Since uint64

	jobs  []PrintJob
	done  map[PrinterID]uint64 // by the cursors of the last Read
	read  uint64
	work  uint64
	ready bool
}

// Read takes in what was written since it was called last, from the first job
// that some printer is not done with. On an error nothing was taken in.
func (q *PrintQueue) Read(s Snapshot) error {
	cursors, err := printCursors(s, q.Desk)
	if err != nil {
		return err
	}
	next := *q
	next.jobs = slices.Clone(q.jobs)
	if q.Since == 0 {
		next.jobs = slices.DeleteFunc(next.jobs, func(j PrintJob) bool { return !j.IsOpen() })
	}
	if !q.ready {
		next.ready = true
		if next.read, err = q.start(s, cursors); err != nil {
			return err
		}
	}
	for e, err := range s.Entries(q.Desk, next.read) {
		if err != nil {
			return err
		}
		next.read = e.Entry.Key.Seq
		if err := next.post(s, &e.Entry); err != nil {
			return err
		}
	}
	for i := range next.jobs {
		next.jobs[i].state(cursors)
	}
	next.done = map[PrinterID]uint64{"": 0}
	for name, at := range cursors {
		if p, ok := strings.CutSuffix(strings.TrimPrefix(name, printPrefix(q.Desk)), "done"); ok {
			next.done[PrinterID(strings.TrimSuffix(p, "/"))] = at
		}
	}
	*q = next
	return nil
}

// Behind are the printers without an open job whose cursor of what they are
// done with is more than so many entries behind Seen: readers start there for
// nothing. A printer that was never used is none of them, unless it is the
// desk's own.
func (q *PrintQueue) Behind(entries uint64) []PrinterID {
	behind := map[PrinterID]bool{}
	for p, at := range q.done {
		behind[p] = q.read > at+entries
	}
	for i := range q.jobs {
		if q.jobs[i].IsOpen() {
			behind[q.jobs[i].Printer] = false
		}
	}
	maps.DeleteFunc(behind, func(_ PrinterID, is bool) bool { return !is })
	return slices.Sorted(maps.Keys(behind))
}

// Seen is the number of the last entry that was read.
func (q *PrintQueue) Seen() uint64 { return q.read }

// Work is the number of the last entry that was read by which work begins, or
// 0: a batch was opened, a shift has begun. Who sees to a printer looks then.
func (q *PrintQueue) Work() uint64 { return q.work }

// Jobs are the jobs of all printers as of the last Read, those that a printer
// takes first before its others. The slice is the caller's.
func (q *PrintQueue) Jobs() []PrintJob {
	jobs := slices.Clone(q.jobs)
	slices.SortStableFunc(jobs, func(a, b PrintJob) int { return cmp.Compare(a.At, b.At) })
	return jobs
}

// Of are the open jobs of one printer, in its order.
func (q *PrintQueue) Of(p PrinterID) []PrintJob {
	return slices.DeleteFunc(q.Jobs(), func(j PrintJob) bool { return j.Printer != p || !j.IsOpen() })
}

// start is the number before the first entry that may matter.
func (q *PrintQueue) start(s Snapshot, cursors map[string]uint64) (uint64, error) {
	head, err := s.Head(q.Desk)
	if err != nil {
		return 0, err
	}
	from := head.Seq
	for name, at := range cursors {
		if strings.HasSuffix(name, "/done") {
			from = min(from, at)
		}
	}
	if _, own := PrintCursors(q.Desk, ""); cursors[own] == 0 { // documents were ordered before any printer kept a cursor
		st, err := s.Station(q.Desk)
		if err != nil {
			return 0, err
		}
		if st.Prints > 0 {
			from = 0
		}
	}
	if q.Since > 0 {
		from = min(from, q.Since-1)
	}
	return from, nil
}

// post brings the queue up to date with one entry.
func (q *PrintQueue) post(s LedgerReader, e *Entry) error {
	switch {
	case e.Act == ActPrinted && e.Fact(FactWritten) == "":
		order := *e
		order.Facts = slices.Clone(e.Facts)
		q.jobs = append(q.jobs, PrintJob{
			Order: order, Printer: PrinterID(e.Fact(FactPrinter)), At: e.Key.Seq, Attempt: e.Key.Seq,
		})
	case e.Act == ActPrintSettled:
		i := slices.IndexFunc(q.jobs, func(j PrintJob) bool { return j.Order.Key == e.Ref })
		if i < 0 { // it came from a printer that is done with everything up to here
			order, err := s.Entry(e.Ref)
			if err != nil {
				return err
			}
			q.jobs = append(q.jobs, PrintJob{Order: *order, State: JobPrinted})
			i = len(q.jobs) - 1
		}
		q.jobs[i].settle(e)
	case e.Act == ActBatchOpened, e.Act == ActShiftBegun:
		q.work = e.Key.Seq
	}
	return nil
}

// settle brings a job up to date with what a person said of it.
func (j *PrintJob) settle(e *Entry) {
	j.Again = j.Again || e.Fact(FactAgain) != ""
	switch Settlement(e.Fact(FactSettled)) {
	case PrintAgain:
		j.Attempt, j.State = e.Key.Seq, JobQueued
	case PrintMoved:
		j.Printer, j.At, j.Attempt, j.State = PrinterID(e.Fact(FactPrinter)), e.Key.Seq, e.Key.Seq, JobQueued
	case PrintedAfterAll:
		j.State = JobPrinted
	case PrintCancelled:
		j.State = JobCancelled
	}
}

// state says how far an open job is by the cursors.
func (j *PrintJob) state(cursors map[string]uint64) {
	begun, done := PrintCursors(j.Order.Key.Desk, j.Printer)
	switch {
	case !j.IsOpen():
	case j.At <= cursors[done]:
		j.State = JobPrinted
	case j.Attempt == cursors[begun]:
		j.State = JobBegun
	default:
		j.State = JobQueued
	}
}

// printCursors are all cursors of a desk's printers.
func printCursors(s Snapshot, d DeskID) (map[string]uint64, error) {
	all := map[string]uint64{}
	for c, err := range s.Cursors() {
		if err != nil {
			return nil, err
		}
		if strings.HasPrefix(c.Name, printPrefix(d)) {
			all[c.Name] = c.At
		}
	}
	return all, nil
}

// FindPrintJob is the job of an order; ErrNotFound where there is none.
func FindPrintJob(s Snapshot, order EntryKey) (PrintJob, error) {
	job, _, err := findPrintJob(s, order)
	return job, err
}

// findPrintJob also says whether the same document was ordered after it.
func findPrintJob(s Snapshot, order EntryKey) (job PrintJob, followed bool, err error) {
	q := PrintQueue{Desk: order.Desk, Since: max(order.Seq, 1)}
	if err := q.Read(s); err != nil {
		return job, false, err
	}
	i := slices.IndexFunc(q.jobs, func(j PrintJob) bool { return j.Order.Key == order })
	if i < 0 {
		return job, false, errors.Join(fmt.Errorf("print job %v", order), ErrNotFound)
	}
	job = q.jobs[i]
	for _, j := range q.jobs {
		followed = followed || j.Order.Key.Seq > order.Seq && j.Order.Batch == job.Order.Batch &&
			whatPrinted(&j.Order) == whatPrinted(&job.Order)
	}
	return job, followed, nil
}

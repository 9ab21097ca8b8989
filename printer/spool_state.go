package printer

import (
	"fmt"
	"slices"
	"time"

	"stampdesk"
)

// Status is how a printer does.
type Status uint8

// How a printer does.
const (
	Idle     Status = iota // all is well; Job, if there is one, is next
	Printing               // Job is being made or sent
	Trouble                // Job cannot be printed now, or without one: the printer says that it could not; it is tried again
	Unknown                // Job may be on paper or not: look, then settle it
)

var statusNames = [...]string{"ok", "printing", "trouble", "unknown"}

func (s Status) String() string { return statusNames[s] }

// SpoolState is how one printer of a desk does; the latest one counts.
type SpoolState struct {
	Printer stampdesk.PrinterID
	Status  Status
	Job     *stampdesk.PrintJob // the first that is not done; nil if there is none
	Waiting int                 // jobs after it
	Err     error               // Trouble, Unknown: why
	Where   string
	// Sent of Size bytes of Job went out: while Printing, and where it is Unknown since. Size is 0 until it is known.
	Sent, Size int64
	Condition  Condition // what the printer said when it was asked last
}

// progressPause is the least time between two notices of how much of a job is sent.
const progressPause = 200 * time.Millisecond

// progress hears from the transport.
func (s *Spool) progress(sent int64) {
	s.mu.Lock()
	s.sent = sent
	s.mu.Unlock()
	if time.Since(s.toldAt) >= progressPause {
		s.tell()
	}
}

// tell notifies of what changed.
func (s *Spool) tell() {
	if s.Notify == nil {
		return
	}
	s.mu.Lock()
	now := s.state()
	s.mu.Unlock()
	if !s.told || !same(now, s.shown) {
		s.told, s.shown, s.toldAt = true, now, time.Now()
		s.Notify(now)
	}
}

func same(a, b SpoolState) bool {
	key := func(s SpoolState) (k stampdesk.EntryKey, attempt uint64) {
		if s.Job != nil {
			k, attempt = s.Job.Order.Key, s.Job.Attempt
		}
		return k, attempt
	}
	aKey, aAttempt := key(a)
	bKey, bAttempt := key(b)
	return a.Status == b.Status && a.Waiting == b.Waiting && aKey == bKey && aAttempt == bAttempt &&
		a.Sent == b.Sent && a.Size == b.Size && fmt.Sprint(a.Err) == fmt.Sprint(b.Err) &&
		a.Condition.Health == b.Condition.Health && a.Condition.String() == b.Condition.String()
}

// state is called with mu held.
func (s *Spool) state() SpoolState {
	st := SpoolState{Printer: s.Printer, Where: s.Where, Condition: s.condition}
	jobs := s.queue.Of(s.Printer)
	if s.busy != nil { // also where a person has just settled it
		job := *s.busy
		jobs = slices.DeleteFunc(jobs, func(j stampdesk.PrintJob) bool { return j.Order.Key == job.Order.Key })
		st.Status, st.Job, st.Waiting, st.Sent, st.Size = Printing, &job, len(jobs), s.sent, s.size
		return st
	}
	if len(jobs) > 0 {
		st.Job, st.Waiting = &jobs[0], len(jobs)-1
		if fate, doubt := s.known(st.Job); fate == torn {
			st.Status, st.Err = Unknown, doubt
			if s.of == st.Job.Attempt {
				st.Sent, st.Size = s.sent, s.size
			}
			return st
		}
	}
	if s.fault != nil && (s.faultOf == 0 || st.Job != nil && st.Job.Attempt == s.faultOf) {
		st.Status, st.Err = Trouble, s.fault
	}
	return st
}

// known is what is known of the attempt of a job that is due, and why it is torn. It is called with mu held.
func (s *Spool) known(job *stampdesk.PrintJob) (fate, error) {
	switch {
	case s.of == job.Attempt:
		return s.fate, s.doubt
	case job.State == stampdesk.JobBegun:
		return torn, fmt.Errorf("order %v was begun before the last stop: %w", job.Order.Key, ErrUnresolved)
	}
	return unsent, nil
}

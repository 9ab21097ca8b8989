package printer

import (
	"context"
	"fmt"
	"time"
)

// look asks a printer that has nothing to do how it is, where that is due: at the start, when work begins, and as long as
// something is wrong.
func (s *Spool) look(ctx context.Context) error {
	s.mu.Lock()
	due := s.asked.IsZero() || s.queue.Work() > s.worked || s.condition.Health == Faulty
	s.mu.Unlock()
	if !due {
		return nil
	}
	if err := s.take(ctx); err != nil {
		return err
	}
	defer s.release()
	if err := s.ask(ctx); err != nil {
		return s.trouble(ctx, 0, err)
	}
	return nil
}

// fresh is how long an answer is worth as much as another.
const fresh = 2 * time.Second

// ready asks a printer that is to print something how it is, and gives what keeps it from that.
func (s *Spool) ready(ctx context.Context) error {
	if s.condition.Health != Faulty && !s.asked.IsZero() && time.Since(s.asked) < fresh {
		return nil
	}
	return s.ask(ctx)
}

// ask asks the printer how it is. The error is what is wrong with it. It is called by who has the turn.
func (s *Spool) ask(ctx context.Context) error {
	s.mu.Lock()
	work := s.queue.Work()
	s.mu.Unlock()
	c := Ask(ctx, s.Transport, s.Profile)
	s.asked, s.worked = time.Now(), work
	s.mu.Lock()
	s.condition = c
	s.mu.Unlock()
	if c.Health == Faulty {
		return fmt.Errorf("%w: %v", ErrFaulty, c)
	}
	return nil
}

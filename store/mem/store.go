// Package mem keeps a store in memory: Go maps, nothing durable. It is what
// other packages test against and what a demonstration runs on. Its journal
// has the same bytes, and so the same chain, as that of any other engine.
package mem

import (
	"context"
	"errors"
	"slices"
	"sync"

	"stampdesk"
	"stampdesk/store"
)

// Store is a store in memory. It is safe for concurrent use.
type Store struct {
	writing sync.Mutex // one Update at a time

	mu      sync.RWMutex // held to read by a View, to write by a commit
	closed  bool
	state   state
	rosters rosters
}

var _ stampdesk.Store = (*Store)(nil)

var errClosed = errors.New("the store is closed")

// New makes an empty store.
func New(id stampdesk.Identity) *Store {
	return &Store{state: newState(id)}
}

// View runs fn on one instant of the store. An Update that ends meanwhile
// waits for it.
func (s *Store) View(ctx context.Context, fn func(stampdesk.Snapshot) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.closed {
		return errClosed
	}
	snap := &snapshot{reader: reader{s, &s.state}, ctx: ctx}
	defer func() { snap.over = true }()
	return fn(snap)
}

// Update runs fn on a draft of the store, and puts the draft into the store
// if fn returns nil.
func (s *Store) Update(ctx context.Context, fn func(stampdesk.Tx) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	if err := ctx.Err(); err != nil {
		return err
	}
	s.mu.RLock()
	closed := s.closed
	s.mu.RUnlock()
	if closed {
		return errClosed
	}
	// Only an Update changes the state, and this is the only one: it can be
	// read here without the lock.
	draft := s.state.draft()
	if err := fn(&transaction{reader{s, &draft}}); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.state.commit(&draft)
	return nil
}

// SaveRoster keeps a roster beside the one in force.
func (s *Store) SaveRoster(ctx context.Context, r stampdesk.Roster, progress func(done int)) (stampdesk.Hash, error) {
	if err := ctx.Err(); err != nil {
		return stampdesk.Hash{}, err
	}
	r.Members = slices.Clone(r.Members) // they stay here
	sorted, err := store.Sort(r)
	if err != nil {
		return stampdesk.Hash{}, err
	}
	s.mu.RLock()
	closed := s.closed
	s.mu.RUnlock()
	if closed {
		return stampdesk.Hash{}, errClosed
	}
	s.rosters.put(newRoster(sorted))
	if progress != nil {
		progress(len(sorted.Members))
	}
	return sorted.Info.Hash, nil
}

// Close ends the store; what it held is gone with it.
func (s *Store) Close() error {
	s.writing.Lock()
	defer s.writing.Unlock()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = true
	return nil
}

package main

import (
	"context"
	"errors"
	"io"
	"sync"

	"stampdesk"
	"stampdesk/store/bolt"
)

// liveStore is a store that can be opened anew behind the backs of those who
// use it: after a write whose fate is unknown the desk asks for that, while
// the spool and the screen keep what they hold.
type liveStore struct {
	open func() (stampdesk.Store, error)

	mu sync.RWMutex
	s  stampdesk.Store
}

var (
	_ stampdesk.Store = (*liveStore)(nil)
	_ bolt.Archive    = (*liveStore)(nil)
)

func openLive(open func() (stampdesk.Store, error)) (*liveStore, error) {
	s, err := open()
	if err != nil {
		return nil, err
	}
	return &liveStore{open: open, s: s}, nil
}

// reopen opens the store again after Close.
func (l *liveStore) reopen(context.Context) (stampdesk.Store, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	s, err := l.open()
	if err != nil {
		return nil, err
	}
	l.s = s
	return l, nil
}

func (l *liveStore) View(ctx context.Context, fn func(stampdesk.Snapshot) error) error {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.s.View(ctx, fn)
}

func (l *liveStore) Update(ctx context.Context, fn func(stampdesk.Tx) error) error {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.s.Update(ctx, fn)
}

func (l *liveStore) SaveRoster(ctx context.Context, r stampdesk.Roster, progress func(int)) (stampdesk.Hash, error) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.s.SaveRoster(ctx, r, progress)
}

// Backup copies the store that is open, and writers go on meanwhile; opening it
// anew waits for the end of the copy.
func (l *liveStore) Backup(ctx context.Context, w io.Writer, o bolt.Origin, progress func(done, total int64)) (bolt.Manifest, error) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	a, ok := l.s.(bolt.Archive)
	if !ok {
		return bolt.Manifest{}, errNoArchive
	}
	return a.Backup(ctx, w, o, progress)
}

var errNoArchive = errors.New("this store cannot be backed up")

func (l *liveStore) Close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.s.Close()
}

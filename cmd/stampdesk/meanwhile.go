package main

import "context"

// pending is work that goes on while something else is waited for.
type pending[T any] struct {
	stop   func()
	result chan struct{}
	value  T
	err    error
}

// meanwhile begins work: reading a file while its owner's PIN is verified,
// which takes as long. Nothing of it may be shown, kept or written before the
// PIN is known to be right.
func meanwhile[T any](ctx context.Context, work func(context.Context) (T, error)) *pending[T] {
	ctx, stop := context.WithCancel(ctx)
	p := &pending[T]{stop: stop, result: make(chan struct{})}
	go func() {
		defer close(p.result)
		p.value, p.err = work(ctx)
	}()
	return p
}

// wait gives what the work gave.
func (p *pending[T]) wait() (T, error) {
	<-p.result
	p.stop()
	return p.value, p.err
}

// drop ends the work, if it has not ended, and waits until it has. After wait
// it does nothing.
func (p *pending[T]) drop() {
	p.stop()
	<-p.result
}

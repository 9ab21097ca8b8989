package tui

import (
	"context"
	"sync/atomic"
	"testing"
)

func TestOneTaskBeginsWhenTheOneBeforeHasEnded(t *testing.T) {
	d := newDesktop(t, withFiles)
	d.atWork()
	f := d.importer()
	readingHalf(d)
	first := d.s.task
	d.press("esc", "enter")
	if d.s.task != first || !first.stopped || len(d.tasks) != 1 || d.s.next == nil {
		t.Fatalf("%d under way", len(d.tasks))
	}
	d.slow = false
	d.update(clockMsg{})
	d.shows("3 mới")
	if len(f.read) != 2 || d.s.task != nil || d.s.next != nil {
		t.Errorf("read %d times, %v, %v", len(f.read), d.s.task, d.s.next)
	}
}

func TestATaskIsHeardUntilItEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	begun, end := make(chan struct{}), make(chan struct{})
	w := &task{heard: &atomic.Pointer[progress]{}, ended: make(chan struct{}), cancel: cancel}
	w.run = func(ctx context.Context, report func(ImportStage, int, int)) (func(*shell), error) {
		report(StageCompare, 3, 9)
		close(begun)
		<-end
		return nil, ctx.Err()
	}
	done := make(chan taskMsg)
	go func() { done <- w.do(ctx).(taskMsg) }()
	<-begun
	if msg, ok := w.hear().(heardMsg); !ok || *msg.heard.Load() != (progress{StageCompare, 3, 9}) {
		t.Errorf("heard %v", msg)
	}
	cancel()
	close(end)
	if msg := <-done; msg.err == nil {
		t.Error("it did not hear that it was stopped")
	}
	if msg := w.hear(); msg != nil {
		t.Errorf("heard %v after the end", msg)
	}
}

package main

import (
	"bytes"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"stampdesk"
)

// paper is a terminal that only keeps what is written.
type paper struct{ bytes.Buffer }

func (*paper) isTerminal() bool { return true }

func TestABarIsDrawnWhereAPersonSeesItAndWorkTakesLong(t *testing.T) {
	for _, l := range []stampdesk.Lang{stampdesk.Vietnamese, stampdesk.English} {
		a := &app{err: &paper{}, t: textsIn(l)}
		for _, label := range []string{a.t.ReadingFile, a.t.WritingRoster} {
			for _, total := range []int{0, 127_455, 1_000_000} {
				p := a.progress(label, total)
				line := p.line(127_000, 1500*time.Millisecond)
				if n := utf8.RuneCountInString(line); n > 79 || !strings.HasPrefix(line, label+" ") || !strings.Contains(line, "84667/s") {
					t.Errorf("%q of %d", line, n)
				}
				if total > 0 && !strings.Contains(line, a.t.TimeLeft) {
					t.Errorf("%q does not say how long", line)
				}
			}
		}
	}
	seen := func(began time.Duration, to func(*progress)) string {
		var w paper
		p := (&app{err: &w, t: textsIn(stampdesk.Vietnamese)}).progress("Đọc", 0)
		p.began = p.began.Add(-began)
		to(p)
		p.done()
		return w.String()
	}
	if got := seen(time.Second/2, func(p *progress) { p.of(3, 4) }); got != "" {
		t.Errorf("within a second: %q", got)
	}
	if got := seen(time.Second/2, func(p *progress) { p.of(1, 10) }); !strings.Contains(got, "1/10") {
		t.Errorf("where it will take five: %q", got)
	}
	if got := seen(time.Second/10, func(p *progress) { p.of(1, 100) }); got != "" {
		t.Errorf("too early to tell: %q", got)
	}
	if got := seen(2*time.Second, func(p *progress) { p.of(500, 1000); p.of(600, 1000) }); strings.Count(got, "\r") != 2 ||
		!strings.Contains(got, "━━━━━━━━━━··········") || !strings.Contains(got, "còn 2s") || !strings.HasSuffix(got, "\r\033[K") {
		t.Errorf("after a second: %q", got)
	}
	if got := seen(2*time.Second, func(p *progress) { p.of(1500, 1000) }); !strings.Contains(got, "1000/1000") || !strings.Contains(got, "còn 0s") {
		t.Errorf("more than was guessed: %q", got)
	}
	var w bytes.Buffer
	p := (&app{err: &w, t: textsIn(stampdesk.Vietnamese)}).progress("Đọc", 0)
	p.began = p.began.Add(-time.Hour)
	if p.set(5); w.Len() > 0 {
		t.Errorf("where nobody looks: %q", w.String())
	}
}

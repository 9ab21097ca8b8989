package main

import (
	"fmt"
	"io"
	"strings"
	"time"
)

// progress is a bar on stderr for work that takes longer than a second. It is
// silent where stderr is no terminal.
type progress struct {
	w     io.Writer // nil: silent
	label string
	total int // 0: not known
	began time.Time
	last  time.Time
	drawn bool
	rest  string // words for "left"
}

func (a *app) progress(label string, total int) *progress {
	p := &progress{label: label, total: total, began: time.Now(), rest: a.t.TimeLeft}
	if isTerminal(a.err) {
		p.w = a.err
	}
	return p
}

// set says that n are done.
func (p *progress) set(n int) {
	now := time.Now()
	if p.w == nil || now.Sub(p.last) < 100*time.Millisecond || now.Sub(p.began) < 500*time.Millisecond {
		return
	}
	p.last, p.drawn = now, true
	took := now.Sub(p.began)
	rate := float64(n) / took.Seconds()
	line := fmt.Sprintf("%s %d  %.0f/s", p.label, n, rate)
	if p.total > 0 && n > 0 {
		const width = 30
		full := min(width, width*n/p.total)
		left := time.Duration(float64(p.total-n) / rate * float64(time.Second)).Round(time.Second)
		line = fmt.Sprintf("%s %s%s %d/%d  %.0f/s  %s %s", p.label,
			strings.Repeat("━", full), strings.Repeat("·", width-full), n, p.total, rate, p.rest, left)
	}
	fmt.Fprintf(p.w, "\r\033[K%s", line)
}

// done takes the bar away.
func (p *progress) done() {
	if p.drawn {
		fmt.Fprint(p.w, "\r\033[K")
	}
}

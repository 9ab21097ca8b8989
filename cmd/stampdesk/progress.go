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

// Work that is done within patience shows no bar; one that will take longer, by
// what was done in a glance, shows it then. It moves once in every pace.
const (
	patience = time.Second
	glance   = 250 * time.Millisecond
	pace     = 100 * time.Millisecond
)

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
	if p.w == nil || now.Sub(p.last) < pace || !p.drawn && !p.long(n, now.Sub(p.began)) {
		return
	}
	p.last, p.drawn = now, true
	fmt.Fprintf(p.w, "\r\033[K%s", p.line(n, now.Sub(p.began)))
}

// long reports that the work takes, or is going to take, longer than a person
// waits without a word.
func (p *progress) long(n int, took time.Duration) bool {
	return took >= patience ||
		took >= glance && n > 0 && time.Duration(float64(took)*float64(p.total)/float64(n)) > patience
}

// still names work whose end nobody can tell, until done.
func (p *progress) still() {
	if p.w != nil {
		p.drawn = true
		fmt.Fprintf(p.w, "\r\033[K%s…", p.label)
	}
}

// of says that n of about total are done; a total of 0 is not known.
func (p *progress) of(n, total int) {
	p.total = total
	p.set(n)
}

// line is the bar, short enough for a terminal of 80 columns.
func (p *progress) line(n int, took time.Duration) string {
	rate := float64(n) / took.Seconds()
	if p.total <= 0 || n <= 0 {
		return fmt.Sprintf("%s %d  %.0f/s", p.label, n, rate)
	}
	const width = 20
	n = min(n, p.total) // where the total was a guess
	full := width * n / p.total
	left := time.Duration(float64(p.total-n) / rate * float64(time.Second)).Round(time.Second)
	return fmt.Sprintf("%s %s%s %d/%d  %.0f/s  %s %s", p.label,
		strings.Repeat("━", full), strings.Repeat("·", width-full), n, p.total, rate, p.rest, left)
}

// done takes the bar away.
func (p *progress) done() {
	if p.drawn {
		fmt.Fprint(p.w, "\r\033[K")
	}
}

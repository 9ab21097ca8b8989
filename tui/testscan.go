package tui

import (
	"context"
	"strconv"
	"strings"
	"sync"
	"time"

	"stampdesk"
)

// typedScan is what came like a code, but as keys.
type typedScan struct {
	at     time.Time
	text   string
	took   time.Duration
	garble bool
}

// overheard is what a scanner sent so far. The listener adds to it while the
// screen looks.
type overheard struct {
	mu    sync.Mutex
	scans []TestScan
}

// most is how many scans are kept to be shown.
const mostScans = 20

func (o *overheard) add(t TestScan) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.scans = append(o.scans, t)
	o.scans = o.scans[max(len(o.scans)-mostScans, 0):]
}

// last is the latest scan; false for none.
func (o *overheard) last() (TestScan, bool) {
	if o == nil {
		return TestScan{}, false
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	if len(o.scans) == 0 {
		return TestScan{}, false
	}
	return o.scans[len(o.scans)-1], true
}

// listen begins to listen to the port that is chosen, anew.
func (p *scannerPage) listen(s *shell) {
	p.heard, p.told = nil, ""
	s.stop()
	listen, baud := s.opt.Gear.Listen, 0
	if baud, _ = strconv.Atoi(p.want["baud"]); listen == nil || p.want["port"] == "" || baud <= 0 {
		return
	}
	heard := &overheard{}
	p.heard = heard
	q := Listening{Port: p.want["port"], Baud: baud, Lang: s.lang}
	s.start(p, func(ctx context.Context, report func(ImportStage, int, int)) (func(*shell), error) {
		err := listen(ctx, q, heard.add)
		return nil, err
	})
}

// failed: nobody listens any more.
func (p *scannerPage) failed(_ *shell, err error) { p.heard, p.told = nil, err.Error() }

// tested takes what a scanner that plays keyboard types.
func (p *scannerPage) tested(s *shell, in input) {
	p.typed = &typedScan{s.now, in.text, in.took, in.kind == inputGarble}
}

// take keeps codes of the scanner that is tested from the desk, whichever way
// they come.
func (p *scannerPage) take(s *shell, code string) bool {
	p.typed = &typedScan{at: s.now, text: code}
	return true
}

// scanLines are what was read in the test, and what follows from it.
func (p *scannerPage) scanLines(s *shell, w, h int) []string {
	var out []string
	add := func(t tone, sign, text string, most int) {
		for i, l := range s.wrap(text, w-8, most) {
			if i > 0 {
				sign = strings.Repeat(" ", width(sign))
			}
			out = append(out, "  "+s.style.Tone[t].Render(sign+l))
		}
	}
	last, ok := p.heard.last()
	switch {
	case p.typed != nil:
		add(calm, "", fill(s.words.TypedScan, visible(p.typed.text)), 2)
		if ms := p.typed.took.Milliseconds(); ms > 0 {
			add(quiet, "", fill(s.words.TypedIn, s.count(int(ms))), 1)
		}
		if p.typed.garble {
			add(bad, s.sign.Hold+" ", s.words.TypedGarbled, 2)
		} else {
			add(calm, "", s.words.TypedHow, 3)
		}
	case p.told != "":
		add(bad, s.sign.Refuse+" ", p.told, 3)
	case p.heard == nil:
		add(calm, "", s.words.ChoosePort, 2)
		if p.found && len(p.ports) == 0 {
			add(quiet, "", s.words.NoPortsHow, 3)
		}
	case !ok:
		add(work, "", fill(s.words.ScanNow, p.want["baud"]), 2)
		add(quiet, "", s.words.ScanNowHow, 2)
	}
	if !ok || p.typed != nil {
		return out[:min(len(out), max(h, 0))]
	}
	for _, l := range last.Hex {
		out = append(out, "  "+s.fit(l, w-4))
	}
	for _, l := range last.Read {
		add(calm, s.sign.Becomes+" ", s.dots(l), 1)
	}
	for _, l := range last.Wrong {
		add(warn, s.sign.Hold+" ", l, 2)
	}
	if last.Parity != "" {
		add(calm, "", fill(s.words.ParityIs, last.Parity), 1)
	}
	switch n := len(p.changes(s)); {
	case last.Usable && n == 0 && len(last.Wrong) > 0:
	case last.Usable && n == 0:
		add(good, s.sign.Stamp+" ", s.words.ScansWell, 1)
	case last.Usable:
		add(work, "", fill(s.words.KeepThese, p.sum(s)), 2)
	}
	return out[:min(len(out), max(h, 0))]
}

// tester is a screen that shows what a scanner types, and lets nobody else
// have it.
type tester interface {
	screen
	taker
	tested(*shell, input)
}

// tester is the screen that tries scanners, in front or behind what is asked on
// top of it; nil where there is none.
func (m *model) tester() tester {
	if m.s.lock != nil { // who is away tries nothing
		return nil
	}
	t, _ := m.s.page().(tester)
	return t
}

// tested offers what came like a code to the screen that tries scanners, and
// says of digits that came too slowly what they are not.
func (m *model) tested(in input) bool {
	s, t := m.s, m.tester()
	if t == nil {
		return false
	}
	scan := in.kind == inputScan || in.kind == inputGarble
	if s.over != nil { // its letters are for what is asked there, words of command too
		if !scan || m.secret() || m.fields() && !isCode(in.text) || strings.HasPrefix(in.text, stampdesk.CommandPrefix) {
			return false
		}
		t.tested(s, in)
		m.behind(in.text)
		return true
	}
	some := in.kind == inputRune || in.kind == inputText
	switch {
	case scan, in.kind == inputText && digits(in.text) > 3:
		t.tested(s, in)
	case some && digits(in.text) > 0:
		s.say(calm, s.words.TypedSlowly)
	default:
		return false
	}
	return true
}

// behind shows a test scan that came while something was asked: the help gives
// way, whatever else is asked stays, with a word about it.
func (m *model) behind(code string) {
	s := m.s
	if p, helping := s.over.(*helpPage); helping {
		s.over = p.under
	}
	if s.over != nil {
		s.say(calm, fill(s.words.TestedHere, visible(code)))
	}
}

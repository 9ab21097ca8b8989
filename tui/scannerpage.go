package tui

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"stampdesk"
)

// scannerPage chooses the port of a scanner and shows what it sends. No code
// that is read on it becomes a card of the desk.
type scannerPage struct {
	dials
	names []string // of the scanners; "" is the desk's own
	of    int
	ports []Port
	found bool // ports were looked for

	want   map[string]string // as it is to be set, by the last part of the key
	chosen map[string]bool   // by the person, whatever the scans say
	heard  *overheard        // what the scanner sends; nil: nobody listens
	told   string            // why nobody does
	typed  *typedScan        // by a scanner that plays keyboard
}

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

func (p *scannerPage) readsOnce() {}

func (p *scannerPage) read(sight) (func(*shell), error) {
	return func(s *shell) {
		if p.want == nil {
			p.names = s.tables("scanner")
			p.start(s)
		}
	}, nil
}

// start begins with the settings of a scanner, and looks for ports.
func (p *scannerPage) start(s *shell) {
	p.load(s)
	if p.want["baud"] == "" { // a new one
		p.want["baud"], p.want["suffix"], p.want["mask7"], p.want["feedback"] = "9600", "auto", "false", "none"
	}
	p.typed = nil
	ports := s.opt.Gear.Ports
	if p.found || ports == nil {
		p.listen(s)
		return
	}
	s.start(p, func(ctx context.Context, _ func(ImportStage, int, int)) (func(*shell), error) {
		all := ports(ctx)
		return func(s *shell) {
			p.ports, p.found = all, true
			if p.want["port"] == "" && len(all) == 1 {
				p.want["port"] = all[0].Name
			}
			p.listen(s)
		}, nil
	})
}

// load takes the settings as they are kept.
func (p *scannerPage) load(s *shell) {
	p.want, p.chosen = map[string]string{}, map[string]bool{}
	for _, k := range scannerKeys {
		p.want[k] = s.set(inTable("scanner", p.name(), k))
	}
}

var scannerKeys = []string{"port", "baud", "suffix", "mask7", "feedback"}

func (p *scannerPage) name() string {
	if p.of < len(p.names) {
		return p.names[p.of]
	}
	return ""
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

// lines are the settings of the scanner, with what the scans say of them.
func (p *scannerPage) lines(s *shell) []dial {
	var out []dial
	add := func(i int, choices ...string) {
		k := scannerKeys[i]
		key := inTable("scanner", p.name(), k)
		t, _ := s.setting(key)
		d := dial{key: k, label: s.words.ScannerNames[i], value: p.want[k], choices: choices, shown: func(v string) string { return s.settingWord(key, v) }}
		switch {
		case t.Given != "":
			d.note = fill(s.words.GivenShort, t.Given)
		case t.Value != p.want[k]:
			d.note = s.words.NotKept
		}
		out = append(out, d)
	}
	var ports []string
	for _, f := range p.ports {
		ports = append(ports, f.Name)
	}
	if have := p.want["port"]; have != "" && !slices.Contains(ports, have) {
		ports = append([]string{have}, ports...)
	}
	if len(ports) > 0 {
		ports = append(ports, "")
	}
	add(0, ports...)
	out[0].blank = s.words.NoPortSet
	speeds := []string{"9600", "19200", "38400", "57600", "115200"}
	if !slices.Contains(speeds, p.want["baud"]) {
		speeds = append(speeds, p.want["baud"])
	}
	add(1, speeds...)
	add(2, "auto", "cr", "lf", "crlf", "etx", "none")
	add(3, "false", "true")
	t, _ := s.setting("scanner.feedback")
	add(4, t.Choices...)
	return out
}

func (p *scannerPage) key(s *shell, in input) {
	if p.want == nil {
		if in.is(keys.Esc) {
			s.turnBack()
		}
		return
	}
	all := p.lines(s)
	turn, enter := p.dials.key(in, all)
	d := &all[p.at]
	switch {
	case in.is(keys.Esc):
		s.turnBack()
	case in.is(keys.Act):
		p.keep(s)
	case in.is(keys.Retry) && s.behindhand && len(p.changes(s)) == 0:
		s.reopening = true
	case in.is(keys.Elsewhere) && len(p.names) > 1:
		p.of = (p.of + 1) % len(p.names)
		p.start(s)
	case in.is(keys.New):
		s.open(newAsking(s.words.NewScanner, s.words.NewScannerHow, "", p.another))
	case turn != 0 || enter && d.key != "port" && len(d.choices) > 0:
		p.put(s, d.key, d.turned(onBy(turn)))
	case enter:
		key := d.key
		s.open(newAsking(d.label, s.words.PortHow, d.value, func(s *shell, v string) { p.put(s, key, v) }))
	}
}

// put takes a value; nothing is written before it is kept.
func (p *scannerPage) put(s *shell, key, value string) {
	t, _ := s.setting(inTable("scanner", p.name(), key))
	if t.Given != "" {
		s.say(warn, fill(s.words.GivenBy, t.Given))
		return
	}
	p.want[key], p.chosen[key] = value, true
	if s.hush(); key == "port" || key == "baud" {
		p.listen(s)
	}
}

// another begins a scanner with a name of its own.
func (p *scannerPage) another(s *shell, name string) {
	if _, err := stampdesk.ParsePrinterID(name); err != nil || name == "" || slices.Contains(p.names, name) { // the same alphabet
		s.say(warn, s.words.NewScannerHow)
		return
	}
	p.names = append(p.names, name)
	p.of = len(p.names) - 1
	p.start(s)
}

// changes are what is to be written: what was chosen, and what the scans say
// where they say something.
func (p *scannerPage) changes(s *shell) []Change {
	want := map[string]string{}
	for k, v := range p.want {
		want[k] = v
	}
	if last, ok := p.heard.last(); ok && last.Usable {
		if !p.chosen["mask7"] {
			want["mask7"] = strconv.FormatBool(last.Mask7)
		}
		if last.Suffix != "" && !p.chosen["suffix"] {
			want["suffix"] = last.Suffix
		}
	}
	var out []Change
	for _, k := range scannerKeys {
		key := inTable("scanner", p.name(), k)
		if t, ok := s.setting(key); want[k] != t.Value && (ok || want[k] != "") && t.Given == "" {
			out = append(out, Change{key, want[k]})
		}
	}
	return out
}

func (p *scannerPage) keep(s *shell) {
	all := p.changes(s)
	switch {
	case len(all) == 0:
		s.say(calm, s.words.NothingToKeep)
	case s.opt.Settings.Set == nil:
	default:
		s.change(func(err error) {
			if err == nil {
				p.load(s)
			}
		}, all...)
	}
}

func (p *scannerPage) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (p *scannerPage) view(s *shell, w, h int) []string {
	title := s.words.ScannerTitle
	if p.name() != "" {
		title = s.join(title, p.name())
	}
	out := []string{" " + s.style.Head.Render(title), ""}
	if p.want == nil {
		return s.foot(append(out, "  "+s.style.Tone[quiet].Render(s.words.ReadingStore)), s.noteLines(w), w, h)
	}
	all := p.lines(s)
	out = append(out, p.dials.view(s, all, w, len(all))...)
	for _, f := range p.ports {
		if f.Name == p.want["port"] && (f.About != "" || f.Trouble != "") {
			out = append(out, s.fit("    "+s.style.Tone[quiet].Render(s.dots(f.About)), w))
			for _, l := range s.wrap(f.Trouble, w-8, 2) {
				out = append(out, "    "+s.style.Tone[warn].Render(s.sign.Hold+" "+l))
			}
		}
	}
	out = append(out, "", " "+s.style.Head.Render(s.words.TestScan))
	below := s.noteLines(w)
	if s.behindhand && len(p.changes(s)) == 0 {
		below = append([]string{"  " + s.style.Tone[warn].Render(s.fit(s.words.ReopenHow, w-4))}, below...)
	}
	return s.foot(append(out, p.scanLines(s, w, h-len(out)-len(below))...), below, w, h)
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

// sum names what would be written.
func (p *scannerPage) sum(s *shell) string {
	var all []string
	for _, c := range p.changes(s) {
		i := slices.Index(scannerKeys, c.Key[strings.LastIndex(c.Key, ".")+1:])
		all = append(all, s.words.ScannerNames[i]+": "+s.middle(s.settingWord(c.Key, c.Value), 30))
	}
	return strings.Join(all, ", ")
}

func (p *scannerPage) hints(s *shell) []hint {
	out := []hint{{"x", s.words.KeyKeep}, {s.sign.Left + s.sign.Right, s.words.KeyTurn}}
	if s.behindhand && p.want != nil && len(p.changes(s)) == 0 {
		out[0] = hint{"r", s.words.KeyReopenDesk}
	}
	if out = append(out, hint{"Esc", s.words.KeyBack}); len(p.names) > 1 {
		out = append(out, hint{"c", s.words.KeyElsewhere})
	}
	return append(out, hint{"n", s.words.KeyAnother}, hint{"?", s.words.KeyHelp})
}

func (p *scannerPage) help(w *words) string { return w.HelpScanner }

// tester is a screen that shows what a scanner types, and lets nobody else
// have it.
type tester interface{ tested(*shell, input) }

// tested offers what came like a code to a screen that tries scanners.
func (m *model) tested(in input) bool {
	t, ok := m.screen().(tester)
	burst := in.kind == inputScan || in.kind == inputGarble || in.kind == inputText && digits(in.text) > 3
	if ok && burst {
		t.tested(m.s, in)
	}
	return ok && burst
}

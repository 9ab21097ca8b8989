package tui

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"stampdesk"
)

// scannerPage chooses the port of a scanner and shows what it sends. No code
// that is read on it becomes a card of the desk.
type scannerPage struct {
	gearForm
	chosen map[string]bool // by the person, whatever the scans say
	heard  *overheard      // what the scanner sends; nil: nobody listens
	told   string          // why nobody does
	typed  *typedScan      // by a scanner that plays keyboard
}

func (p *scannerPage) readsOnce() {}

func (p *scannerPage) read(sight) (func(*shell), error) {
	return func(s *shell) {
		if p.want == nil {
			p.kind, p.names = "scanner", s.tables("scanner")
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
	p.gearForm.load(s, scannerKeys)
	p.chosen = map[string]bool{}
}

var scannerKeys = []string{"port", "baud", "suffix", "mask7", "feedback"}

// lines are the settings of the scanner, with what the scans say of them.
func (p *scannerPage) lines(s *shell) []dial {
	var out []dial
	add := func(i int, choices ...string) {
		k := scannerKeys[i]
		out = append(out, dial{
			key: k, label: s.words.ScannerNames[i], value: p.want[k], choices: choices, note: p.note(s, k),
			shown: func(v string) string { return s.settingWord(k, v) },
		})
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
	if p.gearForm.key(s, in, p, s.words.NewScanner) || p.want == nil {
		return
	}
	all := p.lines(s)
	turn, enter := p.dials.key(in, all)
	d := &all[p.at]
	switch {
	case turn != 0 || enter && d.key != "port" && len(d.choices) > 0:
		p.put(s, d.key, d.turned(onBy(turn)))
	case enter:
		key := d.key
		s.open(newAsking(d.label, s.words.PortHow, d.value, func(s *shell, v string) { p.put(s, key, v) }))
	}
}

// put takes a value, which the scans no longer change, and listens as it says.
func (p *scannerPage) put(s *shell, key, value string) {
	if !p.gearForm.put(s, key, value) {
		return
	}
	if p.chosen[key] = true; key == "port" || key == "baud" {
		p.listen(s)
	}
}

// reopens reports that all is kept, and the desk is to be opened again for it.
func (p *scannerPage) reopens(s *shell) bool {
	return s.behindhand && p.want != nil && len(p.changes(s)) == 0
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
		key := p.full(k)
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
				p.kept(s)
				p.load(s)
			}
		}, all...)
	}
}

func (p *scannerPage) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (p *scannerPage) view(s *shell, w, h int) []string {
	out := p.head(s, s.words.ScannerTitle)
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
	below := p.below(s, w, p.reopens(s))
	return s.foot(append(out, p.scanLines(s, w, h-len(out)-len(below))...), below, w, h)
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
	if p.reopens(s) {
		out[0] = hint{"r", s.words.KeyReopenDesk}
	}
	return p.others(s, out)
}

func (p *scannerPage) help(w *words) string { return w.HelpScanner }

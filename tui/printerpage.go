package tui

import (
	"context"
	"slices"

	"stampdesk"
)

// printerPage chooses where the papers of the desk go and how letters get onto
// them, and prints a page to see it.
type printerPage struct {
	gearForm
	status string // as the printer was asked
}

var printerKeys = []string{"to", "profile", "mode"}

func (p *printerPage) readsOnce() {}

func (p *printerPage) read(sight) (func(*shell), error) {
	return func(s *shell) {
		if p.want == nil {
			p.kind, p.names = "printer", s.tables("printer")
			p.start(s)
		}
	}, nil
}

func (p *printerPage) id() stampdesk.PrinterID { return stampdesk.PrinterID(p.name()) }

// start begins with the settings of a printer, looks for others and asks how
// this one is.
func (p *printerPage) start(s *shell) {
	p.load(s, printerKeys)
	p.status = ""
	if p.want["profile"] == "" { // a new one
		p.want["to"], p.want["profile"], p.want["mode"] = "none", "generic-80", "auto"
	}
	look, status := s.opt.Gear.Printers, s.opt.Gear.Status
	found, has, id, lang, ports := p.found, s.has(p.id()), p.id(), s.lang, p.ports
	s.start(p, func(ctx context.Context, _ func(ImportStage, int, int)) (func(*shell), error) {
		if !found && look != nil {
			ports = look(ctx)
		}
		text := ""
		if status != nil && has {
			var err error
			if text, err = status(ctx, lang, id); err != nil {
				text = err.Error()
			}
		}
		return func(*shell) { p.ports, p.found, p.status = ports, true, text }, nil
	})
}

func (p *printerPage) lines(s *shell) []dial {
	var out []dial
	for i, k := range printerKeys {
		t, known := s.setting(p.full(k))
		if !known { // a new one chooses from what the desk's own does
			t.Choices = s.choices(inTable("printer", "", k))
		}
		d := dial{
			key: k, label: s.words.PrinterNames[i], value: p.want[k], choices: t.Choices, note: p.note(s, k),
			shown: func(v string) string { return s.settingWord(k, v) },
		}
		if k == "to" {
			d.shown = s.destinationWord
			for _, f := range p.ports {
				d.choices = append(d.choices, f.Name)
			}
			for _, v := range []string{t.Value, p.want[k], "none"} {
				if v != "" && !slices.Contains(d.choices, v) {
					d.choices = append(d.choices, v)
				}
			}
		}
		out = append(out, d)
	}
	return out
}

func (s *shell) choices(key string) []string {
	t, _ := s.setting(key)
	return t.Choices
}

// destinationWord is what a destination is called.
func (s *shell) destinationWord(to string) string {
	if to == "" || to == "none" {
		return s.words.NoPrinterSet
	}
	return to
}

func (p *printerPage) key(s *shell, in input) {
	if p.gearForm.key(s, in, p, s.words.NewPrinter) || p.want == nil {
		return
	}
	all := p.lines(s)
	turn, enter := p.dials.key(in, all)
	d := &all[p.at]
	switch {
	case in.is(keys.Print):
		p.testPage(s)
	case turn != 0 || enter && d.key != "to":
		p.put(s, d.key, d.turned(onBy(turn)))
	case enter:
		s.open(newAsking(d.label, s.words.ToHow, d.value, func(s *shell, v string) { p.put(s, "to", v) }))
	}
}

// reopens reports that all is kept, and the desk is to be opened again for it.
func (p *printerPage) reopens(s *shell) bool {
	return s.behindhand && p.want != nil && len(p.changes(s)) == 0
}

func (p *printerPage) changes(s *shell) []Change {
	var out []Change
	for _, k := range printerKeys {
		key := p.full(k)
		if t, _ := s.setting(key); p.want[k] != t.Value && t.Given == "" {
			out = append(out, Change{key, p.want[k]})
		}
	}
	return out
}

func (p *printerPage) keep(s *shell) {
	all := p.changes(s)
	if len(all) == 0 {
		s.say(calm, s.words.NothingToKeep)
		return
	}
	s.change(func(err error) {
		if err == nil {
			p.kept(s)
			p.load(s, printerKeys)
		}
	}, all...)
}

// testPage prints the page: on a printer of the desk, as it works now, through
// its queue and on record; on any other directly.
func (p *printerPage) testPage(s *shell) {
	test, to, profile, mode, lang := s.opt.Gear.TestPage, p.want["to"], p.want["profile"], p.want["mode"], s.lang
	switch {
	case s.has(p.id()) && len(p.changes(s)) == 0 && !s.behindhand:
		s.ask(p, stampdesk.Print{Document: stampdesk.TestPage, Printer: p.id()})
	case to == "" || to == "none":
		s.say(warn, s.words.ChoosePrinter)
	case test == nil:
		s.say(warn, s.words.ReopenHow)
	case s.working(p) != nil:
	default:
		s.say(work, s.words.TestGoes)
		s.start(p, func(ctx context.Context, _ func(ImportStage, int, int)) (func(*shell), error) {
			text, err := test(ctx, lang, to, profile, mode)
			return func(s *shell) { s.say(calm, text) }, err
		})
	}
}

func (p *printerPage) answer(s *shell, r stampdesk.Request, o *stampdesk.Outcome) {
	if _, prints := r.(stampdesk.Print); prints && o.Result != stampdesk.Declined {
		s.say(good, s.words.TestQueued)
	}
}

func (p *printerPage) view(s *shell, w, h int) []string {
	out := p.head(s, s.words.PrinterTitle)
	if p.want == nil {
		return s.foot(append(out, "  "+s.style.Tone[quiet].Render(s.words.ReadingStore)), s.noteLines(w), w, h)
	}
	all := p.lines(s)
	out = append(out, p.dials.view(s, all, w, len(all))...)
	out = append(out, "")
	if t := p.how(s); t != "" {
		out = append(out, s.wrapped(t, w)...)
	}
	out = append(out, "", " "+s.style.Head.Render(s.words.PrintersFound))
	switch {
	case !p.found:
		out = append(out, "    "+s.style.Tone[quiet].Render(s.words.Looking))
	case len(p.ports) == 0:
		out = append(out, s.wrapped(s.words.NoPrinters, w)...)
	}
	for _, f := range p.ports {
		out = append(out, s.fit("    "+s.middle(s.join(f.Name, s.dots(f.About)), w-8), w))
		for _, l := range s.wrap(f.Trouble, w-10, 2) {
			out = append(out, "      "+s.style.Tone[warn].Render(s.sign.Hold+" "+l))
		}
	}
	return s.foot(out, p.below(s, w, p.reopens(s)), w, h)
}

// how says how the printer is: as it was asked, and as its queue finds it.
func (p *printerPage) how(s *shell) string {
	n := s.noticeOf(p.id())
	switch {
	case n == nil:
		return ""
	case n.About != "":
		return fill(s.words.PrinterHow, n.About)
	case p.status != "":
		return fill(s.words.PrinterHow, p.status)
	}
	return fill(s.words.PrinterHow, s.words.PrinterLinks[n.Link])
}

func (s *shell) wrapped(text string, w int) []string {
	var out []string
	for _, l := range s.wrap(text, w-8, 3) {
		out = append(out, "    "+l)
	}
	return out
}

func (p *printerPage) hints(s *shell) []hint {
	out := []hint{{"p", s.words.KeyTestPage}, {"x", s.words.KeyKeep}, {s.sign.Left + s.sign.Right, s.words.KeyTurn}}
	if p.reopens(s) {
		out[1] = hint{"r", s.words.KeyReopenDesk}
	}
	return p.others(s, out)
}

func (p *printerPage) help(w *words) string { return w.HelpPrinter }

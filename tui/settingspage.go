package tui

import (
	"slices"
	"strings"
	"time"

	"stampdesk"
)

// settingsPage is how the desk is set, and where the devices are tried.
type settingsPage struct {
	dials
	settings []Setting
}

func (p *settingsPage) readsOnce() {}

func (p *settingsPage) read(sight) (func(*shell), error) { return p.list, nil }

func (p *settingsPage) list(s *shell) {
	if s.opt.Settings.List != nil {
		p.settings = s.opt.Settings.List()
	}
}

// shownHere are the settings of the page, in order; those of devices are on
// the pages of the devices.
var shownHere = []string{
	"lang", "screen.symbols", "screen.colour", "sound.bell", "sound.good", "desk.id", "desk.confirm", "desk.idle",
}

func (p *settingsPage) lines(s *shell) []dial {
	w := s.words
	heads := map[string]string{"lang": w.GroupScreen, "sound.bell": w.GroupSound, "desk.id": w.GroupDesk}
	var out []dial
	for i, key := range shownHere {
		at := slices.IndexFunc(p.settings, func(t Setting) bool { return t.Key == key })
		if at < 0 {
			continue
		}
		t := &p.settings[at]
		out = append(out, dial{
			key: key, label: w.SettingNames[i], value: t.Value, choices: t.Choices, before: heads[key], note: s.settingNote(t),
			shown: func(v string) string { return s.settingWord(key, v) },
		})
	}
	for i, kind := range []string{"scanner", "printer"} {
		d := dial{key: kind, label: w.SettingDevices[i], before: "", open: func() { s.turnTo(&scannerPage{}) }}
		if i == 0 {
			d.before, d.value, d.blank = w.GroupDevices, p.value("scanner.port"), w.NoPortSet
		} else {
			d.value, d.open = p.value("printer.to"), func() { s.turnTo(&printerPage{}) }
			d.shown = s.destinationWord
		}
		if n := len(s.tables(kind)); n > 1 {
			d.note = fill(w.AndOthers, s.count(n-1))
		}
		out = append(out, d)
	}
	return out
}

func (p *settingsPage) value(key string) string {
	for _, t := range p.settings {
		if t.Key == key {
			return t.Value
		}
	}
	return ""
}

// settingNote says what is particular about a setting.
func (s *shell) settingNote(t *Setting) string {
	switch {
	case t.Given != "":
		return fill(s.words.GivenShort, t.Given)
	case t.Guarded && (s.person == nil || s.person.Role != stampdesk.Supervisor):
		return s.words.SupervisorShort
	case t.Later:
		return s.words.LaterShort
	}
	return ""
}

// settingWord is what a value is called.
func (s *shell) settingWord(key, v string) string {
	w := s.words
	names := map[string]string{}
	put := func(values []string, words []string) {
		for i, x := range values {
			names[x] = words[i]
		}
	}
	switch name := key[strings.LastIndex(key, ".")+1:]; name {
	case "lang":
		put([]string{"vi", "en"}, []string{"Tiếng Việt", "English"})
	case "symbols":
		put([]string{"auto", "full", "ascii"}, w.SymbolKinds[:])
	case "colour":
		put([]string{"auto", "always", "never"}, w.ColourKinds[:])
	case "bell", "good", "mask7":
		put([]string{"true", "false"}, w.OnOff[:])
	case "confirm":
		put([]string{"key", "next", "scan"}, w.ConfirmKinds[:])
	case "idle":
		put([]string{"0", "0s"}, []string{w.NeverLocks, w.NeverLocks})
	case "suffix":
		put([]string{"auto", "none"}, w.SuffixKinds[:])
	case "feedback":
		put([]string{"none"}, []string{w.NoFeedback})
	case "mode":
		put([]string{"auto", "raster", "codepage", "ascii", "hybrid"}, w.ModeKinds[:])
	}
	if n := names[v]; n != "" {
		return n
	}
	if d, err := time.ParseDuration(v); err == nil && strings.HasSuffix(key, ".idle") {
		return fill(w.MinutesN, s.count(int(d.Minutes())))
	}
	return v
}

func (p *settingsPage) key(s *shell, in input) {
	all := p.lines(s)
	turn, enter := p.dials.key(in, all)
	switch {
	case in.is(keys.Esc):
		s.turnBack()
	case in.is(keys.Retry) && s.behindhand:
		s.reopening = true
	case len(all) == 0 || turn == 0 && !enter:
	case all[p.at].open != nil:
		if enter {
			all[p.at].open()
		}
	case s.maySet(all[p.at].key):
		p.change(s, &all[p.at], turn)
	}
}

func (p *settingsPage) change(s *shell, d *dial, turn int) {
	key := d.key
	set := func(s *shell, value string) {
		s.change(func(error) { p.list(s) }, Change{key, value})
	}
	if len(d.choices) > 0 {
		set(s, d.turned(onBy(turn)))
		return
	}
	s.open(newAsking(d.label, s.words.HowAsked, d.value, set))
}

func (p *settingsPage) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (p *settingsPage) view(s *shell, w, h int) []string {
	out := []string{" " + s.style.Head.Render(s.words.Settings), ""}
	var below []string
	if s.behindhand {
		below = append(below, "  "+s.style.Tone[warn].Render(s.fit(s.words.ReopenHow, w-4)))
	}
	below = append(below, s.noteLines(w)...)
	if where := s.opt.Settings.Where; where != "" {
		below = append(below, "  "+s.style.Tone[quiet].Render(s.middle(fill(s.words.KeptIn, where), w-4)))
	}
	return s.foot(append(out, p.dials.view(s, p.lines(s), w, h-len(out)-len(below))...), below, w, h)
}

func (p *settingsPage) hints(s *shell) []hint {
	out := []hint{{s.sign.MoreAbove + s.sign.MoreBelow, s.words.KeyChoose}, {s.sign.Left + s.sign.Right, s.words.KeyTurn}}
	if s.behindhand {
		out = append(out, hint{"r", s.words.KeyReopenDesk})
	}
	return append(out, hint{"Esc", s.words.KeyBack}, hint{"?", s.words.KeyHelp})
}

func (p *settingsPage) help(w *words) string { return w.HelpSettings }

package tui

import (
	"maps"
	"slices"

	"stampdesk"
)

// gearForm is one of the scanners or of the printers of the desk, as it is to be
// set. Nothing is written before it is kept.
type gearForm struct {
	dials
	kind  string   // "scanner" or "printer", as in the keys of settings
	names []string // of all of the kind; "" is the desk's own
	of    int
	ports []Port
	found bool // they were looked for

	want map[string]string // as it is to be set, by the last part of the key; nil: not read yet
}

func (g *gearForm) name() string {
	if g.of < len(g.names) {
		return g.names[g.of]
	}
	return ""
}

// full is the whole key of a setting.
func (g *gearForm) full(key string) string { return inTable(g.kind, g.name(), key) }

// gear is the page of a gearForm.
type gear interface {
	start(*shell) // begins with the settings of the chosen one
	keep(*shell)
	reopens(*shell) bool // all is kept, and the desk is to be opened again for it
}

// key takes the keys that mean the same for all devices, and reports whether it
// was one of them.
func (g *gearForm) key(s *shell, in input, p gear, another string) bool {
	switch {
	case in.is(keys.Esc):
		g.remember(s)
		s.turnBack()
	case g.want == nil:
		return false
	case in.is(keys.Act):
		p.keep(s)
	case in.is(keys.Retry) && p.reopens(s):
		s.reopening = true
	case in.is(keys.Elsewhere) && len(g.names) > 1:
		g.onward(s)
		p.start(s)
	case in.is(keys.New):
		s.open(newAsking(another, s.words.NewScannerHow, "", func(s *shell, name string) {
			if g.add(s, name) {
				p.start(s)
			}
		}))
	default:
		return false
	}
	return true
}

// load takes the settings as they are kept, which is not always as they were
// typed: a directory is kept with its whole path.
func (g *gearForm) load(s *shell, keys []string) {
	g.want = map[string]string{}
	for _, k := range keys {
		g.want[k] = s.set(g.full(k))
	}
	maps.Copy(g.want, s.unkept[g.full("")])
}

// remember keeps what was turned and not kept, until the page is there again.
func (g *gearForm) remember(s *shell) {
	for k, v := range g.want {
		if v == s.set(g.full(k)) {
			continue
		}
		if s.unkept == nil {
			s.unkept = map[string]map[string]string{}
		}
		if s.unkept[g.full("")] == nil {
			s.unkept[g.full("")] = map[string]string{}
		}
		s.unkept[g.full("")][k] = v
	}
}

// kept forgets that again.
func (g *gearForm) kept(s *shell) { delete(s.unkept, g.full("")) }

// note says what is particular about a value.
func (g *gearForm) note(s *shell, key string) string {
	switch t, _ := s.setting(g.full(key)); {
	case t.Given != "":
		return fill(s.words.GivenShort, t.Given)
	case t.Value != g.want[key]:
		return s.words.NotKept
	}
	return ""
}

// put takes a value, where it can be set here.
func (g *gearForm) put(s *shell, key, value string) bool {
	if t, _ := s.setting(g.full(key)); t.Given != "" {
		s.say(warn, fill(s.words.GivenBy, t.Given))
		return false
	}
	s.hush()
	g.want[key] = value
	return true
}

// add turns to a new one, where its name can be one.
func (g *gearForm) add(s *shell, name string) bool {
	if _, err := stampdesk.ParsePrinterID(name); err != nil || name == "" || slices.Contains(g.names, name) { // scanners have the same alphabet
		s.say(warn, s.words.NewScannerHow)
		return false
	}
	g.remember(s)
	g.names = append(g.names, name)
	g.of = len(g.names) - 1
	return true
}

// onward turns to the next one.
func (g *gearForm) onward(s *shell) {
	g.remember(s)
	g.of = (g.of + 1) % len(g.names)
}

// head is the first line, with a blank one under it.
func (g *gearForm) head(s *shell, title string) []string {
	return []string{" " + s.style.Head.Render(s.join(title, g.name())), ""}
}

// below are the lines at the bottom: reopens reports that the desk is to be
// opened again, and nothing else is to be done before.
func (g *gearForm) below(s *shell, w int, reopens bool) []string {
	out := s.noteLines(w)
	if reopens {
		out = append([]string{"  " + s.style.Tone[warn].Render(s.fit(s.words.ReopenHow, w-4))}, out...)
	}
	return out
}

// others are the keys that turn to another one.
func (g *gearForm) others(s *shell, out []hint) []hint {
	if out = append(out, hint{"Esc", s.words.KeyBack}); len(g.names) > 1 {
		out = append(out, hint{"c", s.words.KeyElsewhere})
	}
	return append(out, hint{"n", s.words.KeyAnother}, hint{"?", s.words.KeyHelp})
}

package tui

import (
	"context"
	"slices"
	"strings"

	"stampdesk"
)

// Settings let the screen read and change how the desk is set, without knowing
// where that is kept. The zero value has none.
type Settings struct {
	// List gives all settings as they are now; it takes no time.
	List func() []Setting
	// Set changes settings, all of them or none, for now and for the next start.
	// It is called in a goroutine of its own. The error is a sentence for a person.
	Set func(ctx context.Context, changes ...Change) error
	// Where is the name of what they are written into.
	Where string
}

// Setting is one thing that can be set.
type Setting struct {
	Key     string // "scanner.port"; of a scanner or printer with a name "scanners.NAME.port"
	Value   string
	Choices []string // empty: it is typed
	Given   string   // what else gives the value, so that it cannot be changed here: "STAMPDESK_LANG"
	Later   bool     // it is in force when the desk is opened again, not at once
	Guarded bool     // only a supervisor changes it
}

// Change is a new value of a setting.
type Change struct{ Key, Value string }

// Gear lets the screen look for scanners and printers, and try them. Its
// functions are called in goroutines of their own and end when ctx does; nil:
// that cannot be done here.
type Gear struct {
	// Ports are the serial ports that a scanner may be on.
	Ports func(ctx context.Context) []Port
	// Listen tells what a scanner sends until ctx ends. While it listens, no code
	// of that scanner is given to the desk.
	Listen func(ctx context.Context, q Listening, hear func(TestScan)) error
	// Printers are the printers that the system knows.
	Printers func(ctx context.Context) []Port
	// Status says how a printer of the desk is, as far as it says.
	Status func(ctx context.Context, l stampdesk.Lang, id stampdesk.PrinterID) (string, error)
	// TestPage prints a page on a printer that need not be one of the desk's, and
	// gives a sentence.
	TestPage func(ctx context.Context, l stampdesk.Lang, to, profile, mode string) (string, error)
}

// Port is where a scanner or a printer was found.
type Port struct {
	Name    string // to be set
	About   string // what it says of itself
	Trouble string // a sentence: why it cannot be used; "" for nothing known
}

// Listening says which scanner is listened to.
type Listening struct {
	Port string
	Baud int
	Lang stampdesk.Lang // of the sentences
}

// TestScan is what a scanner sent in one piece.
type TestScan struct {
	Hex    []string // the bytes, with their letters
	Read   []string // what was read, a line for each code
	Wrong  []string // what is wrong with the scans so far, and what to do, the worst first
	Usable bool     // codes of the desk were read
	Suffix string   // as all scans so far say; "" for not known
	Mask7  bool
	Parity string // "" for none
}

// setting is one of the settings; false where there is none of this key.
func (s *shell) setting(key string) (Setting, bool) {
	if s.opt.Settings.List == nil {
		return Setting{}, false
	}
	all := s.opt.Settings.List()
	i := slices.IndexFunc(all, func(t Setting) bool { return t.Key == key })
	if i < 0 {
		return Setting{}, false
	}
	return all[i], true
}

func (s *shell) set(key string) string {
	t, _ := s.setting(key)
	return t.Value
}

// tables are the names of the tables of a kind, the desk's own first: "",
// then those of "scanners.NAME.port".
func (s *shell) tables(kind string) []string {
	out := []string{""}
	if s.opt.Settings.List == nil {
		return out
	}
	for _, t := range s.opt.Settings.List() {
		rest, ok := strings.CutPrefix(t.Key, kind+"s.")
		if name, _, _ := strings.Cut(rest, "."); ok && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// inTable is the key of a setting of a scanner or a printer.
func inTable(kind, name, key string) string {
	if name == "" {
		return kind + "." + key
	}
	return kind + "s." + name + "." + key
}

// maySet reports whether a setting can be changed here and now, and says
// why not.
func (s *shell) maySet(key string) bool {
	t, _ := s.setting(key)
	switch {
	case t.Given != "":
		s.say(warn, fill(s.words.GivenBy, t.Given))
	case t.Guarded && (s.person == nil || s.person.Role != stampdesk.Supervisor):
		s.say(warn, s.words.SupervisorSets)
	default:
		return true
	}
	return false
}

// change sends off changes of settings; then comes back what they did.
func (s *shell) change(then func(error), changes ...Change) {
	set := s.opt.Settings.Set
	if set == nil || len(changes) == 0 {
		return
	}
	s.fetch(errand{"set " + changes[0].Key, func(ctx context.Context) (func(*shell), error) {
		err := set(ctx, changes...)
		return func(s *shell) {
			if err != nil {
				s.say(bad, err.Error())
			} else {
				s.changed(changes)
			}
			then(err)
		}, nil
	}})
}

// changed puts into force what can be at once.
func (s *shell) changed(changes []Change) {
	text := s.words.SettingKept
	for _, c := range changes {
		if c.Key == "lang" {
			s.speak(stampdesk.Lang(c.Value))
			text = s.words.SettingKept
		}
		if t, ok := s.setting(c.Key); (!ok || t.Later) && c.Key != "lang" {
			s.behindhand, text = true, s.words.SettingLater
		}
	}
	s.adopt()
	s.say(good, text)
}

// dots are the dots of a text from outside, as this terminal has them.
func (s *shell) dots(text string) string { return strings.ReplaceAll(text, "·", s.sign.Dot) }

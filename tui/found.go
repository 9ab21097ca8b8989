package tui

import (
	"strings"
	"unicode/utf8"

	"stampdesk"
)

// Founder is the person in whose name a store is made: its first supervisor.
type Founder struct {
	ID   stampdesk.PersonID
	Name string
	PIN  string
	Lang stampdesk.Lang // that the person chose
}

// founding asks who makes the store.
type founding struct {
	fields [foundFields]field
	on     int
	wrong  string
	where  string
	busy   bool // the store is being made
	made   bool
	begin  func(Founder) // has the store made
}

// The fields of a founding.
const (
	foundID = iota
	foundName
	foundPIN
	foundAgain
	foundFields
)

func newFounding(where string) *founding {
	f := &founding{where: where}
	f.fields = [foundFields]field{foundID: {most: 16}, foundName: {most: 60}, foundPIN: {most: 64, mask: true}, foundAgain: {most: 64, mask: true}}
	return f
}

func (f *founding) key(s *shell, in input) {
	if f.busy { // half a store cannot be left
		return
	}
	f.wrong = ""
	switch {
	case in.is(keys.Esc), in.is(keys.Prev):
		f.on = max(f.on-1, 0)
	case in.is(keys.Next): // it goes round and never submits
		f.on = (f.on + 1) % foundFields
	case in.is(keys.Enter):
		f.next(s)
	default:
		f.fields[f.on].key(in)
	}
}

// next goes to the next field, and past the last one has the store made; what
// cannot be taken is said where it is typed.
func (f *founding) next(s *shell) {
	for at := range f.fields[:f.on+1] {
		if f.wrong = f.fault(s, at); f.wrong != "" {
			if f.on = at; at == foundAgain {
				f.fields[foundPIN].text, f.fields[foundAgain].text, f.on = "", "", foundPIN
			}
			return
		}
	}
	if f.on < foundFields-1 {
		f.on++
		return
	}
	f.busy = true
	f.begin(Founder{
		ID: stampdesk.PersonID(f.fields[foundID].value()), Name: f.fields[foundName].value(),
		PIN: strings.TrimSpace(f.fields[foundPIN].text), Lang: s.lang,
	})
}

// fault says what is wrong with a field, "" for nothing.
func (f *founding) fault(s *shell, at int) string {
	text := f.fields[at].value()
	switch at {
	case foundID:
		if _, err := stampdesk.ParsePersonID(text); err != nil {
			return s.words.FoundIDHow
		}
	case foundName:
		if text == "" {
			return s.words.FoundNoName
		}
	case foundPIN:
		if utf8.RuneCountInString(text) < stampdesk.MinPIN {
			return s.rules.Refusals[stampdesk.WeakPIN]
		}
	case foundAgain:
		if text != f.fields[foundPIN].value() {
			return s.words.FoundDiffer
		}
	}
	return ""
}

// laid takes what became of the making.
func (f *founding) laid(err error) {
	f.busy = false
	if f.made = err == nil; err != nil {
		f.wrong = err.Error()
	}
}

func (f *founding) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (f *founding) view(s *shell, w, h int) []string {
	inner := min(w-4, 84)
	out := []string{"", "  " + s.style.Head.Render(s.words.Title), ""}
	for _, t := range []string{s.words.FoundWelcome, s.words.FoundWhy} {
		for _, l := range s.wrap(t, inner-2, 3) {
			out = append(out, "  "+l)
		}
	}
	out = append(out, "", "  "+s.words.FoundWhere+" "+s.middle(f.where, w-6-width(s.words.FoundWhere)), "")
	labels := [foundFields]string{s.words.PersonID, s.words.FoundName, s.words.FoundPIN, s.words.FoundAgain}
	how := [foundFields]string{s.words.FoundIDHow, s.words.FoundNameHow, s.words.FoundPINHow, s.words.FoundAgainHow}
	var lines []string
	for i := range f.fields {
		lines = append(lines, " "+s.fit(labels[i], 18)+f.fields[i].view(s, inner-26, i == f.on && !f.busy))
	}
	lines = append(lines, "")
	said, tone := how[f.on], quiet
	switch {
	case f.busy:
		said, tone = s.words.Founding, work
	case f.wrong != "":
		said, tone = s.sign.Refuse+" "+f.wrong, bad
	}
	for _, l := range s.wrap(said, inner-6, 4) {
		lines = append(lines, " "+s.style.Tone[tone].Render(l))
	}
	for _, l := range s.box(frameThin, work, " "+s.words.FoundTitle+" ", lines, inner, max(len(lines), 8)+2) {
		out = append(out, "  "+l)
	}
	return s.foot(out, []string{"  " + s.style.Tone[quiet].Render(s.words.FoundElse)}, w, h)
}

func (f *founding) hints(s *shell) []hint {
	enter := hint{"Enter", s.words.KeyNext}
	if f.on == foundFields-1 {
		enter.does = s.words.KeyFound
	}
	return []hint{enter, {"Tab", s.words.KeyField}, {"F2", s.words.KeyLanguage}, {"F1", s.words.KeyHelp}, {"ctrl+q", s.words.KeyQuit}}
}

func (f *founding) help(w *words) string { return w.HelpFound }

func (f *founding) takesText() bool { return true }

var _ screen = (*founding)(nil)

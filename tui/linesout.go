package tui

import (
	"io"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

// lineSigns: what is heard has no signs.
var lineSigns = glyphs{Up: "", Dot: ",", Dash: "-", Cut: "...", MoreAbove: "-", MoreBelow: "+", Left: "<", Right: ">", Becomes: ","}

// Marks within a line that a view draws for lines. They are of Unicode's
// private use and never leave this file.
const (
	columnEnd = "\t"     // ends a column
	fieldAt   = '\ue000' // a field begins
	focusHas  = '\ue001' // it has the focus
)

// said is a field in a line; an empty one is told only where it is asked for.
func (f *field) said(focus bool) string {
	t := string(fieldAt)
	if !f.mask {
		t += f.text
	}
	if focus {
		t += string(focusHas)
	}
	return t
}

// number is the number of the i-th row of a list, by which a line means it; on
// a screen rows have none.
func (s *shell) number(i int) string {
	if !s.term.lines {
		return ""
	}
	s.rowsSaid = max(s.rowsSaid, i+1)
	return strconv.Itoa(i+1) + ". "
}

// more says in a line that there are n more rows.
func (s *shell) more(n int) []string {
	if !s.term.lines || n <= 0 {
		return nil
	}
	return []string{fill(s.words.LineMore, s.count(n))}
}

// teller is a screen with sentences of its own for lines.
type teller interface{ tell(*shell) []string }

// story is what has been told, so that only what changed is.
type story struct {
	top     screen
	lines   map[string]bool            // of the screen in front
	known   map[reflect.Type]bool      // screens whose keys were told
	about   []string                   // what is wrong with devices
	keeps   string                     // the cards that were kept
	panel   string                     // on the desk
	printed time.Time                  // the latest line
	seen    map[screen]map[string]bool // what was told of screens that may come to the front again

	mine, told bool   // a line is to be answered; something was said since
	text       string // of that line
	back       bool   // it went back to where the person was before
	hides      bool   // what is typed is not shown
}

func newStory() story {
	return story{lines: map[string]bool{}, known: map[reflect.Type]bool{}, seen: map[screen]map[string]bool{}}
}

// tell prints what changed, and what is asked now last.
func (l *lineDesk) tell() {
	s, top := l.s, l.screen()
	if l.err != nil {
		return
	}
	l.devicesSaid()
	note := s.note.text
	l.print(note)
	if kept := l.keptSaid(); kept != l.keeps {
		l.keeps = kept
		l.print(kept)
	}
	if d, ok := top.(*desk); ok {
		l.deskSaid(d)
	} else {
		l.screenSaid(top, note)
	}
	l.top = top
	if l.mine && !l.told && l.text != "" {
		l.print(s.words.LineSame)
	}
	s.hush()
	l.mine, l.busy = false, false
	l.hidden(l.secret())
}

// keptSaid are cards that wait until something else is done.
func (l *lineDesk) keptSaid() string {
	if l.atDesk() || len(l.s.kept) == 0 { // those that wait were told when they came
		return ""
	}
	return l.s.keptLine()
}

// screenSaid prints what is new on a screen; all of one that was not in front
// before.
func (l *lineDesk) screenSaid(top screen, note string) {
	s := l.s
	s.rowsSaid = 0
	var all []string
	if t, ok := top.(teller); ok {
		all = t.tell(s)
	} else {
		all = top.view(s, lineWidth, lineRows)
	}
	fresh, before := top != l.top, l.lines
	if old := l.seen[top]; fresh && l.back && old != nil {
		fresh, before = false, old
	}
	heard := map[string]bool{}
	var prompts []string
	for _, line := range all {
		text, asks := spoken(line)
		if text == "" || text == plainly(note) {
			continue
		}
		heard[text] = true
		switch {
		case asks:
			prompts = append(prompts, text)
		case fresh || !before[text] || len(heard) == 1 && top != l.top: // always its title
			if !l.echoes(text) {
				l.print(text)
			}
		}
	}
	for _, p := range prompts {
		if fresh || l.mine || !before[p] {
			l.print(p)
		}
	}
	if len(l.seen) > 100 {
		clear(l.seen)
	}
	l.lines, l.seen[top] = heard, heard
	says := func(t string) bool { return strings.HasPrefix(t, "Enter") } // what its keys are
	kind := reflect.TypeOf(top)
	if fresh && !l.known[kind] && !l.fields() && !slices.ContainsFunc(slices.Collect(maps.Keys(heard)), says) {
		l.known[kind] = true
		l.keysSaid(top)
	}
}

// echoes reports that a line of a form says no more than was typed just now.
func (l *lineDesk) echoes(text string) bool {
	return l.mine && l.text != "" && strings.HasSuffix(text, ": "+l.text)
}

// keysSaid prints the commands of a screen.
func (l *lineDesk) keysSaid(top screen) {
	var all []string
	for _, h := range top.hints(l.s) {
		switch h.key {
		case l.s.sign.MoreAbove + l.s.sign.MoreBelow:
			continue
		case "F4":
			h.key = "giao"
		}
		all = append(all, h.key+" "+h.does)
	}
	if l.s.rowsSaid > 0 {
		all = append([]string{l.s.words.LineNumber + " " + l.s.words.KeyOpen}, all...)
	}
	if len(all) > 0 {
		l.print(l.s.words.LineKeys + ": " + strings.Join(all, "; ") + ".")
	}
}

// explain prints the help of the screen in front.
func (l *lineDesk) explain() {
	top, help := l.screen(), ""
	if help = top.help(l.s.words); l.atDesk() { // which speaks of frames
		help = l.s.words.LineDesk
	}
	for t := range strings.Lines(help) {
		l.print(pairs(t))
	}
	for t := range strings.Lines(l.s.words.LineHelp) {
		l.print(t)
	}
	l.keysSaid(top)
}

// pairs makes a line of keys and what they do one that can be read out.
func pairs(line string) string {
	parts := strings.FieldsFunc(strings.ReplaceAll(strings.TrimSpace(line), "  ", columnEnd), func(r rune) bool { return r == '\t' })
	var out []string
	for i := 0; i+1 < len(parts); i += 2 {
		out = append(out, strings.TrimSpace(parts[i])+": "+strings.TrimSpace(parts[i+1]))
	}
	if len(parts)%2 == 1 {
		return line
	}
	return strings.Join(out, "; ") + "."
}

// print writes a text as lines, none too long to be kept in mind.
func (l *lineDesk) print(text string) {
	if text = plainly(text); text == "" || l.err != nil {
		return
	}
	var all strings.Builder
	for rest := text; rest != ""; {
		var line string
		line, rest = breath(rest)
		all.WriteString(line + "\n")
	}
	if _, err := io.WriteString(l.out, all.String()); err != nil {
		l.err = err
	}
	l.told, l.printed = true, time.Now()
	if !l.busy {
		l.unbidden = true
	}
}

// longestSaid is the longest line, in letters.
const longestSaid = 190

// breath cuts a text where a line has to end: after a sentence, else a word.
func breath(text string) (line, rest string) {
	if len([]rune(text)) <= longestSaid {
		return text, ""
	}
	at := len(string([]rune(text)[:longestSaid]))
	if i := strings.LastIndex(text[:at], ". "); i > 0 {
		at = i + 1
	} else if i := strings.LastIndexByte(text[:at], ' '); i > 0 {
		at = i
	}
	return text[:at], strings.TrimSpace(text[at:])
}

// spoken makes a line of a view one that can be read out: columns become parts
// of a sentence. asks: it is a field that waits for text. A field that holds
// nothing and is not asked for is not told.
func spoken(line string) (text string, asks bool) {
	var parts []string
	for _, p := range strings.FieldsFunc(strings.ReplaceAll(ansi.Strip(line), "  ", columnEnd), func(r rune) bool { return r == '\t' }) {
		at := strings.IndexRune(p, fieldAt)
		if at >= 0 {
			value := strings.TrimSpace(strings.ReplaceAll(p[at:], string(fieldAt), ""))
			asks = strings.ContainsRune(value, focusHas)
			value = strings.TrimSpace(strings.ReplaceAll(value, string(focusHas), ""))
			if value == "" && !asks {
				return "", false
			}
			label := strings.TrimRight(strings.TrimSpace(p[:at]), ":")
			if label == "" && len(parts) > 0 {
				label = strings.TrimRight(parts[len(parts)-1], ":")
				parts = parts[:len(parts)-1]
			}
			p = strings.TrimSpace(label + ": " + value)
		}
		if p = strings.TrimSpace(p); p != "" {
			parts = append(parts, p)
		}
	}
	if len(parts) > 1 && len(parts[0]) <= 2 && digits(parts[0]) == len(parts[0]) { // of an answer
		parts = append([]string{parts[0] + ". " + parts[1]}, parts[2:]...)
	}
	if len(parts) == 2 && !strings.HasSuffix(parts[0], ":") {
		return plainly(parts[0] + ": " + parts[1]), asks
	}
	return plainly(strings.Join(parts, ", ")), asks
}

// plainer are signs of the words that are written as others where lines are
// read out.
var plainer = strings.NewReplacer(" · ", ", ", "· ", "", "·", ",", "–", "-", "—", "-", "…", "...", "“", `"`, "”", `"`, "‘", "'", "’", "'",
	"→", "->", "←", "", "↑", "up", "↓", "down", "×", "x", "⌫", "", " , ", ", ", "\t", " ")

// plainly leaves letters, digits and the punctuation of ASCII; a line without
// letters and digits is none.
func plainly(text string) string {
	wordy := false
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r), unicode.IsMark(r), unicode.IsDigit(r):
			wordy = true
			return r
		case r >= ' ' && r <= '~':
			return r
		}
		return -1
	}, plainer.Replace(text))
	if !wordy {
		return ""
	}
	text = strings.Join(strings.Fields(text), " ")
	return strings.NewReplacer(" ,", ",", ",,", ",", " .", ".", "?:", "?", "?.", "?", "..,", ".,").Replace(text)
}

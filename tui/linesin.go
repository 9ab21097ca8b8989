package tui

import (
	"bufio"
	"errors"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/norm"

	"stampdesk"
)

// Lines are what is typed or piped in. They outlive a desk, so that one that is
// opened again misses none.
type Lines struct {
	typed chan typed
	err   error // says why typed was closed; read after that only
}

// ReadLines reads in until it ends, a line ahead. LF, CR and CR LF end a line.
func ReadLines(in io.Reader) *Lines {
	l := &Lines{typed: make(chan typed)}
	go l.read(in)
	return l
}

func (l *Lines) read(in io.Reader) {
	defer close(l.typed)
	r := bufio.NewReader(in)
	for after := byte(0); ; {
		var b strings.Builder
		c, err := r.ReadByte()
		if after == '\r' && c == '\n' && err == nil {
			c, err = r.ReadByte()
		}
		for ; err == nil && c != '\n' && c != '\r'; c, err = r.ReadByte() {
			if b.Len() < longestLine {
				b.WriteByte(c)
			}
		}
		after = c
		if err != nil && b.Len() == 0 {
			if !errors.Is(err, io.EOF) {
				l.err = err
			}
			return
		}
		text := strings.ToValidUTF8(b.String(), "?")
		if text = norm.NFC.String(printable(ansi.Strip(text))); strings.Trim(text, " ") != "" || text == "" {
			text = strings.TrimSpace(text)
		} else {
			text = " " // the space bar, which is a key
		}
		l.typed <- typed{text, time.Now()}
	}
}

// longestLine is how many bytes of a line count.
const longestLine = 4096

// lineKeys are words for keys that have no letter, folded.
var lineKeys = map[string]string{
	"esc": "esc", "thoi": "esc", "tab": "tab", "quit": "ctrl+q", "thoat": "ctrl+q", "f2": "f2",
	"f1": "f1", "f3": "f3", "f4": "f4", "giao": "f4", "hand": "f4", "out": "ctrl+o", "ra": "ctrl+o",
	"+": "pgdown", "-": "pgup", "up": "up", "down": "down", "home": "home", "end": "end", "left": "left", "right": "right",
	"ctrl+p": "ctrl+p",
}

// fieldKeys are those among them that are no text of a field.
var fieldKeys = map[string]bool{"esc": true, "tab": true, "ctrl+q": true, "f1": true, "f2": true, "f4": true, "pgup": true, "pgdown": true}

func keyInput(name string) input { return input{kind: inputKey, name: name} }

var enterKey = input{kind: inputKey, name: "enter"}

// runeInput is text as keys: one letter is one.
func runeInput(text string) input {
	if len([]rune(text)) == 1 {
		return input{kind: inputRune, text: text}
	}
	return input{kind: inputText, text: text}
}

// line does what a line means to the screen in front, and reports whether it
// means anything.
func (l *lineDesk) line(text string) bool {
	name := lineKeys[stampdesk.Fold(text)]
	_, leaving := l.s.over.(*quitQuestion)
	l.back, l.mine = name == "esc", name != "ctrl+q" && !(leaving && text == "")
	fields := l.fields()
	letter, rest, _ := strings.Cut(text, " ")
	rest = strings.TrimSpace(rest)
	switch {
	case text == "":
		l.input(enterKey)
	case name != "" && (!fields || fieldKeys[name]) && name != "f1":
		l.input(keyInput(name))
	case l.secret():
		l.fill(text)
	case name == "f1", text == "?":
		l.explain()
	case text == ".":
		l.top, l.panel = nil, ""
	case isCode(text), l.atDesk() && (digits(text) >= minDigits && digits(text[:1]) == 1 || text[0] == ']'):
		l.input(codeOf(text)) // whoever typed it
	case fields:
		l.field(text)
	case text[0] == '.' && len([]rune(text)) == 2: // the key itself, whatever rows there are
		l.input(runeInput(text[1:]))
	case text[0] == '/':
		l.seek(strings.TrimSpace(text[1:]))
	case l.rowLine(letter, rest):
	case l.atDesk():
		return l.deskLine(text, letter, rest)
	case len([]rune(text)) == 1:
		l.key(text)
	case len([]rune(letter)) == 1 && rest != "":
		l.key(letter)
		return l.fields() && l.line(rest)
	default:
		return l.digitsLine(text)
	}
	return true
}

// key is one letter. The answers of a question are taken at once.
func (l *lineDesk) key(letter string) {
	top := l.screen()
	l.input(runeInput(letter))
	_, choice := top.(numbered)
	if choice && letter >= "0" && letter <= "9" && l.screen() == top {
		l.input(enterKey)
	}
}

// fill puts text into the field that has the focus, and ends it.
func (l *lineDesk) fill(text string) {
	l.input(keyInput("ctrl+u"))
	l.input(input{kind: inputText, text: text})
	l.input(enterKey)
}

// field takes a line for a screen with fields. Where what was typed fits
// several things, they are told and none is taken.
func (l *lineDesk) field(text string) {
	top := l.screen()
	n, _ := strconv.Atoi(text)
	few := n > 0 && len(text) <= 2
	switch c := top.(type) {
	case counted:
		if few && c.choose(l.s, n) {
			l.input(enterKey)
			return
		}
	case *opening:
		if found := c.found(l.s); few && c.on == 0 && c.chosen == nil && n <= len(found) {
			c.at = n - 1
			l.input(enterKey)
			return
		}
	}
	if few && l.browses() && n <= l.s.rowsSaid {
		l.row(n)
		l.input(enterKey)
		return
	}
	l.input(keyInput("ctrl+u"))
	l.input(runeInput(text))
	if !l.browses() && !l.several() && l.screen() == top {
		l.input(enterKey)
	}
}

// browses reports that the fields in front look for something in a list.
func (l *lineDesk) browses() bool {
	return l.s.over == nil && l.s.lock == nil && (l.s.front == atPages || l.s.front == atBatches)
}

// several reports that what was typed fits more than one thing.
func (l *lineDesk) several() bool {
	switch top := l.screen().(type) {
	case *picker:
		return len(top.reason.found(l.s)) > 1
	case *approval:
		return top.at(stepReason) && len(top.reason.found(l.s)) > 1
	case *opening:
		found := top.found(l.s)
		for i, u := range found {
			if stampdesk.Fold(string(u.code)) == stampdesk.Fold(top.unit.value()) {
				top.at = i
				return false
			}
		}
		return top.on == 0 && len(found) > 1
	}
	return false
}

// row moves the choice of a list to its n-th row.
func (l *lineDesk) row(n int) {
	l.input(keyInput("home"))
	for range n - 1 {
		l.input(keyInput("down"))
	}
}

// rowLine takes "2", "2 x" and "x 2" where the rows have been told with
// numbers.
func (l *lineDesk) rowLine(first, second string) bool {
	if l.s.rowsSaid == 0 || l.s.over != nil {
		return false
	}
	if n, err := strconv.Atoi(second); err == nil && n > 0 {
		first, second = second, first
	}
	n, err := strconv.Atoi(first)
	if err != nil || n < 1 || n > l.s.rowsSaid || len([]rune(second)) > 1 {
		return false
	}
	if l.row(n); second == "" {
		l.input(enterKey)
	} else {
		l.input(runeInput(second))
	}
	return true
}

// seek looks for text: in the list in front, else among all members.
func (l *lineDesk) seek(text string) {
	if l.atDesk() || l.s.over != nil {
		l.input(keyInput("f3"))
	} else {
		l.input(runeInput("/"))
	}
	if text != "" && l.fields() {
		l.field(text)
	}
}

// digitsLine takes several digits as boxes where boxes are asked for.
func (l *lineDesk) digitsLine(text string) bool {
	if _, boxes := l.screen().(*boxPick); !boxes || digits(text) != len(text) {
		return false
	}
	for _, r := range text {
		l.input(runeInput(string(r)))
	}
	l.input(enterKey)
	return true
}

// leastDigits makes a line at the desk part of a number; fewer are the answer
// to something that is not asked any more.
const leastDigits = 3

// deskLine takes a line at the desk that is no code.
func (l *lineDesk) deskLine(text, letter, rest string) bool {
	s, d := l.s, l.desk
	set, boxes := s.boxesIn(text)
	number := strings.Trim(text, "0123456789. -") == "" && digits(text) > 0
	switch {
	case d.typing: // a number was asked for by a key
		d.number.text = ""
		d.key(s, input{kind: inputText, text: text})
		d.key(s, enterKey)
	case d.question != nil && boxes:
		d.question.boxes = set
		d.choose(s)
	case number && digits(text) < leastDigits:
		return false
	case number:
		d.begin(s, input{kind: inputText, text: text})
		d.key(s, enterKey)
	case letter == "i" && rest != "":
		card, err := stampdesk.ParseCard(rest)
		switch {
		case d.question != nil:
			s.say(warn, fill(s.words.AnswerFirst, d.question.Card.String()))
		case err == nil:
			s.turnTo(newCardPage(card))
		default:
			s.search(rest)
		}
	case len([]rune(text)) == 1:
		l.input(runeInput(text))
	case len([]rune(letter)) == 1 && rest != "":
		l.input(runeInput(letter))
		return !l.atDesk() && l.line(rest)
	default:
		return false
	}
	return true
}

// boxesIn reads digits as a set of boxes: 34.
func (s *shell) boxesIn(text string) (set stampdesk.BoxSet, ok bool) {
	for _, r := range text {
		n := int(r - '0')
		if n < 1 || n > s.board.setup.Round.CardBoxes || set.Has(n) {
			return 0, false
		}
		set = set.Toggle(n)
	}
	return set, set != 0
}

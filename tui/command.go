package tui

import (
	"strings"

	"stampdesk"
)

// commands are the barcodes that stand for keys, printed on a sheet beside the
// scanner. None of them can be a card number.
var commands = map[string]input{
	"STAMP":   {kind: inputKey, name: "enter"},
	"RELAM":   {kind: inputRune, text: "l"},
	"DAMAGED": {kind: inputRune, text: "d"},
	"HOLD":    {kind: inputRune, text: "g"},
	"RETURN":  {kind: inputRune, text: "t"},
	"UNDO":    {kind: inputRune, text: "u"},
	"CLOSE":   {kind: inputRune, text: "c"},
	"PRINT":   {kind: inputRune, text: "p"},
	"BLANK":   {kind: inputRune, text: "k"},
	"ALLOW":   {kind: inputRune, text: "o"},
	"BATCHES": {kind: inputRune, text: "b"},
	"SHIFT":   {kind: inputRune, text: "s"},
	"NUMBER":  {kind: inputRune, text: "/"},
	"HAND":    {kind: inputKey, name: "f4"}, // the desk, to another person
	"1":       {kind: inputRune, text: "1"},
	"2":       {kind: inputRune, text: "2"},
	"3":       {kind: inputRune, text: "3"},
	"4":       {kind: inputRune, text: "4"},
	"5":       {kind: inputRune, text: "5"},
	"6":       {kind: inputRune, text: "6"},
	"7":       {kind: inputRune, text: "7"},
	"8":       {kind: inputRune, text: "8"},
	"9":       {kind: inputRune, text: "9"},
}

// replies are the barcodes that answer what is asked on a screen. At the desk
// itself they do nothing: no stray YES says that a card was stamped.
var replies = map[string]input{
	"YES": {kind: inputKey, name: "enter"},
	"NO":  {kind: inputKey, name: "esc"},
}

// numbered is a screen whose answers are chosen by their digits.
type numbered interface{ numbered() }

// counted is a screen whose answers have no digits, for letters are typed
// there: a barcode chooses the n-th.
type counted interface {
	choose(s *shell, n int) bool
}

// command carries out a barcode of command and reports whether the code was
// one. Those that stand for keys of the desk act on the desk only; what is
// asked on top, and the screens beside the desk, take replies and digits.
func (m *model) command(code string) bool {
	s := m.s
	word, ok := strings.CutPrefix(strings.TrimSpace(code), stampdesk.CommandPrefix)
	if !ok {
		return false
	}
	in, known := commands[word]
	reply, replied := replies[word]
	batch, takes := strings.CutPrefix(word, "B-")
	digit := in.kind == inputRune && in.text <= "9" && in.text >= "1"
	switch {
	case !known && !replied && !takes:
		return false
	case s.lock != nil: // it says what it wants
	case s.small(), s.front == atSignIn && s.over == nil:
		s.say(warn, s.words.AnswerScreen)
	case replied && m.atDesk():
		s.say(warn, s.words.NothingAsked)
	case replied:
		m.reply(reply)
	case digit && !m.atDesk() && m.number(in):
	case s.front != atDesk && s.front != atBatches, s.over != nil:
		s.say(warn, s.words.AnswerScreen)
	case takes && m.desk.needsPerson():
		s.say(warn, s.rules.Refusals[stampdesk.CardOpen])
	case in.is(keys.HandDesk):
		m.handDesk()
	case takes:
		s.ask(m.batches, stampdesk.TakeBatch{Batch: stampdesk.BatchID(batch)})
	case s.front == atDesk:
		m.desk.typing, m.desk.run = false, run{} // a barcode is no digit of a number that is typed
		if !digit {
			m.desk.key(s, in)
		} else if m.desk.question != nil {
			m.desk.box(s, int(in.text[0]-'0'))
		}
	}
	return true
}

// reply is an Enter or an Esc by barcode. The desk is left by a key only.
func (m *model) reply(in input) {
	if _, leaving := m.s.over.(*quitQuestion); leaving && in.is(keys.Enter) {
		m.s.say(warn, m.s.words.AnswerScreen)
		return
	}
	m.screen().key(m.s, in)
}

// number chooses an answer of the screen in front, and reports whether it has
// such answers.
func (m *model) number(in input) bool {
	switch top := m.screen().(type) {
	case numbered:
		m.screen().key(m.s, in)
		return true
	case counted:
		return top.choose(m.s, int(in.text[0]-'0'))
	}
	return false
}

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

// command carries out a barcode of command and reports whether the code was
// one. It acts on the desk only, never on something that is asked on top.
func (m *model) command(code string) bool {
	s := m.s
	word, ok := strings.CutPrefix(strings.TrimSpace(code), "SD-")
	if !ok {
		return false
	}
	in, known := commands[word]
	batch, takes := strings.CutPrefix(word, "B-")
	switch {
	case !known && !takes:
		return false
	case s.lock != nil: // it says what it wants
	case s.front != atDesk && s.front != atBatches, s.over != nil, s.small():
		s.say(warn, s.words.AnswerScreen)
	case takes && m.desk.needsPerson():
		s.say(warn, s.rules.Refusals[stampdesk.CardOpen])
	case in.is(keys.HandDesk):
		m.handDesk()
	case takes:
		s.ask(m.batches, stampdesk.TakeBatch{Batch: stampdesk.BatchID(batch)})
	case s.front == atDesk:
		m.desk.typing = false
		box := in.kind == inputRune && in.text <= "9"
		if !box || m.desk.question != nil {
			m.desk.key(s, in)
		}
	}
	return true
}

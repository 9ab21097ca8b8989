package form

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"stampdesk"
)

// listColumn is what a column of a list shows of a member.
type listColumn struct {
	key  string
	kind Kind
	of   func(r *stampdesk.FormRow) string // nil: nothing, or what the row alone does not tell
}

var listColumnsOf = []listColumn{
	{"no", Text, nil},
	{"name", Text, func(r *stampdesk.FormRow) string { return r.Member.Name }},
	{"birth", Day, func(r *stampdesk.FormRow) string { return r.Member.Birth.String() }},
	{"birth_male", Day, func(r *stampdesk.FormRow) string { return birthOf(&r.Member, male) }},
	{"birth_female", Day, func(r *stampdesk.FormRow) string { return birthOf(&r.Member, female) }},
	{"sex", Text, func(r *stampdesk.FormRow) string { return r.Member.Sex }},
	{"home", Text, func(r *stampdesk.FormRow) string { return r.Member.Home }},
	{"admitted", Day, func(r *stampdesk.FormRow) string { return r.Member.Admitted.String() }},
	{"official", Day, func(r *stampdesk.FormRow) string { return r.Member.Official.String() }},
	{"issued", Day, func(r *stampdesk.FormRow) string { return r.Member.Issued.String() }},
	{"card", Card, func(r *stampdesk.FormRow) string { return cardText(r.Card) }},
	{"old_card", Card, func(r *stampdesk.FormRow) string { return cardText(r.Member.OldCard) }},
	{"record", Text, func(r *stampdesk.FormRow) string { return r.Member.Record }},
	{"cell", Text, func(r *stampdesk.FormRow) string { return r.Cell }},
	{"unit", Text, func(r *stampdesk.FormRow) string { return string(r.Unit) }},
	{"unit_name", Text, nil},
	{"reason", Text, reasonText},
	{"discipline", Text, func(r *stampdesk.FormRow) string { return measure(r.Discipline) }},
	{"boxes", Text, func(r *stampdesk.FormRow) string { return boxesText(r.Boxes) }},
	{"note", Text, noteText},
	{"blank", Text, nil},
}

func listColumns() []string {
	keys := make([]string, len(listColumnsOf))
	for i, c := range listColumnsOf {
		keys[i] = c.key
	}
	return keys
}

func listColumnOf(key string) listColumn {
	for _, c := range listColumnsOf {
		if c.key == key {
			return c
		}
	}
	return listColumn{key: key}
}

func cardText(n stampdesk.CardNumber) string {
	if n == 0 {
		return ""
	}
	return n.String()
}

type sex int

const (
	unknown sex = iota
	male
	female
)

// sexOf reads what the roster writes of a member's sex.
func sexOf(m *stampdesk.Member) sex {
	switch m.Sex { // as nearly all rosters write it
	case "Nam":
		return male
	case "Nữ":
		return female
	}
	switch stampdesk.Fold(strings.TrimSpace(m.Sex)) {
	case "nam":
		return male
	case "nu":
		return female
	}
	return unknown
}

func birthOf(m *stampdesk.Member, s sex) string {
	if sexOf(m) != s {
		return ""
	}
	return m.Birth.String()
}

// measure is a measure of discipline without what it was for, which is the
// same for all of a list: "khiển trách vì làm mất thẻ".
func measure(r stampdesk.Reason) string {
	label, _, _ := strings.Cut(r.Label(stampdesk.Vietnamese), " vì ")
	return capital(label)
}

func boxesText(s stampdesk.BoxSet) string {
	var boxes []string
	for b := range s.All() {
		boxes = append(boxes, strconv.Itoa(b))
	}
	return strings.Join(boxes, ", ")
}

// reasonText is why. That a card is damaged or lost the title says for all of
// the list: where the unit wrote more, that is the reason.
func reasonText(r *stampdesk.FormRow) string {
	if noteIsReason(r) {
		return r.Note
	}
	return capital(r.Reason.Label(stampdesk.Vietnamese))
}

func noteIsReason(r *stampdesk.FormRow) bool {
	return r.Class != stampdesk.Guest && r.Note != "" && (r.Reason == stampdesk.ReasonDamaged || r.Reason == stampdesk.ReasonLost)
}

// noteBeside is the note of a list that has a column of reasons.
func noteBeside(r *stampdesk.FormRow) string {
	if !noteIsReason(r) {
		return noteText(r)
	}
	rest := *r
	rest.Note = ""
	return noteText(&rest)
}

func noteText(r *stampdesk.FormRow) string {
	switch {
	case !r.Relaminate:
		return r.Note
	case r.Note == "":
		return "Đã ép lại"
	}
	return r.Note + "; đã ép lại"
}

// capital begins a text with a capital letter.
func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}

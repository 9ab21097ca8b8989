package stampdesk

import (
	"strings"
	"unicode"
)

// appendFlaws adds what one member's line alone says is wrong.
func (m *Member) appendFlaws(all []Flaw, today Date) []Flaw {
	add := func(k FlawKind, note string) { all = append(all, Flaw{Kind: k, Member: *m, Note: note}) }
	h := m.Headcount()
	if h.Official > h.WithCard {
		add(FlawNoCard, "")
	}
	if h.Members() > 0 {
		if past(m.MovedOut, today) && !m.cameBack() {
			add(FlawMovedOut, m.MovedTo)
		}
		if past(m.Died, today) || past(m.Left, today) {
			add(FlawGone, m.LeftBy)
		}
		if !isRecordNumber(m.Record) {
			add(FlawNoRecord, m.Record)
		}
		if m.Birth.IsZero() {
			add(FlawNoBirth, "")
		}
		if h.Official > 0 && m.Official.IsZero() {
			add(FlawNoOfficial, "")
		}
	}
	if m.Status == PendingIn {
		add(FlawPendingIn, m.MovedFrom)
	}
	for _, d := range m.DateFlaws(today) {
		all = append(all, Flaw{Kind: FlawDate, Member: *m, Date: &d})
	}
	for _, text := range [...]string{m.Name, m.Cell, m.Home} {
		if odd := oddLetters(text); odd != "" {
			add(FlawLetters, odd)
			break
		}
	}
	return all
}

// past reports whether a day is over; every day that is written is, where
// there is no today.
func past(d, today Date) bool {
	return !d.IsZero() && (today.IsZero() || today.surelyAfter(d))
}

// cameBack reports whether the member was transferred in after having been
// transferred out.
func (m *Member) cameBack() bool { return !m.MovedIn.IsZero() && !m.MovedOut.surelyAfter(m.MovedIn) }

// isRecordNumber reports whether a text is a số lý lịch: 6 digits and 1 to 3
// letters.
func isRecordNumber(s string) bool {
	digits := 0
	for digits < len(s) && '0' <= s[digits] && s[digits] <= '9' {
		digits++
	}
	letters := 0
	for _, r := range s[digits:] {
		if !unicode.IsLetter(r) {
			return false
		}
		letters++
	}
	return digits == 6 && 1 <= letters && letters <= 3
}

// otherLetters are letters and signs in names of the peoples of the country
// beside the Vietnamese letters: H'Hen Niê, Y Ƀrăm, Kpă Čôk.
const otherLetters = "ăĕĭŏŭčƀ'’`-.,()/&:;"

// oddLetters gives what of a text no name has that is written in Unicode: the
// letters of the fonts TCVN3 and VNI stand for others (NguyÔn, Traàn).
func oddLetters(text string) string {
	var odd strings.Builder
	var before rune
	for _, r := range text {
		last := before
		before = r
		if r < 0x80 && (r == ' ' || 'a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9') {
			continue
		}
		l := unicode.ToLower(r)
		if (letterOfName[l] || strings.ContainsRune(otherLetters, l)) && (l == r || !unicode.IsLower(last)) {
			continue // and no capital within a word
		}
		odd.WriteRune(r)
	}
	return odd.String()
}

// letterOfName has the Vietnamese letters that ASCII has not.
var letterOfName = lettersInNames()

func lettersInNames() map[rune]bool {
	all := map[rune]bool{}
	for _, row := range append(toned[:], vowels+"đ") {
		for _, r := range row {
			all[r] = true
		}
	}
	return all
}

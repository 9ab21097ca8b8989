package printer

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// substitute maps signs that people paste into notes, and that the font lacks, to signs it has and that say the same.
func substitute(r rune) rune {
	switch r {
	case '✓', '✔', '✅', '☑', '🗸':
		return '√'
	case '✗', '✘', '✕', '✖', '❌', '☒':
		return '×'
	case '☐', '❏', '❑', '▢':
		return '□'
	case '⬤', '🔴', '🟢':
		return '●'
	case '★', '☆', '❖', '◆':
		return '•'
	case '\u2010', '\u2011':
		return '-'
	case '➔', '➜', '➡':
		return '→'
	case 'Ð': // Eth, which old code page tables put where Đ belongs; it looks the same and sorts, searches and copies wrong
		return 'Đ'
	}
	return r
}

const noBreak = '\u00a0'

// clean makes text that is safe to lay out: NFC, one kind of space, no control or formatting character except the line
// feed, and no combining mark without a letter to stand on (it would end up on a neighbour's column).
func clean(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = norm.NFC.String(strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == noBreak:
			return r
		case r == '\u202f':
			return noBreak
		case r == '\r', r == '\v', r == '\f', r == '\u2028', r == '\u2029', r == '\u0085':
			return '\n'
		case unicode.IsSpace(r):
			return ' '
		case unicode.Is(unicode.Cc, r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Variation_Selector, r):
			return -1
		}
		return substitute(r)
	}, s))
	bare := true
	return strings.Map(func(r rune) rune {
		if isMark(r) {
			if bare {
				return -1
			}
			return r
		}
		bare = r == ' ' || r == '\n' || r == noBreak
		return r
	}, s)
}

// isMark tells whether r stands on the letter before it and takes no column.
func isMark(r rune) bool { return r >= 0x300 && unicode.Is(unicode.M, r) }

// width is the number of columns that clean text takes.
func width(s string) int {
	n := 0
	for _, r := range s {
		if !isMark(r) {
			n++
		}
	}
	return n
}

// cutAt splits clean text after n columns, before a letter.
func cutAt(s string, n int) (head, tail string) {
	for i, r := range s {
		if isMark(r) {
			continue
		}
		if n == 0 {
			return s[:i], s[i:]
		}
		n--
	}
	return s, ""
}

// wrap cleans text and breaks it into lines of at most w columns: between words, and inside a word only if it is wider
// than a line. Spaces between words become one; empty text is no line at all.
func wrap(s string, w int) []string {
	w = max(w, 1)
	s = strings.Trim(clean(s), " \n")
	if s == "" {
		return nil
	}
	var lines []string
	for para := range strings.SplitSeq(s, "\n") {
		line, used := "", 0
		for _, word := range strings.FieldsFunc(para, func(r rune) bool { return r == ' ' }) {
			n := width(word)
			if used > 0 && used+1+n <= w {
				line, used = line+" "+word, used+1+n
				continue
			}
			if used > 0 {
				lines = append(lines, line)
			}
			for n > w {
				var head string
				head, word = cutKept(word, w)
				lines = append(lines, head)
				n = width(word)
			}
			line, used = word, n
		}
		lines = append(lines, line)
	}
	for i := range lines {
		lines[i] = strings.ReplaceAll(lines[i], string(noBreak), " ")
	}
	return lines
}

// cutKept splits a word that is too wide: between words that were to stay together, if there are any, else before a
// letter.
func cutKept(word string, w int) (head, tail string) {
	head, tail = cutAt(word, w)
	if after, ok := strings.CutPrefix(tail, string(noBreak)); ok {
		return head, after
	}
	if i := strings.LastIndex(head, string(noBreak)); i > 0 && tail != "" {
		return word[:i], word[i+len(string(noBreak)):]
	}
	return head, tail
}

// oneLine is clean text as a single line, for names and codes.
func oneLine(s string) string {
	return strings.Join(strings.Fields(clean(s)), " ")
}

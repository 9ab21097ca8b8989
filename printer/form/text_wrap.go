package form

import (
	"strings"
	"unicode"
)

// plainText leaves out what would move a cursor or turn the direction of
// writing; any kind of space is one, a line feed stays.
func plainText(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\u00a0':
			return r
		case unicode.IsSpace(r):
			return ' '
		case unicode.Is(unicode.Cc, r), unicode.Is(unicode.Cf, r), r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, s)
}

// textColumns is how many columns a text takes: a mark stands on the letter
// before it.
func textColumns(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.Is(unicode.M, r) {
			n++
		}
	}
	return n
}

// padText puts a line that fits into its place among w columns.
func padText(s string, w int, at Align) string {
	free := max(0, w-textColumns(s))
	switch at {
	case Right:
		return strings.Repeat(" ", free) + s
	case Center:
		return strings.Repeat(" ", free/2) + s + strings.Repeat(" ", free-free/2)
	}
	return s + strings.Repeat(" ", free)
}

// wrapText breaks a text into lines of at most w columns: between words, and
// inside one only if it is longer than a line. Dots to write on end with the
// line. Empty text is no line at all.
func wrapText(s string, w int) []string {
	s = strings.Trim(plainText(s), " \n")
	if s == "" {
		return nil
	}
	var lines []string
	for para := range strings.SplitSeq(s, "\n") {
		line, used := "", 0
		for word := range strings.FieldsFuncSeq(para, func(r rune) bool { return r == ' ' }) {
			n := textColumns(word)
			if used > 0 && used+1+n <= w {
				line, used = line+" "+word, used+1+n
				continue
			}
			if used > 0 {
				lines = append(lines, line)
			}
			for n > w {
				head, tail := cutText(word, w)
				if strings.Trim(strings.TrimSpace(word), ".…\u00a0") == "" {
					tail = ""
				}
				if tail == "" {
					word, n = head, w
					break
				}
				lines = append(lines, head)
				word, n = tail, textColumns(tail)
			}
			line, used = word, n
		}
		lines = append(lines, line)
	}
	return lines
}

// cutText splits a word before the letter that no longer fits, marks and all.
func cutText(word string, w int) (head, tail string) {
	n := 0
	for i, r := range word {
		if !unicode.Is(unicode.M, r) {
			if n == w {
				return word[:i], word[i:]
			}
			n++
		}
	}
	return word, ""
}

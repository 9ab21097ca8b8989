package tui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

func width(s string) int { return ansi.StringWidth(s) }

// fit cuts or fills a string to exactly w cells.
func (s *shell) fit(text string, w int) string {
	if s.term.lines {
		return text + columnEnd
	}
	if w <= 0 {
		return ""
	}
	n := width(text)
	if n > w {
		text = ansi.Truncate(text, w, s.sign.Cut)
		n = width(text)
	}
	return text + strings.Repeat(" ", w-n)
}

// middle cuts a text to w cells in its middle, for names and paths that
// differ at the end.
func (s *shell) middle(text string, w int) string {
	n := width(text)
	if n <= w || w < 3 || s.term.lines {
		return text
	}
	left := strings.TrimRight(ansi.Truncate(text, w/2, ""), " ")
	return left + s.sign.Cut + strings.TrimLeft(ansi.TruncateLeft(text, n-(w-width(left)-1), ""), " ")
}

// ends puts one text at each end of w cells; the left one gives way.
func (s *shell) ends(left, right string, w int) string {
	if s.term.lines {
		return left + columnEnd + right
	}
	r := width(right)
	if r >= w {
		return s.fit(right, w)
	}
	return s.fit(left, w-r) + right
}

// wrap breaks a text into at most most lines of w cells.
func (s *shell) wrap(text string, w, most int) []string {
	if text == "" || most < 1 || w < 1 {
		return nil
	}
	if s.term.lines {
		return strings.Split(text, "\n")
	}
	all := strings.Split(strings.ReplaceAll(ansi.Wrap(whole(text), w, ""), unbroken, "-"), "\n")
	if len(all) > most {
		all[most-1] = s.fit(all[most-1]+" "+strings.Join(all[most:], " "), w)
		all = all[:most]
	}
	return all
}

// unbroken is a hyphen after which no line is broken.
const unbroken = "\u2011"

// whole has the words of a text stay whole that have a hyphen in them: a batch,
// B1-002, and a form, 2-KTTĐV.
func whole(text string) string {
	all := strings.Split(text, " ")
	for i, word := range all {
		if word != "-" {
			all[i] = strings.ReplaceAll(word, "-", unbroken)
		}
	}
	return strings.Join(all, " ")
}

// hung wraps a line of a table of keys so that what a key does stays beside it.
func (s *shell) hung(text string, w, most int) []string {
	key, does, table := strings.Cut(text, "  ")
	does = strings.TrimLeft(does, " ")
	in := width(text) - width(does)
	if !table || s.term.lines || width(text) <= w || in > w/2 {
		return s.wrap(text, w, most)
	}
	lines := s.wrap(does, w-in, most)
	for i := range lines {
		lines[i] = s.fit(key, in) + lines[i]
		key = ""
	}
	return lines
}

// block gives exactly h lines of exactly w cells.
func (s *shell) block(lines []string, w, h int) []string {
	out := make([]string, h)
	for i := range out {
		if i < len(lines) {
			out[i] = s.fit(lines[i], w)
		} else {
			out[i] = strings.Repeat(" ", max(w, 0))
		}
	}
	return out
}

// beside joins two blocks of the same height.
func beside(left, right []string) []string {
	out := make([]string, len(left))
	for i := range left {
		out[i] = left[i] + " " + right[i]
	}
	return out
}

// fill puts values into the places of a sentence: {} in order.
func fill(sentence string, values ...string) string {
	for _, v := range values {
		sentence = strings.Replace(sentence, "{}", v, 1)
	}
	return sentence
}

// join puts what there is between dots.
func (s *shell) join(parts ...string) string {
	var have []string
	for _, p := range parts {
		if p != "" {
			have = append(have, p)
		}
	}
	return strings.Join(have, " "+s.sign.Dot+" ")
}

// window is the part of n lines that is seen through h with line at in it.
func window(n, h, at int) (from, to int) {
	if n <= h {
		return 0, n
	}
	from = min(max(at-h/2, 0), n-h)
	return from, from + h
}

// box draws a frame of w by h around lines, with a title in its upper edge.
func (s *shell) box(f frame, t tone, title string, lines []string, w, h int) []string {
	if s.term.lines {
		return append([]string{title}, lines...)
	}
	e, st := s.edges(f), s.style.Tone[t]
	inner := w - 4
	top := e[0] + e[1]
	rest := max(w-width(top)-width(title)-1, 0)
	if rest == 0 {
		title = s.fit(title, w-width(top)-1)
	}
	out := make([]string, 0, h)
	if title == "" {
		out = append(out, st.Render(e[0]+strings.Repeat(e[1], w-2)+e[2]))
	} else {
		out = append(out, st.Render(top)+s.style.Strip[t].Render(title)+st.Render(strings.Repeat(e[1], rest)+e[2]))
	}
	side := st.Render(e[3])
	right := side
	if f == frameTrouble && !s.term.plain {
		right = st.Render("▐")
	}
	for _, l := range s.block(lines, inner, h-2) {
		out = append(out, side+" "+l+" "+right)
	}
	under := e[1]
	if f == frameTrouble && !s.term.plain {
		under = "▄"
	}
	return append(out, st.Render(e[4]+strings.Repeat(under, w-2)+e[5]))
}

// spaced sets a word in capitals with blanks between, for want of big letters.
func spaced(text string, w int) string {
	letters := strings.Split(text, "")
	if wide := strings.Join(letters, " "); width(wide) <= w {
		return wide
	}
	return text
}

// blocks reports that there are big letters. A terminal without half blocks
// has them in signs that stand as high and as low.
func (s *shell) blocks() bool { return s.opt.Big != nil }

// letters gives a word in big letters, asked for once for a size; nil: none
// fit into w by h cells.
func (s *shell) letters(text string, w, h int) []string {
	if s.term.lines {
		return []string{text}
	}
	if !s.blocks() || w < 1 || h < 2 {
		return nil
	}
	k := bigKey{text, w, h}
	lines, ok := s.bigs[k]
	if !ok {
		if lines = trimBlank(s.opt.Big(text, w, h)); len(lines) > h || widest(lines) > w {
			lines = nil
		}
		if s.term.plain {
			for i, l := range lines {
				lines[i] = plainBlocks.Replace(l)
			}
		}
		if len(s.bigs) > 100 { // words are few; sizes come and go with the window
			clear(s.bigs)
		}
		s.bigs[k] = lines
	}
	return lines
}

var plainBlocks = strings.NewReplacer("█", "#", "▀", `"`, "▄", "_")

type bigKey struct {
	text string
	w, h int
}

func trimBlank(lines []string) []string {
	for len(lines) > 0 && strings.TrimSpace(lines[0]) == "" {
		lines = lines[1:]
	}
	for len(lines) > 0 && strings.TrimSpace(lines[len(lines)-1]) == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}

func widest(lines []string) (w int) {
	for _, l := range lines {
		w = max(w, width(l))
	}
	return w
}

package tui

import "github.com/charmbracelet/lipgloss"

// tone is the colour of a thing. It never says what no word says.
type tone uint8

const (
	calm  tone = iota // nothing to do
	work              // the next act is a person's
	good              // on record
	warn              // a person must settle it
	bad               // never, or broken
	quiet             // beside the point
	tones
)

// styles are all the styles there are.
type styles struct {
	Tone              [tones]lipgloss.Style // of words and frames
	Strip             [tones]lipgloss.Style // reversed, for the word in a frame
	Head, Key, Chosen lipgloss.Style
}

func stylesFor(t terminal) *styles {
	r := t.renderer()
	colours := [tones]string{work: "6", good: "2", warn: "3", bad: "1", quiet: "8"}
	s := &styles{
		Head: r.NewStyle().Bold(true), Key: r.NewStyle().Bold(true),
		Chosen: r.NewStyle().Reverse(true),
	}
	for i := range s.Tone {
		st := r.NewStyle()
		if c := colours[i]; c != "" {
			st = st.Foreground(lipgloss.Color(c))
		}
		if tone(i) != quiet && tone(i) != calm {
			st = st.Bold(true)
		}
		s.Tone[i], s.Strip[i] = st, st.Reverse(true)
	}
	return s
}

// glyphs are the signs of one cell that the screen draws.
type glyphs struct {
	Stamp, Relaminate, Hold, Refuse, Repeat, Unreadable, Trouble, Damaged, Undone string

	Up, Down, Absent, Busy                    string
	BarDone, BarHead, BarRest, Rule           string
	Box, Earlier, Arrow, Pointer, Cursor, Cut string
	Dot, Dash, MoreAbove, MoreBelow, Pw       string
	Left, Right, Becomes                      string
}

var signs = glyphs{
	Stamp: "✔", Relaminate: "↻", Hold: "!", Refuse: "✘", Repeat: "=", Unreadable: "?", Trouble: "■", Damaged: "■", Undone: "←",
	Up: "●", Down: "✘", Absent: "○", Busy: "↻",
	BarDone: "━", BarHead: "╸", BarRest: "─", Rule: "─",
	Box: "●", Earlier: "■", Arrow: "←", Pointer: "▸", Cursor: "█", Cut: "…",
	Dot: "·", Dash: "–", MoreAbove: "↑", MoreBelow: "↓", Pw: "●",
	Left: "←", Right: "→", Becomes: "→",
}

var plainSigns = glyphs{
	Stamp: "V", Relaminate: "R", Hold: "!", Refuse: "X", Repeat: "=", Unreadable: "?", Trouble: "#", Damaged: "#", Undone: "<",
	Up: "*", Down: "X", Absent: "o", Busy: "~",
	BarDone: "=", BarHead: ">", BarRest: "-", Rule: "-",
	Box: "*", Earlier: "#", Arrow: "<", Pointer: ">", Cursor: "_", Cut: "~",
	Dot: "-", Dash: "-", MoreAbove: "^", MoreBelow: "v", Pw: "*",
	Left: "<", Right: ">", Becomes: "->",
}

// signs are those that the terminal can show.
func (t terminal) signs() *glyphs {
	switch {
	case t.lines:
		return &lineSigns
	case t.plain:
		return &plainSigns
	}
	return &signs
}

// frame is how a box is drawn; every kind of verdict has its own.
type frame uint8

const (
	frameStamp frame = iota
	frameRelaminate
	frameHold
	frameRefuse
	frameThin
	frameTrouble
)

// edges are top left, across, top right, down, bottom left, bottom right.
type edges [6]string

var lineFrames = [...]edges{
	frameStamp:      {"┏", "━", "┓", "┃", "┗", "┛"},
	frameRelaminate: {"┏", "┅", "┓", "┇", "┗", "┛"},
	frameHold:       {"╭", "─", "╮", "│", "╰", "╯"},
	frameRefuse:     {"╔", "═", "╗", "║", "╚", "╝"},
	frameThin:       {"┌", "─", "┐", "│", "└", "┘"},
	frameTrouble:    {"▛", "▀", "▜", "▌", "▙", "▟"},
}

var plainFrames = [...]edges{
	frameStamp:      {"#", "#", "#", "#", "#", "#"},
	frameRelaminate: {"%", "%", "%", "%", "%", "%"},
	frameHold:       {"(", "-", ")", "|", "(", ")"},
	frameRefuse:     {"X", "=", "X", "X", "X", "X"},
	frameThin:       {"+", "-", "+", "|", "+", "+"},
	frameTrouble:    {"!", "!", "!", "!", "!", "!"},
}

func (s *shell) edges(f frame) edges {
	if s.term.plain {
		return plainFrames[f]
	}
	return lineFrames[f]
}

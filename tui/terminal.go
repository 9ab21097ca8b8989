package tui

import (
	"os"
	"strings"
	"unicode"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
)

// terminal is what the screen knows of the terminal it is drawn on.
type terminal struct {
	colours termenv.Profile
	plain   bool // no symbols but those of ASCII
	lines   bool // no screen: lines of plain words, one after another
	output  *os.File
}

// terminalOf looks at the environment only; it asks the terminal nothing.
// NO_COLOR is honoured.
func terminalOf(out *os.File, env func(string) (string, bool)) terminal {
	get := func(name string) string {
		v, _ := env(name)
		return v
	}
	t := terminal{output: out, colours: termenv.Ascii}
	if out != nil {
		t.colours = termenv.NewOutput(out).EnvColorProfile()
	}
	locale := get("LC_ALL")
	for _, name := range []string{"LC_CTYPE", "LANG"} {
		if locale == "" {
			locale = get(name)
		}
	}
	locale = strings.ToLower(strings.ReplaceAll(locale, "-", ""))
	t.plain = get("TERM") == "linux" || get("TERM") == "dumb" || !utf8Console && !strings.Contains(locale, "utf8")
	return t
}

func (t terminal) renderer() *lipgloss.Renderer {
	r := lipgloss.NewRenderer(t.output)
	r.SetColorProfile(t.colours)
	r.SetHasDarkBackground(true) // settled, so that nobody asks
	return r
}

// lettersFor are what stands on a terminal without symbols for the signs that
// come with sentences, papers and files; each of one cell, as its sign is.
var lettersFor = map[rune]rune{
	'\u00a0': ' ', '–': '-', '—': '-', '…': '~', '·': '-', '•': '*', '“': '"', '”': '"', '‘': '\'', '’': '\'', '×': 'x', '≈': '~', '≠': '#',
	'→': '>', '←': '<', '↑': '^', '↓': 'v', '✔': 'V', '✘': 'X', '↻': 'R', '●': '*', '○': 'o', '■': '#', '□': 'o',
	'─': '-', '━': '=', '═': '=', '│': '|', '┃': '|', '║': '|', '╸': '>',
	'┌': '+', '┐': '+', '└': '+', '┘': '+', '├': '+', '┤': '+', '┬': '+', '┴': '+', '┼': '+', '╭': '(', '╮': ')', '╰': '(', '╯': ')',
}

// legible leaves nothing but letters and the signs of ASCII in a screen for a
// terminal without symbols.
func (t terminal) legible(screen string) string {
	if !t.plain {
		return screen
	}
	return strings.Map(func(r rune) rune {
		switch letter, ok := lettersFor[r]; {
		case ok:
			return letter
		case r <= unicode.MaxASCII, unicode.IsLetter(r), unicode.Is(unicode.Mn, r):
			return r
		}
		return '?'
	}, screen)
}

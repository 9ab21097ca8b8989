//go:build !unix

package tui

import (
	"os"

	tea "github.com/charmbracelet/bubbletea"
)

// inputOf leaves standard input to the library: on Windows it hears of a
// changed window only there.
func inputOf(f *os.File) []tea.ProgramOption {
	if f == os.Stdin {
		return nil
	}
	return []tea.ProgramOption{tea.WithInput(f)}
}

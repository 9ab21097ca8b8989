//go:build unix

package tui

import (
	"io"
	"os"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"
)

// inputOf reads the keyboard through terminalInput.
func inputOf(f *os.File) []tea.ProgramOption {
	return []tea.ProgramOption{tea.WithInput(&terminalInput{File: f})}
}

// terminalInput works round three faults of the library's reader: it loses a
// letter whose bytes come in two reads, it sits on a read that exactly fills
// its buffer, and it takes a terminal that hung up for one that is silent. It
// embeds the file, for the library sets the raw mode of files only.
type terminalInput struct {
	*os.File
	tail []byte // the beginning of a letter
}

// Read never fills p and never ends inside a letter.
func (t *terminalInput) Read(p []byte) (int, error) {
	n := copy(p, t.tail)
	t.tail = t.tail[:0]
	m, err := t.File.Read(p[n : len(p)-1])
	n += m
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	if err != nil {
		return n, err
	}
	for i := 1; i < utf8.UTFMax && i <= n; i++ {
		if b := p[n-i]; utf8.RuneStart(b) {
			if b >= utf8.RuneSelf && !utf8.FullRune(p[n-i:n]) {
				t.tail = append(t.tail, p[n-i:n]...)
				n -= i
			}
			break
		}
	}
	return n, nil
}

package form

import (
	_ "embed"

	"stampdesk"
)

//go:embed templates/outline.toml
var shippedOutline string

// DefaultOutline is the outline of the written report that the program has, as
// TOML with comments for whoever edits it.
func DefaultOutline() []byte { return []byte(shippedOutline) }

// Outline is the outline of the written report (đề cương báo cáo): sections of
// paragraphs, in which figures are filled in.
type Outline struct {
	Title, Subtitle []string
	Recipients      []string         // where the board names none
	Shares          stampdesk.Shares `toml:"percent"` // of all forms and reports
	Sections        []outlineSection `toml:"section"`
}

type outlineSection struct {
	Heading      string
	When, Unless string             // figures that must not, or must, be zero
	Paragraphs   []outlineParagraph `toml:"paragraph"`
}

type outlineParagraph struct {
	Text         string
	When, Unless string
	Each         string // "parts", "boards", "notes": once for each of them
	Lines        int    // dotted lines for the author, below the text
	Bold, Italic bool
	Plain        bool // its first line does not stand back
}

package form

import (
	"embed"
	"fmt"

	"stampdesk"
)

//go:embed templates/*.toml
var shipped embed.FS

// Template says what a form looks like: its words, its columns and who signs.
type Template struct {
	Code        string
	Title       []string
	Subtitle    []string
	Orientation orientation
	Font        float64 // size in the table, in points
	Upper       string
	Issuer      string
	Number      string
	Notes       bool
	Total       string   // the last row of a list
	Guests      string   // over the members on temporary activity
	Recipients  []string // lines
	Columns     []templateColumn
	Rows        []templateRow // of figures
	Parts       *templateParts
	Signatures  []templateSignature

	form stampdesk.Form
}

type orientation string

const (
	portrait  orientation = "portrait"
	landscape orientation = "landscape"
)

type templateColumn struct {
	Key     string
	Heading string
	Group   string
	Width   float64 // mm
	Align   string
}

// templateRow is a row of figures, or several: one for each reason.
type templateRow struct {
	Number   string
	Label    string
	Figure   string
	Each     string
	Always   []stampdesk.Reason
	Share    bool
	ShareOf  string `toml:"share_of"`
	Indent   int
	Bold     bool
	HideZero bool `toml:"hide_zero"`
}

// templateParts is the table of the parts that the figures are the sum of.
type templateParts struct {
	Title       []string
	Subtitle    []string
	Orientation orientation
	Font        float64
	Total       string
	Columns     []templateColumn
}

type templateSignature struct {
	Title []string
	Hint  string
	Name  string
}

// Default is the template of form f that the program has, as TOML with
// comments for whoever edits it.
func Default(f stampdesk.Form) []byte {
	text, err := shipped.ReadFile(fmt.Sprintf("templates/form%d.toml", f))
	if err != nil {
		panic(err) // they are part of the program, and every test reads them
	}
	return text
}

// Margins of a printed page and what is left between them, in millimetres. The
// part of 36-HD/VPTW that was at hand does not give the margins: these leave
// room to bind on the left, as administrative documents do.
const (
	marginTop, marginBottom     = 20, 20
	marginLeft, marginRight     = 30, 15
	marginLeftAcross            = 20 // bound at the top
	paperShort, paperLong       = 210, 297
	portraitWidth, acrossWidth  = paperShort - marginLeft - marginRight, paperLong - marginLeftAcross - marginRight
	portraitHeight, acrossAbove = paperLong - marginTop - marginBottom, paperShort - marginTop - marginBottom
)

func (o orientation) width() float64 {
	if o == landscape {
		return acrossWidth
	}
	return portraitWidth
}

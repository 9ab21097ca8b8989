package printer

import "strings"

// Letterhead is the header of a paper of the Party: on a strip of paper one below another, on a sheet in two columns,
// the issuer at the left and the Party at the right. What is empty is left out.
type Letterhead struct {
	Upper string // the body above the issuer
	Name  string // the issuer, in bold, an asterisk below it
	No    string // the number and symbol of the paper
	Party string // in bold, a line below it as long as itself
	Place string // place and date
}

func (h Letterhead) lay(l *layouter) {
	center := func(text string, bold bool) {
		if text != "" {
			Text{Text: text, Align: Center, Bold: bold}.lay(l)
		}
	}
	center(h.Upper, false)
	if h.Name != "" {
		center(h.Name, true)
		center("*", false)
	}
	center(h.No, false)
	if h.Upper != "" || h.Name != "" || h.No != "" {
		Space{}.lay(l)
	}
	if h.Party != "" {
		center(h.Party, true)
		center(strings.Repeat("─", width(h.Party)), false)
	}
	if h.Place != "" {
		Text{Text: h.Place, Align: Right}.lay(l)
	}
}

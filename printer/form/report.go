package form

import (
	"strings"

	"stampdesk"
)

// dotted is a line for the author to write on.
var dotted = strings.Repeat(".", 110)

// Page fills the outline in from a form of figures: 7 of the board, 6 of a
// unit. Percentages go by the outline's own settings.
func (l *Outline) Page(f *stampdesk.Filled, o Options) Page {
	all := newReportFill(f, &f.Tally, l.Shares)
	p := Page{
		Name: "Báo cáo", Dated: dated(f.Board.Place, o.At),
		Number: numbered("Số         " + ofBoard(f, f.Board.Symbol)), Foot: foot(f, o), Recipients: textLines(ofBoard(f, f.Board.Recipients)),
	}
	p.Upper, p.Issuer = bodies(upper(f), issuer(f))
	if o.Number != "" {
		p.Number = "Số " + o.Number
	}
	if len(p.Recipients) == 0 {
		p.Recipients = all.each(l.Recipients)
	}
	p.Title, p.Subtitle = all.each(l.Title), all.each(l.Subtitle)
	for _, s := range l.Sections {
		if !all.holds(s.When, s.Unless) {
			continue
		}
		if s.Heading != "" {
			p.Body = append(p.Body, Paragraph{Text: all.fill(s.Heading), Bold: true})
		}
		for _, it := range s.Paragraphs {
			for _, r := range all.repeated(it.Each) {
				if r.holds(it.When, it.Unless) {
					p.Body = append(p.Body, r.paragraphs(it)...)
				}
			}
		}
	}
	p.Signatures = []Signature{{Title: textLines(signedBy(f)), Hint: "(Ký, đóng dấu, ghi rõ họ tên)", Name: ofBoard(f, f.Board.Signer)}}
	return p
}

func textLines(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' })
}

func (r *reportFill) each(texts []string) (out []string) {
	for _, t := range texts {
		out = append(out, r.fill(t))
	}
	return out
}

// holds reports whether what depends on figures stands.
func (r *reportFill) holds(when, unless string) bool {
	if when != "" {
		if n, _ := r.figure(when); n == 0 {
			return false
		}
	}
	if unless != "" {
		n, _ := r.figure(unless)
		return n == 0
	}
	return true
}

// repeated is what a paragraph is filled from, once for each time it stands.
func (r *reportFill) repeated(each string) (all []reportFill) {
	var parts []stampdesk.FormPart
	switch each {
	case "":
		return []reportFill{*r}
	case "notes":
		for _, n := range r.f.Notes {
			it := *r
			it.note = reportNote(n, r.f.Form)
			all = append(all, it)
		}
	case "boards":
		parts = boardsOf(r.f)
	case "parts":
		parts = r.f.Parts
	}
	for i := range parts {
		it := newReportFill(r.f, &parts[i].Tally, r.shares)
		it.part = partName(r.f, &parts[i])
		all = append(all, it)
	}
	return all
}

// boardsOf are the parts of a form that adds boards up.
func boardsOf(f *stampdesk.Filled) []stampdesk.FormPart {
	if len(f.Sources) == 0 {
		return nil
	}
	return f.Parts
}

func (r *reportFill) paragraphs(it outlineParagraph) (out []Paragraph) {
	if text := r.fill(it.Text); text != "" {
		out = append(out, Paragraph{Text: text, Bold: it.Bold, Italic: it.Italic, Indent: !it.Plain})
	}
	for range it.Lines {
		out = append(out, Paragraph{Text: dotted})
	}
	return out
}

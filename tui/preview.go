package tui

import (
	"context"
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"stampdesk"
)

// preview is a paper as it would come out, as text that scrolls.
type preview struct {
	title  func(*shell) string
	paper  func(ctx context.Context, cols int) (string, error) // nil: nobody sets papers
	cols   int                                                 // that it was asked for with
	lines  []string
	folded []string
	loaded bool
	failed string

	from      int  // first line on the screen
	across    int  // cells left of the screen
	wider     bool // the paper is wider than the screen
	room      int  // lines on the screen
	find      field
	finding   bool
	left      string // what was searched for before Esc
	found     []int  // lines that fit
	foundFrom int    // in them
}

// previewOf is the paper of a job.
func (s *shell) previewOf(job stampdesk.PrintJob) *preview {
	p := &preview{title: func(s *shell) string {
		return s.join(s.paper(&job.Order), fill(s.words.JobNo, s.count(int(job.Order.Key.Seq))))
	}}
	if paper := s.opt.Preview; paper != nil {
		p.paper = func(ctx context.Context, cols int) (string, error) { return paper(ctx, job, cols) }
	}
	return p
}

// read reads nothing: the text is sent for by its width.
func (p *preview) read(sight) (func(*shell), error) { return nil, nil }

// readsOnce: a paper does not change while somebody looks at it.
func (p *preview) readsOnce() {}

// previewCols is the width that a paper may have on the screen.
func (s *shell) previewCols() int { return s.width - 8 }

// attend sends for the text, and again where the window has another width.
func (p *preview) attend(s *shell) {
	cols := s.previewCols()
	if p.paper == nil || p.cols == cols || s.small() {
		return
	}
	p.cols = cols
	paper := p.paper
	s.fetch(errand{"preview", func(ctx context.Context) (func(*shell), error) {
		text, err := paper(ctx, cols)
		lines := plainLines(text)
		folded := make([]string, len(lines))
		for i, l := range lines {
			folded[i] = stampdesk.Fold(l)
		}
		return func(s *shell) {
			if p.cols != cols {
				return
			}
			p.loaded, p.failed = true, ""
			if err != nil {
				p.lines, p.folded, p.failed = nil, nil, err.Error()
				return
			}
			p.lines, p.folded = lines, folded
			p.look()
		}, nil
	}})
}

// plainLines are the lines of a text in which nothing is left that a terminal
// would act on.
func plainLines(text string) []string {
	text = strings.ReplaceAll(strings.ToValidUTF8(text, "?"), "\r\n", "\n")
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t':
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), r == '\u2028', r == '\u2029':
			return -1
		}
		return r
	}, text)
	return strings.Split(strings.TrimRight(text, "\n"), "\n")
}

func (p *preview) key(s *shell, in input) {
	switch {
	case in.is(keys.Esc) && (p.finding || p.find.text != ""):
		p.left, p.finding, p.find.text = p.find.text, false, ""
		p.look()
	case in.is(keys.Esc):
		s.turnBack()
	case in.is(keys.Down):
		p.from++
	case in.is(keys.Up):
		p.from--
	case in.is(keys.PageDown):
		p.from += max(p.room-1, 1)
	case in.is(keys.PageUp):
		p.from -= max(p.room-1, 1)
	case in.is(keys.Home):
		p.from = 0
	case in.is(keys.End):
		p.from = len(p.lines)
	case !p.finding && in.is(keys.Right):
		p.across += previewStep
	case !p.finding && in.is(keys.Left):
		p.across -= previewStep
	case !p.finding && in.is(keys.Find):
		p.finding = true
		p.find.again(p.left)
		p.look()
	case p.finding && in.is(keys.Enter) && in.text == "" && len(p.found) > 0:
		p.foundFrom = (p.foundFrom + 1) % len(p.found)
		p.show()
	case p.finding && p.find.key(in):
		p.look()
	}
	p.from = max(min(p.from, len(p.lines)), 0) // the view knows how many lines there are room for
}

// previewStep is how far a wide paper moves at a time, in cells.
const previewStep = 16

// clamp keeps the window full.
func (p *preview) clamp() { p.from = max(min(p.from, len(p.lines)-p.room), 0) }

// look finds the lines that have what was typed, and shows the first.
func (p *preview) look() {
	p.found, p.foundFrom = nil, 0
	want := stampdesk.Fold(p.find.value())
	if want == "" {
		return
	}
	for i, l := range p.folded {
		if strings.Contains(l, want) {
			p.found = append(p.found, i)
		}
	}
	p.show()
}

// show has the line that was found on the screen.
func (p *preview) show() {
	if len(p.found) > 0 {
		if at := p.found[p.foundFrom]; at < p.from || at >= p.from+p.room {
			p.from = at - p.room/3
		}
		p.clamp()
	}
}

func (p *preview) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (p *preview) view(s *shell, w, h int) []string {
	title := " " + s.style.Head.Render(p.title(s))
	search := ""
	switch {
	case p.finding && p.find.value() != "" && len(p.found) == 0:
		search = s.words.NoSuchText + "  "
	case len(p.found) > 0:
		search = s.count(p.foundFrom+1) + "/" + s.count(len(p.found)) + "  "
	}
	if p.finding {
		search += s.words.Find + " " + p.find.view(s, 24, true) + " "
	}
	out := []string{s.ends(title, "  "+search, w), ""}
	note := s.noteLines(w)
	switch {
	case p.failed != "":
		for _, l := range s.wrap(fill(s.words.NotPreviewed, strings.Join(plainLines(p.failed), " ")), w-4, 4) {
			out = append(out, "  "+s.style.Tone[bad].Render(l))
		}
		return s.foot(out, note, w, h)
	case !p.loaded:
		return s.foot(append(out, "  "+s.style.Tone[quiet].Render(s.words.SettingPaper)), note, w, h)
	}
	edge := s.style.Tone[quiet].Render(s.edges(frameThin)[3])
	wide := widest(p.lines)
	inner := min(wide, w-8)
	p.across = max(min(p.across, wide-inner), 0)
	p.wider = wide > inner
	p.room = max(h-len(out)-len(note)-1, 1)
	p.clamp()
	hit := -1
	if len(p.found) > 0 {
		hit = p.found[p.foundFrom]
	}
	to := min(p.from+p.room, len(p.lines))
	for i, l := range p.lines[p.from:to] {
		l = s.fit(ansi.TruncateLeft(l, p.across, ""), inner)
		point := " "
		if p.from+i == hit {
			l, point = s.style.Chosen.Render(l), s.sign.Pointer
		}
		out = append(out, point+" "+edge+" "+l+" "+edge)
	}
	if p.from > 0 || to < len(p.lines) {
		note = append([]string{"  " + s.style.Tone[quiet].Render(s.sign.MoreAbove+s.count(p.from)+" "+s.sign.MoreBelow+s.count(len(p.lines)-to))}, note...)
	}
	return s.foot(out, note, w, h)
}

func (p *preview) hints(s *shell) []hint {
	arrows := hint{s.sign.MoreAbove + s.sign.MoreBelow, s.words.KeyScroll}
	if p.wider {
		arrows.key += s.sign.Left + s.sign.Right
	}
	if p.finding {
		return []hint{{"Enter", s.words.KeyNext}, arrows, {"Esc", s.words.KeyBack}}
	}
	return []hint{arrows, {"/", s.words.KeyFind}, {"Esc", s.words.KeyBack}, {"?", s.words.KeyHelp}}
}

func (p *preview) help(w *words) string { return w.HelpPreview }

func (p *preview) takesText() bool { return p.finding }

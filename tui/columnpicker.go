package tui

import (
	"context"
	"maps"
	"slices"
	"strings"

	"stampdesk"
)

// columnPicker asks what a column of the file is; the file is then read again.
type columnPicker struct {
	page   *importPage
	column ImportColumn
	typed  field
	at     int
}

// newColumnPicker begins at what the column was read as, so that Enter changes
// nothing.
func newColumnPicker(s *shell, p *importPage, c ImportColumn) *columnPicker {
	picker := &columnPicker{page: p, column: c, typed: field{most: 40}}
	picker.at = max(slices.Index(picker.found(s), picker.is()), 0)
	return picker
}

// is what the column was read as; of several fields the first.
func (c *columnPicker) is() stampdesk.Field {
	if len(c.column.Fields) == 0 {
		return ""
	}
	return c.column.Fields[0]
}

// found are the fields that fit what was typed; the first of all is none.
func (c *columnPicker) found(s *shell) []stampdesk.Field {
	want := stampdesk.Fold(c.typed.value())
	var out []stampdesk.Field
	all := append([]stampdesk.Field{""}, stampdesk.MemberFields[:]...)
	for _, f := range append(all, besideFields[:]...) {
		if strings.Contains(stampdesk.Fold(c.label(s, f)), want) {
			out = append(out, f)
		}
	}
	return out
}

func (c *columnPicker) label(s *shell, f stampdesk.Field) string {
	if f == "" {
		return s.words.NotUsed
	}
	return s.fieldName(f)
}

func (c *columnPicker) key(s *shell, in input) {
	found := c.found(s)
	switch {
	case in.is(keys.Esc):
		s.shut()
	case in.is(keys.Up):
		c.at = max(c.at-1, 0)
	case in.is(keys.Down):
		c.at = min(c.at+1, max(len(found)-1, 0))
	case in.is(keys.Enter) && in.text == "":
		if c.at < len(found) {
			s.shut()
			if found[c.at] != c.is() {
				c.page.assign(s, c.column.Heading, found[c.at])
			}
		}
	default:
		if c.typed.key(in) {
			c.at = 0
		}
	}
}

// assign reads the file again with a column assigned to a field, or to none.
// Columns of one field are joined, so another that has it keeps it.
func (p *importPage) assign(s *shell, heading string, f stampdesk.Field) {
	columns := maps.Clone(p.query.Columns)
	if columns == nil {
		columns = map[string][]stampdesk.Field{}
	}
	if columns[heading] = nil; f != "" {
		columns[heading] = []stampdesk.Field{f}
	}
	p.query.Columns = columns
	p.begin(s)
}

func (c *columnPicker) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (c *columnPicker) view(s *shell, w, h int) []string {
	lines := []string{"", " " + s.style.Head.Render(s.middle(c.column.Heading, w-10)), "",
		" " + s.words.Find + " " + c.typed.view(s, 40, true), ""}
	found := c.found(s)
	from, to := window(len(found), h-len(lines)-2, c.at)
	for i := from; i < to; i++ {
		text := s.fit(c.label(s, found[i]), 36)
		if i == c.at {
			lines = append(lines, " "+s.sign.Pointer+" "+s.style.Chosen.Render(text))
		} else {
			lines = append(lines, "   "+text)
		}
	}
	return s.block(s.box(frameThin, work, " "+s.words.WhichField+" ", lines, w-2, h), w, h)
}

func (c *columnPicker) hints(s *shell) []hint {
	return []hint{{"Enter", s.words.KeyTake}, {s.sign.MoreAbove + s.sign.MoreBelow, s.words.KeyChoose}, {"Esc", s.words.KeyCancel}}
}

func (c *columnPicker) help(w *words) string { return w.HelpColumns }

func (c *columnPicker) takesText() bool { return true }

// profileForm asks under which name the columns are to be kept.
type profileForm struct{ page *importPage }

func (f *profileForm) key(s *shell, in input) {
	p := f.page
	switch {
	case in.is(keys.Esc):
		s.shut()
	case in.is(keys.Enter) && in.text == "":
		name := p.profile.value()
		if name == "" {
			return
		}
		s.shut()
		files, q := s.opt.Import, p.query
		s.start(p, func(ctx context.Context, _ func(ImportStage, int, int)) (func(*shell), error) {
			err := files.SaveProfile(ctx, name, q)
			return func(s *shell) { s.say(good, fill(s.words.ProfileKept, name)) }, err
		})
	default:
		p.profile.key(in)
	}
}

func (f *profileForm) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (f *profileForm) view(s *shell, w, h int) []string {
	return s.dialog(work, s.words.ProfileTitle, []string{
		s.words.ProfileName + " " + f.page.profile.view(s, 36, true), "", s.style.Tone[quiet].Render(s.words.ProfileHow),
	}, w, h)
}

func (f *profileForm) hints(s *shell) []hint {
	return []hint{{"Enter", s.words.KeySave}, {"Esc", s.words.KeyCancel}}
}

func (f *profileForm) help(w *words) string { return w.HelpColumns }

func (f *profileForm) takesText() bool { return true }

package form

import (
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
)

// maxDotted bounds the lines that a paragraph leaves for the author.
const maxDotted = 40

// ParseOutline reads the outline of the written report. Its error tells
// everything that is wrong, each with its line, its key and what may stand
// there.
func ParseOutline(text []byte) (*Outline, error) {
	o := new(Outline)
	meta, err := toml.Decode(string(text), o)
	if err != nil {
		var at toml.ParseError
		if errors.As(err, &at) {
			return nil, fmt.Errorf("outline of the report, line %d: key %q: %s", at.Position.Line, at.LastKey, at.Message)
		}
		return nil, fmt.Errorf("outline of the report: %w", err)
	}
	c := outlineChecker{lines: strings.Split(string(text), "\n")}
	for _, key := range meta.Undecoded() {
		name := key[len(key)-1]
		c.bad(c.find(func(line string) bool { return startsKey(line, name) }), name, "there is no such key; there are %s", outlineKeys(key))
	}
	c.check(o)
	if len(c.faults) > 0 {
		slices.SortStableFunc(c.faults, func(a, b outlineFault) int { return cmp.Compare(a.line, b.line) })
		var errs []error
		for _, f := range c.faults {
			errs = append(errs, f.err)
		}
		return nil, fmt.Errorf("outline of the report: %w", errors.Join(errs...))
	}
	return o, nil
}

func outlineKeys(key toml.Key) string {
	switch {
	case len(key) == 1:
		return "title, subtitle, recipients, [percent] and [[section]]"
	case key[0] == "percent":
		return "base, decimals and rounding"
	case len(key) == 2:
		return "heading, when, unless and [[section.paragraph]]"
	}
	return "text, when, unless, each, lines, bold, italic and plain"
}

type outlineFault struct {
	line int
	err  error
}

type outlineChecker struct {
	lines  []string
	faults []outlineFault
}

// find is the first line, from 1, that is no comment and is as asked; 0: none.
func (c *outlineChecker) find(is func(line string) bool) int {
	for i, line := range c.lines {
		if line = strings.TrimSpace(line); !strings.HasPrefix(line, "#") && is(line) {
			return i + 1
		}
	}
	return 0
}

func startsKey(line, key string) bool {
	name, _, ok := strings.Cut(line, "=")
	return ok && strings.Trim(strings.TrimSpace(name), `"'`) == key || strings.Trim(line, "[] ") == key || strings.HasSuffix(strings.Trim(line, "[] "), "."+key)
}

func (c *outlineChecker) bad(line int, key, format string, a ...any) {
	where := "key " + key
	if line > 0 {
		where = fmt.Sprintf("line %d, key %s", line, key)
	}
	c.faults = append(c.faults, outlineFault{line, fmt.Errorf("%s: %s", where, fmt.Sprintf(format, a...))})
}

func (c *outlineChecker) check(o *Outline) {
	if err := o.Shares.Validate(); err != nil {
		line := c.find(func(line string) bool { return startsKey(line, "percent") })
		c.bad(line, "percent", "%s", strings.ReplaceAll(err.Error(), "\n", "; "))
	}
	if len(o.Sections) == 0 {
		c.bad(0, "section", "there is none; write [[section]] with [[section.paragraph]] in it")
	}
	for key, texts := range map[string][]string{"title": o.Title, "subtitle": o.Subtitle, "recipients": o.Recipients} {
		for _, t := range texts {
			c.text(key, t, "")
		}
	}
	for _, s := range o.Sections {
		c.text("heading", s.Heading, "")
		c.condition("when", s.When)
		c.condition("unless", s.Unless)
		for _, p := range s.Paragraphs {
			c.text("text", p.Text, p.Each)
			c.condition("when", p.When)
			c.condition("unless", p.Unless)
			if p.Each != "" && !slices.Contains(eachOf, p.Each) {
				c.bad(c.with(p.Each), "each", "%q: want %s", p.Each, strings.Join(eachOf, ", "))
			}
			if p.Lines < 0 || p.Lines > maxDotted {
				line := c.find(func(line string) bool { return startsKey(line, "lines") && strings.Contains(line, fmt.Sprint(p.Lines)) })
				c.bad(line, "lines", "%d: want 0 to %d", p.Lines, maxDotted)
			}
		}
	}
}

// with is the line that has a value in quotes.
func (c *outlineChecker) with(value string) int {
	return c.find(func(line string) bool {
		return strings.Contains(line, `"`+value+`"`) || strings.Contains(line, `'`+value+`'`)
	})
}

func (c *outlineChecker) condition(key, figure string) {
	if figure != "" && !isReportFigure(figure) {
		c.bad(c.with(figure), key, "%q is no figure; there are %s", figure, strings.Join(reportFigureNames(), ", "))
	}
}

var (
	placeholder = regexp.MustCompile(`\{([^{}]*)\}`)
	brace       = regexp.MustCompile(`[{}]`)
)

// text checks what is to be filled in, in a paragraph that is repeated for each
// of something.
func (c *outlineChecker) text(key, text, each string) {
	for _, m := range placeholder.FindAllStringSubmatch(text, -1) {
		if err := checkPlaceholder(m[1], each); err != nil {
			c.bad(c.find(func(line string) bool { return strings.Contains(line, m[0]) }), key, "%v", err)
		}
	}
	if rest := placeholder.ReplaceAllString(text, ""); brace.MatchString(rest) {
		part, _, _ := strings.Cut(text, "\n")
		line := c.find(func(line string) bool { return strings.Contains(line, part) })
		c.bad(line, key, "a brace { or } without the other one")
	}
}

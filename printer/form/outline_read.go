package form

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"

	"stampdesk"
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
		return nil, unread(0, err)
	}
	if meta.IsDefined("code") || meta.IsDefined("columns") {
		return nil, faults(0, []Fault{otherOutline(text)})
	}
	c := outlineChecker{lines: strings.Split(string(text), "\n")}
	for _, key := range meta.Undecoded() {
		name, known := key[len(key)-1], outlineKeys(key)
		if known == nil {
			continue // in a table that nobody knows: the table is told
		}
		line := c.find(func(line string) bool { return startsKey(line, name) })
		c.bad(Fault{Kind: FaultUnknownKey, Line: line, Key: name}.of(name, known))
	}
	c.check(o)
	if err := faults(0, c.found); err != nil {
		return nil, err
	}
	return o, nil
}

// otherOutline says of which form the template is that was given for the outline.
func otherOutline(text []byte) Fault {
	f := Fault{Kind: FaultOtherFile, Key: "code", Value: "?"}
	if m := codeOfForm.FindSubmatch(text); m != nil {
		f.Value = string(m[1])
	}
	return f
}

// outlineKeys are those that may stand where key does.
func outlineKeys(key toml.Key) []string {
	switch {
	case len(key) == 1:
		return []string{"title", "subtitle", "recipients", "percent", "section"}
	case key[0] == "percent":
		return []string{"base", "decimals", "rounding"}
	case key[0] == "section" && len(key) == 2:
		return []string{"heading", "when", "unless", "paragraph"}
	case key[0] == "section" && key[1] == "paragraph":
		return []string{"text", "when", "unless", "each", "lines", "bold", "italic", "plain"}
	}
	return nil
}

type outlineChecker struct {
	lines []string
	found []Fault
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

func (c *outlineChecker) bad(f Fault) { c.found = append(c.found, f) }

// shares checks each setting of the percentages by itself, so that each is told
// on its line.
func (c *outlineChecker) shares(s stampdesk.Shares) {
	at := func(key string) int { return c.find(func(line string) bool { return startsKey(line, key) }) }
	if (stampdesk.Shares{Base: s.Base}).Validate() != nil {
		c.bad(Fault{Kind: FaultChoice, Line: at("base"), Key: "base", Value: s.Base, Known: []string{"with_card", "proposed", "official"}})
	}
	if (stampdesk.Shares{Decimals: s.Decimals}).Validate() != nil {
		c.bad(Fault{Kind: FaultRange, Line: at("decimals"), Key: "decimals", Value: strconv.Itoa(*s.Decimals), Most: stampdesk.MaxDecimals})
	}
	if (stampdesk.Shares{Rounding: s.Rounding}).Validate() != nil {
		known := []string{string(stampdesk.RoundRemainder), string(stampdesk.RoundHalfUp), string(stampdesk.RoundCut)}
		c.bad(Fault{Kind: FaultChoice, Line: at("rounding"), Key: "rounding", Value: string(s.Rounding), Known: known})
	}
}

func (c *outlineChecker) check(o *Outline) {
	c.shares(o.Shares)
	if len(o.Sections) == 0 {
		c.bad(Fault{Kind: FaultMissing, Key: "section"})
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
				c.bad(Fault{Kind: FaultChoice, Line: c.with(p.Each), Key: "each", Value: p.Each, Known: eachOf})
			}
			if p.Lines < 0 || p.Lines > maxDotted {
				line := c.find(func(line string) bool { return startsKey(line, "lines") && strings.Contains(line, fmt.Sprint(p.Lines)) })
				c.bad(Fault{Kind: FaultRange, Line: line, Key: "lines", Value: strconv.Itoa(p.Lines), Most: maxDotted})
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
		c.bad(Fault{Kind: FaultFigure, Line: c.with(figure), Key: key, Value: figure}.of(figure, reportFigureNames()))
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
		if f, bad := wrongPlaceholder(m[1], each); bad {
			f.Key, f.Line = key, c.find(func(line string) bool { return strings.Contains(line, m[0]) })
			c.bad(f)
		}
	}
	if rest := placeholder.ReplaceAllString(text, ""); brace.MatchString(rest) {
		part, _, _ := strings.Cut(text, "\n")
		line := c.find(func(line string) bool { return strings.Contains(line, part) })
		c.bad(Fault{Kind: FaultBrace, Line: line, Key: key})
	}
}

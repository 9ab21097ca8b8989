package form

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"

	"stampdesk"
)

// ParseTemplate reads the template of form f. Its error tells everything that
// is wrong, each with its line, its key and what may stand there.
func ParseTemplate(text []byte, f stampdesk.Form) (*Template, error) {
	t := &Template{form: f}
	meta, err := toml.Decode(string(text), t)
	if err != nil {
		return nil, unread(f, err)
	}
	if other, ok := otherFile(meta, t.Code, f); ok {
		return nil, faults(f, []Fault{other})
	}
	c := &checker{t: t, text: strings.Split(string(text), "\n")}
	for _, key := range meta.Undecoded() {
		if len(key) > 1 && len(knownKeys(key[:len(key)-1])) == 0 {
			continue // in a table that nobody knows: the table is told
		}
		name := key[len(key)-1]
		c.bad(Fault{Kind: FaultUnknownKey, Line: c.lineOfKey(key), Key: name}.of(name, knownKeys(key[:len(key)-1])))
	}
	c.check()
	if err := faults(f, c.found); err != nil {
		return nil, err
	}
	return t, nil
}

var codeOfForm = regexp.MustCompile(`(\d+)-KTTĐV`)

// otherFile tells the template of another form, and the outline of the report,
// from what a board changed: to go through them line by line would help nobody.
func otherFile(meta toml.MetaData, code string, f stampdesk.Form) (Fault, bool) {
	if meta.IsDefined("section") {
		return Fault{Kind: FaultOtherFile}, true
	}
	m := codeOfForm.FindStringSubmatch(code)
	if m == nil || m[1] == strconv.Itoa(int(f)) {
		return Fault{}, false
	}
	return Fault{Kind: FaultOtherFile, Key: "code", Value: m[1]}, true
}

// knownKeys are the keys of a table of a template.
func knownKeys(table toml.Key) []string {
	switch {
	case len(table) == 0:
		return []string{
			"code", "title", "subtitle", "orientation", "font", "upper", "issuer", "number", "notes", "total", "guests",
			"recipients", "columns", "rows", "parts", "signatures",
		}
	case table[len(table)-1] == "columns":
		return []string{"key", "heading", "group", "width", "align"}
	case table[0] == "rows":
		return []string{"number", "label", "figure", "each", "always", "share", "share_of", "indent", "bold", "hide_zero"}
	case table[0] == "parts":
		return []string{"title", "subtitle", "orientation", "font", "total", "columns"}
	case table[0] == "signatures":
		return []string{"title", "hint", "name"}
	}
	return nil
}

// checker gathers what is wrong with a template.
type checker struct {
	t     *Template
	text  []string
	found []Fault
}

func (c *checker) bad(f Fault) { c.found = append(c.found, f) }

// line finds key in the nth table of a name, from 0; "" is what stands before
// all tables.
func (c *checker) line(table string, nth int, key string) int {
	in, seen := "", -1
	for i, text := range c.text {
		text = strings.TrimSpace(text)
		if name, ok := strings.CutPrefix(text, "["); ok {
			name, _, _ = strings.Cut(strings.TrimLeft(name, "["), "]")
			if in = strings.TrimSpace(name); in == table {
				seen++
			}
		}
		if name, _, ok := strings.Cut(text, "="); ok && in == table && (table == "" || seen == nth) &&
			strings.Trim(strings.TrimSpace(name), `"'`) == key {
			return i + 1
		}
	}
	return 0
}

// lineOfKey finds a key that nobody knows, in whichever table of its name.
func (c *checker) lineOfKey(key toml.Key) int {
	table, name := strings.Join(key[:len(key)-1], "."), key[len(key)-1]
	for nth := range len(c.text) {
		if line := c.line(table, nth, name); line > 0 {
			return line
		}
	}
	for i, text := range c.text { // a whole table
		if strings.HasPrefix(text, "[") && strings.Trim(strings.TrimSpace(text), "[]") == strings.Join(key, ".") {
			return i + 1
		}
	}
	return 0
}

// of is the fault of a name that is none of those known: with the one that may
// be meant, or with all that there are.
func (f Fault) of(name string, known []string) Fault {
	least := 3
	for _, n := range known {
		if d := distance(name, n); d < least {
			f.Meant, least = n, d
		}
	}
	f.Known = known
	return f
}

// distance is how many letters must be put in, left out or changed to make one
// word of another.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}

func contains(names []string, name string) bool { return slices.Contains(names, name) }

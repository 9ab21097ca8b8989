package main

import (
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
)

// errByHand: the text has the key in a form that is not edited here.
var errByHand = errors.New("it is written in a way that only a person can change")

// setTOML gives a TOML text with the value of one key changed, or with the key
// added to its table. Everything else a person wrote stays: comments, order,
// blank lines. value is any that TOML has a literal for.
func setTOML(text string, path []string, value any) (string, error) {
	literal, err := tomlLiteral(value)
	if err != nil {
		return "", err
	}
	edited, err := placeTOML(text, path, literal)
	if err != nil {
		return "", err
	}
	// Whatever the edit did not understand would show here, and is refused.
	was, is := map[string]any{}, map[string]any{}
	if _, err := toml.Decode(text, &was); err != nil {
		return "", err
	}
	if _, err := toml.Decode(edited, &is); err != nil {
		return "", errByHand
	}
	before, after := leaves(was), leaves(is)
	name := strings.Join(path, "\x00")
	got, ok := after[name]
	delete(before, name)
	delete(after, name)
	if !ok || fmt.Sprint(got) != fmt.Sprint(value) || !reflect.DeepEqual(before, after) {
		return "", errByHand
	}
	return edited, nil
}

func tomlLiteral(value any) (string, error) {
	var b strings.Builder
	if err := toml.NewEncoder(&b).Encode(map[string]any{"k": value}); err != nil {
		return "", err
	}
	_, literal, _ := strings.Cut(strings.TrimSpace(b.String()), "= ")
	return literal, nil
}

// leaves are the values of a decoded text by their whole keys.
func leaves(m map[string]any) map[string]any {
	out := map[string]any{}
	for k, v := range m {
		if sub, ok := v.(map[string]any); ok {
			for l, w := range leaves(sub) {
				out[k+"\x00"+l] = w
			}
			continue
		}
		out[k] = v
	}
	return out
}

// placeTOML changes the line of a key, or adds one where the table ends.
func placeTOML(text string, path []string, literal string) (string, error) {
	if rest, marked := strings.CutPrefix(text, "\ufeff"); marked { // some editors begin a file with it
		edited, err := placeTOML(rest, path, literal)
		return "\ufeff" + edited, err
	}
	lines := strings.SplitAfter(text, "\n")
	eol := "\n"
	if strings.Contains(text, "\r\n") {
		eol = "\r\n"
	}
	table := path[:len(path)-1]
	var in []string           // the table that the line is in
	closing := ""             // what ends a value of several lines
	last, lastIn := -1, in    // the last line with a key of the table
	head, firstHead := -1, -1 // the line of the table, of any table
	for i, line := range lines {
		t := strings.TrimSpace(line)
		switch {
		case closing != "":
			if strings.Contains(t, closing) {
				closing = ""
			}
			if last == i-1 {
				last = i
			}
			continue
		case t == "", t[0] == '#':
			continue
		case t[0] == '[':
			if firstHead < 0 {
				firstHead = i
			}
			keys, _, ok := tomlKey(strings.TrimLeft(t, "["))
			if !ok {
				return "", errByHand
			}
			if in = keys; slices.Equal(in, table) {
				head = i
			}
			continue
		}
		keys, rest, ok := tomlKey(t)
		if !ok || !strings.HasPrefix(rest, "=") {
			return "", errByHand
		}
		whole := append(slices.Clone(in), keys...)
		value := strings.TrimSpace(rest[1:])
		if slices.Equal(whole, path) {
			n, ok := tomlToken(value)
			if !ok {
				return "", errByHand
			}
			at := strings.LastIndex(line, value)
			lines[i] = line[:at] + literal + value[n:] + line[at+len(value):]
			return strings.Join(lines, ""), nil
		}
		if slices.Equal(whole[:len(whole)-1], table) {
			last, lastIn = i, in
		}
		for _, quotes := range []string{`"""`, "'''"} {
			if body, many := strings.CutPrefix(value, quotes); many && !strings.Contains(body, quotes) {
				closing = quotes
			}
		}
		if strings.HasPrefix(value, "[") && !strings.Contains(value, "]") {
			closing = "]"
		}
	}
	added := func(keys []string) string {
		return toml.Key(keys).String() + " = " + literal + eol
	}
	at, insert := len(lines), ""
	switch {
	case last >= 0:
		at, insert = last+1, added(path[len(lastIn):])
	case head >= 0:
		at, insert = head+1, added(path[len(table):])
	case len(table) == 0 && firstHead >= 0:
		for at = firstHead; at > 0 && strings.HasPrefix(strings.TrimSpace(lines[at-1]), "#"); at-- {
		}
		insert = added(path) + eol
	case len(table) == 0:
		insert = added(path)
	default:
		insert = "[" + toml.Key(table).String() + "]" + eol + added(path[len(table):])
		if strings.TrimSpace(text) != "" {
			insert = eol + insert
		}
	}
	before, after := strings.Join(lines[:at], ""), strings.Join(lines[at:], "")
	if before != "" && !strings.HasSuffix(before, "\n") {
		before += eol
	}
	return before + insert + after, nil
}

// tomlKey reads a key, dotted or not, up to what stands behind it.
func tomlKey(t string) (keys []string, rest string, ok bool) {
	for {
		t = strings.TrimLeft(t, " \t")
		n := strings.IndexFunc(t, func(r rune) bool {
			return !(r == '_' || r == '-' || '0' <= r && r <= '9' || 'a' <= r|0x20 && r|0x20 <= 'z')
		})
		switch {
		case t == "":
			return nil, "", false
		case t[0] == '"' || t[0] == '\'':
			end := strings.IndexByte(t[1:], t[0])
			if end < 0 || strings.Contains(t[1:end+1], `\`) {
				return nil, "", false
			}
			keys, t = append(keys, t[1:end+1]), t[end+2:]
		case n <= 0:
			return nil, "", false
		default:
			keys, t = append(keys, t[:n]), t[n:]
		}
		t = strings.TrimLeft(t, " \t")
		if !strings.HasPrefix(t, ".") {
			return keys, t, true
		}
		t = t[1:]
	}
}

// tomlToken is how long the value is that a text begins with; false for one
// of several lines or parts.
func tomlToken(t string) (int, bool) {
	switch {
	case t == "", strings.HasPrefix(t, `"""`), strings.HasPrefix(t, "'''"), t[0] == '[', t[0] == '{':
		return 0, false
	case t[0] == '\'':
		end := strings.IndexByte(t[1:], '\'')
		return end + 2, end >= 0
	case t[0] == '"':
		for i := 1; i < len(t); i++ {
			switch t[i] {
			case '\\':
				i++
			case '"':
				return i + 1, true
			}
		}
		return 0, false
	}
	if end := strings.IndexAny(t, " \t#"); end >= 0 {
		return end, true
	}
	return len(t), true
}

// sortedKeys are the names of tables, in their order.
func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

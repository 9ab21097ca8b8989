package tui

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"stampdesk"
)

// formScope is of whom a form speaks, as a person chooses it.
type formScope string

// The scopes of a form.
const (
	ofBoard formScope = "board"
	ofUnits formScope = "units" // each unit on a page of its own
	ofUnit  formScope = "unit"
	ofCells formScope = "cells" // each cell of a unit on a page of its own
	ofCell  formScope = "cell"
)

// scopes are those that a form has: of the whole board, or of one unit.
func (k FormKind) scopes(unit bool) []formScope {
	switch {
	case k == 7, k == WrittenReport:
		return []formScope{ofBoard}
	case k == 6 && unit, k == MovementsReport && unit:
		return []formScope{ofUnit}
	case k == 6:
		return []formScope{ofUnits, ofUnit}
	case k == MovementsReport:
		return []formScope{ofBoard, ofUnit}
	case unit:
		return []formScope{ofUnit, ofCells, ofCell}
	}
	return []formScope{ofBoard, ofUnits, ofUnit, ofCells, ofCell}
}

// hasUnit reports that the scope is about one unit.
func (f formScope) hasUnit() bool { return f == ofUnit || f == ofCells || f == ofCell }

// canBeBlank reports that the form may be given to a unit to fill in.
func (k FormKind) canBeBlank() bool { return k <= 5 }

// fromRoster reports that the roster knows who is to be on the form.
func (k FormKind) fromRoster() bool { return k == 2 || k == 5 }

// fileKinds are the endings that a form may be written with.
func (k FormKind) fileKinds() []string {
	if k == WrittenReport { // paragraphs have no columns
		return []string{".xlsx", ".pdf", ".txt"}
	}
	return []string{".xlsx", ".pdf", ".csv", ".txt"}
}

// fileName is the name that is proposed for a file: what it is, of whom, the day.
func (q *FormQuery) fileName(ending string, day time.Time) string {
	var parts []string
	switch q.Kind {
	case WrittenReport:
		parts = []string{"bao-cao"}
	case MovementsReport:
		parts = []string{"bien-dong"}
	default:
		parts = []string{"mau", strconv.Itoa(int(q.Kind))}
	}
	if q.Blank != NotBlank {
		parts = append(parts, "trong")
	}
	parts = append(parts, plainName(string(q.Scope.Unit)), plainName(q.Scope.Cell))
	switch {
	case q.Each && q.Scope.Unit == "":
		parts = append(parts, "cac-don-vi")
	case q.Each:
		parts = append(parts, "cac-chi-bo")
	}
	parts = append(parts, day.Format("20060102"))
	name := ""
	for _, t := range parts {
		if t != "" {
			name += "-" + t
		}
	}
	return name[1:] + ending
}

// plainName is a text as a part of a file's name that every machine can have.
func plainName(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r > unicode.MaxASCII {
			r, _ = utf8.DecodeRuneInString(stampdesk.Fold(string(r)))
		}
		switch {
		case r >= '0' && r <= '9', r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	return strings.TrimSuffix(b.String(), "-")
}

// endingOf is the ending of a file's name where it is one that can be written.
func endingOf(path string, all []string) (string, bool) {
	ext := strings.ToLower(filepath.Ext(path))
	return ext, slices.Contains(all, ext)
}

package form

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"

	"stampdesk"
)

// FaultKind is a way in which a template or an outline can be wrong.
type FaultKind int

// What can be wrong with a template of a form or with the outline of the report.
const (
	FaultSyntax      FaultKind = iota + 1 // no TOML: Value says it in the words of the reader
	FaultType                             // a text where a number must stand, or the reverse
	FaultOtherFile                        // the file is of form Value, or of the outline where that is ""
	FaultUnknownKey                       // Known: the keys that there are
	FaultMissing                          // Key must be there
	FaultOnlyFigures                      // Key is for forms of figures
	FaultChoice                           // Value is none of Known
	FaultRange                            // Value is not from Least to Most
	FaultTooSmall                         // Value is less than Least
	FaultTooWide                          // the columns are Value mm wide together, the page has room for Most
	FaultColumn                           // Value is no column; Known: those that there are
	FaultTwice                            // Value is there twice
	FaultBothFigures                      // a row has a figure, and one for each reason
	FaultFigure                           // Value is no figure
	FaultReasons                          // Value has no reasons
	FaultShareOf                          // Value is no share of the cards, so that it must be said of what it is one
	FaultShare                            // {Value} is no share; Known: those that there are
	FaultPlaceholder                      // {Value} is nothing that can be filled in
	FaultBrace                            // a brace without the other one
	FaultOnlyEach                         // {Value} has a meaning only in a paragraph with each = Known[0]
)

// Fault is one thing that is wrong with what a board wrote, and where. The words
// for it are the reader's, in the reader's language.
type Fault struct {
	Kind        FaultKind
	Line        int    // from 1; 0: nobody knows where
	Key         string // "" where it is of none
	Value       string // what stands there
	Meant       string // the name that is probably meant
	Known       []string
	Least, Most float64
}

// Faults is everything that is wrong with one file.
type Faults struct {
	Form stampdesk.Form // 0: the outline of the report
	List []Fault        // by line
}

// Error is for those who keep the program; who keeps the file reads List.
func (f *Faults) Error() string {
	what := "outline of the report"
	if f.Form != 0 {
		what = fmt.Sprintf("template of form %d", f.Form)
	}
	told := make([]string, len(f.List))
	for i := range f.List {
		told[i] = f.List[i].String()
	}
	return what + ": " + strings.Join(told, "; ")
}

// String is a fault in short: its place, its kind as a number, and what there is.
func (f Fault) String() string {
	s := fmt.Sprintf("line %d, key %s: fault %d: %q", f.Line, f.Key, f.Kind, f.Value)
	switch {
	case f.Meant != "":
		s += fmt.Sprintf(" (is %q meant?)", f.Meant)
	case len(f.Known) > 0:
		s += " (there are: " + strings.Join(f.Known, ", ") + ")"
	case f.Least != 0 || f.Most != 0:
		s += fmt.Sprintf(" (%g to %g)", f.Least, f.Most)
	}
	return s
}

// faults are what a checker found, in the order of the lines, each once: a line
// that stands in each of ten tables is wrong once.
func faults(of stampdesk.Form, found []Fault) error {
	if len(found) == 0 {
		return nil
	}
	slices.SortStableFunc(found, func(a, b Fault) int {
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return strings.Compare(a.Key, b.Key)
	})
	same := func(a, b Fault) bool {
		return a.Kind == b.Kind && a.Line == b.Line && a.Key == b.Key && a.Value == b.Value
	}
	return &Faults{of, slices.CompactFunc(found, same)}
}

var lastKey = regexp.MustCompile(`line (\d+) \(last key "([^"]*)"\)`)

// unread is the fault of a text that the reader of TOML refused.
func unread(of stampdesk.Form, err error) error {
	f := Fault{Kind: FaultSyntax, Value: err.Error()}
	var at toml.ParseError
	if errors.As(err, &at) {
		f.Line, f.Key, f.Value = at.Position.Line, at.LastKey, at.Message
	} else if m := lastKey.FindStringSubmatch(err.Error()); m != nil {
		f.Kind, f.Key = FaultType, m[2]
		if !strings.Contains(f.Key, ".") { // of several tables the reader names the last
			f.Line, _ = strconv.Atoi(m[1]) // of digits only
		}
	}
	return faults(of, []Fault{f})
}

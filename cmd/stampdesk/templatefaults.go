package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"stampdesk/printer/form"
)

// mostFaults are told of one file: who has more of them has the wrong file.
const mostFaults = 12

// templateFault words what is wrong with a file that a board wrote: a line for
// each fault, below whatever stands before it. Another error stays as it is.
func (a *app) templateFault(err error) error {
	f, ok := errors.AsType[*form.Faults](err)
	if !ok {
		return err
	}
	var b strings.Builder
	for i, it := range f.List {
		b.WriteString("\n  ")
		if i == mostFaults {
			fmt.Fprintf(&b, a.t.FaultsMore, len(f.List)-i)
			break
		}
		b.WriteString(a.t.fault(it))
	}
	return errors.New(b.String())
}

// fault is one fault with its place, in words.
func (t *texts) fault(f form.Fault) string {
	at := ""
	switch {
	case f.Line > 0 && f.Key != "":
		at = fmt.Sprintf(t.FaultAtLine, f.Line, f.Key)
	case f.Key != "":
		at = fmt.Sprintf(t.FaultAtKey, f.Key)
	}
	return at + t.whatFault(f) + t.instead(f)
}

func (t *texts) whatFault(f form.Fault) string {
	num := func(n float64) string { return strconv.FormatFloat(n, 'g', 6, 64) }
	switch f.Kind {
	case form.FaultSyntax:
		return t.FaultSyntax
	case form.FaultType:
		return t.FaultType
	case form.FaultOtherFile:
		if f.Value == "" {
			return t.FaultOutlineGiven
		}
		return fmt.Sprintf(t.FaultFormGiven, f.Value)
	case form.FaultUnknownKey:
		return t.FaultUnknownKey
	case form.FaultMissing:
		return t.FaultMissing
	case form.FaultOnlyFigures:
		return t.FaultOnlyFigures
	case form.FaultChoice:
		return fmt.Sprintf(t.FaultChoice, f.Value, strings.Join(f.Known, ", "))
	case form.FaultRange:
		return fmt.Sprintf(t.FaultRange, f.Value, num(f.Least), num(f.Most))
	case form.FaultTooSmall:
		return fmt.Sprintf(t.FaultTooSmall, f.Value, num(f.Least))
	case form.FaultTooWide:
		return fmt.Sprintf(t.FaultTooWide, f.Value, num(f.Most), num(f.Least))
	case form.FaultColumn:
		return fmt.Sprintf(t.FaultColumn, f.Value)
	case form.FaultTwice:
		return fmt.Sprintf(t.FaultTwice, f.Value)
	case form.FaultBothFigures:
		return t.FaultBothFigures
	case form.FaultFigure:
		return fmt.Sprintf(t.FaultFigure, f.Value)
	case form.FaultReasons:
		return fmt.Sprintf(t.FaultReasons, f.Value)
	case form.FaultShareOf:
		return fmt.Sprintf(t.FaultShareOf, f.Value)
	case form.FaultShare:
		return fmt.Sprintf(t.FaultShare, f.Value)
	case form.FaultPlaceholder:
		return fmt.Sprintf(t.FaultPlaceholder, f.Value)
	case form.FaultBrace:
		return t.FaultBrace
	case form.FaultOnlyEach:
		return fmt.Sprintf(t.FaultOnlyEach, f.Value, strings.Join(f.Known, ", "))
	}
	return f.String()
}

// instead says what may stand there: the name that is probably meant, or all
// that there are.
func (t *texts) instead(f form.Fault) string {
	switch f.Kind {
	case form.FaultChoice, form.FaultOnlyEach:
		return "" // said already
	}
	switch {
	case f.Meant != "":
		return fmt.Sprintf(t.FaultMeant, f.Meant)
	case len(f.Known) > 0:
		return fmt.Sprintf(t.FaultKnown, strings.Join(f.Known, ", "))
	}
	return ""
}

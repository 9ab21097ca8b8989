package main

import (
	"errors"
	"fmt"
	"net"
	"strings"

	"stampdesk/printer"
)

// whyNotPrinted says in a sentence what keeps a printer from printing, as far
// as it is known by name; c is what the printer says of itself.
func (t *texts) whyNotPrinted(err error, c printer.Condition) string {
	dial, _ := errors.AsType[*net.OpError](err)
	_, words := t.complaints(c)
	switch {
	case err == nil, errors.Is(err, printer.ErrFaulty):
		if c.Health == printer.Faulty && len(words) > 0 {
			return strings.Join(words, ", ")
		}
		return t.PrinterDown
	case errors.Is(err, printer.ErrStalled):
		return t.PrinterStalled
	case errors.Is(err, printer.ErrUnconfirmed):
		return t.PrinterUnconfirmed
	case dial != nil && dial.Op == "dial":
		return t.PrinterUnreached
	}
	sentence, _ := t.trouble(err)
	return sentence
}

// troubleOf says why nothing is printed, and how much waits for it.
func (t *texts) troubleOf(s printer.SpoolState) string {
	waiting := s.Waiting
	if s.Job != nil {
		waiting++
	}
	why := strings.TrimRight(t.whyNotPrinted(s.Err, s.Condition), ".")
	if waiting == 0 {
		return why
	}
	return fmt.Sprintf(t.PrinterTrouble, why, waiting)
}

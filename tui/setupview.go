package tui

import (
	"slices"
	"strconv"
	"strings"
)

// says is what is known of a step, in a few words.
func (p *setupPage) says(s *shell, step int) string {
	state, r := p.state(s, step), s.board.setup.Round
	link := func(d Device, open bool, kind, key string) string {
		if state == stepDone {
			return s.words.SaysUp
		}
		if s.behindhand && !open && s.chosenDevice(kind, key) {
			return s.words.ChosenReopen
		}
		if d.About != "" && d.Link != Absent {
			return d.About
		}
		return s.words.SaysNotUp
	}
	some := func(n int, say, none string) string {
		if n == 0 {
			return none
		}
		return fill(say, s.count(n))
	}
	switch {
	case state == stepPassed:
		return s.words.SaysPassed[step]
	case step == stepSupervisor:
		return some(p.prep.Supervisors, s.words.SaysPeople, s.words.SaysNobody)
	case step == stepHeader && state == stepDone:
		return s.join(s.board.setup.Board.Name, s.board.setup.Board.Place)
	case step == stepHeader:
		return s.words.SaysNoHeader
	case step == stepRound && state == stepDone:
		return fill(s.words.SaysRound, s.ordinal(r.Ordinal), r.From.String(), r.To.String())
	case step == stepRound:
		return fill(s.words.SaysRoundNew, s.ordinal(r.Ordinal), r.To.String())
	case step == stepScanner:
		return link(s.devices.Scanner, s.devices.Scanner.Link != Absent, "scanner", "port")
	case step == stepPrinter:
		return link(s.devices.Printer, s.prints(), "printer", "to")
	case step == stepRoster:
		return some(p.prep.Members, s.words.SaysRoster, s.words.SaysNoRoster)
	case step == stepOperators:
		return some(p.prep.Operators, s.words.SaysPeople, s.words.SaysNobody)
	}
	return some(p.prep.Batches, s.words.SaysBatches, s.words.SaysNoBatch)
}

// chosenDevice reports that a scanner or a printer is set, in force or not.
func (s *shell) chosenDevice(kind, key string) bool {
	return slices.ContainsFunc(s.tables(kind), func(name string) bool {
		v := s.set(inTable(kind, name, key))
		return v != "" && v != "none"
	})
}

func (p *setupPage) view(s *shell, w, h int) []string {
	title := " " + s.style.Head.Render(s.words.MenuSetup)
	if !p.loaded {
		return s.block([]string{title, "", "", "  " + s.style.Tone[quiet].Render(s.words.ReadingStore)}, w, h)
	}
	left := s.openSteps(&p.prep)
	if left > 0 {
		title += "  " + fill(s.words.SetupOpen, s.count(left))
	}
	out := []string{title, ""}
	gap := h >= 30
	for i := range setupSteps {
		if out = append(out, p.line(s, i, w)); gap {
			out = append(out, "")
		}
	}
	below := []string{s.style.Tone[quiet].Render(" " + strings.Repeat(s.sign.Rule, w-2))}
	for _, l := range s.wrap(p.why(s, left), w-4, 4) {
		below = append(below, "  "+l)
	}
	return s.foot(out, append(append(below, ""), s.noteLines(w)...), w, h)
}

// line is one step: its mark, its number, and what is known of it.
func (p *setupPage) line(s *shell, step, w int) string {
	mark, t := s.sign.Absent, warn
	switch p.state(s, step) {
	case stepDone:
		mark, t = s.sign.Stamp, good
	case stepPassed:
		mark, t = s.sign.Dash, quiet
	}
	text := strconv.Itoa(step+1) + "  " + s.fit(s.words.SetupSteps[step], 22) + s.fit(s.middle(p.says(s, step), w-36), w-35)
	point := " "
	if step == p.at {
		point, text = s.sign.Pointer, s.style.Chosen.Render(text)
	} else if p.state(s, step) == stepOpen {
		text = s.style.Head.Render(text)
	}
	return "  " + point + " " + s.style.Tone[t].Render(mark) + " " + text
}

// why says what the chosen step is for, and what the round of the calendar
// comes to.
func (p *setupPage) why(s *shell, left int) string {
	text := s.words.SetupWhy[p.at]
	switch over := s.roundOver(); {
	case left == 0 && p.at == setupSteps-1:
		text = s.words.SetupDone
	case p.at == stepRound && over != "":
		text += " " + over
	}
	return text
}

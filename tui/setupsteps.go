package tui

// The pages of the set-up's steps that are not here yet: nil says that the step
// is done by a command.

// scannerStep chooses the scanner, and reads a test code.
func scannerStep() page { return nil }

// printerStep chooses the printer, and prints a test page.
func printerStep() page { return nil }

// peopleStep names the people who work at the desk.
func peopleStep() page { return nil }

// turnToStep opens the page of a step, or names the command that does it.
func (s *shell) turnToStep(p page, command string) {
	if p == nil {
		s.say(calm, fill(s.words.StepCommand, command))
		return
	}
	s.turnTo(p)
}

package tui

// turnToDevice opens the page of a device, or names the command where nothing
// can be set at this desk.
func (s *shell) turnToDevice(p page, command string) {
	if s.opt.Settings.List == nil {
		s.say(calm, fill(s.words.StepCommand, command))
		return
	}
	s.turnTo(p)
}

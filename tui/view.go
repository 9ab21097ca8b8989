package tui

import (
	"strconv"
	"strings"

	"stampdesk"
)

// View is the screen, in signs that the terminal has.
func (m *model) View() string { return m.s.term.legible(m.drawn()) }

// drawn is the screen in front, between a header and the keys.
func (m *model) drawn() string {
	s := m.s
	if s.width <= 0 || s.height <= 0 {
		return ""
	}
	if s.small() {
		return s.tooSmall()
	}
	w, h := s.width, s.height
	top := m.screen()
	lines := []string{s.header(w)}
	if s.unrecorded && top != screen(m.desk) {
		lines = append(lines, s.style.Strip[bad].Render(s.fit(" "+s.words.NotRecordedBig+" "+s.sign.Dash+" "+s.words.NotRecorded, w)))
	}
	if top != screen(m.desk) {
		if s.garble {
			lines = append(lines, s.style.Strip[bad].Render(s.fit(" "+s.words.TurnOffIME, w)))
		}
		if len(s.kept)+len(s.waiting) > 0 {
			lines = append(lines, s.style.Strip[warn].Render(s.fit(" "+s.keptLine(), w)))
		}
	}
	if s.over != nil && s.lock == nil && s.note.text != "" { // what is asked on top has no place for it
		lines = append(lines, s.style.Strip[s.note.tone].Render(s.fit(" "+s.note.text, w)))
	}
	lines = append(lines, top.view(s, w, h-len(lines)-1)...)
	return strings.Join(append(lines, s.footer(top.hints(s), w)), "\n")
}

// tooSmall asks for a larger window.
func (s *shell) tooSmall() string {
	size := strconv.Itoa(s.width) + "x" + strconv.Itoa(s.height)
	return strings.Join(s.block(s.wrap(fill(s.words.TooSmall, size), s.width, s.height), s.width, s.height), "\n")
}

// keptLine says what will happen with codes that came at a bad time.
func (s *shell) keptLine() string {
	if s.lock != nil { // nothing of a card is shown
		return fill(s.words.KeptLocked, s.count(len(s.kept)+len(s.waiting)))
	}
	if len(s.kept) == 0 {
		return s.waits()
	}
	name := dotted(s.kept[0].Raw)
	if n := len(s.kept) - 1; n > 0 {
		name += " (+" + s.count(n) + ")"
	}
	switch {
	case s.person == nil:
		return fill(s.words.KeptSignIn, name)
	case s.front == atBatches:
		return fill(s.words.KeptBatch, name)
	}
	return fill(s.words.Kept, name)
}

// header is the desk, the round and the person.
func (s *shell) header(w int) string {
	r := s.board.setup.Round
	desk, ordinal, box := " "+fill(s.words.Desk, string(s.opt.Desk)), "", ""
	if r.Ordinal > 0 {
		ordinal, box = s.ordinal(r.Ordinal), s.boxes(stampdesk.BoxesOf(max(r.Box, 1)))
	}
	banner := ""
	if s.opt.Banner != "" {
		banner = "  " + s.style.Strip[warn].Render(" "+s.opt.Banner+" ")
	}
	who, role := s.words.NobodyIn, ""
	if s.person != nil {
		who = s.who()
		if s.person.Role == stampdesk.Supervisor {
			role = " (" + s.rules.Roles[stampdesk.Supervisor] + ")"
		}
	}
	shift := s.board.shift.name
	if shift != "" {
		shift = "   " + shift
	}
	var left, right string
	for _, drop := range [...]*string{nil, &box, &ordinal, &role, &shift, &who} { // what can be spared, before the banner is cut
		if drop == &who && s.person != nil {
			who = string(s.person.ID)
		} else if drop != nil {
			*drop = ""
		}
		left, right = s.join(desk, ordinal, box)+banner, "  "+who+role+shift+"   "+s.clock(s.now)+" "
		if width(left)+width(right) <= w {
			break
		}
	}
	return s.style.Head.Render(s.ends(left, right, w))
}

// batchLine is the batch in hand and how far it has come.
func (s *shell) batchLine(w int) string {
	if s.batch == nil {
		return s.fit(" "+s.words.NoBatch, w)
	}
	name := " " + s.join(fill(s.words.Batch, s.batchName(s.batch.ID)), s.unit(s.batch.Unit))
	seen, all := s.counters.Seen, s.counters.Expected
	figures := "  " + s.count(seen)
	if all > 0 {
		figures = "  " + s.count(seen) + "/" + s.count(all) + "  " + right(s.share(min(seen, all), all), 7) + " "
	}
	bar := max(w-max(width(name), w*4/10)-width(figures)-2, 8) // the name has the room
	if all <= 0 {
		return s.ends(s.middle(name, w-width(figures)), figures, w)
	}
	end := "  " + s.bar(seen, all, bar) + figures
	return s.ends(s.middle(name, w-width(end)), end, w)
}

// bar draws how much of a whole is done.
func (s *shell) bar(done, all, w int) string {
	n := min(done, all) * w / max(all, 1)
	if n >= w {
		return strings.Repeat(s.sign.BarDone, w)
	}
	return strings.Repeat(s.sign.BarDone, n) + s.sign.BarHead + s.style.Tone[quiet].Render(strings.Repeat(s.sign.BarRest, w-n-1))
}

// linkSign is how a device is, as a sign and a tone.
func (s *shell) linkSign(l Link) (string, tone) {
	switch l {
	case Up:
		return s.sign.Up, good
	case Busy:
		return s.sign.Busy, warn
	case Down:
		return s.sign.Down, bad
	}
	return s.sign.Absent, quiet
}

// footer is the devices, as many keys as fit, and the two that are always there:
// the palette and the help.
func (s *shell) footer(hints []hint, w int) string {
	left, gap, journal := " ", "  ", s.words.Journal
	if w < 100 { // more keys
		gap, journal = " ", s.words.JournalShort
	}
	for _, d := range []struct {
		Device
		name string
	}{{s.devices.Scanner, s.words.Scanner}, {s.devices.Printer, s.words.Printer}, {s.devices.Journal, journal}} {
		sign, t := s.linkSign(d.Link)
		left += s.style.Tone[t].Render(sign) + " " + d.name + gap
	}
	left += gap[1:] + " "
	always, asks := s.pinned(hints, w)
	room := w - width(left) - width(always) - 1
	shown := ""
	for _, h := range hints {
		text := s.style.Key.Render(h.key) + " " + h.does + "  "
		if h == asks {
			continue
		}
		if width(shown)+width(text) > room {
			break
		}
		shown += text
	}
	return s.ends(left, shown+always+" ", w)
}

// pinned are the keys that every footer ends with. Letters that are text leave
// F1 for the help; the palette does not come before there is somebody, nor on a
// dialog.
func (s *shell) pinned(hints []hint, w int) (text string, asks hint) {
	asks = hint{"F1", s.words.KeyHelp}
	for _, h := range hints {
		if h.does == s.words.KeyHelp {
			asks = h
		}
	}
	wide := w >= 100
	text = s.style.Key.Render(asks.key)
	if wide {
		text += " " + asks.does
	}
	if s.person == nil || s.lock != nil || s.over != nil {
		return text, asks
	}
	palette := s.style.Key.Render(keys.Palette.Help().Key)
	if wide {
		palette += " " + s.words.KeyPalette
	}
	return palette + "  " + text, asks
}

package tui

import (
	"slices"

	"stampdesk"
)

// dialog draws something asked on top: a box in the middle, the screen below
// is hidden so that there are never two questions to read.
func (s *shell) dialog(t tone, title string, lines []string, w, h int) []string {
	inner := min(w-8, 90)
	var text []string
	for _, l := range lines {
		if l == "" {
			text = append(text, "")
			continue
		}
		text = append(text, s.wrap(l, inner-6, 6)...)
	}
	rows := min(len(text)+4, h)
	box := s.box(frameHold, t, " "+title+" ", append([]string{""}, text...), inner, rows)
	out := make([]string, max((h-rows)/3, 0))
	for _, l := range box {
		out = append(out, s.fit("", (w-inner)/2)+l)
	}
	return s.block(out, w, h)
}

// confirmation is a question with one yes: it names the thing.
type confirmation struct {
	tone    tone
	text    string
	yes     string
	request stampdesk.Request
}

func (c *confirmation) key(s *shell, in input) {
	switch {
	case in.is(keys.Enter) && in.text == "":
		s.shut()
		s.ask(c, c.request)
	case in.is(keys.Esc):
		s.shut()
	}
}

func (c *confirmation) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (c *confirmation) view(s *shell, w, h int) []string {
	return s.dialog(c.tone, s.words.Sure, []string{
		s.style.Head.Render(c.text), "", "Enter " + s.sign.Dash + " " + c.yes, "Esc " + s.sign.Dash + " " + s.words.NoBack,
	}, w, h)
}

func (c *confirmation) hints(s *shell) []hint {
	return []hint{{"Enter", c.yes}, {"Esc", s.words.KeyCancel}}
}

func (c *confirmation) help(w *words) string { return w.HelpQuestion }

// choice is a question with a few answers; the first is the default.
type choice struct {
	at int
}

// unchosen is a choice in which nothing is proposed: who answers has to choose.
var unchosen = choice{at: -1}

// key moves the choice; it reports that one was taken.
func (c *choice) key(s *shell, in input, n int) bool {
	switch {
	case in.is(keys.Up):
		c.at = (max(c.at, 0) + n - 1) % n
	case in.is(keys.Down), in.name == "tab":
		c.at = (c.at + 1) % n
	case in.kind == inputRune && in.text >= "1" && int(in.text[0]-'0') <= n:
		c.at = int(in.text[0] - '1')
	case in.is(keys.Esc):
		s.shut()
	case in.is(keys.Enter) && in.text == "":
		return true
	}
	return false
}

func (c *choice) numbered() {}

func (c *choice) lines(s *shell, answers ...string) []string {
	var out []string
	for i, a := range answers {
		text := string(rune('1'+i)) + "  " + a
		if i == c.at {
			out = append(out, s.sign.Pointer+" "+s.style.Chosen.Render(text))
		} else {
			out = append(out, "  "+text)
		}
	}
	return out
}

func (c *choice) hints(s *shell) []hint {
	return []hint{{"Enter", s.words.KeyTake}, {s.sign.MoreAbove + s.sign.MoreBelow, s.words.KeyChoose}, {"Esc", s.words.KeyCancel}}
}

// quitQuestion asks before the desk is left.
type quitQuestion struct{ under screen }

func (q *quitQuestion) key(s *shell, in input) {
	switch {
	case in.is(keys.Enter) && in.text == "":
		s.quit()
	case in.is(keys.Esc):
		s.over = q.under
	}
}

func (q *quitQuestion) below() screen { return q.under }

func (q *quitQuestion) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (q *quitQuestion) view(s *shell, w, h int) []string {
	keeps := s.words.QuitKeeps
	if slices.ContainsFunc(s.devices.Printers, func(n PrinterNotice) bool { return n.Job != nil }) {
		keeps += " " + s.words.QuitPrints
	}
	if len(s.kept)+len(s.waiting) > 0 {
		keeps = s.waits() + ". " + s.words.QuitWaits + " " + keeps
	}
	return s.dialog(warn, s.words.Sure, []string{
		s.style.Head.Render(s.words.AskQuit), "", keeps, "",
		"Enter " + s.sign.Dash + " " + s.words.YesQuit, "Esc " + s.sign.Dash + " " + s.words.NoBack,
	}, w, h)
}

func (q *quitQuestion) hints(s *shell) []hint {
	return []hint{{"Enter", s.words.KeyQuit}, {"Esc", s.words.KeyCancel}}
}

func (q *quitQuestion) help(w *words) string { return w.HelpQuestion }

// undoQuestion asks what became of the ink.
type undoQuestion struct {
	choice
	entry stampdesk.Entry
	name  string // whose card it is, where the screen knows
}

func newUndo(e *stampdesk.Entry, name string) *undoQuestion {
	return &undoQuestion{entry: *e, name: name}
}

func (u *undoQuestion) inked() bool { return u.entry.Act == stampdesk.ActStamped }

func (u *undoQuestion) key(s *shell, in input) {
	n := 1
	if u.inked() {
		n = 2
	}
	if u.choice.key(s, in, n) {
		s.shut()
		s.ask(u, stampdesk.Void{Card: u.entry.Card, Entry: u.entry.Key, Inked: u.at == 1})
	}
}

// answer asks a supervisor where the act is not the person's own recent one.
func (u *undoQuestion) answer(s *shell, _ stampdesk.Request, o *stampdesk.Outcome) {
	if o.Result != stampdesk.Declined || o.Refusal != stampdesk.NeedSupervisor {
		return
	}
	s.hush()
	s.open(u) // Esc goes back to the ink
	e, inked := u.entry, u.at == 1
	what := s.join(e.Card.String(), u.name, s.deed(&e), s.when(e.At))
	if inked {
		what = s.join(what, s.words.InkedShort)
	}
	s.open(newApproval(s, approvalOf{
		title: s.words.Undo, what: what, reasons: undoReasons, needReason: true,
		ask: func(by stampdesk.Approval, r stampdesk.Reason, note string) stampdesk.Request {
			return stampdesk.Void{Card: e.Card, Entry: e.Key, Inked: inked, Reason: r, Note: note, By: by}
		},
		done: func(s *shell, _ *stampdesk.Outcome) { s.shut() },
	}))
}

func (u *undoQuestion) view(s *shell, w, h int) []string {
	e := &u.entry
	what := s.join(s.deed(e), s.boxes(e.Boxes))
	room := min(w-8, 90) - 6
	big := s.letters(e.Card.String(), room, 5)
	if big == nil {
		big = []string{spaced(e.Card.String(), room)}
	}
	var lines []string
	for _, l := range big {
		lines = append(lines, s.style.Tone[warn].Render(l))
	}
	if u.name != "" {
		lines = append(lines, s.style.Head.Render(u.name))
	}
	lines = append(lines, "", s.style.Head.Render(fill(s.words.AskUndo, e.Card.String(), what, s.count(int(e.Key.Seq)), s.when(e.At))), "")
	if u.inked() {
		lines = append(lines, s.words.AskInk, "")
		lines = append(lines, u.lines(s, s.words.InkNo, s.words.InkYes)...)
	} else {
		lines = append(lines, u.lines(s, s.words.YesUndo)...)
	}
	return s.dialog(warn, s.words.Undo, lines, w, h)
}

func (u *undoQuestion) help(w *words) string { return w.HelpUndo }

package tui

import (
	"context"
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"stampdesk"
)

// shiftForm begins a shift, or ends the one that is on.
type shiftForm struct {
	ending bool
	first  field // the name of a shift that begins, the count of one that ends
	second field // the count, or a note
	on     int
	from   int // first held card on the screen
	wrong  string
}

func newShift(s *shell) *shiftForm {
	f := &shiftForm{ending: s.board.shift.on, first: field{most: 6}, second: field{most: 120}}
	if !f.ending {
		f.first, f.second = field{most: 40, keep: true}, field{most: 6}
		f.first.text = s.words.Shifts[shiftAt(s.now.Hour())]
	}
	s.tray = tray{}
	s.wantTray = true
	return f
}

// shiftAt is the usual shift at an hour: morning, afternoon, evening.
func shiftAt(hour int) int {
	switch {
	case hour < 12:
		return 0
	case hour < 17:
		return 1
	}
	return 2
}

// tray is the tray of held cards, as the journal has it.
type tray struct {
	read  bool
	cards []stampdesk.HeldCard
}

// lookTray reads the tray in a command.
func lookTray(ctx context.Context, o Options) tea.Cmd {
	return func() tea.Msg {
		t := tray{read: true}
		if o.Look == nil {
			return trayMsg{tray: t}
		}
		err := o.Look(ctx, func(s stampdesk.Snapshot) (err error) {
			t.cards, err = stampdesk.HeldCards(s)
			return err
		})
		return trayMsg{t, err}
	}
}

func (f *shiftForm) key(s *shell, in input) {
	f.wrong = ""
	naming := !f.ending && f.on == 0
	switch {
	case in.is(keys.Esc):
		s.leave(f)
	case naming && (in.is(keys.Up) || in.is(keys.Down)):
		f.cycle(s, in.is(keys.Up))
	case f.ending && in.is(keys.PageDown):
		f.from = min(f.from+5, max(len(s.tray.cards)-1, 0))
	case f.ending && in.is(keys.PageUp):
		f.from = max(f.from-5, 0)
	case in.is(keys.Prev), in.is(keys.Next): // it never submits
		f.on = 1 - f.on
	case in.is(keys.Enter):
		f.next(s)
	default:
		[...]*field{&f.first, &f.second}[f.on].key(in)
	}
}

// cycle goes through the usual names.
func (f *shiftForm) cycle(s *shell, back bool) {
	n, at := len(s.words.Shifts), -1
	for i, name := range s.words.Shifts {
		if name == f.first.text {
			at = i
		}
	}
	switch {
	case back:
		at = (at + 2*n - 1) % n
	default:
		at = (at + 1) % n
	}
	f.first.text, f.first.keep = s.words.Shifts[at], true
}

// count is the field of the cards that were counted.
func (f *shiftForm) count() *field {
	if f.ending {
		return &f.first
	}
	return &f.second
}

// counted is the count of the cards in the tray; below 0 where it is left out.
func (f *shiftForm) counted() (int, bool) {
	t := f.count().value()
	if t == "" {
		return -1, true
	}
	n, err := strconv.Atoi(t)
	return n, err == nil && n >= 0
}

func (f *shiftForm) next(s *shell) {
	n, ok := f.counted()
	switch {
	case f.on == 0 && (!f.ending || ok):
		f.on = 1
	case !ok:
		f.wrong = s.words.WantCount
	case f.ending:
		s.ask(f, stampdesk.EndShift{Count: n, Note: f.second.value()})
	default:
		s.ask(f, stampdesk.BeginShift{Name: f.first.value(), Count: n})
	}
}

func (f *shiftForm) answer(s *shell, _ stampdesk.Request, o *stampdesk.Outcome) {
	if o.Result != stampdesk.Done {
		f.wrong = s.refusal(o)
		s.hush()
		return
	}
	s.shut()
	if !f.ending {
		s.say(good, fill(s.words.ShiftBegun, f.first.value()))
		return
	}
	s.say(good, s.words.ShiftEnded)
	if s.prints() && o.Entry != nil {
		sheet := stampdesk.Print{Document: stampdesk.ShiftSheet, Shift: o.Entry.Shift}
		s.open(&paperMenu{
			title:  word(func(w *words) string { return w.AskShiftSheet }),
			papers: []paper{{word(func(w *words) string { return w.ShiftSheetNow }), []stampdesk.Print{sheet}}},
		})
	}
}

func (f *shiftForm) view(s *shell, w, h int) []string {
	label := func(t string) string { return "  " + s.fit(t, 34) }
	title := s.words.BeginShift
	lines := []string{""}
	if f.ending {
		title = s.join(s.words.EndShift, s.board.shift.name)
		lines = append(lines, label(s.words.TrayCount)+f.first.view(s, 10, f.on == 0), label(s.words.ShiftNote)+f.second.view(s, w-44, f.on == 1))
	} else {
		lines = append(lines, label(s.words.ShiftName)+f.first.view(s, 30, f.on == 0), label(s.words.TrayCount)+f.second.view(s, 10, f.on == 1))
	}
	lines = append(lines, label(s.words.TrayJournal)+f.journal(s), "")
	switch n, ok := f.counted(); {
	case f.wrong != "":
		for _, l := range s.wrap(s.sign.Refuse+" "+f.wrong, w-10, 2) {
			lines = append(lines, "  "+s.style.Tone[bad].Render(l))
		}
	case s.tray.read && ok && n >= 0 && n != len(s.tray.cards):
		lines = append(lines, "  "+s.style.Tone[warn].Render(s.sign.Hold+" "+fill(s.words.TrayDiffers, s.count(n), s.count(len(s.tray.cards)))))
	default:
		lines = append(lines, "")
	}
	if f.ending {
		lines = append(append(lines, ""), f.held(s, w-8, h-len(lines)-3)...)
	}
	return s.block(s.box(frameThin, work, " "+title+" ", lines, w-2, min(h, max(len(lines)+2, 10))), w, h)
}

func (f *shiftForm) journal(s *shell) string {
	if !s.tray.read {
		return s.sign.Dash
	}
	return s.count(len(s.tray.cards))
}

// held are the cards of the tray, as many as fit.
func (f *shiftForm) held(s *shell, w, h int) []string {
	all := s.tray.cards
	if len(all) == 0 {
		return nil
	}
	out := []string{"  " + s.style.Head.Render(s.words.TrayCards)}
	room := max(h-2, 1)
	from := min(f.from, max(len(all)-room, 0))
	for _, c := range all[from:min(from+room, len(all))] {
		why := c.Note
		if why == "" {
			why = c.Standing.Reason.Label(s.lang)
		}
		out = append(out, s.fit("  "+c.Card.String()+"  "+s.fit(why, 36)+"  "+s.when(c.Standing.At), w))
	}
	if rest := len(all) - from - room; rest > 0 || from > 0 {
		out = append(out, "  "+s.style.Tone[quiet].Render(s.sign.MoreAbove+s.count(from)+" "+s.sign.MoreBelow+s.count(max(rest, 0))))
	}
	return out
}

func (f *shiftForm) hints(s *shell) []hint {
	out := []hint{{"Enter", s.words.KeyNext}}
	if !f.ending && f.on == 0 {
		out = append(out, hint{s.sign.MoreAbove + s.sign.MoreBelow, s.words.KeyChoose})
	}
	return append(out, hint{"Tab", s.words.KeyField}, hint{"Esc", s.words.KeyCancel}, hint{"F1", s.words.KeyHelp})
}

func (f *shiftForm) help(w *words) string { return w.HelpShift }

func (f *shiftForm) takesText() bool { return true }

func (f *shiftForm) judgesNothing() {}

// shiftOn is the shift of the desk that is on.
type shiftOn struct {
	on, any bool // any: there was one
	name    string
}

// readShift finds the shift of a desk.
func readShift(s stampdesk.Snapshot, desk stampdesk.DeskID) (shiftOn, error) {
	st, err := s.Station(desk)
	if err != nil || st.Shift == 0 {
		return shiftOn{any: st.Shifts > 0}, err
	}
	e, err := s.Entry(st.Began)
	if err != nil {
		return shiftOn{}, err
	}
	return shiftOn{true, true, e.Fact(stampdesk.FactName)}, nil
}

package tui

import (
	"context"
	"slices"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"stampdesk"
)

// page is a screen beside the desk: the menu, and what it leads to. Pages lie
// on one another, and Esc goes one back. No card is judged under them.
type page interface {
	screen
	// read reads what the page shows. It is called in a command and must not
	// touch the page; what it gives back does, in Update.
	read(from sight) (put func(*shell), err error)
}

// sight is what a page may look at while it reads.
type sight struct {
	stampdesk.Snapshot
	round uint8             // in force
	batch stampdesk.BatchID // in hand, or put down for the pages
	desk  stampdesk.DeskID
	days  *stampdesk.PerDay // read so far
}

// shelf is what the shell keeps for pages.
type shelf struct {
	pages  []page
	behind place // where they were opened from

	errands []errand
	out     bool // one is under way

	finder    finder
	hits      hits
	searched  string // what was looked for last
	counts    counts
	countedAt time.Time        // zero: never
	days      stampdesk.PerDay // cards of each day; only errands touch it

	task, next *task                           // with a file: under way, and to begin after it
	files      map[stampdesk.BatchID]*filePage // where files were chosen the last time, "" for rosters
	forms      map[formWritingOf]*formWriting  // as they were left
	wroteTo    string                          // the directory of the last form; "": none was written
}

// errand is what takes its time: reading the store, searching. Errands run one
// after another, each in a command, and bring back what Update carries out.
type errand struct {
	name string // one of the same name that has not begun gives way
	run  func(context.Context) (func(*shell), error)
}

type errandMsg struct {
	put func(*shell)
	err error
}

// fetch sends for something.
func (s *shell) fetch(e errand) {
	for i := range s.errands {
		if s.errands[i].name == e.name {
			s.errands[i] = e
			return
		}
	}
	s.errands = append(s.errands, e)
}

func (e errand) carryOut(ctx context.Context) errandMsg {
	put, err := e.run(ctx)
	return errandMsg{put, err}
}

// sendErrands sets off the next errand.
func (m *model) sendErrands() {
	s := m.s
	if len(s.errands) == 0 || s.out {
		return
	}
	e := s.errands[0]
	s.errands, s.out = s.errands[1:], true
	if m.testOnlyErrands != nil {
		m.testOnlyErrands(e)
		return
	}
	ctx := m.ctx
	s.run(func() tea.Msg { return e.carryOut(ctx) })
}

func (m *model) returned(msg errandMsg) {
	m.s.out = false
	switch {
	case msg.err != nil:
		m.s.say(bad, fill(m.s.words.NotRead, msg.err.Error()))
	case msg.put != nil:
		msg.put(m.s)
	}
}

// page is the one on top, or nil.
func (s *shell) page() page {
	if n := len(s.pages); n > 0 && s.front == atPages {
		return s.pages[n-1]
	}
	return nil
}

// turnTo puts a page on top.
func (s *shell) turnTo(p page) {
	if s.front != atPages {
		s.pages, s.behind, s.front = nil, s.front, atPages
	}
	s.pages = append(s.pages, p)
	s.hush()
	s.reread()
}

// turnBack takes the page on top away; under the last lies what was there
// before.
func (s *shell) turnBack() {
	s.pages = s.pages[:max(len(s.pages)-1, 0)]
	s.hush()
	if len(s.pages) == 0 {
		s.front, s.stale = s.behind, true
		return
	}
	s.reread()
}

// reread reads the page on top anew.
func (s *shell) reread() {
	p := s.page()
	if p == nil || s.opt.Look == nil {
		return
	}
	see := s.sights()
	s.fetch(errand{"page", func(ctx context.Context) (put func(*shell), err error) {
		err = see(ctx, func(from sight) (err error) {
			put, err = p.read(from)
			return err
		})
		return put, err
	}})
}

// sights gives what shows an errand the store at one instant.
func (s *shell) sights() func(context.Context, func(sight) error) error {
	look, batch, desk, days, zone := s.opt.Look, s.home(), s.opt.Desk, &s.days, s.now.Location()
	return func(ctx context.Context, show func(sight) error) error {
		return look(ctx, func(snap stampdesk.Snapshot) error {
			setup, err := snap.Setup()
			if err != nil {
				return err
			}
			round := uint8(setup.Round.Ordinal)
			if days.Round != round {
				*days = stampdesk.PerDay{Round: round, Zone: zone}
			}
			return show(sight{snap, round, batch, desk, days})
		})
	}
}

// hand gives a card to the desk, as if it had been scanned there.
func (s *shell) hand(card stampdesk.CardNumber) {
	switch {
	case card == 0:
		s.say(warn, s.words.NoNumber)
	case s.home() == "":
		s.say(warn, s.rules.Refusals[stampdesk.NoBatch])
	default:
		s.keep(card.Digits(), stampdesk.FromKeyboard)
		s.front, s.pages = atDesk, nil
		s.hush()
	}
}

// taker is something on top that takes a card that is scanned for itself.
type taker interface {
	take(s *shell, code string) bool
}

// taken offers a code to what is on top, and to a screen that tries scanners
// whatever is asked on it.
func (m *model) taken(code string) bool {
	if t := m.tester(); t != nil && t.take(m.s, code) {
		m.behind(code)
		return true
	}
	t, ok := m.screen().(taker)
	return ok && t.take(m.s, code)
}

// answered takes an entry that was made on a page to all who want to know.
func (m *model) answered(asked stampdesk.Request, asker screen, o *stampdesk.Outcome) {
	s := m.s
	s.stale = true
	before := s.note
	if asker != nil && s.asked == nil {
		asker.answer(s, asked, o)
	}
	s.onRecord(asker, o, before)
}

// onRecord says on a page that something is on record now, unless whoever asked
// for it had something to say since before.
func (s *shell) onRecord(asker screen, o *stampdesk.Outcome, before message) {
	said := s.note != before && s.note.text != ""
	if e := o.Entry; e != nil && s.front == atPages && asker != nil && !said {
		text := s.join(fill(s.words.RecordNo, s.count(int(e.Key.Seq))), s.deed(e))
		if e.Card != 0 {
			text = s.join(text, e.Card.String())
		}
		s.say(good, text)
	}
}

// elsewhere notes an entry that was not made at the desk. What the frame says
// of the card may not be so any more.
func (d *desk) elsewhere(s *shell, o *stampdesk.Outcome) {
	d.recent.add(s, o)
	if d.shown != nil && d.shown.Card == o.Card {
		d.shown = nil
	}
	if d.before != nil && d.before.Card == o.Card {
		d.before = nil
	}
	d.asides = slices.DeleteFunc(d.asides, func(a stampdesk.Outcome) bool { return a.Card == o.Card })
}

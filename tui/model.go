package tui

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"stampdesk"
)

// model is the only model of the library's kind. It routes.
type model struct {
	ctx    context.Context
	s      *shell
	wedge  wedge
	inputs uint64 // how many came, so that a late settling is known as such

	signin  *signIn
	batches *batchList
	desk    *desk
	closing *closing

	testOnlyEffects func([]tea.Cmd)
	testOnlyErrands func(errand)         // carries out what would run as a command
	testOnlyTasks   func(func() tea.Msg) // the same for work with a file
}

func newModel(ctx context.Context, o Options, t terminal) *model {
	m := &model{
		ctx: ctx, s: newShell(o.zero(), t),
		signin: newSignIn(), batches: &batchList{}, desk: newDesk(), closing: &closing{},
	}
	m.s.taker = m.batches
	return m
}

// Init begins both pulls and the clock.
func (m *model) Init() tea.Cmd {
	all := []tea.Cmd{m.pull, minute(m.s.now)}
	if m.s.opt.Idle > 0 {
		all = append(all, idleTick(m.s.opt.Idle))
	}
	if m.s.opt.Notices != nil {
		all = append(all, m.listen)
	}
	return tea.Batch(all...)
}

// Update routes one message; it does nothing else and never waits.
func (m *model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	s := m.s
	s.now = s.opt.Now()
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		s.width, s.height = msg.Width, msg.Height
	case tea.KeyMsg:
		m.inputs++
		s.touched = s.now
		out, pending := m.wedge.feed(classify(msg), s.now)
		m.inputsIn(out)
		if after := m.inputs; pending {
			s.run(tea.Tick(settle, settled(after)))
		}
	case settleMsg:
		if msg.after == m.inputs {
			m.inputsIn(m.wedge.settled())
		}
	case outcomeMsg:
		if msg.Raw != "" {
			s.touched = s.now
		}
		m.outcome(&msg.Outcome)
		s.run(m.pull)
	case noticeMsg:
		m.desk.noticed(s, msg.Notice)
		m.devices(msg.Notice)
		s.run(m.listen)
	case boardMsg:
		m.looked(msg)
	case sentMsg:
		s.sending = false
	case errandMsg:
		m.returned(msg)
	case taskMsg:
		m.worked(msg)
	case heardMsg:
		m.heard(msg)
	case doneMsg:
		if msg.err != nil {
			s.say(bad, msg.err.Error())
		}
	case clockMsg:
		s.run(minute(s.now))
	case idleMsg:
		m.idle()
	case trayMsg:
		s.counting = false
		if s.tray = msg.tray; msg.err != nil {
			s.say(bad, fill(s.words.NotRead, msg.err.Error()))
		}
	}
	m.follow()
	return m, m.effects()
}

// follow does what any change may make possible.
func (m *model) follow() {
	s := m.s
	m.carry()
	if j := s.unasked(); j != nil && s.over == nil && s.lock == nil && m.desk.yields(s) && s.person != nil {
		s.asking[attemptOf(j)] = true
		s.open(&jobQuestion{choice: unchosen, job: *j, since: s.now})
	}
	s.answeredThere()
	s.watchPaper()
	if d := m.desk; d.near != nil && s.over == nil && s.lock == nil && s.front == atDesk && d.ready() && s.person != nil {
		s.open(newNear(s, d.near))
		d.near = nil
	}
	s.hold(m.desk)
	s.release()
	if s.reopening {
		s.reopenNow(m.desk)
	}
	if s.redress {
		s.redress = false
		m.desk.recent.forget()
	}
	if s.stale && !s.looking {
		s.stale, s.looking = false, true
		s.run(look(m.ctx, s.opt, s.opt.Desk))
	}
	if s.wantTray && !s.counting {
		s.wantTray, s.counting = false, true
		s.run(lookTray(m.ctx, s.opt))
	}
	if p, ok := s.page().(*preview); ok {
		p.attend(s)
	}
	m.sendErrands()
	m.attend()
	if len(s.outbox) > 0 && !s.sending {
		s.sending = true
		s.run(send(m.ctx, s.opt.In, s.outbox))
		s.outbox = nil
	}
}

func (m *model) effects() tea.Cmd {
	all := m.s.effects
	m.s.effects = nil
	if m.testOnlyEffects != nil {
		m.testOnlyEffects(all)
	}
	return tea.Batch(all...)
}

// screen is the one in front.
func (m *model) screen() screen {
	switch {
	case m.s.lock != nil:
		return m.s.lock
	case m.s.over != nil:
		return m.s.over
	case m.s.front == atBatches:
		return m.batches
	case m.s.front == atDesk:
		return m.desk
	case m.s.front == atClosing:
		return m.closing
	case m.s.page() != nil:
		return m.s.page()
	}
	return m.signin
}

func (m *model) looked(msg boardMsg) {
	m.s.looking = false
	if msg.err != nil {
		m.s.say(bad, fill(m.s.words.NotRead, msg.err.Error()))
		return
	}
	m.s.board = msg.board
	m.batches.loaded(m.s)
	m.desk.loaded(m.s)
	m.s.arrive()
	if _, once := m.s.page().(interface{ readsOnce() }); !once {
		m.s.reread()
	}
}

var _ screen = (*desk)(nil)

// outcome takes one answer of the desk to all who want to know.
func (m *model) outcome(o *stampdesk.Outcome) {
	s := m.s
	if o.Person != nil && s.person != nil && o.Person.ID != s.person.ID {
		s.forget()
	}
	if o.Person != nil { // only the last outcome of a request says how the desk stands
		s.person, s.batch, s.waiting, s.counters = o.Person, o.Batch, o.Waiting, o.Counters
		if s.batch != nil && m.desk.of == "" { // a sign-in found it in hand
			m.desk.of = s.batch.ID
		}
	}
	switch o.Result {
	case stampdesk.Done, stampdesk.Presented, stampdesk.Recorded, stampdesk.Judged:
		s.unrecorded = false
	case stampdesk.Unrecorded:
		s.unrecorded, s.asked, s.asker, s.then = true, nil, nil, request{}
		m.signin.waiting, m.signin.pin.text = false, ""
		if s.lock != nil {
			s.lock.waiting, s.lock.pin.text = false, ""
		}
	}
	asked, asker := s.asked, s.asker
	if answers(asked, o, m.desk.waited) {
		s.asked, s.asker = nil, nil
	}
	switch o.Result {
	case stampdesk.Done:
		if asked == nil && o.Person != nil && s.front <= atBatches { // asked past the screen: a demonstration begins
			m.sitDown()
		}
		m.done(asked, asker, o)
		before := s.note
		if asker != nil {
			asker.answer(s, asked, o)
		}
		s.onRecord(asker, o, before)
		s.stale = true
	case stampdesk.Declined:
		if asked != nil && asker == nil && s.asked == nil { // the screen's own
			m.unheld(asked, o)
			return
		}
		m.declined(o)
		if asker != nil && s.asked == nil {
			asker.answer(s, asked, o)
		}
	case stampdesk.Refreshed: // others changed the store
		s.stale = true
	case stampdesk.Judged:
		if m.command(o.Raw) { // read by a scanner on a cable, which goes past the screen
			return
		}
		fallthrough
	default:
		if s.front == atPages && o.Result == stampdesk.Recorded && o.Raw == "" {
			m.desk.elsewhere(s, o)
			m.answered(asked, asker, o)
			return
		}
		s.ring(bellsOf(o))
		if o.Card != 0 {
			s.feed.due, s.feed.opened = false, ""
		}
		m.desk.card(s, o)
		if s.front == atDesk && o.Raw != "" {
			s.uncover()
		}
		if s.front == atBatches && s.over == nil && setAside(o) && s.home() != "" { // it was judged before the batch was down
			s.front = atDesk
		}
		if m.desk.needsPerson() && s.front != atSignIn {
			s.front = atDesk
			if o.Result == stampdesk.Presented && !s.guards() || o.Result == stampdesk.Unrecorded {
				s.giveWay()
			}
		}
		if asker != nil && s.asked == nil && o.Result == stampdesk.Recorded {
			asker.answer(s, asked, o)
		}
	}
}

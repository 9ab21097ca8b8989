package tui

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"stampdesk"
)

// place names a screen.
type place uint8

const (
	atSignIn place = iota
	atBatches
	atDesk
	atClosing
	atPages
)

// screen is one of the places, or something asked on top of one.
type screen interface {
	// key takes an input while the screen is in front.
	key(*shell, input)
	// answer takes what the desk said to the request that the screen made.
	answer(*shell, stampdesk.Request, *stampdesk.Outcome)
	// view draws exactly h lines of exactly w cells.
	view(s *shell, w, h int) []string
	// hints are the keys that do something now, the most useful first.
	hints(*shell) []hint
	// help explains the screen.
	help(*words) string
}

// typist is a screen with fields; what comes in one piece and is no code goes
// into the one that has the focus.
type typist interface{ takesText() bool }

// guarded is a screen on top under which no card is judged: what is scanned
// is kept, and nothing but the screen itself takes it away.
type guarded interface{ judgesNothing() }

// hint is a key and what it does, in a word or two.
type hint struct{ key, does string }

// message is one line that a person should read.
type message struct {
	tone tone
	text string
}

// shell is what all screens share: how the desk stands, the look, and the ways
// to ask for something. There is one, behind one pointer.
type shell struct {
	opt   Options
	term  terminal
	style *styles
	sign  *glyphs
	lang  stampdesk.Lang
	words *words
	rules *stampdesk.Words
	bigs  map[bigKey][]string

	width, height int
	now           time.Time
	touched       time.Time // when the last key or scan came

	person   *stampdesk.Person
	batch    *stampdesk.Batch
	counters stampdesk.Counters
	waiting  []string // codes that wait at the desk
	kept     []stampdesk.Scan
	devices  Notice
	board    board
	asking   map[attempt]bool // the interrupted print jobs that were asked about
	feed     paperFeed

	front place
	over  screen // asked on top; nil: nothing
	lock  *lock  // in front of everything; nil: the desk is open
	note  message
	garble,
	unrecorded bool
	unstamped stampdesk.EntryKey // says that the card was never stamped

	asked          stampdesk.Request // the one request that has no answer yet
	asker          screen
	then           request           // what a person asked for while the desk was told of the batch
	parked         stampdesk.BatchID // the batch that was put down, to be taken again; "": none
	again          bool              // after a failure: take it again now
	outbox         []stampdesk.Request
	sending        bool
	looking, stale bool
	wantTray       bool // the tray of held cards is to be read
	counting       bool // it is being read
	tray           tray
	effects        []tea.Cmd
	rowsSaid       int // in lines: the highest number of a row

	arriving bool    // somebody has just signed in
	taker    screen  // takes a batch in hand: the list of batches
	ordered  *order  // what the menu or the palette was told to do
	pressed  []input // keys that they press for the person
	sought   string  // typed into the palette that a card took away

	drafts map[string]screen // forms that were left, by what they are about

	shelf
	habits
}

// request is what a screen asks for.
type request struct {
	stampdesk.Request
	from screen
}

func newShell(o Options, t terminal) *shell {
	s := &shell{
		opt: o, term: t, style: stylesFor(t), sign: t.signs(), bigs: map[bigKey][]string{}, now: o.Now(),
		board: newBoard(o), asking: map[attempt]bool{},
	}
	s.touched, s.base = s.now, t
	s.speak(o.Lang)
	s.adopt()
	return s
}

func (s *shell) speak(l stampdesk.Lang) {
	s.lang, s.words, s.rules = l, wordsIn(l), stampdesk.WordsIn(l)
	s.redress = true
}

// ask makes a request of the screen that is in front. One at a time: false
// while another has no answer; only where that one is the screen's own, it
// comes next.
func (s *shell) ask(from screen, r stampdesk.Request) bool {
	if s.asked != nil {
		if s.asker != nil || s.then.Request != nil {
			return false
		}
		s.then = request{r, from}
		return true
	}
	s.asked, s.asker = r, from
	s.outbox = append(s.outbox, r)
	return true
}

// submit is ask for a request that may need the batch in hand, made where it
// was put down.
func (s *shell) submit(from screen, r stampdesk.Request) bool {
	if s.asked == nil && s.front == atDesk && s.batch == nil && s.parked != "" {
		s.ask(nil, stampdesk.TakeBatch{Batch: s.parked})
	}
	return s.ask(from, r)
}

// guards reports that what is asked on top is guarded, or what a help page or
// the question about leaving hides.
func (s *shell) guards() bool {
	for over := s.over; over != nil; over = under(over) {
		if _, ok := over.(guarded); ok {
			return true
		}
	}
	return false
}

// atDesk reports that the desk is in front, with nothing on top of it.
func (s *shell) atDesk() bool {
	return s.person != nil && s.front == atDesk && s.over == nil && s.lock == nil
}

// away reports that no card is to be judged now, for nobody would see it.
func (s *shell) away() bool {
	return s.lock != nil || s.guards() || s.front == atBatches || s.front == atClosing || s.front == atPages
}

// hold puts the batch in hand down while another screen than the desk is in
// front, so that no card is judged that nobody sees, and takes it again.
func (s *shell) hold(d *desk) {
	if s.asked != nil || s.person == nil {
		return
	}
	if n := s.then; n.Request != nil {
		s.then = request{}
		s.ask(n.from, n.Request)
		return
	}
	switch {
	case d.trouble != nil && !s.again:
	case s.away() && s.batch != nil && d.question == nil:
		if s.parked == "" {
			s.parked = s.batch.ID
		}
		s.ask(nil, stampdesk.TakeBatch{})
	case s.away() || s.front != atDesk || s.parked == "" || d.question != nil:
	case s.batch != nil && s.batch.ID == s.parked: // a sign-in took it again
		s.parked = ""
	default:
		s.again = false
		s.ask(nil, stampdesk.TakeBatch{Batch: s.parked})
	}
}

// home is the batch in hand, or the one that was put down.
func (s *shell) home() stampdesk.BatchID {
	if s.batch != nil {
		return s.batch.ID
	}
	return s.parked
}

// scan hands a code to the desk.
func (s *shell) scan(raw string) {
	s.outbox = append(s.outbox, stampdesk.Scan{Raw: raw, At: s.now, From: stampdesk.FromKeyboard})
}

// keep holds a code back until the desk is in front.
func (s *shell) keep(raw string, from stampdesk.Source) {
	for _, k := range s.kept {
		if dotted(k.Raw) == dotted(raw) {
			return
		}
	}
	s.kept = append(s.kept, stampdesk.Scan{Raw: raw, At: s.now, From: from})
}

// release sends the codes that were kept, once nothing else is asked.
func (s *shell) release() {
	if s.front != atDesk || s.over != nil || s.lock != nil || s.person == nil || s.batch == nil || s.small() {
		return
	}
	if t, ok := s.asked.(stampdesk.TakeBatch); ok && t.Batch == "" {
		return // it is being put down
	}
	for _, k := range s.kept {
		s.outbox = append(s.outbox, k)
	}
	s.kept = nil
}

func (s *shell) run(cmd tea.Cmd) {
	if cmd != nil {
		s.effects = append(s.effects, cmd)
	}
}

func (s *shell) open(o screen)           { s.recalled(o); s.over = o }
func (s *shell) shut()                   { s.over = nil }
func (s *shell) say(t tone, text string) { s.note = message{t, text} }
func (s *shell) hush()                   { s.note = message{} }
func (s *shell) unit(u stampdesk.UnitCode) string {
	if n := s.board.names[u]; n != "" {
		return n
	}
	return string(u)
}

// refuse says why a request was declined.
func (s *shell) refuse(o *stampdesk.Outcome) { s.say(warn, s.refusal(o)) }

// refusal is why a request was declined, in a sentence that names the thing.
func (s *shell) refusal(o *stampdesk.Outcome) string {
	text := s.rules.Refusals[o.Refusal]
	switch {
	case text == "":
		text = string(o.Refusal)
	case o.Refusal == stampdesk.LockedOut:
		return fill(s.words.LockedUntil, o.About)
	case o.Refusal == stampdesk.BatchIsClosed:
		text = s.words.ClosedReopen
	}
	if o.About != "" && o.Refusal != stampdesk.WrongPIN {
		text = dotted(o.About) + ": " + text
	}
	return text
}

// Least size of the window.
const (
	minWidth  = 80
	minHeight = 24
)

func (s *shell) small() bool { return s.width < minWidth || s.height < minHeight }

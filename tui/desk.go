package tui

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"stampdesk"
)

// desk is the screen that is open all day: the card in hand, and what to do
// with it.
type desk struct {
	question *question          // the card in hand; nil: none
	shown    *stampdesk.Outcome // the latest verdict that asks nothing
	asides   []stampdesk.Outcome
	trouble  *stampdesk.Outcome // nothing may be stamped
	reread   bool               // the same code was read again
	lost     bool               // the scanner went away and nothing was shown since

	number field
	typing bool
	run    run
	of     stampdesk.BatchID  // the batch that what is shown belongs to
	since  time.Time          // when shown came
	behind bool               // it came while something else was in front
	seen   bool               // a person has pressed a key since
	before *stampdesk.Outcome // the card answered before the one in the frame, which came by itself
	handed bool               // somebody else has taken the desk over, and the card in hand with it
	waited []string           // the codes that waited before the latest outcome
	recent recent
	near   *stampdesk.Outcome // a number that may be another: to be asked, once nothing else is
}

// run is digits typed one after another: boxes, or the beginning of a number.
type run struct {
	text  string
	boxes stampdesk.BoxSet // as they were before it
	at    time.Time        // of the latest digit
}

// runGap is the longest pause within one run of digits.
const runGap = 1500 * time.Millisecond

// question is a card that was presented and waits for an answer.
type question struct {
	stampdesk.Outcome
	boxes       stampdesk.BoxSet
	proposed    stampdesk.BoxSet // what the rules say
	relaminated bool
	since       time.Time
	queued      bool             // it came where something else was looked at
	chosen      stampdesk.Choose // what the desk was told of it
}

// dwell is how long a question that came by itself must have been on the
// screen before an Enter counts: a key that bounces never answers for a card
// that nobody has seen.
const dwell = 300 * time.Millisecond

func newDesk() *desk { return &desk{number: field{most: 40}} }

// fresh forgets the cards of the batch before.
func (d *desk) fresh() { d.shown, d.before, d.asides, d.near, d.reread = nil, nil, nil, nil, false }

// in turns to a batch; what is shown of the same one stays.
func (d *desk) in(batch stampdesk.BatchID) {
	if t := d.trouble; t != nil && t.Raw == "" && t.Card == 0 { // it was the batch that could not be taken
		d.trouble = nil
	}
	if d.of != batch {
		d.fresh()
		d.of = batch
	}
}

// drop forgets a question that the desk does not have.
func (d *desk) drop() { d.question = nil }

// ready reports that a question of the machine's may be asked.
func (d *desk) ready() bool { return d.question == nil && d.trouble == nil && !d.typing }

// yields reports that such a question hides nothing that has not been seen:
// what became of the last card stands until a person has gone on.
func (d *desk) yields(s *shell) bool {
	return d.ready() && (d.shown == nil || d.seen || s.front != atDesk)
}

// needsPerson reports that the desk must be in front: a card is in hand, or
// nothing may be stamped.
func (d *desk) needsPerson() bool { return d.question != nil || d.trouble != nil }

// card takes an outcome about a card.
func (d *desk) card(s *shell, o *stampdesk.Outcome) {
	defer func() { d.waited = s.waiting }()
	d.reread = o.Result == stampdesk.Reread
	if d.reread || o.Result == stampdesk.Judged && o.Verdict.Kind == stampdesk.Repeat {
		d.recent.mark(o.Card)
	}
	if o.Result == stampdesk.Unrecorded {
		d.trouble = o
		return
	}
	if o.Result == stampdesk.Reread || o.Result == stampdesk.Waiting {
		return
	}
	unsure := d.trouble != nil
	d.trouble, d.lost = nil, false
	s.hush()
	switch o.Result {
	case stampdesk.Presented:
		d.ask(s, o, unsure)
	case stampdesk.Recorded:
		if q := d.question; q != nil && (q.Card == o.Card || o.Card == 0) {
			if e := o.Entry; e != nil && e.Act == stampdesk.ActVoided && q.Entry != nil && e.Ref == q.Entry.Key {
				s.unstamped = e.Key
			}
			d.question, d.asides = nil, nil
		}
		d.recent.add(s, o)
		d.put(s, o)
	case stampdesk.Judged:
		if q := d.question; q != nil && o.Card == q.Card { // the desk does not have it open any more
			d.question = nil
		}
		again := d.isAgain(s, o)
		if d.put(s, o); again {
			s.turnTo(newCardPage(o.Card))
		}
	}
}

func (d *desk) ask(s *shell, o *stampdesk.Outcome, unsure bool) {
	if q := d.question; q != nil && q.Card == o.Card { // the same card again: what was chosen stays
		q.Verdict, d.reread = o.Verdict, !unsure && !o.Resumed
		q.Resumed = q.Resumed || unsure // it may bear the stamp that could not be recorded
		if o.Resumed && (d.handed || s.opt.Confirm == stampdesk.ConfirmNext) {
			q.Resumed = true // who sits here now does not know, and the next card does not say so
		}
		return
	}
	q := &question{Outcome: *o, boxes: o.Verdict.Boxes, since: s.now, queued: d.queued(o) || s.over != nil || s.lock != nil || s.front != atDesk}
	if q.boxes == 0 && o.Entry != nil {
		q.boxes = o.Entry.Boxes
	}
	if q.boxes == 0 {
		q.boxes = stampdesk.BoxesOf(max(s.board.setup.Round.Box, 1))
	}
	q.proposed = q.boxes
	d.displace(s, o)
	d.question, d.shown, d.near, d.run = q, nil, nil, run{}
}

// put shows a verdict, beside the question if there is one.
func (d *desk) put(s *shell, o *stampdesk.Outcome) {
	if d.question != nil {
		d.asides = append(d.asides, *o)
		return
	}
	behind, was, asides := !s.atDesk(), d.shown, d.asides
	d.displace(s, o)
	if d.behind && behind && was != nil && setAside(was) && was.Card != o.Card { // nobody has seen it
		d.asides, d.before = append(asides, *was), nil
	}
	d.shown, d.since, d.seen, d.behind = o, s.now, false, behind
	if d.near = nil; isNear(o) {
		d.near = o
	}
}

// isAgain reports that a stamped card is read while the frame says already when
// it was stamped: who reads it once more wants to know more.
func (d *desk) isAgain(s *shell, o *stampdesk.Outcome) bool {
	repeats := func(o *stampdesk.Outcome) bool {
		return o.Result == stampdesk.Judged && o.Verdict.Kind == stampdesk.Repeat
	}
	return d.question == nil && d.shown != nil && repeats(d.shown) && repeats(o) && o.Card == d.shown.Card &&
		s.atDesk() && o.Raw != "" && !d.queued(o) && len(s.waiting)+len(s.kept) == 0
}

// displace makes room for what comes now. A card whose turn came by itself
// must not hide what became of the one before, and where it has to be put.
func (d *desk) displace(s *shell, next *stampdesk.Outcome) {
	queued := d.queued(next)
	if !queued {
		d.asides = nil
	}
	if d.shown != nil && d.shown.Card != 0 && d.shown.Card != next.Card && (queued || next.Raw != "" && s.now.Sub(d.since) < glance) {
		d.before = d.shown
	} else {
		d.before = nil
	}
}

// glance is the time that a verdict must have stood to have been seen.
const glance = time.Second

// queued reports that the card waited, so that no new reading brought it.
func (d *desk) queued(o *stampdesk.Outcome) bool {
	return o.Raw != "" && slices.Contains(d.waited, o.Raw)
}

func setAside(o *stampdesk.Outcome) bool {
	return o.Raw != "" && (o.Verdict.Kind == stampdesk.Hold || o.Verdict.Kind == stampdesk.Refuse)
}

func (d *desk) loaded(s *shell) { d.recent.seed(s.board.recent) }

// noticed compares the devices with how they were.
func (d *desk) noticed(s *shell, n Notice) {
	was, is := s.devices.Scanner.Link, n.Scanner.Link
	if is == Down && was != Down {
		d.lost = true
		s.ring(ringLost)
	}
	if is != Down {
		d.lost = false
	}
}

func (d *desk) answer(s *shell, _ stampdesk.Request, o *stampdesk.Outcome) {
	if o.Result == stampdesk.Declined {
		return
	}
	d.choose(s)
}

// choose tells the desk how the card in hand will be stamped, where the next
// card says that it was.
func (d *desk) choose(s *shell) {
	q := d.question
	if q == nil || s.opt.Confirm != stampdesk.ConfirmNext || q.Resumed || q.boxes == 0 {
		return
	}
	c := stampdesk.Choose{Card: q.Card, Boxes: q.boxes, Relaminated: q.relaminated}
	if c != q.chosen && s.ask(d, c) {
		q.chosen = c
	}
}

// target is the card that a key means: the one in hand, else the one shown.
func (d *desk) target() (stampdesk.CardNumber, string) {
	o := d.shown
	if d.question != nil {
		o = &d.question.Outcome
	}
	if o == nil {
		return 0, ""
	}
	if o.Member != nil {
		return o.Card, o.Member.Name
	}
	return o.Card, ""
}

// toggle puts a box into the question's set, or takes it out; digits that are
// no boxes are a number.
func (d *desk) toggle(s *shell, text string) bool {
	q := d.question
	if q == nil {
		return false
	}
	if !d.run.live(s.now) {
		d.run = run{boxes: q.boxes}
	}
	r := &d.run
	r.text, r.at = r.text+text, s.now
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 || n > s.board.setup.Round.CardBoxes || len(r.text) > s.board.setup.Round.CardBoxes {
		d.meant(s)
		return true
	}
	q.boxes = q.boxes.Toggle(n)
	d.choose(s)
	s.hush()
	return true
}

// box puts a box that a barcode named into the question's set, or takes it
// out.
func (d *desk) box(s *shell, n int) {
	if n > s.board.setup.Round.CardBoxes {
		s.say(warn, s.rules.Refusals[stampdesk.NotABox])
		return
	}
	d.question.boxes = d.question.boxes.Toggle(n)
	d.choose(s)
	s.hush()
}

// live reports that what is typed now belongs to the run.
func (r *run) live(now time.Time) bool { return r.text != "" && now.Sub(r.at) < runGap }

// doubtful reports that a digit came twice: nobody chooses a box like that.
func (r *run) doubtful() bool {
	for i := range r.text {
		if strings.IndexByte(r.text[i+1:], r.text[i]) >= 0 {
			return true
		}
	}
	return false
}

// meant takes the run for a number: the boxes are as before it, and the field
// is open with what was typed.
func (d *desk) meant(s *shell) {
	text := d.run.text
	if q := d.question; q != nil {
		q.boxes = d.run.boxes
		d.choose(s)
	}
	d.begin(s, input{kind: inputText, text: text})
}

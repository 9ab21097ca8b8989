package tui

import (
	"errors"
	"strings"

	"stampdesk"
)

func (d *desk) key(s *shell, in input) {
	if d.typing {
		d.typed(s, in)
		return
	}
	q := d.question
	d.seen = d.seen || s.now.Sub(d.since) >= glance
	switch {
	case d.trouble != nil && in.is(keys.Enter):
		d.again(s)
	case in.kind == inputRune && in.text >= "0" && in.text <= "9":
		if !d.toggle(s, in.text) {
			d.begin(s, in)
		}
	case q != nil && d.run.live(s.now) && in.kind == inputRune && strings.Contains(". -", in.text):
		d.run.text += in.text
		d.meant(s)
	case in.kind == inputText, in.kind == inputPaste:
		switch {
		case q != nil && d.run.live(s.now) && digits(in.text) > 0:
			d.run.text += in.text
			d.meant(s)
		case digits(in.text) > 0:
			d.begin(s, in)
		}
	case in.is(keys.Number):
		d.begin(s, input{})
	case in.is(keys.Up), in.is(keys.Down), in.is(keys.PageUp), in.is(keys.PageDown):
		d.recent.scroll(in)
	case q != nil && in.is(keys.Enter) && in.text == "" && d.run.live(s.now) && d.run.doubtful():
		d.meant(s)
	case q != nil && in.is(keys.Enter) && in.text == "":
		d.confirm(s)
	case q == nil && in.is(keys.Enter) && in.text == "" && len(s.waiting) > 0:
		if d.shown == nil || s.now.Sub(d.since) >= dwell {
			s.ask(d, stampdesk.Next{})
		}
	case q != nil && q.Resumed && in.is(keys.Esc): // no key that means "away" answers it
		s.say(warn, s.words.ResumedKeys)
	case q != nil && q.Resumed && in.is(keys.NotStamped):
		s.ask(d, stampdesk.Withdraw{Card: q.Card})
	case q != nil && (in.is(keys.Esc) || in.is(keys.NotStamped)):
		s.open(&confirmation{
			tone: warn, text: fill(s.words.AskWithdraw, q.Card.String()), yes: s.words.YesWithdraw,
			request: stampdesk.Withdraw{Card: q.Card},
		})
	case in.is(keys.Overrule):
		d.overrule(s)
	case q != nil && in.is(keys.Relaminated):
		q.relaminated = !q.relaminated
		d.choose(s)
	case in.is(keys.Damaged):
		d.withCard(s, func(card stampdesk.CardNumber, name string) screen {
			return &confirmation{
				tone: warn, text: fill(s.words.AskDamaged, card.String(), name), yes: s.words.YesRecord,
				request: stampdesk.SetAside{Card: card, Act: stampdesk.ActReportedDamaged, Reason: stampdesk.ReasonDamaged},
			}
		})
	case in.is(keys.Hold):
		d.withCard(s, func(card stampdesk.CardNumber, name string) screen {
			return newPicker(s, card, name, stampdesk.ActHeld)
		})
	case in.is(keys.GiveUp):
		d.withCard(s, func(card stampdesk.CardNumber, name string) screen {
			return newPicker(s, card, name, stampdesk.ActRefused)
		})
	case q == nil && in.is(keys.Sim) && s.opt.Sim != nil && s.batch != nil:
		batch := s.batch.ID
		s.run(call(func() error { return s.opt.Sim(batch) }))
	case q != nil && (in.is(keys.Undo) || in.is(keys.Batches) || in.is(keys.Close) || in.is(keys.Shift) || in.is(keys.SignOut)):
		s.say(warn, fill(s.words.AnswerFirst, q.Card.String()))
	case in.is(keys.Undo):
		d.undo(s)
	case in.is(keys.Card):
		d.openCard(s)
	case q != nil && in.is(keys.Menu):
		s.say(warn, fill(s.words.AnswerFirst, q.Card.String()))
	case in.is(keys.Menu):
		s.turnTo(&menu{})
	case in.is(keys.Batches):
		s.front, s.stale = atBatches, true
		s.hush()
	case in.is(keys.Close) && s.batch != nil:
		s.ask(d, stampdesk.TakeBatch{Batch: s.batch.ID})
	case in.is(keys.Shift):
		s.hush()
		s.open(newShift(s))
	case in.is(keys.Print):
		d.print(s)
	case in.is(keys.Quit):
		s.open(&quitQuestion{})
	case in.is(keys.Esc):
		d.shown, d.before, d.asides = nil, nil, nil
		s.hush()
	}
}

// begin opens the field for a number.
func (d *desk) begin(s *shell, in input) {
	left := d.number.text
	d.typing, d.number.text, d.run = true, "", run{}
	if in.kind == inputNone {
		d.number.again(left)
	}
	if in.kind != inputNone {
		d.number.key(in)
	}
	s.find(d.number.value())
	s.hush()
}

// typed takes a key while a number is typed.
func (d *desk) typed(s *shell, in input) {
	switch {
	case in.is(keys.Enter):
		code := d.number.value()
		d.typing, d.number.text = false, ""
		switch {
		case code == "":
		case s.opt.Look != nil && isPart(code):
			s.search(code)
		default:
			s.scan(code)
		}
	case in.is(keys.Esc):
		d.typing = false
	default:
		if d.number.key(in) {
			s.find(d.number.value())
		}
	}
}

// isPart reports that what was typed is a part of a number or a name, and not
// a number with a slip in it, of which the rules say what is wrong.
func isPart(code string) bool {
	_, err := stampdesk.ParseCard(code)
	fault, ok := errors.AsType[*stampdesk.CardError](err)
	return ok && (fault.Fault == stampdesk.FaultShort || fault.Fault == stampdesk.FaultNotDigits && digits(code) < minDigits)
}

// openCard opens the page of the card in hand, else of the last one.
func (d *desk) openCard(s *shell) {
	card, _ := d.target()
	if card == 0 && len(d.recent.all) > 0 {
		card = d.recent.all[0].entry.Card
	}
	if card == 0 {
		s.say(warn, s.words.NoCard)
		return
	}
	s.turnTo(newCardPage(card))
}

// again tries the card that could not be recorded once more: the desk says
// what became of it.
func (d *desk) again(s *shell) {
	switch {
	case d.question != nil:
		s.scan(d.question.Card.Digits())
	case d.trouble.Raw != "":
		s.scan(d.trouble.Raw)
	case s.batch == nil && s.parked != "":
		s.again = true
	default:
		s.say(warn, s.words.ScanAgain)
	}
}

// confirm says that the card in hand was stamped.
func (d *desk) confirm(s *shell) {
	q := d.question
	switch {
	case q.queued && s.now.Sub(q.since) < dwell:
	case q.boxes == 0:
		s.say(warn, s.words.NoBox)
	default:
		s.ask(d, stampdesk.Confirm{Card: q.Card, Boxes: q.boxes, Relaminated: q.relaminated})
	}
}

func (d *desk) withCard(s *shell, make func(stampdesk.CardNumber, string) screen) {
	card, name := d.target()
	switch {
	case card == 0:
		s.say(warn, s.words.NoCard)
	case d.question == nil && d.shown.Entry != nil && d.shown.Entry.Act == stampdesk.ActStamped:
		s.say(warn, s.rules.Refusals[stampdesk.StampStands])
	default:
		s.hush()
		s.open(make(card, name))
	}
}

// undo asks about the entry that is shown, else the latest one.
func (d *desk) undo(s *shell) {
	if o := d.shown; o != nil && o.Card != 0 && o.Entry != nil && o.Entry.Act.Stands() {
		name := ""
		if o.Member != nil {
			name = o.Member.Name
		}
		s.open(newUndo(o.Entry, name))
		return
	}
	if p := d.recent.undoable(); p != nil {
		s.open(newUndo(&p.entry, p.name))
		return
	}
	s.say(warn, s.rules.Refusals[stampdesk.NothingToUndo])
}

// stampedGuest reports that the card of a member on temporary activity bears
// its stamp, so that its home board gets a slip.
func stampedGuest(o *stampdesk.Outcome) bool {
	return o.Member != nil && o.Member.Class() == stampdesk.Guest && o.Entry != nil && o.Entry.Act == stampdesk.ActStamped
}

func (d *desk) print(s *shell) {
	var all []paper
	o := d.shown
	if d.question != nil {
		o = nil
	}
	switch {
	case o == nil:
	case stampedGuest(o):
		all = append(all, guestPaper(o.Card))
	case o.Entry != nil && o.Entry.Act == stampdesk.ActHeld, o.Verdict.Stands.Act == stampdesk.ActHeld:
		all = append(all, heldPaper(o.Card))
	}
	title := func(s *shell) string { return s.words.AskPrintAny }
	if s.batch != nil {
		title = s.batchTitle(s.batch.ID)
		all = append(all, s.batchPapers(s.batch.ID)...)
	}
	s.choosePaper(title, append(all, s.deskPapers()...)...)
}

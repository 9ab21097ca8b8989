package tui

import (
	"stampdesk"
)

// closing balances a batch like a cash desk before it is closed, and says
// afterwards what must be in the envelope.
type closing struct {
	balance stampdesk.Balance
	missing []stampdesk.Item // by given name
	from    int              // first missing card on the screen
	closed  bool
	paper   message // what became of the return list
}

func newClosing(b *stampdesk.Balance) *closing {
	c := &closing{balance: *b}
	c.missing = append(c.missing, b.Missing...)
	byGivenName(c.missing)
	return c
}

// difference names what does not match; "" where all does.
func (c *closing) difference(s *shell) string {
	b := &c.balance
	if b.Matches() {
		return ""
	}
	var parts []string
	for _, p := range []struct {
		n    int
		text string
	}{{b.Lacking(), s.words.LacksN}, {b.Extra, s.words.ExtraN}, {b.CountOff(), s.words.CountOffN}} {
		if p.n != 0 {
			parts = append(parts, fill(p.text, s.count(p.n)))
		}
	}
	return capital(s.join(parts...))
}

// in counts the cards that stand in the places.
func (c *closing) in(p ...stampdesk.Place) int { return len(c.balance.In(p...)) }

// back counts the cards that go back to the unit unstamped; the other refused
// ones are withdrawn.
func (c *closing) back() (n int) {
	for _, it := range c.balance.In(stampdesk.InRefused) {
		if it.Standing.Reason.GoesTo(stampdesk.Refuse) != stampdesk.UpToBoard {
			n++
		}
	}
	return n
}

func (c *closing) key(s *shell, in input) {
	switch {
	case c.closed:
		if in.is(keys.Enter) && in.text == "" || in.is(keys.Esc) {
			s.front, s.stale = atBatches, true
			s.hush()
		}
	case in.is(keys.Esc):
		if s.ask(c, stampdesk.TakeBatch{Batch: c.balance.Batch.ID}) {
			s.hush()
		}
	case in.is(keys.Enter) && in.text == "":
		s.hush()
		if !c.balance.Matches() {
			s.open(c.unbalanced(s))
			return
		}
		s.ask(c, stampdesk.CloseBatch{Batch: c.balance.Batch.ID})
	default:
		c.from = in.moved(c.from, len(c.missing))
	}
}

// closingReasons are why the cards of a batch do not add up.
var closingReasons = []stampdesk.Reason{
	stampdesk.ReasonUncollected, stampdesk.ReasonOtherUnit, stampdesk.ReasonTransferredOut, stampdesk.ReasonNotEntered, stampdesk.ReasonMistake,
	stampdesk.ReasonOther,
}

// unbalanced asks a supervisor why the batch is closed as it is.
func (c *closing) unbalanced(s *shell) screen {
	b := &c.balance
	return newApproval(s, approvalOf{
		title: s.words.CloseTitle, what: s.join(fill(s.words.Batch, s.batchName(b.Batch.ID)), b.Unit.Name, c.difference(s)),
		reasons: closingReasons, needReason: true,
		ask: func(by stampdesk.Approval, r stampdesk.Reason, note string) stampdesk.Request {
			return stampdesk.CloseBatch{Batch: b.Batch.ID, Note: s.inWords(r, note), By: by}
		},
		done: func(s *shell, o *stampdesk.Outcome) { c.answer(s, stampdesk.CloseBatch{}, o) },
	})
}

// inWords is a reason as a note.
func (s *shell) inWords(r stampdesk.Reason, note string) string {
	if note != "" {
		return note
	}
	return r.Label(s.lang)
}

func (c *closing) answer(s *shell, r stampdesk.Request, o *stampdesk.Outcome) {
	_, printing := r.(stampdesk.Print)
	switch {
	case o.Result != stampdesk.Done && printing:
		c.paper = s.note
	case o.Result != stampdesk.Done || s.front != atClosing: // not closed: back at the desk
	case printing:
		c.paper = message{good, s.printed(o)}
	default:
		c.closed = true
		if o.Balance != nil {
			n := newClosing(o.Balance)
			c.balance, c.missing = n.balance, n.missing
		}
		c.paper = message{warn, s.words.NoPrinterList}
		if s.prints() {
			c.paper = message{quiet, s.words.Ordering}
			s.ask(c, stampdesk.Print{Document: stampdesk.ReturnList, Batch: c.balance.Batch.ID})
		}
	}
}

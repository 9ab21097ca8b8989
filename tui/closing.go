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
	note    field
	asking  bool // for the reason of a difference
	closed  bool
	paper   message // what became of the return list
}

func newClosing(b *stampdesk.Balance) *closing {
	c := &closing{balance: *b, note: field{most: 120}}
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
	off := 0
	if n := b.Batch.Count; n > 0 {
		off = max(n-len(b.Seen), len(b.Seen)-n)
	}
	var parts []string
	for _, p := range []struct {
		n    int
		text string
	}{{len(b.Missing), s.words.LacksN}, {b.Extra, s.words.ExtraN}, {off, s.words.CountOffN}} {
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
	case in.is(keys.Esc) && c.asking:
		c.asking = false
	case in.is(keys.Esc):
		if s.ask(c, stampdesk.TakeBatch{Batch: c.balance.Batch.ID}) {
			s.hush()
		}
	case in.is(keys.Enter) && in.text == "":
		if !c.balance.Matches() && c.note.value() == "" {
			if c.asking {
				s.say(warn, s.rules.Refusals[stampdesk.NeedReason])
			}
			c.asking = true
			return
		}
		s.hush()
		s.ask(c, stampdesk.CloseBatch{Batch: c.balance.Batch.ID, Note: c.note.value()})
	case in.is(keys.Down):
		c.from++
	case in.is(keys.Up):
		c.from--
	case in.is(keys.PageDown):
		c.from += 10
	case in.is(keys.PageUp):
		c.from -= 10
	case c.asking:
		c.note.key(in)
	}
	c.from = min(max(c.from, 0), max(len(c.missing)-1, 0))
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
		c.closed, c.asking = true, false
		if o.Balance != nil {
			n := newClosing(o.Balance)
			c.balance, c.missing = n.balance, n.missing
		}
		c.paper = message{warn, s.words.NoPrinterList}
		if s.opt.Print {
			c.paper = message{quiet, s.words.Ordering}
			s.ask(c, stampdesk.Print{Document: stampdesk.ReturnList, Batch: c.balance.Batch.ID})
		}
	}
}

// printed says that a paper is in the queue, which copy it is and where it
// comes out.
func (s *shell) printed(o *stampdesk.Outcome) string {
	if o.Entry == nil {
		return ""
	}
	doc := s.words.ReturnList
	if o.Entry.Fact(stampdesk.FactKind) == string(stampdesk.TallySheet) {
		doc = s.words.TallySheet
	}
	where := s.opt.PrintTo
	if where == "" {
		where = s.words.ThePrinter
	}
	say := func(where string) string {
		return fill(s.words.Printed, doc, s.batchName(o.Entry.Batch), o.Entry.Fact(stampdesk.FactCopy), where)
	}
	return say(s.middle(where, max(s.width-12-width(say("")), 20))) // a path counts by its end
}

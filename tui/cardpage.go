package tui

import (
	"slices"

	"stampdesk"
)

// cardPage is everything about one card: whose it is, what stands, what the
// rule book says now, and its whole life.
type cardPage struct {
	card stampdesk.CardNumber
	life *life // nil: not read yet
	from int   // first entry of the history on the screen
}

// life is what was read about a card.
type life struct {
	stampdesk.Dossier
	unit, host string
	verdict    stampdesk.Verdict
	judged     bool // there is a batch to judge it in
	due        stampdesk.BoxSet
	dueKnown   bool
	hold       stampdesk.Standing // by which it lies in the held tray
	undo       *stampdesk.Entry   // what an undo means; nil: nothing
	papers     stampdesk.Papers
	lists      []listing
	history    []stampdesk.Entry // newest first, those of the card before it too
}

// listing is one list that names the card.
type listing struct {
	stampdesk.Listing
	unit string
}

func newCardPage(card stampdesk.CardNumber) *cardPage { return &cardPage{card: card} }

func (p *cardPage) read(from sight) (func(*shell), error) {
	d, rules, err := stampdesk.ReadDossier(from, p.card, from.batch)
	if err != nil {
		return nil, err
	}
	l := life{Dossier: *d}
	if m := d.Member; m != nil {
		l.due, l.dueKnown = rules.NewCardBoxes(m, d.Round)
		if l.unit, err = unitName(from, m.Unit); err != nil {
			return nil, err
		}
		if m.Host != "" {
			if l.host, err = unitName(from, m.Host); err != nil {
				return nil, err
			}
		}
	}
	l.hold, _ = d.Mark.InTray()
	for _, x := range d.Mark.Listed {
		u, err := unitName(from, x.Unit)
		if err != nil {
			return nil, err
		}
		l.lists = append(l.lists, listing{x, u})
	}
	if l.undo, err = stampdesk.Undoable(from, from.round, p.card, stampdesk.EntryKey{}); err != nil {
		return nil, err
	}
	if l.papers, err = stampdesk.PapersOf(from, d.Mark.Latest); err != nil {
		return nil, err
	}
	if err := l.remember(from); err != nil {
		return nil, err
	}
	return func(s *shell) {
		if l.judged = d.Batch != nil; l.judged {
			l.verdict = rules.Judge(d, s.now)
		}
		p.life = &l
	}, nil
}

// remember gathers the history of the card, of those whose place it took, and
// of those of its number that took its place until that was undone.
func (l *life) remember(from sight) error {
	k, m := stampdesk.MarkKey{Round: from.round, Card: l.Card, Issue: l.Issue}, l.Mark
	for {
		if err := l.recall(from, m.Latest); err != nil {
			return err
		}
		if m.Prev.Card == 0 {
			break
		}
		k.Card, k.Issue = m.Prev.Card, m.Prev.Issue
		var err error
		if m, err = from.Mark(k); err != nil {
			return err
		}
	}
	for k.Card, k.Issue = l.Card, l.Issue+1; ; k.Issue++ {
		m, err := from.Mark(k)
		if err != nil || m.Latest.IsZero() {
			return err
		}
		if err := l.recall(from, m.Latest); err != nil {
			return err
		}
	}
}

// recall puts the entries up to one into the history, each chain in its order.
func (l *life) recall(from sight, latest stampdesk.EntryKey) error {
	b, err := stampdesk.History(from, latest)
	slices.Reverse(b)
	a, all := l.history, []stampdesk.Entry{}
	for len(a) > 0 && len(b) > 0 {
		if newer(&b[0], &a[0]) {
			a, b = b, a
		}
		all, a = append(all, a[0]), a[1:]
	}
	l.history = append(append(all, a...), b...)
	return err
}

// newer reports that an entry was made after another, on one desk by their
// numbers.
func newer(a, b *stampdesk.Entry) bool {
	if a.Key.Desk == b.Key.Desk {
		return a.Key.Seq > b.Key.Seq
	}
	return a.At.After(b.At)
}

// name is whose card it is, as far as a roster knows.
func (p *cardPage) name() string {
	if p.life == nil || p.life.Member == nil {
		return ""
	}
	return p.life.Member.Name
}

func (p *cardPage) key(s *shell, in input) {
	l := p.life
	switch {
	case in.is(keys.Esc):
		s.turnBack()
	case in.is(keys.Find):
		s.search("")
	case l == nil:
	case in.moves():
		p.from = in.moved(p.from, len(l.history)+1)
	case in.is(keys.Hand):
		s.hand(p.card)
	case in.is(keys.Uncollected):
		s.open(uncollectedPicker(p.card, p.name()))
	case in.is(keys.Remark):
		s.open(remarkPicker(p.card, p.name()))
	case in.is(keys.Papers):
		s.open(newPapersForm(p.card, p.name(), l.papers, 0))
	case in.is(keys.Print):
		if all := p.papers(); len(all) > 0 {
			s.choosePaper(word(func(w *words) string { return w.AskPrintAny }), all...)
		} else {
			s.say(warn, s.words.NoPaperOfIt)
		}
	case in.is(keys.Act) && l.hold.Act == 0:
		s.say(warn, s.rules.Refusals[stampdesk.NotHeld])
	case in.is(keys.Act):
		s.open(newSettling(p.card, p.name(), l.hold))
	case in.is(keys.Undo):
		if l.undo != nil {
			s.open(newUndo(l.undo, p.name()))
		} else {
			s.say(warn, s.rules.Refusals[stampdesk.NothingToUndo])
		}
	}
}

// papers are those that there are of this card.
func (p *cardPage) papers() (all []paper) {
	if p.life.hold.Act != 0 {
		all = append(all, heldPaper(p.card))
	}
	if m := p.life.Member; m != nil && m.Class() == stampdesk.Guest && p.life.Mark.Standing.Act == stampdesk.ActStamped {
		all = append(all, guestPaper(p.card))
	}
	return all
}

// remarkReasons are the remarks of form 1.
var remarkReasons = []stampdesk.Reason{
	stampdesk.ReasonMisuse, stampdesk.ReasonBadCare,
	stampdesk.ReasonDiscipline + ".khien_trach", stampdesk.ReasonDiscipline + ".canh_cao",
	stampdesk.ReasonDiscipline + ".cach_chuc", stampdesk.ReasonDiscipline + ".khai_tru",
}

// remarkPicker asks how a member used or kept the card.
func remarkPicker(card stampdesk.CardNumber, name string) *picker {
	return &picker{
		card: card, name: name, reason: newReasonField(remarkReasons),
		title: func(w *words) string { return w.WhichRemark },
		ask: func(r stampdesk.Reason, note string) stampdesk.Request {
			return stampdesk.Remark{Card: card, Reason: r, Note: note}
		},
	}
}

func (p *cardPage) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (p *cardPage) hints(s *shell) []hint {
	w := s.words
	out := []hint{}
	if p.life != nil && p.life.hold.Act != 0 {
		out = append(out, hint{"x", w.KeySettle})
	}
	if p.life != nil && len(p.papers()) > 0 {
		out = append(out, hint{"p", w.KeyPrint})
	}
	if p.life != nil && len(p.life.history) == 0 { // nothing to undo
		return append(out, hint{"Tab", w.KeyHand}, hint{"v", w.KeyUncollected}, hint{"y", w.KeyRemark}, hint{"h", w.KeyPapers},
			hint{"Esc", w.KeyBack}, hint{"?", w.KeyHelp})
	}
	return append(out, hint{"u", w.KeyUndo}, hint{"v", w.KeyUncollected}, hint{"y", w.KeyRemark}, hint{"h", w.KeyPapers},
		hint{"Tab", w.KeyHand}, hint{"Esc", w.KeyBack}, hint{"?", w.KeyHelp})
}

func (p *cardPage) help(w *words) string { return w.HelpCard }

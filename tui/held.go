package tui

import (
	"strings"
	"time"

	"stampdesk"
)

// heldList is the tray of held cards, or those in it of one unit.
type heldList struct {
	unit  stampdesk.UnitCode // "": of all
	list  list
	holds map[string]stampdesk.Standing // by the key of the row
}

func (p *heldList) read(from sight) (func(*shell), error) {
	all, err := stampdesk.HeldCards(from)
	if err != nil {
		return nil, err
	}
	holds := map[string]stampdesk.Standing{}
	rows := make([]row, 0, len(all))
	for i := range all {
		if p.unit != "" && all[i].Unit != p.unit {
			continue
		}
		u, err := unitName(from, all[i].Unit)
		if err != nil {
			return nil, err
		}
		r := heldRow(&all[i], u)
		if holds[r.key] = all[i].Standing; all[i].Astray { // it is to be stamped in no batch
			holds[r.key] = stampdesk.Standing{Reason: all[i].Standing.Reason}
		}
		rows = append(rows, r)
	}
	return func(*shell) { p.holds = holds; p.list.put(rows) }, nil
}

func heldRow(h *stampdesk.HeldCard, unit string) row {
	it := h.Item
	r := row{
		key: it.Card.Digits() + "/" + string(rune('0'+h.Issue)), card: it.Card, tone: warn, sign: holdSign,
		folded: cardFound(it.Card, it.Name, it.Cell, unit, why(&it, stampdesk.Vietnamese), why(&it, stampdesk.English)),
		cells: func(s *shell) []string {
			return []string{it.Card.String(), s.called(it.Name), s.called(unit), why(&it, s.lang), s.since(it.Standing.At)}
		},
	}
	if h.Astray {
		r.sign = repeatSign
	}
	astray := h.Astray
	r.detail = func(s *shell) string {
		text := s.join(it.Card.String(), it.Name, unit, it.Cell) + ". " + capital(why(&it, s.lang)) + ": " +
			s.join(s.doneBy(it.Standing), s.inBatch(it.Standing.Batch))
		if astray {
			text += ". " + s.words.Astray
		} else if b := it.Standing.Batch; s.closed(b) != nil {
			text += ". " + fill(s.words.HeldClosed, s.batchName(b))
		}
		return text
	}
	return r
}

// why is the reason of what stands, in a person's own words where it has none.
func why(it *stampdesk.Item, l stampdesk.Lang) string {
	if it.Note != "" {
		return it.Note
	}
	return it.Standing.Reason.Label(l)
}

// unitName is what a unit is called, or its code.
func unitName(r stampdesk.Reader, code stampdesk.UnitCode) (string, error) {
	u, err := r.Unit(code)
	if err != nil || u == nil {
		return string(code), err
	}
	return u.Name, nil
}

// called is a name; a card that no roster knows has none.
func (s *shell) called(name string) string {
	if name == "" {
		return s.sign.Dash
	}
	return name
}

func (s *shell) inBatch(id stampdesk.BatchID) string {
	if id == "" {
		return ""
	}
	return strings.ReplaceAll(fill(s.words.Batch, s.batchName(id)), " ", "\u00a0") // never apart
}

// since is a time in a column: the hour today, the day with it before.
func (s *shell) since(t time.Time) string {
	t = t.In(s.now.Location())
	switch {
	case t.IsZero():
		return ""
	case stampdesk.DateOf(t) == stampdesk.DateOf(s.now):
		return s.clock(t)
	case t.Year() == s.now.Year():
		return t.Format("02/01 15:04")
	}
	return t.Format("02/01/2006")
}

func (p *heldList) key(s *shell, in input) {
	r := p.list.now()
	switch {
	case in.is(keys.Esc) && !p.list.searching():
		s.turnBack()
	case in.is(keys.Enter) && in.text == "" && r != nil:
		s.turnTo(newCardPage(r.card))
	case in.is(keys.Act) && !p.list.searching() && r != nil:
		s.open(newSettling(r.card, r.cells(s)[1], p.holds[r.key]))
	case in.is(keys.Print) && !p.list.searching() && r != nil:
		s.choosePaper(func(s *shell) string { return s.words.AskPrintAny }, heldPaper(r.card))
	default:
		p.list.key(in)
	}
}

func (p *heldList) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (p *heldList) view(s *shell, w, h int) []string {
	return p.list.view(s, heading{
		title: s.ofUnit(s.counted(s.words.MenuHeld, &p.list), p.unit), empty: s.words.NoneHeld, how: s.words.NoneHeldHow,
		columns: []string{s.words.ColNumber, s.words.ColName, s.words.UnitHead, s.words.Reason, s.words.ColSince},
		widths:  []int{11, -5, -4, -6, 11}, middle: 2,
	}, w, h)
}

// counted is a title with how many rows there are.
func (s *shell) counted(title string, l *list) string {
	if !l.loaded || len(l.rows) == 0 {
		return title
	}
	return title + " (" + s.count(len(l.rows)) + ")"
}

// ofUnit is the title of a list that may be of one unit only.
func (s *shell) ofUnit(title string, u stampdesk.UnitCode) string {
	if u == "" {
		return title
	}
	return s.join(title, s.middle(s.unit(u), 44))
}

func (p *heldList) hints(s *shell) []hint {
	return p.list.hints(s, hint{"x", s.words.KeySettle}, hint{"p", s.words.KeyPrint}, hint{"Enter", s.words.KeyCard})
}

func (p *heldList) help(w *words) string { return w.HelpHeld }

func (p *heldList) takesText() bool { return p.list.searching() }

// settling asks how a supervisor settles a held card.
type settling struct {
	choice
	card stampdesk.CardNumber
	name string
	hold stampdesk.Standing
}

func newSettling(card stampdesk.CardNumber, name string, hold stampdesk.Standing) *settling {
	q := &settling{card: card, name: name, hold: hold}
	switch hold.Reason { // the answer that is usual; Enter alone never ends in a refusal
	case stampdesk.ReasonNear:
		q.at = settledBy(stampdesk.SettleRelease)
	case stampdesk.ReasonUnknown:
		q.at = settledBy(stampdesk.SettleGiveBack)
	}
	return q
}

func settledBy(as stampdesk.Settling) int {
	for i, how := range settlings {
		if how.as == as {
			return i
		}
	}
	return 0
}

// settlings are the ways that the screen offers, and the reasons that are
// usual for each.
var settlings = [...]struct {
	as      stampdesk.Settling
	reasons []stampdesk.Reason
}{
	{stampdesk.SettlePermit, []stampdesk.Reason{
		stampdesk.ReasonOverridden, stampdesk.ReasonMisread, stampdesk.ReasonMistake, stampdesk.ReasonOther}},
	{stampdesk.SettleGiveBack, refuseReasons},
	{stampdesk.SettleDamaged, []stampdesk.Reason{stampdesk.ReasonDamaged, stampdesk.ReasonSpoiled, stampdesk.ReasonOther}},
	{stampdesk.SettleRelease, []stampdesk.Reason{
		stampdesk.ReasonMistake, stampdesk.ReasonMisread, stampdesk.ReasonOther}},
}

func (q *settling) answers(s *shell) []string {
	return s.words.Settlings[:]
}

func (q *settling) key(s *shell, in input) {
	if !q.choice.key(s, in, len(settlings)) {
		return
	}
	how, card := settlings[q.at], q.card
	b := &boxPick{title: s.words.SettleTitle, what: fill(s.words.SettleWhat, card.String(), q.name, s.words.Settlings[q.at])}
	p := newApproval(s, approvalOf{
		title: b.title, what: b.what,
		reasons: how.reasons, needReason: true,
		ask: func(by stampdesk.Approval, r stampdesk.Reason, note string) stampdesk.Request {
			return stampdesk.Settle{Card: card, As: how.as, Boxes: b.boxes, Reason: r, Note: note, By: by}
		},
		done: func(s *shell, o *stampdesk.Outcome) {
			s.shut()
			s.filed(o, q.next(s, o))
		},
	})
	s.open(b.before(p, how.as == stampdesk.SettlePermit && q.hold.Reason == stampdesk.ReasonNoDate))
}

// next is what to do with the settled card: one that may be scanned again is
// of no use before its batch is open.
func (q *settling) next(s *shell, o *stampdesk.Outcome) string {
	waits := false
	switch b := s.closed(q.hold.Batch); {
	case b == nil:
	case settlings[q.at].as == stampdesk.SettlePermit: // held by hand only, it needs no word against the rules of another unit's batch
		waits = o.Verdict.Kind != stampdesk.Stamp ||
			o.Entry != nil && o.Entry.Act == stampdesk.ActOverridden && q.hold.Flags.Has(stampdesk.ByHand)
	case settlings[q.at].as == stampdesk.SettleRelease:
		waits = o.Verdict.Kind != stampdesk.Stamp && o.Member != nil && o.Member.BelongsTo(b.Unit)
	}
	if waits {
		return fill(s.words.ReopenFirst, s.batchName(q.hold.Batch))
	}
	return s.words.SettledTo[q.at]
}

// filed says that something is on record, and what to do with the card now.
func (s *shell) filed(o *stampdesk.Outcome, next string) {
	if o.Entry != nil {
		s.say(good, s.join(fill(s.words.RecordNo, s.count(int(o.Entry.Key.Seq))), o.Entry.Card.String(), next))
	}
}

func (q *settling) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (q *settling) view(s *shell, w, h int) []string {
	lines := []string{s.style.Head.Render(q.card.String() + "   " + q.name)}
	if b := q.hold.Batch; s.closed(b) != nil {
		lines = append(lines, s.style.Tone[warn].Render(fill(s.words.HeldClosed, s.batchName(b))))
	}
	lines = append(lines, "")
	return s.dialog(warn, s.words.SettleTitle, append(lines, q.lines(s, q.answers(s)...)...), w, h)
}

func (q *settling) help(w *words) string { return w.HelpHeld }

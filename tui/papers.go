package tui

import (
	"strconv"
	"strings"

	"stampdesk"
)

// paper is an answer of a paper menu: what it is called there, and the papers
// that are ordered for it, one after another.
type paper struct {
	name   func(*shell) string
	orders []stampdesk.Print
}

// paperMenu asks which paper is to be printed, and where.
type paperMenu struct {
	choice
	title  func(*shell) string
	papers []paper
	on     int // in the printers of the desk
	left   []stampdesk.Print
	names  []string // of those that are in the queue now
}

// choosePaper asks which of some papers is to be printed.
func (s *shell) choosePaper(title func(*shell) string, all ...paper) {
	if !s.prints() {
		s.say(warn, s.words.NoPrinter)
		return
	}
	s.hush()
	s.open(&paperMenu{title: title, papers: all})
}

func (s *shell) batchTitle(id stampdesk.BatchID) func(*shell) string {
	return func(s *shell) string { return fill(s.words.AskPrint, s.batchName(id)) }
}

func word(pick func(*words) string) func(*shell) string {
	return func(s *shell) string { return pick(s.words) }
}

// batchPapers are the papers of a batch. Where it was opened just now, what
// its unit takes home and what the desk scans from come first.
func (s *shell) batchPapers(id stampdesk.BatchID) []paper {
	receipt := stampdesk.Print{Document: stampdesk.Receipt, Batch: id}
	intake := stampdesk.Print{Document: stampdesk.IntakeSheet, Batch: id}
	list := word(func(w *words) string { return w.ReturnListNow })
	for i := range s.board.batches {
		if b := &s.board.batches[i]; b.ID == id && b.IsClosed() {
			list = func(s *shell) string { return capital(stampdesk.ReturnList.Label(s.lang)) }
		}
	}
	all := []paper{
		{list, []stampdesk.Print{{Document: stampdesk.ReturnList, Batch: id}}},
		{word(func(w *words) string { return w.TallyNow }), []stampdesk.Print{{Document: stampdesk.TallySheet, Batch: id}}},
		{word(func(w *words) string { return w.ReceiptNow }), []stampdesk.Print{receipt}},
		{word(func(w *words) string { return w.IntakeNow }), []stampdesk.Print{intake}},
	}
	if s.feed.opened == id {
		both := paper{word(func(w *words) string { return w.BothNow }), []stampdesk.Print{receipt, intake}}
		return append([]paper{both, all[2], all[3]}, all[:2]...)
	}
	return all
}

// deskPapers are the papers of the desk itself.
func (s *shell) deskPapers() []paper {
	commands := paper{word(func(w *words) string { return w.CommandsNow }), []stampdesk.Print{{Document: stampdesk.CommandSheet}}}
	if !s.board.shift.any {
		return []paper{commands}
	}
	return []paper{{word(func(w *words) string { return w.ShiftSheetNow }), []stampdesk.Print{{Document: stampdesk.ShiftSheet}}}, commands}
}

// unitPapers are a list of one unit, and the same of all.
func (s *shell) unitPapers(doc stampdesk.Document, unit stampdesk.UnitCode) []paper {
	return []paper{
		{func(s *shell) string { return s.unit(unit) }, []stampdesk.Print{{Document: doc, Unit: unit}}},
		{word(func(w *words) string { return w.AllUnits }), []stampdesk.Print{{Document: doc}}},
	}
}

func guestPaper(card stampdesk.CardNumber) paper {
	return paper{func(s *shell) string { return fill(s.words.GuestSlipNow, card.String()) }, []stampdesk.Print{{Document: stampdesk.GuestSlip, Card: card}}}
}

func heldPaper(card stampdesk.CardNumber) paper {
	return paper{func(s *shell) string { return fill(s.words.HeldSlipNow, card.String()) }, []stampdesk.Print{{Document: stampdesk.HeldSlip, Card: card}}}
}

func (m *paperMenu) key(s *shell, in input) {
	switch {
	case in.is(keys.Elsewhere) && len(s.opt.Printers) > 1:
		m.on = (m.on + 1) % len(s.opt.Printers)
	case m.choice.key(s, in, len(m.papers)):
		m.left, m.names = m.papers[m.choice.at].orders, nil
		if m.order(s) {
			s.shut()
		}
	}
}

// order orders the next paper. It is false where the desk is busy with
// something else.
func (m *paperMenu) order(s *shell) bool {
	q := m.left[0]
	q.Printer = s.opt.Printers[m.on].ID
	if !s.ask(m, q) {
		return false
	}
	m.left = m.left[1:]
	return true
}

func (m *paperMenu) answer(s *shell, _ stampdesk.Request, o *stampdesk.Outcome) {
	if o.Result != stampdesk.Done || o.Entry == nil {
		return
	}
	m.names = append(m.names, s.paper(o.Entry))
	switch {
	case len(m.left) > 0:
		m.order(s)
	case len(m.names) > 1:
		s.say(good, fill(s.words.PrintedAll, strings.Join(m.names, ", "), s.shortPrinter(stampdesk.PrinterID(o.Entry.Fact(stampdesk.FactPrinter)))))
	default:
		s.say(good, s.printed(o))
	}
}

func (m *paperMenu) view(s *shell, w, h int) []string {
	var names []string
	for _, p := range m.papers {
		names = append(names, p.name(s))
	}
	lines := append([]string{s.style.Head.Render(m.title(s)), ""}, m.lines(s, names...)...)
	if len(s.opt.Printers) > 1 {
		name := s.printer(s.opt.Printers[m.on].ID)
		lines = append(lines, "", fill(s.words.PrinterIs, s.middle(name, max(min(w-8, 90)-8-width(s.words.PrinterIs), 10))))
	}
	return s.dialog(work, s.words.PrintTitle, lines, w, h)
}

func (m *paperMenu) hints(s *shell) []hint {
	out := m.choice.hints(s)
	if len(s.opt.Printers) > 1 {
		out = append([]hint{out[0], {"c", s.words.KeyElsewhere}}, out[1:]...)
	}
	return out
}

func (m *paperMenu) help(w *words) string { return w.HelpPaperMenu }

// judgesNothing: the number of a paper must not become a box because a card
// came by.
func (m *paperMenu) judgesNothing() {}

// printed says that a paper is in the queue, which copy it is and where it
// comes out.
func (s *shell) printed(o *stampdesk.Outcome) string {
	if o.Entry == nil {
		return ""
	}
	id := stampdesk.PrinterID(o.Entry.Fact(stampdesk.FactPrinter))
	where, sentence := s.printer(id), s.words.Printed
	if n := s.noticeOf(id); n != nil && n.Link == Down {
		sentence = s.words.PrintWaits // nobody is to be sent to fetch it
	}
	say := func(where string) string {
		return fill(sentence, s.paper(o.Entry), o.Entry.Fact(stampdesk.FactCopy), where)
	}
	return say(s.middle(where, max(s.width-12-width(say("")), 20))) // a path counts by its end
}

// paper names the paper that an entry ordered, and what it is about.
func (s *shell) paper(e *stampdesk.Entry) string {
	return strings.TrimSpace(s.document(e) + " " + s.paperAbout(e))
}

// document is what the paper of an order is called.
func (s *shell) document(e *stampdesk.Entry) string {
	return capital(stampdesk.Document(e.Fact(stampdesk.FactKind)).Label(s.lang))
}

// paperAbout is what the paper of an order is about: a batch, a unit, a shift
// or a card.
func (s *shell) paperAbout(e *stampdesk.Entry) string {
	switch stampdesk.Document(e.Fact(stampdesk.FactKind)) {
	case stampdesk.ShiftSheet:
		return e.Fact(stampdesk.FactShift)
	case stampdesk.GuestSlip, stampdesk.HeldSlip:
		return dotted(e.Fact(stampdesk.FactCard))
	}
	if e.Batch != "" {
		return fill(s.words.OfBatch, s.batchName(e.Batch))
	}
	return s.unit(stampdesk.UnitCode(e.Fact(stampdesk.FactUnit)))
}

// orderOf is the request that an order came from.
func orderOf(e *stampdesk.Entry) stampdesk.Print {
	q := stampdesk.Print{
		Document: stampdesk.Document(e.Fact(stampdesk.FactKind)), Batch: e.Batch, Unit: stampdesk.UnitCode(e.Fact(stampdesk.FactUnit)),
	}
	if n, err := strconv.ParseUint(e.Fact(stampdesk.FactShift), 10, 32); err == nil {
		q.Shift = stampdesk.ShiftID(n)
	}
	if card, err := stampdesk.ParseCard(e.Fact(stampdesk.FactCard)); err == nil {
		q.Card = card
	}
	return q
}

package tui

import (
	"strings"

	"stampdesk"
)

// batchList is all batches, those that need a person first.
type batchList struct {
	filter    field
	filtering bool
	left      string            // what was searched for before Esc
	at        stampdesk.BatchID // the chosen one
}

func (b *batchList) loaded(s *shell) {
	if b.at == "" {
		b.at = s.home()
	}
}

// rows are the batches that fit what was typed.
func (b *batchList) rows(s *shell) []*batchRow {
	want := stampdesk.Fold(b.filter.value())
	var out []*batchRow
	for i := range s.board.batches {
		if r := &s.board.batches[i]; strings.Contains(r.folded, want) {
			out = append(out, r)
		}
	}
	return out
}

// index is the row that is chosen; the first where that one is gone.
func (b *batchList) index(rows []*batchRow) int {
	for i, r := range rows {
		if r.ID == b.at {
			return i
		}
	}
	return 0
}

func (b *batchList) key(s *shell, in input) {
	rows := b.rows(s)
	i := b.index(rows)
	command := !b.filtering && b.filter.text == ""
	switch {
	case in.is(keys.Esc) && (b.filtering || b.filter.text != ""):
		b.left, b.filtering, b.filter.text = b.filter.text, false, ""
	case in.is(keys.Esc):
		if home := s.home(); home != "" && s.ask(b, stampdesk.TakeBatch{Batch: home}) {
			s.hush()
		}
	case in.moves():
		b.move(rows, i, in)
	case in.is(keys.Enter) && len(rows) > 0 && in.text == "":
		s.ask(b, stampdesk.TakeBatch{Batch: rows[i].ID})
	case command && in.is(keys.New):
		s.open(newOpening(s))
	case command && in.is(keys.Decide) && len(rows) > 0:
		s.open(newDecision(s, rows[i]))
	case command && in.is(keys.Print) && len(rows) > 0:
		s.choosePaper(s.batchTitle(rows[i].ID), s.batchPapers(rows[i].ID)...)
	case in.is(keys.Enter) && in.text == "" && len(rows) == 0 && b.filter.value() != "":
		s.search(b.filter.value())
	case command && in.is(keys.Menu):
		s.turnTo(&menu{})
	case command && in.is(keys.Appraise) && len(rows) > 0:
		s.turnTo(&appraisal{batch: rows[i].ID})
	case command && in.is(keys.Shift):
		s.hush()
		s.open(newShift(s))
	case command && in.is(keys.Overrule) && len(rows) > 0:
		b.reopen(s, rows[i])
	case command && in.is(keys.Return) && len(rows) > 0:
		b.giveBack(s, rows[i])
	case command && in.is(keys.Declare) && len(rows) > 0:
		if rows[i].IsClosed() {
			s.say(warn, s.about(rows[i], s.words.DeclareClosed))
			return
		}
		s.open(newDeclaration(rows[i]))
	case command && len(s.board.batches) == 0 && (in.is(keys.Decide) || in.is(keys.Print) || in.is(keys.Appraise) || in.is(keys.Overrule) || in.is(keys.Return) || in.is(keys.Declare)):
		s.say(warn, s.rules.Refusals[stampdesk.NoBatch])
	case command && in.is(keys.Find):
		b.filtering = true
		b.filter.again(b.left)
	default:
		b.filter.key(in)
	}
}

func (b *batchList) move(rows []*batchRow, i int, in input) {
	if len(rows) > 0 {
		b.at = rows[in.moved(i, len(rows))].ID
	}
}

// about names a batch in front of a sentence.
func (s *shell) about(r *batchRow, text string) string {
	return fill(s.words.Batch, s.batchName(r.ID)) + ": " + text
}

// reopen asks a supervisor to open a closed batch again.
func (b *batchList) reopen(s *shell, r *batchRow) {
	if !r.IsClosed() {
		s.say(warn, s.about(r, s.words.NotClosed))
		return
	}
	s.hush()
	id, what := r.ID, s.join(fill(s.words.Batch, s.batchName(r.ID)), r.unit, s.rules.States[r.State])
	s.open(newApproval(s, approvalOf{
		title: s.words.ReopenTitle, what: what, reasons: reopenReasons, needReason: true,
		ask: func(by stampdesk.Approval, r stampdesk.Reason, note string) stampdesk.Request {
			return stampdesk.ReopenBatch{Batch: id, Note: s.inWords(r, note), By: by}
		},
		done: func(s *shell, _ *stampdesk.Outcome) { s.say(good, fill(s.words.Reopened, s.batchName(id))) },
	}))
}

var reopenReasons = []stampdesk.Reason{stampdesk.ReasonMistake, stampdesk.ReasonUncollected, stampdesk.ReasonOther}

// giveBack asks who hands a closed batch over to whom.
func (b *batchList) giveBack(s *shell, r *batchRow) {
	switch {
	case !r.IsClosed():
		s.say(warn, s.about(r, s.rules.Refusals[stampdesk.BatchNotClosed]))
	case r.State == stampdesk.BatchReturned:
		s.say(warn, s.about(r, s.words.ReturnedAlready))
	default:
		s.hush()
		s.open(newHandOver(s, r))
	}
}

func (b *batchList) answer(s *shell, _ stampdesk.Request, o *stampdesk.Outcome) {
	if o.Result != stampdesk.Done {
		return
	}
	s.hush()
	b.filter.text, b.filtering = "", false
}

func (b *batchList) view(s *shell, w, h int) []string {
	title := s.words.Batches
	if n := len(s.board.batches); n > 0 {
		title += " (" + s.count(n) + ")"
	}
	search := ""
	if b.filtering || b.filter.text != "" {
		search = s.words.Find + " " + b.filter.view(s, 24, true)
	}
	out := append([]string{s.ends(" "+s.style.Head.Render(title), search+" ", w)}, b.remarks(s, w)...)
	if len(s.board.batches) == 0 {
		none, how := s.words.NoBatches, s.words.NoBatchesDo
		if len(s.board.units) == 0 {
			none, how = s.words.NoRosterYet, s.words.NoRosterDo
		}
		return s.block(append(out, "", "  "+none, "", "  "+how, "", b.said(s)), w, h)
	}
	t := s.table(w)
	out = append(out, s.style.Tone[quiet].Render(s.fit("   "+s.fit(s.words.BatchHead, t.id)+s.fit(s.words.UnitHead, t.unit)+s.columns(t.heads...)+"  "+s.words.StateHead, w)))
	rows := b.rows(s)
	i := b.index(rows)
	said := s.wrap(s.note.text, w-4, 2)
	from, to := window(len(rows), h-len(out)-1-len(said), i)
	for n := from; n < to; n++ {
		out = append(out, b.row(s, rows[n], n, n == i, &t, w))
	}
	if len(rows) == 0 {
		out = append(out, "  "+s.words.NothingFound)
	}
	out = s.block(out, w, h-len(said))
	for _, l := range said {
		out = append(out, s.fit("  "+s.style.Tone[s.note.tone].Render(l), w))
	}
	return out
}

// remarks are the lines above the list: who should be here, and what is due.
// They say so and lock nothing.
func (b *batchList) remarks(s *shell, w int) []string {
	var out []string
	if t := s.lowPaper(); t != "" && s.feed.low {
		out = append(out, s.style.Strip[warn].Render(s.fit(" "+fill(s.words.LowPaper, t), w)))
	}
	if t := s.offDuty(); t != "" {
		out = append(out, s.style.Tone[warn].Render(s.fit(" "+s.sign.Hold+" "+t, w)))
	}
	if t := s.deadlines(); t != "" {
		t = capital(t)
		for _, l := range s.wrap(t, w-2, 2) {
			out = append(out, s.style.Tone[quiet].Render(s.fit(" "+l, w)))
		}
	}
	if !s.board.shift.on {
		return append(out, s.style.Tone[quiet].Render(s.fit(" "+s.words.NoShiftYet, w)))
	}
	return append(out, "")
}

func (b *batchList) said(s *shell) string {
	return "  " + s.style.Tone[s.note.tone].Render(s.note.text)
}

// table says how wide the columns of the list are. Those that no batch has
// anything in make room for the names.
type table struct {
	id, unit, state int
	shown           [4]bool
	heads           []string
}

func (r *batchRow) figures() [4]int {
	return [4]int{r.expected, r.handled.Stamped, r.handled.Held, r.handled.Damaged}
}

func (s *shell) table(w int) table {
	t := table{id: width(s.words.BatchHead), state: width(s.words.StateHead), shown: [4]bool{true, true}}
	for i := range s.board.batches {
		r := &s.board.batches[i]
		t.id = max(t.id, width(s.batchName(r.ID)))
		t.state = max(t.state, width(s.state(r)))
		for n, f := range r.figures() {
			t.shown[n] = t.shown[n] || f != 0
		}
	}
	t.id, t.state = min(t.id, 12)+2, min(t.state, 20)
	for n, head := range [4]string{s.words.ColCards, s.words.ColStamped, s.words.ColHeld, s.words.ColDamaged} {
		if t.shown[n] {
			t.heads = append(t.heads, head)
		}
	}
	t.unit = w - 4 - t.id - 7*len(t.heads) - 2 - t.state
	return t
}

// state is what a batch waits for.
func (s *shell) state(r *batchRow) string {
	if r.freed > 0 {
		return fill(s.words.FreedN, s.count(r.freed))
	}
	switch r.need() {
	case 0:
		return fill(s.words.HeldN, s.count(r.handled.Held))
	case 1:
		return s.words.Undecided
	case 2:
		return s.words.CloseNowShort
	}
	return s.rules.States[r.State]
}

func (s *shell) columns(c ...string) string {
	var out strings.Builder
	for _, t := range c {
		out.WriteString(right(s.fit(t, min(width(t), 6)), 7))
	}
	return out.String()
}

func (b *batchList) row(s *shell, r *batchRow, i int, chosen bool, tab *table, w int) string {
	mark, t := " ", calm
	if n := r.need(); n <= 2 {
		mark, t = s.sign.Hold, warn
	} else if n >= 4 {
		t = quiet
	}
	point := " "
	if chosen {
		point = s.sign.Pointer
	}
	var nums []string
	for n, f := range r.figures() {
		if tab.shown[n] {
			nums = append(nums, s.count(f))
		}
	}
	kind := ""
	if r.Kind != stampdesk.Delivery {
		kind = " " + s.sign.Dot + " " + s.words.Kinds[r.Kind]
	}
	text := s.number(i) + s.fit(s.batchName(r.ID), tab.id) + s.fit(s.middle(r.unit, tab.unit-1-width(kind))+kind, tab.unit) + s.columns(nums...) + "  " + s.fit(s.state(r), tab.state)
	if chosen {
		text = s.style.Chosen.Render(text)
	}
	return s.fit(point+s.style.Tone[t].Render(mark)+" "+text, w)
}

func (b *batchList) hints(s *shell) []hint {
	if b.filter.value() != "" && len(b.rows(s)) == 0 {
		return []hint{{"Enter", s.words.KeyFindCard}, {"Esc", s.words.KeyBack}, {"F1", s.words.KeyHelp}}
	}
	if len(s.board.batches) == 0 {
		return []hint{{"n", s.words.KeyNew}, {"m", s.words.KeyMenu}, {"s", s.words.KeyShift}, {"?", s.words.KeyHelp}}
	}
	return []hint{{"Enter", s.words.KeyTakeBatch}, {"n", s.words.KeyNew}, {"q", s.words.KeyDecide}, {"p", s.words.KeyPrint},
		{"/", s.words.KeyFind}, {"m", s.words.KeyMenu}, {"a", s.words.KeyAppraise}, {"t", s.words.KeyReturn}, {"o", s.words.KeyReopen}, {"k", s.words.KeyDeclare}, {"s", s.words.KeyShift}, {"?", s.words.KeyHelp}}
}

func (b *batchList) help(w *words) string { return w.HelpBatches }

func (b *batchList) takesText() bool { return b.filtering || b.filter.text != "" }

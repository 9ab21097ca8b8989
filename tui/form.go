package tui

import (
	"strconv"
	"strings"

	"stampdesk"
)

// opening asks for a new batch: whose cards, how many, who brought them, and
// what sort of delivery it is, which Enter leaves as it is.
type opening struct {
	unit, count, by field
	kind            stampdesk.BatchKind
	on              int
	at              int // in the list of units
	chosen          *unitRow
	wrong           string
}

func newOpening(s *shell) *opening {
	return &opening{unit: field{most: 60}, count: field{most: 6}, by: field{most: 60}}
}

func (f *opening) found(s *shell) []*unitRow {
	want := stampdesk.Fold(f.unit.value())
	var out []*unitRow
	for i := range s.board.units {
		if u := &s.board.units[i]; strings.Contains(u.folded, want) {
			out = append(out, u)
		}
	}
	return out
}

func (f *opening) key(s *shell, in input) {
	f.wrong = ""
	found := f.found(s)
	switch {
	case in.is(keys.Esc):
		s.leave(f)
	case f.on == 0 && in.is(keys.Up):
		f.at = max(f.at-1, 0)
	case f.on == 0 && in.is(keys.Down):
		f.at = min(f.at+1, max(len(found)-1, 0))
	case f.on == onKind && (in.is(keys.Up) || in.kind == inputRune && in.text == " "):
		f.kind = (f.kind + 1) % stampdesk.BatchKind(len(s.words.Kinds))
	case f.on == onKind && in.kind == inputRune && in.text >= "1" && in.text <= "3":
		f.kind = stampdesk.BatchKind(in.text[0] - '1')
	case in.is(keys.Prev):
		f.on = max(f.on-1, 0)
	case in.is(keys.Next): // it goes round and never submits
		if f.on == 0 {
			f.choose(found)
		}
		f.on = (f.on + 1) % (onKind + 1)
	case in.is(keys.Enter):
		f.next(s, found)
	case f.on == onKind:
	default:
		if [...]*field{&f.unit, &f.count, &f.by}[f.on].key(in) && f.on == 0 {
			f.at, f.chosen = 0, nil
		}
	}
}

// The last fields of an opening, from which Enter opens the batch.
const (
	onBroughtBy = 2
	onKind      = 3
)

// next goes to the next field, and past the last one opens the batch.
func (f *opening) next(s *shell, found []*unitRow) {
	switch f.on {
	case 0:
		if f.choose(found); f.chosen == nil {
			f.wrong = s.rules.Refusals[stampdesk.UnknownUnit]
			return
		}
		f.on = 1
	case 1:
		if !f.counted() {
			f.wrong = s.words.WantCount
			return
		}
		f.on = 2
	case onBroughtBy, onKind:
		switch {
		case f.chosen == nil:
			f.on, f.wrong = 0, s.rules.Refusals[stampdesk.UnknownUnit]
			return
		case !f.counted():
			f.on, f.wrong = 1, s.words.WantCount
			return
		}
		n, _ := strconv.Atoi(f.count.value()) // checked; empty: not counted
		s.ask(f, stampdesk.OpenBatch{Unit: f.chosen.code, Kind: f.kind, Count: n, By: f.by.value()})
	}
}

// choose takes the unit that the list points at.
func (f *opening) choose(found []*unitRow) {
	if f.at < len(found) {
		u := *found[f.at]
		f.chosen, f.unit.text, f.at = &u, string(u.code), 0
	}
}

// counted reports that the count can be taken as it is.
func (f *opening) counted() bool {
	t := f.count.value()
	n, err := strconv.Atoi(t)
	return t == "" || err == nil && n > 0
}

// off reports that a delivery was counted that is not as large as the roster
// has it, n cards. Fewer may come than that, and it hinders nobody.
func (f *opening) off() (n int, off bool) {
	if f.chosen == nil || f.kind != stampdesk.Delivery || f.count.value() == "" {
		return 0, false
	}
	n, err := strconv.Atoi(f.count.value())
	return f.chosen.cards, err == nil && n != f.chosen.cards
}

func (f *opening) answer(s *shell, _ stampdesk.Request, o *stampdesk.Outcome) {
	if o.Result == stampdesk.Done {
		s.shut()
		s.hush()
		if s.batch != nil && s.prints() {
			s.feed.opened = s.batch.ID
			s.say(calm, fill(s.words.BatchOpened, s.batchName(s.batch.ID)))
		}
		return
	}
	f.wrong = s.note.text
	s.hush()
}

func (f *opening) view(s *shell, w, h int) []string {
	label := func(t string) string { return "  " + s.fit(t, 26) }
	unit := f.unit.view(s, 30, f.on == 0)
	if f.chosen != nil && f.on > 0 {
		unit = s.middle(f.chosen.name, w-34)
	}
	lines := []string{"",
		label(s.words.WhichUnit) + unit,
		label(s.words.HandCount) + f.count.view(s, 10, f.on == 1),
		label(s.words.BroughtBy) + f.by.view(s, 40, f.on == onBroughtBy),
		label(s.words.KindIs) + f.kinds(s),
		"", "  " + s.style.Tone[bad].Render(f.wrong)}
	if n, off := f.off(); off && f.on > 1 && f.wrong == "" {
		lines[len(lines)-1] = "  " + s.style.Tone[warn].Render(s.sign.Hold+" "+fill(s.words.CountIsNot, s.count(n)))
	}
	if f.on == 0 {
		found := f.found(s)
		from, to := window(len(found), h-len(lines)-4, f.at)
		for i := from; i < to; i++ {
			name := w - 36
			text := s.number(i) + s.fit(string(found[i].code), 10) + s.fit(s.middle(found[i].name, name-1), name) + right(fill(s.words.NCards, s.count(found[i].cards)), 14)
			if i == f.at {
				lines = append(lines, "  "+s.sign.Pointer+" "+s.style.Chosen.Render(text))
			} else {
				lines = append(lines, "    "+text)
			}
		}
		if len(s.board.units) == 0 {
			lines = append(lines, "  "+s.words.NoUnits, "", "  "+s.style.Tone[quiet].Render(s.words.NoRosterDo))
		}
	}
	return s.block(s.box(frameThin, work, " "+s.words.NewBatch+" ", lines, w-2, h), w, h)
}

// kinds are the kinds of batch, the chosen one marked.
func (f *opening) kinds(s *shell) string {
	var all []string
	for k, name := range s.words.Kinds {
		text := strconv.Itoa(k+1) + " " + name
		switch {
		case stampdesk.BatchKind(k) != f.kind:
			all = append(all, "  "+text)
		case f.on == onKind:
			all = append(all, s.sign.Pointer+" "+s.style.Chosen.Render(text))
		default:
			all = append(all, s.sign.Pointer+" "+s.style.Head.Render(text))
		}
	}
	return strings.Join(all, " ")
}

func (f *opening) hints(s *shell) []hint {
	enter := s.words.KeyNext
	if f.on >= onBroughtBy {
		enter = s.words.KeyOpenBatch
	}
	return []hint{{"Enter", enter}, {s.sign.MoreAbove + s.sign.MoreBelow, s.words.KeyChoose}, {"Tab", s.words.KeyField}, {"Esc", s.words.KeyCancel}}
}

func (f *opening) help(w *words) string { return w.HelpOpening }

// decision asks for the paper that lets a batch be stamped.
type decision struct {
	batch            stampdesk.BatchID
	unit             string
	no, date, signer field
	on               int
	wrong            string
}

func newDecision(s *shell, r *batchRow) *decision {
	d := &decision{batch: r.ID, unit: r.unit, no: field{most: 40}, date: field{most: 10}, signer: field{most: 60}}
	d.no.text, d.signer.text = r.Decision.No, r.Decision.Signer
	if d.date.text = r.Decision.Date.String(); d.date.text == "" {
		d.date.text = today(s.now)
	}
	d.no.keep, d.date.keep, d.signer.keep = true, true, true
	return d
}

func (d *decision) key(s *shell, in input) {
	d.wrong = ""
	switch {
	case in.is(keys.Esc):
		s.leave(d)
	case in.is(keys.Prev):
		d.on = max(d.on-1, 0)
	case in.is(keys.Next): // it goes round and never submits
		d.on = (d.on + 1) % 3
	case in.is(keys.Enter):
		d.next(s)
	default:
		[...]*field{&d.no, &d.date, &d.signer}[d.on].key(in)
	}
}

func (d *decision) next(s *shell) {
	date, err := stampdesk.ParseDate(d.date.value())
	switch {
	case d.on != 1 && d.no.value() == "":
		d.on, d.wrong = 0, s.rules.Refusals[stampdesk.NeedDecision]
	case d.on != 0 && (err != nil || date.Day == 0):
		d.on, d.wrong = 1, s.words.WantDate
	case d.on < 2:
		d.on++
	default:
		s.ask(d, stampdesk.DecideBatches{
			Batches:  []stampdesk.BatchID{d.batch},
			Decision: stampdesk.Decision{No: d.no.value(), Date: date, Signer: d.signer.value()},
		})
	}
}

func (d *decision) answer(s *shell, _ stampdesk.Request, o *stampdesk.Outcome) {
	if o.Result == stampdesk.Done {
		s.shut()
		text := fill(s.words.Decided, d.no.value(), s.batchName(d.batch))
		for i := range s.board.batches {
			if r := &s.board.batches[i]; r.ID == d.batch && r.waits > 0 {
				text += " " + fill(s.words.DecidedHeld, s.count(r.waits))
			}
		}
		s.say(good, text)
		return
	}
	d.wrong = s.note.text
	s.hush()
}

func (d *decision) view(s *shell, w, h int) []string {
	label := func(t string) string { return "  " + s.fit(t, 26) }
	lines := []string{"",
		"  " + s.style.Head.Render(s.middle(s.join(fill(s.words.Batch, s.batchName(d.batch)), d.unit), w-10)), "",
		label(s.words.DecisionNo) + d.no.view(s, 40, d.on == 0),
		label(s.words.DecisionDate) + d.date.view(s, 12, d.on == 1),
		label(s.words.DecisionSigner) + d.signer.view(s, 40, d.on == 2),
		"", "  " + s.style.Tone[bad].Render(d.wrong)}
	return s.block(s.box(frameThin, work, " "+s.words.DecisionTitle+" ", lines, w-2, min(h, 12)), w, h)
}

func (d *decision) hints(s *shell) []hint {
	return []hint{{"Enter", s.words.KeyNext}, {"Tab", s.words.KeyField}, {"Esc", s.words.KeyCancel}}
}

func (d *decision) help(w *words) string { return w.HelpDecision }

func (f *opening) takesText() bool { return true }

func (d *decision) takesText() bool { return true }

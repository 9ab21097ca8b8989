package tui

import (
	"strconv"

	"stampdesk"
)

// handOver asks who hands a closed batch over, and who receives it.
type handOver struct {
	batch    stampdesk.BatchID
	unit     string
	from, to field
	on       int
	wrong    string
}

func newHandOver(s *shell, r *batchRow) *handOver {
	h := &handOver{batch: r.ID, unit: r.unit, from: field{most: 60, keep: true}, to: field{most: 60}, on: 1}
	h.from.text = s.who()
	return h
}

// who is whoever is signed in, by name.
func (s *shell) who() string {
	switch {
	case s.person == nil:
		return ""
	case s.person.Name != "":
		return s.person.Name
	}
	return string(s.person.ID)
}

func (h *handOver) key(s *shell, in input) {
	h.wrong = ""
	switch {
	case in.is(keys.Esc):
		s.leave(h)
	case in.is(keys.Prev), in.is(keys.Next): // it never submits
		h.on = 1 - h.on
	case in.is(keys.Enter) && h.on == 0 && h.from.value() != "":
		h.on = 1
	case in.is(keys.Enter) && h.from.value() == "":
		h.on, h.wrong = 0, s.words.WantNames
	case in.is(keys.Enter) && h.to.value() == "":
		h.wrong = s.words.WantNames
	case in.is(keys.Enter):
		s.ask(h, stampdesk.ReturnBatch{Batch: h.batch, From: h.from.value(), To: h.to.value()})
	default:
		[...]*field{&h.from, &h.to}[h.on].key(in)
	}
}

func (h *handOver) answer(s *shell, _ stampdesk.Request, o *stampdesk.Outcome) {
	if o.Result == stampdesk.Done {
		s.shut()
		s.say(good, fill(s.words.HandedOver, s.batchName(h.batch), h.to.value()))
		return
	}
	h.wrong = s.note.text
	s.hush()
}

func (h *handOver) view(s *shell, w, rows int) []string {
	label := func(t string) string { return "  " + s.fit(t, 26) }
	lines := []string{"",
		"  " + s.style.Head.Render(s.middle(s.join(fill(s.words.Batch, s.batchName(h.batch)), h.unit), w-10)), "",
		label(s.words.HandsOver) + h.from.view(s, 40, h.on == 0),
		label(s.words.Receives) + h.to.view(s, 40, h.on == 1),
		"", "  " + s.style.Tone[bad].Render(h.wrong)}
	return s.block(s.box(frameThin, work, " "+s.words.ReturnTitle+" ", lines, w-2, min(rows, 11)), w, rows)
}

func (h *handOver) hints(s *shell) []hint {
	return []hint{{"Enter", s.words.KeyNext}, {"Tab", s.words.KeyField}, {"Esc", s.words.KeyCancel}}
}

func (h *handOver) help(w *words) string { return w.HelpHandOver }

func (h *handOver) takesText() bool { return true }

// declaration takes the figures that a unit declares on its own form.
type declaration struct {
	batch   stampdesk.BatchID
	unit    string
	before  stampdesk.Declared // those that are not asked for stay
	figures [len(declared)]field
	on      int
	wrong   string
}

// declared are the figures that are asked for, in the order of the form.
var declared = [...]string{"with_card", "without_card", "proposed", "damaged", "lost", "uncollected"}

func newDeclaration(r *batchRow) *declaration {
	d := &declaration{batch: r.ID, unit: r.unit, before: r.Declared}
	for i, name := range declared {
		f := field{most: 6, keep: true}
		if n, ok := r.Declared[name]; ok {
			f.text = strconv.Itoa(n)
		}
		d.figures[i] = f
	}
	return d
}

func (d *declaration) key(s *shell, in input) {
	d.wrong = ""
	switch {
	case in.is(keys.Esc):
		s.leave(d)
	case in.is(keys.Prev):
		d.on = max(d.on-1, 0)
	case in.is(keys.Next): // it goes round and never submits
		d.on = (d.on + 1) % len(d.figures)
	case in.is(keys.Enter):
		d.next(s)
	default:
		d.figures[d.on].key(in)
	}
}

// next goes to the next figure, and past the last one records them.
func (d *declaration) next(s *shell) {
	if _, ok := d.number(d.on); !ok {
		d.wrong = s.words.WantCount
		return
	}
	if d.on < len(d.figures)-1 {
		d.on++
		return
	}
	all := stampdesk.Declared{}
	for name, n := range d.before {
		all[name] = n
	}
	for i, name := range declared {
		n, ok := d.number(i)
		if !ok {
			d.on, d.wrong = i, s.words.WantCount
			return
		}
		if delete(all, name); n >= 0 {
			all[name] = n
		}
	}
	s.ask(d, stampdesk.Declare{Batch: d.batch, Declared: all})
}

// number is a figure; -1 where nothing is declared, false where it is none.
func (d *declaration) number(i int) (int, bool) {
	t := d.figures[i].value()
	if t == "" {
		return -1, true
	}
	n, err := strconv.Atoi(t)
	return n, err == nil && n >= 0
}

func (d *declaration) answer(s *shell, _ stampdesk.Request, o *stampdesk.Outcome) {
	if o.Result == stampdesk.Done {
		s.shut()
		s.say(good, fill(s.words.Declared, s.batchName(d.batch)))
		return
	}
	d.wrong = s.note.text
	s.hush()
}

func (d *declaration) view(s *shell, w, h int) []string {
	lines := []string{"",
		"  " + s.style.Head.Render(s.middle(s.join(fill(s.words.Batch, s.batchName(d.batch)), d.unit), w-10)), ""}
	for i := range d.figures {
		lines = append(lines, "  "+s.fit(s.words.Figures[i], 36)+d.figures[i].view(s, 8, i == d.on))
	}
	lines = append(lines, "", "  "+s.style.Tone[bad].Render(d.wrong))
	return s.block(s.box(frameThin, work, " "+s.words.DeclareTitle+" ", lines, w-2, min(h, 15)), w, h)
}

func (d *declaration) hints(s *shell) []hint {
	return []hint{{"Enter", s.words.KeyNext}, {"Tab", s.words.KeyField}, {"Esc", s.words.KeyCancel}}
}

func (d *declaration) help(w *words) string { return w.HelpDeclare }

func (d *declaration) takesText() bool { return true }

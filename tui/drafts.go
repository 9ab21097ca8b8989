package tui

// drafted is a form that can be left without losing what was typed into it: the
// same form about the same thing takes it over when it is asked for again. A
// PIN is never kept.
type drafted interface {
	screen
	// about names the form and the thing that it is about.
	about() string
	// recall takes over what was typed into a form about the same thing.
	recall(left screen)
}

// keepDraft keeps what was typed into a form until it is opened again, or
// somebody else sits down.
func (s *shell) keepDraft(f drafted) {
	if s.drafts == nil {
		s.drafts = map[string]screen{}
	}
	s.drafts[f.about()] = f
}

// leave takes a form off the screen with nothing done.
func (s *shell) leave(f drafted) {
	s.keepDraft(f)
	s.shut()
}

// giveWay takes away what is on top, for a card came; a help page over a form
// takes none of it along.
func (s *shell) giveWay() {
	for over := s.over; over != nil; over = under(over) {
		if f, ok := over.(drafted); ok {
			s.keepDraft(f)
		}
	}
	s.shut()
}

// uncover takes the palette and the help away, for behind them nobody would see
// what became of a card. What is asked under them stays.
func (s *shell) uncover() {
	for {
		switch s.over.(type) {
		case *palette, *helpPage:
			s.over = under(s.over)
		default:
			return
		}
	}
}

// under is what something on top hides; nil: nothing that is asked.
func under(over screen) screen {
	if b, ok := over.(interface{ below() screen }); ok {
		return b.below()
	}
	return nil
}

// recalled gives a form that is opened what was typed into it before.
func (s *shell) recalled(o screen) {
	f, ok := o.(drafted)
	if !ok {
		return
	}
	about := f.about()
	if left, ok := s.drafts[about]; ok {
		delete(s.drafts, about)
		if left != o {
			f.recall(left)
		}
	}
}

// forget drops what one person typed, and was asked, before another one sits
// down. What the machine wants to know it asks whoever sits there.
func (s *shell) forget() {
	clear(s.drafts)
	clear(s.unkept)
	clear(s.forms)
	s.sought, s.searched = "", ""
	switch s.over.(type) {
	case *jobQuestion, *nearQuestion:
	default:
		s.over = nil
	}
}

func (f *opening) about() string { return "opening" }

func (f *opening) recall(left screen) {
	*f = *left.(*opening)
	f.wrong = ""
}

func (d *decision) about() string { return "decision " + string(d.batch) }

func (d *decision) recall(left screen) {
	was := left.(*decision)
	d.no, d.date, d.signer, d.on = was.no, was.date, was.signer, was.on
}

func (h *handOver) about() string { return "hand-over " + string(h.batch) }

func (h *handOver) recall(left screen) {
	was := left.(*handOver)
	h.from, h.to, h.on = was.from, was.to, was.on
}

func (d *declaration) about() string { return "declaration " + string(d.batch) }

func (d *declaration) recall(left screen) {
	was := left.(*declaration)
	d.figures, d.on = was.figures, was.on
}

func (f *shiftForm) about() string {
	if f.ending {
		return "shift ends"
	}
	return "shift begins"
}

func (f *shiftForm) recall(left screen) {
	was := left.(*shiftForm)
	f.first, f.second, f.on = was.first, was.second, was.on
}

func (p *picker) about() string { return "picker " + p.title(&vietnameseWords) + p.card.String() }

func (p *picker) recall(left screen) { p.reason.recall(&left.(*picker).reason) }

// recall takes over the text and the choice of another field for the same
// reasons.
func (f *reasonField) recall(was *reasonField) { f.text, f.at = was.text, was.at }

func (p *approval) about() string { return "approval " + p.title + p.what }

// recall leaves the PIN out, which was not kept either. Who comes to approve
// types an id, whoever did before.
func (p *approval) recall(left screen) {
	was := left.(*approval)
	p.reason.recall(&was.reason)
	p.id.again(was.id.text)
}

func (f *papersForm) about() string { return "papers " + f.card.String() }

func (f *papersForm) recall(left screen) { f.papers = left.(*papersForm).papers }

func (f *renewForm) about() string { return "renewal " + f.of.Card.String() }

func (f *renewForm) recall(left screen) {
	was := left.(*renewForm)
	f.number, f.boxes, f.on = was.number, was.boxes, was.on
}

func (p *asking) about() string { return "value " + p.title + " " + p.was }

func (p *asking) recall(left screen) { p.field = left.(*asking).field }

func (f *personForm) about() string {
	if f.of != nil {
		return "PIN " + string(f.of.ID)
	}
	return "person"
}

// recall takes over all but the PINs.
func (f *personForm) recall(left screen) {
	was := left.(*personForm)
	f.id.text, f.name.text, f.chief = was.id.text, was.name.text, was.chief
}

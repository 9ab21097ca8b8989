package tui

import "stampdesk"

// headerForm asks for the header of papers: the board that owns the desk.
type headerForm struct {
	blank
	was stampdesk.Board // in force when it was filled in
}

// openHeader asks for the header of papers, with what was typed before.
func (s *shell) openHeader() {
	b := s.board.setup.Board
	s.hush()
	s.open(&headerForm{newBlank([]int{80, 80, 40, 20}, b.Upper, b.Name, b.Place, b.Symbol), b})
}

func (f *headerForm) about() string { return "header" }

func (f *headerForm) recall(left screen) {
	if was := left.(*headerForm); was.was == f.was {
		f.blank = was.blank
	}
}

func (f *headerForm) key(s *shell, in input) { f.fill(s, in, f, f.record) }

func (f *headerForm) record(s *shell) {
	b := stampdesk.Board{Upper: f.fields[0].value(), Name: f.fields[1].value(), Place: f.fields[2].value(), Symbol: f.fields[3].value()}
	switch {
	case b.Name == "":
		f.on, f.wrong = 1, s.words.NeedHeader
		return
	case b.Place == "":
		f.on, f.wrong = 2, s.words.NeedHeader
		return
	}
	s.keepDraft(f)
	s.open(newApproval(s, approvalOf{
		title: s.words.HeaderTitle, what: s.join(b.Upper, b.Name, b.Place, b.Symbol),
		ask: func(by stampdesk.Approval, _ stampdesk.Reason, _ string) stampdesk.Request {
			return stampdesk.ChangeSetup{Board: &b, By: by}
		},
		done: func(s *shell, _ *stampdesk.Outcome) {
			delete(s.drafts, f.about())
			s.shut()
			s.say(good, s.words.HeaderKept)
		},
	}))
}

func (f *headerForm) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (f *headerForm) view(s *shell, w, h int) []string {
	return f.blank.view(s, s.words.HeaderTitle, s.words.HeaderParts[:], s.words.HeaderHints[:], []string{s.words.HeaderHow}, w, h)
}

func (f *headerForm) help(w *words) string { return w.HelpHeader }

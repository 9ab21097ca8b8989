package tui

import (
	"strings"

	"stampdesk"
)

// headerForm asks for the header of papers: the board that owns the desk.
type headerForm struct {
	blank
	was stampdesk.Board // in force when it was filled in
}

// openHeader asks for the header of papers, with what was typed before.
func (s *shell) openHeader() {
	b := s.board.setup.Board
	s.hush()
	s.open(&headerForm{newBlank(
		[]int{80, 80, 40, 20, 160, 60, 60, 300},
		b.Upper, b.Name, b.Place, b.Symbol, inOneLine(b.SignedBy), b.Signer, b.DrawnUp, inOneLine(b.Recipients),
	), b})
}

// lineBetween stands between lines that are typed in one. A slash alone is a part of
// a word: T/M.
const lineBetween = " / "

func inOneLine(text string) string { return strings.ReplaceAll(text, "\n", lineBetween) }

// inLines is a text of several lines that was typed in one; blank ones are none.
func inLines(text string) string {
	var out []string
	for _, l := range strings.Split(" "+text+" ", lineBetween) {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, l)
		}
	}
	return strings.Join(out, "\n")
}

func (f *headerForm) about() string { return "header" }

func (f *headerForm) recall(left screen) {
	if was := left.(*headerForm); was.was == f.was {
		f.blank = was.blank
	}
}

func (f *headerForm) key(s *shell, in input) { f.fill(s, in, f, f.record) }

func (f *headerForm) record(s *shell) {
	at := func(i int) string { return f.fields[i].value() }
	b := stampdesk.Board{
		Upper: at(0), Name: at(1), Place: at(2), Symbol: at(3),
		SignedBy: inLines(at(4)), Signer: at(5), DrawnUp: at(6), Recipients: inLines(at(7)),
	}
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
		title: s.words.HeaderTitle, what: s.join(b.Upper, b.Name, b.Place, b.Symbol, inOneLine(b.SignedBy), b.Signer, b.DrawnUp, inOneLine(b.Recipients)),
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

package tui

import (
	"slices"
	"strconv"

	"stampdesk"
)

// renewals is the queue of cards that are to be exchanged or reissued.
type renewals struct {
	list list
	of   map[string]*stampdesk.Renewal // by the key of the row
}

func (p *renewals) read(from sight) (func(*shell), error) {
	all, err := stampdesk.Renewals(from, from.round)
	if err != nil {
		return nil, err
	}
	of := map[string]*stampdesk.Renewal{}
	rows := make([]row, 0, len(all))
	for i := range all {
		r := &all[i]
		u, err := unitName(from, r.Unit)
		if err != nil {
			return nil, err
		}
		line := renewalRow(r, u)
		of[line.key] = r
		rows = append(rows, line)
	}
	return func(*shell) { p.of = of; p.list.put(rows) }, nil
}

func renewalRow(r *stampdesk.Renewal, unit string) row {
	it := r.Item
	line := row{
		key: it.Card.Digits() + "/" + strconv.Itoa(int(r.Issue)), card: it.Card,
		folded: cardFound(it.Card, it.Name, it.Cell, unit, r.New.Card.Digits()),
		dim:    r.Guest || r.Stamped,
		cells: func(s *shell) []string {
			return []string{it.Card.String(), s.called(it.Name), s.called(unit), s.words.Renewal(r.Act), s.renewalState(r)}
		},
		detail: func(s *shell) string {
			text := s.join(it.Card.String(), it.Name, unit, it.Cell, s.rules.Acts[r.Act]) + ". "
			if r.New.Card != 0 && !r.Guest {
				text += capital(fill(s.words.NewIs, ""))
			}
			text += capital(s.renewalState(r))
			switch {
			case r.Guest || r.Stamped:
			case r.Due != 0:
				text += ". " + fill(s.words.BoxesDue, boxList(r.Due))
			default:
				text += ". " + s.words.BoxesUnknown
			}
			return text
		},
	}
	switch {
	case r.Stamped:
		line.sign, line.tone = stampSign, good
	case r.Guest:
	case r.New.Card == 0 && r.Complete:
		line.sign, line.tone = holdSign, work
	case r.New.Card == 0:
		line.sign, line.tone = holdSign, warn
	}
	return line
}

// renewalState is how far it is, and what is missing.
func (s *shell) renewalState(r *stampdesk.Renewal) string {
	switch {
	case r.Guest:
		return s.words.HomeBoardDoes
	case r.New.Card != 0 && r.Stamped:
		return fill(s.words.NewStamped, r.New.Card.String())
	case r.New.Card != 0:
		return fill(s.words.NewUnstamped, r.New.Card.String())
	case r.Complete:
		return s.words.PapersThere
	}
	return s.papers(r.Papers, r.Act)
}

// papers says what of the papers has come.
func (s *shell) papers(p stampdesk.Papers, act stampdesk.Act) string {
	text := fill(s.words.PhotosN, strconv.Itoa(p.Photos), strconv.Itoa(stampdesk.PhotosForNewCard))
	switch {
	case act != stampdesk.ActReissued:
		return text
	case p.Statement:
		return text + ", " + s.words.StatementIn
	}
	return text + ", " + s.words.StatementMissing
}

func (p *renewals) key(s *shell, in input) {
	r := p.list.now()
	var of *stampdesk.Renewal
	if r != nil {
		of = p.of[r.key]
	}
	command := of != nil && !p.list.searching()
	switch {
	case in.is(keys.Esc) && !p.list.searching():
		s.turnBack()
	case in.is(keys.Enter) && in.text == "" && r != nil:
		s.turnTo(newCardPage(r.card))
	case command && (in.is(keys.Act) || in.is(keys.Papers)) && of.Guest:
		s.say(warn, s.rules.Refusals[stampdesk.GuestsCard])
	case command && (in.is(keys.Act) || in.is(keys.Papers)) && of.New.Card != 0:
		s.say(warn, fill(s.words.HasNewCard, of.Card.String(), of.New.Card.String()))
	case command && in.is(keys.Papers):
		s.open(newPapersForm(of.Card, of.Name, of.Papers, of.Act))
	case command && in.is(keys.Act):
		s.open(newRenewForm(of))
	case command && in.is(keys.Print):
		s.choosePaper(func(s *shell) string { return s.words.AskRenewalPrint }, s.unitPapers(stampdesk.RenewalList, of.Unit)...)
	default:
		p.list.key(in)
	}
}

func (p *renewals) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (p *renewals) view(s *shell, w, h int) []string {
	return p.list.view(s, heading{
		title: s.counted(s.words.MenuRenewals, &p.list), empty: s.words.NoRenewals, how: s.words.NoRenewalsHow,
		columns: []string{s.words.ColNumber, s.words.ColName, s.words.UnitHead, s.words.ColWhat, s.words.StateHead},
		widths:  []int{11, -4, -3, 8, -6}, middle: 2,
	}, w, h)
}

func (p *renewals) hints(s *shell) []hint {
	return p.list.hints(s, hint{"h", s.words.KeyPapers}, hint{"x", s.words.KeyNewCard}, hint{"p", s.words.KeyPrint}, hint{"Enter", s.words.KeyCard})
}

func (p *renewals) help(w *words) string { return w.HelpRenewals }

func (p *renewals) takesText() bool { return p.list.searching() }

// papersForm records what came for a new card.
type papersForm struct {
	card   stampdesk.CardNumber
	name   string
	papers stampdesk.Papers
	lost   bool // a statement is asked for
}

func newPapersForm(card stampdesk.CardNumber, name string, had stampdesk.Papers, act stampdesk.Act) *papersForm {
	return &papersForm{card: card, name: name, papers: had, lost: act != stampdesk.ActExchanged}
}

func (f *papersForm) key(s *shell, in input) {
	switch {
	case in.is(keys.Esc):
		s.leave(f)
	case in.kind == inputRune && in.text >= "0" && in.text <= "9":
		f.papers.Photos = int(in.text[0] - '0')
	case in.is(keys.Up):
		f.papers.Photos = min(f.papers.Photos+1, 9)
	case in.is(keys.Down):
		f.papers.Photos = max(f.papers.Photos-1, 0)
	case f.lost && (in.text == " " || in.name == "tab"):
		f.papers.Statement = !f.papers.Statement
	case in.is(keys.Enter) && in.text == "":
		s.shut()
		s.ask(f, stampdesk.ReceivePapers{Card: f.card, Photos: f.papers.Photos, Statement: f.papers.Statement})
	}
}

func (f *papersForm) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (f *papersForm) view(s *shell, w, h int) []string {
	lines := []string{s.style.Head.Render(f.card.String() + "   " + f.name), "",
		s.fit(s.words.PhotosCame, 30) + s.style.Chosen.Render(" "+strconv.Itoa(f.papers.Photos)+" ") + "  " + fill(s.words.OfPhotos, strconv.Itoa(stampdesk.PhotosForNewCard))}
	if f.lost {
		mark := " "
		if f.papers.Statement {
			mark = s.sign.Stamp
		}
		lines = append(lines, s.fit(s.words.StatementCame, 30)+"["+mark+"]")
	}
	how := s.words.PapersHow
	if f.lost {
		how = s.words.PapersHowLost
	}
	return s.dialog(work, s.words.PapersTitle, append(lines, "", s.style.Tone[quiet].Render(how)), w, h)
}

func (f *papersForm) hints(s *shell) []hint {
	out := []hint{{"Enter", s.words.KeyRecord}, {"0-9", s.words.KeyPhotos}}
	if f.lost {
		out = append(out, hint{s.words.KeySpaceBar, s.words.KeyStatement})
	}
	return append(out, hint{"Esc", s.words.KeyCancel})
}

func (f *papersForm) numbered() {}

func (f *papersForm) help(w *words) string { return w.HelpPapers }

// renewForm records the new card that takes the place of an old one.
type renewForm struct {
	of            stampdesk.Renewal
	number, boxes field
	on            int
	wrong         string
	waiting       bool
}

func newRenewForm(of *stampdesk.Renewal) *renewForm {
	f := &renewForm{of: *of, number: field{most: 12}, boxes: field{most: 20}}
	f.boxes.text, f.boxes.keep = boxList(of.Due), true
	return f
}

// take takes the new card from the scanner.
func (f *renewForm) take(s *shell, code string) bool {
	card, err := stampdesk.ParseCard(code)
	if err != nil || f.number.text != "" || f.waiting {
		return false
	}
	f.number.text, f.on, f.wrong = card.String(), 1, ""
	return true
}

func (f *renewForm) key(s *shell, in input) {
	f.wrong = ""
	switch {
	case f.waiting:
	case in.is(keys.Esc):
		s.leave(f)
	case in.is(keys.Prev):
		f.on = 0
	case in.is(keys.Next):
		f.on = 1 - f.on
	case in.is(keys.Enter):
		f.next(s)
	default:
		[...]*field{&f.number, &f.boxes}[f.on].key(in)
	}
}

// next goes to the boxes, and from them asks the desk. Other boxes than those
// of the table are a supervisor's.
func (f *renewForm) next(s *shell) {
	card, err := stampdesk.ParseCard(f.number.value())
	if err != nil {
		f.on, f.wrong = 0, s.words.WantNumber
		return
	}
	if f.on == 0 {
		f.on = 1
		return
	}
	boxes, err := stampdesk.ParseBoxes(f.boxes.value())
	if err != nil || !s.board.setup.Round.Has(boxes) {
		f.wrong = fill(s.words.WantBoxes, strconv.Itoa(s.board.setup.Round.CardBoxes))
		return
	}
	old := f.of.Card
	if boxes == f.of.Due {
		f.waiting = s.ask(f, stampdesk.Renew{Card: old, New: card})
		return
	}
	s.open(newApproval(s, approvalOf{
		title: s.words.OwnBoxesTitle, what: fill(s.words.OwnBoxesWhat, old.String(), f.of.Name, card.String(), boxList(boxes)),
		reasons: boxReasons, needReason: true,
		ask: func(by stampdesk.Approval, r stampdesk.Reason, note string) stampdesk.Request {
			return stampdesk.Renew{Card: old, New: card, Boxes: boxes, Reason: r, Note: note, By: by}
		},
		done: func(s *shell, o *stampdesk.Outcome) { s.shut(); f.recorded(s, o) },
	}))
}

func (f *renewForm) recorded(s *shell, o *stampdesk.Outcome) {
	if o.Entry != nil {
		s.filed(o, fill(s.words.RenewedTo, dotted(o.Entry.Fact(stampdesk.FactNew)), boxList(o.Entry.Boxes)))
	}
}

func (f *renewForm) answer(s *shell, _ stampdesk.Request, o *stampdesk.Outcome) {
	f.waiting = false
	if o.Result == stampdesk.Declined {
		f.wrong = s.refusal(o)
		if slices.Contains([]stampdesk.Refusal{stampdesk.NumberTaken, stampdesk.NotEligible}, o.Refusal) {
			f.on = 0
		}
		s.hush()
		return
	}
	s.shut()
	f.recorded(s, o)
}

func (f *renewForm) view(s *shell, w, h int) []string {
	label := func(t string) string { return "  " + s.fit(t, 26) }
	due := s.words.BoxesUnknown
	if f.of.Due != 0 {
		due = fill(s.words.BoxesDue, boxList(f.of.Due))
	}
	missing := ""
	if !f.of.Complete {
		missing = s.join(capital(s.papers(f.of.Papers, f.of.Act)), s.words.PapersShort)
	}
	lines := []string{"",
		"  " + s.style.Head.Render(s.middle(s.join(s.rules.Acts[f.of.Act], f.of.Card.String(), f.of.Name), w-10)),
		"  " + due, "  " + s.style.Tone[warn].Render(missing),
		label(s.words.NewNumber) + f.number.view(s, 20, f.on == 0),
		label(s.words.NewBoxes) + f.boxes.view(s, 20, f.on == 1),
		"", "  " + s.style.Tone[bad].Render(f.wrong), "  " + s.style.Tone[quiet].Render(s.words.SameNumber)}
	return s.block(s.box(frameThin, work, " "+s.words.NewCardTitle+" ", lines, w-2, min(h, 13)), w, h)
}

func (f *renewForm) hints(s *shell) []hint {
	return []hint{{"Enter", s.words.KeyNext}, {"Tab", s.words.KeyField}, {"Esc", s.words.KeyCancel}, {"F1", s.words.KeyHelp}}
}

func (f *renewForm) help(w *words) string { return w.HelpRenew }

func (f *renewForm) takesText() bool { return true }

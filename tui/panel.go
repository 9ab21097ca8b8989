package tui

import (
	"strconv"

	"stampdesk"
)

// panel is what the frame on the desk says: one thing big, once in plain
// words, and what belongs to it.
type panel struct {
	frame frame
	tone  tone
	sign  string
	word  string   // plain, in the edge of the frame
	big   string   // what to do, or what was done
	lines []string // the card, the reason
	spare []int    // the lines that go where room is short, in this order
	foot  string   // the last line inside, where there are no boxes
	boxes *squares // the boxes of the card
	act   string   // the next act, under the frame
	look  bool     // the act is not what is usual
}

// panel chooses what is said now.
func (d *desk) panel(s *shell) panel {
	switch {
	case d.trouble != nil:
		return d.troubled(s)
	case d.question != nil:
		return d.question.panel(s)
	case d.blind():
		return s.withoutScanner()
	case d.shown != nil:
		return s.verdict(d.shown)
	}
	return s.idle()
}

// blind reports that the frame says that the scanner is gone. A card that has
// still to be put somewhere keeps the frame.
func (d *desk) blind() bool {
	return d.lost && d.question == nil && d.trouble == nil && (d.shown == nil || !setAside(d.shown))
}

func (d *desk) troubled(s *shell) panel {
	p := panel{
		frame: frameTrouble, tone: bad, sign: s.sign.Trouble, word: s.words.NotRecordedBig + " " + s.sign.Dot + " " + s.words.NotRecorded,
		big: s.words.NotRecordedBig,
		act: s.words.TryAgain,
	}
	if q := d.question; q != nil {
		p.lines = append(p.lines, cardLine(&q.Outcome), "")
	} else if d.trouble.Raw != "" {
		p.lines = append(p.lines, dotted(d.trouble.Raw), "")
	} else {
		p.act = s.words.ScanAgain
	}
	p.lines = append(p.lines, s.words.NotRecordedDo, "")
	if d.trouble.Err != nil {
		p.lines = append(p.lines, fill(s.words.Cause, d.trouble.Err.Error()))
	}
	return p
}

// panel asks; nothing in it is green.
func (q *question) panel(s *shell) panel {
	v := q.Verdict
	if v.Kind != stampdesk.Stamp { // what the rules say changed since it was presented
		p := s.verdict(&q.Outcome)
		p.act = s.words.EnterRecords
		return p
	}
	p := panel{
		frame: frameStamp, tone: work, sign: s.sign.Stamp, word: s.rules.Verdicts[stampdesk.Stamp],
		lines: s.memberLines(&q.Outcome), spare: []int{datesLine}, act: fill(s.words.DoStamp, s.boxes(q.boxes)),
	}
	p.big = p.word
	if v.New {
		p.act = fill(s.words.DoStampNew, s.boxes(q.boxes))
	}
	if q.relaminated {
		p.frame, p.sign, p.word = frameRelaminate, s.sign.Relaminate, s.words.Relaminate
		p.big, p.act = p.word, fill(s.words.DoRelaminate, s.boxes(q.boxes))
	}
	if v.New {
		p.word = s.join(p.word, s.words.NewCard)
	}
	if s.opt.Confirm == stampdesk.ConfirmNext && !q.relaminated {
		p.act = fill(s.words.DoStampNext, s.boxes(q.boxes))
	}
	switch {
	case q.boxes == 0:
		p.act, p.look = s.words.NoBox, true
	case q.Resumed: // nobody may stamp it again before it is known
		p.frame, p.tone, p.sign = frameHold, warn, s.sign.Unreadable
		p.word, p.big, p.act = s.words.ResumedBig, s.words.ResumedBig, s.words.Resumed
	}
	if q.boxes != q.proposed && q.boxes != 0 {
		say := s.words.OtherBoxes
		switch {
		case q.Resumed:
			say = s.words.OtherBoxesAsk
		case q.relaminated:
			say = s.words.OtherBoxesLam
		case s.opt.Confirm == stampdesk.ConfirmNext:
			say = s.words.OtherBoxesNext
		}
		p.act, p.look = fill(say, boxList(q.boxes), boxList(q.proposed)), true
	}
	if v.Late {
		p.lines = append(p.lines, s.words.Late)
	}
	say := s.earlier(v.Earlier)
	if v.Reason == stampdesk.ReasonOverridden { // whatever may be missing on it
		p.lines, say = append(p.lines, v.Reason.Sentence(s.lang)), ""
	}
	what, mark := s.words.ThisBox, s.sign.Box
	switch {
	case q.Resumed:
		what, mark = s.words.ThisBoxAsk, s.sign.Unreadable
	case q.boxes.Len() > 1:
		what = fill(s.words.TheseBoxes, s.count(q.boxes.Len()))
	}
	p.boxes = &squares{now: q.boxes, earlier: v.Earlier, mark: mark, tone: p.tone, what: []string{s.sign.Arrow + " " + what}, say: say}
	return p
}

// earlier says which boxes must bear a stamp already.
func (s *shell) earlier(b stampdesk.BoxSet) string {
	if b == 0 {
		return ""
	}
	return fill(s.words.EarlierBoxes, s.sign.Earlier, boxList(b))
}

// verdictWord is the word of a verdict. A card that is kept because it is
// damaged goes elsewhere than the others that are kept, and has its own.
func (s *shell) verdictWord(v *stampdesk.Verdict) string {
	if v.Kind == stampdesk.Hold && v.Goes == stampdesk.ExchangeBox {
		return s.words.DamagedBig
	}
	return s.rules.Verdicts[v.Kind]
}

// verdict is an outcome that asks nothing.
func (s *shell) verdict(o *stampdesk.Outcome) panel {
	v := o.Verdict
	p := panel{word: s.verdictWord(&v), lines: s.memberLines(o), spare: []int{datesLine}}
	p.big = p.word
	if o.Member == nil { // what stands there then is the reason
		p.spare = nil
	}
	switch v.Kind {
	case stampdesk.Hold:
		p.frame, p.tone, p.sign = frameHold, warn, s.sign.Hold
		if v.Goes == stampdesk.ExchangeBox {
			p.sign = s.sign.Damaged
		}
	case stampdesk.Refuse:
		p.frame, p.tone, p.sign = frameRefuse, bad, s.sign.Refuse
	case stampdesk.Repeat:
		p.frame, p.tone, p.sign = frameThin, quiet, s.sign.Repeat
		p.boxes = &squares{earlier: v.Boxes | v.Earlier, what: []string{fill(s.words.StampedAt, s.boxes(v.Boxes)), s.doneBy(v.Stands)}}
		p.act = fill(s.words.DoRepeat, s.boxes(v.Boxes))
		if o.Entry != nil && o.Entry.Issue > stampdesk.FirstIssue {
			p.lines = append(p.lines, fill(s.words.Reissued, strconv.Itoa(int(o.Entry.Issue))))
		}
		if stampedGuest(o) {
			p.lines = append(p.lines, s.words.GuestSlipDo)
		}
	case stampdesk.Unreadable:
		p.frame, p.tone, p.sign = frameThin, warn, s.sign.Unreadable
		p.lines, p.spare = []string{fill(s.words.WasRead, visible(o.Raw)), "", s.rules.Faults[v.Fault]}, nil
		p.act = s.words.DoUnreadable
	case stampdesk.Stamp:
		p.frame, p.sign = frameStamp, s.sign.Stamp
	}
	if v.Kind == stampdesk.Hold || v.Kind == stampdesk.Refuse {
		p.lines = append(p.lines, "", v.Reason.Sentence(s.lang))
		if o.Entry != nil && o.Entry.Note != "" && o.Entry.Act != stampdesk.ActVoided {
			p.lines = append(p.lines, fill(s.words.NoteIs, o.Entry.Note))
		}
		p.act = s.rules.Destinations[v.Goes]
		if v.Reason.IsFinal() && len(o.Near) == 0 {
			p.spare, p.lines = append(p.spare, len(p.lines)), append(p.lines, s.words.Final)
		}
		if v.Stands.Act != 0 && o.Result == stampdesk.Judged {
			p.spare, p.lines = append(p.spare, len(p.lines)), append(p.lines, s.doneBy(v.Stands))
		}
		if p.spare = append(p.spare, cellLine); o.Member == nil {
			p.spare = nil
		}
	}
	if o.Result == stampdesk.Recorded && o.Entry != nil {
		s.recorded(o, &p)
	}
	return p
}

// recorded turns a panel into what is on record now.
func (s *shell) recorded(o *stampdesk.Outcome, p *panel) {
	e := o.Entry
	no := fill(s.words.RecordNo, strconv.FormatUint(e.Key.Seq, 10))
	switch e.Act {
	case stampdesk.ActStamped:
		p.frame, p.tone, p.sign = frameStamp, good, s.sign.Stamp
		p.word, p.big = no, s.words.Recorded
		p.act = s.rules.Destinations[stampdesk.Onward]
		if s.opt.Confirm == stampdesk.ConfirmScan {
			p.word, p.big = s.rules.Verdicts[stampdesk.Stamp]+" "+s.sign.Dot+" "+no, s.rules.Verdicts[stampdesk.Stamp]
			p.act = fill(s.words.DoStampRecorded, s.boxes(e.Boxes))
		}
		what := fill(s.words.StampedAt, s.boxes(e.Boxes))
		if e.Flags.Has(stampdesk.Relaminated) {
			p.sign = s.sign.Relaminate
			what = s.join(s.words.RelaminatedShort, what)
		}
		p.boxes = &squares{now: e.Boxes, earlier: o.Verdict.Earlier, mark: s.sign.Stamp, tone: good, what: []string{no, what}}
		if stampedGuest(o) {
			p.lines = append(p.lines, "", s.words.GuestSlipDo)
		}
	case stampdesk.ActOverridden, stampdesk.ActReleased:
		p.frame, p.tone, p.sign = frameThin, calm, s.sign.Stamp
		p.word, p.big, p.foot, p.act = s.words.Allowed, s.words.Allowed, no, s.words.DoAllowed
	case stampdesk.ActVoided:
		p.frame, p.tone, p.sign = frameThin, calm, s.sign.Undone
		p.word, p.big, p.foot = s.words.Voided, s.words.Voided, fill(s.words.JournalNo, strconv.FormatUint(e.Key.Seq, 10))
		p.lines, p.act = s.memberLines(o), s.words.DoVoided
		if e.Key == s.unstamped {
			p.word, p.big, p.act = s.words.Unstamped, s.words.UnstampedBig, s.words.DoUnstamped
		}
		if e.Flags.Has(stampdesk.Inked) {
			p.frame, p.tone = frameHold, warn
			p.lines = append(p.lines, "", stampdesk.ReasonSpoiled.Sentence(s.lang))
			p.act = s.rules.Destinations[stampdesk.ExchangeBox]
		}
	default:
		p.word = s.join(p.word, no)
	}
}

// withoutScanner is the trouble of a cable that came out.
func (s *shell) withoutScanner() panel {
	return panel{
		frame: frameTrouble, tone: bad, sign: s.sign.Down, word: s.words.ScannerLostBig, big: s.words.ScannerLostBig,
		lines: []string{s.words.ScannerLostDo, s.devices.Scanner.About}, act: s.words.PlugIn,
	}
}

// idle is a calm screen that says how to go on.
func (s *shell) idle() panel {
	p := panel{frame: frameThin, tone: calm, word: s.words.ScanCard, big: s.words.ScanCardBig, act: s.words.TypeNumber}
	if s.batch != nil {
		p.lines = append(p.lines, s.join(fill(s.words.Batch, s.batchName(s.batch.ID)), s.unit(s.batch.Unit)))
		if left := s.counters.Left(); s.counters.Expected > 0 {
			p.lines = append(p.lines, fill(s.words.Left, s.count(left)))
			if left == 0 {
				p.act = s.words.CloseNow
			}
		}
		if t := s.offDuty(); t != "" {
			p.lines = append(p.lines, t)
		}
		if !s.board.shift.on {
			p.lines = append(p.lines, s.words.NoShiftYet)
		}
		if s.batch.Decision.No == "" && !s.board.setup.Rules.StampUnsealed {
			p.lines = append(p.lines, "", s.words.NoDecision)
		}
	}
	if s.opt.Sim != nil {
		p.foot = fill(s.words.SimHint, s.simName())
	}
	return p
}

func (s *shell) simName() string {
	if s.opt.SimName != "" {
		return s.opt.SimName
	}
	return s.words.SimName
}

func cardLine(o *stampdesk.Outcome) string {
	if o.Member == nil {
		return o.Card.String()
	}
	return o.Card.String() + "   " + o.Member.Name
}

// Where memberLines has the cell of a member, and the dates, which a card in the
// hand shows too.
const (
	cellLine  = 1 // and the unit, which stands above the frame too
	datesLine = 2
)

// memberLines are the card and whose it is.
func (s *shell) memberLines(o *stampdesk.Outcome) []string {
	if o.Card == 0 {
		return nil
	}
	m := o.Member
	if m == nil {
		return []string{s.style.Head.Render(o.Card.String())}
	}
	var birth, official string
	if !m.Birth.IsZero() {
		birth = fill(s.words.Born, m.Birth.String())
	}
	if !m.Official.IsZero() {
		official = fill(s.words.Official, m.Official.String())
	}
	unit := string(m.Unit)
	if o.Unit != nil {
		unit = o.Unit.Name
	}
	return []string{
		s.style.Head.Render(cardLine(o)),
		s.join(m.Cell, unit),
		s.join(birth, official),
	}
}

// visible makes what was read fit for a screen.
func visible(raw string) string {
	return strconv.QuoteToGraphic(raw)
}

// boxKeys are the digits that mean boxes.
func (s *shell) boxKeys() string {
	return "1-" + strconv.Itoa(min(max(s.board.setup.Round.CardBoxes, 1), 9))
}

package printer

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"stampdesk"
)

// Scope says what a tally counts; the zero value is the whole round.
type Scope struct {
	Unit     stampdesk.Unit
	Batch    stampdesk.BatchID
	Desk     stampdesk.DeskID
	Shift    stampdesk.ShiftID
	Operator string
}

// isWork reports that the tally counts what somebody did, so that there are no members to compare with.
func (s Scope) isWork() bool { return s.Desk != "" || s.Shift != 0 || s.Operator != "" }

// TallyDoc is the sheet of counts (bảng kiểm đếm) of a round, a unit or a batch, or of the work of a desk, a shift or a
// person, with the heads of the journal that it was counted from.
func TallyDoc(t stampdesk.Tally, s Scope, m Meta) Doc { return tallyDoc(t, s, shares{}, m) }

// tallyDoc is TallyDoc with the shares that the units and the people have in it.
func tallyDoc(t stampdesk.Tally, s Scope, by shares, m Meta) Doc {
	w := wordsIn(m.Lang)
	doc := Doc{Head: m.head(), Title: w.tally, Mark: m.mark("")}
	doc.Blocks = slices.Concat(
		m.round(), s.about(w), tallyBlocks(&t, s, by, m.Lang), headBlocks(t.Heads, w),
		unparted(m.signatures(w.compiler, w.supervisor), m.printed()),
	)
	return m.paged(doc, string(s.Batch))
}

// shares divide a tally.
type shares struct{ units, people []share }

// share is the part of a tally that somebody has in it.
type share struct {
	name string
	stampdesk.Part
}

// tallyBlocks are the figures of a tally, from top to bottom.
func tallyBlocks(t *stampdesk.Tally, s Scope, by shares, lang stampdesk.Lang) []Block {
	r := tallyRows{Tally: t, s: s, w: wordsIn(lang), lang: lang}
	r.collect()
	if len(by.units) > fewUnits {
		r.stampedOf(r.w.byManyUnits, by.units)
	} else {
		r.shares(r.w.byUnit, by.units)
	}
	r.shares(r.w.byOperator, by.people)
	return r.blocks()
}

func (s Scope) about(w *paperWords) []Block {
	var blocks []Block
	pair := func(key, value string) {
		if value != "" {
			blocks = append(blocks, Pair{Key: key, Value: value})
		}
	}
	pair(w.unit, s.Unit.Name)
	pair(w.unitCode, string(s.Unit.Code))
	pair(w.batch, string(s.Batch))
	pair(capital(w.desk)+":", string(s.Desk))
	if s.Shift != 0 {
		pair(w.shift, strconv.Itoa(int(s.Shift)))
	}
	pair(w.operator, s.Operator)
	if blocks == nil {
		pair(w.scope, w.wholeRound)
	}
	return blocks
}

// tallyRows collects the lines of a tally, and then sets the figures in columns.
type tallyRows struct {
	*stampdesk.Tally
	s    Scope
	w    *paperWords
	lang stampdesk.Lang
	rows []tallyRow
}

type tallyRow struct {
	word   string
	n      int
	share  string // a percentage, or a second figure, or empty
	indent int
	rule   bool // a rule stands above
	title  bool // there are no figures
	keep   bool // the next row stands on the same page
}

func (r *tallyRows) add(word string, n int) { r.rows = append(r.rows, tallyRow{word: word, n: n}) }

func (r *tallyRows) sub(indent int, word string, n int) {
	r.rows = append(r.rows, tallyRow{word: word, n: n, indent: indent})
}

func (r *tallyRows) part(indent int, word string, n int, p stampdesk.Share) {
	r.rows = append(r.rows, tallyRow{word: word, n: n, indent: indent, share: p.In(r.lang)})
}

// ruled draws a line above the first of the rows that add adds.
func (r *tallyRows) ruled(add func()) {
	at := len(r.rows)
	add()
	if len(r.rows) > at {
		r.rows[at].rule = true
	}
}

func (r *tallyRows) collect() {
	w, p := r.w, stampdesk.Shares{}.OfTally(r.Tally)
	r.ruled(r.population)
	r.ruled(func() { r.part(0, w.tStamped, r.Stamped, p.At("stamped")) })
	r.part(0, w.notStamped, r.NotStamped(), p.At("not_stamped"))
	r.part(1, w.damaged, r.Damaged, p.At("damaged"))
	r.by(r.DamagedBy)
	r.part(1, w.lost, r.Lost, p.At("lost"))
	r.part(1, w.uncollected, r.Uncollected, p.At("uncollected"))
	r.by(r.UncollectedBy)
	r.part(1, w.held, r.Held, p.At("held"))
	r.by(r.HeldBy)
	r.part(1, w.refused, r.Refused, p.At("refused"))
	r.by(r.RefusedBy)
	if !r.s.isWork() {
		r.part(1, w.remaining, r.Remaining, p.At("remaining"))
	}
	r.ruled(r.remarks)
	r.ruled(r.care)
	r.ruled(func() { r.others(w.newCards, r.NewCards) })
	r.ruled(func() { r.others(w.guests, r.Guests) })
	r.ruled(func() { r.others(w.outside, r.Outside) })
}

// population is what the stamps are compared with. A batch brings part of a unit's cards, so of its unit only the
// members are counted here, and who has no card only as far as its list 5 says.
func (r *tallyRows) population() {
	w := r.w
	if r.s.isWork() {
		r.add(w.handled, r.WithCard)
		return
	}
	r.add(w.members, r.Members())
	r.sub(1, w.official, r.Official)
	r.sub(1, w.probationary, r.Probationary)
	with := w.withCard
	if r.s.Batch != "" {
		with = w.ofBatch
	}
	r.add(with, r.WithCard)
	r.add(w.withoutCard, r.WithoutCard)
	r.reasons(1, r.WithoutCardBy)
	r.add(w.proposed, r.Proposed)
}

// by gives the reasons of a part, unless there is only the one that says no more than the part itself.
func (r *tallyRows) by(reasons map[stampdesk.Reason]int) {
	for _, same := range [...]stampdesk.Reason{stampdesk.ReasonUncollected, stampdesk.ReasonDamaged} {
		if _, ok := reasons[same]; ok && len(reasons) == 1 {
			return
		}
	}
	r.reasons(2, reasons)
}

// reasons lists the most frequent first.
func (r *tallyRows) reasons(indent int, reasons map[stampdesk.Reason]int) {
	for _, why := range slices.SortedFunc(maps.Keys(reasons), func(a, b stampdesk.Reason) int {
		return cmp.Or(cmp.Compare(reasons[b], reasons[a]), cmp.Compare(a, b))
	}) {
		n := reasons[why]
		if why == "" || why == stampdesk.ReasonUncollected {
			why = stampdesk.ReasonUnstated
		}
		if n != 0 {
			r.sub(indent, why.Label(r.lang), n)
		}
	}
}

func (r *tallyRows) remarks() {
	w := r.w
	r.add(w.relaminated, r.Relaminated)
	r.add(w.late, r.Late)
	r.add(w.overridden, r.Overridden)
	r.add(w.voided, r.Voided)
	if r.Exchanged != 0 {
		r.add(w.exchanged, r.Exchanged)
	}
	if r.Reissued != 0 {
		r.add(w.reissued, r.Reissued)
	}
	for _, box := range slices.Sorted(maps.Keys(r.Boxes)) {
		if n := r.Boxes[box]; n != 0 {
			r.add(fmt.Sprintf(w.inBox, box), n)
		}
	}
}

// care is what the desk remarked on the use and care of cards.
func (r *tallyRows) care() {
	n := 0
	for _, of := range r.Remarks {
		n += of
	}
	if n > 0 {
		r.add(r.w.remarks, n)
		r.reasons(1, r.Remarks)
	}
}

// shares list the parts of the tally: all their cards, also those outside the population, and under them what became of
// them.
func (r *tallyRows) shares(title string, parts []share) {
	if len(parts) == 0 {
		return
	}
	r.rows = append(r.rows, tallyRow{word: title, rule: true, title: true})
	for i := range parts {
		p, w := &parts[i], r.w
		all, from := p.All(), len(r.rows)
		r.add(p.name, all.Seen()+p.Uncollected)
		r.parts(all)
		for _, part := range []struct {
			word string
			n    int
		}{
			{w.uncollected, p.Uncollected}, {strings.ToLower(w.late), p.Late},
			{strings.ToLower(w.overridden), p.Overridden}, {strings.ToLower(w.voided), p.Voided},
		} {
			if part.n != 0 {
				r.sub(1, part.word, part.n)
			}
		}
		for k := from; k < len(r.rows)-1; k++ {
			r.rows[k].keep = true // nobody would know whose the rest is
		}
	}
}

// fewUnits is how many units a tally tells all about. A round has hundreds: of each stands on one line what was stamped,
// and what was not, whatever the reason.
const fewUnits = 12

func (r *tallyRows) stampedOf(title string, parts []share) {
	r.rows = append(r.rows, tallyRow{word: title, rule: true, title: true})
	for i := range parts {
		p := &parts[i]
		all := p.All()
		rest := all.Seen() - all.Stamped + p.Uncollected
		r.rows = append(r.rows, tallyRow{word: p.name, n: all.Stamped, share: "+" + number(rest, r.lang)})
	}
}

// others are cards outside the population.
func (r *tallyRows) others(word string, h stampdesk.Handled) {
	if h == (stampdesk.Handled{}) {
		return
	}
	r.add(word, h.Seen())
	r.parts(h)
}

// parts are what became of cards, as far as there are any.
func (r *tallyRows) parts(h stampdesk.Handled) {
	w := r.w
	for _, part := range []struct {
		word string
		n    int
	}{
		{strings.ToLower(w.tStamped), h.Stamped}, {strings.ToLower(w.relaminated), h.Relaminated}, {w.damaged, h.Damaged},
		{w.lost, h.Lost}, {w.held, h.Held}, {w.refused, h.Refused},
	} {
		if part.n != 0 {
			r.sub(1, part.word, part.n)
		}
	}
}

// blocks sets counts and percentages in two columns at the right edge. They are pairs and not a table, so that on
// narrow paper a long word pushes its figures to the next line and the figures still stand in their columns.
func (r *tallyRows) blocks() []Block {
	count, share := 0, 0
	for _, row := range r.rows {
		count, share = max(count, len(number(row.n, r.lang))), max(share, len(row.share))
	}
	var blocks []Block
	for i, row := range r.rows {
		if row.rule {
			blocks = append(blocks, Keep{Rule{}})
		}
		if row.title {
			blocks = append(blocks, Keep{Text{Text: row.word, Bold: true}})
			continue
		}
		figures := fmt.Sprintf("%*s %*s", count, number(row.n, r.lang), share, row.share)
		var pair Block = Pair{
			Key: keep(strings.Repeat("  ", row.indent)) + row.word, Value: keep(figures), Bold: row.indent == 0,
		}
		if row.keep || i+1 < len(r.rows) && r.rows[i+1].indent > row.indent { // its parts follow
			pair = Keep{pair}
		}
		blocks = append(blocks, pair)
	}
	return blocks
}

// headBlocks name the end of every journal that the figures were counted from.
func headBlocks(heads []stampdesk.Head, w *paperWords) []Block {
	if len(heads) == 0 {
		return nil
	}
	blocks := []Block{Keep{Rule{}}, Keep{Text{Text: w.heads, Bold: true}}}
	for _, h := range heads {
		blocks = append(blocks, Pair{Key: stampdesk.EntryKey{Desk: h.Desk, Seq: h.Seq}.String(), Value: h.Chain.Short()})
	}
	return blocks
}

package stampdesk

import (
	"cmp"
	"context"
	"slices"
	"strconv"
)

// PhotosForNewCard is how many photographs of 2×3 cm a new card takes.
const PhotosForNewCard = 2

// ReceivePapers records what came for the exchange or the reissue of a card:
// photographs, and for a lost card the written account of the loss (bản trình
// bày về việc mất thẻ). The newest record counts.
type ReceivePapers struct {
	Card      CardNumber
	Photos    int
	Statement bool
}

func (q ReceivePapers) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	if d.who == nil {
		return declined(NotSignedIn, q.Card)
	}
	o, err := d.record(ctx, func(tx Tx, setup Setup) (Outcome, error) {
		dossier, _, err := ReadDossier(tx, q.Card, "")
		if err != nil {
			return Outcome{}, err
		}
		if _, _, ok := dossier.Mark.renewal(); !ok || dossier.Mark.Next.Card != 0 {
			return refused(NotEligible, q.Card), nil
		}
		e := d.cardEntry(setup, ActPapersReceived, dossier)
		e.Batch = ""
		e.Facts = []Fact{{FactPhotos, strconv.Itoa(max(q.Photos, 0))}}
		if q.Statement {
			e.Facts = append(e.Facts, Fact{FactPaper, "1"})
		}
		e, err = Record(tx, e, nil, nil)
		return Outcome{Result: Done, Card: q.Card, Entry: &e}, err
	})
	return committed(o, err)
}

// Renew records the new card that takes the place of a damaged or a lost one:
// an exchange (đổi thẻ) or a reissue (cấp lại thẻ), and the boxes that it is to
// carry. The old card is void from then on; the new one is stamped like any
// other, when it comes.
type Renew struct {
	Card   CardNumber
	New    CardNumber // may be the same number: then it is the next issue
	Boxes  BoxSet     // empty: those of the table
	Reason Reason     // required where Boxes are not those of the table
	Note   string
	By     Approval // for the same case
}

func (q Renew) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	switch {
	case d.who == nil:
		return declined(NotSignedIn, q.Card)
	case q.New == 0:
		return declined(NotEligible, q.New)
	}
	if o, err := d.noted(ctx, q.Note, q.Reason); err != nil || o != nil {
		return o, err
	}
	var approver PersonID
	if own, err := d.choosesBoxes(ctx, q); err != nil {
		return nil, err
	} else if own {
		if q.Reason == "" {
			return declined(NeedReason, q.Card)
		}
		var no []Outcome
		if approver, no, err = d.approve(ctx, q.By, q.Card); err != nil || no != nil {
			return no, err
		}
	}
	o, err := d.record(ctx, func(tx Tx, setup Setup) (Outcome, error) {
		dossier, rules, err := ReadDossier(tx, q.Card, "")
		if err != nil {
			return Outcome{}, err
		}
		// A card in somebody's hand is this piece of plastic, not the next.
		if no := d.inHands(func(e *Entry) bool { return e.Card == q.Card || e.Card == q.New }); no != nil || d.open != nil {
			return refused(CardOpen, q.Card), nil
		}
		act, refusal, err := d.mayRenew(tx, setup, rules, dossier, q)
		if err != nil || refusal != "" {
			return refused(refusal, q.Card), err
		}
		boxes := q.Boxes
		if table, known := rules.NewCardBoxes(dossier.Member, setup.Round); boxes == 0 && known {
			boxes = table
		}
		switch {
		case boxes == 0:
			return refused(NeedBoxes, q.Card), nil
		case !setup.Round.Has(boxes):
			return refused(NotABox, boxes), nil
		}
		e := d.cardEntry(setup, act, dossier)
		if dossier.Void.Card != 0 { // the roster had the new number first: the member's card stands where the old one does
			e.Class, e.Unit = dossier.Member.Class(), dossier.Member.Unit
		}
		e.Batch = ""
		e.Boxes, e.Reason, e.Note, e.Approver = boxes, q.Reason, q.Note, approver
		e.Facts = []Fact{{FactNew, q.New.Digits()}}
		e, err = Record(tx, e, nil, nil)
		return Outcome{Result: Recorded, Card: q.Card, Member: dossier.Member, Entry: &e}, err
	})
	return committed(o, err)
}

// choosesBoxes reports whether a person wants other boxes than the table's.
func (d *Desk) choosesBoxes(ctx context.Context, q Renew) (own bool, err error) {
	if q.Boxes == 0 {
		return false, nil
	}
	err = d.Store.View(ctx, func(s Snapshot) error {
		dossier, rules, err := ReadDossier(s, q.Card, "")
		if err != nil || dossier.Member == nil {
			return err
		}
		table, known := rules.NewCardBoxes(dossier.Member, dossier.Round)
		own = !known || table != q.Boxes
		return nil
	})
	return own, err
}

// mayRenew says whether it is an exchange or a reissue, or why it can be
// neither.
func (d *Desk) mayRenew(tx Tx, setup Setup, rules Rules, dossier *Dossier, q Renew) (Act, Refusal, error) {
	act, _, ok := dossier.Mark.renewal()
	m := dossier.Member
	switch {
	case !ok || m == nil || dossier.Mark.Next.Card != 0 || dossier.Issue == 255:
		return 0, NotEligible, nil
	case m.Class() == Guest: // the home board has the file and the numbers
		return 0, GuestsCard, nil
	case !m.Status.CountsOfficial():
		return 0, NotEligible, nil
	case dossier.Void.Card != 0 && q.New != dossier.Void.Card: // the roster knows which it is
		return 0, NumberTaken, nil
	}
	if rules.PapersFirst {
		papers, err := PapersOf(tx, dossier.Mark.Latest)
		if err != nil || !papers.complete(act) {
			return 0, NeedPapers, err
		}
	}
	if q.New == q.Card {
		return act, "", nil
	}
	other, err := tx.Member(q.New)
	if err != nil {
		return 0, "", err
	}
	mark, err := tx.Mark(MarkKey{uint8(setup.Round.Ordinal), q.New, FirstIssue})
	if err != nil {
		return 0, "", err
	}
	if other != nil && other.ID != m.ID && other.OldCard != q.Card || mark.Prev.Card != 0 || mark.Next.Card != 0 || mark.IsSeen() && mark.Class == Ours {
		return 0, NumberTaken, nil
	}
	return act, "", nil
}

// renewal says whether a card is to be exchanged or reissued, and why, by where
// it stands.
func (m *Mark) renewal() (Act, Reason, bool) {
	for _, c := range m.Cells(0) {
		switch place, _ := PlaceOf(c.Act, c.reason()); place {
		case InDamaged:
			return ActExchanged, c.reason(), true
		case InLost:
			return ActReissued, c.reason(), true
		}
	}
	return 0, "", false
}

// Papers are what has come for a new card.
type Papers struct {
	Photos    int
	Statement bool
}

// complete reports whether the papers suffice for an exchange or a reissue.
func (p Papers) complete(act Act) bool {
	return p.Photos >= PhotosForNewCard && (act != ActReissued || p.Statement)
}

// Papers are those that an entry received.
func (e *Entry) Papers() Papers {
	n, _ := strconv.Atoi(e.Fact(FactPhotos))
	return Papers{n, e.Fact(FactPaper) != ""}
}

// PapersOf are the papers that came last for a card, by its history from its
// latest entry.
func PapersOf(l LedgerReader, latest EntryKey) (Papers, error) {
	for k := latest; !k.IsZero(); {
		e, err := l.Entry(k)
		if err != nil {
			return Papers{}, err
		}
		if e.Act == ActPapersReceived {
			return e.Papers(), nil
		}
		k = e.Before
	}
	return Papers{}, nil
}

// Renewal is a card that is to be exchanged or reissued, and how far that is.
type Renewal struct {
	Item
	Issue    Issue
	Act      Act    // ActExchanged or ActReissued
	Why      Reason // as the desk found, or as the unit's list says; may be empty
	Papers   Papers
	Complete bool    // all papers are there
	Guest    bool    // for the home board to do
	New      Plastic // the new card; zero: not yet
	Due      BoxSet  // the boxes of the new card; 0: nobody can tell yet
	Stamped  bool    // the new card carries them
}

// Renewals is the queue of exchanges and reissues of a round: what waits
// first, by unit, cell and number.
func Renewals(s Snapshot, round uint8) ([]Renewal, error) {
	setup, err := s.Setup()
	if err != nil {
		return nil, err
	}
	var all []Renewal
	for m, err := range s.Marks(round) {
		if err != nil {
			return nil, err
		}
		act, why, ok := m.Mark.renewal()
		if !ok {
			continue
		}
		r := Renewal{
			Issue: m.Key.Issue, Act: act, Why: why, Guest: m.Mark.Class == Guest, New: m.Mark.Next,
			Item: Item{Card: m.Key.Card, Class: m.Mark.Class, Unit: m.Mark.Unit, Standing: m.Mark.Standing},
		}
		if err := r.fill(s, setup, m); err != nil {
			return nil, err
		}
		all = append(all, r)
	}
	slices.SortStableFunc(all, func(a, b Renewal) int {
		done := func(r Renewal) int { return min(int(r.New.Card), 1) }
		return cmp.Or(cmp.Compare(done(a), done(b)), cmp.Compare(a.Unit, b.Unit), cmp.Compare(a.Cell, b.Cell), cmp.Compare(a.Card, b.Card))
	})
	return all, nil
}

func (r *Renewal) fill(s Snapshot, setup Setup, m Marked) (err error) {
	if r.Papers, err = PapersOf(s, m.Mark.Latest); err != nil {
		return err
	}
	r.Complete = r.Papers.complete(r.Act)
	owner, err := ownerOf(s, m.Key, m.Mark)
	if err == nil && owner == nil && r.New.Card != 0 {
		owner, err = s.Member(r.New.Card)
	}
	if err != nil {
		return err
	}
	if owner != nil {
		r.Name, r.Cell = owner.Name, owner.Cell
		r.Due, _ = setup.Rules.NewCardBoxes(owner, setup.Round)
	}
	if r.New.Card == 0 {
		return nil
	}
	now, err := s.Mark(MarkKey{m.Key.Round, r.New.Card, r.New.Issue})
	r.Due, r.Stamped = now.Due, now.Standing.Act == ActStamped
	return err
}

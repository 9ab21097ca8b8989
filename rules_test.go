package stampdesk_test

import (
	"fmt"
	"testing"
	"time"

	. "stampdesk"
)

// A working day inside the window of round 4, and one after it.
var (
	inWindow    = time.Date(2021, 4, 20, 9, 0, 0, 0, time.Local)
	afterWindow = time.Date(2021, 5, 20, 9, 0, 0, 0, time.Local)
)

func round4() Round {
	return Round{Ordinal: 4, Box: 4, CardBoxes: 4, From: Date{2021, 4, 15}, To: Date{2021, 5, 15}}
}

// Where a sentence of the table comes from: the document, and whether it says
// so or we conclude it.
const (
	qnStated   = "07-KH/ĐUK Quảng Nam 2021, after 01-HD/BTCTW 2021: stated"
	qnInferred = "07-KH/ĐUK Quảng Nam 2021, after 01-HD/BTCTW 2021: inferred"
	vinh       = "03-HD/ĐU Vinh University 06/4/2021: stated"
	tw7        = "01-HD/TW 2021 §7.1: stated"
	longBien   = "Long Biên results of round 4, 20/5/2021: stated"
	number     = "12-HD/BTCTW 2022, one number for each member: inferred"
	ownRule    = "no document says: a rule of the desk"
)

// row is one sentence of the procedure.
type row struct {
	sentence, source string
	dossier          Dossier
	rules            Rules
	at               time.Time // zero: inside the window

	kind    Kind
	reason  Reason
	goes    Destination
	boxes   BoxSet // of a stamp; 0: the box of round 4
	earlier BoxSet
	isNew   bool
	late    bool
}

// fails says what is wrong with the verdict on a row, or "".
func (r *row) fails(judge func(Rules, *Dossier, time.Time) Verdict) (why string) {
	defer func() {
		if p := recover(); p != nil {
			why = fmt.Sprint("panic: ", p)
		}
	}()
	at, d := r.at, r.dossier
	if at.IsZero() {
		at = inWindow
	}
	d.Card, d.Round = 31000412, round4()
	d.Round.ListDate = Date{2021, 4, 15}
	v := judge(r.rules, &d, at)
	want := Verdict{Kind: r.kind, Reason: r.reason, Goes: r.goes, Boxes: r.boxes, Earlier: r.earlier, New: r.isNew, Late: r.late}
	if want.Boxes == 0 && (r.kind == Stamp || r.kind == Repeat) {
		want.Boxes = BoxesOf(4)
	}
	if r.kind == Unreadable {
		want.Fault = FaultLeadZero
	}
	v.Stands = Standing{}
	if v != want {
		return fmt.Sprintf("verdict %+v, want %+v", v, want)
	}
	return ""
}

// TestProcedure is the rule book as a table: one row for each sentence of the
// procedure, and rows for the order of the rules.
func TestProcedure(t *testing.T) {
	rows := procedureRows()
	seen := map[string]bool{}
	for _, row := range rows {
		t.Run(row.sentence, func(t *testing.T) {
			if row.source == "" || seen[row.sentence] {
				t.Error("want a sentence of its own, and its source")
			}
			seen[row.sentence] = true
			if why := row.fails(Rules.Judge); why != "" {
				t.Error(why)
			}
		})
	}
	t.Logf("%d rows", len(rows))
}

func procedureRows() []row {
	decided := func(b Batch) *Batch { b.Decision = decision; return &b }
	own := Batch{ID: "B1-001", Unit: "P01"}
	of := func(k BatchKind) *Batch { b := own; b.Kind = k; return decided(b) }
	withList := func(b *Batch) *Batch { b.Lists.Set(FormStamp, EntryKey{"B1", 9}); return b }
	listedBy := func(u UnitCode, forms ...Form) Mark {
		var m Mark
		for _, f := range forms {
			m.Listed = append(m.Listed, Listing{Form: f, Unit: u, Standing: Standing{Act: ActListLoaded, Entry: EntryKey{"B1", 9}}})
		}
		return m
	}
	listed := func(forms ...Form) Mark { return listedBy("P01", forms...) }
	standing := func(act Act, r Reason, f Flags) Mark {
		return Mark{Standing: Standing{Act: act, Reason: r, Flags: f, Boxes: BoxesOf(4), Entry: EntryKey{"B1", 30}}}
	}
	overruled := func(batch BatchID, boxes ...int) Mark {
		return Mark{Standing: Standing{Act: ActOverridden, Batch: batch, Boxes: BoxesOf(boxes...), Entry: EntryKey{"B1", 30}}}
	}
	both := func(m Mark, l Mark) Mark { m.Listed = l.Listed; return m }
	member := func(s Status) *Member {
		return &Member{Card: 31000412, Unit: "P01", Status: s, Official: Date{1998, 5, 19}}
	}
	recognised := func(d Date) *Member { m := member(Official); m.Official = d; return m }
	elsewhere := func(s Status) *Member { m := member(s); m.Unit = "P02"; return m }
	replacing := func(due ...int) Mark { return Mark{Prev: Plastic{31000400, FirstIssue}, Due: BoxesOf(due...)} }
	table := Rules{NewCards: newCardTable()}
	_, unreadable := ParseCard("3100041")
	return []row{
		// Who gets the stamp.
		{sentence: "an official member's card, on the roster and on list 2, is stamped in box 4", source: qnStated,
			dossier: Dossier{Member: member(Official), Batch: withList(decided(own)), Mark: listed(FormStamp)}, kind: Stamp, reason: ReasonEligible},
		{sentence: "a card that the unit's list 2 leaves out is held: both list and roster must confirm it", source: qnStated,
			dossier: Dossier{Member: member(Official), Batch: withList(decided(own))}, kind: Hold, reason: ReasonNotListed, goes: HeldTray},
		{sentence: "a card on list 2 that the roster does not know is held: both must confirm it", source: qnStated,
			dossier: Dossier{Batch: withList(decided(own)), Mark: listed(FormStamp)}, kind: Hold, reason: ReasonUnknown, goes: HeldTray},
		{sentence: "the list 2 of another unit confirms nothing here", source: qnInferred,
			dossier: Dossier{Member: member(Official), Batch: withList(decided(own)), Mark: listedBy("P02", FormStamp)}, kind: Hold, reason: ReasonNotListed, goes: HeldTray},
		{sentence: "a unit whose list 2 is not entered is taken by the roster", source: ownRule,
			dossier: Dossier{Member: member(Official), Batch: decided(own)}, kind: Stamp, reason: ReasonEligible},
		{sentence: "a member exempt from activity keeps the card and has it stamped", source: "45-QĐ/TW 2011 exempts from duty and activity, not from the card: inferred",
			dossier: Dossier{Member: member(Exempt), Batch: decided(own)}, kind: Stamp, reason: ReasonEligible},
		{sentence: "a disciplined member is a member: a remark stops no stamp", source: "23-QĐ/TW 2006 stops only the issuing of cards: inferred",
			dossier: Dossier{Member: &Member{Unit: "P01", Status: Official, Official: Date{1998, 5, 19}, Note: "khiển trách 2020"}, Batch: decided(own), Mark: Mark{Latest: EntryKey{"B1", 30}}}, kind: Stamp, reason: ReasonEligible},
		{sentence: "the prefix of another committee is normal for a member on the roster", source: number,
			dossier: Dossier{Member: &Member{Card: 26000123, Unit: "P01", Status: Official}, Batch: decided(own)}, kind: Stamp, reason: ReasonEligible},
		{sentence: "a card that is only badly laminated is stamped, after it was laminated again", source: qnStated,
			dossier: Dossier{Member: member(Official), Batch: withList(decided(own)), Mark: listed(FormStamp)}, rules: Rules{LateHolds: true}, kind: Stamp, reason: ReasonEligible},
		{sentence: "a card should carry already what the table says for its member", source: "the sets {3,4}, {2,3,4}, {1,2,3,4} of 07-KH/ĐUK Quảng Nam 2021: inferred",
			dossier: Dossier{Member: recognised(Date{2012, 11, 7}), Batch: decided(own)}, rules: table, kind: Stamp, reason: ReasonEligible, earlier: BoxesOf(2, 3)},
		{sentence: "of a member without a date nobody can say what the card should carry", source: ownRule,
			dossier: Dossier{Member: recognised(Date{}), Batch: decided(own)}, rules: table, kind: Stamp, reason: ReasonEligible},

		// Temporary activity.
		{sentence: "the host unit has the card of a member on temporary activity inspected", source: qnStated,
			dossier: Dossier{Member: &Member{Unit: "P02", Host: "P01", Status: Official}, Batch: decided(own)}, kind: Stamp, reason: ReasonEligible},
		{sentence: "a guest from another board is inspected by the host unit", source: vinh,
			dossier: Dossier{Member: &Member{Host: "P01", Status: Official}, Batch: decided(own)}, kind: Stamp, reason: ReasonEligible},
		{sentence: "the home unit may bring the card of its member who is hosted elsewhere", source: ownRule,
			dossier: Dossier{Member: &Member{Unit: "P01", Host: "P02", Status: Official}, Batch: decided(own)}, kind: Stamp, reason: ReasonEligible},
		{sentence: "a guest of another unit is held here", source: qnInferred,
			dossier: Dossier{Member: &Member{Host: "P02", Status: Official}, Batch: decided(own)}, kind: Hold, reason: ReasonOtherUnit, goes: HeldTray},

		// Who has no card here, and whose card is elsewhere.
		{sentence: "a probationary member has no card to stamp", source: tw7,
			dossier: Dossier{Member: member(Probationary), Batch: decided(own)}, kind: Refuse, reason: ReasonProbationary, goes: BackToUnit},
		{sentence: "the card of a member abroad is kept by the Foreign Ministry's committee: hold", source: tw7,
			dossier: Dossier{Member: member(Abroad), Batch: decided(own)}, kind: Hold, reason: ReasonAbroad, goes: HeldTray},
		{sentence: "a member transferred out is inspected where the member is now: hold", source: qnInferred,
			dossier: Dossier{Member: member(TransferredOut), Batch: decided(own)}, kind: Hold, reason: ReasonTransferredOut, goes: HeldTray},
		{sentence: "a member whose file has not arrived is held, not refused", source: qnInferred,
			dossier: Dossier{Member: member(PendingIn), Batch: decided(own)}, kind: Hold, reason: ReasonPendingIn, goes: HeldTray},
		{sentence: "a status that a later version writes is held", source: ownRule,
			dossier: Dossier{Member: member(99), Batch: decided(own)}, kind: Hold, reason: ReasonOther, goes: HeldTray},
		{sentence: "a number on no roster of ours is held, never refused", source: qnInferred,
			dossier: Dossier{Batch: decided(own)}, kind: Hold, reason: ReasonUnknown, goes: HeldTray},
		{sentence: "a number almost that of a member of the unit is asked about", source: ownRule,
			dossier: Dossier{Near: []CardNumber{31000421}, Batch: decided(own)}, kind: Hold, reason: ReasonNear, goes: HeldTray},
		{sentence: "a number on the roster is taken as it is, whatever it resembles", source: ownRule,
			dossier: Dossier{Member: member(Official), Near: []CardNumber{31000421}, Batch: decided(own)}, kind: Stamp, reason: ReasonEligible},
		{sentence: "a card of another unit is held", source: qnInferred,
			dossier: Dossier{Member: elsewhere(Official), Batch: decided(own)}, kind: Hold, reason: ReasonOtherUnit, goes: HeldTray},
		{sentence: "a card outside any batch is held", source: ownRule,
			dossier: Dossier{Member: member(Official)}, kind: Hold, reason: ReasonOtherUnit, goes: HeldTray},
		{sentence: "a member abroad is that first, whatever the unit", source: ownRule,
			dossier: Dossier{Member: elsewhere(Abroad), Batch: decided(own)}, kind: Hold, reason: ReasonAbroad, goes: HeldTray},

		// Who has left.
		{sentence: "the card of an expelled member is never stamped and goes up", source: tw7,
			dossier: Dossier{Member: member(Expelled), Batch: decided(own)}, kind: Refuse, reason: ReasonExpelled, goes: UpToBoard},
		{sentence: "the card of a member struck off is never stamped and goes up", source: tw7,
			dossier: Dossier{Member: member(StruckOff), Batch: decided(own)}, kind: Refuse, reason: ReasonStruckOff, goes: UpToBoard},
		{sentence: "the card of a member who left on request is never stamped and goes up", source: tw7,
			dossier: Dossier{Member: member(Resigned), Batch: decided(own)}, kind: Refuse, reason: ReasonResigned, goes: UpToBoard},
		{sentence: "the card of a deceased member is never stamped and stays with the family", source: tw7,
			dossier: Dossier{Member: member(Deceased), Batch: decided(own)}, kind: Refuse, reason: ReasonDeceased, goes: WithFamily},
		{sentence: "who left is refused before the decision too", source: vinh,
			dossier: Dossier{Member: member(Expelled), Batch: &own}, kind: Refuse, reason: ReasonExpelled, goes: UpToBoard},
		{sentence: "who left is refused even where the card was stamped before", source: vinh,
			dossier: Dossier{Member: member(Expelled), Batch: decided(own), Mark: standing(ActStamped, "", 0)}, kind: Refuse, reason: ReasonExpelled, goes: UpToBoard},
		{sentence: "who left is refused in any unit's batch", source: vinh,
			dossier: Dossier{Member: elsewhere(Deceased), Batch: decided(own)}, kind: Refuse, reason: ReasonDeceased, goes: WithFamily},

		// Damaged, lost, spoiled, forged.
		{sentence: "a card on the list of damaged cards is kept for exchange", source: qnStated,
			dossier: Dossier{Member: member(Official), Batch: withList(decided(own)), Mark: listed(FormDamaged)}, kind: Hold, reason: ReasonDamaged, goes: ExchangeBox},
		{sentence: "damaged outweighs list 2", source: qnInferred,
			dossier: Dossier{Member: member(Official), Batch: withList(decided(own)), Mark: listed(FormStamp, FormDamaged)}, kind: Hold, reason: ReasonDamaged, goes: ExchangeBox},
		{sentence: "a card found damaged at the desk is kept for exchange", source: qnInferred,
			dossier: Dossier{Member: member(Official), Batch: decided(own), Mark: standing(ActReportedDamaged, ReasonDamaged, ByHand)}, kind: Hold, reason: ReasonDamaged, goes: ExchangeBox},
		{sentence: "a card stamped in a wrong box, twice or smeared is spoiled, and kept for exchange", source: ownRule,
			dossier: Dossier{Member: member(Official), Batch: decided(own), Mark: standing(ActIncident, ReasonSpoiled, ByHand|Inked)}, kind: Hold, reason: ReasonDamaged, goes: ExchangeBox},
		{sentence: "a lost card that turns up is held", source: ownRule,
			dossier: Dossier{Member: member(Official), Batch: withList(decided(own)), Mark: listed(FormStamp, FormLost)}, kind: Hold, reason: ReasonLost, goes: HeldTray},
		{sentence: "a card reported lost at the desk is held", source: ownRule,
			dossier: Dossier{Member: member(Official), Batch: decided(own), Mark: standing(ActReportedLost, ReasonLost, ByHand)}, kind: Hold, reason: ReasonLost, goes: HeldTray},
		{sentence: "a card on both lists goes to exchange: it is here", source: ownRule,
			dossier: Dossier{Member: member(Official), Batch: decided(own), Mark: listed(FormDamaged, FormLost)}, kind: Hold, reason: ReasonDamaged, goes: ExchangeBox},
		{sentence: "a card suspected of forgery is held until a supervisor settles it", source: "01-HD/TW 2021 §7.1, report to the committee: inferred",
			dossier: Dossier{Member: member(Official), Batch: decided(own), Mark: standing(ActIncident, ReasonForged, ByHand)}, kind: Hold, reason: ReasonForged, goes: HeldTray},
		{sentence: "a card whose data differ from the roster is held: the original record wins", source: "13-TB/TW 17/8/2016: inferred",
			dossier: Dossier{Member: member(Official), Batch: decided(own), Mark: standing(ActHeld, ReasonDataDiffer, ByHand)}, kind: Hold, reason: ReasonDataDiffer, goes: HeldTray},
		{sentence: "a refusal that a person gave stands too", source: ownRule,
			dossier: Dossier{Member: member(Official), Batch: decided(own), Mark: standing(ActRefused, ReasonForged, ByHand)}, kind: Refuse, reason: ReasonForged, goes: BackToUnit},
		{sentence: "what a person said outweighs what a list says", source: ownRule,
			dossier: Dossier{Member: member(Official), Batch: decided(own), Mark: both(standing(ActHeld, ReasonDataDiffer, ByHand), listed(FormDamaged))}, kind: Hold, reason: ReasonDataDiffer, goes: HeldTray},
		{sentence: "a hold that a rule gave falls with its cause", source: ownRule,
			dossier: Dossier{Member: member(Official), Batch: decided(own), Mark: standing(ActHeld, ReasonUndecided, 0)}, kind: Stamp, reason: ReasonEligible},
		{sentence: "a card reported as not collected is stamped when it comes", source: longBien,
			dossier: Dossier{Member: member(Official), Batch: decided(own), Mark: standing(ActReportedUncollected, "CHUA_THU.nam_vien", ByHand)}, kind: Stamp, reason: ReasonEligible},
		{sentence: "a card missing in a closed batch is stamped when it comes", source: longBien,
			dossier: Dossier{Member: member(Official), Batch: of(Supplementary), Mark: Mark{Missing: Standing{Act: ActReportedUncollected, Reason: ReasonUncollected}}}, kind: Stamp, reason: ReasonEligible},

		// New cards.
		{sentence: "a member recognised after the list date is on no list 2: the new card gets the box of the round", source: qnStated,
			dossier: Dossier{Member: recognised(Date{2021, 4, 20}), Batch: withList(decided(own))}, rules: table, kind: Stamp, reason: ReasonEligible, isNew: true},
		{sentence: "recognised on the list date is recognised after it", source: "07-KH/ĐUK Quảng Nam 2021, “từ sau … (ngày 15/4/2021) trở đi”: can be read both ways",
			dossier: Dossier{Member: recognised(Date{2021, 4, 15}), Batch: withList(decided(own))}, rules: table, kind: Stamp, reason: ReasonEligible, isNew: true},
		{sentence: "a board may take the list date out", source: "07-KH/ĐUK Quảng Nam 2021, “từ sau … (ngày 15/4/2021) trở đi”: can be read both ways",
			dossier: Dossier{Member: recognised(Date{2021, 4, 15}), Batch: withList(decided(own))}, rules: Rules{NewCards: newCardTable(), ListDateOut: true}, kind: Hold, reason: ReasonNotListed, goes: HeldTray},
		{sentence: "recognised the day before is on list 2", source: qnInferred,
			dossier: Dossier{Member: recognised(Date{2021, 4, 14}), Batch: withList(decided(own))}, rules: table, kind: Hold, reason: ReasonNotListed, goes: HeldTray},
		{sentence: "a new card from above is stamped before it is handed over, in the boxes of the table", source: qnStated,
			dossier: Dossier{Member: recognised(Date{2012, 11, 7}), Batch: of(NewCards)}, rules: table, kind: Stamp, reason: ReasonEligible, boxes: BoxesOf(2, 3, 4), isNew: true},
		{sentence: "a new card is never late: it is stamped when it is made", source: qnInferred, at: afterWindow,
			dossier: Dossier{Member: recognised(Date{2021, 5, 18}), Batch: of(NewCards)}, rules: Rules{LateHolds: true}, kind: Stamp, reason: ReasonEligible, isNew: true},
		{sentence: "a card in the place of another gets the boxes decided when it was recorded", source: qnStated,
			dossier: Dossier{Member: member(Official), Batch: withList(decided(own)), Mark: replacing(3, 4)}, rules: table, kind: Stamp, reason: ReasonEligible, boxes: BoxesOf(3, 4), isNew: true},
		{sentence: "without such a record it gets those of the table", source: qnStated,
			dossier: Dossier{Member: member(Official), Batch: decided(own), Mark: Mark{Prev: Plastic{31000400, FirstIssue}}}, rules: table, kind: Stamp, reason: ReasonEligible, boxes: BoxesOf(1, 2, 3, 4), isNew: true},
		{sentence: "a new card of whose member no date is known waits for a supervisor", source: ownRule,
			dossier: Dossier{Member: recognised(Date{}), Batch: of(NewCards)}, rules: table, kind: Hold, reason: ReasonNoDate, goes: HeldTray},
		{sentence: "a supervisor's boxes make a date unnecessary", source: ownRule,
			dossier: Dossier{Member: recognised(Date{}), Batch: of(NewCards), Mark: replacing(2, 4)}, rules: table, kind: Stamp, reason: ReasonEligible, boxes: BoxesOf(2, 4), isNew: true},
		{sentence: "a replaced number is void, and goes up, by the journal", source: number,
			dossier: Dossier{Member: member(Official), Void: Plastic{31000999, FirstIssue}, Batch: decided(own)}, kind: Refuse, reason: ReasonVoidIssue, goes: UpToBoard},
		{sentence: "a replaced number is void even if it was stamped", source: ownRule,
			dossier: Dossier{Member: member(Official), Void: Plastic{31000999, FirstIssue}, Batch: decided(own), Mark: standing(ActStamped, "", 0)}, kind: Refuse, reason: ReasonVoidIssue, goes: UpToBoard},
		{sentence: "a replaced number is void, whatever else it resembles", source: ownRule,
			dossier: Dossier{Void: Plastic{31000999, FirstIssue}, Near: []CardNumber{31000421}, Batch: decided(own)}, kind: Refuse, reason: ReasonVoidIssue, goes: UpToBoard},

		// The order of work.
		{sentence: "before the decision nothing is stamped", source: "07-KH/ĐUK Quảng Nam 2021, decision before stamp: stated; the lock: inferred",
			dossier: Dossier{Member: member(Official), Batch: &own}, kind: Hold, reason: ReasonUndecided, goes: HeldTray},
		{sentence: "a board may let cards be stamped before the decision", source: ownRule,
			dossier: Dossier{Member: member(Official), Batch: &own}, rules: Rules{StampUnsealed: true}, kind: Stamp, reason: ReasonEligible},
		{sentence: "another unit's card is that first, decision or not", source: ownRule,
			dossier: Dossier{Member: elsewhere(Official), Batch: &own}, kind: Hold, reason: ReasonOtherUnit, goes: HeldTray},
		{sentence: "what a person held waits for the decision like any card", source: ownRule,
			dossier: Dossier{Member: member(Official), Batch: &own, Mark: standing(ActHeld, ReasonDataDiffer, ByHand)}, kind: Hold, reason: ReasonUndecided, goes: HeldTray},
		{sentence: "a card that was stamped is not stamped again", source: ownRule,
			dossier: Dossier{Member: member(Official), Batch: decided(own), Mark: standing(ActStamped, "", 0)}, kind: Repeat, reason: ReasonStamped},
		{sentence: "a stamped card needs no decision more", source: ownRule,
			dossier: Dossier{Member: member(Official), Batch: &own, Mark: standing(ActStamped, "", 0)}, kind: Repeat, reason: ReasonStamped},
		{sentence: "a stamped card in another unit's batch must go where it belongs", source: ownRule,
			dossier: Dossier{Member: elsewhere(Official), Batch: decided(own), Mark: standing(ActStamped, "", 0)}, kind: Hold, reason: ReasonOtherUnit, goes: HeldTray},
		{sentence: "a stamped card is done, though a list names it as damaged", source: ownRule,
			dossier: Dossier{Member: member(Official), Batch: decided(own), Mark: both(standing(ActStamped, "", 0), listed(FormDamaged))}, kind: Repeat, reason: ReasonStamped},
		{sentence: "what cannot be read is unreadable, whatever else is the matter", source: number,
			dossier: Dossier{Read: unreadable, RoundClosed: true}, kind: Unreadable, reason: ReasonUnreadable},
		{sentence: "after a supervisor closed the round every card is held", source: ownRule,
			dossier: Dossier{Member: member(Expelled), Batch: decided(own), RoundClosed: true}, kind: Hold, reason: ReasonRoundClosed, goes: HeldTray},
		{sentence: "in a closed round a void card too is only held", source: ownRule,
			dossier: Dossier{Member: member(Official), Void: Plastic{31000999, FirstIssue}, Batch: decided(own), RoundClosed: true}, kind: Hold, reason: ReasonRoundClosed, goes: HeldTray},

		// After the window.
		{sentence: "after the window a stamp is marked late, the calendar never blocks", source: longBien, at: afterWindow,
			dossier: Dossier{Member: member(Official), Batch: decided(own)}, kind: Stamp, reason: ReasonEligible, late: true},
		{sentence: "a board may have late cards held", source: ownRule, at: afterWindow, rules: Rules{LateHolds: true},
			dossier: Dossier{Member: member(Official), Batch: decided(own)}, kind: Hold, reason: ReasonLate, goes: HeldTray},
		{sentence: "the last evening of the window is not late", source: "99-QĐ/BTCTW 22/3/2021, 15/4 to 15/5/2021: stated", rules: Rules{LateHolds: true},
			at: time.Date(2021, 5, 15, 23, 59, 0, 0, time.Local), dossier: Dossier{Member: member(Official), Batch: decided(own)}, kind: Stamp, reason: ReasonEligible},

		// A supervisor's word.
		{sentence: "a supervisor's word counts in its batch", source: ownRule,
			dossier: Dossier{Member: elsewhere(Official), Batch: decided(own), Mark: overruled("B1-001", 4)}, kind: Stamp, reason: ReasonOverridden},
		{sentence: "a supervisor's word counts against a list", source: ownRule,
			dossier: Dossier{Member: member(Official), Batch: withList(decided(own)), Mark: both(overruled("B1-001", 4), listed(FormDamaged))}, kind: Stamp, reason: ReasonOverridden},
		{sentence: "a supervisor's word lets the card of a member abroad be stamped, in the boxes named", source: ownRule,
			dossier: Dossier{Member: member(Abroad), Batch: decided(own), Mark: overruled("B1-001", 3, 4)}, kind: Stamp, reason: ReasonOverridden, boxes: BoxesOf(3, 4)},
		{sentence: "a supervisor's word makes a late stamp no earlier", source: ownRule, at: afterWindow, rules: Rules{LateHolds: true},
			dossier: Dossier{Member: member(Official), Batch: decided(own), Mark: overruled("B1-001", 4)}, kind: Stamp, reason: ReasonOverridden, late: true},
		{sentence: "a supervisor's word does not count in another batch", source: ownRule,
			dossier: Dossier{Member: elsewhere(Official), Batch: decided(own), Mark: overruled("B1-009", 4)}, kind: Hold, reason: ReasonOtherUnit, goes: HeldTray},
		{sentence: "a supervisor's word does not count outside any batch", source: ownRule,
			dossier: Dossier{Member: member(Official), Mark: overruled("", 4)}, kind: Hold, reason: ReasonOtherUnit, goes: HeldTray},
		{sentence: "a supervisor's word does not stand in for the decision", source: qnInferred,
			dossier: Dossier{Member: member(Official), Batch: &own, Mark: overruled("B1-001", 4)}, kind: Hold, reason: ReasonUndecided, goes: HeldTray},
		{sentence: "nobody's word brings back who left the Party", source: vinh,
			dossier: Dossier{Member: member(Expelled), Batch: decided(own), Mark: overruled("B1-001", 4)}, kind: Refuse, reason: ReasonExpelled, goes: UpToBoard},
		{sentence: "nobody's word gives a probationary member a card", source: tw7,
			dossier: Dossier{Member: member(Probationary), Batch: decided(own), Mark: overruled("B1-001", 4)}, kind: Refuse, reason: ReasonProbationary, goes: BackToUnit},
		{sentence: "nobody's word puts a number on the roster", source: qnStated,
			dossier: Dossier{Batch: decided(own), Mark: overruled("B1-001", 4)}, kind: Hold, reason: ReasonUnknown, goes: HeldTray},
	}
}

func TestTheLastDayOfTheWindowIsNotLate(t *testing.T) {
	d := &Dossier{Member: &Member{Unit: "P01", Status: Official}, Round: round4(),
		Batch: &Batch{Unit: "P01", Decision: Decision{No: "1"}}}
	if v := (Rules{}).Judge(d, time.Date(2021, 5, 15, 23, 59, 0, 0, time.Local)); v.Late {
		t.Error("the window's last evening is marked late")
	}
	if v := (Rules{}).Judge(d, time.Date(2021, 5, 16, 0, 1, 0, 0, time.Local)); !v.Late {
		t.Error("the day after the window is not marked late")
	}
}

func TestACardNumberIsReadInEveryFormThatPeopleWrite(t *testing.T) {
	for _, s := range []string{"31000412", "31.000412", "31.000.412", "31-000412", "31 000 412", " 31000412 ", "]C031000412", "31. 000412"} {
		if n, err := ParseCard(s); err != nil || n != 31000412 {
			t.Errorf("ParseCard(%q) = %v, %v", s, n, err)
		}
	}
	for s, want := range map[string]CardFault{
		"": FaultEmpty, "   ": FaultEmpty, "1234567": FaultLeadZero, "123": FaultShort, "310004123": FaultLong,
		"3100041231000413": FaultGlued, "31000000": FaultZeroSerial, "3100041a": FaultNotDigits, "3.1000412": FaultNotDigits,
		"310.00412": FaultNotDigits, "31.00041.2": FaultNotDigits, "SD-STAMP": FaultNotDigits, "３１０００４１２": FaultNotDigits,
	} {
		_, err := ParseCard(s)
		ce, ok := err.(*CardError)
		if !ok || ce.Fault != want {
			t.Errorf("ParseCard(%q): %v, want %s", s, err, want)
		}
	}
}

func FuzzAParsedCardPrintsAndParsesBack(f *testing.F) {
	f.Add("31.000412")
	f.Add("]C031000412")
	f.Fuzz(func(t *testing.T, s string) {
		n, err := ParseCard(s)
		if err != nil {
			return
		}
		for _, form := range []string{n.String(), n.Digits()} {
			if m, err := ParseCard(form); err != nil || m != n {
				t.Errorf("%q → %v → %q → %v, %v", s, n, form, m, err)
			}
		}
	})
}

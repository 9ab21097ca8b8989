package stampdesk_test

import (
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

// TestProcedure is the rule book as a table: one row for each sentence of the
// procedure, and rows for the order of the rules.
func TestProcedure(t *testing.T) {
	decided := func(b Batch) *Batch { b.Decision = Decision{No: "12-QĐ/TU", Date: Date{2021, 4, 16}}; return &b }
	own := Batch{ID: "B1-001", Unit: "P01"}
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
	member := func(s Status) *Member { return &Member{Card: 31000412, Unit: "P01", Status: s} }
	_, unreadable := ParseCard("3100041")
	rows := []struct {
		sentence string
		dossier  Dossier
		rules    Rules
		at       time.Time
		kind     Kind
		reason   Reason
		goes     Destination
	}{
		{sentence: "an official member's card, on the roster and on list 2, is stamped",
			dossier: Dossier{Member: member(Official), Batch: withList(decided(own)), Mark: listed(FormStamp)}, kind: Stamp, reason: ReasonEligible},
		{sentence: "a unit whose list 2 is not entered is taken by the roster",
			dossier: Dossier{Member: member(Official), Batch: decided(own)}, kind: Stamp, reason: ReasonEligible},
		{sentence: "a member exempt from activity keeps the card and has it stamped",
			dossier: Dossier{Member: member(Exempt), Batch: decided(own)}, kind: Stamp, reason: ReasonEligible},
		{sentence: "what cannot be read is unreadable, whatever else is the matter",
			dossier: Dossier{Read: unreadable, RoundClosed: true}, kind: Unreadable, reason: ReasonUnreadable},
		{sentence: "after a supervisor closed the round every card is held",
			dossier: Dossier{Member: member(Expelled), Batch: decided(own), RoundClosed: true}, kind: Hold, reason: ReasonRoundClosed, goes: HeldTray},
		{sentence: "a number on no roster of ours is held, never refused",
			dossier: Dossier{Batch: decided(own)}, kind: Hold, reason: ReasonUnknown, goes: HeldTray},
		{sentence: "the card of an expelled member is never stamped and goes up",
			dossier: Dossier{Member: member(Expelled), Batch: &own}, kind: Refuse, reason: ReasonExpelled, goes: UpToBoard},
		{sentence: "the card of a member struck off is never stamped and goes up",
			dossier: Dossier{Member: member(StruckOff), Batch: decided(own)}, kind: Refuse, reason: ReasonStruckOff, goes: UpToBoard},
		{sentence: "the card of a member who left on request is never stamped and goes up",
			dossier: Dossier{Member: member(Resigned), Batch: decided(own)}, kind: Refuse, reason: ReasonResigned, goes: UpToBoard},
		{sentence: "the card of a deceased member is never stamped and stays with the family",
			dossier: Dossier{Member: member(Deceased), Batch: decided(own)}, kind: Refuse, reason: ReasonDeceased, goes: WithFamily},
		{sentence: "somebody who left is refused even where the card was stamped before",
			dossier: Dossier{Member: member(Expelled), Batch: decided(own), Mark: standing(ActStamped, "", 0)}, kind: Refuse, reason: ReasonExpelled, goes: UpToBoard},
		{sentence: "a probationary member has no card to stamp",
			dossier: Dossier{Member: member(Probationary), Batch: decided(own)}, kind: Refuse, reason: ReasonProbationary, goes: BackToUnit},
		{sentence: "a member abroad has the card kept elsewhere: hold",
			dossier: Dossier{Member: member(Abroad), Batch: decided(own)}, kind: Hold, reason: ReasonAbroad, goes: HeldTray},
		{sentence: "a member transferred out is held",
			dossier: Dossier{Member: member(TransferredOut), Batch: decided(own)}, kind: Hold, reason: ReasonTransferredOut, goes: HeldTray},
		{sentence: "a member whose file has not arrived is held",
			dossier: Dossier{Member: member(PendingIn), Batch: decided(own)}, kind: Hold, reason: ReasonPendingIn, goes: HeldTray},
		{sentence: "a card of another unit is held",
			dossier: Dossier{Member: &Member{Unit: "P02", Status: Official}, Batch: decided(own)}, kind: Hold, reason: ReasonOtherUnit, goes: HeldTray},
		{sentence: "a card outside any batch is held",
			dossier: Dossier{Member: member(Official)}, kind: Hold, reason: ReasonOtherUnit, goes: HeldTray},
		{sentence: "the host unit has the card of a member on temporary activity inspected",
			dossier: Dossier{Member: &Member{Unit: "P02", Host: "P01", Status: Official}, Batch: decided(own)}, kind: Stamp, reason: ReasonEligible},
		{sentence: "a guest from another board is inspected by the host unit",
			dossier: Dossier{Member: &Member{Host: "P01", Status: Official}, Batch: decided(own)}, kind: Stamp, reason: ReasonEligible},
		{sentence: "before the decision nothing is stamped",
			dossier: Dossier{Member: member(Official), Batch: &own}, kind: Hold, reason: ReasonUndecided, goes: HeldTray},
		{sentence: "a board may let cards be stamped before the decision",
			dossier: Dossier{Member: member(Official), Batch: &own}, rules: Rules{StampUnsealed: true}, kind: Stamp, reason: ReasonEligible},
		{sentence: "another unit's card is that first, decision or not",
			dossier: Dossier{Member: &Member{Unit: "P02", Status: Official}, Batch: &own}, kind: Hold, reason: ReasonOtherUnit, goes: HeldTray},
		{sentence: "a card that was stamped is not stamped again",
			dossier: Dossier{Member: member(Official), Batch: decided(own), Mark: standing(ActStamped, "", 0)}, kind: Repeat, reason: ReasonStamped},
		{sentence: "a hold that a person gave stands until a person undoes it",
			dossier: Dossier{Member: member(Official), Batch: decided(own), Mark: standing(ActHeld, ReasonDataDiffer, ByHand)}, kind: Hold, reason: ReasonDataDiffer, goes: HeldTray},
		{sentence: "a refusal that a person gave stands too",
			dossier: Dossier{Member: member(Official), Batch: decided(own), Mark: standing(ActRefused, ReasonForged, ByHand)}, kind: Refuse, reason: ReasonForged, goes: BackToUnit},
		{sentence: "a hold that a rule gave falls with its cause",
			dossier: Dossier{Member: member(Official), Batch: decided(own), Mark: standing(ActHeld, ReasonUndecided, 0)}, kind: Stamp, reason: ReasonEligible},
		{sentence: "a card on the list of damaged cards is kept for exchange",
			dossier: Dossier{Member: member(Official), Batch: withList(decided(own)), Mark: listed(FormDamaged)}, kind: Hold, reason: ReasonDamaged, goes: ExchangeBox},
		{sentence: "damaged outweighs list 2",
			dossier: Dossier{Member: member(Official), Batch: withList(decided(own)), Mark: listed(FormStamp, FormDamaged)}, kind: Hold, reason: ReasonDamaged, goes: ExchangeBox},
		{sentence: "a card found damaged at the desk is kept for exchange",
			dossier: Dossier{Member: member(Official), Batch: decided(own), Mark: standing(ActReportedDamaged, ReasonDamaged, ByHand)}, kind: Hold, reason: ReasonDamaged, goes: ExchangeBox},
		{sentence: "a card spoiled by a wrong stamp is kept for exchange",
			dossier: Dossier{Member: member(Official), Batch: decided(own), Mark: standing(ActIncident, ReasonSpoiled, ByHand|Inked)}, kind: Hold, reason: ReasonDamaged, goes: ExchangeBox},
		{sentence: "a lost card that turns up is held",
			dossier: Dossier{Member: member(Official), Batch: withList(decided(own)), Mark: listed(FormStamp, FormLost)}, kind: Hold, reason: ReasonLost, goes: HeldTray},
		{sentence: "a card reported lost at the desk is held",
			dossier: Dossier{Member: member(Official), Batch: decided(own), Mark: standing(ActReportedLost, ReasonLost, ByHand)}, kind: Hold, reason: ReasonLost, goes: HeldTray},
		{sentence: "a card that the unit's list 2 leaves out is held",
			dossier: Dossier{Member: member(Official), Batch: withList(decided(own))}, kind: Hold, reason: ReasonNotListed, goes: HeldTray},
		{sentence: "the list 2 of another unit confirms nothing here",
			dossier: Dossier{Member: member(Official), Batch: withList(decided(own)), Mark: listedBy("P02", FormStamp)}, kind: Hold, reason: ReasonNotListed, goes: HeldTray},
		{sentence: "after the window a stamp is marked late, the calendar never blocks", at: afterWindow,
			dossier: Dossier{Member: member(Official), Batch: decided(own)}, kind: Stamp, reason: ReasonEligible},
		{sentence: "a board may have late cards held", at: afterWindow, rules: Rules{LateHolds: true},
			dossier: Dossier{Member: member(Official), Batch: decided(own)}, kind: Hold, reason: ReasonLate, goes: HeldTray},
		{sentence: "inside the window nothing is late", rules: Rules{LateHolds: true},
			dossier: Dossier{Member: member(Official), Batch: decided(own)}, kind: Stamp, reason: ReasonEligible},
	}
	for _, row := range rows {
		t.Run(row.sentence, func(t *testing.T) {
			at := row.at
			if at.IsZero() {
				at = inWindow
			}
			row.dossier.Card, row.dossier.Round = 31000412, round4()
			v := row.rules.Judge(&row.dossier, at)
			if v.Kind != row.kind || v.Reason != row.reason || v.Goes != row.goes {
				t.Errorf("verdict %v %s to %d, want %v %s to %d", v.Kind, v.Reason, v.Goes, row.kind, row.reason, row.goes)
			}
			if late := v.Kind == Stamp && at.Equal(afterWindow); v.Late != late {
				t.Errorf("late %v, want %v", v.Late, late)
			}
			if v.Kind == Stamp && v.Boxes != BoxesOf(4) {
				t.Errorf("boxes %v, want the round's", v.Boxes)
			}
			if (v.Kind == Stamp) != (v.Kind == Stamp && (row.dossier.Member.Status == Official || row.dossier.Member.Status == Exempt)) {
				t.Errorf("status %v is never stamped", row.dossier.Member.Status)
			}
		})
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

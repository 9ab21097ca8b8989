package stampdesk

import (
	"reflect"
	"testing"
)

func TestEveryWordIsThereInBothLanguages(t *testing.T) {
	for _, l := range []Lang{Vietnamese, English} {
		w := WordsIn(l)
		for k := Unreadable; k <= Repeat; k++ {
			check(t, l, "verdict", k, w.Verdicts[k])
		}
		for d := Onward; d <= ExchangeBox; d++ {
			check(t, l, "destination", d, w.Destinations[d])
		}
		for _, f := range []CardFault{FaultEmpty, FaultNotDigits, FaultShort, FaultLeadZero, FaultLong, FaultGlued, FaultZeroSerial} {
			check(t, l, "fault", f, w.Faults[f])
		}
		for a := ActPresented; int(a) < len(actNames); a++ {
			check(t, l, "act", a, w.Acts[a])
		}
		for s := BatchOpen; s <= BatchReturned; s++ {
			check(t, l, "state", s, w.States[s])
		}
		for _, r := range []Refusal{
			NotSignedIn, WrongPIN, WeakPIN, NeedSupervisor, NoBatch, UnknownBatch, UnknownUnit, UnknownPerson, KnownPerson,
			BatchIsClosed, BatchNotClosed, CardOpen, NotThisCard, NotABox, StampStands, NothingToUndo, NotEligible,
			RoundIsClosed, NeedReason, NeedDecision, NameInNote, LongNote, InUse,
			OtherRoster, BadRoster, NotMeant, NoRosterBefore,
			ResultOtherRound, ResultOurs, ResultHasOurs, ResultKnown, ResultBehind, ResultSplit, ResultBackup, ResultCounted, ResultCounts,
		} {
			check(t, l, "refusal", r, w.Refusals[r])
		}
		for _, k := range DifferenceKinds {
			check(t, l, "difference", k, w.Differences[k])
		}
		for _, k := range FlawKinds {
			check(t, l, "flaw", k, w.Flaws[k])
		}
		for _, d := range Documents() {
			check(t, l, "document", d, w.Documents[d])
		}
		for _, f := range ReconciledFigures {
			check(t, l, "figure", f, w.Figures[f])
		}
		for _, f := range MemberFields {
			check(t, l, "field", f, w.Fields[f])
		}
		for _, f := range []DateFault{DateInFuture, DateBefore, DateCardBefore, DateTooYoung, DateTooOld, DateAfterLeaving} {
			check(t, l, "date", f, w.DateFaults[f])
		}
		check(t, l, "role", Operator, w.Roles[Operator])
		check(t, l, "role", Supervisor, w.Roles[Supervisor])
		labels := map[string]Reason{}
		for code := range reasons {
			check(t, l, "label of", code, code.Label(l))
			check(t, l, "sentence of", code, code.Sentence(l))
			if other, twice := labels[code.Label(l)]; twice {
				t.Errorf("%s: %s and %s have the label %q", l, code, other, code.Label(l))
			}
			labels[code.Label(l)] = code
			if r, note := ParseReason(code.Label(l)); r != code || note != "" {
				t.Errorf("%s: the label %q reads back as %s", l, code.Label(l), r)
			}
		}
	}
	for code, w := range reasons {
		for i := range reflect.TypeOf(w).NumField() {
			check(t, "", "row of", code, reflect.ValueOf(w).Field(i).String())
		}
	}
}

func check(t *testing.T, l Lang, kind string, of any, word string) {
	t.Helper()
	if word == "" {
		t.Errorf("%s: the %s %v has no words", l, kind, of)
	}
}

func TestAnyTextIsAReason(t *testing.T) {
	for text, want := range map[string]struct {
		reason Reason
		note   string
	}{
		"MAT": {ReasonLost, ""}, "mat": {ReasonLost, ""}, " nằm viện ": {"CHUA_THU.nam_vien", ""}, "Hỏng": {ReasonDamaged, ""},
		"chó cắn": {ReasonOther, "chó cắn"},
	} {
		if r, note := ParseReason(text); r != want.reason || note != want.note {
			t.Errorf("ParseReason(%q) = %s, %q", text, r, note)
		}
	}
}

package sheet

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"stampdesk"
)

func TestText(t *testing.T) {
	p := Problem{Fault: FaultTwinCard, Line: 12, Column: "Số thẻ", Found: "31.000001", First: 3}
	for lang, want := range map[stampdesk.Lang]string{
		stampdesk.Vietnamese: "Dòng 12, cột “Số thẻ”: số thẻ 31.000001 đã có ở dòng 3. Đối chiếu thẻ của hai người và sửa số sai.",
		stampdesk.English:    "Line 12, column “Số thẻ”: the card number 31.000001 is on line 3 already. Compare the two cards and correct the wrong number.",
	} {
		if got := p.Text(lang); got != want {
			t.Errorf("%s: %s", lang, got)
		}
	}
	p = Problem{Fault: FaultRagged, Line: 7, Found: "3", Want: "5"}
	if got := p.Text(stampdesk.English); !strings.HasPrefix(got, "Line 7: the row has 3 cells and the headings are 5.") {
		t.Error(got)
	}
	p = Problem{Fault: FaultNoColumn, Line: 1, Column: "Họ và tên", Found: "A {want}, B"}
	if got := p.Text(stampdesk.English); !strings.HasPrefix(got, "The column “Họ và tên” is missing. The headings are: A {want}, B.") {
		t.Error(got)
	}
}

// Every fault that is named in the code has a sentence in both languages that
// ends as one, and no sentence is left without its fault.
func TestEveryFaultHasItsWords(t *testing.T) {
	src, err := os.ReadFile("problem.go")
	if err != nil {
		t.Fatal(err)
	}
	declared := regexp.MustCompile(`(?m)^\t(Fault\w+)\s+(Fault )?= `).FindAllStringSubmatch(string(src), -1)
	if len(declared) != len(faults) {
		t.Errorf("%d faults, words for %d", len(declared), len(faults))
	}
	for _, f := range []stampdesk.CardFault{
		stampdesk.FaultNotDigits, stampdesk.FaultShort, stampdesk.FaultLeadZero, stampdesk.FaultLong,
		stampdesk.FaultGlued, stampdesk.FaultZeroSerial,
	} {
		if faults[cardFault+Fault(f)].vi == "" {
			t.Errorf("no words for a card number that is %s", f)
		}
	}
	if len(labels) != len(faults) {
		t.Errorf("%d faults, labels for %d", len(faults), len(labels))
	}
	for f, w := range faults {
		if l := labels[f]; l.vi == "" || l.en == "" || strings.HasSuffix(l.vi+l.en, ".") {
			t.Errorf("%s has the labels %q", f, l)
		}
		for _, s := range []string{w.vi, w.en} {
			if !strings.HasSuffix(s, ".") {
				t.Errorf("%s: %q is no sentence", f, s)
			}
		}
		full := Problem{f, 2, "CC", "FF", "WW", 77}
		for _, lang := range []stampdesk.Lang{stampdesk.Vietnamese, stampdesk.English} {
			if s := full.Text(lang); strings.ContainsAny(s, "{}") {
				t.Errorf("%s: %s", f, s)
			}
		}
	}
}

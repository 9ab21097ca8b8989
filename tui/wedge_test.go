package tui

import (
	"slices"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"stampdesk"
)

// TestABurstIsACodeAndNeverAKey feeds keys with the time since the one before
// in milliseconds, and lists what comes out.
func TestABurstIsACodeAndNeverAKey(t *testing.T) {
	type at struct {
		ms  int
		key string
	}
	var slow, quick []at
	for _, r := range "31000401" {
		slow = append(slow, at{300, string(r)})
		quick = append(quick, at{7, string(r)})
	}
	for _, c := range []struct {
		name string
		keys []at
		want []string
	}{
		{"a code in one piece", []at{{0, "31000401"}, {1, "enter"}}, []string{"scan 31000401"}},
		{"a code letter by letter", append(slices.Clone(quick), at{7, "enter"}), []string{"scan 31000401"}},
		{"a code that ends with LF", []at{{0, "31000401"}, {1, "lf"}}, []string{"scan 31000401"}},
		{"a code that ends with a tab", []at{{0, "31000401"}, {1, "tab"}}, []string{"scan 31000401"}},
		{"a code that ends with CR LF", []at{{0, "31000401"}, {1, "enter"}, {1, "lf"}}, []string{"scan 31000401"}},
		{"a code that ends with CR CR", []at{{0, "31000401"}, {1, "enter"}, {5, "enter"}}, []string{"scan 31000401"}},
		{"a code between STX and ETX, with CR", []at{{0, "ctrl+b"}, {1, "31000401"}, {1, "ctrl+c"}, {1, "enter"}}, []string{"scan 31000401"}},
		{"an ETX that is late", []at{{0, "31000401"}, {100, "ctrl+c"}}, []string{"scan 31000401"}},
		{"a code without an end", []at{{0, "31000401"}, {300, "l"}}, []string{"scan 31000401", "rune l"}},
		{"an AIM prefix", []at{{0, "]C031000401"}, {1, "enter"}}, []string{"scan ]C031000401"}},
		{"a code with a blank in it", []at{{0, "31"}, {1, " "}, {1, "000401"}, {1, "enter"}}, []string{"scan 31 000401"}},
		{"a command barcode", []at{{0, "SD-STAMP"}, {1, "enter"}}, []string{"scan SD-STAMP"}},
		{"a code that an input method rewrote", []at{{0, "31ô00401"}, {1, "enter"}}, []string{"garble 31ô00401"}},
		{"two codes at once", []at{{0, "31000401"}, {1, "enter"}, {1, "31000402"}, {1, "enter"}}, []string{"scan 31000401", "scan 31000402"}},
		{"one digit of a person", []at{{0, "3"}}, []string{"rune 3"}},
		{"two digits in one piece", []at{{0, "12"}}, []string{"text 12"}},
		{"two digits of a person", []at{{0, "1"}, {300, "2"}}, []string{"rune 1", "rune 2"}},
		{"a number of a person", append(slices.Clone(slow), at{300, "enter"}),
			[]string{"rune 3", "rune 1", "rune 0", "rune 0", "rune 0", "rune 4", "rune 0", "rune 1", "key enter"}},
		{"a short burst with an end", []at{{0, "310"}, {1, "enter"}}, []string{"text 310", "key enter"}},
		{"a person's ctrl+c", []at{{0, "l"}, {900, "ctrl+c"}}, []string{"rune l", "key ctrl+c"}},
		{"a lone LF", []at{{0, "lf"}}, nil},
		{"a decomposed letter", []at{{0, "e\u0302\u0301"}}, []string{"text ế"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var w wedge
			var got []string
			take := func(all []input) {
				for _, in := range all {
					kind := map[inputKind]string{inputRune: "rune", inputText: "text", inputScan: "scan", inputGarble: "garble", inputKey: "key"}[in.kind]
					if in.kind == inputKey {
						got = append(got, kind+" "+in.name)
					} else {
						got = append(got, kind+" "+in.text)
					}
				}
			}
			now := time.Unix(1000, 0)
			for _, k := range c.keys {
				if gap := time.Duration(k.ms) * time.Millisecond; gap >= settle && w.count > 0 {
					take(w.settled())
				}
				now = now.Add(time.Duration(k.ms) * time.Millisecond)
				out, _ := w.feed(classify(keyMsg(k.key)), now)
				take(out)
			}
			take(w.settled())
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestDigitsInOnePieceNeverChooseABox(t *testing.T) {
	d := newDesktop(t).atWork()
	d.scanned("31000401")
	d.fast("12")
	d.rest()
	if b := d.model.desk.question.boxes; b != stampdesk.BoxesOf(4) {
		t.Errorf("boxes %v", b)
	}
	d.press("esc", "3")
	if b := d.model.desk.question.boxes; b != stampdesk.BoxesOf(3, 4) {
		t.Errorf("boxes %v after a lone 3", b)
	}
}

func TestACodeOverAnOpenQuestionWaits(t *testing.T) {
	d := newDesktop(t).atWork()
	d.scanned("31000401")
	d.wedgeScan("31000402")
	if q := d.model.desk.question; q == nil || q.Card != 31_000_401 || q.boxes != stampdesk.BoxesOf(4) {
		t.Fatalf("question %+v", q)
	}
	d.shows("Đang chờ: 31.000402", "31.000401")
	if n := len(asked[stampdesk.Confirm](d)); n != 0 {
		t.Errorf("the Enter of the scanner confirmed %d cards", n)
	}
}

func TestPastedLinesAreCodesInOrder(t *testing.T) {
	d := newDesktop(t, func(o *Options) { o.Confirm = stampdesk.ConfirmScan }).atWork()
	d.update(tea.KeyMsg{Type: tea.KeyRunes, Paste: true, Runes: []rune("31.000401\r\n31.000402\n\n31000403\n")})
	var got []string
	for _, q := range asked[stampdesk.Scan](d) {
		got = append(got, q.Raw)
		if q.From != stampdesk.FromKeyboard {
			t.Errorf("%s is not from the keyboard", q.Raw)
		}
	}
	if want := []string{"31.000401", "31.000402", "31000403"}; !slices.Equal(got, want) {
		t.Errorf("scans %q, want %q", got, want)
	}
	if n := d.s.counters.Batch.Stamped; n != 3 {
		t.Errorf("%d stamped", n)
	}
}

func TestAnInputMethodIsNamedAndTheCodeDropped(t *testing.T) {
	d := newDesktop(t).atWork()
	d.fast("310ô00401", "enter")
	d.shows("Tắt bộ gõ tiếng Việt")
	if n := len(asked[stampdesk.Scan](d)); n != 0 {
		t.Errorf("%d scans", n)
	}
	d.wedgeScan("31000401")
	d.hides("Tắt bộ gõ")
}

func TestPINsAndNamesAreTakenAsTyped(t *testing.T) {
	var f field
	for _, k := range []string{"T", "u", "y", "e\u0302\u0301", "t"} {
		f.key(input{kind: inputText, text: k})
	}
	if f.text != "Tuyết" {
		t.Errorf("%q", f.text)
	}
	f.key(input{kind: inputKey, name: "backspace"})
	f.key(input{kind: inputKey, name: "backspace"})
	if f.text != "Tuy" {
		t.Errorf("%q after two erasures", f.text)
	}
}

func TestACardReadWhileThePINIsCheckedIsKept(t *testing.T) {
	d := newDesktop(t)
	d.types("tt1")
	d.press("enter")
	d.types("1234")
	for _, k := range []string{"enter", "31000401", "enter"} { // nothing has answered the first one yet
		d.clock = d.clock.Add(2 * time.Millisecond)
		if k == "31000401" {
			d.clock = d.clock.Add(time.Second)
		}
		d.model.Update(keyMsg(k))
	}
	d.update(clockMsg{})
	if d.s.person == nil || len(d.s.kept) != 1 || d.s.kept[0].Raw != "31000401" {
		t.Errorf("kept %v:\n%s", d.s.kept, d.text())
	}
}

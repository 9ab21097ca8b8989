package stampdesk_test

import (
	"strings"
	"testing"

	. "stampdesk"
)

func TestTheTitleOfABoardTellsItFromOthers(t *testing.T) {
	for _, c := range []struct {
		upper, name, want string
		named             bool
	}{
		{"QUẬN ỦY A", "BAN TỔ CHỨC", "BAN TỔ CHỨC QUẬN ỦY A", true},
		{"", "Ban Tổ chức ", "Ban Tổ chức", false},
		{"TỈNH ỦY P", "BTC QUẬN ỦY A", "BTC QUẬN ỦY A", true},
		{"TỈNH ỦY P", " ", "", false},
		{strings.Repeat("Ủ", 90), "BAN TỔ CHỨC", "BAN TỔ CHỨC", false}, // beyond what can be a name
	} {
		b := Board{Upper: c.upper, Name: c.name}
		if b.Title() != c.want || b.IsNamed() != c.named {
			t.Errorf("%+v: %q, named %v", b, b.Title(), b.IsNamed())
		}
	}
}

func TestBoardsOfOneNameAreCalledApartInFormSeven(t *testing.T) {
	b := withCells(t)
	b.must(SignIn{Person: "GS1", PIN: "2222"})
	for i, upper := range []string{"TỈNH ỦY A", "TỈNH ỦY B", "TỈNH ỦY B"} {
		r := inventedResult(StoreID{byte(9 + i)}, 40)
		r.Board.Name, r.Board.Upper = "ĐẢNG ỦY KHỐI", upper
		b.must(AddResult{Result: r, File: Hash{1}})
	}
	seven := b.fill(FormResult, Scope{})
	want := []string{"ĐẢNG ỦY KHỐI, TỈNH ỦY A", "ĐẢNG ỦY KHỐI, TỈNH ỦY B, 0a000000", "ĐẢNG ỦY KHỐI, TỈNH ỦY B, 0b000000"}
	for i, name := range want {
		if seven.Parts[i+1].Name != name || seven.Sources[i].Board != name {
			t.Errorf("called %q and %q, want %q", seven.Parts[i+1].Name, seven.Sources[i].Board, name)
		}
	}
}

func TestFormSevenNamesWhoStampedAnotherBox(t *testing.T) {
	b := withCells(t)
	b.must(SignIn{Person: "GS1", PIN: "2222"})
	r := inventedResult(StoreID{9}, 40)
	r.Round.Box = 3
	b.must(AddResult{Result: r, File: Hash{1}})
	for _, n := range b.fill(FormResult, Scope{}).Notes {
		if n.Kind == NoteDates && n.Figure == "box" && strings.Contains(n.Differs(Vietnamese), "ô số 3 ("+r.Board.Name+")") {
			return
		}
	}
	t.Error("no note says so")
}

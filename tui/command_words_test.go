package tui

import (
	"testing"

	"stampdesk"
)

// The sheet of commands is printed from the words of the root package.
func TestTheScreenKnowsEveryWordOfTheCommandSheet(t *testing.T) {
	printed := map[string]bool{}
	for _, w := range stampdesk.CommandWords() {
		printed[w.Word] = true
		_, command := commands[w.Word]
		_, reply := replies[w.Word]
		if !stampdesk.IsCommand(w.Code()) {
			t.Errorf("%s is no command", w.Code())
		}
		if !command && !reply {
			t.Errorf("%s is on the sheet, and the screen does not know it", w.Code())
		}
		if reply != (w.Group == stampdesk.Answers && w.Word > "9") {
			t.Errorf("%s stands in group %d", w.Code(), w.Group)
		}
	}
	for code, want := range map[string]bool{"SD-B-B1-001": true, " SD-STAMP ": true, "SD-STAMPS": false, "STAMP": false, "31000401": false, "": false} {
		if stampdesk.IsCommand(code) != want {
			t.Errorf("%q is a command: %t", code, !want)
		}
	}
	for _, known := range []map[string]input{commands, replies} {
		for word := range known {
			if !printed[word] {
				t.Errorf("the screen knows %s%s, and the sheet does not have it", stampdesk.CommandPrefix, word)
			}
		}
	}
}

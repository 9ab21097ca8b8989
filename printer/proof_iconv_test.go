package printer_test

import (
	"bytes"
	"os/exec"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"stampdesk/printer"
)

// small are the 67 small letters that Vietnamese has beyond ASCII: 12 vowels with 5 tones and without, but for the six
// that ASCII has, and đ.
func small() []string {
	var letters []string
	for _, vowel := range "aăâeêioôơuưy" {
		for _, tone := range []string{"", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"} {
			if letter := norm.NFC.String(string(vowel) + tone); len(letter) > 1 {
				letters = append(letters, letter)
			}
		}
	}
	return append(letters, "đ")
}

// TestProofIconvAgreesOnTheCodePage: the bytes for the printer's own letters are those of TCVN 5712 as the C library
// has it. Of the capitals it knows others than printers do, at control codes: the small letters alone are compared.
func TestProofIconvAgreesOnTheCodePage(t *testing.T) {
	t.Parallel()
	iconv := tool(t, "iconv", "apt-get install libc-bin")
	letters := small()
	if len(letters) != 67 {
		t.Fatalf("%d letters, want 67", len(letters))
	}
	cmd := exec.Command(iconv, "-f", "UTF-8", "-t", "TCVN")
	cmd.Stdin = strings.NewReader(strings.Join(letters, ""))
	theirs := run(t, cmd)
	if len(theirs) != len(letters) {
		t.Fatalf("iconv made % x of %d letters", theirs, len(letters))
	}
	for i, letter := range letters {
		if ours := printer.SmallTCVN(letter); !bytes.Equal(ours, theirs[i:i+1]) {
			t.Errorf("%s is % x, iconv has % x", letter, ours, theirs[i])
		}
	}
}

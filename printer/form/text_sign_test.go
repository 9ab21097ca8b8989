package form

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"stampdesk"
)

func TestInTextTwoWhoSignStandBesideEachOtherOverTheRecipients(t *testing.T) {
	x := sampleFilled(stampdesk.FormResult)
	var b bytes.Buffer
	if err := WriteText(&b, mustTemplate(t, stampdesk.FormResult).Pages(&x, sampleOptions())[:1]); err != nil {
		t.Fatal(err)
	}
	at := func(what string) int {
		return slices.IndexFunc(strings.Split(b.String(), "\n"), func(l string) bool { return strings.Contains(l, what) })
	}
	who, chief, to := at("NGƯỜI LẬP BIỂU"), at("TRƯỞNG BAN"), at("Nơi nhận:")
	if who < 0 || who != chief || to <= at(sampleBoard.Signer) {
		t.Errorf("lines %d, %d and %d:\n%s", who, chief, to, b.String())
	}
}

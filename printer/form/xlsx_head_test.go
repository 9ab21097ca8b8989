package form

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"stampdesk"
)

// sheetsOf are the rows of each sheet of a workbook.
func sheetsOf(t *testing.T, pages []Page) (all [][][]string) {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(written(t, pages)))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	for _, name := range book.GetSheetList() {
		rows, err := book.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, rows)
	}
	return all
}

// rowOf is the row in which a cell begins so; -1: none does.
func rowOf(rows [][]string, begins string) int {
	return slices.IndexFunc(rows, func(r []string) bool {
		return slices.ContainsFunc(r, func(text string) bool { return strings.HasPrefix(text, begins) })
	})
}

func TestWhoReceivesAFormStandsBelowTwoSignaturesOfAnUprightSheet(t *testing.T) {
	x := sampleFilled(stampdesk.FormResult)
	p := mustTemplate(t, x.Form).Pages(&x, sampleOptions())[0]
	if p.Landscape || len(p.Signatures) != 2 || len(p.Recipients) == 0 {
		t.Fatalf("%+v", p)
	}
	one, across := p, p
	one.Signatures, across.Landscape = p.Signatures[1:], true
	one.Name, across.Name = "một", "ngang"
	for i, rows := range sheetsOf(t, []Page{p, one, across}) {
		signed, who := rowOf(rows, "TRƯỞNG BAN"), rowOf(rows, "Nơi nhận")
		if below := i == 0; below && who <= rowOf(rows, p.Signatures[1].Name) || !below && who != signed {
			t.Errorf("sheet %d: signed in row %d, received in row %d", i+1, signed, who)
		}
	}
}

func TestTheDayStandsRightUnderTheNameOfTheParty(t *testing.T) {
	x := sampleFilled(stampdesk.FormResult)
	pages := mustTemplate(t, x.Form).Pages(&x, sampleOptions())
	pages[1].Upper = ""
	for i, rows := range sheetsOf(t, pages) {
		if party, day := rowOf(rows, partyName), rowOf(rows, pages[0].Dated); party < 0 || day != party+1 {
			t.Errorf("sheet %d: the Party in row %d, the day in row %d", i+1, party, day)
		}
	}
}

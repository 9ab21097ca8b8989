package sheet

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func TestAPlainTableIsReadRowByRow(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	for cell, v := range map[string]any{"A1": "CHỈ TIÊU", "A3": "Mã đơn vị", "B3": "Chỉ tiêu", "A4": "P01", "B4": 5, "A6": "P02", "B6": 1200} {
		if err := f.SetCellValue("Sheet1", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	var book bytes.Buffer
	if err := f.Write(&book); err != nil {
		t.Fatal(err)
	}
	const want = "CHỈ TIÊU\n\nMã đơn vị|Chỉ tiêu\nP01|5\n\nP02|1200"
	for name, text := range map[string]string{
		"a workbook":   book.String(),
		"commas":       "CHỈ TIÊU\n\nMã đơn vị,Chỉ tiêu\nP01,5\n\nP02,1200\n",
		"semicolons":   "\ufeffCHỈ TIÊU;\r\n\r\nMã đơn vị;Chỉ tiêu\r\nP01;5\r\n\r\nP02;1200\r\n",
		"a last blank": "CHỈ TIÊU\n\nMã đơn vị,Chỉ tiêu\nP01,5\n\nP02,1200\n\n\n",
	} {
		rows, bad, err := ReadPlain(t.Context(), strings.NewReader(text))
		var got []string
		for _, r := range rows {
			for len(r) > 0 && strings.TrimSpace(r[len(r)-1]) == "" {
				r = r[:len(r)-1]
			}
			got = append(got, strings.Join(r, "|"))
		}
		if err != nil || bad != nil || strings.Join(got, "\n") != want {
			t.Errorf("%s: %q, %v, %v", name, got, bad, err)
		}
	}
}

func TestWhatIsNoPlainTableIsSaid(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       Fault
	}{
		{"nothing", "", FaultEmpty},
		{"an archive", "PK\x03\x04rubbish", FaultBroken},
		{"a quote that is never closed", "a,b\n\"c,d\n", FaultQuote},
		{"more than a hand types", strings.Repeat("P01,5\n", MaxPlain+1), FaultTooLarge},
	} {
		rows, bad, err := ReadPlain(t.Context(), strings.NewReader(c.text))
		if err != nil || bad == nil || bad.Fault != c.want {
			t.Errorf("%s: %d rows, %+v, %v, want %s", c.name, len(rows), bad, err, c.want)
		}
	}
}

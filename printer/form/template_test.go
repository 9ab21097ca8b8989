package form

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"stampdesk"
)

func TestTheTemplatesThatTheProgramHasAreRight(t *testing.T) {
	for f := stampdesk.FormUse; f <= stampdesk.FormResult; f++ {
		tmpl := mustTemplate(t, f)
		if want := fmt.Sprintf("Mẫu %d-KTTĐV", f); tmpl.Code != want {
			t.Errorf("form %d has the code %q", f, tmpl.Code)
		}
		if (tmpl.Parts != nil) == f.IsList() {
			t.Errorf("form %d: parts %v", f, tmpl.Parts)
		}
	}
}

func TestATemplateThatIsWrongIsToldByLineAndKeyAndWhatMayStandThere(t *testing.T) {
	for _, c := range []struct {
		name     string
		form     stampdesk.Form
		old, new string // changed in the shipped template
		want     Fault
	}{
		{"no TOML", 2, `orientation = "landscape"`, `orientation = landscape`, Fault{Kind: FaultSyntax, Line: 22, Key: "orientation"}},
		{"text for a number", 2, `font = `, `font = "x" # `, Fault{Kind: FaultType, Line: 23, Key: "font"}},
		{"text for a number in one of many tables", 2, "heading = \"TT\"\nwidth = ", "heading = \"TT\"\nwidth = \"x\" # ", Fault{Kind: FaultType, Key: "columns.width"}},
		{"template of another form", 3, `code = "Mẫu 3-KTTĐV"`, `code = "Mẫu 2-KTTĐV"`, Fault{Kind: FaultOtherFile, Key: "code", Value: "2"}},
		{"outline of the report", 2, `notes = true`, "notes = true\n[[section]]\nheading = \"I\"", Fault{Kind: FaultOtherFile}},
		{"key mistyped", 2, `notes = true`, `note = true`, Fault{Kind: FaultUnknownKey, Line: 30, Key: "note", Meant: "notes"}},
		{"key of a column mistyped", 2, "heading = \"Quê quán\"\nwidth", "heading = \"Quê quán\"\nwidht", Fault{Kind: FaultUnknownKey, Line: 73, Key: "widht", Meant: "width"}},
		{"column that is none", 2, `key = "home"`, `key = "hometown"`, Fault{Kind: FaultColumn, Line: 71, Key: "key", Value: "hometown", Known: listColumns()}},
		{"column of figures in a list", 3, `key = "boxes"`, `key = "stamped"`, Fault{Kind: FaultColumn, Key: "key", Value: "stamped"}},
		{"column twice", 2, `key = "home"`, `key = "name"`, Fault{Kind: FaultTwice, Line: 71, Key: "key", Value: "name"}},
		{"too wide", 2, "heading = \"Quê quán\"\nwidth = ", "heading = \"Quê quán\"\nwidth = 300 # ", Fault{Kind: FaultTooWide, Line: 97, Key: "width", Most: 262}},
		{"too narrow", 2, "heading = \"TT\"\nwidth = ", "heading = \"TT\"\nwidth = 2 # ", Fault{Kind: FaultTooSmall, Line: 47, Key: "width", Value: "2", Least: 6}},
		{"align", 2, `align = "center"`, `align = "centre"`, Fault{Kind: FaultChoice, Line: 48, Key: "align", Value: "centre", Known: []string{"left", "center", "right"}}},
		{"orientation", 2, `orientation = "landscape"`, `orientation = "ngang"`, Fault{Kind: FaultChoice, Line: 22, Key: "orientation", Value: "ngang", Known: []string{"portrait", "landscape"}}},
		{"font", 2, `font = `, `font = 40 # `, Fault{Kind: FaultRange, Line: 23, Key: "font", Value: "40", Least: 9, Most: 14}},
		{"placeholder", 2, `lần thứ {round}"`, `lần thứ {vong}"`, Fault{Kind: FaultPlaceholder, Line: 19, Key: "subtitle", Value: "vong", Known: placeholders()}},
		{"brace left open", 2, `{n} đồng chí`, `{n đồng chí`, Fault{Kind: FaultBrace, Line: 33, Key: "total"}},
		{"rows in a list", 2, "[[signatures]]", "[[rows]]\nlabel = \"x\"\n\n[[signatures]]", Fault{Kind: FaultOnlyFigures, Key: "rows"}},
		{"figure", 7, "figure = \"stamped\"\nshare", "figure = \"stampd\"\nshare", Fault{Kind: FaultFigure, Key: "figure", Value: "stampd", Meant: "stamped"}},
		{"reasons", 7, `each = "held_by"`, `each = "kept_by"`, Fault{Kind: FaultReasons, Key: "each", Value: "kept_by", Known: figuresByReason()}},
		{"sum of figures", 7, `key = "held+refused+remaining"`, `key = "held+refusd+remaining"`, Fault{Kind: FaultColumn, Key: "key", Value: "held+refusd+remaining"}},
		{"share of what has none", 7, "figure = \"proposed\"\n", "figure = \"proposed\"\nshare = true\n", Fault{Kind: FaultShareOf, Key: "share", Value: "proposed"}},
		{"parts too wide", 7, "heading = \"Tổ chức đảng\"\nwidth = ", "heading = \"Tổ chức đảng\"\nwidth = 300 # ", Fault{Kind: FaultTooWide, Key: "width", Most: 262}},
		{"indent", 7, `indent = 2`, `indent = 9`, Fault{Kind: FaultRange, Key: "indent", Value: "9", Most: 3}},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := strings.Replace(string(Default(c.form)), c.old, c.new, 1)
			if text == string(Default(c.form)) {
				t.Fatalf("the template has no %q", c.old)
			}
			_, err := ParseTemplate([]byte(text), c.form)
			wantFault(t, err, c.want)
		})
	}
}

// wantFault looks for a fault among those of err; what want leaves empty is not
// looked at.
func wantFault(t *testing.T, err error, want Fault) {
	t.Helper()
	f, ok := errors.AsType[*Faults](err)
	if !ok {
		t.Fatalf("%v, want faults", err)
	}
	for _, it := range f.List {
		if it.Kind == want.Kind && it.Key == want.Key && (want.Line == 0 || it.Line == want.Line) && (want.Value == "" || it.Value == want.Value) &&
			it.Meant == want.Meant && (want.Known == nil || slices.Equal(it.Known, want.Known)) &&
			(want.Most == 0 || it.Most == want.Most) && (want.Least == 0 || it.Least == want.Least) {
			return
		}
	}
	t.Errorf("%v\nwant %v", f, want)
}

func TestAFaultOfALineThatStandsInEachTableIsToldOnce(t *testing.T) {
	text := strings.ReplaceAll(string(Default(stampdesk.FormStamp)), "heading =", "headline =")
	_, err := ParseTemplate([]byte(text), stampdesk.FormStamp)
	f, ok := errors.AsType[*Faults](err)
	if !ok || len(f.List) != 1 {
		t.Errorf("%v", err)
	}
}

func TestABoardsOwnColumnsAndWordsStandOnTheForm(t *testing.T) {
	text := strings.NewReplacer(`heading = "Quê quán"`, `heading = "Nguyên quán"`, `key = "note"`, `key = "blank"`,
		`title = ["{signed_by}"]`, `title = ["T/M BAN CHẤP HÀNH {scope}"]`).Replace(string(Default(stampdesk.FormStamp)))
	tmpl, err := ParseTemplate([]byte(text), stampdesk.FormStamp)
	if err != nil {
		t.Fatal(err)
	}
	x := sampleFilled(stampdesk.FormStamp)
	p := tmpl.Pages(&x, sampleOptions())[0]
	if got := p.Table.Columns[4].Heading; got != "Nguyên quán" {
		t.Errorf("heading %q", got)
	}
	if got := p.Signatures[1].Title[0]; got != "T/M BAN CHẤP HÀNH "+sampleUnit.Name {
		t.Errorf("signed %q", got)
	}
	last := p.Table.Rows[len(p.Table.Rows)-1] // of a guest, who has a note
	if got := last.Cells[len(last.Cells)-1].Text; got != "" {
		t.Errorf("a column to be left empty has %q", got)
	}
}

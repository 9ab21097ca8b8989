package form

import (
	"fmt"
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
		want     []string
	}{
		{"no TOML", 2, `orientation = "landscape"`, `orientation = landscape`, []string{"line 22", `"orientation"`}},
		{"key mistyped", 2, `notes = true`, `note = true`, []string{"line 30: key note", `is "notes" meant?`}},
		{"key of a column mistyped", 2, "heading = \"Quê quán\"\nwidth", "heading = \"Quê quán\"\nwidht", []string{"line 73: key widht", `is "width" meant?`}},
		{"column that is none", 2, `key = "home"`, `key = "hometown"`, []string{"line 71: key key", `"hometown" is no column (there are: no, name`}},
		{"column of figures in a list", 3, `key = "boxes"`, `key = "stamped"`, []string{`"stamped" is no column`}},
		{"column twice", 2, `key = "home"`, `key = "name"`, []string{`line 71: key key: "name" is there twice`}},
		{"too wide", 2, "heading = \"Quê quán\"\nwidth = 73", "heading = \"Quê quán\"\nwidth = 103.5", []string{"line 97: key width", "292.5 mm wide together", "room for 262", "narrower by 30.5 mm"}},
		{"too narrow", 2, "width = 10\n", "width = 2\n", []string{"2 mm: want 6 or more"}},
		{"align", 2, `align = "center"`, `align = "centre"`, []string{`line 48: key align: "centre": want left, center or right`}},
		{"orientation", 2, `orientation = "landscape"`, `orientation = "ngang"`, []string{`line 22: key orientation: "ngang": want portrait or landscape`}},
		{"font", 2, `font = 11`, `font = 40`, []string{"line 23: key font: 40: want 9 to 14"}},
		{"placeholder", 2, `lần thứ {round}"`, `lần thứ {vong}"`, []string{"line 19: key subtitle: {vong} is nothing that can be filled in", "round_number"}},
		{"rows in a list", 2, "[[signatures]]", "[[rows]]\nlabel = \"x\"\n\n[[signatures]]", []string{"form 2 is a list of members"}},
		{"figure", 7, "figure = \"stamped\"\nshare", "figure = \"stampd\"\nshare", []string{`key figure: "stampd" is no figure (is "stamped" meant?)`}},
		{"reasons", 7, `each = "held_by"`, `each = "kept_by"`, []string{`key each: "kept_by" has no reasons (there are: without_card_by, damaged_by, held_by`}},
		{"sum of figures", 7, `key = "held+refused+remaining"`, `key = "held+refusd+remaining"`, []string{`"held+refusd+remaining" is no column`}},
		{"share of what has none", 7, "figure = \"proposed\"\n", "figure = \"proposed\"\nshare = true\n", []string{`"proposed" has no share of the cards; write share_of`}},
		{"parts too wide", 7, "heading = \"Tổ chức đảng\"\nwidth = 57", "heading = \"Tổ chức đảng\"\nwidth = 63", []string{"266 mm wide together"}},
		{"indent", 7, `indent = 2`, `indent = 9`, []string{"9: want 0 to 3"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := strings.Replace(string(Default(c.form)), c.old, c.new, 1)
			if text == string(Default(c.form)) {
				t.Fatalf("the template has no %q", c.old)
			}
			_, err := ParseTemplate([]byte(text), c.form)
			if err == nil {
				t.Fatal("taken")
			}
			for _, want := range c.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("%v\nwant %s", err, want)
				}
			}
		})
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

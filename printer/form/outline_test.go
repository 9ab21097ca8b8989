package form_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"stampdesk"
	"stampdesk/printer/form"
)

func TestAnOutlineThatIsWrongIsToldWhereAndWhatMayStandThere(t *testing.T) {
	const fine = "[[section]]\nheading = \"I\"\n[[section.paragraph]]\n"
	for name, it := range map[string]struct {
		text string
		want []string
	}{
		"syntax":             {"title = [\n", []string{"line 1"}},
		"unknown key":        {"colour = 3\n" + fine + "text = \"x\"", []string{"line 1, key colour", "subtitle"}},
		"key of paragraph":   {fine + "txt = \"x\"", []string{"line 4, key txt", `is "text" meant?`}},
		"placeholder":        {fine + "text = \"{stampd} thẻ\"", []string{"line 4, key text", `fault 18: "stampd" (is "stamped" meant?)`}},
		"share":              {fine + "text = \"{members%}\"", []string{"line 4", `fault 17: "members%" (there are: damaged`}},
		"brace":              {fine + "text = \"{stamped thẻ\"", []string{"line 4", "fault 19"}},
		"condition":          {fine + "text = \"x\"\nwhen = \"misused\"", []string{"line 5, key when", `fault 14: "misused" (is "misuse" meant?)`}},
		"part of nothing":    {fine + "text = \"{part}\"", []string{"line 4", `fault 20: "part" (there are: parts)`}},
		"note of a part":     {fine + "text = \"{note}\"\neach = \"parts\"", []string{"line 4", `fault 20: "note" (there are: notes)`}},
		"each":               {fine + "text = \"x\"\neach = \"unit\"", []string{"line 5, key each", "parts, boards, notes"}},
		"lines":              {fine + "lines = 99", []string{"line 4, key lines", "0 to 40"}},
		"percent":            {"[percent]\nbase = \"cards\"\ndecimals = 7\n" + fine + "text = \"x\"", []string{`line 2, key base: fault 7: "cards" (there are: with_card`, `line 3, key decimals: fault 8: "7" (0 to 4)`}},
		"nothing":            {"title = [\"BÁO CÁO\"]", []string{"key section: fault 5"}},
		"template of a form": {string(form.Default(stampdesk.FormStamp)), []string{`key code: fault 3: "2"`}},
		"all faults at once": {fine + "text = \"{a} {b}\"\nwhen = \"c\"", []string{`18: "a"`, `18: "b"`, `14: "c"`}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := form.ParseOutline([]byte(it.text))
			if err == nil {
				t.Fatal("it was read")
			}
			for _, want := range it.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("%q is not in: %v", want, err)
				}
			}
		})
	}
}

// Whatever an outline may name has a value: no brace is left, and no share
// without one.
func TestEveryNameThatAnOutlineMayUseIsFilledIn(t *testing.T) {
	_, err := form.ParseOutline([]byte("[[section]]\n[[section.paragraph]]\ntext = \"{?} {?%}\""))
	if err == nil {
		t.Fatal("{?} was read")
	}
	f, ok := errors.AsType[*form.Faults](err)
	if !ok {
		t.Fatal(err)
	}
	fields := slices.Clone(f.List[0].Known)
	for _, share := range f.List[1].Known {
		fields = append(fields, share+"%")
	}
	names := 0
	for _, name := range fields {
		field := "{" + name + "}"
		names++
		o, err := form.ParseOutline([]byte("[[section]]\n[[section.paragraph]]\ntext = \"<" + field + ">\""))
		if err != nil {
			t.Error(err)
			continue
		}
		body := o.Page(troubled(), form.Options{}).Body
		if len(body) != 1 || len(body[0].Text) < 3 || strings.ContainsAny(body[0].Text, "{}\x00") {
			t.Errorf("%s became %+v", field, body)
		}
	}
	if names < 40 {
		t.Errorf("only %d names in: %v", names, err)
	}
}

func TestAParagraphStandsOnlyWhereItsFigureSays(t *testing.T) {
	o, err := form.ParseOutline([]byte(`
[[section]]
heading = "MỤC"
when = "members"
[[section.paragraph]]
text = "có {misuse}"
when = "misuse"
[[section.paragraph]]
text = "không có"
unless = "misuse"
[[section.paragraph]]
text = "cả hai"
when = "members"
unless = "misuse"
`))
	if err != nil {
		t.Fatal(err)
	}
	misused := published()
	misused.Tally.Remarks = map[stampdesk.Reason]int{stampdesk.ReasonMisuse: 2}
	for name, it := range map[string]struct {
		f    *stampdesk.Filled
		want string
	}{
		"misuse": {misused, "MỤC|có 2"}, "none": {published(), "MỤC|không có|cả hai"}, "nobody": {&stampdesk.Filled{}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, p := range o.Page(it.f, form.Options{}).Body {
				got = append(got, p.Text)
			}
			if s := strings.Join(got, "|"); s != it.want {
				t.Errorf("%q, want %q", s, it.want)
			}
		})
	}
}

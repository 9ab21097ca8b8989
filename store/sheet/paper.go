package sheet

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"stampdesk"
)

// The known forms: the register of members, and the four lists that go with the
// cards (mẫu 2-KTTĐV to 5-KTTĐV). Their columns are told by their headings like
// any others; the name is for people.
const registerForm = "7-HSĐV"

func listForm(f stampdesk.Form) string { return strconv.Itoa(int(f)) + "-KTTĐV" }

var formNumber = regexp.MustCompile(`(?i)(?:^|[^0-9])([0-9][AB]?)\s*[-–]\s*(KTTĐV|KTTDV|HSĐV|HSDV)`)

// formByTitle is the form that the rows above the table name; "" where they
// name none.
func formByTitle(t table) string {
	for _, r := range append(slices.Clone(t.above), t.heading) {
		for _, s := range r.cells {
			if m := formNumber.FindStringSubmatch(s); m != nil && len(s) <= 60 { // no sentence that mentions one
				return strings.ToUpper(m[1]) + "-" + strings.NewReplacer("DV", "ĐV").Replace(strings.ToUpper(m[2]))
			}
			if strings.Contains(strings.ToLower(s), "sổ danh sách đảng viên") {
				return registerForm
			}
		}
	}
	return ""
}

// reasonForms tells a list by what it asks the reason of.
var reasonForms = [...]struct {
	word string
	form stampdesk.Form
}{{"chua", stampdesk.FormCardless}, {"hong", stampdesk.FormDamaged}, {"mat", stampdesk.FormLost}}

func formByReason(title string) stampdesk.Form {
	words := strings.Fields(headingKey(title))
	var found stampdesk.Form
	for _, r := range reasonForms {
		if slices.Contains(words, r.word) {
			if found != 0 {
				return 0 // "Lý do hỏng, mất" is of both
			}
			found = r.form
		}
	}
	return found
}

// list names the form of a list, and says where it is another than was asked
// for: surely by its title, perhaps by its headings.
func (f *File) list(form stampdesk.Form) {
	want := listForm(form)
	if told := formByTitle(f.table); told != "" {
		f.Profile = told
		if told != want {
			f.note([]Problem{{Fault: FaultOtherForm, Found: told, Want: want}}, nil)
		}
		return
	}
	if told := formByReason(f.layout.titles[colReason]); told != 0 {
		f.Profile = listForm(told)
		if told != form {
			f.note(nil, []Problem{{
				Fault: FaultOtherReason, Line: f.table.heading.line, Found: f.layout.titles[colReason], Want: want,
			}})
		}
	}
}

// register names the form of a roster, and refuses a list.
func (f *File) register() {
	told := formByTitle(f.table)
	several := 0
	for _, m := range f.layout.made {
		if m.how == split {
			several++
		}
	}
	switch {
	case strings.HasSuffix(told, "-KTTĐV"):
		f.note([]Problem{{Fault: FaultOtherForm, Found: told, Want: registerForm}}, nil)
	case told == registerForm, several >= 3:
		f.Profile = registerForm
	}
}

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

// titleForms tells a list by the words of its title, where that has no number.
var titleForms = [...]struct {
	words string
	form  stampdesk.Form
}{
	{"dong dau", stampdesk.FormStamp}, {"doi lai", stampdesk.FormDamaged}, {"bi hong", stampdesk.FormDamaged},
	{"cap lai", stampdesk.FormLost}, {"bi mat", stampdesk.FormLost}, {"chua duoc doi", stampdesk.FormCardless},
	{"chua duoc phat", stampdesk.FormCardless}, {"chua co the", stampdesk.FormCardless},
}

// formByWords is the form that a title above the table is of by its words; 0
// where it says none, or more than one.
func formByWords(t table) (found stampdesk.Form) {
	for _, r := range t.above {
		for _, s := range different(r.cells) {
			key := headingKey(s)
			if len(s) > 200 || !strings.Contains(key, "de nghi") && !strings.Contains(key, "danh sach") {
				continue
			}
			for _, f := range titleForms {
				if !strings.Contains(key, f.words) {
					continue
				}
				if found != 0 && found != f.form {
					return 0
				}
				found = f.form
			}
		}
	}
	return found
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
	if told := formByWords(f.table); told != 0 {
		f.Profile = listForm(told)
		if told != form {
			f.note(nil, []Problem{{Fault: FaultOtherTitle, Found: f.Profile, Want: want}})
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

package sheet

import (
	"regexp"
	"slices"
	"strings"
)

var formOfSheet = regexp.MustCompile(`(?i)^\s*(?:mẫu|mau|biểu|bieu|danh sách|ds|m)?\s*(?:số)?\s*0?([2-5])(?:\s*[-–].*)?\s*$`)

// form is what the sheet says that it is, by its title or its name; "" where
// it does not say.
func (y *laying) form() string {
	if told := formByTitle(y.t); told != "" {
		return told
	}
	if told := formByWords(y.t); told != 0 {
		return listForm(told)
	}
	if m := formOfSheet.FindStringSubmatch(y.t.sheet); m != nil {
		return m[1] + "-KTTĐV"
	}
	return ""
}

// meant keeps, of several sheets that all could be read, those that are meant:
// a unit may have its lists in one workbook, and sheets with headings and
// nothing else.
func meant(fits []*laying, want string) []*laying {
	keep := func(better func(y *laying) bool) {
		if kept := slices.DeleteFunc(slices.Clone(fits), func(y *laying) bool { return !better(y) }); len(kept) > 0 {
			fits = kept
		}
	}
	keep(func(y *laying) bool { return len(y.sample()) > 0 })
	if want != registerForm {
		keep(func(y *laying) bool { return y.form() == want })
	}
	keep(func(y *laying) bool { told := y.form(); return told == "" || told == want })
	return fits
}

func sheetNames(all []*laying) string {
	var names []string
	for _, y := range all {
		names = append(names, "“"+y.t.sheet+"”")
	}
	return shorten(strings.Join(names, ", "))
}

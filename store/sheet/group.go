package sheet

import "strings"

// groupOf is the title of a group of rows, which stands alone in its row but
// for its number and for how many they are; "" where it is none.
func (r *row) groupOf(rec record) string {
	title := ""
	for i, s := range rec.cells {
		switch s, _ = clean(s); {
		case s == "" || s == title || isGroupNumber(s):
		case title != "", i == r.at[colCell], i > max(1, r.at[colName]):
			return ""
		default:
			title = s
		}
	}
	number, rest, _ := strings.Cut(title, " ")
	switch bare := strings.TrimRight(number, ".)-/:"); {
	case begins(title, groups[:]...):
		return title
	case isGroupNumber(number) && begins(rest, groups[:]...):
		return rest
	case bare != number && rest != "" && (strings.Trim(bare, "IVXLC") == "" || len(bare) == 1 && 'A' <= bare[0] && bare[0] <= 'Z'):
		return title
	}
	return ""
}

var groups = [...]string{"chi bộ", "đảng bộ", "đảng ủy", "tổ đảng"}

// isGroupNumber reports "12", "IV.", "a)".
func isGroupNumber(s string) bool {
	s = strings.TrimRight(s, ".)-/:")
	return strings.Trim(s, "0123456789IVXLC") == "" || len(s) == 1 && s[0]|0x20 >= 'a' && s[0]|0x20 <= 'z'
}

// beginGroup takes the cell of the rows below from the title of their group.
func (r *row) beginGroup(rec record) {
	text := r.groupOf(rec)
	r.asides.cell, r.asides.group = "", 0
	if !begins(text, "chi bộ") {
		r.asides.titles = append(r.asides.titles, shorten(text))
		return
	}
	if word, name, ok := strings.Cut(text, ":"); ok && headingKey(word) == "chi bo" { // "Chi bộ: Hưu trí 2", of a cell without the word in its name
		r.asides.cell = strings.TrimSpace(name)
		return
	}
	text, _, _ = strings.Cut(text, ":")
	text, _, _ = strings.Cut(text, " (")
	r.asides.cell = strings.TrimSpace(text)
}

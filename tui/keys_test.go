package tui

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/bubbles/key"

	"stampdesk"
)

// glossary is what each key means, everywhere, and the words by which screens
// say so.
var glossary = map[string][]string{
	"Enter": { // goes in, records, says yes: what the frame or the pointer is at
		"ghi", "đã đóng dấu", "chọn", "tiếp", "mở", "xem", "xem thẻ", "nhận làm", "tìm", "thử lại", "gán cột", "lưu", "làm", "đồng ý",
		"chốt lô", "các lô", "đơn vị", "lô", "thoát", "đưa vào", "hủy bản in", "đúng, chưa đóng dấu", "Không cho đăng nhập nữa", "Cho đăng nhập lại",
	},
	"Esc":       {"quay lại", "các lô", "thôi", "để sau", "dừng", "không phải", "về tệp", "chưa đóng"}, // one back, and nothing is done
	"Tab":       {"ô khác", "cách đọc"},                                                                // the next field
	"phím cách": {"đổi", "bản trình bày"},                                                              // turns over
	"/":         {"tìm", "gõ số"},                                                                      // find
	"?":         {"trợ giúp"},
	"F1":        {"trợ giúp"},
	"F2":        {"English"},
	"ctrl+q":    {"thoát"},
	"ctrl+u":    {"xóa hết"},
	"ctrl+s":    {"lưu"},
	"↑↓":        {"chọn", "xem"},
	"↑↓←→":      {"chọn", "xem"},
	"←→":        {"trang", "xem loại", "đổi"},
	"a":         {"thẩm định"},
	"b":         {"các lô"},
	"c":         {"chốt lô"},
	"d":         {"hỏng"},
	"e":         {"ra tệp", "ghi tệp lỗi"},
	"g":         {"giữ"},
	"h":         {"hồ sơ"},
	"i":         {"xem thẻ"},
	"k":         {"chưa đóng dấu"},
	"l":         {"ép lại"},
	"m":         {"việc khác"},
	"n":         {"lô mới", "thêm", "thêm máy"}, // a new one
	"o":         {"giám sát", "mở lại"},         // by the supervisor's word
	"p":         {"in", "trang thử"},
	"q":         {"thoát"},
	"r":         {"thử lại"},
	"s":         {"ca"},
	"t":         {"trả", "giao trả"}, // back to the unit
	"u":         {"hoàn tác"},
	"v":         {"chưa thu"},
	"x":         {"xử lý", "hủy", "lý do", "thẻ mới", "đã xem", "sửa", "đưa vào", "thử lại", "thẩm định", "nhận làm", "giữ nguyên", "bỏ qua", "lưu"}, // the main act of a list
	"y":         {"nhận xét"},
}

// exceptions are keys that mean something else on one screen, and why that does
// no harm there.
var exceptions = map[string]string{
	"q quyết định *tui.batchList":      "q is the letter of quyết định, printed on the sheets of the desks; both only ask",
	"q quyết định *tui.batchPage":      "as on the list of batches",
	"k số báo *tui.batchList":          "no card is in the hand on the list; it opens a form",
	"c máy khác *tui.printQueue":       "no batch is closed from the queue; it only asks",
	"c máy khác *tui.scannerPage":      "no batch is closed from there; it only turns to the next scanner",
	"r mở lại *tui.settingsPage":       "what was set is tried: the desk opens once more",
	"c máy khác *tui.paperMenu":        "a dialog, which has no batch to close; it only turns to the next printer",
	"Tab đưa vào bàn *tui.cardPage":    "there is no other field: the next place is the desk",
	"Tab đưa vào bàn *tui.searchPage":  "there is no other field: the next place is the desk",
	"phím cách quét thẻ mẫu *tui.desk": "only in a demonstration, where it stands for the scanner",
}

func TestTheSameKeyMeansTheSameOnEveryScreen(t *testing.T) {
	alone(t)
	used := map[string]bool{}
	for _, sc := range allScreens() {
		d := newDesktop(t, sc.options()...)
		sc.reach(d)
		for _, h := range d.screen().hints(d.s) {
			if strings.ContainsAny(h.key, "0123456789") && !strings.HasPrefix(h.key, "F") {
				continue // a digit is the one that has the digit
			}
			if slices.Contains(glossary[h.key], h.does) {
				continue
			}
			name := fmt.Sprintf("%s %s %T", h.key, h.does, d.screen())
			if exceptions[name] == "" {
				t.Errorf("%s: %q is not what the key means elsewhere: %q", sc.name, name, glossary[h.key])
			}
			used[name] = true
		}
	}
	for name := range exceptions {
		if !used[name] {
			t.Errorf("%q is no exception any more", name)
		}
	}
}

// together are the bindings that may have a key in common.
var together = []string{
	"Next Down", "Prev Up", "Next Hand", // fields and lines lie below one another
	"Number Find",                                          // at the desk the number is what is looked for
	"Number New",                                           // n at the desk is an old way to the number
	"GiveUp Return",                                        // back to the unit
	"Close Elsewhere", "NotStamped Declare", "Decide Quit", // see the exceptions
}

func TestNoTwoBindingsShareAKeyUnnoticed(t *testing.T) {
	has := map[string][]string{}
	all := reflect.ValueOf(keys)
	for i := range all.NumField() {
		for _, k := range all.Field(i).Interface().(key.Binding).Keys() {
			has[k] = append(has[k], all.Type().Field(i).Name)
		}
	}
	for k, names := range has {
		for i, a := range names {
			for _, b := range names[i+1:] {
				if !slices.Contains(together, a+" "+b) && !slices.Contains(together, b+" "+a) {
					t.Errorf("%s is %s and %s", k, a, b)
				}
			}
		}
	}
}

// TestEveryScreenIsExplained: the help of a screen names every key of its
// footer, in both languages. What all screens have in common stands below it.
func TestEveryScreenIsExplained(t *testing.T) {
	alone(t)
	common := []string{"Enter", "Esc", "Tab", "?", "F1", "F2", "↑↓", "↑↓←→", "←→", "phím cách", "ctrl+q", "/"}
	seen := map[string]bool{}
	for _, sc := range allScreens() {
		d := newDesktop(t, sc.options()...)
		sc.reach(d)
		for _, l := range []stampdesk.Lang{stampdesk.Vietnamese, stampdesk.English} {
			w := wordsIn(l)
			text := d.screen().help(w)
			if strings.TrimSpace(text) == "" {
				t.Errorf("%s: nothing explains it", sc.name)
			}
			for _, h := range d.screen().hints(d.s) {
				id := fmt.Sprintf("%s %T %s", l, d.screen(), h.key)
				if seen[id] || slices.Contains(common, h.key) || names(text, h.key) || h.key[0] == '1' && (names(text, "1-9") || names(text, "1-4")) {
					continue
				}
				seen[id] = true
				t.Errorf("%s: the help does not name %q (%s)", id, h.key, h.does)
			}
		}
	}
}

// names reports that a text has a key as a word of its own.
func names(text, key string) bool {
	return slices.Contains(strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \n,;:()", r) }), key)
}

func TestTheFooterAlwaysShowsThePaletteAndTheHelp(t *testing.T) {
	alone(t)
	for _, sc := range allScreens() {
		for _, size := range [][2]int{{80, 24}, {120, 40}} {
			d := newDesktop(t, sc.options()...)
			d.size(size[0], size[1])
			sc.reach(d)
			lines := strings.Split(d.text(), "\n")
			foot := lines[len(lines)-1]
			if !names(foot, "?") && !names(foot, "F1") {
				t.Errorf("%s %d: no help: %q", sc.name, size[0], foot)
			}
			if d.s.person != nil && d.s.lock == nil && d.s.over == nil && !names(foot, "ctrl+p") {
				t.Errorf("%s %d: no palette: %q", sc.name, size[0], foot)
			}
		}
	}
}

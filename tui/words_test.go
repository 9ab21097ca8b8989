package tui

import (
	"reflect"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"stampdesk"
)

func TestEveryWordIsThereAndFitsItsSlot(t *testing.T) {
	for _, l := range []stampdesk.Lang{stampdesk.Vietnamese, stampdesk.English} {
		v := reflect.ValueOf(*wordsIn(l))
		for _, f := range reflect.VisibleFields(v.Type()) {
			if f.Anonymous {
				continue
			}
			cells, err := strconv.Atoi(f.Tag.Get("cells"))
			if err != nil {
				t.Fatalf("%s has no width", f.Name)
			}
			var all []string
			switch v.FieldByIndex(f.Index).Kind() {
			case reflect.Array:
				for j := range v.FieldByIndex(f.Index).Len() {
					all = append(all, v.FieldByIndex(f.Index).Index(j).String())
				}
			default:
				all = strings.Split(v.FieldByIndex(f.Index).String(), "\n")
			}
			for _, text := range all {
				switch text := strings.ReplaceAll(text, "{}", ""); {
				case text == "":
					t.Errorf("%s: %s is empty", l, f.Name)
				case width(text) > cells:
					t.Errorf("%s: %s is %d cells wide, its slot has %d: %q", l, f.Name, width(text), cells, text)
				case !norm.NFC.IsNormalString(text):
					t.Errorf("%s: %s is not NFC", l, f.Name)
				}
			}
		}
	}
}

func TestBothLanguagesHaveTheSamePlaces(t *testing.T) {
	vi, en := reflect.ValueOf(vietnameseWords), reflect.ValueOf(englishWords)
	for _, f := range reflect.VisibleFields(vi.Type()) {
		if f.Type.Kind() != reflect.String {
			continue
		}
		if a, b := strings.Count(vi.FieldByIndex(f.Index).String(), "{}"), strings.Count(en.FieldByIndex(f.Index).String(), "{}"); a != b {
			t.Errorf("%s: %d places in Vietnamese, %d in English", f.Name, a, b)
		}
	}
}

func TestNoWordHidesAnother(t *testing.T) {
	all := reflect.TypeFor[words]()
	for _, part := range []reflect.Type{reflect.TypeFor[listWords](), reflect.TypeFor[importWords](), reflect.TypeFor[paperWords](), reflect.TypeFor[settingWords]()} {
		for i := range part.NumField() {
			name := part.Field(i).Name
			if f, ok := all.FieldByName(name); !ok || len(f.Index) == 1 {
				t.Errorf("%s is there twice", name)
			}
		}
	}
}

func TestNumbersAreWrittenAsInVietnam(t *testing.T) {
	s := newShell(Options{}.zero(), terminal{})
	for n, want := range map[int]string{0: "0", 999: "999", 16560: "16.560", 1234567: "1.234.567", -1234: "-1.234", -123: "-123"} {
		if got := s.count(n); got != want {
			t.Errorf("count(%d) = %q", n, got)
		}
	}
	if got := s.share(16036, 16560); got != "96,84%" && got != "96,83%" {
		t.Errorf("share %q", got)
	}
	s.speak(stampdesk.English)
	if got := s.count(16560) + " " + s.share(1, 3); got != "16,560 33.33%" {
		t.Errorf("English %q", got)
	}
	if got := s.ordinal(11); got != "Round 11" {
		t.Errorf("%q", got)
	}
}

func TestNamesAreSortedByTheGivenName(t *testing.T) {
	items := []stampdesk.Item{{Name: "Trần Văn Đăng"}, {Name: "Lê Thị Ánh"}, {Name: "Bùi Văn Dũng"}, {Name: "Đỗ An"}}
	byGivenName(items)
	var got []string
	for _, it := range items {
		got = append(got, it.Name)
	}
	if s := strings.Join(got, ", "); s != "Đỗ An, Lê Thị Ánh, Bùi Văn Dũng, Trần Văn Đăng" {
		t.Error(s)
	}
}

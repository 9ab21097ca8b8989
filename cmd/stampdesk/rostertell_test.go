package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A large roster is told in numbers that can be read, in either language.
func TestARosterIsToldInGroupedNumbers(t *testing.T) {
	data := t.TempDir()
	var csv strings.Builder
	csv.WriteString("Số thẻ,Họ và tên,Mã đơn vị\n")
	for i := range 1200 {
		fmt.Fprintf(&csv, "31%06d,Đảng viên %d,P%04d\n", i+1, i, i)
	}
	file := filepath.Join(data, "large.csv")
	if err := os.WriteFile(file, []byte(csv.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	mustRun(t, data, "init", "--supervisor", "GS1")
	for lang, want := range map[string][]string{
		"vi": {"1.200 dòng, 1.200 đơn vị: 1.200 mới", "Đơn vị mới: 1.200", "Mới (1.200)", "… và 1.190 dòng nữa"},
		"en": {"1,200 rows, 1,200 units: 1,200 new", "New units: 1,200", "New (1,200)", "… and 1,100 more"},
	} {
		said := mustRun(t, data, "roster", "import", file, "--dry-run", "--lang", lang)
		for _, w := range want {
			if !strings.Contains(said, w) {
				t.Errorf("%s: no %q in\n%s", lang, w, said)
			}
		}
		if strings.Contains(said, "%!") {
			t.Errorf("%s: a verb without its value in\n%s", lang, said)
		}
	}
	mustRun(t, data, "roster", "import", file)
	if said := mustRun(t, data, "roster", "show"); !strings.Contains(said, "1.200 đảng viên, 1.200 đơn vị") {
		t.Error(said)
	}
}

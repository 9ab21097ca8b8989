package tui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/muesli/termenv"

	"stampdesk"
	"stampdesk/printer"
)

// pictures are the screens that the README shows, in the letters that the desk
// really has.
var pictures = []struct {
	goldenScreen
	size  [2]int
	title string // for who cannot see it
}{
	{goldenScreen{"desk-question", func(d *desktop) { worked(d); d.scanned("31.000406") }, nil}, [2]int{80, 24}, "Bàn: thẻ đang cầm, đóng dấu vào ô 4 rồi bấm Enter"},
	{goldenScreen{"desk-recorded", func(d *desktop) { worked(d); d.scanned("31.000406"); d.press("enter") }, nil}, [2]int{80, 24}, "Bàn: đã ghi"},
	{goldenScreen{"desk-hold", func(d *desktop) { worked(d); d.scanned("31000409") }, nil}, [2]int{80, 24}, "Bàn: giữ lại"},
	{goldenScreen{"desk-refuse", func(d *desktop) { worked(d); d.scanned("31000410") }, nil}, [2]int{80, 24}, "Bàn: không đóng dấu"},
	{goldenScreen{"round", func(d *desktop) { d.board(11); d.chief() }, nil}, [2]int{120, 40}, "Toàn đợt: các đơn vị, đơn vị cần người làm đứng trước"},
	{goldenScreen{"palette", func(d *desktop) { afternoon(d); d.press("ctrl+p"); d.types("lo") }, nil}, [2]int{80, 24}, "Mọi việc: gõ vài chữ để tìm"},
	{goldenScreen{"setup", halfSetUp, nil}, [2]int{80, 24}, "Chuẩn bị bàn: những việc còn lại"},
	{goldenScreen{"scanner", func(d *desktop) { d.atWork(); d.turned(&scannerPage{}) }, withScans(goodScan)}, [2]int{80, 24}, "Máy quét và quét thử"},
	{goldenScreen{"search", func(d *desktop) { afternoon(d); d.press("f3"); d.types("v"); d.press("down") }, nil}, [2]int{80, 24}, "Tìm người, thẻ"},
}

// TestTheReadmeShowsTheScreensAsTheyAre draws the pictures of the README from
// what the program draws, and compares them with those that are there.
func TestTheReadmeShowsTheScreensAsTheyAre(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	must(t, err)
	there, err := filepath.Glob("../.readme/*.svg") // what is no screen is drawn elsewhere
	must(t, err)
	drawn := map[string]bool{}
	for _, p := range pictures {
		file := "../.readme/" + p.name + ".svg"
		drawn[file] = true
		t.Run(p.name, func(t *testing.T) {
			change := p.change
			p.change = func(o *Options) {
				if o.Big = printer.Big; change != nil {
					change(o)
				}
			}
			d := p.draw(t, stampdesk.Vietnamese, p.size, terminal{colours: termenv.ANSI})
			rows, err := cells(d.checked(p.size))
			must(t, err)
			got := svg(p.title, rows)
			if *update {
				must(t, os.WriteFile(file, []byte(got), 0o666))
			}
			if was, err := os.ReadFile(file); err != nil || string(was) != got {
				t.Errorf("%s is not what the screen looks like (draw it anew with -update): %v", file, err)
			}
			if !strings.Contains(string(readme), file[len("../"):]) {
				t.Errorf("the README does not show %s", file)
			}
		})
	}
	for _, file := range there {
		if !drawn[file] {
			t.Errorf("nothing draws %s", file)
		}
	}
}

package tui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"stampdesk"
)

// kept are settings in memory, and a bench of devices.
type kept struct {
	all   []Setting
	scans []TestScan
	wrote []Change
	fails error
}

func newKept() *kept {
	k := &kept{}
	add := func(key, value string, later, guarded bool, choices ...string) {
		k.all = append(k.all, Setting{Key: key, Value: value, Later: later, Guarded: guarded, Choices: choices})
	}
	add("lang", "vi", false, false, "vi", "en")
	add("screen.symbols", "auto", false, false, "auto", "full", "ascii")
	add("screen.colour", "auto", false, false, "auto", "always", "never")
	add("sound.bell", "true", false, false, "true", "false")
	add("sound.good", "false", false, false, "true", "false")
	add("desk.id", "B1", true, true)
	add("desk.confirm", "key", true, true, "key", "next", "scan")
	add("desk.idle", "15m", false, true, "0", "5m", "15m", "1h")
	add("scanner.port", "/dev/serial/by-id/usb-Honeywell_1900-if00", true, false)
	add("scanner.baud", "9600", true, false, "9600", "115200")
	add("scanner.suffix", "auto", true, false)
	add("scanner.mask7", "false", true, false)
	add("scanner.feedback", "none", false, false, "none", "bel", "ack_nak")
	add("scanners.hai.port", "/dev/ttyACM3", true, false)
	add("scanners.hai.baud", "9600", true, false)
	add("scanners.hai.suffix", "cr", true, false)
	add("scanners.hai.mask7", "false", true, false)
	add("scanners.hai.feedback", "none", false, false, "none", "bel", "ack_nak")
	add("printer.to", "usb:04b8:0e15", true, false)
	add("printer.profile", "epson-203", true, false, "generic-80", "generic-58", "epson-203")
	add("printer.mode", "auto", true, false, "auto", "raster", "codepage", "ascii", "hybrid")
	return k
}

func (k *kept) set(_ context.Context, changes ...Change) error {
	if k.fails != nil {
		return k.fails
	}
	for _, c := range changes {
		k.wrote = append(k.wrote, c)
		for i := range k.all {
			if k.all[i].Key == c.Key {
				k.all[i].Value = c.Value
			}
		}
	}
	return nil
}

func (k *kept) given(o *Options) {
	o.Settings = Settings{List: func() []Setting { return append([]Setting(nil), k.all...) }, Set: k.set, Where: "/home/ban1/.config/stampdesk/config.toml"}
	o.Gear = Gear{
		Ports: func(context.Context) []Port {
			return []Port{
				{Name: "/dev/serial/by-id/usb-Honeywell_1900-if00", About: "Honeywell · 1900"},
				{Name: "/dev/ttyUSB0", About: "/dev/ttyUSB0", Trouble: "Không có quyền: thêm người dùng này vào nhóm dialout."},
			}
		},
		Listen: func(ctx context.Context, q Listening, hear func(TestScan)) error {
			if q.Port == "/dev/ttyUSB0" {
				return errors.New("/dev/ttyUSB0: Không có quyền với thiết bị này: hỏi người quản trị máy.")
			}
			for _, t := range k.scans {
				if q.Lang == stampdesk.English {
					t = inEnglish(t)
				}
				hear(t)
			}
			return nil
		},
		Printers: func(context.Context) []Port {
			return []Port{{Name: "usb:04b8:0e15", About: "EPSON · TM-T20II"}, {Name: "cups:VANPHONG", About: "HP LaserJet", Trouble: "Không có quyền với thiết bị này: hỏi người quản trị máy."}}
		},
		Status: func(context.Context, stampdesk.Lang, stampdesk.PrinterID) (string, error) { return "sẵn sàng", nil },
		TestPage: func(_ context.Context, _ stampdesk.Lang, to, profile, mode string) (string, error) {
			return "Đã gửi trang thử tới " + to + " (" + profile + ", " + mode + ").", nil
		},
	}
}

func inEnglish(t TestScan) TestScan {
	t.Read = []string{strings.NewReplacer("sau: CR", "behind: CR", "sau: không có gì", "behind: nothing").Replace(t.Read[0])}
	if t.Wrong != nil {
		t.Wrong = []string{"No CR behind a code: only silence tells the desk that it is over. Better set the scanner to send CR after every code."}
	}
	return t
}

var goodScan = TestScan{
	Hex:  []string{"33 31 30 30 30 34 30 36 0D                       31000406."},
	Read: []string{`"31000406" · sau: CR`}, Usable: true, Suffix: "cr",
}

var poorScan = TestScan{
	Hex:    []string{"B1 B2 33 B4 35 36 B7 B8                          ..3.56.."},
	Read:   []string{`"12345678" · sau: không có gì`},
	Wrong:  []string{"Sau mã không có CR: bàn chỉ biết hết mã khi im lặng. Nên đặt máy quét gửi CR sau mỗi mã."},
	Usable: true, Suffix: "none", Mask7: true, Parity: "even",
}

// settingsAt is a desk with settings, at one of the pages.
func settingsAt(t *testing.T, k *kept, p page) *desktop {
	d := newDesktop(t, k.given)
	d.atWork()
	return d.turned(p)
}

func (d *desktop) turned(p page) *desktop {
	d.s.turnTo(p)
	d.update(clockMsg{})
	return d
}

func (d *desktop) relieved() {
	d.press("f4", "ctrl+u")
	d.types("gs1")
	d.press("enter")
	d.types("4321")
	d.press("enter")
}

var settingScreens = []goldenScreen{
	{"settings", func(d *desktop) { d.atWork(); d.turned(&settingsPage{}); d.press("down") }, withSettings},
	{"settings-chief", func(d *desktop) {
		d.atWork()
		d.relieved()
		d.turned(&settingsPage{})
		d.press("down", "down", "down", "down", "down", "down", "right")
	}, withSettings},
	{"settings-typed", func(d *desktop) {
		d.atWork()
		d.relieved()
		d.turned(&settingsPage{})
		d.press("down", "down", "down", "down", "down", "enter")
		d.types("B7")
	}, withSettings},
	{"settings-empty", func(d *desktop) { d.atWork(); d.turned(&settingsPage{}) }, nil},
	{"settings-help", func(d *desktop) { d.atWork(); d.turned(&settingsPage{}); d.press("?") }, withSettings},
	{"scanner", func(d *desktop) { d.atWork(); d.turned(&scannerPage{}) }, withSettings},
	{"scanner-good", func(d *desktop) { d.atWork(); d.turned(&scannerPage{}) }, withScans(goodScan)},
	{"scanner-poor", func(d *desktop) { d.atWork(); d.turned(&scannerPage{}) }, withScans(goodScan, poorScan)},
	{"scanner-denied", func(d *desktop) { d.atWork(); d.turned(&scannerPage{}); d.press("right") }, withSettings},
	{"scanner-other", func(d *desktop) { d.atWork(); d.turned(&scannerPage{}); d.press("c", "down", "right") }, withSettings},
	{"scanner-typed", func(d *desktop) { d.atWork(); d.turned(&scannerPage{}); d.wedgeKeys("31000406") }, withSettings},
	{"scanner-garbled", func(d *desktop) { d.atWork(); d.turned(&scannerPage{}); d.wedgeKeys("310â0406") }, withSettings},
	{"printer", func(d *desktop) { d.atWork(); d.turned(&printerPage{}) }, withSettings},
	{"printer-chosen", func(d *desktop) { d.atWork(); d.turned(&printerPage{}); d.press("right", "down", "left", "p") }, withSettings},
}

func withSettings(o *Options) { newKept().given(o) }

func withScans(scans ...TestScan) func(*Options) {
	return func(o *Options) { k := newKept(); k.scans = scans; k.given(o) }
}

// wedgeKeys types a code as a scanner does, one letter at a time.
func (d *desktop) wedgeKeys(code string) {
	for _, r := range code {
		d.fast(string(r))
	}
	d.fast("enter")
	d.rest()
}

func TestASettingIsKeptAtOnceAndTakesEffect(t *testing.T) {
	k := newKept()
	d := settingsAt(t, k, &settingsPage{})
	d.press("right")
	if d.s.lang != stampdesk.English || len(k.wrote) != 1 || k.wrote[0] != (Change{"lang", "en"}) {
		t.Fatalf("%v %v\n%s", d.s.lang, k.wrote, d.text())
	}
	d.press("down", "left") // auto, round to ascii
	if !d.s.term.plain || d.s.sign != &plainSigns {
		t.Errorf("not in ASCII:\n%s", d.text())
	}
	d.press("right")
	if d.s.term.plain {
		t.Error("still in ASCII")
	}
	d.press("down", "down", "right")
	if d.s.sound.on {
		t.Error("the bell still rings")
	}
	d.press("esc")
	if d.s.front != atDesk {
		t.Errorf("Esc leads to %v", d.s.front)
	}
}

func TestOnlyASupervisorChangesHowTheDeskKeepsItsBook(t *testing.T) {
	k := newKept()
	d := settingsAt(t, k, &settingsPage{})
	d.press("end", "up", "up") // idle
	d.press("right")
	if len(k.wrote) != 0 || !strings.Contains(d.text(), "Chỉ giám sát") {
		t.Fatalf("%v\n%s", k.wrote, d.text())
	}
	d.relieved()
	d.press("right")
	if len(k.wrote) != 1 || d.s.opt.Idle != time.Hour {
		t.Errorf("%v, idle %v\n%s", k.wrote, d.s.opt.Idle, d.text())
	}
}

func TestWhatTheEnvironmentDecidesIsNotChanged(t *testing.T) {
	k := newKept()
	k.all[0].Given = "STAMPDESK_LANG"
	d := settingsAt(t, k, &settingsPage{})
	d.press("right")
	if len(k.wrote) != 0 || !strings.Contains(d.text(), "STAMPDESK_LANG đang quyết định") {
		t.Errorf("%v\n%s", k.wrote, d.text())
	}
}

func TestASettingThatCannotBeWrittenSaysWhy(t *testing.T) {
	k := newKept()
	k.fails = errors.New("config.toml: chỉ đọc")
	d := settingsAt(t, k, &settingsPage{})
	d.press("right")
	if d.s.lang != stampdesk.Vietnamese || !strings.Contains(d.text(), "chỉ đọc") {
		t.Errorf("%s", d.text())
	}
}

func TestTheDeskIsOpenedAgainOnlyWithNoCardInTheHand(t *testing.T) {
	k := newKept()
	k.scans = []TestScan{poorScan}
	d := settingsAt(t, k, &scannerPage{})
	d.press("x")
	if len(k.wrote) != 2 || k.wrote[0] != (Change{"scanner.suffix", "none"}) || k.wrote[1] != (Change{"scanner.mask7", "true"}) {
		t.Fatalf("%v\n%s", k.wrote, d.text())
	}
	if d.press("r"); !d.s.reopen {
		t.Fatalf("%v\n%s", d.s.reopen, d.text())
	}
	d = settingsAt(t, k, &settingsPage{})
	d.s.behindhand = true
	d.model.desk.question = &question{}
	if d.press("r"); d.s.reopen || !strings.Contains(d.text(), "thẻ đang cầm") {
		t.Errorf("%v\n%s", d.s.reopen, d.text())
	}
}

func TestTheDeskIsNotOpenedAgainOverACardThatWaits(t *testing.T) {
	d := settingsAt(t, newKept(), &settingsPage{})
	d.s.behindhand = true
	d.wedgeScan("31000401")
	if d.press("r"); d.s.reopen || !strings.Contains(d.text(), "thẻ vừa quét") {
		t.Fatalf("%v\n%s", d.s.reopen, d.text())
	}
	d.press("esc", "esc")
	if q := d.model.desk.question; q == nil || q.Card != 31000401 {
		t.Errorf("the card is not asked about:\n%s", d.text())
	}
}

func TestATestScanIsNoCardOfTheDesk(t *testing.T) {
	d := settingsAt(t, newKept(), &scannerPage{})
	n := len(d.sent)
	d.wedgeKeys("31000401")
	d.wedgeKeys("310â0402")
	d.press("esc")
	for _, r := range d.sent[n:] {
		if q, ok := r.(stampdesk.Scan); ok {
			t.Errorf("%q went to the desk", q.Raw)
		}
	}
	if len(d.s.kept) != 0 {
		t.Errorf("kept: %v", d.s.kept)
	}
}

func TestATestScanIsNoCardOfTheDeskWhateverIsAskedOnThePage(t *testing.T) {
	for name, over := range map[string][]string{"the port": {"enter"}, "another scanner": {"n"}, "the help": {"?"}, "the palette": {"ctrl+p"}, "leaving": {"ctrl+c"}} {
		t.Run(name, func(t *testing.T) {
			d := settingsAt(t, newKept(), &scannerPage{})
			d.s.page().(*scannerPage).want["port"] = ""
			d.press(over...)
			if d.s.over == nil {
				t.Fatalf("nothing is asked:\n%s", d.text())
			}
			asks := d.s.over
			d.wedgeKeys("31000401")
			d.scanned("31000402")
			if _, helping := asks.(*helpPage); !helping {
				d.shows("không thành thẻ của bàn")
				if d.s.over != asks {
					t.Errorf("what was asked is gone:\n%s", d.text())
				}
				d.press("esc")
			}
			d.shows("31000402")
			d.press("esc")
			if len(d.s.kept) != 0 || d.model.desk.question != nil {
				t.Errorf("kept %v:\n%s", d.s.kept, d.text())
			}
		})
	}
}

func TestDigitsThatAreTypedOneByOneAreSaidToBeNoTestScan(t *testing.T) {
	d := settingsAt(t, newKept(), &scannerPage{})
	d.press("3")
	d.shows("không phải là quét thử")
	d.press("enter") // the port
	d.types("7")
	d.hides("không phải là quét thử: hãy quét một thẻ. 7")
	if p, ok := d.s.over.(*asking); !ok || p.field.text != "7" {
		t.Errorf("not typed:\n%s", d.text())
	}
}

func TestAPrinterThatWasSavedIsShownAsItIsKept(t *testing.T) {
	k := newKept()
	d := settingsAt(t, k, &printerPage{})
	d.s.opt.Settings.Set = func(ctx context.Context, all ...Change) error {
		for i := range all {
			if all[i].Value == "file:giay in" {
				all[i].Value = "file:/home/ban1/giay in"
			}
		}
		return k.set(ctx, all...)
	}
	d.press("enter", "ctrl+u")
	d.types("file:giay in")
	d.press("enter")
	d.shows("chưa lưu")
	d.press("x")
	d.shows("file:/home/ban1/giay in", "mở lại bàn")
	d.hides("chưa lưu")
}

func TestTheSetUpSaysThatADeviceWaitsForTheDeskToBeOpenedAgain(t *testing.T) {
	k := newKept()
	d := newDesktop(t, k.given, func(o *Options) { o.Printers = nil })
	d.atWork()
	d.turned(&setupPage{})
	d.hides("mở lại bàn")
	d.turned(&printerPage{})
	d.press("right", "x", "esc")
	d.shows("5  Máy in", "đã chọn, mở lại bàn (r) để dùng")
	d.model.desk.question = &question{}
	if d.press("r"); d.s.reopen || !strings.Contains(d.text(), "thẻ đang cầm") {
		t.Errorf("%v\n%s", d.s.reopen, d.text())
	}
	d.model.desk.question = nil
	if d.press("r"); !d.s.reopen {
		t.Errorf("not opened again:\n%s", d.text())
	}
}

func TestTheDeskPrintsItsTestPageThroughItsQueue(t *testing.T) {
	d := settingsAt(t, newKept(), &printerPage{})
	d.press("p")
	got, ok := d.sent[len(d.sent)-1].(stampdesk.Print)
	if !ok || got.Document != stampdesk.TestPage || !strings.Contains(d.text(), "hàng chờ in") {
		t.Errorf("%#v\n%s", d.sent[len(d.sent)-1], d.text())
	}
}

func TestWorseIsMoreBells(t *testing.T) {
	outcome := func(r stampdesk.Result, k stampdesk.Kind) *stampdesk.Outcome {
		return &stampdesk.Outcome{Result: r, Raw: "31000401", Verdict: stampdesk.Verdict{Kind: k}}
	}
	for want, all := range map[bells][]*stampdesk.Outcome{
		ringGood: {outcome(stampdesk.Presented, stampdesk.Stamp), outcome(stampdesk.Recorded, stampdesk.Stamp)},
		ringLook: {
			outcome(stampdesk.Judged, stampdesk.Hold), outcome(stampdesk.Judged, stampdesk.Repeat), outcome(stampdesk.Judged, stampdesk.Unreadable),
			{Result: stampdesk.Presented, Raw: "31000401", Resumed: true, Verdict: stampdesk.Verdict{Kind: stampdesk.Stamp}},
		},
		ringStop: {outcome(stampdesk.Judged, stampdesk.Refuse)},
		ringLost: {outcome(stampdesk.Unrecorded, stampdesk.Stamp), {Result: stampdesk.Unrecorded}},
		ringNot: {
			outcome(stampdesk.Waiting, stampdesk.Stamp), outcome(stampdesk.Reread, stampdesk.Hold), outcome(stampdesk.Declined, stampdesk.Hold),
			{Result: stampdesk.Recorded, Verdict: stampdesk.Verdict{Kind: stampdesk.Refuse}}, // by a key
		},
	} {
		for _, o := range all {
			if got := bellsOf(o); got != want {
				t.Errorf("%v rings %d, want %d", o, got, want)
			}
		}
	}
}

func TestTheBellRingsInTheTerminalAndNotInAFrame(t *testing.T) {
	k := newKept()
	out, err := os.Create(filepath.Join(t.TempDir(), "terminal"))
	must(t, err)
	defer out.Close()
	d := newDesktop(t, k.given, func(o *Options) { o.Output = out })
	d.atWork()
	d.s.opt.Out = nil // commands are carried out below, and the test takes the outcomes
	rung := func(do func()) string {
		must(t, out.Truncate(0))
		_, err := out.Seek(0, 0)
		must(t, err)
		d.testOnlyEffects = func(all []tea.Cmd) {
			for _, cmd := range all {
				quitsBy(cmd)
			}
		}
		d.clock = d.clock.Add(time.Minute)
		do()
		time.Sleep(4 * between)
		b, err := os.ReadFile(out.Name())
		must(t, err)
		return string(b)
	}
	if got := rung(func() { d.scanned("31000409") }); got != "\a\a" {
		t.Errorf("a hold rings %q", got)
	}
	if got := rung(func() { d.scanned("31000410") }); got != "\a\a\a" {
		t.Errorf("a refusal rings %q", got)
	}
	if got := rung(func() { d.scanned("31000401") }); got != "" {
		t.Errorf("a card that may be stamped rings %q", got)
	}
	for _, command := range []string{"SD-HOLD", "SD-NO", "SD-1"} {
		if got := rung(func() { d.scanned(command) }); got != "" {
			t.Errorf("a word of command rings %q", got)
		}
	}
	if strings.Contains(d.View(), "\a") {
		t.Error("there is a bell in the frame")
	}
	k.all[3].Value = "false"
	d.s.adopt()
	if got := rung(func() { d.press("enter"); d.scanned("31000410") }); got != "" {
		t.Errorf("with the bell off it rings %q", got)
	}
}

func TestSymbolsAndColoursAreAsAPersonSaysOrElseAsTheTerminalDoes(t *testing.T) {
	plain := terminalOf(nil, func(n string) (string, bool) { return map[string]string{"TERM": "linux"}[n], true })
	if !plain.as("auto", "auto").plain || plain.as("full", "auto").plain || !plain.as("ascii", "auto").plain {
		t.Error("symbols")
	}
	none := terminal{colours: 3}
	if none.as("auto", "auto").colours != 3 || none.as("auto", "always").colours != 2 || (terminal{}).as("auto", "never").colours != 3 {
		t.Error("colours")
	}
}

func TestTheLastCardsAreInTheLanguageThatWasSet(t *testing.T) {
	k := newKept()
	d := newDesktop(t, k.given)
	worked(d)
	d.press("esc")
	d.shows("✔ ô 4")
	d.turned(&settingsPage{})
	d.press("right")
	d.update(clockMsg{})
	d.press("esc")
	d.shows("✔ box 4")
	d.hides("✔ ô 4")
}

func TestWhatAPersonChoseIsKeptWhateverTheScansSay(t *testing.T) {
	k := newKept()
	k.scans = []TestScan{poorScan}
	d := settingsAt(t, k, &scannerPage{})
	d.press("down", "down", "right", "x") // the ending: cr
	if len(k.wrote) != 2 || k.wrote[0] != (Change{"scanner.suffix", "cr"}) || k.wrote[1] != (Change{"scanner.mask7", "true"}) {
		t.Errorf("%v\n%s", k.wrote, d.text())
	}
}

func TestWhatWasTurnedOnThePageOfAPrinterIsThereAgainAfterEsc(t *testing.T) {
	d := newDesktop(t, withSettings)
	d.atWork()
	d.turned(&printerPage{})
	was := d.text()
	d.press("down", "right")
	turned := d.s.page().(*printerPage).want["profile"]
	d.shows("chưa lưu")
	d.press("esc")
	d.turned(&printerPage{})
	d.shows("chưa lưu")
	if got := d.s.page().(*printerPage).want["profile"]; got != turned {
		t.Errorf("%q is %q again", turned, got)
	}
	d.press("x", "esc")
	d.turned(&printerPage{})
	d.hides("chưa lưu")
	if d.text() == was {
		t.Error("it was not kept")
	}
}

func TestAPortThatIsTypedAtOnceIsNoTestScan(t *testing.T) {
	d := settingsAt(t, newKept(), &scannerPage{})
	d.press("enter")
	d.fast("/dev/serial/by-id/usb-12345678", "enter")
	if p := d.s.page().(*scannerPage); d.s.over != nil || p.want["port"] != "/dev/serial/by-id/usb-12345678" {
		t.Errorf("%v\n%s", p.want, d.text())
	}
}

package device

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// grow makes a tree of devices; name ends with "/" for a directory, and holds "->" for a link.
func grow(t *testing.T, files map[string]string) tree {
	t.Helper()
	root := t.TempDir()
	for name, content := range files {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		var err error
		if target, ok := strings.CutPrefix(content, "->"); ok {
			err = os.Symlink(target, path)
		} else {
			err = os.WriteFile(path, []byte(content+"\n"), 0o660)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return tree{
		dev: filepath.Join(root, "dev"), sys: filepath.Join(root, "sys"), proc: filepath.Join(root, "proc"),
		access: func(string) error { return nil },
	}
}

// twoOfEach is a machine with two printers of one kind, one without a serial number, and two adapters.
var twoOfEach = map[string]string{
	"dev/usb/lp0": "", "dev/usb/lp1": "", "dev/usb/lp2": "", "dev/usb/lp10": "",
	"dev/ttyUSB0": "", "dev/ttyUSB1": "", "dev/ttyACM0": "", "dev/ttyS0": "", "dev/tty": "",
	"dev/serial/by-id/usb-Zebra": "->../../ttyUSB1", "dev/serial/by-id/usb-gone": "->../../ttyUSB7",

	"sys/class/usbmisc/lp0":                                   "->../../devices/usb1/1-1/1-1:1.0/usbmisc/lp0",
	"sys/devices/usb1/1-1/1-1:1.0/usbmisc/lp0/device":         "->../../../1-1:1.0",
	"sys/devices/usb1/1-1/1-1:1.0/ieee1284_id":                "MFG:EPSON;CMD:ESC/POS;MDL:TM-T20II;CLS:PRINTER;",
	"sys/devices/usb1/1-1/idVendor":                           "04b8",
	"sys/devices/usb1/1-1/idProduct":                          "0e15",
	"sys/devices/usb1/1-1/serial":                             "4A51",
	"sys/devices/usb1/1-1/manufacturer":                       "Seiko Epson",
	"sys/class/usbmisc/lp1":                                   "->../../devices/usb1/1-2/1-2:1.0/usbmisc/lp1",
	"sys/devices/usb1/1-2/1-2:1.0/usbmisc/lp1/device":         "->../../../1-2:1.0",
	"sys/devices/usb1/1-2/idVendor":                           "04b8",
	"sys/devices/usb1/1-2/idProduct":                          "0e15",
	"sys/devices/usb1/1-2/serial":                             "4A52",
	"sys/class/usbmisc/lp2":                                   "->../../devices/usb1/1-3/1-3:1.0/usbmisc/lp2",
	"sys/devices/usb1/1-3/1-3:1.0/usbmisc/lp2/device":         "->../../../1-3:1.0",
	"sys/devices/usb1/1-3/idVendor":                           "0416",
	"sys/devices/usb1/1-3/idProduct":                          "5011",
	"sys/devices/usb1/1-3/product":                            "POS58 Printer",
	"sys/class/tty/ttyUSB1":                                   "->../../devices/usb1/1-4/1-4:1.0/ttyUSB1/tty/ttyUSB1",
	"sys/devices/usb1/1-4/1-4:1.0/ttyUSB1/tty/ttyUSB1/device": "->../../../ttyUSB1",
	"sys/devices/usb1/1-4/idVendor":                           "05e0",
	"sys/devices/usb1/1-4/manufacturer":                       "Symbol",
	"sys/devices/usb1/1-4/product":                            "LS\x1b2208",
	"sys/devices/usb1/1-4/serial":                             "S1",
	"sys/class/tty/ttyACM0":                                   "->../../devices/usb1/1-5/1-5:1.0/tty/ttyACM0",
	"sys/devices/usb1/1-5/1-5:1.0/tty/ttyACM0/device":         "->../../../1-5:1.0",
	"sys/devices/usb1/1-5/idVendor":                           "0c2e",
	"sys/devices/usb1/1-5/manufacturer":                       "Honeywell",
}

func TestPortsHaveStableNamesFirstAndSayWhoMadeThem(t *testing.T) {
	tr := grow(t, twoOfEach)
	want := []PortInfo{
		{Name: "serial/by-id/usb-Zebra", Device: "ttyUSB1", Maker: "Symbol", Product: "LS2208", Serial: "S1"},
		{Name: "ttyUSB0", Device: "ttyUSB0"},
		{Name: "ttyACM0", Device: "ttyACM0", Maker: "Honeywell"},
	}
	for i := range want {
		want[i].Name, want[i].Device = filepath.Join(tr.dev, want[i].Name), filepath.Join(tr.dev, want[i].Device)
	}
	if got := tr.ports(); !slices.Equal(got, want) {
		t.Errorf("got\n%+v, want\n%+v", got, want)
	}
}

func TestAPrinterIsFoundByWhatItIsAndNotByItsNumber(t *testing.T) {
	tr := grow(t, twoOfEach)
	lp := func(n string) string { return filepath.Join(tr.dev, "usb/lp"+n) }
	want := []PrinterInfo{
		{Name: "usb:04b8:0e15:4A51", Device: lp("0"), Maker: "EPSON", Product: "TM-T20II", Serial: "4A51"},
		{Name: "usb:04b8:0e15:4A52", Device: lp("1"), Serial: "4A52"},
		{Name: "usb:0416:5011", Device: lp("2"), Product: "POS58 Printer"},
		{Name: "usb:" + lp("10"), Device: lp("10")},
	}
	if got := tr.printers(); !slices.Equal(got, want) {
		t.Errorf("got\n%+v, want\n%+v", got, want)
	}
	for id, want := range map[string]string{"04b8:0e15:4A51": lp("0"), "04b8:0e15:4A52": lp("1"), "0416:5011": lp("2")} {
		if got, err := tr.findPrinter(id); got != want || err != nil {
			t.Errorf("%s is %s, %v", id, got, err)
		}
	}
	if _, err := tr.findPrinter("04b8:0e15"); err == nil || !strings.Contains(err.Error(), lp("0")+" and "+lp("1")) {
		t.Errorf("one of two: %v", err)
	}
	for _, id := range []string{"04b8:0e15:4A5", "0416:5011:1", "ffff:0000", ":"} {
		if _, err := tr.findPrinter(id); !errors.Is(err, ErrMissing) {
			t.Errorf("%s: %v", id, err)
		}
	}
}

func TestTwoPrintersThatSayTheSameAreNamedByTheirFiles(t *testing.T) {
	files := map[string]string{}
	for name, content := range twoOfEach {
		files[name] = content
	}
	files["sys/devices/usb1/1-2/serial"] = "4A51"
	tr := grow(t, files)
	for _, p := range tr.printers()[:2] {
		if p.Name != "usb:"+p.Device {
			t.Errorf("%s is named %s", p.Device, p.Name)
		}
	}
}

func TestNoPermissionNamesTheGroupThatOwnsTheDevice(t *testing.T) {
	tr := grow(t, map[string]string{"dev/usb/lp0": ""})
	tr.access = func(string) error { return fs.ErrPermission }
	path := filepath.Join(tr.dev, "usb/lp0")
	for _, tt := range []struct {
		sentence string
		gid      int
		mode     fs.FileMode
		word     string
	}{
		{"a group of the system", 7, 0o660, "group lp "},
		{"a group without a name", 54321, 0o660, "group 54321 "},
		{"the group of root", 0, 0o660, "looks after this machine"},
		{"a group that may only read", 7, 0o640, "looks after this machine"},
	} {
		t.Run(tt.sentence, func(t *testing.T) {
			if err := errors.Join(os.Chown(path, -1, tt.gid), os.Chmod(path, tt.mode)); err != nil {
				t.Skip(err) // only root may
			}
			err := tr.printers()[0].Err
			if !errors.Is(err, ErrDenied) || !strings.Contains(err.Error(), tt.word) {
				t.Errorf("%v", err)
			}
		})
	}
	if err := tr.denied(filepath.Join(tr.dev, "nothing")); err != nil {
		t.Errorf("what is not there: %v", err)
	}
}

func TestTheHolderOfAPortIsNamed(t *testing.T) {
	tr := grow(t, map[string]string{"dev/ttyUSB0": "", "dev/serial/by-id/scanner": "->../../ttyUSB0", "proc/4711/comm": "minicom"})
	port := filepath.Join(tr.dev, "ttyUSB0")
	fds := filepath.Join(tr.proc, "4711/fd")
	if err := os.Mkdir(fds, 0o755); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(tr.dev, "serial/by-id/scanner")
	if got := tr.holder(name); got != "" {
		t.Errorf("nobody is %q", got)
	}
	for _, fd := range []string{"3", "4"} { // as a program that holds a lock beside
		if err := os.Symlink(port, filepath.Join(fds, fd)); err != nil {
			t.Fatal(err)
		}
	}
	if got := tr.holder(name); got != "minicom (4711)" {
		t.Errorf("got %q", got)
	}
}

func TestAMachineWithNothingHasNothing(t *testing.T) {
	tr := tree{dev: t.TempDir(), sys: t.TempDir(), proc: t.TempDir()}
	if p, q := tr.ports(), tr.printers(); len(p) > 0 || len(q) > 0 {
		t.Errorf("%v, %v", p, q)
	}
}

// command puts a program of that name, a script of the shell, alone on the PATH.
func command(t *testing.T, name, script string) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+script), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir)
}

func TestTheQueuesOfCUPSAreListed(t *testing.T) {
	command(t, "lpstat", `[ "$*" = -v ] && [ "$LC_ALL" = C ] && echo 'device for Receipts: usb://EPSON/TM-T20II?serial=4A51
device for A4: ipp://10.0.0.9/ipp/print
scheduler is not running
device for : nothing'`)
	want := []PrinterInfo{
		{Name: "cups:Receipts", Maker: "EPSON", Product: "TM-T20II", Serial: "4A51"},
		{Name: "cups:A4", Product: "ipp://10.0.0.9/ipp/print"},
	}
	if got := cupsQueues(context.Background()); !slices.Equal(got, want) {
		t.Errorf("got %+v", got)
	}
}

func TestAPrintSystemThatFailsHasNoQueues(t *testing.T) {
	t.Run("not installed", func(t *testing.T) {
		t.Setenv("PATH", t.TempDir())
		if got := cupsQueues(context.Background()); got != nil {
			t.Errorf("got %v", got)
		}
	})
	t.Run("says no", func(t *testing.T) {
		command(t, "lpstat", "echo 'device for X: y'; exit 1")
		if got := cupsQueues(context.Background()); got != nil {
			t.Errorf("got %v", got)
		}
	})
	t.Run("hangs", func(t *testing.T) {
		command(t, "lpstat", "exec /bin/sleep 60")
		ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
		defer cancel()
		begun := time.Now()
		if got := cupsQueues(ctx); got != nil || time.Since(begun) > 3*time.Second {
			t.Errorf("got %v after %v", got, time.Since(begun))
		}
	})
}

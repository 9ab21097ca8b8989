package printer

import (
	"strings"
	"testing"
	"time"
)

func TestParseDestination(t *testing.T) {
	for in, want := range map[string]Destination{
		"none":                                 {},
		"usb:/dev/usb/lp0":                     {Kind: USB, Path: "/dev/usb/lp0"},
		"tcp:10.0.0.5:9100":                    {Kind: TCP, Path: "10.0.0.5:9100"},
		"tcp:printer.local":                    {Kind: TCP, Path: "printer.local:9100"},
		"tcp:[fe80::1]:9101":                   {Kind: TCP, Path: "[fe80::1]:9101"},
		"tcp:fe80::1":                          {Kind: TCP, Path: "[fe80::1]:9100"},
		"tcp:10.0.0.5?confirm=30s":             {Kind: TCP, Path: "10.0.0.5:9100", Confirm: 30 * time.Second},
		"tcp:10.0.0.5:9100?confirm=0":          {Kind: TCP, Path: "10.0.0.5:9100", Confirm: -1},
		"serial:/dev/ttyUSB1?baud=115200":      {Kind: Serial, Path: "/dev/ttyUSB1", Baud: 115200},
		"serial:COM5?baud=9600":                {Kind: Serial, Path: "COM5", Baud: 9600},
		" file:biên lai ":                      {Kind: File, Path: "biên lai"},
		`file:C:\receipts`:                     {Kind: File, Path: `C:\receipts`},
		"mock:máy in":                          {Kind: Simulated, Path: "máy in"},
		"serial:/dev/serial/by-id/x?baud=9600": {Kind: Serial, Path: "/dev/serial/by-id/x", Baud: 9600},
	} {
		got, err := ParseDestination(in)
		if err != nil || got != want {
			t.Errorf("ParseDestination(%q) = %+v, %v; want %+v", in, got, err, want)
		}
		if again, err := ParseDestination(got.String()); err != nil || again != got {
			t.Errorf("%q, printed as %q, is read as %+v, %v", in, got.String(), again, err)
		}
	}
}

func TestParseDestinationRefuses(t *testing.T) {
	for in, hint := range map[string]string{
		"":                                 "begin with usb:",
		"/dev/usb/lp0":                     "begin with usb:",
		"lpt:1":                            "not one of usb, tcp",
		"usb:":                             "/dev/usb/lp0",
		"file:":                            "directory",
		"mock:":                            "directory",
		"tcp:":                             "host and a port",
		"tcp:host:0":                       "host and a port",
		"tcp:host:http":                    "host and a port",
		"tcp:a b:1":                        "host and a port",
		"tcp:host?confirm=x":               "30s",
		"tcp:host?baud=1":                  "known is confirm",
		"serial:/dev/ttyUSB1":              "FEED",
		"serial:?baud=9600":                "FEED",
		"serial:/dev/ttyUSB1?baud=fast":    "FEED",
		"serial:/dev/ttyUSB1?bauds=115200": "known is baud",
		"serial:/dev/ttyUSB1?%zz":          "question mark",
	} {
		d, err := ParseDestination(in)
		if err == nil || !strings.Contains(err.Error(), hint) || d != (Destination{}) {
			t.Errorf("ParseDestination(%q) = %+v, %v; want an error with %q", in, d, err, hint)
		}
	}
}

func TestProfileByName(t *testing.T) {
	for name, cols := range map[string]int{"generic-80": 40, "generic-58": 26} {
		p, err := ProfileByName(name)
		if err != nil || p.Columns() != cols {
			t.Errorf("%s: %d columns, %v; want %d", name, p.Columns(), err, cols)
		}
		if p.Columns()*cellDots > p.WidthDots-16 {
			t.Errorf("%s: the margins are less than a byte, see encodeBand", name)
		}
	}
	if _, err := ProfileByName("epson"); err == nil || !strings.Contains(err.Error(), "generic-80, generic-58") {
		t.Errorf("unknown profile: %v", err)
	}
}

func TestDestinationTransport(t *testing.T) {
	for _, d := range []Destination{{}, {Kind: USB}, {Kind: TCP}, {Kind: File}} {
		if tr, err := d.Transport(Options{}); err != nil || tr == nil {
			t.Errorf("%v: %v", d, err)
		}
	}
	for _, d := range []Destination{{Kind: Serial}, {Kind: 99}} {
		if _, err := d.Transport(Options{}); err == nil {
			t.Errorf("%v: no error", d)
		}
	}
}

package printer

import (
	"fmt"
	"net"
	"net/url"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Destination says where jobs go, as a setting or a flag names it.
type Destination struct {
	Kind    DestinationKind
	Path    string        // of a device, port or directory; of TCP host:port; the name of a queue
	ID      string        // of USB, instead of Path: vendor:product[:serial], such as 04b8:0e15:4A51
	Baud    int           // of Serial
	Flow    string        // of Serial: none, xonxoff or rtscts
	Confirm time.Duration // of TCP, see Network.Confirm
}

// DestinationKind is how a destination is reached.
type DestinationKind uint8

// The kinds of destination.
const (
	None      DestinationKind = iota // no printer
	USB                              // a device file, such as /dev/usb/lp0
	TCP                              // a printer in the network
	Serial                           // a serial port
	File                             // a directory
	CUPS                             // a queue of CUPS
	Windows                          // a printer of the Windows print spooler
	Simulated                        // a directory that behaves like a printer: see Mock
)

const rawPort = "9100" // where network printers listen for raw data

// ParseDestination reads
//
//	usb:/dev/usb/lp0  usb:04b8:0e15:4A51   a device file, or what a printer on USB is (the serial number may be left out)
//	tcp:10.0.0.5:9100                      a printer in the network; the port may be left out. ?confirm=30s waits longer
//	                                       for a slow one to confirm, ?confirm=0 is for one that never does
//	serial:/dev/ttyUSB1?baud=115200        a serial port; &flow=rtscts or none where it is not xonxoff
//	cups:QUEUE  windows:PRINTER            a queue of CUPS, a printer of Windows
//	file:DIR                               files instead of paper
//	mock:DIR                               files, by a printer that plays trouble: see Mock
//	none                                   no printer
func ParseDestination(s string) (Destination, error) {
	d, err := parseDestination(strings.TrimSpace(s))
	if err != nil {
		return Destination{}, fmt.Errorf("printer destination %q: %w", s, err)
	}
	return d, nil
}

func parseDestination(s string) (Destination, error) {
	if s == "none" {
		return Destination{}, nil
	}
	kind, path, ok := strings.Cut(s, ":")
	if !ok {
		return Destination{}, fmt.Errorf("must begin with usb:, tcp:, serial:, cups:, windows: or file:, or be none")
	}
	switch kind {
	case "usb":
		if usbID.MatchString(path) {
			return Destination{Kind: USB, ID: strings.ToLower(path[:9]) + path[9:]}, nil
		}
		return Destination{Kind: USB, Path: path}, needPath(path, "the device, such as usb:/dev/usb/lp0 or usb:04b8:0e15")
	case "file":
		return Destination{Kind: File, Path: path}, needPath(path, "a directory, such as file:receipts")
	case "mock":
		return Destination{Kind: Simulated, Path: path}, needPath(path, "a directory, such as mock:printer")
	case "tcp":
		return parseTCP(path)
	case "serial":
		return parseSerial(path)
	case "cups":
		if strings.ContainsAny(path, " \t/#") || strings.HasPrefix(path, "-") {
			return Destination{}, fmt.Errorf("%q cannot be the name of a queue", path)
		}
		return Destination{Kind: CUPS, Path: path}, needPath(path, "a queue, such as cups:Receipts; lpstat -v lists them")
	case "windows":
		return Destination{Kind: Windows, Path: path}, needPath(path, "a printer as Windows calls it, such as windows:XP-80C")
	}
	return Destination{}, fmt.Errorf("%q is not one of usb, tcp, serial, cups, windows, file, mock, none", kind)
}

// usbID is what names a printer on USB whatever its device file is called.
var usbID = regexp.MustCompile(`^[0-9a-fA-F]{4}:[0-9a-fA-F]{4}(:.+)?$`)

func needPath(path, what string) error {
	if path == "" {
		return fmt.Errorf("must name %s", what)
	}
	return nil
}

func parseTCP(s string) (Destination, error) {
	addr, params, err := parseParams(s, "confirm")
	if err != nil {
		return Destination{}, err
	}
	host, port, err := net.SplitHostPort(addr)
	if err != nil { // no port, as far as it is an address at all
		host, port = strings.Trim(addr, "[]"), rawPort
	}
	if n, err := strconv.Atoi(port); host == "" || strings.ContainsAny(host, " /") || err != nil || n < 1 || n > 65535 {
		return Destination{}, fmt.Errorf("must name a host and a port, such as tcp:10.0.0.5:9100")
	}
	d := Destination{Kind: TCP, Path: net.JoinHostPort(host, port)}
	if v := params.Get("confirm"); v == "0" {
		d.Confirm = -1
	} else if v != "" {
		if d.Confirm, err = time.ParseDuration(v); err != nil || d.Confirm <= 0 {
			return Destination{}, fmt.Errorf("confirm must be a time such as 30s, or 0")
		}
	}
	return d, nil
}

// parseSerial asks for the speed rather than assuming one: at a wrong speed a printer prints garbage and says nothing.
func parseSerial(s string) (Destination, error) {
	path, params, err := parseParams(s, "baud", "flow")
	if err != nil {
		return Destination{}, err
	}
	flow := strings.ToLower(params.Get("flow"))
	switch flow {
	case "":
		flow = "xonxoff" // what most printers can be set to, and what no cable lacks a wire for
	case "none", "xonxoff", "rtscts":
	default:
		return Destination{}, fmt.Errorf("flow must be xonxoff, rtscts or none")
	}
	baud, err := strconv.Atoi(params.Get("baud"))
	if path == "" || err != nil || baud <= 0 {
		return Destination{}, fmt.Errorf("must name the port and its speed, such as serial:/dev/ttyUSB1?baud=115200; " +
			"a printer prints its speed when it is switched on with FEED held down")
	}
	return Destination{Kind: Serial, Path: path, Baud: baud, Flow: flow}, nil
}

// parseParams splits off "?name=value&…", where only some names are allowed.
func parseParams(s string, names ...string) (string, url.Values, error) {
	path, query, _ := strings.Cut(s, "?")
	params, err := url.ParseQuery(query)
	if err != nil {
		return "", nil, fmt.Errorf("read what follows the question mark: %w", err)
	}
	for k := range params {
		if !slices.Contains(names, k) {
			return "", nil, fmt.Errorf("%q is not a setting here; known is %s", k, strings.Join(names, ", "))
		}
	}
	return path, params, nil
}

// String is the form that ParseDestination reads.
func (d Destination) String() string {
	switch d.Kind {
	case USB:
		return "usb:" + d.ID + d.Path // one of the two
	case TCP:
		switch {
		case d.Confirm < 0:
			return "tcp:" + d.Path + "?confirm=0"
		case d.Confirm > 0:
			return "tcp:" + d.Path + "?confirm=" + d.Confirm.String()
		}
		return "tcp:" + d.Path
	case Serial:
		s := fmt.Sprintf("serial:%s?baud=%d", d.Path, d.Baud)
		if d.Flow != "" && d.Flow != "xonxoff" {
			s += "&flow=" + d.Flow
		}
		return s
	case File:
		return "file:" + d.Path
	case CUPS:
		return "cups:" + d.Path
	case Windows:
		return "windows:" + d.Path
	case Simulated:
		return "mock:" + d.Path
	}
	return "none"
}

// In makes a path that is relative begin at dir. Names that are no path are as they were.
func (d Destination) In(dir string) Destination {
	path := d.Kind == File || d.Kind == Simulated || d.Kind == USB || d.Kind == Serial && strings.ContainsRune(d.Path, filepath.Separator)
	if path && d.Path != "" && !filepath.IsAbs(d.Path) {
		d.Path = filepath.Join(dir, d.Path)
	}
	return d
}

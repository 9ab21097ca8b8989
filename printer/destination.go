package printer

import (
	"fmt"
	"net"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// Destination says where jobs go, as a setting or a flag names it.
type Destination struct {
	Kind    DestinationKind
	Path    string        // of a device, port or directory; of TCP host:port; empty for None
	Baud    int           // of Serial
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
	Simulated                        // a directory that behaves like a printer: see Mock
)

const rawPort = "9100" // where network printers listen for raw data

// ParseDestination reads "usb:/dev/usb/lp0", "tcp:10.0.0.5:9100" (the port may be left out), "serial:/dev/ttyUSB1?baud=115200",
// "file:DIR", "mock:DIR" or "none". "tcp:10.0.0.5?confirm=30s" waits longer for a slow printer to
// confirm, "?confirm=0" is for one that never does.
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
		return Destination{}, fmt.Errorf("must begin with usb:, tcp:, serial: or file:, or be none")
	}
	switch kind {
	case "usb":
		return Destination{Kind: USB, Path: path}, needPath(path, "the device, such as usb:/dev/usb/lp0")
	case "file":
		return Destination{Kind: File, Path: path}, needPath(path, "a directory, such as file:receipts")
	case "mock":
		return Destination{Kind: Simulated, Path: path}, needPath(path, "a directory, such as mock:printer")
	case "tcp":
		return parseTCP(path)
	case "serial":
		return parseSerial(path)
	}
	return Destination{}, fmt.Errorf("%q is not one of usb, tcp, serial, file, mock, none", kind)
}

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
	path, params, err := parseParams(s, "baud")
	if err != nil {
		return Destination{}, err
	}
	baud, err := strconv.Atoi(params.Get("baud"))
	if path == "" || err != nil || baud <= 0 {
		return Destination{}, fmt.Errorf("must name the port and its speed, such as serial:/dev/ttyUSB1?baud=115200; " +
			"a printer prints its speed when it is switched on with FEED held down")
	}
	return Destination{Kind: Serial, Path: path, Baud: baud}, nil
}

// parseParams splits off "?name=value", where only one name is allowed.
func parseParams(s, name string) (string, url.Values, error) {
	path, query, _ := strings.Cut(s, "?")
	params, err := url.ParseQuery(query)
	if err != nil {
		return "", nil, fmt.Errorf("read what follows the question mark: %w", err)
	}
	for k := range params {
		if k != name {
			return "", nil, fmt.Errorf("%q is not a setting here; known is %s", k, name)
		}
	}
	return path, params, nil
}

// String is the form that ParseDestination reads.
func (d Destination) String() string {
	switch d.Kind {
	case USB:
		return "usb:" + d.Path
	case TCP:
		switch {
		case d.Confirm < 0:
			return "tcp:" + d.Path + "?confirm=0"
		case d.Confirm > 0:
			return "tcp:" + d.Path + "?confirm=" + d.Confirm.String()
		}
		return "tcp:" + d.Path
	case Serial:
		return fmt.Sprintf("serial:%s?baud=%d", d.Path, d.Baud)
	case File:
		return "file:" + d.Path
	case Simulated:
		return "mock:" + d.Path
	}
	return "none"
}

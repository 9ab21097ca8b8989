package device

import (
	"context"
	"fmt"
	"os"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"
)

// tree is where the system shows its devices; tests grow one of their own.
type tree struct {
	dev, sys, proc string
	// access tells why this user may not read and write a file; nil if they may.
	access func(path string) error
}

func thisSystem() tree {
	return tree{dev: "/dev", sys: "/sys", proc: "/proc", access: func(path string) error {
		return unix.Faccessat(unix.AT_FDCWD, path, unix.R_OK|unix.W_OK, unix.AT_EACCESS)
	}}
}

// Ports lists the serial ports a scanner may be on, the best names first: /dev/serial/by-id stays the same when the
// cable is pulled and put back, ttyUSB0 may become ttyUSB1. On-board ttyS ports are left out, most are phantoms.
func Ports() []PortInfo { return thisSystem().ports() }

// Printers lists the printers on USB and, if CUPS is installed, its queues. It asks this computer only, no network.
func Printers(ctx context.Context) []PrinterInfo {
	return append(thisSystem().printers(), cupsQueues(ctx)...)
}

// FindUSBPrinter gives the device file of the printer on USB with an id of [Printers], vendor:product[:serial]; without
// a serial number it is the only one of its kind. The error wraps [ErrMissing] while it is not plugged in.
func FindUSBPrinter(id string) (path string, err error) { return thisSystem().findPrinter(id) }

// Access gives an [*AccessError] if this user may not open a device, and nil if they may or if it is not there.
func Access(path string) error { return thisSystem().denied(path) }

// Holder names the programs that have a device open, such as "minicom (4711)"; empty if none is seen. Programs of other
// users are seen by the administrator only.
func Holder(name string) string { return thisSystem().holder(name) }

func (t tree) ports() []PortInfo {
	var ports []PortInfo
	known := make(map[string]bool)
	for _, pattern := range []string{"serial/by-id/*", "ttyUSB*", "ttyACM*"} {
		found, err := filepath.Glob(filepath.Join(t.dev, pattern))
		if err != nil {
			continue // only a malformed pattern, and these are ours
		}
		for _, name := range found {
			// A device reached by its id is not listed a second time.
			device, err := filepath.EvalSymlinks(name)
			if err != nil || known[device] {
				continue
			}
			known[device] = true
			p := PortInfo{Name: name, Device: device, Err: t.denied(device)}
			if usb, ok := t.usb("tty", filepath.Base(device)); ok {
				p.Maker, p.Product, p.Serial = usb.read("manufacturer"), usb.read("product"), usb.read("serial")
			}
			ports = append(ports, p)
		}
	}
	return ports
}

func (t tree) printers() []PrinterInfo {
	var printers []PrinterInfo
	same := make(map[string]int)
	for _, p := range t.usbPrinters() {
		printers = append(printers, p.PrinterInfo)
		same[p.Name]++
	}
	for i, p := range printers {
		if p.Name == "" || same[p.Name] > 1 {
			printers[i].Name = "usb:" + p.Device
		}
	}
	return printers
}

func (t tree) findPrinter(id string) (string, error) {
	var found []string
	for _, p := range t.usbPrinters() {
		if p.kind == id || p.Name == "usb:"+id {
			found = append(found, p.Device)
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return "", fmt.Errorf("find the printer usb:%s: %w", id, ErrMissing)
	}
	return "", fmt.Errorf("find the printer usb:%s: %s are both that: name it by one of these", id, strings.Join(found, " and "))
}

// usbPrinter is a printer by what it says of itself, which another may say too.
type usbPrinter struct {
	PrinterInfo
	kind string // vendor:product
}

func (t tree) usbPrinters() []usbPrinter {
	files, err := filepath.Glob(filepath.Join(t.dev, "usb", "lp*"))
	if err != nil {
		return nil // only a malformed pattern
	}
	slices.SortFunc(files, byNumber)
	var printers []usbPrinter
	for _, file := range files {
		p := usbPrinter{PrinterInfo: PrinterInfo{Device: file, Err: t.denied(file)}}
		if usb, ok := t.usb("usbmisc", filepath.Base(file)); ok {
			p.kind = usb.read("idVendor") + ":" + usb.read("idProduct")
			p.Name, p.Serial = "usb:"+p.kind, usb.read("serial")
			if p.Serial != "" {
				p.Name += ":" + p.Serial
			}
			p.Maker, p.Product = ieee1284(attribute(filepath.Join(t.sys, "class/usbmisc", filepath.Base(file), "device"), "ieee1284_id"))
			if p.Maker == "" {
				p.Maker = usb.read("manufacturer")
			}
			if p.Product == "" {
				p.Product = usb.read("product")
			}
		}
		printers = append(printers, p)
	}
	return printers
}

// byNumber puts lp9 before lp10.
func byNumber(a, b string) int {
	if len(a) != len(b) {
		return len(a) - len(b)
	}
	return strings.Compare(a, b)
}

// usbDevice is the directory of a device on USB.
type usbDevice string

// usb finds the USB device behind a device of a class. Between the two lie interfaces, one or two of them.
func (t tree) usb(class, name string) (usbDevice, bool) {
	dir, err := filepath.EvalSymlinks(filepath.Join(t.sys, "class", class, name, "device"))
	if err != nil {
		return "", false
	}
	for range 4 {
		if attribute(dir, "idVendor") != "" {
			return usbDevice(dir), true
		}
		dir = filepath.Dir(dir)
	}
	return "", false
}

func (d usbDevice) read(name string) string { return attribute(string(d), name) }

// attribute reads one line of a device; empty if there is none.
func attribute(dir, name string) string {
	b, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		return ""
	}
	return printable(b)
}

func (t tree) denied(path string) error {
	info, err := os.Stat(path)
	if err != nil || t.access(path) == nil {
		return nil
	}
	denied := &AccessError{Path: path}
	owner, ok := info.Sys().(*syscall.Stat_t)
	// Nobody should join the group of root for the sake of a printer.
	if ok && owner.Gid != 0 && info.Mode().Perm()&0o060 == 0o060 {
		id := strconv.Itoa(int(owner.Gid))
		denied.Group = id
		if g, err := user.LookupGroupId(id); err == nil {
			denied.Group = g.Name
		}
	}
	return denied
}

func (t tree) holder(name string) string {
	device, err := filepath.EvalSymlinks(name)
	if err != nil {
		return ""
	}
	fds, err := filepath.Glob(filepath.Join(t.proc, "[0-9]*", "fd", "*"))
	if err != nil {
		return ""
	}
	var holders []string
	for _, fd := range fds {
		if target, err := os.Readlink(fd); err != nil || target != device {
			continue
		}
		process := filepath.Dir(filepath.Dir(fd))
		pid := filepath.Base(process)
		who := fmt.Sprintf("%s (%s)", attribute(process, "comm"), pid)
		if pid != strconv.Itoa(os.Getpid()) && !slices.Contains(holders, who) {
			holders = append(holders, who)
		}
	}
	return strings.Join(holders, ", ")
}

package device

import (
	"bytes"
	"context"
	"net/url"
	"os"
	"os/exec"
	"strings"
	"time"
)

// lpstatTime is more than a print system that works needs to list its queues.
const lpstatTime = 3 * time.Second

// cupsQueues asks the print system for its queues by "lpstat -v"; none if it is not installed or does not answer.
// "lpstat -e" is not asked, because it looks for printers in the network.
func cupsQueues(ctx context.Context) []PrinterInfo {
	ctx, cancel := context.WithTimeout(ctx, lpstatTime)
	defer cancel()
	cmd := exec.CommandContext(ctx, "lpstat", "-v")
	cmd.Env = append(os.Environ(), "LC_ALL=C") // its words are translated
	cmd.WaitDelay = time.Second
	out, err := cmd.Output()
	if err != nil {
		return nil
	}
	return parseQueues(out)
}

// parseQueues reads lines such as "device for Receipts: usb://EPSON/TM-T20II?serial=4A51".
func parseQueues(out []byte) []PrinterInfo {
	var queues []PrinterInfo
	for line := range bytes.Lines(out) {
		rest, ok := strings.CutPrefix(printable(line), "device for ")
		if !ok {
			continue
		}
		name, uri, ok := strings.Cut(rest, ": ")
		if !ok || name == "" {
			continue
		}
		q := PrinterInfo{Name: "cups:" + name}
		if u, err := url.Parse(uri); err == nil && u.Scheme == "usb" {
			q.Maker, q.Product, q.Serial = u.Host, strings.TrimPrefix(u.Path, "/"), u.Query().Get("serial")
		} else {
			q.Product = uri
		}
		queues = append(queues, q)
	}
	return queues
}

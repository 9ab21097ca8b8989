package main

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"stampdesk/device"
)

func (a *app) scannerCommand() *cobra.Command {
	list := &cobra.Command{
		Use: "list", Short: "Cổng nối tiếp trên máy này / the serial ports of this machine", Args: usage(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error { return a.listScanners(device.Ports()) },
	}
	var q scannerQuery
	test := &cobra.Command{
		Use: "test", Short: "Xem máy quét gửi gì và đặt thế nào / what the scanner sends, and how to set it", Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return a.testScanner(cmd.Context(), q) },
	}
	f := test.Flags()
	f.StringVar(&q.port, "port", "", "cổng (mặc định: cổng đã cấu hình) / port (default: the configured one)")
	f.StringVar(&q.baud, "baud", "", "tốc độ, hoặc auto: thử lần lượt / speed, or auto: one after another")
	f.IntVar(&q.seconds, "seconds", 60, "nghe bao lâu; 0: đến Ctrl-C / how long to listen; 0: until Ctrl-C")
	f.IntVar(&q.count, "count", 0, "dừng sau bấy nhiêu lần quét / stop after so many scans")
	return group("scanner", "Máy quét mã vạch / the barcode scanner", list, test)
}

type portJSON struct {
	Name       string `json:"name"`
	Device     string `json:"device"`
	Maker      string `json:"maker,omitempty"`
	Product    string `json:"product,omitempty"`
	Serial     string `json:"serial,omitempty"`
	Configured bool   `json:"configured"`
	Error      string `json:"error,omitempty"`
	Group      string `json:"group,omitempty"` // to join, for the right to open it
}

// listScanners tells of every port, and what to write for it. A configured one
// that is not there is told of too: that is what is being looked for.
func (a *app) listScanners(ports []device.PortInfo) error {
	mine, there := a.conf.Scanner.Port, false
	all := []portJSON{}
	for _, p := range ports {
		j := portJSON{Name: p.Name, Device: p.Device, Maker: p.Maker, Product: p.Product, Serial: p.Serial}
		j.Configured = mine != "" && (mine == p.Name || mine == p.Device)
		there = there || j.Configured
		j.Error, j.Group = a.t.trouble(p.Err)
		all = append(all, j)
	}
	if mine != "" && !there {
		j := portJSON{Name: mine, Device: mine, Configured: true}
		j.Error, j.Group = a.t.trouble(portThere(mine))
		all = append(all, j)
	}
	if a.flags.json {
		return a.printJSON(map[string]any{"ports": all})
	}
	if len(all) == 0 {
		_, err := fmt.Fprint(a.out, a.t.NoPorts)
		return err
	}
	for _, p := range all {
		fmt.Fprintf(a.out, "%s\n", oneOf(title(p.Maker, p.Product, p.Serial), p.Device))
		if p.Configured {
			fmt.Fprintf(a.out, "  %s", a.t.PortConfigured)
		}
		fmt.Fprintf(a.out, "  port = %s   # %s\n", strconv.Quote(p.Name), p.Device)
		if p.Error != "" {
			fmt.Fprintf(a.out, "  ! %s\n", p.Error)
		}
	}
	if mine == "" {
		fmt.Fprintf(a.out, a.t.PortsHint, a.configFile())
	}
	return nil
}

// trouble says in a sentence what is wrong with a device, and which group may
// open it; "" for nothing.
func (t *texts) trouble(err error) (sentence, group string) {
	denied, isDenied := errors.AsType[*device.AccessError](err)
	switch {
	case err == nil:
		return "", ""
	case isDenied && denied.Group != "":
		return fmt.Sprintf(t.DeniedGroup, denied.Path, denied.Group, denied.Group), denied.Group
	case errors.Is(err, device.ErrDenied):
		return t.DeniedDevice, ""
	case errors.Is(err, device.ErrMissing):
		return t.MissingDevice, ""
	case errors.Is(err, device.ErrNotSerial):
		return t.NotSerial, ""
	case errors.Is(err, device.ErrBusy):
		return t.BusyDevice, ""
	case errors.Is(err, device.ErrUnplugged):
		return t.Unplugged, ""
	}
	return err.Error(), ""
}

// configFile is the file to write a setting into.
func (a *app) configFile() string {
	if a.conf.File != "" {
		return a.conf.File
	}
	return "config.toml"
}

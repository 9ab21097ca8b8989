package main

import (
	"stampdesk/device"
	"stampdesk/printer"
)

// transport makes the way to a printer; it opens nothing. A relative path
// begins where the person stands.
func (a *app) transport(to printer.Destination) (printer.Transport, error) {
	if a.dir != "" {
		to = to.In(a.dir)
	}
	return to.Transport(printer.Options{OpenSerial: openSerialPrinter, FindUSB: device.FindUSBPrinter})
}

func openSerialPrinter(path string, baud int, flow string) (printer.DeadlineWriter, error) {
	f, err := device.ParseFlow(flow)
	if err != nil {
		return nil, err
	}
	return device.OpenSerialWriter(path, baud, f)
}

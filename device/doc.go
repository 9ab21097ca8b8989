// Package device reads the barcode scanner on the desk's serial line, opens a serial line for a printer, and finds what
// is plugged in.
//
// Bytes come from a [Port], a [Framer] cuts them into codes, and a [Scanner] keeps the two going: it opens the port,
// reads, notices when the cable is pulled and tries again, all in one goroutine.
// It does not know what a card number is: a [Code] is text as it was read, and judging it is the caller's business.
//
// [Ports] and [Printers] give names that stay when a cable is put back, and say where a right is missing;
// [GuessSettings] says from the bytes of some scans how a scanner is set.
//
// What is promised: codes are delivered in the order they were scanned, each once, and a part of a code is marked as
// [Code.Noise] wherever the line itself shows that it is a part. What is not: a scanner that sends no terminator can
// only be cut by silence, so set the scanner to end its codes with CR if it can be set at all.
//
// The simulated scanners ([Sim], [Pipe]) exist for demonstrations and for tests of other packages.
//
// Linux is measured. Windows is written to the documented behaviour of its drivers and has not been run on a real port.
package device

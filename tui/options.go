package tui

import (
	"context"
	"os"
	"time"

	"stampdesk"
)

// Options are what the screen is joined with. In, Out, Look and Now are
// required; the zero value of everything else is useful.
type Options struct {
	In      chan<- stampdesk.Request // the desk's inbox; the screen never waits for it
	Out     <-chan stampdesk.Outcome // the desk's outbox; the screen takes one at a time, in order
	Notices <-chan Notice            // how the devices are: the latest counts; nil: nobody says
	// Look lets the screen read the store at one instant. It is called in a
	// goroutine of its own and never while a person is waited for.
	Look func(context.Context, func(stampdesk.Snapshot) error) error
	// Import reads files for the import view; nil: there is no such view.
	Import Importer

	Lang    stampdesk.Lang // "" is Vietnamese; F2 changes it
	Desk    stampdesk.DeskID
	Confirm stampdesk.Confirming // "" is ConfirmKey; as the desk has it
	Setup   stampdesk.Setup      // the round and the board until the first look, and where there is no Look
	Now     func() time.Time     // the desk's clock, in the zone of the desk
	// Idle is how long nobody touches the desk before it locks itself and asks
	// for the PIN again; 0 is never.
	Idle time.Duration

	// Big draws a word in big letters, as lines of half blocks, at most width
	// cells wide and height rows high. It is called once for a word and a size.
	// Nil, or lines that do not fit: capitals with blanks between.
	Big func(text string, width, height int) []string
	// Sim presents the next card of a demonstration, from the stack of the batch
	// in hand; the space bar calls it.
	Sim     func(stampdesk.BatchID) error
	SimName string // what the space bar does, in a word or two; "" is a default
	Banner  string // stands in the header, "BẢN DÙNG THỬ"
	// SignInHint stands on the sign-in screen, for whom no one can tell; ""
	// is how to sign in.
	SignInHint string

	Printers []Printer // the desk's own first; none: no printer
	// Preview gives the document that an order asks for as text, at most cols
	// characters wide; it reads the store. It is called in a goroutine of its
	// own. Nil: a job is shown by its particulars only.
	Preview func(ctx context.Context, job stampdesk.PrintJob, cols int) (string, error)
	// Retry has a printer in trouble tried again at once. It is called in a
	// goroutine of its own; nil: the printer is tried again in its own time.
	Retry func(stampdesk.PrinterID)

	// Forms writes the official forms and the reports; none: there is no such page.
	Forms Forms

	// Settings are how the desk is set; Gear is what finds and tries devices.
	Settings Settings
	Gear     Gear

	Input  *os.File // the terminal; nil is standard input
	Output *os.File // the terminal; nil is standard output
	OnQuit string   // a sentence left on the terminal after the screen is gone
}

// Notice says how all devices are. Only the latest one means anything.
type Notice struct {
	Scanner Device
	Printer Device
	Journal Device // the store
	// Printers say more of each; Printer is how the worst of them is.
	Printers []PrinterNotice
}

// Printer is a printer that papers may be sent to.
type Printer struct {
	ID   stampdesk.PrinterID
	Name string // for a sentence: "USB lp0"; "" is "the printer"
}

// PrinterNotice says how one printer is. What is wrong with it stands in the
// About of its device, as a sentence without its end.
type PrinterNotice struct {
	ID stampdesk.PrinterID
	Device
	Job     *stampdesk.PrintJob // the one it is at; nil: none. Nobody changes it any more
	Unknown bool                // nobody knows whether Job is on paper: a person must look
	// Sent and Size count the bytes of Job while it is printed; Size 0: not known.
	Sent, Size int64
	LowPaper   bool
}

// Device is how one device is.
type Device struct {
	Link  Link
	About string // a few words for a person: "còn 2 bản chờ in"
}

// Link says whether a device can be worked with.
type Link uint8

// The links of a device.
const (
	Absent Link = iota // the desk has none
	Up
	Down // it should be there and is not
	Busy // it is there and behind with its work
)

func (o Options) zero() Options {
	if o.Lang == "" {
		o.Lang = stampdesk.Vietnamese
	}
	if o.Confirm == "" {
		o.Confirm = stampdesk.ConfirmKey
	}
	if o.Input == nil {
		o.Input = os.Stdin
	}
	if o.Output == nil {
		o.Output = os.Stdout
	}
	if o.Sim != nil { // nobody's PIN guards a demonstration
		o.Idle = 0
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	return o
}

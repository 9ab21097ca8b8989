package printer

import (
	"context"
	"fmt"
)

// WindowsPrinter prints through the print spooler of Windows, which passes the bytes on as they are (datatype RAW).
//
// The spooler takes jobs whether or not its printer has paper: that it has taken a job whole is all that can be known,
// and counts as printed.
type WindowsPrinter struct {
	Printer string // as Windows calls it
}

var _ Transport = (*WindowsPrinter)(nil)

// Send gives the job to the spooler. On systems other than Windows it fails with errors.ErrUnsupported.
func (w *WindowsPrinter) Send(ctx context.Context, job Job) (int64, error) {
	doc, err := openSpooler(w.Printer, job.Name)
	if err != nil {
		return 0, sendError(0, fmt.Errorf("print to the printer %s: %w", w.Printer, err))
	}
	n, err := spoolTo(ctx, doc, job)
	if err != nil {
		err = fmt.Errorf("print to the printer %s: %w", w.Printer, err)
	}
	return n, sendError(n, err)
}

// spoolerDoc is a document that is being given to a spooler. One of End and Abort is called, once.
type spoolerDoc interface {
	Write(p []byte) (int, error)
	End() error
	// Abort takes back what the spooler has not sent to the printer yet.
	Abort()
}

// spoolTo counts what was written as sent, also where it is taken back: a printer may be set to begin with the first
// byte, and nobody says how far it came.
func spoolTo(ctx context.Context, doc spoolerDoc, job Job) (n int64, err error) {
	for chunk := range job.Chunks {
		if ctx.Err() != nil {
			doc.Abort()
			return n, context.Cause(ctx)
		}
		m, err := doc.Write(chunk)
		n += int64(m)
		if err != nil {
			doc.Abort()
			return n, err
		}
	}
	return n, doc.End()
}

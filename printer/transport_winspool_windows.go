package printer

import (
	"fmt"
	"io"
	"unsafe"

	"golang.org/x/sys/windows"
)

// docInfo1 is DOC_INFO_1W.
type docInfo1 struct{ name, output, datatype *uint16 }

// winspoolDoc is a document in the print spooler.
type winspoolDoc struct {
	dll     *windows.LazyDLL
	printer windows.Handle
}

// openSpooler begins a document of one page, which is what a printer's own commands are to the spooler.
func openSpooler(printer, title string) (spoolerDoc, error) {
	d := &winspoolDoc{dll: windows.NewLazySystemDLL("winspool.drv")}
	if err := d.dll.Load(); err != nil {
		return nil, err
	}
	name, err := windows.UTF16PtrFromString(printer)
	if err != nil {
		return nil, err
	}
	info := docInfo1{}
	if info.name, err = windows.UTF16PtrFromString(title); err != nil {
		return nil, err
	}
	if info.datatype, err = windows.UTF16PtrFromString("RAW"); err != nil {
		return nil, err
	}
	if err := d.call("OpenPrinterW", uintptr(unsafe.Pointer(name)), uintptr(unsafe.Pointer(&d.printer)), 0); err != nil {
		return nil, err
	}
	if err := d.call("StartDocPrinterW", uintptr(d.printer), 1, uintptr(unsafe.Pointer(&info))); err != nil {
		d.close()
		return nil, err
	}
	if err := d.call("StartPagePrinter", uintptr(d.printer)); err != nil {
		d.Abort()
		return nil, err
	}
	return d, nil
}

func (d *winspoolDoc) Write(p []byte) (n int, err error) {
	for n < len(p) {
		var written uint32
		err := d.call("WritePrinter", uintptr(d.printer), uintptr(unsafe.Pointer(&p[n])), uintptr(len(p)-n),
			uintptr(unsafe.Pointer(&written)))
		n += int(written)
		switch {
		case err != nil:
			return n, err
		case written == 0:
			return n, io.ErrNoProgress
		}
	}
	return n, nil
}

func (d *winspoolDoc) End() error {
	defer d.close()
	if err := d.call("EndPagePrinter", uintptr(d.printer)); err != nil {
		return err
	}
	return d.call("EndDocPrinter", uintptr(d.printer))
}

// Abort cannot do more than ask.
func (d *winspoolDoc) Abort() {
	_ = d.call("AbortPrinter", uintptr(d.printer))
	d.close()
}

func (d *winspoolDoc) close() { _ = d.call("ClosePrinter", uintptr(d.printer)) }

// call calls a function of the spooler; each gives zero if it fails. What its arguments point to must not move meanwhile.
//
//go:uintptrescapes
func (d *winspoolDoc) call(name string, args ...uintptr) error {
	proc := d.dll.NewProc(name)
	if err := proc.Find(); err != nil {
		return err
	}
	ok, _, err := proc.Call(args...)
	if ok == 0 {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

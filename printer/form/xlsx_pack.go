package form

import (
	"archive/zip"
	"compress/flate"
	"io"
	"sync"

	"github.com/xuri/excelize/v2"
)

// packing is how hard a workbook is pressed, 1 to 9. By the usual 6 a form is
// smaller by a sixteenth, and more than half of the time that it takes goes into
// that.
const packing = 4

// packers are kept from one workbook to the next: each has a megabyte.
var packers = sync.Pool{New: func() any {
	w, err := flate.NewWriter(io.Discard, packing)
	if err != nil {
		panic(err) // there is no such way of packing
	}
	return w
}}

// packed is the archive that a workbook is.
func packed(w io.Writer) excelize.ZipWriter {
	z := zip.NewWriter(w)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		p := packers.Get().(*flate.Writer)
		p.Reset(w)
		return &packer{p}, nil
	})
	return z
}

// packer packs one file of the archive.
type packer struct{ *flate.Writer }

// Close gives the rest of the file out, and the writer back.
func (p *packer) Close() error {
	err := p.Writer.Close()
	packers.Put(p.Writer)
	return err
}

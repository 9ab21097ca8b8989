package printer

import (
	"fmt"
	"image/png"
	"io"
)

// EncodePNG writes a picture of the strip, one bit per dot, the cuts as the dashed lines they are drawn as.
func EncodePNG(w io.Writer, s Strip) error {
	if s.Height == 0 || s.Width == 0 {
		s = Strip{Bitmap: NewBitmap(max(s.Width, 1), max(s.Height, 1))} // PNG has no empty picture
	}
	if err := png.Encode(w, s.Bitmap); err != nil {
		return fmt.Errorf("write the picture: %w", err)
	}
	return nil
}

package printer

import "fmt"

// strict reads ESC/POS as the command descriptions have it, and rebuilds what the paper would show. Whatever it does
// not know, or has no value for, is an error. It shares nothing with the encoder.
type strict struct {
	dots  int        // width of the head
	parts [][][]byte // per cut: rows of unpacked dots, 0 or 1
	cuts  []string   // "partial 24"
	bands int
	tall  int // the highest band
	began bool
}

func decode(stream []byte, dots int) (*strict, error) {
	s := &strict{dots: dots, parts: [][][]byte{nil}}
	for at := 0; at < len(stream); {
		n, err := s.command(stream[at:])
		if err != nil {
			return nil, fmt.Errorf("at byte %d: %w", at, err)
		}
		at += n
	}
	return s, nil
}

func (s *strict) command(b []byte) (int, error) {
	need := func(n int) error {
		if len(b) < n {
			return fmt.Errorf("% x: command is cut off", b)
		}
		return nil
	}
	if err := need(2); err != nil {
		return 0, err
	}
	paper := &s.parts[len(s.parts)-1]
	switch string(b[:2]) {
	case "\x1c.": // FS . : cancel Kanji mode
		return 2, nil
	case "\x1b@": // ESC @ : initialise
		s.began = true
		return 2, nil
	}
	if !s.began {
		return 0, fmt.Errorf("% x before ESC @", b[:2])
	}
	switch string(b[:2]) {
	case "\x1bJ": // ESC J n : print and feed n units
		if err := need(3); err != nil {
			return 0, err
		}
		for range b[2] {
			*paper = append(*paper, make([]byte, s.dots))
		}
		return 3, nil
	case "\x1dV": // GS V m n : feed to the cutting position and n units, cut
		if err := need(4); err != nil {
			return 0, err
		}
		kind := map[byte]string{65: "full", 66: "partial"}[b[2]]
		if kind == "" {
			return 0, fmt.Errorf("cut mode %d", b[2])
		}
		s.cuts = append(s.cuts, fmt.Sprintf("%s %d", kind, b[3]))
		s.parts = append(s.parts, nil)
		return 4, nil
	case "\x1dv": // GS v 0 m xL xH yL yH d1 … dk : raster, k = x bytes × y rows
		if err := need(8); err != nil {
			return 0, err
		}
		x, y := int(b[4])+int(b[5])*256, int(b[6])+int(b[7])*256
		if b[2] != '0' || b[3] != 0 || x < 1 || x > (s.dots+7)/8 || y < 1 || y > 2303 {
			return 0, fmt.Errorf("raster head % x", b[:8])
		}
		if err := need(8 + x*y); err != nil {
			return 0, err
		}
		s.bands++
		s.tall = max(s.tall, y)
		for r := range y {
			row := make([]byte, s.dots)
			for i, v := range b[8+r*x : 8+(r+1)*x] {
				for bit := range 8 {
					if v&(128>>bit) == 0 {
						continue
					}
					if i*8+bit >= s.dots {
						return 0, fmt.Errorf("dot %d beyond the head", i*8+bit)
					}
					row[i*8+bit] = 1
				}
			}
			*paper = append(*paper, row)
		}
		return 8 + x*y, nil
	}
	return 0, fmt.Errorf("unknown command % x", b[:2])
}

// compare tells how the paper from its part'th piece on differs from rows of a bitmap; more white below is allowed.
func (s *strict) compare(part int, b *Bitmap, from, until int) error {
	rows := s.parts[part]
	if len(rows) < until-from {
		return fmt.Errorf("part %d has %d rows, want %d", part, len(rows), until-from)
	}
	for i, row := range rows {
		for x, v := range row {
			black := from+i < until && b.Black(x, from+i)
			if black != (v == 1) {
				return fmt.Errorf("part %d: dot %d, %d differs", part, x, i)
			}
		}
	}
	return nil
}

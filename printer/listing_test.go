package printer

import (
	"fmt"
	"hash/crc32"
	"slices"
	"strings"
)

// reader reads ESC/POS as the manuals have it, strictly: an unknown command, a value that a command does not take, or one
// in the wrong place is an error. It lists the commands, and keeps the dots and where text stands. It shares nothing with
// the encoder.
type reader struct {
	profile Profile
	list    strings.Builder
	rows    [][]byte // paper, unpacked dots, of the part since the last cut
	parts   [][][]byte
	stored  [][]byte // graphics that wait for being printed
	line    [][]byte // columns of ESC * in this line, from the left
	texts   []standing
	began   bool

	x, units, page, spacing, pitch int
	bold, large                    bool
	text                           []byte
	height                         int // of a barcode
}

// standing is text on paper: where its first letter's left edge is, in dots, and its top.
type standing struct {
	x, y, part, page int
	bold, large      bool
	bytes            string
}

func readAll(stream []byte, p Profile) (*reader, error) {
	r := &reader{profile: p, units: p.feedUnits(), pitch: -1}
	for at := 0; at < len(stream); {
		n, err := r.command(stream[at:])
		if err != nil {
			return r, fmt.Errorf("at byte %d: %w\n%s", at, err, tail(r.list.String()))
		}
		at += n
	}
	if len(r.text) > 0 || r.line != nil || r.stored != nil {
		return r, fmt.Errorf("the job ends within a line: %q", r.text)
	}
	r.parts = append(r.parts, r.rows)
	return r, nil
}

func tail(s string) string { return s[max(0, len(s)-400):] }

func (r *reader) say(format string, args ...any) { fmt.Fprintf(&r.list, format+"\n", args...) }

// endText puts down the text that has come since the last command.
func (r *reader) endText() {
	if len(r.text) == 0 {
		return
	}
	r.say("  %q", r.text)
	t := standing{x: r.x, y: len(r.rows), part: len(r.parts), page: r.page, bold: r.bold, large: r.large, bytes: string(r.text)}
	r.texts = append(r.texts, t)
	cell := r.profile.fontA().W + r.spacing
	if r.large {
		cell *= 2
	}
	r.x += cell * len(r.text)
	r.text = nil
}

// advance prints the line and moves the paper.
func (r *reader) advance(dots int) {
	for i := range max(dots, 0) {
		row := make([]byte, r.profile.Media.WidthDots)
		for x, column := range r.line {
			if i < len(column) {
				row[x] = column[i]
			}
		}
		r.rows = append(r.rows, row)
	}
	r.x, r.line = 0, nil
}

func (r *reader) command(b []byte) (int, error) {
	if b[0] >= ' ' && b[0] != 0x7f {
		if !r.began {
			return 0, fmt.Errorf("text before ESC @")
		}
		r.text = append(r.text, b[0])
		return 1, nil
	}
	r.endText()
	if r.x > r.profile.Media.WidthDots {
		return 0, fmt.Errorf("text reaches to dot %d", r.x)
	}
	if b[0] == '\n' {
		r.say("LF")
		if r.pitch < 0 || r.pitch%r.units != 0 {
			return 0, fmt.Errorf("LF with a pitch of %d units", r.pitch)
		}
		r.advance(r.pitch / r.units)
		return 1, nil
	}
	if len(b) < 2 {
		return 0, fmt.Errorf("% x is cut off", b)
	}
	name := string(b[:2])
	lengths := map[string]int{
		"\x1c.": 2, "\x1b@": 2, "\x1bJ": 3, "\x1bE": 3, "\x1bt": 3, "\x1b3": 3, "\x1b ": 3, "\x1ba": 3, "\x1b$": 4, "\x1bp": 5,
		"\x1b*": 5, "\x1d!": 3, "\x1dh": 3, "\x1dw": 3, "\x1dH": 3, "\x1dk": 4, "\x1dL": 4, "\x1dV": 3, "\x1dv": 8, "\x1d(": 5, "\x1d8": 7,
	}
	n, ok := lengths[name]
	if !ok {
		return 0, fmt.Errorf("unknown command % x", b[:2])
	}
	if len(b) < n {
		return 0, fmt.Errorf("% x is cut off", b)
	}
	if !r.began && name != "\x1c." && name != "\x1b@" {
		return 0, fmt.Errorf("% x before ESC @", b[:2])
	}
	in := func(v byte, allowed ...byte) error {
		if !slices.Contains(allowed, v) {
			return fmt.Errorf("% x: the value %d is not allowed", b[:n], v)
		}
		return nil
	}
	atStart := func() error {
		if r.x != 0 || r.line != nil {
			return fmt.Errorf("% x within a line", b[:n])
		}
		return nil
	}
	var err error
	switch name {
	case "\x1c.":
		r.say("FS .          cancel Kanji")
	case "\x1b@":
		r.began = true
		r.say("ESC @         initialise")
	case "\x1bJ":
		r.say("ESC J %-7d feed", b[2])
		if int(b[2])%r.units != 0 {
			return 0, fmt.Errorf("feeds a part of a dot")
		}
		r.advance(int(b[2]) / r.units)
	case "\x1bE":
		r.say("ESC E %d       bold", b[2])
		r.bold, err = b[2] == 1, in(b[2], 0, 1)
	case "\x1bt":
		r.say("ESC t %-7d code page", b[2])
		r.page = int(b[2])
	case "\x1b3":
		r.say("ESC 3 %-7d pitch", b[2])
		r.pitch = int(b[2])
	case "\x1b ":
		r.say("ESC SP %-6d space between letters", b[2])
		r.spacing = int(b[2])
	case "\x1ba":
		r.say("ESC a %d       align", b[2])
		if err = atStart(); err == nil {
			err = in(b[2], 0, 1, 2)
		}
	case "\x1b$":
		r.x = int(b[2]) + int(b[3])*256
		r.say("ESC $ %-7d to dot", r.x)
		if r.x >= r.profile.Media.WidthDots {
			err = fmt.Errorf("dot %d is beyond the head", r.x)
		}
	case "\x1bp":
		r.say("ESC p %d %d %d  drawer", b[2], b[3], b[4])
		if err = in(b[2], 0, 1); !r.profile.Drawer.Enabled {
			err = fmt.Errorf("opens a drawer that is off")
		}
	case "\x1d!":
		r.say("GS ! %02x       size", b[2])
		r.large, err = b[2] == 0x11, in(b[2], 0, 0x11)
	case "\x1dh":
		r.say("GS h %-8d height of bars", b[2])
		r.height = int(b[2])
	case "\x1dw":
		r.say("GS w %-8d module", b[2])
		err = in(b[2], 2, 3, 4, 5, 6)
	case "\x1dH":
		r.say("GS H %d        no text at bars", b[2])
		err = in(b[2], 0)
	case "\x1dL":
		r.say("GS L %-8d left margin", int(b[2])+int(b[3])*256)
		err = atStart()
	case "\x1dk":
		n += int(b[3])
		if err = atStart(); err != nil || len(b) < n {
			return 0, fmt.Errorf("barcode is cut off, or %w", err)
		}
		r.say("GS k 73       Code 128 %q", b[4:n])
		if b[2] != 73 || b[4] != '{' || b[5] != 'B' && b[5] != 'C' {
			err = fmt.Errorf("barcode % x", b[:n])
		}
		r.advance(r.height)
	case "\x1dV":
		err = in(b[2], 65, 66)
		n = 4
		r.say("GS V %d %-5d cut", b[2], b[3])
		r.parts, r.rows = append(r.parts, r.rows), nil
	case "\x1dv":
		x, y := int(b[4])+int(b[5])*256, int(b[6])+int(b[7])*256
		n += x * y
		if err = atStart(); err != nil || len(b) < n || b[2] != '0' || b[3] != 0 {
			return 0, fmt.Errorf("raster head % x: %w", b[:8], err)
		}
		r.say("GS v 0        %d bytes × %d rows, %08x", x, y, crc32.ChecksumIEEE(b[8:n]))
		err = r.raster(b[8:n], x, y)
	case "\x1d(", "\x1d8":
		size, at := int(b[3])+int(b[4])*256, 5
		if name == "\x1d8" {
			size, at = size+int(b[5])<<16, 7
		}
		n = at + size
		if b[2] != 'L' || len(b) < n || size < 2 || b[at] != 48 {
			return 0, fmt.Errorf("graphics head % x", b[:at])
		}
		d := b[at:n]
		switch {
		case d[1] == 50 && size == 2:
			r.say("GS ( L 50     print the graphics")
			if r.stored == nil {
				err = fmt.Errorf("nothing is stored")
			}
			r.rows, r.stored = append(r.rows, r.stored...), nil
		case d[1] == 112 && string(d[2:6]) == "\x30\x01\x01\x31":
			x, y := int(d[6])+int(d[7])*256, int(d[8])+int(d[9])*256
			if err = atStart(); err == nil && (size != 10+(x+7)/8*y || r.stored != nil || x < 1 || y < 1 || x > 2047) {
				err = fmt.Errorf("%d × %d dots in %d bytes", x, y, size)
			}
			if err == nil {
				r.say("GS %c L 112    %d × %d dots, %08x", name[1], x, y, crc32.ChecksumIEEE(d[10:]))
				kept := r.rows
				r.rows = nil
				err = r.raster(d[10:], (x+7)/8, y)
				r.stored, r.rows = r.rows, kept
			}
		default:
			err = fmt.Errorf("graphics function % x", d[:min(10, len(d))])
		}
	case "\x1b*":
		columns := int(b[3]) + int(b[4])*256
		n += 3 * columns
		if err = atStart(); err != nil || len(b) < n || b[2] != 33 || columns > r.profile.Media.WidthDots {
			return 0, fmt.Errorf("columns head % x: %w", b[:5], err)
		}
		r.say("ESC * 33      %d columns, %08x", columns, crc32.ChecksumIEEE(b[5:n]))
		for x := range columns {
			column := make([]byte, 24)
			for y := range column {
				column[y] = b[5+x*3+y/8] >> (7 - y%8) & 1
			}
			r.line = append(r.line, column)
		}
	}
	return n, err
}

func (r *reader) raster(data []byte, x, y int) error {
	for at := range y {
		row := make([]byte, r.profile.Media.WidthDots)
		for i := range x * 8 {
			if v := data[at*x+i/8] >> (7 - i%8) & 1; v == 1 {
				if i >= len(row) {
					return fmt.Errorf("dot %d is beyond the head", i)
				}
				row[i] = 1
			}
		}
		r.rows = append(r.rows, row)
	}
	return nil
}

// equals tells how the dots on paper differ from rows of a picture; white may follow.
func (r *reader) equals(part int, b *Bitmap, from, until int) error {
	rows := r.parts[part]
	if len(rows) < until-from {
		return fmt.Errorf("part %d has %d rows, want %d", part, len(rows), until-from)
	}
	for y, row := range rows {
		for x, v := range row {
			if black := from+y < until && b.Black(x, from+y); black != (v == 1) {
				return fmt.Errorf("part %d: dot %d, %d differs", part, x, y)
			}
		}
	}
	return nil
}

package printer

// The bytes that begin a command.
const (
	esc = 0x1b
	fs  = 0x1c
	gs  = 0x1d
	lf  = 0x0a
)

// enough is the size from which a chunk is handed on.
const enough = 2048

// encoder makes ESC/POS commands, and hands them on in chunks of whole ones. Every command that it uses MUST be known to
// commandLength. It knows what the printer was told, and tells it nothing twice.
type encoder struct {
	profile Profile
	metrics metrics
	out     []byte
	yield   func([]byte) bool
	stopped bool // nobody wants more

	page, pitch int
	bold, large bool
}

// Encode makes the bytes that print a strip, from initialising to the cut after its end. The picture goes out in bands.
func Encode(s Strip, p Profile) []byte {
	var out []byte
	e := &encoder{profile: p, yield: func(b []byte) bool { out = append(out, b...); return true }}
	e.begin()
	b := newBands(p, e)
	cuts := s.Cuts
	for y := range s.Height {
		if len(cuts) > 0 && cuts[0] == y {
			b.flush()
			e.cut()
			cuts = cuts[1:]
		}
		b.push(s.Row(y))
	}
	b.flush()
	e.end(len(cuts))
	return out
}

func (e *encoder) add(b ...byte) { e.out = append(e.out, b...) }

// send hands on what there is, which is a number of whole commands.
func (e *encoder) send() {
	if len(e.out) > 0 && !e.stopped {
		e.stopped = !e.yield(e.out)
	}
	e.out = e.out[:0]
}

// sendMuch does so if it is worth it.
func (e *encoder) sendMuch() {
	if len(e.out) >= enough {
		e.send()
	}
}

// begin appends what every job begins with.
func (e *encoder) begin() {
	if e.profile.CancelKanji {
		// Chinese-made printers start in a double-byte mode that swallows bytes from 0x80 up: leave it before anything else.
		e.add(fs, '.')
	}
	e.add(esc, '@')
	e.add(e.profile.InitBytes...)
	if n := e.profile.Media.LeftMargin; n > 0 {
		e.add(gs, 'L', byte(n), byte(n>>8))
	}
}

// end appends the last cuts, and what every job ends with.
func (e *encoder) end(cuts int) {
	for range cuts + 1 {
		e.cut()
	}
	if d := e.profile.Drawer; d.Enabled {
		e.add(esc, 'p', byte(d.Pin/5), byte(d.OnMS/2), byte(d.OffMS/2)) // pin 2 is 0, pin 5 is 1; steps of 2 ms
	}
	e.add(e.profile.JobEndBytes...)
	e.send()
}

// feed appends ESC J n, which prints what stands in the line, and feeds n units.
func (e *encoder) feed(dots int) {
	units := e.profile.feedUnits()
	for dots > 0 {
		n := min(dots, 255/units)
		e.add(esc, 'J', byte(n*units))
		dots -= n
	}
	e.sendMuch()
}

// cut appends GS V m n, which feeds the last line past the knife and n units more, and cuts. Without a knife the paper is
// fed to where it is torn.
func (e *encoder) cut() {
	k := e.profile.Cut
	n := byte(min(k.FeedDots*e.profile.feedUnits(), 255))
	switch {
	case len(k.Bytes) > 0:
		e.feed(k.FeedDots)
		e.add(k.Bytes...)
	case k.Kind == CutPartial:
		e.add(gs, 'V', 66, n)
	case k.Kind == CutFull:
		e.add(gs, 'V', 65, n)
	default:
		e.feed(k.FeedDots)
	}
	e.send()
}

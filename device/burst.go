package device

import (
	"bytes"
	"time"
)

// Burst is bytes that a scanner sent together: nowhere in it is silence as long as a gap.
type Burst struct {
	At    time.Time // of the first byte
	Bytes []byte
}

// Bursts parts what arrives on a line by the silence in it. The zero value is ready to use; it is not safe for
// concurrent use.
type Bursts struct {
	// Gap is the silence that ends a burst; zero means [DefaultGap].
	Gap time.Duration

	now  Burst
	last time.Time
}

// Feed takes bytes that arrived at the given time, and gives the burst that ended before them.
func (b *Bursts) Feed(p []byte, at time.Time) (ended Burst, ok bool) {
	ended, ok = b.Idle(at)
	if len(p) == 0 {
		return ended, ok
	}
	if len(b.now.Bytes) == 0 {
		b.now.At = at
	}
	b.now.Bytes, b.last = append(b.now.Bytes, p...), at
	return ended, ok
}

// Idle tells that nothing has arrived until the given time, and gives the burst that is over by then.
func (b *Bursts) Idle(at time.Time) (ended Burst, ok bool) {
	gap := b.Gap
	if gap <= 0 {
		gap = DefaultGap
	}
	if at.Sub(b.last) < gap {
		return Burst{}, false
	}
	return b.End()
}

// End gives what is left, for nothing more will come.
func (b *Bursts) End() (ended Burst, ok bool) {
	// A cable that is being plugged in reads as NUL.
	ended = Burst{At: b.now.At, Bytes: bytes.Trim(b.now.Bytes, "\x00")}
	b.now = Burst{}
	return ended, len(ended.Bytes) > 0
}

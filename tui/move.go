package tui

// leap is how many lines PgUp and PgDn leave behind.
const leap = 10

// moves reports that a key moves among lines: the arrows, PgUp, PgDn, Home, End.
func (in input) moves() bool {
	return in.is(keys.Up) || in.is(keys.Down) || in.is(keys.PageUp) || in.is(keys.PageDown) || in.is(keys.Home) || in.is(keys.End)
}

// moved is where a key leads from a line among n: to the same one where it does
// not move.
func (in input) moved(at, n int) int {
	switch {
	case in.is(keys.Up):
		at--
	case in.is(keys.Down):
		at++
	case in.is(keys.PageUp):
		at -= leap
	case in.is(keys.PageDown):
		at += leap
	case in.is(keys.Home):
		at = 0
	case in.is(keys.End):
		at = n - 1
	}
	return max(min(at, n-1), 0)
}

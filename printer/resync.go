package printer

import "strings"

// Resync is what must go out before the next job if pending bytes of a command are still owed to the printer. A printer
// that was cut off inside a band waits for the rest of it and would take the next job for dots; NUL is white there.
// Should the printer have been switched off meanwhile, and owe nothing, NULs outside a command are ignored.
func Resync(pending int) []byte { return make([]byte, max(pending, 0)) }

// longest is no less than the length of the longest command in a job of this profile: a band.
func (p Profile) longest() int { return 32 + (p.Media.WidthDots+7)/8*p.bandRows() }

// owed is the number of bytes that complete the command in which a job, or a chunk of one, was broken off after sent
// bytes; 0 if it was broken off between two commands. Every byte of text counts as a command.
func owed(job []byte, sent int64) int {
	sent = min(max(sent, 0), int64(len(job)))
	for at := 0; int64(at) < sent; {
		n := max(commandLength(job[at:sent]), 1)
		if int64(at+n) > sent {
			return at + n - int(sent)
		}
		at += n
	}
	return 0
}

// The lengths of commands that take a fixed number of bytes after their name, by that number. Those beyond what a job
// uses are for the bytes that a profile may add.
var (
	escFixed = [...]string{0: "@2<", 1: "J3Ed t!MRaG-{=VUriT", 2: "$\\cB", 3: "p"}
	gsFixed  = [...]string{1: "!hwHfBarIb", 2: "LWP$\\"}
)

// commandLength is the length of the command that begins in b; 0 if it is not known. Bytes that b lacks count as NUL: that
// is what they will be.
func commandLength(b []byte) int {
	var head [10]byte
	copy(head[:], b)
	word := func(at int) int { return int(head[at]) | int(head[at+1])<<8 }
	name := string(head[1:2])
	switch head[0] {
	case esc:
		if name == "*" {
			columns := word(3)
			if head[2] >= 32 {
				columns *= 3
			}
			return 5 + columns
		}
		for n, names := range escFixed {
			if strings.Contains(names, name) {
				return 2 + n
			}
		}
	case fs:
		if name == "." || name == "&" {
			return 2
		}
	case gs:
		switch {
		case name == "v":
			return 8 + word(4)*word(6)
		case name == "(":
			return 5 + word(3)
		case name == "8" && head[2] == 'L':
			return 7 + word(3) + word(5)<<16
		case name == "8":
			return 3
		case name == "V" && head[2] >= 65: // the lower modes take no feed
			return 4
		case name == "V":
			return 3
		case name == "k" && head[2] >= 65: // the lower modes end with NUL, and nobody uses them
			return 4 + int(head[3])
		case name == "k" && head[2] == 0: // cut off before its mode
			return 4
		}
		for n, names := range gsFixed {
			if strings.Contains(names, name) {
				return 2 + n
			}
		}
	case dle:
		return 0
	default:
		return 1
	}
	if head[1] == 0 { // what a command becomes that is cut off after its first byte: none
		return 2
	}
	return 0
}

package main

import (
	"errors"
	"io/fs"
	"os"
	"strings"

	"stampdesk/device"
)

// title is what a device says of itself, on one line.
func title(maker, product, serial string) string {
	var said []string
	for _, s := range []string{maker, product, serial} {
		if s != "" {
			said = append(said, s)
		}
	}
	return strings.Join(said, " · ")
}

func oneOf(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

// portThere says why a port that the system does not list cannot be used, as
// far as it can be told without opening it.
func portThere(name string) error {
	if _, err := os.Stat(name); errors.Is(err, fs.ErrNotExist) && strings.ContainsRune(name, os.PathSeparator) {
		return device.ErrMissing
	}
	return device.Access(name)
}

// hexLines shows bytes as numbers with their letters beside, 16 on a line.
func hexLines(b []byte) []string {
	const digits = "0123456789ABCDEF"
	var lines []string
	for len(b) > 0 {
		row := b[:min(16, len(b))]
		b = b[len(row):]
		var hex, letters strings.Builder
		for _, c := range row {
			hex.WriteByte(digits[c>>4])
			hex.WriteByte(digits[c&15])
			hex.WriteByte(' ')
			if c < ' ' || c > '~' {
				c = '.'
			}
			letters.WriteByte(c)
		}
		lines = append(lines, hex.String()+strings.Repeat("   ", 16-len(row))+" "+letters.String())
	}
	return lines
}

package printer

import (
	"encoding/hex"
	"fmt"
	"strings"
)

// Hex is bytes that are written as pairs of hexadecimal digits, with spaces where one likes: "1D 56 01".
type Hex []byte

// UnmarshalText reads the digits.
func (h *Hex) UnmarshalText(text []byte) error {
	b, err := hex.DecodeString(strings.Join(strings.Fields(string(text)), ""))
	if err != nil {
		return fmt.Errorf("bytes %q: write pairs of hexadecimal digits, such as \"1D 56 01\"", text)
	}
	*h = b
	return nil
}

// MarshalText writes the digits.
func (h Hex) MarshalText() ([]byte, error) { return fmt.Appendf(nil, "% X", []byte(h)), nil }

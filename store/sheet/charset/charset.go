// Package charset finds out in which encoding Vietnamese text stands, and puts
// it into Unicode: that of whole files, and that of old fonts, whose text looks
// like Latin letters with odd marks wherever it is pasted.
package charset

// Encoding names an encoding. The values are stable: those of the option
// --encoding.
type Encoding string

// The encodings. TCVN3 and VNI come in two shapes: as the bytes of a file, and
// as Latin letters in the cells of a file that is Unicode itself.
const (
	Auto   Encoding = "auto"
	UTF8   Encoding = "utf-8"
	UTF16  Encoding = "utf-16"
	CP1258 Encoding = "cp1258"
	TCVN3  Encoding = "tcvn3" // ABC: fonts whose names begin with .Vn
	VNI    Encoding = "vni"   // fonts whose names begin with VNI-
)

// Evidence is what an encoding was told by.
type Evidence struct {
	Encoding Encoding
	Sample   string // as it stands in the file
	Read     string // what it was read as, in NFC
}

// Package charset finds out in which encoding Vietnamese text stands, and puts
// it into Unicode: that of whole files, and that of old fonts, whose text looks
// like Latin letters with odd marks wherever it is pasted.
//
// # How an encoding is told
//
// Bytes alone say little: almost every byte is a letter in every encoding. So
// each candidate reads the text, and what it read is held against what a
// Vietnamese syllable can be (syllable.go). A reading wins when its words are
// syllables and those of the others are not.
//
//	letters.go    vowels and tones; syllable.go what can be a word
//	words.go      text cut into words, and how much a word is worth
//	tcvn3.go, vni.go, cp1258.go, utf.go   the encodings, each one reader
//	decode.go     whole files; trial.go tries a candidate on one
//	cell.go       cells that are Unicode already; column.go gathers what they
//	              say, judge.go decides
//	recase.go     text of capital fonts
//
// # What is promised
//
//   - What is returned is valid UTF-8 in NFC. Where a tone stands in a word is
//     not changed: "hoà" stays "hoà" and "hòa" stays "hòa".
//   - A cell that has a letter which only Unicode has is never converted.
//   - Nothing is guessed: where no reading is better than the others there is
//     an [Error], or the cells stay as they are.
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

	// Twice is UTF-8 that a program took for Windows-1252 and made UTF-8 of
	// once more: a spreadsheet that opened a csv file. It is only found in
	// cells, and never asked for.
	Twice Encoding = "utf-8-twice"
)

// All are the encodings that can be asked for, in the order to offer them.
func All() []Encoding { return []Encoding{Auto, UTF8, UTF16, CP1258, TCVN3, VNI} }

// Evidence is what an encoding was told by.
type Evidence struct {
	Encoding Encoding
	Sample   string // as it stands in the file; empty for UTF-16, which looks like nothing
	Read     string // what it was read as, in NFC
}

// Error says that a file is not text in the encoding that was wanted, or in
// any when none was.
type Error struct {
	Want Encoding // what was asked for; Auto: nothing
	Line int      // where the first byte stands that cannot be read
	Byte byte
	// Unicode reports that the file is Unicode, where another encoding was
	// asked for.
	Unicode bool
}

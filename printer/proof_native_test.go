package printer_test

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"maps"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"stampdesk"
	"stampdesk/printer"
)

// nativeSheets are all documents in every text mode on a printer of many talents, and some on others: with no page of
// capitals, in other units, without a knife, with each other command for dots.
var nativeSheets = sync.OnceValue(func() (all []sheet) {
	some := []string{"returnlist", "sample", "codes"}
	add := func(p printer.Profile, l stampdesk.Lang, names ...string) {
		r, docs := newRenderer(p), printer.Samples(l)
		docs["codes"] = everyCode()
		if names == nil {
			delete(docs, "chase-all") // as chase, and as long as all others together
			names = slices.Sorted(maps.Keys(docs))
		}
		for _, name := range names {
			all = append(all, newSheet(fmt.Sprintf("%s-%s-%s-%s-%s", name, l, p.ID, p.TextMode, p.Raster.Command), l, r, p, docs[name]))
		}
	}
	for _, id := range []string{"epson-203", "epson-180", "xprinter-80", "generic-58"} {
		p, err := printer.ProfileByName(id)
		if err != nil {
			panic(err)
		}
		for _, p := range printer.Modes(p) {
			switch {
			case p.TextMode == printer.TextRaster: // all of them are in the other proof
			case id == "epson-203":
				add(p, stampdesk.Vietnamese)
				add(p, stampdesk.English, "tally", "renewals")
			default:
				add(p, stampdesk.Vietnamese, some...)
			}
			if p.TextMode == printer.TextRaster && id == "generic-58" || p.TextMode == printer.TextHybrid && id != "epson-203" {
				p.Raster.Command = printer.RasterGraphics
				add(p, stampdesk.Vietnamese, some...)
				p.Raster.Command = printer.RasterColumns
				add(p, stampdesk.Vietnamese, some...)
			}
		}
	}
	wide, err := printer.ProfileByName("epson-203")
	if err != nil {
		panic(err)
	}
	wide = printer.Altered(wide, wide.Media.WidthDots, 150, 1000)
	wide.TextMode, wide.Raster.Command = printer.TextRaster, printer.RasterGraphics
	wide.Raster.SkipBlankRows, wide.Raster.TrimRight = false, false // a band of more than 64 kB
	add(wide, stampdesk.Vietnamese, "sample")
	return all
})

// TestProofNposReadsOurWords: in every text mode npos takes every job apart without a rest. The letters between the
// commands, by the C library's table, are the words of the document, in its places; the codes that the printer is asked
// for are the document's; the rest is our picture, dot by dot.
func TestProofNposReadsOurWords(t *testing.T) {
	t.Parallel()
	tool(t, "iconv", "apt-get install libc-bin")
	nposModules(t)
	all := nativeSheets()
	dir := t.TempDir()
	var orders []order
	for _, s := range all {
		orders = append(orders, orderOf(t, dir, len(orders), s.profile, s.job))
	}
	signs, codes, dots, commands := 0, 0, 0, map[string]int{}
	for i, got := range npos(t, orders) {
		_, black, err := all[i].compare(t, got)
		if err != nil {
			t.Errorf("%s: %v", all[i].name, err)
		}
		for _, run := range got.Letters {
			signs += len(run.Bytes) / 2
		}
		for name, n := range got.Commands {
			commands[name] += n
		}
		codes, dots = codes+len(got.Codes), dots+black
	}
	for _, name := range []string{"ESCt", "ESCE", "GS!", "GSk", "GS(L", "GS8L", "ESC*"} {
		if commands[name] == 0 {
			t.Errorf("no job holds %s", name)
		}
	}
	t.Logf("npos: %d jobs; %d letters and %d barcodes of the printer's own are the document's, %d black dots ours; %v", len(all), signs, codes, dots, commands)
}

// TestProofNposSeesAWrongLetter: the proof above would see a letter, a style, a page or a code that is wrong.
func TestProofNposSeesAWrongLetter(t *testing.T) {
	t.Parallel()
	tool(t, "iconv", "apt-get install libc-bin")
	nposModules(t)
	all := nativeSheets()
	i := slices.IndexFunc(all, func(s sheet) bool { return s.name == "returnlist-vi-epson-203-codepage-gs_v_0" })
	s := all[i]
	job := s.job
	at := func(what string) int {
		n := bytes.Index(job, []byte(what))
		if n < 0 {
			t.Fatalf("%s holds no %q", s.name, what)
		}
		return n
	}
	without := func(what string) []byte { return slices.Delete(slices.Clone(job), at(what), at(what)+len(what)) }
	damaged := map[string][]byte{
		"a digit":        change(job, at("31.000412"), '9'),
		"a mark":         change(job, at("Ph\xad\xac"), 'Q'),
		"a letter less":  without("31.0004"),
		"not bold":       without("\x1bE\x01"),
		"not large":      without("\x1d!\x11"),
		"another page":   without("\x1bt\x1f"),
		"a line higher":  without("\n"),
		"another code":   change(job, at("{BSD-B-B1-017")+13-1, '8'),
		"a code less":    without(string(job[at("\x1dk"):][:4+int(job[at("\x1dk")+3])])),
		"a bell":         slices.Insert(slices.Clone(job), at("31.000412"), 7),
		"the drawer":     slices.Insert(slices.Clone(job), at("\x1bE"), []byte("\x1bp\x00\x19\xfa")...),
		"a dot":          slices.Insert(slices.Clone(job), at("\x1ba\x00"), []byte("\x1dv0\x00\x01\x00\x01\x00\x80")...),
		"a word too far": slices.Insert(slices.Clone(job), at("31.000412"), []byte(strings.Repeat("x", 40))...),
	}
	names := slices.Sorted(maps.Keys(damaged))
	dir := t.TempDir()
	orders := []order{orderOf(t, dir, 0, s.profile, job)}
	for _, name := range names {
		orders = append(orders, orderOf(t, dir, len(orders), s.profile, damaged[name]))
	}
	for i, got := range npos(t, orders) {
		_, _, err := s.compare(t, got)
		if i == 0 && err != nil {
			t.Errorf("undamaged: %v", err)
		}
		if i > 0 && err == nil {
			t.Errorf("%s goes unseen", names[i-1])
		}
	}
}

// compareLetters tells where the letters and codes of npos differ from those of the document, and which rows of its
// picture, which is so high, they take.
func (s sheet) compareLetters(got reading, height int) (native []bool, err error) {
	native = make([]bool, height)
	lines := s.renderer.Layout(s.doc)
	all := 0
	for _, line := range lines {
		all += line.Rows()
	}
	head, mode := printer.HeadOf(s.profile), s.profile.TextMode
	letters, codes := map[int][]letters{}, map[int]asked{}
	for _, run := range got.Letters {
		letters[run.Row] = append(letters[run.Row], run)
	}
	for _, code := range got.Codes {
		codes[code.Row] = code
	}
	y, torn := 0, 0 // torn: rows that npos has more, for a printer without a knife
	for _, line := range lines {
		top, high := y, line.Rows()*height/all
		y += high
		own := s.own(line, mode)
		if line.Kind == printer.Bars {
			if code, ok := code(codes, top+torn, top+torn+high); ok {
				if read := code128(code.Data); read != line.Code || code.Align != int(line.Align) {
					return nil, fmt.Errorf("the printer draws %q at %d, want %q at %d", read, code.Align, line.Code, line.Align)
				}
				delete(codes, code.Row)
				own = true
				top += high - height/all // the letters stand below the bars
			} else {
				own = false // drawn by us: seen as dots
			}
		}
		if own {
			for row := y - high; row < y; row++ {
				native[row] = true
			}
			if err := s.compareLine(line, letters[top+torn]); err != nil {
				return nil, err
			}
			delete(letters, top+torn)
		}
		if line.Kind == printer.Perforated && !head.Knife {
			torn += head.Tear
		}
	}
	for row, runs := range letters {
		return nil, fmt.Errorf("letters in row %d, where none stand: %v", row, runs)
	}
	for row, code := range codes {
		return nil, fmt.Errorf("a code in row %d, where none stands: %v", row, code)
	}
	return native, nil
}

// own tells whether a line stands in the printer's own letters.
func (s sheet) own(line printer.Line, mode printer.TextMode) bool {
	switch mode {
	case printer.TextCodepage, printer.TextASCII:
		return line.Kind != printer.Ruled
	case printer.TextHybrid:
		for _, span := range line.Spans {
			for _, r := range span.Text {
				if line.Kind == printer.Words && r > '~' {
					return false
				}
			}
		}
		return len(line.Spans) > 0
	}
	return false
}

func code(codes map[int]asked, from, until int) (asked, bool) {
	for row, code := range codes {
		if row >= from && row < until {
			return code, true
		}
	}
	return asked{}, false
}

// code128 reads the data of GS k 73: {B and letters, of which { is written twice, and {C and two digits to a byte.
func code128(data string) string {
	b, _ := hex.DecodeString(data)
	var out strings.Builder
	set := byte(0)
	for len(b) > 0 {
		switch {
		case b[0] == '{' && len(b) > 1 && (b[1] == 'B' || b[1] == 'C'):
			set, b = b[1], b[1:]
		case set == 'C' && b[0] < 100:
			fmt.Fprintf(&out, "%02d", b[0])
		case set == 'B' && b[0] == '{' && len(b) > 1 && b[1] == '{':
			out.WriteByte('{')
			b = b[1:]
		case set == 'B' && b[0] != '{':
			out.WriteByte(b[0])
		default:
			return fmt.Sprintf("% x, which is no Code 128", data)
		}
		b = b[1:]
	}
	return out.String()
}

// compareLine compares a line of letters with that of the document: all of it, and what is bold.
func (s sheet) compareLine(line printer.Line, runs []letters) error {
	var all, bold strings.Builder
	var wantAll, wantBold []string
	for _, run := range runs {
		text, err := s.decode(run)
		if err != nil {
			return err
		}
		all.WriteString(text)
		if run.Bold {
			bold.WriteString(text)
		}
		if strings.Trim(text, " ") != "" && run.Large != line.Double {
			return fmt.Errorf("%q: large is %v", text, run.Large)
		}
	}
	for _, span := range line.Spans {
		p := s.pattern(span.Text)
		wantAll = append(wantAll, p)
		if span.Bold {
			wantBold = append(wantBold, p)
		}
	}
	for _, part := range []struct {
		text string
		want []string
	}{{all.String(), wantAll}, {bold.String(), wantBold}} {
		if !regexp.MustCompile("^ *" + strings.Join(part.want, " *") + " *$").MatchString(part.text) {
			return fmt.Errorf("%q does not read %q", part.text, part.want)
		}
	}
	return nil
}

// decode is the text that a printer prints of bytes: ASCII, and TCVN as the C library has it. On the page of capitals a
// letter stands at the code of its small one.
func (s sheet) decode(run letters) (string, error) {
	b, err := hex.DecodeString(run.Bytes)
	if err != nil {
		return "", err
	}
	var out strings.Builder
	for _, c := range b {
		letter := string(rune(c))
		if c >= 0x80 {
			if letter = tcvn()[c]; letter == "" || run.Page == 0 {
				return "", fmt.Errorf("%02x on page %d is no letter", c, run.Page)
			}
			switch pages := s.profile.CodePages; {
			case s.profile.TextMode != printer.TextCodepage:
				return "", fmt.Errorf("%02x in %s text", c, s.profile.TextMode)
			case run.Page == pages.TCVNUpper:
				letter = strings.ToUpper(letter)
			case run.Page != pages.TCVNLower:
				return "", fmt.Errorf("page %d holds no Vietnamese", run.Page)
			}
		}
		out.WriteString(letter)
	}
	return out.String(), nil
}

// tcvn is the C library's table, byte by byte.
var tcvn = sync.OnceValue(func() map[byte]string {
	table := map[byte]string{}
	for c := 0xa1; c <= 0xfe; c++ {
		cmd := exec.Command("iconv", "-f", "TCVN", "-t", "UTF-8")
		cmd.Stdin = bytes.NewReader([]byte{byte(c)})
		if letter, err := cmd.Output(); err == nil && len(letter) > 0 {
			table[byte(c)] = norm.NFC.String(string(letter))
		}
	}
	return table
})

// What signs become where there are none of them; of several letters one, where there is no room.
var signs = map[rune]string{
	'─': "-", '═': "=", '–': "-", '—': "-", '−': "-", '·': "-", '…': `\.(\.\.)?`, '→': "-?>", '←': "<-?", '≤': "<=?", '≥': ">=?",
	'√': "v", '×': "x", '•': `\*`, '“': `"`, '”': `"`, '‘': "'", '’': "'", '₫': "d", '□': "o", '■': "#", '│': `\|`, '€': "E(UR)?", '\u00a0': " ",
}

// pattern is an expression for the words of a span as they stand in the printer's letters.
func (s sheet) pattern(text string) string {
	var out strings.Builder
	for _, r := range norm.NFC.String(text) {
		plain := []rune(strings.NewReplacer("đ", "d", "Đ", "D").Replace(norm.NFD.String(string(r))))[0]
		vietnamese := r > '~' && unicode.IsLetter(r) && plain < 0x80
		switch sign, ok := signs[r]; {
		case ok:
			out.WriteString(sign)
		case unicode.Is(unicode.Mn, r): // of a letter that is none of ours
		case vietnamese && s.profile.TextMode != printer.TextCodepage:
			out.WriteRune(plain)
		case vietnamese && s.profile.CodePages.TCVNUpper == 0 && !strings.ContainsRune("ĂÂÊÔƠƯĐ", r):
			out.WriteRune(unicode.ToLower(r)) // there is no page of capitals
		case !vietnamese && r > '~':
			out.WriteString(`\?`)
		default:
			out.WriteString(regexp.QuoteMeta(string(r)))
		}
	}
	return out.String()
}

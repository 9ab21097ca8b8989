package printer_test

import (
	"encoding/xml"
	"fmt"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"stampdesk"
	"stampdesk/printer"
)

// zbar is what zbarimg reads from pictures: for each file the codes, sorted. Only Code 128 is looked for, as the
// scanners of a desk are set.
func zbar(t testing.TB, files []string) [][]string {
	t.Helper()
	cmd := exec.Command(zbarimg(t),
		append([]string{"--quiet", "--nodbus", "--xml", "-Sdisable", "-Scode128.enable"}, files...)...)
	out, err := cmd.Output()
	if exit, ok := err.(*exec.ExitError); ok && exit.ExitCode() != 4 || err != nil && !ok { // 4: a picture has no code
		t.Fatalf("zbarimg: %v", err)
	}
	var found struct {
		Sources []struct {
			Href    string `xml:"href,attr"`
			Symbols []struct {
				Type string `xml:"type,attr"`
				Data string `xml:"data"`
			} `xml:"index>symbol"`
		} `xml:"source"`
	}
	if err := xml.Unmarshal(out, &found); err != nil {
		t.Fatalf("zbarimg said: %v\n%s", err, out)
	}
	all := make([][]string, len(files))
	for _, source := range found.Sources {
		i := slices.Index(files, source.Href)
		if i < 0 {
			t.Fatalf("zbarimg read %s, which nobody asked for", source.Href)
		}
		for _, s := range source.Symbols {
			all[i] = append(all[i], s.Data)
		}
		slices.Sort(all[i])
		all[i] = slices.Compact(all[i])
	}
	return all
}

func zbarimg(t testing.TB) string { return tool(t, "zbarimg", "apt-get install zbar-tools") }

// TestProofZbarReadsEveryBarcode: from our pictures, and from the paper that npos printed, a reader of others reads the
// barcodes that the documents ask for, and no other. The paper of npos is the picture (see the proof of that): here it is
// read of one head, to see that it can be.
func TestProofZbarReadsEveryBarcode(t *testing.T) {
	t.Parallel()
	zbarimg(t)
	nposModules(t)
	dir := t.TempDir()
	var drawn, printed []sheet
	var pictures, papers []string
	var orders []order
	seen := map[string]bool{}
	for _, s := range coded() {
		if picture := string(s.png()); !seen[picture] { // the height of a band is not seen
			seen[picture] = true
			pictures = append(pictures, write(t, filepath.Join(dir, s.name+".png"), s.png()))
			drawn = append(drawn, s)
		}
		if s.profile.ID == heads()[0].ID {
			orders = append(orders, orderOf(t, dir, len(orders), s.profile, s.job))
			printed = append(printed, s)
		}
	}
	for i, r := range npos(t, orders) {
		if r.Error != "" {
			t.Fatalf("%s: npos: %s", printed[i].name, r.Error)
		}
		papers = append(papers, r.pbm)
	}
	compare := func(kind string, sheets []sheet, files []string) {
		read := 0
		for i, got := range zbar(t, files) {
			if want := sheets[i].codes(); !slices.Equal(got, want) {
				t.Errorf("%s of %s: zbarimg reads %q, want %q", kind, sheets[i].name, got, want)
			}
			read += len(got)
		}
		t.Logf("zbarimg: %d barcodes read from %d files, %s", read, len(files), kind)
	}
	compare("picture", drawn, pictures)
	compare("paper of npos", printed, papers)
}

// coded are the sheets with barcodes, and for every head one with the codes that a desk knows.
func coded() (all []sheet) {
	for _, s := range sheets() {
		if len(s.codes()) > 0 {
			all = append(all, s)
		}
	}
	for _, p := range heads() {
		all = append(all, newSheet("codes-"+p.ID, stampdesk.Vietnamese, newRenderer(p), p, everyCode()))
	}
	return all
}

// everyCode is a document of codes alone: cards, the printed commands, batches up to the longest.
func everyCode() printer.Doc {
	codes := []string{"SD-B-B1-001", "SD-B-B12-1204", "31000412", "01000001", "99999999", "10000000"}
	for _, word := range []string{"STAMP", "RELAM", "DAMAGED", "HOLD", "RETURN", "UNDO", "CLOSE", "PRINT", "1", "2", "3", "4"} {
		codes = append(codes, "SD-"+word)
	}
	for i := range 20 {
		codes = append(codes, fmt.Sprint(31000500+i*7919))
	}
	var doc printer.Doc
	for i, code := range codes {
		doc.Blocks = append(doc.Blocks, printer.Barcode{Code: code, Align: printer.Align(i % 3)}, printer.Space{})
	}
	return doc
}

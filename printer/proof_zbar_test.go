package printer_test

import (
	"encoding/xml"
	"fmt"
	"iter"
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
	cmd := exec.Command(tool(t, "zbarimg", "apt-get install zbar-tools"),
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

// TestProofZbarReadsEveryBarcode: from our pictures, and from the paper that npos printed, a reader of others reads the
// barcodes that the documents ask for, and no other.
func TestProofZbarReadsEveryBarcode(t *testing.T) {
	dir := t.TempDir()
	var all []sheet
	var pictures, papers []string
	var orders []order
	for s := range distinct(t, coded(t)) {
		pictures = append(pictures, write(t, filepath.Join(dir, s.name+".png"), s.png(t)))
		orders = append(orders, orderOf(t, dir, len(orders), s.profile, s.job.Bytes()))
		all = append(all, s)
	}
	for i, r := range npos(t, orders) {
		if r.Error != "" {
			t.Fatalf("%s: npos: %s", all[i].name, r.Error)
		}
		papers = append(papers, r.pbm)
	}
	for kind, files := range map[string][]string{"picture": pictures, "paper of npos": papers} {
		read := 0
		for i, got := range zbar(t, files) {
			if want := all[i].codes(); !slices.Equal(got, want) {
				t.Errorf("%s of %s: zbarimg reads %q, want %q", kind, all[i].name, got, want)
			}
			read += len(got)
		}
		t.Logf("zbarimg: %d barcodes read from %d files, %s", read, len(files), kind)
	}
}

// coded are the sheets with barcodes, and for every profile one with the codes that a desk knows.
func coded(t testing.TB) iter.Seq[sheet] {
	return func(yield func(sheet) bool) {
		for s := range sheets(t) {
			if len(s.codes()) > 0 && !yield(s) {
				return
			}
		}
		for _, p := range printer.Profiles() {
			r, err := printer.NewRenderer(p)
			if err != nil {
				t.Fatal(err)
			}
			s := sheet{name: "codes-" + printer.HeadOf(p).Name, lang: stampdesk.Vietnamese, profile: p, doc: everyCode()}
			s.job = r.Job(s.name, s.doc)
			if !yield(s) {
				return
			}
		}
	}
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

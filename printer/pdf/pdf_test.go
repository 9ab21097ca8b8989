package pdf_test

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/go-fonts/liberation/liberationserifbold"
	"github.com/go-fonts/liberation/liberationserifitalic"
	"github.com/go-fonts/liberation/liberationserifregular"
	"golang.org/x/image/font/sfnt"

	"stampdesk"
	"stampdesk/printer"
	"stampdesk/printer/pdf"
)

// blocks has one of every type of block there is, with a word that must be found on the page.
var blocks = map[string]struct {
	block printer.Block
	words []string
}{
	"Letterhead": {printer.Letterhead{Upper: "tren", Name: "ten", No: "so", Party: "dang", Place: "noi"}, []string{"TREN", "TEN", "*", "so", "dang", "noi"}},
	"Text":       {printer.Text{Text: "van ban"}, []string{"van ban"}},
	"Pair":       {printer.Pair{Key: "khoa", Value: "gia tri"}, []string{"khoa", "gia tri"}},
	"Table": {printer.Table{
		Columns: []printer.Column{{Title: "cot"}, {Title: "hai", Width: 4}},
		Rows:    [][]string{{"mot", "x", "thua"}, {"thieu"}, {}}, Foot: []string{"cong", "9"},
	}, []string{"cot", "hai", "mot", "x thua", "thieu", "cong", "9"}},
	"Rule":    {printer.Rule{Double: true}, nil},
	"Space":   {printer.Space{Lines: 2}, nil},
	"Barcode": {printer.Barcode{Code: "31000412", Label: "nhan"}, []string{"nhan"}},
	"Labels":  {printer.Labels{Items: []printer.Label{{Seq: "1", Text: "ai", Note: "chu", Code: "31000412", Name: "ma"}}}, []string{"1 ai", "chu", "ma"}},
	"Signatures": {printer.Signatures{Signers: []printer.Signer{{Title: "chuc", Hint: "ky", Name: "nguoi"}, {Title: "hai"}, {Title: "ba"}}},
		[]string{"chuc", "ky", "nguoi", "hai", "ba", "(ký, ghi rõ họ tên)"}},
	"Keep": {printer.Keep{Block: printer.Text{Text: "giu"}}, []string{"giu"}},
	"Cut":  {printer.Cut{}, nil},

	"Ruler":  {printer.Ruler{}, nil},
	"InMode": {printer.InMode{Block: printer.Text{Text: "kieu chu"}}, []string{"kieu chu"}},
	"Sample": {printer.Sample{Text: "chu may in", Raw: []byte("x")}, []string{"chu may in"}},
}

// typesOfBlocks reads which types package printer can lay.
func typesOfBlocks(t *testing.T) (names []string) {
	t.Helper()
	files, err := filepath.Glob("../*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, file := range files {
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name.Name != "printer" || strings.HasSuffix(file, "_test.go") {
			continue
		}
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Name.Name == "lay" && fn.Recv != nil {
				if id, ok := fn.Recv.List[0].Type.(*ast.Ident); ok && ast.IsExported(id.Name) {
					names = append(names, id.Name)
				}
			}
		}
	}
	return names
}

func TestEveryTypeOfBlockIsDrawn(t *testing.T) {
	names := typesOfBlocks(t)
	if len(names) < len(blocks) {
		t.Fatalf("found only the blocks %v", names)
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			of, ok := blocks[name]
			if !ok {
				t.Fatal("there is no sample of it: does package pdf draw it?")
			}
			doc := printer.Doc{Blocks: []printer.Block{printer.Text{Text: "truoc"}, of.block, printer.Text{Text: "sau"}}}
			written(t, doc, pdf.Options{At: at})
			text := strings.Join(pagesOf(t, file(t, doc)), "\n")
			for _, want := range append([]string{"truoc", "sau"}, of.words...) {
				if !strings.Contains(words(text), want) {
					t.Errorf("%q is not on the page:\n%s", want, text)
				}
			}
		})
	}
}

// A block of a later version.
type strange struct{ printer.Block }

func TestABlockThatNobodyKnowsIsAnErrorAndNothingIsWritten(t *testing.T) {
	text := printer.Text{Text: "x"}
	for name, b := range map[string]printer.Block{
		"of another type": strange{}, "none": nil, "a pointer": &text, "kept": printer.Keep{Block: strange{}},
		"kept none": printer.Keep{},
	} {
		t.Run(name, func(t *testing.T) {
			for _, doc := range []printer.Doc{{Head: []printer.Block{b}}, {Blocks: []printer.Block{text, b}}} {
				var out bytes.Buffer
				if err := pdf.Write(&out, doc, pdf.Options{At: at}); err == nil || out.Len() > 0 {
					t.Errorf("%d bytes written, error %v", out.Len(), err)
				}
			}
		})
	}
}

func TestAFileIsTheSameForTheSameDocumentAndTime(t *testing.T) {
	doc := list(60)
	first := written(t, doc, pdf.Options{At: at})
	for range 10 {
		if !bytes.Equal(first, written(t, doc, pdf.Options{At: at})) {
			t.Fatal("two files of one document differ")
		}
	}
	if bytes.Equal(first, written(t, doc, pdf.Options{At: at.Add(time.Second)})) {
		t.Error("the time of the document is not in the file")
	}
	if want := []byte("D:20210509164200"); !bytes.Contains(first, want) {
		t.Errorf("the file does not say %s", want)
	}
	if bytes.Contains(first, []byte(time.Now().Format("D:20060102"))) {
		t.Error("the file has a date of the clock")
	}
}

func TestADocumentWithoutATimeIsAnError(t *testing.T) {
	if err := pdf.Write(new(bytes.Buffer), list(1), pdf.Options{}); err == nil {
		t.Error("no error; the file would have the time of the clock")
	}
}

func TestAFileTellsNothingButTitleLanguageAndTime(t *testing.T) {
	data := written(t, list(40), pdf.Options{At: at, Lang: stampdesk.English})
	objects := regexp.MustCompile(`(?s)stream\r?\n.*?endstream`).ReplaceAll(data, nil)
	for _, never := range []string{
		"JavaScript", "/JS", "/AA", "/OpenAction", "/Author", "/Subject", "/Keywords", "/Creator ", "/Creator(", "/URI",
		"/Launch", "/Filespec", "/Metadata", "/Annots",
	} {
		if bytes.Contains(objects, []byte(never)) {
			t.Errorf("the file has %s", never)
		}
	}
	if !bytes.Contains(objects, []byte("/Lang (en)")) {
		t.Error("the file does not say its language")
	}
}

// vietnamese are the letters that ASCII does not have, lower and upper case.
func vietnamese() string {
	var b strings.Builder
	for _, base := range []string{"a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"} {
		for _, tone := range []string{"", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"} {
			if letter := printer.Clean(base + tone); letter > "\x7f" {
				b.WriteString(letter)
			}
		}
	}
	b.WriteString("đ")
	return b.String() + strings.ToUpper(b.String())
}

func TestTheFacesHaveEveryVietnameseLetter(t *testing.T) {
	letters := []rune(vietnamese())
	if len(letters) != 134 {
		t.Fatalf("%d letters: %s", len(letters), string(letters))
	}
	for name, data := range map[string][]byte{
		"regular": liberationserifregular.TTF, "bold": liberationserifbold.TTF, "italic": liberationserifitalic.TTF,
	} {
		f, err := sfnt.Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		var buf sfnt.Buffer
		for _, r := range letters {
			if i, err := f.GlyphIndex(&buf, r); err != nil || i == 0 {
				t.Errorf("%s has no %c: %v", name, r, err)
			}
		}
	}
}

func TestHostileTextIsDrawnAndBreaksNothing(t *testing.T) {
	long := strings.Repeat("dài", 60)
	for name, text := range map[string]string{
		"invalid": "a\xff\xfeb", "beyond the plane": "a😀𝔘b", "control": "a\x00\x1b[31m\x07b", "marks": "\u0301\u0301a\u0301\u0323\u0300",
		"brackets": `a\(b)) Tj ET`, "a long word": long, "spaces": " \u00a0 \u202e\u2066 ", "last": "\uffff\ufffe", "lines": strings.Repeat("\n", 300) + "x",
		"unknown": "漢字\u0e01ק", "percent": "%d%s%!", "replacement": "{nb}",
	} {
		t.Run(name, func(t *testing.T) {
			doc := printer.Doc{
				Title: text, Mark: text, PageNumber: "%d/%d",
				Head: []printer.Block{printer.Letterhead{Upper: text, Name: text, No: text, Party: text, Place: text}},
				Blocks: []printer.Block{
					printer.Text{Text: text}, printer.Pair{Key: text, Value: text}, printer.Pair{Key: text, Value: "1\u00a02", Bold: true},
					printer.Table{Columns: make([]printer.Column, 9), Rows: [][]string{{text}, {"", text, text}}},
					printer.Table{Columns: []printer.Column{{Title: text, Width: 400}, {Title: text}}, Rows: [][]string{{text, text}}, Foot: []string{text}},
					printer.Table{Rows: [][]string{{text}}},
					printer.Barcode{Code: text}, printer.Labels{Items: []printer.Label{{Seq: text, Text: text, Note: text, Code: text, Name: text}, {}}},
					printer.Labels{}, printer.Signatures{Signers: []printer.Signer{{Title: text, Hint: text, Name: text}}, Lines: -1},
					printer.Signatures{}, printer.Cut{}, printer.Cut{}, printer.Space{Lines: -3}, printer.Cut{},
				},
			}
			if pages := pagesOf(t, file(t, doc)); len(pages) == 0 || len(pages) > 40 {
				t.Errorf("%d pages", len(pages))
			}
		})
	}
}

func TestALetterThatTheFontLacksIsABox(t *testing.T) {
	for name, b := range map[string]printer.Block{
		"regular": printer.Text{Text: "a漢b😀c\ufffdd"}, "bold": printer.Text{Text: "a漢b😀c\ufffdd", Bold: true},
	} {
		t.Run(name, func(t *testing.T) {
			doc := printer.Doc{Title: "漢", Mark: "😀", Blocks: []printer.Block{b}}
			if got := strings.Join(strings.Fields(pagesOf(t, file(t, doc))[0]), " "); got != "□ □ a□b□c□d" {
				t.Errorf("%q", got)
			}
		})
	}
}

func TestAnEmptyDocumentIsOnePage(t *testing.T) {
	if pages := pagesOf(t, file(t, printer.Doc{})); len(pages) != 1 || words(pages[0]) != "" {
		t.Errorf("pages %q", pages)
	}
}

func ExampleWrite() {
	var b bytes.Buffer
	doc := printer.Doc{Title: "BẢNG KIỂM ĐẾM", Blocks: []printer.Block{printer.Pair{Key: "Đã đóng dấu", Value: "16.036"}}}
	err := pdf.Write(&b, doc, pdf.Options{At: time.Date(2021, 5, 9, 16, 42, 0, 0, time.UTC)})
	fmt.Println(b.String()[:5], err)
	// Output: %PDF- <nil>
}

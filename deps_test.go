package stampdesk_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rule says what one package may import, of ours and of others, and why. The
// standard library is free, but for what deny names.
type rule struct {
	ours   []string
	others []string
	deny   []string // of the standard library
	why    string
}

// rules is the architecture as a table. A package without a rule fails, and so
// does a rule without a package.
var rules = map[string]rule{
	".": {
		deny: []string{"os", "net", "syscall", "log"},
		why:  "the domain is pure: time, storage and devices come in from outside",
	},
	"cmd/stampdesk": {
		ours: []string{".", "device", "printer", "printer/form", "printer/pdf", "store/bolt", "store/bundle", "store/sheet", "store/sheet/charset", "tui"},
		others: []string{
			"github.com/spf13/cobra",     // commands and completion
			"github.com/BurntSushi/toml", // configuration and round files
			"golang.org/x/crypto/argon2", // PINs
			"golang.org/x/sync/errgroup", // the goroutines of a desk
			"golang.org/x/term",          // asking for a PIN
			"golang.org/x/sys",           // a PIN typed in plain lines is not shown
			"golang.org/x/text",          // notes typed on the command line, as NFC
		},
		why: "the only place that knows all packages, and joins them",
	},
	"tui": {
		ours: []string{".", "tui/quiet"},
		others: []string{
			"github.com/charmbracelet/bubbletea", "github.com/charmbracelet/bubbles", "github.com/charmbracelet/lipgloss",
			"github.com/charmbracelet/x/ansi", "github.com/muesli/termenv", "golang.org/x/text",
			"github.com/guptarohit/asciigraph", // the curve of cards per day, in lines that every font has
		},
		why: "screens know the desk's requests and outcomes, no device and no file",
	},
	"tui/quiet": {why: "must be initialised before the terminal library, so it needs next to nothing"},
	"device": {
		others: []string{
			"github.com/tarm/serial", // also opens the line of a serial printer, handed in by cmd
			"github.com/creack/pty",  // the demo's scanner is a real terminal line
			"golang.org/x/sys",       // locks, line settings, the registry
		},
		why: "a scanner knows bytes and codes, not what they mean",
	},
	"printer": {
		ours: []string{"."},
		others: []string{
			"github.com/boombuler/barcode", "github.com/go-fonts/liberation", "golang.org/x/image", "golang.org/x/text",
			"github.com/BurntSushi/toml", // a board edits the profile of its printer by hand, with comments
			"golang.org/x/sys/windows",   // the print spooler has no other door
		},
		why: "paper is made from the desk's values and follows the journal",
	},
	"printer/pdf": {
		ours: []string{".", "printer", "printer/form"}, // the same documents on other paper
		others: []string{
			"codeberg.org/go-pdf/fpdf",       // PDF, with the letters of a font that a document uses
			"github.com/go-fonts/liberation", // the serif faces; printer has the monospaced ones
			"golang.org/x/image",             // outlines of letters, for what is drawn across the page
		},
		why: "a document is on A4 what it is on a receipt, and no other package knows the format of the file",
	},
	"printer/form": {
		others: []string{
			"github.com/BurntSushi/toml",     // templates that a board edits by hand, with comments
			"github.com/xuri/excelize/v2",    // workbooks laid out for paper; store/sheet reads and writes plain ones
			"github.com/go-fonts/liberation", // how wide words are in Times New Roman, whose measures this font has
			"golang.org/x/image",             // the same
		},
		ours: []string{"."},
		why:  "what an official form looks like, whatever it is written as",
	},
	"store": {ours: []string{"."}, why: "the codec of every record, shared by the engines"},
	"store/bolt": {
		ours:   []string{".", "store"},
		others: []string{"go.etcd.io/bbolt"},
		why:    "the engine on disk",
	},
	"store/mem": {ours: []string{".", "store"}, why: "the engine in memory, what other packages test against"},
	"store/storetest": {
		ours: []string{".", "store"}, // the codec says which rosters have one name
		why:  "the contract that every engine must keep",
	},
	"store/bundle": {
		ours: []string{"."},
		others: []string{
			"filippo.io/age",              // encryption for one recipient
			"golang.org/x/mod/sumdb/note", // signed texts, that other tools can verify
		},
		why: "what goes up is a file whose every byte is accounted for, whoever carries it",
	},
	"store/sheet": {
		ours: []string{".", "store/sheet/charset"},
		others: []string{
			"golang.org/x/text/unicode/norm", // names are kept as NFC
			"github.com/xuri/excelize/v2",    // workbooks
		},
		why: "rosters and lists from files, into the desk's values",
	},
	"store/sheet/charset": {
		others: []string{"golang.org/x/text"}, // Windows-1258, UTF-16, NFC
		why:    "encodings are bytes and letters, and know nothing of members",
	},
}

func TestEveryPackageImportsOnlyWhatTheArchitectureAllows(t *testing.T) {
	seen := map[string]bool{}
	err := filepath.WalkDir(".", func(file string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (strings.HasPrefix(d.Name(), ".") && file != "." || d.Name() == "testdata" || d.Name() == "e2e"):
			return fs.SkipDir
		case filepath.Ext(file) != ".go" || strings.HasSuffix(file, "_test.go"):
			return nil
		}
		pkg := filepath.ToSlash(filepath.Dir(file))
		r, ok := rules[pkg]
		if !ok {
			if !seen[pkg] {
				t.Errorf("package %s has no rule", pkg)
			}
			seen[pkg] = true
			return nil
		}
		seen[pkg] = true
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range f.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if !r.allows(imported) {
				t.Errorf("%s imports %s: %s", file, imported, r.why)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for pkg := range rules {
		if !seen[pkg] {
			t.Errorf("the rule for %s has no package", pkg)
		}
	}
}

func (r rule) allows(imported string) bool {
	if rest, ok := strings.CutPrefix(imported, "stampdesk"); ok && (rest == "" || rest[0] == '/') {
		return slices.Contains(r.ours, path.Clean("./"+rest))
	}
	within := func(p string) bool { return imported == p || strings.HasPrefix(imported, p+"/") }
	if first, _, _ := strings.Cut(imported, "/"); !strings.Contains(first, ".") {
		return !slices.ContainsFunc(r.deny, within)
	}
	return slices.ContainsFunc(r.others, within)
}

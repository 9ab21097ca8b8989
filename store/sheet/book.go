package sheet

import (
	"bytes"
	"errors"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// book is a workbook of which the sheets are known, and not yet read.
type book struct {
	parts
	alive    func() error
	date1904 bool
	sheets   []sheetPart // those that are seen first, in the order of their tabs
	strings  []string    // that cells share
	masks    []mask      // by the style of a cell
}

type sheetPart struct {
	name, part string
	hidden     bool
}

// openBook reads what a workbook says about itself.
func openBook(data []byte, alive func() error) (*book, *Problem) {
	if bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0")) {
		return nil, oldBook(data)
	}
	p, bad := openParts(data)
	if bad != nil {
		return nil, bad
	}
	b := &book{parts: p, alive: alive}
	main, err := b.related("_rels/.rels", "", "/officeDocument")
	if err != nil || main["main"] == "" || !b.has(main["main"]) {
		main = map[string]string{"main": "xl/workbook.xml"}
	}
	if bad := b.otherKind(main["main"]); bad != nil {
		return nil, bad
	}
	if err := b.readMain(main["main"]); err != nil {
		return nil, broken(main["main"], err)
	}
	return b, nil
}

// oldBook tells apart what lies in the container of Office before 2007. The
// names in it are in UTF-16.
func oldBook(data []byte) *Problem {
	has := func(name string) bool {
		var wide []byte
		for i := range len(name) {
			wide = append(wide, name[i], 0)
		}
		return bytes.Contains(data, wide)
	}
	switch {
	case has("EncryptedPackage"):
		return &Problem{Fault: FaultLocked}
	case has("WordDocument"):
		return &Problem{Fault: FaultNotTable, Found: "Word (.doc)"}
	case has("PowerPoint Document"):
		return &Problem{Fault: FaultNotTable, Found: "PowerPoint (.ppt)"}
	}
	return &Problem{Fault: FaultWorkbook, Found: "Excel 97–2003 (.xls)"}
}

// otherKind says what a zip is that is no workbook of ours.
func (b *book) otherKind(main string) *Problem {
	if r, err := b.open("mimetype", b.alive); err == nil {
		kind, _ := io.ReadAll(io.LimitReader(r, 100))
		r.Close()
		switch s := string(kind); {
		case strings.HasSuffix(s, "opendocument.spreadsheet"):
			return &Problem{Fault: FaultWorkbook, Found: "OpenDocument (.ods)"}
		case strings.Contains(s, "opendocument.text"):
			return &Problem{Fault: FaultNotTable, Found: "OpenDocument (.odt)"}
		case s != "":
			return &Problem{Fault: FaultNotTable, Found: shorten(strings.ToValidUTF8(s, "?"))}
		}
	}
	switch {
	case b.has("xl/workbook.bin"):
		return &Problem{Fault: FaultWorkbook, Found: "Excel Binary (.xlsb)"}
	case b.has("word/document.xml"):
		return &Problem{Fault: FaultNotTable, Found: "Word (.docx)"}
	case b.has("ppt/presentation.xml"):
		return &Problem{Fault: FaultNotTable, Found: "PowerPoint (.pptx)"}
	case b.has("index/document.iwa"):
		return &Problem{Fault: FaultWorkbook, Found: "Apple Numbers (.numbers)"}
	case !b.has(main):
		return &Problem{Fault: FaultNotTable, Found: "ZIP (.zip)"}
	}
	return nil
}

// related reads the relationships of a part: where each leads, by its id; the
// one of a wanted type is also under "main".
func (b *book) related(rels, part, want string) (map[string]string, error) {
	s, done, err := b.xml(rels, b.alive)
	if err != nil {
		return nil, err
	}
	defer done.Close()
	to := map[string]string{}
	for {
		if err := s.next(); err == io.EOF {
			return to, nil
		} else if err != nil {
			return nil, err
		}
		if s.kind != xmlStart || string(s.name) != "Relationship" || s.get("TargetMode") == "External" {
			continue
		}
		target := beside(part, s.get("Target"))
		to[s.get("Id")] = target
		if strings.HasSuffix(s.get("Type"), want) {
			to["main"] = target
		}
		if len(to) > maxParts {
			return nil, errXML
		}
	}
}

// readMain reads the list of sheets, the shared texts and the masks.
func (b *book) readMain(main string) error {
	dir, file := "", main
	if i := strings.LastIndexByte(main, '/'); i >= 0 {
		dir, file = main[:i+1], main[i+1:]
	}
	rels := dir + "_rels/" + file + ".rels"
	to, err := b.related(rels, main, "/sharedStrings")
	if err != nil {
		return err
	}
	var hidden []sheetPart
	seen := map[string]bool{}
	s, done, err := b.xml(main, b.alive)
	if err != nil {
		return err
	}
	defer done.Close()
	for {
		if err := s.next(); err == io.EOF {
			break
		} else if err != nil {
			return err
		}
		if s.kind != xmlStart {
			continue
		}
		switch string(s.name) {
		case "workbookPr":
			v := s.get("date1904")
			b.date1904 = v == "1" || v == "true"
		case "sheet":
			p := sheetPart{name: s.get("name"), part: to[s.get("id")], hidden: s.get("state") != "" && s.get("state") != "visible"}
			switch {
			case len(b.sheets)+len(hidden) > maxSheets:
				return errors.New("too many sheets")
			case seen[partName(p.part)] || p.part == "" || strings.Contains(p.part, "chartsheets/") || strings.Contains(p.part, "dialogsheets/"):
			case p.hidden:
				hidden = append(hidden, p)
			default:
				b.sheets = append(b.sheets, p)
			}
			seen[partName(p.part)] = true
		}
	}
	b.sheets = append(b.sheets, hidden...)
	if part := to["main"]; part != "" && b.has(part) {
		if err := b.readStrings(part); err != nil {
			return err
		}
	}
	if styles, err := b.related(rels, main, "/styles"); err == nil && b.has(styles["main"]) {
		return b.readMasks(styles["main"])
	}
	return nil
}

// named are the sheets of a name: first as written, else in any capitals.
func (b *book) named(want string) ([]sheetPart, *Problem) {
	var names []string
	for _, s := range b.sheets {
		if s.name == want {
			return []sheetPart{s}, nil
		}
		names = append(names, s.name)
	}
	simple := func(s string) string { return strings.ToLower(strings.TrimSpace(norm.NFC.String(s))) }
	i := slices.IndexFunc(names, func(s string) bool { return simple(s) == simple(want) })
	if i < 0 {
		return nil, &Problem{Fault: FaultNoSheet, Found: shorten(want), Want: shorten(strings.Join(names, ", "))}
	}
	return b.sheets[i : i+1], nil
}

// readMasks learns which styles show numbers as days, or with zeros before
// them.
func (b *book) readMasks(part string) error {
	s, done, err := b.xml(part, b.alive)
	if err != nil {
		return err
	}
	defer done.Close()
	codes := maps.Clone(builtInDays)
	inCells := false
	for {
		if err := s.next(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
		switch name := string(s.name); {
		case s.kind == xmlStart && name == "numFmt":
			codes[s.get("numFmtId")] = newMask(s.get("formatCode"))
		case s.kind != xmlText && name == "cellXfs":
			inCells = s.kind == xmlStart
		case s.kind == xmlStart && name == "xf" && inCells && len(b.masks) < 1<<16:
			b.masks = append(b.masks, codes[s.get("numFmtId")])
		}
	}
}

func (b *book) mask(style []byte) mask {
	if i, err := strconv.Atoi(string(style)); err == nil && i >= 0 && i < len(b.masks) {
		return b.masks[i]
	}
	return ""
}

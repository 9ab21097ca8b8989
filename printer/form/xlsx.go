package form

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// Each gives pages one after the other, as WriteXLSX takes them.
func Each(pages []Page) iter.Seq2[Page, error] {
	return func(yield func(Page, error) bool) {
		for _, p := range pages {
			if !yield(p, nil) {
				return
			}
		}
	}
}

// WriteXLSX writes pages as a workbook that is ready to be printed on A4, each
// on a sheet of its own. What is too much for memory lies meanwhile in tempDir
// (empty: the system's), in a file that only its owner may read. An error of
// pages ends it.
func WriteXLSX(w io.Writer, pages iter.Seq2[Page, error], tempDir string) error {
	b := book{
		file: excelize.NewFile(excelize.Options{TmpDir: tempDir}), styles: map[style]int{}, letters: map[style]int{}, names: map[string]bool{},
		regular: regularFace(), bold: boldFace(),
	}
	defer b.file.Close()
	b.file.SetZipWriter(packed)
	if err := b.usualFont(); err != nil {
		return fmt.Errorf("write the workbook: %w", err)
	}
	for p, err := range pages {
		if err == nil {
			err = b.add(&p)
		}
		if err != nil {
			return fmt.Errorf("write the workbook: %w", err)
		}
	}
	if len(b.names) == 0 {
		return errors.New("write the workbook: there is no page to write")
	}
	if err := b.file.SetDocProps(&excelize.DocProperties{Creator: "stampdesk", LastModifiedBy: "stampdesk", Language: "vi"}); err != nil {
		return fmt.Errorf("write the workbook: %w", err)
	}
	if err := b.file.Write(w); err != nil {
		return fmt.Errorf("write the workbook: %w", err)
	}
	return nil
}

// book is a workbook in the making.
type book struct {
	file          *excelize.File
	styles        map[style]int
	letters       map[style]int   // a style that has them, whatever place the text has in it
	names         map[string]bool // of sheets, in small letters
	regular, bold *advances
}

// sheetName makes a name that a workbook can have and no other sheet has.
func (b *book) sheetName(name string) string {
	name = strings.Trim(strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`[]:*?/\`, r) {
			return '-'
		}
		return r
	}, name), "' ")
	if name == "" {
		name = "Biểu"
	}
	for n := 1; ; n++ {
		tail := ""
		if n > 1 {
			tail = fmt.Sprintf(" (%d)", n)
		}
		tried := cut(name, excelize.MaxSheetNameLength-len(tail)) + tail
		if !b.names[strings.ToLower(tried)] {
			b.names[strings.ToLower(tried)] = true
			return tried
		}
	}
}

// cut shortens a text to so many units of UTF-16, in which workbooks count.
func cut(s string, most int) string {
	n := 0
	for i, r := range s {
		if n += utf16.RuneLen(r); n > most {
			return strings.TrimRight(s[:i], "' ")
		}
	}
	return s
}

// add writes a page on a new sheet.
func (b *book) add(p *Page) error {
	first := len(b.names) == 0
	name := b.sheetName(p.Name)
	if first {
		if err := b.file.SetSheetName("Sheet1", name); err != nil {
			return err
		}
	} else if _, err := b.file.NewSheet(name); err != nil {
		return err
	}
	s, err := b.begin(name, p)
	if err != nil {
		return err
	}
	s.head()
	s.titles()
	s.paragraphs(p.Body)
	if p.Table != nil {
		s.table()
	}
	s.paragraphs(p.After)
	s.sign()
	return s.end()
}

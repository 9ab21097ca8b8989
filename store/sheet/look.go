package sheet

import (
	"bytes"
)

// look tells by its first bytes whether a file is a workbook, or says that it
// is no file of rows at all, or one that only a spreadsheet reads: web programs
// give tables of HTML as Excel's. Names of files are not asked: they lie.
func look(head []byte) (book bool, bad *Problem) {
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return true, nil
	case bytes.HasPrefix(head, []byte("\xD0\xCF\x11\xE0")):
		return true, nil
	}
	for _, known := range [...]struct{ begins, is string }{
		{"%PDF-", "PDF (.pdf)"},
		{"\x89PNG", "PNG (.png)"},
		{"\xFF\xD8\xFF", "JPEG (.jpg)"},
		{"GIF8", "GIF (.gif)"},
		{"Rar!", "RAR (.rar)"},
		{"7z\xBC\xAF", "7-Zip (.7z)"},
		{"\x1F\x8B", "gzip (.gz)"},
		{"SQLite format 3", "SQLite (.db)"},
		{"\x00\x01\x00\x00Standard ", "Access (.mdb)"},
		{"{\\rtf", "RTF (.rtf)"},
		{"MZ\x90\x00", "Windows (.exe)"},
	} {
		if bytes.HasPrefix(head, []byte(known.begins)) {
			return false, &Problem{Fault: FaultNotTable, Found: known.is}
		}
	}
	start := bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(head, []byte(bom)), " \t\r\n"))
	for _, known := range [...]struct{ begins, is string }{
		{"<!doctype html", "HTML (.htm)"}, {"<html", "HTML (.htm)"}, {"<head", "HTML (.htm)"}, {"<meta", "HTML (.htm)"},
		{"<style", "HTML (.htm)"}, {"<body", "HTML (.htm)"}, {"<table", "HTML (.htm)"}, {"<div", "HTML (.htm)"},
		{"<?xml", "XML (.xml)"}, {"mime-version:", "MHTML (.mht)"}, {"id;p", "SYLK (.slk)"},
	} {
		if bytes.HasPrefix(start, []byte(known.begins)) {
			return false, &Problem{Fault: FaultWorkbook, Found: known.is}
		}
	}
	if isBinary(head) {
		return false, &Problem{Fault: FaultNotTable, Found: "?"}
	}
	return false, nil
}

// isBinary reports bytes that no text has in any encoding: more than one in a
// hundred is a control character, and they do not stand as in UTF-16.
func isBinary(head []byte) bool {
	if bytes.HasPrefix(head, []byte("\xFF\xFE")) || bytes.HasPrefix(head, []byte("\xFE\xFF")) {
		return false
	}
	odd, zeros := 0, [2]int{}
	for i, c := range head {
		switch {
		case c == 0:
			zeros[i&1]++
			odd++
		case c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != 0x1A:
			odd++
		}
	}
	if half := len(head) / 8; zeros[0] > half != (zeros[1] > half) {
		return false
	}
	return len(head) > 64 && odd > len(head)/100
}

package main

import (
	"strings"

	"stampdesk/printer"
)

// vietnameseLetters are the 67 small letters outside ASCII, in the order of
// the alphabet, a vowel to a line.
var vietnameseLetters = []string{
	"àảãáạ ăằẳẵắặ âầẩẫấậ", "èẻẽéẹ êềểễếệ", "ìỉĩíị", "òỏõóọ ôồổỗốộ ơờởỡớợ", "ùủũúụ ưừửữứự", "ỳỷỹýỵ đ",
}

// testCode is a word of the grammar of commands that commands nothing.
const testCode = "SD-TEST"

// testPage shows on paper whether a printer is configured right: the ruler
// reaches both edges, no letter lacks a mark, and the scanner reads the code.
func (a *app) testPage(p printerChoice) printer.Doc {
	d := printer.Doc{
		Title: a.t.TestTitle,
		Blocks: []printer.Block{
			printer.Pair{Key: a.t.TestPrinter, Value: p.To.String()},
			printer.Pair{Key: a.t.TestProfile, Value: p.Profile.ID},
			printer.Pair{Key: a.t.TestTime, Value: a.now().Local().Format("02/01/2006 15:04")},
			printer.Rule{Double: true},
			printer.Text{Text: ruler(p.Profile.Columns())},
			printer.Rule{},
		},
	}
	for _, line := range vietnameseLetters {
		d.Blocks = append(d.Blocks, printer.Text{Text: line}, printer.Text{Text: strings.ToUpper(line)})
	}
	d.Blocks = append(d.Blocks,
		printer.Rule{},
		printer.Text{Text: "Đặng Quốc Ưu · Huỳnh Thị Ngọc Ẩn", Bold: true},
		printer.Space{},
		printer.Barcode{Code: testCode, Align: printer.Center},
	)
	return d
}

// ruler counts the columns of the paper: a digit at every tenth, a stroke at
// every fifth.
func ruler(columns int) string {
	var b strings.Builder
	for n := 1; n <= columns; n++ {
		switch {
		case n%10 == 0:
			b.WriteByte(byte('0' + n/10%10))
		case n%5 == 0:
			b.WriteByte('|')
		default:
			b.WriteByte('.')
		}
	}
	return b.String()
}

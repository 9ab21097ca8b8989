package sheet

import (
	"bytes"
	"strconv"
	"strings"
	"time"
)

// Masks of cells that hold a day, by how much of it they show.
const (
	showsDay   mask = "d"
	showsMonth mask = "m"
	showsYear  mask = "y"
)

// builtInDays are the number formats for days that a workbook need not spell
// out.
var builtInDays = map[string]mask{"14": showsDay, "15": showsDay, "16": showsDay, "17": showsMonth, "22": showsDay}

// dayMask reads the code of a number format; "" unless it shows a day, or the
// year of one.
func dayMask(code string) mask {
	day, year := false, false
	for i := 0; i < len(code) && code[i] != ';'; i++ {
		switch code[i] {
		case '"':
			i += 1 + max(0, strings.IndexByte(code[i+1:], '"'))
		case '[':
			i += max(0, strings.IndexByte(code[i:], ']'))
		case '\\', '_', '*':
			i++
		case 'd', 'D':
			day = true
		case 'y', 'Y':
			year = true
		case '0', '#', '?':
			return ""
		}
	}
	switch {
	case day:
		return showsDay
	case !year:
		return ""
	case strings.ContainsAny(code, "mM"):
		return showsMonth
	}
	return showsYear
}

// A number in a cell for days that may be one. Under leastDay, in 1906, it is a
// year that somebody typed; over mostDay no paper is dated.
const leastDay, mostDay = 2_201, 109_574

// appendDay adds the day that a number stands for as it is written here. False:
// the number stands for none.
func (m mask) appendDay(dst, number []byte, from1904 bool) ([]byte, bool) {
	whole, _, _ := bytes.Cut(number, []byte("."))
	n, err := strconv.Atoi(string(whole))
	if err != nil || n < leastDay || n > mostDay {
		return dst, false
	}
	if from1904 {
		n += 1462
	}
	layout := "02/01/2006"
	switch m {
	case showsMonth:
		layout = "01/2006"
	case showsYear:
		layout = "2006"
	}
	return time.Date(1899, 12, 30+n, 0, 0, 0, 0, time.UTC).AppendFormat(dst, layout), true
}

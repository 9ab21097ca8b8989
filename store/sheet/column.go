package sheet

import (
	"fmt"
	"strconv"
	"strings"

	"stampdesk"
)

// column is a column that rosters or lists have.
type column int

const (
	colCard column = iota
	colRecord
	colName
	colBirth
	colSex
	colHome
	colAdmitted
	colOfficial
	colIssued
	colUnit
	colUnitName
	colCell
	colHost
	colStatus
	colNote

	colOldCard
	colMovedOut
	colMovedTo
	colMovedIn
	colMovedFrom
	colDied
	colLeft
	colLeftBy
	colUnitKind

	colReason
	colFault // what WriteErrors added; never read
	numColumns
)

var headings = [numColumns]string{
	colCard: "Số thẻ", colRecord: "Số LL", colName: "Họ và tên", colBirth: "Ngày sinh", colSex: "Giới tính",
	colHome: "Quê quán", colAdmitted: "Ngày vào Đảng", colOfficial: "Ngày chính thức", colIssued: "Ngày cấp thẻ",
	colUnit: "Mã đơn vị", colUnitName: "Đơn vị", colCell: "Chi bộ", colHost: "Đơn vị SHĐ tạm thời",
	colStatus: "Trạng thái", colNote: "Ghi chú",

	colOldCard: "Số thẻ cũ", colMovedOut: "Ngày chuyển đi", colMovedTo: "Nơi chuyển đi",
	colMovedIn: "Ngày chuyển đến", colMovedFrom: "Nơi chuyển đến", colDied: "Ngày từ trần",
	colLeft: "Ngày ra khỏi Đảng", colLeftBy: "Hình thức", colUnitKind: "Loại đơn vị",

	colReason: "Lý do", colFault: "Lỗi",
}

// fieldOf has the field of each column that a member or a list has.
var fieldOf = [numColumns]Field{
	colCard: stampdesk.FieldCard, colRecord: stampdesk.FieldRecord, colName: stampdesk.FieldName,
	colBirth: stampdesk.FieldBirth, colSex: stampdesk.FieldSex, colHome: stampdesk.FieldHome,
	colAdmitted: stampdesk.FieldAdmitted, colOfficial: stampdesk.FieldOfficial, colIssued: stampdesk.FieldIssued,
	colUnit: stampdesk.FieldUnit, colUnitName: FieldUnitName, colCell: stampdesk.FieldCell, colHost: stampdesk.FieldHost,
	colStatus: stampdesk.FieldStatus, colNote: stampdesk.FieldNote,

	colOldCard: stampdesk.FieldOldCard, colMovedOut: stampdesk.FieldMovedOut, colMovedTo: stampdesk.FieldMovedTo,
	colMovedIn: stampdesk.FieldMovedIn, colMovedFrom: stampdesk.FieldMovedFrom, colDied: stampdesk.FieldDied,
	colLeft: stampdesk.FieldLeft, colLeftBy: stampdesk.FieldLeftBy, colUnitKind: FieldUnitKind, colReason: FieldReason,
}

// columns are what a kind of file has.
type columns struct{ must, may []column }

var rosterColumns = columns{
	must: []column{colCard, colName, colUnit},
	may: []column{
		colRecord, colBirth, colSex, colHome, colAdmitted, colOfficial, colIssued, colUnitName, colCell, colHost,
		colStatus, colNote, colOldCard, colMovedOut, colMovedTo, colMovedIn, colMovedFrom, colDied, colLeft, colLeftBy,
		colUnitKind,
	},
}

// layout says where the columns of a file stand.
type layout struct {
	at    [numColumns]int // -1: not there
	width int             // headings, the empty ones at the end not counted
}

// lay finds the columns by their headings. Capitals, blanks and the order do
// not matter.
func lay(heading record, want columns) (l layout, problems, warnings []Problem) {
	for c := range l.at {
		l.at[c] = -1
	}
	known := map[string]column{strings.ToLower(headings[colFault]): colFault}
	for _, c := range append(want.must, want.may...) {
		known[strings.ToLower(headings[c])] = c
	}
	var names, unknown []string
	for i, cell := range heading.cells {
		name, _ := clean(cell)
		if name == "" {
			continue
		}
		for l.width < i { // headings left empty between others
			l.width++
			unknown = append(unknown, fmt.Sprintf("(%d)", l.width))
		}
		l.width = i + 1
		names = append(names, shorten(name))
		c, ok := known[strings.ToLower(name)]
		switch {
		case !ok:
			unknown = append(unknown, shorten(name))
		case l.at[c] >= 0:
			problems = append(problems, Problem{
				Fault: FaultTwinColumn, Line: heading.line, Column: headings[c],
				Found: strconv.Itoa(l.at[c]+1) + ", " + strconv.Itoa(i+1),
			})
		default:
			l.at[c] = i
		}
	}
	for _, c := range want.must {
		if l.at[c] < 0 {
			problems = append(problems, Problem{
				Fault: FaultNoColumn, Line: heading.line, Column: headings[c], Found: shorten(strings.Join(names, ", ")),
			})
		}
	}
	if len(unknown) > 0 {
		warnings = append(warnings, Problem{
			Fault: FaultUnknownColumns, Line: heading.line, Found: strings.Join(unknown, ", "),
		})
	}
	return l, problems, warnings
}

package sheet

import "stampdesk"

// column is a column that rosters or lists have, or a part of one.
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
	colMeasure // on list 4: what was done about the loss; it stands in the note
	colFault   // what WriteErrors added; never read

	// Parts, of which the columns above are made.
	colFamily      // họ đệm
	colGiven       // tên
	colBirthMale   // the birth date, in the column of the sex
	colBirthFemale //
	colMale        // a mark in the column of the sex
	colFemale      //

	// Known, and of no use here.
	colOrdinal // STT: nobody needs to be told
	colBadge   // số huy hiệu Đảng: a number
	colOther   // text
	colDesk    // on lists 3 and 4: the boxes, which the board decides
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

	colReason: "Lý do", colFault: "Lỗi", colMeasure: "Hình thức xử lý",
}

var fieldOf = [numColumns]Field{
	colCard: stampdesk.FieldCard, colRecord: stampdesk.FieldRecord, colName: stampdesk.FieldName,
	colBirth: stampdesk.FieldBirth, colSex: stampdesk.FieldSex, colHome: stampdesk.FieldHome,
	colAdmitted: stampdesk.FieldAdmitted, colOfficial: stampdesk.FieldOfficial, colIssued: stampdesk.FieldIssued,
	colUnit: stampdesk.FieldUnit, colUnitName: FieldUnitName, colCell: stampdesk.FieldCell, colHost: stampdesk.FieldHost,
	colStatus: stampdesk.FieldStatus, colNote: stampdesk.FieldNote,

	colOldCard: stampdesk.FieldOldCard, colMovedOut: stampdesk.FieldMovedOut, colMovedTo: stampdesk.FieldMovedTo,
	colMovedIn: stampdesk.FieldMovedIn, colMovedFrom: stampdesk.FieldMovedFrom, colDied: stampdesk.FieldDied,
	colLeft: stampdesk.FieldLeft, colLeftBy: stampdesk.FieldLeftBy, colUnitKind: FieldUnitKind, colReason: FieldReason, colMeasure: FieldMeasure,

	colFamily: stampdesk.FieldName, colGiven: stampdesk.FieldName,
	colBirthMale: stampdesk.FieldBirth, colBirthFemale: stampdesk.FieldBirth,
	colMale: stampdesk.FieldSex, colFemale: stampdesk.FieldSex,
}

// columnOf is the column of a field; false if there is no such field.
func columnOf(f Field) (column, bool) {
	for c := colCard; c < colFault; c++ {
		if fieldOf[c] == f {
			return c, true
		}
	}
	return 0, false
}

// columns are what a kind of file has.
type columns struct {
	must []column
	has  [numColumns]bool // must among them
	form string           // the known form that has them
}

func columnsOf(form string, must, may []column) (w columns) {
	w.form, w.must = form, must
	for _, list := range [][]column{must, may, {
		colFault, colFamily, colGiven, colBirthMale, colBirthFemale, colMale, colFemale, colOrdinal,
	}} {
		for _, c := range list {
			w.has[c] = true
		}
	}
	return w
}

// rosterColumns are those of a roster; unit says whether every row must name
// its own.
func rosterColumns(unit bool) columns {
	must := []column{colCard, colName}
	if unit {
		must = append(must, colUnit)
	}
	return columnsOf(registerForm, must, []column{
		colUnit, colRecord, colBirth, colSex, colHome, colAdmitted, colOfficial, colIssued, colUnitName, colCell,
		colHost, colStatus, colNote, colOldCard, colMovedOut, colMovedTo, colMovedIn, colMovedFrom, colDied, colLeft,
		colLeftBy, colUnitKind,
	})
}

// listColumns are those of a unit's list. Of most it is only seen whether what
// stands there can be right.
func listColumns(form stampdesk.Form) columns {
	must := []column{colCard, colName}
	if form == stampdesk.FormCardless {
		must = must[1:]
	}
	may := []column{
		colCard, colRecord, colBirth, colSex, colHome, colAdmitted, colOfficial, colIssued, colUnit, colUnitName,
		colCell, colReason, colNote,
	}
	if form == stampdesk.FormLost {
		may = append(may, colMeasure)
	}
	return columnsOf(listForm(form), must, may)
}

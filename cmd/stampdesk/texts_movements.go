package main

// movementTexts are the sentences of members' movements and of the targets of
// admissions.
type movementTexts struct {
	NoStatDate, LateSince, BadYear string

	NotTargets, TargetNoYear, TargetNoNumber, TargetNoUnit, TargetTwice, HintTargets string
	NoTargets, TargetsSet, TargetsSame, StrayTargets                                 string
}

var vietnameseMovements = movementTexts{
	NoStatDate: "đợt này chưa có ngày chốt số liệu (stat_date)",
	LateSince:  "kỳ báo cáo bắt đầu ngày %s, sau hôm nay (%s)",
	BadYear:    "--year %d: ghi năm từ 1900 đến 2200",

	NotTargets:     "%s: không thấy bảng chỉ tiêu, cần dòng tiêu đề có cột “Mã đơn vị” và “Chỉ tiêu”",
	TargetNoYear:   "dòng %d, cột “%s”: %q không phải năm (tệp không có cột “Năm” thì thêm --year)",
	TargetNoNumber: "dòng %d, cột “%s”: %q không phải số nguyên từ 0 trở lên",
	TargetNoUnit:   "dòng %d, cột “%s”: %q là chỉ tiêu mà dòng này không có mã đơn vị; chỉ tiêu của đảng bộ là tổng của các đơn vị",
	TargetTwice:    "dòng %d, cột “%s”: đơn vị %q đã có ở dòng trên, cùng năm",
	HintTargets:    "stampdesk report targets show in ra đúng kiểu bảng này; sửa tệp rồi nạp lại, chưa có gì thay đổi",
	NoTargets:      "Chưa có chỉ tiêu. Nạp từ bảng có cột Năm, Mã đơn vị, Chỉ tiêu: stampdesk report targets set chitieu.xlsx",
	TargetsSet:     "Đã ghi chỉ tiêu năm %s: %s đơn vị, %s đảng viên, thay toàn bộ chỉ tiêu cũ của năm đó (%v).\n",
	TargetsSame:    "Chỉ tiêu đang dùng đã đúng như vậy, không có gì thay đổi.\n",
	StrayTargets:   "có chỉ tiêu nhưng không có trong danh sách đảng viên: %s",
}

var englishMovements = movementTexts{
	NoStatDate: "the round has no statistics date (stat_date)",
	LateSince:  "the period begins on %s, after today (%s)",
	BadYear:    "--year %d: want a year from 1900 to 2200",

	NotTargets:     "%s: no table of targets: a row of headings with “Mã đơn vị” and “Chỉ tiêu” is needed",
	TargetNoYear:   "row %d, column “%s”: %q is no year (where there is no column “Năm”, add --year)",
	TargetNoNumber: "row %d, column “%s”: %q is no whole number from 0 up",
	TargetNoUnit:   "row %d, column “%s”: %q is a target in a row without a unit; the board's is the sum of its units'",
	TargetTwice:    "row %d, column “%s”: the unit %q stands above already, in the same year",
	HintTargets:    "stampdesk report targets show prints such a table; correct the file and set it again: nothing was changed",
	NoTargets:      "There are no targets. Set them from a table with Năm, Mã đơn vị, Chỉ tiêu: stampdesk report targets set targets.xlsx",
	TargetsSet:     "Targets of %s: %s units, %s members, in the place of all targets of that year (%v).\n",
	TargetsSame:    "The targets in force are the same, nothing changes.\n",
	StrayTargets:   "with a target, and not on the roster: %s",
}

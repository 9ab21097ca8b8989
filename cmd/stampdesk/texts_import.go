package main

// importTexts are the sentences of the commands that take files in, and of
// what they say of a file.
type importTexts struct {
	ReadingFile, SheetNamed, KnownAs, EncodingIs, EncodingBy, ColumnsUsed, ColumnsUnused, ReadAs    string
	FieldUnitName, FieldUnitKind, FieldReason, FieldMeasure, EmptyCell, NoNumber, OnLine, NotInFile string

	ErrorsWritten, BadEncoding, ColumnMissing                                                    string
	FieldsChanged, NewUnits, TouchedCards, TouchChanges, TouchForbids, TouchStamped, TouchListed string
	MembersChanged, MembersNew, MembersGone, RosterApplied                                       string
	CardClashes, HintClash, Back, HintBack, Shrinks, HintShrinks, HintUnitShrinks                string
	NoRoster, RosterInForce, RosterBefore, RosterHash, FromFile, LoadedBy, RestoredBy            string
	RegisterOf                                                                                   string
	ListedBefore, ListReplaced                                                                   string
	BadHeadingRow, NoColumns, UnknownField, ReadAndIgnored, HeadingTwice, BadProfileName         string
	NoProfile, NoProfiles, HintProfile, ProfileThere, HintProfileThere, ProfileTaken             string
	ProfileKept, NoErrorsNow, ComparingRoster                                                    string
	ProfileRemoved, NoHeadings, ErrorsName                                                       string
}

var vietnameseImport = importTexts{
	ReadingFile:     "Đọc tệp",
	ComparingRoster: "So với danh sách đang dùng",
	SheetNamed:      "trang tính “%s”",
	KnownAs:         "theo %s",
	EncodingIs:      "Bảng mã: %s",
	EncodingBy:      "Bảng mã: %s, ví dụ “%s” đọc là “%s”",

	ColumnsUsed:   "  Cột dùng: %s\n",
	ColumnsUnused: "  Cột không dùng: %s\n",
	ReadAs:        "“%s” là %s",
	FieldUnitName: "Đơn vị",
	FieldUnitKind: "Loại đơn vị",
	FieldReason:   "Lý do",
	FieldMeasure:  "Hình thức xử lý",
	EmptyCell:     "(trống)",
	NoNumber:      "(chưa có số thẻ)",
	OnLine:        "Dòng %d:",
	NotInFile:     "không còn trong danh sách",

	ErrorsWritten: "Đã ghi các dòng kèm lỗi vào %s; sửa ở đó rồi nhập lại.\n",
	BadEncoding:   "bảng mã %q: chọn một trong %s",
	ColumnMissing: "tệp không có cột “%s”: %s người sẽ mất thông tin này.",

	FieldsChanged:  "  Thay đổi theo cột: %s\n",
	NewUnits:       "Đơn vị mới: %s\n",
	TouchedCards:   "Thẻ đã qua bàn hoặc đã đề nghị mà danh sách mới đụng tới: %s, trong đó %s thẻ nay không được đóng dấu\n",
	TouchChanges:   "thay đổi: %s",
	TouchForbids:   "nay: %s",
	TouchStamped:   "đã đóng dấu",
	TouchListed:    "đã đề nghị đóng dấu",
	MembersChanged: "Thay đổi (%s):\n",
	MembersNew:     "Mới (%s):\n",
	MembersGone:    "Không còn (%s):\n",
	RosterApplied:  "Danh sách này đã được đưa vào dùng. Đưa danh sách trước về: stampdesk roster restore\n",

	CardClashes:     "%s: %s dòng trùng với đảng viên của đơn vị khác, không nhập gì",
	HintClash:       "Chưa có gì thay đổi. Sửa các dòng trên rồi nhập lại.",
	Back:            "%s người đang ghi là đã đi, đã ra khỏi Đảng, từ trần hay chờ chuyển đến sẽ thành chính thức.",
	HintBack:        "Chưa có gì thay đổi. Xem tệp có cột “Trạng thái” không; nếu đúng là họ trở lại thì thêm --allow-back.",
	Shrinks:         "%s trong %s đảng viên đang có sẽ không còn trong danh sách.",
	HintShrinks:     "Chưa có gì thay đổi. Tệp của một đơn vị thì thêm --unit MÃ; nếu đúng là bớt nhiều người như vậy thì thêm --allow-gone.",
	HintUnitShrinks: "Chưa có gì thay đổi. Xem tệp có đủ các chi bộ không; nếu đúng là bớt nhiều người như vậy thì thêm --allow-gone.",

	NoRoster:      "Chưa nhập danh sách đảng viên nào.\n",
	RosterInForce: "Danh sách đang dùng: %s đảng viên, %s đơn vị; %s chính thức, %s đã có thẻ\n",
	RosterBefore:  "Danh sách trước đó: %s đảng viên\n",
	RosterHash:    "mã danh sách",
	FromFile:      "SHA-256 của tệp",
	LoadedBy:      "nhập lúc %s, %s",
	RestoredBy:    "đưa vào dùng lại lúc %s, %s",
	RegisterOf:    "sổ của đơn vị %s",

	ListedBefore: "%s  %s: đã có trong danh sách mẫu %d của lô %s (đơn vị %s).",
	ListReplaced: "Thay danh sách mẫu %d của lô %s: thêm %s dòng, bớt %s dòng.\n",

	BadHeadingRow:    "heading = %d: ghi số thứ tự của dòng tiêu đề, từ 1; bỏ đi thì tự tìm",
	NoColumns:        "thiếu [columns]: ghi mỗi cột một dòng, ví dụ card = \"Mã thẻ\"",
	UnknownField:     "không có cột nào tên %q; dùng: %s",
	ReadAndIgnored:   "“%s” vừa có trong [columns] vừa có trong ignore; bỏ ở một nơi",
	HeadingTwice:     "“%s” ghi hai lần ở %s",
	BadProfileName:   "tên cách đọc cột %q: dùng 1 đến 40 chữ cái không dấu, chữ số, - hoặc _",
	NoProfile:        "không có cách đọc cột %q; đang có: %s",
	NoProfiles:       "Chưa có cách đọc cột nào. Lấy mẫu từ một tệp: stampdesk profile template TỆP\n",
	HintProfile:      "Xem: stampdesk profile list. Muốn dùng một tệp thì ghi tên có đuôi .toml.",
	ProfileThere:     "đã có cách đọc cột %q",
	ProfileTaken:     "đã có cách đọc cột %q: chọn tên khác, hoặc đọc tệp theo mẫu đó rồi lưu lại",
	NoErrorsNow:      "tệp đã được sửa sau khi đọc và không còn lỗi: hãy nhập lại tệp này",
	HintProfileThere: "Chọn tên khác, hoặc bỏ hồ sơ cũ: stampdesk profile remove %s",
	ProfileKept:      "Đã lưu cách đọc cột %s (%s).\n",
	ProfileRemoved:   "Đã bỏ cách đọc cột %s.\n",
	NoHeadings:       "%s: không tìm được dòng tiêu đề",
	ErrorsName:       "loi",
}

var englishImport = importTexts{
	ReadingFile:     "Reading",
	ComparingRoster: "Comparing with the roster in force",
	SheetNamed:      "sheet “%s”",
	KnownAs:         "read as %s",
	EncodingIs:      "Encoding: %s",
	EncodingBy:      "Encoding: %s, for “%s” reads “%s”",

	ColumnsUsed:   "  Columns used: %s\n",
	ColumnsUnused: "  Columns not used: %s\n",
	ReadAs:        "“%s” as %s",
	FieldUnitName: "Unit",
	FieldUnitKind: "Kind of unit",
	FieldReason:   "Reason",
	FieldMeasure:  "Measure taken",
	EmptyCell:     "(empty)",
	NoNumber:      "(no card number)",
	OnLine:        "Line %d:",
	NotInFile:     "not on the roster any more",

	ErrorsWritten: "The rows with what is wrong are in %s; correct them there and import that file.\n",
	BadEncoding:   "encoding %q: choose one of %s",
	ColumnMissing: "the file has no column “%s”: %s members would lose what is known.",

	FieldsChanged:  "  Changes by column: %s\n",
	NewUnits:       "New units: %s\n",
	TouchedCards:   "Cards on record that the roster touches: %s, of which %s could not be stamped now\n",
	TouchChanges:   "changes: %s",
	TouchForbids:   "now: %s",
	TouchStamped:   "stamped",
	TouchListed:    "on list 2",
	MembersChanged: "Changed (%s):\n",
	MembersNew:     "New (%s):\n",
	MembersGone:    "Gone (%s):\n",
	RosterApplied:  "The roster is in force. To go back to the one before: stampdesk roster restore\n",

	CardClashes:     "%s: members of other units on %s lines, nothing was taken in",
	HintClash:       "Nothing was changed. Correct these lines and import again.",
	Back:            "%s members who had gone, left, died or not arrived would be official.",
	HintBack:        "Nothing was changed. See whether the file has a column “Trạng thái” for the status; if they are really back, add --allow-back.",
	Shrinks:         "%s of %s members would not be on the roster any more.",
	HintShrinks:     "Nothing was changed. For the file of one unit add --unit CODE; if it is meant that so many go, add --allow-gone.",
	HintUnitShrinks: "Nothing was changed. See whether the file has all cells; if it is meant that so many go, add --allow-gone.",

	NoRoster:      "No roster was taken in yet.\n",
	RosterInForce: "Roster in force: %s members, %s units; %s official, %s with a card\n",
	RosterBefore:  "The roster before: %s members\n",
	RosterHash:    "roster",
	FromFile:      "SHA-256 of the file",
	LoadedBy:      "taken in at %s by %s",
	RestoredBy:    "put back in force at %s by %s",
	RegisterOf:    "register of unit %s",

	ListedBefore: "%s  %s: is on list %d of batch %s already (unit %s).",
	ListReplaced: "List %d of batch %s is replaced: %s lines added, %s removed.\n",

	BadHeadingRow:    "heading = %d: give the number of the row of headings, from 1; leave it out to have it found",
	NoColumns:        "[columns] is missing: write one line a column, as in card = \"Mã thẻ\"",
	UnknownField:     "there is no column named %q; use: %s",
	ReadAndIgnored:   "“%s” is under [columns] and in ignore; remove one of the two",
	HeadingTwice:     "“%s” stands twice in %s",
	BadProfileName:   "name of a profile %q: use 1 to 40 letters without diacritics, digits, - or _",
	NoProfile:        "there is no profile %q; there are: %s",
	NoProfiles:       "No profile is kept yet. To begin from a file: stampdesk profile template FILE\n",
	HintProfile:      "See: stampdesk profile list. To use a file give its name, which ends in .toml.",
	ProfileThere:     "there is a profile %q already",
	ProfileTaken:     "there are columns under the name %q already: choose another name, or read the file by them and save again",
	NoErrorsNow:      "the file was corrected after it was read and has no errors any more: import it again",
	HintProfileThere: "Choose another name, or remove it: stampdesk profile remove %s",
	ProfileKept:      "The profile %s is kept (%s).\n",
	ProfileRemoved:   "The profile %s was removed.\n",
	NoHeadings:       "%s: the headings were not found",
	ErrorsName:       "errors",
}

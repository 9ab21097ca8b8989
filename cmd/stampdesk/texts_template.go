package main

// templateTexts are the sentences about what is wrong with a template or an
// outline that a board wrote.
type templateTexts struct {
	FaultAtLine, FaultAtKey, FaultsMore, FaultMeant, FaultKnown string

	FaultSyntax, FaultType, FaultFormGiven, FaultOutlineGiven, FaultUnknownKey, FaultMissing, FaultOnlyFigures string
	FaultChoice, FaultRange, FaultTooSmall, FaultTooWide                                                       string
	FaultColumn, FaultTwice, FaultBothFigures, FaultFigure, FaultReasons, FaultShareOf                         string
	FaultShare, FaultPlaceholder, FaultBrace, FaultOnlyEach                                                    string

	TemplateFaults, NoSuchFile string
}

var vietnameseTemplate = templateTexts{
	FaultAtLine: "dòng %d, %s: ",
	FaultAtKey:  "%s: ",
	FaultsMore:  "… và %d chỗ sai nữa",
	FaultMeant:  "; có phải là %s?",
	FaultKnown:  "; chọn trong: %s",

	FaultSyntax:       "viết chưa đúng cách: chữ đặt trong ngoặc kép \"…\", nhiều chuỗi đặt trong ngoặc vuông [\"…\", \"…\"], số và true, false thì không có ngoặc",
	FaultType:         "giá trị không đúng loại: số và true, false viết không có ngoặc kép, chữ thì trong ngoặc kép",
	FaultFormGiven:    "đây là mẫu trình bày của mẫu %s-KTTĐV; nạp bằng: stampdesk form template %[1]s --set TỆP",
	FaultOutlineGiven: "đây là đề cương báo cáo; nạp bằng: stampdesk report template --set TỆP",
	FaultUnknownKey:   "không có khóa này",
	FaultMissing:      "thiếu, phải có",
	FaultOnlyFigures:  "mẫu này là danh sách, không có bảng số liệu; bỏ phần này đi",
	FaultChoice:       "%q không dùng được; ghi một trong: %s",
	FaultRange:        "%s: ghi từ %s đến %s",
	FaultTooSmall:     "%s mm: ghi từ %s mm trở lên",
	FaultTooWide:      "các cột rộng cộng lại %s mm, trang chỉ có %s mm; thu hẹp bớt %s mm",
	FaultColumn:       "không có cột %q",
	FaultTwice:        "cột %q có hai lần; bỏ một",
	FaultBothFigures:  "một dòng chỉ có figure (một con số) hoặc each (theo từng lý do); bỏ một trong hai",
	FaultFigure:       "không có con số nào tên là %q",
	FaultReasons:      "%q không chia theo lý do được",
	FaultShareOf:      "%q không có sẵn tỷ lệ; ghi thêm share_of = \"…\" là con số làm gốc của tỷ lệ",
	FaultShare:        "{%s} không phải là tỷ lệ",
	FaultPlaceholder:  "{%s} không phải là chỗ trống nào điền được",
	FaultBrace:        "thiếu một dấu ngoặc nhọn { hoặc }",
	FaultOnlyEach:     "{%s} chỉ dùng được trong đoạn có each = %q",

	TemplateFaults: "%s chưa dùng được:%w",
	NoSuchFile:     "không có tệp %s",
}

var englishTemplate = templateTexts{
	FaultAtLine: "line %d, %s: ",
	FaultAtKey:  "%s: ",
	FaultsMore:  "… and %d more",
	FaultMeant:  "; is %s meant?",
	FaultKnown:  "; there are: %s",

	FaultSyntax:       "not written as it must be: texts stand in quotes \"…\", several of them in brackets [\"…\", \"…\"], numbers and true, false without quotes",
	FaultType:         "a value of another kind belongs here: numbers and true, false without quotes, texts in quotes",
	FaultFormGiven:    "this is the template of form %s-KTTĐV; put it in force with: stampdesk form template %[1]s --set FILE",
	FaultOutlineGiven: "this is the outline of the report; put it in force with: stampdesk report template --set FILE",
	FaultUnknownKey:   "there is no such key",
	FaultMissing:      "missing, and must be there",
	FaultOnlyFigures:  "this form is a list and has no table of figures; remove this part",
	FaultChoice:       "%q cannot be used; write one of: %s",
	FaultRange:        "%s: write %s to %s",
	FaultTooSmall:     "%s mm: write %s mm or more",
	FaultTooWide:      "the columns are %s mm wide together, the page has room for %s mm; make them %s mm narrower",
	FaultColumn:       "there is no column %q",
	FaultTwice:        "the column %q is there twice; remove one",
	FaultBothFigures:  "a row has a figure, or one for each reason (each); remove one of the two",
	FaultFigure:       "there is no figure %q",
	FaultReasons:      "%q is not divided by reasons",
	FaultShareOf:      "%q has no share of its own; write share_of = \"…\" with the figure that it is a part of",
	FaultShare:        "{%s} is no share",
	FaultPlaceholder:  "{%s} is nothing that can be filled in",
	FaultBrace:        "a brace { or } is missing",
	FaultOnlyEach:     "{%s} has a meaning only in a paragraph with each = %q",

	TemplateFaults: "%s cannot be used yet:%w",
	NoSuchFile:     "there is no file %s",
}

package printer

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"stampdesk"
)

// testNames are invented; between them they have most of what goes wrong.
const testNames = "Nguyễn Thị Ngọc Ẩn · Đặng Quốc Ưu · VỪ MÍ KẺ · Trương Thị Ẵm · Lý Ỷ"

// testLetters are the 134 letters beyond ASCII, vowel by vowel.
const testLetters = "àảãáạ ăằẳẵắặ âầẩẫấậ đ èẻẽéẹ êềểễếệ ìỉĩíị òỏõóọ ôồổỗốộ ơờởỡớợ ùủũúụ ưừửữứự ỳỷỹýỵ"

// testCode is a word of the grammar of commands that commands nothing: read at a working desk it is no card.
const testCode = "SD-TEST"

// testPages are the code pages on which printers were found to have Vietnamese letters.
var testPages = [...]int{27, 30, 31, 32, 35, 52, 94}

// TestPageDoc is a page that shows what a printer can do: how wide its head is, in which text modes and under which code
// pages Vietnamese is right, whether it draws barcodes and cuts; and it says what to write into the profile then. It is
// made for the profile that prints it, and works also where that is the wrong one.
func TestPageDoc(p Profile, m Meta) Doc {
	w := testPageWordsIn(m.Lang)
	mode := p.For(0).TextMode
	doc := Doc{Title: w.title, Mark: m.mark("")}
	add := func(b ...Block) { doc.Blocks = append(doc.Blocks, b...) }
	heading := func(s string) { add(Rule{}, Keep{Text{Text: s, Bold: true}}) }
	add(
		Pair{Key: w.profile, Value: p.ID, Bold: true}, Pair{Key: w.model, Value: cmp.Or(strings.TrimSpace(p.Vendor+" "+p.Model), "–")},
		Pair{Key: w.known, Value: cmp.Or(w.verified[p.Verified], w.verified["guess"])},
		Pair{Key: w.paper, Value: fmt.Sprintf("%d mm · %d dpi", p.Media.PaperMM, p.Media.DPI)},
		Pair{Key: "text_mode", Value: string(mode)}, Space{},
	)
	heading(fmt.Sprintf(w.head, p.Media.WidthDots, p.Media.WidthDots-1))
	add(Ruler{}, Text{Text: w.headAdvice})

	for i, mode := range [...]TextMode{TextRaster, TextCodepage, TextASCII} {
		heading(fmt.Sprintf("%c. mode = %q", 'A'+i, mode))
		if mode == TextCodepage && p.CodePages.TCVNLower == 0 {
			add(Text{Text: w.noPage})
			continue
		}
		for _, s := range [...]string{testLetters, strings.ToUpper(testLetters), testNames} {
			add(InMode{mode, Text{Text: s}})
		}
	}
	add(Text{Text: w.modeAdvice})

	heading("D. codepages")
	add(Text{Text: w.pages})
	for _, page := range testPages {
		add(pageSample(page))
	}
	add(Text{Text: w.pageAdvice})

	heading("E. Code 128")
	add(Text{Text: w.drawn}, InMode{TextRaster, Barcode{Code: testCode, Align: Center}})
	add(Text{Text: w.native}, InMode{TextASCII, Barcode{Code: testCode, Align: Center}}, Text{Text: w.barsAdvice})

	heading(w.cut)
	add(Text{Text: w.cutAdvice}, Cut{}, Text{Text: w.over})
	add(m.printed()...)
	return doc
}

// pageSample shows the same letters in TCVN-3 and in Windows-1258, where a tone is a byte after its letter.
func pageSample(page int) Sample {
	number := strconv.Itoa(page)
	return Sample{
		Text: number + " T:ặếữộđ W:ặếữộđ",
		Raw:  []byte(number + " T:\xC6\xD5\xF7\xE9\xAE W:\xE3\xF2\xEA\xEC\xFD\xDE\xF4\xF2\xF0"),
		Page: page,
	}
}

// testPageWords are the words of the test page in one language.
type testPageWords struct {
	title, profile, model, known, paper string
	verified                            map[string]string
	head                                string // dots, the last one's number
	headAdvice, noPage, modeAdvice      string
	pages, pageAdvice                   string
	drawn, native, barsAdvice           string
	cut, cutAdvice, over                string
}

func testPageWordsIn(l stampdesk.Lang) testPageWords {
	if l == stampdesk.English {
		return testPageEN()
	}
	return testPageVI()
}

func testPageVI() testPageWords {
	return testPageWords{
		title: "Trang in thử", profile: "Cấu hình máy in:", model: "Loại máy:", known: "Nguồn thông tin:", paper: "Giấy:",
		verified: map[string]string{"paper": "đã in thử", "manual": "sách hướng dẫn", "db": "bảng tra cứu", "guess": "phỏng đoán"},
		head:     "Thước: %d chấm (0–%d)",
		headAdvice: "Phải thấy cả hai vạch đứng ở hai đầu thước. Mất vạch bên phải hoặc không in ra: giảm width_dots. Còn thừa giấy " +
			"bên phải: tăng width_dots.",
		noPage: "Cấu hình này chưa biết bảng mã nào: xem mục D.",
		modeAdvice: "Chọn dòng nào đọc được: ghi mode = tên đó vào [printer] trong tệp cấu hình. A luôn đúng dấu và chậm nhất; B nhanh, chỉ " +
			"dùng khi mọi chữ đều đúng dấu; C nhanh, không có dấu.",
		pages: "Chữ đúng phải là: ặếữộđ. T là TCVN-3, W là Windows-1258.",
		pageAdvice: "Tệp máy in nằm trong thư mục printers của dữ liệu. Dòng có T: đúng chữ thường: ghi số đầu dòng vào " +
			"codepages.tcvn_lower. Dòng có T: là chữ HOA: ghi vào codepages.tcvn_upper. Không dòng nào đúng: giữ mode = \"raster\".",
		drawn: "Chương trình vẽ:", native: "Máy in tự vẽ:",
		barsAdvice: "Quét thử cả hai. Mã thứ hai quét được: ghi barcode.native_code128 = true. Không có, hoặc in ra chữ lạ: false.",
		cut:        "Dao cắt",
		cutAdvice:  "Giấy được cắt ngay sau dòng này. Không cắt: ghi cut.kind = \"none\". Cắt vào chữ: tăng cut.feed_dots.",
		over:       "Hết trang in thử.",
	}
}

func testPageEN() testPageWords {
	return testPageWords{
		title: "Test page", profile: "Printer profile:", model: "Model:", known: "Known from:", paper: "Paper:",
		verified: map[string]string{"paper": "a test print", "manual": "its manual", "db": "a database", "guess": "a guess"},
		head:     "Ruler: %d dots (0–%d)",
		headAdvice: "The upright strokes at both ends must be seen. The right one is missing, or nothing came out: lower width_dots. " +
			"There is room at the right: raise width_dots.",
		noPage: "This profile knows no code page yet: see D.",
		modeAdvice: "Choose the line that can be read: write mode = that name into [printer] of the configuration. A is always right, and slowest; B is " +
			"fast, use it only if every letter has its marks; C is fast and has no marks.",
		pages: "The right letters are: ặếữộđ. T is TCVN-3, W is Windows-1258.",
		pageAdvice: "The profile is a file in the directory printers of the data. T: is right in small letters: write the number of the " +
			"line as codepages.tcvn_lower. T: is right in CAPITALS: as codepages.tcvn_upper. None is: keep mode = \"raster\".",
		drawn: "Drawn by the program:", native: "Drawn by the printer:",
		barsAdvice: "Scan both. The second can be read: write barcode.native_code128 = true. It is missing, or strange letters came: false.",
		cut:        "Knife",
		cutAdvice:  "The paper is cut right after this line. It is not: write cut.kind = \"none\". Letters are cut: raise cut.feed_dots.",
		over:       "End of the test page.",
	}
}

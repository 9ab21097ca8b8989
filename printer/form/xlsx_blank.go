package form

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// highBlank is how high an empty row is, in points: high enough to write in by
// hand.
const highBlank = 22

// blanks writes empty rows to be filled in by hand or on a screen, where the
// cells say what is wanted and refuse what can be nothing of the kind.
func (s *leaf) blanks(b *body) {
	t := s.page.Table
	no := 0
	for i := range t.Rows {
		if !t.Rows[i].Group {
			no++
		}
	}
	row := Row{Cells: make([]Cell, len(t.Columns))}
	b.least = highBlank
	for range t.Blank {
		no++
		for i, c := range t.Columns {
			if c.Key == "no" {
				row.Cells[i].Text = strconv.Itoa(no)
			}
		}
		b.write(&row)
	}
	for i, c := range t.Columns {
		s.ask(i, c)
	}
}

// ask sets up what the cells of a column take.
func (s *leaf) ask(i int, c Column) {
	first, last := s.heads[1]+1, s.row
	v := excelize.NewDataValidation(true)
	v.SetSqref(cellRef(s.first[i], first) + ":" + cellRef(s.first[i], last))
	cell := cellRef(s.first[i], first)
	switch {
	case len(c.Choices) > 0:
		s.keep(v.SetDropList(c.Choices))
		v.SetInput(c.Heading, "Chọn trong danh sách, hoặc ghi lý do khác bằng lời.")
		v.SetError(excelize.DataValidationErrorStyleWarning, c.Heading, "Lý do này không có trong danh sách. Vẫn ghi như vậy?")
	case c.Key == "sex":
		return
	case c.Kind == Card:
		digits := fmt.Sprintf(`SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(%s,".","")," ",""),"-","")`, cell)
		s.rule(v, fmt.Sprintf(`AND(LEN(%s)=8,ISNUMBER(-%s))`, digits, digits))
		v.SetInput(c.Heading, "Ghi đủ 8 chữ số, kể cả số 0 ở đầu. Ví dụ: 36.000101")
		v.SetError(excelize.DataValidationErrorStyleStop, "Số thẻ chưa đúng", "Số thẻ đảng viên có 8 chữ số, ví dụ 36.000101 hoặc 36000101. Hãy xem lại trên thẻ.")
	case c.Kind == Day:
		rule := fmt.Sprintf(`OR(AND(LEN(%[1]s)=4,ISNUMBER(-%[1]s)),AND(LEN(%[1]s)>7,LEN(%[1]s)<11,LEN(SUBSTITUTE(%[1]s,"/",""))=LEN(%[1]s)-2,ISNUMBER(-SUBSTITUTE(%[1]s,"/",""))))`, cell)
		where := ""
		if other := s.otherSex(c.Key); other >= 0 {
			rule = fmt.Sprintf(`AND(%s="",%s)`, cellRef(s.first[other], first), rule)
			where = " Nam ghi ở cột Nam, nữ ghi ở cột Nữ; chỉ ghi một cột."
		}
		s.rule(v, rule)
		v.SetInput(c.Heading, "Ghi ngày/tháng/năm, ví dụ 19/05/1969; nếu chỉ biết năm thì ghi năm."+where)
		v.SetError(excelize.DataValidationErrorStyleStop, "Ngày chưa đúng", "Ghi ngày/tháng/năm, ví dụ 19/05/1969, hoặc chỉ ghi năm."+where)
	case c.Key == "record":
		s.rule(v, fmt.Sprintf(`AND(LEN(SUBSTITUTE(%[1]s," ",""))>6,LEN(SUBSTITUTE(%[1]s," ",""))<10,ISNUMBER(-LEFT(%[1]s,6)))`, cell))
		v.SetInput(c.Heading, "Ghi 6 chữ số và 1 đến 3 chữ cái, ví dụ 120300NH.")
		v.SetError(excelize.DataValidationErrorStyleWarning, "Số lý lịch chưa đúng", "Số lý lịch có 6 chữ số và 1 đến 3 chữ cái. Vẫn ghi như vậy?")
	default:
		return
	}
	if s.err == nil {
		s.keep(s.file.AddDataValidation(s.name, v))
	}
}

// rule asks for what a formula finds right.
func (s *leaf) rule(v *excelize.DataValidation, formula string) {
	if len(formula) > excelize.MaxFieldLength {
		s.keep(fmt.Errorf("a rule of %d letters is longer than a workbook takes", len(formula)))
	}
	v.Type, v.Formula1 = "custom", strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(formula) // written as it is
}

// otherSex is the column of the days of birth of the other sex; -1: there is
// none.
func (s *leaf) otherSex(key string) int {
	sex, ok := strings.CutPrefix(key, "birth_")
	if !ok {
		return -1
	}
	for i, c := range s.page.Table.Columns {
		if other, ok := strings.CutPrefix(c.Key, "birth_"); ok && other != sex {
			return i
		}
	}
	return -1
}

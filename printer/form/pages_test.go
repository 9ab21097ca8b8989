package form

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"stampdesk"
)

// members are the rows of a table that are of people, and the texts of the
// others.
func members(t *Table) (rows []Row, headings []string) {
	for _, r := range t.Rows {
		if r.Group {
			headings = append(headings, r.Cells[0].Text)
		} else {
			rows = append(rows, r)
		}
	}
	return rows, headings
}

func TestFormTwoOfAUnitHasOneRowForEachLineOfItsList(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(x *stampdesk.Filled)
		want   []string
	}{
		{"by cell, guests after the total", func(*stampdesk.Filled) {}, []string{
			"Chi bộ tổ dân phố 1", "Chi bộ tổ dân phố 2", "Chi bộ tổ dân phố 3", "Tổng cộng: 23 đồng chí",
			"Đảng viên sinh hoạt đảng tạm thời, không tính vào tổng số: 1 đồng chí",
		}},
		{"one cell", func(x *stampdesk.Filled) { x.Cell = "Chi bộ tổ dân phố 1" }, []string{
			"Tổng cộng: 23 đồng chí", "Đảng viên sinh hoạt đảng tạm thời, không tính vào tổng số: 1 đồng chí",
		}},
		{"the board, by unit", func(x *stampdesk.Filled) {
			x.Unit = stampdesk.Unit{}
			x.Rows[22].Unit = "P09"
		}, []string{
			sampleUnit.Name + " (P07)", "P09", "Tổng cộng: 23 đồng chí", "Đảng viên sinh hoạt đảng tạm thời, không tính vào tổng số: 1 đồng chí",
		}},
		{"nobody", func(x *stampdesk.Filled) { x.Rows = nil }, []string{"Tổng cộng: 0 đồng chí"}},
		{"no list, which is no count", func(x *stampdesk.Filled) {
			x.Rows, x.Notes = nil, []stampdesk.FormNote{{Kind: stampdesk.NoteNoList, N: 1}}
		}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			x := sampleFilled(stampdesk.FormStamp)
			c.change(&x)
			o := sampleOptions()
			o.Units = map[stampdesk.UnitCode]string{sampleUnit.Code: sampleUnit.Name}
			p := mustTemplate(t, stampdesk.FormStamp).Pages(&x, o)[0]
			rows, headings := members(p.Table)
			if len(rows) != len(x.Rows) || !slices.Equal(headings, c.want) {
				t.Errorf("%d rows of %d lines, headings %q", len(rows), len(x.Rows), headings)
			}
			for i, r := range rows {
				no := fmt.Sprint(i + 1)
				if x.Rows[i].Class == stampdesk.Guest {
					no = fmt.Sprint(i + 1 - 23) // the last number of the others is how many are counted
				}
				if r.Cells[0].Text != no || r.Cells[7].Text != x.Rows[i].Card.String() {
					t.Errorf("row %d: %v", i, r.Cells)
				}
			}
		})
	}
}

func TestTheDayOfBirthStandsInOneColumnWhereASexIsNotKnown(t *testing.T) {
	x := sampleFilled(stampdesk.FormStamp)
	x.Rows[7].Member.Sex = ""
	cols := mustTemplate(t, stampdesk.FormStamp).Pages(&x, sampleOptions())[0].Table.Columns
	if c := cols[2]; c.Key != "birth" || c.Heading != "Ngày sinh" || c.Group != "" || c.Width != 42 || cols[3].Key != "home" {
		t.Errorf("columns %+v", cols[2:4])
	}
}

func TestWhatIsNotStampedIsTheSumOfTheRowsUnderIt(t *testing.T) {
	for _, f := range []stampdesk.Form{stampdesk.FormUse, stampdesk.FormReturn, stampdesk.FormResult} {
		x := sampleFilled(f)
		x.Tally.Stamped -= 30
		x.Tally.Held, x.Tally.Refused, x.Tally.Remaining = 7, 3, 20
		x.Tally.HeldBy = map[stampdesk.Reason]int{stampdesk.ReasonUnknown: 7}
		x.Tally.RefusedBy = map[stampdesk.Reason]int{stampdesk.ReasonExpelled: 3}
		pages := mustTemplate(t, f).Pages(&x, sampleOptions())
		whole, sum, share, shares := -1, 0, "", 0
	rows:
		for _, r := range pages[0].Table.Rows {
			label, n := r.Cells[1].Text, r.Cells[2].N
			switch {
			case strings.HasPrefix(label, "Số thẻ chưa đóng dấu"):
				whole, share = n, r.Cells[3].Text
			case whole >= 0 && r.Indent == 0:
				break rows
			case whole >= 0 && r.Indent == 1:
				sum += n
				var a, b int
				if _, err := fmt.Sscanf(r.Cells[3].Text, "%d,%d%%", &a, &b); err != nil {
					t.Fatal(r.Cells[3].Text)
				}
				shares += a*100 + b
			}
		}
		if whole != x.Tally.NotStamped() || sum != whole {
			t.Errorf("form %d: %d not stamped, its rows come to %d, the tally has %d", f, whole, sum, x.Tally.NotStamped())
		}
		if got := fmt.Sprintf("%d,%02d%%", shares/100, shares%100); got != share {
			t.Errorf("form %d: the shares come to %s, the whole is %s", f, got, share)
		}
		if len(pages) != 2 {
			t.Fatalf("form %d has %d pages", f, len(pages))
		}
		last := pages[1].Table.Rows[len(x.Parts)]
		for i, c := range pages[1].Table.Columns {
			if n, ok := figureOf(&x.Tally, x.Units, c.Key); ok && last.Cells[i].N != n {
				t.Errorf("form %d: total of %s is %d, want %d", f, c.Heading, last.Cells[i].N, n)
			}
		}
	}
}

// A list of lost cards that says "lost" of each tells nobody why.
func TestTheReasonOfALossIsWhatTheUnitWroteOfIt(t *testing.T) {
	x := sampleFilled(stampdesk.FormLost)
	x.Rows[0].Note, x.Rows[1].Note, x.Rows[2].Note = "rơi khi đi chợ", "", "sinh hoạt tạm thời"
	x.Rows[2].Class = stampdesk.Guest
	p := mustTemplate(t, stampdesk.FormLost).Pages(&x, sampleOptions())[0]
	reason := slices.IndexFunc(p.Table.Columns, func(c Column) bool { return c.Key == "reason" })
	note := slices.IndexFunc(p.Table.Columns, func(c Column) bool { return c.Key == "note" })
	rows, _ := members(p.Table)
	for i, want := range map[int][2]string{0: {"rơi khi đi chợ", ""}, 1: {"Mất", ""}, len(rows) - 1: {"Mất", "sinh hoạt tạm thời"}} {
		if got := [2]string{rows[i].Cells[reason].Text, rows[i].Cells[note].Text}; got != want {
			t.Errorf("row %d: %q, want %q", i, got, want)
		}
	}
}

// A line of nothing is read by nobody; but what a unit is to fill in must ask.
func TestFiguresOfNothingAreLeftOutButAskedForOnABlankForm(t *testing.T) {
	x := sampleFilled(stampdesk.FormUse)
	x.Tally.Held, x.Tally.Relaminated, x.Tally.Guests = 0, 0, stampdesk.Handled{}
	has := func(p Page, label string) bool {
		return slices.ContainsFunc(p.Table.Rows, func(r Row) bool { return strings.Contains(r.Cells[1].Text, label) })
	}
	tpl := mustTemplate(t, stampdesk.FormUse)
	filled, blank := tpl.Pages(&x, sampleOptions())[0], tpl.Blank(&x, 0, sampleOptions())[0]
	for _, label := range []string{"Thẻ đang giữ lại", "ép nhựa", "sinh hoạt đảng tạm thời", "Lỗi kỹ thuật"} {
		if has(filled, label) {
			t.Errorf("%q of nothing is there", label)
		}
	}
	if !has(blank, "Lỗi kỹ thuật") || !has(filled, "Sử dụng thẻ sai mục đích") {
		t.Error("what is asked for, or reported even where there is none, is not there")
	}
}

func TestReasonsStandByHowOftenAndTheVagueOnesLast(t *testing.T) {
	x := sampleFilled(stampdesk.FormResult)
	c := stampdesk.ReasonUncollected
	x.Tally.UncollectedBy = map[stampdesk.Reason]int{c: 90, c + ".khac": 70, c + ".cong_tac": 13, c + ".ve_que": 30}
	var got []string
	for _, r := range mustTemplate(t, stampdesk.FormResult).Pages(&x, sampleOptions())[0].Table.Rows {
		if r.Indent == 2 {
			got = append(got, r.Cells[1].Text)
		}
	}
	if want := []string{"Về quê", "Đi công tác xa", "Lý do khác", "Chưa rõ lý do"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestAHeaderThatNobodySetHasRoomToBeWrittenIn(t *testing.T) {
	x := sampleFilled(stampdesk.FormResult)
	x.Board = stampdesk.Board{}
	for _, p := range append(mustTemplate(t, stampdesk.FormResult).Pages(&x, Options{}), mustOutline(t).Page(&x, Options{})) {
		sign := p.Signatures[len(p.Signatures)-1]
		if p.Upper != openLine || p.Issuer != openLine || p.Number != "Số ………" || !slices.Equal(sign.Title, []string{"TRƯỞNG BAN"}) {
			t.Errorf("%s: %q, %q, %q, signed %q", p.Name, p.Upper, p.Issuer, p.Number, sign.Title)
		}
	}
	x.Board.Name = "Ban Tổ chức" // with none above, as the settings have it
	if p := mustTemplate(t, stampdesk.FormResult).Pages(&x, Options{})[0]; p.Upper != "" || p.Issuer != "BAN TỔ CHỨC" {
		t.Errorf("%q, %q", p.Upper, p.Issuer)
	}
}

func mustOutline(t *testing.T) *Outline {
	t.Helper()
	l, err := ParseOutline(DefaultOutline())
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestTheHeaderNamesWhoIssuesTheFormAndWhoIsAbove(t *testing.T) {
	for _, c := range []struct {
		name                  string
		form                  stampdesk.Form
		unit, cell            string
		kind                  stampdesk.UnitKind
		upper, issuer, signed string
	}{
		{"a cell", 2, "Đảng ủy phường Bến Thượng", "tổ 4", "", "ĐẢNG ỦY PHƯỜNG BẾN THƯỢNG", "CHI BỘ TỔ 4", "T/M CHI BỘ"},
		{"a unit", 2, "Đảng ủy phường Bến Thượng", "", "đảng bộ cơ sở", "QUẬN ỦY SÔNG LAM", "ĐẢNG ỦY PHƯỜNG BẾN THƯỢNG", "T/M ĐẢNG ỦY"},
		{"a unit under the name of its organisation", 6, "Đảng bộ phường Bến Thượng", "", "đảng bộ cơ sở", "QUẬN ỦY SÔNG LAM", "ĐẢNG ỦY PHƯỜNG BẾN THƯỢNG", "T/M ĐẢNG ỦY"},
		{"a cell of it", 2, "Đảng bộ phường Bến Thượng", "tổ 4", "", "ĐẢNG BỘ PHƯỜNG BẾN THƯỢNG", "CHI BỘ TỔ 4", "T/M CHI BỘ"},
		{"a cell that is a unit", 6, "Chi bộ Trạm Y tế", "", "chi bộ cơ sở", "QUẬN ỦY SÔNG LAM", "CHI BỘ TRẠM Y TẾ", "T/M CHI BỘ"},
		{"the board", 7, "", "", "", "QUẬN ỦY SÔNG LAM", "BAN TỔ CHỨC", "TRƯỞNG BAN"},
	} {
		t.Run(c.name, func(t *testing.T) {
			x := sampleFilled(c.form)
			x.Cell, x.Unit.Name, x.Unit.Kind = c.cell, c.unit, c.kind
			p := mustTemplate(t, c.form).Pages(&x, sampleOptions())[0]
			if p.Upper != c.upper || p.Issuer != c.issuer || p.Signatures[1].Title[0] != c.signed {
				t.Errorf("%q, %q, signed %q", p.Upper, p.Issuer, p.Signatures[1].Title)
			}
		})
	}
}

func TestTheDayOfAFormIsWrittenSoThatNobodyCanAddToIt(t *testing.T) {
	for _, c := range []struct {
		at   time.Time
		want string
	}{
		{time.Date(2021, 2, 3, 0, 0, 0, 0, time.UTC), "Sông Lam, ngày 03 tháng 02 năm 2021"},
		{time.Date(2021, 12, 31, 0, 0, 0, 0, time.UTC), "Sông Lam, ngày 31 tháng 12 năm 2021"},
		{time.Time{}, "Sông Lam, ngày … tháng … năm …"},
	} {
		if got := dated("Sông Lam", c.at); got != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
}

func TestTheFootBindsAFormToTheJournalsItWasFilledFrom(t *testing.T) {
	x := sampleFilled(stampdesk.FormResult)
	if got, want := foot(&x, sampleOptions()), "stampdesk 0.7 · sổ ghi B1/20732 5a0199fe12345678"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	x.Tally.Heads = make([]stampdesk.Head, 12)
	if got, want := foot(&x, sampleOptions()), "stampdesk 0.7 · 12 sổ ghi"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestWhatIsOfNoUnitOrCellHasANameInTheTableOfParts(t *testing.T) {
	for form, want := range map[stampdesk.Form]string{stampdesk.FormReturn: "Không rõ chi bộ", stampdesk.FormResult: "Không rõ đơn vị"} {
		x := sampleFilled(form)
		none := stampdesk.FormPart{Tally: stampdesk.Tally{Outside: stampdesk.Handled{Held: 2}}}
		x.Parts = append(x.Parts, none)
		table := mustTemplate(t, form).Pages(&x, sampleOptions())[1].Table
		if n := len(table.Rows); n != len(x.Parts) {
			t.Errorf("form %d: %d rows of %d parts of which one has strangers' cards alone, and the total", form, n, len(x.Parts))
		}
		x.Parts[len(x.Parts)-1].Proposed = 3
		table = mustTemplate(t, form).Pages(&x, sampleOptions())[1].Table
		if n := len(table.Rows); n != len(x.Parts)+1 || table.Rows[n-2].Cells[1].Text != want {
			t.Errorf("form %d: %d rows, the last before the total %+v, want %s", form, n, table.Rows[n-2], want)
		}
	}
}

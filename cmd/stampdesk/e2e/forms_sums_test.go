package e2e

import (
	"encoding/csv"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// inventedBoard is a board as the test knows it: what it wrote into the roster
// and what it asked the desk to do, and nothing that the program said.
type inventedBoard struct {
	*board
	rng     *rand.Rand
	members []person
	units   []string
}

type person struct{ card, name, unit, cell, host, status string }

// brings is the unit to whose stack the card belongs.
func (p *person) brings() string {
	if p.host != "" {
		return p.host
	}
	return p.unit
}

func newInventedBoard(t *testing.T, seed uint64) *inventedBoard {
	b := &inventedBoard{board: ground(t, "scan"), rng: rand.New(rand.NewPCG(seed, 11))}
	for u := range 4 {
		b.units = append(b.units, fmt.Sprintf("P%02d", u+1))
	}
	for i, unit := range b.units {
		for cell := range 1 + i%3 {
			for range 5 + b.rng.IntN(6) {
				b.join(unit, fmt.Sprintf("Chi bộ %d", cell+1))
			}
		}
		b.join(unit, "")
	}
	b.run("init", "--supervisor", "GS1")
	b.load()
	return b
}

func (b *inventedBoard) join(unit, cell string) {
	n := len(b.members) + 1
	p := person{fmt.Sprintf("31%06d", n*17), fmt.Sprintf("Đảng viên Thứ %d", n), unit, cell, "", "chính thức"}
	switch b.rng.IntN(12) {
	case 0, 1:
		p.card = ""
	case 2:
		p.card, p.status = "", "dự bị"
	case 3:
		p.unit, p.host = "", unit
	case 4:
		p.host = b.units[b.rng.IntN(len(b.units))]
	case 5:
		p.status = []string{"khai trừ", "từ trần", "miễn sinh hoạt"}[b.rng.IntN(3)]
	}
	if p.host == p.unit {
		p.host = ""
	}
	b.members = append(b.members, p)
}

func (b *inventedBoard) load() {
	roster := "Số thẻ,Họ và tên,Ngày chính thức,Mã đơn vị,Đơn vị,Loại đơn vị,Chi bộ,Trạng thái,Đơn vị SHĐ tạm thời\n"
	for _, p := range b.members {
		name, official := "Đảng bộ "+p.unit, "07/11/2012"
		if p.unit == "" {
			name = ""
		}
		if p.status == "dự bị" {
			official = ""
		}
		roster += strings.Join([]string{p.card, p.name, official, p.unit, name, "đảng bộ cơ sở", p.cell, p.status, p.host}, ",") + "\n"
	}
	b.write("roster.csv", roster)
	b.run("roster", "import", b.dir+"/roster.csv")
}

// live brings every unit's cards, with its lists, and now and then a thing
// that nobody should do.
func (b *inventedBoard) live() {
	for i, unit := range b.units {
		id := strings.TrimSuffix(strings.TrimPrefix(b.run("batch", "open", "--unit", unit, "--json"), `{"id":"`), "\"}\n")
		b.run("batch", "decide", "--batch", id, "--no", "12-QĐ", "--date", "16/04/2021")
		lists, stack := map[int]string{}, []string{"31999983"}
		line := func(form int, p person, reason string) {
			lists[form] += strings.Join([]string{p.card, p.name, p.cell, reason}, ",") + "\n"
		}
		for _, p := range b.members {
			switch n := b.rng.IntN(8); {
			case p.brings() != unit || p.status == "dự bị" || n == 0:
				continue
			case p.card == "":
				line(5, p, []string{"chuyển đến", "mới công nhận", ""}[b.rng.IntN(3)])
				continue
			case n == 1:
				line(3, p, "")
			case n == 2:
				line(4, p, "")
			default:
				line(2, p, "")
			}
			if b.rng.IntN(6) > 0 {
				stack = append(stack, p.card)
			}
		}
		line(2, person{card: fmt.Sprintf("47%06d", 1+b.rng.IntN(1000)), name: "Người Lạ", cell: "Chi bộ 1"}, "")
		for _, form := range slices.Sorted(maps.Keys(lists)) {
			b.write("list.csv", "Số thẻ,Họ và tên,Chi bộ,Lý do\n"+lists[form])
			b.run("list", "import", b.dir+"/list.csv", "--batch", id, "--unit", unit, "--form", strconv.Itoa(form))
		}
		b.asks(strings.Join(stack, "\n"), "replay", "--batch", id)
		for _, act := range [][]string{
			{"void", "ghi nhầm"}, {"remark", "SAI_MUC_DICH"}, {"void", "ghi nhầm"}, {"hold", "HONG"}, {"hold", "SAI_THONG_TIN"}, {"refuse", "TRUNG_THE"}, {"refuse", "SAI_THONG_TIN"},
		} {
			card := stack[1+b.rng.IntN(len(stack)-1)]
			if act[0] == "hold" || act[0] == "refuse" { // what is stamped stays so
				b.asks("", "void", card, "--reason", "ghi nhầm")
			}
			b.asks("", act[0], card, "--reason", act[1])
		}
		if i < 2 { // of the others something remains
			b.run("batch", "close", "--batch", id, "--reason", "đã đối chiếu")
		}
	}
	for i := range b.members { // and a new roster: some are elsewhere now
		switch p := &b.members[i]; b.rng.IntN(15) {
		case 0:
			p.unit, p.cell, p.host = b.units[b.rng.IntN(len(b.units))], "Chi bộ 1", ""
		case 1:
			p.cell = "CHI BỘ  2"
		}
	}
	b.load()
}

// asks has the program do what it may well decline.
func (b *inventedBoard) asks(stdin string, args ...string) {
	b.t.Helper()
	if got := b.second(stdin, nil, args...); got.code > 2 {
		b.t.Fatalf("%v: %+v", args, got)
	}
}

// form writes a form as csv and gives its tables by their sheets; the rows of
// one begin behind its name.
func (b *inventedBoard) form(n int, args ...string) map[string][][]string {
	b.t.Helper()
	args = append([]string{"form", strconv.Itoa(n), "--out", b.dir + "/form.csv", "--force"}, args...)
	if got := b.second("", nil, args...); got.code != 0 {
		b.t.Fatalf("%v: %+v", args, got)
	}
	text, err := os.ReadFile(b.dir + "/form.csv")
	if err != nil {
		b.t.Fatal(err)
	}
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(text), "\ufeff")))
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	if err != nil {
		b.t.Fatal(err)
	}
	sheets, named := map[string][][]string{}, rows[0][0] == "Tờ"
	for _, row := range rows {
		switch {
		case !named:
			sheets[""] = append(sheets[""], row)
		case row[0] != "Tờ" && row[0] != "":
			sheets[row[0]] = append(sheets[row[0]], row[1:])
		}
	}
	return sheets
}

// labels of the rows of forms 1, 6 and 7, by their figure in JSON.
var labels = map[string]string{
	"members": "Tổng số đảng viên tính đến ngày 01/04/2021", "official": "Đảng viên chính thức", "probationary": "Đảng viên dự bị",
	"with_card": "Đảng viên chính thức đã được đổi, phát thẻ", "without_card": "Đảng viên chính thức chưa được đổi, phát thẻ",
	"proposed": "Số thẻ đề nghị đóng dấu kiểm tra kỹ thuật", "stamped": "Số thẻ đã đóng dấu kiểm tra kỹ thuật",
	"not_stamped": "Số thẻ chưa đóng dấu kiểm tra kỹ thuật", "damaged": "Thẻ bị hỏng, đề nghị đổi lại", "lost": "Thẻ bị mất, đề nghị cấp lại",
	"uncollected": "Thẻ chưa thu được", "held": "Thẻ đang giữ lại để xác minh", "refused": "Thẻ không được đóng dấu",
	"remaining": "Thẻ chưa nộp về để kiểm tra",
}

// numbers are the counts of a form by the words beside them.
func numbers(t *testing.T, rows [][]string) map[string]int {
	t.Helper()
	n := map[string]int{}
	for _, row := range rows {
		if v, err := strconv.Atoi(row[2]); err == nil {
			n[row[1]] += v
		}
	}
	if share(rows, "stamped")+share(rows, "not_stamped") != 10_000 && n[labels["with_card"]] > 0 {
		t.Errorf("the shares of a form do not come to 100,00: %v", rows)
	}
	return n
}

// share is a percentage of a form in hundredths.
func share(rows [][]string, figure string) int {
	for _, row := range rows {
		if row[1] == labels[figure] {
			n, _ := strconv.Atoi(strings.NewReplacer(",", "", "%", "").Replace(row[3]))
			return n
		}
	}
	return 0
}

// same compares what forms say with the figures of a tally.
func (b *inventedBoard) same(what string, n map[string]int, args ...string) {
	b.t.Helper()
	figures := map[string]any{}
	b.read(&figures, append([]string{"tally", "--json"}, args...)...)
	for figure, label := range labels {
		if want := figures[figure]; float64(n[label]) != want {
			b.t.Errorf("%s: %s is %d, the tally has %v", what, figure, n[label], want)
		}
	}
}

// listed are the numbered rows of a list: of the members, and below them of the
// guests, who are in no figure.
type listed struct{ members, guests int }

func listedIn(sheets map[string][][]string) (n listed) {
	for _, rows := range sheets {
		to := &n.members
		for _, row := range rows {
			if _, err := strconv.Atoi(row[0]); err == nil {
				*to++
			} else if strings.HasPrefix(row[0], "Đảng viên sinh hoạt đảng tạm thời") {
				to = &n.guests
			}
		}
	}
	return n
}

func TestWhatIsWrittenForTheCellsAddsUpToTheUnitsAndTheBoard(t *testing.T) {
	abreast(t)
	b := newInventedBoard(t, 7)
	b.live()

	all, seen := map[string]int{}, map[string]int{}
	for unit, rows := range b.form(6, "--each") {
		if strings.HasSuffix(unit, " chi tiết") {
			continue
		}
		six := numbers(t, rows)
		b.same("form 6 of "+unit, six, "--unit", unit)
		cells := map[string]int{}
		for sheet, rows := range b.form(1, "--unit", unit, "--each") {
			if strings.HasSuffix(sheet, " chi tiết") {
				continue
			}
			for label, n := range numbers(t, rows) {
				cells[label] += n
			}
			seen["cells"]++
		}
		for figure, label := range labels {
			if cells[label] != six[label] {
				t.Errorf("%s: %s of its cells is %d, of form 6 %d", unit, figure, cells[label], six[label])
			}
			all[label] += six[label]
			seen[figure] += six[label]
		}
	}
	seven := b.form(7)
	b.same("form 7", numbers(t, seven["7-KTTĐV"]))
	b.same("the forms 6", all)

	for form := 2; form <= 5; form++ {
		whole, units, cells := listedIn(b.form(form)), listedIn(b.form(form, "--each")), listed{}
		for _, unit := range b.units {
			n := listedIn(b.form(form, "--unit", unit, "--each"))
			cells = listed{cells.members + n.members, cells.guests + n.guests}
		}
		if whole != units || whole != cells {
			t.Errorf("form %d has %+v rows, those of the units %+v, of their cells %+v", form, whole, units, cells)
		}
		seen[fmt.Sprint("form ", form)] = whole.members
		seen["guests"] += whole.guests
	}
	if seen["form 2"] != all[labels["proposed"]] {
		t.Errorf("form 2 has %d rows, %d are proposed", seen["form 2"], all[labels["proposed"]])
	}
	t.Log(seen)
	for what, n := range seen {
		if n == 0 {
			t.Errorf("the round has nothing of %s", what)
		}
	}
	if got := b.run("check", "--json"); !strings.Contains(got, `"ok":true`) {
		t.Errorf("check %s", got)
	}
}

package printer

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"stampdesk"
)

// The longest names that were ever seen, and worse: as people type them, some with their marks apart.
var (
	longName = "Nguyễn Hoàng Phương Thảo Nguyên Ngọc Quỳnh Như Diễm Trường Giang Ẩn"
	longUnit = "Đảng bộ Trường Phổ thông dân tộc bán trú Trung học cơ sở và Trung học phổ thông xã Nậm Ty, huyện Hoàng Su Phì, tỉnh Hà Giang"
	apart    = norm.NFD.String("Nguyễn Thị Ẵm Ỷ")
)

// nasty are all papers of data that nobody would wish for.
func nasty(l stampdesk.Lang) map[string]Doc {
	m := meta(l)
	m.By, m.Copy, m.Again = longName, 12, true
	m.Board.Name, m.Board.Upper, m.Board.Place = longUnit, longUnit, longUnit
	b := balance()
	b.Unit.Name = longUnit
	for i := range b.Seen {
		switch i % 4 {
		case 0:
			b.Seen[i].Name = longName
		case 1:
			b.Seen[i].Name = apart
		case 2:
			b.Seen[i].Cell = ""
		case 3:
			b.Seen[i].Cell, b.Seen[i].Note = longUnit, longUnit+"\n"+longUnit
		}
	}
	b.Batch.By = longName
	r := received()
	r.Unit.Name, r.Batch.By, r.Batch.Count = longUnit, apart, 16999
	r.Lines = [4]int{16560, 2, 104, 217}
	k := kept()
	k.Name, k.Unit, k.Cell, k.By, k.Entry.Note, k.Standing.Reason = longName, longUnit, longUnit, longName, longUnit, "MA_RIENG_CUA_BAN"
	nobody := kept()
	nobody.Name, nobody.Unit, nobody.Cell = "", "", ""
	names := map[stampdesk.UnitCode]string{"TC017": longUnit, "TC018": apart}
	renew := renewals()
	renew[0].Name, renew[2].Name, renew[3].Note = longName, apart, longUnit
	in := intake()
	in.Unit.Name = longUnit
	in.Cards[0].Name, in.Cards[1].Name, in.Cards[2].Cell, in.Cards[3].Cell = longName, apart, "", longUnit
	in.Cards[4].Card, in.Cards[4].Name = 0, "" // a line that names nobody
	long := chased(60)
	long[0].Name, long[1].Note, long[2].Cell = longName, longUnit, longUnit
	sh := shift(l)
	sh.Names["OP1"], sh.Shift.Ended.Note, sh.Held[0].Note = longName, longUnit, longUnit
	by := divided(l)
	by.units[0].name, by.people[0].name = longUnit, longName
	g := guest()
	g.Name, g.Home, g.Host = longName, longUnit, longUnit
	return map[string]Doc{
		"returnlist": ReturnListDoc(b, 3, Handover{At: m.At, From: longName, To: apart}, m),
		"tally":      tallyDoc(tally(), Scope{Unit: stampdesk.Unit{Code: "TC017", Name: longUnit}, Batch: "B1-017"}, by, m),
		"shift":      ShiftSheetDoc(sh, m), "chase": ChaseListDoc(long, stampdesk.Unit{}, names, m), "guest": GuestSlipDoc(g, m),
		"receipt": ReceiptDoc(r, m), "held": HeldSlipDoc(k, m), "held-nobody": HeldSlipDoc(nobody, m),
		"renewals": RenewalListDoc(renew, stampdesk.Unit{}, names, m), "intake": IntakeDoc(in, m), "commands": CommandSheetDoc(m),
	}
}

// empty are the papers of nothing at all.
func empty(l stampdesk.Lang) map[string]Doc {
	unit := stampdesk.Unit{Code: "TC017", Name: "Đảng bộ xã Nậm Ty"}
	return map[string]Doc{
		"returnlist": ReturnListDoc(stampdesk.Balance{Batch: stampdesk.Batch{ID: "B1-001"}}, 0, Handover{}, meta(l)),
		"receipt":    ReceiptDoc(stampdesk.Received{Batch: stampdesk.Batch{ID: "B1-001"}}, meta(l)),
		"renewals":   RenewalListDoc(nil, stampdesk.Unit{}, nil, meta(l)), "intake": IntakeDoc(Intake{Unit: unit}, meta(l)),
		"chase": ChaseListDoc(nil, unit, nil, meta(l)), "tally": TallyDoc(stampdesk.Tally{}, Scope{}, meta(l)),
	}
}

func TestEveryPaperFitsEveryWidth(t *testing.T) {
	alone(t)
	for _, l := range []stampdesk.Lang{stampdesk.Vietnamese, stampdesk.English} {
		for set, docs := range map[string]map[string]Doc{"papers": papers(l), "nasty": nasty(l), "empty": empty(l)} {
			t.Run(set+"-"+string(l), func(t *testing.T) {
				t.Parallel()
				for name, doc := range docs {
					fits := func(lines []Line, cols int) {
						check(t, lines, cols)
						for i, page := range pagesOf(lines) {
							if n := rows(page); doc.PageRows > 0 && n > doc.PageRows {
								t.Errorf("%s, %d columns: page %d has %d rows", name, cols, i+1, n)
							}
						}
					}
					for cols := 20; cols <= 90; cols++ {
						fits(Layout(doc, cols), cols)
					}
					for _, cols := range []int{20, 26, 32, 40} { // in hybrid text
						fits(layOut(doc, cols, true), cols)
					}
				}
			})
		}
	}
}

// A word that is broken is missing from the words of the narrow paper; on paper that is sold none has to be.
func TestNoWordIsBrokenOnPaperThatIsSold(t *testing.T) {
	t.Parallel()
	count := func(doc Doc, cols int) map[string]int {
		n := map[string]int{}
		for _, word := range strings.FieldsFunc(doc.Text(cols), func(r rune) bool { return !unicode.IsLetter(r) }) {
			n[word]++
		}
		return n
	}
	for _, l := range []stampdesk.Lang{stampdesk.Vietnamese, stampdesk.English} {
		for set, docs := range map[string]map[string]Doc{"papers": papers(l), "nasty": nasty(l), "empty": empty(l)} {
			for name, doc := range docs {
				doc.PageRows = 0
				wide := count(doc, 400)
				for _, cols := range []int{26, 32, 40, 48, 84} {
					narrow := count(doc, cols)
					for word, n := range wide {
						if narrow[word] < n {
							t.Errorf("%s, %s, %s: %d columns break %q", l, set, name, cols, word)
						}
					}
				}
			}
		}
	}
}

func TestNastyPapers(t *testing.T) {
	for name, doc := range nasty(stampdesk.Vietnamese) {
		golden(t, "nasty-"+name+"-58.txt", []byte(doc.Text(26)))
		golden(t, "nasty-"+name+"-a4.txt", []byte(doc.Text(84)))
	}
	for name, doc := range empty(stampdesk.Vietnamese) {
		golden(t, "empty-"+name+"-58.txt", []byte(doc.Text(26)))
	}
}

// A long list keeps every card, says on each page what it is, and wastes no paper.
func TestFiveHundredCards(t *testing.T) {
	t.Parallel()
	b := stampdesk.Balance{Batch: balance().Batch, Unit: balance().Unit, Expected: 500}
	b.Batch.State = stampdesk.BatchOpen
	in := Intake{Unit: b.Unit.Unit, Batch: b.Batch.ID}
	for i := range 500 {
		it := stood(stampdesk.CardNumber(31000001+i), fmt.Sprint("Chi bộ ", 1+i/90), "Vừ Mí Kẻ", stampdesk.ActStamped, "", 4)
		b.Seen = append(b.Seen, it)
		in.Cards = append(in.Cards, stampdesk.ListedCard{Form: stampdesk.FormStamp, Seq: i + 1, Card: it.Card, Name: it.Name, Cell: it.Cell})
	}
	for name, doc := range map[string]Doc{"returnlist": ReturnListDoc(b, 0, Handover{}, meta(stampdesk.Vietnamese)), "intake": IntakeDoc(in, meta(stampdesk.Vietnamese))} {
		for _, p := range widths(t) {
			lines := Layout(doc, p.Columns())
			text := PlainText(lines)
			golden(t, "long-"+name+strings.TrimPrefix(p.ID, "generic")+".txt", []byte(text))
			for _, it := range b.Seen {
				if n := strings.Count(text, it.Card.String()); n != 1 {
					t.Fatalf("%s: card %v is there %d times", name, it.Card, n)
				}
			}
			pages := pagesOf(lines)
			for i, page := range pages {
				short := PlainText(page)
				if !strings.Contains(short, fmt.Sprintf("Trang %d/%d", i+1, len(pages))) || !strings.Contains(strings.Join(strings.Fields(short), " "), "B1-017") {
					t.Errorf("%s: page %d does not say what it is\n%s", name, i+1, short)
				}
				if doc.Mark != "" && !strings.Contains(short, "TẠM") {
					t.Errorf("%s: page %d is not marked as a draft", name, i+1)
				}
				if n := rows(page); i+1 < len(pages) && n < doc.PageRows-together {
					t.Errorf("%s: page %d has only %d rows", name, i+1, n)
				}
			}
			if most := 1.2 * float64(rows(Layout(Doc{Head: doc.Head, Title: doc.Title, Mark: doc.Mark, Blocks: doc.Blocks}, p.Columns()))); float64(rows(lines)) > most {
				t.Errorf("%s: pages take %d rows, more than a fifth more than none", name, rows(lines))
			}
		}
	}
}

package stampdesk

import (
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"
)

func every(members []Member) iter.Seq2[Member, error] {
	return func(yield func(Member, error) bool) {
		for _, m := range members {
			if !yield(m, nil) {
				return
			}
		}
	}
}

func newFinder(t testing.TB, members []Member) *Finder {
	t.Helper()
	f, err := NewFinder(every(members))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// named makes members of names, with ids and cards from 1.
func named(names ...string) (members []Member) {
	for i, n := range names {
		members = append(members, Member{ID: MemberID(i + 1), Card: CardNumber(31_000_001 + i), Name: n, Status: Official})
	}
	return members
}

func ids(found []Found) (ids []MemberID) {
	for _, f := range found {
		ids = append(ids, f.Member)
	}
	return ids
}

func wantFound(t *testing.T, f *Finder, query string, want ...MemberID) {
	t.Helper()
	found, total := f.Find(query, 100)
	if !slices.Equal(ids(found), want) || total != len(want) {
		t.Errorf("%q finds %v of %d, want %v", query, ids(found), total, want)
	}
}

func TestANameIsFoundByTheBeginningsOfItsWords(t *testing.T) {
	f := newFinder(t, named("Nguyễn Văn An", "Trần Thị Bình", "Đỗ Ước", "H'Hen Niê", "Lê Hồng-Hạnh"))
	for _, q := range []string{"ng v a", "NGUYEN", "an", "an nguyen", " Nguyễn  Văn An ", "nguyễn", "nguyê", "nguye\u0302", "văn", "an.", "a, v"} {
		wantFound(t, f, q, 1)
	}
	wantFound(t, f, "do", 3)
	wantFound(t, f, "uoc đ", 3)
	wantFound(t, f, "h'hen", 4)
	wantFound(t, f, "hanh", 5)
	for _, q := range []string{"nguyến", "vân an"} { // nobody has them so: they do not count
		wantFound(t, f, q, 1)
	}
	for _, q := range []string{"uyen", "nguyenvan", "an binh", "ann"} {
		wantFound(t, f, q)
	}
}

func TestDiacriticsCountWhereTheyAreTyped(t *testing.T) {
	f := newFinder(t, named("Lê Thị Hoa", "Lê Thị Hòa", "Lê Thị Hoà", "Lê Thị Hoá", "Lê Thị Đào", "Lê Thị Dào", "LE THI DAO"))
	wantFound(t, f, "hoa", 1, 2, 3, 4)
	wantFound(t, f, "hòa", 2, 3) // wherever the tone is written
	wantFound(t, f, norm.NFD.String("hoà"), 2, 3)
	wantFound(t, f, "HÒ", 2, 3)
	wantFound(t, f, "hó", 4)
	wantFound(t, f, "hoạ", 1, 2, 3, 4) // nobody's: as if without
	wantFound(t, f, "dao", 7, 6, 5)
	wantFound(t, f, "đao", 5)
	wantFound(t, f, "dào", 6, 5)
	wantFound(t, f, "lê dao", 6, 5)
	wantFound(t, f, "le dao", 7, 6, 5)
}

func TestANumberIsFoundByAPartOfIt(t *testing.T) {
	f := newFinder(t, []Member{
		{ID: 1, Card: 31_412_005, OldCard: 19_000_007, Record: "000512AB", Name: "Nguyễn Văn An"},
		{ID: 2, Card: 31_500_412, Record: "777777C", Name: "Trần Thị Bình"},
		{ID: 3, Record: "031412XY", Name: "Lê An"}, // no card
		{ID: 4, Card: 1_000_002, Name: "Phạm Cúc"},
	})
	wantFound(t, f, "412", 3, 1, 2)
	wantFound(t, f, "31.41", 3, 1) // 3 by the record number
	wantFound(t, f, "31.412.005", 1)
	wantFound(t, f, "31 412-005", 1)
	wantFound(t, f, "19000007", 1)
	wantFound(t, f, "412 an", 3, 1)
	wantFound(t, f, "an 412", 3, 1)
	wantFound(t, f, "31 an 512", 1)
	wantFound(t, f, "0512ab", 1)
	wantFound(t, f, "000512AB", 1)
	wantFound(t, f, "2xy", 3)
	wantFound(t, f, "01.000002", 4)
	wantFound(t, f, "314120051")
	wantFound(t, f, "00000000")
	wantFound(t, f, "123456789012345678901234567890")
}

func TestTheBestComesFirst(t *testing.T) {
	f := newFinder(t, []Member{
		{ID: 1, Card: 31_000_009, Name: "Nguyễn An Bình"},
		{ID: 2, Card: 31_000_008, Name: "Trần Văn An"},
		{ID: 3, Card: 31_000_007, Name: "Nguyễn Văn Ân"},
		{ID: 4, Card: 31_000_006, Name: "Nguyễn Văn An"},
		{ID: 5, Card: 31_000_005, Name: "Nguyễn Văn An"},
		{ID: 6, Card: 31_000_004, Name: "Lê Thị Anh"},
		{ID: 7, Card: 31_000_003, OldCard: 31_000_009, Record: "310000AN", Name: "Lê Zũng"},
		{ID: 8, Card: 31_000_002, OldCard: 12_310_000, Name: "Lê Dũng"},
	})
	wantFound(t, f, "an", 5, 4, 3, 2, 6, 1) // the whole of the given name, then by given name
	wantFound(t, f, "n a", 5, 4, 3, 1)
	wantFound(t, f, "310000", 5, 4, 3, 2, 6, 1, 8, 7)
}

func TestAnExactNumberComesFirst(t *testing.T) {
	f := newFinder(t, []Member{
		{ID: 1, Card: 31_000_001, Name: "Vũ Yên"},
		{ID: 2, Card: 31_000_002, OldCard: 31_000_001, Name: "Bùi An"},
		{ID: 3, Card: 31_000_003, Record: "123456AB", Name: "Lê Yến"},
		{ID: 4, Card: 31_000_004, Record: "123456ABC", Name: "Lê Anh"},
	})
	wantFound(t, f, "31.000001", 1, 2)
	wantFound(t, f, "123456ab", 3, 4)
	wantFound(t, f, "3100000", 2, 4, 3, 1)
}

func TestWhatCannotFitFindsNobody(t *testing.T) {
	f := newFinder(t, named("Nguyễn Văn An", "", " ", "\u0301", "1 2"))
	for _, q := range []string{"", " ", " \t\n", ".-", "\u0301", "\xff", strings.Repeat("a ", 1000), strings.Repeat("1", 1<<20)} {
		if found, total := f.Find(q, 10); found != nil || total != 0 {
			t.Errorf("%.20q finds %v of %d", q, found, total)
		}
	}
	var many []string // more different words than there are bits
	for i := range 100 {
		many = append(many, string(rune('a'+i%26))+string(rune('a'+i/26)))
	}
	wantFound(t, f, strings.Join(many, " "))
	wantFound(t, f, strings.Repeat("an ", 100), 1)
	wantFound(t, newFinder(t, nil), "an")
}

func TestTheLimitBoundsTheResultAndNotTheCount(t *testing.T) {
	f := newFinder(t, named("Lê An", "Lê Bình", "An Cúc", "Vũ Thị An"))
	for limit, want := range map[int]int{-1: 0, 0: 0, 1: 1, 2: 2, 3: 3, 4: 3, 1 << 62: 3} {
		all, _ := f.Find("an", 100)
		found, total := f.Find("an", limit)
		if len(found) != want || total != 3 || !slices.Equal(found, all[:want]) {
			t.Errorf("limit %d: %v of %d", limit, found, total)
		}
	}
}

func TestWhatIsFoundIsTheMember(t *testing.T) {
	m := Member{
		ID: 7, Card: 31_000_001, OldCard: 19_000_002, Record: "000001AB", Name: "ĐỖ Thị  Nhung", Birth: Date{Year: 1950},
		Unit: "P01", Cell: "Chi bộ 1", Status: Exempt,
	}
	guest := Member{ID: 8, Card: 31_000_002, Name: "Đỗ Nhung", Host: "P02", Status: Official}
	found, _ := newFinder(t, []Member{guest, m}).Find("nhung", 10)
	want := []Found{
		{Member: 8, Card: 31_000_002, Name: "Đỗ Nhung", Unit: "P02", Status: Official},
		{Member: 7, Card: 31_000_001, OldCard: 19_000_002, Name: "ĐỖ Thị  Nhung", Unit: "P01", Cell: "Chi bộ 1", Birth: Date{Year: 1950}, Status: Exempt},
	}
	if !slices.Equal(found, want) {
		t.Errorf("got %+v, want %+v", found, want)
	}
}

func TestTheErrorOfTheRosterIsThatOfTheFinder(t *testing.T) {
	f, err := NewFinder(func(yield func(Member, error) bool) {
		_ = yield(Member{ID: 1}, nil) && yield(Member{}, ErrDamaged)
	})
	if f != nil || !errors.Is(err, ErrDamaged) {
		t.Errorf("got %v, %v", f, err)
	}
}

func TestTheOrderOfTheRosterDoesNotMatter(t *testing.T) {
	members := invented(2000)
	f := newFinder(t, members)
	rng := rand.New(rand.NewPCG(3, 4))
	rng.Shuffle(len(members), func(i, j int) { members[i], members[j] = members[j], members[i] })
	g := newFinder(t, members)
	for _, q := range []string{"a", "ng v", "1", "31 h", "hò"} {
		x, n := f.Find(q, 5000)
		y, m := g.Find(q, 5000)
		if !slices.Equal(x, y) || n != m || n == 0 {
			t.Errorf("%q: %d and %d", q, n, m)
		}
	}
}

func TestManyMayAskAtATime(t *testing.T) {
	f := newFinder(t, invented(500))
	want, _ := f.Find("ng 1", 500)
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for range 20 {
				if got, _ := f.Find("ng 1", 500); !slices.Equal(got, want) {
					t.Error("they disturb each other")
				}
			}
		})
	}
	all.Wait()
}

// plainly is what Find promises, for queries without diacritics, in the
// slowest way.
func plainly(m *Member, query string) bool {
	names := strings.FieldsFunc(Fold(m.Name), betweenWords)
	numbers := []string{code(m.Record)}
	for _, n := range []CardNumber{m.Card, m.OldCard} {
		if n != 0 {
			numbers = append(numbers, n.Digits())
		}
	}
	var parts []string
	joins := false
	for _, token := range strings.FieldsFunc(Fold(query), betweenWords) {
		digits, others := 0, 0
		for _, r := range token {
			if '0' <= r && r <= '9' {
				digits++
			} else {
				others++
			}
		}
		switch {
		case digits == 0:
			if joins = false; !slices.ContainsFunc(names, func(n string) bool { return strings.HasPrefix(n, token) }) {
				return false
			}
		case others == 0 && joins:
			parts[len(parts)-1] += token
		default:
			parts, joins = append(parts, token), others == 0
		}
	}
	for _, p := range parts {
		if !slices.ContainsFunc(numbers, func(n string) bool { return strings.Contains(n, p) }) {
			return false
		}
	}
	return true
}

func TestFindAgreesWithAPlainWalk(t *testing.T) {
	members := invented(1000)
	f := newFinder(t, members)
	rng := rand.New(rand.NewPCG(5, 6))
	for range 200 {
		m := &members[rng.IntN(len(members))]
		var q []string
		for _, w := range strings.Fields(Fold(m.Name)) {
			if rng.IntN(2) == 0 {
				q = append(q, w[:1+rng.IntN(len(w))])
			}
		}
		if from := rng.IntN(8); rng.IntN(2) == 0 || len(q) == 0 {
			q = append(q, m.Card.Digits()[from:from+1+rng.IntN(8-from)])
		}
		rng.Shuffle(len(q), func(i, j int) { q[i], q[j] = q[j], q[i] })
		query := strings.Join(q, " ")
		var want []MemberID
		for i := range members {
			if plainly(&members[i], query) {
				want = append(want, members[i].ID)
			}
		}
		found, total := f.Find(query, len(members))
		got := ids(found)
		slices.Sort(got)
		if slices.Sort(want); !slices.Equal(got, want) || total != len(want) || !slices.Contains(got, m.ID) {
			t.Fatalf("%q finds %d, a plain walk %d", query, total, len(want))
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("Nguyễn Văn An", "000001AB", uint32(31_000_001), uint32(0), "ng v a")
	f.Add("Đỗ Ước", "", uint32(31_412_001), uint32(19_000_001), "412 đ")
	f.Add("Vũ Yên", "", uint32(31_000_001), uint32(0), "0\u05b4 1") // a mark on a digit
	f.Add("Nguye\u0302\u0303n", "1", uint32(0), uint32(1), "31.00 n 1a")
	f.Fuzz(func(t *testing.T, name, record string, card, old uint32, query string) {
		const numbers = 100_000_000
		members := append(named("Lê An", "Trần Thị Bình"), Member{
			ID: 9, Name: name, Record: record, Card: CardNumber(card % numbers), OldCard: CardNumber(old % numbers),
		})
		finder := newFinder(t, members)
		found, total := finder.Find(query, 10)
		if len(found) != total {
			t.Errorf("%q finds %v of %d", query, found, total)
		}
		for _, m := range found {
			i := slices.IndexFunc(members, func(o Member) bool { return o.ID == m.Member })
			if !plainly(&members[i], query) {
				t.Errorf("%q finds %+v", query, members[i])
			}
		}
		if _, ok := parseQuery(query); ok { // what is there is found, without diacritics at least
			for i := range members {
				if plainly(&members[i], query) && !slices.Contains(ids(found), members[i].ID) && Fold(query) == query {
					t.Errorf("%q does not find %+v", query, members[i])
				}
			}
		}
	})
}

// invented makes a roster of people who do not exist: families and middle
// words as they are met, a few hundred given names, and rare words.
func invented(n int) []Member {
	families := strings.Fields("Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Lê Lê Phạm Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Mai Tạ Lương Hà")
	middles := strings.Fields("Văn Văn Văn Thị Thị Thị Hữu Đức Quang Minh Ngọc Xuân Đình Công Thanh Bá Trọng Gia Thu Kim Bích Hồng Phương")
	givens := strings.Fields("Hùng Dũng Tuấn Anh Nam Sơn Hải Long Thắng Bình Cường Minh Hoà Hòa Khánh Lâm Phúc Quân Toàn Trung Việt Vinh " +
		"Thành Tiến Thịnh Kiên Đạt Khôi Bảo Chiến Nghĩa Phong Tùng Quyết Đông Luận Hương Hoa Lan Mai Hằng Nga Thuỷ Hà Linh Trang Thảo " +
		"Yến Oanh Nhung Hạnh Hiền Vân Tâm Loan Liên Huệ Dung Xuân Ngọc Ánh Tuyết Quỳnh Diệp Thơm Ước An Ân Ấn Ái Giang Hiếu Hoan")
	onsets := strings.Fields("b c ch d đ g gi h k kh l m n ng nh ph qu r s t th tr v x")
	rimes := strings.Fields("a ai an anh ao au ăn ăng âm ân âu e em en eo ê ên êu i iên iêu inh o oa oan oi ong ô ôn ông ơ ơn u ui un ung ư ương y yên")
	rng := rand.New(rand.NewPCG(7, 8))
	pick := func(from []string) string { return from[rng.IntN(len(from))] }
	rare := func() string {
		w := []rune(norm.NFD.String(pick(onsets) + pick(rimes)))
		w = append(w, []rune(toneMarks)[rng.IntN(5)])
		return norm.NFC.String(strings.ToUpper(string(w[:1])) + string(w[1:]))
	}
	used := map[CardNumber]bool{}
	var members []Member
	for i := range n {
		name := []string{pick(families), pick(middles)}
		if rng.IntN(3) == 0 {
			name = append(name, pick(middles))
		}
		if rng.IntN(10) == 0 {
			name = append(name, rare())
		} else {
			name = append(name, pick(givens))
		}
		m := Member{
			ID: MemberID(i + 1), Name: strings.Join(name, " "), Record: fmt.Sprintf("%06dAB", rng.IntN(1_000_000)),
			Birth: Date{int16(1930 + rng.IntN(70)), 1 + uint8(rng.IntN(12)), 1 + uint8(rng.IntN(28))}, Status: Official,
			Unit: UnitCode(fmt.Sprintf("TC%03d", rng.IntN(900))), Cell: fmt.Sprintf("Chi bộ %d", rng.IntN(300)),
		}
		for m.Card == 0 || used[m.Card] {
			m.Card = CardNumber(31_000_001 + rng.IntN(999_999))
		}
		used[m.Card] = true
		if rng.IntN(5) == 0 {
			m.OldCard = CardNumber(19_000_001 + rng.IntN(999_999))
		}
		members = append(members, m)
	}
	return members
}

// The queries that are measured: as typed by hand, few and many found.
var measured = []string{"n", "ng v a", "nguyễn văn hòa", "hùng", "412", "31.4120", "412 an", "1"}

// BenchmarkAQueryOver127455Members measures queries, and how many times longer
// a plain walk with strings.Contains takes over the same names and numbers,
// folded beforehand, in turns within the run: x-plain is the median.
//
//	go test -run - -bench Query
func BenchmarkAQueryOver127455Members(b *testing.B) { benchmarkQueries(b, 127_455) }

func BenchmarkAQueryOver480000Members(b *testing.B) { benchmarkQueries(b, 480_000) }

func benchmarkQueries(b *testing.B, n int) {
	members := invented(n)
	lines := make([]string, n)
	for i := range members {
		m := &members[i]
		lines[i] = Fold(m.Name) + " " + m.Card.Digits() + " " + m.OldCard.Digits() + " " + Fold(m.Record)
	}
	f := newFinder(b, members)
	for _, q := range measured {
		b.Run(strings.ReplaceAll(q, " ", "_"), func(b *testing.B) {
			b.ReportAllocs()
			words := strings.Fields(strings.ReplaceAll(Fold(q), ".", ""))
			var ratios []float64
			var worst time.Duration
			for b.Loop() {
				start := time.Now()
				if _, total := f.Find(q, 50); total == 0 {
					b.Fatal("nobody is found")
				}
				took := time.Since(start)
				b.StopTimer()
				worst = max(worst, took)
				if len(ratios) < 100 {
					start, plain := time.Now(), 0
					for _, l := range lines {
						fits := true
						for _, w := range words {
							if fits = strings.Contains(l, w); !fits {
								break
							}
						}
						if fits {
							plain++
						}
					}
					if plain == 0 {
						b.Fatal("a plain walk finds nobody")
					}
					ratios = append(ratios, float64(time.Since(start))/float64(took))
				}
				b.StartTimer()
			}
			slices.Sort(ratios)
			b.ReportMetric(ratios[len(ratios)/2], "x-plain")
			b.ReportMetric(float64(worst.Microseconds())/1000, "worst-ms")
		})
	}
}

func BenchmarkMakingAFinder(b *testing.B) {
	for _, n := range []int{127_455, 480_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			members := invented(n)
			var f *Finder
			b.ReportAllocs()
			for b.Loop() {
				f = newFinder(b, members)
			}
			var with, without runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&with)
			words := len(f.words)
			runtime.KeepAlive(f)
			f = nil
			runtime.GC()
			runtime.ReadMemStats(&without)
			b.ReportMetric(float64(with.HeapAlloc-without.HeapAlloc)/float64(n), "kept-B/member")
			b.ReportMetric(float64(words), "words")
		})
	}
}

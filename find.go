package stampdesk

import (
	"cmp"
	"iter"
	"slices"
	"sort"
	"strings"
)

// Finder finds members by what a person types of a name or a number. It is
// made once for a roster, never changes, and may be used by many at a time.
//
// It keeps the members in the order of names, and of a name the numbers of its
// words: a query is compared with the few thousand different words, then every
// member costs one look at each of its words. All that a query walks over lies
// in the order of the walk: it is memory that takes the time. The long slices
// hold no pointers, so that the garbage collector passes over them.
type Finder struct {
	people  []person  // by name; one more, to end the last
	details []details // the same people
	ids     []uint32  // the words of the names, as places in words
	numbers string    // see person
	names   string
	words   []spelling // by their letters without diacritics
	units   []string
	cells   []string
}

// person is what a query looks at: where in ids the words begin, and where in
// numbers the card number, the old one and the record number, each with a line
// end. They end where those of the next person begin.
type person struct{ word, number uint32 }

// details are the rest of a person.
type details struct {
	id         MemberID
	card, old  CardNumber
	name, end  uint32 // where in names
	unit, cell uint32
	birth      Date
	status     Status
}

// Found is a member that was found.
type Found struct {
	Member  MemberID
	Card    CardNumber // zero: no card yet
	OldCard CardNumber
	Name    string
	Unit    UnitCode // of a guest the host
	Cell    string
	Birth   Date
	Status  Status
}

// NewFinder takes what it needs of the members of a roster, in any order. The
// error is that of the iterator.
func NewFinder(members iter.Seq2[Member, error]) (*Finder, error) {
	var f Finder
	var drafts []draft
	var words, units, cells distinct
	for m, err := range members {
		if err != nil {
			return nil, err
		}
		d := draft{name: m.Name, record: code(m.Record), from: len(f.ids), details: details{
			id: m.ID, card: m.Card, old: m.OldCard, birth: m.Birth, status: m.Status,
			unit: units.place(string(cmp.Or(m.Unit, m.Host))), cell: cells.place(m.Cell),
		}}
		for w := range strings.FieldsFuncSeq(m.Name, betweenWords) {
			f.ids = append(f.ids, words.place(w))
		}
		d.to = len(f.ids)
		drafts = append(drafts, d)
	}
	f.units, f.cells = units.all, cells.all
	alike := f.sortWords(words.all)
	f.sortPeople(drafts, alike)
	f.layOut(drafts)
	return &f, nil
}

// draft is a member while the Finder is made.
type draft struct {
	details
	name, record string
	from, to     int // where in ids
	rank         uint64
}

// sortWords puts the words into their order, which is that without diacritics
// first, and renumbers them in ids. It gives for every word the first that
// folds to the same.
func (f *Finder) sortWords(written []string) (alike []uint32) {
	type numbered struct {
		spelling
		was int
	}
	all := make([]numbered, len(written))
	for i, w := range written {
		all[i] = numbered{spell(w), i}
	}
	slices.SortFunc(all, func(a, b numbered) int {
		return cmp.Or(cmp.Compare(a.folded, b.folded), cmp.Compare(a.toneless, b.toneless), cmp.Compare(a.tones, b.tones))
	})
	now := make([]uint32, len(all))
	for _, w := range all {
		n := len(f.words)
		if n == 0 || f.words[n-1] != w.spelling {
			first := uint32(n)
			if n > 0 && f.words[n-1].folded == w.folded {
				first = alike[n-1]
			}
			f.words, alike = append(f.words, w.spelling), append(alike, first)
		}
		now[w.was] = uint32(len(f.words) - 1)
	}
	for i, id := range f.ids {
		f.ids[i] = now[id]
	}
	return alike
}

// sortPeople puts people into the order of names: by the given name, then the
// whole name, without diacritics; then the same with them, then by card.
func (f *Finder) sortPeople(drafts []draft, alike []uint32) {
	for i := range drafts { // most are told apart by their given and first words
		if r := &drafts[i]; r.to > r.from {
			r.rank = 1 + (uint64(alike[f.ids[r.to-1]])<<32 | uint64(alike[f.ids[r.from]]))
		}
	}
	folded := func(a, b uint32) int { return cmp.Compare(alike[a], alike[b]) }
	slices.SortFunc(drafts, func(a, b draft) int {
		if a.rank != b.rank {
			return cmp.Compare(a.rank, b.rank)
		}
		x, y := f.ids[a.from:a.to], f.ids[b.from:b.to]
		if c := slices.CompareFunc(x, y, folded); c != 0 {
			return c
		}
		last := max(len(x)-1, 0) // they are of one length now
		return cmp.Or(slices.Compare(x[last:], y[last:]), slices.Compare(x, y), cmp.Compare(a.card, b.card), cmp.Compare(a.id, b.id))
	})
}

// layOut writes people one after the other in their order.
func (f *Finder) layOut(drafts []draft) {
	var numbers, names strings.Builder
	ids := make([]uint32, 0, len(f.ids))
	f.people, f.details = make([]person, 0, len(drafts)+1), make([]details, 0, len(drafts))
	next := func() person { return person{uint32(len(ids)), uint32(numbers.Len())} }
	for i := range drafts {
		r := &drafts[i]
		f.people = append(f.people, next())
		ids = append(ids, f.ids[r.from:r.to]...)
		for _, n := range []CardNumber{r.card, r.old} {
			if n != 0 {
				numbers.WriteString(n.Digits())
			}
			numbers.WriteByte('\n')
		}
		numbers.WriteString(r.record)
		numbers.WriteByte('\n')
		d := r.details
		d.name = uint32(names.Len())
		names.WriteString(r.name)
		d.end = uint32(names.Len())
		f.details = append(f.details, d)
	}
	f.people = append(f.people, next())
	f.ids, f.numbers, f.names = ids, strings.Clone(numbers.String()), strings.Clone(names.String())
}

// The order in which Find gives what it found; within each, that of names.
const (
	byCard   = iota // the whole card number was typed
	byNumber        // the whole old number, or record number
	byGiven         // the whole given name was typed
	byPart
	ranks
)

// Find gives the members that fit a query, at most limit of them, the best
// first, and says how many fit. A query of nothing but blanks fits nobody.
//
// Every word of the query is the beginning of a word of the name, "ng v a" of
// Nguyễn Văn An. A letter without diacritics stands for any; one that has them
// for itself only, and a tone for its word, unless nobody fits so: then they do
// not count. Digits are a part of the card number, of the old one or of the
// record number, whatever stands between them; after a word begins a new part.
func (f *Finder) Find(query string, limit int) (found []Found, total int) {
	q, ok := parseQuery(query)
	if !ok {
		return nil, 0
	}
	limit = max(limit, 0)
	at, total := f.walk(&q, true, limit)
	if total == 0 && slices.ContainsFunc(q.words, func(w spelling) bool { return w.marked() }) {
		at, total = f.walk(&q, false, limit)
	}
	for _, rank := range at {
		for _, i := range rank[:min(len(rank), limit-len(found))] {
			found = append(found, f.found(i))
		}
	}
	return found, total
}

func (f *Finder) found(i int) Found {
	d := &f.details[i]
	return Found{
		Member: d.id, Card: d.card, OldCard: d.old, Name: f.names[d.name:d.end], Birth: d.birth, Status: d.status,
		Unit: UnitCode(f.units[d.unit]), Cell: f.cells[d.cell],
	}
}

// walk gives the places of the people that fit, at most limit of each rank.
func (f *Finder) walk(q *query, exact bool, limit int) (at [ranks][]int, total int) {
	begins, whole, ok := f.match(q.words, exact)
	if !ok {
		return at, 0
	}
	for i := range q.parts {
		q.parts[i].hit = -1
	}
	all := uint64(1)<<len(q.words) - 1
	for i := range len(f.people) - 1 {
		p, next := &f.people[i], &f.people[i+1]
		rank := byPart
		if all != 0 {
			var has uint64
			words := f.ids[p.word:next.word]
			for _, id := range words {
				has |= begins[id]
			}
			if has != all {
				continue
			}
			if whole[words[len(words)-1]] {
				rank = byGiven
			}
		}
		if len(q.parts) > 0 {
			best, ok := f.hold(int(p.number), int(next.number), q.parts)
			if !ok {
				continue
			}
			rank = min(rank, best)
		}
		if total++; len(at[rank]) < limit {
			at[rank] = append(at[rank], i)
		}
	}
	return at, total
}

// match says of every word that names have which words of the query begin it,
// a bit for each, and whether one of them is the whole of it; not ok: a word
// of the query begins none.
func (f *Finder) match(words []spelling, exact bool) (begins []uint64, whole []bool, ok bool) {
	begins, whole = make([]uint64, len(f.words)), make([]bool, len(f.words))
	for i := range words {
		q, any := &words[i], false
		from := sort.Search(len(f.words), func(j int) bool { return f.words[j].folded >= q.folded })
		for j := from; j < len(f.words) && strings.HasPrefix(f.words[j].folded, q.folded); j++ {
			if w := &f.words[j]; !exact || q.in(w) {
				begins[j] |= 1 << i
				whole[j] = whole[j] || len(w.folded) == len(q.folded)
				any = true
			}
		}
		if !any {
			return nil, nil, false
		}
	}
	return begins, whole, true
}

// hold reports whether the numbers of a person hold every part, and the best
// rank that one of them has.
func (f *Finder) hold(from, to int, parts []part) (rank int, ok bool) {
	rank = byPart
	for i := range parts {
		p := &parts[i]
		if !p.in(f.numbers, from, to) {
			return 0, false
		}
		end := p.hit + len(p.text)
		switch {
		case f.numbers[end] != '\n':
		case p.hit == from:
			rank = byCard
		case f.numbers[p.hit-1] == '\n':
			rank = min(rank, byNumber)
		}
	}
	return rank, true
}

// query is a query taken apart.
type query struct {
	words []spelling
	parts []part
}

// part is a part of a number.
type part struct {
	text string
	hit  int // where in has found it
}

const (
	digits   = "0123456789"
	maxQuery = 500 // bytes: longer than any name with its numbers
	maxWords = 64  // the bits that match has
)

// parseQuery takes a query apart; not ok: it can fit nobody.
func parseQuery(text string) (q query, ok bool) {
	if len(text) > maxQuery {
		return q, false
	}
	var parts []string
	joins := false // more digits would belong to the last part
	for token := range strings.FieldsFuncSeq(text, betweenWords) {
		folded := Fold(token)
		switch w := spell(token); {
		case folded == "": // a mark on nothing
		case !strings.ContainsAny(folded, digits):
			joins = false
			if !slices.Contains(q.words, w) {
				q.words = append(q.words, w)
			}
		case strings.Trim(folded, digits) != "":
			parts, joins = append(parts, folded), false
		case joins:
			parts[len(parts)-1] += folded
		default:
			parts, joins = append(parts, folded), true
		}
	}
	for _, text := range parts {
		if p := (part{text: text}); !slices.Contains(q.parts, p) {
			q.parts = append(q.parts, p)
		}
	}
	return q, len(q.words)+len(q.parts) > 0 && len(q.words) <= maxWords
}

// code is a number with letters, as a record number is, fit for searching.
func code(s string) string {
	return strings.Join(strings.FieldsFunc(Fold(s), betweenWords), "")
}

// in reports whether the part is in numbers[from:to]. It is asked for one
// stretch after the other, and searches all of numbers once.
func (p *part) in(numbers string, from, to int) bool {
	if p.hit < from {
		p.hit = len(numbers)
		if i := strings.Index(numbers[from:], p.text); i >= 0 {
			p.hit = from + i
		}
	}
	return p.hit < to
}

// distinct gives equal strings one place.
type distinct struct {
	places map[string]uint32
	all    []string
}

func (d *distinct) place(s string) uint32 {
	if at, ok := d.places[s]; ok {
		return at
	}
	if d.places == nil {
		d.places = map[string]uint32{}
	}
	s = strings.Clone(s)
	d.places[s] = uint32(len(d.all))
	d.all = append(d.all, s)
	return d.places[s]
}

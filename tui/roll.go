package tui

import (
	"context"
	"slices"
	"strings"

	"stampdesk"
)

// roll is a list of any length: its rows are made when they are drawn, and an
// errand finds those that fit what was typed. What it is about does not change
// while it shows it.
type roll struct {
	count     int
	row       func(i int) row
	sieve     *sieve
	loaded    bool
	filter    field
	filtering bool
	left      string // what was searched for before Esc
	query     string // that fits was found by
	fits      []int  // rows; all of them where query is empty
	at        int    // in them
	keep      int    // the row to be chosen once the search is done, counted from 1; 0: the first
}

// sieve is what the rows are found by, folded once. Only errands touch it, and
// they run one after another.
type sieve struct {
	count  int
	words  func(i int) string
	folded []string
}

// put takes n rows; the choice stays at its place. words are what one is found by, as they are written; they
// are asked for in an errand and MUST touch nothing that changes.
func (r *roll) put(s *shell, n int, row func(i int) row, words func(i int) string) {
	chosen := r.chosen()
	r.count, r.row, r.loaded = n, row, true
	r.sieve = &sieve{count: n, words: words}
	r.query, r.fits, r.keep = "", nil, 0
	r.choose(max(chosen, 0))
	r.sift(s)
}

// choose turns to a row that was taken, and to the same once what is searched for
// is found among the new rows.
func (r *roll) choose(row int) {
	if r.at = row; r.query != stampdesk.Fold(r.filter.value()) {
		r.keep = row + 1
	}
}

// length is how many rows fit.
func (r *roll) length() int {
	if r.query == "" {
		return r.count
	}
	return len(r.fits)
}

// place is the row that stands at i among those that fit.
func (r *roll) place(i int) int {
	if r.query == "" {
		return i
	}
	return r.fits[i]
}

// chosen is the row that the pointer is at, or -1.
func (r *roll) chosen() int {
	n := r.length()
	if n == 0 {
		return -1
	}
	return r.place(min(max(r.at, 0), n-1))
}

// now is the chosen row, or nil.
func (r *roll) now() *row {
	i := r.chosen()
	if i < 0 {
		return nil
	}
	made := r.row(i)
	return &made
}

// searching reports that letters are text, not keys.
func (r *roll) searching() bool { return r.filtering || r.filter.text != "" }

// key moves the choice and edits what is searched for. It reports whether the
// key was for that; letters are, unless the page has taken them before.
func (r *roll) key(s *shell, in input) bool {
	r.keep = 0
	switch {
	case in.is(keys.Esc) && r.searching():
		r.left, r.filtering, r.filter.text = r.filter.text, false, ""
		r.sift(s)
	case in.moves():
		r.at = in.moved(r.at, r.length())
	case !r.searching() && in.is(keys.Find):
		r.filtering = true
		r.filter.again(r.left)
		r.sift(s)
	default:
		edited := r.filter.key(in)
		if edited {
			r.at = 0
			r.sift(s)
		}
		return edited
	}
	return true
}

// sift sends for the rows that fit what was typed.
func (r *roll) sift(s *shell) {
	query, all := stampdesk.Fold(r.filter.value()), r.sieve
	if all == nil || query == r.query {
		return
	}
	if query == "" {
		if i := r.chosen(); i >= 0 { // the choice stays with its row
			r.at = i
		}
		r.query, r.fits = "", nil
		return
	}
	s.fetch(errand{"sift", func(ctx context.Context) (func(*shell), error) {
		fits, err := all.find(ctx, query)
		return func(s *shell) {
			if r.sieve == all && query == stampdesk.Fold(r.filter.value()) {
				r.query, r.fits = query, fits
				r.kept()
			}
		}, err
	}})
}

// kept turns to the row that was chosen before it was searched for.
func (r *roll) kept() {
	if r.keep == 0 {
		return
	}
	if i := slices.Index(r.fits, r.keep-1); i >= 0 {
		r.at = i
	}
	r.keep = 0
}

func (v *sieve) find(ctx context.Context, query string) ([]int, error) {
	for i := len(v.folded); i < v.count; i++ {
		v.folded = append(v.folded, stampdesk.Fold(v.words(i)))
	}
	var fits []int
	for i, t := range v.folded {
		if strings.Contains(t, query) {
			fits = append(fits, i)
		}
	}
	return slices.Clip(fits), ctx.Err()
}

// view draws the rows, what is said of the chosen one, and the latest message.
func (r *roll) view(s *shell, head heading, w, h int) []string {
	out := []string{r.head(s, " "+s.style.Head.Render(head.title), w), s.fit("", w)}
	return append(out, r.body(s, head, w, h-len(out))...)
}

// head is a title with what is searched for at its end.
func (r *roll) head(s *shell, title string, w int) string {
	if !r.searching() {
		return s.fit(title, w)
	}
	busy := ""
	if stampdesk.Fold(r.filter.value()) != r.query {
		busy = s.style.Tone[quiet].Render(s.words.Sifting) + "  "
	}
	return s.ends(title, "  "+busy+s.words.Find+" "+r.filter.view(s, 24, true)+" ", w)
}

// body is all of it but the title.
func (r *roll) body(s *shell, head heading, w, h int) []string {
	note := s.noteLines(w)
	switch {
	case !r.loaded:
		return s.foot([]string{"", "  " + s.style.Tone[quiet].Render(s.words.ReadingStore)}, note, w, h)
	case r.count == 0:
		return s.foot([]string{"", "  " + head.empty, "", "  " + s.style.Tone[quiet].Render(head.how)}, note, w, h)
	}
	var out, below []string
	n := r.length()
	r.at = min(max(r.at, 0), max(n-1, 0))
	if chosen := r.now(); chosen != nil && chosen.detail != nil {
		below = append(below, s.style.Tone[quiet].Render(" "+strings.Repeat(s.sign.Rule, w-2)))
		for _, t := range s.wrap(chosen.detail(s), w-4, 3) {
			below = append(below, "  "+t)
		}
	}
	below = append(below, note...)
	if len(head.columns) > 0 {
		out = append(out, s.style.Tone[quiet].Render(s.fit("   "+s.cells(w-4, &head, head.columns), w)))
	}
	if n == 0 {
		return s.foot(append(out, "  "+s.words.NothingFits), below, w, h)
	}
	room := h - len(out) - len(below)
	from, to := window(n, room, r.at)
	seen := list{first: from}
	places := make([]int, 0, to-from)
	for i := from; i < to; i++ {
		places = append(places, len(seen.rows))
		seen.rows = append(seen.rows, r.row(r.place(i)))
	}
	return s.foot(append(out, seen.lines(s, places, r.at-from, &head, w, room)...), below, w, h)
}

// hints are the keys of a page with the roll on it: those of its own, while
// there is something to act on, and those that every list has.
func (r *roll) hints(s *shell, own ...hint) []hint {
	if r.count == 0 {
		return []hint{{"Esc", s.words.KeyBack}, {"?", s.words.KeyHelp}}
	}
	return append(own, hint{"/", s.words.KeyFind}, hint{"Esc", s.words.KeyBack}, hint{"?", s.words.KeyHelp})
}

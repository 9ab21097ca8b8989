package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"stampdesk"
)

// hands are the names of those who count, in JSON.
var hands = [stampdesk.Hands]string{"declared", "listed", "roster", "desk"}

type unitJSON struct {
	Unit          stampdesk.UnitCode        `json:"unit"`
	Name          string                    `json:"name"`
	Batches       []stampdesk.BatchID       `json:"batches"`
	Closed        bool                      `json:"closed"`
	Differences   int                       `json:"differences"`
	Figures       map[string]map[string]int `json:"figures"`
	Convention    stampdesk.Convention      `json:"convention,omitempty"`
	Within        *int                      `json:"not_stamped_within,omitempty"`
	Apart         *int                      `json:"not_stamped_apart,omitempty"`
	WithoutCardBy map[stampdesk.Reason]int  `json:"without_card_by"`
	Hosted        int                       `json:"hosted"`
	Away          int                       `json:"away"`
	Guests        handledJSON               `json:"guests"`
	NewCards      handledJSON               `json:"new_cards"`
}

func reconciliationJSON(r *stampdesk.Reconciliation, round int) map[string]any {
	units, all := []unitJSON{}, []stampdesk.Difference{}
	known := func(n int) *int {
		if n < 0 {
			return nil
		}
		return &n
	}
	for i := range r.Units {
		u := &r.Units[i]
		j := unitJSON{
			Unit: u.Unit.Code, Name: u.Unit.Name, Batches: []stampdesk.BatchID{}, Closed: u.Closed, Differences: u.NeedsAttention(),
			Figures: figuresJSON(u.Figures), Convention: u.Declared.Convention, Within: known(u.Declared.Within), Apart: known(u.Declared.Apart),
			WithoutCardBy: counts(u.WithoutCardBy), Hosted: u.Hosted, Away: u.Away, Guests: handledOf(u.Guests), NewCards: handledOf(u.NewCards),
		}
		for _, b := range u.Batches {
			j.Batches = append(j.Batches, b.ID)
		}
		units = append(units, j)
		all = append(all, u.Differences...)
	}
	return map[string]any{
		"ok": r.NeedsAttention() == 0, "round": round, "units": units, "total": figuresJSON(r.Total), "differences": differencesJSON(all),
	}
}

func figuresJSON(rows []stampdesk.FigureRow) map[string]map[string]int {
	out := map[string]map[string]int{}
	for _, row := range rows {
		by := map[string]int{}
		for h, n := range row.By {
			if n >= 0 {
				by[hands[h]] = n
			}
		}
		out[row.Figure] = by
	}
	return out
}

// tellRound shows the units, those first that need attention most, the round
// as a whole, and every difference.
func (a *app) tellRound(r *stampdesk.Reconciliation) {
	units := slices.Clone(r.Units)
	slices.SortStableFunc(units, func(x, y stampdesk.Reconciled) int {
		return cmp.Or(cmp.Compare(y.NeedsAttention(), x.NeedsAttention()), cmp.Compare(len(y.Differences), len(x.Differences)))
	})
	a.tellUnits(units, r.Total, r.NeedsAttention())
	a.tellFigures(r.Total)
	var all []stampdesk.Difference
	for i := range units {
		all = append(all, units[i].Differences...)
	}
	a.tellByKind(all, true)
	if n := r.NeedsAttention(); n > 0 {
		fmt.Fprintf(a.out, a.t.RoundReconciled, len(units), n)
	} else {
		fmt.Fprintf(a.out, a.t.RoundAgrees, len(units))
	}
}

func (a *app) tellUnit(u *stampdesk.Reconciled) {
	l := a.conf.lang()
	fmt.Fprintf(a.out, a.t.ReconciledUnit, u.Unit.Code, u.Unit.Name)
	a.tellFigures(u.Figures)
	if u.Declared.Within >= 0 {
		fmt.Fprintf(a.out, a.t.SubtotalWithin, l.Number(u.Declared.Within))
	}
	if u.Declared.Apart >= 0 {
		fmt.Fprintf(a.out, a.t.SubtotalApart, l.Number(u.Declared.Apart))
	}
	if u.Declared.Within >= 0 || u.Declared.Apart >= 0 {
		fmt.Fprint(a.out, map[stampdesk.Convention]string{
			"": a.t.FitsBoth, stampdesk.DamagedWithin: a.t.FollowsWithin, stampdesk.DamagedApart: a.t.FollowsApart,
		}[u.Declared.Convention])
	}
	var why []string
	for _, r := range slices.Sorted(maps.Keys(counts(u.WithoutCardBy))) {
		why = append(why, r.Label(l)+" "+l.Number(u.WithoutCardBy[r]))
	}
	if why != nil {
		fmt.Fprintf(a.out, a.t.CardlessBy, strings.Join(why, ", "))
	}
	if guests := u.Guests.Seen(); u.Hosted+u.Away+guests > 0 {
		fmt.Fprintf(a.out, a.t.VisitorCards, l.Number(u.Hosted), l.Number(u.Away), l.Number(guests))
	}
	if len(u.Batches) > 0 && !u.Closed {
		fmt.Fprint(a.out, a.t.NotClosedYet)
	}
	a.tellByKind(u.Differences, false)
	if n := u.NeedsAttention(); n > 0 {
		fmt.Fprintf(a.out, a.t.RoundReconciled, 1, n)
	} else {
		fmt.Fprintf(a.out, a.t.RoundAgrees, 1)
	}
}

// tellFigures sets the figures by the four hands; a hand that says nothing
// leaves its place empty.
func (a *app) tellFigures(rows []stampdesk.FigureRow) {
	const name, wide = 22, 14
	figures := stampdesk.WordsIn(a.conf.lang()).Figures
	line := padded("", name)
	for _, h := range strings.Split(a.t.ReconciledHands, "|") {
		line += flushed(h, wide)
	}
	fmt.Fprintln(a.out, line)
	for _, row := range rows {
		line := padded(figures[row.Figure], name)
		for _, n := range row.By {
			line += flushed(a.said(n), wide)
		}
		fmt.Fprintln(a.out, strings.TrimRight(line, " "))
	}
}

// column is a figure as one hand gives it, in the table of units.
type column struct {
	figure string
	hand   stampdesk.Hand
}

var unitColumns = [...]column{
	{"with_card", stampdesk.ByDeclaration}, {"with_card", stampdesk.ByRoster}, {"proposed", stampdesk.ByDeclaration},
	{"proposed", stampdesk.ByLists}, {"stamped", stampdesk.ByDeclaration}, {"stamped", stampdesk.ByDesk},
	{"not_stamped", stampdesk.ByDeclaration}, {"not_stamped", stampdesk.ByDesk},
}

// tellUnits sets the units in a table of 80 columns.
func (a *app) tellUnits(units []stampdesk.Reconciled, total []stampdesk.FigureRow, differences int) {
	const code, count, wide = 9, 6, 8
	heads, under := strings.Split(a.t.ReconciledHead, "|"), strings.Split(a.t.ReconciledUnder, "|")
	line := padded(heads[0], code) + flushed(heads[1], count)
	for _, h := range heads[2:] {
		line += flushed(h, 2*wide)
	}
	fmt.Fprintln(a.out, line)
	line = padded("", code+count)
	for _, h := range under {
		line += flushed(h, wide)
	}
	fmt.Fprintln(a.out, line)
	row := func(name string, n int, rows []stampdesk.FigureRow) {
		line := padded(name, code) + flushed(a.conf.lang().Number(n), count)
		for _, c := range unitColumns {
			i := slices.IndexFunc(rows, func(r stampdesk.FigureRow) bool { return r.Figure == c.figure })
			line += flushed(a.said(rows[i].By[c.hand]), wide)
		}
		fmt.Fprintln(a.out, strings.TrimRight(line, " "))
	}
	for i := range units {
		row(string(units[i].Unit.Code), units[i].NeedsAttention(), units[i].Figures)
	}
	row(a.t.ReconciledAll, differences, total)
	fmt.Fprintln(a.out)
}

// said is a count, or a dash where a hand says nothing.
func (a *app) said(n int) string {
	if n < 0 {
		return "-"
	}
	return a.conf.lang().Number(n)
}

// tellByKind names the differences under the title of each kind.
func (a *app) tellByKind(all []stampdesk.Difference, units bool) {
	w := stampdesk.WordsIn(a.conf.lang())
	for _, k := range stampdesk.DifferenceKinds {
		var lines []string
		for _, d := range all {
			if d.Kind != k {
				continue
			}
			line := "  " + a.differenceSentence(d)
			if units {
				line = "  " + string(d.Unit) + "  " + a.differenceSentence(d)
			}
			lines = append(lines, line)
		}
		if lines != nil {
			fmt.Fprintf(a.out, "\n%s (%s)\n%s\n", w.Differences[k], a.conf.lang().Number(len(lines)), strings.Join(lines, "\n"))
		}
	}
	if len(all) > 0 {
		fmt.Fprintln(a.out)
	}
}

// reconciliationRows are the whole reconciliation as a table for a file: the
// figures of each unit and of the round, then every difference.
func (a *app) reconciliationRows(r *stampdesk.Reconciliation) [][]string {
	w := stampdesk.WordsIn(a.conf.lang())
	head := append(strings.Split(a.t.ReconciledHead, "|")[:1], "", "")
	rows := [][]string{append(head, strings.Split(a.t.ReconciledHands, "|")...)}
	add := func(code, name string, figures []stampdesk.FigureRow) {
		for _, f := range figures {
			row := []string{code, name, w.Figures[f.Figure]}
			for _, n := range f.By {
				if n < 0 {
					row = append(row, "")
				} else {
					row = append(row, strconv.Itoa(n))
				}
			}
			rows = append(rows, row)
		}
	}
	var all []stampdesk.Difference
	for i := range r.Units {
		u := &r.Units[i]
		add(string(u.Unit.Code), u.Unit.Name, u.Figures)
		all = append(all, u.Differences...)
	}
	add(a.t.ReconciledAll, "", r.Total)
	return append(append(rows, []string{""}), a.findingRows(all)...)
}

// padded is a text cut or filled to a width, from the left.
func padded(s string, width int) string {
	if utf8.RuneCountInString(s) > width-1 && width > 2 {
		s = string([]rune(s)[:width-2]) + "…"
	}
	return s + strings.Repeat(" ", max(0, width-utf8.RuneCountInString(s)))
}

// flushed is a text filled to a width, to the right.
func flushed(s string, width int) string {
	return strings.Repeat(" ", max(0, width-utf8.RuneCountInString(s))) + s
}

package main

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"stampdesk"
)

// fewFlaws is how many members of one kind a screen can be read with.
const fewFlaws = 100

type flawJSON struct {
	Kind   stampdesk.FlawKind  `json:"kind"`
	Card   string              `json:"card,omitempty"`
	Record string              `json:"record,omitempty"`
	Name   string              `json:"name"`
	Unit   stampdesk.UnitCode  `json:"unit,omitempty"`
	Cell   string              `json:"cell,omitempty"`
	Field  stampdesk.Field     `json:"field,omitempty"`
	Fault  stampdesk.DateFault `json:"fault,omitempty"`
	Date   string              `json:"date,omitempty"`
	Other  string              `json:"other,omitempty"` // number, or name where there is none
	Note   string              `json:"note,omitempty"`
}

type coverageJSON struct {
	Field   stampdesk.Field `json:"field"`
	Have    int             `json:"have"`
	Of      int             `json:"of"`
	Percent string          `json:"percent"`
}

// qualityAsk is what of the roster's quality is asked for.
type qualityAsk struct {
	unit, kind, out string
	known           int
}

func (a *app) qualityCommand() *cobra.Command {
	var q qualityAsk
	cmd := &cobra.Command{
		Use: "quality", Short: "Chỗ thiếu, chỗ sai trong danh sách đảng viên / what is missing or wrong in the roster", Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if q.kind != "" && !slices.Contains(stampdesk.FlawKinds[:], stampdesk.FlawKind(q.kind)) {
				return fail(exitUsage, "--kind "+kindNames(), a.t.NoSuchFlaw, q.kind)
			}
			if cmd.Flags().Changed("known") && q.known <= 0 {
				return fail(exitUsage, "--known 127455", a.t.BadKnown, q.known)
			}
			return a.look(cmd.Context(), func(s stampdesk.Snapshot) (func() error, error) {
				if q.unit != "" {
					u, err := s.Unit(stampdesk.UnitCode(q.unit))
					if err == nil && u == nil {
						err = a.declined(stampdesk.Outcome{Refusal: stampdesk.UnknownUnit, About: q.unit})
					}
					if err != nil {
						return nil, err
					}
				}
				found, err := stampdesk.QualityOf(s, stampdesk.UnitCode(q.unit), stampdesk.DateOf(a.now().Local()))
				return func() error { return a.showQuality(&found, q) }, err
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&q.unit, "unit", "", "mã đơn vị / unit code")
	f.StringVar(&q.kind, "kind", "", "chỉ loại này / one kind only: "+kindNames())
	f.IntVar(&q.known, "known", 0, "số đảng viên theo cơ sở dữ liệu khác / number of members known elsewhere")
	f.StringVar(&q.out, "out", "", "tệp csv nhận tất cả / csv for all of them")
	return cmd
}

func kindNames() string {
	var names []string
	for _, k := range stampdesk.FlawKinds {
		names = append(names, string(k))
	}
	return strings.Join(names, "|")
}

func (a *app) showQuality(found *stampdesk.Quality, q qualityAsk) error {
	flaws := found.Flaws
	if q.kind != "" {
		flaws = found.Of(stampdesk.FlawKind(q.kind))
	}
	if err := a.writeTable(q.out, a.flawRows(flaws)); err != nil {
		return err
	}
	if a.flags.json {
		return a.printJSON(qualityJSON(found, flaws, q))
	}
	a.tellQuality(found, q)
	for _, k := range stampdesk.FlawKinds {
		if q.kind == "" || q.kind == string(k) {
			a.tellFlaws(k, found.Of(k))
		}
	}
	if len(flaws) == 0 {
		fmt.Fprint(a.out, a.t.QualityNone)
	}
	return a.tellWritten(q.out)
}

// tellQuality shows the sums: the members, how full the fields are, how much
// of each kind there is.
func (a *app) tellQuality(found *stampdesk.Quality, q qualityAsk) {
	l, t := a.conf.lang(), found.Total
	w := stampdesk.WordsIn(l)
	fmt.Fprintf(a.out, a.t.QualityHead, l.Number(found.Members), l.Number(t.Members()), l.Number(t.Official), l.Number(t.Probationary))
	switch off := t.Members() - q.known; {
	case q.known == 0:
	case off == 0:
		fmt.Fprintf(a.out, a.t.KnownSame, l.Number(q.known), l.Number(t.Members()))
	default:
		fmt.Fprintf(a.out, a.t.KnownElsewhere, l.Number(q.known), l.Number(t.Members()), l.Number(max(off, -off)))
	}
	fmt.Fprint(a.out, a.t.QualityCoverage)
	for _, c := range found.Coverage {
		if c.Of > 0 {
			fmt.Fprintf(a.out, a.t.CoverageRow, padded(w.Fields[c.Field], 16), l.Number(c.Have), l.Number(c.Of), c.Share().In(l))
		}
	}
	if len(found.Flaws) == 0 {
		return
	}
	fmt.Fprint(a.out, a.t.QualityKinds)
	for _, k := range stampdesk.FlawKinds {
		if n := len(found.Of(k)); n > 0 {
			fmt.Fprintf(a.out, a.t.QualityRow, flushed(l.Number(n), 8), w.Flaws[k], string(k))
		}
	}
}

func (a *app) tellFlaws(k stampdesk.FlawKind, flaws []stampdesk.Flaw) {
	if len(flaws) == 0 {
		return
	}
	l := a.conf.lang()
	fmt.Fprintf(a.out, "\n%s (%s)\n", stampdesk.WordsIn(l).Flaws[k], l.Number(len(flaws)))
	for i := range flaws[:min(fewFlaws, len(flaws))] {
		fmt.Fprintln(a.out, "  "+a.flawSentence(&flaws[i]))
	}
	if more := len(flaws) - fewFlaws; more > 0 {
		fmt.Fprintf(a.out, a.t.MoreFlaws, l.Number(more))
	}
}

// flawSentence names the member and says what is wrong.
func (a *app) flawSentence(f *stampdesk.Flaw) string {
	parts := []string{person(&f.Member)}
	for _, s := range []string{string(f.Member.Unit), f.Member.Cell} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	text := strings.Join(parts, ", ")
	if why := a.flawWhy(f); why != "" {
		text += ": " + why
	}
	return text
}

// flawWhy is what is wrong in a few words, beyond what the kind says.
func (a *app) flawWhy(f *stampdesk.Flaw) string {
	w := stampdesk.WordsIn(a.conf.lang())
	dated := func(field stampdesk.Field, d stampdesk.Date) string {
		first, n := utf8.DecodeRuneInString(w.Fields[field])
		return string(unicode.ToLower(first)) + w.Fields[field][n:] + " " + d.String()
	}
	and := func(text, more string) string { return strings.TrimSuffix(text+", "+more, ", ") }
	switch m := &f.Member; f.Kind {
	case stampdesk.FlawDate:
		text := dated(f.Date.Field, f.Date.Date) + ": " + w.DateFaults[f.Date.Kind]
		if f.Date.Against != "" {
			text += " (" + dated(f.Date.Against, f.Date.Other) + ")"
		}
		return text
	case stampdesk.FlawMovedOut:
		return and(dated(stampdesk.FieldMovedOut, m.MovedOut), f.Note)
	case stampdesk.FlawGone:
		if !m.Died.IsZero() {
			return dated(stampdesk.FieldDied, m.Died)
		}
		return and(dated(stampdesk.FieldLeft, m.Left), f.Note)
	case stampdesk.FlawSamePerson:
		return fmt.Sprintf(a.t.FlawOfPerson, and(person(f.Other), string(f.Other.Unit)))
	case stampdesk.FlawOldNumber:
		return fmt.Sprintf(a.t.FlawOfNumber, f.Note, person(f.Other))
	}
	return f.Note
}

// person is a member by number and name.
func person(m *stampdesk.Member) string {
	if m.Card == 0 {
		return m.Name
	}
	return m.Card.String() + " " + m.Name
}

func (a *app) flawRows(flaws []stampdesk.Flaw) [][]string {
	w := stampdesk.WordsIn(a.conf.lang())
	rows := [][]string{strings.Split(a.t.FlawHead, "|")}
	for i := range flaws {
		f := &flaws[i]
		m, card := &f.Member, ""
		if m.Card != 0 {
			card = m.Card.String()
		}
		rows = append(rows, []string{
			w.Flaws[f.Kind], card, m.Record, m.Name, m.Birth.String(), string(m.Unit), m.Cell, m.Status.String(), a.flawWhy(f),
		})
	}
	return rows
}

func qualityJSON(found *stampdesk.Quality, flaws []stampdesk.Flaw, q qualityAsk) map[string]any {
	kinds, coverage, all := map[stampdesk.FlawKind]int{}, []coverageJSON{}, []flawJSON{}
	for _, k := range stampdesk.FlawKinds {
		kinds[k] = len(found.Of(k))
	}
	for _, c := range found.Coverage {
		coverage = append(coverage, coverageJSON{c.Field, c.Have, c.Of, c.Share().String()})
	}
	for i := range flaws {
		f := &flaws[i]
		j := flawJSON{
			Kind: f.Kind, Card: f.Member.Get(stampdesk.FieldCard), Record: f.Member.Record, Name: f.Member.Name, Unit: f.Member.Unit,
			Cell: f.Member.Cell, Note: f.Note,
		}
		if f.Date != nil {
			j.Field, j.Fault, j.Date = f.Date.Field, f.Date.Kind, f.Date.Date.String()
		}
		if f.Other != nil {
			if j.Other = f.Other.Get(stampdesk.FieldCard); j.Other == "" {
				j.Other = f.Other.Name
			}
		}
		all = append(all, j)
	}
	out := map[string]any{
		"ok": len(found.Flaws) == 0, "rows": found.Members, "members": found.Total.Members(), "official": found.Total.Official,
		"probationary": found.Total.Probationary, "with_card": found.Total.WithCard, "kinds": kinds, "coverage": coverage, "flaws": all,
	}
	if q.known > 0 {
		out["known"], out["off"] = q.known, found.Total.Members()-q.known
	}
	return out
}

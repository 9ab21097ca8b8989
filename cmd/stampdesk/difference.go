package main

import (
	"fmt"
	"strconv"
	"strings"

	"stampdesk"
)

type differenceJSON struct {
	Kind       stampdesk.DifferenceKind `json:"kind"`
	Card       string                   `json:"card,omitempty"`
	Unit       stampdesk.UnitCode       `json:"unit"`
	Name       string                   `json:"name,omitempty"`
	Cell       string                   `json:"cell,omitempty"`
	Form       stampdesk.Form           `json:"form,omitempty"`
	Figure     string                   `json:"figure,omitempty"`
	Declared   int                      `json:"declared"`
	Found      int                      `json:"found"`
	By         string                   `json:"by"`
	Note       string                   `json:"note,omitempty"`
	Batch      stampdesk.BatchID        `json:"batch,omitempty"`
	Amount     int                      `json:"amount,omitempty"`
	Sum        string                   `json:"sum,omitempty"`
	Convention stampdesk.Convention     `json:"convention,omitempty"`
	Act        string                   `json:"act,omitempty"`
	Reason     stampdesk.Reason         `json:"reason,omitempty"`
	Remark     bool                     `json:"remark,omitempty"`
}

func differencesJSON(all []stampdesk.Difference) []differenceJSON {
	out := []differenceJSON{}
	for _, d := range all {
		j := differenceJSON{
			Kind: d.Kind, Unit: d.Unit, Name: d.Name, Cell: d.Cell, Form: d.Form, Figure: d.Figure, Declared: d.Declared, Found: d.Found,
			By: d.By, Note: d.Note, Batch: d.Batch, Amount: d.Amount, Sum: d.Sum, Convention: d.Convention, Reason: d.Reason,
			Remark: d.Kind.IsRemark(),
		}
		if d.Card != 0 {
			j.Card = d.Card.Digits()
		}
		if d.Act != 0 {
			j.Act = d.Act.String()
		}
		out = append(out, j)
	}
	return out
}

// differenceSentence names one difference, down to the member.
func (a *app) differenceSentence(d stampdesk.Difference) string {
	l := a.conf.lang()
	who := whose(d)
	switch d.Kind {
	case stampdesk.ListedUnknown:
		return fmt.Sprintf(a.t.DiffUnknown, d.Form, who)
	case stampdesk.ListedElsewhere:
		return fmt.Sprintf(a.t.DiffElsewhere, d.Form, who, d.Note, d.Unit)
	case stampdesk.ListedDeparted:
		return fmt.Sprintf(a.t.DiffDeparted, d.Form, who, stampdesk.Reason(d.Note).Sentence(l))
	case stampdesk.ListedTwice:
		return fmt.Sprintf(a.t.DiffTwice, d.Form, who, d.Found)
	case stampdesk.ListedVoid:
		return fmt.Sprintf(a.t.DiffReplaced, d.Form, who, d.Note)
	case stampdesk.NotOnAnyList:
		return fmt.Sprintf(a.t.DiffNotListed, who)
	case stampdesk.NameDiffers:
		return fmt.Sprintf(a.t.DiffName, d.Form, d.Card, d.Note, d.Name)
	case stampdesk.HasCard:
		return fmt.Sprintf(a.t.DiffHasCard, d.Form, d.Name, d.Cell, d.Card)
	case stampdesk.CardListedByTwo:
		return fmt.Sprintf(a.t.DiffByTwo, d.Form, who, d.Note)
	case stampdesk.ListedNotStamped, stampdesk.ListedNotDamaged, stampdesk.ListedNotLost:
		return fmt.Sprintf(a.t.DiffDesk, d.Form, who, a.became(d))
	case stampdesk.StampedUnlisted, stampdesk.DamagedUnlisted, stampdesk.LostUnlisted:
		return fmt.Sprintf(a.t.DiffDeskOnly, who, a.became(d), d.Form)
	case stampdesk.CardlessNotListed:
		return fmt.Sprintf(a.t.DiffCardless, who)
	case stampdesk.CardlessUnknown:
		return fmt.Sprintf(a.t.DiffNotCardless, who)
	}
	return a.figureSentence(d)
}

// figureSentence names a difference that is about a figure.
func (a *app) figureSentence(d stampdesk.Difference) string {
	l := a.conf.lang()
	figure := stampdesk.WordsIn(l).Figures[d.Figure]
	declared, found := l.Number(d.Declared), l.Number(d.Found)
	switch {
	case d.Kind == stampdesk.FigureDiffers:
		return fmt.Sprintf(a.t.DiffFigure, figure, declared, a.side(d.By), found)
	case d.Kind == stampdesk.SumDiffers:
		return fmt.Sprintf(a.t.DiffSum, figure, declared, a.sumWords(d.Sum), found, l.Number(max(d.Amount, -d.Amount)))
	case d.Kind == stampdesk.Coincidence:
		return fmt.Sprintf(a.t.DiffCoincidence, a.sumWords(d.Sum), figure, declared)
	case d.By == "desk":
		return fmt.Sprintf(a.t.DiffSeen, found, declared)
	}
	return fmt.Sprintf(a.t.DiffCount, found, declared)
}

// whose is whom a difference is about: number, name, cell.
func whose(d stampdesk.Difference) string {
	var parts []string
	if d.Card != 0 {
		parts = append(parts, d.Card.String())
	}
	for _, s := range []string{d.Name, d.Cell} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ", ")
}

// became says what became of a card at the desk.
func (a *app) became(d stampdesk.Difference) string {
	l := a.conf.lang()
	act, why := stampdesk.WordsIn(l).Acts[d.Act], d.Reason.Label(l)
	switch {
	case d.Act == stampdesk.ActReportedUncollected, d.Act == stampdesk.ActIncident: // the reason says it all
		return why
	case d.Act == stampdesk.ActStamped || why == "":
		return act
	}
	return act + ", " + why
}

// sumWords reads a sum of figures: "đề nghị đóng dấu trừ đã đóng dấu".
func (a *app) sumWords(sum string) string {
	figures := stampdesk.WordsIn(a.conf.lang()).Figures
	var b strings.Builder
	for sum != "" {
		i := strings.IndexAny(sum, "+-")
		if i < 0 {
			i = len(sum)
		}
		b.WriteString(figures[sum[:i]])
		if sum = sum[i:]; sum == "" {
			break
		}
		b.WriteString(map[byte]string{'+': a.t.SidePlus, '-': a.t.SideMinus}[sum[0]])
		sum = sum[1:]
	}
	return b.String()
}

// side names what a declared figure was compared with.
func (a *app) side(by string) string {
	if form, ok := strings.CutPrefix(by, "list "); ok {
		return fmt.Sprintf(a.t.SideList, form)
	}
	if by == "desk" {
		return a.t.SideDesk
	}
	return a.t.SideRoster
}

// findingRows are differences as a table with its heading.
func (a *app) findingRows(all []stampdesk.Difference) [][]string {
	w := stampdesk.WordsIn(a.conf.lang())
	rows := [][]string{strings.Split(a.t.FindingHead, "|")}
	for _, d := range all {
		card, form, declared, found, by := "", "", "", "", ""
		if d.By == "roster" || d.By == "desk" || strings.HasPrefix(d.By, "list ") {
			by = a.side(d.By)
		}
		if d.Card != 0 {
			card = d.Card.String()
		}
		if d.Form != 0 {
			form = strconv.Itoa(int(d.Form))
		}
		if d.Figure != "" {
			declared, found = strconv.Itoa(d.Declared), strconv.Itoa(d.Found)
		}
		rows = append(rows, []string{
			w.Differences[d.Kind], string(d.Unit), string(d.Batch), card, d.Name, d.Cell, form, w.Figures[d.Figure], declared, found,
			by, a.differenceSentence(d),
		})
	}
	return rows
}

package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"stampdesk"
)

// rulesTOML is what a file says of the rules; what it leaves out stays as it
// is. In a rules file it stands at the top, in a round file under [rules].
type rulesTOML struct {
	Late          *string       `toml:"late"`           // mark | hold
	DecisionFirst *bool         `toml:"decision_first"` // no stamp before the decision
	Basis         *string       `toml:"basis"`          // recognition | card
	ListDate      *string       `toml:"list_date"`      // inclusive | exclusive
	PapersFirst   *bool         `toml:"papers_first"`   // no new card before its papers
	NewCard       []newCardTOML `toml:"new_card"`
}

type newCardTOML struct {
	From  string `toml:"from"` // dd/mm/yyyy or "list-date"; the first row has none
	Boxes []int  `toml:"boxes"`
}

// atListDate is how a file says that a row begins at the round's list date.
const atListDate = "list-date"

// apply gives the rules with what the file says. table is where it stands: ""
// or "rules".
func (q *rulesTOML) apply(f *settingsFile, table string, r stampdesk.Rules) (stampdesk.Rules, error) {
	var errs []error
	choice := func(key string, v *string, no, yes string, set *bool) {
		switch {
		case v == nil:
		case *v != no && *v != yes:
			errs = append(errs, f.key(table, key, f.t.BadChoice, key, *v, no, yes))
		default:
			*set = *v == yes
		}
	}
	choice("late", q.Late, "mark", "hold", &r.LateHolds)
	choice("list_date", q.ListDate, "inclusive", "exclusive", &r.ListDateOut)
	if q.DecisionFirst != nil {
		r.StampUnsealed = !*q.DecisionFirst
	}
	if q.PapersFirst != nil {
		r.PapersFirst = *q.PapersFirst
	}
	if q.Basis != nil {
		b, err := stampdesk.ParseBasis(*q.Basis)
		if err != nil {
			err = f.key(table, "basis", f.t.BadChoice, "basis", *q.Basis, "recognition", "card")
		}
		r.Basis = b
		errs = append(errs, err)
	}
	if q.NewCard != nil {
		r.NewCards = nil
	}
	for i, row := range q.NewCard {
		v, err := row.interval(f, tableIn(table, "new_card"), i+1)
		r.NewCards = append(r.NewCards, v)
		errs = append(errs, err)
	}
	return r, errors.Join(errs...)
}

func tableIn(table, name string) string { return strings.TrimPrefix(table+"."+name, ".") }

func (row *newCardTOML) interval(f *settingsFile, table string, nth int) (v stampdesk.Interval, err error) {
	for _, b := range row.Boxes {
		if b < 1 || b > stampdesk.MaxBox {
			return v, f.row(table, "boxes", nth, f.t.NoSuchBox, b, stampdesk.MaxBox)
		}
		v.Boxes |= stampdesk.BoxesOf(b)
	}
	if v.AtListDate = row.From == atListDate; v.AtListDate {
		return v, nil
	}
	if v.From, err = stampdesk.ParseDate(row.From); err != nil {
		err = f.row(table, "from", nth, f.t.BadFrom, row.From)
	}
	return v, err
}

// validRules says on which lines rules cannot be used for a round.
func (f *settingsFile) validRules(table string, r stampdesk.Rules, round stampdesk.Round) error {
	err := r.Validate(round)
	if err == nil {
		return nil
	}
	rows := []error{err}
	if all, ok := err.(interface{ Unwrap() []error }); ok {
		rows = all.Unwrap()
	}
	var errs []error
	for _, err := range rows {
		if e, ok := errors.AsType[*stampdesk.IntervalError](err); ok {
			err = f.interval(tableIn(table, "new_card"), e)
		}
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}

func (f *settingsFile) interval(table string, e *stampdesk.IntervalError) error {
	switch e.Fault {
	case stampdesk.FaultNoBoxes:
		return f.row(table, "boxes", e.Row, "%s", f.t.NoBoxes)
	case stampdesk.FaultNoSuchBox:
		return f.row(table, "boxes", e.Row, f.t.NoSuchBoxes, e.Boxes, e.CardBoxes)
	case stampdesk.FaultNoListDate:
		return f.row(table, "from", e.Row, "%s", f.t.NoListDate)
	case stampdesk.FaultOrder:
		if e.From.IsZero() {
			return f.row(table, "from", e.Row, f.t.BadFrom, "")
		}
		return f.row(table, "from", e.Row, f.t.WrongOrder, e.From, e.Before)
	}
	return f.row(table, "from", e.Row, f.t.BadFrom, e.From)
}

// setting is one line of the rules, as people compare them.
type setting struct{ Key, Value string }

// settings are the rules line by line, in the order of the file.
func settings(r stampdesk.Rules) []setting {
	pick := func(second bool, a, b string) string {
		if second {
			return b
		}
		return a
	}
	all := []setting{
		{"late", pick(r.LateHolds, `"mark"`, `"hold"`)},
		{"decision_first", fmt.Sprint(!r.StampUnsealed)},
		{"basis", fmt.Sprintf("%q", r.Basis)},
		{"list_date", pick(r.ListDateOut, `"inclusive"`, `"exclusive"`)},
		{"papers_first", fmt.Sprint(r.PapersFirst)},
	}
	for _, v := range r.NewCards {
		key := "new_card"
		if from := fromOf(v); from != "" {
			key += " from " + from
		}
		all = append(all, setting{key, boxList(v.Boxes)})
	}
	return all
}

// fromOf is the day of a row as a file says it.
func fromOf(v stampdesk.Interval) string {
	if v.AtListDate {
		return atListDate
	}
	return v.From.String()
}

func boxList(s stampdesk.BoxSet) string { return "[" + strings.ReplaceAll(s.String(), ",", ", ") + "]" }

// rulesText writes rules as the file that gives them back.
func rulesText(r stampdesk.Rules, t *texts) string {
	var b strings.Builder
	fmt.Fprintf(&b, t.RulesHead, r.Version)
	about := map[string]string{
		"late": t.RuleLate, "decision_first": t.RuleDecision, "basis": t.RuleBasis,
		"list_date": t.RuleListDate, "papers_first": t.RulePapers,
	}
	for _, s := range settings(r) {
		if why := about[s.Key]; why != "" {
			fmt.Fprintf(&b, "%-32s # %s\n", s.Key+" = "+s.Value, why)
		}
	}
	if len(r.NewCards) == 0 {
		fmt.Fprintf(&b, "%-32s # %s\n", "new_card = []", t.RuleNewCard)
		return b.String()
	}
	fmt.Fprintf(&b, "\n# %s\n", t.RuleNewCard)
	for _, v := range r.NewCards {
		b.WriteString("[[new_card]]\n")
		if from := fromOf(v); from != "" {
			fmt.Fprintf(&b, "from = %q\n", from)
		}
		fmt.Fprintf(&b, "boxes = %s\n\n", boxList(v.Boxes))
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// ruleChange is one line in which two sets of rules differ.
type ruleChange struct {
	Key  string `json:"key"`
	Now  string `json:"now,omitempty"`
	Then string `json:"then,omitempty"`
}

// rulesDiff compares rules line by line.
func rulesDiff(now, then stampdesk.Rules) []ruleChange {
	a, b := settings(now), settings(then)
	valueIn := func(all []setting, key string) string {
		if i := slices.IndexFunc(all, func(s setting) bool { return s.Key == key }); i >= 0 {
			return all[i].Value
		}
		return ""
	}
	changes := []ruleChange{}
	for _, s := range a {
		if v := valueIn(b, s.Key); v != s.Value {
			changes = append(changes, ruleChange{s.Key, s.Value, v})
		}
	}
	for _, s := range b {
		if valueIn(a, s.Key) == "" {
			changes = append(changes, ruleChange{s.Key, "", s.Value})
		}
	}
	return changes
}

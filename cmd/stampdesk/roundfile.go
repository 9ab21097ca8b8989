package main

import (
	"errors"
	"strings"

	"stampdesk"
)

// roundTOML is what a file says of a round, its rules, its header and its
// duties; what it leaves out stays as it is.
type roundTOML struct {
	Ordinal     *int       `toml:"ordinal"`
	Box         *int       `toml:"box"`
	CardBoxes   *int       `toml:"card_boxes"`
	From        *string    `toml:"from"`
	To          *string    `toml:"to"`
	InvalidFrom *string    `toml:"invalid_from"`
	ListDate    *string    `toml:"list_date"`
	StatDate    *string    `toml:"stat_date"`
	UnitsBy     *string    `toml:"units_by"`
	ReportBy    *string    `toml:"report_by"`
	Papers      []string   `toml:"papers"`
	Rules       *rulesTOML `toml:"rules"`
	Board       *boardTOML `toml:"board"`
	Duty        []dutyTOML `toml:"duty"`
}

// boardTOML is what a file says of the header of documents: at the top of a
// board file, under [board] in a round file.
type boardTOML struct {
	Upper      *string  `toml:"upper"`
	Name       *string  `toml:"name"`
	Place      *string  `toml:"place"`
	Symbol     *string  `toml:"symbol"`
	SignedBy   []string `toml:"signed_by"` // a line each
	Signer     *string  `toml:"signer"`
	DrawnUp    *string  `toml:"drawn_up"`
	Recipients []string `toml:"recipients"` // a line each
}

// dutyTOML says who works at a desk on one day (lịch trực).
type dutyTOML struct {
	Day    string   `toml:"day"`
	Desk   string   `toml:"desk"`
	People []string `toml:"people"`
}

// newSetup is what a round file begins from where there is no round yet.
func newSetup() stampdesk.Setup {
	return stampdesk.Setup{Round: stampdesk.Round{CardBoxes: 4}, Rules: stampdesk.Rules{Version: 1}}
}

// readRound reads the round of a new store; "" is the round that is shipped.
func (a *app) readRound(name string) (stampdesk.Setup, error) {
	if name == "" {
		return parseRound(roundFour, a.t)
	}
	setup, _, err := a.readRoundOver(name, newSetup())
	return setup, err
}

// parseRound reads a round that is shipped with the program.
func parseRound(text string, t *texts) (stampdesk.Setup, error) {
	var q roundTOML
	f := &settingsFile{"round4.toml", text, t}
	if err := f.decode(&q); err != nil {
		return stampdesk.Setup{}, err
	}
	return q.apply(f, newSetup())
}

// readRoundOver reads a round file over what is in force.
func (a *app) readRoundOver(name string, before stampdesk.Setup) (stampdesk.Setup, *roundTOML, error) {
	q := &roundTOML{}
	f, err := a.readSettings(name, q)
	if err != nil {
		return stampdesk.Setup{}, nil, err
	}
	setup, err := q.apply(f, before)
	return setup, q, err
}

// apply gives the setup with what the file says, if it can be worked with.
func (q *roundTOML) apply(f *settingsFile, setup stampdesk.Setup) (stampdesk.Setup, error) {
	r, before, dated := &setup.Round, setup.Round.Ordinal, false
	for _, n := range []struct {
		to   *int
		from *int
	}{{&r.Ordinal, q.Ordinal}, {&r.Box, q.Box}, {&r.CardBoxes, q.CardBoxes}} {
		if n.from != nil {
			*n.to = *n.from
		}
	}
	var errs []error
	for _, d := range []struct {
		key  string
		to   *stampdesk.Date
		from *string
	}{
		{"from", &r.From, q.From}, {"to", &r.To, q.To}, {"invalid_from", &r.InvalidFrom, q.InvalidFrom},
		{"list_date", &r.ListDate, q.ListDate}, {"stat_date", &r.StatDate, q.StatDate},
		{"units_by", &r.UnitsBy, q.UnitsBy}, {"report_by", &r.ReportBy, q.ReportBy},
	} {
		if d.from == nil {
			continue
		}
		day, err := stampdesk.ParseDate(*d.from)
		if err != nil || day.IsPartial() {
			errs = append(errs, f.key("", d.key, f.t.BadDate, *d.from))
		}
		*d.to, dated = day, true
	}
	var wrong []stampdesk.WrongDay
	if dated && (before == 0 || before == r.Ordinal) { // else it is no file for this round at all
		wrong = r.WrongDays()
	}
	if q.Papers != nil {
		r.Papers = q.Papers
	}
	if q.Board != nil {
		setup.Board = q.Board.apply(setup.Board)
	}
	if q.Rules != nil {
		var err error
		setup.Rules, err = q.Rules.apply(f, "rules", setup.Rules)
		errs = append(errs, err)
	}
	if q.Duty != nil {
		var err error
		setup.Duties, err = q.duties(f)
		errs = append(errs, err)
	}
	if err := errors.Join(errs...); err != nil {
		return setup, f.bad(err)
	}
	return setup, f.bad(f.validRound(setup.Round, wrong), f.validRules("rules", setup.Rules, setup.Round))
}

// validRound says on which lines a round cannot be used.
func (f *settingsFile) validRound(r stampdesk.Round, wrong []stampdesk.WrongDay) error {
	var errs []error
	bad := func(key, format string, a ...any) { errs = append(errs, f.key("", key, format, a...)) }
	if r.Ordinal < 1 || r.Ordinal > 255 {
		bad("ordinal", f.t.BadOrdinal, r.Ordinal)
	}
	switch {
	case r.CardBoxes < 1 || r.CardBoxes > stampdesk.MaxBox:
		bad("card_boxes", f.t.NoSuchBox, r.CardBoxes, stampdesk.MaxBox)
	case r.Box < 1 || r.Box > r.CardBoxes:
		bad("box", f.t.NoSuchBox, r.Box, r.CardBoxes)
	}
	if r.From.IsZero() || r.To.IsZero() || r.From.After(r.To) {
		bad("from", f.t.BadWindow, r.From, r.To)
	}
	for _, d := range wrong {
		sentence := map[string]string{
			"invalid_from": f.t.BadLapse, "list_date": f.t.BadListed, "stat_date": f.t.BadListed, "units_by": f.t.BadDue, "report_by": f.t.BadDue,
		}[d.Key]
		bad(d.Key, sentence, d.Key, d.Day, r.From, r.To)
	}
	if errs == nil {
		return r.Validate()
	}
	return errors.Join(errs...)
}

func (q *boardTOML) apply(b stampdesk.Board) stampdesk.Board {
	for _, s := range []struct{ to, from *string }{
		{&b.Upper, q.Upper}, {&b.Name, q.Name}, {&b.Place, q.Place}, {&b.Symbol, q.Symbol},
		{&b.Signer, q.Signer}, {&b.DrawnUp, q.DrawnUp},
	} {
		if s.from != nil {
			*s.to = note(*s.from)
		}
	}
	for _, s := range []struct {
		to   *string
		from []string
	}{{&b.SignedBy, q.SignedBy}, {&b.Recipients, q.Recipients}} {
		if s.from != nil { // an empty list takes it away
			*s.to = note(strings.Join(s.from, "\n"))
		}
	}
	return b
}

func (q *roundTOML) duties(f *settingsFile) ([]stampdesk.Duty, error) {
	var all []stampdesk.Duty
	var errs []error
	for i, row := range q.Duty {
		d := stampdesk.Duty{Desk: stampdesk.DeskID(row.Desk)}
		var err error
		if d.Day, err = stampdesk.ParseDate(row.Day); err != nil || d.Day.Day == 0 {
			errs = append(errs, f.row("duty", "day", i+1, f.t.BadDate, row.Day))
		}
		if row.Desk == "" || len(row.People) == 0 { // what is not there stands nowhere: the table's own line
			errs = append(errs, f.row("duty", "", i+1, "%s", f.t.BadDuty))
		}
		for _, who := range row.People {
			id, err := stampdesk.ParsePersonID(who)
			if err != nil {
				errs = append(errs, f.row("duty", "people", i+1, "%v", err))
			}
			d.People = append(d.People, id)
		}
		all = append(all, d)
	}
	return all, errors.Join(errs...)
}

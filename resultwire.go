package stampdesk

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"time"
)

// ResultVersion is the version of the encoding of results that this program
// writes, and the newest that it reads.
const ResultVersion = 1

// ErrNewerResult says that a result was written by a later program.
var ErrNewerResult = errors.New("the result was written by a newer stampdesk")

// The encoding of a result: JSON, whose names never change their meaning.
// Days are as in 2021-04-15, times in UTC, hashes and ids in hexadecimal.
type resultWire struct {
	Version   int                  `json:"version"`
	Upper     string               `json:"upper"`
	Board     string               `json:"board"`
	Place     string               `json:"place"`
	Store     string               `json:"store"`
	Epoch     uint32               `json:"epoch"`
	Round     roundWire            `json:"round"`
	Shares    sharesWire           `json:"shares"`
	LateHolds bool                 `json:"late_holds"`
	Made      string               `json:"made"`
	By        string               `json:"by"`
	Roster    string               `json:"roster"`
	Members   int                  `json:"members"`
	Heads     listWire[headWire]   `json:"heads"`
	Tally     tallyWire            `json:"tally"`
	Counts    countsWire           `json:"organisations"`
	Units     listWire[partWire]   `json:"units,omitempty"`
	Sources   listWire[sourceWire] `json:"sources,omitempty"`
}

// listWire is a list that is read only as far as a board can have anything: an
// empty unit costs who sends it three bytes, and us some hundred.
type listWire[T any] []T

// UnmarshalJSON reads a list of at most maxParts.
func (l *listWire[T]) UnmarshalJSON(b []byte) error {
	d := json.NewDecoder(bytes.NewReader(b))
	if start, err := d.Token(); err != nil || start != json.Delim('[') {
		return errors.Join(errors.New("a list that is none"), err)
	}
	for d.More() {
		if len(*l) == maxParts {
			return fmt.Errorf("a list longer than %d: more than any board has", maxParts)
		}
		var v T
		if err := d.Decode(&v); err != nil {
			return err
		}
		*l = append(*l, v)
	}
	return nil
}

type roundWire struct {
	Ordinal     int      `json:"ordinal"`
	Box         int      `json:"box"`
	CardBoxes   int      `json:"card_boxes"`
	From        string   `json:"from"`
	To          string   `json:"to"`
	InvalidFrom string   `json:"invalid_from,omitempty"`
	ListDate    string   `json:"list_date,omitempty"`
	StatDate    string   `json:"stat_date,omitempty"`
	UnitsBy     string   `json:"units_by,omitempty"`
	ReportBy    string   `json:"report_by,omitempty"`
	Papers      []string `json:"papers,omitempty"`
}

type sharesWire struct {
	Base     string   `json:"base,omitempty"`
	Decimals *int     `json:"decimals,omitempty"`
	Rounding Rounding `json:"rounding,omitempty"`
}

type headWire struct {
	Desk  DeskID `json:"desk"`
	Seq   uint64 `json:"seq"`
	Chain string `json:"chain"`
}

type countsWire struct {
	Units      int `json:"units"`
	Committees int `json:"committees"`
	Basic      int `json:"basic"`
	Cells      int `json:"cells"`
	Done       int `json:"done"`
}

type partWire struct {
	Key   string    `json:"key"`
	Name  string    `json:"name"`
	Tally tallyWire `json:"tally"`
}

type sourceWire struct {
	Board string `json:"board"`
	Store string `json:"store"`
	Made  string `json:"made"`
}

// Encode gives the bytes of the result: the same for the same result.
func (r *BoardResult) Encode() []byte {
	w := resultWire{
		Version: ResultVersion, Upper: r.Board.Upper, Board: r.Board.Name, Place: r.Board.Place,
		Store: hex.EncodeToString(r.Store[:]), Epoch: r.Epoch, Round: roundToWire(r.Round), Shares: sharesWire(r.Shares),
		LateHolds: r.LateHolds, Made: r.Made.UTC().Format(time.RFC3339), By: r.By, Roster: r.Roster.String(),
		Members: r.Members, Heads: []headWire{}, Tally: tallyToWire(&r.Tally), Counts: countsWire(r.Counts),
	}
	for _, h := range r.Tally.Heads {
		w.Heads = append(w.Heads, headWire{h.Desk, h.Seq, h.Chain.String()})
	}
	for i := range r.Units {
		p := &r.Units[i]
		w.Units = append(w.Units, partWire{p.Key, p.Name, tallyToWire(&p.Tally)})
	}
	for _, s := range r.Sources {
		w.Sources = append(w.Sources, sourceWire{s.Board, hex.EncodeToString(s.Store[:]), s.Made.UTC().Format(time.RFC3339)})
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(w); err != nil {
		panic(err) // plain structs always marshal
	}
	return b.Bytes()
}

// ParseResult reads a result as Encode wrote it, byte for byte: nothing may
// stand twice, be missing or be added. What Validate objects to is an error;
// one of a later program is ErrNewerResult.
func ParseResult(b []byte) (*BoardResult, error) {
	if len(b) > MaxFile {
		return nil, fmt.Errorf("result of %d bytes: want at most %d", len(b), MaxFile)
	}
	var version struct {
		Version int `json:"version"`
	}
	if err := json.Unmarshal(b, &version); err != nil {
		return nil, fmt.Errorf("result: %w", err)
	}
	if version.Version > ResultVersion {
		return nil, fmt.Errorf("%w (version %d, this one reads %d)", ErrNewerResult, version.Version, ResultVersion)
	}
	var w resultWire
	if err := json.Unmarshal(b, &w); err != nil {
		return nil, fmt.Errorf("result: %w", err)
	}
	r, err := w.result()
	if err != nil {
		return nil, fmt.Errorf("result: %w", err)
	}
	if err := r.Validate(); err != nil {
		return nil, fmt.Errorf("result of %s: %w", r.Board.Name, err)
	}
	if !bytes.Equal(r.Encode(), b) {
		return nil, errors.New("result: it does not stand as it is written")
	}
	return r, nil
}

func (w *resultWire) result() (*BoardResult, error) {
	var errs wireErrors
	r := &BoardResult{
		Board: Board{Upper: w.Upper, Name: w.Board, Place: w.Place},
		Epoch: w.Epoch, Round: w.Round.round(&errs), Shares: Shares(w.Shares), LateHolds: w.LateHolds,
		Made: errs.time("made", w.Made), By: w.By, Members: w.Members,
		Tally: w.Tally.tally(), Counts: UnitCounts(w.Counts),
	}
	errs.hex("store", r.Store[:], w.Store)
	errs.hex("roster", r.Roster[:], w.Roster)
	for _, h := range w.Heads {
		head := Head{Desk: h.Desk, Seq: h.Seq}
		errs.hex("chain", head.Chain[:], h.Chain)
		r.Tally.Heads = append(r.Tally.Heads, head)
	}
	for i := range w.Units {
		p := &w.Units[i]
		r.Units = append(r.Units, FormPart{Key: p.Key, Name: p.Name, Tally: p.Tally.tally()})
	}
	for _, s := range w.Sources {
		source := ResultSource{Board: s.Board, Made: errs.time("made", s.Made)}
		errs.hex("store", source.Store[:], s.Store)
		r.Sources = append(r.Sources, source)
	}
	return r, errs.first
}

// wireErrors keeps the first error of many fields.
type wireErrors struct{ first error }

func (e *wireErrors) note(err error) {
	if e.first == nil {
		e.first = err
	}
}

func (e *wireErrors) hex(name string, to []byte, s string) {
	b, err := hex.DecodeString(s)
	if err != nil || copy(to, b) != len(to) || len(b) != len(to) {
		e.note(fmt.Errorf("%s %.80q: want %d hexadecimal digits", name, s, 2*len(to)))
	}
}

func (e *wireErrors) time(name, s string) time.Time {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		e.note(fmt.Errorf("%s: %w", name, err))
	}
	return t.UTC()
}

func (e *wireErrors) day(name, s string) Date {
	if s == "" {
		return Date{}
	}
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		e.note(fmt.Errorf("%s: %w", name, err))
	}
	return DateOf(t)
}

func dayToWire(d Date) string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

func roundToWire(r Round) roundWire {
	return roundWire{
		Ordinal: r.Ordinal, Box: r.Box, CardBoxes: r.CardBoxes, From: dayToWire(r.From), To: dayToWire(r.To),
		InvalidFrom: dayToWire(r.InvalidFrom), ListDate: dayToWire(r.ListDate), StatDate: dayToWire(r.StatDate),
		UnitsBy: dayToWire(r.UnitsBy), ReportBy: dayToWire(r.ReportBy), Papers: r.Papers,
	}
}

func (w roundWire) round(e *wireErrors) Round {
	return Round{
		Ordinal: w.Ordinal, Box: w.Box, CardBoxes: w.CardBoxes, From: e.day("from", w.From), To: e.day("to", w.To),
		InvalidFrom: e.day("invalid_from", w.InvalidFrom), ListDate: e.day("list_date", w.ListDate),
		StatDate: e.day("stat_date", w.StatDate), UnitsBy: e.day("units_by", w.UnitsBy),
		ReportBy: e.day("report_by", w.ReportBy), Papers: w.Papers,
	}
}

// withoutZeros leaves out what undone acts leave.
func withoutZeros[K comparable](m map[K]int) map[K]int {
	out := maps.Clone(m)
	maps.DeleteFunc(out, func(_ K, n int) bool { return n == 0 })
	return out
}

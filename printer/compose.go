package printer

import (
	"cmp"
	"fmt"
	"strconv"

	"stampdesk"
)

// Compose makes the document that a printed entry of the journal orders, with the figures as they are in the snapshot.
// Who, when and where are the entry's, in the time zone of this machine; its key is the running number of the paper.
// The error wraps stampdesk.ErrNotFound where the batch is gone.
func Compose(s stampdesk.Snapshot, order *stampdesk.Entry, lang stampdesk.Lang) (Doc, error) {
	doc, err := compose(s, order, lang, false)
	if err != nil {
		return Doc{}, fmt.Errorf("compose order %v: %w", order.Key, err)
	}
	return doc, nil
}

func compose(s stampdesk.Snapshot, order *stampdesk.Entry, lang stampdesk.Lang, again bool) (Doc, error) {
	name := order.Fact(stampdesk.FactKind)
	kind, ok := stampdesk.ParseDocument(name)
	if order.Act != stampdesk.ActPrinted || !ok {
		return Doc{}, fmt.Errorf("%v %q is not a document that this version prints", order.Act, name)
	}
	m, err := metaOf(s, order, lang)
	if err != nil {
		return Doc{}, err
	}
	m.Again = again
	f := stampdesk.Filter{Round: order.Round, Batch: order.Batch}
	if order.Batch == "" {
		f.Unit = order.Unit
	}
	t, err := stampdesk.Count(s, f)
	if err != nil {
		return Doc{}, err
	}
	if kind == stampdesk.ReturnList {
		b, err := stampdesk.Balanced(s, order.Batch)
		if err != nil {
			return Doc{}, err
		}
		return ReturnListDoc(b, t.Lost+t.Guests.Lost+t.Outside.Lost, m), nil
	}
	scope := Scope{Batch: order.Batch}
	if order.Unit != "" {
		scope.Unit = stampdesk.Unit{Code: order.Unit}
		if u, err := s.Unit(order.Unit); err != nil {
			return Doc{}, err
		} else if u != nil {
			scope.Unit = u.Unit
		}
	}
	return TallyDoc(t, scope, m), nil
}

func metaOf(s stampdesk.Reader, order *stampdesk.Entry, lang stampdesk.Lang) (Meta, error) {
	setup, err := s.Setup()
	if err != nil {
		return Meta{}, err
	}
	m := Meta{
		Lang: lang, Board: setup.Board, Round: setup.Round, Desk: order.Key.Desk, By: string(order.Operator),
		At: order.At.Local(), Number: order.Key.String(),
	}
	if m.Round.Ordinal != int(order.Round) { // the order is older than the round in force
		m.Round = stampdesk.Round{Ordinal: int(order.Round)}
	}
	m.Copy, _ = strconv.Atoi(order.Fact(stampdesk.FactCopy)) // none, or one that nobody wrote, is the first
	p, err := s.Person(order.Operator)
	if err != nil {
		return Meta{}, err
	}
	if p != nil {
		m.By = cmp.Or(p.Name, m.By)
	}
	return m, nil
}

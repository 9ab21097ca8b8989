package printer

import (
	"cmp"
	"errors"

	"stampdesk"
)

func composeHeldSlip(s stampdesk.Snapshot, order *stampdesk.Entry, m Meta) (Doc, error) {
	card, err := stampdesk.ParseCard(order.Fact(stampdesk.FactCard))
	if err != nil {
		return Doc{}, err
	}
	k := KeptCard{Round: order.Round}
	k.HeldCard, err = stampdesk.FindHeld(s, card)
	if err != nil && !errors.Is(err, stampdesk.ErrNotFound) {
		return Doc{}, err
	}
	// Held once more, the card has another slip: this one is of a hold that is settled.
	if hold := order.Fact(stampdesk.FactHold); err != nil || hold != "" && hold != k.Standing.Entry.String() {
		return HeldSlipDoc(KeptCard{Round: order.Round, HeldCard: stampdesk.HeldCard{Item: stampdesk.Item{Card: card}}}, m), nil
	}
	e, err := s.Entry(k.Standing.Entry)
	if err != nil {
		return Doc{}, err
	}
	k.Entry = *e
	if k.HeldCard.Unit != "" {
		u, err := unitOf(s, k.HeldCard.Unit)
		if err != nil {
			return Doc{}, err
		}
		k.Unit = cmp.Or(u.Name, string(u.Code))
	}
	p, err := s.Person(e.Operator)
	if err != nil {
		return Doc{}, err
	}
	if k.By = string(e.Operator); p != nil {
		k.By = cmp.Or(p.Name, k.By)
	}
	return HeldSlipDoc(k, m), nil
}

func composeRenewals(s stampdesk.Snapshot, order *stampdesk.Entry, m Meta) (Doc, error) {
	code := stampdesk.UnitCode(order.Fact(stampdesk.FactUnit))
	all, err := stampdesk.Renewals(s, order.Round)
	if err != nil {
		return Doc{}, err
	}
	var unit stampdesk.Unit
	if code != "" {
		if unit, err = unitOf(s, code); err != nil {
			return Doc{}, err
		}
	}
	names := unitNames{}
	var cards []stampdesk.Renewal
	for _, r := range all {
		if r.Guest { // its unit is elsewhere; here it is the host's
			member, err := s.Member(r.Card)
			if err != nil {
				return Doc{}, err
			}
			if member != nil {
				r.Unit = member.Host
			}
		}
		if code != "" && r.Unit != code {
			continue
		}
		cards = append(cards, r)
		if err := names.add(s, r.Unit); err != nil {
			return Doc{}, err
		}
	}
	return RenewalListDoc(cards, unit, names, m), nil
}

// composeIntake goes by the lists of the batch, and where it has none by the roster.
func composeIntake(s stampdesk.Snapshot, order *stampdesk.Entry, m Meta) (Doc, error) {
	in := Intake{Batch: order.Batch}
	code := stampdesk.UnitCode(order.Fact(stampdesk.FactUnit))
	if in.Batch != "" {
		b, err := s.Batch(in.Batch)
		if err != nil {
			return Doc{}, err
		}
		if in.Cards, err = stampdesk.ListedInOrder(s, in.Batch); err != nil {
			return Doc{}, err
		}
		code = b.Unit
	}
	var err error
	if in.Unit, err = unitOf(s, code); err != nil {
		return Doc{}, err
	}
	in.Unit.Name = cmp.Or(in.Unit.Name, string(code))
	if len(in.Cards) == 0 {
		in.Cards, err = stampdesk.CardsOf(s, code)
	}
	return IntakeDoc(in, m), err
}

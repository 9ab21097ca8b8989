package main

import (
	"bytes"
	"context"
	"fmt"

	"github.com/BurntSushi/toml"

	"stampdesk"
	"stampdesk/store/bundle"
)

// partners are the boards that this one trusts, as the store keeps them.
type partners struct {
	Own     string        `toml:"own,omitempty"` // verification key of this board: what it signs with is on record
	Partner []partnerTOML `toml:"partner"`

	cards []bundle.Card // of Partner, in its order
}

type partnerTOML struct {
	Name   string `toml:"name"`
	Verify string `toml:"verify"`
	Age    string `toml:"age"`
	Since  string `toml:"since"` // dd/mm/yyyy
}

func parsePartners(b []byte) (partners, error) {
	var p partners
	if _, err := toml.Decode(string(b), &p); err != nil {
		return p, fmt.Errorf("file %s: %w", stampdesk.PartnersFile, err)
	}
	for _, q := range p.Partner {
		c, err := bundle.NewCard(q.Name, q.Verify, q.Age)
		if err != nil {
			return p, fmt.Errorf("file %s, %s: %w", stampdesk.PartnersFile, q.Name, err)
		}
		p.cards = append(p.cards, c)
	}
	return p, nil
}

func (p *partners) encode() ([]byte, error) {
	var b bytes.Buffer
	err := toml.NewEncoder(&b).Encode(p)
	return b.Bytes(), err
}

// named is the place of the partner that is meant; -1 where it is nobody.
func (p *partners) named(name string) int {
	for i, q := range p.Partner {
		if stampdesk.Fold(q.Name) == stampdesk.Fold(name) {
			return i
		}
	}
	return -1
}

// partners reads whom this board trusts, and which store it is.
func (a *app) partners(ctx context.Context, s stampdesk.Store) (p partners, id stampdesk.Identity, err error) {
	var b []byte
	err = s.View(ctx, func(s stampdesk.Snapshot) (err error) {
		if id, err = s.Identity(); err != nil {
			return err
		}
		b, err = s.File(stampdesk.PartnersFile)
		b = bytes.Clone(b)
		return err
	})
	if err == nil {
		p, err = parsePartners(b)
	}
	return p, id, err
}

// keepPartners puts them on record: a supervisor's act.
func (a *app) keepPartners(ctx context.Context, d *stampdesk.Desk, p partners) (stampdesk.Outcome, error) {
	b, err := p.encode()
	if err != nil {
		return stampdesk.Outcome{}, err
	}
	return a.approved(ctx, d, func(by stampdesk.Approval) stampdesk.Request {
		return stampdesk.ChangeFile{File: stampdesk.File{Name: stampdesk.PartnersFile, Body: b}, By: by}
	})
}

package main

import (
	"bufio"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"stampdesk"
	"stampdesk/store/bundle"
)

func (a *app) bundleTrustCommand() *cobra.Command {
	var name, fingerprint string
	cmd := &cobra.Command{
		Use: `trust FILE --name "Quận ủy …"`, Short: "Tin cậy khóa của nơi khác (giám sát) / trust another board's card", Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withDesk(cmd.Context(), func(d *stampdesk.Desk) error {
				return a.trust(cmd.Context(), d, args[0], note(name), fingerprint)
			})
		},
	}
	cmd.Flags().StringVar(&name, "name", "", "tên nơi đó; không ghi thì theo tệp / its name; none: as in the file")
	cmd.Flags().StringVar(&fingerprint, "fingerprint", "", "mã đã so với nơi đó / the fingerprint, compared with them")
	return cmd
}

func (a *app) trust(ctx context.Context, d *stampdesk.Desk, file, name, fingerprint string) error {
	body, err := a.readAtMost(file, bundle.MaxCard)
	if err != nil {
		return err
	}
	c, err := bundle.ParseCard(body)
	if err != nil {
		return fail(exitBadRows, a.t.HintCard, "%s: %s (%w)", file, a.t.NotACard, err)
	}
	if name != "" { // as strictly as it is read from the store again
		if c, err = bundle.NewCard(name, c.Verify, c.Age); err != nil {
			return fail(exitUsage, "--name", a.t.BadPartnerName, name)
		}
	}
	p, id, err := a.partners(ctx, d.Store)
	if err != nil {
		return err
	}
	if c.Store == id.ID {
		return fail(exitBadRows, "", "%s: %s", file, a.t.OwnCard)
	}
	at := slices.IndexFunc(p.cards, func(o bundle.Card) bool { return o.Store == c.Store })
	if at >= 0 && name == "" { // as it is known here, whatever it says of itself now
		c.Board = p.cards[at].Board
	}
	if other := p.named(c.Board); other >= 0 && other != at {
		return fail(exitUsage, "--name", a.t.NameOfPartner, c.Board)
	}
	if at >= 0 && p.cards[at].Fingerprint() != c.Fingerprint() {
		fmt.Fprintf(a.err, a.t.KeyReplaced, p.cards[at].Board, p.cards[at].Fingerprint())
	}
	if err := a.compared(c, fingerprint); err != nil {
		return err
	}
	row := partnerTOML{c.Board, c.Verify, c.Age, stampdesk.DateOf(a.now()).String()}
	if at < 0 {
		p.Partner = append(p.Partner, row)
	} else {
		p.Partner[at] = row
	}
	if _, err := a.keepPartners(ctx, d, p); err != nil {
		return err
	}
	if a.flags.json {
		return a.printJSON(partnerOf(c))
	}
	_, err = fmt.Fprintf(a.out, a.t.Trusted, c.Board)
	return err
}

// compared has somebody say that the fingerprint is the one that the board has:
// the card alone may be anybody's.
func (a *app) compared(c bundle.Card, fingerprint string) error {
	if fingerprint != "" {
		if c.Is(fingerprint) {
			return nil
		}
		return fail(exitBadRows, a.t.HintFingerprint, a.t.OtherFingerprint, fingerprint, c.Fingerprint())
	}
	fmt.Fprintf(a.err, a.t.CompareCard, c.Board, c.Store, c.Fingerprint())
	if !isTerminal(a.in) {
		return fail(exitUsage, a.t.HintFingerprint, "%s", a.t.NotCompared)
	}
	fmt.Fprint(a.err, a.t.AskCompared)
	answer, err := bufio.NewReader(a.in).ReadString('\n')
	if err != nil {
		return err
	}
	if answer = strings.ToLower(strings.TrimSpace(answer)); answer != "y" && answer != "c" && answer != "có" {
		return fail(exitUsage, a.t.HintFingerprint, "%s", a.t.NotCompared)
	}
	return nil
}

func (a *app) bundleDistrustCommand() *cobra.Command {
	return &cobra.Command{
		Use: "distrust NAME", Short: "Thôi tin cậy một nơi (giám sát) / trust a board no longer", Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			return a.withDesk(ctx, func(d *stampdesk.Desk) error {
				p, _, err := a.partners(ctx, d.Store)
				if err != nil {
					return err
				}
				at := p.named(args[0])
				if at < 0 {
					return a.noPartner(p, args[0])
				}
				name := p.Partner[at].Name
				p.Partner = slices.Delete(p.Partner, at, at+1)
				if _, err := a.keepPartners(ctx, d, p); err != nil {
					return err
				}
				_, err = fmt.Fprintf(a.out, a.t.Distrusted, name)
				return err
			})
		},
	}
}

// noPartner says that nobody has this name, and who there is.
func (a *app) noPartner(p partners, name string) error {
	var names []string
	for _, q := range p.Partner {
		names = append(names, q.Name)
	}
	hint := a.t.HintTrust
	if len(names) > 0 {
		hint = strings.Join(names, "; ")
	}
	return fail(exitUsage, hint, a.t.NoPartner, name)
}

func (a *app) bundlePartnersCommand() *cobra.Command {
	return &cobra.Command{
		Use: "partners", Short: "Các nơi đang tin cậy / the boards that are trusted", Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.withStore(cmd.Context(), func(s stampdesk.Store) error {
				p, _, err := a.partners(cmd.Context(), s)
				if err != nil {
					return err
				}
				if a.flags.json {
					rows := []partnerJSON{}
					for _, c := range p.cards {
						rows = append(rows, partnerOf(c))
					}
					return a.printJSON(map[string]any{"partners": rows})
				}
				for i, c := range p.cards {
					fmt.Fprintf(a.out, "%s\n  %s  %s\n", c.Board, c.Fingerprint(), p.Partner[i].Since)
				}
				if len(p.cards) == 0 {
					fmt.Fprint(a.out, a.t.NoPartners)
				}
				return nil
			})
		},
	}
}

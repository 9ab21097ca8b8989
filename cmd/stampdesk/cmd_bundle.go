package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"stampdesk"
	"stampdesk/store/bundle"
)

// bundleCommand holds the commands of results that go from board to board.
func (a *app) bundleCommand() *cobra.Command {
	return group("bundle", "Gói kết quả gửi lên cấp trên, nhận từ cấp dưới / results that go up, and are added up",
		a.bundleKeyCommand(), a.bundleTrustCommand(), a.bundleDistrustCommand(), a.bundlePartnersCommand(),
		a.bundleMakeCommand(), a.bundleShowCommand(), a.bundleAddCommand(), a.bundleListCommand(), a.bundleDropCommand())
}

func (a *app) bundleKeyCommand() *cobra.Command {
	var out string
	var force bool
	cmd := &cobra.Command{
		Use: "key [--out FILE]", Short: "Khóa công khai của nơi này, để nơi khác tin cậy / this board's public card", Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx := cmd.Context()
			return a.withStore(ctx, func(s stampdesk.Store) error {
				if out != "" {
					if err := a.mayWriteBackup(a.path(out), force); err != nil {
						return err
					}
				}
				setup, err := a.namedBoard(ctx, s)
				if err != nil {
					return err
				}
				k, err := a.knownKey(ctx, s)
				if err != nil {
					return err
				}
				if k == nil {
					d := a.desk(s)
					if err := a.signIn(ctx, d); err != nil {
						return err
					}
					if k, err = a.ownKey(ctx, d); err != nil {
						return err
					}
				}
				return a.giveCard(k.Card(setup.Board.Title()), out, force)
			})
		},
	}
	cmd.Flags().StringVar(&out, "out", "", "TỆP.txt để gửi đi / a file to give away")
	cmd.Flags().BoolVar(&force, "force", false, "ghi đè tệp đã có / write over a file that is there")
	return cmd
}

type partnerJSON struct {
	Board       string `json:"board"`
	Store       string `json:"store"`
	Verify      string `json:"verify"`
	Age         string `json:"age"`
	Fingerprint string `json:"fingerprint"`
}

func partnerOf(c bundle.Card) partnerJSON {
	return partnerJSON{c.Board, fmt.Sprintf("%x", c.Store), c.Verify, c.Age, c.Fingerprint()}
}

// giveCard shows the card of this board, and writes it where that is asked for.
func (a *app) giveCard(c bundle.Card, out string, force bool) error {
	if out != "" {
		err := a.saveBundle(out, force, c.Encode(), func() error { return nil })
		if err != nil {
			return err
		}
	}
	if a.flags.json {
		return a.printJSON(partnerOf(c))
	}
	if out == "" {
		_, err := a.out.Write(c.Encode())
		return err
	}
	_, err := fmt.Fprintf(a.out, a.t.CardWritten, out, c.Fingerprint())
	return err
}

// namedBoard reads what is in force, where the board has a name: nobody trusts or
// counts one that has none, and the one that init lays down is every board's.
func (a *app) namedBoard(ctx context.Context, s stampdesk.Store) (stampdesk.Setup, error) {
	setup, err := a.setup(ctx, s)
	if err == nil && !setup.Board.IsNamed() {
		err = fail(exitFailed, "stampdesk board set board.toml", "%s", a.t.NoBoardName)
	}
	return setup, err
}

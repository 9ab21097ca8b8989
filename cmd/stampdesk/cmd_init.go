package main

import (
	"cmp"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"stampdesk"
	"stampdesk/store/bolt"
)

// The round that is laid down where the board gives none.
//
//go:embed round4.toml
var roundFour string

func (a *app) initCommand() *cobra.Command {
	var round, supervisor, name string
	cmd := &cobra.Command{
		Use:   "init",
		Short: "Tạo dữ liệu mới: đợt kiểm tra, quy tắc, giám sát đầu tiên / make a new store",
		Args:  usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.initStore(cmd.Context(), round, supervisor, name)
		},
	}
	cmd.Flags().StringVar(&round, "round", "", "tệp TOML của đợt / the round as TOML (default: round 4)")
	cmd.Flags().StringVar(&supervisor, "supervisor", "", "mã giám sát / id of the first supervisor (default: --operator, else GS1)")
	cmd.Flags().StringVar(&name, "name", "", "họ tên giám sát / the supervisor's name (default: the id)")
	return cmd
}

func (a *app) initStore(ctx context.Context, roundFile, supervisor, name string) error {
	setup, err := a.readRound(roundFile)
	if err != nil {
		return err
	}
	for _, id := range []string{a.flags.operator, a.getenv("STAMPDESK_OPERATOR"), "GS1"} {
		if supervisor == "" {
			supervisor = id
		}
	}
	id, err := stampdesk.ParsePersonID(supervisor)
	if err != nil {
		return fail(exitUsage, "", "%w", err)
	}
	pin, err := a.newPIN(ctx, string(id), "STAMPDESK_PIN")
	if err != nil {
		return err
	}
	who := stampdesk.Person{ID: id, Name: cmp.Or(note(name), string(id))}
	if err := a.layDown(ctx, a.conf.Data, setup, who, pin); err != nil {
		return err
	}
	if a.flags.json {
		return a.printJSON(map[string]any{"data": a.conf.Data, "round": setup.Round.Ordinal, "supervisor": id})
	}
	fmt.Fprintf(a.out, a.t.StoreMade, a.conf.Data, setup.Round.Ordinal, id)
	return nil
}

// layDown makes a store with its round, rules and first supervisor: the whole
// of it, or none.
func (a *app) layDown(ctx context.Context, dir string, setup stampdesk.Setup, who stampdesk.Person, pin string) error {
	if utf8.RuneCountInString(pin) < stampdesk.MinPIN { // before there is a store to clean up
		return a.declined(stampdesk.Outcome{Refusal: stampdesk.WeakPIN})
	}
	begin := func(s stampdesk.Store) error {
		outs, err := a.desk(s).Do(ctx, stampdesk.LayDown{Setup: setup, Person: who, PIN: pin})
		if err == nil && outs[0].Refusal == stampdesk.InUse {
			err = stampdesk.ErrStoreExists
		}
		return err
	}
	s, err := bolt.CreateWith(dir, newIdentity(), bolt.Options{}, begin)
	if err == nil {
		return s.Close()
	}
	if exists := err; errors.Is(err, stampdesk.ErrStoreExists) { // an older version made it in two parts, and may have been stopped between them
		if s, err = bolt.Open(dir, bolt.Options{}); err != nil {
			return err
		}
		if err = begin(s); errors.Is(err, stampdesk.ErrStoreExists) {
			err = exists
		}
		return errors.Join(err, s.Close())
	}
	return err
}

// newPIN gives a new PIN: from the environment, or typed twice.
func (a *app) newPIN(ctx context.Context, id, env string) (string, error) {
	pin := strings.TrimSpace(a.getenv(env)) // as one that is typed
	if pin != "" {
		return pin, nil
	}
	pin, err := a.ask(ctx, fmt.Sprintf(a.t.NewPIN, id))
	if err != nil {
		return "", err
	}
	if pin == "" {
		return "", fail(exitSignIn, fmt.Sprintf(a.t.HintNewPIN, env), "%s", a.t.NoPIN)
	}
	if utf8.RuneCountInString(pin) < stampdesk.MinPIN {
		return "", a.declined(stampdesk.Outcome{Refusal: stampdesk.WeakPIN})
	}
	again, err := a.ask(ctx, a.t.PINAgain)
	if err == nil && again != pin {
		err = fail(exitSignIn, "", "%s", a.t.PINsDiffer)
	}
	return pin, err
}

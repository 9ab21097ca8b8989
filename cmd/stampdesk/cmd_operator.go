package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"stampdesk"
)

func (a *app) operatorCommand() *cobra.Command {
	var name, role string
	add := &cobra.Command{
		Use: "add ID", Short: "Thêm người làm việc ở bàn (giám sát) / name a person", Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withDesk(cmd.Context(), func(d *stampdesk.Desk) error {
				id, err := stampdesk.ParsePersonID(args[0])
				if err != nil {
					return fail(exitUsage, "", "%w", err)
				}
				r, err := stampdesk.ParseRole(role)
				if err != nil {
					return fail(exitUsage, "", "--role: %w", err)
				}
				if err := a.supervisorOnly(d); err != nil {
					return err
				}
				if name = strings.TrimSpace(visible(name)); name == "" {
					name = string(id)
				}
				pin, err := a.personPIN(cmd.Context(), string(id))
				if err != nil {
					return err
				}
				_, err = a.do(cmd.Context(), d, stampdesk.AddPerson{Person: stampdesk.Person{ID: id, Name: name, Role: r}, PIN: pin})
				if err != nil {
					return err
				}
				if a.flags.json {
					return a.printJSON(map[string]any{"id": id, "name": name, "role": r.String()})
				}
				fmt.Fprintf(a.out, a.t.PersonAdded, id, stampdesk.WordsIn(a.conf.lang()).Roles[r])
				return nil
			})
		},
	}
	add.Flags().StringVar(&name, "name", "", "họ và tên / name")
	add.Flags().StringVar(&role, "role", "operator", "operator | supervisor")
	list := &cobra.Command{
		Use: "list", Short: "Những người làm việc ở bàn / the people", Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.withStore(cmd.Context(), func(s stampdesk.Store) error {
				var people []stampdesk.Person
				err := s.View(cmd.Context(), func(s stampdesk.Snapshot) (err error) {
					people, err = stampdesk.Collect(s.People())
					return err
				})
				if err != nil {
					return err
				}
				for _, p := range people {
					if a.flags.json {
						err = a.printJSON(a.personJSON(p))
					} else {
						_, err = fmt.Fprintf(a.out, "%-16s  %-14s  %s%s\n", p.ID, stampdesk.WordsIn(a.conf.lang()).Roles[p.Role], p.Name, a.personState(p))
					}
					if err != nil {
						return err
					}
				}
				return nil
			})
		},
	}
	pin := &cobra.Command{
		Use: "pin [ID]", Short: "Đổi PIN của mình; giám sát đổi của người khác / change a PIN", Args: usage(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withDesk(cmd.Context(), func(d *stampdesk.Desk) error {
				id := a.actor()
				if len(args) == 1 {
					id = args[0]
				}
				pin, err := a.personPIN(cmd.Context(), id)
				if err != nil {
					return err
				}
				_, err = a.do(cmd.Context(), d, stampdesk.ChangePIN{Person: stampdesk.PersonID(id), PIN: pin})
				if err != nil {
					return err
				}
				if a.flags.json {
					return a.printJSON(map[string]any{"id": id})
				}
				fmt.Fprintf(a.out, a.t.PINChanged, id)
				return nil
			})
		},
	}
	return group("operator", "Những người làm việc ở bàn / the people at the desk", add, list, pin,
		a.disableCommand("disable", "Không cho đăng nhập nữa (giám sát) / may not sign in any more", true),
		a.disableCommand("enable", "Cho đăng nhập lại (giám sát) / may sign in again", false))
}

func (a *app) personJSON(p stampdesk.Person) map[string]any {
	j := map[string]any{"id": p.ID, "name": p.Name, "role": p.Role.String(), "disabled": p.Disabled}
	if a.now().Before(p.Locked) {
		j["locked_until"] = stamp(p.Locked)
	}
	return j
}

// personState says why a person cannot sign in now, if that is so.
func (a *app) personState(p stampdesk.Person) string {
	switch {
	case p.Disabled:
		return "  " + a.t.IsDisabled
	case a.now().Before(p.Locked):
		return "  " + fmt.Sprintf(a.t.IsLocked, clock(p.Locked))
	}
	return ""
}

func (a *app) disableCommand(use, short string, disabled bool) *cobra.Command {
	return &cobra.Command{
		Use: use + " ID", Short: short, Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withDesk(cmd.Context(), func(d *stampdesk.Desk) error {
				_, err := a.do(cmd.Context(), d, stampdesk.SetDisabled{Person: stampdesk.PersonID(args[0]), Disabled: disabled})
				if err != nil {
					return err
				}
				if a.flags.json {
					return a.printJSON(map[string]any{"id": args[0], "disabled": disabled})
				}
				text := a.t.PersonEnabled
				if disabled {
					text = a.t.PersonDisabled
				}
				fmt.Fprintf(a.out, text, args[0])
				return nil
			})
		},
	}
}

// personPIN gives the new PIN of another person: from STAMPDESK_NEW_PIN, typed
// twice, or from the first line of stdin where that is no terminal.
func (a *app) personPIN(ctx context.Context, id string) (string, error) {
	const env = "STAMPDESK_NEW_PIN"
	if a.getenv(env) != "" || isTerminal(a.in) {
		return a.newPIN(ctx, id, env)
	}
	line, err := bufio.NewReader(io.LimitReader(a.in, maxLine)).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return "", fmt.Errorf("reading the new PIN: %w", err)
	}
	if line = strings.TrimSpace(line); line == "" {
		return "", fail(exitSignIn, fmt.Sprintf(a.t.HintNewPIN, env), "%s", a.t.NoPIN)
	}
	return line, nil
}

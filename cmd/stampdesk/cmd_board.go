package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"stampdesk"
)

func (a *app) boardCommand() *cobra.Command {
	show := &cobra.Command{
		Use: "show", Short: "Tiêu đề văn bản đang dùng / the header of documents", Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.look(cmd.Context(), func(s stampdesk.Snapshot) (func() error, error) {
				setup, err := s.Setup()
				return func() error { return a.showBoard(setup.Board) }, err
			})
		},
	}
	var reason string
	set := &cobra.Command{
		Use: "set FILE.toml", Short: "Đổi tiêu đề văn bản (giám sát) / put another header in force", Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			return a.withDesk(ctx, func(d *stampdesk.Desk) error {
				setup, err := a.setup(ctx, d.Store)
				if err != nil {
					return err
				}
				var q boardTOML
				if _, err := a.readSettings(args[0], &q); err != nil {
					return err
				}
				board := q.apply(setup.Board)
				_, err = a.approved(ctx, d, func(by stampdesk.Approval) stampdesk.Request {
					return stampdesk.ChangeSetup{Board: &board, Note: note(reason), By: by}
				})
				if err != nil {
					return err
				}
				return a.showBoard(board)
			})
		},
	}
	set.Flags().StringVar(&reason, "reason", "", "lý do / reason")
	return group("board", "Cơ quan ban hành văn bản / the board that owns the desk", show, set)
}

// showBoard writes the header as the file that gives it back.
func (a *app) showBoard(b stampdesk.Board) error {
	if a.flags.json {
		return a.printJSON(map[string]any{
			"upper": b.Upper, "name": b.Name, "place": b.Place, "symbol": b.Symbol,
			"signed_by": textLines(b.SignedBy), "signer": b.Signer, "drawn_up": b.DrawnUp, "recipients": textLines(b.Recipients),
		})
	}
	var text strings.Builder
	for _, row := range []struct {
		key   string
		value any
		about string
	}{
		{"upper", b.Upper, a.t.BoardUpper}, {"name", b.Name, a.t.BoardName}, {"place", b.Place, a.t.BoardPlace},
		{"symbol", b.Symbol, a.t.BoardSymbol}, {"signed_by", textLines(b.SignedBy), a.t.BoardSignedBy},
		{"signer", b.Signer, a.t.BoardSigner}, {"drawn_up", b.DrawnUp, a.t.BoardDrawnUp},
		{"recipients", textLines(b.Recipients), a.t.BoardRecipients},
	} {
		literal, err := tomlLiteral(row.value)
		if err != nil {
			return err
		}
		fmt.Fprintf(&text, "%s = %s   # %s\n", row.key, literal, row.about)
	}
	_, err := fmt.Fprint(a.out, text.String())
	return err
}

// textLines are the lines of a text of a header; none of an empty one.
func textLines(s string) []string {
	if s == "" {
		return []string{}
	}
	return strings.Split(s, "\n")
}

package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"stampdesk"
)

func (a *app) replayCommand() *cobra.Command {
	var batch string
	cmd := &cobra.Command{
		Use:   "replay",
		Short: "Đọc số thẻ từ stdin, mỗi dòng một số, ghi như đã đóng dấu / codes on stdin, verdicts out",
		Args:  usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.withDesk(cmd.Context(), func(d *stampdesk.Desk) error {
				return a.replay(cmd.Context(), d, batch)
			})
		},
	}
	cmd.Flags().StringVar(&batch, "batch", "", "mã lô / batch id")
	return cmd
}

// maxLine bounds what is kept of one line of input: no code is longer.
const maxLine = 1 << 20

// replay judges and records one code a line, and answers each line only after
// its commit.
func (a *app) replay(ctx context.Context, d *stampdesk.Desk, batch string) error {
	id, err := a.takeBatch(ctx, d, batch)
	if err != nil {
		return err
	}
	for line := range a.lines(ctx) {
		raw := line.text
		if line.err != nil {
			return fmt.Errorf("reading codes: %w", line.err)
		}
		outs, err := a.do(ctx, d, stampdesk.Scan{Raw: raw, At: a.now(), From: stampdesk.FromFile})
		if err != nil {
			return err
		}
		for _, o := range outs {
			if err := a.printVerdictNear(ctx, d, raw, id, o); err != nil {
				return fmt.Errorf("writing verdicts: %w", err)
			}
		}
	}
	return ctx.Err()
}

// line is a line of input, or the error that ends it.
type line struct {
	text string
	err  error
}

// lines reads stdin line by line until its end, or until ctx is done: a read
// that waits for somebody to type cannot be interrupted, so it is left behind.
func (a *app) lines(ctx context.Context) iter.Seq[line] {
	ch := make(chan line)
	go func() {
		defer close(ch)
		in := bufio.NewReader(a.in)
		for {
			text, err := readLine(in)
			if errors.Is(err, io.EOF) {
				return
			}
			select {
			case <-ctx.Done():
				return
			case ch <- line{text, err}:
			}
			if err != nil {
				return
			}
		}
	}()
	return func(yield func(line) bool) {
		for {
			select {
			case <-ctx.Done():
				return
			case l, more := <-ch:
				if !more || !yield(l) {
					return
				}
			}
		}
	}
}

// readLine reads one line without its end; of a line over maxLine only the
// beginning is kept.
func readLine(r *bufio.Reader) (string, error) {
	var line []byte
	for {
		part, err := r.ReadSlice('\n')
		if len(line) < maxLine {
			line = append(line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF) && len(line) > 0, err == nil:
			if len(line) > maxLine {
				line = line[:maxLine]
			}
			return strings.TrimRight(string(line), "\r\n"), nil
		}
		return "", err
	}
}

func (a *app) printVerdict(raw string, batch stampdesk.BatchID, o stampdesk.Outcome) error {
	return a.printJudged(raw, batch, o, nil)
}

// printVerdictNear is printVerdict; of a number that is almost one of the unit
// it says of which.
func (a *app) printVerdictNear(ctx context.Context, d *stampdesk.Desk, raw string, batch stampdesk.BatchID, o stampdesk.Outcome) error {
	if o.Verdict.Reason != stampdesk.ReasonNear {
		return a.printJudged(raw, batch, o, nil)
	}
	var near []string
	err := d.Store.View(ctx, func(s stampdesk.Snapshot) error {
		dossier, _, err := stampdesk.ReadDossier(s, o.Card, batch)
		if err == nil {
			near = nearOf(dossier)
		}
		return err
	})
	if err != nil {
		return err
	}
	return a.printJudged(raw, batch, o, near)
}

func (a *app) printJudged(raw string, batch stampdesk.BatchID, o stampdesk.Outcome, near []string) error {
	v := o.Verdict
	if a.flags.json {
		j := replayJSON{
			Raw: raw, Verdict: v.Kind.String(), Reason: v.Reason, Boxes: boxes(v.Boxes),
			Batch: string(batch), At: stamp(a.now()), Near: near,
		}
		if o.Card != 0 {
			j.Card = o.Card.Digits()
		}
		if o.Member != nil {
			j.Unit = string(o.Member.Unit)
		}
		if o.Entry != nil {
			j.Entry, j.At, j.Batch = keyOf(o.Entry.Key), stamp(o.Entry.At), string(o.Entry.Batch)
		}
		return a.printJSON(j)
	}
	line := a.verdictLine(raw, o)
	if len(near) > 0 {
		line += "  ≈ " + strings.Join(near, ", ")
	}
	_, err := fmt.Fprintln(a.out, line)
	return err
}

// visible makes of a line what can be written to a terminal.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsGraphic(r) {
			return unicode.ReplacementChar
		}
		return r
	}, s)
}

// verdictLine is a verdict in one line of plain words.
func (a *app) verdictLine(raw string, o stampdesk.Outcome) string {
	name := visible(raw)
	if o.Card != 0 {
		name = o.Card.String()
	}
	line := name + "  " + a.verdictWords(o)
	if o.Entry != nil {
		line += "  (" + o.Entry.Key.String() + ")"
	}
	return line
}

func (a *app) verdictWords(o stampdesk.Outcome) string {
	w := stampdesk.WordsIn(a.conf.lang())
	v := o.Verdict
	line := w.Verdicts[v.Kind]
	switch v.Kind {
	case stampdesk.Stamp:
		line += "  " + fmt.Sprintf(a.t.Box, v.Boxes)
		if v.Late {
			line += "  " + a.t.Late
		}
	case stampdesk.Repeat:
		s := v.Stands
		line += "  " + fmt.Sprintf(a.t.StampedBefore, s.At.Local().Format("02/01/2006 15:04"), s.Entry.Desk, s.Operator, v.Boxes)
	case stampdesk.Unreadable:
		line += "  " + w.Faults[v.Fault]
	default:
		line += "  " + v.Reason.Sentence(a.conf.lang())
		if o.Entry != nil && o.Entry.Note != "" {
			line += " " + o.Entry.Note + "."
		}
	}
	return line
}

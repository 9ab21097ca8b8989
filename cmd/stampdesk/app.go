package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"stampdesk"
	"stampdesk/store/bolt"
	"stampdesk/tui"
)

// app is one run of the program: where it reads and writes, and what is in
// force. Commands are methods of it, one file each.
type app struct {
	in       io.Reader
	out, err io.Writer
	getenv   func(string) string
	now      func() time.Time
	pins     stampdesk.PINs
	secret   func(ctx context.Context, prompt string) (string, error) // asks the person at the terminal of in

	args  []string   // of the command line
	typed *tui.Lines // what is typed at the desk in plain lines; nil: not begun
	host  *host      // the running desk that carries the command out; nil: this process does
	dir   string     // what file names are relative to; "": the directory of the process

	flags struct {
		data, config, lang, desk, operator, supervisor string
		json, plain                                    bool
	}
	conf config
	t    *texts

	approvable bool // what is being done may be approved by another than who acts
}

// run is the program without the process: it gives the exit code.
func run(ctx context.Context, args []string, in io.Reader, out, errw io.Writer, getenv func(string) string) int {
	return newApp(in, out, errw, getenv).run(ctx, args)
}

func newApp(in io.Reader, out, errw io.Writer, getenv func(string) string) *app {
	a := &app{in: in, out: out, err: errw, getenv: getenv, now: time.Now, pins: argonPINs{}, t: textsIn(stampdesk.Vietnamese)}
	a.secret = func(ctx context.Context, prompt string) (string, error) {
		return typedSecret(ctx, in.(*os.File), errw, prompt)
	}
	return a
}

func (a *app) run(ctx context.Context, args []string) int {
	a.args = args
	root := a.rootCommand()
	root.SetArgs(args)
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.err)
	return report(a.err, root.ExecuteContext(ctx), a.t)
}

func (a *app) rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:           "stampdesk",
		Short:         "Bàn kiểm tra kỹ thuật thẻ đảng viên / the stamp desk for Party member cards",
		Long:          "Không có lệnh: mở bàn đóng dấu. Without a command: open the desk.",
		Args:          usage(cobra.NoArgs),
		SilenceErrors: true,
		SilenceUsage:  true,
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error {
			return a.configure(cmd)
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return a.openDesk(cmd.Context()) },
	}
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return fail(exitUsage, cmd.CommandPath()+" --help", "%w", err)
	})
	f := root.PersistentFlags()
	f.StringVar(&a.flags.data, "data", "", "thư mục dữ liệu / directory of the store")
	f.StringVar(&a.flags.config, "config", "", "tệp cấu hình / configuration file")
	f.StringVar(&a.flags.lang, "lang", "", "vi | en")
	f.StringVar(&a.flags.desk, "desk", "", "mã bàn / desk id")
	f.StringVar(&a.flags.operator, "operator", "", "người thao tác / who acts (or STAMPDESK_OPERATOR)")
	f.StringVar(&a.flags.supervisor, "supervisor", "", "giám sát duyệt / the supervisor who approves (PIN: STAMPDESK_SUPERVISOR_PIN)")
	f.BoolVar(&a.flags.json, "json", false, "JSON on stdout")
	a.plainFlag(root)
	root.AddCommand(
		a.demoCommand(), a.initCommand(), a.configCommand(), a.rosterCommand(), a.listCommand(), a.profileCommand(), a.batchCommand(),
		a.replayCommand(), a.tallyCommand(), a.checkCommand(), a.printCommand(), a.cardCommand(),
		a.stampCommand(), a.asideCommand("hold", stampdesk.ActHeld), a.asideCommand("refuse", stampdesk.ActRefused), a.voidCommand(),
		a.uncollectedCommand(), a.remarkCommand(), a.chaseCommand(),
		a.heldCommand(), a.settleCommand(), a.overrideCommand(),
		a.papersCommand(), a.reissueCommand(), a.renewalsCommand(), a.changesCommand(), a.reviewCommand(),
		a.reconcileCommand(), a.handoverCommand(), a.shiftCommand(), a.formCommand(), a.reportGroup(),
		a.operatorCommand(), a.roundCommand(), a.rulesCommand(), a.boardCommand(), a.backupCommand(), a.restoreCommand(),
		a.bundleCommand(),
		a.printerCommand(), a.scannerCommand(), a.versionCommand(), a.verifyFileCommand(),
	)
	return root
}

// usage makes the complaint of an argument check an error of use.
func usage(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := check(cmd, args); err != nil {
			return fail(exitUsage, cmd.CommandPath()+" --help", "%w", err)
		}
		return nil
	}
}

// group makes a command that only holds others.
func group(use, short string, subs ...*cobra.Command) *cobra.Command {
	c := &cobra.Command{Use: use, Short: short, Args: usage(func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return fmt.Errorf("unknown command %q for %q", args[0], cmd.CommandPath())
		}
		return fmt.Errorf("%q needs one of its commands", cmd.CommandPath())
	}), RunE: func(*cobra.Command, []string) error { return nil }}
	c.AddCommand(subs...)
	return c
}

func (a *app) configure(cmd *cobra.Command) error {
	if a.host != nil { // the process of the command has read its own
		return a.host.serves(cmd)
	}
	if cmd.Name() == "demo" { // the demo is the same on every machine
		a.conf = defaults()
		if a.flags.lang != "" {
			a.conf.Lang = a.flags.lang
		}
		if err := a.conf.validate(); err != nil {
			return err
		}
		a.t = textsIn(a.conf.lang())
		return nil
	}
	c, err := loadConfig(a.flags.config, a.getenv, a.globals())
	if err != nil {
		return err
	}
	a.conf, a.t = c, textsIn(c.lang())
	return nil
}

// withStore opens the store, runs fn and closes it. While a desk has the store
// open, the whole command is handed over to it instead, so nothing may have
// been read or written before.
func (a *app) withStore(ctx context.Context, fn func(stampdesk.Store) error) error {
	if a.host != nil {
		return fn(guestStore{a.host.live})
	}
	if done, err := a.handOver(ctx); done { // asked first, for its lock is waited for a second
		return err
	}
	s, err := bolt.Open(a.conf.Data, bolt.Options{})
	if errors.Is(err, stampdesk.ErrStoreBusy) {
		if done, err := a.handOver(ctx); done { // it has begun meanwhile
			return err
		}
	}
	if err != nil {
		return err
	}
	err = fn(s)
	return errors.Join(err, s.Close())
}

// withDesk opens the store for the person who acts: their PIN is verified
// before anything else.
func (a *app) withDesk(ctx context.Context, fn func(*stampdesk.Desk) error) error {
	return a.withStore(ctx, func(s stampdesk.Store) error {
		d := a.desk(s)
		if err := a.signIn(ctx, d); err != nil {
			return err
		}
		return fn(d)
	})
}

func (a *app) desk(s stampdesk.Store) *stampdesk.Desk {
	d := &stampdesk.Desk{
		Store: s, ID: stampdesk.DeskID(a.conf.Desk.ID), Confirm: stampdesk.Confirming(a.conf.Desk.Confirm),
		Now: a.now, PINs: a.pins,
	}
	if a.host != nil {
		a.host.share(d)
	}
	return d
}

func (a *app) signIn(ctx context.Context, d *stampdesk.Desk) error {
	id := a.actor()
	if id == "" {
		return fail(exitSignIn, a.t.HintOperator, "%s", a.t.NoOperator)
	}
	pin, err := a.pin(ctx, fmt.Sprintf("PIN (%s): ", id))
	if err != nil {
		return err
	}
	who, no, err := d.Verified(ctx, stampdesk.PersonID(id), pin)
	switch {
	case err != nil:
		return err
	case no != nil && no.Refusal == stampdesk.WrongPIN:
		return fail(exitSignIn, a.t.HintPIN, a.t.WrongPIN, id)
	case no != nil:
		return a.declined(*no)
	}
	if err := a.tellDuty(ctx, d, who.ID); err != nil {
		return err
	}
	return d.ActAs(ctx, *who)
}

// pin gives the PIN of who acts: from the environment, or asked for on the
// terminal.
func (a *app) pin(ctx context.Context, prompt string) (string, error) {
	if pin := strings.TrimSpace(a.getenv("STAMPDESK_PIN")); pin != "" {
		return pin, nil
	}
	pin, err := a.ask(ctx, prompt)
	if err == nil && pin == "" {
		err = fail(exitSignIn, a.t.HintPIN, "%s", a.t.NoPIN)
	}
	return pin, err
}

// ask asks for a secret on the terminal; "" where there is none.
func (a *app) ask(ctx context.Context, prompt string) (string, error) {
	if !isTerminal(a.in) {
		return "", nil
	}
	return a.secret(ctx, prompt)
}

// do carries out a request and gives its outcomes; one that is declined is an
// error.
func (a *app) do(ctx context.Context, d *stampdesk.Desk, r stampdesk.Request) ([]stampdesk.Outcome, error) {
	outs, err := d.Do(ctx, r)
	if err != nil {
		return nil, err
	}
	for _, o := range outs {
		switch o.Result {
		case stampdesk.Declined:
			return outs, a.declined(o)
		case stampdesk.Unrecorded:
			return outs, o.Err
		}
	}
	return outs, nil
}

func (a *app) declined(o stampdesk.Outcome) error {
	code := exitFailed
	switch o.Refusal {
	case stampdesk.NotSignedIn, stampdesk.WrongPIN, stampdesk.NeedSupervisor, stampdesk.LockedOut, stampdesk.PersonDisabled:
		code = exitSignIn
	case stampdesk.UnknownBatch, stampdesk.UnknownUnit, stampdesk.UnknownPerson, stampdesk.NoBatch,
		stampdesk.NeedReason, stampdesk.NeedDecision, stampdesk.NotABox, stampdesk.WeakPIN,
		stampdesk.UnknownCard, stampdesk.WrongReason, stampdesk.NeedBoxes:
		code = exitUsage
	case stampdesk.BadRules,
		stampdesk.ResultOtherRound, stampdesk.ResultOurs, stampdesk.ResultHasOurs, stampdesk.ResultKnown, stampdesk.ResultBehind,
		stampdesk.ResultSplit, stampdesk.ResultBackup, stampdesk.ResultCounted, stampdesk.ResultCounts:
		code = exitBadRows
	}
	text := stampdesk.WordsIn(a.conf.lang()).Refusals[o.Refusal]
	if o.About != "" {
		text = o.About + ": " + text
	}
	return &failure{code: code, err: errors.New(text), hint: a.hint(o.Refusal), refusal: o.Refusal}
}

// takeBatch takes the batch that is meant in hand: the one named, else the
// only one that is not closed.
func (a *app) takeBatch(ctx context.Context, d *stampdesk.Desk, name string) (stampdesk.BatchID, error) {
	id, err := a.findBatch(ctx, d.Store, name, func(b stampdesk.Batch) bool { return !b.IsClosed() })
	if err != nil {
		return "", err
	}
	_, err = a.do(ctx, d, stampdesk.TakeBatch{Batch: id})
	return id, err
}

// findBatch gives the batch of this name, else the only one that fits.
func (a *app) findBatch(ctx context.Context, s stampdesk.Store, name string, fits func(stampdesk.Batch) bool) (stampdesk.BatchID, error) {
	if name != "" {
		return stampdesk.BatchID(name), nil
	}
	var ids []string
	err := s.View(ctx, func(s stampdesk.Snapshot) error {
		ids = nil
		setup, err := s.Setup()
		if err != nil {
			return err
		}
		for b, err := range s.Batches() {
			if err != nil {
				return err
			}
			if int(b.Round) == setup.Round.Ordinal && fits(b) {
				ids = append(ids, string(b.ID))
			}
		}
		return nil
	})
	switch {
	case err != nil:
		return "", err
	case len(ids) == 0:
		return "", fail(exitUsage, a.t.HintNoBatch, "%s", a.t.NoBatch)
	case len(ids) > 1:
		return "", fail(exitUsage, "--batch "+ids[0], "%s: %s", a.t.ManyBatches, strings.Join(ids, ", "))
	}
	return stampdesk.BatchID(ids[0]), nil
}

package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"runtime/debug"
	"sync"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"stampdesk"
)

// host lets the commands of other processes work on the store that this desk
// has open: they hand themselves over and are carried out here.
type host struct {
	data     string
	live     *liveStore
	listener net.Listener

	id       stampdesk.DeskID
	spools   spools        // none: no printer
	kick     func()        // has the spool look; nil: no printer
	turn     sync.Mutex    // of all actors on the store
	draining chan struct{} // full while a command prints a queue that is not this desk's
	changed  chan struct{} // a command has written
}

// newHost makes the station's desk one actor among several.
func (st *station) newHost(data string, live *liveStore) (*host, error) {
	l, err := listenIn(data)
	if err != nil {
		return nil, fmt.Errorf("listening for other commands: %w", err)
	}
	h := &host{
		data: data, live: live, listener: l, id: st.desk.ID, spools: st.spools, kick: st.desk.Kick,
		draining: make(chan struct{}, 1), changed: make(chan struct{}, 1),
	}
	st.desk.Turn = &h.turn
	return h, nil
}

// mostGuests bounds the commands that are carried out at the same time, each of
// which may check a PIN. Who comes then waits for the length of a handshake.
const mostGuests = 8

// Run carries out the commands that come, until ctx ends; then it stops them.
func (h *host) Run(ctx context.Context) error {
	defer os.Remove(filepath.Join(h.data, socketName)) // while the store is still ours
	defer context.AfterFunc(ctx, func() { h.listener.Close() })()
	var guests errgroup.Group
	guests.SetLimit(mostGuests)
	for ctx.Err() == nil {
		conn, err := h.listener.Accept()
		if err != nil { // of the moment: too many open files
			select {
			case <-ctx.Done():
			case <-time.After(100 * time.Millisecond):
			}
			continue
		}
		guests.Go(func() error {
			h.receive(ctx, conn)
			return nil
		})
	}
	return guests.Wait()
}

// receive talks to one command. Whatever it sends, it hurts nobody else.
func (h *host) receive(ctx context.Context, conn net.Conn) {
	defer conn.Close()
	greeting := context.AfterFunc(ctx, func() { conn.Close() })
	conn.SetDeadline(time.Now().Add(handshake))
	f, err := readFrame(conn, maxBody)
	if err != nil || f.kind != frameHello || writeFrame(conn, frameWelcome, []byte{wireVersion}) != nil {
		return
	}
	f, err = readFrame(conn, maxTask) // another version sends none
	if err != nil || f.kind != frameTask {
		return
	}
	t, err := decodeTask(f.body)
	conn.SetDeadline(time.Time{})
	if !greeting() { // the desk has ended
		return
	}
	defer context.AfterFunc(ctx, func() { conn.SetReadDeadline(time.Now()) })() // when the desk ends, so does the talk
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	g := newGuest(conn)
	defer context.AfterFunc(ctx, g.stop)() // it may have stopped reading
	go g.listen(cancel)
	a := h.app(g, t)
	code := exitUsage
	if err != nil {
		code = report(a.err, err, a.t)
	} else {
		code = h.carryOut(ctx, a, t.Args)
	}
	g.send(frameExit, []byte{byte(code)})
}

// app is the command as it would be in its own process, but for the store.
func (h *host) app(g *guest, t task) *app {
	in := &guestInput{g: g, terminal: t.Terminal.In}
	out := &guestOutput{g: g, kind: frameOut, terminal: t.Terminal.Out}
	errw := &guestOutput{g: g, kind: frameErr, terminal: t.Terminal.Err}
	a := newApp(in, out, errw, func(name string) string { return t.Env[name] })
	a.secret = g.secret
	a.host, a.dir, a.conf, a.t = h, t.Dir, t.Config, textsIn(t.Config.lang())
	return a
}

func (h *host) carryOut(ctx context.Context, a *app, args []string) (code int) {
	defer func() {
		if p := recover(); p != nil { // the desk goes on
			fmt.Fprintf(a.err, "stampdesk: panic: %v\n%s", p, debug.Stack())
			code = exitFailed
		}
	}()
	return a.run(ctx, args)
}

// ownProcess are the commands that nobody else carries out: they have a screen
// or a store of their own, or need the files for themselves.
var ownProcess = map[string]bool{"demo": true, "init": true, "check": true, "restore": true, "verify-file": true}

// serves refuses those that cannot be handed over.
func (h *host) serves(cmd *cobra.Command) error {
	if !cmd.HasParent() || ownProcess[cmd.Name()] && !cmd.Parent().HasParent() { // "roster restore" is not "restore"
		return stampdesk.ErrStoreBusy
	}
	return nil
}

// share makes a command's desk one more actor on the store. The card in the
// hand of the desk that runs is not the command's.
func (h *host) share(d *stampdesk.Desk) {
	d.Turn, d.Guest = &h.turn, d.ID == h.id
	d.Kick = func() {
		if h.kick != nil {
			h.kick()
		}
		select {
		case h.changed <- struct{}{}:
		default: // the desk has not looked since
		}
	}
}

// queues makes q the queues of the desk that runs, if it is the same desk's:
// one queue is never printed from two sides. Others wait for each other until
// done.
func (h *host) queues(ctx context.Context, q *printQueues) (done func(), err error) {
	if len(h.spools) > 0 && h.spools[0].Desk == q.spools[0].Desk {
		q.spools, q.kick = h.spools, h.kick
		return func() {}, nil
	}
	select {
	case h.draining <- struct{}{}:
		return func() { <-h.draining }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// refreshPause bounds how often the screen looks while a command writes much.
const refreshPause = 200 * time.Millisecond

// refresh has the station's desk look again after others have written.
func (h *host) refresh(ctx context.Context, st *station) error {
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-h.changed:
		}
		if err := st.ask(ctx, stampdesk.Refresh{}); err != nil {
			return err
		}
		select {
		case <-ctx.Done():
		case <-time.After(refreshPause):
		}
	}
}

// guestStore is the live store for a command.
type guestStore struct{ *liveStore }

var _ stampdesk.Store = guestStore{}

// Update opens the store anew after a write whose fate is unknown: the command
// ends with the error, and the desk that runs has not heard of it.
func (g guestStore) Update(ctx context.Context, fn func(stampdesk.Tx) error) error {
	var own error
	err := g.liveStore.Update(ctx, func(tx stampdesk.Tx) error {
		own = fn(tx)
		return own
	})
	if err != nil && (own == nil || !errors.Is(err, own)) && ctx.Err() == nil {
		g.liveStore.Close() // it failed already; what it says now adds nothing
		if _, again := g.reopen(ctx); again != nil {
			err = errors.Join(err, again)
		}
	}
	return err
}

// Close leaves the store to the desk that has it open.
func (g guestStore) Close() error { return nil }

package main

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"stampdesk"
	"stampdesk/store/bolt"
)

// serving is a store that a desk without a screen holds and serves.
func serving(t *testing.T, set ...func(*config)) (data string, st *station) {
	t.Helper()
	dir := t.TempDir()
	mustRun(t, dir, "init", "--supervisor", "GS1")
	data = filepath.Join(dir, "store")
	a := newApp(nil, nil, nil, os.Getenv)
	a.conf = defaults()
	a.conf.Data = data
	for _, set := range set {
		set(&a.conf)
	}
	live, err := a.openLiveStore()
	if err != nil {
		t.Fatal(err)
	}
	st, err = a.newStation(live)
	if err != nil {
		t.Fatal(err)
	}
	if st.host, err = st.newHost(data, live); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error)
	go func() {
		done <- st.run(ctx, func(ctx context.Context) error {
			for {
				select {
				case <-ctx.Done():
					return nil
				case <-st.out:
				}
			}
		})
	}()
	t.Cleanup(func() {
		cancel()
		if err := errors.Join(<-done, live.Close()); err != nil {
			t.Error(err)
		}
	})
	return data, st
}

// connected is a connection of a client that is not ours.
func connected(t *testing.T, data string) net.Conn {
	t.Helper()
	conn, err := dialIn(data)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	conn.SetDeadline(time.Now().Add(10 * time.Second))
	return conn
}

func taskBody(t *testing.T, args ...string) []byte {
	t.Helper()
	h := task{Args: args, Config: defaults()}
	b, err := h.encode()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestWhateverAStrangerSendsTheDeskServesTheNext(t *testing.T) {
	data, _ := serving(t)
	frame := func(kind byte, body []byte) []byte {
		var b bytes.Buffer
		writeFrame(&b, kind, body)
		return b.Bytes()
	}
	hello := frame(frameHello, []byte{wireVersion})
	task := func(body []byte, more ...byte) []byte {
		return slices.Concat(hello, frame(frameTask, body), more)
	}
	long := binary.BigEndian.AppendUint32([]byte{frameHello}, 1<<31)
	for name, sent := range map[string][]byte{
		"nothing":                nil,
		"another language":       []byte("GET / HTTP/1.1\r\n\r\n"),
		"a hello that is long":   long,
		"a hello of nothing":     frame(frameHello, nil),
		"a hello and no more":    hello,
		"two hellos":             slices.Concat(hello, hello),
		"a task of no JSON":      task([]byte("!")),
		"a bad configuration":    task([]byte("{}")),
		"a task cut off":         task(taskBody(t, "tally"))[:30],
		"an answer not asked":    task(taskBody(t, "tally"), bytes.Repeat(frame(frameInput, []byte("x")), 9)...),
		"noise after the task":   task(taskBody(t, "tally"), long...),
		"a command for a screen": task(taskBody(t)),
	} {
		conn := connected(t, data)
		conn.Write(sent) // it may be cut off in between
		conn.(*net.UnixConn).CloseWrite()
		if _, err := io.Copy(io.Discard, conn); errors.Is(err, os.ErrDeadlineExceeded) {
			t.Errorf("%s: the desk keeps the line open", name)
		}
	}
	if out := mustRun(t, filepath.Dir(data), "tally", "--json"); !strings.Contains(out, `"stamped":0`) {
		t.Errorf("the next: %s", out)
	}
}

func TestACommandThatNeedsItsOwnProcessIsNotCarriedOut(t *testing.T) {
	data, _ := serving(t)
	for _, args := range [][]string{{}, {"demo", "--headless"}, {"init"}, {"check"}, {"verify-file", data + "/desk.db"}} {
		conn := connected(t, data)
		if err := errors.Join(writeFrame(conn, frameHello, []byte{wireVersion}), writeFrame(conn, frameTask, taskBody(t, args...))); err != nil {
			t.Fatal(err)
		}
		var last frame
		for f, err := readFrame(conn, maxBody); err == nil; f, err = readFrame(conn, maxBody) {
			last = f
		}
		if last.kind != frameExit || !bytes.Equal(last.body, []byte{exitBusy}) {
			t.Errorf("%v: the last word is %q %d", args, last.kind, last.body)
		}
	}
}

func TestACommandIsAnActorBesideTheDeskAndAGuestOnlyUnderItsName(t *testing.T) {
	_, st := serving(t)
	kicks := 0
	st.host.kick = func() { kicks++ }
	for id, guest := range map[stampdesk.DeskID]bool{st.desk.ID: true, "B9": false} {
		d := &stampdesk.Desk{ID: id}
		st.host.share(d)
		if d.Turn == nil || d.Turn != st.desk.Turn || d.Guest != guest {
			t.Errorf("%s: turn %p of %p, guest %v", id, d.Turn, st.desk.Turn, d.Guest)
		}
		d.Kick()
	}
	if kicks != 2 {
		t.Errorf("the printer was told of %d commits of 2", kicks)
	}
}

func TestACommandThatReadsNothingDoesNotKeepTheDeskFromEnding(t *testing.T) {
	_, st := serving(t)
	ctx, cancel := context.WithCancel(context.Background())
	near, far := net.Pipe() // it has no buffer
	defer far.Close()
	ended := make(chan bool)
	go func() {
		st.host.receive(ctx, near)
		close(ended)
	}()
	err := writeFrame(far, frameHello, []byte{wireVersion})
	if _, readErr := readFrame(far, maxBody); err != nil || readErr != nil {
		t.Fatal(err, readErr)
	}
	if err := writeFrame(far, frameTask, taskBody(t, "version")); err != nil {
		t.Fatal(err)
	}
	select {
	case <-ended:
		t.Fatal("it ended without being read")
	case <-time.After(100 * time.Millisecond):
	}
	cancel()
	select {
	case <-ended:
	case <-time.After(5 * time.Second):
		t.Error("it goes on")
	}
}

func TestACommandThatPanicsFailsByItself(t *testing.T) {
	_, st := serving(t)
	var errw bytes.Buffer
	a := st.host.app(nil, task{Config: defaults()})
	a.err, a.getenv = &errw, func(string) string { panic("no luck") }
	if code := st.host.carryOut(context.Background(), a, []string{"batch", "close"}); code != exitFailed || !strings.Contains(errw.String(), "no luck") {
		t.Errorf("exit %d: %s", code, errw.String())
	}
}

func TestTwoVersionsTellEachOther(t *testing.T) {
	data, _ := serving(t)
	conn := connected(t, data)
	if err := writeFrame(conn, frameHello, []byte{wireVersion + 1}); err != nil {
		t.Fatal(err)
	}
	if f, err := readFrame(conn, maxBody); err != nil || f.kind != frameWelcome || !bytes.Equal(f.body, []byte{wireVersion}) {
		t.Errorf("the desk says %+v, %v", f, err)
	}

	dir := t.TempDir() // a desk of another version
	l, err := listenIn(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			readFrame(conn, maxBody)
			writeFrame(conn, frameWelcome, []byte{wireVersion + 1})
			conn.Close()
		}
	}()
	var errw bytes.Buffer
	code := run(context.Background(), []string{"tally", "--data", dir, "--lang", "en"}, strings.NewReader(""), io.Discard, &errw, func(string) string { return "" })
	if code != exitBusy || !strings.Contains(errw.String(), "another version") {
		t.Errorf("exit %d: %s", code, errw.String())
	}
}

func TestAWriteOfUnknownFateOpensTheStoreAnewForTheNext(t *testing.T) {
	dir := t.TempDir()
	mustRun(t, dir, "init", "--supervisor", "GS1")
	opened := 0
	lost := errors.New("the disk says nothing")
	live, err := openLive(func() (stampdesk.Store, error) {
		s, err := bolt.Open(filepath.Join(dir, "store"), bolt.Options{})
		if opened++; err != nil {
			return nil, err
		}
		if opened == 1 {
			return failing{s, lost}, nil
		}
		return s, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	defer live.Close()
	g, ctx, own := guestStore{live}, context.Background(), errors.New("no")
	if err := g.Update(ctx, func(stampdesk.Tx) error { return own }); !errors.Is(err, own) || opened != 1 {
		t.Errorf("a refusal: %v, opened %d times", err, opened)
	}
	if err := g.Update(ctx, func(stampdesk.Tx) error { return nil }); !errors.Is(err, lost) || opened != 2 {
		t.Errorf("a write of unknown fate: %v, opened %d times", err, opened)
	}
	if err := g.Update(ctx, func(stampdesk.Tx) error { return nil }); err != nil {
		t.Errorf("the next: %v", err)
	}
}

// failing is a store whose every commit fails.
type failing struct {
	stampdesk.Store
	err error
}

func (f failing) Update(ctx context.Context, fn func(stampdesk.Tx) error) error {
	if err := f.Store.View(ctx, func(stampdesk.Snapshot) error { return fn(nil) }); err != nil {
		return err
	}
	return f.err
}

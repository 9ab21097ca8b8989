package main

import (
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"time"
)

// socketName is where the desk of a data directory can be reached.
const socketName = "desk.sock"

// listenIn listens in the data directory. The caller has the store open, so a
// socket that is there is nobody's. It is made inside a directory that nobody
// else may enter, and only then put in its place: so no one connects before
// its mode is right, and a command finds either a listener or none.
func listenIn(data string) (net.Listener, error) {
	hidden := filepath.Join(data, socketName+".part")
	if err := os.RemoveAll(hidden); err != nil {
		return nil, err
	}
	if err := os.Mkdir(hidden, 0o700); err != nil {
		return nil, err
	}
	defer os.RemoveAll(hidden)
	made := filepath.Join(hidden, "s")
	var l *net.UnixListener
	err := at(made, func(name string) (err error) {
		l, err = net.ListenUnix("unix", &net.UnixAddr{Name: name, Net: "unix"})
		return err
	})
	if err != nil {
		return nil, err
	}
	l.SetUnlinkOnClose(false) // it would look for the name it was made by
	if runtime.GOOS != "windows" {
		err = os.Chmod(made, 0o600)
	}
	if err == nil {
		err = os.Rename(made, filepath.Join(data, socketName))
	}
	if err != nil {
		return nil, errors.Join(err, l.Close())
	}
	return l, nil
}

// dialIn connects to the desk that works in the data directory, if there is one.
func dialIn(data string) (net.Conn, error) {
	name := filepath.Join(data, socketName)
	if _, err := os.Lstat(name); errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	var c net.Conn
	err := at(name, func(name string) (err error) {
		c, err = net.DialTimeout("unix", name, handshake)
		return err
	})
	return c, err
}

// handshake is how long either side waits for the other to say what it is.
const handshake = 3 * time.Second

// longestSocket is what every system takes as the name of a socket.
const longestSocket = 100

// at calls fn with a name of the file that is short enough for a socket. Linux
// knows every open directory by a short name; elsewhere a path that is too long
// gives the system's error, and the desk works without a socket.
func at(name string, fn func(string) error) error {
	if len(name) <= longestSocket {
		return fn(name)
	}
	dir, err := os.Open(filepath.Dir(name))
	if err != nil {
		return err
	}
	defer dir.Close()
	return fn(fmt.Sprintf("/proc/self/fd/%d/%s", dir.Fd(), filepath.Base(name)))
}

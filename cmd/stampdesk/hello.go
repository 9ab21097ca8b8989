package main

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
)

// wireVersion is raised when the frames or the hello change, or what a command
// expects of the desk that carries it out.
const wireVersion = 1

// hello is a command that is handed over: all that its process knows and the
// desk's does not. The zone of its times is the desk's.
type hello struct {
	Args     []string
	Env      map[string]string // STAMPDESK_…, which hold who acts
	Dir      string            // where file names are relative to
	Config   config            // as the command found it, so that it does what it would have done
	Terminal struct{ In, Out, Err bool }
}

// hello says what this command is.
func (a *app) hello() (hello, error) {
	h := hello{Args: a.args, Config: a.conf, Env: map[string]string{}}
	var err error
	if h.Dir, err = os.Getwd(); err != nil {
		return h, err
	}
	if h.Config.Data, err = filepath.Abs(a.conf.Data); err != nil {
		return h, err
	}
	for _, kv := range os.Environ() {
		if name, _, _ := strings.Cut(kv, "="); strings.HasPrefix(name, "STAMPDESK_") {
			h.Env[name] = a.getenv(name)
		}
	}
	h.Terminal.In, h.Terminal.Out, h.Terminal.Err = isTerminal(a.in), isTerminal(a.out), isTerminal(a.err)
	return h, nil
}

func (h *hello) encode() ([]byte, error) {
	b, err := json.Marshal(h)
	if err == nil && len(b) >= maxHello {
		err = errors.New("the command is too long to be handed over")
	}
	return append([]byte{wireVersion}, b...), err
}

// decodeHello reads a hello of this version.
func decodeHello(body []byte) (hello, error) {
	var h hello
	if len(body) == 0 || body[0] != wireVersion {
		return h, errOtherVersion
	}
	if err := json.Unmarshal(body[1:], &h); err != nil {
		return h, err
	}
	if h.Args == nil {
		h.Args = []string{} // cobra would take those of the desk
	}
	return h, h.Config.validate()
}

// errOtherVersion: the two programs do not understand each other.
var errOtherVersion = errors.New("another version of stampdesk")

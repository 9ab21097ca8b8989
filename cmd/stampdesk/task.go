package main

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
)

// task is a command that is handed over: all that its process knows and the
// desk's does not. The zone of its times is the desk's.
type task struct {
	Args     []string
	Env      map[string]string // STAMPDESK_…, which hold who acts
	Dir      string            // where file names are relative to
	Config   config            // as the command found it, so that it does what it would have done
	Terminal struct{ In, Out, Err bool }
}

// task is this command, for another process.
func (a *app) task() (task, error) {
	t := task{Args: a.args, Config: a.conf, Env: map[string]string{}}
	var err error
	if t.Dir, err = os.Getwd(); err != nil {
		return t, err
	}
	if t.Config.Data, err = filepath.Abs(a.conf.Data); err != nil {
		return t, err
	}
	for _, kv := range os.Environ() {
		if name, _, _ := strings.Cut(kv, "="); strings.HasPrefix(name, "STAMPDESK_") {
			t.Env[name] = a.getenv(name)
		}
	}
	t.Terminal.In, t.Terminal.Out, t.Terminal.Err = isTerminal(a.in), isTerminal(a.out), isTerminal(a.err)
	return t, nil
}

func (t *task) encode() ([]byte, error) {
	b, err := json.Marshal(t)
	if err == nil && len(b) > maxTask {
		err = errors.New("the command is too long to be handed over")
	}
	return b, err
}

func decodeTask(body []byte) (task, error) {
	var t task
	if err := json.Unmarshal(body, &t); err != nil {
		return t, err
	}
	if t.Args == nil {
		t.Args = []string{} // cobra would take those of the desk
	}
	return t, t.Config.validate()
}
